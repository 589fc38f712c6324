"""A page for each service: the codes that it refuses with, what they mean, what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from documentation.services import Service
from documentation.tables import cell, code, table
from skybind_clients.runtime import ErrorCode

__all__ = ["error_page"]

_AGAIN = {
    "no": "no",
    "yes": "yes",
    "maybe": "if the operation is safe to repeat",
    "after_reauth": "once, with new credentials",
    "": "",
}


def error_page(service: Service) -> str:
    """The page in Markdown."""
    return "\n".join(_page(service))


def _page(service: Service) -> Iterator[str]:
    codes = service.codes
    yield f"# {service.title}: error codes\n"
    yield f"{len(codes)} codes are documented. `error.code`, `error.meaning` and `error.advice` hold the three columns;"
    yield "*class* decides which exception it is, see [errors and what to do](../errors.md). A code that is not listed"
    yield "is raised all the same, with the service's own words.\n"
    if any(one.retry for one in codes):
        yield "*Again* is whether the same request may succeed later.\n"
    carried = Counter(number for one in service.operations for number in one.operation.errors)
    yield table(
        ("code", "class", "meaning", "what to do", "again", "operations", "source"),
        (_row(one, carried[one.code]) for one in codes),
    )


def _row(one: ErrorCode, operations: int) -> tuple[str, ...]:
    return (
        code(one.code),
        one.kind.replace("_", " "),
        cell(one.meaning),
        cell(one.advice),
        _AGAIN[one.retry],
        str(operations or ""),
        cell(one.source),
    )
