"""KooMap as users see it, for asyncio: :class:`AsyncKooMap`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn, Self, Unpack

import attrs

from skybind.errors import SkybindError, UsageError
from skybind.jobs import JobState, Phase, Schedule
from skybind.koomap.choices import (
    DEVICE,
    ClientSettings,
    Credentials,
    Marks,
    held,
    mark_and_write,
    no_upload,
    points_of,
)
from skybind.koomap.client import KooMap
from skybind.koomap.connection import AsyncConnection, Connection
from skybind.koomap.jobs import AsyncTaskJob
from skybind.koomap.modeling import Modeling
from skybind.koomap.positioning import payload_of
from skybind.koomap.reconstruction import Wanted, ensured_workspace, prepared
from skybind.koomap.tasks import MOST_ASKED, Task, TaskRef, states_of
from skybind.koomap.usage import UsageLine, usage_lines
from skybind.options import Options
from skybind.polling import Outcome, poll_async
from skybind.steps import Workflow, run_async
from skybind.transfers.signing import StoreKeys
from skybind.transfers.threads import in_thread
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


class AsyncKooMap:
    """A client of KooMap for asyncio: the names, arguments and errors of :class:`KooMap`, awaited.

    The bytes of models move in threads here too; progress callbacks of :meth:`refine` come from such a thread.
    """

    name = "koomap"

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
        self._bind(settings, connection, connection.transport, None)

    def _bind(
        self,
        settings: ClientSettings,
        connection: AsyncConnection,
        transport: AsyncTransport,
        threads: KooMap | None,
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

    @classmethod
    def from_env(cls, *, profile: str | None = None, options: Options | None = None) -> Self:
        """A client with credentials from environment, profile file or keyring."""
        return cls(profile=profile, options=options)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._settings.koomap.dialect.base_url}>"

    @property
    def options(self) -> Options:
        """How this client behaves on the wire."""
        return self._settings.options

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
        return AsyncTaskJob(TaskRef.of(task), self._carry, self._settings.schedule)

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
        return poll_async(by_id, states, schedule=self._settings.schedule, timeout=timeout, progress=progress)

    # ---------------------------------------------------------------------------------------- folder in, model out

    def upload(self, *_source: object, **_options: object) -> NoReturn:
        """There is no such thing; see :meth:`KooMap.upload`."""
        no_upload()

    async def reconstruct(
        self,
        folder_code: str,
        kind: str = "3d",
        *,
        workspace: str = "skybind",
        model: ModelingType | str = ModelingType.MESH,
        modeling: Modeling | None = None,
        name: str = "",
        description: str = "",
    ) -> AsyncTaskJob:
        """Model a folder of oblique photos, once; see :meth:`KooMap.reconstruct`."""
        wanted = Wanted(folder_code, ModelingType(model), False, modeling, name, description)
        return await self._modelled(kind, workspace, wanted)

    async def _modelled(self, kind: str, workspace: str, wanted: Wanted) -> AsyncTaskJob:
        if kind != "3d":
            raise UsageError(f"KooMap makes no {kind!r} of oblique photos", advice="Its kind is 3d.")
        job = await self._prepared(workspace, wanted)
        if (await job.status()).phase not in {Phase.QUEUED, Phase.RUNNING, Phase.DONE}:
            await job.start()
        return job

    async def prepare(
        self,
        folder_code: str,
        *,
        workspace: str = "skybind",
        model: ModelingType | str = ModelingType.MESH,
        controlled: bool = False,
        modeling: Modeling | None = None,
        name: str = "",
        description: str = "",
    ) -> AsyncTaskJob:
        """Make sure that there is a task for a folder, without starting it; see :meth:`KooMap.prepare`."""
        wanted = Wanted(folder_code, ModelingType(model), controlled, modeling, name, description)
        return await self._prepared(workspace, wanted)

    async def _prepared(self, workspace: str, wanted: Wanted) -> AsyncTaskJob:
        number = await self._carry(ensured_workspace(workspace))
        return self.job(await self._carry(prepared(number, wanted)))

    # ---------------------------------------------------------------------------------------- control points

    async def reconstruct_controlled(
        self,
        folder_code: str,
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
        wanted = Wanted(folder_code, ModelingType(model), True, modeling, name, description)
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
        """The same client for threads, in which bulk bytes move."""
        if self._threads is None:
            view = object.__new__(KooMap)
            connection = Connection(self._settings.koomap)
            view._bind(self._settings, connection, connection.transport)
            self._threads = view
        return self._threads

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
        if self._threads is not None:
            self._threads.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
