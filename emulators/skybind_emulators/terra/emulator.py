"""TerraAPI, put together."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

from skybind_emulators.application import Application, Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.clouds import CLOUDS
from skybind_emulators.engine import Engine, ProductFile
from skybind_emulators.exchange import Call
from skybind_emulators.faults import Faults
from skybind_emulators.identity import Identities
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import Settings
from skybind_emulators.spec import load
from skybind_emulators.storage import Storage
from skybind_emulators.terra.dialect import TerraDialect
from skybind_emulators.terra.file_handlers import FileHandlers
from skybind_emulators.terra.gateway import Gateway
from skybind_emulators.terra.job_handlers import JobHandlers
from skybind_emulators.terra.links import Links
from skybind_emulators.terra.parameters import ParameterCheck
from skybind_emulators.terra.resource_handlers import ResourceHandlers
from skybind_emulators.terra.runs import Runs
from skybind_emulators.terra.state import FileRecord, JobRecord, ResourceRecord, State
from skybind_emulators.terra.store_handlers import StoreHandlers

SERVICE = "terra"
Record = TypeVar("Record")


class TerraEmulator:
    """One account of TerraAPI.

    Attributes:
        app: the ASGI application.
        app_key: the account's only app key.
        secret_key: its secret.
        faults: where misbehaviour is ordered, for all services.
        clock: the time of the service.
        store: the object store behind it.
        cloud: which storage the chosen region has.
    """

    def __init__(
        self,
        settings: Settings,
        store: Storage,
        faults: Faults,
        clock: SimulatedClock,
        *,
        storage_url: str,
        engine: Engine,
        folder: Path | None,
        log: RequestLog,
    ) -> None:
        specification = load(SERVICE)
        keys = Identities(settings.seed, "terra-keys")
        self.app_key = keys.uuid()
        self.secret_key = keys.text(40)
        self.faults = faults
        self.clock = clock
        self.store = store
        self.cloud = CLOUDS[settings.region]
        rules = settings.terra
        self._patience_s = rules.patience_s
        self._state = State(clock, Identities(settings.seed, "terra-ids"))
        self._runs = Runs(
            self._state,
            store,
            faults,
            bucket=self.cloud.bucket,
            speed=settings.pace,
            rules=rules,
            seed=settings.seed,
            engine=engine,
            folder=folder,
        )
        links = Links(store, self.cloud, rules, storage_url)
        stores = StoreHandlers(self._state, store, self.cloud, rules).by_operation()
        files = FileHandlers(self._state, store, links, rules).by_operation()
        resources = ResourceHandlers(self._state, store, rules).by_operation()
        jobs = JobHandlers(self._state, self._runs, ParameterCheck(specification), rules).by_operation()
        handlers: dict[str, Handler] = {
            **stores,
            **{name: self._settled(handler, 0.0) for name, handler in (files | resources).items()},
            **{name: self._settled(handler, rules.patience_s) for name, handler in jobs.items()},
        }
        gateway = Gateway(specification.prefix, {self.app_key: self.secret_key}, rules)
        dialect = TerraDialect(specification, gateway, clock)
        self.app = Application(specification, handlers, dialect, faults, log)

    def __repr__(self) -> str:
        return f"TerraEmulator(app_key={self.app_key!r})"

    @property
    def jobs(self) -> list[JobRecord]:
        """All jobs, oldest first."""
        self._runs.settle(patience_s=self._patience_s)
        return self._listed(self._state.jobs)

    @property
    def resources(self) -> list[ResourceRecord]:
        """All resources, output ones included, oldest first."""
        return self._listed(self._state.resources)

    @property
    def files(self) -> list[FileRecord]:
        """All files, results included, oldest first."""
        return self._listed(self._state.files)

    def arrivals(self, operation_id: str) -> int:
        """How many requests for this operation came, whatever became of them."""
        return self.app.arrivals[operation_id]

    def close(self) -> None:
        """Throw away what is being made, and end the threads that make it."""
        self._runs.close()

    def _listed(self, records: Mapping[str, Record]) -> list[Record]:
        with self._state.lock:
            return list(records.values())

    def _settled(self, handler: Handler, patience_s: float) -> Handler:
        """The handler, called once all jobs are up to date."""

        def handle(call: Call) -> Any:
            self._runs.settle(stalled=call.struck("stall") is not None, patience_s=patience_s)
            return handler(call)

        return handle


def make_terra(
    settings: Settings,
    store: Storage,
    faults: Faults,
    clock: SimulatedClock,
    *,
    storage_url: str = "http://storage.invalid",
    engine: Engine | None = None,
    folder: Path | None = None,
    log: RequestLog | None = None,
) -> TerraEmulator:
    """Put an emulator together. Its ``app`` can be served, or called in process.

    Args:
        settings: region, speed, seed and rules; ports are not used here.
        store: an object store that has the region's bucket.
        faults: the registry that tests add to.
        clock: the service's time.
        storage_url: where the store is served; download links begin with it.
        engine: what makes products; by default, ``skybind_emulators.products.reconstruct``.
        folder: where products lie until they are in the store; by default, the system's temporary folder.
        log: gets one line per request.
    """
    return TerraEmulator(
        settings,
        store,
        faults,
        clock,
        storage_url=storage_url,
        engine=engine or _reconstruct,
        folder=folder,
        log=log or RequestLog(None),
    )


def _reconstruct(
    kind: Literal["2d", "3d", "lidar"],
    photos: Sequence[tuple[str, Path]],
    *,
    job_id: str,
    out: Path,
    parameters: Mapping[str, Any],
    seed: int,
) -> Sequence[ProductFile]:
    from skybind_emulators.products import reconstruct  # noqa: PLC0415  heavy: loaded with the first job

    return reconstruct(kind, photos, job_id=job_id, out=out, parameters=parameters, seed=seed)
