"""What the dock tells about a flight while it lasts: task progress, targets, the way home, its photos."""

from typing import Any

from .flights import Flight, Photo
from .machine import Machine
from .places import Place
from .properties import drone_model
from .steps import Break, Mission, number

TERMINAL = frozenset({"ok", "partially_done", "rejected", "failed", "canceled", "timeout"})


def progress(
    machine: Machine,
    flight: Flight,
    status: str,
    step: str,
    percent: int,
    mission: Mission = Mission.READY,
    *,
    result: int = 0,
) -> None:
    """Tell ``flighttask_progress``. A percentage below the last one told is raised to it."""
    if flight.task is None:
        return
    flight.percent = max(flight.percent, min(100, percent))
    flight.status, flight.step = status, step
    route = flight.route
    waypoint = route.waypoints[min(flight.point, len(route.waypoints) - 1)] if route else None
    ext: dict[str, Any] = {
        "flight_id": flight.flight_id,
        "track_id": flight.track_id,
        "current_waypoint_index": waypoint.index if waypoint else 0,
        "media_count": len(flight.photos),
        "wayline_id": waypoint.wayline_id if waypoint else 0,
        "wayline_mission_state": int(mission),
    }
    if flight.break_point is not None:
        ext["break_point"] = dict(flight.break_point)
    told = {"current_step": number(step, machine.rules.dock_generation), "percent": flight.percent}
    output = {"status": status, "progress": told, "ext": ext}
    machine.tell(
        "flighttask_progress", {"result": int(result), "output": output}, need_reply=True, bid=flight.flight_id
    )


def broken_off(machine: Machine, flight: Flight, reason: Break) -> None:
    """Note where a wayline was broken off: behind which waypoint, and how far on the way to the next.

    On a waypoint (`state` 1) all that was to be done there is done.
    """
    route = flight.route
    if route is None:
        return
    waypoint = route.waypoints[min(flight.point, len(route.waypoints) - 1)]
    here = machine.place
    previous = flight.point - 1
    share, state, index = 0.0, 0, waypoint.index
    if previous >= 0 and route.waypoints[previous].wayline_id == waypoint.wayline_id:
        start = route.place(route.waypoints[previous], flight.home_height_m)
        whole = start.distance_m(route.place(waypoint, flight.home_height_m))
        share = min(1.0, start.distance_m(here) / whole) if whole else 0.0
        index, state = route.waypoints[previous].index, int(share == 0.0)
    flight.break_point = {
        "index": index,
        "state": state,
        "progress": round(share, 4),
        "wayline_id": waypoint.wayline_id,
        "break_reason": int(reason),
        "latitude": here.latitude_deg,
        "longitude": here.longitude_deg,
        "height": here.height_m,
        "attitude_head": machine.state.heading_deg,
    }


def target_progress(machine: Machine, flight: Flight, status: str, target: Place, *, result: int = 0) -> None:
    """Tell ``takeoff_to_point_progress`` or ``fly_to_point_progress``."""
    remaining = machine.place.distance_m(target)
    told: dict[str, Any] = {
        "result": int(result),
        "status": status,
        "way_point_index": 0,
        "remaining_distance": round(remaining, 2),
        "remaining_time": round(remaining / max(0.1, flight.target_speed_m_s), 2),
        "planned_path_points": [_shown(machine.place), _shown(target)],
    }
    if flight.target_id:
        machine.tell("fly_to_point_progress", {"fly_to_id": flight.target_id, **told}, need_reply=True)
    else:
        named = {"flight_id": flight.flight_id, "track_id": flight.track_id}
        machine.tell("takeoff_to_point_progress", {**named, **told}, need_reply=True)


def way_home(machine: Machine, flight: Flight, path: list[Place]) -> None:
    """Tell ``return_home_info``."""
    shown = [_shown(place) for place in path]
    told = {"planned_path_points": shown, "last_point_type": 0, "flight_id": flight.flight_id}
    machine.tell("return_home_info", told)


def homing_interrupted(machine: Machine, *, entered: bool) -> None:
    """Tell ``device_exit_homing_notify``. No documented reason means "by command"; 10 comes nearest."""
    told = {"sn": machine.gateway_sn, "action": int(entered), "reason": 10}
    machine.tell("device_exit_homing_notify", told, need_reply=True)


def uploaded(machine: Machine, flight: Flight, photo: Photo, name: str, object_key: str) -> None:
    """Tell ``file_upload_callback`` of a photo that is in the cloud's storage."""
    metadata = {
        "gimbal_yaw_degree": photo.gimbal_yaw_deg,
        "absolute_altitude": round(photo.place.height_m, 3),
        "relative_altitude": round(photo.place.height_m - machine.rules.height_m, 3),
        "shoot_position": {"lat": photo.place.latitude_deg, "lng": photo.place.longitude_deg},
        "created_time": int(photo.taken_at * 1000),
    }
    file = {
        "object_key": object_key,
        "path": flight.flight_id,
        "name": name,
        "ext": {
            "flight_id": flight.flight_id,
            "drone_model_key": drone_model(machine.rules.dock_generation),
            "payload_model_key": f"1-{machine.rules.payload_index}",
            "is_original": True,
        },
        "metadata": metadata,
    }
    counted = {"uploaded_file_count": photo.number, "expected_file_count": len(flight.photos), "flight_type": 0}
    machine.tell("file_upload_callback", {"result": 0, "file": file, "flight_task": counted}, need_reply=True)


def _shown(place: Place) -> dict[str, float]:
    return {"latitude": place.latitude_deg, "longitude": place.longitude_deg, "height": place.height_m}
