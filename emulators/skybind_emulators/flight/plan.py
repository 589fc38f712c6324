"""Where the drone flies and when it takes its photos."""

from datetime import datetime, timedelta, timezone
from math import ceil, cos, radians, sin, sqrt

import numpy as np
from attrs import Attribute, field, frozen, validators

from .camera import MAVIC_3_ENTERPRISE, Camera

_BEIJING = timezone(timedelta(hours=8))
_TURN_S = 6.0
# What a multirotor with RTK holds in a light wind: our assumption.
_DRIFT_M = 0.25
_HEIGHT_DRIFT_M = 0.15
_YAW_DRIFT_DEG = 0.7


def _zoned(_plan: object, attribute: "Attribute[datetime]", value: datetime) -> None:
    if value.tzinfo is None:
        raise ValueError(f"{attribute.name} needs a time zone")


@frozen
class FlightPlan:
    """A lawn-mower survey: parallel lines, there and back, the camera straight down.

    The long side of the photo lies across the lines. `altitude_m` is above the ground, which is flat and lies at
    `ground_height_m` above the WGS-84 ellipsoid; the drone takes off from that ground. `course_deg` is the direction
    of the first line, clockwise from true north. Overlaps are shares of the photo, between photos of a line
    (forward) and between lines (side).
    """

    centre_latitude_deg: float = field(default=30.3271, validator=[validators.ge(-80), validators.le(80)])
    centre_longitude_deg: float = field(default=119.9126, validator=[validators.ge(-180), validators.le(180)])
    ground_height_m: float = 42.0
    altitude_m: float = field(default=100.0, validator=[validators.ge(5), validators.le(1500)])
    course_deg: float = 12.0
    forward_overlap: float = field(default=0.80, validator=[validators.ge(0), validators.lt(1)])
    side_overlap: float = field(default=0.70, validator=[validators.ge(0), validators.lt(1)])
    speed_m_s: float = field(default=9.0, validator=validators.gt(0))
    start: datetime = field(default=datetime(2026, 4, 13, 10, 15, 2, 370_000, tzinfo=_BEIJING), validator=_zoned)
    camera: Camera = MAVIC_3_ENTERPRISE

    @property
    def forward_spacing_m(self) -> float:
        """Ground distance between photos of one line."""
        return self.camera.footprint_m(self.altitude_m)[1] * (1 - self.forward_overlap)

    @property
    def side_spacing_m(self) -> float:
        """Ground distance between lines."""
        return self.camera.footprint_m(self.altitude_m)[0] * (1 - self.side_overlap)

    @property
    def shutter_interval_s(self) -> float:
        """Time between photos of one line."""
        return self.forward_spacing_m / self.speed_m_s


@frozen
class Station:
    """The true pose of one photo, in the frame of the plan's centre. Yaw is clockwise from true north."""

    number: int
    line: int
    east_m: float
    north_m: float
    altitude_m: float
    yaw_deg: float
    taken_at: datetime


def stations(plan: FlightPlan, photos: int, seed: int) -> list[Station]:
    """The photos in the order of flight, spread over an area that is about as wide as it is long.

    The last line is shorter when the number does not divide.
    """
    rng = np.random.default_rng([seed, 1])
    lines = max(1, round(sqrt(photos * plan.forward_spacing_m / plan.side_spacing_m)))
    per_line = ceil(photos / lines)
    lines = ceil(photos / per_line)
    course = radians(plan.course_deg)
    moment = plan.start
    flown: list[Station] = []
    for index in range(photos):
        line, step = divmod(index, per_line)
        there = line % 2 == 0
        along = ((step if there else per_line - 1 - step) - (per_line - 1) / 2) * plan.forward_spacing_m
        across = (line - (lines - 1) / 2) * plan.side_spacing_m
        drift_e, drift_n, drift_u, drift_yaw = (float(x) for x in np.clip(rng.standard_normal(4), -2.5, 2.5))
        if index:
            turn = _TURN_S + plan.side_spacing_m / plan.speed_m_s
            moment += timedelta(seconds=turn if step == 0 else plan.shutter_interval_s)
        yaw = plan.course_deg + (0 if there else 180) + _YAW_DRIFT_DEG * drift_yaw
        flown.append(
            Station(
                number=index + 1,
                line=line,
                east_m=along * sin(course) + across * cos(course) + _DRIFT_M * drift_e,
                north_m=along * cos(course) - across * sin(course) + _DRIFT_M * drift_n,
                # Rounded to what XMP can say, so that the photo is where its metadata puts it.
                altitude_m=round(plan.altitude_m + _HEIGHT_DRIFT_M * drift_u, 3),
                yaw_deg=round((yaw + 180) % 360 - 180, 2),
                taken_at=moment,
            )
        )
    return flown
