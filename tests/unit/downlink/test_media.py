"""What a dock tells of its photos, read as DJI's documents have it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from skybind.downlink.media import MediaFile, media_of, wanted
from skybind.positions import WGS84

FILE: dict[str, Any] = {
    "object_key": "media/4TAD/f7/DJI_0001_V.JPG",
    "path": "f7",
    "name": "DJI_0001_V.JPG",
    "ext": {"flight_id": "f7", "is_original": True},
    "metadata": {
        "gimbal_yaw_degree": 12.5,
        "absolute_altitude": 102.0,
        "relative_altitude": 60,
        "shoot_position": {"lat": 30.3, "lng": 119.9},
        "created_time": "2026-05-10 16:04:20",
    },
}
COUNTED = {"uploaded_file_count": 3, "expected_file_count": 12, "flight_type": 0}


def message(file: Any = FILE, *, method: str = "file_upload_callback", **data: Any) -> bytes:
    return json.dumps({"method": method, "data": {"result": 0, "file": file, "flight_task": COUNTED, **data}}).encode()


def test_a_file_is_read_with_its_place() -> None:
    """Key, name, flight, position with ellipsoid height, height above take-off, and how many there are."""
    assert media_of(message()) == MediaFile(
        "f7", "DJI_0001_V.JPG", "media/4TAD/f7/DJI_0001_V.JPG", "f7", WGS84(30.3, 119.9, 102.0), 60.0, 3, 12
    )


def test_what_is_missing_is_none() -> None:
    """Older docks tell no counts, and not all files have a place."""
    found = media_of(message({"object_key": "k", "name": "n"}, flight_task=None))
    assert found == MediaFile("", "n", "k")


@pytest.mark.parametrize(
    "place",
    [{"lat": 91, "lng": 0}, {"lat": float("nan"), "lng": 0}, {"lat": "30", "lng": 1}, {"lat": True, "lng": 0}, 7],
)
def test_a_place_that_cannot_be_is_none(place: Any) -> None:
    """The file is told all the same: it is there."""
    found = media_of(message({**FILE, "metadata": {"shoot_position": place}}))
    assert found is not None
    assert found.position is None


@pytest.mark.parametrize(
    "payload",
    [
        b"", b"[]", b"\xff", message(method="flighttask_progress"), message(result=316001), message(None),
        message({**FILE, "object_key": ""}), message({**FILE, "name": 7}), b'{"method": "file_upload_callback"}',
    ],
)  # fmt: skip
def test_anything_else_is_no_file(payload: bytes) -> None:
    """Other events, failed uploads, and what cannot be read."""
    assert media_of(payload) is None


def test_files_of_one_name_keep_apart() -> None:
    """A file that is told twice is fetched once; two of one name are put below their keys."""
    files = [MediaFile("f", "1.JPG", "a/1.JPG"), MediaFile("f", "1.JPG", "b/1.JPG"), MediaFile("f", "2.JPG", "a/2.JPG")]
    items = wanted([*files, files[2]], lambda file: f"link to {file.object_key}")
    assert [item.name for item in items] == ["a/1.JPG", "b/1.JPG", "2.JPG"]
    assert [item.url() for item in items] == ["link to a/1.JPG", "link to b/1.JPG", "link to a/2.JPG"]
