"""WGS 84 to UTM and its codes."""

import math
import re

_A, _F = 6_378_137.0, 1 / 298.257223563
_SCALE, _FALSE_EASTING, _FALSE_NORTHING = 0.9996, 500_000.0, 10_000_000.0
_CODE = re.compile(r"([1-9]|[1-5]\d|60)([NS])")


def utm_code(longitude_deg: float, latitude_deg: float) -> str:
    """Zone and hemisphere, such as ``51N``."""
    zone = min(int((longitude_deg + 180) // 6) + 1, 60)
    return f"{zone}{'N' if latitude_deg >= 0 else 'S'}"


def is_utm_code(text: str) -> bool:
    """Whether a text is a zone, without a leading zero, and a hemisphere."""
    return _CODE.fullmatch(text) is not None


def project(longitude_deg: float, latitude_deg: float, code: str) -> tuple[float, float]:
    """Easting and northing in metres, in a given zone (Krueger's series to the third order: good to millimetres)."""
    zone, south = int(code[:-1]), code.endswith("S")
    n = _F / (2 - _F)
    radius = _A / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    series = (n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16, 13 * n**2 / 48 - 3 * n**3 / 5, 61 * n**3 / 240)
    phi, away = math.radians(latitude_deg), math.radians(longitude_deg - (zone * 6 - 183))
    eccentricity = 2 * math.sqrt(n) / (1 + n)
    t = math.sinh(math.atanh(math.sin(phi)) - eccentricity * math.atanh(eccentricity * math.sin(phi)))
    xi, eta = math.atan2(t, math.cos(away)), math.atanh(math.sin(away) / math.sqrt(1 + t * t))
    x = eta + sum(a * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, a in enumerate(series, 1))
    y = xi + sum(a * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, a in enumerate(series, 1))
    return _FALSE_EASTING + _SCALE * radius * x, _SCALE * radius * y + (_FALSE_NORTHING if south else 0.0)
