"""The embedded broker, held against paho's client in both versions of the protocol."""

import queue
import random
import socket
import threading
from collections.abc import Iterator
from typing import Any

import paho.mqtt.client as paho
import pytest
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.subscribeoptions import SubscribeOptions

from skybind_emulators.downlink.broker import Broker, Link, NotConnected, packets, parse_mqtt_url, start_broker
from skybind_emulators.downlink.broker.topics import matches, valid
from skybind_emulators.server import PortInUse

V311, V5 = MQTTProtocolVersion.MQTTv311, MQTTProtocolVersion.MQTTv5
BOTH = pytest.mark.parametrize("version", [V311, V5], ids=["3.1.1", "5"])


class Client:
    """A paho client whose steps can be waited for."""

    def __init__(self, broker: Broker, name: str, version: Any = V311, *, clean: bool = True, **given: Any) -> None:
        self.inbox: queue.Queue[paho.MQTTMessage] = queue.Queue()
        self.connected = threading.Event()
        self.subscribed = threading.Event()
        self.lost = threading.Event()
        self.reason: Any = None
        self.kept = False
        extra = {} if version == V5 else {"clean_session": clean}
        self.client = paho.Client(CallbackAPIVersion.VERSION2, client_id=name, protocol=version, **extra)
        self.client.on_connect = self._on_connect
        self.client.on_subscribe = lambda *_: self.subscribed.set()
        self.client.on_message = lambda _client, _data, message: self.inbox.put(message)
        self.client.on_disconnect = lambda *_: self.lost.set()
        if "will" in given:
            self.client.will_set(*given.pop("will"))
        if "login" in given:
            self.client.username_pw_set(*given.pop("login"))
        more: dict[str, Any] = {}
        if version == V5:
            more = {"clean_start": clean}
            if not clean:
                more["properties"] = Properties(PacketTypes.CONNECT)
                more["properties"].SessionExpiryInterval = 3600
        self.client.connect(broker.address.host, broker.address.port, **more)
        self.client.loop_start()
        assert self.connected.wait(5)

    def _on_connect(self, _client: Any, _data: Any, flags: Any, reason: Any, _properties: Any) -> None:
        self.kept, self.reason = flags.session_present, reason
        self.connected.set()

    def subscribe(self, *given: Any, **options: Any) -> None:
        self.subscribed.clear()
        self.client.subscribe(*given, **options)
        assert self.subscribed.wait(5)

    def next(self) -> paho.MQTTMessage:
        return self.inbox.get(timeout=5)

    def close(self) -> None:
        self.client.disconnect()
        self.client.loop_stop()


@pytest.fixture
def broker() -> Iterator[Broker]:
    with start_broker() as started:
        yield started


@pytest.fixture
def connect(broker: Broker) -> Iterator[Any]:
    made: list[Client] = []

    def make(*given: Any, **named: Any) -> Client:
        made.append(Client(broker, *given, **named))
        return made[-1]

    yield make
    for client in made:
        client.close()


@BOTH
@pytest.mark.parametrize("qos", [0, 1, 2])
def test_messages_arrive_once_with_their_quality(connect: Any, version: Any, qos: int) -> None:
    """A message arrives once, with the lower of both qualities of service, in order."""
    receiver, sender = connect("r", version), connect("s", version)
    receiver.subscribe("thing/+/x", qos)
    for number in range(5):
        sender.client.publish("thing/a/x", str(number), 2)

    got = [receiver.next() for _ in range(5)]

    assert [message.payload for message in got] == [b"0", b"1", b"2", b"3", b"4"]
    assert {message.qos for message in got} == {qos}
    sender.client.publish("thing/a/x", "end", qos)
    assert receiver.next().payload == b"end"


def test_versions_reach_each_other(connect: Any) -> None:
    """A client of version 5 and one of 3.1.1 hear each other."""
    old, new = connect("old", V311), connect("new", V5)
    old.subscribe("to/old", 1)
    new.subscribe("to/new", 1)
    properties = Properties(PacketTypes.PUBLISH)
    properties.UserProperty = ("a", "b")
    new.client.publish("to/old", "x", 1, properties=properties)
    old.client.publish("to/new", "y", 1)

    assert old.next().payload == b"x"
    assert new.next().payload == b"y"


@BOTH
def test_a_large_message_passes(connect: Any, version: Any) -> None:
    """A message of several hundred kilobytes arrives whole."""
    client = connect("c", version)
    client.subscribe("big", 1)
    client.client.publish("big", b"x" * 300_000, 1)

    assert client.next().payload == b"x" * 300_000


@BOTH
def test_kept_messages_wait_for_their_readers(connect: Any, version: Any) -> None:
    """A retained message is given to a later subscriber, marked as such, until it is cleared."""
    sender = connect("s", version)
    sender.client.publish("state", "on", 1, retain=True).wait_for_publish(5)
    reader = connect("r", version)
    reader.subscribe("state", 1)
    message = reader.next()
    assert (message.payload, message.retain) == (b"on", True)
    sender.client.publish("state", "", 1, retain=True).wait_for_publish(5)
    later = connect("l", version)
    later.subscribe("state", 1)
    sender.client.publish("state", "live", 1).wait_for_publish(5)

    message = later.next()
    assert (message.payload, message.retain) == (b"live", False)


@BOTH
def test_a_will_is_published_when_a_client_is_lost(broker: Broker, connect: Any, version: Any) -> None:
    """The will of a client comes when its connection breaks, and not when it says goodbye."""
    reader = connect("r", version)
    reader.subscribe("will/#", 1)
    connect("polite", version, will=("will/polite", "gone", 1)).close()
    connect("lost", version, will=("will/lost", "gone", 1))
    broker.cut("lost")

    assert reader.next().topic == "will/lost"


@BOTH
def test_an_unconfirmed_message_is_repeated_after_a_break(broker: Broker, connect: Any, version: Any) -> None:
    """A session that lasts gets what came while its client was away."""
    reader = connect("r", version, clean=False)
    reader.subscribe("q", 1)
    reader.close()
    sender = connect("s", version)
    sender.client.publish("q", "meanwhile", 1).wait_for_publish(5)

    again = connect("r", version, clean=False)

    assert again.kept
    assert again.next().payload == b"meanwhile"
    fresh = connect("r", version, clean=True)
    assert not fresh.kept


def test_a_message_is_marked_when_it_is_delivered_again(broker: Broker, connect: Any) -> None:
    """What a client did not confirm comes again with the mark of a repetition, under the same identifier."""
    first = _raw(broker, clean=False)
    first.sendall(b"\x82\x06\x00\x01\x00\x01q\x01")
    assert first.recv(5) == b"\x90\x03\x00\x01\x01"
    connect("s").client.publish("q", "x", 1).wait_for_publish(5)
    once = first.recv(100)
    first.close()
    second = _raw(broker, clean=False, kept=True)
    twice = second.recv(100)
    second.close()

    assert once == b"\x32\x06\x00\x01q\x00\x01x"
    assert twice == b"\x3a" + once[1:]


def test_a_repeated_qos_2_message_is_published_once(broker: Broker, connect: Any) -> None:
    """QoS 2 that is sent twice with the same identifier reaches readers once."""
    reader = connect("reader")
    reader.subscribe("q", 0)
    raw = _raw(broker)
    raw.sendall(b"\x34\x06\x00\x01q\x00\x07x" + b"\x3c\x06\x00\x01q\x00\x07x" + b"\x62\x02\x00\x07")
    raw.sendall(b"\x30\x06\x00\x01qend")

    assert [reader.next().payload for _ in range(2)] == [b"x", b"end"]
    raw.close()


def test_a_client_of_the_same_name_takes_over(connect: Any) -> None:
    """The second client of a name throws out the first."""
    first = connect("same")
    first.client.reconnect_delay_set(60, 60)
    connect("same")

    assert first.lost.wait(5)


@BOTH
def test_a_client_can_leave_its_own_messages_out(connect: Any, version: Any) -> None:
    """Version 5's noLocal keeps a client's own messages from it; unsubscribing ends a subscription."""
    client = connect("c", version)
    if version == V5:
        client.subscribe("own", options=SubscribeOptions(qos=1, noLocal=True))
    else:
        client.subscribe("own", 1)
        done = threading.Event()
        client.client.on_unsubscribe = lambda *_: done.set()
        client.client.unsubscribe("own")
        assert done.wait(5)
    client.subscribe("end", 1)
    client.client.publish("own", "x", 1)
    client.client.publish("end", "y", 1)

    assert client.next().payload == b"y"


@BOTH
@pytest.mark.parametrize("login", [("u", "wrong"), ("x", "s3cret/:@"), ("u", None)], ids=["password", "name", "none"])
def test_name_and_password_are_checked(version: Any, login: tuple[str, str | None]) -> None:
    """A broker with a password refuses a client without it, and lets one with it in."""
    with start_broker(username="u", password="s3cret/:@") as broker:
        stranger = Client(broker, "stranger", version, login=login)
        assert stranger.reason.is_failure
        stranger.close()
        friend = Client(broker, "friend", version, login=("u", "s3cret/:@"))
        assert not friend.reason.is_failure
        friend.close()


def test_a_link_reads_the_password_from_the_address_and_keeps_it() -> None:
    """A link signs in with what stands in the broker's address; no message and no repr shows the password."""
    with start_broker(username="u", password="s3cret/:@") as broker:
        link = Link(broker.url, client_id="link")
        link.open()
        assert link.connected
        link.close()
        wrong = broker.url.replace("s3cret", "an0ther")
        with pytest.raises(NotConnected) as refused:
            Link(wrong, client_id="link").open()
    assert "an0ther" not in str(refused.value)
    assert "s3cret" not in repr(parse_mqtt_url("mqtt://u:s3cret@host"))


def test_a_taken_port_is_said_so(broker: Broker) -> None:
    """A port that another program listens on is refused by name."""
    with pytest.raises(PortInUse):
        start_broker(port=broker.address.port)


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x30\x03\x00\x01a",
        b"\x10\xff\xff\xff\xff\x01",
        b"\x10\x02\x00\x04",
        b"\x00\x00",
    ],
)
def test_nonsense_is_cut_off(broker: Broker, connect: Any, sent: bytes) -> None:
    """A connection that does not speak MQTT is closed; the broker serves on."""
    with socket.create_connection((broker.address.host, broker.address.port), timeout=5) as raw:
        raw.sendall(sent)
        assert raw.recv(10) == b""
    assert connect("after").reason == 0


def test_any_bytes_are_a_packet_or_none() -> None:
    """Reading a packet from any bytes gives a packet, or says that it is none."""
    dice = random.Random(1)
    none = 0
    for _ in range(4000):
        body = dice.randbytes(dice.randint(0, 30))
        connect = b"\x00\x04MQTT" + dice.choice([b"\x04", b"\x05"]) + body
        for read, given in (
            (packets.read_connect, (connect,)),
            (packets.read_publish, (dice.randrange(16), body, packets.V5)),
            (packets.read_subscribe, (body, packets.V5)),
            (packets.read_unsubscribe, (body, packets.V311)),
        ):
            try:
                read(*given)  # type: ignore[operator]
            except packets.Malformed:
                none += 1
    assert none > 10_000


def test_an_older_protocol_is_refused_by_its_code(broker: Broker) -> None:
    """MQTT 3.1 gets the answer that its version is not spoken."""
    with socket.create_connection((broker.address.host, broker.address.port), timeout=5) as raw:
        raw.sendall(b"\x10\x0f\x00\x06MQIsdp\x03\x02\x00\x3c\x00\x01a")
        assert raw.recv(10) == b"\x20\x02\x00\x01"


def test_closing_frees_the_port() -> None:
    """After close the port can be taken again, and closing twice does no harm."""
    broker = start_broker()
    port = broker.address.port
    broker.close()
    broker.close()
    with start_broker(port=port) as second:
        assert second.address.port == port


@pytest.mark.parametrize(
    ("pattern", "topic", "found"),
    [
        ("a/b", "a/b", True),
        ("a/+", "a/b", True),
        ("a/+", "a/b/c", False),
        ("a/#", "a", True),
        ("a/#", "a/b/c", True),
        ("#", "a/b", True),
        ("#", "$SYS/x", False),
        ("+/x", "$SYS/x", False),
        ("+/+", "/a", True),
        ("a/b/c", "a/b", False),
    ],
)
def test_filters_find_topics(pattern: str, topic: str, found: bool) -> None:
    """Wildcards match as MQTT 5.0, section 4.7 has it."""
    assert matches(pattern, topic) is found


def test_what_is_no_filter() -> None:
    """A wildcard stands alone in its level, and # is last."""
    assert valid("a/+/b/#")
    assert not any(valid(text) for text in ("", "a#", "a/#/b", "a+/b", "#/a"))


@pytest.mark.parametrize(
    "text", ["", "http://h", "mqtt://", "mqtt://h:x", "mqtt://h:99999", "mqtt://u:secret@h/path", "mqtt://h?x=1"]
)
def test_wrong_addresses_are_refused_without_repeating_them(text: str) -> None:
    """An address that is none is refused, in words that do not repeat its password."""
    with pytest.raises(ValueError) as refused:
        parse_mqtt_url(text)
    assert "secret" not in str(refused.value)


def test_addresses_have_usual_ports() -> None:
    """Without a port 1883 is meant, with TLS 8883; an address can be written and read again."""
    assert parse_mqtt_url("mqtt://h").port == 1883
    assert parse_mqtt_url("mqtts://h").port == 8883
    full = "mqtt://u%2F:p%40@[::1]:77"
    assert parse_mqtt_url(full).url == full


def _raw(broker: Broker, *, clean: bool = True, kept: bool = False) -> socket.socket:
    raw = socket.create_connection((broker.address.host, broker.address.port), timeout=5)
    raw.sendall(b"\x10\x0f\x00\x04MQTT\x04" + (b"\x02" if clean else b"\x00") + b"\x00\x00\x00\x03raw")
    assert raw.recv(4) == b"\x20\x02" + bytes([kept, 0])
    return raw
