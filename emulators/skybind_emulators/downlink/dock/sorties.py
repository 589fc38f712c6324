"""Scripts of a flight: out of the dock, along a route or to a point, home, and into the dock again."""

import hashlib
from typing import cast

from . import progress as telling
from .codes import Code
from .flights import Flight, Task
from .machine import FileWanted, Machine, MediaTaken
from .places import Place
from .progress import progress
from .scripts import Asking, Script, Until
from .steps import AFTER_FILE, AT_HOME, BEFORE_FILE, FLOWN_PERCENT, PREPARED_PERCENT, Break, Mission
from .waylines import Route, Unreadable, WrongFormat, read_route


class _Ended(Exception):
    """A task ends on the ground."""

    def __init__(self, code: Code, status: str = "failed") -> None:
        super().__init__(code.name)
        self.code = code
        self.status = status


def fly_task(machine: Machine, flight: Flight, task: Task) -> Script:
    """A wayline task, from its execution to its last word."""
    progress(machine, flight, "sent", "initial", 0)
    if task.kind == 1:
        yield Until(int(task.data["execute_time"]) / 1000)
    try:
        yield from _prepare(machine, flight, task)
    except _Ended as ended:
        _on_the_ground(machine)
        _over(machine, flight)
        progress(machine, flight, ended.status, flight.step, flight.percent, Mission.ENDED, result=ended.code)
        return
    _take_off(machine, flight)
    yield from _wayline(machine, flight)
    yield from _aloft(machine, flight, "return")


def fly_to_start(machine: Machine, flight: Flight, safe_height_m: float) -> Script:
    """A take-off to a point, the hovering and flying about after it, and the way home."""
    yield machine.rules.step_s * 4
    _take_off(machine, flight)
    flight.phase = "flying_to"
    yield from machine.travel(machine.home._replace(height_m=safe_height_m), machine.rules.climb_m_s)
    yield from _aloft(machine, flight, flight.order or "go")


def _prepare(machine: Machine, flight: Flight, task: Task) -> Script:
    machine.state.mode = "preparing"
    machine.state.drone_on = True
    many = len(BEFORE_FILE) + 1 + len(AFTER_FILE)
    for place, step in enumerate(BEFORE_FILE):
        machine.state.cover_open = machine.state.cover_open or step == "opening the cover"
        progress(machine, flight, "in_progress", step, PREPARED_PERCENT * place // many)
        yield machine.rules.step_s
    place = len(BEFORE_FILE)
    progress(machine, flight, "in_progress", "file address", PREPARED_PERCENT * place // many, Mission.UPLOADING)
    machine.outgoing.append(FileWanted(flight.flight_id))
    while flight.answer is None:
        yield None
    flight.route = _route(machine, flight, task)
    flight.home_height_m = machine.rules.height_m
    _resume_point(flight, task)
    for further, step in enumerate(AFTER_FILE, place + 1):
        progress(machine, flight, "in_progress", step, PREPARED_PERCENT * further // many, Mission.STARTING)
        yield machine.rules.step_s
        if flight.order == "abort":
            raise _Ended(Code.STOPPED, "canceled")


def _route(machine: Machine, flight: Flight, task: Task) -> Route:
    code, content = cast("tuple[int, bytes | None]", flight.answer)
    if content is None:
        raise _Ended(Code(code))
    fingerprint = hashlib.md5(content, usedforsecurity=False).hexdigest()
    if fingerprint != str(task.data["file"]["fingerprint"]).lower():
        raise _Ended(Code.WRONG_FINGERPRINT)
    try:
        return read_route(content, unpacked_max=machine.rules.wayline_bytes_max)
    except WrongFormat as error:
        raise _Ended(Code.WRONG_FORMAT) from error
    except Unreadable as error:
        raise _Ended(Code.UNREADABLE) from error


def _resume_point(flight: Flight, task: Task) -> None:
    """Begin behind the waypoint at which, or after which, an earlier flight was broken off."""
    given = task.data.get("break_point")
    if not given or flight.route is None or given.get("break_reason") == 0:
        return  # the platform's example sends a break point of zeros, which names no break
    key = given["wayline_id"], given["index"]
    for place, waypoint in enumerate(flight.route.waypoints):
        if (waypoint.wayline_id, waypoint.index) == key:
            flight.point = place + (given["progress"] > 0 or given["state"] == 1)
            return
    raise _Ended(Code.NO_BREAK_POINT)


def _take_off(machine: Machine, flight: Flight) -> None:
    state = machine.state
    state.mode, state.drone_on, state.cover_open, state.charging = "flying", True, True, False
    flight.phase = "wayline"
    flight.simulated = bool(
        flight.task is not None and (flight.task.data.get("simulate_mission") or {}).get("is_enable") == 1
    )


def _wayline(machine: Machine, flight: Flight) -> Script:
    """Along the route, until its end or until something sends the aircraft home."""
    route = cast("Route", flight.route)
    first, many = flight.point, len(route.waypoints)
    progress(machine, flight, "in_progress", "flying", PREPARED_PERCENT, Mission.ENTERING)
    while flight.point < many:
        waypoint = route.waypoints[flight.point]
        speed = waypoint.speed_m_s or machine.rules.speed_m_s
        if flight.order is None:
            yield from machine.travel(route.place(waypoint, flight.home_height_m), speed)
        if flight.order is not None:
            if not (yield from _interrupted(machine, flight)):
                return
            continue
        flight.reached = flight.point
        if waypoint.gimbal_pitch_deg is not None:
            machine.state.gimbal_pitch_deg = waypoint.gimbal_pitch_deg
        if waypoint.photo:
            machine.photograph()
        flown = (flight.point + 1 - first) / (many - first)
        percent = PREPARED_PERCENT + int((FLOWN_PERCENT - PREPARED_PERCENT) * flown)
        progress(machine, flight, "in_progress", "flying", percent, Mission.FLYING)
        flight.point += 1
    flight.break_point = None


def _interrupted(machine: Machine, flight: Flight) -> Asking:
    """Obey what was ordered on a wayline. Returns whether the wayline goes on."""
    order = flight.take_order()
    if order == "pause":
        telling.broken_off(machine, flight, Break.INTERRUPTED)
        flight.phase, machine.state.mode = "paused", "paused"
        progress(machine, flight, "paused", "flying", 0, Mission.INTERRUPTED)
        while _unordered(flight):
            yield None
        order = flight.take_order()
        if order == "resume":
            flight.phase, machine.state.mode, flight.break_point = "wayline", "flying", None
            progress(machine, flight, "in_progress", "flying", 0, Mission.RESUMING)
            return True
    low = order == "low battery"
    telling.broken_off(machine, flight, Break.LOW_BATTERY if low else Break.SENT_HOME)
    status = "partially_done" if flight.reached >= 0 else "canceled"
    flight.ending = status, Code.LOW_BATTERY if low else Code.SENT_HOME
    return False


def _aloft(machine: Machine, flight: Flight, order: str | None) -> Script:
    """In the air with nothing planned: hover, fly to points, and at last go home."""
    flight.order = order
    while True:
        order = flight.take_order()
        if order != "go" and flight.targets:
            telling.target_progress(machine, flight, "wayline_cancel", flight.targets[0])
            flight.targets.clear()
        if order in ("return", "low battery"):
            if (yield from _go_home(machine, flight)):
                return
        elif order == "go":
            yield from _go_to(machine, flight)
        else:
            flight.phase, machine.state.mode = "hovering", "flying"
            if _unordered(flight):
                yield None


def _go_to(machine: Machine, flight: Flight) -> Script:
    """Fly to the targets that were given, in turn."""
    flight.phase, machine.state.mode = "flying_to", "flying"
    while flight.targets:
        target = flight.targets[0]
        telling.target_progress(machine, flight, "wayline_progress", target)
        yield from machine.travel(target, flight.target_speed_m_s)
        if flight.order is not None:
            return
        flight.targets.pop(0)
        if not flight.targets:
            telling.target_progress(machine, flight, "wayline_ok", target)
            if not flight.target_id:
                telling.target_progress(machine, flight, "task_finish", target)


def _go_home(machine: Machine, flight: Flight) -> Asking:
    """Go home and land. Returns whether the aircraft is in its dock; it is not when the return was cancelled."""
    flight.phase, machine.state.mode = "returning", "returning"
    flight.take_order()
    height = max(machine.place.height_m, machine.home.height_m + _return_height_m(flight))
    above_here, above_home = machine.place._replace(height_m=height), machine.home._replace(height_m=height)
    telling.way_home(machine, flight, [machine.place, above_here, above_home])
    progress(machine, flight, "in_progress", "return check", FLOWN_PERCENT + 2, Mission.ENDED)
    for target, speed in ((above_here, machine.rules.climb_m_s), (above_home, machine.rules.speed_m_s)):
        yield from machine.travel(target, speed)
        if flight.order == "cancel":
            flight.take_order()
            flight.phase, machine.state.mode = "hovering", "flying"
            telling.homing_interrupted(machine, entered=True)
            while _unordered(flight):
                yield None
            telling.homing_interrupted(machine, entered=False)
            return False
    flight.phase, machine.state.mode = "landing", "landing"
    progress(machine, flight, "in_progress", "landing", FLOWN_PERCENT + 5, Mission.ENDED)
    while machine.place.distance_m(machine.home) > 0.01 and not flight.simulated:
        yield from machine.travel(machine.home, machine.rules.climb_m_s)
    if machine.state.recording:
        machine.state.recording = False
    flight.phase = "preparing"
    for place, step in enumerate(AT_HOME):
        if step != "announcing":
            progress(machine, flight, "in_progress", step, FLOWN_PERCENT + 6 + place, Mission.ENDED)
            yield machine.rules.step_s
    _on_the_ground(machine)
    _over(machine, flight)
    status, result = flight.ending
    percent = 100 if status == "ok" else flight.percent
    progress(machine, flight, status, "announcing", percent, Mission.ENDED, result=result)
    if flight.photos:
        machine.outgoing.append(MediaTaken(flight.flight_id))
    return True


def _unordered(flight: Flight) -> bool:
    return flight.order is None


def _return_height_m(flight: Flight) -> float:
    given = flight.task.data.get("rth_altitude") if flight.task is not None else None
    return float(given) if isinstance(given, int | float) else 50.0


def _on_the_ground(machine: Machine) -> None:
    """Back in the dock: cover closed, charging, the links of the flight gone."""
    state = machine.state
    state.mode, state.cover_open, state.drone_on = "docked", False, False
    state.latitude_deg, state.longitude_deg, state.height_m = Place(*machine.home)
    state.drc, state.panorama, state.recording = False, False, False
    state.streams = {key: value for key, value in state.streams.items() if key.startswith(machine.gateway_sn)}
    state.gimbal_pitch_deg = 0.0
    state.charging = True
    machine.do("charging", machine.charge())


def _over(machine: Machine, flight: Flight) -> None:
    flight.phase = "over"
    if flight.task is not None:
        flight.task.stage = "over"
    machine.state.flight_id = ""
    machine.flight = machine.sortie = machine.leg = None
    machine.chores.pop("photo", None)
