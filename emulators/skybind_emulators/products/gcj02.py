"""GCJ-02, the shifted datum of Chinese web maps. The shift is a public formula; it holds inside China only."""

from math import pi, sin, sqrt

# Krasovsky 1940, on which the shift is defined.
_A_M = 6_378_245.0
_E2 = 0.00669342162296594323


def to_gcj02(latitude_deg: float, longitude_deg: float) -> tuple[float, float]:
    """Latitude and longitude at which a Chinese web map shows a WGS-84 position."""
    if not (0.8293 <= latitude_deg <= 55.8271 and 72.004 <= longitude_deg <= 137.8347):
        return latitude_deg, longitude_deg
    x, y = longitude_deg - 105.0, latitude_deg - 35.0
    ripple = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + ripple
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + ripple
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    phi = latitude_deg / 180 * pi
    bend = 1 - _E2 * sin(phi) ** 2
    per_latitude = _A_M * (1 - _E2) / bend**1.5 * pi / 180
    per_longitude = _A_M / sqrt(bend) * sqrt(1 - sin(phi) ** 2) * pi / 180
    return latitude_deg + north / per_latitude, longitude_deg + east / per_longitude


def from_gcj02(latitude_deg: float, longitude_deg: float) -> tuple[float, float]:
    """The WGS-84 position that a Chinese web map shows there."""
    latitude, longitude = latitude_deg, longitude_deg
    for _ in range(4):  # the shift hardly changes over its own length, so this closes fast
        shown = to_gcj02(latitude, longitude)
        latitude, longitude = latitude + latitude_deg - shown[0], longitude + longitude_deg - shown[1]
    return latitude, longitude
