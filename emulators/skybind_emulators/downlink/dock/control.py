"""Commands of flight control: take it, fly to points, steer by hand."""

from collections.abc import Mapping
from math import cos, radians, sin
from typing import Any

from .codes import Code, Refused
from .flights import Flight
from .machine import Data, Machine, Reply
from .places import Place
from .progress import target_progress
from .sorties import fly_to_start
from .tasks import may_take_off

# What a stick that is pushed to its end asks for, and its middle (Cloud API 1.15, stick_control).
_STICK_MIDDLE, _STICK_REACH = 1024, 660
_STICK_M_S, _STICK_CLIMB_M_S = 15.0, 4.0
# A message of the low-latency link steers until the next one, which comes five to ten times a second.
_STEER_S = 0.2


def grab_flight(machine: Machine, _data: Data) -> Reply:
    """``flight_authority_grab``."""
    machine.state.flight_control = True
    return Reply()


def grab_payload(machine: Machine, data: Data) -> Reply:
    """``payload_authority_grab``."""
    if data["payload_index"] != machine.rules.payload_index:
        raise Refused(Code.NO_PAYLOAD_CONTROL)
    machine.state.payload_control = data["payload_index"]
    return Reply()


def enter_drc(machine: Machine, _data: Data) -> Reply:
    """``drc_mode_enter``. The low-latency link is only noted: nothing is sent to the broker that is named."""
    _controls(machine)
    machine.state.drc, machine.state.drc_sequence = True, 0
    machine.tell("drc_status_notify", {"result": 0, "drc_state": 2}, need_reply=True)
    return Reply()


def exit_drc(machine: Machine, _data: Data) -> Reply:
    """``drc_mode_exit``."""
    _linked(machine)
    machine.state.drc = False
    machine.tell("drc_status_notify", {"result": 0, "drc_state": 0}, need_reply=True)
    return Reply()


def beat(machine: Machine, data: Data) -> Reply:
    """``heart_beat``."""
    _linked(machine)
    machine.state.drc_sequence = data["seq"]
    return Reply(output={"seq": data["seq"]})


def take_off(machine: Machine, data: Data) -> Reply:
    """``takeoff_to_point``."""
    _controls(machine)
    if machine.flight is not None:
        raise Refused(Code.TAKE_OFF)
    may_take_off(machine)
    flight_id = data["flight_id"]
    if not flight_id or flight_id in machine.flights or flight_id in machine.tasks:
        raise Refused(Code.HANDED_OVER_BEFORE)
    target = Place(data["target_latitude"], data["target_longitude"], float(data["target_height"]))
    if target.height_m <= machine.home.height_m:
        raise Refused(Code.LOW_TARGET)
    flight = Flight(flight_id, machine.new_id(), targets=[target])
    flight.target_speed_m_s = float(data.get("max_speed") or machine.rules.speed_m_s)
    machine.flight = machine.flights[flight_id] = flight
    machine.state.flight_id, machine.state.mode, machine.state.drone_on = flight_id, "preparing", True
    safe_height = machine.home.height_m + float(data["security_takeoff_height"])
    machine.sortie = machine.stage.start(fly_to_start(machine, flight, safe_height))
    return Reply()


def fly_to(machine: Machine, data: Data) -> Reply:
    """``fly_to_point``. A new target takes the place of an earlier one."""
    _controls(machine)
    flight = _free_in_the_air(machine)
    targets = _targets(machine, data)
    if flight.targets:
        target_progress(machine, flight, "wayline_cancel", flight.targets[0])
    flight.target_id = data["fly_to_id"]
    _aim(machine, flight, targets, data)
    return Reply()


def update_target(machine: Machine, data: Data) -> Reply:
    """``fly_to_point_update``: another target for the running fly-to or take-off."""
    _controls(machine)
    flight = machine.flight
    if flight is None or not flight.aloft or not flight.targets:
        raise Refused(Code.NO_FLY_TO)
    _aim(machine, flight, _targets(machine, data), data)
    return Reply()


def stop_flying_to(machine: Machine, _data: Data) -> Reply:
    """``fly_to_point_stop``: hover."""
    _controls(machine)
    if machine.flight is None or not machine.flight.aloft or not machine.flight.targets:
        raise Refused(Code.NO_FLY_TO)
    machine.wake_flight("stop")
    return Reply()


def emergency_stop(machine: Machine, _data: Data) -> Reply:
    """``drone_emergency_stop``: brake and hover, whatever was going on."""
    flight = _steered(machine)
    if flight.phase == "wayline":
        machine.wake_flight("pause")
    elif flight.phase == "returning":
        machine.wake_flight("cancel")
    elif flight.phase == "flying_to":
        machine.wake_flight("stop")
    return Reply()


def keyboard(machine: Machine, data: Data) -> Reply:
    """``drone_control``: speeds ahead, to the right and up."""
    _hovering(machine)
    ahead, right, up = (float(data.get(name, 0)) * _STEER_S for name in ("x", "y", "h"))
    machine.state.drc_sequence = data["seq"]
    _nudge(machine, ahead, right, up, float(data.get("w", 0)) * _STEER_S)
    return Reply(output={"seq": data["seq"]})


def sticks(machine: Machine, data: Data) -> Reply:
    """``stick_control``: positions of the four axes, 1024 in the middle."""
    _hovering(machine)
    ahead, right, up, turn = (
        (data[name] - _STICK_MIDDLE) / _STICK_REACH for name in ("pitch", "roll", "throttle", "yaw")
    )
    _nudge(
        machine,
        ahead * _STICK_M_S * _STEER_S,
        right * _STICK_M_S * _STEER_S,
        up * _STICK_CLIMB_M_S * _STEER_S,
        turn * 90 * _STEER_S,
    )
    return Reply()


def _controls(machine: Machine) -> None:
    if not machine.state.flight_control:
        raise Refused(Code.NO_CONTROL)


def _linked(machine: Machine) -> None:
    if not machine.state.drc:
        raise Refused(Code.NO_DRC)


def _steered(machine: Machine) -> Flight:
    _controls(machine)
    if not machine.state.drc or machine.flight is None or not machine.flight.aloft:
        raise Refused(Code.STICK)
    return machine.flight


def _hovering(machine: Machine) -> None:
    if _steered(machine).phase not in ("hovering", "paused"):
        raise Refused(Code.STICK)


def _free_in_the_air(machine: Machine) -> Flight:
    flight = machine.flight
    if flight is None or flight.phase not in ("hovering", "flying_to"):
        raise Refused(Code.FLY_TO)
    return flight


def _targets(machine: Machine, data: Data) -> list[Place]:
    points: list[Mapping[str, Any]] = data["points"]
    if not points:
        raise Refused(Code.PARAMETERS, "there is no target")
    targets = [Place(point["latitude"], point["longitude"], float(point["height"])) for point in points]
    if any(target.height_m <= machine.home.height_m for target in targets):
        raise Refused(Code.LOW_TARGET)
    return targets


def _aim(machine: Machine, flight: Flight, targets: list[Place], data: Data) -> None:
    flight.targets[:] = targets
    flight.target_speed_m_s = float(data["max_speed"] or machine.rules.speed_m_s)
    machine.wake_flight("go")


def _nudge(machine: Machine, ahead_m: float, right_m: float, up_m: float, turn_deg: float) -> None:
    heading = radians(machine.state.heading_deg)
    north = ahead_m * cos(heading) - right_m * sin(heading)
    east = ahead_m * sin(heading) + right_m * cos(heading)
    place = machine.place.moved(north, east, up_m)
    lowest = machine.home.height_m + 2.0
    machine.state.latitude_deg, machine.state.longitude_deg, _ = place
    machine.state.height_m = max(lowest, place.height_m)
    turned = machine.state.heading_deg + turn_deg
    machine.state.heading_deg = machine.state.gimbal_yaw_deg = round((turned + 180) % 360 - 180, 2)
