"""Every command of the catalogue, and the one way in."""

from collections.abc import Callable, Mapping

from . import attachments, control, debugging, payloads, safety, streams, tasks, upkeep
from .catalogue import commands
from .codes import Code, Refused
from .machine import Data, Machine, Reply

_ACTIONS: Mapping[str, Callable[[Machine, Data], Reply]] = {
    "flighttask_create": tasks.create,
    "flighttask_prepare": tasks.prepare,
    "flighttask_execute": tasks.execute,
    "flighttask_undo": tasks.undo,
    "flighttask_pause": tasks.pause,
    "flighttask_recovery": tasks.recover,
    "return_home": tasks.return_home,
    "return_home_cancel": tasks.return_home_cancel,
    "flight_setup_abort": tasks.abort_setup,
    "flight_authority_grab": control.grab_flight,
    "payload_authority_grab": control.grab_payload,
    "drc_mode_enter": control.enter_drc,
    "drc_mode_exit": control.exit_drc,
    "takeoff_to_point": control.take_off,
    "fly_to_point": control.fly_to,
    "fly_to_point_stop": control.stop_flying_to,
    "fly_to_point_update": control.update_target,
    "drone_control": control.keyboard,
    "stick_control": control.sticks,
    "drone_emergency_stop": control.emergency_stop,
    "heart_beat": control.beat,
    "camera_mode_switch": payloads.switch_mode,
    "camera_photo_take": payloads.take_photo,
    "camera_photo_stop": payloads.stop_photo,
    "camera_recording_start": payloads.start_recording,
    "camera_recording_stop": payloads.stop_recording,
    "camera_screen_drag": payloads.drag,
    "camera_aim": payloads.aim,
    "camera_focal_length_set": payloads.zoom,
    "camera_frame_zoom": payloads.zoom_frame,
    "camera_look_at": payloads.look_at,
    "camera_screen_split": payloads.split,
    "camera_exposure_mode_set": payloads.set_lens,
    "camera_exposure_set": payloads.set_lens,
    "camera_focus_mode_set": payloads.set_lens,
    "camera_focus_value_set": payloads.set_lens,
    "camera_point_focus_action": payloads.set_lens,
    "gimbal_reset": payloads.reset_gimbal,
    "live_start_push": streams.start,
    "live_stop_push": streams.stop,
    "live_set_quality": streams.set_quality,
    "live_lens_change": streams.change_lens,
    "debug_mode_open": debugging.open_debug,
    "debug_mode_close": debugging.close_debug,
    "cover_open": debugging.cover_open,
    "cover_close": debugging.cover_close,
    "cover_force_close": debugging.cover_force_close,
    "drone_open": debugging.drone_open,
    "drone_close": debugging.drone_close,
    "charge_open": debugging.charge_open,
    "charge_close": debugging.charge_close,
    "device_reboot": debugging.device_reboot,
    "device_format": debugging.device_format,
    "drone_format": debugging.drone_format,
    "putter_open": debugging.putter_open,
    "putter_close": debugging.putter_close,
    "supplement_light_open": debugging.light_open,
    "supplement_light_close": debugging.light_close,
    "battery_maintenance_switch": debugging.maintain_battery,
    "battery_store_mode_switch": debugging.keep_battery,
    "alarm_state_switch": debugging.sound_alarm,
    "air_conditioner_mode_switch": debugging.condition_air,
    "sdr_workmode_switch": debugging.switch_link,
    "ota_create": upkeep.upgrade,
    "fileupload_list": upkeep.list_logs,
    "fileupload_start": upkeep.upload_logs,
    "fileupload_update": upkeep.cancel_logs,
    "upload_flighttask_media_prioritize": upkeep.prioritise_media,
    "psdk_widget_value_set": attachments.set_widget,
    "psdk_input_box_text_set": attachments.set_input_box,
    "speaker_audio_play_start": attachments.play_audio,
    "speaker_tts_play_start": attachments.play_text,
    "speaker_replay": attachments.replay,
    "speaker_play_stop": attachments.stop_playing,
    "speaker_play_mode_set": attachments.set_play_mode,
    "speaker_play_volume_set": attachments.set_volume,
    "custom_data_transmission_to_psdk": attachments.message_to_psdk,
    "custom_data_transmission_to_esdk": attachments.message_to_esdk,
    "flight_areas_update": safety.update_areas,
    "flight_areas_get": safety.areas,
    "unlock_license_switch": safety.switch_license,
    "unlock_license_update": safety.update_licenses,
    "unlock_license_list": safety.list_licenses,
}

# Of the parts that a dock does not have, the code says more than "not made for this".
_OWN_REFUSAL = frozenset({"putter_open", "putter_close", "flight_setup_abort"})


def answer(machine: Machine, method: str, data: object) -> Reply:
    """Give the dock a command. What follows from it is in `machine.outgoing`, and belongs after the reply."""
    action, command = _ACTIONS.get(method), commands().get(method)
    try:
        if action is None or command is None:
            raise Refused(Code.NOT_NOW, f"there is no method {method!r}")
        if machine.rules.dock_generation not in command.generations and method not in _OWN_REFUSAL:
            raise Refused(Code.NOT_NOW, f"{method} is not made for this dock")
        if not isinstance(data, Mapping):
            raise Refused(Code.PARAMETERS, "data is no object")
        command.check(data)
        if machine.state.job == "device_reboot":
            raise Refused(Code.RESTARTING)
        return action(machine, data)
    except Refused as refused:
        return Reply(int(refused.code))
