"""Positions with their datum: WGS-84, which satellites and drones use, and the two shifted ones of Chinese maps.

    WGS84(39.90854, 116.39124, height=52.0)           # degrees; height above the ellipsoid in metres
    GCJ02(39.90994, 116.39748).to_wgs84()             # a point that was picked on a Chinese map
    BD09(39.91592, 116.40397).to_wgs84()              # on Baidu's

Maps of mainland China show GCJ-02, Baidu's show BD-09, which shifts once more; a position of one that is taken for
another is 50 to 700 m off, or twice that. Nothing here converts by itself.

No official formula is public. The one here is known from many open reconstructions and agrees with the maps within one
or two metres. Converting back undoes it by iteration, to less than 1e-8 degrees (about a millimetre). Outside of China
nothing is shifted, and positions convert to themselves; "China" is the usual rectangle, in which neighbours lie too
(:func:`is_shifted`). Heights are not touched.

The libraries that do this have had no release since 2020 and no types; there is nothing to keep up with in sixty lines.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import attrs

from skybind.errors import UsageError

__all__ = ["BD09", "GCJ02", "WGS84", "is_shifted"]

_SOUTH, _NORTH = 0.8293, 55.8271
_WEST, _EAST = 72.004, 137.8347

_RADIUS = 6378245.0  # of the ellipsoid of Krasovsky, m
_ECCENTRICITY_SQUARED = 0.00669342162296594323
_CENTRE = (35.0, 105.0)

_BAIDU_WAVES = math.pi * 3000.0 / 180.0
_CLOSE = 1e-11  # degrees
_MOST_STEPS = 30  # it takes five to eight


def _within(limit: float) -> Callable[[object, attrs.Attribute[float], float], None]:
    def check(_: object, attribute: attrs.Attribute[float], value: float) -> None:
        if not -limit <= value <= limit:  # also false for what is no number
            raise UsageError(
                f"{attribute.name} is {value}; it must be between -{limit:g} and {limit:g} degrees",
                advice="Latitude comes first, then longitude.",
            )

    return check


def _height(_: object, _attribute: attrs.Attribute[float | None], value: float | None) -> None:
    if value is not None and not math.isfinite(value):
        raise UsageError(f"height is {value}; it must be a number of metres")


@attrs.frozen
class _Position:
    latitude: float = attrs.field(validator=_within(90.0))
    longitude: float = attrs.field(validator=_within(180.0))
    height: float | None = attrs.field(default=None, validator=_height)


@attrs.frozen
class WGS84(_Position):
    """A position as GNSS receivers give it.

    Attributes:
        latitude: Degrees, north positive.
        longitude: Degrees, east positive.
        height: Above the WGS-84 ellipsoid, m, not above sea level; None if it is not known.

    Raises:
        UsageError: no such place.
    """

    def to_gcj02(self) -> GCJ02:
        """The same place on Chinese maps."""
        if not is_shifted(self.latitude, self.longitude):
            return GCJ02(self.latitude, self.longitude, self.height)
        return GCJ02(*_gcj02(self.latitude, self.longitude), self.height)

    def to_bd09(self) -> BD09:
        """The same place on Baidu's maps."""
        return self.to_gcj02().to_bd09()


@attrs.frozen
class GCJ02(_Position):
    """A position on maps of mainland China (Amap, Tencent, Google's there); see :class:`WGS84` for its members."""

    def to_wgs84(self) -> WGS84:
        """The same place as GNSS receivers give it."""
        latitude, longitude = _undone(_gcj02, self.latitude, self.longitude)
        if not is_shifted(latitude, longitude):
            return WGS84(self.latitude, self.longitude, self.height)
        return WGS84(latitude, longitude, self.height)

    def to_bd09(self) -> BD09:
        """The same place on Baidu's maps."""
        if not is_shifted(self.latitude, self.longitude):
            return BD09(self.latitude, self.longitude, self.height)
        return BD09(*_bd09(self.latitude, self.longitude), self.height)


@attrs.frozen
class BD09(_Position):
    """A position on Baidu's maps; see :class:`WGS84` for its members."""

    def to_gcj02(self) -> GCJ02:
        """The same place on other Chinese maps."""
        latitude, longitude = _undone(_bd09, self.latitude, self.longitude)
        if not is_shifted(latitude, longitude):
            return GCJ02(self.latitude, self.longitude, self.height)
        return GCJ02(latitude, longitude, self.height)

    def to_wgs84(self) -> WGS84:
        """The same place as GNSS receivers give it."""
        return self.to_gcj02().to_wgs84()


def is_shifted(latitude: float, longitude: float) -> bool:
    """Whether maps of this place may be shifted: inside the rectangle around China that all reconstructions use.

    Parts of Korea, Mongolia, India and other neighbours lie in it, where maps are not shifted. There, don't convert.
    """
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST


def _gcj02(latitude: float, longitude: float) -> tuple[float, float]:
    north, east = latitude - _CENTRE[0], longitude - _CENTRE[1]
    common = (_wave(east, 1 / 6, 20.0) + _wave(east, 1 / 2, 20.0)) * 2 / 3
    metres_north = (
        -100.0
        + 2.0 * east
        + 3.0 * north
        + 0.2 * north**2
        + 0.1 * east * north
        + 0.2 * math.sqrt(abs(east))
        + common
        + (_wave(north, 1, 20.0) + _wave(north, 3, 40.0) + _wave(north, 12, 160.0) + _wave(north, 30, 320.0)) * 2 / 3
    )
    metres_east = (
        300.0
        + east
        + 2.0 * north
        + 0.1 * east**2
        + 0.1 * east * north
        + 0.1 * math.sqrt(abs(east))
        + common
        + (_wave(east, 1, 20.0) + _wave(east, 3, 40.0) + _wave(east, 12, 150.0) + _wave(east, 30, 300.0)) * 2 / 3
    )
    phi = math.radians(latitude)
    flat = 1.0 - _ECCENTRICITY_SQUARED * math.sin(phi) ** 2
    meridian = _RADIUS * (1.0 - _ECCENTRICITY_SQUARED) / flat**1.5
    parallel = _RADIUS / math.sqrt(flat) * math.cos(phi)
    return latitude + math.degrees(metres_north / meridian), longitude + math.degrees(metres_east / parallel)


def _wave(degrees: float, divisor: float, height: float) -> float:
    return height * math.sin(degrees * math.pi / divisor)


def _bd09(latitude: float, longitude: float) -> tuple[float, float]:
    radius = math.hypot(longitude, latitude) + 0.00002 * math.sin(latitude * _BAIDU_WAVES)
    angle = math.atan2(latitude, longitude) + 0.000003 * math.cos(longitude * _BAIDU_WAVES)
    return radius * math.sin(angle) + 0.006, radius * math.cos(angle) + 0.0065


def _undone(
    shift: Callable[[float, float], tuple[float, float]], latitude: float, longitude: float
) -> tuple[float, float]:
    """Where ``shift`` leads here from; it changes so slowly that stepping back by it closes in."""
    found = latitude, longitude
    for _ in range(_MOST_STEPS):
        there = shift(*found)
        off = latitude - there[0], longitude - there[1]
        found = found[0] + off[0], found[1] + off[1]
        if max(abs(off[0]), abs(off[1])) < _CLOSE:
            break
    return found
