"""A broker, the platform's bridge, docks, and a place from which wayline files are downloaded."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.bridge import Bridge
from skybind_emulators.downlink.broker import Broker, start_broker
from skybind_emulators.downlink.dock import Dock, DockRules
from skybind_emulators.speed import parse_speed
from unit.emulators.downlink_dock.cloud import Cloud
from unit.emulators.downlink_dock.dockyard import DRONE, GATEWAY, KMZ


@pytest.fixture
def broker() -> Iterator[Broker]:
    """A broker on a free port."""
    with start_broker() as started:
        yield started


@pytest.fixture
def make_bridge(broker: Broker) -> Iterator[Callable[..., Bridge]]:
    """Makes bridges to the broker; they are closed at the end of the test."""
    made: list[Bridge] = []

    def make(url: str = "") -> Bridge:
        made.append(Bridge(url or broker.url))
        return made[-1].start()

    yield make
    for bridge in made:
        bridge.close()


@pytest.fixture
def make_dock(broker: Broker) -> Iterator[Callable[..., Dock]]:
    """Makes docks at the broker; names of `DockRules` go there. They are closed at the end of the test."""
    made: list[Dock] = []

    def make(speed: str = "instant", clock: SimulatedClock | None = None, **rules: Any) -> Dock:
        made.append(Dock(broker.url, GATEWAY, DRONE, clock, parse_speed(speed), DockRules(**rules)))
        return made[-1].start()

    yield make
    for dock in made:
        dock.close()


RECEIVED: dict[str, bytes] = {}


class _Files(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/route.kmz"
        self.send_response(200 if found else 404)
        self.end_headers()
        if found:
            self.wfile.write(KMZ)

    def do_PUT(self) -> None:
        RECEIVED[self.path.partition("?")[0]] = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@pytest.fixture(scope="session")
def file_url() -> Iterator[str]:
    """Where the sample route can be downloaded."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/route.kmz"
    server.shutdown()
    server.server_close()


@pytest.fixture
def cloud(broker: Broker, file_url: str) -> Iterator[Cloud]:
    """A cloud of its own making: plain paho, which answers what docks ask."""
    made = Cloud(broker.url, file_url)
    RECEIVED.clear()
    made.received = RECEIVED
    yield made
    made.close()
