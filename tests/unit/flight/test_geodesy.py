import math

import pytest

from skybind_emulators.flight.geodesy import SEMI_MAJOR_AXIS_M, LocalFrame


@pytest.mark.parametrize("place", [(30.3, 119.9, 42.0), (-33.9, 151.2, -3.0), (0.0, 0.0, 0.0), (79.0, -179.9, 800.0)])
@pytest.mark.parametrize("point", [(0.0, 0.0, 0.0), (350.0, -120.0, 100.0), (-2000.0, 1500.0, 15.0)])
def test_a_point_goes_to_the_earth_and_back(place, point):
    """to_geodetic and from_geodetic undo each other to a tenth of a millimetre."""
    frame = LocalFrame(*place)

    assert frame.from_geodetic(*frame.to_geodetic(*point)) == pytest.approx(point, abs=1e-4)


def test_a_degree_has_the_length_of_the_ellipsoid():
    """At the equator a degree of longitude is a·π/180, and a degree of latitude is shorter by the flattening."""
    frame = LocalFrame(0.0, 0.0)
    metres = 10.0

    east, north = frame.to_geodetic(metres, 0.0), frame.to_geodetic(0.0, metres)

    assert metres / east.longitude_deg == pytest.approx(math.radians(SEMI_MAJOR_AXIS_M), rel=1e-9)
    assert metres / north.latitude_deg == pytest.approx(110_574.2758, rel=1e-7)


def test_up_is_height_above_the_ellipsoid():
    """Straight up from the origin only the height changes."""
    place = LocalFrame(30.0, 120.0, 40.0).to_geodetic(0.0, 0.0, 100.0)

    assert place == pytest.approx((30.0, 120.0, 140.0), abs=1e-6)
