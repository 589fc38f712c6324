"""What we change in the models that ariadne-codegen writes.

- Enums are open, their members are named as Python names constants, and documented.
- Classes and fields are documented from the schema.
- Fields that the schema marks `@secret` are left out of `repr`, those of inputs too.
- A selection that only spreads a fragment has the fragment's class, under the fragment's name.
- `__typename` of an object takes any name, and a union takes members that the schema does not list.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ariadne_codegen.plugins.base import Plugin
from ariadne_codegen.utils import str_to_pascal_case
from graphql import (
    ExecutableDefinitionNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLNamedType,
    SelectionSetNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    is_abstract_type,
    visit,
)
from openapi_python_client.strings import snake_case

from .directives import has
from .service import GraphService
from .syntax import (
    Rename,
    alias,
    documentation,
    documented,
    expression,
    import_from,
    import_unlisted,
    is_empty,
    is_union,
    set_keyword,
    take_unlisted,
)

OPEN_ENUM = "OpenEnum"
_TYPENAME = "__typename"


@dataclass(frozen=True)
class Traces:
    """What the schema says of the nodes of documents, by identity.

    Attributes:
        fields: Definition of each selected field.
        parents: Type in which a field is selected.
        types: Type of each selection set.
    """

    fields: Mapping[int, GraphQLField]
    parents: Mapping[int, GraphQLNamedType]
    types: Mapping[int, GraphQLNamedType]


def traced(service: GraphService) -> type[Plugin]:
    """The plugin, knowing one service's schema as it was before it was made ready for the generator."""
    kinds = service.schema.type_map
    known = {name: kind for name, kind in kinds.items() if isinstance(kind, GraphQLInputObjectType)}

    class ForService(ModelsPlugin):
        traces = _trace(service)
        inputs = known

    return ForService


class ModelsPlugin(Plugin):
    """Changes what is written, class by class."""

    traces: Traces
    inputs: Mapping[str, GraphQLInputObjectType]

    def generate_enum(self, class_def: ast.ClassDef, enum_type: GraphQLEnumType) -> ast.ClassDef:
        body: list[ast.stmt] = documentation(enum_type.description)
        for name, value in enum_type.values.items():
            body.append(ast.Assign([ast.Name(snake_case(name).upper())], ast.Constant(value.value), lineno=1))
            body += documentation(value.description)
        class_def.bases = [ast.Name(OPEN_ENUM)]
        class_def.body = body or [ast.Pass()]
        return class_def

    def generate_enums_module(self, module: ast.Module) -> ast.Module:
        classes = [node for node in module.body if isinstance(node, ast.ClassDef)]
        module.body = [import_from("open_enum", OPEN_ENUM), *sorted(classes, key=lambda node: node.name)]
        return module

    def generate_input_class(self, class_def: ast.ClassDef, input_type: GraphQLInputObjectType) -> ast.ClassDef:
        fields = self.inputs[input_type.name].fields
        for node in class_def.body:
            name = node.target.id if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else ""
            if isinstance(node, ast.AnnAssign) and has(fields[alias(node) or name], "secret"):
                set_keyword(node, "repr", ast.Constant(False))
        return class_def

    def generate_result_field(
        self,
        field_implementation: ast.AnnAssign,
        operation_definition: ExecutableDefinitionNode,  # noqa: ARG002  # the generator passes it
        field: FieldNode,
    ) -> ast.AnnAssign:
        definition, parent = self.traces.fields.get(id(field)), self.traces.parents.get(id(field))
        if field.name.value == _TYPENAME and not is_abstract_type(parent):
            field_implementation.annotation = expression("Optional[str]")
            set_keyword(field_implementation, "default", ast.Constant(None))
        if is_union(field_implementation):
            take_unlisted(field_implementation)
        if definition is not None and has(definition, "secret"):
            set_keyword(field_implementation, "repr", ast.Constant(False))
        return field_implementation

    def generate_result_class(
        self,
        class_def: ast.ClassDef,
        operation_definition: ExecutableDefinitionNode,
        selection_set: SelectionSetNode,
    ) -> ast.ClassDef:
        kind = self.traces.types.get(id(selection_set))
        if isinstance(operation_definition, FragmentDefinitionNode) and class_def.name == _fragment_class(
            operation_definition.name.value
        ):
            class_def.body = [*documentation(kind.description if kind else None), *class_def.body]
        definitions = {}
        for selection in selection_set.selections:
            if isinstance(selection, FieldNode):
                key = selection.alias.value if selection.alias else selection.name.value
                definitions[key] = self.traces.fields.get(id(selection))
        class_def.body = list(documented(class_def.body, definitions))
        return class_def

    def generate_result_types_module(
        self,
        module: ast.Module,
        operation_definition: ExecutableDefinitionNode,  # noqa: ARG002  # the generator passes it
    ) -> ast.Module:
        aliases = {
            node.targets[0].id: node.value.id
            for node in module.body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and isinstance(node.value, ast.Name)
        }
        module.body = [node for node in module.body if not isinstance(node, ast.Assign)]
        import_unlisted(module)
        Rename(aliases).visit(module)
        return module

    def generate_fragments_module(
        self, module: ast.Module, fragments_definitions: Mapping[str, FragmentDefinitionNode]
    ) -> ast.Module:
        own = {_fragment_class(name) for name in fragments_definitions}
        only: dict[str, str] = {}
        kept: list[ast.stmt] = []
        for node in module.body:
            base = node.bases[0] if isinstance(node, ast.ClassDef) and len(node.bases) == 1 else None
            if isinstance(node, ast.ClassDef) and isinstance(base, ast.Name) and base.id in own and is_empty(node):
                only[node.name] = base.id
            else:
                kept.append(node)
        module.body = kept
        import_unlisted(module)
        Rename({name: target for name, target in only.items() if name != target}).visit(module)
        return module


def _trace(service: GraphService) -> Traces:
    info = TypeInfo(service.schema)
    fields: dict[int, GraphQLField] = {}
    parents: dict[int, GraphQLNamedType] = {}
    types: dict[int, GraphQLNamedType] = {}

    class Look(Visitor):
        def enter_field(self, node: FieldNode, *_: Any) -> None:
            definition, parent = info.get_field_def(), info.get_parent_type()
            if definition is not None:
                fields[id(node)] = definition
            if parent is not None:
                parents[id(node)] = parent

        def enter_selection_set(self, node: SelectionSetNode, *_: Any) -> None:
            parent = info.get_parent_type()
            if parent is not None:
                types[id(node)] = parent

    visit(service.whole, TypeInfoVisitor(info, Look()))
    return Traces(fields, parents, types)


def _fragment_class(name: str) -> str:
    return str(str_to_pascal_case(name))
