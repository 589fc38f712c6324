"""Altizure for asyncio: :class:`AsyncAltizure`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

import attrs

from skybind.altizure.capabilities import CAPABILITIES
from skybind.altizure.client import Altizure, _check_phone, secret_of, sizes_given
from skybind.altizure.connection import AsyncConnection
from skybind.altizure.endpoints import AsyncLines
from skybind.altizure.estimating import Estimate, estimated
from skybind.altizure.flights import PhotoSet
from skybind.altizure.jobs import Kind, TaskRequest, started, state_after
from skybind.altizure.oauth import EXCHANGE, OAuthDialect, exchange_request, sign_in_url, site_of, token_in
from skybind.altizure.preparing import on_record
from skybind.altizure.results import AsyncModel
from skybind.altizure.settings import AltizureSettings
from skybind.clients import AsyncClient
from skybind.errors import SkybindError
from skybind.jobs import AsyncJob, JobState, Schedule
from skybind.options import Options
from skybind.polling import Outcome, asked_async, poll_async
from skybind.steps import run_async
from skybind.transfers.photos import Source
from skybind.transfers.threads import Blocking, in_thread
from skybind.transfers.upload import UploadProgress
from skybind.wire.transport import AsyncTransport
from skybind_clients.altizure.facade import AsyncAltizureGroups
from skybind_clients.altizure.models.enums import ImportedModelType, ProjectType, ProjectVisibility, TaskType
from skybind_clients.altizure.models.fragments import ProjectMetaFile

__all__ = ["AsyncAltizure"]


@attrs.frozen
class _Port:
    altizure: AsyncAltizure

    async def state(self, job_id: str, seconds: float) -> JobState:
        limited = min(seconds, self.altizure.options.total_timeout)
        return await run_async(state_after(job_id), self.altizure.with_options(timeout=limited)._groups)

    async def stop(self, job_id: str) -> None:
        await self.altizure.tasks.stop(job_id)

    async def result(self, job_id: str) -> AsyncModel:
        return self.altizure.model(job_id)

    def token(self, job_id: str) -> str:
        return self.altizure._settings.job_token(job_id)


@attrs.frozen
class _States:
    altizure: AsyncAltizure
    batch: int = 1

    async def __call__(self, job_ids: Sequence[str], seconds: float) -> Mapping[str, JobState | SkybindError]:
        port = _Port(self.altizure)
        answers: dict[str, JobState | SkybindError] = {}
        for job_id in job_ids:
            try:
                answers[job_id] = await port.state(job_id, seconds)
            except SkybindError as error:
                answers[job_id] = error
        return answers


class AsyncAltizure(AsyncClient[AltizureSettings]):
    """A client of Altizure for asyncio: the names, arguments and errors of :class:`Altizure`, awaited.

    Photo and model bytes move in threads here too; progress callbacks of :meth:`upload` come from such a thread.
    """

    name = "altizure"
    capabilities = CAPABILITIES

    def __init__(
        self,
        key: str | None = None,
        altitoken: str | None = None,
        *,
        email: str | None = None,
        password: str | None = None,
        endpoint: str | None = None,
        app_secret: str | None = None,
        oss_endpoint: str | None = None,
        s3_endpoint: str | None = None,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        state: str | Path | None = None,
    ) -> None:
        given = {
            "key": key,
            "altitoken": altitoken,
            "email": email,
            "password": password,
            "endpoint": endpoint,
            "app_secret": app_secret,
            "oss_endpoint": oss_endpoint,
            "s3_endpoint": s3_endpoint,
        }
        settings = AltizureSettings.of(given, profile=profile, options=options, schedule=schedule, state=state)
        connection = AsyncConnection(settings)
        self._bind(settings, connection, connection.lines, Blocking(lambda: Altizure._of(settings)))

    def _bind(
        self, settings: AltizureSettings, connection: AsyncConnection, lines: AsyncLines, threads: Blocking[Altizure]
    ) -> None:
        self._settings = settings
        self._connection = connection
        self._lines = lines
        self._threads = threads

        groups = self._groups = AsyncAltizureGroups(lines)
        self.projects = groups.projects
        self.images = groups.images
        self.meta_files = groups.meta_files
        self.models = groups.models
        self.tasks = groups.tasks
        self.buckets = groups.buckets
        self.account = groups.account
        self.costs = groups.costs
        self.support = groups.support

    @property
    def _place(self) -> str:
        return " or ".join(self._settings.addresses)

    def with_options(self, **changes: Any) -> AsyncAltizure:
        """The same client, over the same connections, with other options."""
        settings = attrs.evolve(self._settings, options=self._settings.options.replace(**changes))
        view = object.__new__(AsyncAltizure)
        view._bind(settings, self._connection, self._lines.with_options(settings.options), self._threads)
        return view

    def _sync(self) -> Altizure:
        """What the threads use."""
        return self._threads.under(self.options)

    async def sign_in(self, phone: str, code: str) -> str:
        """Sign a user in by a code that was sent to a phone; see :meth:`Altizure.sign_in`."""
        _check_phone(self._settings)
        groups = AsyncAltizureGroups(self._connection.unsigned)
        token = await groups.account.get_token_by_code(phone=phone, code=code, fresh=False)
        self._settings.token.value = token
        return token or ""

    async def sign_in_url(
        self, redirect_uri: str, state: str, response_type: Literal["token", "code"] = "token"
    ) -> str:
        """The page to send a user to; see :meth:`Altizure.sign_in_url`."""
        return sign_in_url(await self._lines.address(), self._settings.key, redirect_uri, state, response_type)

    async def exchange_code(self, code: str, redirect_uri: str) -> str:
        """Swap the code of an OAuth sign-in for the user's token; see :meth:`Altizure.exchange_code`."""
        request = exchange_request(self._settings.key, secret_of(self._settings), code, redirect_uri)
        site = site_of(await self._lines.address())
        transport = AsyncTransport(OAuthDialect(site), self.options.replace(headers={}))
        try:
            return await transport(EXCHANGE, request, token_in)
        finally:
            await transport.close()

    async def upload(
        self,
        source: Source,
        *,
        name: str | None = None,
        kind: Kind | None = None,
        project: str | None = None,
        project_type: ProjectType | str | None = None,
        visibility: ProjectVisibility | str = ProjectVisibility.PUBLIC,
        cloud: str | None = None,
        bucket: str | None = None,
        workers: int = 8,
        progress: Callable[[UploadProgress], None] | None = None,
    ) -> PhotoSet:
        """Upload a folder of photos, or go on with it; see :meth:`Altizure.upload`. Cancelling the task stops it."""
        altizure = self._sync()
        return await in_thread(
            lambda cancelled: altizure.upload(
                source,
                kind=kind,
                name=name,
                project=project,
                project_type=project_type,
                visibility=visibility,
                cloud=cloud,
                bucket=bucket,
                workers=workers,
                progress=progress,
                cancelled=cancelled,
            )
        )

    async def reconstruct(
        self,
        photos: PhotoSet | str,
        kind: Kind = "3d",
        *,
        name: str | None = None,  # noqa: ARG002 - a task goes by its project's name
        task_type: TaskType | str | None = None,
        coupons: Sequence[str] = (),
        pre_start: bool = False,
        again: bool = False,
    ) -> AsyncJob[AsyncModel]:
        """Start a reconstruction, once; see :meth:`Altizure.reconstruct`."""
        project = photos if isinstance(photos, str) else photos.project_id
        request = TaskRequest.of(project, kind, task_type, coupons, pre_start)
        with self._settings.ledger() as ledger:
            record = on_record(photos, request, ledger, salt=str(time.time_ns()) if again else "")
            steps = started(request, record.job, lambda job: ledger.set_job(record.flight, record.digest, job))
            return self.job(await run_async(steps, self._groups))

    def job(self, token_or_id: str) -> AsyncJob[AsyncModel]:
        """A project's task by resume token or project id; nothing is asked yet."""
        settings = self._settings
        return AsyncJob(settings.job_id(token_or_id), _Port(self), schedule=settings.schedule, record=settings.record)

    def poll(
        self,
        jobs: Iterable[AsyncJob[AsyncModel] | str],
        timeout: timedelta | float | None = None,
        *,
        progress: Callable[[JobState], None] = lambda _state: None,
    ) -> AsyncIterator[Outcome]:
        """Wait for many jobs from this one task; see :meth:`Altizure.poll`."""
        ids = [job.id if isinstance(job, AsyncJob) else self._settings.job_id(job) for job in jobs]
        told = self._settings.record.noting(progress)
        return poll_async(ids, _States(self), schedule=self._settings.schedule, timeout=timeout, progress=told)

    async def states(self, jobs: Iterable[AsyncJob[AsyncModel] | str]) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs; see :meth:`Altizure.states`."""
        ids = [job.id if isinstance(job, AsyncJob) else self._settings.job_id(job) for job in jobs]
        return await asked_async(ids, _States(self), progress=self._settings.record.note)

    def model(self, project_id: str) -> AsyncModel:
        """What a project's task made; nothing is asked yet."""
        return AsyncModel(project_id, self._groups, self._sync().model(project_id))

    async def estimate(
        self, photos: Source | None = None, *, sizes: Sequence[tuple[int, int]] | None = None
    ) -> Estimate:
        """What a reconstruction would cost; see :meth:`Altizure.estimate`."""
        return await run_async(estimated(await asyncio.to_thread(sizes_given, photos, sizes)), self._groups)

    async def upload_meta(
        self, project: PhotoSet | str, path: str | Path, *, cloud: str | None = None, bucket: str | None = None
    ) -> ProjectMetaFile:
        """Upload a meta file; see :meth:`Altizure.upload_meta`."""
        altizure = self._sync()
        return await asyncio.to_thread(altizure.upload_meta, project, path, cloud=cloud, bucket=bucket)

    async def import_model(
        self,
        path: str | Path,
        model_type: ImportedModelType | str = ImportedModelType.PHOTOGRAMMETRY,
        *,
        name: str | None = None,
        visibility: ProjectVisibility | str = ProjectVisibility.PUBLIC,
        project: str | None = None,
        cloud: str | None = None,
        bucket: str | None = None,
    ) -> AsyncJob[AsyncModel]:
        """Upload a finished model and have it converted; see :meth:`Altizure.import_model`."""
        altizure = self._sync()
        job = await in_thread(
            lambda cancelled: altizure.import_model(
                path,
                model_type,
                name=name,
                visibility=visibility,
                project=project,
                cloud=cloud,
                bucket=bucket,
                cancelled=cancelled,
            )
        )
        return self.job(job.id)

    async def close(self) -> None:
        """Close the connections."""
        await self._connection.close()
        self._threads.close()
