"""Visual positioning from a photo file: its EXIF gives the camera's intrinsics and where it was.

Source: manual, 4.10.1. The focal length in pixels follows from the 35 mm equivalent, which is defined over the diagonal
of the picture (CIPA DCG-001), or from the resolution of the focal plane, where the file tells that. What DJI cameras
write in XMP about their calibration goes before both.
"""

from __future__ import annotations

import base64
import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from skybind.errors import PhotoError
from skybind.transfers.photos import exif_of, position_of
from skybind_clients.koomap.models import (
    CameraIntrinsics,
    DeviceKind,
    GpsReading,
    InertialReading,
    SlamPose,
    VpsMode,
    VpsPayload,
    VpsType,
    VpsUser,
)

__all__ = ["STANDING_STILL", "payload_of"]

#: The pose of a device that has not moved since its tracking began.
STANDING_STILL = SlamPose(x=0.0, y=0.0, z=0.0, qx=0.0, qy=0.0, qz=0.0, qw=1.0)

_DIAGONAL_35MM = math.hypot(36.0, 24.0)
_XMP_WITHIN = 256 * 1024  # the first segments of a JPEG; XMP comes before the picture
_UNITS_MM = {2: 25.4, 3: 10.0}  # EXIF FocalPlaneResolutionUnit: inch, centimetre
_GPS_ACCURACY_M = 5.0  # of a photo that does not tell; our assumption for a receiver without corrections


def payload_of(
    photo: str | Path,
    *,
    device: DeviceKind = DeviceKind.ANDROID,
    gps_accuracy_m: float | None = None,
    imu: Sequence[InertialReading] = (),
    slam: Sequence[SlamPose] = (STANDING_STILL,),
) -> VpsPayload:
    """What a positioning needs, from a JPEG file.

    Args:
        photo: The file; it is sent as it is.
        device: Kind of device; the service knows no drones.
        gps_accuracy_m: Accuracy of the position in metres; that of the EXIF, or 5, if None.
        imu: Readings of the inertial unit, if there are any.
        slam: Poses of the device's own tracking; a single photo is one of a device that stands still.

    Raises:
        PhotoError: no such file, no focal length in its EXIF, or no position.
    """
    path = Path(photo)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PhotoError(f"{path}: cannot be read: {error.strerror}", advice="Check the path.") from error
    tags = exif_of(path)
    position = position_of(path)
    if position is None:
        raise PhotoError(
            f"{path}: has no GPS position", advice="Positioning begins near a position; take a photo with GPS on."
        )
    accuracy = gps_accuracy_m
    if accuracy is None:
        accuracy = _first_number(tags, "GPS GPSHPositioningError", "GPS Tag 0x001F") or _GPS_ACCURACY_M
    return VpsPayload(
        user=VpsUser(
            image=base64.b64encode(content).decode("ascii"),
            request_type=device,
            vps_mode=VpsMode.FULL,
            vps_type=VpsType.GVPS,
        ),
        camera=_camera(path, tags, content[:_XMP_WITHIN]),
        imu=list(imu),
        gps=[GpsReading(longitude=position.longitude, latitude=position.latitude, accuracy=accuracy)],
        slam=list(slam),
    )


def _camera(path: Path, tags: Mapping[str, Any], head: bytes) -> CameraIntrinsics:
    width = _first_number(tags, "EXIF ExifImageWidth", "Image ImageWidth")
    height = _first_number(tags, "EXIF ExifImageLength", "Image ImageLength")
    if not width or not height:
        raise PhotoError(f"{path}: its EXIF does not tell its size", advice="Give a photo as the camera wrote it.")
    focal = _xmp(head, "CalibratedFocalLength") or _focal(tags, width, height)
    if focal is None:
        raise PhotoError(
            f"{path}: its EXIF does not tell the focal length", advice="Give a photo as the camera wrote it."
        )
    cx = _xmp(head, "CalibratedOpticalCenterX") or width / 2
    cy = _xmp(head, "CalibratedOpticalCenterY") or height / 2
    # The manual wants whole pixels for the principal point (C-71).
    return CameraIntrinsics(fx=focal, fy=focal, cx=round(cx), cy=round(cy))


def _focal(tags: Mapping[str, Any], width: float, height: float) -> float | None:
    """The focal length in pixels."""
    millimetres = _first_number(tags, "EXIF FocalLength")
    resolution = _first_number(tags, "EXIF FocalPlaneXResolution")
    unit = _UNITS_MM.get(int(_first_number(tags, "EXIF FocalPlaneResolutionUnit") or 2))
    if millimetres and resolution and unit:
        return millimetres * resolution / unit
    equivalent = _first_number(tags, "EXIF FocalLengthIn35mmFilm")
    return equivalent / _DIAGONAL_35MM * math.hypot(width, height) if equivalent else None


def _first_number(tags: Mapping[str, Any], *names: str) -> float | None:
    for name in names:
        try:
            return float(tags[name].values[0])
        except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError, AttributeError):
            continue
    return None


def _xmp(head: bytes, name: str) -> float | None:
    found = re.search(rb"drone-dji:" + name.encode() + rb'[="> ]+([0-9.]+)', head)
    try:
        return float(found[1]) if found else None
    except ValueError:
        return None
