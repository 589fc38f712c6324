"""What the templates of the facade and of the decoders need to know of each call of a GraphQL service."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ariadne_codegen.utils import str_to_pascal_case, str_to_snake_case
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    GraphQLType,
    TypeInfo,
    TypeInfoVisitor,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    get_named_type,
    type_from_ast,
    visit,
)
from openapi_python_client.strings import PythonIdentifier

from ..docstrings import lay_out, sentences
from ..facade import Argument, Group, check_names
from ..naming import group_class
from ..problems import GenerationError
from . import directives
from .answers import SCALARS, attribute_name, root_definition
from .operations import GraphView, refusals
from .service import GraphService
from .shape import enum_classes

_NULL = {
    "absent": "None if there is none, or the caller may not see it",
    "failed": "None if it was not done, for which the service gives no reason",
}
# Arguments that mean the same everywhere, and those of introspection; the schema says nothing of either.
_USUAL = {
    "first": "How many entries a page shall have",
    "after": "Cursor to go on from",
    "name": "Of the type, as the service calls it",
}
_SILENT = "None if the service does not say"


@dataclass(frozen=True)
class Shape:
    """What a call returns; of a list, one entry where the caller gets pages."""

    annotation: str
    imports: tuple[str, ...]


@dataclass(frozen=True)
class GraphCall:
    """One method of a group, in both worlds.

    Attributes:
        variables: Names of the document's variables, with the arguments that they get.
        module: Module and class of the model of the whole answer.
        read: Expression for the value, from `answer`.
    """

    view: GraphView
    function: str
    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    variables: Mapping[str, str]
    module: str
    answer: str
    read: str
    result: Shape
    doc: str
    imports: frozenset[str]

    @property
    def decoder(self) -> str:
        """Expression for what decodes a success."""
        return f"decoders.{self.function}"


def build_graph_groups(service: GraphService, views: list[GraphView], container: str) -> list[Group]:
    """The groups of a service, in the order of `groups.yaml`.

    Raises:
        GenerationError: A name is taken twice, or an argument is of a kind that cannot be written.
    """
    groups = []
    for tag, members in groupby(views, lambda view: view.tag):
        calls = tuple(_call(service, view) for view in members)
        text = sentences([service.groups[tag]])
        groups.append(Group(calls[0].view.group, group_class(tag), text, calls))
    check_names(groups, container)
    return groups


def _call(service: GraphService, view: GraphView) -> GraphCall:
    described = _described(service, view)
    imports: set[str] = set(view.reached.imports)
    positional: list[Argument] = []
    keywords: list[Argument] = []
    variables: dict[str, str] = {}
    for definition in view.raw.node.variable_definitions or ():
        argument, needed = _argument(service, view, definition, described)
        imports |= needed
        variables[definition.variable.name.value] = argument.name
        is_id = not argument.default and get_named_type(_type(service, definition)).name == "ID"
        (positional if is_id and argument.annotation == "str" else keywords).append(argument)
    keywords.sort(key=lambda argument: bool(argument.default))
    result = _result(view)
    return GraphCall(
        view=view,
        function=str(PythonIdentifier(view.id, "field_")),
        positional=tuple(positional),
        keywords=tuple(keywords),
        variables=variables,
        module=str(str_to_snake_case(view.id)),
        answer=str(str_to_pascal_case(view.id)),
        read=_read(view),
        result=result,
        doc=_doc(service, view, [(argument.name, argument.text) for argument in (*positional, *keywords)]),
        imports=frozenset(imports),
    )


def _result(view: GraphView) -> Shape:
    reached = view.reached
    if view.paging is not None:
        return Shape(reached.annotation, reached.imports)
    annotation = f"list[{reached.annotation}]" if reached.many else f"{reached.annotation} | None"
    return Shape("Any" if reached.annotation == "Any" else annotation, reached.imports)


def _read(view: GraphView) -> str:
    path = view.connection or view.reached.attributes
    reach = f"reach(answer, {', '.join(repr(name) for name in path)})"
    if view.paging is not None:
        return f"relay_page({reach}, answer)"
    return f"entries({reach})" if view.reached.many else reach


def _doc(service: GraphService, view: GraphView, arguments: list[tuple[str, str]]) -> str:
    names = {entry.get("code"): str(entry.get("name", "")) for entry in refusals(service)}
    told = ", ".join(f"`{code}` ({names[code]})" for code in view.errors)
    returned = ""
    if view.paging is None:
        returned = sentences([_returned(service, view), "" if view.reached.many else _NULL.get(view.null, _SILENT)])
    return lay_out(
        summary=view.summary,
        description=view.description,
        arguments=arguments,
        returned=returned,
        paged=view.paging is not None,
        effect=view.effect,
        refusals=told,
        source=view.source,
    )


def _returned(service: GraphService, view: GraphView) -> str:
    """What the schema says of the value, or else of its type; the words of a root field are mostly about the call."""
    kind = get_named_type(view.reached.field.type)
    is_root = view.reached.field is root_definition(service, view.raw)
    own, of_type = view.reached.field.description, None if isinstance(kind, GraphQLScalarType) else kind.description
    return (of_type or own if is_root else own or of_type) or ("The entries" if view.reached.many else "What came")


def _type(service: GraphService, definition: VariableDefinitionNode) -> GraphQLType:
    kind: GraphQLType | None = type_from_ast(service.schema, definition.type)
    assert kind is not None
    return kind


def _argument(
    service: GraphService,
    view: GraphView,
    definition: VariableDefinitionNode,
    described: Mapping[str, GraphQLArgument | GraphQLInputField],
) -> tuple[Argument, set[str]]:
    name = definition.variable.name.value
    if definition.default_value is not None:
        raise GenerationError(f"{view.raw.file}: ${name} has a default; what the caller leaves out is not sent")
    annotation, imports = _annotation(service, _type(service, definition))
    required = isinstance(_type(service, definition), GraphQLNonNull)
    taken = described.get(name)
    own = taken.description if taken is not None else None
    texts = [own, *list(_of_type(service, definition))[1:]] if own else list(_of_type(service, definition))
    if taken is not None and directives.has(taken, "secret"):
        texts.append("secret")
    python_name = str(PythonIdentifier(attribute_name(name), "field_"))
    if required:
        return Argument(python_name, annotation, "", sentences(texts)), imports
    return Argument(python_name, f"{annotation} | Unset", "UNSET", sentences(texts)), imports


def _of_type(service: GraphService, definition: VariableDefinitionNode) -> Iterator[str]:
    kind = get_named_type(_type(service, definition))
    name = definition.variable.name.value
    if isinstance(kind, GraphQLScalarType):
        yield _USUAL.get(name, "")
    else:
        yield kind.description or ""
    if isinstance(kind, GraphQLEnumType):
        yield f"Known: {', '.join(kind.values)}"


def _annotation(service: GraphService, kind: GraphQLType) -> tuple[str, set[str]]:
    if isinstance(kind, GraphQLNonNull):
        return _annotation(service, kind.of_type)
    if isinstance(kind, GraphQLList):
        inner, imports = _annotation(service, kind.of_type)
        return f"Sequence[{inner}]", imports
    if isinstance(kind, GraphQLEnumType):
        # Text is taken too: the lists of values are incomplete, and the service itself names buckets in text.
        name = enum_classes(service.schema)[kind.name]
        return f"{name} | str", {f"from .models.enums import {name}"}
    if isinstance(kind, GraphQLInputObjectType):
        return kind.name, {f"from .models.input_types import {kind.name}"}
    assert isinstance(kind, GraphQLScalarType)
    return SCALARS.get(kind.name, "Any"), set()


def _described(service: GraphService, view: GraphView) -> dict[str, GraphQLArgument | GraphQLInputField]:
    """For each variable, the argument or the field of an input that it goes into."""
    info = TypeInfo(service.schema)
    found: dict[str, GraphQLArgument | GraphQLInputField] = {}
    stack: list[GraphQLInputField | None] = []

    class Look(Visitor):
        def enter_object_field(self, node: Any, *_: Any) -> None:
            parent = get_named_type(info.get_parent_input_type()) if info.get_parent_input_type() else None
            stack.append(getattr(parent, "fields", {}).get(node.name.value))

        def leave_object_field(self, *_: Any) -> None:
            stack.pop()

        def enter_variable(self, node: VariableNode, *_: Any) -> None:
            taken = stack[-1] if stack else info.get_argument()
            if taken is not None:
                found.setdefault(node.name.value, taken)

    visit(view.raw.node, TypeInfoVisitor(info, Look()))
    return found
