"""Where the spec says what a row says: the parameters, headers and properties that it may be found at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generation.document import Document, RawOperation
from unit.specs_koomap.documents import Operation, Row
from unit.specs_koomap.nodes import Node, open_node

_DEPTH = 8  # deeper than any documented body


@dataclass(frozen=True)
class Place:
    """A parameter, header or property where a row's facts should be."""

    node: Node
    required: bool


def places_of(document: Document, operation: Operation, raw: RawOperation, row: Row) -> list[Place]:
    """Every place where a row's facts should stand; none if the spec has it nowhere."""
    if row.part == "request" and row.place in ("path", "query", "header"):
        return [
            Place(open_parameter(document, parameter), bool(parameter.get("required")))
            for (place, name), parameter in document.parameters(raw).items()
            if place == row.place and _same(row.place, name, row.name)
        ]
    if row.place == "header":
        headers = answer(document, raw, row.part).get("headers", {})
        return [
            Place(open_parameter(document, document.resolve(header)), required=False)
            for name, header in headers.items()
            if _same("header", name, row.name)
        ]
    bodies = bodies_of(document, raw, row.part)
    if row.name == "[]":
        return [Place(body, required=True) for body in bodies]
    holders = [body for top in bodies for body in (top, *opened(document, top.items))]
    if row.place == "object":
        holders = list(_holders(document, operation, row, holders))
    return [
        Place(open_node(document, schema), row.name in holder.required)
        for holder in holders
        for schema in holder.properties.get(row.name, ())
    ]


def _same(place: str, name: str, documented: str) -> bool:
    """Names of headers have no case."""
    return name.lower() == documented.lower() if place == "header" else name == documented


def open_parameter(document: Document, parameter: Mapping[str, Any]) -> Node:
    """A parameter's or header's schema, with the reasons that stand beside it."""
    node = open_node(document, parameter.get("schema", {}))
    beside = open_node(document, {key: parameter[key] for key in ("x-source",) if key in parameter})
    return Node(**{**vars(node), "sources": (*beside.sources, *node.sources)})


def answer(document: Document, raw: RawOperation, status: str) -> Mapping[str, Any]:
    """The answer of a status, by itself or by its class."""
    responses = raw.operation.get("responses", {})
    for key in (status, f"{status[0]}XX", "default"):
        if key in responses:
            resolved: Mapping[str, Any] = document.resolve(responses[key])
            return resolved
    return {}


def request_body(document: Document, raw: RawOperation) -> Mapping[str, Any]:
    """The operation's `requestBody`, or nothing."""
    return document.resolve(raw.operation.get("requestBody")) or {}


def credential_headers(document: Document, raw: RawOperation) -> set[str]:
    """The headers of the security schemes that an operation accepts."""
    schemes = document.components("securitySchemes")
    requirements = raw.operation.get("security", document.root.get("security", []))
    named = [schemes[name] for requirement in requirements for name in requirement]
    return {str(scheme.get("name")) for scheme in named if scheme.get("in") == "header"}


def bodies_of(document: Document, raw: RawOperation, part: str) -> list[Node]:
    """The bodies of a request or an answer, one a content type."""
    holder = request_body(document, raw) if part == "request" else answer(document, raw, part)
    return [open_node(document, media.get("schema", {})) for media in holder.get("content", {}).values()]


def opened(document: Document, schemas: tuple[Any, ...]) -> list[Node]:
    """Several schemas, read."""
    return [open_node(document, schema) for schema in schemas]


def _holders(document: Document, operation: Operation, row: Row, tops: list[Node]) -> Iterator[Node]:
    """The objects that a table of fields describes, wherever documented fields of that kind lead to them."""

    def walk(rows: list[Row], nodes: list[Node], depth: int) -> Iterator[Node]:
        for parent in rows if depth else []:
            below = operation.table(row.part, "object", parent.kind)
            fields = [open_node(document, s) for node in nodes for s in node.properties.get(parent.name, ())]
            inner = [found for one in fields for found in (one, *opened(document, one.items)) if found.properties]
            if parent.kind == row.object:
                yield from inner
            yield from walk(below, inner, depth - 1)

    first = [found for place in ("body", "form") for found in operation.table(row.part, place)]
    if any(found.name == "[]" for found in first):
        yield from (node for node in tops if node.properties)
    yield from walk(first, tops, _DEPTH)
