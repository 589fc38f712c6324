"""The service's schema with what its fields do, and the documents that were sent for it."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from attrs import frozen
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    build_ast_schema,
    default_field_resolver,
    get_named_type,
    get_operation_ast,
    parse,
    validate,
)

from skybind_emulators.bundle import SpecificationBroken
from skybind_emulators.distortion import UNLISTED_TEXT
from skybind_emulators.spec import folder

Resolver = Callable[..., Any]

# Shown as text, but one of a few words all the same.
_STATES = frozenset({"Project.taskState", "Task.state", "Downloadable.state"})
_KEPT = 500
_MAX_TOKENS = 20_000


@cache
def text() -> str:
    """The schema as it is written.

    Raises:
        SpecificationBroken: it cannot be read.
    """
    path = folder() / "altizure" / "schema.graphql"
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise SpecificationBroken(f"{path} cannot be read: {error}") from error


@cache
def _parsed() -> DocumentNode:
    return parse(text())


def _built() -> GraphQLSchema:
    """A schema of its own: binding changes it."""
    return build_ast_schema(_parsed())


@cache
def _plain() -> GraphQLSchema:
    return _built()


def enum_values(name: str) -> tuple[str, ...]:
    """What an enum lists."""
    kind = _plain().type_map[name]
    assert isinstance(kind, GraphQLEnumType)
    return tuple(kind.values)


@cache
def root_fields() -> frozenset[str]:
    """Names of all queries and mutations."""
    schema = _plain()
    roots = (schema.query_type, schema.mutation_type)
    return frozenset(name for root in roots if root is not None for name in root.fields)


def bound(resolvers: Mapping[str, Resolver]) -> GraphQLSchema:
    """A schema whose fields do something.

    Args:
        resolvers: by ``Type.field``. Fields of other types than Query and Mutation may do without: they are read off
            their object.

    Raises:
        ValueError: a resolver has no field, or a query or mutation no resolver.
    """
    schema = _built()
    left = dict(resolvers)
    for kind in schema.type_map.values():
        if not isinstance(kind, GraphQLObjectType) or kind.name.startswith("__"):
            continue
        for name, field in kind.fields.items():
            resolver = left.pop(f"{kind.name}.{name}", None)
            if resolver is None and kind in (schema.query_type, schema.mutation_type):
                raise ValueError(f"nothing answers {kind.name}.{name}")
            _give(field, resolver or default_field_resolver, text_state=f"{kind.name}.{name}" in _STATES)
    if left:
        raise ValueError(f"the schema has no {', '.join(sorted(left))}")
    return schema


def _give(field: GraphQLField, resolver: Resolver, *, text_state: bool) -> None:
    kind = get_named_type(field.type)
    if isinstance(kind, GraphQLEnumType):
        field.resolve = _open(kind, resolver)
    else:
        field.resolve = _unlisted(resolver) if text_state else resolver


def _unlisted(resolver: Resolver) -> Resolver:
    """The resolver of a state that the schema has as a text."""

    def resolve(source: Any, info: Any, **arguments: Any) -> Any:
        value = resolver(source, info, **arguments)
        return UNLISTED_TEXT if value is not None and info.context.struck(info, "unlisted-enum") else value

    return resolve


def _open(kind: GraphQLEnumType, resolver: Resolver) -> Resolver:
    """The resolver of a field with an enum, which may give values that the schema does not list.

    The executor would refuse them. It gets a listed one instead, and the visit is told what to write in its place.
    """
    listed = next(iter(kind.values))

    def resolve(source: Any, info: Any, **arguments: Any) -> Any:
        value = resolver(source, info, **arguments)
        if isinstance(value, list):
            pairs = [(info.path.add_key(index, None), item) for index, item in enumerate(value)]
            return [one(path, item, info) for path, item in pairs]
        return one(info.path, value, info)

    def one(path: Any, value: Any, info: Any) -> Any:
        if value is None:
            return None
        if info.context.struck_at(path, "unlisted-enum"):
            value = UNLISTED_TEXT
        if value in kind.values:
            return value
        info.context.replaced.append((path.as_list(), str(value)))
        return listed

    return resolve


@frozen
class Document:
    """What was sent: a document that is valid, or what is wrong with it."""

    node: DocumentNode | None
    errors: tuple[GraphQLError, ...] = ()

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """The operation that is meant; None if the name fits none, or there are several and no name is given."""
        return None if self.node is None else get_operation_ast(self.node, name)

    def asked(self, operation: OperationDefinitionNode) -> list[tuple[str, str]]:
        """The root fields of an operation: the key in the answer, and the field's name."""
        assert self.node is not None
        fragments = {one.name.value: one for one in self.node.definitions if isinstance(one, FragmentDefinitionNode)}
        return _asked(operation.selection_set, fragments)


def _asked(selections: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for node in selections.selections:
        if isinstance(node, FieldNode):
            found.append((node.alias.value if node.alias else node.name.value, node.name.value))
        elif isinstance(node, InlineFragmentNode):
            found += _asked(node.selection_set, fragments)
        elif isinstance(node, FragmentSpreadNode):
            found += _asked(fragments[node.name.value].selection_set, fragments)
    return list(dict.fromkeys(found))


class Documents:
    """Reads documents, each only once as long as it is remembered: parsing is the dear part of a call."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self.read = lru_cache(maxsize=_KEPT)(self._fresh)

    def _fresh(self, query: str) -> Document:
        try:
            node = parse(query, max_tokens=_MAX_TOKENS)
            errors = validate(self._schema, node)
        except GraphQLError as error:
            return Document(None, (error,))
        except RecursionError:
            return Document(None, (GraphQLError("The document is nested too deeply."),))
        return Document(None if errors else node, tuple(errors))
