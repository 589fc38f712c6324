"""Started jobs: how they move, what they make, how they end."""

import logging
import shutil
import tempfile
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any, Literal

from attrs import define, field

from skybind_emulators.engine import Engine, ProductFile
from skybind_emulators.faults import Fault, Faults
from skybind_emulators.settings import TerraRules
from skybind_emulators.speed import Speed
from skybind_emulators.storage import Storage
from skybind_emulators.terra.parameters import LIDAR, MAP_2D, MODEL_3D
from skybind_emulators.terra.photos import is_photo, pixels_of
from skybind_emulators.terra.progress import MESSAGES, duration_s, progress
from skybind_emulators.terra.state import FileRecord, JobRecord, JobStatus, ResourceRecord, State

_KINDS: Mapping[int, Literal["2d", "3d", "lidar"]] = {LIDAR: "lidar", MAP_2D: "2d", MODEL_3D: "3d"}

_log = logging.getLogger(__name__)


class NothingMade(Exception):
    """A job ends as failed; the text says why."""


@define(eq=False)
class Run:
    """What is known of a started job besides its record.

    Attributes:
        whole_s: simulated seconds it takes.
        seen_at: simulated time when it was last looked at.
        elapsed_s: simulated seconds it ran, pauses left out.
        reads: how often its status was read.
        stalled_by: the fault that stopped it at its start, if one did.
        doomed: it ends as failed, whatever it made.
        made: the products, when they are ready.
        ending: held by the thread that ends the job.
    """

    whole_s: float
    seen_at: float
    made: "Future[Sequence[ProductFile]]"
    out: Path
    stalled_by: Fault | None = None
    doomed: bool = False
    elapsed_s: float = 0.0
    reads: int = 0
    ending: threading.Lock = field(factory=threading.Lock)


class Runs:
    """The started jobs of an account.

    Products are made in a thread from the moment a job starts, and are published when its time is up. Methods that may
    wait for them must not be called with the state's lock held.
    """

    def __init__(
        self,
        state: State,
        store: Storage,
        faults: Faults,
        *,
        bucket: str,
        speed: Speed,
        rules: TerraRules,
        seed: int,
        engine: Engine,
        folder: Path | None,
    ) -> None:
        self._state = state
        self._store = store
        self._faults = faults
        self._bucket = bucket
        self._speed = speed
        self._rules = rules
        self._seed = seed
        self._engine = engine
        self._folder = folder
        self._runs: dict[str, Run] = {}
        self._workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="skybind-reconstruction")

    def begin(
        self,
        job: JobRecord,
        resource: ResourceRecord,
        parameters: Mapping[str, Any],
        *,
        stalled_by: Fault | None,
        doomed: bool,
    ) -> None:
        """Start making what the job is for, and show it as waiting. The state's lock is held."""
        inputs = [self._state.files[uuid] for uuid in resource.files]
        out = Path(tempfile.mkdtemp(prefix="job-", dir=self._folder))
        made = self._workers.submit(self._make, job.uuid, job.type or 0, inputs, parameters, out)
        now = self._state.clock.simulated()
        self._runs[job.uuid] = Run(duration_s(len(inputs)), now, made, out, stalled_by, doomed)
        job.pixels = float(sum(self._pixels(file) for file in inputs if is_photo(file.name)))
        self._show(job, self._runs[job.uuid])

    def settle(self, *, stalled: bool = False, patience_s: float = 0.0) -> None:
        """Bring all jobs up to the present, and end those whose time is up.

        Args:
            stalled: time has stood still for the jobs since they were last looked at.
            patience_s: how long to wait for products that are still being made. Until they are there, a job whose time
                is up shows as writing its results.
        """
        with self._state.lock:
            now = self._state.clock.simulated()
            for uuid, run in self._runs.items():
                job = self._state.jobs.get(uuid)
                if job is not None and not job.status.final:
                    held = stalled or self._held(run)
                    run.elapsed_s += 0.0 if held else now - run.seen_at
                    run.seen_at = now
                    self._show(job, run)
        self._end_due(patience_s)

    def read(self, uuids: Sequence[str], *, stalled: bool = False, doomed: bool = False) -> None:
        """Count a look at the status of these jobs. Waits for their products as long as the rules say.

        Args:
            uuids: the jobs; ones that do not run are passed over.
            stalled: the look does not count.
            doomed: the jobs will end as failed.
        """
        with self._state.lock:
            for uuid in uuids:
                run, job = self._runs.get(uuid), self._state.jobs.get(uuid)
                if run is None or job is None or job.status.final:
                    continue
                run.doomed = run.doomed or doomed
                run.reads += 0 if stalled or self._held(run) else 1
                self._show(job, run)
        self._end_due(self._rules.patience_s)

    def stop(self, job: JobRecord) -> None:
        """Show a job as stopped; whatever it made is thrown away. The state's lock is held."""
        self._end(job, JobStatus.STOPPED, MESSAGES[JobStatus.STOPPED])
        if (run := self._runs.pop(job.uuid, None)) is not None:
            self._discard(run)

    def close(self) -> None:
        """Throw away what is under way. Jobs stay as they are."""
        self._workers.shutdown(wait=True, cancel_futures=True)
        for run in self._runs.values():
            shutil.rmtree(run.out, ignore_errors=True)
        self._runs.clear()

    def _held(self, run: Run) -> bool:
        return run.stalled_by is not None and self._faults.armed(run.stalled_by)

    def _show(self, job: JobRecord, run: Run) -> None:
        """Write into the record how far the run is. A run whose time is up shows as writing its results."""
        if self._held(run):
            if job.status is JobStatus.CREATED:
                job.status, job.percentage, job.message = JobStatus.WAITING, 0.0, MESSAGES[JobStatus.WAITING]
                job.remain_s = round(run.whole_s)
            return
        now = progress(self._speed, reads=run.reads, elapsed_s=run.elapsed_s, whole_s=run.whole_s)
        job.status, job.percentage, job.remain_s = now.status, now.percentage, now.remain_s
        job.message = MESSAGES[now.status]

    def _due(self) -> list[tuple[JobRecord, Run]]:
        with self._state.lock:
            found = []
            for uuid, run in self._runs.items():
                job = self._state.jobs.get(uuid)
                if job is None or job.status.final or self._held(run):
                    continue
                if progress(self._speed, reads=run.reads, elapsed_s=run.elapsed_s, whole_s=run.whole_s).over:
                    found.append((job, run))
            return found

    def _end_due(self, patience_s: float) -> None:
        due = self._due()
        made, _ = wait([run.made for _, run in due], timeout=patience_s)
        for job, run in due:
            if run.made not in made:
                continue
            with run.ending:
                if not job.status.final:
                    self._publish(job, run)

    def _publish(self, job: JobRecord, run: Run) -> None:
        """End a job: its products become files of its output resource, or it is shown as failed."""
        error = run.made.exception()
        if error is None and not run.doomed:
            stored = self._stored(run.made.result())
            with self._state.lock:
                self._link(job, stored)
                self._end(job, JobStatus.FINISHED, MESSAGES[JobStatus.FINISHED])
        else:
            with self._state.lock:
                self._end(job, JobStatus.FAILED, "reconstruction failed" if error is None else _told(error))
        with self._state.lock:
            self._runs.pop(job.uuid, None)
        shutil.rmtree(run.out, ignore_errors=True)

    def _stored(self, products: Sequence[ProductFile]) -> list[tuple[str, str, int, str]]:
        """Put products into the store; return name, key, size and etag of each."""
        base = self._state.ids.uuid()
        stored = []
        for product in sorted(products, key=lambda product: product.name):
            key = f"{base}/{product.name}"
            there = self._store.put(self._bucket, key, product.path)
            stored.append((product.name, key, there.size, there.etag))
        return stored

    def _link(self, job: JobRecord, stored: Sequence[tuple[str, str, int, str]]) -> None:
        output = self._state.resources[job.output or ""]
        for name, key, size, etag in stored:
            file = self._state.add_file(name=name, bucket=self._bucket, key=key, size=size, etag=etag, checksum=etag)
            output.files.append(file.uuid)
        self._state.touch(output)

    def _end(self, job: JobRecord, status: JobStatus, message: str) -> None:
        job.status, job.message = status, message
        if job.started_at is not None:
            job.percentage = 1.0 if status is JobStatus.FINISHED else job.percentage
            job.remain_s = 0
            job.completed_at = self._state.clock.now()
        self._state.touch(job)

    def _discard(self, run: Run) -> None:
        run.made.cancel()
        run.made.add_done_callback(lambda _: shutil.rmtree(run.out, ignore_errors=True))

    def _pixels(self, file: FileRecord) -> int:
        there = self._store.head(file.bucket, file.key)
        return 0 if there is None else pixels_of(there.path)

    def _make(
        self, job_id: str, kind: int, inputs: Sequence[FileRecord], parameters: Mapping[str, Any], out: Path
    ) -> Sequence[ProductFile]:
        """Run in a thread: look at what really lies in the store, and reconstruct it."""
        there = [(file.name, self._store.head(file.bucket, file.key)) for file in inputs]
        found = [(name, stored.path) for name, stored in there if stored is not None]
        if kind != LIDAR:
            found = [(name, path) for name, path in found if is_photo(name)]
            most = self._rules.max_photos_2d if kind == MAP_2D else self._rules.max_photos_3d
            if not self._rules.min_photos <= len(found) <= most:
                raise NothingMade(f"{len(found)} photos; from {self._rules.min_photos} to {most} are needed")
        if not found:
            raise NothingMade("the input resource has no files")
        return self._engine(_KINDS[kind], found, job_id=job_id, out=out, parameters=parameters, seed=self._seed)


def _told(error: BaseException) -> str:
    """The message of a failed job. The engine's own refusals are meant for users; anything else goes to the log."""
    from skybind_emulators.products import ReconstructionFailed  # noqa: PLC0415  heavy, and by now loaded

    if isinstance(error, NothingMade | ReconstructionFailed):
        return str(error)
    _log.error("the reconstruction stopped unexpectedly", exc_info=error)
    return "the reconstruction stopped unexpectedly"
