"""Commands of what hangs on the aircraft: widgets, speaker, free messages."""

import hashlib
import re
from collections.abc import Callable

from .codes import Code, Refused
from .machine import Data, Machine, Reply
from .scripts import Script

Action = Callable[[Machine, Data], Reply]

_MESSAGE_MAX = 255
_PLAYING_S = 5.0
_MD5 = re.compile(r"[0-9a-fA-F]{32}")


def _with_aircraft(action: Action) -> Action:
    def checked(machine: Machine, data: Data) -> Reply:
        if not machine.state.drone_on:
            raise Refused(Code.SPEAKER)
        return action(machine, data)

    return checked


@_with_aircraft
def set_widget(machine: Machine, data: Data) -> Reply:
    """``psdk_widget_value_set``."""
    machine.state.widgets[data["index"]] = data["value"]
    return Reply()


@_with_aircraft
def set_input_box(machine: Machine, data: Data) -> Reply:
    """``psdk_input_box_text_set``."""
    machine.state.input_text = data["value"]
    return Reply()


@_with_aircraft
def play_audio(machine: Machine, data: Data) -> Reply:
    """``speaker_audio_play_start``. The file is not downloaded; its MD5 must look like one."""
    if not _MD5.fullmatch(data["file"]["md5"]):
        raise Refused(Code.AUDIO_MD5)
    return _play(machine, data, "speaker_audio_play_start_progress", data["file"]["name"], data["file"]["md5"])


@_with_aircraft
def play_text(machine: Machine, data: Data) -> Reply:
    """``speaker_tts_play_start``."""
    spoken = data["tts"]
    if hashlib.md5(spoken["text"].encode(), usedforsecurity=False).hexdigest() != spoken["md5"].lower():
        raise Refused(Code.TTS_MD5)
    return _play(machine, data, "speaker_tts_play_start_progress", spoken["name"], spoken["md5"])


@_with_aircraft
def replay(machine: Machine, _data: Data) -> Reply:
    """``speaker_replay``."""
    if not machine.state.speaker["last"]:
        raise Refused(Code.NOTHING_TO_REPLAY)
    machine.state.speaker["playing"] = machine.state.speaker["last"]
    return Reply()


@_with_aircraft
def stop_playing(machine: Machine, _data: Data) -> Reply:
    """``speaker_play_stop``."""
    if not machine.state.speaker["playing"]:
        raise Refused(Code.NOT_PLAYING)
    machine.stage.stop(machine.chores.pop("speaker", None))
    machine.state.speaker["playing"] = ""
    return Reply()


@_with_aircraft
def set_play_mode(machine: Machine, data: Data) -> Reply:
    """``speaker_play_mode_set``: 0 once, 1 again and again."""
    machine.state.speaker["mode"] = data["play_mode"]
    return Reply()


@_with_aircraft
def set_volume(machine: Machine, data: Data) -> Reply:
    """``speaker_play_volume_set``. The member `index`, which only the platform has, is passed over."""
    machine.state.speaker["volume"] = data["play_volume"]
    return Reply()


@_with_aircraft
def message_to_psdk(machine: Machine, data: Data) -> Reply:
    """``custom_data_transmission_to_psdk``."""
    return _message(machine, data)


def message_to_esdk(machine: Machine, data: Data) -> Reply:
    """``custom_data_transmission_to_esdk``: to the computer in the dock, which is always on."""
    return _message(machine, data)


def _message(machine: Machine, data: Data) -> Reply:
    """DJI calls the text `value`, the platform calls it `data`; either is taken."""
    text = data.get("value", data.get("data"))
    if not isinstance(text, str) or len(text.encode()) > _MESSAGE_MAX:
        raise Refused(Code.PARAMETERS, "value is missing or too long")
    machine.state.messages.append(text)
    return Reply()


def _play(machine: Machine, data: Data, event: str, name: str, md5: str) -> Reply:
    speaker = machine.state.speaker
    speaker["playing"] = speaker["last"] = name
    machine.do("speaker", _sound(machine, event, data["psdk_index"], md5))
    return Reply()


def _sound(machine: Machine, event: str, index: int, md5: str) -> Script:
    for status, step, percent in (("in_progress", "download", 30), ("in_progress", "play", 60), ("ok", "play", 100)):
        output = {
            "psdk_index": index,
            "status": status,
            "md5": md5,
            "progress": {"percent": percent, "step_key": step},
        }
        machine.tell(event, {"result": 0, "output": output}, need_reply=True)
        if status != "ok":
            yield _PLAYING_S
