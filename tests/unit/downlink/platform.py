"""What the open platform says, for peers to play; and payloads that are well formed."""

import json
from typing import Any

from skybind_clients.downlink.models import (
    ExitWaylineWhenRcLost,
    FlighttaskPrepare,
    OutOfControlAction,
    RthMode,
    TaskType,
    WaylineFile,
)
from unit.overlay.peers import Play, Received, says

ID = "676eda60-93c8-3534-3add-1e24d30c7d43"
WAYLINE = WaylineFile(fingerprint="0123456789abcdef0123456789abcdef", url="https://example.com/route.kmz")


def accepts(status: int = 202, number: str = ID) -> Play:
    """The command is accepted."""
    accepted = {"command_id": number, "status": "ACCEPTED", "accepted_at": "2026-04-22T12:00:00Z", "request_id": "r-1"}
    return says(status, json.dumps(accepted))


def tells(status: str | None, **more: Any) -> Play:
    """How far the command is."""
    told = {"command_id": ID, "vendor": "dji", "device_id": "dock-7", "command_type": "return_home", **more}
    return says(200, json.dumps(told | ({"status": status} if status else {})))


def refuses(status: int, code: str, **headers: str) -> Play:
    """The platform says no, in its own words."""
    return says(status, json.dumps({"code": code, "message": "no", "request_id": "r-9"}), **headers)


def bodies(requests: list[Received]) -> list[dict[str, Any]]:
    """The JSON of each request that had a body."""
    return [json.loads(received.body) for received in requests if received.body]


def prepare(**changes: Any) -> FlighttaskPrepare:
    """A task that every rule allows."""
    members: dict[str, Any] = {
        "execute_time": 1_776_859_200_000,
        "exit_wayline_when_rc_lost": ExitWaylineWhenRcLost.LEAVE_WAYLINE,
        "file": WAYLINE,
        "flight_id": "f-1",
        "out_of_control_action": OutOfControlAction.RETURN_HOME,
        "rth_altitude": 80,
        "task_type": TaskType.IMMEDIATE,
        "rth_mode": RthMode.PRESET,
    }
    return FlighttaskPrepare(**{**members, **changes})
