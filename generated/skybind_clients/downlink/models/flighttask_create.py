# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.exit_wayline_when_rc_lost import ExitWaylineWhenRcLost
from ..models.rth_mode import RthMode
from ..types import UNSET, Unset

T = TypeVar("T", bound="FlighttaskCreate")


@_attrs_define
class FlighttaskCreate:
    """Create a task in one step; DJI has prepare and execute in its place

    Source: client-code platform; doc 1.11.3, 1.15
    """

    flighttask_id: str
    """The caller's name for the task. DJI's own method calls it flight_id"""
    task_type: str
    """Kind of the task, as text; its values are not public"""
    wayline_type: str
    """Kind of the wayline, as text; its values are not public"""
    out_of_control_action: str
    """What the aircraft does when the control link is lost, as text; its values are not public"""
    execute_time: int | Unset = UNSET
    """When to start, Unix milliseconds"""
    wayline_file: str | Unset = UNSET
    """The wayline file, as text; what it is (name or address) is not public"""
    execute_times: int | Unset = UNSET
    """Not described in public"""
    rth_altitude: float | Unset = UNSET
    """Height above the dock at which the aircraft returns to home, m"""
    task_name: str | Unset = UNSET
    """A name for people"""
    ready_conditions: ReadyConditions | Unset = UNSET
    """When a conditional task may start; the device announces that it could and looks again at the start. Only for
    conditional tasks
    """
    executable_conditions: ExecutableConditions | Unset = UNSET
    """What the device checks before it starts; the task fails if one is not met"""
    simulate_mission: SimulateMission | Unset = UNSET
    """Fly in the aircraft's simulator: everything moves but the aircraft. Take the propellers off"""
    break_point: BreakPoint | Unset = UNSET
    """Where to go on; without it the task begins at its start. With it, rth_altitude takes the place of the safe
    take-off height in the KMZ
    """
    rth_mode: RthMode | Unset = UNSET
    """How the height of the return is chosen"""
    exit_wayline_when_rc_lost: ExitWaylineWhenRcLost | Unset = UNSET
    """What becomes of the wayline when the control link is lost"""
    wayline_precision_type: int | Unset = UNSET
    """Whether to wait for RTK: 0 start on GNSS, 1 wait until RTK has converged"""
    flight_safety_advance_check: bool | Unset = UNSET
    """Whether the flight areas are compared with the cloud's before the start, and fetched when they differ"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        flighttask_id = self.flighttask_id

        task_type = self.task_type

        wayline_type = self.wayline_type

        out_of_control_action = self.out_of_control_action

        execute_time = self.execute_time

        wayline_file = self.wayline_file

        execute_times = self.execute_times

        rth_altitude = self.rth_altitude

        task_name = self.task_name

        ready_conditions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ready_conditions, Unset):
            ready_conditions = self.ready_conditions.to_dict()

        executable_conditions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.executable_conditions, Unset):
            executable_conditions = self.executable_conditions.to_dict()

        simulate_mission: dict[str, Any] | Unset = UNSET
        if not isinstance(self.simulate_mission, Unset):
            simulate_mission = self.simulate_mission.to_dict()

        break_point: dict[str, Any] | Unset = UNSET
        if not isinstance(self.break_point, Unset):
            break_point = self.break_point.to_dict()

        rth_mode: int | Unset = UNSET
        if not isinstance(self.rth_mode, Unset):
            rth_mode = RthMode(self.rth_mode).value

        exit_wayline_when_rc_lost: int | Unset = UNSET
        if not isinstance(self.exit_wayline_when_rc_lost, Unset):
            exit_wayline_when_rc_lost = ExitWaylineWhenRcLost(self.exit_wayline_when_rc_lost).value

        wayline_precision_type = self.wayline_precision_type

        flight_safety_advance_check = self.flight_safety_advance_check

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "flighttask_id": flighttask_id,
                "task_type": task_type,
                "wayline_type": wayline_type,
                "out_of_control_action": out_of_control_action,
            }
        )
        if execute_time is not UNSET:
            field_dict["execute_time"] = execute_time
        if wayline_file is not UNSET:
            field_dict["wayline_file"] = wayline_file
        if execute_times is not UNSET:
            field_dict["execute_times"] = execute_times
        if rth_altitude is not UNSET:
            field_dict["rth_altitude"] = rth_altitude
        if task_name is not UNSET:
            field_dict["task_name"] = task_name
        if ready_conditions is not UNSET:
            field_dict["ready_conditions"] = ready_conditions
        if executable_conditions is not UNSET:
            field_dict["executable_conditions"] = executable_conditions
        if simulate_mission is not UNSET:
            field_dict["simulate_mission"] = simulate_mission
        if break_point is not UNSET:
            field_dict["break_point"] = break_point
        if rth_mode is not UNSET:
            field_dict["rth_mode"] = rth_mode
        if exit_wayline_when_rc_lost is not UNSET:
            field_dict["exit_wayline_when_rc_lost"] = exit_wayline_when_rc_lost
        if wayline_precision_type is not UNSET:
            field_dict["wayline_precision_type"] = wayline_precision_type
        if flight_safety_advance_check is not UNSET:
            field_dict["flight_safety_advance_check"] = flight_safety_advance_check

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        flighttask_id = d.pop("flighttask_id")

        task_type = d.pop("task_type")

        wayline_type = d.pop("wayline_type")

        out_of_control_action = d.pop("out_of_control_action")

        execute_time = d.pop("execute_time", UNSET)
        if execute_time is None:
            execute_time = UNSET

        wayline_file = d.pop("wayline_file", UNSET)
        if wayline_file is None:
            wayline_file = UNSET

        execute_times = d.pop("execute_times", UNSET)
        if execute_times is None:
            execute_times = UNSET

        rth_altitude = d.pop("rth_altitude", UNSET)
        if rth_altitude is None:
            rth_altitude = UNSET

        task_name = d.pop("task_name", UNSET)
        if task_name is None:
            task_name = UNSET

        _ready_conditions: Any = d.pop("ready_conditions", UNSET)
        ready_conditions: ReadyConditions | Unset
        if _ready_conditions is UNSET or _ready_conditions is None:
            ready_conditions = UNSET
        else:
            ready_conditions = ReadyConditions.from_dict(_ready_conditions)

        _executable_conditions: Any = d.pop("executable_conditions", UNSET)
        executable_conditions: ExecutableConditions | Unset
        if _executable_conditions is UNSET or _executable_conditions is None:
            executable_conditions = UNSET
        else:
            executable_conditions = ExecutableConditions.from_dict(_executable_conditions)

        _simulate_mission: Any = d.pop("simulate_mission", UNSET)
        simulate_mission: SimulateMission | Unset
        if _simulate_mission is UNSET or _simulate_mission is None:
            simulate_mission = UNSET
        else:
            simulate_mission = SimulateMission.from_dict(_simulate_mission)

        _break_point: Any = d.pop("break_point", UNSET)
        break_point: BreakPoint | Unset
        if _break_point is UNSET or _break_point is None:
            break_point = UNSET
        else:
            break_point = BreakPoint.from_dict(_break_point)

        _rth_mode: Any = d.pop("rth_mode", UNSET)
        rth_mode: RthMode | Unset
        if _rth_mode is UNSET or _rth_mode is None:
            rth_mode = UNSET
        else:
            rth_mode = RthMode.of(_rth_mode)

        _exit_wayline_when_rc_lost: Any = d.pop("exit_wayline_when_rc_lost", UNSET)
        exit_wayline_when_rc_lost: ExitWaylineWhenRcLost | Unset
        if _exit_wayline_when_rc_lost is UNSET or _exit_wayline_when_rc_lost is None:
            exit_wayline_when_rc_lost = UNSET
        else:
            exit_wayline_when_rc_lost = ExitWaylineWhenRcLost.of(_exit_wayline_when_rc_lost)

        wayline_precision_type = d.pop("wayline_precision_type", UNSET)
        if wayline_precision_type is None:
            wayline_precision_type = UNSET

        flight_safety_advance_check = d.pop("flight_safety_advance_check", UNSET)
        if flight_safety_advance_check is None:
            flight_safety_advance_check = UNSET

        flighttask_create = cls(
            flighttask_id,
            task_type,
            wayline_type,
            out_of_control_action,
            execute_time,
            wayline_file,
            execute_times,
            rth_altitude,
            task_name,
            ready_conditions,
            executable_conditions,
            simulate_mission,
            break_point,
            rth_mode,
            exit_wayline_when_rc_lost,
            wayline_precision_type,
            flight_safety_advance_check,
        )

        flighttask_create.additional_properties = d
        return flighttask_create

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.break_point import BreakPoint  # noqa: E402
from ..models.executable_conditions import ExecutableConditions  # noqa: E402
from ..models.ready_conditions import ReadyConditions  # noqa: E402
from ..models.simulate_mission import SimulateMission  # noqa: E402
