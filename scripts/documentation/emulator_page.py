"""A page about the emulators' settings and faults, made of their docstrings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import attrs

from documentation.tables import cell, code, table
from skybind_emulators import settings
from skybind_emulators.faults import API_KINDS, STORE_KINDS

__all__ = ["emulator_page"]

_ENTRY = re.compile(r"^    (\w+): (.*(?:\n {8,}.*)*)", re.MULTILINE)


def emulator_page() -> str:
    """The page in Markdown."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield "# Settings and faults of the emulators\n"
    yield "## Faults\n"
    yield "How they are ordered: [the emulators](emulators.md#faults).\n\n### At a service\n"
    yield table(
        ("kind", "what happens"), _kinds({**API_KINDS, "status-CODE": "answer with that HTTP status, 400 to 599"})
    )
    yield "\n### At the object store\n"
    yield table(("kind", "what happens"), _kinds({**STORE_KINDS, "status-CODE": "the same"}))
    for name in sorted(vars(settings)):
        kind = getattr(settings, name)
        if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == settings.__name__:
            yield f"\n## `{name}`\n\n{(inspect.getdoc(kind) or '').partition(chr(10) * 2)[0]}\n"
            yield table(("setting", "default", "what it is"), _settings(kind))


def _kinds(kinds: dict[str, str]) -> Iterator[tuple[str, str]]:
    for kind, meaning in kinds.items():
        yield code(kind), cell(meaning)


def _settings(kind: type[Any]) -> Iterator[tuple[str, str, str]]:
    meanings = dict(_ENTRY.findall((inspect.getdoc(kind) or "").partition("Attributes:")[2]))
    for field in attrs.fields(kind):
        yield code(field.name), _default(field.default), cell(meanings.get(field.name, ""))


def _default(value: Any) -> str:
    if isinstance(value, attrs.Factory):  # type: ignore[arg-type]  # a class, whatever its stub says
        made = value.factory()
        return "" if attrs.has(type(made)) or not made else code(made)
    return "needed" if value is attrs.NOTHING else code(value if value != "" else '""')
