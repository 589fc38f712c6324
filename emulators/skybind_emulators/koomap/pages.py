"""Paging by offset and limit."""

from collections.abc import Sequence
from typing import Any, TypeVar

Row = TypeVar("Row")


def paged(rows: Sequence[Row], offset: int, limit: int) -> tuple[list[Row], dict[str, Any]]:
    """The rows of one page, and the ``page`` object that goes with them.

    ``offset`` counts rows, not pages. Offset and limit are echoed as asked, ``total`` counts all rows. An offset at or
    after the end gives no rows.
    """
    return list(rows[offset : offset + limit]), {"offset": offset, "limit": limit, "total": len(rows)}
