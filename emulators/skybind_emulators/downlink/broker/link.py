"""A connection to a broker, as both ends of the downlink use it: the platform's bridge and the simulated dock."""

import logging
import socket
import threading
from collections.abc import Callable, Sequence
from typing import Any

import paho.mqtt.client as paho
from attrs import field, frozen
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.reasoncodes import ReasonCode

from .addresses import parse_mqtt_url

_log = logging.getLogger(__name__)


class NotConnected(Exception):
    """The broker is not reached."""


@frozen
class Message:
    """What arrived. `again` is the broker's mark on a message that it may have delivered before (DUP)."""

    topic: str
    payload: bytes = field(repr=False)
    again: bool = False


def _at_once(_client: paho.Client, _data: Any, opened: Any) -> None:
    """Send small packets as they come: held back for the receipt of the one before, each would take 40 ms."""
    if isinstance(opened, socket.socket):
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class Link:
    """Keeps connected to a broker from a thread of its own, and subscribes again after each reconnection.

    Args:
        url: ``mqtt://user:password@host:port``.
        client_id: its name at the broker; another client of this name is thrown out.
        topics: filters to subscribe to, each with its QoS.
        on_message: is given each message, in the link's thread. An error in it is logged and ends nothing.
        on_change: is told when the link comes up with its subscriptions in place (`True`), and when it is lost.

    Raises:
        ValueError: the address is wrong.
    """

    def __init__(
        self,
        url: str,
        *,
        client_id: str,
        topics: Sequence[tuple[str, int]] = (),
        on_message: Callable[[Message], None] | None = None,
        on_change: Callable[[bool], None] | None = None,
    ) -> None:
        self._address = parse_mqtt_url(url)
        self._topics = list(topics)
        self._on_message = on_message
        self._on_change = on_change
        self._up = threading.Event()
        self._decided = threading.Event()
        self._refused = ""
        self._closed = False
        client = paho.Client(CallbackAPIVersion.VERSION2, client_id=client_id, clean_session=True)
        if self._address.username is not None:
            client.username_pw_set(self._address.username, self._address.password)
        if self._address.tls:
            client.tls_set()
        client.reconnect_delay_set(min_delay=1, max_delay=5)
        client.on_socket_open = _at_once
        client.on_connect = self._connected
        client.on_subscribe = self._subscribed
        client.on_disconnect = self._disconnected
        client.on_message = self._arrived
        self._client = client

    @property
    def connected(self) -> bool:
        """Whether messages arrive and leave."""
        return self._up.is_set()

    def open(self, patience_s: float = 10.0) -> None:
        """Connect; return when the subscriptions are in place.

        Raises:
            NotConnected: the broker is not there, or refuses the name or password.
        """
        where = f"{self._address.host}:{self._address.port}"
        try:
            self._client.connect(self._address.host, self._address.port, keepalive=30)
        except OSError as error:
            raise NotConnected(f"no MQTT broker at {where}: {error}") from error
        self._client.loop_start()
        self._decided.wait(patience_s)
        if not self._up.is_set():
            why = self._refused or f"no answer in {patience_s:g} s"
            self.close()
            raise NotConnected(f"the MQTT broker at {where} does not let us in: {why}")

    def publish(self, topic: str, payload: bytes, qos: int) -> None:
        """Hand a message to the connection.

        With QoS 0 it leaves at most once, and never after the call failed. With QoS 1 or 2 it is sent again until the
        broker confirms it.

        Raises:
            NotConnected: the broker is not reached; with QoS 0 nothing was sent and nothing will be.
        """
        if not self._up.is_set() and not qos:
            raise NotConnected("the MQTT broker is not reached")
        info = self._client.publish(topic, payload, qos)
        if info.rc != MQTTErrorCode.MQTT_ERR_SUCCESS and not qos:
            raise NotConnected("the MQTT broker is not reached")

    def close(self) -> None:
        """Say goodbye and end the thread. May be called again, but not from a callback."""
        if self._closed:
            return
        self._closed = True
        self._client.disconnect()
        self._client.loop_stop()
        self._up.clear()

    def _connected(self, client: paho.Client, _data: Any, _flags: Any, reason: ReasonCode, _properties: Any) -> None:
        if reason.is_failure:
            self._refused = str(reason)
            self._decided.set()
            return
        if self._topics:
            client.subscribe(self._topics)
        else:
            self._changed(up=True)

    def _subscribed(self, _client: paho.Client, _data: Any, _mid: int, _reasons: Any, _properties: Any) -> None:
        self._changed(up=True)

    def _disconnected(self, _client: paho.Client, _data: Any, _flags: Any, _reason: Any, _properties: Any) -> None:
        if self._up.is_set():
            self._changed(up=False)

    def _changed(self, *, up: bool) -> None:
        if up:
            self._up.set()
            self._decided.set()
        else:
            self._up.clear()
        if self._on_change is not None and not self._closed:
            self._guarded(self._on_change, up)

    def _arrived(self, _client: paho.Client, _data: Any, message: paho.MQTTMessage) -> None:
        if self._on_message is not None:
            self._guarded(self._on_message, Message(message.topic, bytes(message.payload), message.dup))

    def _guarded(self, callback: Callable[[Any], None], argument: object) -> None:
        try:
            callback(argument)
        except Exception:  # noqa: BLE001  the link must outlive a mistake of its user
            _log.exception("a callback of the MQTT link failed")
