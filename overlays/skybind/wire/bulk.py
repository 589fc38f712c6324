"""The lean path for photo and model bytes: blocking, one connection a thread, blocks of 1 MiB.

API calls go through :mod:`skybind.wire.transport`. Bulk bytes do not: measured on 200 files of 10 MB, the standard
library's client with blocks of 1 MiB takes half of the processor time that a general HTTP library takes, and a
tenth of what some cloud SDKs take. It never holds more than one block of a file.

Time is counted by the byte. A block of 1 MiB may take a minute on a bad uplink, so it is no single operation with a
single timeout: each piece that the system takes of it starts the timeout anew. A peer that takes a byte now and then
is given up all the same, by what it moves in a whole timeout.
"""

from __future__ import annotations

import base64
import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit

import attrs

from skybind.options import Options
from skybind.wire.metering import Allowance, Pulse
from skybind.wire.telemetry import bare_url
from skybind.wire.terms import proxy_for, tls_context, user_agent

__all__ = ["BLOCK", "Bulk", "BulkAnswer", "BulkFault", "Incoming", "Unreachable", "is_local"]

BLOCK = 1024 * 1024
_LONGEST_ERROR_BODY = 64 * 1024
_PIECE = 128 * 1024  # bytes in one operation on TLS, which takes all of them or none before its timeout
_MOMENT = 0.1  # seconds after which what has come is handed on, so that counters and stops are no later
_SLOWEST = 256.0  # bytes a second; what moves less during a whole read timeout does not count as alive


class BulkFault(Exception):
    """No whole answer; sending again is harmless, since a key is simply overwritten. Never leaves the transfer room."""


class Unreachable(BulkFault):
    """There was not even a connection: no network, no name, nobody there. It may last, and blames no file."""


@attrs.frozen
class BulkAnswer:
    """A whole small answer of a store; header names in lower case."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)


class Incoming:
    """An answer whose body is still to be read."""

    def __init__(self, response: http.client.HTTPResponse, pulse: Pulse, allowance: Allowance | None) -> None:
        self._response = response
        self._pulse = pulse
        self._allowance = allowance
        self._broken: Exception | None = None
        self._own: memoryview | None = None
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}

    def block(self) -> bytes:
        """What has come in the meantime, up to 1 MiB; empty at the end.

        Raises:
            BulkFault: as of :meth:`into`.
        """
        if self._own is None:
            self._own = memoryview(bytearray(BLOCK))
        return bytes(self._own[: self.into(self._own)])

    def into(self, view: memoryview) -> int:
        """Put what comes into ``view`` until that is full or a moment has passed; returns how much, 0 at the end.

        Memory that is used again takes half of the processor time that new memory for each block takes; and on TLS,
        where a record has 16 KiB, waiting for more saves most of the calls.

        Raises:
            BulkFault: the body ended early, or comes so slowly that it is none; what came before was returned.
        """
        most = len(view) if self._allowance is None else self._allowance.step(len(view))
        filled = 0
        began = last = time.monotonic()
        try:
            if self._broken is not None:
                raise self._broken
            while filled < most and last - began < _MOMENT and (count := self._take(view[filled:most])):
                filled += count
                now = time.monotonic()
                self._pulse.beat(count, now - last)
                last = now
            if self._response.length == 0:
                self._response.read()  # at its end; the connection may go on
            elif not filled and self._response.length:
                raise BulkFault(f"cut off {self._response.length} bytes before its end")
        except (OSError, http.client.HTTPException) as error:
            if not filled:
                raise BulkFault(_words(error)) from error
            self._broken = error
        if self._allowance is not None:
            self._allowance.pay(filled)
        return filled

    def _take(self, view: memoryview) -> int:
        response = self._response
        if response.isclosed():
            return 0
        if response.chunked:
            block = response.read1(len(view))
            view[: len(block)] = block
            return len(block)
        if response.length is None:
            return response.fp.readinto1(view)
        # `response.readinto` comes back when all of the view is full, and would never show a peer that drips.
        count = response.fp.readinto1(view[: response.length])
        response.length -= count
        return count

    def read(self) -> bytes:
        """The start of the body, for error messages."""
        try:
            return self._response.read(_LONGEST_ERROR_BODY)
        except (OSError, http.client.HTTPException) as error:
            raise BulkFault(_words(error)) from error


def _words(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "the peer stopped moving bytes"
    if isinstance(error, http.client.RemoteDisconnected):
        return "the peer closed the connection without an answer"
    return f"{type(error).__name__}: {error}"[:160]


def _authorization(proxy: str | None) -> dict[str, str]:
    """User and password in a proxy's address, as the proxy wants them."""
    address = proxy or ""
    parts = urlsplit(address if "//" in address else f"//{address}")
    if not parts.username:
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"proxy-authorization": "Basic " + base64.b64encode(pair.encode()).decode()}


@lru_cache(maxsize=64)  # asked several times a request
def is_local(host: str) -> bool:
    """Whether the host is an address or this machine, and so no place for ``bucket.host`` names."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


class Bulk:
    """Sends and receives bodies of any size. Safe to share between threads; each has its own connections.

    Args:
        options: Timeouts, proxy, CA bundle and bandwidth are used; headers and retries are not.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._tls: ssl.SSLContext | None = None
        self._local = threading.local()
        self._all: list[http.client.HTTPConnection] = []
        self._lock = threading.Lock()
        self._agent = user_agent(options)
        self._aborted = threading.Event()
        self._allowance = Allowance(options.bwlimit, pause=self._aborted.wait) if options.bwlimit else None

    def send(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: Callable[[], Iterator[bytes | memoryview]] | bytes,
        length: int,
    ) -> BulkAnswer:
        """Send a body and read the small answer.

        Args:
            method: HTTP method.
            url: Address; its query may be a signature, so it is never printed.
            headers: As signed.
            body: Bytes, or what starts an iterator of blocks; it is started again if an idle connection was dead.
            length: Bytes in all.

        Raises:
            BulkFault: no whole answer.
        """
        while True:
            connection, reused = self._connection(url)
            try:
                return self._exchange(connection, method, url, headers, body, length)
            except (OSError, http.client.HTTPException) as error:
                self._drop(url)
                if reused and isinstance(error, (http.client.RemoteDisconnected, ConnectionError)):
                    continue  # the peer had closed it while it was idle
                raise BulkFault(f"{bare_url(url)}: {_words(error)}") from error
            except BaseException:
                self._drop(url)
                raise

    def _exchange(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: Callable[[], Iterator[bytes | memoryview]] | bytes,
        length: int,
    ) -> BulkAnswer:
        try:
            connection.putrequest(method, self._target(url), skip_host="host" in headers, skip_accept_encoding=True)
            known = {"user-agent": self._agent, **self._for_proxy(url)}
            for name, value in {**known, **headers, "content-length": str(length)}.items():
                connection.putheader(name, value)
            connection.endheaders()
            pulse = self._pulse()
            for block in [body] if isinstance(body, bytes) else body():
                self._push(connection.sock, block, pulse)
        except (BrokenPipeError, ConnectionResetError):
            # A store that refuses does not wait for the rest; its answer may be there already.
            response = connection.getresponse()
            answer = BulkAnswer(response.status, _headers(response), response.read(_LONGEST_ERROR_BODY))
            if answer.status < 400:
                raise
            self._drop(url)
            return answer
        response = connection.getresponse()
        return BulkAnswer(response.status, _headers(response), response.read())

    def _pulse(self) -> Pulse:
        return Pulse(_SLOWEST, self._options.read_timeout)

    def _push(self, sock: socket.socket, block: bytes | memoryview, pulse: Pulse) -> None:
        """Hand a block to the system, piece by piece: ``sendall`` would have one timeout for all of it."""
        view = memoryview(block)
        piece = _PIECE if isinstance(sock, ssl.SSLSocket) else len(view)
        if self._allowance is not None:
            piece = self._allowance.step(piece)
        while view:
            began = time.monotonic()
            count = sock.send(view[:piece])
            pulse.beat(count, time.monotonic() - began)
            if self._allowance is not None:
                self._allowance.pay(count)
            view = view[count:]

    @contextlib.contextmanager
    def get(self, url: str, headers: Mapping[str, str]) -> Iterator[Incoming]:
        """Ask for a body and read it in blocks.

        Raises:
            BulkFault: no whole answer, also from the reading inside the ``with``.
        """
        while True:
            connection, reused = self._connection(url)
            try:
                connection.putrequest("GET", self._target(url), skip_accept_encoding=True)
                known = {"user-agent": self._agent, "accept-encoding": "identity", **self._for_proxy(url)}
                for name, value in {**known, **headers}.items():
                    connection.putheader(name, value)
                connection.endheaders()
                response = connection.getresponse()
            except (OSError, http.client.HTTPException) as error:
                self._drop(url)
                if reused and isinstance(error, (http.client.RemoteDisconnected, ConnectionError)):
                    continue
                raise BulkFault(f"{bare_url(url)}: {_words(error)}") from error
            break
        try:
            yield Incoming(response, self._pulse(), self._allowance)
            if not response.isclosed():
                self._drop(url)  # left unread on purpose
        except BaseException:
            self._drop(url)
            raise

    # -------------------------------------------------------------------------------------------- connections

    def _for_proxy(self, url: str) -> dict[str, str]:
        """Headers for a proxy that reads the request; through a tunnel it reads only the CONNECT."""
        parts = urlsplit(url)
        return _authorization(proxy_for(self._options, "http", parts.hostname or "")) if parts.scheme == "http" else {}

    def _target(self, url: str) -> str:
        parts = urlsplit(url)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        if parts.scheme == "http" and proxy_for(self._options, "http", parts.hostname or ""):
            return f"http://{parts.netloc}{target}"
        return target or "/"

    def _connection(self, url: str) -> tuple[http.client.HTTPConnection, bool]:
        parts = urlsplit(url)
        key = f"{parts.scheme}://{parts.netloc}"
        mine: dict[str, http.client.HTTPConnection] = self._local.__dict__.setdefault("connections", {})
        connection = mine.get(key)
        if connection is not None:
            if connection.sock is not None:
                return connection, True
            self._drop(url)  # the last answer ended it; the library would reopen it with the timeout for connecting
        connection = self._connect(parts.scheme, parts.hostname or "", parts.port)
        mine[key] = connection
        with self._lock:
            self._all.append(connection)
        return connection, False

    def _connect(self, scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
        timeout = self._options.connect_timeout
        proxy = proxy_for(self._options, scheme, host)
        via = urlsplit(proxy if proxy is None or "//" in proxy else f"http://{proxy}") if proxy else None
        first_host, first_port = (via.hostname or "", via.port) if via else (host, port)
        connection: http.client.HTTPConnection
        if scheme == "https":
            self._tls = self._tls or tls_context(self._options)
            connection = http.client.HTTPSConnection(
                first_host, first_port, timeout=timeout, blocksize=BLOCK, context=self._tls
            )
            if via:
                connection.set_tunnel(host, port or 443, _authorization(proxy))
        else:
            connection = http.client.HTTPConnection(first_host, first_port, timeout=timeout, blocksize=BLOCK)
        try:
            connection.connect()
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(f"cannot reach {host}: {_words(error)}") from error
        sock: socket.socket = connection.sock
        sock.settimeout(self._options.read_timeout)
        return connection

    def _drop(self, url: str) -> None:
        parts = urlsplit(url)
        mine: dict[str, http.client.HTTPConnection] = self._local.__dict__.setdefault("connections", {})
        connection = mine.pop(f"{parts.scheme}://{parts.netloc}", None)
        if connection is not None:
            connection.close()
            with self._lock:
                self._all.remove(connection)

    def abort(self) -> None:
        """Wake the threads that wait for a peer or for their turn; what they were doing fails."""
        self._aborted.set()
        with self._lock:
            for connection in self._all:
                with contextlib.suppress(OSError, AttributeError):
                    connection.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the connections of all threads; call it when they have ended."""
        with self._lock:
            connections, self._all = self._all, []
        for connection in connections:
            connection.close()
        self._local = threading.local()


def _headers(response: http.client.HTTPResponse) -> dict[str, str]:
    return {name.lower(): value for name, value in response.getheaders()}
