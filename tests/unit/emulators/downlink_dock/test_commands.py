"""What a dock takes, and what it refuses with which code."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from skybind_emulators.downlink.dock import Code
from skybind_emulators.downlink.dock.catalogue import commands
from skybind_emulators.downlink.dock.steps import Break
from unit.emulators.downlink_dock import payloads as given
from unit.emulators.downlink_dock.dockyard import DRONE, NOW, PAYLOAD, Yard, task

PAY = {"payload_index": PAYLOAD}
FIRMWARE = {"devices": [given.FIRMWARE]}


SPECIFICATION = Path(__file__).parents[4] / "specs" / "downlink" / "device_codes.openapi.yaml"


def test_the_dock_speaks_in_djis_codes_only() -> None:
    """Each code with which the dock refuses is one that DJI lists; so is each reason for breaking a wayline off."""
    listed = yaml.safe_load(SPECIFICATION.read_text("utf-8"))

    assert {int(code) for code in Code} <= {entry["code"] for entry in listed["x-device-codes"]}
    assert {int(reason) for reason in Break} <= {entry["value"] for entry in listed["x-break-reasons"]}


def test_the_catalogue_holds_the_83_commands() -> None:
    """Every command of the catalogue has a row in the table below, and there are 83."""
    assert len(commands()) == 83
    assert set(given.TAKEN) == set(commands())


@pytest.mark.parametrize("method", sorted(commands()))
def test_each_command_is_taken_in_a_state_that_allows_it(method: str) -> None:
    """Each of the 83 commands is answered with result 0 when the dock's state allows it."""
    setup, data, generation = given.TAKEN[method]
    yard = Yard(dock_generation=generation)
    setup(yard)

    reply = yard.send(method, data)

    assert reply["result"] == 0


@pytest.mark.parametrize(
    ("method", "member"),
    [(name, member.path) for name, one in sorted(commands().items()) for member in one.members if "." not in member.path
     and member.required],
)  # fmt: skip
def test_a_missing_member_is_a_wrong_parameter(method: str, member: str) -> None:
    """A command without a required member is refused as having wrong parameters, before anything else is looked at."""
    _, data, generation = given.TAKEN[method]
    yard = Yard(dock_generation=generation)

    assert yard.result(method, {name: value for name, value in data.items() if name != member}) == Code.PARAMETERS


JOBS = [
    "cover_open", "cover_close", "cover_force_close", "drone_open", "drone_close", "charge_open", "charge_close",
    "device_reboot", "device_format", "drone_format", "putter_open", "putter_close", "supplement_light_open",
    "supplement_light_close", "battery_maintenance_switch", "battery_store_mode_switch", "alarm_state_switch",
    "air_conditioner_mode_switch", "sdr_workmode_switch",
]  # fmt: skip


@pytest.mark.parametrize("method", JOBS)
def test_parts_of_the_dock_move_in_remote_debugging_only(method: str) -> None:
    """Each method of remote debugging is refused until debug_mode_open."""
    _, data, _ = given.TAKEN[method]

    assert Yard(dock_generation="dock1").result(method, data) == Code.NOT_DEBUGGING


@pytest.mark.parametrize("method", JOBS)
def test_one_job_at_a_time(method: str) -> None:
    """While the cover opens, no other job or setting of the dock is taken."""
    _, data, _ = given.TAKEN[method]
    yard = Yard(dock_generation="dock1")
    given.debugging(yard)
    yard.ok("cover_open")

    assert yard.result(method, data) == Code.BUSY_WITH_JOB


CAMERA = [name for name, one in commands().items() if one.domain == "camera"]


@pytest.mark.parametrize("method", CAMERA)
def test_the_camera_needs_an_aircraft_and_control(method: str) -> None:
    """Camera commands are refused while the aircraft is off, and until the cloud has taken the payload."""
    setup, data, _ = given.TAKEN[method]
    assert Yard().result(method, data) == Code.NO_AIRCRAFT

    yard = Yard()
    setup(yard)
    yard.state.payload_control = ""
    assert yard.result(method, data) == Code.NO_PAYLOAD_CONTROL


@pytest.mark.parametrize(
    "method",
    ["drc_mode_enter", "takeoff_to_point", "fly_to_point", "fly_to_point_stop", "fly_to_point_update",
     "drone_emergency_stop", "drone_control"],
)  # fmt: skip
def test_flight_control_must_be_taken_first(method: str) -> None:
    """Commands of flight control are refused until flight_authority_grab."""
    _, data, _ = given.TAKEN[method]

    assert Yard().result(method, data) == Code.NO_CONTROL


@pytest.mark.parametrize(
    ("generation", "method", "code"),
    [
        ("dock2", "putter_open", Code.NO_PUTTER_OPEN),
        ("dock3", "putter_close", Code.NO_PUTTER_CLOSE),
        ("dock2", "flight_setup_abort", Code.ABORT_NOT_NOW),
        ("dock1", "stick_control", Code.NOT_NOW),
        ("dock1", "camera_frame_zoom", Code.NOT_NOW),
        ("dock2", "in_flight_wayline_deliver", Code.NOT_NOW),
    ],
)
def test_methods_of_another_generation_are_refused(generation: str, method: str, code: Code) -> None:
    """A method that this generation of docks does not have is refused."""
    _, data, _ = given.TAKEN.get(method, (None, {}, ""))
    yard = Yard(dock_generation=generation)
    yard.ok("debug_mode_open")

    assert yard.result(method, data) == code


def in_the_past(yard: Yard) -> None:
    given.prepared(yard)
    yard.wait(31)


def low(yard: Yard) -> None:
    given.prepared(yard)
    yard.state.charging, yard.state.battery_percent = False, 29.0


def low_in_control(yard: Yard) -> None:
    given.controlled(yard)
    yard.state.charging, yard.state.battery_percent = False, 29.0


def upgrading(yard: Yard) -> None:
    given.prepared(yard)
    yard.ok("ota_create", FIRMWARE)


def debugging_with_task(yard: Yard) -> None:
    given.prepared(yard)
    given.debugging(yard)


def conditional(yard: Yard) -> None:
    window = {"begin_time": int(NOW * 1000), "end_time": int(NOW * 1000) + 60_000, "battery_capacity": 99}
    yard.ok("flighttask_prepare", task(task_type=2, ready_conditions=window))


def timed_far_off(yard: Yard) -> None:
    yard.ok("flighttask_prepare", task(task_type=1, execute_time=int(NOW * 1000) + 600_000))


def open_cover(yard: Yard) -> None:
    given.half_empty(yard)
    yard.ok("cover_open")
    yard.settle()


def enhanced(yard: Yard) -> None:
    given.debugging(yard)
    yard.ok("sdr_workmode_switch", {"link_workmode": 1})


def nearly_empty(yard: Yard) -> None:
    yard.state.charging, yard.state.battery_percent = False, 19.0


ONE = {"flight_id": "f1"}
AWAY = int(NOW * 1000)
CONDITIONS = {"begin_time": AWAY, "end_time": AWAY + 1, "battery_capacity": 1}
OTHER_PAYLOAD = {"payload_index": "99-0-0"}
POINTS = {"fly_to_id": "g", "max_speed": 5, "points": [given.POINT]}
TAKE_OFF = given.TAKE_OFF
STREAM = given.TAKEN["live_start_push"][1]

REFUSED: list[tuple[str, Any, str, Mapping[str, Any], Code]] = [
    ("unknown task", given.nothing, "flighttask_execute", ONE, Code.NOT_PREPARED),
    ("flown task", given.flown, "flighttask_execute", ONE, Code.NOT_PREPARED),
    ("same task", given.wayline, "flighttask_execute", ONE, Code.SAME_TASK),
    ("other task", given.wayline, "flighttask_execute", {"flight_id": "f2"}, Code.ANOTHER_TASK),
    ("clock", in_the_past, "flighttask_execute", ONE, Code.CLOCKS),
    ("battery", low, "flighttask_execute", ONE, Code.BATTERY),
    ("debug", debugging_with_task, "flighttask_execute", ONE, Code.DEBUGGING),
    ("upgrade", upgrading, "flighttask_execute", ONE, Code.UPGRADING),
    ("conditions", conditional, "flighttask_execute", ONE, Code.CONDITIONS),
    ("early", timed_far_off, "flighttask_execute", ONE, Code.TOO_EARLY),
    ("hovering", given.hovering, "flighttask_execute", ONE, Code.ANOTHER_TASK),
    ("taken id", given.prepared, "flighttask_prepare", task(), Code.HANDED_OVER_BEFORE),
    ("flown id", given.flown, "flighttask_prepare", task(), Code.HANDED_OVER_BEFORE),
    ("running id", given.wayline, "flighttask_prepare", task(), Code.RUNNING_UNCHANGED),
    ("clock ahead", given.nothing, "flighttask_prepare", task(execute_time=AWAY + 31_000), Code.CLOCKS),
    ("clock behind", given.nothing, "flighttask_prepare", task(execute_time=AWAY - 31_000), Code.CLOCKS),
    ("clock zero", given.nothing, "flighttask_prepare", task(execute_time=0), Code.CLOCKS),
    ("over", given.nothing, "flighttask_prepare", task(task_type=1, execute_time=AWAY - 1000), Code.CLOCKS),
    (
        "a day ahead",
        given.nothing,
        "flighttask_prepare",
        task(task_type=1, execute_time=AWAY + 86_401_000),
        Code.PARAMETERS,
    ),
    ("no conditions", given.nothing, "flighttask_prepare", task(task_type=2), Code.PARAMETERS),
    ("low return", given.nothing, "flighttask_prepare", task(rth_altitude=19), Code.PARAMETERS),
    ("high return", given.nothing, "flighttask_prepare", task(rth_altitude=1501), Code.PARAMETERS),
    ("unknown type", given.nothing, "flighttask_prepare", task(task_type=3), Code.PARAMETERS),
    ("text for number", given.nothing, "flighttask_prepare", task(rth_altitude="60"), Code.PARAMETERS),
    ("file without md5", given.nothing, "flighttask_prepare", task(file={"url": "u"}), Code.PARAMETERS),
    (
        "empty md5",
        given.nothing,
        "flighttask_prepare",
        task(file={"url": "u", "fingerprint": ""}),
        Code.NO_FINGERPRINT,
    ),
    (
        "half a break point",
        given.nothing,
        "flighttask_prepare",
        task(break_point={"index": 0}),
        Code.PARAMETERS,
    ),
    ("create without id", given.nothing, "flighttask_create", {}, Code.PARAMETERS),
    ("create without md5", given.nothing, "flighttask_create", {"flighttask_id": "x"}, Code.NO_FINGERPRINT),
    ("undo running", given.wayline, "flighttask_undo", {"flight_ids": ["f1"]}, Code.RUNNING_KEPT),
    ("undo unknown", given.prepared, "flighttask_undo", {"flight_ids": ["f1", "f9"]}, Code.FAILED),
    ("undo none", given.prepared, "flighttask_undo", {"flight_ids": []}, Code.PARAMETERS),
    ("pause docked", given.nothing, "flighttask_pause", {}, Code.NOTHING_TO_PAUSE),
    ("pause hovering", given.hovering, "flighttask_pause", {}, Code.NOTHING_TO_PAUSE),
    ("pause twice", given.paused, "flighttask_pause", {}, Code.PAUSED_BEFORE),
    ("resume docked", given.nothing, "flighttask_recovery", {}, Code.NOTHING_TO_RESUME),
    ("resume flying", given.wayline, "flighttask_recovery", {}, Code.NOT_PAUSED),
    ("home docked", given.nothing, "return_home", {}, Code.NOT_ALOFT),
    ("home preparing", given.setting_up, "return_home", {}, Code.NOT_ALOFT),
    ("cancel docked", given.nothing, "return_home_cancel", {}, Code.NOT_RETURNING),
    ("cancel flying", given.wayline, "return_home_cancel", {}, Code.NOT_RETURNING),
    ("take off flying", given.hovering, "takeoff_to_point", {**TAKE_OFF, "flight_id": "t2"}, Code.TAKE_OFF),
    ("take off low", given.controlled, "takeoff_to_point", {**TAKE_OFF, "target_height": 30}, Code.LOW_TARGET),
    ("take off fast", given.controlled, "takeoff_to_point", {**TAKE_OFF, "max_speed": 16}, Code.PARAMETERS),
    ("take off empty", low_in_control, "takeoff_to_point", TAKE_OFF, Code.BATTERY),
    ("fly to docked", given.controlled, "fly_to_point", POINTS, Code.FLY_TO),
    ("no target", given.hovering, "fly_to_point", {**POINTS, "points": []}, Code.PARAMETERS),
    ("low target", given.hovering, "fly_to_point", {**POINTS, "points": [{**given.POINT, "height": 10}]},
     Code.LOW_TARGET),
    ("stop nothing", given.hovering, "fly_to_point_stop", {}, Code.NO_FLY_TO),
    ("update nothing", given.hovering, "fly_to_point_update", {"max_speed": 5, "points": [given.POINT]},
     Code.NO_FLY_TO),
    ("beat without link", given.controlled, "heart_beat", {"seq": 1, "timestamp": AWAY}, Code.NO_DRC),
    ("leave without link", given.controlled, "drc_mode_exit", {}, Code.NO_DRC),
    ("steer docked", given.controlled, "drone_control", {"seq": 1}, Code.STICK),
    ("steer on the way", given.flying_to, "drone_control", {"seq": 1}, Code.STICK),
    ("other payload", given.nothing, "payload_authority_grab", OTHER_PAYLOAD, Code.NO_PAYLOAD_CONTROL),
    ("photo in video", given.video, "camera_photo_take", PAY, Code.PHOTO),
    ("record in photo", given.hovering, "camera_recording_start", PAY, Code.RECORDING_START),
    ("record twice", given.recording, "camera_recording_start", PAY, Code.RECORDING_START),
    ("stop no record", given.video, "camera_recording_stop", PAY, Code.RECORDING_STOP),
    ("mode while recording", given.recording, "camera_mode_switch", {**PAY, "camera_mode": 0}, Code.CAMERA_MODE),
    ("no panorama", given.hovering, "camera_photo_stop", PAY, Code.NO_PANORAMA),
    ("stream twice", given.streaming, "live_start_push", STREAM, Code.STREAMING_BEFORE),
    ("stream of a stranger", given.nothing, "live_start_push", {**STREAM, "video_id": "x/1/2"}, Code.NO_STREAM_CAMERA),
    ("stream of an aircraft that is off", given.nothing, "live_start_push", {**STREAM, "video_id": f"{DRONE}/1/2"},
     Code.NO_STREAM_AIRCRAFT),
    ("stream to nowhere", given.nothing, "live_start_push", {**STREAM, "url": ""}, Code.STREAM_PARAMETERS),
    ("no stream", given.nothing, "live_stop_push", {"video_id": given.VIDEO}, Code.NO_STREAM),
    ("no stream to change", given.nothing, "live_lens_change", {"video_type": "ir"}, Code.NO_STREAM),
    ("debug in flight", given.wayline, "debug_mode_open", {}, Code.BUSY_WITH_TASK),
    ("charged", given.debugging, "charge_open", {}, Code.CHARGED),
    ("charge in the open", open_cover, "charge_open", {}, Code.COVER_OPEN),
    ("format what is off", given.debugging, "drone_format", {}, Code.NOT_FORMATTED),
    ("upgrade twice", upgrading, "ota_create", FIRMWARE, Code.UPGRADE_RUNNING),
    ("upgrade in flight", given.wayline, "ota_create", FIRMWARE, Code.UPGRADE_BUSY),
    ("upgrade on 4G", enhanced, "ota_create", FIRMWARE, Code.UPGRADE_4G),
    ("upgrade when empty", nearly_empty, "ota_create", FIRMWARE, Code.UPGRADE_BATTERY),
    ("upgrade a stranger", given.nothing, "ota_create", {"devices": [{**given.FIRMWARE, "sn": "x"}]},
     Code.UPGRADE_REQUEST),
    ("unknown module", given.nothing, "fileupload_list", {"module_list": ["7"]}, Code.PARAMETERS),
    ("upload twice", given.uploading, "fileupload_start", given.LOGS, Code.LOGS_BUSY),
    ("cancel nothing", given.nothing, "fileupload_update", {"status": "cancel", "module_list": ["3"]}, Code.FAILED),
    ("media of no flight", given.nothing, "upload_flighttask_media_prioritize", ONE, Code.MEDIA_PRIORITY),
    ("speaker on the ground", given.nothing, "speaker_replay", {"psdk_index": 2}, Code.SPEAKER),
    ("nothing to replay", given.hovering, "speaker_replay", {"psdk_index": 2}, Code.NOTHING_TO_REPLAY),
    ("silence", given.hovering, "speaker_play_stop", {"psdk_index": 2}, Code.NOT_PLAYING),
    ("wrong speech", given.hovering, "speaker_tts_play_start",
     {"psdk_index": 2, "tts": {"name": "n", "text": "a", "md5": "0" * 32}}, Code.TTS_MD5),
    ("long message", given.nothing, "custom_data_transmission_to_esdk", {"value": "x" * 256}, Code.PARAMETERS),
    ("unknown licence", given.nothing, "unlock_license_switch", {"license_id": 7, "enable": True}, Code.PARAMETERS),
]  # fmt: skip


@pytest.mark.parametrize(("setup", "method", "data", "code"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_the_state_forbids_is_refused_with_its_code(
    setup: Any, method: str, data: Mapping[str, Any], code: Code
) -> None:
    """A command that the state does not allow is refused with the code that says why, and changes nothing."""
    yard = Yard()
    setup(yard)
    before, phase = repr(yard.state), yard.phase

    assert yard.result(method, data) == code
    assert (repr(yard.state), yard.phase) == (before, phase)


def test_too_little_storage_keeps_a_task_on_the_ground() -> None:
    """A task that asks for more free storage than there is, is refused at its execution."""
    yard = Yard(free_storage_mb=100)
    yard.ok("flighttask_prepare", task(executable_conditions={"storage_capacity": 101}))

    assert yard.result("flighttask_execute", ONE) == Code.STORAGE


def test_the_platforms_own_example_is_refused_by_a_dock() -> None:
    """The example of the platform's page, zeros throughout, breaks DJI's ranges: the dock says so."""
    zeros = task(execute_time=0, rth_altitude=0, rth_mode=0)

    assert Yard().result("flighttask_prepare", zeros) == Code.PARAMETERS
    assert Yard(preset_height_only=True).result("flighttask_prepare", task(rth_mode=0)) == Code.PARAMETERS


@pytest.mark.parametrize(
    ("method", "members"),
    [
        ("fileupload_list", {"result", "files"}),
        ("unlock_license_list", {"result", "device_model_domain", "consistence", "licenses"}),
        ("unlock_license_switch", {"result", "license_id"}),
        ("return_home", {"result", "output"}),
        ("camera_photo_take", {"result", "output"}),
        ("cover_open", {"result", "output"}),
        ("ota_create", {"result", "output"}),
        ("flighttask_prepare", {"result"}),
    ],
)
def test_replies_have_the_documented_members(method: str, members: set[str]) -> None:
    """A reply carries what DJI documents for its method beside the result."""
    setup, data, generation = given.TAKEN[method]
    yard = Yard(dock_generation=generation)
    setup(yard)

    assert set(yard.ok(method, data)) == members


def test_times_of_logs_count_as_the_generation_counts() -> None:
    """Log entries of the third generation are in milliseconds, of the others in seconds."""
    for generation, digits in (("dock1", 10), ("dock2", 10), ("dock3", 13)):
        reply = Yard(dock_generation=generation).ok("fileupload_list", {"module_list": ["3"]})
        assert len(str(reply["files"][0]["list"][0]["start_time"])) == digits


@pytest.mark.parametrize("method", ["cover_open", "drone_open", "device_reboot", "charge_close"])
def test_a_job_tells_its_course_under_its_own_name(method: str) -> None:
    """A job of the dock tells its progress in events of its own name, which rise and end with ok."""
    yard = Yard()
    given.debugging(yard)
    yard.ok(method)
    yard.settle()

    course = [data["output"] for data in yard.told(method)]
    percents = [output["progress"]["percent"] for output in course]
    assert [output["status"] for output in course] == ["in_progress", "in_progress", "ok"]
    assert percents == sorted(percents)
    assert yard.state.job == ""
