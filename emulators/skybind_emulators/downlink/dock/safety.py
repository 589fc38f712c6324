"""Commands of flight areas and unlocking licences."""

from typing import Any

from .codes import Code, Refused
from .machine import Data, Machine, Question, Reply
from .scripts import Script

_SYNC_S = 5.0
_YEAR_S = 365 * 86_400


def update_areas(machine: Machine, _data: Data) -> Reply:
    """``flight_areas_update``: the dock asks the cloud for its areas, and tells when it has them."""
    machine.do("areas", _synchronise(machine))
    return Reply()


def areas(_machine: Machine, _data: Data) -> Reply:
    """``flight_areas_get``, sent as a command. DJI knows it only as a question of the device; an empty list answers."""
    return Reply(output={"files": []})


def switch_license(machine: Machine, data: Data) -> Reply:
    """``unlock_license_switch``."""
    if data["license_id"] not in machine.state.licenses:
        raise Refused(Code.PARAMETERS, "there is no such licence")
    machine.state.licenses[data["license_id"]] = data["enable"]
    return Reply(further={"license_id": data["license_id"]})


def update_licenses(_machine: Machine, _data: Data) -> Reply:
    """``unlock_license_update``."""
    return Reply()


def list_licenses(machine: Machine, data: Data) -> Reply:
    """``unlock_license_list``: of the aircraft (0), the dock (3) has none."""
    domain = data["device_model_domain"]
    shown = [_shown(machine, number, enabled) for number, enabled in machine.state.licenses.items() if domain == 0]
    return Reply(further={"device_model_domain": domain, "consistence": True, "licenses": shown})


def _shown(machine: Machine, number: int, enabled: bool) -> dict[str, Any]:
    begin = int(machine.now_s) - _YEAR_S
    return {
        "common_fields": {
            "license_id": number,
            "name": f"licence {number}",
            "type": 3,
            "group_id": 1,
            "user_id": "emulator",
            "device_sn": machine.device_sn,
            "begin_time": begin,
            "end_time": begin + 2 * _YEAR_S,
            "user_only": False,
            "enabled": enabled,
        },
        "height_unlock": {"height": 200},
    }


def _synchronise(machine: Machine) -> Script:
    file = {"name": "areas.json", "checksum": ""}
    machine.outgoing.append(Question("flight_areas_get", {}))
    machine.tell("flight_areas_sync_progress", {"status": "synchronizing", "reason": 0, "file": file}, need_reply=True)
    yield _SYNC_S
    machine.tell("flight_areas_sync_progress", {"status": "synchronized", "reason": 0, "file": file}, need_reply=True)
