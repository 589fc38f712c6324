"""All emulators, started together: inside a test, or as a program of its own."""

import json
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, TextIO

from attrs import field, frozen

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.faults import Faults, check_targets
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.server import AppServer, listen
from skybind_emulators.settings import Settings
from skybind_emulators.spec import load
from skybind_emulators.store import Exchange, ObjectStore, StoreServer
from skybind_emulators.terra.cloud import CLOUDS
from skybind_emulators.terra.emulator import TerraEmulator, make_terra

# Operations of the store that a fault may name.
STORE_OPERATIONS = (
    *("put", "get", "head", "delete", "deleteMany", "list", "location", "headBucket"),
    *("initiate", "part", "parts", "uploads", "complete", "abort"),
)


@frozen
class Running:
    """Emulators that are up.

    Attributes:
        ready: what the ready line says: base URL and keys of each service.
        terra: the TerraAPI emulator.
        faults: the registry of all targets, such as ``terra.startJob`` and ``store.put``.
        store: the object store.
    """

    ready: dict[str, Any] = field(repr=False)
    terra: TerraEmulator
    faults: Faults
    store: ObjectStore


@contextmanager
def start(settings: Settings | None = None, *, log: TextIO | None = None) -> Iterator[Running]:
    """Start the emulators on loopback, for as long as the block lasts.

    Args:
        settings: choices; the defaults if left out.
        log: gets one line per request.

    Raises:
        ValueError: a fault names an operation that does not exist.
        PortInUse: a chosen port is taken.
    """
    settings = settings or Settings()
    check_targets(settings.faults, fault_targets())
    faults = Faults(settings.faults)
    clock = SimulatedClock(settings.pace.scale)
    cloud = CLOUDS[settings.region]
    lines = RequestLog(log)
    if settings.storage_port:
        listen(settings.host, settings.storage_port).close()  # a clear error before anything is started
    with tempfile.TemporaryDirectory(prefix="skybind-emulators-") as folder:
        products = Path(folder, "products")
        products.mkdir()
        store = ObjectStore(Path(folder, "store"), seed=settings.seed, now=clock.now, wall=clock.wall)
        region = {"oss_region": cloud.region} if cloud.dialect == "oss" else {"s3_region": cloud.region}
        store.create_bucket(cloud.bucket, **region)
        with StoreServer(
            store, host=settings.host, port=settings.storage_port, faults=faults, log=_store_log(lines)
        ) as storage:
            storage_url = storage.oss_endpoint if cloud.dialect == "oss" else storage.s3_endpoint
            terra = make_terra(settings, store, faults, clock, storage_url=storage_url, folder=products, log=lines)
            try:
                with AppServer(terra.app, host=settings.host, port=settings.port) as server:
                    described = {
                        "base_url": server.base_url,
                        "app_key": terra.app_key,
                        "secret_key": terra.secret_key,
                        "storage": {
                            "oss_endpoint": storage.oss_endpoint,
                            "s3_endpoint": storage.s3_endpoint,
                            "region": cloud.region,
                        },
                    }
                    yield Running({"services": {"terra": described}}, terra, faults, store)
            finally:
                terra.close()


def serve(settings: Settings, *, ready: Callable[[dict[str, Any]], None] = lambda _line: None) -> None:
    """Start the emulators, print one line of JSON when they are ready, serve until SIGINT or SIGTERM.

    Requests are logged on stderr, one line each. Must be called from the main thread.

    Args:
        settings: choices.
        ready: told what the line says, just before it is printed.

    Raises:
        ValueError: a fault names an operation that does not exist.
        PortInUse: a chosen port is taken.
    """
    asked = threading.Event()
    with _on_signals(asked.set), start(settings, log=sys.stderr) as running:
        ready(running.ready)
        sys.stdout.write(json.dumps(running.ready) + "\n")
        sys.stdout.flush()
        asked.wait()


def _store_log(lines: RequestLog) -> Callable[[Exchange], None]:
    def write(exchange: Exchange) -> None:
        outcome = exchange.status or "cut"
        # The store masks what is secret in the target; the query, where signed links are, is left out all the same.
        path = exchange.target.partition("?")[0]
        lines.note(f"store {exchange.method} {path} {exchange.operation} {outcome}")

    return write


def fault_targets() -> frozenset[str]:
    """Every ``<service>.<operation>`` at which a fault can strike."""
    api = {f"terra.{operation_id}" for operation_id in load("terra").operations}
    return frozenset(api | {f"store.{operation}" for operation in STORE_OPERATIONS})


@contextmanager
def _on_signals(stop: Callable[[], None]) -> Iterator[None]:
    def handle(_: int, __: FrameType | None) -> None:
        stop()

    before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
