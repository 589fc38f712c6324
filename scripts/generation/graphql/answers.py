"""From a path in an answer to the type that a call returns."""

from collections.abc import Iterator
from dataclasses import dataclass

from ariadne_codegen.utils import process_name, str_to_pascal_case
from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLString,
    GraphQLType,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    get_named_type,
    is_composite_type,
)

from ..problems import GenerationError
from .service import GraphService, RawDocument
from .shape import INTROSPECTION, enum_classes

SCALARS = {"ID": "str", "String": "str", "Int": "int", "Float": "float", "Boolean": "bool"}


@dataclass(frozen=True)
class Reached:
    """A value in an answer.

    Attributes:
        attributes: How to get there from the model of the whole answer.
        annotation: Type of the value, of a list that of an entry, as Python writes it when it is not null.
        many: Whether it is a list.
        imports: What the annotation needs.
        field: Definition of the value's field.
    """

    attributes: tuple[str, ...]
    annotation: str
    many: bool
    imports: tuple[str, ...]
    field: GraphQLField


def root_field(raw: RawDocument) -> FieldNode:
    """The one field that an operation selects.

    Raises:
        GenerationError: There are several, or none.
    """
    selections = raw.node.selection_set.selections
    if len(selections) != 1 or not isinstance(selections[0], FieldNode):
        raise GenerationError(f"{raw.file}: an operation selects one field of the root, so that it has one effect")
    return selections[0]


def root_definition(service: GraphService, raw: RawDocument) -> GraphQLField | None:
    """What the schema says of that field; None for introspection."""
    kind = _root(service, raw.node)
    return kind.fields.get(root_field(raw).name.value) if kind is not None else None


def follow(service: GraphService, raw: RawDocument, path: str) -> Reached:
    """Where a path of response keys leads, for example `my.self`.

    Raises:
        GenerationError: It leads nowhere, through a list, or to an object that has no fragment to be named after.
    """
    parent: object = _root(service, raw.node)
    selections: SelectionSetNode | None = raw.node.selection_set
    attributes: list[str] = []
    definition: GraphQLField | None = None
    node: FieldNode | None = None
    keys = path.split(".")
    for index, key in enumerate(keys):
        node = dict(_selected(service, selections)).get(key) if selections else None
        definition = _definition(parent, node) if node is not None else None
        if node is None or definition is None:
            raise GenerationError(f"{raw.file}: {path} leads nowhere: {key} is not selected")
        attributes.append(attribute_name(key))
        if _is_list(definition.type) and index < len(keys) - 1 and keys[index + 1 :] != ["node"]:
            raise GenerationError(f"{raw.file}: {path} leads through a list, {key}")
        parent, selections = get_named_type(definition.type), node.selection_set
    assert definition is not None
    assert node is not None
    annotation, imports = _annotation(service, raw, definition.type, node)
    return Reached(tuple(attributes), annotation, _is_list(definition.type), imports, definition)


def attribute_name(key: str) -> str:
    """What ariadne-codegen calls the field of a response key."""
    if key == "__typename":
        return "typename__"
    return str(
        process_name(
            key, convert_to_snake_case=True, trim_leading_underscore=True, handle_pydantic_resrved_field_names=True
        )
    )


def _root(service: GraphService, node: OperationDefinitionNode) -> GraphQLObjectType | None:
    schema = service.schema
    return schema.mutation_type if node.operation is OperationType.MUTATION else schema.query_type


def _selected(service: GraphService, selections: SelectionSetNode) -> Iterator[tuple[str, FieldNode]]:
    for selection in selections.selections:
        if isinstance(selection, FieldNode):
            yield selection.alias.value if selection.alias else selection.name.value, selection
        elif isinstance(selection, FragmentSpreadNode):
            yield from _selected(service, service.fragments[selection.name.value].selection_set)


def _definition(parent: object, node: FieldNode) -> GraphQLField | None:
    if node.name.value == "__typename":
        return GraphQLField(GraphQLString)
    if node.name.value == "__type":
        return INTROSPECTION
    fields: dict[str, GraphQLField] = getattr(parent, "fields", {})
    return fields.get(node.name.value)


def _is_list(kind: GraphQLType) -> bool:
    return isinstance(kind, GraphQLList) or (isinstance(kind, GraphQLNonNull) and _is_list(kind.of_type))


def _annotation(
    service: GraphService, raw: RawDocument, kind: GraphQLType, node: FieldNode
) -> tuple[str, tuple[str, ...]]:
    named = get_named_type(kind)
    if isinstance(named, GraphQLEnumType):
        name = enum_classes(service.schema)[named.name]
        return name, (f"from .models.enums import {name}",)
    if isinstance(named, GraphQLScalarType):
        return SCALARS.get(named.name, "Any"), ()
    assert is_composite_type(named)
    selections = node.selection_set.selections if node.selection_set else ()
    if len(selections) != 1 or not isinstance(selections[0], FragmentSpreadNode):
        raise GenerationError(
            f"{raw.file}: what {node.name.value} returns has no name; select a fragment of it, and nothing beside it"
        )
    name = str(str_to_pascal_case(selections[0].name.value))
    return name, (f"from .models.fragments import {name}",)
