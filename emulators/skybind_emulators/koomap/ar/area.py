"""The area in which positioning and navigation are served."""

import math

from attrs import frozen

from skybind_emulators.koomap.ar.utm import project, utm_code
from skybind_emulators.settings import KooMapRules


@frozen
class ServiceArea:
    """A circle.

    Attributes:
        utm: code of its UTM zone; positions are told in it.
        east_m: easting of its middle.
        north_m: northing of its middle.
        radius_m: how far it reaches.
    """

    utm: str
    east_m: float
    north_m: float
    radius_m: float

    @classmethod
    def of(cls, rules: KooMapRules) -> "ServiceArea":
        """The area that the rules tell."""
        code = utm_code(rules.ar_longitude_deg, rules.ar_latitude_deg)
        return cls(code, *project(rules.ar_longitude_deg, rules.ar_latitude_deg, code), rules.ar_radius_m)

    def holds(self, east_m: float, north_m: float) -> bool:
        """Whether a position is inside."""
        return math.hypot(east_m - self.east_m, north_m - self.north_m) <= self.radius_m
