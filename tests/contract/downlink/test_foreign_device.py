"""``skybind emulate --no-dock`` with a device of somebody else's at the other end, over our broker and Mosquitto."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import paho.mqtt.client as mqtt
import pytest

from harness.command import Command
from skybind import Downlink, Schedule
from skybind.downlink.outcomes import CommandFailed, CommandTimedOut
from skybind_clients.downlink.models import FileuploadList, FlightAreasUpdate, FlighttaskPause, ReturnHome

MOSQUITTO = shutil.which("mosquitto")
NO_MOSQUITTO = pytest.mark.skipif(MOSQUITTO is None, reason="mosquitto is not installed (apt install mosquitto)")
LOGS = {"files": [{"module": "3", "list": []}]}
ANSWERS: Mapping[str, Any] = {
    "return_home": {"result": 0, "output": {"status": "in_progress"}},
    "fileupload_list": {"result": 0, **LOGS},
    "flighttask_pause": {"result": 314002},
}


class Device:
    """Written with paho-mqtt after DJI's documents: takes one command, refuses one, keeps quiet about one."""

    def __init__(self, url: str, gateway_sn: str) -> None:
        self.got: list[dict[str, Any]] = []
        self.listens = threading.Event()
        self.replies = f"thing/product/{gateway_sn}/services_reply"
        self.client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv5, client_id="somebody-s")
        self.client.on_subscribe = lambda *_: self.listens.set()
        self.client.on_message = self.told
        host, _, port = url.removeprefix("mqtt://").partition(":")
        self.client.connect(host, int(port))
        self.client.subscribe(f"thing/product/{gateway_sn}/services", qos=1)
        self.client.loop_start()
        assert self.listens.wait(10)

    def told(self, client: mqtt.Client, _: Any, message: mqtt.MQTTMessage) -> None:
        body = json.loads(message.payload)
        self.got.append(body)
        if (data := ANSWERS.get(body["method"])) is not None:
            reply = {name: body[name] for name in ("tid", "bid", "method")}
            client.publish(self.replies, json.dumps({**reply, "timestamp": int(time.time() * 1000), "data": data}))

    def close(self) -> None:
        self.client.disconnect()
        self.client.loop_stop()


@contextmanager
def mosquitto(folder: Path) -> Iterator[str]:
    """Mosquitto on loopback; its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = folder / "mosquitto.conf"
    settings.write_text(f"listener {port} 127.0.0.1\nallow_anonymous true\npersistence false\n")
    assert MOSQUITTO is not None
    broker = subprocess.Popen([MOSQUITTO, "-c", str(settings)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.02)
        yield f"mqtt://127.0.0.1:{port}"
    finally:
        broker.terminate()
        broker.wait(10)


@pytest.fixture(params=["our broker", pytest.param("mosquitto", marks=NO_MOSQUITTO)])
def facts(request: pytest.FixtureRequest, command: Command, tmp_path: Path) -> Iterator[dict[str, str]]:
    """What the ready line of ``skybind emulate --no-dock`` says of the platform."""

    @contextmanager
    def emulating(*options: str) -> Iterator[dict[str, str]]:
        process = command.begin("emulate", "--no-dock", *options)
        try:
            assert process.stdout is not None
            yield json.loads(process.stdout.readline())["services"]["downlink"]
        finally:
            process.terminate()
            process.communicate(timeout=20)

    if request.param == "mosquitto":
        with mosquitto(tmp_path) as url, emulating("--mqtt-url", url) as facts:
            assert facts["mqtt_url"] == url
            yield facts
    else:
        with emulating() as facts:
            yield facts


def test_a_foreign_device_is_commanded(facts: dict[str, str]) -> None:
    """It gets each command once, in DJI's envelope; what it takes, refuses and keeps quiet about, the client tells."""
    device = Device(facts["mqtt_url"], facts["gateway_sn"])
    settings = {name: facts[name] for name in ("api_id", "api_key", "base_url", "device_id")}
    with Downlink(**settings, schedule=Schedule(first=0.01, longest=0.1)) as client:
        home = client.send(ReturnHome())
        home.wait(20)
        assert home.output == {"status": "in_progress"}
        listed = client.send(FileuploadList(module_list=["3"]))
        assert listed.wait(20).vendor_response.to_dict()["files"] == LOGS["files"]
        with pytest.raises(CommandFailed, match="314002") as refused:
            client.send(FlighttaskPause()).wait(20)
        assert refused.value.meaning
        with pytest.raises(CommandTimedOut, match="may have acted"):
            client.send(FlightAreasUpdate(), timeout_seconds=1).wait(20)
    device.close()
    assert [one["method"] for one in device.got] == [
        "return_home", "fileupload_list", "flighttask_pause", "flight_areas_update",
    ]  # fmt: skip
    assert device.got[1]["data"] == {"module_list": ["3"]}
    for message in device.got:
        assert set(message) >= {"tid", "bid", "timestamp", "method", "data"}
