"""Many photos up, over a bad line, with credentials that expire: the engine that all services share.

Workers send; the calling thread alone talks to the service and writes the ledger. A photo is safe when the service
has confirmed it, and then it is on record. Confirmations go in batches: when one is full, when the oldest photo in it
has waited :attr:`Plan.confirm_within`, and before the credentials that it belongs to end.

Some services must be told of each photo before and after its bytes. These bring a :class:`Placing`; the workers call
it, so that one photo is announced while the bytes of others flow.
"""

from __future__ import annotations

import contextlib
import queue
import random
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import attrs

from skybind.errors import PhotoError, SkybindError, UploadIncomplete
from skybind.options import Options
from skybind.renewal import Renewing
from skybind.transfers.photos import Photo, Position, position_of
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket, Cancelled, Receipt, Refusal, RefusalKind, Sender, put
from skybind.wire.bulk import Bulk, BulkFault
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
_PATIENCE = 120.0  # seconds; longest pause that a store may ask for


@attrs.frozen
class Grant:
    """Permission to put files under a prefix for some time.

    Attributes:
        bucket: Where.
        keys: With what.
        key_of: Object key by name of the photo.
        expires_at: Unix seconds of our clock, or None if it does not end.
        reference: What the service wants back at the confirmation; may be a secret.
    """

    bucket: Bucket
    keys: StoreKeys = attrs.field(repr=False)
    key_of: Callable[[str], str] = attrs.field(repr=False)
    expires_at: float | None
    reference: str = attrs.field(repr=False)


@attrs.frozen
class Place:
    """Where one photo goes, as the service said when it was announced.

    Attributes:
        key: Object key; in a presigned bucket the signed address.
        reference: The service's id of the photo.
        good_until: Monotonic seconds from which on the photo must be announced anew before it is sent.
        headers: Sent with the photo.
        kept: The service has its content already; nothing is sent.
    """

    key: str = attrs.field(repr=False)
    reference: str
    good_until: float = float("inf")
    headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    kept: bool = False


@attrs.frozen
class Sent:
    """A photo that lies in the store and is not confirmed yet."""

    photo: Photo
    receipt: Receipt
    grant: Grant
    position: Position | None
    at: float
    place: Place | None = None

    @property
    def kept(self) -> bool:
        """Whether nothing had to be sent."""
        return self.place is not None and self.place.kept


class GrantLapsed(Exception):
    """The service does not take confirmations for this grant any more. Never leaves the transfer room."""


class NotPlaced(Exception):
    """The service did not take one photo's announcement. Never leaves the transfer room.

    Attributes:
        again: Whether another announcement may succeed.
    """

    def __init__(self, words: str, *, again: bool) -> None:
        super().__init__(words)
        self.again = again


class Placing(Protocol):
    """What a service wants for each photo by itself. Workers call it, several at a time, each for its own photo.

    The first three raise ``NotPlaced`` for what concerns this photo alone, and a ``SkybindError`` for what ends the
    upload.
    """

    def place(self, photo: Photo, stopping: Callable[[], bool]) -> Place:
        """Announce a photo; called just before its first byte, and again when its place is not good any more.

        Args:
            photo: What will be sent.
            stopping: True when the upload shall end; to be asked during anything long.
        """
        ...

    def begin(self, place: Place) -> None:
        """Its bytes begin to flow; called before each attempt."""
        ...

    def arrived(self, place: Place) -> None:
        """Its bytes are all in the store."""
        ...

    def over(self, photo: Photo, place: Place | None) -> None:
        """A worker is done with the photo, and goes on to another; called in any case, and raises nothing.

        Args:
            photo: What was to be sent.
            place: Where it is; None if it did not arrive.
        """
        ...


class Destination(Protocol):
    """What a service brings: permission, and confirmation. Both are called from one thread at a time."""

    def grant(self) -> Grant:
        """Ask for a new grant."""
        ...

    def confirm(self, grant: Grant, files: Sequence[Sent]) -> Mapping[str, str]:
        """Tell the service; returns its file ids by name, for those that it took.

        Raises:
            GrantLapsed: too late; the files must be sent again under a new grant.
        """
        ...


@attrs.frozen
class Plan:
    """How to send.

    Attributes:
        workers: Photos on their way at a time.
        attempts: How often one photo is tried.
        batch: Photos a confirmation.
        confirm_within: Seconds after which a photo is confirmed even if its batch is not full; it bounds what a crash
            makes us send again.
        renew_before: Seconds before its end at which a grant is not used for another photo.
        pause: Longest first pause after a fault; doubles up to ``longest_pause``.
        longest_pause: Seconds.
    """

    workers: int = 8
    attempts: int = 8
    batch: int = 50
    confirm_within: float = 10.0
    renew_before: float = 90.0
    pause: float = 0.5
    longest_pause: float = 20.0


@attrs.define
class UploadProgress:
    """Counters of an upload, all of them monotonic but ``bytes_moved``, which goes back when something is sent again.

    Attributes:
        files: Photos of the flight.
        bytes: Their size.
        files_before: Confirmed before this run, or found at the service in it.
        bytes_before: Their size.
        files_sent: Arrived at the store in this run.
        files_confirmed: Confirmed by the service in this run.
        bytes_moved: Handed to the network in this run; not yet safe.
        files_failed: Given up.
        files_ready: Looked into by the service and found good, where it does that before the upload counts as done.
        positions: Photos of this run with a position in their EXIF.
        retries: Attempts beyond the first.
        grants: Grants asked for.
        workers: Photos on their way at a time.
    """

    files: int = 0
    bytes: int = 0
    files_before: int = 0
    bytes_before: int = 0
    files_sent: int = 0
    files_confirmed: int = 0
    bytes_moved: int = 0
    files_failed: int = 0
    files_ready: int = 0
    positions: int = 0
    retries: int = 0
    grants: int = 0
    workers: int = 0


@attrs.define
class _Failure:
    photo: Photo
    reason: str
    fatal: SkybindError | None = None


class _Upload:
    def __init__(
        self,
        photos: Sequence[Photo],
        destination: Destination,
        plan: Plan,
        options: Options,
        clock: ServiceClock,
        record: Callable[[Sequence[tuple[Photo, str, str]]], None],
        progress: UploadProgress,
        told: Callable[[UploadProgress], None],
        cancelled: Callable[[], bool],
        placing: Placing | None = None,
    ) -> None:
        self._placing = placing
        self._todo: deque[Photo] = deque(photos)
        self._plan = plan
        self._destination = destination
        self._record = record
        self._progress = progress
        self._told = told
        self._asked_to_stop = cancelled
        self._clock = clock
        self._bulk = Bulk(options)
        self._grants = Renewing(self._granted, lambda grant: grant.expires_at, margin=plan.renew_before)
        self._stop = threading.Event()
        self._count = threading.Lock()
        self._results: queue.Queue[Sent | _Failure] = queue.Queue()
        self._unconfirmed: dict[int, list[Sent]] = {}
        self._lapses: dict[str, int] = {}
        self._lapsed: Grant | None = None
        self._failed: dict[str, str] = {}
        self._open = len(self._todo)

    # ---------------------------------------------------------------------------------------- workers

    def _granted(self) -> Grant:
        self._progress.grants += 1
        return self._destination.grant()

    def _moved(self, count: int) -> None:
        with self._count:
            self._progress.bytes_moved += count

    def _work(self) -> None:
        sender = Sender(self._bulk, self._clock, self._stop.is_set, self._moved)
        while not self._stop.is_set():
            try:
                photo = self._todo.popleft()
            except IndexError:
                # Photos come back when their grant lapses, so an empty queue is not the end of the work.
                self._stop.wait(0.05)
                continue
            arrived: Place | None = None
            try:
                result: Sent | _Failure = self._send(photo, sender)
                arrived = result.place if isinstance(result, Sent) else None
            except Cancelled:
                return
            except PhotoError as error:
                result = _Failure(photo, error.message)
            except SkybindError as error:  # the service will give no grant
                result = _Failure(photo, error.message, fatal=error)
            except Exception as error:  # noqa: BLE001 - a worker that dies silently would hang the upload
                result = _Failure(photo, f"{type(error).__name__}: {error}")
            finally:
                if self._placing is not None:
                    self._placing.over(photo, arrived)
            self._results.put(result)

    def _send(self, photo: Photo, sender: Sender) -> Sent | _Failure:
        grant: Grant | None = None
        place: Place | None = None
        refused = self._lapsed
        reason = ""
        position = position_of(photo.path)
        for attempt in range(1, self._plan.attempts + 1):
            if attempt > 1:
                with self._count:
                    self._progress.retries += 1
            grant = self._grants.current(refused)
            wait: float | None = None
            try:
                place = self._placed(photo, place)
                receipt = self._put(photo, place, grant, sender)
                return Sent(photo, receipt, grant, position, time.monotonic(), place)
            except NotPlaced as fault:
                reason = str(fault)
                if not fault.again:
                    return _Failure(photo, reason)
                place = None
            except BulkFault as fault:
                reason = str(fault)
            except Refusal as refusal:
                reason = refusal.words
                if refusal.kind is RefusalKind.FINAL:
                    return _Failure(photo, reason)
                if refusal.kind is RefusalKind.CREDENTIALS:
                    refused = grant
                    wait = 0.0
                    if grant.bucket.dialect == "presigned":
                        place = None  # its credentials are in its address
                elif refusal.kind is RefusalKind.SKEW:
                    wait = 0.0
                elif refusal.retry_after is not None:
                    wait = min(refusal.retry_after, _PATIENCE)
            if wait is None:
                ceiling = min(self._plan.longest_pause, self._plan.pause * 2 ** (attempt - 1))
                wait = random.uniform(0, ceiling)  # noqa: S311 - jitter
            if attempt < self._plan.attempts and self._stop.wait(wait):
                raise Cancelled
        return _Failure(photo, f"{self._plan.attempts} attempts, the last: {reason}")

    def _placed(self, photo: Photo, place: Place | None) -> Place | None:
        """The place at hand, while it is good, or another one; None where the service wants none."""
        if self._placing is None or (place is not None and time.monotonic() < place.good_until):
            return place
        return self._placing.place(photo, self._stop.is_set)

    def _put(self, photo: Photo, place: Place | None, grant: Grant, sender: Sender) -> Receipt:
        if place is None or self._placing is None:
            return put(photo, grant.bucket, grant.keys, grant.key_of(photo.name), sender)
        if place.kept:
            return Receipt("", verified=True)
        self._placing.begin(place)
        receipt = put(photo, grant.bucket, grant.keys, place.key, sender, headers=place.headers)
        try:
            self._placing.arrived(place)
        except BaseException:
            sender.moved(-photo.size)  # it counts as not sent, and may go again
            raise
        return receipt

    # ---------------------------------------------------------------------------------------- the calling thread

    def run(self) -> None:
        self._progress.workers = min(self._plan.workers, self._open)
        threads = [
            threading.Thread(target=self._work, name=f"skybind-upload-{n}", daemon=True)
            for n in range(self._progress.workers)
        ]
        for thread in threads:
            thread.start()
        try:
            while self._open:
                if self._asked_to_stop():
                    raise KeyboardInterrupt
                self._take()
                self._confirm(everything=False)
                self._told(self._progress)
        except BaseException:
            self._stop.set()  # first, so that whoever is woken does not begin anew
            self._bulk.abort()
            self._end(threads)
            self._salvage()
            raise
        else:
            self._end(threads)
        finally:
            self._told(self._progress)

    def _end(self, threads: Sequence[threading.Thread]) -> None:
        self._stop.set()
        for thread in threads:
            thread.join()
        self._bulk.close()

    def _salvage(self) -> None:
        """On the way out: confirm what has arrived, so that it need not be sent again; never hide the reason."""
        while not self._results.empty():
            result = self._results.get_nowait()
            if isinstance(result, Sent):
                self._unconfirmed.setdefault(id(result.grant), []).append(result)
        with contextlib.suppress(Exception):  # these photos are sent again next time, which is all there is to say
            self._confirm(everything=True)

    def _take(self) -> None:
        try:
            result = self._results.get(timeout=0.1)
        except queue.Empty:
            return
        while True:
            self._settle(result)
            try:
                result = self._results.get_nowait()
            except queue.Empty:
                return

    def _settle(self, result: Sent | _Failure) -> None:
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
            self._failed[result.photo.name] = result.reason
            self._progress.files_failed += 1
        self._open -= 1
        if self._open == 0:
            self._confirm(everything=True)  # may open photos again, if their grant has lapsed

    def _confirm(self, *, everything: bool) -> None:
        now = time.monotonic()
        for key, files in list(self._unconfirmed.items()):
            while files:
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
        except GrantLapsed as lapse:
            self._lapsed = batch[0].grant
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
            self._moved(-photo.size)
        if lapses >= _MOST_SENT:
            self._failed[photo.name] = f"sent {lapses} times and not confirmed: {reason}"
            self._progress.files_failed += 1
        else:
            self._progress.retries += 1
            self._open += 1
            self._todo.append(photo)


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
) -> None:
    """Send photos and have them confirmed.

    Args:
        photos: What to send.
        destination: The service's part.
        plan: How to send.
        options: Timeouts, proxy and CA bundle of the bulk path.
        clock: Offsets of the stores' clocks.
        record: Called with (photo, etag, file id) of confirmed photos, from this thread only.
        progress: Counters to keep.
        told: Called at least ten times a second from this thread.
        cancelled: Asked as often; True ends the upload like Ctrl-C.
        placing: What the service wants for each photo by itself, if it does.

    Raises:
        UploadIncomplete: some photos did not go up; all others are confirmed and on record.
        KeyboardInterrupt: stopped; what had arrived is confirmed and on record.
        SkybindError: the service refuses altogether.
    """
    if photos:
        work = _Upload(photos, destination, plan, options, clock, record, progress, told, cancelled, placing)
        work.run()
        if work._failed:  # noqa: SLF001 - one module, two halves of one idea
            failed = work._failed  # noqa: SLF001
            name, reason = next(iter(failed.items()))
            raise UploadIncomplete(
                f"{len(failed)} of {len(photos)} photos did not go up; {name}: {reason}",
                failed=failed,
                advice="The others are safe. Run the same command again; it sends only what is missing.",
            )
