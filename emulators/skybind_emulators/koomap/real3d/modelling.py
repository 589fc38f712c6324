"""The parameters of a modelling: four of them, kept and shown as text."""

import json
from collections.abc import Mapping
from typing import Any

from skybind_emulators.koomap.real3d.mistakes import INVALID
from skybind_emulators.koomap.real3d.reading import needed, whole
from skybind_emulators.koomap.refusals import refuse

COORDINATE_SYSTEM = "WGS84-UTM"
DEFAULTS: Mapping[str, str] = {
    "accuracy": "High",
    "key_point_limit": "40000",
    "tie_point_limit": "4000",
    "mesh_accuracy": "0",
}
_ACCURACIES = ("Highest", "High", "Medium", "Low", "Lowest")
_RANGES = {"key_point_limit": (1_000, 1_000_000), "tie_point_limit": (100, 100_000), "mesh_accuracy": (0, 2)}


def parameters_of(value: Any) -> Mapping[str, str]:
    """The parameters of a request. Numbers may come as numbers or as text (the tables have the one, the SDK the other).

    Raises:
        Refusal: 00021009 one of the four is missing; 00021004 one is not what it should be.
    """
    if not isinstance(value, dict):
        raise refuse(INVALID)
    if needed(value, "accuracy") not in _ACCURACIES:
        raise refuse(INVALID)
    return {"accuracy": value["accuracy"], **{name: _number(value, name, *ends) for name, ends in _RANGES.items()}}


def as_text(parameters: Mapping[str, str] | None) -> str:
    """The parameters as products tell them: JSON text, in the order of the manual's example."""
    order = ("accuracy", "mesh_accuracy", "key_point_limit", "tie_point_limit")
    return json.dumps({name: parameters[name] for name in order} if parameters else None, separators=(",", ":"))


def _number(fields: Mapping[str, Any], name: str, least: int, most: int) -> str:
    value = whole(needed(fields, name))
    readable = isinstance(value, int | str) and not isinstance(value, bool)
    if not readable or not str(value).isascii() or not str(value).isdecimal() or len(str(value)) > 9:
        raise refuse(INVALID)
    if not least <= int(value) <= most:
        raise refuse(INVALID)
    return str(int(value))
