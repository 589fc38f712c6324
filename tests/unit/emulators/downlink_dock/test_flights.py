"""The course of a flight: progress, orders on the way, its end."""

import math
from typing import Any

import pytest

from skybind_emulators.downlink.dock import Code, survey_points, write_kmz
from unit.emulators.downlink_dock import payloads as given
from unit.emulators.downlink_dock.dockyard import ABOVE, GATEWAY, HOME, KMZ, NOW, TERMINAL, Yard, md5, task
from unit.emulators.downlink_dock.wpml import document_of, folder, packed, placemark


def ends_once_and_rises(course: list[Any]) -> bool:
    """Whether progress never falls and has one terminal status, at its end."""
    percents = [output["progress"]["percent"] for output in course]
    ended = [output["status"] in TERMINAL for output in course]
    return percents == sorted(percents) and ended == [False] * (len(ended) - 1) + [True]


@pytest.mark.parametrize(
    ("generation", "steps"),
    [
        ("dock1", [0, 1, 2, 5, 6, 7, 8, 9, 12, 13, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 31, 33]),
        ("dock2", [0, 1, 2, 5, 6, 7, 9, 10, 13, 14, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27, 28, 29, 33, 35]),
    ],
)
def test_a_task_is_flown_from_preparation_to_its_last_word(generation: str, steps: list[int]) -> None:
    """A task tells every step in its generation's numbers, ends once with ok and 100 percent, and is home."""
    yard = Yard(dock_generation=generation)
    yard.fly()
    yard.settle()

    course = yard.progress()
    numbers = [output["progress"]["current_step"] for output in course]
    assert list(dict.fromkeys(numbers)) == steps
    assert ends_once_and_rises(course)
    assert (course[-1]["status"], course[-1]["result"], course[-1]["progress"]["percent"]) == ("ok", 0, 100)
    assert course[-1]["ext"]["media_count"] == 6
    assert "break_point" not in course[-1]["ext"]
    assert yard.state.mode == "docked"
    assert (yard.state.latitude_deg, yard.state.longitude_deg, yard.state.height_m) == HOME


def test_time_and_hurry_tell_the_same() -> None:
    """A flight that is hurried tells the same as one that takes its time."""
    slow, fast = Yard(), Yard()
    slow.fly()
    slow.wait_for("")
    fast.fly()
    fast.settle()

    assert slow.progress() == fast.progress()


def test_photos_are_taken_where_the_route_says() -> None:
    """Photos stand at the waypoints that have a photo among their actions, with the gimbal that the route sets."""
    points = survey_points(ABOVE, 5)
    yard = Yard(kmz=(kmz := write_kmz(points, photo_at=[1, 3], gimbal_pitch_deg=-60)))
    yard.fly(file={"url": "u", "fingerprint": md5(kmz)})
    yard.settle()

    photos = yard.machine.flights["f1"].photos
    assert [photo.number for photo in photos] == [1, 2]
    for photo, point in zip(photos, (points[1], points[3]), strict=True):
        assert photo.place.distance_m(point) < 0.01
        assert photo.gimbal_pitch_deg == -60
    assert photos[0].taken_at < photos[1].taken_at


def test_a_route_without_photos_has_one_at_each_point() -> None:
    """When no waypoint of a route has a photo, one is taken at each."""
    kmz = write_kmz(survey_points(ABOVE, 4), photo_at=[])
    yard = Yard(kmz=kmz)
    yard.fly(file={"url": "u", "fingerprint": md5(kmz)})
    yard.settle()

    assert len(yard.machine.flights["f1"].photos) == 4


def test_each_photo_is_called_back() -> None:
    """After the last word of a task each of its photos is told with where it was taken."""
    yard = Yard()
    yard.fly()
    yard.settle()

    told = yard.told("file_upload_callback")
    photos = yard.machine.flights["f1"].photos
    assert [data["file"]["name"] for data in told] == [f"{photo.number}.JPG" for photo in photos]
    assert [data["flight_task"]["uploaded_file_count"] for data in told] == [1, 2, 3, 4, 5, 6]
    assert [event.method for event in yard.events[-7:]] == ["flighttask_progress"] + ["file_upload_callback"] * 6
    first = told[0]["file"]
    assert first["metadata"]["shoot_position"]["lat"] == photos[0].place.latitude_deg
    assert first["metadata"]["absolute_altitude"] == pytest.approx(ABOVE.height_m)
    assert first["metadata"]["relative_altitude"] == pytest.approx(60)
    assert first["ext"]["flight_id"] == "f1"


def test_heights_above_the_dock_are_above_the_dock() -> None:
    """A route whose heights count from the start is flown that high above the dock."""
    points = [point._replace(height_m=80.0) for point in survey_points(ABOVE, 2)]
    kmz = write_kmz(points, above_dock=True)
    yard = Yard(kmz=kmz)
    yard.fly(file={"url": "u", "fingerprint": md5(kmz)})
    yard.settle()

    assert [round(photo.place.height_m, 6) for photo in yard.machine.flights["f1"].photos] == [HOME.height_m + 80] * 2


def test_the_aircraft_is_between_waypoints_on_the_way() -> None:
    """While time goes by, position moves along the route at its speed."""
    yard = Yard()
    yard.fly()
    yard.wait_for("wayline")
    before = yard.machine.place
    yard.wait(2)

    assert before.distance_m(yard.machine.place) == pytest.approx(18, rel=0.02)


def test_a_pause_holds_and_a_recovery_goes_on() -> None:
    """A paused aircraft stays where it is and tells where it broke off; resumed, it takes every photo once."""
    yard = Yard()
    given.paused(yard)
    held = yard.machine.place
    yard.wait(120)
    assert yard.machine.place == held
    last = yard.progress()[-1]
    assert (last["status"], last["ext"]["wayline_mission_state"]) == ("paused", 7)
    broken = last["ext"]["break_point"]
    assert broken["break_reason"] == 1282
    assert (broken["latitude"], broken["longitude"], broken["height"]) == held
    assert 0 <= broken["progress"] <= 1

    yard.ok("flighttask_recovery")
    assert yard.progress()[-1]["ext"]["wayline_mission_state"] == 8
    yard.settle()

    assert len(yard.machine.flights["f1"].photos) == 6
    assert ends_once_and_rises(yard.progress())
    assert yard.progress()[-1]["status"] == "ok"


def test_home_ends_the_task_in_part() -> None:
    """return_home on a wayline ends it as done in part, with the code for it and a break point."""
    yard = Yard()
    given.returning(yard)
    yard.settle()

    course = yard.progress()
    assert ends_once_and_rises(course)
    assert (course[-1]["status"], course[-1]["result"]) == ("partially_done", Code.SENT_HOME)
    assert course[-1]["ext"]["break_point"]["break_reason"] == 1283
    assert yard.told("return_home_info")
    assert yard.state.mode == "docked"


@pytest.mark.parametrize("seconds", [0, 3, 6, 9, 11, 13])
def test_a_task_is_resumed_where_it_broke_off(seconds: int) -> None:
    """A second task with the break point of the first takes exactly the photos that are missing."""
    yard = Yard()
    yard.fly()
    yard.wait_for("wayline")
    yard.wait(seconds)
    yard.ok("return_home")
    yard.settle()
    first = yard.machine.flights["f1"].photos
    point = yard.progress()[-1]["ext"]["break_point"]

    yard.fly("f2", break_point=point)
    yard.settle()

    second = yard.machine.flights["f2"].photos
    places = [photo.place for photo in (*first, *second)]
    wanted = survey_points(ABOVE, 6)
    assert len(places) == 6
    assert all(place.distance_m(want) < 0.01 for place, want in zip(places, wanted, strict=True))
    assert yard.progress("f2")[-1]["status"] == "ok"


def test_a_break_point_that_the_route_does_not_have_fails_the_task() -> None:
    """A task with a break point outside its route ends as failed on the ground."""
    yard = Yard()
    yard.fly(break_point={"index": 60, "state": 0, "progress": 0.5, "wayline_id": 0})
    yard.settle()

    assert (yard.progress()[-1]["status"], yard.progress()[-1]["result"]) == ("failed", Code.NO_BREAK_POINT)
    assert yard.machine.flights["f1"].photos == ()


def test_a_break_point_of_zeros_breaks_nothing_off() -> None:
    """The break point of zeros in the platform's example starts the route at its beginning."""
    zeros = {"index": 0, "state": 0, "progress": 0.0, "wayline_id": 0, "break_reason": 0, "latitude": 0.0,
             "longitude": 0.0, "height": 0.0, "attitude_head": 0.0}  # fmt: skip
    yard = Yard()
    yard.fly(break_point=zeros)
    yard.settle()

    assert len(yard.machine.flights["f1"].photos) == 6


@pytest.mark.parametrize(
    ("kmz", "code"),
    [
        (None, Code.NOT_FETCHED),
        (KMZ + b" ", Code.WRONG_FINGERPRINT),
    ],
)
def test_a_file_that_is_not_the_one_meant_fails_the_task(kmz: bytes | None, code: Code) -> None:
    """Without the file, or with another than the fingerprint's, a task ends as failed and nothing has flown."""
    yard = Yard(kmz=kmz)
    yard.fly()
    yard.settle()

    course = yard.progress()
    assert ends_once_and_rises(course)
    assert (course[-1]["status"], course[-1]["result"]) == ("failed", code)
    assert yard.state.mode == "docked"
    assert yard.state.cover_open is False


@pytest.mark.parametrize(
    ("kmz", "code"), [(b"no archive", Code.WRONG_FORMAT), (packed("<kml"), Code.UNREADABLE)], ids=["format", "waylines"]
)
def test_a_file_that_cannot_be_read_fails_the_task(kmz: bytes, code: Code) -> None:
    """A file that is the one meant and still no route fails the task on the ground, with the code for that."""
    yard = Yard(kmz=kmz)
    yard.fly(file={"url": "u", "fingerprint": md5(kmz)})
    yard.settle()

    assert (yard.progress()[-1]["status"], yard.progress()[-1]["result"]) == ("failed", code)
    assert yard.machine.flights["f1"].photos == ()


def test_waylines_of_a_file_are_flown_one_after_the_other() -> None:
    """A file with two waylines is flown in their order, each with its own numbers; a break point names its wayline."""
    places = [f"{point.longitude_deg},{point.latitude_deg}" for point in survey_points(ABOVE, 4)]
    kmz = packed(
        document_of(
            folder(placemark(0, places[0], "110"), placemark(1, places[1], "110"), wayline=0),
            folder(placemark(0, places[2], "110"), placemark(1, places[3], "110"), wayline=1),
        )
    )
    yard = Yard(kmz=kmz)
    file = {"url": "u", "fingerprint": md5(kmz)}
    yard.fly(file=file)
    yard.settle()
    numbers = [
        (output["ext"]["wayline_id"], output["ext"]["current_waypoint_index"])
        for output in yard.progress()
        if output["ext"]["wayline_mission_state"] == 6
    ]
    assert numbers == [(0, 0), (0, 1), (1, 0), (1, 1)]

    yard.fly("f2", file=file, break_point={"index": 0, "state": 1, "progress": 0.0, "wayline_id": 1})
    yard.settle()
    assert len(yard.machine.flights["f2"].photos) == 1


def test_a_cancelled_return_hovers_until_sent_again() -> None:
    """return_home_cancel leaves the aircraft in the air and tells so; the next return_home brings it home."""
    yard = Yard()
    given.returning(yard)
    yard.wait(2)
    yard.ok("return_home_cancel")
    assert yard.phase == "hovering"
    assert yard.told("device_exit_homing_notify") == [{"sn": GATEWAY, "action": 1, "reason": 10}]
    held = yard.machine.place
    yard.wait(30)
    assert yard.machine.place == held

    yard.ok("return_home")
    yard.settle()

    assert [data["action"] for data in yard.told("device_exit_homing_notify")] == [1, 0]
    assert yard.state.mode == "docked"
    assert ends_once_and_rises(yard.progress())


def test_a_low_battery_turns_the_aircraft_back() -> None:
    """In the air the battery falls; when it is low the aircraft comes home by itself, and the task says why."""
    far = [ABOVE.moved(3000 * (index + 1), 0, 0) for index in range(6)]
    kmz = write_kmz(far)
    yard = Yard(kmz=kmz, battery_percent=40.0)
    yard.fly(file={"url": "u", "fingerprint": md5(kmz)})
    yard.wait_for("returning", most_s=3000)
    assert 24 < yard.state.battery_percent < 26
    yard.settle()

    last = yard.progress()[-1]
    assert (last["status"], last["result"]) == ("partially_done", Code.LOW_BATTERY)
    assert last["ext"]["break_point"]["break_reason"] == 773


def test_the_battery_fills_in_the_dock() -> None:
    """In its dock the aircraft charges, up to full and no further."""
    yard = Yard(battery_percent=50.0, charge_s=1000.0)
    yard.wait(100)
    assert yard.state.battery_percent == pytest.approx(60)
    yard.wait(10_000)
    assert yard.state.battery_percent == 100


def test_a_simulated_task_moves_nothing() -> None:
    """With simulate_mission the course is told, and neither aircraft nor battery nor camera moves."""
    yard = Yard()
    yard.fly(simulate_mission={"is_enable": 1, "latitude": 10.0, "longitude": 10.0})
    yard.wait_for("wayline")
    yard.wait(8)
    assert yard.machine.place == HOME
    yard.settle()

    assert yard.progress()[-1]["status"] == "ok"
    assert yard.machine.flights["f1"].photos == ()


def test_a_timed_task_waits_for_its_moment() -> None:
    """A timed task that is executed early says `sent`, and begins at its start, not before, however hurried."""
    yard = Yard()
    yard.ok("flighttask_prepare", task(task_type=1, execute_time=int(NOW * 1000) + 90_000))
    yard.ok("flighttask_execute", {"flight_id": "f1"})
    yard.settle()
    assert [output["status"] for output in yard.progress()] == ["sent"]

    yard.wait(91)
    yard.settle()

    assert yard.progress()[-1]["status"] == "ok"


def test_a_conditional_task_is_announced_when_it_could_start() -> None:
    """flighttask_ready comes once, in the window and with enough charge; then the task is executed."""
    window = {"begin_time": int(NOW * 1000) + 60_000, "end_time": int(NOW * 1000) + 600_000, "battery_capacity": 96}
    yard = Yard()
    yard.ok("flighttask_prepare", task(task_type=2, ready_conditions=window))
    yard.wait(59)
    assert yard.told("flighttask_ready") == []
    yard.wait(10)
    yard.wait(60)
    assert yard.told("flighttask_ready") == [{"flight_ids": ["f1"]}]

    yard.ok("flighttask_execute", {"flight_id": "f1"})
    yard.settle()
    assert yard.progress()[-1]["status"] == "ok"


def test_an_undone_task_is_forgotten() -> None:
    """After flighttask_undo the task cannot be executed, and its id is free again."""
    yard = Yard()
    given.prepared(yard)
    yard.ok("flighttask_undo", {"flight_ids": ["f1"]})

    assert yard.result("flighttask_execute", {"flight_id": "f1"}) == Code.NOT_PREPARED
    yard.ok("flighttask_prepare", task())


def test_a_preparation_is_given_up_at_the_home_point() -> None:
    """flight_setup_abort on the first generation cancels a task before take-off; after it, it is refused."""
    yard = Yard(dock_generation="dock1")
    given.setting_up(yard)
    yard.ok("flight_setup_abort")
    assert (yard.progress()[-1]["status"], yard.progress()[-1]["result"]) == ("canceled", Code.STOPPED)
    assert yard.state.mode == "docked"

    yard.fly("f2")
    yard.wait_for("wayline")
    assert yard.result("flight_setup_abort") == Code.ABORT_TOO_LATE


def test_a_take_off_reaches_its_point_and_flies_on() -> None:
    """takeoff_to_point and fly_to_point tell their course, and end over their targets."""
    yard = Yard()
    given.hovering(yard)
    told = [data["status"] for data in yard.told("takeoff_to_point_progress")]
    assert told == ["wayline_progress", "wayline_ok", "task_finish"]
    assert yard.machine.place.height_m == 120

    yard.ok("fly_to_point", {"fly_to_id": "g1", "max_speed": 10, "points": [given.POINT]})
    yard.wait(5)
    yard.ok("fly_to_point_stop")
    assert yard.told("fly_to_point_progress")[-1]["status"] == "wayline_cancel"
    yard.ok("fly_to_point", {"fly_to_id": "g2", "max_speed": 10, "points": [given.POINT]})
    yard.wait_for("hovering")

    last = yard.told("fly_to_point_progress")[-1]
    assert (last["fly_to_id"], last["status"], last["remaining_distance"]) == ("g2", "wayline_ok", 0)
    assert yard.machine.place.latitude_deg == pytest.approx(given.POINT["latitude"])
    yard.ok("return_home")
    yard.settle()
    assert yard.state.mode == "docked"


def test_an_emergency_stop_brakes() -> None:
    """drone_emergency_stop leaves the aircraft hovering where it is."""
    yard = Yard()
    given.flying_to(yard)
    yard.wait(3)
    yard.ok("drone_emergency_stop")
    held = yard.machine.place
    yard.wait(20)

    assert yard.phase == "hovering"
    assert yard.machine.place == held


def test_sticks_move_the_aircraft() -> None:
    """Steering by hand moves the aircraft ahead on its heading."""
    yard = Yard(dock_generation="dock3")
    given.hovering(yard)
    before = yard.machine.place
    heading = math.radians(yard.state.heading_deg)
    yard.ok("stick_control", {"roll": 1024, "pitch": 1684, "throttle": 1024, "yaw": 1024})
    after = yard.machine.place

    assert before.distance_m(after) == pytest.approx(3.0, rel=0.01)
    assert math.copysign(1, after.longitude_deg - before.longitude_deg) == math.copysign(1, math.sin(heading))


def test_a_photo_by_command_belongs_to_the_flight() -> None:
    """camera_photo_take in the air adds a photo to the flight and tells its course; a panorama adds eight."""
    yard = Yard()
    given.hovering(yard)
    yard.ok("camera_photo_take", {"payload_index": "80-0-0"})
    yard.wait(5)
    assert len(yard.machine.flights["t1"].photos) == 1
    statuses = [data["output"]["status"] for data in yard.told("camera_photo_take_progress")]
    assert statuses == ["in_progress", "ok"]

    yard.ok("camera_mode_switch", {"payload_index": "80-0-0", "camera_mode": 3})
    yard.ok("camera_photo_take", {"payload_index": "80-0-0"})
    yard.wait(30)
    assert len(yard.machine.flights["t1"].photos) == 9


def test_an_upgrade_changes_the_firmware_and_blocks_flying() -> None:
    """ota_create tells its course; flying is refused meanwhile, and the new version shows after it."""
    yard = Yard()
    yard.ok("ota_create", {"devices": [given.FIRMWARE]})
    yard.ok("flighttask_prepare", task())
    assert yard.result("flighttask_execute", {"flight_id": "f1"}) == Code.UPGRADING
    yard.settle()

    percents = [data["output"]["progress"]["percent"] for data in yard.told("ota_progress")]
    assert percents == [0, 20, 40, 60, 80, 100]
    assert yard.state.firmware == "10.02.0001"


def test_logs_are_uploaded_or_given_up() -> None:
    """Log uploads tell their course to the end, or that they were given up."""
    yard = Yard()
    yard.ok("fileupload_start", given.LOGS)
    yard.settle()
    assert [data["output"]["status"] for data in yard.told("fileupload_progress")] == ["in_progress"] * 4 + ["ok"]

    given.uploading(yard)
    yard.ok("fileupload_update", {"status": "cancel", "module_list": ["3"]})
    yard.settle()
    assert yard.told("fileupload_progress")[-1]["output"]["status"] == "canceled"
