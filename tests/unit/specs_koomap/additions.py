"""What requests of the spec have beyond the tables, and do not say where it is from."""

from collections.abc import Iterator, Mapping

from generation.document import Document, RawOperation
from unit.specs_koomap.documents import Operation, Row
from unit.specs_koomap.nodes import Node
from unit.specs_koomap.places import bodies_of, open_parameter, opened, request_body


def unexplained(document: Document, documented: Mapping[str, Operation]) -> list[str]:
    """What requests of documented operations have beyond the tables, without an `x-source` of its own."""
    return [
        f"{raw.id}: {what}"
        for raw in document.operations()
        if raw.id in documented
        for what in _extras(document, documented[raw.id], raw)
    ]


def _extras(document: Document, operation: Operation, raw: RawOperation) -> Iterator[str]:
    if (raw.method.upper(), raw.path) != (operation.method, operation.path):
        yield f"is {raw.method.upper()} {raw.path}, documented is {operation.method} {operation.path}"
    named = {(row.place, row.name.lower()) for row in operation.rows if row.part == "request"}
    for (place, name), parameter in document.parameters(raw).items():
        if (place, name.lower()) not in named and not open_parameter(document, parameter).sources:
            yield f"{place} parameter {name} is not documented"
    has_body = operation.body != "none"
    if bool(request_body(document, raw)) != has_body and "x-source" not in request_body(document, raw):
        yield f"{'lacks the' if has_body else 'has a'} body; documented is: {operation.body}"
    first = [*operation.table("request", "body"), *operation.table("request", "form")]
    for body in bodies_of(document, raw, "request"):
        yield from _extra_properties(document, body, operation, first, "")


def _extra_properties(
    document: Document, node: Node, operation: Operation, rows: list[Row], path: str
) -> Iterator[str]:
    by_name = {row.name: row for row in rows}
    for name, schemas in node.properties.items():
        here = f"{path}.{name}".lstrip(".")
        for inner in opened(document, schemas):
            if name not in by_name:
                if not inner.sources:
                    yield f"body property {here} is not documented"
                continue
            below = operation.table("request", "object", by_name[name].kind)
            for deeper in (inner, *opened(document, inner.items)):
                yield from _extra_properties(document, deeper, operation, below, here)
