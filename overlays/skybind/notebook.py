"""What a notebook shows of jobs, photo sets, models and errors: HTML made of values that are there already.

Nothing is asked to show something. Colours are those of the page around it, so that light and dark themes both do; a
state has a colour at its edge and a word beside it. All text is escaped, and long lists are cut with a count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import timedelta

__all__ = ["Code", "ErrorTable"]

_EDGES = {"done": "#2a9d5c", "failed": "#d64545", "stopped": "#d64545", "held": "#d9920a"}
_EDGE = "#6b8fd6"
_MOST_ROWS = 20
_LONGEST = 400  # characters of a value


class Standing(Protocol):
    """How a job stands, as :class:`skybind.jobs.JobState` says it."""

    @property
    def job_id(self) -> str: ...
    @property
    def phase(self) -> str: ...
    @property
    def native(self) -> str: ...
    @property
    def progress(self) -> float | None: ...
    @property
    def remaining(self) -> timedelta | None: ...
    @property
    def message(self) -> str: ...


class Code(Protocol):
    """A code that a service refuses with, as generated tables have it."""

    @property
    def code(self) -> int | str: ...
    @property
    def meaning(self) -> str: ...
    @property
    def advice(self) -> str: ...


class ErrorTable:
    """The codes of a service as a table: ``ErrorTable(skybind_clients.terra.operations.ERRORS)``."""

    def __init__(self, codes: Mapping[int | str, Code]) -> None:
        self.codes = codes

    def _repr_html_(self) -> str:
        rows = [(code.code, code.meaning, code.advice) for code in self.codes.values()]
        return table(("code", "means", "what to do"), rows, most=len(rows))


def card(title: str, facts: Mapping[str, object], *, edge: str = _EDGE, below: str = "") -> str:
    """A box with a title and a row for each fact that is not None and not empty.

    Args:
        title: Text.
        facts: Values by name; text of them is shown.
        edge: Colour of its left edge.
        below: HTML that follows the facts.
    """
    rows = "".join(
        f'<tr><th style="text-align:left;vertical-align:top;font-weight:normal;opacity:.75;padding:1px 12px 1px 0">'
        f'{escape(name)}</th><td style="text-align:left;overflow-wrap:anywhere">{escape(_cut(value))}</td></tr>'
        for name, value in facts.items()
        if value is not None and value != ""
    )
    return (
        f'<div style="border-left:4px solid {edge};padding:2px 0 2px 10px;margin:4px 0;color:inherit">'
        f'<div style="font-weight:bold">{escape(title)}</div>'
        f'<table style="border-collapse:collapse;color:inherit;background:none">{rows}</table>{below}</div>'
    )


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, most: int = _MOST_ROWS) -> str:
    """Rows under column heads; of more than ``most``, the first ones and how many there are."""
    all_rows = list(rows)
    cell = 'style="text-align:left;vertical-align:top;padding:1px 12px 1px 0;overflow-wrap:anywhere"'
    head = "".join(f"<th {cell}>{escape(column)}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td {cell}>{escape(_cut('' if value is None else value))}</td>" for value in row) + "</tr>"
        for row in all_rows[:most]
    )
    more = f"<div>and {len(all_rows) - most:,} more</div>" if len(all_rows) > most else ""
    return (
        '<table style="border-collapse:collapse;color:inherit;background:none">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
    )


def job(title: str, job_id: str, token: str, last: Standing | None) -> str:
    """A job, and how it stood when it was last asked about."""
    facts = {"id": job_id, **({"state": "not asked yet"} if last is None else _facts(last)), "go on with": token}
    return card(title, facts, edge=_edge(last))


def state(standing: Standing) -> str:
    """How a job stands."""
    return card(f"Job {standing.job_id}", _facts(standing), edge=_edge(standing))


def error(title: str, message: str, facts: Mapping[str, object], failed: Mapping[str, str]) -> str:
    """An error with what to do about it; what it says of single files becomes a table."""
    below = table(("file", "why"), failed.items()) if failed else ""
    return card(title, {"what": message, **facts}, edge=_EDGES["failed"], below=below)


def _facts(standing: Standing) -> dict[str, object]:
    share = f" · {standing.progress:.0%}" if standing.progress is not None else ""
    left = None if standing.remaining is None else f"about {standing.remaining.total_seconds() / 60:.0f} min"
    return {
        "state": f"{standing.phase}{share}",
        "service says": standing.native,
        "time left": left,
        "message": standing.message,
    }


def _edge(standing: Standing | None) -> str:
    return _EDGE if standing is None else _EDGES.get(str(standing.phase), _EDGE)


def _cut(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
