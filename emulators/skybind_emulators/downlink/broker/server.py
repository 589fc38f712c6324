"""A small MQTT broker in a thread of its own: versions 3.1.1 and 5, QoS 0 to 2, kept messages, wills, wildcards."""

import asyncio
import hmac
import logging
import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

from attrs import evolve

from skybind_emulators.server import PortInUse, listen

from . import packets, topics
from .addresses import MqttAddress
from .packets import V5, Connect, Cursor, Kind, Malformed, Publish
from .sessions import Session

_PATIENCE_S = 10.0
_PACKET_MAX = 16 * 1024 * 1024
_UNSENT_MAX = 32 * 1024 * 1024

_log = logging.getLogger(__name__)


class _Refused(Exception):
    """A connection that was answered and must end."""


class Broker:
    """Serves until it is closed.

    Args:
        host: address to listen on.
        port: 0 takes a free one.
        username: clients must sign in with it; `None` lets everyone in.
        password: the same.

    Raises:
        PortInUse: the port is taken.
    """

    def __init__(
        self, *, host: str = "127.0.0.1", port: int = 0, username: str | None = None, password: str | None = None
    ) -> None:
        self._listener = listen(host, port)
        self.address = MqttAddress(host, self._listener.getsockname()[1], username, password)
        self._sessions: dict[str, Session] = {}
        self._kept: dict[str, Publish] = {}
        self._writers: dict[str, asyncio.StreamWriter] = {}
        self._named = 0
        self._loop = asyncio.new_event_loop()
        self._closing = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="skybind-mqtt-broker", daemon=True)

    @property
    def url(self) -> str:
        """``mqtt://host:port``, with name and password where they are needed."""
        return self.address.url

    @property
    def clients(self) -> frozenset[str]:
        """The names of the clients that are connected now."""
        return frozenset(tuple(self._writers))

    def start(self) -> Self:
        """Begin to serve; return when clients can connect.

        Raises:
            RuntimeError: the broker did not come up.
        """
        self._thread.start()
        if not self._ready.wait(_PATIENCE_S):
            raise RuntimeError("the MQTT broker did not start")
        return self

    def cut(self, client_id: str) -> None:
        """Drop a client's connection without a word, as a lost network does."""
        self._loop.call_soon_threadsafe(self._abort, client_id)

    def close(self) -> None:
        """Close all connections and free the port. May be called again."""
        if self._thread.is_alive():
            with suppress(RuntimeError):  # the loop ended between the two lines
                self._loop.call_soon_threadsafe(self._closing.set)
            self._thread.join(_PATIENCE_S)
        self._listener.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._attend, sock=self._listener)
        self._ready.set()
        await self._closing.wait()
        server.close()
        for writer in list(self._writers.values()):
            writer.transport.abort()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _abort(self, client_id: str) -> None:
        if (writer := self._writers.get(client_id)) is not None:
            writer.transport.abort()

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, from its first packet to its end."""
        will: Publish | None = None
        session: Session | None = None
        # asyncio does this only for sockets that were made with the protocol's number.
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            _, _, body = await asyncio.wait_for(_next(reader, only=Kind.CONNECT), _PATIENCE_S)
            asked = packets.read_connect(body)
            session, will = self._admit(asked, writer), asked.will
            limit = asked.keep_alive_s * 1.5 or None
            while True:
                kind, flags, body = await asyncio.wait_for(_next(reader), limit)
                if kind is Kind.DISCONNECT:
                    # Reason 4 of version 5: the client leaves, and wants its will sent all the same.
                    will = will if body[:1] == b"\x04" else None
                    break
                self._handle(session, kind, flags, body)
                await writer.drain()
        except (Malformed, _Refused, TimeoutError, OSError, asyncio.IncompleteReadError):
            pass
        except asyncio.CancelledError:
            pass  # the broker closes; asyncio of Python 3.11 would report a connection that ends as cancelled
        finally:
            if session is not None and self._writers.get(session.client_id) is writer:
                self._leave(session)
            if will is not None and session is not None and not self._closing.is_set():
                self._route(will, session.client_id)
            with suppress(OSError):
                writer.close()

    def _admit(self, asked: Connect, writer: asyncio.StreamWriter) -> Session:
        """Answer CONNECT."""
        v5 = asked.version == V5
        if asked.version not in (packets.V311, V5):
            writer.write(packets.connack(packets.V311, 1))
            raise _Refused
        if not self._knows(asked):
            writer.write(packets.connack(asked.version, 0x86 if v5 else 4))
            raise _Refused
        if not asked.client_id and not v5 and not asked.clean:
            writer.write(packets.connack(asked.version, 2))
            raise _Refused
        name, assigned = asked.client_id, ""
        if not name:
            self._named += 1
            name = assigned = f"unnamed-{self._named}"
        self._abort(name)  # a second client of the same name takes the place of the first
        session = None if asked.clean else self._sessions.get(name)
        kept = session is not None
        if session is None:
            session = Session(name, asked.lasting, asked.version)
        session.lasting = asked.lasting
        self._sessions[name], self._writers[name] = session, writer
        writer.write(packets.connack(asked.version, 0, kept=kept, assigned=assigned))

        def send(data: bytes) -> None:
            if writer.is_closing():
                return
            writer.write(data)
            if writer.transport.get_write_buffer_size() > _UNSENT_MAX:
                _log.warning("an MQTT client reads too slowly and is cut off")
                writer.transport.abort()

        session.resume(send, asked.version)
        return session

    def _knows(self, asked: Connect) -> bool:
        name, secret = self.address.username, self.address.password or ""
        if name is None:
            return True
        right_name = hmac.compare_digest((asked.username or "").encode(), name.encode())
        return hmac.compare_digest(asked.password or b"", secret.encode()) and right_name

    def _leave(self, session: Session) -> None:
        del self._writers[session.client_id]
        session.send = None
        if not session.lasting:
            self._sessions.pop(session.client_id, None)

    def _handle(self, session: Session, kind: Kind, flags: int, body: bytes) -> None:
        send = session.send
        if send is None:
            raise _Refused
        match kind:
            case Kind.PUBLISH:
                self._published(session, flags, body)
            case Kind.PUBACK | Kind.PUBREC | Kind.PUBCOMP:
                session.received(kind, Cursor(body).short())
            case Kind.PUBREL:
                identifier = Cursor(body).short()
                session.arriving.discard(identifier)
                send(packets.acknowledgement(Kind.PUBCOMP, identifier))
            case Kind.SUBSCRIBE:
                self._subscribed(session, body)
            case Kind.UNSUBSCRIBE:
                identifier, patterns = packets.read_unsubscribe(body, session.version)
                gone = [session.subscriptions.pop(pattern, None) is not None for pattern in patterns]
                codes = [0 if found else 0x11 for found in gone]
                send(packets.confirmation(Kind.UNSUBACK, identifier, codes, session.version))
            case Kind.PINGREQ:
                send(packets.packet(Kind.PINGRESP))
            case _:
                raise Malformed

    def _published(self, session: Session, flags: int, body: bytes) -> None:
        message, identifier = packets.read_publish(flags, body, session.version)
        if message.qos and not identifier:
            raise Malformed
        known = message.qos == 2 and identifier in session.arriving
        if message.qos == 2:
            session.arriving.add(identifier)
        if not known:
            self._route(message, session.client_id)
        if message.qos and session.send is not None:
            kind = Kind.PUBACK if message.qos == 1 else Kind.PUBREC
            session.send(packets.acknowledgement(kind, identifier))

    def _subscribed(self, session: Session, body: bytes) -> None:
        identifier, wanted = packets.read_subscribe(body, session.version)
        codes = []
        fresh = []
        for one in wanted:
            if not topics.valid(one.pattern) or one.pattern.startswith("$share/"):
                codes.append(0x9E if session.version == V5 and one.pattern.startswith("$share/") else 0x80)
                continue
            if one.retained == 0 or (one.retained == 1 and one.pattern not in session.subscriptions):
                fresh.append(one)
            session.subscriptions[one.pattern] = one
            codes.append(one.qos)
        if session.send is not None:
            session.send(packets.confirmation(Kind.SUBACK, identifier, codes, session.version))
        for one in fresh:
            for message in self._kept.values():
                if topics.matches(one.pattern, message.topic):
                    session.deliver(message, one.qos)

    def _route(self, message: Publish, sender: str) -> None:
        if message.retain and message.payload:
            self._kept[message.topic] = message
        elif message.retain:
            self._kept.pop(message.topic, None)
        for session in list(self._sessions.values()):
            if (wanted := session.wants(message.topic, sender)) is not None:
                session.deliver(evolve(message, retain=message.retain and wanted.as_published), wanted.qos)


async def _next(reader: asyncio.StreamReader, *, only: Kind | None = None) -> tuple[Kind, int, bytes]:
    first = (await reader.readexactly(1))[0]
    if only is not None and first != only << 4:
        raise Malformed
    length = shift = 0
    for place in range(4):
        part = (await reader.readexactly(1))[0]
        length |= (part & 0x7F) << shift
        shift += 7
        if not part & 0x80:
            break
        if place == 3:
            raise Malformed
    if length > _PACKET_MAX or first >> 4 == 0:
        raise Malformed
    return Kind(first >> 4), first & 0x0F, await reader.readexactly(length)


def start_broker(
    *, host: str = "127.0.0.1", port: int = 0, username: str | None = None, password: str | None = None
) -> Broker:
    """A broker that serves.

    Args:
        host: address to listen on.
        port: 0 takes a free one.
        username: clients must sign in with it; `None` lets everyone in.
        password: the same.

    Raises:
        PortInUse: the port is taken.
    """
    return Broker(host=host, port=port, username=username, password=password).start()


__all__ = ["Broker", "PortInUse", "start_broker"]
