"""For each of the 83 commands: a payload as the platform sends it, and what makes a dock take it."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from unit.emulators.downlink_dock.dockyard import ABOVE, GATEWAY, KMZ, PAYLOAD, Yard, md5, task

Setup = Callable[[Yard], None]
LENS = {"payload_index": PAYLOAD, "camera_type": "zoom"}
VIDEO = f"{GATEWAY}/165-0-7/normal-0"
POINT = {"latitude": ABOVE.latitude_deg + 0.001, "longitude": ABOVE.longitude_deg, "height": 110.0}
TAKE_OFF: Mapping[str, Any] = {
    "target_latitude": ABOVE.latitude_deg,
    "target_longitude": ABOVE.longitude_deg + 0.001,
    "target_height": 120.0,
    "security_takeoff_height": 30.0,
    "rth_mode": 1,
    "rth_altitude": 60,
    "rc_lost_action": 2,
    "commander_mode_lost_action": 1,
    "commander_flight_mode": 1,
    "commander_flight_height": 80.0,
    "flight_id": "t1",
    "max_speed": 10,
    "flight_safety_advance_check": 0,
    "exit_wayline_when_rc_lost": 0,
}
BROKER = {
    "address": "127.0.0.1:1883",
    "client_id": "drc",
    "username": "u",
    "password": "p",
    "expire_time": 1_776_862_800,
    "enable_tls": False,
}
LOGS = {
    "bucket": "b",
    "region": "r",
    "credentials": {
        "access_key_id": "k",
        "access_key_secret": "s",
        "expire": 3600,
        "security_token": "t",
    },
    "endpoint": "http://127.0.0.1",
    "provider": "minio",
    "params": {"files": [{"object_key": "log.tar", "module": "3", "list": [{"boot_index": 11}]}]},
}


def nothing(_: Yard) -> None:
    """As it came out of the box."""


def debugging(yard: Yard) -> None:
    """In remote debugging."""
    yard.ok("debug_mode_open")


def wayline(yard: Yard) -> None:
    """On a wayline, in the air."""
    yard.fly()
    yard.wait_for("wayline")
    yard.wait(15)


def paused(yard: Yard) -> None:
    """On a wayline that is held."""
    wayline(yard)
    yard.ok("flighttask_pause")


def returning(yard: Yard) -> None:
    """On the way home."""
    wayline(yard)
    yard.ok("return_home")


def hovering(yard: Yard) -> None:
    """In the air over a point, all control with the cloud, and the low-latency link open."""
    yard.ok("flight_authority_grab")
    yard.ok("payload_authority_grab", {"payload_index": PAYLOAD})
    yard.ok("takeoff_to_point", TAKE_OFF)
    yard.ok("drc_mode_enter", {"mqtt_broker": BROKER, "osd_frequency": 10, "hsi_frequency": 1})
    yard.wait_for("hovering")


def flying_to(yard: Yard) -> None:
    """In the air on the way to a point."""
    hovering(yard)
    yard.ok("fly_to_point", {"fly_to_id": "g1", "max_speed": 5, "points": [POINT]})


def controlled(yard: Yard) -> None:
    """Flight control with the cloud."""
    yard.ok("flight_authority_grab")


def recording(yard: Yard) -> None:
    """In the air, recording."""
    hovering(yard)
    yard.ok("camera_mode_switch", {"payload_index": PAYLOAD, "camera_mode": 1})
    yard.ok("camera_recording_start", {"payload_index": PAYLOAD})


def video(yard: Yard) -> None:
    """In the air, in video mode."""
    hovering(yard)
    yard.ok("camera_mode_switch", {"payload_index": PAYLOAD, "camera_mode": 1})


def panorama(yard: Yard) -> None:
    """In the air, taking a panorama."""
    hovering(yard)
    yard.ok("camera_mode_switch", {"payload_index": PAYLOAD, "camera_mode": 3})
    yard.ok("camera_photo_take", {"payload_index": PAYLOAD})


def streaming(yard: Yard) -> None:
    """Streaming from the dock's camera."""
    yard.ok("live_start_push", {"url_type": 1, "url": "rtmp://127.0.0.1/x", "video_id": VIDEO, "video_quality": 2})


def half_empty(yard: Yard) -> None:
    """In remote debugging, with a battery that takes charge."""
    yard.state.battery_percent = 50.0
    debugging(yard)


def powered(yard: Yard) -> None:
    """In remote debugging, with the aircraft on."""
    debugging(yard)
    yard.ok("drone_open")
    yard.settle()


def playing(yard: Yard) -> None:
    """The speaker speaks."""
    hovering(yard)
    yard.ok("speaker_tts_play_start", SPEECH)


def prepared(yard: Yard) -> None:
    """With a task that waits for its execution."""
    yard.ok("flighttask_prepare", task())


def uploading(yard: Yard) -> None:
    """Uploading logs."""
    yard.ok("fileupload_start", LOGS)


def flown(yard: Yard) -> None:
    """With a flight behind it."""
    yard.fly()
    yard.settle()


def setting_up(yard: Yard) -> None:
    """Preparing a task, at the setting of the home point."""
    yard.fly()
    for _ in range(100):
        if yard.machine.flight is not None and yard.machine.flight.step == "home point":
            return
        yard.wait(1)
    raise AssertionError


SPEECH = {"psdk_index": 2, "tts": {"name": "n", "text": "land", "md5": hashlib.md5(b"land").hexdigest()}}
AUDIO = {"psdk_index": 2, "file": {"name": "n", "url": "http://127.0.0.1/a", "md5": "0" * 32, "format": "pcm"}}
FIRMWARE = {
    "sn": GATEWAY,
    "product_version": "10.02.0001",
    "file_url": "http://127.0.0.1/f",
    "md5": "0" * 32,
    "file_size": 1,
    "file_name": "f.zip",
    "firmware_upgrade_type": 3,
}
PAY = {"payload_index": PAYLOAD}

#: method: (what makes the dock take it, payload, generation)
TAKEN: Mapping[str, tuple[Setup, Mapping[str, Any], str]] = {
    "flighttask_create": (
        nothing,
        {"flight_id": "c1", "type": "wayline", "file": {"url": "http://127.0.0.1/r.kmz", "sign": md5(KMZ)}},
        "dock2",
    ),
    "flighttask_prepare": (nothing, task(), "dock2"),
    "flighttask_execute": (prepared, {"flight_id": "f1"}, "dock2"),
    "flighttask_undo": (prepared, {"flight_ids": ["f1"]}, "dock2"),
    "flighttask_pause": (wayline, {}, "dock2"),
    "flighttask_recovery": (paused, {}, "dock2"),
    "return_home": (wayline, {}, "dock2"),
    "return_home_cancel": (returning, {}, "dock2"),
    "flight_setup_abort": (setting_up, {}, "dock1"),
    "flight_authority_grab": (nothing, {}, "dock2"),
    "payload_authority_grab": (nothing, PAY, "dock2"),
    "drc_mode_enter": (controlled, {"mqtt_broker": BROKER, "osd_frequency": 10, "hsi_frequency": 1}, "dock2"),
    "drc_mode_exit": (hovering, {}, "dock2"),
    "takeoff_to_point": (controlled, TAKE_OFF, "dock2"),
    "fly_to_point": (hovering, {"fly_to_id": "g1", "max_speed": 10, "points": [POINT]}, "dock2"),
    "fly_to_point_stop": (flying_to, {}, "dock2"),
    "fly_to_point_update": (flying_to, {"max_speed": 10, "points": [POINT]}, "dock2"),
    "drone_control": (hovering, {"seq": 1, "x": 1.0, "y": 0.0, "h": 0.0, "w": 0.0}, "dock2"),
    "stick_control": (hovering, {"roll": 1024, "pitch": 1684, "throttle": 1024, "yaw": 1024}, "dock3"),
    "drone_emergency_stop": (flying_to, {}, "dock2"),
    "heart_beat": (hovering, {"seq": 1, "timestamp": 1_776_859_200_000}, "dock2"),
    "camera_mode_switch": (hovering, {**PAY, "camera_mode": 1}, "dock2"),
    "camera_photo_take": (hovering, PAY, "dock2"),
    "camera_photo_stop": (panorama, PAY, "dock2"),
    "camera_recording_start": (video, PAY, "dock2"),
    "camera_recording_stop": (recording, PAY, "dock2"),
    "camera_screen_drag": (hovering, {**PAY, "locked": False, "pitch_speed": -0.5, "yaw_speed": 0.1}, "dock2"),
    "camera_aim": (hovering, {**LENS, "locked": False, "x": 0.5, "y": 0.9}, "dock2"),
    "camera_focal_length_set": (hovering, {**LENS, "zoom_factor": 5}, "dock2"),
    "camera_frame_zoom": (
        hovering,
        {**LENS, "locked": False, "x": 0.1, "y": 0.1, "width": 0.5, "height": 0.2},
        "dock2",
    ),
    "camera_look_at": (hovering, {**PAY, "locked": False, **POINT, "height": 42.0}, "dock2"),
    "camera_screen_split": (hovering, {**PAY, "enable": True}, "dock2"),
    "camera_exposure_mode_set": (hovering, {**LENS, "exposure_mode": 4}, "dock2"),
    "camera_exposure_set": (hovering, {**LENS, "exposure_value": "16"}, "dock2"),
    "camera_focus_mode_set": (hovering, {**LENS, "focus_mode": 1}, "dock2"),
    "camera_focus_value_set": (hovering, {**LENS, "focus_value": 30}, "dock2"),
    "camera_point_focus_action": (hovering, {**LENS, "x": 0.5, "y": 0.5}, "dock2"),
    "gimbal_reset": (hovering, {**PAY, "reset_mode": 1}, "dock2"),
    "live_start_push": (
        nothing,
        {"url_type": 1, "url": "rtmp://127.0.0.1/x", "video_id": VIDEO, "video_quality": 2},
        "dock2",
    ),
    "live_stop_push": (streaming, {"video_id": VIDEO}, "dock2"),
    "live_set_quality": (streaming, {"video_id": VIDEO, "video_quality": 4}, "dock2"),
    "live_lens_change": (streaming, {"video_type": "zoom"}, "dock2"),
    "debug_mode_open": (nothing, {}, "dock2"),
    "debug_mode_close": (debugging, {}, "dock2"),
    **{
        method: (debugging, {}, "dock2")
        for method in (
            "cover_open", "cover_close", "cover_force_close", "drone_open", "drone_close", "charge_close",
            "device_reboot", "device_format", "supplement_light_open", "supplement_light_close",
        )
    },
    "charge_open": (half_empty, {}, "dock2"),
    "drone_format": (powered, {}, "dock2"),
    "putter_open": (debugging, {}, "dock1"),
    "putter_close": (debugging, {}, "dock1"),
    "battery_maintenance_switch": (debugging, {"action": 1}, "dock2"),
    "battery_store_mode_switch": (debugging, {"action": 2}, "dock2"),
    "alarm_state_switch": (debugging, {"action": 1}, "dock2"),
    "air_conditioner_mode_switch": (debugging, {"action": 2}, "dock2"),
    "sdr_workmode_switch": (debugging, {"link_workmode": 1}, "dock2"),
    "ota_create": (nothing, {"devices": [FIRMWARE]}, "dock2"),
    "fileupload_list": (nothing, {"module_list": ["0", "3"]}, "dock2"),
    "fileupload_start": (nothing, LOGS, "dock2"),
    "fileupload_update": (uploading, {"status": "cancel", "module_list": ["3"]}, "dock2"),
    "upload_flighttask_media_prioritize": (flown, {"flight_id": "f1"}, "dock2"),
    "psdk_widget_value_set": (hovering, {"psdk_index": 2, "index": 1, "value": 60}, "dock2"),
    "psdk_input_box_text_set": (hovering, {"psdk_index": 2, "value": "text"}, "dock2"),
    "speaker_audio_play_start": (hovering, AUDIO, "dock2"),
    "speaker_tts_play_start": (hovering, SPEECH, "dock2"),
    "speaker_replay": (playing, {"psdk_index": 2}, "dock2"),
    "speaker_play_stop": (playing, {"psdk_index": 2}, "dock2"),
    "speaker_play_mode_set": (hovering, {"psdk_index": 2, "play_mode": 1}, "dock2"),
    "speaker_play_volume_set": (hovering, {"psdk_index": 2, "index": 1, "play_volume": 80}, "dock2"),
    "custom_data_transmission_to_psdk": (hovering, {"payload_index": PAYLOAD, "data": "hello"}, "dock2"),
    "custom_data_transmission_to_esdk": (nothing, {"data": "hello"}, "dock2"),
    "flight_areas_update": (nothing, {}, "dock2"),
    "flight_areas_get": (nothing, {}, "dock2"),
    "unlock_license_switch": (nothing, {"license_id": 1002, "enable": True}, "dock2"),
    "unlock_license_update": (nothing, {}, "dock2"),
    "unlock_license_list": (nothing, {"device_model_domain": 0}, "dock2"),
}  # fmt: skip
