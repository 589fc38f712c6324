"""What a photo says about itself: its size, where the camera was and where it looked."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import hypot, isfinite
from pathlib import Path
from typing import Any

from attrs import frozen
from PIL import Image

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_DIAGONAL_35MM = hypot(36, 24)
_DJI = re.compile(rb'drone-dji:(\w+)(?:\s*=\s*"([^"]*)"|>([^<]*)<)')
# Without any word on the lens: the wide cameras of surveying drones are close to this. Our assumption.
_USUAL_FOCAL_35MM = 24.0
# Focal length over image width: below, a lens is no longer a pinhole; above, it is no camera of a drone.
_WIDEST, _NARROWEST = 0.45, 20.0


@frozen
class Photograph:
    """A photo that can be opened. What its metadata leaves out is `None`.

    Heights: `height_m` above the ellipsoid (or what the camera took for it), `above_ground_m` above take-off.
    Angles in degrees: yaw clockwise from north, pitch -90 straight down, as DJI writes them.
    """

    name: str
    path: Path
    width_px: int
    height_px: int
    focal_px: float
    latitude_deg: float | None = None
    longitude_deg: float | None = None
    height_m: float | None = None
    above_ground_m: float | None = None
    yaw_deg: float = 0.0
    pitch_deg: float = -90.0
    roll_deg: float = 0.0
    model: str = ""
    taken_at: str = ""

    @property
    def has_position(self) -> bool:
        """Whether the photo knows where it was taken."""
        return self.latitude_deg is not None and self.longitude_deg is not None

    @property
    def position(self) -> tuple[float, float]:
        """Latitude and longitude of a photo that has them; 0, 0 else."""
        return self.latitude_deg or 0.0, self.longitude_deg or 0.0


@frozen
class LeftOut:
    """A file that took no part, and why."""

    name: str
    reason: str


def read_photographs(photos: Sequence[tuple[str, Path]]) -> tuple[list[Photograph], list[LeftOut]]:
    """Read the headers of photos; pixels are not decoded here.

    Args:
        photos: name in the resource, and where the bytes are.

    Returns:
        The photos by name, and the files that are none.
    """
    read: list[Photograph] = []
    left_out: list[LeftOut] = []
    for name, path in sorted(photos):
        try:
            with Image.open(path) as image:
                read.append(_described(name, path, image))
        except Exception:  # noqa: BLE001 - foreign bytes make Pillow's readers raise almost anything
            left_out.append(LeftOut(name, "not a photo that can be read"))
    return read, left_out


def _described(name: str, path: Path, image: Image.Image) -> Photograph:
    model, shot, gps = _exif(image)
    dji = _dji_attributes(image.info.get("xmp"))
    latitude, longitude = _position(dji, gps)
    return Photograph(
        name=name,
        path=path,
        width_px=image.width,
        height_px=image.height,
        focal_px=_focal_px(dji, shot, image.width, image.height),
        latitude_deg=latitude,
        longitude_deg=longitude,
        height_m=_first(dji.get("AbsoluteAltitude"), _gps_height(gps)),
        above_ground_m=dji.get("RelativeAltitude"),
        yaw_deg=_first(dji.get("GimbalYawDegree"), dji.get("FlightYawDegree")) or 0.0,
        pitch_deg=-90.0 if (pitch := dji.get("GimbalPitchDegree")) is None else pitch,
        roll_deg=dji.get("GimbalRollDegree", 0.0),
        model=model,
        taken_at=_moment(shot),
    )


def _exif(image: Image.Image) -> tuple[str, Mapping[int, Any], Mapping[int, Any]]:
    """The camera's model, and the blocks about the shot and the position; empty when they are damaged."""
    try:
        exif = image.getexif()
        return str(exif.get(0x0110, "")).strip("\0 "), exif.get_ifd(_EXIF_IFD), exif.get_ifd(_GPS_IFD)
    except Exception:  # noqa: BLE001 - Pillow raises many kinds on damaged EXIF; the picture may still be good
        return "", {}, {}


def _dji_attributes(xmp: object) -> dict[str, float]:
    """DJI's numeric attributes, written as attributes or as elements."""
    if not isinstance(xmp, bytes):
        return {}
    found: dict[str, float] = {}
    for name, attribute, element in _DJI.findall(xmp):
        if (value := _number(attribute or element)) is not None:  # others are words and dates
            found[name.decode("ascii")] = value
    return found


def _position(dji: Mapping[str, float], gps: Mapping[int, Any]) -> tuple[float | None, float | None]:
    # Older cameras misspell the longitude.
    latitude, longitude = dji.get("GpsLatitude"), _first(dji.get("GpsLongitude"), dji.get("GpsLongtitude"))
    if latitude is None or longitude is None:
        latitude, longitude = _degrees(gps.get(2), gps.get(1), "S"), _degrees(gps.get(4), gps.get(3), "W")
    if latitude is None or longitude is None or not (abs(latitude) < 85 and abs(longitude) <= 180):
        return None, None
    if latitude == longitude == 0.0:  # what a receiver without a fix writes
        return None, None
    return latitude, longitude


def _degrees(value: Any, reference: Any, negative: str) -> float | None:
    parts = [_number(part) for part in value] if isinstance(value, tuple) else []
    if len(parts) != 3 or None in parts:
        return None
    degrees, minutes, seconds = (part or 0.0 for part in parts)
    angle = degrees + minutes / 60 + seconds / 3600
    return -angle if str(reference).strip("\0 ").upper() == negative else angle


def _gps_height(gps: Mapping[int, Any]) -> float | None:
    height = _number(gps.get(6))
    below = gps.get(5) in (1, b"\x01")
    return -height if height is not None and below else height


def _focal_px(dji: Mapping[str, float], shot: Mapping[int, Any], width: int, height: int) -> float:
    """The best source wins: calibration, then the pitch of the sensor, then the 35 mm equivalent."""
    calibrated = dji.get("CalibratedFocalLength")
    if calibrated and _WIDEST < calibrated / width < _NARROWEST:
        return calibrated
    focal, per_unit, unit = _number(shot.get(0x920A)), _number(shot.get(0xA20E)), shot.get(0xA210)
    unit_mm = {2: 25.4, 3: 10.0, 4: 1.0, 5: 0.001}.get(unit) if isinstance(unit, int) else None
    if focal and per_unit and unit_mm and _WIDEST < focal * per_unit / unit_mm / width < _NARROWEST:
        return focal * per_unit / unit_mm
    equivalent = (_number(shot.get(0xA405)) or _USUAL_FOCAL_35MM) * hypot(width, height) / _DIAGONAL_35MM
    return min(max(equivalent, _WIDEST * width), _NARROWEST * width)


def _moment(shot: Mapping[int, Any]) -> str:
    """ISO 8601, with fraction and zone as far as they are known."""
    try:
        moment = datetime.strptime(str(shot.get(0x9003)).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - zone follows
    except ValueError:
        return ""
    fraction, zone = str(shot.get(0x9291, "")).strip("\0 "), str(shot.get(0x9011, "")).strip("\0 ")
    return moment.isoformat() + (f".{fraction}" if fraction.isdigit() else "") + zone


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return number if isfinite(number) else None  # a rational with denominator 0 reads as NaN


def _first(*values: float | None) -> float | None:
    return next((value for value in values if value is not None), None)
