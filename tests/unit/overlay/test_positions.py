"""Where a photo was taken, read from its EXIF."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from skybind.transfers.gps import HEAD, gps_in
from skybind.transfers.photos import Position, exif_of, position_in, position_of
from skybind_emulators.flight import FlightPlan, Survey, render_flight

GPS = 0x8825
SOUTH_WEST = {1: "S", 2: (30.0, 20.0, 10.5), 3: "W", 4: (119.0, 0.0, 36.0), 5: b"\1", 6: 4.5}
NORTH_EAST = {1: "N", 2: (30.0, 20.0, 10.5), 3: "E", 4: (119.0, 0.0, 36.0)}


def with_gps(path: Path, gps: dict[int, Any]) -> Path:
    """A small photo with these GPS tags, by their EXIF numbers."""
    exif = Image.Exif()
    exif[0x010F] = "DJI"
    exif.get_ifd(GPS).update(gps)
    Image.new("RGB", (8, 8)).save(path, exif=exif.tobytes())
    return path


@pytest.mark.parametrize(
    ("latitude", "longitude", "ground"),
    [(30.3271, 119.9126, 42.0), (-33.86, 151.21, 5.0), (52.52, -4.01, 3.0), (-22.9, -43.17, 8.0), (31.5, 35.5, -430.0)],
    ids=["north-east", "south", "west", "south-west", "below sea level"],
)
def test_a_drones_photo_is_where_it_was_taken(tmp_path: Path, latitude: float, longitude: float, ground: float) -> None:
    """In all quarters of the earth, and below sea level, the position is that of the camera to a few millimetres."""
    plan = FlightPlan(
        centre_latitude_deg=latitude, centre_longitude_deg=longitude, ground_height_m=ground, altitude_m=20.0
    )
    (photo,) = render_flight(tmp_path, photos=1, size=40_000, plan=plan)
    survey = Survey.of(1, size=40_000, plan=plan)
    (station,) = survey.stations
    truth = survey.frame.to_geodetic(station.east_m, station.north_m, station.altitude_m)
    found = position_of(photo)
    assert found is not None
    assert found.latitude == pytest.approx(truth.latitude_deg, abs=1e-7)
    assert found.longitude == pytest.approx(truth.longitude_deg, abs=1e-7)
    assert found.altitude_m == pytest.approx(truth.height_m, abs=0.01)


@settings(deadline=None, max_examples=60)
@given(st.floats(-90, 90), st.floats(-180, 180), st.none() | st.floats(-500, 9000))
def test_any_position_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, latitude: float, longitude: float, altitude: float | None
) -> None:
    """Degrees, minutes, seconds and signs come back together to what they were."""

    def parts(value: float) -> tuple[IFDRational, ...]:
        whole = int(abs(value))
        minutes = int((abs(value) - whole) * 60)
        seconds = ((abs(value) - whole) * 60 - minutes) * 60
        return IFDRational(whole, 1), IFDRational(minutes, 1), IFDRational(round(seconds * 1_000_000), 1_000_000)

    gps: dict[int, Any] = {
        1: "S" if latitude < 0 else "N",
        2: parts(latitude),
        3: "W" if longitude < 0 else "E",
        4: parts(longitude),
    }
    if altitude is not None:
        gps |= {5: bytes([altitude < 0]), 6: IFDRational(round(abs(altitude) * 1000), 1000)}
    found = position_of(with_gps(tmp_path_factory.mktemp("gps") / "p.jpg", gps))
    assert found is not None
    assert found.latitude == pytest.approx(latitude, abs=1e-8)
    assert found.longitude == pytest.approx(longitude, abs=1e-8)
    assert found.altitude_m == (None if altitude is None else pytest.approx(altitude, abs=0.001))


def test_other_kinds_of_photos_have_positions_too(tmp_path: Path) -> None:
    """TIFF, and with it DNG, is read like JPEG."""
    found = position_of(with_gps(tmp_path / "p.tif", NORTH_EAST))
    assert found is not None
    assert found.latitude == pytest.approx(30.33625)
    assert found.altitude_m is None


@pytest.mark.parametrize(
    "gps",
    [
        {},
        {29: "2026:04:13"},
        {1: "N", 2: (30.0, 20.0, 10.5)},
        {2: (30.0, 20.0, 10.5), 4: (119.0, 0.0, 36.0)},
        NORTH_EAST | {2: (IFDRational(0, 0),) * 3},
    ],
    ids=["nothing", "only a date", "only a latitude", "no hemispheres", "nought by nought"],
)
def test_a_photo_without_a_position(tmp_path: Path, gps: dict[int, Any]) -> None:
    """Missing, halved or meaningless tags are no position, and no error: the photo goes up without one."""
    assert position_of(with_gps(tmp_path / "p.jpg", gps)) is None


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff", b"II*\0\xff\xff\xff\xff", b"MM\0*" + bytes(20), b"no photo at all" * 50]
)
def test_a_file_that_is_no_photo(tmp_path: Path, content: bytes) -> None:
    """A file that the reader cannot make sense of has no position, whatever it trips over."""
    path = tmp_path / "p.jpg"
    path.write_bytes(content)
    assert position_of(path) is None


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    """Whoever reads the file next says why it cannot be read; here it has no position."""
    assert position_of(tmp_path / "gone.jpg") is None


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_no_damage_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """A photo with bytes of its header changed has some position or none; reading it raises nothing."""
    path = with_gps(tmp_path_factory.mktemp("bad") / "p.jpg", NORTH_EAST)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(2, min(300, len(content) - 1)))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content))
    found = position_of(path)
    assert found is None or isinstance(found, Position)


def quick(path: Path) -> Position | None:
    """What the first bytes alone tell."""
    found = gps_in(path.read_bytes()[:HEAD])
    return None if found is None else Position(*found)


@pytest.mark.parametrize("order", [b"II", b"MM"], ids=["little-endian", "big-endian"])
@pytest.mark.parametrize("name", ["p.jpg", "p.tif"])
def test_the_first_bytes_tell_what_the_general_reader_tells(tmp_path: Path, name: str, order: bytes) -> None:
    """Of a photo as cameras write them, in both orders of bytes, no second look is needed."""
    exif = Image.Exif()
    exif.endian = "<" if order == b"II" else ">"
    exif[0x010F] = "DJI"
    exif.get_ifd(GPS).update(SOUTH_WEST)
    header = exif.tobytes()
    path = tmp_path / name
    if name == "p.jpg":
        Image.new("RGB", (8, 8)).save(path, exif=header)
    else:
        path.write_bytes(header.removeprefix(b"Exif\0\0"))
    assert header[6:8] == order
    assert quick(path) == position_in(exif_of(path)) == Position(-30.33625, -119.01, -4.5)


def test_a_drones_photo_needs_no_second_look(tmp_path: Path) -> None:
    """The position of a photo as DJI's cameras write them is in its first bytes."""
    (photo,) = render_flight(tmp_path, photos=1, size=40_000)
    assert quick(photo) == position_in(exif_of(photo)) is not None


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_damage_is_not_read_otherwise(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """What the first bytes of a damaged photo tell is what the general reader tells, or nothing."""
    path = with_gps(tmp_path_factory.mktemp("bad") / "p.jpg", SOUTH_WEST)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(0, 3))):
        content[data.draw(st.integers(2, min(300, len(content) - 1)))] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(content))
    found = quick(path)
    assert found is None or found == position_in(exif_of(path))


def test_odd_files_are_passed_over_in_silence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A file that is no photo, whatever its name says, has no position; nothing is written about it to the terminal."""
    for name in ("model.obj", "broken.jpg", "empty.tif"):
        (tmp_path / name).write_bytes(b"" if name.startswith("empty") else b"nothing to see")
        assert position_of(tmp_path / name) is None
    assert capfd.readouterr() == ("", "")
