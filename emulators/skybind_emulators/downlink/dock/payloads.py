"""Commands of camera and gimbal."""

from collections.abc import Callable, Mapping
from math import atan2, cos, degrees, hypot, radians
from typing import Any

from .codes import Code, Refused
from .machine import Data, Machine, Reply
from .places import Place
from .scripts import Script

_PHOTO, _VIDEO, _LOW_LIGHT, _PANORAMA = 0, 1, 2, 3
_PANORAMA_SHOTS = 8
_SHOT_S = 2.0
# What one message of a drag turns, and how far the gimbal reaches.
_DRAG_S = 0.5
_GIMBAL_LOWEST_DEG, _GIMBAL_HIGHEST_DEG = -90.0, 35.0
_PICTURE_DEG = (60.0, 45.0)

Action = Callable[[Machine, Data], Reply]


def controlled(action: Action) -> Action:
    """Let an action through only when the aircraft is on and the cloud controls the payload that is named."""

    def checked(machine: Machine, data: Data) -> Reply:
        if not machine.state.drone_on:
            raise Refused(Code.NO_AIRCRAFT)
        if not machine.state.payload_control or machine.state.payload_control != data["payload_index"]:
            raise Refused(Code.NO_PAYLOAD_CONTROL)
        return action(machine, data)

    return checked


@controlled
def switch_mode(machine: Machine, data: Data) -> Reply:
    """``camera_mode_switch``."""
    if machine.state.recording or machine.state.panorama:
        raise Refused(Code.CAMERA_MODE)
    machine.state.camera_mode = data["camera_mode"]
    return Reply()


@controlled
def take_photo(machine: Machine, _data: Data) -> Reply:
    """``camera_photo_take``: a photo, or a panorama in its mode. Its course is told by events."""
    state = machine.state
    if state.camera_mode not in (_PHOTO, _LOW_LIGHT, _PANORAMA) or state.panorama:
        raise Refused(Code.PHOTO)
    panorama = state.camera_mode == _PANORAMA
    if panorama and (machine.flight is None or machine.flight.phase not in ("hovering", "paused")):
        raise Refused(Code.PANORAMA_ON_GROUND)
    state.panorama = panorama
    machine.do("photo", _photograph(machine, _PANORAMA_SHOTS if panorama else 1))
    return Reply(output={"status": "in_progress"})


@controlled
def stop_photo(machine: Machine, _data: Data) -> Reply:
    """``camera_photo_stop``: give up a panorama."""
    if not machine.state.panorama:
        raise Refused(Code.NO_PANORAMA)
    machine.stage.stop(machine.chores.pop("photo", None))
    machine.state.panorama = False
    _tell(machine, "canceled", 0)
    return Reply()


@controlled
def start_recording(machine: Machine, _data: Data) -> Reply:
    """``camera_recording_start``."""
    if machine.state.camera_mode != _VIDEO or machine.state.recording:
        raise Refused(Code.RECORDING_START)
    machine.state.recording = True
    return Reply()


@controlled
def stop_recording(machine: Machine, _data: Data) -> Reply:
    """``camera_recording_stop``."""
    if not machine.state.recording:
        raise Refused(Code.RECORDING_STOP)
    machine.state.recording = False
    return Reply()


@controlled
def drag(machine: Machine, data: Data) -> Reply:
    """``camera_screen_drag``. Speeds are read as rad/s, as the documents of 1.11.3 have them."""
    pitch, yaw = (degrees(float(data[name])) * _DRAG_S for name in ("pitch_speed", "yaw_speed"))
    _turn(machine, machine.state.gimbal_pitch_deg + pitch, machine.state.gimbal_yaw_deg + yaw)
    return Reply()


@controlled
def aim(machine: Machine, data: Data) -> Reply:
    """``camera_aim``: bring a point of the picture to its middle."""
    wide, high = _PICTURE_DEG
    pitch = machine.state.gimbal_pitch_deg - (data["y"] - 0.5) * high
    _turn(machine, pitch, machine.state.gimbal_yaw_deg + (data["x"] - 0.5) * wide)
    return Reply()


@controlled
def zoom(machine: Machine, data: Data) -> Reply:
    """``camera_focal_length_set``."""
    machine.state.zoom_factor = float(data["zoom_factor"])
    return Reply()


@controlled
def zoom_frame(machine: Machine, data: Data) -> Reply:
    """``camera_frame_zoom``: fill the picture with a frame drawn in it."""
    size = max(data["width"], data["height"])
    if size <= 0:
        raise Refused(Code.PARAMETERS, "the frame is empty")
    machine.state.zoom_factor = min(200.0, max(2.0, machine.state.zoom_factor / size))
    return Reply()


@controlled
def look_at(machine: Machine, data: Data) -> Reply:
    """``camera_look_at``: turn to a place on the earth."""
    if machine.flight is None or not machine.flight.aloft:
        raise Refused(Code.CANNOT_FACE)
    here, there = machine.place, Place(data["latitude"], data["longitude"], float(data["height"]))
    level = here.distance_m(there._replace(height_m=here.height_m))
    north = there.latitude_deg - here.latitude_deg
    east = (there.longitude_deg - here.longitude_deg) * cos(radians(here.latitude_deg))
    yaw = degrees(atan2(east, north)) if hypot(east, north) > 1e-9 else machine.state.gimbal_yaw_deg
    _turn(machine, degrees(atan2(there.height_m - here.height_m, max(level, 0.01))), yaw)
    return Reply()


@controlled
def split(machine: Machine, data: Data) -> Reply:
    """``camera_screen_split``."""
    machine.state.split_screen = data["enable"]
    return Reply()


@controlled
def set_lens(machine: Machine, data: Data) -> Reply:
    """Exposure and focus: note what was set for a lens."""
    chosen = {name: value for name, value in data.items() if name not in ("payload_index", "camera_type")}
    machine.state.lenses.setdefault(data["camera_type"], {}).update(chosen)
    return Reply()


@controlled
def reset_gimbal(machine: Machine, data: Data) -> Reply:
    """``gimbal_reset``: 0 to the middle, 1 down, 2 yaw to the middle, 3 pitch down."""
    state, mode = machine.state, data["reset_mode"]
    pitch = {0: 0.0, 1: -90.0, 2: state.gimbal_pitch_deg, 3: -90.0}[mode]
    yaw = state.gimbal_yaw_deg if mode == 3 else state.heading_deg
    _turn(machine, pitch, yaw)
    return Reply()


def _turn(machine: Machine, pitch_deg: float, yaw_deg: float) -> None:
    machine.state.gimbal_pitch_deg = max(_GIMBAL_LOWEST_DEG, min(_GIMBAL_HIGHEST_DEG, round(pitch_deg, 2)))
    machine.state.gimbal_yaw_deg = round((yaw_deg + 180) % 360 - 180, 2)


def _photograph(machine: Machine, shots: int) -> Script:
    for shot in range(shots):
        _tell(machine, "in_progress", 100 * shot // shots)
        yield _SHOT_S
        machine.photograph()
    machine.state.panorama = False
    _tell(machine, "ok", 100)


def _tell(machine: Machine, status: str, percent: int) -> None:
    step = 3005 if status == "ok" else 3002  # finished, shooting
    output: Mapping[str, Any] = {
        "status": status,
        "progress": {"current_step": step, "percent": percent},
        "ext": {"camera_mode": machine.state.camera_mode},
    }
    machine.tell("camera_photo_take_progress", {"result": 0, "output": output}, need_reply=True)
