"""The 83 commands of the platform's catalogue, as a dock reads them.

``catalogue.json`` holds what DJI documents of each payload (Cloud API 1.11.3 and 1.15): types, ranges, values. A
member is required only where DJI and the platform agree that it is, so that what the platform can send gets through.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from .codes import Code, Refused

_KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}


@frozen
class Member:
    """A member of a payload. `path` is dotted; items of arrays are not marked in it."""

    path: str
    types: tuple[str, ...]
    required: bool = False
    least: float | None = None
    most: float | None = None
    values: tuple[Any, ...] = ()

    def fits(self, value: object) -> bool:
        """Whether a value has the type, range and code that is documented."""
        if "any" not in self.types and not any(_is(value, kind) for kind in self.types):
            return False
        if isinstance(value, int | float) and not isinstance(value, bool):
            if self.least is not None and value < self.least:
                return False
            if self.most is not None and value > self.most:
                return False
        if isinstance(value, bool) and "boolean" in self.types:
            return True
        return not self.values or value in self.values


@frozen
class Command:
    """A method: its group in the catalogue, the docks that know it, its payload."""

    method: str
    domain: str
    generations: frozenset[str]
    members: Sequence[Member]

    def check(self, data: Mapping[str, Any]) -> None:
        """Hold a payload against what is documented. Members that are not documented are let through.

        Raises:
            Refused: `PARAMETERS`, with the member's path.
        """
        for member in self.members:
            parent, _, name = member.path.rpartition(".")
            for holder in _holders(data, parent.split(".") if parent else []):
                if name not in holder:
                    if member.required:
                        raise Refused(Code.PARAMETERS, f"{member.path} is missing")
                elif not member.fits(holder[name]):
                    raise Refused(Code.PARAMETERS, f"{member.path} is not what it must be")


@cache
def commands() -> Mapping[str, Command]:
    """All commands by method."""
    listed = json.loads(files(__package__).joinpath("catalogue.json").read_text("utf-8"))
    return {
        entry["method"]: Command(
            entry["method"],
            entry["domain"],
            frozenset(entry["generations"]),
            [
                Member(
                    given["path"],
                    tuple(given["types"]),
                    given.get("required", False),
                    given.get("min"),
                    given.get("max"),
                    tuple(given.get("enum", ())),
                )
                for given in entry["fields"]
            ],
        )
        for entry in listed
    }


def _holders(value: object, path: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """The objects at a path, through arrays. What is not there has no members to check."""
    if isinstance(value, list):
        for item in value:
            yield from _holders(item, path)
    elif isinstance(value, Mapping):
        if not path:
            yield value
        elif path[0] in value:
            yield from _holders(value[path[0]], path[1:])


def _is(value: object, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _KINDS[kind])
