"""Started tasks and subtasks: how they move, what they make, how they end."""

import logging
import shutil
import tempfile
import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path

from attrs import define, field

from skybind_emulators.faults import Fault, Faults
from skybind_emulators.koomap.real3d import progress
from skybind_emulators.koomap.real3d.orders import NothingMade, Order, Piece, Stored
from skybind_emulators.koomap.real3d.records import Worked
from skybind_emulators.koomap.real3d.states import STARTED, Status
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.storage import Vault
from skybind_emulators.settings import KooMapRules
from skybind_emulators.speed import Speed

_log = logging.getLogger(__name__)


@define(eq=False)
class Run:
    """What is known of a started record besides it.

    Attributes:
        whole_s: simulated seconds it takes.
        seen_at: simulated time when it was last looked at.
        elapsed_s: simulated seconds it ran, or has been stopping, pauses left out.
        reads: how often its state was read, since the start or the order to stop.
        stalled_by: the fault that holds it from its start, if one does.
        doomed_at: the state that it does not get through, None if all goes well.
        ending: held by the thread that ends the run.
    """

    record: Worked
    order: Order
    whole_s: float
    seen_at: float
    made: "Future[Sequence[Piece]]"
    out: Path
    stalled_by: Fault | None = None
    doomed_at: Status | None = None
    elapsed_s: float = 0.0
    reads: int = 0
    ending: threading.Lock = field(factory=threading.Lock)


class Runs:
    """The started tasks and subtasks of an account.

    Files are made in a thread from the moment of the start, one run after the other, and are published when the run's
    time is up. Methods that may wait for them must not be called with the lock held.
    """

    def __init__(
        self, stock: Stock, vault: Vault, faults: Faults, *, speed: Speed, rules: KooMapRules, folder: Path | None
    ) -> None:
        self._stock = stock
        self._vault = vault
        self._faults = faults
        self._speed = speed
        self._rules = rules
        self._folder = folder
        self._runs: dict[str, Run] = {}
        self._workers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="skybind-real3d")

    def begin(self, record: Worked, order: Order, *, stalled_by: Fault | None, doomed_at: Status | None) -> None:
        """Start a run and show it as waiting. The lock is held.

        Args:
            record: the task or subtask.
            order: what to do.
            stalled_by: a fault that holds it where it is.
            doomed_at: the state that it does not get through: STARTING, RUNNING, or None.
        """
        out = Path(tempfile.mkdtemp(prefix="real3d-", dir=self._folder))
        whole_s = progress.duration_s(order.files) * (order.end - order.begin)
        run = Run(record, order, whole_s, self._stock.clock.simulated(), self._workers.submit(order.work, out), out)
        run.stalled_by, run.doomed_at = stalled_by, doomed_at
        self._runs[record.id] = run
        record.status = Status.PENDING
        record.progress = order.begin or None
        record.exec_start = record.exec_stop = record.fail_message = None
        self._stock.touch(record)

    def stop(self, record: Worked, rest: Status) -> None:
        """Stop a run. One that still waits goes to ``rest`` at once; others take a while. The lock is held."""
        run = self._runs[record.id]
        self._stock.touch(record)
        if record.status is Status.PENDING:
            del self._runs[record.id]
            self._discard(run)
            record.status, record.progress = rest, None
            return
        record.status = Status.STOPPING
        run.reads, run.elapsed_s, run.whole_s = 0, 0.0, self._rules.settling_s
        run.seen_at = self._stock.clock.simulated()

    def settle(self, *, stalled: bool = False) -> None:
        """Bring all runs up to the present, and end those whose time is up.

        Until the files of a run are there, it goes on showing that it runs; a call waits for them for a while.

        Args:
            stalled: time has stood still for the runs since they were last looked at.
        """
        with self._stock.lock:
            now = self._stock.clock.simulated()
            for run in list(self._runs.values()):
                passed, run.seen_at = now - run.seen_at, now
                if not stalled:
                    run.elapsed_s += 0.0 if self._held(run) else passed
                    self._show(run)
        if not stalled:
            self._end_due()

    def read(self, ids: Iterable[str], *, doomed_at: Status | None = None) -> None:
        """Count a look at the state of these records; ones that do not run are passed over.

        Args:
            ids: of tasks or subtasks.
            doomed_at: the state that they will not get through.
        """
        with self._stock.lock:
            for run in [self._runs[id_] for id_ in ids if id_ in self._runs]:
                run.doomed_at = doomed_at or run.doomed_at
                run.reads += 0 if self._held(run) else 1
                self._show(run)
        self._end_due()

    def close(self) -> None:
        """Throw away what is under way. Records stay as they are."""
        self._workers.shutdown(wait=True, cancel_futures=True)
        for run in self._runs.values():
            shutil.rmtree(run.out, ignore_errors=True)
        self._runs.clear()

    def _held(self, run: Run) -> bool:
        return run.stalled_by is not None and self._faults.armed(run.stalled_by)

    def _seen(self, run: Run) -> progress.Seen:
        return progress.seen(self._speed, reads=run.reads, elapsed_s=run.elapsed_s, whole_s=run.whole_s)

    def _show(self, run: Run) -> None:
        """Write into the record how far the run is, short of its end."""
        record = run.record
        if record.status is Status.STOPPING:
            if progress.waited(self._speed, reads=run.reads, elapsed_s=run.elapsed_s, whole_s=run.whole_s):
                self._end(run, Status.STOP_SUCCESS)
                self._discard(run)
            return
        if self._held(run):
            return
        now = self._seen(run)
        if now.status is Status.RUNNING and run.doomed_at is Status.STARTING:
            self._end(run, Status.START_FAILED, "no machine could be started for the run")
            self._discard(run)
            return
        if now.status is not record.status:
            record.status = now.status
            record.updated_at = self._stock.clock.now()
        if now.status is Status.RUNNING:
            record.exec_start = self._stock.clock.now() if record.exec_start is None else record.exec_start
            record.progress = run.order.begin + (run.order.end - run.order.begin) * now.share

    def _end_due(self) -> None:
        with self._stock.lock:
            due = [run for run in self._runs.values() if self._is_due(run)]
        made, _ = wait([run.made for run in due], timeout=self._rules.patience_s)
        for run in due:
            if run.made in made:
                with run.ending:
                    self._publish(run)

    def _is_due(self, run: Run) -> bool:
        return run.record.status in STARTED and not self._held(run) and self._seen(run).over

    def _publish(self, run: Run) -> None:
        """Store the files and end the run, unless another thread has ended it, or somebody has stopped it meanwhile."""
        if self._runs.get(run.record.id) is not run:
            return
        error = None if run.made.cancelled() else run.made.exception()
        if run.doomed_at is not None or error is not None or run.made.cancelled():
            message = _told(error)
            with self._stock.lock:
                if self._is_due(run):
                    self._end(run, Status.FAILED, message)
                    self._discard(run)
            return
        stored = [self._stored(run, piece) for piece in run.made.result()]
        with self._stock.lock:
            if self._runs.get(run.record.id) is run and self._is_due(run):
                run.record.progress = run.order.end
                self._end(run, run.order.goal)
                run.order.publish(stored)
                self._discard(run)
            elif self._runs.get(run.record.id) in (None, run) and run.record.status is not run.order.goal:
                # Stopped, and not started again: nobody else has stored files of these names.
                for piece in stored:
                    self._vault.drop(run.order.prefix + piece.name)

    def _stored(self, run: Run, piece: Piece) -> Stored:
        return Stored(piece.type, piece.name, self._vault.put(run.order.prefix + piece.name, piece.path).size)

    def _end(self, run: Run, status: Status, fail_message: str | None = None) -> None:
        """Show how a run ended. The lock is held."""
        record, now = run.record, self._stock.clock.now()
        record.status, record.fail_message = status, fail_message
        record.exec_stop = record.updated_at = now
        self._runs.pop(record.id, None)

    def _discard(self, run: Run) -> None:
        """Remove the folder of a run as soon as nobody writes into it."""
        run.made.cancel()
        run.made.add_done_callback(lambda _: shutil.rmtree(run.out, ignore_errors=True))


def _told(error: BaseException | None) -> str:
    """Why a run failed. Reasons that are meant for users are told, others go to the log."""
    if isinstance(error, NothingMade):
        return str(error)
    if error is not None:
        _log.error("a run stopped unexpectedly", exc_info=error)
    return "the run failed"
