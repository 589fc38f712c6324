"""What a broker knows of one client: its subscriptions, and the messages whose receipt is open."""

from collections import deque
from collections.abc import Callable

from attrs import define, evolve, field

from . import packets
from .packets import Kind, Publish, Subscription
from .topics import matches

_QUEUED_MAX = 10_000


@define(eq=False)
class Session:
    """A client, connected or away.

    Attributes:
        client_id: its name.
        lasting: kept when the connection ends.
        version: of the protocol, as of the last connection.
        send: writes bytes to the client; `None` while it is away.
        subscriptions: by topic filter.
        arriving: identifiers of QoS 2 messages that came and are not released.
    """

    client_id: str
    lasting: bool
    version: int
    send: Callable[[bytes], None] | None = None
    subscriptions: dict[str, Subscription] = field(factory=dict)
    arriving: set[int] = field(factory=set)
    _open: dict[int, Publish | None] = field(factory=dict)
    _queue: deque[Publish] = field(factory=lambda: deque(maxlen=_QUEUED_MAX))
    _last: int = 0

    def wants(self, topic: str, sender: str) -> Subscription | None:
        """The subscription with the highest QoS that a topic falls under."""
        found = [
            wanted
            for wanted in self.subscriptions.values()
            if matches(wanted.pattern, topic) and not (wanted.no_local and sender == self.client_id)
        ]
        return max(found, key=lambda wanted: wanted.qos, default=None)

    def deliver(self, message: Publish, most: int) -> None:
        """Send a message, with no higher QoS than `most`; keep it for later while the client is away."""
        message = evolve(message, qos=min(message.qos, most))
        if self.send is None:
            if message.qos:
                self._queue.append(message)
            return
        if not message.qos:
            self.send(packets.publish(message, 0, self.version))
            return
        identifier = self._free()
        self._open[identifier] = message
        self.send(packets.publish(message, identifier, self.version))

    def received(self, kind: Kind, identifier: int) -> None:
        """The client confirmed a message, or a step of it."""
        if kind is Kind.PUBREC and identifier in self._open:
            self._open[identifier] = None  # from now on only the release is open
        if kind is Kind.PUBREC:
            self._write(packets.acknowledgement(Kind.PUBREL, identifier))
        else:
            self._open.pop(identifier, None)

    def resume(self, send: Callable[[bytes], None], version: int) -> None:
        """The client is back: repeat what it has not confirmed, marked as repeated, then what came meanwhile."""
        self.send, self.version = send, version
        for identifier, message in self._open.items():
            if message is None:
                send(packets.acknowledgement(Kind.PUBREL, identifier))
            else:
                send(packets.publish(message, identifier, version, again=True))
        waiting, self._queue = self._queue, deque(maxlen=_QUEUED_MAX)
        for message in waiting:
            self.deliver(message, message.qos)

    def _write(self, data: bytes) -> None:
        if self.send is not None:
            self.send(data)

    def _free(self) -> int:
        for _ in range(0xFFFF):
            self._last = self._last % 0xFFFF + 1
            if self._last not in self._open:
                return self._last
        raise packets.Malformed  # a client that confirms nothing is cut off
