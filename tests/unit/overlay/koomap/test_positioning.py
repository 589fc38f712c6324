"""Visual positioning from a photo file: what its EXIF says becomes camera and position."""

import base64
import math
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from skybind.errors import PhotoError
from skybind.koomap.positioning import STANDING_STILL, payload_of
from skybind_clients.koomap.models import DeviceKind

WIDTH, HEIGHT = 400, 300


def photo(folder: Path, tags: dict[int, Any], gps: dict[int, Any] | None = None, *, xmp: bytes = b"") -> Path:
    """A JPEG with these EXIF tags, by their numbers."""
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    exif = Image.Exif()
    camera = exif.get_ifd(0x8769)
    camera |= {0xA002: WIDTH, 0xA003: HEIGHT, **tags}
    if gps is not None:
        position = exif.get_ifd(0x8825)
        position.update(gps)
    buffer = BytesIO()
    picture.save(buffer, "JPEG", exif=exif, **({"xmp": xmp} if xmp else {}))
    file = folder / "DJI_0001.JPG"
    file.write_bytes(buffer.getvalue())
    return file


def degrees(value: float) -> tuple[IFDRational, ...]:
    whole = int(value)
    minutes = int((value - whole) * 60)
    return IFDRational(whole), IFDRational(minutes), IFDRational(round(((value - whole) * 60 - minutes) * 60e6), 10**6)


HERE = {1: "N", 2: degrees(39.5), 3: "W", 4: degrees(116.25)}
EQUIVALENT = {0x920A: IFDRational(88, 10), 0xA405: 24}


def test_the_photo_goes_as_it_is(tmp_path: Path) -> None:
    """The image is the file's own bytes in base64; the position is WGS-84 with its signs."""
    file = photo(tmp_path, EQUIVALENT, HERE)
    payload = payload_of(file, device=DeviceKind.GLASSES)
    assert base64.b64decode(payload.user.image) == file.read_bytes()
    assert payload.user.request_type is DeviceKind.GLASSES
    [gps] = payload.gps
    assert (gps.latitude, gps.longitude) == pytest.approx((39.5, -116.25))
    assert (payload.imu, payload.slam) == ([], [STANDING_STILL])


def test_the_focal_length_from_its_equivalent(tmp_path: Path) -> None:
    """A 35 mm equivalent counts over the diagonal; the principal point is the middle, in whole pixels."""
    camera = payload_of(photo(tmp_path, EQUIVALENT, HERE)).camera
    assert camera.fx == camera.fy == pytest.approx(24 / math.hypot(36, 24) * 500)
    assert (camera.cx, camera.cy) == (200, 150)


def test_the_focal_length_from_the_focal_plane(tmp_path: Path) -> None:
    """Where the file tells the resolution of the focal plane, that is exact: 8.8 mm at 100 pixels a millimetre."""
    tags = EQUIVALENT | {0xA20E: IFDRational(1000), 0xA210: 3}
    assert payload_of(photo(tmp_path, tags, HERE)).camera.fx == pytest.approx(880)


def test_a_calibrated_camera_goes_first(tmp_path: Path) -> None:
    """What the camera writes about its own calibration goes before what follows from nominal lengths."""
    xmp = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description drone-dji:CalibratedFocalLength="3666.66"'
        b' drone-dji:CalibratedOpticalCenterX="201.4" drone-dji:CalibratedOpticalCenterY="149.6"/></x:xmpmeta>'
    )
    camera = payload_of(photo(tmp_path, EQUIVALENT, HERE, xmp=xmp)).camera
    assert (camera.fx, camera.cx, camera.cy) == (3666.66, 201, 150)


@pytest.mark.parametrize(
    ("tags", "gps", "words"),
    [(EQUIVALENT, None, "no GPS position"), ({}, HERE, "focal length")],
)
def test_a_photo_that_cannot_be_used_is_refused(
    tmp_path: Path, tags: dict[int, Any], gps: dict[int, Any] | None, words: str
) -> None:
    """A photo without a position or a focal length is refused with what is missing; nothing is made up."""
    with pytest.raises(PhotoError, match=words):
        payload_of(photo(tmp_path, tags, gps))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(PhotoError, match=r"nowhere\.jpg"):
        payload_of(tmp_path / "nowhere.jpg")


def test_the_accuracy_of_the_position(tmp_path: Path) -> None:
    """The accuracy is what the caller says, else that of the file, else five metres."""
    plain = photo(tmp_path, EQUIVALENT, HERE)
    assert payload_of(plain).gps[0].accuracy == 5.0
    assert payload_of(plain, gps_accuracy_m=0.02).gps[0].accuracy == 0.02
    told = photo(tmp_path, EQUIVALENT, HERE | {31: IFDRational(15, 10)})
    assert payload_of(told).gps[0].accuracy == 1.5
