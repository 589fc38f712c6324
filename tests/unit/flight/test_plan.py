from datetime import datetime, timedelta
from itertools import pairwise
from math import hypot

import pytest

from skybind_emulators.flight import FlightPlan, Survey
from skybind_emulators.flight.plan import stations


def test_neighbours_overlap_as_planned():
    """Photos of a line lie one forward spacing apart, lines one side spacing, but for the drift of a hovering drone."""
    plan = FlightPlan(altitude_m=80.0, forward_overlap=0.75, side_overlap=0.6)
    width, height = plan.camera.footprint_m(80.0)
    flown = stations(plan, 24, seed=3)

    for before, after in pairwise(flown):
        step = hypot(after.east_m - before.east_m, after.north_m - before.north_m)
        expected = height * 0.25 if before.line == after.line else width * 0.4
        assert step == pytest.approx(expected, abs=2.0)


def test_lines_are_flown_there_and_back():
    """The heading turns by half a circle from line to line and stays on the course within a line."""
    plan = FlightPlan(course_deg=40.0)
    for station in stations(plan, 20, seed=1):
        off_course = (station.yaw_deg - (40.0 if station.line % 2 == 0 else 220.0) + 180) % 360 - 180
        assert abs(off_course) < 2.0
        assert -180 <= station.yaw_deg < 180


def test_the_shutter_keeps_its_interval():
    """Within a line, photos are one shutter interval apart; turns take longer."""
    plan = FlightPlan()
    flown = stations(plan, 12, seed=1)
    interval = timedelta(seconds=plan.shutter_interval_s)

    assert flown[0].taken_at == plan.start
    for before, after in pairwise(flown):
        gap = after.taken_at - before.taken_at
        if before.line == after.line:
            assert abs(gap - interval) < timedelta(milliseconds=1)
        else:
            assert gap > interval


@pytest.mark.parametrize("photos", [1, 2, 3, 7, 12, 50, 199])
def test_every_photo_is_flown_and_the_block_is_centred(photos):
    """Any number of photos makes a block around the plan's centre."""
    flown = stations(FlightPlan(), photos, seed=1)

    assert [station.number for station in flown] == list(range(1, photos + 1))
    reach = max(hypot(station.east_m, station.north_m) for station in flown)
    middle = sum(station.east_m for station in flown) / photos, sum(station.north_m for station in flown) / photos
    assert hypot(*middle) <= max(0.35 * reach, 25.0)


def test_the_seed_moves_the_drone():
    """Another seed is another drift; the same seed is the same flight."""
    assert stations(FlightPlan(), 5, seed=1) == stations(FlightPlan(), 5, seed=1)
    assert stations(FlightPlan(), 5, seed=1) != stations(FlightPlan(), 5, seed=2)


@pytest.mark.parametrize(
    "wrong",
    [
        {"forward_overlap": 1.0},
        {"side_overlap": -0.1},
        {"altitude_m": 0.0},
        {"centre_latitude_deg": 91.0},
        {"speed_m_s": 0.0},
        {"start": datetime(2026, 4, 13, 10, 0)},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_an_impossible_plan_is_refused(wrong):
    """A plan that cannot be flown raises ValueError when it is made."""
    with pytest.raises(ValueError, match=next(iter(wrong))):
        FlightPlan(**wrong)


@pytest.mark.parametrize(
    "wrong", [{"photos": 0}, {"photos": 10_000}, {"size": 100}, {"size": 30_000_000}, {"seed": -1}]
)
def test_impossible_requests_are_refused(wrong):
    """Numbers out of range raise ValueError that names the argument, before anything is drawn."""
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Survey.of(**{"photos": 3, **wrong})
