"""From cameras to what they see of the ground."""

from __future__ import annotations

import math
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.report.ground import ENOUGH, Coverage, Plane, covered, footprint
from skybind.report.shots import Shot

# 24 mm on 36 by 27 mm of film with the diagonal of 36 by 24: half of the angle across and up, as tangents.
LENS = (math.hypot(36, 24) / 2 / 24 * 0.8, math.hypot(36, 24) / 2 / 24 * 0.6)


def shot(**facts: float | None) -> Shot:
    """A camera 100 m up, looking down, its upper edge to the north."""
    given: dict[str, float | None] = {"height": 100.0, "yaw": 0.0, "pitch": -90.0, **facts}
    return Shot("a.jpg", Path("a.jpg"), tangents=LENS, **given)  # type: ignore[arg-type]


def grid(columns: int, rows: int, step: float, skip: range = range(0)) -> Coverage:
    """Footprints of straight lines, without some columns."""
    found = covered(
        [
            corners
            for column in range(columns)
            if column not in skip
            for row in range(rows)
            if (corners := footprint(shot(), (column * step, row * step))) is not None
        ]
    )
    assert found is not None
    return found


@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2))
@settings(max_examples=100)
def test_metres_and_back(latitude: float, longitude: float, north: float, east: float) -> None:
    """A place in metres is the same place again, also across 180 degrees."""
    plane = Plane(latitude, longitude)
    there = latitude + north, (longitude + east + 180.0) % 360.0 - 180.0
    back = plane.place(plane.metres(*there))
    assert back[0] == pytest.approx(there[0], abs=1e-9)
    assert abs((back[1] - there[1] + 180.0) % 360.0 - 180.0) < 1e-9


@pytest.mark.parametrize(
    ("latitude", "north", "east"),
    # Length of a degree on WGS-84, from the tables of geodesy: of latitude and of longitude, m.
    [(0.0, 110_574.3, 111_319.5), (45.0, 111_131.7, 78_846.8), (60.0, 111_412.3, 55_800.0)],
)
def test_a_degree_has_the_length_that_tables_have(latitude: float, north: float, east: float) -> None:
    """Metres are those of WGS-84 to a part in ten thousand."""
    plane = Plane(latitude, 10.0)
    assert plane.metres(latitude + 0.01, 10.01) == pytest.approx((east / 100, north / 100), rel=1e-4)


def test_a_flight_across_the_date_line_is_one_flight() -> None:
    """Photos on both sides of 180 degrees are metres apart."""
    plane = Plane.around([(10.0, 179.9995), (10.0, -179.9995)])
    assert abs(abs(plane.longitude) - 180.0) < 1e-9
    assert plane.metres(10.0, -179.9995)[0] == pytest.approx(54.8, abs=0.5)


def test_straight_down_is_a_rectangle_below() -> None:
    """100 m up with 24 mm: 144 by 108 m, around the camera."""
    corners = footprint(shot(), (10.0, 20.0))
    assert corners is not None
    for corner, expected in zip(corners, [(-62.1, 74.1), (82.1, 74.1), (82.1, -34.1), (-62.1, -34.1)], strict=True):
        assert corner == pytest.approx(expected, abs=0.1)


def test_yaw_turns_it_clockwise() -> None:
    """Turned to the east, the upper edge lies in the east, its left corner in the north."""
    corners = footprint(shot(yaw=90.0), (0.0, 0.0))
    assert corners is not None
    assert corners[0] == pytest.approx((54.1, 72.1), abs=0.1)


def test_an_oblique_view_lies_ahead_and_widens() -> None:
    """Pitched to -60 towards the south, the view begins near the camera, and its far edge is the longer one."""
    corners = footprint(shot(yaw=180.0, pitch=-60.0), (0.0, 0.0))
    assert corners is not None
    assert max(north for _, north in corners) < 10.0
    far, near = math.dist(corners[0], corners[1]), math.dist(corners[2], corners[3])
    assert far > 1.5 * near


@pytest.mark.parametrize("pitch", [0.0, -10.0, 30.0])
def test_a_view_of_the_horizon_ends_somewhere(pitch: float) -> None:
    """What lies beyond four times the height does not count."""
    corners = footprint(shot(pitch=pitch), (0.0, 0.0))
    assert corners is not None
    assert all(math.hypot(*corner) <= 401.0 for corner in corners)


@pytest.mark.parametrize("facts", [{"height": None}, {"height": 0.0}, {"height": -5.0}])
def test_without_height_there_is_no_footprint(facts: dict[str, float | None]) -> None:
    """On the ground, or at an unknown height, nothing is claimed to be seen."""
    assert footprint(shot(**facts), (0.0, 0.0)) is None


def test_views_are_counted() -> None:
    """One photo covers its rectangle once; three of the same place cover it three times."""
    corners = footprint(shot(), (0.0, 0.0))
    assert corners is not None
    once, thrice = covered([corners]), covered([corners] * 3)
    assert once is not None
    assert thrice is not None
    assert once.area(1) == pytest.approx(144.2 * 108.2, rel=0.03)
    assert once.area(2) == 0
    assert thrice.area(ENOUGH) == pytest.approx(144.2 * 108.2, rel=0.03)
    assert covered([]) is None


def test_a_whole_flight_has_no_gap() -> None:
    """Edges that few photos see are no gaps."""
    assert grid(20, 20, 25.0).gaps == []


def test_a_line_that_was_not_flown_is_a_gap() -> None:
    """Ten missing lines are found where they are, with about their area, though the gap opens to the edges."""
    (gap,) = grid(40, 20, 20.0, skip=range(15, 25)).gaps
    assert gap.middle == pytest.approx((19.5 * 20, 9.5 * 20), abs=20)
    # What the outermost lines see leaves 76 m; the third view adds little more, on 488 m of length.
    assert 76 * 400 < gap.area < 130 * 500


def test_one_lost_photo_of_many_is_no_gap() -> None:
    """With 80 % overlap a photo may fail."""
    corners = [footprint(shot(), (x * 25.0, y * 25.0)) for x in range(12) for y in range(12) if (x, y) != (6, 6)]
    found = covered([one for one in corners if one is not None])
    assert found is not None
    assert found.gaps == []


def test_thousands_of_footprints_take_little() -> None:
    """Two thousand are counted in some megabytes."""
    tracemalloc.start()
    grid(40, 50, 20.0)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12_000_000
