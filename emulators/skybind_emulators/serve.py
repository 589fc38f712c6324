"""All emulators, started together: inside a test, or as a program of its own."""

import json
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, TextIO, TypeVar

from attrs import field, frozen

from skybind_emulators.altizure import AltizureEmulator, make_altizure
from skybind_emulators.altizure.gate import refusals
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.clouds import CLOUDS
from skybind_emulators.downlink import DownlinkEmulator, make_downlink
from skybind_emulators.downlink.station import start_station
from skybind_emulators.faults import Faults, check_targets
from skybind_emulators.flighthub import FlightHubEmulator, make_flighthub
from skybind_emulators.koomap import KooMapEmulator, make_koomap
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.server import AppServer, listen
from skybind_emulators.settings import Settings
from skybind_emulators.severing import App
from skybind_emulators.spec import load
from skybind_emulators.store import Exchange, ObjectStore, StoreServer
from skybind_emulators.terra.emulator import TerraEmulator, make_terra

Emulator = TypeVar("Emulator")

# Operations of the store that a fault may name.
STORE_OPERATIONS = (
    *("put", "get", "head", "delete", "deleteMany", "list", "location", "headBucket"),
    *("initiate", "part", "parts", "uploads", "complete", "abort"),
)


# Services with an OpenAPI specification. IAM comes with KooMap.
_SPECIFIED = ("terra", "koomap", "iam", "flighthub", "downlink")


@frozen
class Running:
    """Emulators that are up.

    Attributes:
        ready: what the ready line says: base URL and keys of each service.
        faults: the registry of all targets, such as ``terra.startJob`` and ``store.put``.
        store: the object store.
    """

    ready: dict[str, Any] = field(repr=False)
    faults: Faults
    store: ObjectStore
    _started: Mapping[str, Any]

    @property
    def terra(self) -> TerraEmulator:
        """The TerraAPI emulator. Raises ValueError if it was not chosen, as the others do."""
        return self._one("terra", TerraEmulator)

    @property
    def koomap(self) -> KooMapEmulator:
        """The KooMap emulator."""
        return self._one("koomap", KooMapEmulator)

    @property
    def altizure(self) -> AltizureEmulator:
        """The Altizure emulator."""
        return self._one("altizure", AltizureEmulator)

    @property
    def flighthub(self) -> FlightHubEmulator:
        """The FlightHub emulator."""
        return self._one("flighthub", FlightHubEmulator)

    @property
    def downlink(self) -> DownlinkEmulator:
        """The emulator of the open platform's downlink."""
        return self._one("downlink", DownlinkEmulator)

    def _one(self, name: str, kind: type[Emulator]) -> Emulator:
        found = self._started.get(name)
        if not isinstance(found, kind):
            raise ValueError(f"{name} was not started")  # noqa: TRY004  a choice is missing
        return found


@contextmanager
def start(settings: Settings | None = None, *, log: TextIO | None = None) -> Iterator[Running]:
    """Start the emulators on loopback, for as long as the block lasts.

    Args:
        settings: choices; the defaults if left out.
        log: gets one line per request.

    Raises:
        ValueError: a fault names an operation that does not exist.
        PortInUse: a chosen port is taken.
        NotConnected: the MQTT broker that was chosen is not there.
    """
    settings = settings or Settings()
    check_targets(settings.faults, fault_targets())
    faults = Faults(settings.faults)
    clock = SimulatedClock(settings.pace.scale)
    lines = RequestLog(log)
    for port in settings.further_ports:
        if port:
            listen(settings.host, port).close()  # a clear error before anything is started
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="skybind-emulators-")))
        (folder / "products").mkdir()
        store = ObjectStore(folder / "store", seed=settings.seed, now=clock.now, wall=clock.wall)
        storage = stack.enter_context(
            StoreServer(store, host=settings.host, port=settings.storage_port, faults=faults, log=_store_log(lines))
        )
        house = _House(settings, stack, folder / "products", store, storage, faults, clock, lines)
        ready: dict[str, Any] = {}
        started: dict[str, Any] = {}
        for name in settings.services:
            started[name], ready[name] = getattr(house, name)()
        stack.callback(house.ask_all_to_stop)
        yield Running({"services": ready}, faults, store, started)


@frozen
class _House:
    """What all services share while they are started; ``stack`` stops them."""

    settings: Settings
    stack: ExitStack
    folder: Path
    store: ObjectStore
    storage: StoreServer
    faults: Faults
    clock: SimulatedClock
    lines: RequestLog
    servers: list[AppServer] = field(factory=list)

    def terra(self) -> tuple[TerraEmulator, dict[str, Any]]:
        """Start TerraAPI; return it with its part of the ready line."""
        cloud = CLOUDS[self.settings.region]
        region = {"oss_region": cloud.region} if cloud.dialect == "oss" else {"s3_region": cloud.region}
        self.store.create_bucket(cloud.bucket, **region)
        storage = self.storage
        storage_url = storage.oss_endpoint if cloud.dialect == "oss" else storage.s3_endpoint
        terra = make_terra(
            self.settings,
            self.store,
            self.faults,
            self.clock,
            storage_url=storage_url,
            folder=self.folder,
            log=self.lines,
        )
        self.stack.callback(terra.close)
        return terra, {
            "base_url": self._served(terra.app, self.settings.port),
            "app_key": terra.app_key,
            "secret_key": terra.secret_key,
            "storage": {
                "oss_endpoint": storage.oss_endpoint,
                "s3_endpoint": storage.s3_endpoint,
                "region": cloud.region,
            },
        }

    def koomap(self) -> tuple[KooMapEmulator, dict[str, Any]]:
        """Start KooMap and IAM; return KooMap with its part of the ready line."""
        endpoint = self.storage.s3_endpoint
        koomap = make_koomap(
            self.settings, self.store, self.faults, self.clock, storage_url=endpoint, folder=self.folder, log=self.lines
        )
        self.stack.callback(koomap.close)
        account, materials = koomap.account, koomap.satellite.materials
        return koomap, {
            "base_url": self._served(koomap.app, self.settings.koomap_port),
            "iam_url": self._served(koomap.iam_app, self.settings.iam_port),
            "region": account.region,
            "project_id": account.project_id,
            "domain": account.domain,
            "username": account.username,
            "password": account.password,
            "ak": account.ak,
            "sk": account.sk,
            "token": koomap.token.text,
            "folder_code": koomap.real3d.folder_code,
            "image_codes": list(koomap.real3d.image_codes),
            "satellite_image_ids": koomap.satellite.ready_image_ids,
            "csv_ids": list(materials.csvs),
            "vector_ids": list(materials.vectors),
            "storage": {"obs_endpoint": endpoint},
        }

    def altizure(self) -> tuple[AltizureEmulator, dict[str, Any]]:
        """Start Altizure; return it with its part of the ready line."""
        storage = self.storage
        altizure = make_altizure(
            self.settings,
            self.store,
            self.faults,
            self.clock,
            storage_url=storage.oss_endpoint,
            folder=self.folder,
            log=self.lines,
        )
        self.stack.callback(altizure.close)
        return altizure, {
            "endpoint": self._served(altizure.app, self.settings.altizure_port) + "/graphql",
            "key": altizure.accounts.key,
            "altitoken": altizure.altitoken,
            "email": altizure.user.email,
            "password": altizure.user.password,
            "storage": {
                "oss_endpoint": storage.oss_endpoint,
                "s3_endpoint": storage.s3_endpoint,
                "region": altizure.buckets.nearest("image")[0].region,
            },
        }

    def flighthub(self) -> tuple[FlightHubEmulator, dict[str, Any]]:
        """Start FlightHub; return it with its part of the ready line."""
        cloud = CLOUDS[self.settings.region]
        region = {"oss_region": cloud.region} if cloud.dialect == "oss" else {"s3_region": cloud.region}
        self.store.create_bucket(cloud.bucket, **region)
        storage = self.storage
        storage_url = storage.oss_endpoint if cloud.dialect == "oss" else storage.s3_endpoint
        flighthub = make_flighthub(
            self.settings,
            self.store,
            self.faults,
            self.clock,
            storage_url=storage_url,
            folder=self.folder,
            log=self.lines,
        )
        self.stack.callback(flighthub.close)
        return flighthub, {
            "base_url": self._served(flighthub.app, self.settings.flighthub_port),
            "user_token": flighthub.user_token,
            "project_uuid": flighthub.project_uuid,
            "storage": {
                "oss_endpoint": storage.oss_endpoint,
                "s3_endpoint": storage.s3_endpoint,
                "region": cloud.region,
            },
        }

    def downlink(self) -> tuple[DownlinkEmulator, dict[str, Any]]:
        """Start the open platform, the broker behind it and the dock; return it with its part of the ready line."""
        station = start_station(self.settings, self.clock, self.stack)
        downlink = make_downlink(
            self.settings,
            self.store,
            self.faults,
            self.clock,
            transport=station.bridge,
            dock=station.dock,
            storage_url=self.storage.s3_endpoint,
            log=self.lines,
        )
        self.stack.callback(downlink.close)
        station.open()
        return downlink, {
            "base_url": self._served(downlink.app, self.settings.downlink_port),
            "api_id": downlink.api_id,
            "api_key": downlink.api_key,
            "device_id": downlink.device_id,
            "mqtt_url": station.url,
            "gateway_sn": downlink.gateway_sn,
        }

    def ask_all_to_stop(self) -> None:
        """Let all servers begin to stop before the first is waited for."""
        for server in self.servers:
            server.ask_to_stop()

    def _served(self, app: App, port: int) -> str:
        server = self.stack.enter_context(AppServer(app, host=self.settings.host, port=port))
        self.servers.append(server)
        return server.base_url


def serve(settings: Settings, *, ready: Callable[[dict[str, Any]], None] = lambda _line: None) -> None:
    """Start the emulators, print one line of JSON when they are ready, serve until SIGINT or SIGTERM.

    Requests are logged on stderr, one line each. Must be called from the main thread.

    Args:
        settings: choices.
        ready: told what the line says, just before it is printed.

    Raises:
        ValueError: a fault names an operation that does not exist.
        PortInUse: a chosen port is taken.
        NotConnected: the MQTT broker that was chosen is not there.
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


def fault_targets() -> Mapping[str, tuple[int | str, ...]]:
    """Every ``<service>.<operation>`` at which a fault can strike, with the codes that it lists."""
    targets: dict[str, tuple[int | str, ...]] = {f"store.{operation}": () for operation in STORE_OPERATIONS}
    for service in _SPECIFIED:
        targets |= {f"{service}.{name}": operation.codes for name, operation in load(service).operations.items()}
    targets |= {f"altizure.{name}": codes for name, codes in refusals().items()}
    return targets


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
