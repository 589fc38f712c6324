"""A cloud that shares no code with the bridge: plain paho-mqtt and DJI's topics."""

import json
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import paho.mqtt.client as paho
from paho.mqtt.enums import CallbackAPIVersion

from unit.emulators.downlink_dock.dockyard import GATEWAY, KMZ, TERMINAL, md5, task

WITHIN_S = 5.0


class Cloud:
    """Sends commands, keeps what comes back, and gives docks their wayline file."""

    def __init__(self, url: str, file_url: str) -> None:
        self.file: Mapping[str, Any] | None = {"url": file_url, "fingerprint": md5(KMZ)}
        self.storage: Mapping[str, Any] | None = {
            "bucket": "media", "endpoint": file_url.removesuffix("/route.kmz"), "region": "r", "provider": "minio",
            "object_key_prefix": "site-7",
            "credentials": {"access_key_id": "k", "access_key_secret": "s", "security_token": "t+/=", "expire": 3600},
        }  # fmt: skip
        self.received: Mapping[str, bytes] = {}
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self._news = threading.Condition()
        self.client = paho.Client(CallbackAPIVersion.VERSION2, client_id="foreign-cloud")
        ready = threading.Event()
        self.client.on_subscribe = lambda *_: ready.set()
        self.client.on_message = self._on_message
        place = urlsplit(url)
        self.client.connect(place.hostname or "", place.port or 1883)
        self.client.loop_start()
        self.client.subscribe([("thing/product/#", 1), ("sys/product/#", 1)])
        assert ready.wait(WITHIN_S)

    def close(self) -> None:
        self.client.disconnect()
        self.client.loop_stop()

    def send(self, method: str, data: Any = None, *, tid: str | None = None, qos: int = 0) -> str:
        """Publish a command."""
        tid = tid or str(uuid.uuid4())
        body = {"tid": tid, "bid": "b", "timestamp": int(time.time() * 1000), "method": method,
                "data": {} if data is None else data}  # fmt: skip
        self.client.publish(f"thing/product/{GATEWAY}/services", json.dumps(body), qos)
        return tid

    def ask(self, method: str, data: Any = None) -> dict[str, Any]:
        """Publish a command and wait for the `data` of its reply."""
        tid = self.send(method, data)
        reply = self.wait(lambda topic, body: topic.endswith("services_reply") and body["tid"] == tid)
        assert reply["method"] == method
        answered: dict[str, Any] = reply["data"]
        return answered

    def fly(self, flight_id: str = "f1") -> None:
        """Prepare and execute the sample route."""
        assert self.ask("flighttask_prepare", task(flight_id, execute_time=int(time.time() * 1000)))["result"] == 0
        assert self.ask("flighttask_execute", {"flight_id": flight_id})["result"] == 0

    def landed(self) -> dict[str, Any]:
        """Wait for the last word of a task; its output."""
        body = self.wait(
            lambda _, body: (
                body.get("method") == "flighttask_progress"
                and "output" in body["data"]
                and body["data"]["output"]["status"] in TERMINAL
            )
        )
        return {**body["data"]["output"], "result": body["data"]["result"]}

    def wait(self, found: Callable[[str, dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait until a message is found."""
        deadline = time.monotonic() + WITHIN_S
        with self._news:
            while True:
                for topic, body in self.heard:
                    if found(topic, body):
                        return body
                assert self._news.wait(deadline - time.monotonic()), "it did not come"

    def told(self, method: str, kind: str = "events") -> list[dict[str, Any]]:
        """The messages of a method on a kind of topic."""
        with self._news:
            return [body for topic, body in self.heard if topic.endswith(f"/{kind}") and body.get("method") == method]

    def _on_message(self, client: paho.Client, _data: Any, message: paho.MQTTMessage) -> None:
        if message.topic.endswith("/services"):
            return  # its own
        body = json.loads(message.payload)
        known = {
            "flighttask_resource_get": self.file and {"result": 0, "output": {"file": self.file}},
            "storage_config_get": self.storage and {"result": 0, "output": self.storage},
        }
        if message.topic.endswith("/requests") and (data := known.get(body["method"])):
            answer = {"tid": body["tid"], "bid": body["bid"], "timestamp": 1, "method": body["method"]}
            client.publish(f"{message.topic}_reply", json.dumps({**answer, "data": data}), 1)
        with self._news:
            self.heard.append((message.topic, body))
            self._news.notify_all()
