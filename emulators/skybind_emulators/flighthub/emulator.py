"""FlightHub, put together."""

import base64
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from skybind_emulators.application import Application
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.clouds import CLOUDS
from skybind_emulators.engine import Engine, ProductFile
from skybind_emulators.faults import Faults
from skybind_emulators.flighthub.dialect import FlightHubDialect
from skybind_emulators.flighthub.gate import Gate, versions_of
from skybind_emulators.flighthub.making import Making
from skybind_emulators.flighthub.media import MediaHandlers
from skybind_emulators.flighthub.models import ModelHandlers
from skybind_emulators.flighthub.state import ModelRecord, ResourceRecord, State
from skybind_emulators.flighthub.uploads import UploadHandlers
from skybind_emulators.identity import Identities
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import Settings
from skybind_emulators.spec import load
from skybind_emulators.storage import Storage
from skybind_emulators.throttle import Throttle

SERVICE = "flighthub"


class FlightHubEmulator:
    """One organisation with one project.

    Attributes:
        app: the ASGI application.
        user_token: the organisation's token, in the form of a JWT.
        project_uuid: its project.
        folder_id: the project's one folder of media.
        faults: where misbehaviour is ordered, for all services.
        clock: the time of the service.
        cloud: which storage the chosen region has; that it is TerraAPI's is our assumption.
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
        rules = settings.flighthub
        keys = Identities(settings.seed, "flighthub-keys")
        organisation = keys.uuid()
        self.project_uuid = keys.uuid()
        self.folder_id = keys.uuid()
        self.user_token = _token(organisation, keys)
        self.faults = faults
        self.clock = clock
        self.cloud = CLOUDS[settings.region]
        self._own = tempfile.TemporaryDirectory(prefix="flighthub-", dir=folder)
        self._state = State(clock, Identities(settings.seed, "flighthub-ids"), quota=rules.quota_images)
        self._making = Making(
            self._state,
            store,
            faults,
            bucket=self.cloud.bucket,
            speed=settings.pace,
            rules=rules,
            seed=settings.seed,
            engine=engine,
            folder=Path(self._own.name),
        )
        uploads = UploadHandlers(
            self._state, store, self.cloud, rules, endpoint=storage_url, organisation=organisation
        ).by_operation()
        models = ModelHandlers(self._state, self._making, store, self.cloud.bucket, rules).by_operation()
        media = MediaHandlers(
            self._state,
            self._making,
            store,
            self.cloud,
            rules,
            storage_url=storage_url,
            folder=Path(self._own.name),
            folder_id=self.folder_id,
            seed=settings.seed,
        ).by_operation()
        throttle = Throttle(clock, rules.requests_per_s)
        gate = Gate(versions_of(specification), self.user_token, self.project_uuid, throttle, rules)
        dialect = FlightHubDialect(specification, gate, clock, rules)
        self.app = Application(specification, uploads | models | media, dialect, faults, log)

    def __repr__(self) -> str:
        return f"FlightHubEmulator(project_uuid={self.project_uuid!r})"

    @property
    def models(self) -> list[ModelRecord]:
        """All models, oldest first."""
        self._making.settle()
        with self._state.lock:
            return list(self._state.models.values())

    @property
    def resources(self) -> list[ResourceRecord]:
        """All resources, deleted ones included, oldest first."""
        with self._state.lock:
            return list(self._state.resources.values())

    @property
    def quota(self) -> int:
        """Images that may still be reconstructed."""
        return self._state.quota

    def arrivals(self, operation_id: str) -> int:
        """How many requests for this operation came, whatever became of them."""
        return self.app.arrivals[operation_id]

    def close(self) -> None:
        """Throw away what is being made, and end the threads that make it."""
        self._making.close()
        self._own.cleanup()


def make_flighthub(
    settings: Settings,
    store: Storage,
    faults: Faults,
    clock: SimulatedClock,
    *,
    storage_url: str = "http://storage.invalid",
    engine: Engine | None = None,
    folder: Path | None = None,
    log: RequestLog | None = None,
) -> FlightHubEmulator:
    """Put an emulator together. Its ``app`` can be served, or called in process.

    Args:
        settings: region, speed, seed and rules; ports are not used here.
        store: an object store that has the region's bucket.
        faults: the registry that tests add to.
        clock: the service's time.
        storage_url: where the store is served: `end_point`, and the beginning of download links.
        engine: what makes products; by default, ``skybind_emulators.products.reconstruct``.
        folder: where archives lie until they are in the store; by default, the system's temporary folder.
        log: gets one line per request.
    """
    return FlightHubEmulator(
        settings,
        store,
        faults,
        clock,
        storage_url=storage_url,
        engine=engine or _reconstruct,
        folder=folder,
        log=log or RequestLog(None),
    )


def _token(organisation: str, keys: Identities) -> str:
    """Text in the form of a JWT. Nobody can check its signature; it is compared as a whole."""
    parts = [{"alg": "HS256", "typ": "JWT"}, {"organization_uuid": organisation}]
    encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
    signature = keys.text(43)[:43].replace("+", "-").replace("/", "_")
    return ".".join([*encoded, signature])


def _reconstruct(
    kind: Literal["2d", "3d", "lidar"],
    photos: Sequence[tuple[str, Path]],
    *,
    job_id: str,
    out: Path,
    parameters: Mapping[str, Any],
    seed: int,
) -> Sequence[ProductFile]:
    from skybind_emulators.products import reconstruct  # noqa: PLC0415  heavy: loaded with the first model

    return reconstruct(kind, photos, job_id=job_id, out=out, parameters=parameters, seed=seed)
