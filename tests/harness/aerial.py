"""Photos of a flight as far as their headers go: thousands of them in a second, each a picture of a few pixels."""

from __future__ import annotations

import functools
import io
import math
from pathlib import Path

import attrs
from PIL import Image

_METRES_A_DEGREE = 111_195.0  # of latitude, on a ball; not the formula that is under test


@attrs.frozen
class Camera:
    """Where a camera was and how it looked. ``None`` leaves a value out of the photo.

    Attributes:
        east: Metres from the middle of the flight.
        north: The same.
        height: Above take-off, m.
        yaw: Degrees clockwise from north.
        pitch: Degrees; -90 is down.
        placed: Whether the photo has a position.
    """

    east: float
    north: float
    height: float | None = 100.0
    yaw: float | None = 0.0
    pitch: float | None = -90.0
    placed: bool = True


def place(camera: Camera, middle: tuple[float, float]) -> tuple[float, float]:
    """Latitude and longitude of a camera."""
    latitude = middle[0] + camera.north / _METRES_A_DEGREE
    return latitude, middle[1] + camera.east / _METRES_A_DEGREE / math.cos(math.radians(middle[0]))


def photo(camera: Camera, middle: tuple[float, float] = (47.0, 8.0), *, equivalent: int | None = 24) -> bytes:
    """A JPEG with EXIF and DJI's XMP. It claims 4000 by 3000 pixels; ``equivalent`` is its focal length."""
    picture = _picture()
    return picture[:2] + _segment(b"Exif\0\0" + _exif(camera, middle, equivalent)) + _xmp(camera) + picture[2:]


def grid(folder: Path, columns: int, rows: int, step: float, *, skip: range = range(0)) -> list[str]:
    """A flight of straight lines, ``step`` metres apart both ways, without the columns to skip; names of the photos."""
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for column in range(columns):
        for row in range(rows):
            if column not in skip:
                camera = Camera((column - (columns - 1) / 2) * step, (row - (rows - 1) / 2) * step)
                names.append(f"DJI_{column:03d}_{row:03d}.JPG")
                (folder / names[-1]).write_bytes(photo(camera))
    return names


@functools.cache
def _picture() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((64, 48)).convert("RGB").save(out, "JPEG", quality=60)
    return out.getvalue()


def _segment(content: bytes) -> bytes:
    return b"\xff\xe1" + (len(content) + 2).to_bytes(2, "big") + content


def _exif(camera: Camera, middle: tuple[float, float], equivalent: int | None) -> bytes:
    exif = Image.Exif()
    shot = exif.get_ifd(0x8769)
    shot[0x9003] = "2026:06:01 10:00:00"
    shot[0xA002], shot[0xA003] = 4000, 3000
    if equivalent is not None:
        shot[0xA405] = equivalent
    if camera.placed:
        latitude, longitude = place(camera, middle)
        gps = exif.get_ifd(0x8825)
        gps[1], gps[2] = "S" if latitude < 0 else "N", (abs(latitude), 0.0, 0.0)
        gps[3], gps[4] = "W" if longitude < 0 else "E", (abs(longitude), 0.0, 0.0)
    return exif.tobytes().removeprefix(b"Exif\0\0")


def _xmp(camera: Camera) -> bytes:
    values = {"RelativeAltitude": camera.height, "GimbalYawDegree": camera.yaw, "GimbalPitchDegree": camera.pitch}
    told = " ".join(f'drone-dji:{name}="{value:+.2f}"' for name, value in values.items() if value is not None)
    text = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description {told}/></x:xmpmeta>'
    return _segment(b"http://ns.adobe.com/xap/1.0/\0" + text.encode())
