"""How a flight goes and what it photographed, from the dock's own events.

The open platform publishes no events. Whoever may read the broker that the dock talks to (or an emulator's) can watch
``flighttask_progress`` and ``file_upload_callback`` on ``thing/product/{gateway_sn}/events``. Nothing is ever published
from here: acknowledging events is the platform's. Needs the extra ``mqtt``.

Source: DJI Cloud API, topic definition and ``flighttask_progress`` (documents 1.11.3). Its tables have status and
progress directly in ``data``, its examples within ``data.output``; both are read.
"""

from __future__ import annotations

import asyncio
import json
import queue
import secrets
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import timedelta
from enum import StrEnum
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import unquote, urlsplit

import attrs

from skybind.downlink.media import MediaFile, media_of
from skybind.errors import AnswerLost, DeadlineExceeded, NotSent, UsageError
from skybind_clients.downlink.commands import device_codes

__all__ = ["FlightEvent", "FlightEvents", "FlightStatus", "event_of"]

_LOOK = 0.2  # seconds between two looks at the clock while nothing comes
_CONNECT = 10.0

T = TypeVar("T")


class FlightStatus(StrEnum):
    """Where a wayline task stands, in DJI's words."""

    SENT = "sent"
    IN_PROGRESS = "in_progress"
    PAUSED = "paused"
    OK = "ok"
    PARTIALLY_DONE = "partially_done"
    REJECTED = "rejected"
    FAILED = "failed"
    CANCELED = "canceled"
    TIMEOUT = "timeout"
    #: One that no document lists; see ``FlightEvent.native``.
    UNLISTED = "unlisted"

    @property
    def final(self) -> bool:
        """Whether the task has ended. An unlisted status is no end."""
        return self not in {FlightStatus.SENT, FlightStatus.IN_PROGRESS, FlightStatus.PAUSED, FlightStatus.UNLISTED}


@attrs.frozen
class FlightEvent:
    """One ``flighttask_progress``.

    Attributes:
        flight_id: The task.
        status: Where it stands.
        native: The dock's own word for it.
        percent: 0 to 100, or None.
        step: Number of the dock's step; numbering depends on the dock.
        waypoint: Number of the waypoint that is flown, or None.
        media: Photos and videos so far, or None.
        result: Code of the dock; 0 while nothing is wrong.
        meaning: What that code means in English; empty for 0 and for codes that are not documented.
        advice: What to do about it.
        break_point: Where the flight broke off, to go on from there; None if it did not.
        break_reason: Why, in English; empty if it did not.
    """

    flight_id: str
    status: FlightStatus
    native: str
    percent: int | None = None
    step: int | None = None
    waypoint: int | None = None
    media: int | None = None
    result: int = 0
    meaning: str = ""
    advice: str = ""
    break_point: Mapping[str, Any] | None = None
    break_reason: str = ""


def event_of(payload: bytes) -> FlightEvent | None:
    """A message of the events topic; None for anything but a readable ``flighttask_progress``."""
    try:
        message = json.loads(payload)
    except ValueError:
        return None
    if not isinstance(message, dict) or message.get("method") != "flighttask_progress":
        return None
    data = _object(message.get("data"))
    output = _object(data.get("output")) or data
    progress, ext = _object(output.get("progress")), _object(output.get("ext"))
    native = str(output.get("status", ""))
    result = data.get("result", output.get("result", 0))
    result = result if isinstance(result, int) else 0
    tables = device_codes()
    code = tables.get("codes", {}).get(str(result), {}) if result else {}
    point = _object(ext.get("break_point")) or None
    reason = tables.get("break_reasons", {}).get(str(point.get("break_reason")), "") if point else ""
    return FlightEvent(
        flight_id=str(ext.get("flight_id", "")),
        status=FlightStatus(native) if native in set(FlightStatus) else FlightStatus.UNLISTED,
        native=native,
        percent=_whole(progress.get("percent")),
        step=_whole(progress.get("current_step")),
        waypoint=_whole(ext.get("current_waypoint_index")),
        media=_whole(ext.get("media_count")),
        result=result,
        meaning=code.get("meaning", ""),
        advice=code.get("advice", ""),
        break_point=point,
        break_reason=reason,
    )


class FlightEvents:
    """The events of one gateway, from the moment this is opened on. Open it before the flight is executed.

    Args:
        mqtt_url: ``mqtt://user:password@host:port`` or ``mqtts://…``.
        gateway_sn: Serial number of the dock.

    Raises:
        UsageError: no such address or number, or paho-mqtt is not installed.
        NotSent: the broker does not answer, or does not let us in.
    """

    def __init__(self, mqtt_url: str, gateway_sn: str) -> None:
        parts = urlsplit(mqtt_url)
        if parts.scheme not in {"mqtt", "mqtts"} or not parts.hostname:
            raise UsageError(f"{parts.scheme}://{parts.hostname or ''} is no broker", advice="Say mqtt://host:1883.")
        if not gateway_sn or set(gateway_sn) & set("/+#"):
            raise UsageError(f"{gateway_sn!r} is no serial number of a gateway")
        self._topic = f"thing/product/{gateway_sn}/events"
        self._events: queue.SimpleQueue[FlightEvent | None] = queue.SimpleQueue()
        self._media: queue.SimpleQueue[MediaFile | None] = queue.SimpleQueue()
        self._client = _connected(parts, self._topic, self._take, self._lost)

    def flight(self, flight_id: str, timeout: timedelta | float | None = None) -> Iterator[FlightEvent]:
        """Each event of one flight, until it has ended. Duplicates that a broker delivers twice are left out.

        Raises:
            DeadlineExceeded: time ran out; the flight goes on.
            AnswerLost: the broker is gone; the flight goes on.
        """
        seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout
        end = None if seconds is None else time.monotonic() + seconds
        last: FlightEvent | None = None
        while True:
            event = _next(self._events, end)
            if event is None or event.flight_id != flight_id or event == last:
                continue
            last = event
            yield event
            if event.status.final:
                return

    async def flight_async(
        self, flight_id: str, timeout: timedelta | float | None = None
    ) -> AsyncIterator[FlightEvent]:
        """The same for asyncio."""
        async for event in _in_threads(self.flight(flight_id, timeout)):
            yield event

    def media(
        self, flight_id: str, *, expected: int | None = None, timeout: timedelta | float | None = None
    ) -> Iterator[MediaFile]:
        """Each photo and video of one flight as it reaches the platform's storage, until all have.

        The dock uploads after the flight, which may take longer than the flight itself.

        Args:
            flight_id: The task.
            expected: How many there are, as the flight's last event says (``media``); of a flight without any, nothing
                would ever be told. If None, the dock's own count with each file is gone by.
            timeout: For all of them.

        Raises:
            DeadlineExceeded: time ran out; the dock goes on.
            AnswerLost: the broker is gone; the dock goes on.
        """
        seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout
        end = None if seconds is None else time.monotonic() + seconds
        seen: set[str] = set()
        while expected is None or len(seen) < expected:
            file = _next(self._media, end)
            if file is None or file.flight_id != flight_id or file.object_key in seen:
                continue
            seen.add(file.object_key)
            expected = file.expected if expected is None else expected
            yield file

    async def media_async(
        self, flight_id: str, *, expected: int | None = None, timeout: timedelta | float | None = None
    ) -> AsyncIterator[MediaFile]:
        """The same for asyncio."""
        async for file in _in_threads(self.media(flight_id, expected=expected, timeout=timeout)):
            yield file

    def _take(self, payload: bytes) -> None:
        event = event_of(payload)
        if event is not None:
            self._events.put(event)
        elif (file := media_of(payload)) is not None:
            self._media.put(file)

    def _lost(self) -> None:
        self._events.put(None)
        self._media.put(None)

    def close(self) -> None:
        """Leave the broker."""
        self._client.disconnect()
        self._client.loop_stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _next(told: queue.SimpleQueue[T | None], end: float | None) -> T | None:
    """What was told next; None after a look at the clock."""
    try:
        item = told.get(timeout=_LOOK)
    except queue.Empty:
        if end is not None and time.monotonic() >= end:
            raise DeadlineExceeded(
                "time ran out; the dock goes on", advice="Look at the dock, or watch again."
            ) from None
        return None
    if item is None:
        raise AnswerLost("the MQTT broker is gone; the dock goes on", advice="Look at the dock.")
    return item


async def _in_threads(items: Iterator[T]) -> AsyncIterator[T]:
    while (item := await asyncio.to_thread(next, items, None)) is not None:
        yield item


def _connected(parts: Any, topic: str, take: Any, lost: Any) -> Any:
    """A client that has subscribed; paho's threads do the rest."""
    try:
        from paho.mqtt.client import Client, MQTTv311  # noqa: PLC0415 - optional
        from paho.mqtt.enums import CallbackAPIVersion  # noqa: PLC0415
    except ImportError:
        raise UsageError("flight events need paho-mqtt", advice='pip install "skybind[mqtt]"') from None
    ready: queue.SimpleQueue[str] = queue.SimpleQueue()

    def on_connect(client: Any, _data: object, _flags: object, reason: Any, _properties: object) -> None:
        if reason.is_failure:
            ready.put(str(reason))
        else:
            client.subscribe(topic, qos=1)  # also after a reconnect: the session is a clean one

    def on_disconnect(_client: Any, _data: object, _flags: object, reason: Any, _properties: object) -> None:
        if reason.is_failure:
            lost()

    client = Client(CallbackAPIVersion.VERSION2, f"skybind-watch-{secrets.token_hex(6)}", protocol=MQTTv311)
    client.on_connect = on_connect
    client.on_disconnect = on_disconnect
    client.on_subscribe = lambda *_: ready.put("")
    client.on_message = lambda _client, _data, message: take(message.payload)
    if parts.username:
        client.username_pw_set(unquote(parts.username), unquote(parts.password or ""))
    if parts.scheme == "mqtts":
        client.tls_set()
    where = f"{parts.hostname}:{parts.port or (8883 if parts.scheme == 'mqtts' else 1883)}"
    try:
        client.connect(parts.hostname, parts.port or (8883 if parts.scheme == "mqtts" else 1883), keepalive=30)
        client.loop_start()
        refused = ready.get(timeout=_CONNECT)
    except (OSError, queue.Empty) as error:
        client.loop_stop()
        raise NotSent(f"the MQTT broker {where} does not answer: {error or 'no reply'}") from None
    if refused:
        client.disconnect()
        client.loop_stop()
        raise NotSent(f"the MQTT broker {where} does not let us in: {refused}")
    return client


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
