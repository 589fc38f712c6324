"""Tasks: how they start, move, stop and end."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from attrs import define

from skybind_emulators.altizure import progress, starting
from skybind_emulators.altizure.intake import Intake
from skybind_emulators.altizure.making import Made, Maker
from skybind_emulators.altizure.records import Download, FileRecord, FileState, ProjectRecord, TaskRecord, TaskState
from skybind_emulators.altizure.starting import CannotStart, StartCode
from skybind_emulators.altizure.state import State
from skybind_emulators.altizure.visit import Visit
from skybind_emulators.faults import Fault, Faults
from skybind_emulators.settings import AltizureRules
from skybind_emulators.speed import Speed

TOTAL_STEPS = 4
ERROR_CODE = "RECONSTRUCTION_FAILED"
TASK_TYPES = ("Native", "Dense")


@define(eq=False)
class _Run:
    """What is known of a task under way besides its record. Times are simulated seconds."""

    project: ProjectRecord
    task: TaskRecord
    work: "Future[list[Made]]"
    whole_s: float
    seen_at: float
    worked_s: float = 0.0
    reads: int = 0
    stalled_by: Fault | None = None
    doomed: bool = False


class Tasks:
    """The tasks of all projects. Methods but ``look`` and ``close`` are called with the state's lock held."""

    def __init__(
        self, state: State, intake: Intake, maker: Maker, faults: Faults, *, speed: Speed, rules: AltizureRules
    ) -> None:
        self._state = state
        self._intake = intake
        self._maker = maker
        self._faults = faults
        self._speed = speed
        self._rules = rules
        self._runs: dict[str, _Run] = {}
        self._workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="skybind-altizure-tasks")

    def start(
        self,
        project: ProjectRecord,
        options: dict[str, Any],
        *,
        stalled_by: Fault | None = None,
        doomed: bool = False,
    ) -> TaskRecord:
        """Start a reconstruction with the images that are ready, or the conversion of an imported model again.

        Raises:
            CannotStart: with one of the ten codes; nothing was paid.
        """
        task_type = options.get("taskType") or "Native"
        if project.task is not None and not project.task.state.final:
            raise CannotStart(StartCode.RUNNING)
        if project.imported:
            return self._convert(project)
        if task_type not in TASK_TYPES:
            raise CannotStart(StartCode.WRONG_TASK_TYPE)
        images = project.ready
        if not images:
            raise CannotStart(StartCode.NO_IMAGES)
        if len(images) < self._rules.images_min:
            raise CannotStart(StartCode.TOO_FEW_IMAGES)
        owner = self._state.accounts.users[project.owner]
        coupons = [str(one) for one in options.get("coupons") or () if one is not None]
        gp = starting.size_of(images)
        cost = starting.price(project, owner, coupons, gp=gp, coin_per_gp=self._rules.coin_per_gp)
        task = self._task(project, task_type)
        starting.pay(owner, task, cost)
        work = self._workers.submit(
            self._maker.reconstruct, task.id, project.id, task_type, [(image.name, image.key) for image in images]
        )
        whole_s = progress.TASK_BASE_S + progress.TASK_PER_IMAGE_S * len(images)
        self._runs[task.id] = self._run(project, task, work, whole_s, stalled_by, doomed)
        return task

    def model_done(self, project: ProjectRecord, *, merge: bool) -> bool:
        """All parts of a model are uploaded: convert it once they have passed. False if there are none, or one is not
        in its bucket."""
        parts = self._new_parts(project)
        if not parts or any(part.state.waits for part in parts):
            return False
        project.waiting_merge, project.imported_state = merge, "Pending"
        self._start_waiting(project)
        return True

    def pre_start(self, project: ProjectRecord, options: dict[str, Any]) -> None:
        """Start by itself as soon as every image is Ready or Invalid."""
        project.pre_start = options
        self._start_waiting(project)

    def stop(self, project: ProjectRecord) -> TaskRecord | None:
        """Stop the project's task, and pay it back if it is young; None if none is under way."""
        runs = self._runs_of(project)
        if not runs:
            return None
        run = runs[0]
        run.work.cancel()
        payer = self._state.accounts.users.get(run.task.payer or "")
        if payer is not None and self._state.clock.now() - run.task.start_date <= self._rules.refund_s:
            starting.refund(payer, run.task)
        self._end(project, run.task, TaskState.STOPPED, None)
        return run.task

    def usage_mib(self, owner: str) -> float:
        """MiB of a user's imported models."""
        theirs = [project for project in self._state.projects.values() if project.owner == owner]
        return sum(file.size for project in theirs for file in project.of("model")) / 2**20

    def settle(self) -> None:
        """Bring all tasks up to the present, and start those that waited for images."""
        for project in self._state.projects.values():
            if self._waits(project):
                self._start_waiting(project)
        for run in list(self._runs.values()):
            self._move(run)

    def look(self, project: ProjectRecord, visit: Visit, info: Any) -> None:
        """Count a look at the project's task, and wait for what is due. The lock is not held.

        Nothing moves while the visit is one for which time stands still.
        """
        if visit.struck(info, "stall"):
            return
        if self._waits(project):
            self._intake.look(list(project.files.values()), visit)
        with self._state.lock:
            if visit.struck(info, "fail"):
                for run in self._runs_of(project):
                    run.doomed = True
            self._start_waiting(project)
            runs = self._runs_of(project)
            if not runs:
                return
            run = runs[0]
            self._move(run)
            if visit.first_look(run.task.id) and not self._held(run):
                run.reads += 1
            due = [run.work] if self._step(run) == TOTAL_STEPS else []
        wait(due, timeout=self._rules.patience_s)
        with self._state.lock:
            self._move(run)

    def forget(self, project: ProjectRecord) -> None:
        """Drop the tasks of a project that is removed."""
        for run in self._runs_of(project):
            run.work.cancel()
            del self._runs[run.task.id]

    def close(self) -> None:
        """Throw away what is under way."""
        self._workers.shutdown(wait=True, cancel_futures=True)

    def _task(self, project: ProjectRecord, task_type: str) -> TaskRecord:
        task = TaskRecord(
            id=self._state.ids.object_id(),
            project_id=project.id,
            task_type=task_type,
            start_date=self._state.clock.now(),
        )
        project.tasks.append(task)
        project.error = project.error_code = None
        return task

    def _run(
        self,
        project: ProjectRecord,
        task: TaskRecord,
        work: "Future[list[Made]]",
        whole_s: float,
        stalled_by: Fault | None,
        doomed: bool,
    ) -> _Run:
        now = self._state.clock.simulated()
        return _Run(project, task, work, whole_s, now, stalled_by=stalled_by, doomed=doomed)

    def _new_parts(self, project: ProjectRecord) -> list[FileRecord]:
        return [file for file in project.of("model") if file.id not in project.converted_from]

    def _waits(self, project: ProjectRecord) -> bool:
        return project.pre_start is not None or project.waiting_merge is not None

    def _start_waiting(self, project: ProjectRecord) -> None:
        options, merge = project.pre_start, project.waiting_merge
        if options is not None and all(image.state.final for image in project.of("image")):
            project.pre_start = None
            try:
                self.start(project, options)
            except CannotStart as error:
                project.error, project.error_code = str(error), ERROR_CODE
        parts = self._new_parts(project)
        if merge is not None and all(part.state.final for part in parts):
            project.waiting_merge, project.merged = None, merge
            project.converted_from = [part.id for part in parts]
            self._convert(project)

    def _convert(self, project: ProjectRecord) -> TaskRecord:
        parts = [project.files[identity] for identity in project.converted_from]
        if not parts:
            raise CannotStart(StartCode.NO_MODEL)
        task = self._task(project, "Native")
        project.imported_state = "Converting"
        if self.usage_mib(project.owner) > self._rules.asset_storage_mib:
            project.imported_state = "LimitExceeded"
            self._end(project, task, TaskState.FAILED, "the storage for models is full")
        elif any(part.state is not FileState.READY for part in parts):
            self._end(project, task, TaskState.FAILED, "a part of the model is of no use")
        else:
            named = [(part.name, part.key) for part in parts]
            work = self._workers.submit(self._maker.convert, project.id, named, merge=project.merged)
            self._runs[task.id] = self._run(project, task, work, progress.TASK_BASE_S, None, doomed=False)
        return task

    def _runs_of(self, project: ProjectRecord) -> list[_Run]:
        """The task under way, if there is one; never more."""
        return [run for run in self._runs.values() if run.project is project]

    def _held(self, run: _Run) -> bool:
        return run.stalled_by is not None and self._faults.armed(run.stalled_by)

    def _step(self, run: _Run) -> int:
        now = self._state.clock.simulated()
        passed, run.seen_at = now - run.seen_at, now
        if self._held(run):
            return 0
        run.worked_s += passed
        return progress.step(self._speed, TOTAL_STEPS, reads=run.reads, worked_s=run.worked_s, whole_s=run.whole_s)

    def _move(self, run: _Run) -> None:
        if run.task.id not in self._runs:
            return
        step = self._step(run)
        if step == TOTAL_STEPS and run.work.done():
            self._publish(run)
            return
        run.task.step = min(step, TOTAL_STEPS - 1)
        run.task.state = TaskState.PENDING if run.task.step == 0 else TaskState.PROCESSING

    def _publish(self, run: _Run) -> None:
        project, task = run.project, run.task
        if run.work.cancelled():
            return
        error = run.work.exception()
        if error is not None or run.doomed:
            self._end(project, task, TaskState.FAILED, str(error) if error else "the reconstruction failed")
            return
        task.step = TOTAL_STEPS
        if not project.imported:
            project.downloads = self._downloads(run.work.result())
        self._end(project, task, TaskState.DONE, None)

    def _downloads(self, made: Sequence[Made]) -> list[Download]:
        now, ids = self._state.clock.now(), self._state.ids
        return [Download(id=ids.object_id(), name=one.name, key=one.key, size=one.size, mtime=now) for one in made]

    def _end(self, project: ProjectRecord, task: TaskRecord, state: TaskState, message: str | None) -> None:
        task.state, task.message, task.end_date = state, message, self._state.clock.now()
        if state is TaskState.FAILED:
            project.error, project.error_code = message, ERROR_CODE
        if project.imported and project.imported_state == "Converting":
            project.imported_state = "Ready" if state is TaskState.DONE else "Failed"
        self._runs.pop(task.id, None)
