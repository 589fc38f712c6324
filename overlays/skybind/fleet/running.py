"""All flights of a fleet, until each is done or stuck: claims what is due, has it carried out, asks about the jobs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, ThreadPoolExecutor, wait
from typing import Any

import attrs

from skybind.errors import LedgerError, SkybindError
from skybind.fleet import steps
from skybind.fleet.clouds import capabilities_of
from skybind.fleet.engines import Engine
from skybind.fleet.flights import Flight
from skybind.fleet.record import LEASE, FleetRecord, Standing
from skybind.fleet.troubles import BUSY

__all__ = ["Told", "run"]

_TICK = 0.25  # seconds between two looks at what is due
_POLLED = 1000  # jobs of a round of questions
#: What is claimed first when several stages are due: what ends a flight frees its place at the service.
_ORDER = ("fetch", "start", "upload", "plan")


@attrs.frozen
class Told:
    """What a run tells while it goes on.

    Attributes:
        counts: Flights by stage, or ``failed`` or ``held``.
        ended: What steps have ended since it was told before: where the flight stood, and the trouble or an empty text.
    """

    counts: Mapping[str, int]
    ended: tuple[tuple[Standing, str], ...] = ()

    @property
    def over(self) -> bool:
        """Whether nothing more will be done."""
        return not set(self.counts) - {"done", "failed", "held"}


def _never() -> bool:
    return False


def perform(
    stage: str, flight: Flight, workers: int, bwlimit: float | None, cancelled: Callable[[], bool] = _never
) -> str:
    """Carry out a step where this runs; the record knows what came of it. The trouble in words, or an empty text."""
    try:
        if stage == "upload":
            steps.upload(flight, workers=workers, bwlimit=bwlimit, cancelled=cancelled)
        elif stage == "fetch":
            steps.fetch(flight, workers=workers, bwlimit=bwlimit, progress=_stopped_by(cancelled))
        elif stage == "start":
            steps.start(flight)
        else:
            steps.plan(flight)
    except SkybindError as error:
        return str(error)
    except KeyboardInterrupt:  # what `cancelled` makes of an upload
        return "stopped"
    return ""


def _stopped_by(cancelled: Callable[[], bool]) -> Callable[[object], None]:
    """What a download calls now and then, so that it stops as an upload does."""

    def told(_progress: object) -> None:
        if cancelled():
            raise KeyboardInterrupt

    return told


class _Run:
    def __init__(
        self,
        record: FleetRecord,
        fleet: str,
        engine: Engine,
        owner: str,
        workers: int,
        bwlimit: float | None,
        every: float,
    ) -> None:
        self._record = record
        self._fleet = fleet
        self._engine = engine
        self._owner = owner
        self._workers = workers
        self._bwlimit = bwlimit / engine.upload_slots if bwlimit else None
        self._every = every
        self._poller = ThreadPoolExecutor(1, "skybind-fleet-poll")
        self._pending: dict[Future[Any], tuple[str, list[Standing]]] = {}
        self._renew_at = 0.0

    def __bool__(self) -> bool:
        """Whether something is under way."""
        return bool(self._pending)

    def round(self) -> tuple[tuple[Standing, str], ...]:
        """Claim what is due, and wait a moment for something to end; what ended."""
        if time.monotonic() >= self._renew_at:
            self._renew_at = time.monotonic() + LEASE / 3
            self._record.renew(self._owner)
            self._record.free_dead(self._owner)
        for stage in _ORDER:
            self._claim(stage)
        if not self._under_way("wait"):
            due = self._record.claim(self._fleet, "wait", self._owner, _POLLED)
            if due:
                self._pending[self._poller.submit(steps.poll_standings, self._record, due, every=self._every)] = (
                    *("wait", due),
                )
        if not self._pending:
            time.sleep(_TICK)
            return ()
        done, _ = wait(self._pending, timeout=_TICK, return_when=FIRST_COMPLETED)
        return tuple(ended for future in done for ended in self._take(future))

    def _claim(self, stage: str) -> None:
        upload = stage == "upload"
        executor = self._engine.uploads if upload else self._engine.others
        room = (self._engine.upload_slots if upload else self._engine.other_slots) - self._under_way(stage)
        if room <= 0:
            return
        arguments = (self._engine.cancelled,) if self._engine.cancelled else ()
        due = self._startable(room) if stage == "start" else self._record.claim(self._fleet, stage, self._owner, room)
        for standing in due:
            future: Future[Any] = executor.submit(
                perform, stage, standing.flight, self._workers, self._bwlimit, *arguments
            )
            self._pending[future] = (stage, [standing])

    def _startable(self, room: int) -> list[Standing]:
        """Flights whose jobs their services take: some bound the unfinished jobs of an account."""
        found: list[Standing] = []
        for service, profile, waiting in self._record.startable(self._fleet):
            most = capabilities_of(service).unfinished_jobs
            left = room - len(found) if most is None else min(room - len(found), most - waiting)
            found += self._record.claim(self._fleet, "start", self._owner, left, (service, profile))
        return found

    def _under_way(self, stage: str) -> int:
        return sum(1 for other, _ in self._pending.values() if other == stage)

    def _take(self, future: Future[Any]) -> list[tuple[Standing, str]]:
        stage, standings = self._pending.pop(future)
        try:
            answer = future.result()
        except LedgerError:
            raise
        except (Exception, CancelledError) as error:  # a killed worker, in whatever words of its engine
            lost = _Lost(stage, error)
            for standing in standings:
                self._record.troubled(standing.flight.key, lost)
            if isinstance(error, BrokenExecutor):  # it takes nothing more
                raise
            answer = str(lost)
        # A step that found another process at it, or its record out of reach, noted nothing. One that noted something
        # has left its stage or is let go already; the next may be claimed by now.
        for standing in standings:
            self._record.put_off(self._owner, standing.flight.key, stage, BUSY)
        after = [self._record.standing(standing.flight.key) for standing in standings]
        if isinstance(answer, dict):  # answers about jobs, by key
            changed = [s for s in after if s is not None and (s.stage != "wait" or s.stuck)]
            return [(standing, standing.trouble) for standing in changed]
        return [(standing, answer) for standing in after if standing is not None]

    def close(self) -> None:
        for future in self._pending:
            future.cancel()
        self._poller.shutdown(wait=True, cancel_futures=True)


class _Lost(SkybindError):
    """The process that was at a step is gone."""

    def __init__(self, stage: str, error: BaseException) -> None:
        super().__init__(f"the worker was lost during {stage}: {type(error).__name__}")


def run(
    record: FleetRecord,
    fleet: str,
    engine: Engine,
    *,
    workers: int = 8,
    bwlimit: float | None = None,
    every: float = 30.0,
    told: Callable[[Told], None] = lambda _told: None,
) -> Mapping[str, int]:
    """Take all flights of a fleet as far as they go. Several processes may do this at once, on one record.

    Flights that failed before are tried again. Ctrl-C, or any end, loses nothing: run again, it goes on.

    Args:
        record: Where the flights are, see :meth:`FleetRecord.add`.
        fleet: Its name.
        engine: Who carries out steps; it is not closed.
        workers: Most photos or files of a flight on their way at a time.
        bwlimit: Bytes a second that all uploads together take at most, or None. Uploads at a time share it evenly.
        every: Seconds between two questions about a job.
        told: Called several times a second.

    Returns:
        Flights by ``done``, ``failed`` and ``held``.

    Raises:
        LedgerError: the record cannot be used.
        BrokenExecutor: an executor that a killed worker ends for good, such as ``ProcessPoolExecutor``, is at its end;
            run again with a new one. Dask replaces its workers.
    """
    with record.driving() as owner:
        record.free_dead(owner)
        record.try_again(fleet)
        working = _Run(record, fleet, engine, owner, workers, bwlimit, every)
        try:
            while True:
                ended = working.round()
                now = Told(record.counts(fleet), ended)
                told(now)
                if now.over and not working:
                    return now.counts
        finally:
            working.close()
