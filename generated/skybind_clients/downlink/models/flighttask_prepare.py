# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.exit_wayline_when_rc_lost import ExitWaylineWhenRcLost
from ..models.out_of_control_action import OutOfControlAction
from ..models.rth_mode import RthMode
from ..models.task_type import TaskType
from ..types import UNSET, Unset

T = TypeVar("T", bound="FlighttaskPrepare")


@_attrs_define
class FlighttaskPrepare:
    """Give the dock a wayline task, ahead of its start

    Source: client-code platform; doc 1.11.3, 1.15
    """

    execute_time: int
    """When to start, Unix milliseconds. An immediate task is refused when it reaches the dock more than 30 s from
    this time; a conditional one does not need it, but the platform wants the field
    """
    exit_wayline_when_rc_lost: ExitWaylineWhenRcLost
    """What becomes of the wayline when the control link is lost; must be the same as in the KMZ"""
    file: WaylineFile
    """The wayline file"""
    flight_id: str
    """The caller's name for the task: prepare, execute, progress and media are linked by it"""
    out_of_control_action: OutOfControlAction
    """What the aircraft does when the control link is lost. DJI asks for 0 (return to home). The numbers differ
    from those of rc_lost_action
    """
    rth_altitude: int
    """Height above the dock at which the aircraft returns to home, m"""
    task_type: TaskType
    """When the task runs: at once, at execute_time, or when ready_conditions hold. Media of immediate tasks are
    uploaded first
    """
    rth_mode: RthMode
    """How the height of the return is chosen. Docks can only do 1 (preset)"""
    break_point: BreakPoint | Unset = UNSET
    """Where to go on; without it the task begins at its start. With it, rth_altitude takes the place of the safe
    take-off height in the KMZ
    """
    executable_conditions: ExecutableConditions | Unset = UNSET
    """What the device checks before it starts; the task fails if one is not met"""
    ready_conditions: ReadyConditions | Unset = UNSET
    """When a conditional task may start; the device announces that it could and looks again at the start. Only for
    conditional tasks
    """
    simulate_mission: SimulateMission | Unset = UNSET
    """Fly in the aircraft's simulator: everything moves but the aircraft. Take the propellers off"""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        execute_time = self.execute_time

        exit_wayline_when_rc_lost = ExitWaylineWhenRcLost(self.exit_wayline_when_rc_lost).value

        file = self.file.to_dict()

        flight_id = self.flight_id

        out_of_control_action = OutOfControlAction(self.out_of_control_action).value

        rth_altitude = self.rth_altitude

        task_type = TaskType(self.task_type).value

        rth_mode = RthMode(self.rth_mode).value

        break_point: dict[str, Any] | Unset = UNSET
        if not isinstance(self.break_point, Unset):
            break_point = self.break_point.to_dict()

        executable_conditions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.executable_conditions, Unset):
            executable_conditions = self.executable_conditions.to_dict()

        ready_conditions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ready_conditions, Unset):
            ready_conditions = self.ready_conditions.to_dict()

        simulate_mission: dict[str, Any] | Unset = UNSET
        if not isinstance(self.simulate_mission, Unset):
            simulate_mission = self.simulate_mission.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "execute_time": execute_time,
                "exit_wayline_when_rc_lost": exit_wayline_when_rc_lost,
                "file": file,
                "flight_id": flight_id,
                "out_of_control_action": out_of_control_action,
                "rth_altitude": rth_altitude,
                "task_type": task_type,
                "rth_mode": rth_mode,
            }
        )
        if break_point is not UNSET:
            field_dict["break_point"] = break_point
        if executable_conditions is not UNSET:
            field_dict["executable_conditions"] = executable_conditions
        if ready_conditions is not UNSET:
            field_dict["ready_conditions"] = ready_conditions
        if simulate_mission is not UNSET:
            field_dict["simulate_mission"] = simulate_mission

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        execute_time = d.pop("execute_time")

        exit_wayline_when_rc_lost = ExitWaylineWhenRcLost.of(d.pop("exit_wayline_when_rc_lost"))

        file = WaylineFile.from_dict(d.pop("file"))

        flight_id = d.pop("flight_id")

        out_of_control_action = OutOfControlAction.of(d.pop("out_of_control_action"))

        rth_altitude = d.pop("rth_altitude")

        task_type = TaskType.of(d.pop("task_type"))

        rth_mode = RthMode.of(d.pop("rth_mode"))

        _break_point: Any = d.pop("break_point", UNSET)
        break_point: BreakPoint | Unset
        if _break_point is UNSET or _break_point is None:
            break_point = UNSET
        else:
            break_point = BreakPoint.from_dict(_break_point)

        _executable_conditions: Any = d.pop("executable_conditions", UNSET)
        executable_conditions: ExecutableConditions | Unset
        if _executable_conditions is UNSET or _executable_conditions is None:
            executable_conditions = UNSET
        else:
            executable_conditions = ExecutableConditions.from_dict(_executable_conditions)

        _ready_conditions: Any = d.pop("ready_conditions", UNSET)
        ready_conditions: ReadyConditions | Unset
        if _ready_conditions is UNSET or _ready_conditions is None:
            ready_conditions = UNSET
        else:
            ready_conditions = ReadyConditions.from_dict(_ready_conditions)

        _simulate_mission: Any = d.pop("simulate_mission", UNSET)
        simulate_mission: SimulateMission | Unset
        if _simulate_mission is UNSET or _simulate_mission is None:
            simulate_mission = UNSET
        else:
            simulate_mission = SimulateMission.from_dict(_simulate_mission)

        flighttask_prepare = cls(
            execute_time,
            exit_wayline_when_rc_lost,
            file,
            flight_id,
            out_of_control_action,
            rth_altitude,
            task_type,
            rth_mode,
            break_point,
            executable_conditions,
            ready_conditions,
            simulate_mission,
        )

        flighttask_prepare.additional_properties = d
        return flighttask_prepare

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
from ..models.wayline_file import WaylineFile  # noqa: E402
