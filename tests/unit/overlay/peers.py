"""A peer on loopback that does what a test tells it to, request after request, and remembers what came.

Real sockets rather than a mocked HTTP library: a signature must fit the bytes on the wire, and half of the faults that
matter (an answer that is lost, cut, or drips) do not exist above the socket.
"""

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Self

from attrs import define, frozen


@frozen
class Received:
    """A request as it came over the wire; header names in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    connection: int


class Hangup(Exception):
    """The play ends the connection."""


@define
class Exchange:
    """One request and the means to answer it.

    Attributes:
        method, target, headers: What the head said.
        stopping: Set when the peer is taken down; plays wait on it rather than sleep.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    connection: int
    stopping: threading.Event
    _socket: socket.socket
    _buffer: bytearray
    _note: Callable[[Received], None]
    _body: bytes | None = None

    def body(self) -> bytes:
        """Read the body to its end."""
        if self._body is None:
            length = int(self.headers.get("content-length", "0"))
            while len(self._buffer) < length:
                block = self._socket.recv(65536)
                if not block:
                    break
                self._buffer += block
            self._remember(bytes(self._buffer[:length]))
            del self._buffer[:length]
        assert self._body is not None
        return self._body

    def _remember(self, body: bytes) -> None:
        self._body = body
        self._note(Received(self.method, self.target, self.headers, body, self.connection))

    def over(self) -> None:
        """Put the request on record, if the play did not care for its body."""
        if self._body is None:
            self._remember(b"")

    def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._socket.sendall(data)

    def answer(self, status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> None:
        """Send a whole answer."""
        lines = {"Content-Length": str(len(body)), **(headers or {})}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        self.raw(f"HTTP/1.1 {status} Said\r\n{head}\r\n".encode() + body)

    def hang_up(self, *, reset: bool = False) -> None:
        """End the connection; with ``reset`` by an RST."""
        if reset:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise Hangup

    def tunnel(self, host: str, port: int) -> None:
        """Become a blind pipe to another address, as a proxy does after CONNECT."""
        with socket.create_connection((host, port)) as other:
            self.raw(b"HTTP/1.1 200 Connected\r\n\r\n")
            back = threading.Thread(target=_pump, args=(other, self._socket), daemon=True)
            back.start()
            _pump(self._socket, other)
            back.join()
        raise Hangup


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while block := source.recv(65536):
            sink.sendall(block)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


Play = Callable[[Exchange], None]


def says(status: int, body: bytes | str = b"", **headers: str) -> Play:
    """Answers. Header names are written with underscores: ``Retry_After="2"``."""
    content = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def play(exchange: Exchange) -> None:
        exchange.body()
        exchange.answer(status, content, named)

    return play


def loses_the_answer(exchange: Exchange) -> None:
    """Takes the whole request and closes without a word."""
    exchange.body()
    exchange.hang_up()


def resets(exchange: Exchange) -> None:
    """Takes the whole request and breaks the connection."""
    exchange.body()
    exchange.hang_up(reset=True)


def stalls(exchange: Exchange) -> None:
    """Takes the whole request and never answers."""
    exchange.body()
    exchange.stopping.wait()
    exchange.hang_up()


def cuts(announced: int, body: bytes) -> Play:
    """Announces more bytes than it sends, then closes."""

    def play(exchange: Exchange) -> None:
        exchange.body()
        exchange.raw(f"HTTP/1.1 200 Said\r\nContent-Length: {announced}\r\n\r\n".encode() + body)
        exchange.hang_up()

    return play


def drips(head: bytes, *, every: float = 0.05, lasts: float = 1.6) -> Play:
    """Sends a head, and then a byte now and again, for much longer than anybody should wait."""

    def play(exchange: Exchange) -> None:
        exchange.body()
        exchange.raw(head)
        until = time.monotonic() + lasts
        while time.monotonic() < until and not exchange.stopping.wait(every):
            exchange.raw(b"1")
        exchange.hang_up()

    return play


class Peer:
    """Listens on loopback; plays one play a request, the last one for ever.

    Args:
        plays: What to do with the first request, the second and so on, whatever connection they come on.
    """

    def __init__(self, *plays: Play) -> None:
        self._plays = list(plays)
        self.requests: list[Received] = []
        self.connections = 0
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up_all()
        with self._lock:
            threads = list(self._threads)
        for thread in threads:
            thread.join(timeout=5)

    def hang_up_all(self) -> None:
        """Close the connections that are open, idle ones included."""
        with self._lock:
            sockets, self._sockets = self._sockets, []
        for connected in sockets:
            with contextlib.suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)

    def _start(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        with self._lock:
            self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                connected, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self._sockets.append(connected)
                number = self.connections
            self._start(self._serve, connected, number)

    def _serve(self, connected: socket.socket, number: int) -> None:
        buffer = bytearray()
        with connected, contextlib.suppress(OSError, Hangup):
            while (exchange := self._read(connected, buffer, number)) is not None:
                with self._lock:
                    play = self._plays.pop(0) if len(self._plays) > 1 else self._plays[0]
                try:
                    play(exchange)
                finally:
                    exchange.over()

    def _remember(self, received: Received) -> None:
        with self._lock:
            self.requests.append(received)

    def _read(self, connected: socket.socket, buffer: bytearray, number: int) -> Exchange | None:
        while b"\r\n\r\n" not in buffer:
            block = connected.recv(65536)
            if not block:
                return None
            buffer += block
        head, _, rest = bytes(buffer).partition(b"\r\n\r\n")
        buffer[:] = rest
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return Exchange(method, target, headers, number, self._stopping, connected, buffer, self._remember)


@contextlib.contextmanager
def nobody() -> Iterator[str]:
    """An address on loopback where nobody listens, and nobody will while it is used."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}"
