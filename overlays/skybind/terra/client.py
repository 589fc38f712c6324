"""TerraAPI as users see it: :class:`Terra` and :class:`AsyncTerra`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Self

import attrs

from skybind.clients import AsyncClient, Client
from skybind.errors import SkybindError
from skybind.jobs import AsyncJob, Job, JobState, Schedule
from skybind.options import Options
from skybind.polling import Outcome, asked, asked_async, poll, poll_async
from skybind.steps import run, run_async
from skybind.terra.capabilities import CAPABILITIES
from skybind.terra.flights import PhotoSet, bring_up
from skybind.terra.jobs import STATES_A_LIST, started_job, state_of, states_of
from skybind.terra.parameters import Kind, Parameters, parameters_text
from skybind.terra.results import AsyncModel, Model, output_of
from skybind.terra.settings import TerraSettings, Wanted
from skybind.terra.storage import StorageEndpoints
from skybind.transfers.photos import Source
from skybind.transfers.threads import Blocking, in_thread
from skybind.transfers.upload import UploadProgress
from skybind.wire.limits import OperationLimits
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.terra.facade import (
    AsyncFiles,
    AsyncJobs,
    AsyncResources,
    AsyncStore,
    AsyncTerraGroups,
    Files,
    Jobs,
    Resources,
    Store,
    TerraGroups,
)
from skybind_clients.terra.limits import limits
from skybind_clients.terra.models import AreaOfInterest, ExportParameter

__all__ = ["AsyncTerra", "Terra"]

#: What requests must keep to; one for all clients, since nothing in it changes.
LIMITS = OperationLimits(limits)


class _SyncPort:
    def __init__(self, terra: Terra) -> None:
        self._terra = terra

    def state(self, job_id: str, seconds: float) -> JobState:
        limited = min(seconds, self._terra.options.total_timeout)
        return state_of(self._terra.with_options(timeout=limited).jobs.get(job_id))

    def stop(self, job_id: str) -> None:
        self._terra.jobs.stop(job_id)

    def result(self, job_id: str) -> Model:
        return self._terra.model(job_id)

    def token(self, job_id: str) -> str:
        return self._terra._settings.job_token(job_id)


@attrs.frozen
class _SyncStates:
    terra: Terra
    batch: int = STATES_A_LIST

    def __call__(self, job_ids: Sequence[str], seconds: float) -> Mapping[str, JobState | SkybindError]:
        return run(states_of(job_ids), self.terra.with_options(timeout=seconds)._groups)


class Terra(Client[TerraSettings]):
    """A client of DJI TerraAPI.

    Attributes ``store``, ``files``, ``resources`` and ``jobs`` hold all documented operations; the methods here do
    more than one call.

    Args:
        app_key: From the TerraAPI console. What is not given is looked for in the environment
            (``SKYBIND_TERRA_APP_KEY``), the profile file and a keyring; see :mod:`skybind.credentials`.
        secret_key: The same.
        region: ``cn`` (mainland China) or ``us`` (elsewhere); a key belongs to one of them.
        base_url: What stands before ``/terra-rescon-be``, in place of a region's host.
        oss_endpoint: Address of OSS, in place of the region's.
        s3_endpoint: Address of S3, in place of the region's.
        profile: Section of the profile file.
        options: Timeouts, retries, proxy, hooks.
        schedule: How often jobs are asked about.
        state: Folder for the record of uploads, in place of the user's folder for state.

    Raises:
        CredentialsMissing: no key was found; says where it was looked for.
        UsageError: no region, or not one of the two.
    """

    name = "terra"
    capabilities = CAPABILITIES

    def __init__(
        self,
        app_key: str | None = None,
        secret_key: str | None = None,
        *,
        region: str | None = None,
        base_url: str | None = None,
        oss_endpoint: str | None = None,
        s3_endpoint: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        state: str | Path | None = None,
    ) -> None:
        given = {
            "app_key": app_key,
            "secret_key": secret_key,
            "region": region,
            "base_url": base_url,
            "oss_endpoint": oss_endpoint,
            "s3_endpoint": s3_endpoint,
        }
        self._connect(TerraSettings.of(given, profile, options, schedule, state))

    def _connect(self, settings: TerraSettings) -> None:
        self._bind(settings, Transport(settings.dialect, settings.options, limits=LIMITS))

    def _bind(self, settings: TerraSettings, transport: Transport) -> None:
        self._settings = settings
        self._transport = transport
        self._groups = TerraGroups(transport)

    @classmethod
    def _of(cls, settings: TerraSettings) -> Self:
        """A client of settings that are there already."""
        made = object.__new__(cls)
        made._connect(settings)
        return made

    @property
    def _place(self) -> str:
        return self._settings.dialect.base_url

    # ---------------------------------------------------------------------------------------- documented operations

    @property
    def store(self) -> Store:
        """Storage credentials and upload callbacks."""
        return self._groups.store

    @property
    def files(self) -> Files:
        """Single files."""
        return self._groups.files

    @property
    def resources(self) -> Resources:
        """Sets of files."""
        return self._groups.resources

    @property
    def jobs(self) -> Jobs:
        """Reconstructions."""
        return self._groups.jobs

    @property
    def endpoints(self) -> StorageEndpoints:
        """Where storage is, if not where the clouds have it."""
        return self._settings.endpoints

    def with_options(self, **changes: Any) -> Terra:
        """The same client, over the same connections, with other options: ``terra.with_options(timeout=5).jobs``."""
        options = self._settings.options.replace(**changes)
        view = object.__new__(Terra)
        view._bind(attrs.evolve(self._settings, options=options), self._transport.with_options(options))
        return view

    # ---------------------------------------------------------------------------------------- photos up, model down

    def upload(
        self,
        source: Source,
        *,
        name: str | None = None,
        kind: Kind | None = None,
        workers: int = 8,
        progress: Callable[[UploadProgress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> PhotoSet:
        """Upload a folder of photos, or go on with it: run again after a crash, it sends only what is not safe yet.

        Args:
            source: A folder with its sub-folders, or a list of files.
            name: Name of the resource; the folder's if None.
            kind: What shall be made of them, so that its limits are looked at now; if None, those of all kinds are.
            workers: Photos on their way at a time.
            progress: Called about ten times a second.
            cancelled: Asked as often; True stops the upload like Ctrl-C.

        Raises:
            PhotoError: no photos, one that cannot be read, or two of one name; nothing was sent.
            PhotosRefused: the same, and limits of the service; lists all findings. Nothing was sent.
            UploadIncomplete: some did not go up; the others are safe.
            LedgerError: another process uploads this folder, or the record cannot be written.
        """
        flight = self._settings.flight(source, name, kind)
        with self._settings.ledger() as ledger:
            return bring_up(
                self._groups,
                ledger,
                flight,
                endpoints=self._settings.endpoints,
                options=self._settings.options,
                clock=self._transport.clock,
                workers=workers,
                told=progress or (lambda _progress: None),
                cancelled=cancelled,
            )

    def plan(
        self, source: Source, kind: str, text: str, *, out: str | Path | None = None, name: str | None = None
    ) -> str:
        """Put a reconstruction on record before its photos are up, so that another process can go on with all of it.

        Args:
            source: What will be uploaded.
            kind: What will be made of it.
            text: Parameters as JSON text.
            out: Where the model shall go.
            name: Name at the service.

        Returns:
            A resume token, for ``skybind resume``.
        """
        flight = self._settings.flight(source, name)
        with self._settings.ledger() as ledger:
            ledger.flight(flight.key, "terra", flight.label)
            record = Wanted.record_of(flight.key, kind, text, flight.name)
            ledger.intend_job(attrs.evolve(record, out=str(Path(out).resolve()) if out is not None else None))
        return flight.token

    def reconstruct(
        self,
        photos: PhotoSet | str,
        kind: Kind = "3d",
        *,
        parameters: Parameters | None = None,
        area_of_interest: AreaOfInterest | None = None,
        export: ExportParameter | None = None,
        name: str | None = None,
        again: bool = False,
    ) -> Job[Model]:
        """Start a reconstruction, once: the same photos, kind and parameters give the same job.

        A job that failed or was stopped is not given again; another one is made.

        Args:
            photos: What :meth:`upload` returned, or the uuid of a resource.
            kind: ``2d`` (orthophoto and DSM), ``3d`` (mesh and point cloud) or ``lidar``.
            parameters: ``Reconstruction2D``, ``Reconstruction3D`` or ``ReconstructionLidar``, as the kind wants.
            area_of_interest: Part of the scene; not for LiDAR.
            export: What else is written to the result.
            name: Name of the job; that of the photos if None.
            again: Make another job even if there is one.

        Raises:
            UsageError: parameters of another kind or beyond a documented limit; nothing was sent.
            JobLimit: two jobs of the account are unfinished; the message names them.
            QuotaExceeded: the plan does not suffice.
        """
        text = parameters_text(kind, parameters, area_of_interest, export)
        wanted = Wanted.of(self._settings, photos, kind, text, name, again)
        with self._settings.ledger() as ledger:
            record = wanted.on_record(ledger)
            request = attrs.evolve(wanted.request, name=record.name)
            steps = started_job(request, record.job, lambda job: ledger.set_job(record.flight, record.digest, job))
            return self.job(run(steps, self._groups))

    def job(self, token_or_uuid: str) -> Job[Model]:
        """A job by resume token or uuid; nothing is asked yet.

        Raises:
            UsageError: a token of another service or region, or a damaged one.
        """
        settings = self._settings
        return Job(settings.job_id(token_or_uuid), _SyncPort(self), schedule=settings.schedule, record=settings.record)

    def poll(
        self,
        jobs: Iterable[Job[Model] | str],
        timeout: timedelta | float | None = None,
        *,
        progress: Callable[[JobState], None] = lambda _state: None,
    ) -> Iterator[Outcome]:
        """Wait for many jobs from this one thread, a question for a hundred of them at a time.

        Args:
            jobs: Jobs, tokens or uuids.
            timeout: Seconds or timedelta for the whole wait.
            progress: Called with each answer; answers about many jobs carry no progress and no message.

        Yields:
            Each job as its wait ends: with its final state, or with the error that ended it.
        """
        ids = [job.id if isinstance(job, Job) else self._settings.job_id(job) for job in jobs]
        told = self._settings.record.noting(progress)
        return poll(ids, _SyncStates(self), schedule=self._settings.schedule, timeout=timeout, progress=told)

    def states(self, jobs: Iterable[Job[Model] | str]) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs, with as few questions as the service allows.

        Args:
            jobs: Jobs, tokens or uuids.

        Returns:
            By job id, its state, or the error that asking for it met.
        """
        ids = [job.id if isinstance(job, Job) else self._settings.job_id(job) for job in jobs]
        return asked(ids, _SyncStates(self), progress=self._settings.record.note)

    def model(self, job_id: str) -> Model:
        """The result of a finished job.

        Raises:
            NotFound: there is no such job.
            ServerError: the service names no result.
        """
        resource = run(output_of(job_id), self._groups)
        return Model(job_id, resource, self._groups, self._settings.options)

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()


class _AsyncPort:
    def __init__(self, terra: AsyncTerra) -> None:
        self._terra = terra

    async def state(self, job_id: str, seconds: float) -> JobState:
        limited = min(seconds, self._terra.options.total_timeout)
        return state_of(await self._terra.with_options(timeout=limited).jobs.get(job_id))

    async def stop(self, job_id: str) -> None:
        await self._terra.jobs.stop(job_id)

    async def result(self, job_id: str) -> AsyncModel:
        return await self._terra.model(job_id)

    def token(self, job_id: str) -> str:
        return self._terra._settings.job_token(job_id)


@attrs.frozen
class _AsyncStates:
    terra: AsyncTerra
    batch: int = STATES_A_LIST

    async def __call__(self, job_ids: Sequence[str], seconds: float) -> Mapping[str, JobState | SkybindError]:
        return await run_async(states_of(job_ids), self.terra.with_options(timeout=seconds)._groups)


class AsyncTerra(AsyncClient[TerraSettings]):
    """A client of DJI TerraAPI for asyncio: the names, arguments and errors of :class:`Terra`, awaited.

    Photo and model bytes move in threads here too; progress callbacks of :meth:`upload` come from such a thread.
    """

    name = "terra"
    capabilities = CAPABILITIES

    def __init__(
        self,
        app_key: str | None = None,
        secret_key: str | None = None,
        *,
        region: str | None = None,
        base_url: str | None = None,
        oss_endpoint: str | None = None,
        s3_endpoint: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        state: str | Path | None = None,
    ) -> None:
        given = {
            "app_key": app_key,
            "secret_key": secret_key,
            "region": region,
            "base_url": base_url,
            "oss_endpoint": oss_endpoint,
            "s3_endpoint": s3_endpoint,
        }
        settings = TerraSettings.of(given, profile, options, schedule, state)
        transport = AsyncTransport(settings.dialect, settings.options, limits=LIMITS)
        self._bind(settings, transport, Blocking(lambda: Terra._of(settings)))

    def _bind(self, settings: TerraSettings, transport: AsyncTransport, threads: Blocking[Terra]) -> None:
        self._settings = settings
        self._transport = transport
        self._groups = AsyncTerraGroups(transport)
        self._threads = threads

    @property
    def _place(self) -> str:
        return self._settings.dialect.base_url

    @property
    def store(self) -> AsyncStore:
        """Storage credentials and upload callbacks."""
        return self._groups.store

    @property
    def files(self) -> AsyncFiles:
        """Single files."""
        return self._groups.files

    @property
    def resources(self) -> AsyncResources:
        """Sets of files."""
        return self._groups.resources

    @property
    def jobs(self) -> AsyncJobs:
        """Reconstructions."""
        return self._groups.jobs

    @property
    def endpoints(self) -> StorageEndpoints:
        """Where storage is, if not where the clouds have it."""
        return self._settings.endpoints

    def with_options(self, **changes: Any) -> AsyncTerra:
        """The same client, over the same connections, with other options."""
        options = self._settings.options.replace(**changes)
        view = object.__new__(AsyncTerra)
        view._bind(attrs.evolve(self._settings, options=options), self._transport.with_options(options), self._threads)
        return view

    def _sync(self) -> Terra:
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
        """Upload a folder of photos, or go on with it; see :meth:`Terra.upload`. Cancelling the task stops it."""
        terra = self._sync()
        return await in_thread(
            lambda cancelled: terra.upload(
                source, kind=kind, name=name, workers=workers, progress=progress, cancelled=cancelled
            )
        )

    async def reconstruct(
        self,
        photos: PhotoSet | str,
        kind: Kind = "3d",
        *,
        parameters: Parameters | None = None,
        area_of_interest: AreaOfInterest | None = None,
        export: ExportParameter | None = None,
        name: str | None = None,
        again: bool = False,
    ) -> AsyncJob[AsyncModel]:
        """Start a reconstruction, once; see :meth:`Terra.reconstruct`."""
        text = parameters_text(kind, parameters, area_of_interest, export)
        wanted = Wanted.of(self._settings, photos, kind, text, name, again)
        with self._settings.ledger() as ledger:
            record = wanted.on_record(ledger)
            request = attrs.evolve(wanted.request, name=record.name)
            steps = started_job(request, record.job, lambda job: ledger.set_job(record.flight, record.digest, job))
            return self.job(await run_async(steps, self._groups))

    def job(self, token_or_uuid: str) -> AsyncJob[AsyncModel]:
        """A job by resume token or uuid; nothing is asked yet."""
        settings = self._settings
        return AsyncJob(
            settings.job_id(token_or_uuid), _AsyncPort(self), schedule=settings.schedule, record=settings.record
        )

    def poll(
        self,
        jobs: Iterable[AsyncJob[AsyncModel] | str],
        timeout: timedelta | float | None = None,
        *,
        progress: Callable[[JobState], None] = lambda _state: None,
    ) -> AsyncIterator[Outcome]:
        """Wait for many jobs from this one task; see :meth:`Terra.poll`."""
        ids = [job.id if isinstance(job, AsyncJob) else self._settings.job_id(job) for job in jobs]
        told = self._settings.record.noting(progress)
        return poll_async(ids, _AsyncStates(self), schedule=self._settings.schedule, timeout=timeout, progress=told)

    async def states(self, jobs: Iterable[AsyncJob[AsyncModel] | str]) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs; see :meth:`Terra.states`."""
        ids = [job.id if isinstance(job, AsyncJob) else self._settings.job_id(job) for job in jobs]
        return await asked_async(ids, _AsyncStates(self), progress=self._settings.record.note)

    async def model(self, job_id: str) -> AsyncModel:
        """The result of a finished job; see :meth:`Terra.model`."""
        resource = await run_async(output_of(job_id), self._groups)
        sync = self._sync()
        return AsyncModel(job_id, resource, self._groups, Model(job_id, resource, sync._groups, self._settings.options))

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.close()
        self._threads.close()
