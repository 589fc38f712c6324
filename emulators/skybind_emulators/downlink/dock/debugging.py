"""Commands of remote debugging: the dock's own parts, one job at a time."""

from collections.abc import Callable

from .codes import Code, Refused
from .machine import Data, Machine, Reply
from .scripts import Script

Action = Callable[[Machine, Data], Reply]
Change = Callable[[Machine], None]

_FULL_PERCENT = 95.0


def open_debug(machine: Machine, _data: Data) -> Reply:
    """``debug_mode_open``: needed before all others here. Not while something flies."""
    if machine.flight is not None:
        raise Refused(Code.BUSY_WITH_TASK)
    if machine.state.upgrading:
        raise Refused(Code.UPGRADING)
    machine.state.debug_mode = True
    return _done()


def close_debug(machine: Machine, _data: Data) -> Reply:
    """``debug_mode_close``."""
    if machine.state.job:
        raise Refused(Code.BUSY_WITH_JOB)
    machine.state.debug_mode = False
    return _done()


def debugging(action: Action) -> Action:
    """Let an action through only in remote debugging, and while no job of the dock runs."""

    def checked(machine: Machine, data: Data) -> Reply:
        if not machine.state.debug_mode:
            raise Refused(Code.NOT_DEBUGGING)
        if machine.state.job:
            raise Refused(Code.BUSY_WITH_JOB)
        return action(machine, data)

    return checked


def job(name: str, change: Change, check: Change = lambda _: None) -> Action:
    """A command that takes time: its events have its own name, and the change comes at its end."""

    @debugging
    def started(machine: Machine, _data: Data) -> Reply:
        check(machine)
        machine.state.job = name
        machine.job = machine.stage.start(_work(machine, name, change))
        return Reply(output={"status": "in_progress"})

    return started


def setting(change: Callable[[Machine, Data], None]) -> Action:
    """A command that is done at once."""

    @debugging
    def done(machine: Machine, data: Data) -> Reply:
        change(machine, data)
        return _done()

    return done


def _work(machine: Machine, name: str, change: Change) -> Script:
    for percent in (0, 50):
        _tell(machine, name, "in_progress", percent)
        yield machine.rules.job_s / 2
    machine.state.job, machine.job = "", None
    change(machine)
    _tell(machine, name, "ok", 100)


def _tell(machine: Machine, name: str, status: str, percent: int) -> None:
    step = {"percent": percent, "step_key": name, "step_result": 0}
    machine.tell(name, {"result": 0, "output": {"status": status, "progress": step}}, need_reply=True)


def _done() -> Reply:
    return Reply(output={"status": "ok"})


def _open_cover(machine: Machine) -> None:
    machine.state.cover_open, machine.state.charging = True, False


def _close_cover(machine: Machine) -> None:
    machine.state.cover_open = False


def _power_on(machine: Machine) -> None:
    machine.state.drone_on = True


def _power_off(machine: Machine) -> None:
    machine.state.drone_on = machine.state.recording = False


def _may_charge(machine: Machine) -> None:
    if machine.state.cover_open:
        raise Refused(Code.COVER_OPEN)
    if machine.state.battery_percent >= _FULL_PERCENT:
        raise Refused(Code.CHARGED)


def _charge(machine: Machine) -> None:
    machine.state.charging = True
    machine.do("charging", machine.charge())


def _stop_charging(machine: Machine) -> None:
    machine.state.charging = False
    machine.stage.stop(machine.chores.pop("charging", None))


def _restarted(machine: Machine) -> None:
    """What a restart forgets."""
    state = machine.state
    state.debug_mode = state.drone_on = state.drc = state.flight_control = state.light_on = state.alarm_on = False
    state.payload_control = ""
    state.streams.clear()


def _format_dock(machine: Machine) -> None:
    machine.state.logs[3] = []
    machine.state.free_storage_mb = machine.rules.free_storage_mb


def _format_drone(machine: Machine) -> None:
    machine.state.logs[0] = []
    machine.state.free_storage_mb = machine.rules.free_storage_mb


def _drone_is_on(machine: Machine) -> None:
    if not machine.state.drone_on:
        raise Refused(Code.NOT_FORMATTED)


def _has_putter(code: Code) -> Change:
    def check(machine: Machine) -> None:
        if not machine.first_generation:
            raise Refused(code)

    return check


def _putter(*, closed: bool) -> Change:
    def change(machine: Machine) -> None:
        machine.state.putter_closed = closed

    return change


def _set(name: str, key: str | None = None, *, value: object = None, one: int | None = None) -> Action:
    """Set a part of the state: to a member of the payload, to whether that is `one`, or to a fixed value."""

    def change(machine: Machine, data: Data) -> None:
        given = value if key is None else data[key] if one is None else data[key] == one
        setattr(machine.state, name, given)

    return setting(change)


cover_open = job("cover_open", _open_cover)
cover_close = job("cover_close", _close_cover)
cover_force_close = job("cover_force_close", _close_cover)
drone_open = job("drone_open", _power_on)
drone_close = job("drone_close", _power_off)
charge_open = job("charge_open", _charge, _may_charge)
charge_close = job("charge_close", _stop_charging)
device_reboot = job("device_reboot", _restarted)
device_format = job("device_format", _format_dock)
drone_format = job("drone_format", _format_drone, _drone_is_on)
putter_open = job("putter_open", _putter(closed=False), _has_putter(Code.NO_PUTTER_OPEN))
putter_close = job("putter_close", _putter(closed=True), _has_putter(Code.NO_PUTTER_CLOSE))
light_open = _set("light_on", value=True)
light_close = _set("light_on", value=False)
maintain_battery = _set("battery_maintenance", "action", one=1)
keep_battery = _set("battery_store_mode", "action")
sound_alarm = _set("alarm_on", "action", one=1)
condition_air = _set("air_conditioner", "action")
switch_link = _set("enhanced_link", "link_workmode", one=1)
