import numpy as np
import pytest

from skybind_emulators.products.gcj02 import from_gcj02, to_gcj02
from skybind_emulators.products.geodesy import Site, metres_per_degree
from skybind_emulators.products.grids import Geographic, LocalGrid, Utm, mercator_position, mercator_tile

from .ground_truth import geodetic, utm


@pytest.mark.parametrize("latitude", [0.5, 22.5, 30.3271, 51.2, 78.0])
@pytest.mark.parametrize("longitude", [117.1, 119.9126, 114.0])
def test_utm_agrees_with_another_series(latitude, longitude):
    """Krüger's series and Snyder's give the same coordinates to a centimetre within a zone."""
    x, y = Utm(50).forward(latitude, longitude)

    assert (float(x), float(y)) == pytest.approx(utm(latitude, longitude, 50), abs=0.01)


def test_utm_of_a_known_tower():
    """The CN Tower in Toronto: 17N 630084 4833438, as gazetteers print it in whole metres."""
    x, y = Utm(17).forward(43.642567, -79.387139)

    assert (float(x), float(y)) == pytest.approx((630_084, 4_833_438), abs=1.0)


def test_south_of_the_equator_northings_start_at_ten_million():
    """EPSG:327zz is the mirror of EPSG:326zz below ten million metres."""
    x, y = Utm.at(-33.9, 151.2).forward(-33.9, 151.2)

    assert Utm.at(-33.9, 151.2).epsg == 32756
    east, north = utm(33.9, 151.2, 56)
    assert (float(x), float(y)) == pytest.approx((east, 10_000_000 - north), abs=0.01)


@pytest.mark.parametrize(
    "grid",
    [Utm(50), Utm(50, south=True), Geographic(), LocalGrid(Site(30.3, 119.9, 42.0))],
    ids=lambda grid: grid.title,
)
def test_grids_go_there_and_back(grid):
    """inverse undoes forward to less than a millimetre."""
    latitude, longitude = np.array([30.28, 30.31, 30.32]), np.array([119.88, 119.9, 119.93])
    if grid.title.endswith("S"):
        latitude = -latitude

    back = grid.inverse(*grid.forward(latitude, longitude))

    assert back[0] == pytest.approx(latitude, abs=5e-9)
    assert back[1] == pytest.approx(longitude, abs=5e-9)


def test_the_local_frame_is_metric():
    """A hundred metres east in the frame is a hundred metres on the ellipsoid; the matrix leads back to the earth."""
    site = Site(30.3, 119.9, 42.0)
    per_latitude, per_longitude = metres_per_degree(30.3)

    enu = site.enu(30.3 + 100 / per_latitude, 119.9 + 200 / per_longitude, 52.0)
    assert enu == pytest.approx((200, 100, 10), abs=0.02)

    matrix = np.array(site.to_ecef()).reshape(4, 4).T
    place = geodetic(*(matrix @ np.array([*enu, 1.0]))[:3])
    assert place == pytest.approx((30.3 + 100 / per_latitude, 119.9 + 200 / per_longitude, 52.0), abs=1e-6)


def test_web_map_tiles_start_in_the_north_west():
    """At zoom 1 the world has four tiles; Hangzhou is in the north-eastern one, and positions lead back."""
    column, row = mercator_tile(30.3, 119.9, 1)
    assert (int(column), int(row)) == (1, 0)
    assert mercator_tile(0.0, 0.0, 3) == pytest.approx((4, 4))
    assert mercator_position(*mercator_tile(30.3, 119.9, 20), 20) == pytest.approx((30.3, 119.9), abs=1e-9)


def test_gcj02_shifts_within_china_only():
    """The shift is some hundred metres in China, none elsewhere, and can be undone."""
    shown = to_gcj02(30.3271, 119.9126)
    per_latitude, per_longitude = metres_per_degree(30.3)
    metres = np.hypot((shown[0] - 30.3271) * per_latitude, (shown[1] - 119.9126) * per_longitude)

    assert 300 < metres < 700
    assert from_gcj02(*shown) == pytest.approx((30.3271, 119.9126), abs=1e-8)
    assert to_gcj02(48.85, 2.35) == (48.85, 2.35)
