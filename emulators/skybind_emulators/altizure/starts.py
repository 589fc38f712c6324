"""Fields that start and stop tasks."""

from typing import Any

from skybind_emulators.altizure.intake import Intake
from skybind_emulators.altizure.records import ProjectRecord, TaskRecord
from skybind_emulators.altizure.schema import Resolver
from skybind_emulators.altizure.starting import CannotStart, StartCode
from skybind_emulators.altizure.state import State
from skybind_emulators.altizure.tasks import Tasks
from skybind_emulators.settings import AltizureRules


class StartFields:
    """Resolvers. All are called without the lock: they wait for images."""

    def __init__(self, state: State, intake: Intake, tasks: Tasks, rules: AltizureRules) -> None:
        self._state = state
        self._intake = intake
        self._tasks = tasks
        self._rules = rules

    def by_looking(self) -> dict[str, Resolver]:
        """Resolvers by ``Type.field``."""
        return {
            "Mutation.startReconstructionWithError": self.start,
            "Mutation.preStartReconstruction": self.pre_start,
            "Mutation.stopReconstruction": self.stop,
        }

    def start(self, _: Any, info: Any, id: str, options: dict[str, Any] | None = None) -> dict[str, Any]:
        """Start a task, or say in ``error`` why not."""
        visit = info.context
        try:
            ordered = visit.struck(info, "refuse")
            if ordered is not None:
                raise CannotStart(int(ordered.code))
            project = self._project(info, id)
            self._intake.look(project.of("image"))
            with self._state.lock:
                task = self._tasks.start(
                    project,
                    options or {},
                    stalled_by=visit.struck(info, "stall"),
                    doomed=visit.struck(info, "fail") is not None,
                )
        except CannotStart as error:
            return {"error": {"code": error.code, "message": str(error)}}
        return {"task": task}

    def pre_start(self, _: Any, info: Any, id: str, options: dict[str, Any] | None = None) -> ProjectRecord | None:
        """Start once the images are there. Null for a project that is not the caller's (1.4.0)."""
        with self._state.lock:
            project = self._state.owned(id, info.context.owner)
            images = project.of("image") if project is not None else []
        if project is None or project.imported:
            return None
        self._intake.look(images)
        with self._state.lock:
            self._tasks.pre_start(project, options or {})
        return project

    def stop(self, _: Any, info: Any, id: str) -> TaskRecord | None:
        """Stop the task that is under way, or do not start the one that waits; null if there is none."""
        with self._state.lock:
            project = self._state.owned(id, info.context.owner)
            if project is None:
                return None
            project.pre_start = None
        self._tasks.look(project, info.context, info)
        with self._state.lock:
            return self._tasks.stop(project)

    def _project(self, info: Any, identity: str) -> ProjectRecord:
        """The caller's project.

        Raises:
            CannotStart: there is none, it is another's, or nothing can be started now.
        """
        user = info.context.owner
        if self._rules.system_mode != "Normal":
            raise CannotStart(StartCode.READ_ONLY)
        with self._state.lock:
            project = self._state.readable(identity, user)
        if project is None:
            raise CannotStart(StartCode.NO_PROJECT)
        if project.owner != user.id:
            raise CannotStart(StartCode.NOT_OWNER)
        return project
