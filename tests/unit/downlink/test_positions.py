"""Positions with their datum: what converts to what, how exactly, and what devices are given."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skybind.downlink import fly_to, fly_to_instead, look_at, point, take_off_to
from skybind.errors import UsageError
from skybind.positions import BD09, GCJ02, WGS84, is_shifted
from skybind_clients.downlink.models import CommanderModeLostAction, RcLostAction

# Computed with the package coord-convert 0.2.1.
PLACES = [
    ((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215), (31.181328606874466, 121.53801568643858)),
    ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363), (22.546667437751108, 113.92368472926734)),
    ((39.911954, 116.377817), (39.91334545536069, 116.38404722455657), (39.919575550965874, 116.39045471310828)),
]
START: dict[str, Any] = {
    "flight_id": "f-1",
    "security_takeoff_height": 30.0,
    "commander_flight_height": 80.0,
    "rth_altitude": 80,
    "rc_lost_action": RcLostAction.RETURN_HOME,
    "commander_mode_lost_action": CommanderModeLostAction.LEAVE_TASK,
}
INSIDE = {"latitude": st.floats(4.0, 53.0), "longitude": st.floats(74.0, 135.0)}


def near(position: Any, expected: tuple[float, float], within: float = 1e-9) -> bool:
    return math.dist((position.latitude, position.longitude), expected) < within


@pytest.mark.parametrize(("wgs84", "gcj02", "bd09"), PLACES)
def test_known_places(wgs84: tuple[float, float], gcj02: tuple[float, float], bd09: tuple[float, float]) -> None:
    """Three cities convert as another implementation converts them, in all directions."""
    assert near(WGS84(*wgs84).to_gcj02(), gcj02)
    assert near(WGS84(*wgs84).to_bd09(), bd09)
    assert near(GCJ02(*gcj02).to_bd09(), bd09)
    assert near(GCJ02(*gcj02).to_wgs84(), wgs84)
    assert near(BD09(*bd09).to_gcj02(), gcj02)
    assert near(BD09(*bd09).to_wgs84(), wgs84)


@given(**INSIDE)
def test_there_and_back(latitude: float, longitude: float) -> None:
    """Converting back undoes a conversion to less than 1e-8 degrees, anywhere inside."""
    there = WGS84(latitude, longitude)
    assert near(there.to_gcj02().to_wgs84(), (latitude, longitude), 1e-8)
    assert near(there.to_bd09().to_wgs84(), (latitude, longitude), 1e-8)


@pytest.mark.parametrize(("latitude", "longitude"), [(52.52, 13.40), (-33.9, 151.2), (0.8, 104.0), (56.0, 100.0)])
def test_elsewhere_nothing_is_shifted(latitude: float, longitude: float) -> None:
    """Outside of China's rectangle a place has the same numbers in each datum."""
    assert not is_shifted(latitude, longitude)
    for there in (WGS84(latitude, longitude).to_gcj02(), WGS84(latitude, longitude).to_bd09()):
        assert near(there, (latitude, longitude), 1e-12)
        assert near(there.to_wgs84(), (latitude, longitude), 1e-12)


def test_heights_stay() -> None:
    """A conversion shifts the map and leaves the height alone."""
    assert WGS84(31.0, 121.0, 55.5).to_bd09().to_wgs84().height == 55.5


@pytest.mark.parametrize("spoilt", [(91.0, 0.0), (0.0, 180.1), (math.nan, 0.0), (0.0, math.inf)])
def test_places_that_are_none(spoilt: tuple[float, float]) -> None:
    """Latitudes, longitudes and heights that cannot be are refused."""
    for kind in (WGS84, GCJ02, BD09):
        with pytest.raises(UsageError, match="must be between"):
            kind(*spoilt)
        with pytest.raises(UsageError, match="height is nan"):
            kind(1.0, 2.0, math.nan)


def test_datums_are_not_equal() -> None:
    """The same numbers in another datum are another place."""
    positions: list[object] = [WGS84(31.0, 121.0), GCJ02(31.0, 121.0), BD09(31.0, 121.0)]
    assert len(set(positions)) == 3


# ------------------------------------------------------------------------------------------------ for devices


def test_devices_get_the_numbers_of_wgs84() -> None:
    """Each payload that names a place takes it from a position."""
    here = WGS84(31.1, 121.5, height=66.0)
    assert point(here).to_dict() == {"latitude": 31.1, "longitude": 121.5, "height": 66.0}
    assert fly_to(here, max_speed=5, fly_to_id="x").to_dict() == {
        "fly_to_id": "x",
        "max_speed": 5,
        "points": [point(here).to_dict()],
    }
    assert fly_to_instead(here, max_speed=5).points == [point(here)]
    look = look_at(here, payload_index="52-0-0")
    assert (look.latitude, look.longitude, look.height, look.locked) == (31.1, 121.5, 66.0, False)
    start = take_off_to(here, **START)
    assert (start.target_latitude, start.target_longitude, start.target_height) == (31.1, 121.5, 66.0)
    assert "max_speed" not in start.to_dict()
    assert take_off_to(here, **START, max_speed=9).to_dict()["max_speed"] == 9


@pytest.mark.parametrize("shifted", [GCJ02(31.1, 121.5, 66.0), BD09(31.1, 121.5, 66.0)])
def test_a_shifted_position_is_not_sent(shifted: Any) -> None:
    """A position of a Chinese map is refused, with the call that converts it."""
    for build in (
        lambda: point(shifted),
        lambda: fly_to(shifted, max_speed=5),
        lambda: look_at(shifted, payload_index="52-0-0"),
        lambda: take_off_to(shifted, **START),
    ):
        with pytest.raises(TypeError, match=r"take WGS84: give position.to_wgs84\(\)"):
            build()
    assert point(shifted.to_wgs84()).height == 66.0


def test_a_bare_pair_is_not_sent() -> None:
    """Numbers that do not say their datum are refused, and so is a place without a height."""
    bare: Any = (31.1, 121.5, 66.0)
    with pytest.raises(TypeError, match="does not say its datum"):
        point(bare)
    with pytest.raises(UsageError, match="has no height"):
        point(WGS84(31.1, 121.5))
