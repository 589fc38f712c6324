"""Operation of the group `positioning`: a camera's pose from its image (视觉定位, VPS).

No answer of the service is public. What is answered follows from what was sent, the same for the same request: the
position is the mean of the GPS readings in UTM, the attitude that of the last SLAM pose.
"""

import base64
import hashlib
import math
from collections.abc import Mapping, Sequence
from typing import Any

from skybind_emulators.exchange import Call
from skybind_emulators.koomap.ar.area import ServiceArea
from skybind_emulators.koomap.ar.photos import NotBase64, NotImage, look_at
from skybind_emulators.koomap.ar.utm import project
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.refusals import refuse

FAILED, INVALID, OUTSIDE = "VPS.0002", "VPS.0003", "VPS.0004"

# An image is recognised above this contrast; below, the answer says `failed`. Our assumption.
_LEAST_CONTRAST = 4.0
_CODE_DONE, _CODE_NOT_RECOGNISED = 0, 1
_RECOMMENDED_MS, _RETRY_MS = 15_000, 3_000
_QUATERNION = ("qx", "qy", "qz", "qw")


class PositioningHandler:
    """Handler of the group."""

    def __init__(self, area: ServiceArea, ids: Ids) -> None:
        self._area = area
        self._ids = ids

    def start(self, call: Call) -> Any:
        """Where the camera is.

        An image in which nothing can be recognised gives an answer that says so, without a pose.

        Raises:
            Refusal: VPS.0003 a number makes no sense, or the image is not base64; VPS.0004 outside the service area;
                VPS.0002 the image cannot be read.
        """
        payload = call.body["payload"]
        camera = {name: _number(payload["camera"][name]) for name in ("fx", "fy", "cx", "cy")}
        if min(camera["fx"], camera["fy"]) <= 0 or min(camera["cx"], camera["cy"]) < 0:
            raise refuse(INVALID)
        east, north = self._position(payload["gps"])
        for reading in payload["imu"]:
            _rotation(reading)
        rotations = [_rotation(pose) for pose in payload["slam"]]
        if not rotations:
            raise refuse(INVALID)
        height = _number(payload["slam"][-1]["y"])
        if not self._area.holds(east, north):
            raise refuse(OUTSIDE)
        try:
            photo = look_at(payload["user"]["image"])
        except NotBase64:
            raise refuse(INVALID) from None
        except NotImage:
            raise refuse(FAILED) from None
        if not (camera["cx"] < photo.width_px and camera["cy"] < photo.height_px):
            raise refuse(INVALID)
        recognised = photo.contrast >= _LEAST_CONTRAST
        intrinsics = [camera["fx"], 0.0, camera["cx"], 0.0, camera["fy"], camera["cy"], 0.0, 0.0, 1.0]
        pose = {
            "r": rotations[-1],
            "t": [east, north, height],
            "confidence": round(min(0.99, 0.5 + photo.contrast / 128), 4),
            "K": intrinsics,
        }
        return {
            "utmcode": self._area.utm,
            "isCalibrationSucc": False,
            "cacheData": base64.b64encode(hashlib.sha256(repr(payload).encode()).digest()).decode("ascii"),
            **({"pose": pose} if recognised else {}),
            "requestId": self._ids.hex32(),
            "couplingTime": _RECOMMENDED_MS,
            "vpsMode": 0,
            "processMode": "gvps",
            "vpsFloor": 1,
            "VpsCode": _CODE_DONE if recognised else _CODE_NOT_RECOGNISED,
            "retry": _RETRY_MS,
            "status": "succeeded" if recognised else "failed",
        }

    def _position(self, readings: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
        places = [(_number(reading["longitude"]), _number(reading["latitude"])) for reading in readings]
        accurate = all(_number(reading["accuracy"]) >= 0 for reading in readings)
        if not places or not accurate or not all(abs(x) <= 180 and abs(y) <= 90 for x, y in places):
            raise refuse(INVALID)
        longitude = sum(x for x, _ in places) / len(places)
        latitude = sum(y for _, y in places) / len(places)
        if abs(latitude) > 84:  # where UTM ends, and far from the area in any case
            raise refuse(OUTSIDE)
        return project(longitude, latitude, self._area.utm) if self._near(longitude) else (0.0, 0.0)

    def _near(self, longitude: float) -> bool:
        """Whether a longitude is so near the zone that its projection makes sense; elsewhere is outside anyway."""
        return abs((longitude - (int(self._area.utm[:-1]) * 6 - 183) + 180) % 360 - 180) < 10


def _number(value: Any) -> float:
    """C-70: numbers by the tables, texts in the example."""
    number = float(value)
    if not math.isfinite(number):
        raise refuse(INVALID)
    return number


def _rotation(pose: Mapping[str, Any]) -> list[float]:
    """The rotation matrix of a quaternion, row by row."""
    x, y, z, w = (_number(pose[name]) for name in _QUATERNION)
    length = math.hypot(x, y, z, w)
    if not 0.5 <= length <= 2.0:  # no unit quaternion, whatever the rounding
        raise refuse(INVALID)
    x, y, z, w = x / length, y / length, z / length, w / length
    return [
        *(1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)),
        *(2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)),
        *(2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)),
    ]
