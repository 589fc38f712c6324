"""Started satellite tasks: how they move, what they make, how they end."""

from collections.abc import Iterable

from skybind_emulators.exchange import Call
from skybind_emulators.faults import Faults
from skybind_emulators.koomap.satellite.images import RESULT, ImageRecord, Images
from skybind_emulators.koomap.satellite.progress import duration_s, seen
from skybind_emulators.koomap.satellite.results import ResultFolder
from skybind_emulators.koomap.satellite.tasks import MOVING, Run, Status, TaskRecord, Tasks
from skybind_emulators.koomap.satellite.usage import Usage
from skybind_emulators.speed import Speed

_FAILED = "影像处理失败"  # processing of the image failed; our words


class Runs:
    """The started tasks of an account. Its methods are called with the lock held: a result is made in milliseconds."""

    def __init__(
        self,
        tasks: Tasks,
        images: Images,
        results: ResultFolder,
        usage: Usage,
        faults: Faults,
        *,
        speed: Speed,
        stop_s: float,
    ) -> None:
        self._tasks = tasks
        self._images = images
        self._results = results
        self._usage = usage
        self._faults = faults
        self._speed = speed
        self._stop_s = stop_s

    def begin(self, task: TaskRecord, call: Call) -> None:
        """Start a task. A ``stall`` fault holds it as long as it is armed, a ``fail`` fault lets it end as failed."""
        task.run = Run(
            whole_s=duration_s(len(task.image_ids)),
            seen_at=self._tasks.clock.simulated(),
            stalled_by=call.struck("stall"),
            doomed=call.struck("fail") is not None,
        )
        task.status, task.progress, task.fail_message = Status.START_RUNNING, 0.0, None
        task.started_at, task.stopped_at = self._tasks.clock.now(), None

    def stop(self, task: TaskRecord, call: Call) -> None:
        """Tell a task to stop. A ``fail-stop`` fault lets the stop fail."""
        run = task.run or Run(whole_s=0.0, seen_at=0.0)
        run.seen_at = self._tasks.clock.simulated()
        run.whole_s, run.elapsed_s, run.reads, run.stopping = self._stop_s, 0.0, 0, True
        run.stalled_by = call.struck("stall")
        run.unstoppable = call.struck("fail-stop") is not None
        task.run, task.status = run, Status.STOPPING

    def settle(self, *, stalled: bool = False) -> None:
        """Bring all tasks up to the present. ``stalled``: time has stood still for them since the last look."""
        now = self._tasks.clock.simulated()
        for task in self._tasks.records.values():
            if task.run is not None and task.status in MOVING:
                task.run.elapsed_s += 0.0 if stalled or self._held(task.run) else now - task.run.seen_at
                task.run.seen_at = now
                self._show(task, task.run)

    def read(self, tasks: Iterable[TaskRecord], call: Call) -> None:
        """Count a look at the state of these tasks."""
        for task in tasks:
            if task.run is not None and task.status in MOVING:
                held = call.struck("stall") is not None or self._held(task.run)
                task.run.doomed = task.run.doomed or call.struck("fail") is not None
                task.run.reads += 0 if held else 1
                self._show(task, task.run)

    def _held(self, run: Run) -> bool:
        return run.stalled_by is not None and self._faults.armed(run.stalled_by)

    def _show(self, task: TaskRecord, run: Run) -> None:
        if self._held(run):
            return
        now = seen(self._speed, run)
        if not now.over:
            task.status = now.status
            task.progress = task.progress if run.stopping else now.progress
        elif run.stopping:
            task.status = Status.STOP_FAILED if run.unstoppable else Status.STOP_SUCCESS
            task.stopped_at = self._tasks.clock.now()
        else:
            self._end(task, run)

    def _end(self, task: TaskRecord, run: Run) -> None:
        task.stopped_at = self._tasks.clock.now()
        if run.doomed:
            task.status, task.fail_message = Status.FAILED, _FAILED
            return
        raws = [image for image_id in task.image_ids if (image := self._images.find(image_id)) is not None]
        for number, (name, (alias, description)) in enumerate(task.results.items()):
            result = self._results.put(name, raws)
            first = raws[min(number, len(raws) - 1)]
            self._publish(
                task, first, name=name, alias=alias, description=description, key=result.key, size=result.size
            )
            task.preview = task.preview or result.preview
        self._usage.processed(task.level)
        task.status, task.progress = Status.SUCCESS, 1.0

    def _publish(self, task: TaskRecord, like: ImageRecord, *, name: str, key: str, size: int, **words: str) -> None:
        self._images.add(
            name,
            satellite=like.satellite,
            position=like.position,
            captured_at=like.captured_at,
            uploaded_at=self._tasks.clock.now(),
            level=task.level,
            origin=RESULT,
            kind=like.kind if len(task.image_ids) == 1 else "1",
            resolution_m=like.resolution_m,
            size=size,
            key=key,
            clip=int(task.clip),
            tile=int(task.tile),
            cog=0 if task.tile == "1" else 1,
            **words,
        )
