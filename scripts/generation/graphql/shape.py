"""The schema and the documents as ariadne-codegen gets them.

- Every field may be null: a service may leave out what its schema promises, and the rest of the answer is still good.
- Enums are called as Python calls classes; on the wire nothing has their names but variables.
- The directives of our specs are gone, with the enums that only they use: they are no part of the service.
- `__type` is a field of the root, which the generator does not know otherwise.
"""

from dataclasses import dataclass
from typing import Any, TypeVar, cast

from graphql import (
    DocumentNode,
    EnumTypeDefinitionNode,
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    InterfaceTypeDefinitionNode,
    ListTypeNode,
    NamedTypeNode,
    NameNode,
    Node,
    NonNullTypeNode,
    ObjectTypeDefinitionNode,
    OperationDefinitionNode,
    TypeNode,
    Visitor,
    build_ast_schema,
    get_named_type,
    introspection_types,
    parse,
    visit,
)
from graphql.language import VisitorAction
from graphql.type import is_introspection_type, is_specified_directive
from openapi_python_client.strings import pascal_case

from .service import SCHEMA, GraphService

#: The field `__type` of the root, which no schema writes down.
INTROSPECTION = GraphQLField(cast("GraphQLObjectType", introspection_types["__Type"]))


_Node = TypeVar("_Node", bound=Node)
_Objects = TypeVar("_Objects", ObjectTypeDefinitionNode, InterfaceTypeDefinitionNode)


@dataclass(frozen=True)
class Shaped:
    """What the generator is given."""

    schema: GraphQLSchema
    operations: tuple[OperationDefinitionNode, ...]
    fragments: tuple[FragmentDefinitionNode, ...]


def shape(service: GraphService) -> Shaped:
    """The schema and the documents of a service, made ready."""
    names = enum_classes(service.schema)
    tree = parse((service.folder / SCHEMA).read_text(encoding="utf-8"))
    schema = build_ast_schema(visit(tree, _Schema(names, _only_for_directives(service.schema))), assume_valid=True)
    if schema.query_type is not None:
        schema.query_type.fields["__type"] = INTROSPECTION
    documents: DocumentNode = visit(service.whole, _Variables(names))
    return Shaped(
        schema=schema,
        operations=tuple(node for node in documents.definitions if isinstance(node, OperationDefinitionNode)),
        fragments=tuple(node for node in documents.definitions if isinstance(node, FragmentDefinitionNode)),
    )


def enum_classes(schema: GraphQLSchema) -> dict[str, str]:
    """Names of Python classes by the names of enums: `TASK_TYPE` becomes `TaskType`, `BucketS3` stays."""
    return {
        name: pascal_case(name.lower()) if name.isupper() or "_" in name else name
        for name, kind in schema.type_map.items()
        if isinstance(kind, GraphQLEnumType) and not is_introspection_type(kind)
    }


def _only_for_directives(schema: GraphQLSchema) -> set[str]:
    """Enums that arguments of our directives have, and no field."""
    ours = [directive for directive in schema.directives if not is_specified_directive(directive)]
    kinds = {get_named_type(argument.type).name for directive in ours for argument in directive.args.values()}
    used = set()
    for kind in schema.type_map.values():
        for field in getattr(kind, "fields", {}).values():
            used.add(get_named_type(field.type).name)
            used |= {get_named_type(argument.type).name for argument in getattr(field, "args", {}).values()}
    return {name for name in kinds - used if isinstance(schema.type_map[name], GraphQLEnumType)}


class _Schema(Visitor):
    def __init__(self, names: dict[str, str], dropped: set[str]) -> None:
        super().__init__()
        self._names = names
        self._dropped = dropped

    def enter_directive_definition(self, *_: Any) -> VisitorAction:
        return self.REMOVE

    def enter_directive(self, *_: Any) -> VisitorAction:
        return self.REMOVE

    def enter_enum_type_definition(self, node: EnumTypeDefinitionNode, *_: Any) -> VisitorAction | Node | None:
        if node.name.value in self._dropped:
            return self.REMOVE
        return _renamed(node, self._names)

    def enter_named_type(self, node: NamedTypeNode, *_: Any) -> Node | None:
        return _renamed(node, self._names)

    def leave_object_type_definition(self, node: ObjectTypeDefinitionNode, *_: Any) -> Node:
        return _nullable(node)

    def leave_interface_type_definition(self, node: InterfaceTypeDefinitionNode, *_: Any) -> Node:
        return _nullable(node)


class _Variables(Visitor):
    def __init__(self, names: dict[str, str]) -> None:
        super().__init__()
        self._names = names

    def enter_named_type(self, node: NamedTypeNode, *_: Any) -> Node | None:
        return _renamed(node, self._names)


def _renamed(node: _Node, names: dict[str, str]) -> _Node | None:
    """A copy under the new name; None, which changes nothing, if it keeps its name.

    The visitor copies all that an edit lies in, even if the edit changes nothing, and models are traced back to the
    nodes of the documents by identity.
    """
    own = cast("NameNode", node.name).value  # type: ignore[attr-defined]  # every kind of node that comes here has one
    name = names.get(own, own)
    return None if name == own else _with(node, name=NameNode(value=name))


def _nullable(node: _Objects) -> _Objects:
    return _with(node, fields=tuple(_with(field, type=_without_promises(field.type)) for field in node.fields or ()))


def _without_promises(node: TypeNode) -> TypeNode:
    """A type that may be null, and so may what is in its lists."""
    if isinstance(node, NonNullTypeNode):
        return _without_promises(node.type)
    if isinstance(node, ListTypeNode):
        return ListTypeNode(type=_without_promises(node.type))
    return node


def _with(node: _Node, **changes: Any) -> _Node:
    return type(node)(**{**{key: getattr(node, key) for key in node.keys}, **changes})
