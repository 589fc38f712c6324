"""Answers as JSON for programs, and as tables and lists for eyes. Secrets stay hidden unless they are asked for."""

from __future__ import annotations

import copy
import json
import re
import shutil
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

import attrs

from skybind_clients.runtime import Unset

__all__ = ["HIDDEN", "as_json", "as_text", "hides", "listed", "secret_fields", "table", "width_of_screen"]

#: Stands where a secret would.
HIDDEN = "(hidden)"

_SIGNED = re.compile(r"https?://\S+[?&](?:x-\w+-)?(?:signature|security-token)=", re.IGNORECASE)
_WIDEST_CELL = 48  # an id of 36 characters fits, with room


def width_of_screen() -> int:
    """Columns of the terminal; 120 where there is none."""
    return shutil.get_terminal_size((120, 24)).columns


# ------------------------------------------------------------------------------------------------- JSON


def as_json(value: Any, *, secrets: bool = False) -> Any:
    """An answer as plain JSON.

    Args:
        value: A model, a list of them, or what JSON has.
        secrets: Whether to show what the models keep out of their own text: keys, tokens, signed addresses.
    """
    if isinstance(value, list):
        return [as_json(entry, secrets=secrets) for entry in value]
    if attrs.has(type(value)):
        return value.to_dict() if secrets else _without_signatures(_masked(value).to_dict())
    if hasattr(type(value), "model_fields"):
        content = value.model_dump(mode="json", by_alias=True)
        return content if secrets else _without_signatures(_hidden(value, content))
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return None if isinstance(value, Unset) else value


def hides(value: Any) -> bool:
    """Whether an answer has something that ``as_json`` hides."""
    return bool(as_json(value) != as_json(value, secrets=True))


def secret_fields(package: str) -> frozenset[str]:
    """Names of all fields that the models of a generated package keep out of their own text."""
    models = import_module(f"{package}.models")
    kinds = (getattr(models, name) for name in models.__all__)
    names: set[str] = set()
    for kind in kinds:
        if attrs.has(kind):
            names |= {field.name for field in attrs.fields(kind) if field.repr is False}
        elif hasattr(kind, "model_fields"):
            names |= {name for name, field in kind.model_fields.items() if field.repr is False}
    return frozenset(names) - {"additional_properties"}


def _hidden(value: Any, content: Any) -> Any:
    """The JSON of a model of the other kind, with what the model keeps out of its own text hidden."""
    if isinstance(value, list):
        return [_hidden(entry, part) for entry, part in zip(value, content, strict=True)]
    if not hasattr(type(value), "model_fields"):
        return content
    shown = dict(content)
    for name, field in type(value).model_fields.items():
        sent, inner = field.alias or name, getattr(value, name)
        if sent in shown and inner is not None:
            shown[sent] = HIDDEN if field.repr is False else _hidden(inner, shown[sent])
    return shown


def _masked(value: Any) -> Any:
    """A copy of a model in which what it keeps out of its own text is hidden."""
    if isinstance(value, list):
        return [_masked(entry) for entry in value]
    if not attrs.has(type(value)):
        return value
    masked = copy.copy(value)
    for field in attrs.fields(type(value)):
        inner = getattr(value, field.name)
        if field.repr is False and isinstance(inner, dict):
            # Fields that no document lists, of a model that has secrets: nobody knows what they hold.
            inner = dict.fromkeys(inner, HIDDEN)
        elif field.repr is False and inner is not None and not isinstance(inner, Unset):
            inner = HIDDEN
        else:
            inner = _masked(inner)
        setattr(masked, field.name, inner)
    return masked


def _without_signatures(content: Any) -> Any:
    """The same without signed addresses, also where no document says that a field holds one."""
    if isinstance(content, dict):
        return {name: _without_signatures(value) for name, value in content.items()}
    if isinstance(content, list):
        return [_without_signatures(value) for value in content]
    return HIDDEN if isinstance(content, str) and _SIGNED.match(content) else content


# ------------------------------------------------------------------------------------------------- for eyes


def as_text(value: Any, width: int) -> str:
    """Plain JSON for eyes: a table of a list of objects, a line a field of an object."""
    if isinstance(value, list) and value and all(isinstance(entry, Mapping) for entry in value):
        return table(value, width)
    if isinstance(value, list):
        return "\n".join(_cell(entry) for entry in value) if value else "nothing"
    if isinstance(value, Mapping):
        return listed(value)
    return "done" if value is None else _cell(value)


def listed(fields: Mapping[str, Any]) -> str:
    """A line a field."""
    wide = max(map(_wide, fields), default=0)
    return "\n".join(f"{_padded(name, wide)}  {_cell(value)}".rstrip() for name, value in fields.items())


def table(rows: Sequence[Mapping[str, Any]], width: int, columns: Iterable[str] = ()) -> str:
    """A table with a head, of the first columns that fit.

    Args:
        rows: One object each; values that are objects themselves are left to JSON.
        width: Characters of a line.
        columns: Which, in which order; all that have something to show, if there are none.
    """
    names = list(columns) or list(dict.fromkeys(name for row in rows for name in row if _shown(rows, name)))
    lines: list[list[str]] = [[] for _ in range(len(rows) + 1)]
    used = 0
    for name in names:
        cells = [name, *(_shortened(_cell(row.get(name))) for row in rows)]
        wide = max(map(_wide, cells))
        if used and used + 2 + wide > width:
            break
        used += wide + (2 if used else 0)
        for line, cell in zip(lines, cells, strict=True):
            line.append(_padded(cell, wide))
    return "\n".join("  ".join(line).rstrip() for line in lines)


def _shown(rows: Sequence[Mapping[str, Any]], name: str) -> bool:
    """Whether a column says something, and is not made of objects."""
    values = [row.get(name) for row in rows]
    return not any(isinstance(value, (Mapping, list)) for value in values) and any(
        value not in {None, ""} for value in values
    )


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return ""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, (Mapping, list)) else str(value)
    # One line each, and no character that a terminal would obey.
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _shortened(text: str) -> str:
    if _wide(text) <= _WIDEST_CELL:
        return text
    kept = text[: _WIDEST_CELL - 1]
    while _wide(kept) > _WIDEST_CELL - 1:
        kept = kept[:-1]
    return f"{kept}…"


def _wide(text: str) -> int:
    """Columns on a terminal; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - _wide(text))
