"""From metres around a place to WGS-84 and back, by way of earth-centred coordinates.

Exact to far below a millimetre, so that no photo is misplaced by the arithmetic.
"""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import NamedTuple

from attrs import frozen

SEMI_MAJOR_AXIS_M = 6_378_137.0
FLATTENING = 1 / 298.257223563
_E2 = FLATTENING * (2 - FLATTENING)


class Geodetic(NamedTuple):
    """WGS-84 latitude and longitude in degrees, ellipsoidal height in metres."""

    latitude_deg: float
    longitude_deg: float
    height_m: float


class Enu(NamedTuple):
    """East, north and up in metres on a plane that touches the ellipsoid normal at the frame's origin."""

    east_m: float
    north_m: float
    up_m: float


@frozen
class LocalFrame:
    """An east-north-up frame with its origin at a geodetic point."""

    latitude_deg: float
    longitude_deg: float
    height_m: float = 0.0

    def to_geodetic(self, east_m: float, north_m: float, up_m: float = 0.0) -> Geodetic:
        """Where a point of the frame is on the earth."""
        phi, lam = radians(self.latitude_deg), radians(self.longitude_deg)
        x0, y0, z0 = _to_ecef(self.latitude_deg, self.longitude_deg, self.height_m)
        along = cos(phi) * up_m - sin(phi) * north_m
        return _from_ecef(
            x0 - sin(lam) * east_m + cos(lam) * along,
            y0 + cos(lam) * east_m + sin(lam) * along,
            z0 + cos(phi) * north_m + sin(phi) * up_m,
        )

    def from_geodetic(self, latitude_deg: float, longitude_deg: float, height_m: float = 0.0) -> Enu:
        """Where a point of the earth is in the frame."""
        phi, lam = radians(self.latitude_deg), radians(self.longitude_deg)
        x0, y0, z0 = _to_ecef(self.latitude_deg, self.longitude_deg, self.height_m)
        x, y, z = _to_ecef(latitude_deg, longitude_deg, height_m)
        dx, dy, dz = x - x0, y - y0, z - z0
        outward = cos(lam) * dx + sin(lam) * dy
        return Enu(
            east_m=cos(lam) * dy - sin(lam) * dx,
            north_m=cos(phi) * dz - sin(phi) * outward,
            up_m=cos(phi) * outward + sin(phi) * dz,
        )


def _to_ecef(latitude_deg: float, longitude_deg: float, height_m: float) -> tuple[float, float, float]:
    phi, lam = radians(latitude_deg), radians(longitude_deg)
    normal = SEMI_MAJOR_AXIS_M / sqrt(1 - _E2 * sin(phi) ** 2)
    return (
        (normal + height_m) * cos(phi) * cos(lam),
        (normal + height_m) * cos(phi) * sin(lam),
        (normal * (1 - _E2) + height_m) * sin(phi),
    )


def _from_ecef(x: float, y: float, z: float) -> Geodetic:
    axis_distance = hypot(x, y)
    phi = atan2(z, axis_distance * (1 - _E2))
    for _ in range(6):  # each round gains more than two decimal digits near the ground
        normal = SEMI_MAJOR_AXIS_M / sqrt(1 - _E2 * sin(phi) ** 2)
        phi = atan2(z + _E2 * normal * sin(phi), axis_distance)
    normal = SEMI_MAJOR_AXIS_M / sqrt(1 - _E2 * sin(phi) ** 2)
    # This form of the height holds at the poles too, where dividing by cos(phi) would not.
    height = axis_distance * cos(phi) + z * sin(phi) - SEMI_MAJOR_AXIS_M**2 / normal
    return Geodetic(degrees(phi), degrees(atan2(y, x)), height)
