"""Specifications, read from their files by code of the tests: neither the generator's reading nor the emulators' is
trusted."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import attrs
import yaml

__all__ = ["Tolerance", "read_document", "widened"]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times faster where it was built


@attrs.frozen
class Tolerance:
    """Something in requests that is taken, though the specification does not allow it.

    Sources contradict each other; a client keeps to the strict reading, a service may be met that takes both. With
    tolerances, requests are made up of both, and what fits neither must still be refused.

    Attributes:
        place: JSON pointer to the schema in a request; in a list of parameters, a name stands for a number.
        also: what may stand there too.
        reason: why, with the number of the contradiction.
    """

    place: str
    also: Mapping[str, Any]
    reason: str


def read_document(path: Path) -> dict[str, Any]:
    """An OpenAPI document in one piece. Parts of it lie beside it, as ``<part>.openapi.yaml``: they add to its paths,
    components, tags and codes."""
    document: dict[str, Any] = _load(path)
    for part in map(_load, sorted(path.parent.glob("*.openapi.yaml"))):
        for key in ("tags", "x-errors"):
            document.setdefault(key, []).extend(part.get(key, ()))
        document["paths"] |= part.get("paths", {})
        for section, members in part.get("components", {}).items():
            document["components"].setdefault(section, {}).update(members)
    return document


def widened(document: Mapping[str, Any], tolerances: tuple[Tolerance, ...]) -> dict[str, Any]:
    """A copy of a document that allows what is tolerated, too."""
    copy = deepcopy(dict(document))
    for tolerance in tolerances:
        holder, _, name = tolerance.place.rpartition("/")
        schemas = _at(copy, holder)
        schemas[name] = {"anyOf": [schemas[name], deepcopy(dict(tolerance.also))]}
    return copy


def _at(document: Any, pointer: str) -> Any:
    place = document
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        place = next(one for one in place if one.get("name") == key) if isinstance(place, list) else place[key]
    return place


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
