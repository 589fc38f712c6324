"""MQTT control packets, versions 3.1.1 and 5 (OASIS MQTT 3.1.1 and 5.0, chapters 2 and 3), as bytes and back.

Of version 5's properties a broker of this size needs few: those of a published message travel on untouched, the
others are stepped over.
"""

from collections.abc import Iterable
from enum import IntEnum

from attrs import field, frozen

V311, V5 = 4, 5


class Kind(IntEnum):
    """The type of a control packet."""

    CONNECT = 1
    CONNACK = 2
    PUBLISH = 3
    PUBACK = 4
    PUBREC = 5
    PUBREL = 6
    PUBCOMP = 7
    SUBSCRIBE = 8
    SUBACK = 9
    UNSUBSCRIBE = 10
    UNSUBACK = 11
    PINGREQ = 12
    PINGRESP = 13
    DISCONNECT = 14
    AUTH = 15


class Malformed(Exception):
    """What a client sent is no packet that the protocol allows; the connection has to be cut."""


class Cursor:
    """Reads the fields of a packet from front to back.

    Raises:
        Malformed: from each method, when the packet ends too early.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        """So many bytes."""
        end = self._at + count
        if end > len(self._data):
            raise Malformed
        taken, self._at = self._data[self._at : end], end
        return taken

    def byte(self) -> int:
        """One byte."""
        return self.take(1)[0]

    def short(self) -> int:
        """Two bytes, high one first."""
        return int.from_bytes(self.take(2), "big")

    def variable(self) -> int:
        """A number of one to four bytes, seven bits in each."""
        value = shift = 0
        for _ in range(4):
            part = self.byte()
            value |= (part & 0x7F) << shift
            if not part & 0x80:
                return value
            shift += 7
        raise Malformed

    def binary(self) -> bytes:
        """Bytes with their length before them."""
        return self.take(self.short())

    def text(self) -> str:
        """UTF-8 with its length before it."""
        try:
            text = self.binary().decode()
        except UnicodeDecodeError:
            raise Malformed from None
        if "\0" in text:
            raise Malformed
        return text

    def properties(self, version: int) -> bytes:
        """The properties of a packet, unread; empty before version 5."""
        return self.take(self.variable()) if version == V5 else b""

    def rest(self) -> bytes:
        """All that follows."""
        return self.take(len(self._data) - self._at)

    @property
    def done(self) -> bool:
        """Whether nothing follows."""
        return self._at == len(self._data)


@frozen
class Publish:
    """A message on its way.

    Attributes:
        topic: where it was published.
        payload: what it says.
        qos: 0, 1 or 2.
        retain: whether the broker keeps it for later subscribers.
        properties: of version 5, as they came, without their length.
    """

    topic: str
    payload: bytes = field(repr=False)
    qos: int = 0
    retain: bool = False
    properties: bytes = field(default=b"", repr=False)


@frozen
class Connect:
    """A client's first packet. `lasting` asks the broker to keep the session when the connection ends."""

    version: int
    client_id: str
    lasting: bool
    clean: bool
    keep_alive_s: int
    will: Publish | None
    username: str | None
    password: bytes | None = field(repr=False)


@frozen
class Subscription:
    """A topic filter and what a client wants of it. `retained`: 0 send kept messages, 1 if new, 2 do not."""

    pattern: str
    qos: int
    no_local: bool = False
    as_published: bool = False
    retained: int = 0


def read_connect(body: bytes) -> Connect:
    """Read CONNECT.

    Raises:
        Malformed: it is none. A protocol version that is not spoken here is not an error: it is for the caller to
            refuse it, since the answer depends on it.
    """
    cursor = Cursor(body)
    name, version, flags = cursor.text(), cursor.byte(), cursor.byte()
    if name not in ("MQTT", "MQIsdp") or flags & 1:
        raise Malformed
    if name != "MQTT" or version not in (V311, V5):
        return Connect(version if version != V5 else 0, "", lasting=False, clean=True, keep_alive_s=0, will=None,
                       username=None, password=None)  # fmt: skip
    keep_alive = cursor.short()
    expiry = session_expiry(cursor.properties(version))
    client_id = cursor.text()
    will = None
    if flags & 0x04:
        cursor.properties(version)
        topic, payload = cursor.text(), cursor.binary()
        will = Publish(topic, payload, _qos(flags >> 3 & 3), bool(flags & 0x20))
    username = cursor.text() if flags & 0x80 else None
    password = cursor.binary() if flags & 0x40 else None
    clean = bool(flags & 0x02)
    lasting = expiry > 0 if version == V5 else not clean
    return Connect(version, client_id, lasting, clean, keep_alive, will, username, password)


def session_expiry(properties: bytes) -> int:
    """Seconds for which a version 5 client wants its session kept; 0 when it does not say."""
    # The identifier 0x11 leads its four bytes. In CONNECT only 0x21, 0x22, 0x27, 0x19, 0x17, 0x26, 0x15 and 0x16
    # may stand beside it (MQTT 5.0, 3.1.2.11).
    cursor = Cursor(properties)
    widths = {0x21: 2, 0x22: 2, 0x27: 4, 0x19: 1, 0x17: 1}
    while not cursor.done:
        what = cursor.byte()
        if what == 0x11:
            return int.from_bytes(cursor.take(4), "big")
        if what in widths:
            cursor.take(widths[what])
        elif what == 0x26:
            cursor.binary()
            cursor.binary()
        elif what in (0x15, 0x16):
            cursor.binary()
        else:
            raise Malformed
    return 0


def read_publish(flags: int, body: bytes, version: int) -> tuple[Publish, int]:
    """Read PUBLISH: the message and its packet identifier (0 with QoS 0).

    Raises:
        Malformed: it is none, or its topic has a wildcard.
    """
    cursor, qos = Cursor(body), _qos(flags >> 1 & 3)
    topic = cursor.text()
    if not topic or "#" in topic or "+" in topic:
        raise Malformed
    identifier = cursor.short() if qos else 0
    properties = cursor.properties(version)
    return Publish(topic, cursor.rest(), qos, bool(flags & 1), properties), identifier


def read_subscribe(body: bytes, version: int) -> tuple[int, list[Subscription]]:
    """Read SUBSCRIBE: its packet identifier and what is asked for.

    Raises:
        Malformed: it is none.
    """
    cursor = Cursor(body)
    identifier = cursor.short()
    cursor.properties(version)
    wanted = []
    while not cursor.done:
        pattern, options = cursor.text(), cursor.byte()
        v5 = version == V5
        wanted.append(
            Subscription(
                pattern,
                _qos(options & 3),
                no_local=v5 and bool(options & 4),
                as_published=v5 and bool(options & 8),
                retained=options >> 4 & 3 if v5 else 0,
            )
        )
    if not wanted:
        raise Malformed
    return identifier, wanted


def read_unsubscribe(body: bytes, version: int) -> tuple[int, list[str]]:
    """Read UNSUBSCRIBE: its packet identifier and the topic filters.

    Raises:
        Malformed: it is none.
    """
    cursor = Cursor(body)
    identifier = cursor.short()
    cursor.properties(version)
    patterns = []
    while not cursor.done:
        patterns.append(cursor.text())
    return identifier, patterns


def packet(kind: Kind, *parts: bytes, flags: int = 0) -> bytes:
    """A control packet of these parts."""
    body = b"".join(parts)
    return bytes([kind << 4 | flags]) + variable(len(body)) + body


def publish(message: Publish, identifier: int, version: int, *, again: bool = False) -> bytes:
    """PUBLISH; `again` sets DUP, for a message whose receipt was not confirmed."""
    topic = message.topic.encode()
    parts = [len(topic).to_bytes(2, "big"), topic]
    if message.qos:
        parts.append(identifier.to_bytes(2, "big"))
    if version == V5:
        parts += [variable(len(message.properties)), message.properties]
    flags = again << 3 | message.qos << 1 | message.retain
    return packet(Kind.PUBLISH, *parts, message.payload, flags=flags)


def acknowledgement(kind: Kind, identifier: int) -> bytes:
    """PUBACK, PUBREC, PUBREL or PUBCOMP: all is well."""
    return packet(kind, identifier.to_bytes(2, "big"), flags=2 if kind is Kind.PUBREL else 0)


def connack(version: int, code: int, *, kept: bool = False, assigned: str = "") -> bytes:
    """CONNACK. In version 5 it also says that subscription identifiers and shared subscriptions are not served."""
    head = bytes([kept, code])
    if version != V5:
        return packet(Kind.CONNACK, head)
    properties = b"" if code else b"\x29\x00\x2a\x00"
    if assigned:
        properties += b"\x12" + len(assigned).to_bytes(2, "big") + assigned.encode()
    return packet(Kind.CONNACK, head, variable(len(properties)), properties)


def confirmation(kind: Kind, identifier: int, codes: Iterable[int], version: int) -> bytes:
    """SUBACK or UNSUBACK. Before version 5 UNSUBACK has no codes."""
    properties = b"\x00" if version == V5 else b""
    listed = bytes(codes) if version == V5 or kind is Kind.SUBACK else b""
    return packet(kind, identifier.to_bytes(2, "big"), properties, listed)


def variable(value: int) -> bytes:
    """A number of one to four bytes, seven bits in each."""
    encoded = bytearray()
    while True:
        value, part = value >> 7, value & 0x7F
        encoded.append(part | 0x80 if value else part)
        if not value:
            return bytes(encoded)


def _qos(value: int) -> int:
    if value == 3:
        raise Malformed
    return value
