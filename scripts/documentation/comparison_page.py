"""A page that puts the services that make models of photos side by side, from what their clients say of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import skybind
from documentation.tables import cell, table
from skybind.reconstruction.capabilities import Capabilities
from skybind.reconstruction.comparing import Row, compared, differences

__all__ = ["comparison_page"]


def comparison_page() -> str:
    """The page in Markdown."""
    return "\n".join(_page({one.service: one for one in _capabilities()}))


def _capabilities() -> Iterator[Capabilities]:
    """What each client in `skybind` takes and gives, once for its sync and its async class."""
    for name in skybind.__all__:
        found = getattr(getattr(skybind, name), "capabilities", None)
        if isinstance(found, Capabilities) and name == found.client:
            yield found


def _page(services: dict[str, Capabilities]) -> Iterator[str]:
    yield "# Services side by side\n"
    yield "What each takes and gives, as far as public documents say. Each fact with where it is from stands below.\n"
    titles = [one.title for one in services.values()]
    rows = compared(*services.values())
    yield table(("", *titles), _values(rows))
    if {"terra", "flighthub"} <= set(services):
        before, after = services["terra"], services["flighthub"]
        yield f"\n## From {before.title} to {after.title}\n\nThe rows that are not the same.\n"
        yield table(("", before.title, after.title), _values(differences(before, after)))
    yield "\n## Sources\n"
    sourced = (row for row in rows if any(row.sources))
    yield table(("", *titles), ((cell(row.topic), *map(cell, row.sources)) for row in sourced)) + "\n"


def _values(rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield cell(row.topic), *map(cell, row.values)
