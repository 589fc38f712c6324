"""KooMap and the part of IAM that it needs, put together."""

from pathlib import Path
from typing import Protocol

from skybind_emulators.application import Application, Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.engine import Engine
from skybind_emulators.faults import Faults
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.ar.area import ServiceArea
from skybind_emulators.koomap.ar.navigation import NavigationHandler
from skybind_emulators.koomap.ar.positioning import PositioningHandler
from skybind_emulators.koomap.dialect import KooMapDialect
from skybind_emulators.koomap.gateway import Gateway
from skybind_emulators.koomap.iam import make_iam
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.keys import AccessKeys
from skybind_emulators.koomap.real3d import Real3D
from skybind_emulators.koomap.real3d.album import Render
from skybind_emulators.koomap.refusals import SERVICE
from skybind_emulators.koomap.satellite import Satellite
from skybind_emulators.koomap.satellite.results import Storage as SatelliteStorage
from skybind_emulators.koomap.tokens import Tokens
from skybind_emulators.koomap.workspace_handlers import WorkspaceHandlers
from skybind_emulators.koomap.workspaces import WorkspaceRecord, Workspaces
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import Settings
from skybind_emulators.spec import load
from skybind_emulators.storage import Storage as Real3DStorage

_EXTENSION = "updateReal3DSubTaskUploadStatus"


class Storage(Real3DStorage, SatelliteStorage, Protocol):
    """What KooMap needs of an object store."""


class KooMapEmulator:
    """One account of KooMap.

    Attributes:
        app: the ASGI application of KooMap.
        iam_app: that of IAM.
        account: who owns all of it, with the keys and the password.
        keys: access keys; temporary ones are issued here.
        tokens: those that IAM gave out; others can be issued here.
        token: a token that is valid from the start.
        faults: where misbehaviour is ordered, for all services.
        clock: the time of the service.
        satellite: images, satellite tasks, materials.
        real3d: folders, real-scene 3D tasks, mark points, products.
        area: where positioning and navigation are served.
    """

    def __init__(
        self,
        settings: Settings,
        store: Storage,
        faults: Faults,
        clock: SimulatedClock,
        *,
        storage_url: str,
        engine: Engine | None,
        render: Render | None,
        folder: Path | None,
        log: RequestLog,
    ) -> None:
        rules, seed, pace = settings.koomap, settings.seed, settings.pace
        self.faults = faults
        self.clock = clock
        self.account = account = Account.seeded(seed)
        self.keys = AccessKeys(account, clock, Ids(seed, "koomap-keys"), rules)
        self.tokens = Tokens(clock, Ids(seed, "koomap-tokens"))
        self.token = self.tokens.issue(account.region, lifetime_s=rules.token_lifetime_s)
        self._workspaces = Workspaces(account, clock, Ids(seed, "koomap-workspaces"), rules)
        self.satellite = Satellite(
            account,
            self._workspaces,
            clock,
            rules=rules,
            store=store,
            faults=faults,
            pace=pace,
            seed=seed,
            storage_url=storage_url,
        )
        self.real3d = Real3D(
            account,
            self._workspaces,
            clock,
            rules=rules,
            store=store,
            faults=faults,
            pace=pace,
            seed=seed,
            obs_endpoint=storage_url,
            folder=folder,
            engine=engine,
            render=render,
        )
        self.area = ServiceArea.of(rules)
        handlers: dict[str, Handler] = {
            **WorkspaceHandlers(account, self._workspaces).by_operation(),
            **self.satellite.by_operation(),
            **self.real3d.by_operation(),
            "startVps": PositioningHandler(self.area, Ids(seed, "koomap-positionings")).start,
            "startNavi": NavigationHandler(self.area).start,
        }
        specification = load(SERVICE) if rules.upload_extension else load(SERVICE).without(_EXTENSION)
        gateway = Gateway(account, self.keys, self.tokens, clock, rules)
        dialect = KooMapDialect(specification, gateway, clock, Ids(seed, "koomap-requests"), rules)
        self.app = Application(specification, handlers, dialect, faults, log)
        self.iam_app = make_iam(account, self.tokens, faults, clock, rules, seed, log)

    def __repr__(self) -> str:
        return f"KooMapEmulator(domain_id={self.account.domain_id!r})"

    @property
    def workspaces(self) -> list[WorkspaceRecord]:
        """All workspaces, oldest first."""
        with self._workspaces.lock:
            return self._workspaces.all()

    def arrivals(self, operation_id: str) -> int:
        """How many requests for this operation of KooMap or IAM came, whatever became of them."""
        return self.app.arrivals[operation_id] + self.iam_app.arrivals[operation_id]

    def close(self) -> None:
        """Throw away what is being made, and end the threads that make it."""
        self.real3d.close()


def make_koomap(
    settings: Settings,
    store: Storage,
    faults: Faults,
    clock: SimulatedClock,
    *,
    storage_url: str = "http://storage.invalid",
    engine: Engine | None = None,
    render: Render | None = None,
    folder: Path | None = None,
    log: RequestLog | None = None,
) -> KooMapEmulator:
    """Put an emulator together. Its ``app`` and ``iam_app`` can be served, or called in process.

    Args:
        settings: speed, seed and rules; ports are not used here.
        store: an object store; the buckets that are needed are made in it.
        faults: the registry that tests add to.
        clock: the service's time.
        storage_url: where the store is served, in its S3 dialect; links to results begin with it.
        engine: what makes models; by default, ``skybind_emulators.products.reconstruct``.
        render: what draws the photos of the first folder; by default, ``skybind_emulators.flight.render_flight``.
        folder: where products lie until they are in the store; by default, the system's temporary folder.
        log: gets one line per request.
    """
    return KooMapEmulator(
        settings,
        store,
        faults,
        clock,
        storage_url=storage_url,
        engine=engine,
        render=render,
        folder=folder,
        log=log or RequestLog(None),
    )
