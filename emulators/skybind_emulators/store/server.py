"""The store on a TCP port."""

import contextlib
import selectors
import socket
import threading
from types import TracebackType
from typing import Self

from .connection import Connection, Log
from .faulting import FaultSource
from .objects import ObjectStore
from .service import StoreService


class StoreServer:
    """Serves one `ObjectStore` over HTTP/1.1, a thread to a connection; a context manager that starts and stops.

    Buckets are found in the path (``/bucket/key``) and in the host name (``bucket.localhost``,
    ``bucket.127.0.0.1``).

    Args:
        store: What to serve.
        host: Address to listen on.
        port: 0 takes a free one.
        faults: Asked once per request whether ``store.<operation>`` is to go wrong.
        log: Called with each `Exchange` after it is over, from the thread of its connection.
        timeout_s: Seconds of silence after which a connection ends. S3 and OSS answer ``RequestTimeout`` when it is
            a body that stops; how long they wait is our assumption.
    """

    def __init__(
        self,
        store: ObjectStore,
        host: str = "127.0.0.1",
        port: int = 0,
        faults: FaultSource | None = None,
        log: Log | None = None,
        *,
        timeout_s: float = 60.0,
    ) -> None:
        self.store = store
        self._address = (host, port)
        self._faults = faults
        self._log = log
        self._timeout_s = timeout_s
        self._service = StoreService(store)
        self._hosts = frozenset({host, "127.0.0.1", "localhost"})
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._open: dict[socket.socket, threading.Thread] = {}
        self._listener: socket.socket | None = None
        self._accepting: threading.Thread | None = None
        self._wake: socket.socket | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def port(self) -> int:
        """The port that the server listens on; RuntimeError before `start`."""
        if self._listener is None:
            raise RuntimeError("the store server is not running")
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def oss_endpoint(self) -> str:
        """Base URL for OSS clients."""
        return f"http://{self._address[0]}:{self.port}"

    @property
    def s3_endpoint(self) -> str:
        """Base URL for S3 clients; the same server tells the dialects apart by the request."""
        return self.oss_endpoint

    def start(self) -> None:
        """Listen, and serve from threads in the background."""
        self._stopping.clear()
        self._listener = socket.create_server(self._address, backlog=256)
        self._wake, woken = socket.socketpair()
        self._accepting = threading.Thread(
            target=self._accept, args=(self._listener, woken), name="store-accept", daemon=True
        )
        self._accepting.start()

    def stop(self) -> None:
        """End all connections and wait until their threads are through. Nothing happens if it is not running."""
        if self._listener is None or self._accepting is None or self._wake is None:
            return
        self._stopping.set()
        self._wake.close()
        self._accepting.join()
        with self._lock:
            threads = list(self._open.values())
            for connected in self._open:
                with contextlib.suppress(OSError):  # it may be closing by itself
                    connected.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(timeout=10)
        self._listener = self._accepting = self._wake = None

    def _accept(self, listener: socket.socket, woken: socket.socket) -> None:
        with listener, woken, selectors.DefaultSelector() as selector:
            selector.register(listener, selectors.EVENT_READ)
            selector.register(woken, selectors.EVENT_READ)
            while not self._stopping.is_set():
                if any(key.fileobj is listener for key, _ in selector.select()):
                    try:
                        connected, _ = listener.accept()
                    except OSError:
                        continue  # the peer went away between select and accept
                    self._serve(connected)

    def _serve(self, connected: socket.socket) -> None:
        connection = Connection(
            connected,
            self._service,
            hosts=self._hosts,
            faults=self._faults,
            log=self._log,
            stopping=self._stopping,
            timeout_s=self._timeout_s,
        )

        def run() -> None:
            try:
                connection.serve()
            finally:
                with self._lock:
                    self._open.pop(connected, None)

        thread = threading.Thread(target=run, name="store-connection", daemon=True)
        with self._lock:
            self._open[connected] = thread
        thread.start()
