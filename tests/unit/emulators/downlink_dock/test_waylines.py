"""Reading wayline files."""

import random

import pytest

from skybind_emulators.downlink.dock import Place, survey_points, write_kmz
from skybind_emulators.downlink.dock.waylines import Unreadable, WrongFormat, read_route
from unit.emulators.downlink_dock.wpml import document, packed, placemark

LIMIT = 100_000
POINTS = survey_points(Place(30.0, 120.0, 100.0), 4)


def test_what_is_written_is_read() -> None:
    """A written route is read with its places, speed, photos and gimbal."""
    route = read_route(write_kmz(POINTS, speed_m_s=7, photo_at=[2], gimbal_pitch_deg=-45), unpacked_max=LIMIT)

    assert route.heights == "ellipsoid"
    for waypoint, point in zip(route.waypoints, POINTS, strict=True):
        assert route.place(waypoint, 999.0).distance_m(point) < 0.01
    assert [point.photo for point in route.waypoints] == [False, False, True, False]
    assert [point.gimbal_pitch_deg for point in route.waypoints] == [None, None, -45.0, None]
    assert {point.speed_m_s for point in route.waypoints} == {7.0}


def test_a_written_route_is_the_same_each_time() -> None:
    """The same points give the same bytes, and so the same fingerprint."""
    assert write_kmz(POINTS) == write_kmz(POINTS)


def test_waypoints_are_flown_by_their_index_in_any_namespace() -> None:
    """Waypoints are ordered by their index, and the version of the namespace does not matter."""
    for version in ("1.0.0", "1.0.6"):
        text = document(placemark(1, "121,31"), placemark(0, "120,30"), version=version)
        assert [point.longitude_deg for point in read_route(packed(text), unpacked_max=LIMIT).waypoints] == [120, 121]
    assert len(read_route(packed(document(placemark(0)), folder=""), unpacked_max=LIMIT).waypoints) == 1


def test_an_action_group_covers_its_range() -> None:
    """A photo among the actions of a group is taken at each waypoint of the group."""
    group = (
        "<w:actionGroup><w:actionGroupStartIndex>0</w:actionGroupStartIndex>"
        "<w:actionGroupEndIndex>1</w:actionGroupEndIndex>"
        "<w:action><w:actionActuatorFunc>takePhoto</w:actionActuatorFunc></w:action></w:actionGroup>"
    )
    text = document(placemark(0, more=group), placemark(1), placemark(2))

    assert [point.photo for point in read_route(packed(text), unpacked_max=LIMIT).waypoints] == [True, True, False]


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"no archive", packed(document(placemark(0)), template=False), write_kmz(POINTS)[:-30]],
)
def test_what_is_no_kmz_is_of_the_wrong_format(content: bytes) -> None:
    """A file that is no archive, or lacks one of its two parts, is of the wrong format."""
    with pytest.raises(WrongFormat):
        read_route(content, unpacked_max=LIMIT)


@pytest.mark.parametrize(
    "text",
    [
        "<kml",
        "<kml/>",
        document(),
        document(placemark(0, "120")),
        document(placemark(0, "abc,30")),
        document(placemark(0, "120,91")),
        document(placemark(0, height="nan")),
        document(placemark(0, height="")),
        '<!DOCTYPE kml [<!ENTITY a "b">]>' + document(placemark(0)),
        document(placemark(0)) + " " * LIMIT,
        document(placemark(0)).encode("utf-16"),
    ],
)
def test_waylines_that_make_no_sense_are_unreadable(text: str | bytes) -> None:
    """Waylines that are malformed, empty, off the earth, too large or that define entities cannot be read."""
    with pytest.raises(Unreadable):
        read_route(packed(text), unpacked_max=LIMIT)


def test_a_survey_has_at_least_one_photo() -> None:
    """Routes without points are refused where they are made."""
    with pytest.raises(ValueError, match="at least one"):
        survey_points(POINTS[0], 0)
    with pytest.raises(ValueError, match="at least one"):
        write_kmz([])


def test_a_damaged_file_is_refused_or_read() -> None:
    """Whatever bytes of a KMZ are changed, it is read, or refused as one of the two."""
    whole, dice = write_kmz(POINTS), random.Random(1)
    refused = 0
    for _ in range(1500):
        damaged = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        try:
            read_route(bytes(damaged), unpacked_max=LIMIT)
        except (WrongFormat, Unreadable):
            refused += 1
    assert refused > 1000
