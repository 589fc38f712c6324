"""FlightHub Open Modeling for asyncio: :class:`AsyncFlightHub`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs

from skybind.clients import AsyncClient
from skybind.errors import SkybindError
from skybind.flighthub.capabilities import CAPABILITIES
from skybind.flighthub.client import FlightHub
from skybind.flighthub.connection import LIMITS, AsyncCaller
from skybind.flighthub.flights import PhotoSet
from skybind.flighthub.jobs import STATES_A_ROUND, state_of, states_of
from skybind.flighthub.kinds import Kind, Parameters
from skybind.flighthub.results import AsyncModel
from skybind.flighthub.settings import FlightHubSettings, Wanted
from skybind.flighthub.storage import StorageEndpoints
from skybind.jobs import AsyncJob, JobState, Schedule
from skybind.options import Options
from skybind.polling import Outcome, asked_async, poll_async
from skybind.steps import run_async
from skybind.transfers.photos import Source
from skybind.transfers.threads import Blocking, in_thread
from skybind.transfers.upload import UploadProgress
from skybind.wire.transport import AsyncTransport
from skybind_clients.flighthub.facade import (
    AsyncFlighthubGroups,
    AsyncMediaModels,
    AsyncModels,
    AsyncReconstructions,
    AsyncResources,
    AsyncStores,
)

__all__ = ["AsyncFlightHub"]


class _Port:
    def __init__(self, flighthub: AsyncFlightHub) -> None:
        self._flighthub = flighthub

    async def state(self, job_id: str, seconds: float) -> JobState:
        limited = min(seconds, self._flighthub.options.total_timeout)
        return state_of(await self._flighthub.with_options(timeout=limited).models.get(job_id))

    async def stop(self, job_id: str) -> None:
        await self._flighthub.reconstructions.stop(job_id)

    async def result(self, job_id: str) -> AsyncModel:
        return self._flighthub.model(job_id)

    def token(self, job_id: str) -> str:
        return self._flighthub._settings.job_token(job_id)


@attrs.frozen
class _States:
    flighthub: AsyncFlightHub
    batch: int = STATES_A_ROUND

    async def __call__(self, job_ids: Sequence[str], seconds: float) -> Mapping[str, JobState | SkybindError]:
        return await run_async(states_of(job_ids), self.flighthub.with_options(timeout=seconds)._groups)


class AsyncFlightHub(AsyncClient[FlightHubSettings]):
    """A client of DJI FlightHub 2 for asyncio: the names, arguments and errors of :class:`FlightHub`, awaited.

    Photo and model bytes move in threads here too; progress callbacks of :meth:`upload` come from such a thread.
    """

    name = "flighthub"
    capabilities = CAPABILITIES

    def __init__(
        self,
        user_token: str | None = None,
        *,
        project_uuid: str | None = None,
        region: str | None = None,
        base_url: str | None = None,
        version: str | None = None,
        language: str | None = None,
        organization_key: str | None = None,
        oss_endpoint: str | None = None,
        s3_endpoint: str | None = None,
        renewal: str | None = None,
        archive: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        state: str | Path | None = None,
    ) -> None:
        given = {
            "user_token": user_token,
            "project_uuid": project_uuid,
            "region": region,
            "base_url": base_url,
            "version": version,
            "language": language,
            "organization_key": organization_key,
            "oss_endpoint": oss_endpoint,
            "s3_endpoint": s3_endpoint,
            "renewal": renewal,
            "archive": archive,
        }
        settings = FlightHubSettings.of(given, profile=profile, options=options, schedule=schedule, state=state)
        transport = AsyncTransport(settings.dialect, settings.options, limits=LIMITS)
        self._bind(settings, transport, Blocking(lambda: FlightHub._of(settings)))

    def _bind(self, settings: FlightHubSettings, transport: AsyncTransport, threads: Blocking[FlightHub]) -> None:
        self._settings = settings
        self._transport = transport
        self._groups = AsyncFlighthubGroups(AsyncCaller(transport, settings.dialect))
        self._threads = threads

    @property
    def _place(self) -> str:
        return self._settings.dialect.base_url

    @property
    def stores(self) -> AsyncStores:
        """Storage credentials and reports of what was uploaded."""
        return self._groups.stores

    @property
    def resources(self) -> AsyncResources:
        """Uploaded sets of files."""
        return self._groups.resources

    @property
    def reconstructions(self) -> AsyncReconstructions:
        """Starting and stopping."""
        return self._groups.reconstructions

    @property
    def models(self) -> AsyncModels:
        """Models that are made or ready."""
        return self._groups.models

    @property
    def media_models(self) -> AsyncMediaModels:
        """Models of media that FlightHub holds already; not part of Open Modeling."""
        return self._groups.media_models

    @property
    def endpoints(self) -> StorageEndpoints:
        """Overrides of the storage addresses."""
        return self._settings.endpoints

    def with_options(self, **changes: Any) -> AsyncFlightHub:
        """The same client, over the same connections, with other options."""
        options = self._settings.options.replace(**changes)
        view = object.__new__(AsyncFlightHub)
        view._bind(attrs.evolve(self._settings, options=options), self._transport.with_options(options), self._threads)
        return view

    def _sync(self) -> FlightHub:
        """What the threads use."""
        return self._threads.under(self.options)

    async def upload(
        self,
        source: Source,
        *,
        name: str | None = None,
        kind: Kind | None = None,
        workers: int = 8,
        progress: Callable[[UploadProgress], None] | None = None,
    ) -> PhotoSet:
        """Upload a folder of photos; see :meth:`FlightHub.upload`. Cancelling the task stops it."""
        sync = self._sync()
        return await in_thread(
            lambda cancelled: sync.upload(
                source, name=name, kind=kind, workers=workers, progress=progress, cancelled=cancelled
            )
        )

    async def reconstruct(
        self,
        photos: PhotoSet | str,
        kind: Kind = "3d",
        *,
        parameters: Parameters | None = None,
        name: str | None = None,  # noqa: ARG002 - a model goes by its resource's name
        delete_resource: bool = False,
        again: bool = False,
    ) -> AsyncJob[AsyncModel]:
        """Start a reconstruction, once; see :meth:`FlightHub.reconstruct`."""
        jobs = await self.reconstruct_several(photos, {kind: parameters}, delete_resource=delete_resource, again=again)
        return jobs[kind]

    async def reconstruct_several(
        self,
        photos: PhotoSet | str,
        parameters: Mapping[Kind, Parameters | None],
        *,
        delete_resource: bool = False,
        again: bool = False,
    ) -> dict[Kind, AsyncJob[AsyncModel]]:
        """Start up to four reconstructions with one call; see :meth:`FlightHub.reconstruct_several`."""
        wanted = Wanted.of(self._settings, photos, parameters, delete_resource=delete_resource, again=again)
        with self._settings.ledger() as ledger:
            uuids = await run_async(wanted.started(ledger), self._groups)
        return {kind: self.job(uuid) for kind, uuid in uuids.items()}

    def job(self, token_or_uuid: str) -> AsyncJob[AsyncModel]:
        """A job by resume token or uuid of its model; nothing is asked yet."""
        settings = self._settings
        return AsyncJob(settings.job_id(token_or_uuid), _Port(self), schedule=settings.schedule, record=settings.record)

    def poll(
        self,
        jobs: Iterable[AsyncJob[AsyncModel] | str],
        timeout: timedelta | float | None = None,
        *,
        progress: Callable[[JobState], None] = lambda _state: None,
    ) -> AsyncIterator[Outcome]:
        """Wait for many jobs from this one task; see :meth:`FlightHub.poll`."""
        ids = [job.id if isinstance(job, AsyncJob) else self._settings.job_id(job) for job in jobs]
        told = self._settings.record.noting(progress)
        return poll_async(ids, _States(self), schedule=self._settings.schedule, timeout=timeout, progress=told)

    async def states(self, jobs: Iterable[AsyncJob[AsyncModel] | str]) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs; see :meth:`FlightHub.states`."""
        ids = [job.id if isinstance(job, AsyncJob) else self._settings.job_id(job) for job in jobs]
        return await asked_async(ids, _States(self), progress=self._settings.record.note)

    def model(self, job_id: str) -> AsyncModel:
        """The result of a finished job; nothing is asked yet."""
        return AsyncModel(self._sync().model(job_id))

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()
        if self._threads is not None:
            self._threads.close()
