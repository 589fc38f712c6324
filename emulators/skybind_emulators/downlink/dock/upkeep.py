"""Commands of firmware, logs and media."""

from collections.abc import Mapping, Sequence
from typing import Any

from .codes import Code, Refused
from .machine import Data, Machine, Reply
from .scripts import Script

_UPGRADE_BATTERY_PERCENT = 20.0
_UPGRADE_S = 300.0
_UPLOAD_S = 60.0
_BOOT_S = 86_400
_LOG_BYTES = 4_194_304
_MODULES = {"0": 0, "3": 3}


def upgrade(machine: Machine, data: Data) -> Reply:
    """``ota_create``: a new firmware. Its course is told by ``ota_progress``."""
    state = machine.state
    if state.upgrading:
        raise Refused(Code.UPGRADE_RUNNING)
    if machine.flight is not None or state.job:
        raise Refused(Code.UPGRADE_BUSY)
    devices: Sequence[Mapping[str, Any]] = data["devices"]
    if not devices or any(device["sn"] not in (machine.gateway_sn, machine.device_sn) for device in devices):
        raise Refused(Code.UPGRADE_REQUEST)
    if state.enhanced_link:
        raise Refused(Code.UPGRADE_4G)
    if state.battery_percent < _UPGRADE_BATTERY_PERCENT:
        raise Refused(Code.UPGRADE_BATTERY)
    state.upgrading = True
    machine.do("upgrade", _upgrade(machine, devices[0]["product_version"]))
    return Reply(output={"status": "in_progress"})


def list_logs(machine: Machine, data: Data) -> Reply:
    """``fileupload_list``: the logs of the modules named: 0 aircraft, 3 dock. Times count as the generation does."""
    modules = data["module_list"]
    if not modules or any(str(module) not in _MODULES for module in modules):
        raise Refused(Code.PARAMETERS, "module_list names an unknown module")
    return Reply(further={"files": [_listed(machine, _MODULES[str(module)]) for module in modules]})


def upload_logs(machine: Machine, data: Data) -> Reply:
    """``fileupload_start``. Nothing leaves the dock; the course is told by ``fileupload_progress``."""
    if machine.state.log_upload:
        raise Refused(Code.LOGS_BUSY)
    files: Sequence[Mapping[str, Any]] = data["params"]["files"]
    if not files:
        raise Refused(Code.PARAMETERS, "no file is named")
    for file in files:
        module = _MODULES[file["module"]]
        if module == 0 and not machine.state.drone_on:
            raise Refused(Code.LOGS_AIRCRAFT)
        wanted = [entry.get("boot_index") for entry in file["list"] if isinstance(entry, Mapping)]
        if any(index not in machine.state.logs[module] for index in wanted) or not machine.state.logs[module]:
            raise Refused(Code.LOGS_EMPTY)
    machine.state.log_upload = files[0]["object_key"]
    machine.do("logs", _upload(machine, files))
    return Reply()


def cancel_logs(machine: Machine, data: Data) -> Reply:
    """``fileupload_update``: the only status it knows is `cancel`."""
    if not machine.state.log_upload:
        raise Refused(Code.FAILED, "no logs are being uploaded")
    machine.stage.stop(machine.chores.pop("logs", None))
    machine.state.log_upload = ""
    modules = [{"module": str(module)} for module in data["module_list"]]
    machine.tell("fileupload_progress", {"output": {"status": "canceled", "ext": {"files": modules}}}, need_reply=True)
    return Reply()


def prioritise_media(machine: Machine, data: Data) -> Reply:
    """``upload_flighttask_media_prioritize``: photos of a flight first."""
    if data["flight_id"] not in machine.flights:
        raise Refused(Code.MEDIA_PRIORITY)
    told = {"flight_id": data["flight_id"]}
    machine.tell("highest_priority_upload_flighttask_media", told, need_reply=True)
    return Reply()


def _upgrade(machine: Machine, version: str) -> Script:
    for percent in range(0, 100, 20):
        step = "download_firmware" if percent < 40 else "upgrade_firmware"
        _tell_upgrade(machine, "in_progress", percent, step)
        yield _UPGRADE_S / 5
    machine.state.upgrading, machine.state.firmware = False, version
    _tell_upgrade(machine, "ok", 100, "upgrade_firmware")


def _tell_upgrade(machine: Machine, status: str, percent: int, step: str) -> None:
    output = {"status": status, "progress": {"percent": percent, "step_key": step, "current_step": 1 + (percent >= 40)}}
    machine.tell("ota_progress", {"result": 0, "output": output}, need_reply=True)


def _listed(machine: Machine, module: int) -> dict[str, Any]:
    absent = module == 0 and not machine.state.drone_on
    scale = 1000 if machine.rules.dock_generation == "dock3" else 1
    serial = machine.device_sn if module == 0 else machine.gateway_sn
    first = int(machine.now_s) - _BOOT_S * 30
    logs = [] if absent else machine.state.logs[module]
    return {
        "device_sn": serial,
        "module": str(module),
        "result": int(Code.LOGS_AIRCRAFT) if absent else 0,
        "list": [
            {
                "boot_index": index,
                "start_time": (first + index * _BOOT_S) * scale,
                "end_time": (first + (index + 1) * _BOOT_S - 1) * scale,
                "size": _LOG_BYTES + index,
            }
            for index in logs
        ],
    }


def _upload(machine: Machine, files: Sequence[Mapping[str, Any]]) -> Script:
    for percent in range(0, 100, 25):
        _tell_upload(machine, files, "in_progress", percent)
        yield _UPLOAD_S / 4
    machine.state.log_upload = ""
    _tell_upload(machine, files, "ok", 100)


def _tell_upload(machine: Machine, files: Sequence[Mapping[str, Any]], status: str, percent: int) -> None:
    shown = [
        {
            "module": file["module"],
            "key": file["object_key"],
            "size": _LOG_BYTES,
            "progress": {
                "current_step": 1,
                "total_step": 1,
                "progress": percent,
                "status": status,
                "result": 0,
                "upload_rate": _LOG_BYTES,
                "finish_time": int(machine.moment * 1000) if status == "ok" else 0,
            },
        }
        for file in files
    ]
    machine.tell("fileupload_progress", {"output": {"status": status, "ext": {"files": shown}}}, need_reply=True)
