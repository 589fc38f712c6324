"""The photos of a simulated flight, rendered: the sample flight's countryside, seen from where the dock's aircraft was.

The renderer looks straight down. Photos that were taken at another gimbal pitch are rendered all the same, and their
metadata says -90 degrees as their pixels do.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from attrs import evolve

from skybind_emulators.flight import MAVIC_3_ENTERPRISE, FlightPlan, Survey
from skybind_emulators.flight.geodesy import LocalFrame
from skybind_emulators.flight.plan import Station

from .flights import Photo
from .places import Place

_BEIJING = timezone(timedelta(hours=8))
_LOWEST_M = 5.0


def photographed(photos: Sequence[Photo], ground: Place, *, size: int | None = None, seed: int = 1) -> Survey:
    """The survey that these photos are of; its `photograph` writes them.

    Args:
        photos: in the order of flight, at least one.
        ground: the dock; its height is that of the flat ground.
        size: wanted bytes per file, as `render_flight` takes it.
        seed: picks the land and the noise of the sensor.

    Raises:
        ValueError: `size` is out of range, or a photo was taken less than 5 m above the ground.
    """
    if any(photo.place.height_m - ground.height_m < _LOWEST_M for photo in photos):
        raise ValueError(f"photos from less than {_LOWEST_M:g} m above the ground cannot be rendered")
    frame = LocalFrame(*ground)
    stations = [_station(photo, frame) for photo in photos]
    plan = FlightPlan(
        centre_latitude_deg=ground.latitude_deg,
        centre_longitude_deg=ground.longitude_deg,
        ground_height_m=ground.height_m,
        altitude_m=stations[0].altitude_m,
        start=stations[0].taken_at,
        camera=MAVIC_3_ENTERPRISE,
    )
    return evolve(Survey.of(len(photos), size=size, seed=seed, plan=plan), stations=stations)


def _station(photo: Photo, frame: LocalFrame) -> Station:
    east, north, up = frame.from_geodetic(*photo.place)
    return Station(
        number=photo.number,
        line=0,
        east_m=east,
        north_m=north,
        altitude_m=round(up, 3),
        yaw_deg=photo.gimbal_yaw_deg,
        taken_at=datetime.fromtimestamp(photo.taken_at, _BEIJING),
    )
