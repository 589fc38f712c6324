"""Requests for positioning and navigation."""

import base64
import io
from typing import Any

from PIL import Image

from unit.emulators.koomap.harness import KooMap


def picture(*, plain: bool = False, form: str = "JPEG") -> str:
    """An image in base64: a light patch on grey, or grey alone."""
    image = Image.new("RGB", (640, 480), (90, 90, 90))
    if not plain:
        image.paste((230, 230, 230), (100, 100, 400, 300))
    made = io.BytesIO()
    image.save(made, form)
    return base64.b64encode(made.getvalue()).decode()


def request(**changes: Any) -> dict[str, Any]:
    """A request for positioning in the middle of the service area; numbers as text, as in the example (C-70)."""
    rotation = {"qx": "0", "qy": "0", "qz": "0.7071067811865476", "qw": "0.7071067811865476"}
    payload: dict[str, Any] = {
        "user": {"vpsType": "GVPS", "vpsMode": "FullMode", "requestType": 3, "image": picture()},
        "camera": {"fx": 1120, "fy": 1120.5, "cx": 320, "cy": 240},
        "slam": [{"x": "1.5", "y": "43.6", "z": "-3", **rotation, "mode": "0", "index": "4"}],
        "imu": [{"azimuth": "38.6", "pitch": "-3.3", "roll": "85.5", **rotation, "accuracy": "0"}],
        "gps": [{"longitude": 121.4737, "latitude": 31.2304, "accuracy": 12}],
    }
    return {"payload": {**payload, **changes}}


def way(koomap: KooMap, start: tuple[float, float, float], end: tuple[float, float, float], **more: Any) -> Any:
    """Ask for a way between two positions, in metres from the middle of the area."""
    area = koomap.emulator.area

    def position(point: tuple[float, float, float]) -> dict[str, str]:
        return {"x": repr(area.east_m + point[0]), "y": repr(area.north_m + point[1]), "z": repr(point[2])}

    return {"payload": {"from": position(start), "to": position(end), "utm": "51N", **more}}
