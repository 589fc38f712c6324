"""WGS-84: earth-centred coordinates, and the plane that touches the earth at a site."""

from math import cos, radians, sin, sqrt

import numpy as np
import numpy.typing as npt
from attrs import frozen

A_M = 6_378_137.0
F = 1 / 298.257223563
E2 = F * (2 - F)

Floats = npt.NDArray[np.float64]


def metres_per_degree(latitude_deg: float) -> tuple[float, float]:
    """Length of a degree of latitude and of longitude on the ellipsoid."""
    phi = radians(latitude_deg)
    bend = 1 - E2 * sin(phi) ** 2
    return radians(A_M * (1 - E2) / bend**1.5), radians(A_M / sqrt(bend) * cos(phi))


def ecef(latitude_deg: npt.ArrayLike, longitude_deg: npt.ArrayLike, height_m: npt.ArrayLike) -> Floats:
    """Earth-centred x, y, z in metres, in the last axis."""
    phi, lam, height = np.radians(latitude_deg), np.radians(longitude_deg), np.asarray(height_m, float)
    normal = A_M / np.sqrt(1 - E2 * np.sin(phi) ** 2)
    across = (normal + height) * np.cos(phi)
    return np.stack((across * np.cos(lam), across * np.sin(lam), (normal * (1 - E2) + height) * np.sin(phi)), axis=-1)


@frozen
class Site:
    """The place of a reconstruction: a point on the ground, and east, north and up from there."""

    latitude_deg: float
    longitude_deg: float
    ground_height_m: float

    def enu(self, latitude_deg: npt.ArrayLike, longitude_deg: npt.ArrayLike, height_m: npt.ArrayLike) -> Floats:
        """East, north, up in metres, in the last axis."""
        origin = ecef(self.latitude_deg, self.longitude_deg, self.ground_height_m)
        turned: Floats = (ecef(latitude_deg, longitude_deg, height_m) - origin) @ self._axes()
        return turned

    def to_ecef(self) -> list[float]:
        """The matrix from east, north, up to earth-centred coordinates: 16 numbers, column by column."""
        matrix = np.eye(4)
        matrix[:3, :3] = self._axes()
        matrix[:3, 3] = ecef(self.latitude_deg, self.longitude_deg, self.ground_height_m)
        return [float(value) for value in matrix.T.ravel()]

    def _axes(self) -> Floats:
        phi, lam = radians(self.latitude_deg), radians(self.longitude_deg)
        east = (-sin(lam), cos(lam), 0.0)
        north = (-sin(phi) * cos(lam), -sin(phi) * sin(lam), cos(phi))
        up = (cos(phi) * cos(lam), cos(phi) * sin(lam), sin(phi))
        return np.array([east, north, up]).T
