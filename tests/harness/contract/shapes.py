"""The shape of answers: which fields there are, of which types, with which enumerated values.

Two answers to one operation never have the same values, and seldom the same entries; a service and its emulator must
all the same agree in shape.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from harness.contract.terms import Terms

__all__ = ["differences", "shape_of"]


@attrs.define
class Place:
    """What was seen at one place, over all answers and entries.

    Attributes:
        types: JSON types.
        odd: values that the specification does not list, where it lists them.
        needed: fields that the specification says are always there.
        declared: fields that the specification knows.
    """

    types: set[str] = attrs.field(factory=set)
    odd: set[str] = attrs.field(factory=set)
    needed: frozenset[str] = frozenset()
    declared: frozenset[str] = frozenset()


Shape = dict[str, Place]


def shape_of(answers: Iterable[Any], terms: Terms) -> Shape:
    """The shape of all these answers together; places are written ``data.list[].uuid``."""
    shape: Shape = {}
    for answer in answers:
        _look(answer, terms, "", shape)
    return shape


def differences(live: Iterable[Any], emulated: Iterable[Any], terms: Terms) -> list[str]:
    """Where an emulator's answers are not shaped like the service's, a line each.

    A field that only the emulator sends is held against it if the specification says that it is always there, or does
    not know it: other fields may be missing from the service's answers by chance.
    """
    service, emulator = shape_of(live, terms), shape_of(emulated, terms)
    found = [f"{place}: the emulator lacks it" for place in service if place not in emulator]
    for place, seen in service.items():
        if odd := sorted(seen.odd):
            found.append(f"{place or 'answer'}: the specification does not list {', '.join(odd)}")
        if place in emulator and (other := seen.types - _also(emulator[place].types)):
            has = ", ".join(sorted(emulator[place].types))
            found.append(f"{place or 'answer'}: {', '.join(sorted(other))} at the service, {has} in the emulator")
    for place in emulator:
        holder, _, name = place.rpartition(".")
        if place not in service and holder in service:
            if name.removesuffix("[]") in service[holder].needed:
                found.append(f"{place}: the specification says it is always there, and the service lacks it")
            elif name.removesuffix("[]") not in service[holder].declared:
                found.append(f"{place}: only the emulator knows it")
    return sorted(found)


def _look(value: Any, terms: Terms, place: str, shape: Shape) -> None:
    here = shape.setdefault(place, Place())
    here.types.add(_type(value))
    if isinstance(value, dict):
        here.needed, here.declared = terms.required, terms.declared
        for name, item in value.items():
            _look(item, terms.field(name), f"{place}.{name}" if place else name, shape)
    elif isinstance(value, list):
        for item in value:
            _look(item, terms.items, f"{place}[]", shape)
    elif terms.values and value not in terms.values:
        here.odd.add(repr(value))


def _type(value: Any) -> str:
    kinds = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer", float: "number"}
    return kinds.get(type(value), "null")


def _also(types: set[str]) -> set[str]:
    """An integer is a number that happens to be whole."""
    return types | {"integer"} if "number" in types else types
