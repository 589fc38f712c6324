"""One photo on its way: attempts, pauses, credentials, and when it is time to give up. Run by several workers."""

from __future__ import annotations

import random
import threading
import time

import attrs

from skybind.errors import NotSent, PhotoError, SkybindError
from skybind.renewal import Renewing
from skybind.transfers.destination import Destination, Grant, NotPlaced, Place, Placing, Sent
from skybind.transfers.outage import Outage
from skybind.transfers.pacing import Pace
from skybind.transfers.photos import Photo, position_of
from skybind.transfers.stores import Cancelled, Receipt, Refusal, RefusalKind, Sender, put
from skybind.wire.bulk import BulkFault, Unreachable

__all__ = ["Failure", "Plan", "Sending", "UploadProgress"]

_PATIENCE = 120.0  # seconds; longest pause that a store may ask for


@attrs.frozen
class Plan:
    """How to send.

    Attributes:
        workers: Most photos on their way at a time; how many pay is found out on the way.
        first: How many there are in the beginning.
        attempts: How often one photo is tried.
        outage: Seconds for which a store or service that was reached before in this run may be out of reach; attempts
            that end there do not count.
        batch: Photos a confirmation.
        confirm_within: Seconds after which a photo is confirmed even if its batch is not full; it bounds what a crash
            makes us send again.
        renew_before: Seconds before its end at which a grant is not used for another photo.
        pause: Longest first pause after a fault; doubles up to ``longest_pause``.
        longest_pause: Seconds.
    """

    workers: int = 8
    first: int = 4
    attempts: int = 8
    outage: float = 900.0
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
        bytes_moved: Handed to the network in this run, or found to be in the store already, of a large file that goes
            on; not yet safe.
        files_failed: Given up.
        files_ready: Looked into by the service and found good, where it does that before the upload counts as done.
        positions: Photos of this run with a position in their EXIF.
        retries: Attempts beyond the first.
        grants: Grants asked for.
        workers: Photos that may be on their way at a time just now.
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
class Failure:
    """A photo that was given up.

    Attributes:
        photo: Which.
        reason: Why.
        fatal: What ends the upload of all others as well, or None.
    """

    photo: Photo
    reason: str
    fatal: SkybindError | None = None


class Sending:
    """What the workers of one upload share.

    Args:
        plan: How to send.
        destination: The service's part.
        placing: What the service wants for each photo by itself, if it does.
        sender: The way to the store; what it moves is counted here, so its own counter is not used.
        progress: Counters to keep.
        stopping: Set when the upload shall end.
    """

    def __init__(
        self,
        plan: Plan,
        destination: Destination,
        placing: Placing | None,
        sender: Sender,
        progress: UploadProgress,
        stopping: threading.Event,
    ) -> None:
        self._plan = plan
        self._destination = destination
        self._placing = placing
        self._progress = progress
        self._stopping = stopping
        self._lock = threading.Lock()
        self._sender = attrs.evolve(sender, moved=self.moved, pause=stopping.wait, cancelled=stopping.is_set)
        self._grants = Renewing(self._granted, lambda grant: grant.expires_at, margin=plan.renew_before)
        self._pace = Pace(plan.workers, first=plan.first)
        self.outage = Outage(plan.outage)
        self.lapsed: Grant | None = None  # a grant that the service takes no confirmations for any more

    @property
    def level(self) -> int:
        """Photos that may be on their way at a time."""
        return self._pace.level

    def look(self) -> int:
        """The level from now on; see :class:`skybind.transfers.pacing.Pace`."""
        with self._lock:
            return self._pace.look(time.monotonic(), self._progress.bytes_moved)

    def moved(self, count: int) -> None:
        """Count bytes; those that must go again are taken off."""
        with self._lock:
            self._progress.bytes_moved += count

    def work(self, photo: Photo) -> Sent | Failure | None:
        """Send a photo; None if the upload shall end."""
        arrived: Place | None = None
        try:
            result = self._send(photo)
            arrived = result.place if isinstance(result, Sent) else None
        except Cancelled:
            return None
        except PhotoError as error:
            return Failure(photo, error.message)
        except SkybindError as error:  # no other photo would fare better, so none is begun
            self._stopping.set()
            return Failure(photo, error.message, fatal=error)
        except Exception as error:  # noqa: BLE001 - a worker that dies silently would hang the upload
            return Failure(photo, f"{type(error).__name__}: {error}")
        else:
            return result
        finally:
            if self._placing is not None:
                self._placing.over(photo, arrived)

    def _granted(self) -> Grant:
        self._progress.grants += 1
        return self._destination.grant()

    def _send(self, photo: Photo) -> Sent | Failure:
        grant: Grant | None = None
        place: Place | None = None
        refused = self.lapsed
        position = position_of(photo.path)
        attempt = fruitless = 0
        while True:
            attempt += 1
            wait: float | None = None
            try:
                grant = self._grants.current(refused)
                place = self._placed(photo, place)
                receipt = self._put(photo, place, grant)
            except NotPlaced as fault:
                reason = str(fault)
                if not fault.again:
                    return Failure(photo, reason)
                place = None
            except (Unreachable, NotSent) as fault:
                if self.outage.may_end:
                    attempt -= 1
                elif isinstance(fault, NotSent):
                    raise
                reason = str(fault)
                self._went_wrong()
            except BulkFault as fault:
                reason = str(fault)
                self._went_wrong()
            except Refusal as refusal:
                self.outage.heard()
                reason = refusal.words
                if refusal.kind is RefusalKind.FINAL:
                    return Failure(photo, reason)
                if refusal.kind is RefusalKind.CREDENTIALS:
                    refused = grant
                    wait = 0.0
                    if grant is not None and grant.bucket.dialect == "presigned":
                        place = None  # its credentials are in its address
                elif refusal.kind is RefusalKind.SKEW:
                    wait = 0.0
                else:
                    self._went_wrong(busy=refusal.too_fast)
                    if refusal.retry_after is not None:
                        wait = min(refusal.retry_after, _PATIENCE)
            else:
                self._went_well()
                return Sent(photo, receipt, grant, position, time.monotonic(), place)
            if attempt >= self._plan.attempts:
                return Failure(photo, f"{attempt} attempts, the last: {reason}")
            if wait is None:
                ceiling = min(self._plan.longest_pause, self._plan.pause * 2**fruitless)
                wait = random.uniform(0, ceiling)  # noqa: S311 - jitter
            fruitless += 1
            if self._stopping.wait(wait):
                raise Cancelled
            with self._lock:
                self._progress.retries += 1

    def _went_well(self) -> None:
        self.outage.heard()
        with self._lock:
            self._pace.went_well()

    def _went_wrong(self, *, busy: bool = False) -> None:
        with self._lock:
            self._pace.went_wrong(busy=busy)

    def _placed(self, photo: Photo, place: Place | None) -> Place | None:
        """The place at hand, while it is good, or another one; None where the service wants none."""
        if self._placing is None or (place is not None and time.monotonic() < place.good_until):
            return place
        return self._placing.place(photo, self._stopping.is_set)

    def _put(self, photo: Photo, place: Place | None, grant: Grant) -> Receipt:
        if place is None or self._placing is None:
            return put(photo, grant.bucket, grant.keys, grant.key_of(photo.name), self._sender)
        if place.kept:
            return Receipt("", verified=True)
        self._placing.begin(place)
        receipt = put(photo, grant.bucket, grant.keys, place.key, self._sender, headers=place.headers)
        try:
            self._placing.arrived(place)
        except BaseException:
            self.moved(-photo.size)  # it counts as not sent, and may go again
            raise
        return receipt
