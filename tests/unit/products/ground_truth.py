"""Formulas and measurements of the tests' own, so that the code is not judged by itself."""

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

import numpy as np

A, F = 6_378_137.0, 1 / 298.257223563
E2 = F * (2 - F)


def utm(latitude_deg: float, longitude_deg: float, zone: int) -> tuple[float, float]:
    """Easting and northing north of the equator, by Snyder's series (USGS Professional Paper 1395, eq. 8-9 to 8-15)."""
    phi, lam = radians(latitude_deg), radians(longitude_deg - (zone * 6 - 183))
    second = E2 / (1 - E2)
    normal = A / sqrt(1 - E2 * sin(phi) ** 2)
    t, c, a = tan(phi) ** 2, second * cos(phi) ** 2, lam * cos(phi)
    arc = A * (
        (1 - E2 / 4 - 3 * E2**2 / 64 - 5 * E2**3 / 256) * phi
        - (3 * E2 / 8 + 3 * E2**2 / 32 + 45 * E2**3 / 1024) * sin(2 * phi)
        + (15 * E2**2 / 256 + 45 * E2**3 / 1024) * sin(4 * phi)
        - 35 * E2**3 / 3072 * sin(6 * phi)
    )
    x = a + (1 - t + c) * a**3 / 6 + (5 - 18 * t + t**2 + 72 * c - 58 * second) * a**5 / 120
    y = a**2 / 2 + (5 - t + 9 * c + 4 * c**2) * a**4 / 24 + (61 - 58 * t + t**2 + 600 * c - 330 * second) * a**6 / 720
    return 500_000 + 0.9996 * normal * x, 0.9996 * (arc + normal * tan(phi) * y)


def geodetic(x: float, y: float, z: float) -> tuple[float, float, float]:
    """Latitude, longitude and height of earth-centred coordinates (Bowring's formula)."""
    b = A * (1 - F)
    p = hypot(x, y)
    theta = atan2(z * A, p * b)
    phi = atan2(z + E2 / (1 - E2) * b * sin(theta) ** 3, p - E2 * A * cos(theta) ** 3)
    normal = A / sqrt(1 - E2 * sin(phi) ** 2)
    return degrees(phi), degrees(atan2(y, x)), p / cos(phi) - normal


def white_middle(pixels: np.ndarray, column: float, row: float, reach: int) -> tuple[float, float] | None:
    """Column and row of the middle of what is white around a place; `None` when too little is, or it is at the edge."""
    left, top = int(column) - reach, int(row) - reach
    window = pixels[max(top, 0) : top + 2 * reach, max(left, 0) : left + 2 * reach]
    if window.shape[:2] != (2 * reach, 2 * reach) or (window.shape[2] == 4 and (window[..., 3] == 0).any()):
        return None
    rows, columns = np.nonzero(window[..., 2] > 185)  # blue: nothing that grows has so much of it
    if len(rows) < 6:
        return None
    return float(columns.mean()) + 0.5 + left, float(rows.mean()) + 0.5 + top
