"""The platform on real sockets with its broker and dock, with a device of somebody else's in the dock's place, and as
a program of its own."""

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import paho.mqtt.client as mqtt
import pytest

from skybind_emulators import Running, Settings, start
from skybind_emulators.downlink.broker import NotConnected, start_broker
from skybind_emulators.downlink.dock import DockRules
from skybind_emulators.downlink.dock.kmz import survey_points, write_kmz
from skybind_emulators.downlink.dock.places import Place
from skybind_emulators.server import PortInUse
from skybind_emulators.settings import DownlinkRules
from unit.emulators.downlink_platform.harness import COMMANDS, Signs

FINAL = ("SUCCEEDED", "FAILED", "TIMED_OUT", "UNMATCHED_RESPONSE")


class Client:
    """Speaks to a running platform."""

    def __init__(self, ready: dict[str, Any]) -> None:
        self.facts: dict[str, str] = ready["services"]["downlink"]
        auth = Signs(self.facts["api_id"], self.facts["api_key"], time.time)
        self.http = httpx.Client(base_url=self.facts["base_url"], auth=auth, trust_env=False)

    def post(self, command_type: str, key: str, payload: Any = None, **more: Any) -> httpx.Response:
        """Send a command."""
        body = {"vendor": "dji", "device_id": self.facts["device_id"], "command_type": command_type}
        return self.http.post(COMMANDS, json={**body, "payload": payload or {}, "idempotency_key": key, **more})

    def ended(self, command_id: str) -> dict[str, Any]:
        """The command, once it has ended."""
        deadline = time.monotonic() + 10
        while True:
            state: dict[str, Any] = self.http.get(f"{COMMANDS}/{command_id}").json()
            if state["status"] in FINAL or time.monotonic() > deadline:
                return state
            time.sleep(0.01)


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """The platform, its broker and its dock on loopback."""
    with start(Settings(services=("downlink",))) as running:
        yield running


@pytest.fixture
def client(running: Running) -> Iterator[Client]:
    """A client; faults are cleared afterwards."""
    client = Client(running.ready)
    yield client
    client.http.close()
    running.faults.clear()


def test_the_ready_line_has_all_that_a_client_needs(running: Running) -> None:
    """These six, and no secret in a repr."""
    facts = running.ready["services"]["downlink"]
    assert set(facts) == {"base_url", "api_id", "api_key", "device_id", "mqtt_url", "gateway_sn"}
    assert facts["mqtt_url"].startswith("mqtt://127.0.0.1:")
    assert facts["device_id"] == "drone-001"
    assert facts["api_key"] not in repr(running)


def test_a_command_goes_through_mqtt_and_back(running: Running, client: Client) -> None:
    """The dock gets it once, with the payload as it was sent; its reply ends it."""
    made = client.post("flight_areas_update", "through").json()
    state = client.ended(made["command_id"])
    assert state["vendor_response"]["result"] == int(state["response_code"])
    dock = running.downlink.dock
    assert dock is not None
    [arrived] = dock.arrivals("flight_areas_update")
    [command] = [one for one in running.downlink.commands if one.command_id == made["command_id"]]
    assert (arrived.tid, arrived.data) == (command.tid, {})


@pytest.mark.parametrize("kind", ["lose-answer", "truncated", "duplicate"])
def test_whatever_becomes_of_the_answer_the_dock_gets_one_message(running: Running, client: Client, kind: str) -> None:
    """The caller asks again with the key until it is told the command: still one message."""
    running.faults.add("downlink.createCommand", kind, count=2)
    answer = None
    for _ in range(5):
        try:
            answer = client.post("battery_store_mode_switch", kind, {"action": 1})
        except httpx.TransportError:
            continue
        if answer.status_code < 300:
            break
    assert answer is not None
    assert answer.status_code == 200
    client.ended(answer.json()["command_id"])
    dock = running.downlink.dock
    assert dock is not None
    tids = {one.tid for one in running.downlink.commands if one.intent.idempotency_key == kind}
    assert len([one for one in dock.arrivals("battery_store_mode_switch") if one.tid in tids]) == len(tids) == 1


def test_many_callers_with_one_key(running: Running, client: Client) -> None:
    """Twenty requests on as many connections: one command, one message."""

    def send(_: int) -> int:
        with_own = Client(running.ready)
        status = with_own.post("alarm_state_switch", "many", {"action": 1}).status_code
        with_own.http.close()
        return status

    with ThreadPoolExecutor(8) as threads:
        statuses = sorted(threads.map(send, range(20)))
    assert statuses == [200] * 19 + [202]
    client.ended(client.post("alarm_state_switch", "many", {"action": 1}).json()["command_id"])
    dock = running.downlink.dock
    assert dock is not None
    assert len(dock.arrivals("alarm_state_switch")) == 1


def test_the_dock_s_own_requests_are_answered(client: Client) -> None:
    """It told its topology and asked for its configuration when it started."""
    sources: dict[str, str] = {}
    deadline = time.monotonic() + 5
    while not {"update_topo", "config"} <= set(sources) and time.monotonic() < deadline:
        items = client.http.get("/api/v1/open/device-requests").json()["items"]
        sources = {one["request_type"]: one.get("reply_source") for one in items}
    assert (sources["update_topo"], sources["config"]) == ("auto", "auto")


def test_an_uploaded_file_is_downloaded_again(client: Client) -> None:
    """By links that need no header; the bucket is told by the resources."""
    [resource] = client.http.get("/api/v1/open/objects/resources").json()["items"]
    wanted = {"bucket": resource["bucket"], "object_key": "waylines/a b.kmz"}
    links = [
        client.http.post("/api/v1/open/objects/presign", json=wanted | {"method": method}).json()["url"]
        for method in ("PUT", "GET")
    ]
    assert httpx.put(links[0], content=b"kmz", trust_env=False).status_code == 200
    assert httpx.get(links[1], trust_env=False).content == b"kmz"


def test_a_silent_dock_is_timed_out(running: Running, client: Client) -> None:
    """The command says so when the platform's time is advanced; the late answer changes nothing."""
    dock = running.downlink.dock
    assert dock is not None
    dock.mute("supplement_light_open")
    made = client.post("supplement_light_open", "silent", timeout_seconds=20).json()
    running.downlink.clock.advance(21)
    state = client.ended(made["command_id"])
    assert (state["status"], state["failure_code"]) == ("TIMED_OUT", "RESPONSE_TIMEOUT")


class ForeignDock:
    """A device that somebody wrote with paho-mqtt alone: says 0 to everything, and asks for a task's file."""

    def __init__(self, facts: dict[str, str]) -> None:
        self.sn = facts["gateway_sn"]
        self.got: list[dict[str, Any]] = []
        self.answers: list[dict[str, Any]] = []
        self.here = threading.Event()
        self.client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, client_id="foreign-dock")
        self.client.on_subscribe = lambda *_: self.here.set()
        self.client.on_message = self.told
        host, _, port = facts["mqtt_url"].removeprefix("mqtt://").partition(":")
        self.client.connect(host, int(port))
        topics = [(f"thing/product/{self.sn}/{name}", 1) for name in ("services", "requests_reply")]
        self.client.subscribe(topics)
        self.client.loop_start()
        assert self.here.wait(5)

    def told(self, client: Any, _: Any, message: mqtt.MQTTMessage) -> None:
        body = json.loads(message.payload)
        if message.topic.endswith("requests_reply"):
            self.answers.append(body)
            return
        self.got.append(body)
        reply = {**{name: body[name] for name in ("tid", "bid", "method")}, "timestamp": 0, "data": {"result": 0}}
        client.publish(f"thing/product/{self.sn}/services_reply", json.dumps(reply))
        if body["method"] == "flighttask_execute":
            asked = {**body, "tid": "mine", "method": "flighttask_resource_get"}
            client.publish(f"thing/product/{self.sn}/requests", json.dumps(asked))

    def close(self) -> None:
        self.client.disconnect()
        self.client.loop_stop()


def test_a_foreign_device_takes_the_dock_s_place() -> None:
    """Without a dock of ours it gets DJI's envelope, answers, asks for the file, and is told the prepared one."""
    with start(Settings(services=("downlink",), downlink=DownlinkRules(dock=False))) as running:
        assert running.downlink.dock is None
        client = Client(running.ready)
        dock = ForeignDock(client.facts)
        file = {"url": "https://example.com/a.kmz", "fingerprint": "0" * 32}
        numbers = ("execute_time", "exit_wayline_when_rc_lost", "out_of_control_action", "rth_altitude", "task_type")
        payload = {"flight_id": "f-1", "file": file, "rth_mode": 1, **dict.fromkeys(numbers, 0)}
        prepared = client.post("flighttask_prepare", "p", payload).json()
        assert client.ended(prepared["command_id"])["status"] == "SUCCEEDED"
        started = client.post("flighttask_execute", "e", {"flight_id": "f-1"}).json()
        assert client.ended(started["command_id"])["status"] == "SUCCEEDED"
        deadline = time.monotonic() + 5
        while not dock.answers and time.monotonic() < deadline:
            time.sleep(0.01)
        dock.close()
        client.http.close()
    assert [one["method"] for one in dock.got] == ["flighttask_prepare", "flighttask_execute"]
    assert set(dock.got[0]) >= {"tid", "bid", "timestamp", "method", "gateway", "data"}
    assert (dock.got[0]["data"], dock.got[0]["bid"]) == (payload, "f-1")
    [answer] = dock.answers
    assert (answer["tid"], answer["data"]) == ("mine", {"result": 0, "output": {"file": file}})


def test_a_broker_of_somebody_else_s() -> None:
    """Given by its address, with a password, it carries the commands; the ready line says which it is."""
    with start_broker(username="dock", password="secret") as broker:
        settings = Settings(services=("downlink",), mqtt_url=broker.url)
        assert "secret" not in repr(settings)
        with start(settings) as running:
            client = Client(running.ready)
            assert client.facts["mqtt_url"] == broker.url
            state = client.ended(client.post("debug_mode_open", "k").json()["command_id"])
            client.http.close()
        assert state["status"] == "SUCCEEDED"


def test_a_broker_that_is_not_there_is_told() -> None:
    """Before anything is served."""
    with (
        pytest.raises(NotConnected, match="127"),
        start(Settings(services=("downlink",), mqtt_url="mqtt://127.0.0.1:9")),
    ):
        pass


def test_ports_can_be_chosen() -> None:
    """The platform's and the broker's; a taken one is told before anything is started."""
    with start(Settings(services=("downlink",))) as first:
        facts = first.ready["services"]["downlink"]
        ports = [int(facts[name].rpartition(":")[2]) for name in ("base_url", "mqtt_url")]
        for name, port in zip(("downlink_port", "mqtt_port"), ports, strict=True):
            with pytest.raises(PortInUse), start(Settings(services=("downlink",), **{name: port})):
                pass
    chosen = Settings(services=("downlink",), downlink_port=ports[0], mqtt_port=ports[1])
    with start(chosen) as second:
        facts = second.ready["services"]["downlink"]
        assert [int(facts[name].rpartition(":")[2]) for name in ("base_url", "mqtt_url")] == ports


@pytest.mark.parametrize("url", ["canary", "http://canary", "mqtt://", "mqtt://canary b", "mqtt://canary:x"])
def test_an_address_of_a_broker_has_a_form(url: str) -> None:
    """One sentence, which does not repeat what may hold a password."""
    with pytest.raises(ValueError, match="mqtt_url is not") as told:
        Settings(mqtt_url=url)
    assert "canary" not in str(told.value)


def test_the_service_can_be_left_out() -> None:
    """It says so when it is asked for."""
    with start(Settings(services=("terra",))) as running, pytest.raises(ValueError, match="downlink"):
        running.downlink  # noqa: B018


def test_the_log_shows_operations_and_no_secrets() -> None:
    """Method, path, operation, status; never a body, a nonce or a signature."""
    log = io.StringIO()
    with start(Settings(services=("downlink",)), log=log) as running:
        client = Client(running.ready)
        client.post("return_home", "canary-key")
        client.http.get("/api/v1/open/device-requests?device_id=canary")
        client.http.close()
    lines = [line.rsplit(" ", 2)[0] for line in log.getvalue().splitlines() if line.startswith("downlink")]
    assert lines == [
        f"downlink POST {COMMANDS} createCommand 202",
        "downlink GET /api/v1/open/device-requests listDeviceRequests 200",
    ]
    for secret in ("canary", client.facts["api_key"], client.facts["api_id"]):
        assert secret not in log.getvalue()


def test_the_program_serves_the_downlink_alone() -> None:
    """--services, --no-dock, --fault, the ready line, exit code 0."""
    command = [sys.executable, "-m", "skybind_emulators", "--services", "downlink", "--no-dock"]
    command += ["--fault", "downlink.createCommand:status-503:1"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert program.stdout is not None
    ready = json.loads(program.stdout.readline())
    client = Client(ready)
    statuses = [client.post("return_home", "k").status_code for _ in range(2)]
    items = client.http.get("/api/v1/open/device-requests").json()["items"]
    client.http.close()
    program.send_signal(signal.SIGTERM)
    program.communicate(timeout=20)
    assert (list(ready["services"]), statuses, items, program.returncode) == (["downlink"], [503, 202], [], 0)


def test_a_drone_is_sent_over_https_and_comes_home(running: Running, client: Client) -> None:
    """File up by a link, task prepared and executed; the dock fetches the file again by itself, flies, takes its photos
    and is back in the dock."""
    dock = running.downlink.dock
    assert dock is not None
    here = DockRules()
    points = survey_points(Place(here.latitude_deg, here.longitude_deg, here.height_m + 80), 4)
    kmz = write_kmz(points)
    wanted = {"bucket": "utmos-objects", "object_key": "flight.kmz"}
    links = [
        client.http.post("/api/v1/open/objects/presign", json=wanted | {"method": method}).json()["url"]
        for method in ("PUT", "GET")
    ]
    assert httpx.put(links[0], content=kmz, trust_env=False).status_code == 200
    task = {
        "flight_id": "survey-1",
        "execute_time": int(running.downlink.clock.now() * 1000),
        "task_type": 0,
        "file": {"url": links[1], "fingerprint": hashlib.md5(kmz).hexdigest()},
        "rth_altitude": 100,
        "rth_mode": 1,
        "out_of_control_action": 0,
        "exit_wayline_when_rc_lost": 0,
    }
    for command_type, payload in (("flighttask_prepare", task), ("flighttask_execute", {"flight_id": "survey-1"})):
        made = client.post(command_type, command_type, payload).json()
        assert client.ended(made["command_id"])["status"] == "SUCCEEDED"
    deadline = time.monotonic() + 10
    while not (dock.flights and dock.state.mode == "docked") and time.monotonic() < deadline:
        time.sleep(0.01)
    [flight] = dock.flights
    assert (flight.flight_id, flight.status, len(flight.photos)) == ("survey-1", "ok", 4)
    asked = [one for one in running.downlink.device_requests if one.asked.method == "flighttask_resource_get"]
    assert [one.reply_source for one in asked] == ["auto"]
