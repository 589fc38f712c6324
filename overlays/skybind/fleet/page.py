"""Where a fleet stands, as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

from skybind.fleet.record import Standing
from skybind.fleet.words import counted, counts_of, word
from skybind.report.document import document

__all__ = ["page"]

_CLASSES = {"done": "done", "failed": "failed", "held": "held", "wait": "running", "fetch": "running"}


def page(fleet: str, standings: Sequence[Standing], now: float) -> str:
    """The page: a bar of how many flights are where, and a row for each.

    Args:
        fleet: Its name.
        standings: Of its flights.
        now: Seconds since 1970.
    """
    counts = counts_of(standings)
    head = f"<h1>Fleet {escape(fleet)}</h1><p>{len(standings):,} flights: {escape(counted(counts))}</p>"
    made = datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%d %H:%M UTC")
    return document(f"Fleet {fleet}", [head, _bar(standings), _rows(standings, now)], f"Made by skybind at {made}")


def _bar(standings: Sequence[Standing]) -> str:
    shares: dict[str, int] = {}
    for standing in standings:
        kind = _CLASSES.get(standing.stuck or standing.stage, "created")
        shares[kind] = shares.get(kind, 0) + 1
    parts, left = [], 0.0
    for kind in ("done", "running", "held", "failed", "created"):
        wide = 1000 * shares.get(kind, 0) / max(1, len(standings))
        if wide:
            parts.append(f'<rect class="b-{kind}" x="{left:.1f}" y="0" width="{wide:.1f}" height="20"/>')
            left += wide
    return (
        '<svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" aria-label="Flights by state">'
        + "".join(parts)
        + "</svg>"
    )


def _rows(standings: Sequence[Standing], now: float) -> str:
    rows = []
    for standing in standings:
        kind = _CLASSES.get(standing.stuck or standing.stage, "created")
        safe = "" if standing.files is None else f"{standing.safe_files:,} of {standing.files:,}"
        cells = (
            *(standing.flight.key.rpartition("/")[2], standing.flight.service, standing.flight.kind),
            *(safe, standing.trouble or standing.flight.out or ""),
        )
        name, service, made, photos, more = map(escape, cells)
        rows.append(
            f"<tr><td>{name}</td><td>{service}</td><td>{made}</td>"
            f'<td class="{kind}">{escape(word(standing, now))}</td><td>{photos}</td><td>{more}</td></tr>'
        )
    head = "".join(
        f"<th>{name}</th>" for name in ("flight", "service", "kind", "state", "photos safe", "trouble, or model")
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
