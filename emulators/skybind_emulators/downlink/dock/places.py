"""Places on the earth, and the way from one to another."""

from math import cos, hypot, radians
from typing import NamedTuple

from attrs import frozen

_METRES_PER_DEGREE = 111_320.0


class Place(NamedTuple):
    """WGS-84 latitude and longitude in degrees, height above the ellipsoid in metres."""

    latitude_deg: float
    longitude_deg: float
    height_m: float

    def distance_m(self, other: "Place") -> float:
        """Straight distance. Good to a part in a thousand over the few kilometres that a dock's aircraft flies."""
        middle = radians((self.latitude_deg + other.latitude_deg) / 2)
        north = (other.latitude_deg - self.latitude_deg) * _METRES_PER_DEGREE
        east = (other.longitude_deg - self.longitude_deg) * _METRES_PER_DEGREE * cos(middle)
        return hypot(north, east, other.height_m - self.height_m)

    def towards(self, other: "Place", share: float) -> "Place":
        """The place at a share of the way, 0 here to 1 there."""
        return Place(*(here + (there - here) * share for here, there in zip(self, other, strict=True)))

    def moved(self, north_m: float, east_m: float, up_m: float) -> "Place":
        """So many metres away."""
        scale = _METRES_PER_DEGREE * cos(radians(self.latitude_deg))
        return Place(
            max(-90.0, min(90.0, self.latitude_deg + north_m / _METRES_PER_DEGREE)),
            self.longitude_deg + east_m / scale,
            self.height_m + up_m,
        )


@frozen
class Leg:
    """A straight way that is being flown, on the stage's time."""

    start: Place
    end: Place
    since_s: float
    lasts_s: float

    def share(self, time_s: float) -> float:
        """How much of it is flown, 0 to 1."""
        return max(0.0, min(1.0, (time_s - self.since_s) / self.lasts_s)) if self.lasts_s else 1.0

    def at(self, time_s: float) -> Place:
        """Where the aircraft is."""
        return self.start.towards(self.end, self.share(time_s))
