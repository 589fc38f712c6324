"""Payloads that name a place, made of positions with their datum: devices take WGS-84 and nothing else.

A latitude and a longitude do not say on which map they were picked. A position does, so that one of a Chinese map
cannot be sent unnoticed: that would be some hundred metres off.
"""

from __future__ import annotations

import uuid

from skybind.errors import UsageError
from skybind.positions import BD09, GCJ02, WGS84
from skybind_clients.downlink.models import (
    CameraLookAt,
    CommanderFlightMode,
    CommanderModeLostAction,
    ExitWaylineWhenRcLost,
    FlyToPoint,
    FlyToPointUpdate,
    OnOff,
    RcLostAction,
    RthMode,
    TakeoffToPoint,
    TargetPoint,
)
from skybind_clients.runtime import UNSET

__all__ = ["fly_to", "fly_to_instead", "look_at", "point", "take_off_to"]


def point(position: WGS84) -> TargetPoint:
    """A place to fly to.

    Raises:
        TypeError: the position is of another datum; says how to convert it.
        UsageError: its height is not known.
    """
    latitude, longitude, height = _numbers(position)
    return TargetPoint(latitude=latitude, longitude=longitude, height=height)


def take_off_to(
    position: WGS84,
    *,
    flight_id: str,
    security_takeoff_height: float,
    commander_flight_height: float,
    rth_altitude: int,
    rc_lost_action: RcLostAction,
    commander_mode_lost_action: CommanderModeLostAction,
    max_speed: int | None = None,
    commander_flight_mode: CommanderFlightMode = CommanderFlightMode.PRESET,
    rth_mode: RthMode = RthMode.PRESET,
    exit_wayline_when_rc_lost: ExitWaylineWhenRcLost = ExitWaylineWhenRcLost.LEAVE_WAYLINE,
    flight_safety_advance_check: OnOff = OnOff.OFF,
) -> TakeoffToPoint:
    """Take off and fly to a place.

    Args:
        position: Where to; its height is above the ellipsoid. The aircraft hovers there.
        flight_id: Names the flight; never used before.
        security_takeoff_height: Height above the dock to climb to first, m.
        commander_flight_height: Height above the dock on the way, m.
        rth_altitude: Height above the dock on the way back, m.
        rc_lost_action: What the aircraft does when the link is lost.
        commander_mode_lost_action: What becomes of the flight then.
        max_speed: On the way, m/s.
        commander_flight_mode: How the height on the way is chosen.
        rth_mode: How the height on the way back is chosen; docks can only do preset.
        exit_wayline_when_rc_lost: The platform wants it; DJI has it for Dock 1 only, and no longer.
        flight_safety_advance_check: Whether flight areas are compared with the cloud's first.

    Raises as :func:`point`.
    """
    latitude, longitude, height = _numbers(position)
    return TakeoffToPoint(
        target_latitude=latitude,
        target_longitude=longitude,
        target_height=height,
        security_takeoff_height=security_takeoff_height,
        rth_mode=rth_mode,
        rth_altitude=rth_altitude,
        rc_lost_action=rc_lost_action,
        exit_wayline_when_rc_lost=exit_wayline_when_rc_lost,
        commander_mode_lost_action=commander_mode_lost_action,
        commander_flight_mode=commander_flight_mode,
        commander_flight_height=commander_flight_height,
        flight_id=flight_id,
        flight_safety_advance_check=flight_safety_advance_check,
        max_speed=UNSET if max_speed is None else max_speed,
    )


def fly_to(position: WGS84, *, max_speed: int, fly_to_id: str | None = None) -> FlyToPoint:
    """Fly to a place.

    Args:
        position: Where to; its height is above the ellipsoid.
        max_speed: On the way, m/s.
        fly_to_id: Names the flight; one is made if it is None.

    Raises as :func:`point`.
    """
    return FlyToPoint(fly_to_id=fly_to_id or str(uuid.uuid4()), max_speed=max_speed, points=[point(position)])


def fly_to_instead(position: WGS84, *, max_speed: int) -> FlyToPointUpdate:
    """Change the place of the flight that is under way; ``max_speed`` in m/s. Raises as :func:`point`."""
    return FlyToPointUpdate(max_speed=max_speed, points=[point(position)])


def look_at(position: WGS84, *, payload_index: str, locked: bool = False) -> CameraLookAt:
    """Turn the camera to a place.

    Args:
        position: Where to look; its height is above the ellipsoid.
        payload_index: Which payload, as ``52-0-0``.
        locked: Whether the aircraft turns with the gimbal.

    Raises as :func:`point`.
    """
    latitude, longitude, height = _numbers(position)
    return CameraLookAt(
        payload_index=payload_index, locked=locked, latitude=latitude, longitude=longitude, height=height
    )


def _numbers(position: object) -> tuple[float, float, float]:
    if isinstance(position, GCJ02 | BD09):
        raise TypeError(
            f"this is a {type(position).__name__} position and devices take WGS84: give position.to_wgs84()"
        )
    if not isinstance(position, WGS84):
        raise TypeError(
            f"a {type(position).__name__} does not say its datum: give WGS84(latitude, longitude, height=…)"
        )
    if position.height is None:
        raise UsageError(
            "this position has no height, and devices take one",
            advice="Give the height above the WGS-84 ellipsoid in metres, not above sea level or ground.",
        )
    return position.latitude, position.longitude, position.height
