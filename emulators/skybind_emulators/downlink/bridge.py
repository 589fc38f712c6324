"""From the platform to its devices and back, over MQTT, in DJI's topics and envelopes.

Source: DJI Cloud API, topic definition (v1.11.3). Commands leave with QoS 0, as in DJI's own SDK. Here that is also the
safe choice: a message of QoS 0 is sent once or not at all, while QoS 1 may be delivered twice and QoS 2 starts over
when a connection is set up anew. A command that is lost shows as one without a reply; one that comes twice would
move a machine twice. All other topics are read with QoS 1, and a message that repeats one already seen is dropped.
"""

import hashlib
import json
import logging
import threading
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Literal, Self

from attrs import define, field, frozen

from skybind_emulators.downlink.broker import Link, Message, NotConnected

Data = Mapping[str, Any]

_COMMAND_QOS = 0
_ANSWER_QOS = 1
_REMEMBERED = 4096

_log = logging.getLogger(__name__)


class NotDelivered(Exception):
    """A command did not leave, and will not leave later."""


@frozen
class Request:
    """A device asks the cloud for something.

    Attributes:
        gateway_sn: who asks.
        tid: of this exchange; the answer repeats it.
        bid: of the longer operation that it belongs to.
        method: what for: ``flighttask_resource_get``, ``config``, ``update_topo``, ...
        data: the details.
        topic_kind: ``status`` for topology updates (topic ``sys/product/.../status``), else ``requests``.
    """

    gateway_sn: str
    tid: str
    bid: str
    method: str
    data: Data
    topic_kind: Literal["requests", "status"] = "requests"


#: Called with gateway_sn, tid, bid, method and data. `data` is None when the message has none, or no object there;
#: tid, bid and method are empty when they are missing.
Callback = Callable[[str, str, str, str, Data | None], None]


@define(eq=False)
class _Heard:
    """Who is told of what."""

    replies: list[Callback] = field(factory=list)
    events: list[Callback] = field(factory=list)
    requests: list[Callable[[Request], None]] = field(factory=list)
    connection: list[Callable[[bool], None]] = field(factory=list)


class Bridge:
    """What the platform calls to reach its devices. Methods may be called from any thread.

    Callbacks run in the thread that reads from the broker: they must be short, and must not wait for a message.

    Args:
        url: of the broker.
        now: Unix seconds; stamps the envelopes.
        client_id: its name at the broker; one is made when left out.

    Raises:
        ValueError: the address is wrong.
    """

    def __init__(self, url: str, *, now: Callable[[], float] = time.time, client_id: str | None = None) -> None:
        self._now = now
        self._heard = _Heard()
        self._seen: OrderedDict[bytes, None] = OrderedDict()
        self._repeats = 0
        self._lock = threading.Lock()
        self._link = Link(
            url,
            client_id=client_id or f"skybind-platform-{uuid.uuid4().hex[:12]}",
            topics=[
                ("thing/product/+/services_reply", _ANSWER_QOS),
                ("thing/product/+/events", _ANSWER_QOS),
                ("thing/product/+/requests", _ANSWER_QOS),
                ("sys/product/+/status", _ANSWER_QOS),
            ],
            on_message=self._arrived,
            on_change=self._changed,
        )

    @property
    def connected(self) -> bool:
        """Whether the broker is reached."""
        return self._link.connected

    @property
    def repeats(self) -> int:
        """How many messages were dropped because they repeat one already seen."""
        return self._repeats

    def start(self) -> Self:
        """Connect; return when replies would be heard.

        Raises:
            NotConnected: the broker is not there, or refuses the name or password.
        """
        self._link.open()
        return self

    def close(self) -> None:
        """Disconnect. May be called again, but not from a callback."""
        self._link.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def deliver(self, gateway_sn: str, method: str, data: Data, bid: str, *, tid: str | None = None) -> str:
        """Publish a command, once.

        Args:
            gateway_sn: the dock or controller; also when the command is for its aircraft.
            method: DJI's name of the command.
            data: its payload.
            bid: id of the longer operation, e.g. the flight.
            tid: id of this exchange. The reply may come before the call returns: whoever stores what a tid stands for
                gives his own here and stores it first. One is made when left out.

        Returns:
            The tid, which the reply repeats.

        Raises:
            NotDelivered: the broker is not reached.
            ValueError: `gateway_sn` cannot stand in a topic.
        """
        tid = str(uuid.uuid4()) if tid is None else tid
        envelope = {"tid": tid, "bid": bid, "timestamp": self._stamp(), "method": method, "gateway": gateway_sn}
        try:
            self._publish(f"thing/product/{_level(gateway_sn)}/services", {**envelope, "data": data}, _COMMAND_QOS)
        except NotConnected as error:
            raise NotDelivered(str(error)) from error
        return tid

    def answer_request(self, request: Request, data: Data) -> None:
        """Answer a device; `data` holds `result` and, where there is one, `output`.

        Raises:
            NotConnected: the broker is not reached.
        """
        root = "sys" if request.topic_kind == "status" else "thing"
        topic = f"{root}/product/{_level(request.gateway_sn)}/{request.topic_kind}_reply"
        body = {"tid": request.tid, "bid": request.bid, "timestamp": self._stamp(), "method": request.method}
        self._publish(topic, {**body, "data": data}, _ANSWER_QOS)

    def on_reply(self, callback: Callback) -> None:
        """Tell it of replies to commands (``services_reply``), whoever they belong to."""
        self._heard.replies.append(callback)

    def on_event(self, callback: Callback) -> None:
        """Tell it of events. Those that ask for a reply have it by then."""
        self._heard.events.append(callback)

    def on_request(self, callback: Callable[[Request], None]) -> None:
        """Tell it what devices ask for; `answer_request` answers, now or later."""
        self._heard.requests.append(callback)

    def on_connection(self, callback: Callable[[bool], None]) -> None:
        """Tell it when the broker is reached, and when it is lost."""
        self._heard.connection.append(callback)

    def _changed(self, up: bool) -> None:
        for callback in tuple(self._heard.connection):
            callback(up)

    def _arrived(self, message: Message) -> None:
        if self._repeated(message):
            return
        _, _, gateway_sn, kind = message.topic.split("/")
        body = _object(message.payload)
        if body is None:
            _log.warning("a message on %s is no JSON object", kind)
            return
        tid, bid, method = (_text(body.get(name)) for name in ("tid", "bid", "method"))
        data = body.get("data")
        given = data if isinstance(data, Mapping) else None
        if kind == "services_reply":
            for callback in tuple(self._heard.replies):
                callback(gateway_sn, tid, bid, method, given)
        elif kind == "events":
            if body.get("need_reply") == 1:
                reply = {"tid": tid, "bid": bid, "timestamp": self._stamp(), "method": method, "data": {"result": 0}}
                self._publish(f"thing/product/{gateway_sn}/events_reply", reply, _ANSWER_QOS)
            for callback in tuple(self._heard.events):
                callback(gateway_sn, tid, bid, method, given)
        else:
            topic_kind: Literal["requests", "status"] = "status" if kind == "status" else "requests"
            request = Request(gateway_sn, tid, bid, method, given or {}, topic_kind)
            for listener in tuple(self._heard.requests):
                listener(request)

    def _repeated(self, message: Message) -> bool:
        """Whether the very same bytes came on the same topic before: every message has an id and a time of its own."""
        mark = hashlib.sha256(message.topic.encode() + b"\0" + message.payload).digest()
        with self._lock:
            if mark in self._seen:
                self._repeats += 1
                return True
            self._seen[mark] = None
            if len(self._seen) > _REMEMBERED:
                self._seen.popitem(last=False)
        return False

    def _publish(self, topic: str, body: Data, qos: int) -> None:
        self._link.publish(topic, json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode(), qos)

    def _stamp(self) -> int:
        return int(self._now() * 1000)


def _level(text: str) -> str:
    """A serial number as one level of a topic."""
    if not text or any(sign in text for sign in "/+#\0"):
        raise ValueError("a serial number that is part of a topic has no /, + or #, and is not empty")
    return text


def _object(payload: bytes) -> dict[str, Any] | None:
    try:
        body = json.loads(payload)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
