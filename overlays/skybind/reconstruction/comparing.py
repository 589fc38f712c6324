"""What changes from one service to another, as rows for a table."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from skybind.reconstruction.capabilities import Capabilities

__all__ = ["Row", "compared", "differences"]


@attrs.frozen
class Row:
    """A row of a table over services.

    Attributes:
        topic: What it is about.
        values: A text for each service, in their order; ``–`` for none.
        sources: Where each text is from; empty where it is of skybind itself.
    """

    topic: str
    values: tuple[str, ...]
    sources: tuple[str, ...]


def _words(things: tuple[str, ...] | list[str]) -> str:
    return ", ".join(things) or "–"


def _suffixes(capabilities: Capabilities) -> str:
    return _words(sorted(suffix[1:] for suffix in capabilities.photos))


def _number(number: int | None) -> str:
    return f"{number:,}" if number is not None else "not documented"


def _offered(offered: bool, what: str, capabilities: Capabilities) -> str:
    return capabilities.elsewhere.get(what, "yes" if offered else "no")


def _shape(capabilities: Capabilities) -> str:
    return "one archive, unpacked by download()" if capabilities.archive else "single files"


#: Topic, text, and the attribute whose source it has.
_TOPICS: tuple[tuple[str, Callable[[Capabilities], str], str], ...] = (
    ("client", lambda c: f"skybind.{c.client}, skybind.Async{c.client}", ""),
    ("credentials", lambda c: _words(c.credentials), ""),
    ("regions", lambda c: _words([f"{name}: {host}" for name, host in c.regions.items()]), "regions"),
    ("kinds", lambda c: _words([f"{kind.name}: {kind.makes}" for kind in c.kinds]), ""),
    ("upload", lambda c: _offered(c.upload, "upload", c), "upload"),
    ("stores", lambda c: _words(c.stores), "stores"),
    ("photo formats", _suffixes, "photos"),
    ("other files", lambda c: _words(sorted(suffix[1:] for suffix in c.companions)), "companions"),
    ("longest name, bytes", lambda c: _number(c.longest_name), "longest_name"),
    ("GPS in photos", lambda c: c.position.value, "position"),
    ("unfinished jobs", lambda c: _number(c.unfinished_jobs), "unfinished_jobs"),
    ("results", lambda c: _words(c.results), "results"),
    ("shape of results", _shape, "archive"),
    ("download", lambda c: _offered(c.download, "download", c), "download"),
)


def compared(*services: Capabilities) -> list[Row]:
    """All that is known of some services, topic by topic; the numbers of photos have a row for each kind."""
    rows: list[Row] = []
    for topic, text, attribute in _TOPICS:
        values = tuple(text(service) for service in services)
        rows.append(Row(topic, values, tuple(service.sources.get(attribute, "") for service in services)))
        if topic == "kinds":
            rows += _counts(services)
    return rows


def _counts(services: tuple[Capabilities, ...]) -> list[Row]:
    rows: list[Row] = []
    for name in dict.fromkeys(kind.name for service in services for kind in service.kinds):
        limits = [next((kind for kind in service.kinds if kind.name == name), None) for service in services]
        values = tuple(kind.range if kind else "–" for kind in limits)
        rows.append(Row(f"photos for {name}", values, tuple(kind.source if kind else "" for kind in limits)))
    return rows


def differences(before: Capabilities, after: Capabilities) -> list[Row]:
    """What somebody notices who moves from one service to another: the rows that are not the same."""
    return [row for row in compared(before, after) if row.values[0] != row.values[1]]
