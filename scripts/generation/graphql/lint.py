"""What a GraphQL spec must say and must not use: sources for everything, and nothing that a real server may refuse."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    GraphQLScalarType,
    SelectionSetNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableNode,
    Visitor,
    get_named_type,
    is_abstract_type,
    is_introspection_type,
    is_specified_scalar_type,
    type_from_ast,
    visit,
)

from ..lint.findings import Finding
from ..lint.operations import VERIFIED
from ..operations import EFFECTS
from ..problems import GenerationError
from . import directives
from .answers import follow, root_field
from .operations import effect_of, refusals
from .service import FRAGMENTS, OPERATIONS, SCHEMA, GraphService, RawDocument

Placed = tuple[Path, Finding]
Rule = Callable[[GraphService], Iterator[Placed]]
UNKNOWN = "Unknown"
_NULLS = ("absent", "failed")
# "name: inferred", "name, and that both share it: inferred": a part of a source that begins with the name.
_GUESSED_NAME = re.compile(r"name\b[^;]*(inferred|our assumption)")


def lint_graph(service: GraphService) -> Iterator[Placed]:
    """All findings in one spec, each with its file; with documents that cannot be read any further, only these."""
    broken = [*fits_the_schema(service), *asks_one_thing(service)]
    yield from broken
    for rule in () if broken else RULES:
        yield from rule(service)


def fits_the_schema(service: GraphService) -> Iterator[Placed]:
    """Documents ask for what the schema has."""
    for fault in service.faults():
        source = fault.nodes[0].loc.source.name if fault.nodes and fault.nodes[0].loc else OPERATIONS
        file = next((file for file in service.files if file.name == source), service.folder / OPERATIONS)
        yield file, Finding(fault.message.partition("\n")[0], "does not fit the schema", "correct one of the two")


def asks_one_thing(service: GraphService) -> Iterator[Placed]:
    """An operation selects one field of the root: it has one effect, and one meaning of null."""
    for raw in service.documents:
        try:
            root_field(raw)
        except GenerationError as error:
            yield _of(raw, str(error).partition(": ")[2], "make two documents of it")


def says_where_it_is_from(service: GraphService) -> Iterator[Placed]:
    """Every type, field, argument and enum of the schema has a source."""
    for place, definition in _definitions(service):
        if not directives.source(definition):
            yield _in_schema(service, place, "@source is missing", "name the document and section, and its mark")


def describes_itself(service: GraphService) -> Iterator[Placed]:
    """The schema has the service's name for a description; every type and every field of the root is described."""
    if not service.schema.description:
        yield _in_schema(service, "schema", "the description is missing", "say what the service is called")
    roots = {kind.name for kind in (service.schema.query_type, service.schema.mutation_type) if kind is not None}
    for place, definition in _definitions(service):
        depth = place.count(".")
        if (depth == 0 or (depth == 1 and place.partition(".")[0] in roots)) and not definition.description:
            yield _in_schema(service, place, "the description is missing", "say what it is, in words of our own")


def says_what_may_be_repeated(service: GraphService) -> Iterator[Placed]:
    """Every field of the root has an effect, and says what null means."""
    roots = [kind for kind in (service.schema.query_type, service.schema.mutation_type) if kind is not None]
    for kind in roots:
        for name, field in kind.fields.items():
            place = f"{kind.name}.{name}"
            if directives.argument(field, "effect", "is") not in EFFECTS:
                yield _in_schema(service, place, "@effect is missing", f"say one of {', '.join(EFFECTS)}")
            if directives.argument(field, "null", "means") not in _NULLS:
                yield _in_schema(service, place, "@null is missing", f"say one of {', '.join(_NULLS)}")


def documents_say_the_same(service: GraphService) -> Iterator[Placed]:
    """Every operation has a summary, a source, an effect, says how it was tried, and names refusals that are listed."""
    listed = {str(entry.get("code")) for entry in refusals(service)}
    for raw in service.documents:
        tags = raw.head.tags
        if not raw.head.summary:
            yield _of(raw, "the summary is missing", "say in the first line of the comment what it does")
        if not tags.get("source"):
            yield _of(raw, "@source is missing", "name the document and section, and its mark")
        if not VERIFIED.fullmatch(tags.get("verified", "")):
            advice = "say @verified documented, emulated, or live with a date (live 2026-01-31)"
            yield _of(raw, f"@verified is {tags.get('verified', '')!r}", advice)
        if effect_of(service, raw) not in EFFECTS:
            yield _of(raw, "there is no effect", f"say one of {', '.join(EFFECTS)} on the field of the root")
        if "effect" in tags and " " not in tags["effect"]:
            yield _of(raw, "@effect gives no reason", "say after it why this is not the effect of the root field")
        for code in (code.strip() for code in tags.get("errors", "").split(";")):
            if code and code not in listed:
                yield _of(raw, f"@errors names {code!r}", "add a @refusal to the schema, or correct it")


def results_are_there(service: GraphService) -> Iterator[Placed]:
    """What an operation returns can be reached, and has a name."""
    for raw in service.documents:
        try:
            root = root_field(raw)
            key = root.alias.value if root.alias else root.name.value
            paging = raw.head.tags.get("paging", "")
            follow(service, raw, f"{paging.split()[0]}.edges.node" if paging else raw.head.tags.get("result", key))
        except GenerationError as error:
            yield _of(raw, str(error).partition(": ")[2], "correct the selection, @result or @paging")


def names_no_guessed_type(service: GraphService) -> Iterator[Placed]:
    """No variable is of a type whose name is inferred: a server refuses a document for a name that it does not know."""
    for raw in service.documents:
        for definition in raw.node.variable_definitions or ():
            kind = get_named_type(type_from_ast(service.schema, definition.type))
            if kind is not None and any(
                _GUESSED_NAME.match(part.strip()) for part in directives.source(kind).split(";")
            ):
                problem = f"${definition.variable.name.value} is of {kind.name}, a name that is inferred"
                yield _of(raw, problem, "write the value out in the document, with variables for its parts")


def asks_for_nothing_old_or_unknown(service: GraphService) -> Iterator[Placed]:
    """Documents use no deprecated field or argument, and select no field whose type nothing public shows."""
    info = TypeInfo(service.schema)
    found: list[tuple[str, str, str]] = []

    class Look(Visitor):
        def enter_field(self, node: FieldNode, *_: Any) -> None:
            field = info.get_field_def()
            if field is not None and field.deprecation_reason:
                found.append((node.name.value, "is deprecated", field.deprecation_reason))
            if field is not None and get_named_type(field.type).name == UNKNOWN and node.selection_set is None:
                found.append((node.name.value, f"is {UNKNOWN}", "leave it out: it may want a selection"))

        def enter_variable(self, node: VariableNode, *_: Any) -> None:
            argument = info.get_argument()
            if argument is not None and argument.deprecation_reason:
                found.append((f"${node.name.value}", "is deprecated", argument.deprecation_reason))

    visit(service.whole, TypeInfoVisitor(info, Look()))
    for place, problem, advice in found:
        yield service.folder / OPERATIONS, Finding(place, problem, advice)


def abstract_types_say_what_came(service: GraphService) -> Iterator[Placed]:
    """A selection of a union or an interface has `__typename`, and a fragment is of the type that it is put into."""
    info = TypeInfo(service.schema)
    found: list[Finding] = []

    class Look(Visitor):
        def enter_selection_set(self, node: SelectionSetNode, *_: Any) -> None:
            parent = info.get_parent_type()
            names = {part.name.value for part in node.selections if isinstance(part, FieldNode)}
            if parent is not None and is_abstract_type(parent) and "__typename" not in names:
                found.append(Finding(parent.name, "no __typename is selected", "select it; it tells members apart"))
            for part in node.selections:
                if isinstance(part, FragmentSpreadNode) and parent is not None:
                    of = service.fragments[part.name.value].type_condition.name.value
                    if of != parent.name:
                        problem = f"{part.name.value} is of {of}, and put into {parent.name}"
                        found.append(Finding(parent.name, problem, "write an inline fragment"))

    visit(service.whole, TypeInfoVisitor(info, Look()))
    for finding in found:
        yield service.folder / OPERATIONS / FRAGMENTS, finding


RULES: tuple[Rule, ...] = (
    says_where_it_is_from,
    describes_itself,
    says_what_may_be_repeated,
    documents_say_the_same,
    results_are_there,
    names_no_guessed_type,
    asks_for_nothing_old_or_unknown,
    abstract_types_say_what_came,
)


def _definitions(service: GraphService) -> Iterator[tuple[str, Any]]:
    """Every definition of the service with its place, for example `Project.image.id`."""
    for kind in service.schema.type_map.values():
        if is_introspection_type(kind) or _is_builtin(kind):
            continue
        yield kind.name, kind
        for name, field in getattr(kind, "fields", {}).items():
            yield f"{kind.name}.{name}", field
            for key, argument in getattr(field, "args", {}).items():
                yield f"{kind.name}.{name}.{key}", argument


def _is_builtin(kind: GraphQLNamedType) -> bool:
    return isinstance(kind, GraphQLScalarType) and is_specified_scalar_type(kind)


def _in_schema(service: GraphService, place: str, problem: str, advice: str) -> Placed:
    return service.folder / SCHEMA, Finding(place, problem, advice)


def _of(raw: RawDocument, problem: str, advice: str) -> Placed:
    return raw.file, Finding(raw.id, problem, advice)
