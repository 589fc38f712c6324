"""Decimal numbers that travel as text: compared by value, kept as they were sent."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from skybind_emulators.koomap.real3d.mistakes import code_of
from skybind_emulators.koomap.real3d.reading import needed
from skybind_emulators.koomap.refusals import refuse

_DECIMAL = re.compile(r"[+-]?\d{1,40}(\.\d{1,40})?", re.ASCII)
_FAR = Decimal(10_000_000)

# Metres in a projection, or degrees: the manual gives the same range for all three.
_OUT_OF_RANGE: Mapping[str, str] = {
    "longitude": "KMP.00021168",
    "latitude": "KMP.00021169",
    "height": "KMP.00021170",
    "accuracy": "KMP.00021171",
}


def decimal_text(fields: Mapping[str, Any], name: str) -> str:
    """A decimal field as text. A JSON number, as in one example of the manual, becomes its shortest text.

    Raises:
        Refusal: it is missing, or no decimal number.
    """
    value = needed(fields, name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = format(Decimal(repr(value)), "f")
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        raise refuse(code_of(name))
    return value


def control_point(fields: Mapping[str, Any]) -> dict[str, str]:
    """The four texts that tell a control point.

    Raises:
        Refusal: one is missing or no decimal number; 00021168 to 00021171, it is out of its range.
    """
    found = {name: decimal_text(fields, name) for name in _OUT_OF_RANGE}
    for name, text in found.items():
        value = Decimal(text)
        fits = 0 < value < 100 if name == "accuracy" else -_FAR <= value <= _FAR
        if not fits:
            raise refuse(_OUT_OF_RANGE[name])
    return found


def same(one: str, other: str) -> bool:
    """Whether two texts are the same number: ``0.050`` is ``0.05``, and no digit is rounded away."""
    return Decimal(one) == Decimal(other)
