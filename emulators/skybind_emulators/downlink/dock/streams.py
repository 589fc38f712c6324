"""Commands of live streams. Nothing is streamed; the dock keeps account."""

from .codes import Code, Refused
from .machine import Data, Machine, Reply

_AGORA = 0


def start(machine: Machine, data: Data) -> Reply:
    """``live_start_push``."""
    video_id = data["video_id"]
    serial, *rest = video_id.split("/")
    if len(rest) != 2 or serial not in (machine.gateway_sn, machine.device_sn):
        raise Refused(Code.NO_STREAM_CAMERA)
    if serial == machine.device_sn and not machine.state.drone_on:
        raise Refused(Code.NO_STREAM_AIRCRAFT)
    if data["url_type"] == _AGORA and machine.rules.dock_generation == "dock3":
        raise Refused(Code.STREAM_PROTOCOL)
    if not data["url"]:
        raise Refused(Code.STREAM_PARAMETERS)
    if video_id in machine.state.streams:
        raise Refused(Code.STREAMING_BEFORE)
    machine.state.streams[video_id] = {"quality": data["video_quality"], "lens": "normal"}
    return Reply()


def stop(machine: Machine, data: Data) -> Reply:
    """``live_stop_push``."""
    _running(machine, data["video_id"])
    del machine.state.streams[data["video_id"]]
    return Reply()


def set_quality(machine: Machine, data: Data) -> Reply:
    """``live_set_quality``."""
    _running(machine, data["video_id"])
    machine.state.streams[data["video_id"]]["quality"] = data["video_quality"]
    return Reply()


def change_lens(machine: Machine, data: Data) -> Reply:
    """``live_lens_change``. Without `video_id`, which the platform does not send, all streams change."""
    named = data.get("video_id")
    if named is not None:
        _running(machine, named)
    elif not machine.state.streams:
        raise Refused(Code.NO_STREAM)
    for video_id, stream in machine.state.streams.items():
        if named in (None, video_id):
            stream["lens"] = data["video_type"]
    return Reply()


def _running(machine: Machine, video_id: str) -> None:
    if video_id not in machine.state.streams:
        raise Refused(Code.NO_STREAM)
