"""What can be made of photos, how many it takes, and the JSON text that stands for the wishes.

The keys of that text are not public. It is built from whatever mapping the caller gives; nothing is checked and nothing
is added. That they follow TerraAPI's names is a guess that skybind does not make.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

from skybind.errors import UsageError
from skybind.flighthub.capabilities import CAPABILITIES
from skybind_clients.flighthub.models import ModelType

__all__ = ["KINDS", "Kind", "Parameters", "check_kinds", "parameters_text"]

Kind = Literal["2d", "3d", "3dgs", "lidar"]
Parameters = Mapping[str, Any] | str

KINDS: dict[Kind, ModelType] = {
    "2d": ModelType.MAP_2D,
    "3d": ModelType.MODEL_3D,
    "3dgs": ModelType.SPLATS_3DGS,
    "lidar": ModelType.LIDAR,
}
assert set(KINDS) == set(get_args(Kind))


def check_kinds(kinds: Iterable[str]) -> tuple[Kind, ...]:
    """The kinds, in FlightHub's order.

    Raises:
        UsageError: none, or one that there is not.
    """
    wanted = set(kinds)
    for kind in wanted:
        CAPABILITIES.kind(kind)
    if not wanted:
        raise UsageError("nothing to make was named", advice=f"Kinds are {', '.join(KINDS)}.")
    return tuple(kind for kind in KINDS if kind in wanted)


def parameters_text(parameters: Parameters | None) -> str:
    """The JSON text of one kind: that of a mapping, or a text as it is; ``{}`` leaves all to the service.

    Raises:
        UsageError: it is no JSON object.
    """
    if isinstance(parameters, str):
        try:
            content = json.loads(parameters)
        except ValueError as error:
            raise UsageError(f"the parameters are no JSON: {error}") from None
        if not isinstance(content, dict):
            raise UsageError("the parameters are no JSON object", advice='Write {"name": value, ...}.')
        return parameters
    try:
        return json.dumps(dict(parameters or {}), sort_keys=True, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise UsageError(f"the parameters cannot be written as JSON: {error}") from None
