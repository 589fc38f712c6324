"""An ASGI application served on a port, from a thread of its own."""

import asyncio
import contextlib
import errno
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from types import TracebackType
from typing import Any, Self

import uvicorn
from uvicorn.config import HTTP_PROTOCOLS
from uvicorn.importer import import_from_string

from skybind_emulators.severing import App, with_transport

_PATIENCE_S = 10.0
_HANDLERS = 40  # that run at a time; some wait for products, and would keep a small pool busy


class PortInUse(Exception):
    """Another program listens on the port."""


class _HandsOverTransport:
    """Part of a uvicorn protocol: puts the transport of each connection into the scope of its requests."""

    app: App

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)  # type: ignore[misc]  # of the protocol that this class is mixed into
        self.app = with_transport(self.app, transport)


class _Server(uvicorn.Server):
    """uvicorn that stops when it is asked to. By itself it looks every tenth of a second whether it should, and then
    waits as long again; a suite starts hundreds of emulators."""

    _loop: asyncio.AbstractEventLoop | None = None

    async def main_loop(self) -> None:
        self._asked = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.set_default_executor(ThreadPoolExecutor(_HANDLERS, thread_name_prefix="skybind-emulator-handler"))
        while not self.should_exit:
            await self._asked.wait()

    def ask_to_stop(self) -> None:
        """May be called from any thread, and more than once."""
        self.should_exit = True
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # it has stopped
                self._loop.call_soon_threadsafe(self._asked.set)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listener in sockets or ():
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        deadline = time.monotonic() + (self.config.timeout_graceful_shutdown or 0)
        while self.server_state.connections or self.server_state.tasks:
            if time.monotonic() > deadline:
                for task in self.server_state.tasks:
                    task.cancel()
                return
            await asyncio.sleep(0.002)


def _protocol() -> type[asyncio.Protocol]:
    parser = "httptools" if find_spec("httptools") else "h11"
    base: Any = import_from_string(HTTP_PROTOCOLS[parser])
    protocol: type[asyncio.Protocol] = type("EmulatorProtocol", (_HandsOverTransport, base), {})
    return protocol


def listen(host: str, port: int) -> socket.socket:
    """A bound TCP socket; port 0 takes a free one.

    Raises:
        PortInUse: the port is taken.
        OSError: the address cannot be listened on for another reason.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio switches the delay of small writes off. Otherwise every answer, which is sent as
    # head and body, waits 40 ms for the acknowledgement of its head.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(f"port {port} of {host} is in use by another program") from None
        raise
    return listener


class AppServer:
    """Serves an application until it is stopped.

    Args:
        app: the application.
        host: address to listen on.
        port: 0 takes a free one.

    Raises:
        PortInUse: the port is taken.
    """

    def __init__(self, app: App, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self._listener = listen(host, port)
        shown = f"[{host}]" if ":" in host else host
        self.base_url = f"http://{shown}:{self._listener.getsockname()[1]}"
        config = uvicorn.Config(
            app,
            http=_protocol(),
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            date_header=False,  # the service's own clock goes out, which may be off on purpose
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=2,
        )
        self._server = _Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._listener]}, name="skybind-emulator", daemon=True
        )

    def start(self) -> Self:
        """Begin to serve; return when requests are answered.

        Raises:
            RuntimeError: the server did not come up.
        """
        self._thread.start()
        deadline = time.monotonic() + _PATIENCE_S
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise RuntimeError("the emulator's server did not start")
            time.sleep(0.005)
        return self

    def ask_to_stop(self) -> None:
        """Begin to stop, and do not wait for it: several servers stop in the time of one."""
        self._server.ask_to_stop()

    def stop(self) -> None:
        """Finish the requests under way, close all connections, free the port."""
        self.ask_to_stop()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE_S)
        self._listener.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
