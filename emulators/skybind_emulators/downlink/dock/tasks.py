"""Commands of wayline tasks: prepare, execute, pause, resume, home."""

from collections.abc import Mapping
from typing import Any

from .codes import Code, Refused
from .flights import Flight, Task
from .machine import Data, Machine, Reply
from .scripts import Script, Until
from .sorties import fly_task

#: How often a dock looks whether a conditional task could start.
_LOOK_S = 30.0
#: Reply of return_home: the later course is told by events.
_ON_ITS_WAY = {"status": "in_progress"}


def prepare(machine: Machine, data: Data) -> Reply:
    """``flighttask_prepare``: keep a task."""
    _new_id(machine, data["flight_id"])
    if not data["file"]["fingerprint"]:
        raise Refused(Code.NO_FINGERPRINT)
    if machine.rules.preset_height_only and data.get("rth_mode") == 0:
        raise Refused(Code.PARAMETERS, "docks know only rth_mode 1")
    task = Task(data["flight_id"], data)
    now = machine.now_s
    if task.kind in (0, 1) and "execute_time" not in data:
        raise Refused(Code.PARAMETERS, "execute_time is missing")
    start = int(data.get("execute_time", 0)) / 1000
    if task.kind == 0 and abs(start - now) > machine.rules.clock_tolerance_s:
        raise Refused(Code.CLOCKS)
    if task.kind == 1 and start < now:
        raise Refused(Code.CLOCKS)
    if task.kind == 1 and start > now + machine.rules.early_prepare_s:
        raise Refused(Code.PARAMETERS, "the start is too far ahead")
    if task.kind == 2 and "ready_conditions" not in data:
        raise Refused(Code.PARAMETERS, "ready_conditions are missing")
    machine.tasks[task.flight_id] = task
    if task.kind == 2:
        machine.do(f"ready {task.flight_id}", _announce_ready(machine, task))
    return Reply()


def create(machine: Machine, data: Data) -> Reply:
    """``flighttask_create``: prepare and execute in one, deprecated.

    The platform's payload of the same name has other members than DJI's; a dock that gets it has a task without a
    file address, for which it asks the cloud as for any other.
    """
    flight_id = data.get("flight_id") or data.get("flighttask_id")
    if not isinstance(flight_id, str) or not flight_id:
        raise Refused(Code.PARAMETERS, "flight_id is missing")
    file = data.get("file") or data.get("wayline_file") or {}
    if not isinstance(file, Mapping):
        raise Refused(Code.PARAMETERS, "file is no object")
    fingerprint = file.get("sign") or file.get("fingerprint")
    if not isinstance(fingerprint, str) or not fingerprint:
        raise Refused(Code.NO_FINGERPRINT)
    _new_id(machine, flight_id)
    known = {"url": file.get("url", ""), "fingerprint": fingerprint}
    task = Task(flight_id, {"flight_id": flight_id, "task_type": 0, "file": known})
    _may_start(machine, task)
    machine.tasks[flight_id] = task
    _start(machine, task)
    return Reply()


def execute(machine: Machine, data: Data) -> Reply:
    """``flighttask_execute``: fly a task that was prepared."""
    if (under_way := machine.flight) is not None:
        same = under_way.flight_id == data["flight_id"]
        raise Refused(Code.SAME_TASK if same else Code.ANOTHER_TASK)
    task = machine.tasks.get(data["flight_id"])
    if task is None or task.stage != "prepared":
        raise Refused(Code.NOT_PREPARED)
    _may_start(machine, task)
    now = machine.now_s
    start = int(task.data.get("execute_time", 0)) / 1000
    if task.kind == 0 and "execute_time" in task.data and abs(start - now) > machine.rules.clock_tolerance_s:
        raise Refused(Code.CLOCKS)
    if task.kind == 1 and start > now + machine.rules.early_execute_s:
        raise Refused(Code.TOO_EARLY)
    if task.kind == 1 and start < now - machine.rules.clock_tolerance_s:
        raise Refused(Code.CLOCKS)
    if task.kind == 2 and not _ready(machine, task):
        raise Refused(Code.CONDITIONS)
    _start(machine, task)
    return Reply()


def undo(machine: Machine, data: Data) -> Reply:
    """``flighttask_undo``: forget tasks that have not begun. All of them, or none."""
    named = data["flight_ids"]
    if not named or not all(isinstance(flight_id, str) for flight_id in named):
        raise Refused(Code.PARAMETERS, "flight_ids names no task")
    if machine.flight is not None and machine.flight.flight_id in named:
        raise Refused(Code.RUNNING_KEPT)
    tasks = [machine.tasks.get(flight_id) for flight_id in named]
    if any(task is None or task.stage != "prepared" for task in tasks):
        raise Refused(Code.FAILED, "a task is not there to be undone")
    for flight_id in dict.fromkeys(named):
        machine.stage.stop(machine.chores.pop(f"ready {flight_id}", None))
        del machine.tasks[flight_id]
    return Reply()


def pause(machine: Machine, _data: Data) -> Reply:
    """``flighttask_pause``: hold the wayline that is flown."""
    flight = machine.flight
    if flight is not None and flight.phase == "paused":
        raise Refused(Code.PAUSED_BEFORE)
    if flight is None or flight.phase != "wayline":
        raise Refused(Code.NOTHING_TO_PAUSE)
    machine.wake_flight("pause")
    return Reply()


def recover(machine: Machine, _data: Data) -> Reply:
    """``flighttask_recovery``: go on with a wayline that is held."""
    flight = machine.flight
    if flight is None or flight.task is None:
        raise Refused(Code.NOTHING_TO_RESUME)
    if flight.phase != "paused":
        raise Refused(Code.NOT_PAUSED)
    machine.wake_flight("resume")
    return Reply()


def return_home(machine: Machine, _data: Data) -> Reply:
    """``return_home``: end what is flown, and come home."""
    flight = machine.flight
    if flight is None or not flight.aloft:
        raise Refused(Code.NOT_ALOFT)
    if flight.phase not in ("returning", "landing"):
        machine.wake_flight("return")
    return Reply(output=_ON_ITS_WAY)


def return_home_cancel(machine: Machine, _data: Data) -> Reply:
    """``return_home_cancel``: stop the return, and hover."""
    flight = machine.flight
    if flight is None or flight.phase != "returning":
        raise Refused(Code.NOT_RETURNING)
    machine.wake_flight("cancel")
    return Reply()


def abort_setup(machine: Machine, _data: Data) -> Reply:
    """``flight_setup_abort``: give up a task while its home point is being set (first generation)."""
    flight = machine.flight
    if flight is not None and flight.aloft:
        raise Refused(Code.ABORT_TOO_LATE)
    if flight is None or flight.step != "home point" or not machine.first_generation:
        raise Refused(Code.ABORT_NOT_NOW)
    machine.wake_flight("abort")
    return Reply()


def may_take_off(machine: Machine) -> None:
    """Whether the aircraft could leave its dock now.

    Raises:
        Refused: it could not; the code says why.
    """
    state = machine.state
    if state.debug_mode:
        raise Refused(Code.DEBUGGING)
    if state.upgrading:
        raise Refused(Code.UPGRADING)
    if state.job:
        raise Refused(Code.BUSY_WITH_JOB)
    if state.battery_percent < machine.rules.flight_battery_percent:
        raise Refused(Code.BATTERY)


def _may_start(machine: Machine, task: Task) -> None:
    if machine.flight is not None:
        raise Refused(Code.ANOTHER_TASK)
    may_take_off(machine)
    wanted = (task.data.get("executable_conditions") or {}).get("storage_capacity", 0)
    if wanted > machine.state.free_storage_mb:
        raise Refused(Code.STORAGE)


def _start(machine: Machine, task: Task) -> None:
    task.stage = "running"
    machine.stage.stop(machine.chores.pop(f"ready {task.flight_id}", None))
    flight = Flight(task.flight_id, machine.new_id(), task)
    machine.flight = machine.flights[task.flight_id] = flight
    machine.state.flight_id, machine.state.mode = task.flight_id, "preparing"
    machine.sortie = machine.stage.start(fly_task(machine, flight, task))


def _new_id(machine: Machine, flight_id: str) -> None:
    if machine.flight is not None and machine.flight.flight_id == flight_id:
        raise Refused(Code.RUNNING_UNCHANGED)
    if flight_id in machine.tasks or flight_id in machine.flights or not flight_id:
        raise Refused(Code.HANDED_OVER_BEFORE)


def _ready(machine: Machine, task: Task) -> bool:
    conditions: Mapping[str, Any] = task.data["ready_conditions"]
    in_time = conditions["begin_time"] / 1000 <= machine.now_s <= conditions["end_time"] / 1000
    charged = machine.state.battery_percent > conditions["battery_capacity"]
    return bool(in_time and charged and machine.flight is None)


def _announce_ready(machine: Machine, task: Task) -> Script:
    """Tell the cloud, once, when the conditions of a task hold."""
    conditions: Mapping[str, Any] = task.data["ready_conditions"]
    yield Until(conditions["begin_time"] / 1000)
    while machine.now_s <= conditions["end_time"] / 1000 and task.stage == "prepared":
        if _ready(machine, task):
            machine.tell("flighttask_ready", {"flight_ids": [task.flight_id]}, need_reply=True)
            return
        yield Until(machine.now_s + _LOOK_S)
