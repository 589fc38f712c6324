# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""The commands of UTMOS open platform, downlink: what each does, and the class of its payload."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal


@dataclass(frozen=True)
class CommandType:
    """A command that devices know.

    Attributes:
        type: Its name on the wire, for example `flighttask_prepare`.
        domain: Group in the platform's catalogue.
        effect: `physical` moves a machine, or may; `keyed` may be repeated with its idempotency key.
        summary: One line.
        model: Name of the payload's class.
        destroys: What it erases; empty for most.
    """

    type: str
    domain: str
    effect: Literal["physical", "keyed"]
    summary: str
    model: str
    destroys: str = ""


_COMMANDS = (
    CommandType(
        type="flighttask_prepare",
        domain="wayline",
        effect="physical",
        summary="Give the dock a wayline task, ahead of its start",
        model="FlighttaskPrepare",
    ),
    CommandType(
        type="flighttask_execute",
        domain="wayline",
        effect="physical",
        summary="Start a task that was prepared: the aircraft takes off",
        model="FlighttaskExecute",
    ),
    CommandType(
        type="flighttask_undo",
        domain="wayline",
        effect="keyed",
        summary="Take back tasks that have not begun",
        model="FlighttaskUndo",
    ),
    CommandType(
        type="flighttask_pause",
        domain="wayline",
        effect="physical",
        summary="Pause the wayline: the aircraft hovers",
        model="FlighttaskPause",
    ),
    CommandType(
        type="flighttask_recovery",
        domain="wayline",
        effect="physical",
        summary="Go on with the paused wayline",
        model="FlighttaskRecovery",
    ),
    CommandType(
        type="flighttask_create",
        domain="wayline",
        effect="physical",
        summary="Create a task in one step; DJI has prepare and execute in its place",
        model="FlighttaskCreate",
    ),
    CommandType(
        type="flight_setup_abort",
        domain="wayline",
        effect="physical",
        summary="Call off a task that is still being set up (Dock 1, step 21, before take-off)",
        model="FlightSetupAbort",
    ),
    CommandType(
        type="return_home",
        domain="wayline",
        effect="physical",
        summary="Return to home at once",
        model="ReturnHome",
    ),
    CommandType(
        type="return_home_cancel",
        domain="wayline",
        effect="physical",
        summary="Stop the return: the aircraft hovers",
        model="ReturnHomeCancel",
    ),
    CommandType(
        type="flight_authority_grab",
        domain="drc",
        effect="physical",
        summary="Take over control of the flight",
        model="FlightAuthorityGrab",
    ),
    CommandType(
        type="payload_authority_grab",
        domain="drc",
        effect="keyed",
        summary="Take over control of a payload",
        model="PayloadAuthorityGrab",
    ),
    CommandType(
        type="drc_mode_enter",
        domain="drc",
        effect="physical",
        summary="Open the low-latency link for remote control",
        model="DrcModeEnter",
    ),
    CommandType(
        type="drc_mode_exit",
        domain="drc",
        effect="physical",
        summary="Close the low-latency link",
        model="DrcModeExit",
    ),
    CommandType(
        type="takeoff_to_point",
        domain="drc",
        effect="physical",
        summary="Take off and fly to a point",
        model="TakeoffToPoint",
    ),
    CommandType(
        type="fly_to_point",
        domain="drc",
        effect="physical",
        summary="Fly to a point",
        model="FlyToPoint",
    ),
    CommandType(
        type="fly_to_point_stop",
        domain="drc",
        effect="physical",
        summary="End the flight to the point: the aircraft hovers",
        model="FlyToPointStop",
    ),
    CommandType(
        type="fly_to_point_update",
        domain="drc",
        effect="physical",
        summary="Change the point of the flight that is under way",
        model="FlyToPointUpdate",
    ),
    CommandType(
        type="drone_control",
        domain="drc",
        effect="physical",
        summary="Fly by speeds; DJI has stick_control in its place",
        model="DroneControl",
    ),
    CommandType(
        type="drone_emergency_stop",
        domain="drc",
        effect="physical",
        summary="Stop at once and hover",
        model="DroneEmergencyStop",
    ),
    CommandType(
        type="heart_beat",
        domain="drc",
        effect="keyed",
        summary="Keep the low-latency link alive",
        model="HeartBeat",
    ),
    CommandType(
        type="stick_control",
        domain="drc",
        effect="physical",
        summary="Fly by virtual sticks",
        model="StickControl",
    ),
    CommandType(
        type="camera_mode_switch",
        domain="camera",
        effect="keyed",
        summary="Switch the camera's mode",
        model="CameraModeSwitch",
    ),
    CommandType(
        type="camera_photo_take",
        domain="camera",
        effect="keyed",
        summary="Take a photo, or begin a panorama",
        model="CameraPhotoTake",
    ),
    CommandType(
        type="camera_photo_stop",
        domain="camera",
        effect="keyed",
        summary="Stop taking photos",
        model="CameraPhotoStop",
    ),
    CommandType(
        type="camera_recording_start",
        domain="camera",
        effect="keyed",
        summary="Begin to record video",
        model="CameraRecordingStart",
    ),
    CommandType(
        type="camera_recording_stop",
        domain="camera",
        effect="keyed",
        summary="Stop recording",
        model="CameraRecordingStop",
    ),
    CommandType(
        type="camera_screen_drag",
        domain="camera",
        effect="physical",
        summary="Turn the gimbal, by dragging the picture",
        model="CameraScreenDrag",
    ),
    CommandType(
        type="camera_aim",
        domain="camera",
        effect="physical",
        summary="Turn the gimbal to a point of the picture",
        model="CameraAim",
    ),
    CommandType(
        type="camera_focal_length_set",
        domain="camera",
        effect="keyed",
        summary="Zoom",
        model="CameraFocalLengthSet",
    ),
    CommandType(
        type="camera_frame_zoom",
        domain="camera",
        effect="physical",
        summary="Turn and zoom to a frame of the picture",
        model="CameraFrameZoom",
    ),
    CommandType(
        type="camera_look_at",
        domain="camera",
        effect="physical",
        summary="Turn the camera to a place on Earth",
        model="CameraLookAt",
    ),
    CommandType(
        type="camera_screen_split",
        domain="camera",
        effect="keyed",
        summary="Split the picture",
        model="CameraScreenSplit",
    ),
    CommandType(
        type="camera_exposure_mode_set",
        domain="camera",
        effect="keyed",
        summary="Choose how the exposure is found",
        model="CameraExposureModeSet",
    ),
    CommandType(
        type="camera_exposure_set",
        domain="camera",
        effect="keyed",
        summary="Set the exposure compensation",
        model="CameraExposureSet",
    ),
    CommandType(
        type="camera_focus_mode_set",
        domain="camera",
        effect="keyed",
        summary="Choose how the camera focuses",
        model="CameraFocusModeSet",
    ),
    CommandType(
        type="camera_focus_value_set",
        domain="camera",
        effect="keyed",
        summary="Set the focus",
        model="CameraFocusValueSet",
    ),
    CommandType(
        type="camera_point_focus_action",
        domain="camera",
        effect="keyed",
        summary="Focus on a point of the picture",
        model="CameraPointFocusAction",
    ),
    CommandType(
        type="gimbal_reset",
        domain="camera",
        effect="physical",
        summary="Turn the gimbal back",
        model="GimbalReset",
    ),
    CommandType(
        type="live_start_push",
        domain="live",
        effect="keyed",
        summary="Begin a live stream",
        model="LiveStartPush",
    ),
    CommandType(
        type="live_stop_push",
        domain="live",
        effect="keyed",
        summary="End a live stream",
        model="LiveStopPush",
    ),
    CommandType(
        type="live_set_quality",
        domain="live",
        effect="keyed",
        summary="Change the quality of a live stream",
        model="LiveSetQuality",
    ),
    CommandType(
        type="live_lens_change",
        domain="live",
        effect="keyed",
        summary="Change the lens of the live stream",
        model="LiveLensChange",
    ),
    CommandType(
        type="debug_mode_open",
        domain="device",
        effect="keyed",
        summary="Begin remote debugging, which most commands to the dock need",
        model="DebugModeOpen",
    ),
    CommandType(
        type="debug_mode_close",
        domain="device",
        effect="keyed",
        summary="End remote debugging",
        model="DebugModeClose",
    ),
    CommandType(
        type="cover_open",
        domain="device",
        effect="physical",
        summary="Open the dock's cover",
        model="CoverOpen",
    ),
    CommandType(
        type="cover_close",
        domain="device",
        effect="physical",
        summary="Close the dock's cover",
        model="CoverClose",
    ),
    CommandType(
        type="cover_force_close",
        domain="device",
        effect="physical",
        summary="Close the dock's cover without its checks",
        model="CoverForceClose",
    ),
    CommandType(
        type="drone_open",
        domain="device",
        effect="physical",
        summary="Switch the aircraft on",
        model="DroneOpen",
    ),
    CommandType(
        type="drone_close",
        domain="device",
        effect="physical",
        summary="Switch the aircraft off",
        model="DroneClose",
    ),
    CommandType(
        type="charge_open",
        domain="device",
        effect="physical",
        summary="Begin to charge",
        model="ChargeOpen",
    ),
    CommandType(
        type="charge_close",
        domain="device",
        effect="physical",
        summary="Stop charging",
        model="ChargeClose",
    ),
    CommandType(
        type="device_reboot",
        domain="device",
        effect="physical",
        summary="Restart the dock",
        model="DeviceReboot",
    ),
    CommandType(
        type="device_format",
        domain="device",
        effect="physical",
        summary="Erase the dock's storage",
        model="DeviceFormat",
        destroys="everything in the dock's storage",
    ),
    CommandType(
        type="drone_format",
        domain="device",
        effect="physical",
        summary="Erase the aircraft's storage",
        model="DroneFormat",
        destroys="everything in the aircraft's storage",
    ),
    CommandType(
        type="putter_open",
        domain="device",
        effect="physical",
        summary="Open the push rods (Dock 1)",
        model="PutterOpen",
    ),
    CommandType(
        type="putter_close",
        domain="device",
        effect="physical",
        summary="Close the push rods (Dock 1)",
        model="PutterClose",
    ),
    CommandType(
        type="supplement_light_open",
        domain="device",
        effect="keyed",
        summary="Switch the fill light on",
        model="SupplementLightOpen",
    ),
    CommandType(
        type="supplement_light_close",
        domain="device",
        effect="keyed",
        summary="Switch the fill light off",
        model="SupplementLightClose",
    ),
    CommandType(
        type="battery_maintenance_switch",
        domain="device",
        effect="keyed",
        summary="Begin or end battery maintenance",
        model="BatteryMaintenanceSwitch",
    ),
    CommandType(
        type="battery_store_mode_switch",
        domain="device",
        effect="keyed",
        summary="Choose how batteries are kept",
        model="BatteryStoreModeSwitch",
    ),
    CommandType(
        type="alarm_state_switch",
        domain="device",
        effect="keyed",
        summary="Switch the light and sound alarm",
        model="AlarmStateSwitch",
    ),
    CommandType(
        type="air_conditioner_mode_switch",
        domain="device",
        effect="keyed",
        summary="Switch the air conditioner",
        model="AirConditionerModeSwitch",
    ),
    CommandType(
        type="sdr_workmode_switch",
        domain="device",
        effect="keyed",
        summary="Switch the 4G help for the picture link",
        model="SdrWorkmodeSwitch",
    ),
    CommandType(
        type="ota_create",
        domain="firmware",
        effect="physical",
        summary="Upgrade firmware: the device restarts",
        model="OtaCreate",
    ),
    CommandType(
        type="fileupload_list",
        domain="file",
        effect="keyed",
        summary="List the logs that a device can upload",
        model="FileuploadList",
    ),
    CommandType(
        type="fileupload_start",
        domain="file",
        effect="keyed",
        summary="Have a device upload its logs",
        model="FileuploadStart",
    ),
    CommandType(
        type="fileupload_update",
        domain="file",
        effect="keyed",
        summary="Cancel an upload of logs",
        model="FileuploadUpdate",
    ),
    CommandType(
        type="upload_flighttask_media_prioritize",
        domain="file",
        effect="keyed",
        summary="Have the media of one task uploaded first",
        model="UploadFlighttaskMediaPrioritize",
    ),
    CommandType(
        type="psdk_widget_value_set",
        domain="psdk",
        effect="physical",
        summary="Set a widget of a PSDK device, which may move something",
        model="PsdkWidgetValueSet",
    ),
    CommandType(
        type="psdk_input_box_text_set",
        domain="psdk",
        effect="keyed",
        summary="Fill the input box of a PSDK device",
        model="PsdkInputBoxTextSet",
    ),
    CommandType(
        type="speaker_audio_play_start",
        domain="psdk",
        effect="keyed",
        summary="Play audio on the speaker",
        model="SpeakerAudioPlayStart",
    ),
    CommandType(
        type="speaker_tts_play_start",
        domain="psdk",
        effect="keyed",
        summary="Say a text on the speaker",
        model="SpeakerTtsPlayStart",
    ),
    CommandType(
        type="speaker_replay",
        domain="psdk",
        effect="keyed",
        summary="Play the speaker's last content again",
        model="SpeakerReplay",
    ),
    CommandType(
        type="speaker_play_stop",
        domain="psdk",
        effect="keyed",
        summary="Stop the speaker",
        model="SpeakerPlayStop",
    ),
    CommandType(
        type="speaker_play_mode_set",
        domain="psdk",
        effect="keyed",
        summary="Choose whether the speaker repeats",
        model="SpeakerPlayModeSet",
    ),
    CommandType(
        type="speaker_play_volume_set",
        domain="psdk",
        effect="keyed",
        summary="Set the speaker's volume",
        model="SpeakerPlayVolumeSet",
    ),
    CommandType(
        type="custom_data_transmission_to_psdk",
        domain="psdk",
        effect="physical",
        summary="Send data to a PSDK device, which may move something",
        model="CustomDataTransmissionToPsdk",
    ),
    CommandType(
        type="custom_data_transmission_to_esdk",
        domain="psdk",
        effect="physical",
        summary="Send data to the edge computer, which may move something",
        model="CustomDataTransmissionToEsdk",
    ),
    CommandType(
        type="flight_areas_update",
        domain="safety",
        effect="keyed",
        summary="Have the device fetch the flight areas again",
        model="FlightAreasUpdate",
    ),
    CommandType(
        type="unlock_license_switch",
        domain="safety",
        effect="keyed",
        summary="Use a licence for restricted zones, or not",
        model="UnlockLicenseSwitch",
    ),
    CommandType(
        type="unlock_license_update",
        domain="safety",
        effect="keyed",
        summary="Fetch licences for restricted zones again",
        model="UnlockLicenseUpdate",
    ),
    CommandType(
        type="unlock_license_list",
        domain="safety",
        effect="keyed",
        summary="List licences for restricted zones",
        model="UnlockLicenseList",
    ),
    CommandType(
        type="flight_areas_get",
        domain="safety",
        effect="keyed",
        summary="Ask for flight areas; for DJI a request of the device, not a command",
        model="FlightAreasGet",
    ),
)

#: Every command type by its name on the wire, in the order of the spec.
COMMANDS: Final[Mapping[str, CommandType]] = MappingProxyType({command.type: command for command in _COMMANDS})

#: The same by the class of the payload.
BY_MODEL: Final[Mapping[str, CommandType]] = MappingProxyType({command.model: command for command in _COMMANDS})


@cache
def catalogue() -> Mapping[str, Mapping[str, Any]]:
    """All that the spec says of each command type: `members` with type, unit, limits and values, `rules`, sources."""
    found: Mapping[str, Mapping[str, Any]] = json.loads(Path(__file__).with_name("commands.json").read_bytes())
    return found


@cache
def device_codes() -> Mapping[str, Mapping[str, Any]]:
    """What devices answer: `codes` with meaning, advice, module and source, and `break_reasons`; keys are texts."""
    found: Mapping[str, Mapping[str, Any]] = json.loads(Path(__file__).with_name("device_codes.json").read_bytes())
    return found


__all__ = ("BY_MODEL", "COMMANDS", "CommandType", "catalogue", "device_codes")
