"""Tables and cells in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["cell", "code", "table"]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(text: str) -> str:
    """Text for a cell: on one line, with nothing that ends the cell or begins HTML."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def code(text: object) -> str:
    """A word as it is typed. A word with backticks in it is put between two."""
    word = " ".join(str(text).split()).replace("|", "\\|")
    return f"`` {word} ``" if "`" in word else f"`{word}`"
