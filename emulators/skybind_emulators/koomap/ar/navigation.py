"""Operation of the group `navigation`: a way from one position to another (AR导航, AR navigation).

No answer of the service is public. The way goes east or west, then north or south, then by a lift if the heights
differ; the same for the same request.
"""

import math
from collections.abc import Mapping
from typing import Any

from skybind_emulators.exchange import Call
from skybind_emulators.koomap.ar.area import ServiceArea
from skybind_emulators.koomap.ar.utm import is_utm_code
from skybind_emulators.koomap.refusals import refuse

FAILED, INVALID, OUTSIDE = "NAVI.0002", "NAVI.0003", "NAVI.0004"

FOUND, START_INVALID, DESTINATION_INVALID, NOT_CONNECTED = 0, 1, 2, 3
STRAIGHT, LEFT, RIGHT, LIFT, END = 1, 2, 5, 8, 9

# Heights between which there is ground to walk on, the height of a floor, and the highest lift: our assumptions.
_GROUND_M = (-100.0, 1_000.0)
_FLOOR_M = 3.0
_HIGHEST_LIFT_M = 300.0

Position = tuple[float, float, float]


class NavigationHandler:
    """Handler of the group."""

    def __init__(self, area: ServiceArea) -> None:
        self._area = area

    def start(self, call: Call) -> Any:
        """The way, or a code that says why there is none.

        Raises:
            Refusal: NAVI.0003 a coordinate is no number, or the zone no UTM code; NAVI.0004 outside the service area;
                NAVI.0002 start and destination are the same.
        """
        payload = call.body["payload"]
        start, destination = _position(payload["from"]), _position(payload["to"])
        if not is_utm_code(payload["utm"]):
            raise refuse(INVALID)
        if payload["utm"] != self._area.utm or not all(self._area.holds(x, y) for x, y, _ in (start, destination)):
            raise refuse(OUTSIDE)
        if start == destination:
            raise refuse(FAILED)
        result = _result(start, destination)
        return {"result": result, "path": _path(start, destination) if result == FOUND else []}


def _result(start: Position, destination: Position) -> int:
    lowest, highest = _GROUND_M
    if not lowest <= start[2] <= highest:
        return START_INVALID
    if not lowest <= destination[2] <= highest:
        return DESTINATION_INVALID
    return FOUND if abs(destination[2] - start[2]) <= _HIGHEST_LIFT_M else NOT_CONNECTED


def _path(start: Position, destination: Position) -> list[dict[str, Any]]:
    (x0, y0, z0), (x1, y1, z1) = start, destination
    steps: list[tuple[Position, int]] = [(start, STRAIGHT)]
    if x1 != x0 and y1 != y0:
        # Going east, north is to the left; going west, to the right.
        steps.append(((x1, y0, z0), LEFT if (x1 > x0) == (y1 > y0) else RIGHT))
    if z1 != z0:
        steps.append(((x1, y1, z0), LIFT))
    steps.append((destination, END))
    return [
        {
            "linkID": f"L{number:04}",
            "x": x,
            "y": y,
            "z": z,
            "floor": str(math.floor(z / _FLOOR_M) + 1),
            "building": "",
            "status": status,
        }
        for number, ((x, y, z), status) in enumerate(steps, 1)
    ]


def _position(sent: Mapping[str, str]) -> Position:
    try:
        x, y, z = (float(sent[name]) for name in ("x", "y", "z"))
    except ValueError:
        raise refuse(INVALID) from None
    if not all(map(math.isfinite, (x, y, z))):
        raise refuse(INVALID)
    return x, y, z
