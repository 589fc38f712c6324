"""KooMap as users see it, for asyncio: :class:`AsyncKooMap`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Unpack

import attrs

from skybind.clients import AsyncClient
from skybind.errors import SkybindError
from skybind.jobs import JobState, Phase, Schedule
from skybind.koomap.capabilities import CAPABILITIES
from skybind.koomap.choices import (
    DEVICE,
    ClientSettings,
    Credentials,
    Marks,
    held,
    mark_and_write,
    points_of,
)
from skybind.koomap.client import KooMap
from skybind.koomap.connection import AsyncConnection
from skybind.koomap.folders import PhotoSet, code_of, imported
from skybind.koomap.jobs import AsyncTaskJob
from skybind.koomap.modeling import Modeling
from skybind.koomap.positioning import payload_of
from skybind.koomap.reconstruction import Kind, Wanted, ensured_workspace, prepared
from skybind.koomap.tasks import MOST_ASKED, Task, TaskRef, states_of
from skybind.koomap.usage import UsageLine, usage_lines
from skybind.options import Options
from skybind.polling import Outcome, asked_async, poll_async
from skybind.steps import Workflow, run_async
from skybind.transfers.photos import Source
from skybind.transfers.signing import StoreKeys
from skybind.transfers.threads import Blocking, in_thread
from skybind.transfers.upload import UploadProgress
from skybind.wire.transport import AsyncTransport
from skybind_clients.koomap.facade import AsyncKoomapGroups
from skybind_clients.koomap.models import MarkPoint, ModelingType, VpsAnswer

__all__ = ["AsyncKooMap"]


@attrs.frozen
class _AsyncStates:
    koomap: AsyncKooMap
    refs: Mapping[str, TaskRef]
    batch: int = MOST_ASKED

    async def __call__(self, job_ids: Sequence[str], seconds: float) -> Mapping[str, JobState | SkybindError]:
        steps = states_of([self.refs[job_id] for job_id in job_ids])
        states: Mapping[str, JobState | SkybindError] = await self.koomap._carry(steps, seconds)
        return states


class AsyncKooMap(AsyncClient[ClientSettings]):
    """A client of KooMap for asyncio: the names, arguments and errors of :class:`KooMap`, awaited.

    The bytes of models move in threads here too; progress callbacks of :meth:`refine` come from such a thread.
    """

    name = "koomap"
    capabilities = CAPABILITIES

    def __init__(
        self,
        *,
        profile: str | None = None,
        options: Options | None = None,
        schedule: Schedule | None = None,
        state: str | Path | None = None,
        **credentials: Unpack[Credentials],
    ) -> None:
        settings = ClientSettings.of(credentials, profile, options, schedule, state)
        connection = AsyncConnection(settings.koomap)
        self._bind(settings, connection, connection.transport, Blocking(lambda: KooMap._of(settings)))

    def _bind(
        self,
        settings: ClientSettings,
        connection: AsyncConnection,
        transport: AsyncTransport,
        threads: Blocking[KooMap],
    ) -> None:
        self._settings = settings
        self._connection = connection
        self._transport = transport
        self._threads = threads
        groups = self._groups = AsyncKoomapGroups(transport)
        self.workspaces = groups.workspaces
        self.satellite_tasks = groups.satellite_tasks
        self.satellite_images = groups.satellite_images
        self.satellite_usage = groups.satellite_usage
        self.real3d_tasks = groups.real3d_tasks
        self.refine_subtasks = groups.refine_subtasks
        self.real3d_usage = groups.real3d_usage
        self.mark_points = groups.mark_points
        self.folders = groups.folders
        self.products = groups.products
        self.refine_products = groups.refine_products
        self.positioning = groups.positioning
        self.navigation = groups.navigation

    @property
    def _place(self) -> str:
        return self._settings.koomap.dialect.base_url

    def with_options(self, **changes: Any) -> AsyncKooMap:
        """The same client, over the same connections, with other options: ``koomap.with_options(timeout=5)``."""
        settings = self._settings.with_options(changes)
        view = object.__new__(AsyncKooMap)
        view._bind(settings, self._connection, self._transport.with_options(settings.options), self._threads)
        return view

    async def _carry(self, workflow: Workflow[Any], seconds: float | None = None) -> Any:
        if seconds is None:
            return await run_async(workflow, self._groups)
        limited = self.with_options(timeout=min(seconds, self.options.total_timeout))
        return await run_async(workflow, limited._groups)

    # ---------------------------------------------------------------------------------------- tasks as jobs

    def job(self, task: Task | TaskRef | str) -> AsyncTaskJob:
        """A task as a job; see :meth:`KooMap.job`."""
        return AsyncTaskJob(TaskRef.of(task), self._carry, self._settings.schedule, self._settings.record)

    def poll(
        self,
        jobs: Iterable[AsyncTaskJob | Task | str],
        timeout: timedelta | float | None = None,
        *,
        progress: Callable[[JobState], None] = lambda _state: None,
    ) -> AsyncIterator[Outcome]:
        """Wait for many tasks; see :meth:`KooMap.poll`."""
        refs = [job.ref if isinstance(job, AsyncTaskJob) else TaskRef.of(job) for job in jobs]
        by_id = {ref.id: ref for ref in refs}
        states = _AsyncStates(self, by_id)
        told = self._settings.record.noting(progress)
        return poll_async(by_id, states, schedule=self._settings.schedule, timeout=timeout, progress=told)

    async def states(self, jobs: Iterable[AsyncTaskJob | Task | str]) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs; see :meth:`KooMap.states`."""
        refs = [job.ref if isinstance(job, AsyncTaskJob) else TaskRef.of(job) for job in jobs]
        by_id = {ref.id: ref for ref in refs}
        return await asked_async(by_id, _AsyncStates(self, by_id), progress=self._settings.record.note)

    # ---------------------------------------------------------------------------------------- folder in, model out

    async def upload(
        self,
        source: Source | None = None,
        *,
        folder_code: str | None = None,
        name: str | None = None,  # noqa: ARG002
        kind: Kind | None = None,
        workers: int = 8,  # noqa: ARG002
        progress: Callable[[UploadProgress], None] | None = None,  # noqa: ARG002
    ) -> PhotoSet:
        """The photos of a folder that was imported; see :meth:`KooMap.upload`."""
        CAPABILITIES.kind(kind or "3d")
        photos: PhotoSet = await self._carry(imported(folder_code if source is None else None))
        return photos

    async def reconstruct(
        self,
        folder_code: PhotoSet | str,
        kind: Kind = "3d",
        *,
        workspace: str = "skybind",
        model: ModelingType | str = ModelingType.MESH,
        modeling: Modeling | None = None,
        name: str | None = None,
        description: str = "",
    ) -> AsyncTaskJob:
        """Model a folder of oblique photos, once; see :meth:`KooMap.reconstruct`."""
        wanted = Wanted(code_of(folder_code), ModelingType(model), False, modeling, name or "", description)
        return await self._modelled(kind, workspace, wanted)

    async def _modelled(self, kind: str, workspace: str, wanted: Wanted) -> AsyncTaskJob:
        CAPABILITIES.kind(kind)
        job = await self._prepared(workspace, wanted)
        if (await job.status()).phase not in {Phase.QUEUED, Phase.RUNNING, Phase.DONE}:
            await job.start()
        return job

    async def prepare(
        self,
        folder_code: PhotoSet | str,
        *,
        workspace: str = "skybind",
        model: ModelingType | str = ModelingType.MESH,
        controlled: bool = False,
        modeling: Modeling | None = None,
        name: str = "",
        description: str = "",
    ) -> AsyncTaskJob:
        """Make sure that there is a task for a folder, without starting it; see :meth:`KooMap.prepare`."""
        wanted = Wanted(code_of(folder_code), ModelingType(model), controlled, modeling, name, description)
        return await self._prepared(workspace, wanted)

    async def _prepared(self, workspace: str, wanted: Wanted) -> AsyncTaskJob:
        number = await self._carry(ensured_workspace(workspace))
        return self.job(await self._carry(prepared(number, wanted)))

    # ---------------------------------------------------------------------------------------- control points

    async def reconstruct_controlled(
        self,
        folder_code: PhotoSet | str,
        marks: Marks | None = None,
        *,
        workspace: str = "skybind",
        model: ModelingType | str = ModelingType.MESH,
        modeling: Modeling | None = None,
        name: str = "",
        description: str = "",
        timeout: timedelta | float | None = None,
        progress: Callable[[JobState], None] | None = None,
    ) -> AsyncTaskJob:
        """Model a folder with ground control points; see :meth:`KooMap.reconstruct_controlled`."""
        points = points_of(marks) if marks is not None else []
        wanted = Wanted(code_of(folder_code), ModelingType(model), True, modeling, name, description)
        job = await self._prepared(workspace, wanted)
        state = await job.status()
        if state.phase in {Phase.CREATED, Phase.FAILED, Phase.STOPPED}:
            await job.start(triangulation_only=True)
        if state.phase is not Phase.DONE:
            state = await job.wait(timeout, progress=progress)
        if state.phase is Phase.HELD:
            if not points:
                raise held(job)
            await self._carry(mark_and_write(job.ref, points))
            await job.start()
        return job

    async def mark(self, task: AsyncTaskJob | Task | str, marks: Marks) -> list[MarkPoint]:
        """Mark control points in a task's photos; see :meth:`KooMap.mark`."""
        points = points_of(marks)
        ref = task.ref if isinstance(task, AsyncTaskJob) else TaskRef.of(task)
        present: list[MarkPoint] = await self._carry(mark_and_write(ref, points))
        return present

    # ---------------------------------------------------------------------------------------- refined models

    async def refine(
        self,
        task: AsyncTaskJob | Task | str,
        folder: str | Path,
        *,
        name: str = "refined",
        keys: StoreKeys | None = None,
        upload_state: bool = False,
        workers: int = 8,
        progress: Callable[[UploadProgress], None] | None = None,
    ) -> AsyncTaskJob:
        """Upload a model that people refined, and start a refine subtask with it; see :meth:`KooMap.refine`.

        Cancelling the task stops the upload and waits until what has arrived is on record.
        """
        sync, parent = self._sync(), task.ref if isinstance(task, AsyncTaskJob) else TaskRef.of(task)

        def work(cancelled: Callable[[], bool]) -> TaskRef:
            job = sync.refine(
                parent.token,
                folder,
                name=name,
                keys=keys,
                upload_state=upload_state,
                workers=workers,
                progress=progress,
                cancelled=cancelled,
            )
            return job.ref

        return self.job(await in_thread(work))

    def _sync(self) -> KooMap:
        """What the threads use."""
        return self._threads.under(self.options)

    # ---------------------------------------------------------------------------------------- more

    async def locate(self, photo: str | Path, *, uuid: str = DEVICE, **options: Any) -> VpsAnswer:
        """Where a photo was taken; see :meth:`KooMap.locate`."""
        return await self.positioning.locate(uuid=uuid, payload=payload_of(photo, **options))

    async def usage(self) -> list[UsageLine]:
        """What the account has used; see :meth:`KooMap.usage`."""
        lines: list[UsageLine] = await self._carry(usage_lines())
        return lines

    async def close(self) -> None:
        """Close the connections."""
        await self._connection.close()
        self._threads.close()
