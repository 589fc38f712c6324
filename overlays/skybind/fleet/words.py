"""Where flights stand, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from skybind.fleet.record import Standing

__all__ = ["counted", "counts_of", "word"]

_WORDS = {
    "plan": "to plan",
    "upload": "to upload",
    "start": "to start",
    "wait": "at the service",
    "fetch": "to fetch",
    "done": "done",
    "failed": "failed",
    "held": "waits for a person",
}
_BUSY = {"plan": "planning", "upload": "uploading", "start": "starting", "fetch": "fetching"}


def counts_of(standings: Iterable[Standing]) -> dict[str, int]:
    """Flights by stage, or ``failed`` or ``held``."""
    counts: dict[str, int] = {}
    for standing in standings:
        at = standing.stuck or standing.stage
        counts[at] = counts.get(at, 0) + 1
    return counts


def counted(counts: Mapping[str, int]) -> str:
    """``3 to upload · 2 at the service · 7 done``."""
    return " · ".join(f"{counts[at]:,} {said}" for at, said in _WORDS.items() if counts.get(at))


def word(standing: Standing, now: float) -> str:
    """``uploading``, ``running 43%``, ``failed``.

    Args:
        standing: Of the flight.
        now: Seconds since 1970.
    """
    if standing.stuck:
        return _WORDS[standing.stuck]
    if standing.stage == "wait" and standing.phase:
        share = f" {standing.progress:.0%}" if standing.progress is not None else ""
        return f"{standing.phase}{share}"
    if standing.busy_until > now and standing.stage in _BUSY:
        return _BUSY[standing.stage]
    return _WORDS[standing.stage]
