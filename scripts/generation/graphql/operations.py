"""The operations of a GraphQL service, as the table and the facade have them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphql import FragmentSpreadNode, Node, SelectionSetNode, Visitor, print_ast, visit

from ..naming import group_attribute
from ..operations import EFFECTS, Paging
from ..problems import GenerationError
from . import directives
from .answers import Reached, follow, root_definition, root_field
from .service import GraphService, RawDocument

_PAGE_VARIABLES = ("first", "after")


@dataclass(frozen=True)
class GraphView:
    """One row of the operations table, with what the facade needs beside it.

    Attributes:
        raw: The document.
        root: Response key of the operation's one field.
        text: The document as it is sent.
        null: What it means that this field is null: `absent`, `failed`, or nothing.
        reached: What the call returns; of a list that goes on, its entries.
        connection: Path of that list, below the answer.
    """

    raw: RawDocument
    id: str
    tag: str
    group: str
    method: str
    summary: str
    description: str
    source: str
    effect: str
    verified: str
    errors: tuple[str, ...]
    paging: Paging | None
    root: str
    null: str
    text: str
    reached: Reached
    connection: tuple[str, ...] = ()
    http_method: str = "POST"
    path: str = ""
    answer: str = "json"

    @property
    def call(self) -> str:
        """Where the facade has it, for example `images.has`."""
        return f"{self.group}.{self.method}"


def read_views(service: GraphService) -> list[GraphView]:
    """All operations, in the order of their groups.

    Raises:
        GenerationError: A document does not fit the schema, or its comment makes no sense.
    """
    faults = service.faults()
    if faults:
        raise GenerationError("\n".join([f"{service.folder}: documents do not fit the schema:", *map(str, faults)]))
    return [_view(service, raw) for raw in service.documents]


def refusals(service: GraphService) -> list[Mapping[str, Any]]:
    """The codes and words that the service refuses with, in the form of an OpenAPI spec's `x-errors`."""
    return list(directives.of(service.schema, "refusal"))


def effect_of(service: GraphService, raw: RawDocument) -> str:
    """What may be sent again: what the document says, or else the root field. Empty if neither says it."""
    own = raw.head.tags.get("effect", "").partition(" ")[0]
    return own or directives.argument(root_definition(service, raw), "effect", "is")


def _view(service: GraphService, raw: RawDocument) -> GraphView:
    effect = effect_of(service, raw)
    if effect not in EFFECTS:
        raise GenerationError(
            f"{raw.file}: the effect is {effect!r}: say one of {', '.join(EFFECTS)} on the root field"
        )
    root, definition, tags = root_field(raw), root_definition(service, raw), raw.head.tags
    key = root.alias.value if root.alias else root.name.value
    connection = tags.get("paging", "")
    path = f"{connection.split()[0]}.edges.node" if connection else tags.get("result", key)
    reached = follow(service, raw, path)
    return GraphView(
        raw=raw,
        id=raw.id,
        tag=raw.group,
        group=group_attribute(raw.group),
        method=raw.method,
        summary=raw.head.summary,
        description=raw.head.description,
        source=tags.get("source", ""),
        effect=effect,
        verified=tags.get("verified", ""),
        errors=tuple(code.strip() for code in tags.get("errors", "").split(";") if code.strip()),
        paging=_paging(service, raw, connection) if connection else None,
        root=key,
        null=directives.argument(definition, "null", "means"),
        text=sent_text(service, raw),
        reached=replace(reached, many=True) if connection else reached,
        connection=reached.attributes[:-2] if connection else (),
    )


def _paging(service: GraphService, raw: RawDocument, given: str) -> Paging:
    path, _, usual = given.partition(" ")
    variables = {definition.variable.name.value for definition in raw.node.variable_definitions or ()}
    if not variables.issuperset(_PAGE_VARIABLES) or (usual and not usual.isdecimal()):
        raise GenerationError(
            f"{raw.file}: @paging names a connection, and may say how many entries to ask for; the document takes "
            f"${' and $'.join(_PAGE_VARIABLES)}"
        )
    for part in ("pageInfo.hasNextPage", "pageInfo.endCursor"):
        follow(service, raw, f"{path}.{part}")
    return Paging(
        style="cursor",
        items=f"data.{path}.edges.node",
        page_param="after",
        size_param="first",
        total=f"data.{path}.totalCount",
        next=f"data.{path}.pageInfo.endCursor",
        place="variables",
        most=None,
        usual=int(usual) if usual else None,
    )


def sent_text(service: GraphService, raw: RawDocument) -> str:
    """The document with its fragments put in place.

    A fragment names the type that it is of, and many names of types are not public: a server would refuse the whole
    document for one that it does not know.
    """

    class Inline(Visitor):
        def leave_selection_set(self, node: SelectionSetNode, *_: Any) -> Node | None:
            if not any(isinstance(part, FragmentSpreadNode) for part in node.selections):
                return None
            selections: list[Any] = []
            for part in node.selections:
                if isinstance(part, FragmentSpreadNode):
                    selections += _inlined(service.fragments[part.name.value].selection_set).selections
                else:
                    selections.append(part)
            return SelectionSetNode(selections=tuple(_once(selections)))

    def _inlined(node: SelectionSetNode) -> SelectionSetNode:
        inlined: SelectionSetNode = visit(node, Inline())
        return inlined

    return print_ast(visit(raw.node, Inline()))


def _once(selections: list[Any]) -> list[Any]:
    """Each field once; two fragments may share one."""
    kept: dict[str, Any] = {}
    for part in selections:
        kept.setdefault(print_ast(part), part)
    return list(kept.values())
