"""What a photo says about where it was taken, and how the camera looked: its EXIF, and the XMP of DJI's cameras."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import attrs

from skybind.transfers.photos import PHOTO_SUFFIXES, Photo, exif_of, position_in

__all__ = ["Shot", "read_shot"]

_HEAD = 256 * 1024  # bytes in which the XMP of a photo begins; it follows the EXIF block, which holds a small picture
_BLOCK = 32 * 1024
_DIAGONAL_35MM = math.hypot(36.0, 24.0)
_ATTRIBUTE = re.compile(
    rb"drone-dji:(RelativeAltitude|GimbalYawDegree|GimbalPitchDegree|FlightYawDegree|CalibratedFocalLength)"
    rb'\s*[=>]\s*"?\s*([-+]?\d+(?:\.\d+)?)'
)


@attrs.frozen
class Shot:
    """A photo as far as its header tells.

    Attributes:
        name: Path relative to the folder, with slashes.
        path: Where it lies.
        latitude: Degrees, WGS-84; None if it has no position.
        longitude: The same.
        height: Metres above the place of take-off; None if it does not say.
        yaw: Degrees clockwise from true north to which the camera's upper edge, or its view, points; None the same.
        pitch: Degrees; -90 looks straight down, 0 at the horizon. None the same.
        tangents: Tangents of half of the angle of view, across and up; None if the lens is not known.
        pixels: Width and height as taken, or None.
        taken: EXIF's local time, or empty.
    """

    name: str
    path: Path = attrs.field(repr=False)
    latitude: float | None = None
    longitude: float | None = None
    height: float | None = None
    yaw: float | None = None
    pitch: float | None = None
    tangents: tuple[float, float] | None = None
    pixels: tuple[int, int] | None = None
    taken: str = ""


def read_shot(photo: Photo) -> Shot | None:
    """What a photo tells; None for a file that is no photo. A header that cannot be read tells nothing."""
    if photo.path.suffix.lower() not in PHOTO_SUFFIXES:
        return None
    tags = exif_of(photo.path)
    xmp = _xmp(photo.path)
    position = position_in(tags)
    pixels = _pixels(tags)
    return Shot(
        name=photo.name,
        path=photo.path,
        latitude=position.latitude if position else None,
        longitude=position.longitude if position else None,
        height=xmp.get("RelativeAltitude"),
        yaw=xmp.get("GimbalYawDegree", xmp.get("FlightYawDegree")),
        pitch=xmp.get("GimbalPitchDegree"),
        tangents=_tangents(tags, xmp, pixels),
        pixels=pixels,
        taken=str(tags.get("EXIF DateTimeOriginal", "")),
    )


def _xmp(path: Path) -> dict[str, float]:
    head = b""
    try:
        with path.open("rb") as file:
            while len(head) < _HEAD and b"</x:xmpmeta>" not in head[-2 * _BLOCK :]:
                block = file.read(_BLOCK)
                if not block:
                    break
                head += block
    except OSError:
        return {}
    return {name.decode(): float(value) for name, value in _ATTRIBUTE.findall(head)}


def _pixels(tags: dict[str, Any]) -> tuple[int, int] | None:
    width, height = _number(tags, "EXIF ExifImageWidth"), _number(tags, "EXIF ExifImageLength")
    return (int(width), int(height)) if width and height else None


def _tangents(
    tags: dict[str, Any], xmp: dict[str, float], pixels: tuple[int, int] | None
) -> tuple[float, float] | None:
    """From the equivalent focal length, which any camera writes; else from DJI's calibration in pixels."""
    if pixels is None:
        return None
    width, height = pixels
    equivalent = _number(tags, "EXIF FocalLengthIn35mmFilm")
    if equivalent:
        across = _DIAGONAL_35MM / 2 / equivalent / math.hypot(width, height)
        return width * across, height * across
    focal = xmp.get("CalibratedFocalLength")
    return (width / 2 / focal, height / 2 / focal) if focal else None


def _number(tags: dict[str, Any], name: str) -> float | None:
    try:
        value = float(tags[name].values[0])
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, ZeroDivisionError):
        return None
    return value if math.isfinite(value) and value > 0 else None
