"""Many photos up, over a bad line, with credentials that expire: the engine that all services share.

Workers send; the calling thread alone talks to the service and writes down what is safe. A photo is safe when the
service has confirmed it, and then it is on record. Confirmations go in batches: when one is full, when the oldest photo
in it has waited :attr:`Plan.confirm_within`, and before the credentials that it belongs to end.

Some services must be told of each photo before and after its bytes. These bring a :class:`Placing`; the workers call
it, so that one photo is announced while the bytes of others flow.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Sequence

from skybind.errors import NotSent, UploadIncomplete
from skybind.options import Options
from skybind.transfers.crew import Crew
from skybind.transfers.destination import Destination, Grant, GrantLapsed, NotPlaced, Place, Placing, Sent
from skybind.transfers.multipart import PartRecord
from skybind.transfers.photos import Photo
from skybind.transfers.sending import Failure, Plan, Sending, UploadProgress
from skybind.transfers.stores import Sender
from skybind.wire.bulk import Bulk
from skybind.wire.clock import ServiceClock

__all__ = [
    "Destination",
    "Grant",
    "GrantLapsed",
    "NotPlaced",
    "Place",
    "Placing",
    "Plan",
    "Sent",
    "UploadProgress",
    "upload",
]

_MOST_SENT = 2  # times that a photo is sent whole because its confirmation is refused
_NOT_REACHED = 5.0  # seconds before a service that could not be reached is told again


class _Upload:
    """The calling thread's part."""

    def __init__(
        self,
        photos: Sequence[Photo],
        destination: Destination,
        plan: Plan,
        bulk: Bulk,
        crew: Crew[Photo, Sent | Failure],
        sending: Sending,
        record: Callable[[Sequence[tuple[Photo, str, str]]], None],
        progress: UploadProgress,
        told: Callable[[UploadProgress], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._plan = plan
        self._destination = destination
        self._bulk = bulk
        self._crew = crew
        self._sending = sending
        self._record = record
        self._progress = progress
        self._told = told
        self._asked_to_stop = cancelled
        self._unconfirmed: dict[int, list[Sent]] = {}
        self._not_before = 0.0
        self._lapses: dict[str, int] = {}
        self._open = self._most = len(photos)
        self.failed: dict[str, str] = {}

    def run(self) -> None:
        try:
            self._resize()
            while self._open or self._unconfirmed:
                if self._asked_to_stop():
                    raise KeyboardInterrupt
                for result in self._crew.results(0.1):
                    self._settle(result)
                self._confirm(everything=self._open == 0)  # may open photos again, if their grant has lapsed
                self._resize()
                self._told(self._progress)
        except BaseException:
            self._crew.stop()  # first, so that whoever is woken does not begin anew
            self._bulk.abort()
            self._end()
            self._salvage()
            raise
        else:
            self._end()
        finally:
            self._told(self._progress)

    def _resize(self) -> None:
        """Have as many at work as pays. When the queue is empty there is nothing left to learn."""
        level = self._sending.look() if len(self._crew) else self._sending.level
        self._progress.workers = min(level, self._most)
        self._crew.resize(self._progress.workers)

    def _end(self) -> None:
        self._crew.stop()
        self._crew.join()
        self._bulk.close()

    def _salvage(self) -> None:
        """On the way out: confirm what has arrived, so that it need not be sent again; never hide the reason."""
        for result in self._crew.results(0):
            if isinstance(result, Sent):
                self._unconfirmed.setdefault(id(result.grant), []).append(result)
        self._not_before = 0.0
        with contextlib.suppress(Exception):  # these photos are sent again next time, which is all there is to say
            self._confirm(everything=True)

    def _settle(self, result: Sent | Failure) -> None:
        if isinstance(result, Sent):
            if result.kept:
                self._progress.files_before += 1
                self._progress.bytes_before += result.photo.size
            else:
                self._progress.files_sent += 1
                self._progress.positions += result.position is not None
            self._unconfirmed.setdefault(id(result.grant), []).append(result)
        else:
            if result.fatal is not None:
                raise result.fatal
            self.failed[result.photo.name] = result.reason
            self._progress.files_failed += 1
        self._open -= 1

    def _confirm(self, *, everything: bool) -> None:
        now = time.monotonic()
        for key, files in list(self._unconfirmed.items()):
            while files and time.monotonic() >= self._not_before:
                due = everything or len(files) >= self._plan.batch or now - files[0].at >= self._plan.confirm_within
                if not due:
                    break
                batch, files[:] = files[: self._plan.batch], files[self._plan.batch :]
                self._confirm_batch(batch)
            if not files:
                self._unconfirmed.pop(key, None)

    def _confirm_batch(self, batch: Sequence[Sent]) -> None:
        try:
            ids = self._destination.confirm(batch[0].grant, batch)
        except NotSent:
            if not self._sending.outage.may_end:
                raise
            self._unconfirmed[id(batch[0].grant)][:0] = batch
            self._not_before = time.monotonic() + _NOT_REACHED
            return
        except GrantLapsed as lapse:
            self._sending.lapsed = batch[0].grant
            for sent in batch:
                self._again(sent, str(lapse))
            return
        taken = [sent for sent in batch if sent.photo.name in ids]
        self._record([(sent.photo, sent.receipt.etag, ids[sent.photo.name]) for sent in taken])
        self._progress.files_confirmed += sum(not sent.kept for sent in taken)
        for sent in batch:
            if sent.photo.name not in ids:
                self._again(sent, "the service did not confirm it")

    def _again(self, sent: Sent, reason: str) -> None:
        """Send a photo again that has arrived but cannot be confirmed; not for ever."""
        photo = sent.photo
        lapses = self._lapses[photo.name] = self._lapses.get(photo.name, 0) + 1
        if sent.kept:
            self._progress.files_before -= 1
            self._progress.bytes_before -= photo.size
        else:
            self._progress.files_sent -= 1
            self._progress.positions -= sent.position is not None
            self._sending.moved(-photo.size)
        if lapses >= _MOST_SENT:
            self.failed[photo.name] = f"sent {lapses} times and not confirmed: {reason}"
            self._progress.files_failed += 1
        else:
            self._progress.retries += 1
            self._open += 1
            self._crew.put(photo)


def upload(
    photos: Sequence[Photo],
    destination: Destination,
    *,
    plan: Plan,
    options: Options,
    clock: ServiceClock,
    record: Callable[[Sequence[tuple[Photo, str, str]]], None],
    progress: UploadProgress,
    told: Callable[[UploadProgress], None] = lambda _progress: None,
    cancelled: Callable[[], bool] = lambda: False,
    placing: Placing | None = None,
    parts: PartRecord | None = None,
) -> None:
    """Send photos and have them confirmed.

    Args:
        photos: What to send.
        destination: The service's part.
        plan: How to send.
        options: Timeouts, proxy, CA bundle and bandwidth of the bulk path.
        clock: Offsets of the stores' clocks.
        record: Called with (photo, etag, file id) of confirmed photos, from this thread only.
        progress: Counters to keep.
        told: Called at least ten times a second from this thread.
        cancelled: Asked as often; True ends the upload like Ctrl-C.
        placing: What the service wants for each photo by itself, if it does.
        parts: Where it is kept what of large files has arrived; called by workers. None keeps nothing.

    Raises:
        UploadIncomplete: some photos did not go up; all others are confirmed and on record.
        KeyboardInterrupt: stopped; what had arrived is confirmed and on record.
        SkybindError: the service refuses altogether.
    """
    if not photos:
        return
    bulk = Bulk(options)
    stopping = threading.Event()
    sender = Sender(bulk, clock, stopping.is_set, lambda _count: None, parts=parts)
    sending = Sending(plan, destination, placing, sender, progress, stopping)
    crew: Crew[Photo, Sent | Failure] = Crew("skybind-upload", photos, sending.work, stopping)
    work = _Upload(photos, destination, plan, bulk, crew, sending, record, progress, told, cancelled)
    work.run()
    if work.failed:
        name, reason = next(iter(work.failed.items()))
        raise UploadIncomplete(
            f"{len(work.failed)} of {len(photos)} photos did not go up; {name}: {reason}",
            failed=work.failed,
            advice="The others are safe. Run the same command again; it sends only what is missing.",
        )
