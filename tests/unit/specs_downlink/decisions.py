"""Where the spec decides otherwise than the inventory: what differs, why, and the members by name.

A difference is excused only where it is listed here word for word; a list that names too much fails as well.
"""

from collections.abc import Mapping

_UNIT = "the description names the unit, DJI's table has no column for it"
_STEP = "DJI's docks round; a number between two steps is no fault"
_MD5 = "documented in words, as an MD5"
_AS_PREPARED = "the platform's own method has what flighttask_prepare has, under the same name"

DECIDED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "unit is degree, documented is none": (
        _UNIT,
        (
            "flighttask_prepare.break_point.latitude",
            "flighttask_prepare.break_point.longitude",
            "flighttask_prepare.break_point.attitude_head",
            "flighttask_prepare.simulate_mission.latitude",
            "flighttask_prepare.simulate_mission.longitude",
            "flighttask_execute.multi_dock_task.dock_infos.latitude",
            "flighttask_execute.multi_dock_task.dock_infos.longitude",
            "flighttask_execute.multi_dock_task.dock_infos.alternate_land_point.longitude",
            "flighttask_execute.multi_dock_task.dock_infos.alternate_land_point.latitude",
            "flighttask_create.simulate_mission.latitude",
            "flighttask_create.simulate_mission.longitude",
            "flighttask_create.break_point.latitude",
            "flighttask_create.break_point.longitude",
            "flighttask_create.break_point.attitude_head",
            "takeoff_to_point.target_latitude",
            "takeoff_to_point.target_longitude",
            "fly_to_point.points.latitude",
            "fly_to_point.points.longitude",
            "fly_to_point_update.points.latitude",
            "fly_to_point_update.points.longitude",
            "camera_look_at.latitude",
            "camera_look_at.longitude",
        ),
    ),
    "unit is m, documented is none": (
        _UNIT,
        (
            "flighttask_prepare.break_point.height",
            "flighttask_execute.multi_dock_task.dock_infos.alternate_land_point.height",
            "flighttask_execute.multi_dock_task.dock_infos.alternate_land_point.safe_land_height",
            "flighttask_create.rth_altitude",
            "flighttask_create.break_point.height",
        ),
    ),
    "unit is MB, documented is none": (
        "a comment of DJI's SDK says so",
        (
            "flighttask_prepare.executable_conditions.storage_capacity",
            "flighttask_create.executable_conditions.storage_capacity",
        ),
    ),
    "unit is ms, documented is none": (
        _UNIT,
        (
            "flighttask_prepare.execute_time",
            "flighttask_prepare.ready_conditions.begin_time",
            "flighttask_prepare.ready_conditions.end_time",
            "flighttask_create.execute_time",
            "flighttask_create.ready_conditions.begin_time",
            "flighttask_create.ready_conditions.end_time",
        ),
    ),
    "unit is %, documented is none": (
        _UNIT,
        (
            "flighttask_prepare.ready_conditions.battery_capacity",
            "flighttask_create.ready_conditions.battery_capacity",
            "speaker_play_volume_set.play_volume",
        ),
    ),
    "unit is bytes, documented is none": (_UNIT, ("ota_create.devices.file_size",)),
    "minimum is none, documented is 1000000000000": (
        "only for task types 0 and 1: a rule between members",
        ("flighttask_prepare.execute_time",),
    ),
    "maximum is none, documented is 9999999999999": (
        "only for task types 0 and 1: a rule between members",
        ("flighttask_prepare.execute_time",),
    ),
    "pattern is ^[0-9a-fA-F]{32}$, documented is none": (
        _MD5,
        (
            "flighttask_prepare.file.fingerprint",
            "ota_create.devices.md5",
            "speaker_audio_play_start.file.md5",
            "speaker_tts_play_start.tts.md5",
            "unlock_license_update.file.fingerprint",
        ),
    ),
    "step is none, documented is 1": (
        "an integer has it anyway",
        (
            "flighttask_execute.multi_dock_task.wireless_link_topo.leaf_nodes.control_source_index",
            "takeoff_to_point.rth_altitude",
            "fileupload_start.credentials.expire",
            "psdk_widget_value_set.index",
            "speaker_play_mode_set.psdk_index",
            "speaker_play_volume_set.psdk_index",
            "speaker_play_volume_set.play_volume",
        ),
    ),
    "step is none, documented is 0.01": (
        "a hundredth of a degree is a kilometre: what is meant must be another thing",
        (
            "flighttask_execute.multi_dock_task.dock_infos.latitude",
            "flighttask_execute.multi_dock_task.dock_infos.longitude",
        ),
    ),
    "step is none, documented is 0.1": (
        _STEP,
        (
            "takeoff_to_point.target_height",
            "takeoff_to_point.security_takeoff_height",
            "takeoff_to_point.commander_flight_height",
            "fly_to_point.points.height",
            "fly_to_point_update.points.height",
            "camera_look_at.height",
        ),
    ),
    "step is none, documented is 1e-06": (
        _STEP,
        ("camera_frame_zoom.x", "camera_frame_zoom.y", "camera_frame_zoom.width", "camera_frame_zoom.height"),
    ),
    "minItems is 1, documented is none": ("nothing to take back is no command", ("flighttask_undo.flight_ids",)),
    "enum is ['0', '1'], documented is none": (
        _AS_PREPARED,
        ("flighttask_create.rth_mode", "flighttask_create.exit_wayline_when_rc_lost"),
    ),
    "minimum is 2, documented is 20": (
        "the document of Dock 1 has 2; which dock it is, a client does not know",
        ("takeoff_to_point.security_takeoff_height",),
    ),
    "unit is none, documented is rad/s": (
        "one source has rad/s, the others degree/s",
        ("camera_screen_drag.pitch_speed", "camera_screen_drag.yaw_speed"),
    ),
    "minItems is 1, documented is 2": ("at most two: a dock, an aircraft, or both", ("ota_create.devices",)),
    "bytes is none, documented is 128": (
        "characters are counted; a byte more than fits in them the dock refuses",
        ("psdk_input_box_text_set.value",),
    ),
    "maxLength is 128, documented is none": (
        "a text of more characters has more bytes, too",
        ("psdk_input_box_text_set.value",),
    ),
    "minimum is 1000000000000, documented is 123456789012": (
        "milliseconds, as everywhere: 13 digits",
        ("heart_beat.timestamp",),
    ),
    "maximum is 9999999999999, documented is none": (
        "milliseconds, as everywhere: 13 digits",
        ("heart_beat.timestamp",),
    ),
}
