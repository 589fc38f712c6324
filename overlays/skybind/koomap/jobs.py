"""KooMap's tasks as jobs: the shared waiting, and what these tasks can do besides."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, cast

from skybind.jobs import AsyncJob, Job, JobState, Phase, Record, Schedule
from skybind.koomap.reconstruction import archived, product_of, refine_product_of, started
from skybind.koomap.results import AsyncModel, Made, Model
from skybind.koomap.tasks import Task, TaskKind, TaskRef, found, state_of
from skybind.steps import Workflow, ask, pause
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.models import ProductStatus, RefineSubtask, SatelliteTask

__all__ = ["AsyncTaskJob", "Carry", "CarryAsync", "TaskJob"]

_PREPARATION = 900.0  # seconds; how long it takes is not documented

#: Carries a workflow out in a number of seconds; None takes the client's own limit.
Carry = Callable[[Workflow[Any], float | None], Any]
CarryAsync = Callable[[Workflow[Any], float | None], Awaitable[Any]]


class _Watched:
    """One task, and what was seen of it. No I/O.

    A task that is stopped before it began goes back to where it was before its start, which looks as if it had never
    been started. So what was seen decides what that state means.
    """

    def __init__(self, ref: TaskRef) -> None:
        self.ref = ref
        self.begun = False

    def state(self) -> Workflow[JobState]:
        state = state_of((yield from found(self.ref)))
        if state.phase in {Phase.QUEUED, Phase.RUNNING}:
            self.begun = True
        if state.phase is Phase.CREATED and self.begun:
            return JobState(state.job_id, Phase.STOPPED, state.native, message="it was stopped before it began")
        return state

    def start(self, *, triangulation_only: bool) -> Workflow[None]:
        yield from started(self.ref, triangulation_only=triangulation_only)
        self.begun = True

    def stop(self) -> Workflow[None]:
        ref = self.ref

        def stop(api: KoomapGroups) -> None:
            if ref.kind is TaskKind.REAL3D:
                return api.real3d_tasks.stop(ref.workspace, ref.task)
            if ref.kind is TaskKind.REFINE:
                return api.refine_subtasks.stop(ref.workspace, ref.task, ref.subtask)
            return api.satellite_tasks.stop(id=ref.task)

        yield from ask(stop)
        self.begun = True

    def made(self) -> Workflow[Made]:
        """What it made. A product is listed before it can be used, so that it is waited for, though not for ever."""
        waited, again = 0.0, 1.0
        while True:
            made = yield from self._made()
            if isinstance(made, SatelliteTask) or made.status != ProductStatus.PREPARING or waited >= _PREPARATION:
                return made
            yield from pause(again)
            waited, again = waited + again, min(again * 1.5, 15.0)

    def _made(self) -> Workflow[Made]:
        if self.ref.kind is TaskKind.REAL3D:
            return (yield from product_of(self.ref))
        task = yield from found(self.ref)
        if isinstance(task, RefineSubtask):
            return (yield from refine_product_of(task))
        return cast("SatelliteTask", task)


class _Port:
    def __init__(self, watched: _Watched, carry: Carry) -> None:
        self.watched = watched
        self.carry = carry

    def state(self, _job_id: str, seconds: float) -> JobState:
        return cast("JobState", self.carry(self.watched.state(), seconds))

    def stop(self, _job_id: str) -> None:
        self.carry(self.watched.stop(), None)

    def result(self, _job_id: str) -> Model:
        return Model(self.carry(self.watched.made(), None))

    def token(self, _job_id: str) -> str:
        return self.watched.ref.token


class TaskJob(Job[Model]):
    """A satellite task, a real-scene 3D task or a refine subtask.

    Attributes:
        ref: Names the task.
    """

    def __init__(self, ref: TaskRef, carry: Carry, schedule: Schedule, record: Record | None = None) -> None:
        watched = _Watched(ref)
        super().__init__(ref.id, _Port(watched, carry), schedule=schedule, record=record)
        self.ref = ref
        self._watched = watched
        self._carry = carry

    def start(self, *, triangulation_only: bool = False) -> TaskJob:
        """Start it, once: when the answer is lost, its state tells whether it runs.

        Args:
            triangulation_only: Stop after the aerial triangulation, so that control points can be marked.

        Raises:
            Conflict: its state does not allow a start.
        """
        self._carry(self._watched.start(triangulation_only=triangulation_only), None)
        return self

    def archive(self) -> TaskJob:
        """Put it into the archive, which takes finished tasks."""
        self._carry(archived(self.ref, into=True), None)
        return self

    def unarchive(self) -> TaskJob:
        """Take it out of the archive."""
        self._carry(archived(self.ref, into=False), None)
        return self

    def task(self) -> Task:
        """The task as the service tells it now."""
        return cast("Task", self._carry(found(self.ref), None))


class _AsyncPort:
    def __init__(self, watched: _Watched, carry: CarryAsync) -> None:
        self.watched = watched
        self.carry = carry

    async def state(self, _job_id: str, seconds: float) -> JobState:
        return cast("JobState", await self.carry(self.watched.state(), seconds))

    async def stop(self, _job_id: str) -> None:
        await self.carry(self.watched.stop(), None)

    async def result(self, _job_id: str) -> AsyncModel:
        return AsyncModel(await self.carry(self.watched.made(), None))

    def token(self, _job_id: str) -> str:
        return self.watched.ref.token


class AsyncTaskJob(AsyncJob[AsyncModel]):
    """The same for asyncio; see :class:`TaskJob`."""

    def __init__(self, ref: TaskRef, carry: CarryAsync, schedule: Schedule, record: Record | None = None) -> None:
        watched = _Watched(ref)
        super().__init__(ref.id, _AsyncPort(watched, carry), schedule=schedule, record=record)
        self.ref = ref
        self._watched = watched
        self._carry = carry

    async def start(self, *, triangulation_only: bool = False) -> AsyncTaskJob:
        """Start it, once; see :meth:`TaskJob.start`."""
        await self._carry(self._watched.start(triangulation_only=triangulation_only), None)
        return self

    async def archive(self) -> AsyncTaskJob:
        """Put it into the archive, which takes finished tasks."""
        await self._carry(archived(self.ref, into=True), None)
        return self

    async def unarchive(self) -> AsyncTaskJob:
        """Take it out of the archive."""
        await self._carry(archived(self.ref, into=False), None)
        return self

    async def task(self) -> Task:
        """The task as the service tells it now."""
        return cast("Task", await self._carry(found(self.ref), None))
