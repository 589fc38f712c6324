"""The platform's end of MQTT, with a foreign device in the dock's place."""

import json
import queue
import threading
from collections.abc import Callable, Iterator
from typing import Any

import paho.mqtt.client as paho
import pytest
from paho.mqtt.enums import CallbackAPIVersion

from skybind_emulators.downlink.bridge import Bridge, NotDelivered, Request
from skybind_emulators.downlink.broker import Broker, NotConnected, start_broker

MakeBridge = Callable[..., Bridge]
SERIAL = "FOREIGN01"
ROOT = f"thing/product/{SERIAL}"


class Device:
    """A device of plain paho-mqtt."""

    def __init__(self, broker: Broker) -> None:
        self.inbox: queue.Queue[tuple[str, dict[str, Any], int]] = queue.Queue()
        self.client = paho.Client(CallbackAPIVersion.VERSION2, client_id=SERIAL)
        ready = threading.Event()
        self.client.on_subscribe = lambda *_: ready.set()
        self.client.on_message = self._on_message
        self.client.connect(broker.address.host, broker.address.port)
        self.client.loop_start()
        self.client.subscribe([(f"{ROOT}/services", 2), (f"{ROOT}/events_reply", 1), (f"{ROOT}/requests_reply", 1),
                               (f"sys/product/{SERIAL}/status_reply", 1)])  # fmt: skip
        assert ready.wait(5)

    def _on_message(self, _client: Any, _data: Any, message: paho.MQTTMessage) -> None:
        self.inbox.put((message.topic, json.loads(message.payload), message.qos))

    def next(self) -> tuple[str, dict[str, Any], int]:
        return self.inbox.get(timeout=5)

    def say(self, kind: str, body: Any, *, qos: int = 1, root: str = ROOT) -> None:
        payload = body if isinstance(body, bytes) else json.dumps(body)
        self.client.publish(f"{root}/{kind}", payload, qos)


@pytest.fixture
def device(broker: Broker) -> Iterator[Device]:
    made = Device(broker)
    yield made
    made.client.disconnect()
    made.client.loop_stop()


@pytest.fixture
def replies() -> "queue.Queue[Any]":
    return queue.Queue()


def test_a_command_reaches_a_foreign_device_once(make_bridge: MakeBridge, device: Device) -> None:
    """deliver publishes one message with DJI's envelope, with QoS 0, and returns its tid."""
    tid = make_bridge().deliver(SERIAL, "cover_open", {"a": 1}, "bid-1")

    topic, body, qos = device.next()
    assert topic == f"{ROOT}/services"
    assert qos == 0
    stamp = body.pop("timestamp")
    assert len(str(stamp)) == 13
    assert body == {"tid": tid, "bid": "bid-1", "method": "cover_open", "gateway": SERIAL, "data": {"a": 1}}
    assert device.inbox.empty()


def test_many_commands_from_many_threads_arrive_once_each(make_bridge: MakeBridge, device: Device) -> None:
    """Commands that are delivered at the same time arrive once each."""
    bridge = make_bridge()

    def send(worker: int) -> None:
        for number in range(25):
            bridge.deliver(SERIAL, "heart_beat", {}, "b", tid=f"{worker}-{number}")

    threads = [threading.Thread(target=send, args=[worker]) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    got = [device.next()[1]["tid"] for _ in range(100)]
    assert sorted(got) == sorted(f"{worker}-{number}" for worker in range(4) for number in range(25))


def test_replies_are_told_as_they_are(make_bridge: MakeBridge, device: Device, replies: "queue.Queue[Any]") -> None:
    """A reply is handed on with gateway, tid, bid, method and data; what is missing is empty or None."""
    bridge = make_bridge()
    bridge.on_reply(lambda *given: replies.put(given))
    device.say("services_reply", {"tid": "t", "bid": "b", "method": "m", "data": {"result": 7, "x": [1]}})
    device.say("services_reply", {"tid": 5, "data": "text"})
    device.say("services_reply", b"no json")
    device.say("services_reply", {"tid": "end"})

    assert replies.get(timeout=5) == (SERIAL, "t", "b", "m", {"result": 7, "x": [1]})
    assert replies.get(timeout=5) == (SERIAL, "", "", "", None)
    assert replies.get(timeout=5) == (SERIAL, "end", "", "", None)


def test_a_repeated_reply_is_told_once(make_bridge: MakeBridge, device: Device, replies: "queue.Queue[Any]") -> None:
    """The same bytes on the same topic, as QoS 1 may deliver them again, are told once; a second answer is told."""
    bridge = make_bridge()
    bridge.on_reply(lambda *given: replies.put(given))
    first = {"tid": "t", "timestamp": 1, "method": "m", "data": {"result": 0}}
    for body in (first, first, {**first, "timestamp": 2}):
        device.say("services_reply", body)

    assert replies.get(timeout=5)[1] == "t"
    assert replies.get(timeout=5)[1] == "t"
    assert bridge.repeats == 1
    assert replies.empty()


def test_events_are_acknowledged_when_they_ask_for_it(
    make_bridge: MakeBridge, device: Device, replies: "queue.Queue[Any]"
) -> None:
    """An event with need_reply 1 has its events_reply with result 0; one without has none."""
    bridge = make_bridge()
    bridge.on_event(lambda *given: replies.put(given))
    device.say("events", {"tid": "1", "bid": "b", "method": "hms", "need_reply": 0, "data": {"n": 1}})
    device.say("events", {"tid": "2", "bid": "b", "method": "hms", "need_reply": 1, "data": {"n": 2}})

    topic, body, _ = device.next()
    assert topic == f"{ROOT}/events_reply"
    assert (body["tid"], body["bid"], body["method"], body["data"]) == ("2", "b", "hms", {"result": 0})
    assert [replies.get(timeout=5)[4] for _ in range(2)] == [{"n": 1}, {"n": 2}]
    assert device.inbox.empty()


def test_requests_are_answered_where_they_were_asked(make_bridge: MakeBridge, device: Device) -> None:
    """An answer goes to requests_reply, for topology to status_reply, with the request's tid and bid."""
    bridge = make_bridge()
    asked: queue.Queue[Request] = queue.Queue()
    bridge.on_request(asked.put)
    device.say("requests", {"tid": "1", "bid": "b", "method": "config", "data": {"config_scope": "product"}})
    request = asked.get(timeout=5)
    assert (request.gateway_sn, request.method, request.data) == (SERIAL, "config", {"config_scope": "product"})
    bridge.answer_request(request, {"result": 0, "output": {"ntp_server_host": "127.0.0.1"}})
    topic, body, _ = device.next()
    assert (topic, body["tid"], body["data"]["result"]) == (f"{ROOT}/requests_reply", "1", 0)

    device.say("status", {"tid": "2", "bid": "c", "method": "update_topo", "data": {}}, root=f"sys/product/{SERIAL}")
    bridge.answer_request(asked.get(timeout=5), {"result": 0})
    topic, body, _ = device.next()
    assert (topic, body["tid"], body["bid"]) == (f"sys/product/{SERIAL}/status_reply", "2", "c")


def test_an_error_in_a_callback_ends_nothing(
    make_bridge: MakeBridge, device: Device, replies: "queue.Queue[Any]", caplog: pytest.LogCaptureFixture
) -> None:
    """A callback that fails is logged; later replies are told."""
    bridge = make_bridge()

    def fails(_sn: str, tid: str, *_: Any) -> None:
        replies.put(tid)
        raise ZeroDivisionError

    bridge.on_reply(fails)
    device.say("services_reply", {"tid": "1"})
    device.say("services_reply", {"tid": "2"})

    assert [replies.get(timeout=5), replies.get(timeout=5)] == ["1", "2"]
    bridge.close()
    assert "callback" in caplog.text


def test_without_a_broker_nothing_leaves_or_waits() -> None:
    """While the broker is not reached, deliver refuses, and what was refused does not leave later."""
    changes: queue.Queue[bool] = queue.Queue()
    broker = start_broker()
    port = broker.address.port
    with Bridge(broker.url) as bridge:
        bridge.on_connection(changes.put)
        broker.close()
        assert changes.get(timeout=5) is False
        assert not bridge.connected
        with pytest.raises(NotDelivered):
            bridge.deliver(SERIAL, "cover_open", {}, "b")

        with start_broker(port=port) as again:
            device = Device(again)
            assert changes.get(timeout=10) is True
            bridge.deliver(SERIAL, "cover_close", {}, "b")
            assert device.next()[1]["method"] == "cover_close"
            assert device.inbox.empty()
            device.client.disconnect()
            device.client.loop_stop()


def test_no_broker_at_all_is_said_so() -> None:
    """A bridge to a port where nothing listens says so when it starts, without the password."""
    with start_broker() as broker:
        url = broker.url.replace("mqtt://", "mqtt://u:s3cret@")
    with pytest.raises(NotConnected, match="no MQTT broker") as refused:
        Bridge(url).start()
    assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize("serial", ["", "a/b", "+", "#"])
def test_a_serial_number_cannot_change_the_topic(make_bridge: MakeBridge, serial: str) -> None:
    """A serial number with the signs of topics in it is refused."""
    with pytest.raises(ValueError, match="serial number"):
        make_bridge().deliver(serial, "cover_open", {}, "b")
