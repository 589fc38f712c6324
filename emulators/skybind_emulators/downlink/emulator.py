"""The open platform's downlink, put together."""

from typing import TYPE_CHECKING

from skybind_emulators.application import Application, Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.adapter import Adapter
from skybind_emulators.downlink.callbacks import Callbacks
from skybind_emulators.downlink.callers import Callers
from skybind_emulators.downlink.catalogue import Catalogue, with_plain_envelope
from skybind_emulators.downlink.command_handlers import CommandHandlers
from skybind_emulators.downlink.commands import CommandRecord, Commands
from skybind_emulators.downlink.credential_handlers import CredentialHandlers
from skybind_emulators.downlink.credentials import CredentialRecord, Credentials
from skybind_emulators.downlink.deliveries import Deliveries
from skybind_emulators.downlink.device_requests import DeviceRequestRecord, DeviceRequests
from skybind_emulators.downlink.dialect import DownlinkDialect
from skybind_emulators.downlink.fleet import Fleet
from skybind_emulators.downlink.gateway import Gateway
from skybind_emulators.downlink.object_config import ObjectConfig
from skybind_emulators.downlink.objects import Objects, Storage
from skybind_emulators.downlink.transport import Transport
from skybind_emulators.faults import Faults
from skybind_emulators.identity import Identities
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import Settings
from skybind_emulators.spec import load

if TYPE_CHECKING:
    from skybind_emulators.downlink.dock import Dock

SERVICE = "downlink"


class DownlinkEmulator:
    """The open platform with one tenant and one device.

    Attributes:
        app: the ASGI application.
        credentials: who may send requests; further ones can be added here.
        first: the credential that is there from the start, with all scopes.
        device_id: the device that is there from the start.
        gateway_sn: the gateway that carries it.
        faults: where misbehaviour is ordered, for all services.
        clock: the time of the platform.
        transport: the way to the devices.
        dock: the simulated dock; None if the dock's place is left to another program.
        command_types: all of the catalogue.
        callbacks: callback endpoints; ones without https can be added here.
        deliveries: what was sent to them.
    """

    def __init__(
        self,
        settings: Settings,
        store: Storage,
        faults: Faults,
        clock: SimulatedClock,
        *,
        transport: Transport,
        dock: "Dock | None",
        storage_url: str,
        log: RequestLog,
    ) -> None:
        rules, seed = settings.downlink, settings.seed
        self.faults = faults
        self.clock = clock
        self.transport = transport
        self.dock = dock
        self.device_id, self.gateway_sn = rules.device_id, rules.gateway_sn
        self.credentials = Credentials(clock, Identities(seed, "downlink-keys"), rules)
        self.first: CredentialRecord = self.credentials.first
        callers = Callers(self.credentials, Identities(seed, "downlink-requests"))
        ids = Identities(seed, "downlink-ids")
        fleet = Fleet(rules)
        self._commands = commands = Commands(clock, Identities(seed, "downlink-commands"))
        config = ObjectConfig(callers, clock, ids, rules)
        objects = Objects(config, store, clock, ids, rules, base_url=storage_url)
        self.callbacks = Callbacks(callers, clock, ids)
        self.deliveries = Deliveries(commands, self.callbacks, ids, rules)
        specification = load(SERVICE)
        catalogue = Catalogue(specification, rules)
        self.command_types = catalogue.command_types
        adapter = Adapter(commands, transport, fleet, rules)
        self._requests = DeviceRequests(callers, fleet, commands, objects, transport, clock, ids, rules)
        look = dock.poll if dock is not None else _nothing
        answering = CommandHandlers(commands, adapter, catalogue, callers, fleet, self.deliveries, rules, look=look)
        handlers: dict[str, Handler] = {
            **answering.by_operation(),
            **self._requests.by_operation(),
            **objects.by_operation(),
            **config.by_operation(),
            **self.callbacks.by_operation(),
            **CredentialHandlers(self.credentials, callers, clock).by_operation(),
        }
        gateway = Gateway(self.credentials, clock, rules)
        dialect = DownlinkDialect(gateway, callers, clock, body_max=rules.body_max)
        self.app = Application(with_plain_envelope(specification), handlers, dialect, faults, log)

    def __repr__(self) -> str:
        return f"DownlinkEmulator(api_id={self.first.client_id!r})"

    @property
    def api_id(self) -> str:
        """The API ID of the first credential."""
        return self.first.client_id

    @property
    def api_key(self) -> str:
        """Its API key, as it is now."""
        return self.first.secret

    @property
    def commands(self) -> list[CommandRecord]:
        """All commands, oldest first, brought up to the present."""
        return self._commands.all()

    @property
    def device_requests(self) -> list[DeviceRequestRecord]:
        """All requests of devices, oldest first."""
        return self._requests.all()

    def arrivals(self, operation_id: str) -> int:
        """How many requests for this operation came, whatever became of them."""
        return self.app.arrivals[operation_id]

    def close(self) -> None:
        """End the thread that sends events. Transport and dock belong to whoever made them."""
        self.deliveries.close()


def _nothing() -> None:
    """There is no dock to look at."""


def make_downlink(
    settings: Settings,
    store: Storage,
    faults: Faults,
    clock: SimulatedClock,
    *,
    transport: Transport,
    dock: "Dock | None" = None,
    storage_url: str = "http://storage.invalid",
    log: RequestLog | None = None,
) -> DownlinkEmulator:
    """Put an emulator together. Its ``app`` can be served, or called in process.

    Args:
        settings: seed and rules; ports are not used here.
        store: an object store; a bucket is made in it.
        faults: the registry that tests add to.
        clock: the platform's time.
        transport: the way to the devices, started or not.
        dock: the simulated dock at the other end of it, to be shown as ``dock``.
        storage_url: where the store is served, in its S3 dialect; links begin with it.
        log: gets one line per request.
    """
    return DownlinkEmulator(
        settings,
        store,
        faults,
        clock,
        transport=transport,
        dock=dock,
        storage_url=storage_url,
        log=log or RequestLog(None),
    )
