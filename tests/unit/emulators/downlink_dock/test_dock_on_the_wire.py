"""The dock as a cloud sees it that shares no code with it."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.bridge import Bridge
from skybind_emulators.downlink.broker import Broker
from skybind_emulators.downlink.dock import Code, Dock
from unit.emulators.downlink_dock import payloads as given
from unit.emulators.downlink_dock.cloud import Cloud
from unit.emulators.downlink_dock.dockyard import DRONE, GATEWAY, task

MakeDock = Callable[..., Dock]


def until(found: Callable[[], Any]) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + 5
    while not found():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.005)


def test_a_foreign_cloud_flies_a_route(cloud: Cloud, make_dock: MakeDock) -> None:
    """A cloud of plain paho-mqtt flies a KMZ from prepare to landed, with every step told in order."""
    dock = make_dock()
    cloud.fly()

    last = cloud.landed()

    assert (last["status"], last["progress"]["percent"], last["ext"]["media_count"]) == ("ok", 100, 6)
    percents = [body["data"]["output"]["progress"]["percent"] for body in cloud.told("flighttask_progress")]
    assert percents == sorted(percents)
    assert all(body["need_reply"] == 1 and body["bid"] == "f1" for body in cloud.told("flighttask_progress"))
    asked = cloud.told("flighttask_resource_get", "requests")
    assert [body["data"] for body in asked] == [{"flight_id": "f1"}]
    until(lambda: len(cloud.told("file_upload_callback")) == 6)
    assert dock.state.mode == "docked"
    assert dock.executed("flighttask_execute") == len(dock.arrivals("flighttask_execute")) == 1


def test_time_is_the_emulators_own(cloud: Cloud, make_dock: MakeDock) -> None:
    """With speed time:X the flight takes its simulated time, and orders reach it on the way."""
    clock = SimulatedClock(1.0)
    dock = make_dock("time:1", clock)
    cloud.fly()
    cloud.wait(lambda _, body: body.get("method") == "flighttask_progress")
    clock.advance(20)
    cloud.wait(lambda topic, _: topic.endswith("/requests_reply"))
    until(lambda: dock.flights[0].route is not None)
    clock.advance(14)
    until(lambda: dock.state.mode == "flying")
    assert cloud.ask("flighttask_pause")["result"] == 0
    clock.advance(300)
    time.sleep(0.05)
    assert dock.state.mode == "paused"
    assert cloud.ask("flighttask_recovery")["result"] == 0
    clock.advance(300)

    assert cloud.landed()["status"] == "ok"


def test_a_timed_task_begins_by_itself(cloud: Cloud, make_dock: MakeDock) -> None:
    """A timed task waits for its start on the emulators' clock, then is flown without another command."""
    clock = SimulatedClock()
    dock = make_dock("instant", clock)
    start = int(clock.now() * 1000) + 100_000
    assert cloud.ask("flighttask_prepare", task(task_type=1, execute_time=start))["result"] == 0
    assert cloud.ask("flighttask_execute", {"flight_id": "f1"})["result"] == 0
    assert dock.state.mode == "preparing"
    clock.advance(101)

    assert cloud.landed()["status"] == "ok"


def test_looks_move_the_work(cloud: Cloud, make_dock: MakeDock) -> None:
    """With speed polls:N a flight ends at the Nth look; the command that began it is the first."""
    dock = make_dock("polls:5", look_s=12.0, step_s=0.5)
    cloud.fly()
    until(lambda: dock.flights[0].route is not None)
    dock.poll()
    dock.poll()
    dock.poll()
    assert dock.state.mode in ("flying", "returning", "landing")
    dock.poll()

    assert cloud.landed()["status"] == "ok"
    assert dock.state.mode == "docked"


def test_a_repeated_message_is_obeyed_once(cloud: Cloud, make_dock: MakeDock) -> None:
    """A command that comes twice under one tid, as QoS 1 may have it, is obeyed once and answered twice alike."""
    dock = make_dock()
    cloud.ask("debug_mode_open")
    for _ in range(3):
        cloud.send("cover_open", tid="same", qos=1)
    until(lambda: len(dock.arrivals("cover_open")) == 3)
    until(lambda: len(cloud.told("cover_open", "services_reply")) == 3)

    assert dock.executed("cover_open") == 1
    assert len({str(body) for body in cloud.told("cover_open", "services_reply")}) == 1


@pytest.mark.parametrize("method", sorted(given.TAKEN))
def test_every_command_is_answered_over_mqtt(cloud: Cloud, dock_of_all: Dock, method: str) -> None:
    """Each of the 83 commands has a services_reply with its tid, method and a result from DJI's list."""
    _, data, _ = given.TAKEN[method]

    assert cloud.ask(method, data)["result"] in {0, *Code}


@pytest.fixture
def dock_of_all(make_dock: MakeDock) -> Dock:
    return make_dock(dock_generation="dock1")


def test_the_cloud_that_keeps_silent_fails_the_task(cloud: Cloud, make_dock: MakeDock) -> None:
    """A cloud that does not say where the file is has its task failed with the code for that."""
    make_dock(answer_patience_s=0.2)
    cloud.file = None
    cloud.fly()

    assert cloud.landed()["result"] == Code.CLOUD_SILENT


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/x.kmz", "https://127.0.0.1/x.kmz", "http://example.com/x.kmz", "http://[", "{}/none"]
)
def test_a_file_that_cannot_be_had_fails_the_task(cloud: Cloud, make_dock: MakeDock, file_url: str, url: str) -> None:
    """A file that is not there, or not on this machine, fails the task with the code for that."""
    make_dock()
    cloud.file = {"url": url.replace("{}", file_url.rpartition("/")[0]), "fingerprint": "0" * 32}
    cloud.fly()

    assert cloud.landed()["result"] == Code.NOT_FETCHED


def test_a_dock_introduces_itself(cloud: Cloud, make_dock: MakeDock) -> None:
    """A dock that comes up tells which aircraft hangs on it and asks for its configuration."""
    make_dock()

    known = cloud.wait(lambda topic, _: topic == f"sys/product/{GATEWAY}/status")
    assert (known["method"], known["data"]["sub_devices"][0]["sn"]) == ("update_topo", DRONE)
    assert cloud.wait(lambda topic, _: topic.endswith("/requests"))["method"] == "config"


def test_properties_are_told_when_asked_for(cloud: Cloud, make_dock: MakeDock) -> None:
    """With a rate above 0 the dock tells its own and its aircraft's properties."""
    make_dock(osd_hz=50.0)

    told = cloud.wait(lambda topic, _: topic == f"thing/product/{DRONE}/osd")
    assert told["data"]["battery"]["capacity_percent"] == 95
    assert "cover_state" in cloud.wait(lambda topic, _: topic == f"thing/product/{GATEWAY}/osd")["data"]


def test_replies_do_not_wait_for_receipts(make_bridge: Callable[..., Bridge], make_dock: MakeDock) -> None:
    """Small packets leave at once: forty commands in turn take less than the 40 ms each that delayed receipts cost."""
    make_dock()
    bridge, answered = make_bridge(), threading.Semaphore(0)
    bridge.on_reply(lambda *_: answered.release())
    began = time.monotonic()
    for _ in range(40):
        bridge.deliver(GATEWAY, "debug_mode_open", {}, "b")
        assert answered.acquire(timeout=5)

    assert time.monotonic() - began < 1.4


def test_what_is_no_command_is_passed_over(cloud: Cloud, make_dock: MakeDock) -> None:
    """Bytes that are no command do not stop the dock."""
    make_dock()
    for payload in (b"", b"{", b"[]", b'{"tid": 1, "method": []}', b'{"tid": "x"}', b"\xff"):
        cloud.client.publish(f"thing/product/{GATEWAY}/services", payload, 1)

    assert cloud.ask("debug_mode_open")["result"] == 0
    assert cloud.ask("debug_mode_close", [])["result"] == Code.PARAMETERS


class TestMischief:
    """Replies that go wrong on purpose."""

    def replies(self, cloud: Cloud, dock: Dock) -> list[dict[str, Any]]:
        """What is replied to one command, up to the reply of the next."""
        tid = cloud.send("debug_mode_open", tid="first")
        cloud.ask("flight_areas_get")
        assert dock.executed("debug_mode_open") == 1
        assert tid == "first"
        with cloud._news:
            return [body for topic, body in cloud.heard if topic.endswith("services_reply")][:-1]

    def test_mute(self, cloud: Cloud, make_dock: MakeDock) -> None:
        """A muted command is obeyed and has no reply, only so often as asked."""
        dock = make_dock()
        dock.mute("debug_mode_open")
        assert self.replies(cloud, dock) == []
        assert dock.state.debug_mode
        assert cloud.ask("debug_mode_open")["result"] == 0

    def test_late(self, cloud: Cloud, make_dock: MakeDock) -> None:
        """A late reply comes after later ones, and comes."""
        dock = make_dock()
        dock.late("debug_mode_open", seconds=0.1)
        assert self.replies(cloud, dock) == []
        cloud.wait(lambda topic, body: topic.endswith("services_reply") and body["tid"] == "first")

    @pytest.mark.parametrize(
        ("how", "shown"),
        [
            ("tid", [("first-other", "debug_mode_open", 0)]),
            ("method", [("first", "another_method", 0)]),
            ("no-result", [("first", "debug_mode_open", None)]),
            ("no-data", [("first", "debug_mode_open", "no data")]),
            ("duplicate", [("first", "debug_mode_open", 0)] * 2),
        ],
    )
    def test_garbled(self, cloud: Cloud, make_dock: MakeDock, how: Any, shown: list[Any]) -> None:
        """A garbled reply has another tid or method, no result, no data, or comes twice."""
        dock = make_dock()
        dock.garble("*", how=how)

        replies = self.replies(cloud, dock)

        assert [(r["tid"], r["method"], r.get("data", {"result": "no data"}).get("result")) for r in replies] == shown

    def test_behave(self, cloud: Cloud, make_dock: MakeDock) -> None:
        """Mischief can be taken back, and must be of a known kind."""
        dock = make_dock()
        dock.mute(n=100)
        dock.behave()
        assert cloud.ask("debug_mode_open")["result"] == 0
        with pytest.raises(ValueError, match="garbled"):
            dock.garble(how="gone")  # type: ignore[arg-type]


def test_photos_of_a_flight_are_where_it_was(cloud: Cloud, make_dock: MakeDock, tmp_path: Path) -> None:
    """The photos of a flight are rendered, one file each, and their metadata says where the aircraft was."""
    dock = make_dock()
    cloud.fly()
    cloud.landed()

    files = dock.photos_of("f1", tmp_path / "photos", size=40_000)

    taken = dock.flights[0].photos
    assert len(files) == len(taken) == 6
    for file, photo in zip(files, taken, strict=True):
        with Image.open(file) as image:
            gps = image.getexif().get_ifd(0x8825)
        latitude = gps[2][0] + gps[2][1] / 60 + gps[2][2] / 3600
        assert float(latitude) == pytest.approx(photo.place.latitude_deg, abs=1e-7)
        assert float(gps[6]) == pytest.approx(photo.place.height_m, abs=0.01)
    with pytest.raises(KeyError):
        dock.photos_of("never")


def test_photos_are_uploaded_and_then_told(cloud: Cloud, make_dock: MakeDock) -> None:
    """The dock asks for storage when it is home, leaves each photo there as the keys allow, and tells it after that."""
    dock = make_dock(photo_bytes=30_000)
    cloud.fly()
    cloud.landed()
    until(lambda: len(cloud.told("file_upload_callback")) == 6)

    assert [body["data"] for body in cloud.told("storage_config_get", "requests")] == [{"module": 0}]
    for number, (body, photo) in enumerate(
        zip(cloud.told("file_upload_callback"), dock.flights[0].photos, strict=True)
    ):
        file, counted = body["data"]["file"], body["data"]["flight_task"]
        assert file["object_key"] == f"site-7/f1/{file['name']}"
        assert cloud.received[f"/media/{file['object_key']}"].startswith(b"\xff\xd8")
        assert (counted["uploaded_file_count"], counted["expected_file_count"]) == (number + 1, 6)
        assert file["ext"]["flight_id"] == "f1"
        assert file["metadata"]["shoot_position"] == {"lat": photo.place.latitude_deg, "lng": photo.place.longitude_deg}
        assert body["need_reply"] == 1
    assert len(cloud.received) == 6


def test_without_storage_photos_stay_in_the_dock(
    cloud: Cloud, make_dock: MakeDock, caplog: pytest.LogCaptureFixture
) -> None:
    """A cloud that names no storage, or one of a kind that is not known, is told of no photo; the flight is over."""
    dock = make_dock()
    cloud.storage = {**(cloud.storage or {}), "provider": "tape"}
    cloud.fly()
    assert cloud.landed()["status"] == "ok"
    until(lambda: "stay in the dock" in caplog.text)
    assert (cloud.told("file_upload_callback"), cloud.received) == ([], {})
    assert len(dock.flights[0].photos) == 6


def test_a_dock_comes_back_after_a_break(broker: Broker, cloud: Cloud, make_dock: MakeDock) -> None:
    """A dock whose connection broke connects again and obeys; a command sent meanwhile is lost, not late."""
    dock = make_dock()
    broker.cut(GATEWAY)
    until(lambda: GATEWAY not in broker.clients)
    cloud.send("debug_mode_open")
    until(lambda: GATEWAY in broker.clients)
    until(lambda: len(cloud.told("update_topo", "status")) == 2)

    assert cloud.ask("flighttask_prepare", task(execute_time=int(time.time() * 1000)))["result"] == 0
    assert dock.arrivals("debug_mode_open") == []
