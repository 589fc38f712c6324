"""The workers' part of a download: attempts at files and at ranges of large ones.

A file above :data:`~skybind.transfers.ranges.RANGED_ABOVE` is opened like any other. When the first answer shows how
large it is, and that it can be had in ranges, the rest of it is put behind the other files, range by range, and the
last range to arrive gives the file its name.
"""

from __future__ import annotations

import contextlib
import errno
import random
import re
import shutil
import threading
import time
from collections.abc import Callable
from io import FileIO
from pathlib import Path

from skybind.errors import IntegrityError, NotSent, ServerError, Throttled, TransportError
from skybind.options import Options
from skybind.transfers import ranges as ranging
from skybind.transfers.folder import PART, etag_in, temporary
from skybind.transfers.outage import Outage
from skybind.transfers.pacing import Pace
from skybind.transfers.ranges import Ranges, digest_for, pieces_of, told_of
from skybind.transfers.refusing import RefusalKind, refusal_of
from skybind.transfers.wanted import DownloadProgress, File, Piece, Settled
from skybind.wire.bulk import Bulk, BulkAnswer, BulkFault, Incoming, Unreachable

__all__ = ["Fetching"]

_ATTEMPTS = 6  # without a byte more than before
_CHANGED = 3  # times that a file is begun anew since what came does not fit
_PATIENCE = 120.0  # seconds; longest pause that a store may ask for
_OUTAGE = 900.0  # seconds for which a store that was reached before may be out of reach
_BLOCK = 256 * 1024  # bytes read at a time; 1 MiB takes six more MB for eight workers, and no less time
_NOTED = 8 * 1024 * 1024  # bytes of a range after which they go on record; what a kill costs a worker at the most


class _Stopped(Exception):
    """The download shall end."""


class _Mismatch(Exception):
    """What came does not fit; begin the file again."""


class _Refused(BulkFault):
    """The store says no for now.

    Attributes:
        link: Whether another link may help.
        busy: Whether fewer requests at a time would.
        pause: Seconds that it asks for, or None.
    """

    def __init__(self, incoming: Incoming) -> None:
        super().__init__(f"HTTP {incoming.status}")
        refusal = refusal_of(BulkAnswer(incoming.status, incoming.headers, incoming.read()))
        self.link = incoming.status in {401, 403} or refusal.kind in {RefusalKind.CREDENTIALS, RefusalKind.SKEW}
        self.busy = refusal.too_fast
        self.pause = None if refusal.retry_after is None else min(refusal.retry_after, _PATIENCE)
        self.for_now = self.link or refusal.kind is RefusalKind.BUSY


class Fetching:
    """What the workers of one download share.

    Args:
        options: Timeouts, proxy, CA bundle and bandwidth.
        stop: Set when the download shall end.
        count: Counters to keep.
        most: Files and ranges on their way at a time.
        put: Puts a file or range behind the others.
    """

    def __init__(
        self,
        options: Options,
        stop: threading.Event,
        count: DownloadProgress,
        most: int,
        put: Callable[[File | Piece], None],
    ) -> None:
        self._bulk = Bulk(options)
        self._stop = stop
        self._count = count
        self._put = put
        self._lock = threading.Lock()
        self._local = threading.local()
        self._made: set[Path] = set()
        self._pace = Pace(most)
        self._outage = Outage(_OUTAGE)

    def look(self) -> int:
        """Files and ranges that may be on their way at a time from now on."""
        with self._lock:
            return self._pace.look(time.monotonic(), self._count.bytes_moved)

    def begin(self, file: File) -> None:
        """Put a file behind the others, or what is missing of it."""
        if file.ranges is None:
            self._put(file)
        else:
            self._spread(file, file.ranges)

    def work(self, item: File | Piece) -> Settled | None:
        """Get a file or a range; None if the download shall end."""
        file = item if isinstance(item, File) else item.file
        try:
            done = self._get(item) if isinstance(item, File) else self._get_piece(item)
        except _Stopped:
            return None
        except Exception as error:  # noqa: BLE001 - carried to the calling thread, which judges it
            with self._lock:
                first, file.given_up = not file.given_up, True
            return Settled(file.wanted if first else None, error if first else None)
        with self._lock:
            self._pace.went_well()
        return Settled(file.wanted if done else None)

    def close(self) -> None:
        """Close the connections; when the workers have ended."""
        self._bulk.close()

    def abort(self) -> None:
        """Wake the workers."""
        self._bulk.abort()

    # ------------------------------------------------------------------------------------------------------- attempts

    def _insist(self, item: File | Piece, once: Callable[[str], bool]) -> bool:
        """Try until it works, or does not get on any more."""
        file = item if isinstance(item, File) else item.file
        link: str | None = None
        attempts = fruitless = furthest = 0
        while True:
            attempts += 1
            pause: float | None = None
            busy, wrong = False, True
            try:
                # A stream gets another link for each attempt; ranges of one file share theirs until it is refused.
                url = file.link.current(link)
                link = url if isinstance(item, File) else None
                if not url:
                    link = url
                    raise BulkFault("the service gave no link")
                return once(url)
            except (Unreachable, NotSent) as fault:
                reason = str(fault)
                attempts -= self._outage.may_end  # what was reached before may come back
            except _Refused as refused:
                if not refused.for_now:
                    raise IntegrityError(str(refused)) from None
                reason, pause, busy = str(refused), refused.pause, refused.busy
                if refused.link:  # it has ended, which is no fault of the line
                    link, wrong = url, False
                    pause = 0.0 if attempts == 1 else pause
            except (BulkFault, TransportError, ServerError, Throttled) as fault:  # of the store, or of its link
                reason = str(fault)
            except _Mismatch as mismatch:
                if isinstance(item, Piece):
                    raise
                reason = self._changed(file, mismatch)
            if wrong:
                with self._lock:
                    self._pace.went_wrong(busy=busy)
            if item.at > furthest:
                attempts, fruitless, furthest = min(attempts, 1), 0, item.at
            if attempts >= _ATTEMPTS:
                raise BulkFault(f"{attempts} attempts, the last: {reason}")
            fruitless += 1
            if pause is None:
                pause = random.uniform(0, min(10.0, 0.5 * 2**fruitless))  # noqa: S311 - jitter
            if self._stop.wait(pause):
                raise _Stopped

    def _changed(self, file: File, mismatch: _Mismatch) -> str:
        file.changed += 1
        file.at = 0
        if file.changed >= _CHANGED:
            raise IntegrityError(f"arrived changed {file.changed} times: {mismatch}") from None
        return str(mismatch)

    # -------------------------------------------------------------------------------------------------------- streams

    def _get(self, file: File) -> bool:
        """Get a file, or begin one that comes in ranges; whether it is in place."""
        folder = file.target.parent
        if folder not in self._made:
            folder.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        return self._insist(file, lambda url: self._once(file, url))

    def _once(self, file: File, url: str) -> bool:
        if file.part is None:
            file.at = 0  # what came before had no name that tells of which object it is
        size = file.wanted.size or 0
        large = not file.whole and size > ranging.RANGED_ABOVE and file.at < size
        last = str(pieces_of([(file.at, size)])[0][1] - 1) if large else ""
        headers = {"range": f"bytes={file.at}-{last}"} if large or file.at else {}
        if file.part is not None and file.at:
            headers["if-range"] = f'"{etag_in(file.part)}"'
        with self._bulk.get(url, headers) as incoming:
            self._outage.heard()
            etag = incoming.headers.get("etag", "").strip('"')
            if incoming.status == 206 and headers and _start(incoming) == file.at:
                # Stores need not know If-Range; some answer with the rest of whatever lies there now.
                if file.part is not None and file.part != temporary(file.target, etag, PART):
                    self._drop(file)
                    raise _Mismatch("the file has changed since its first part came")
            elif incoming.status == 200:
                self._drop(file)
            elif incoming.status in {206, 416} and headers:
                self._drop(file)
                raise _Mismatch("the part on disk is longer than the file")
            elif incoming.status in {200, 206}:
                raise BulkFault("the store gave a range that nobody asked for")
            else:
                raise _Refused(incoming)
            total = _total(incoming)
            self._check_room(file, total)
            if total is not None and self._can_be_ranged(file, incoming, total, asked=bool(headers)):
                self._open(file, incoming, total)
                return False
            if large and incoming.status == 206:
                file.whole = True
                raise BulkFault("the store gives ranges that cannot be joined")
            self._receive(file, incoming, etag, total)
            return True

    def _can_be_ranged(self, file: File, incoming: Incoming, total: int, *, asked: bool) -> bool:
        etag = incoming.headers.get("etag", "")
        gives = incoming.status == 206 or (not asked and incoming.headers.get("accept-ranges") == "bytes")
        return gives and bool(re.fullmatch(r'"[^"]+"', etag)) and not file.whole and total > ranging.RANGED_ABOVE

    def _drop(self, file: File) -> None:
        """Delete what is there of a file."""
        if file.part is not None:
            file.part.unlink(missing_ok=True)
        if file.ranges is not None:
            file.ranges.discard()
        file.part, file.at, file.ranges = None, 0, None
        with self._lock:
            self._count.bytes_before -= file.before
        file.before = 0

    def _check_room(self, file: File, total: int | None) -> None:
        """Where the service told the size, it was looked at before."""
        new = file.wanted.size is None and total is not None
        if new and (total or 0) - file.at > shutil.disk_usage(file.target.parent).free:
            raise OSError(errno.ENOSPC, "No space left on device")

    def _receive(self, file: File, incoming: Incoming, etag: str, total: int | None) -> None:
        told = told_of(incoming.headers, whole=incoming.status == 200)
        digest = digest_for(told)
        buffer = self._buffer()
        path = temporary(file.target, etag, PART)
        if file.at:
            with path.open("rb", buffering=0) as before:
                while count := before.readinto(buffer):
                    digest.update(buffer[:count])
        with path.open("ab" if file.at else "wb", buffering=0) as opened:
            file.part = path if etag else None
            while count := incoming.into(buffer):
                self._go_on()
                _write(opened, buffer[:count])
                file.at += count
                digest.update(buffer[:count])
                self._moved(count)
            size = opened.tell()
        wrong = ""
        for expected, who in ((total, "the store"), (file.wanted.size, "the service")):
            if expected is not None and size != expected:
                wrong = wrong or f"{size} bytes came, {who} says {expected}"
        if not wrong and digest.agrees(told) is False:
            wrong = "the store's digest is not that of the file"
        if wrong:
            path.unlink()
            self._drop(file)
            raise _Mismatch(wrong)
        path.replace(file.target)

    # --------------------------------------------------------------------------------------------------------- ranges

    def _open(self, file: File, incoming: Incoming, total: int) -> None:
        """Let a file come in ranges; the first of them is in this answer."""
        if file.wanted.size not in {None, total}:
            raise _Mismatch(f"the store says {total} bytes, the service {file.wanted.size}")
        told = told_of(incoming.headers, whole=incoming.status == 200)
        ranges = Ranges.begin(file.target, total, told, file.part, file.at)
        file.ranges = ranges
        start, end = pieces_of([(file.at, total)])[0]
        piece = Piece(file, ranges, start, end, start)
        file.part, file.at = None, 0
        with contextlib.suppress(BulkFault):  # what is missing of it then comes with the others
            self._fill(piece, incoming)
        self._spread(file, ranges)

    def _spread(self, file: File, ranges: Ranges) -> None:
        """Put what is missing behind the others; if nothing is, an empty range ends it."""
        assert file.link  # made here, by one thread
        pieces = pieces_of(ranges.missing()) or [(ranges.size, ranges.size)]
        ranges.open = len(pieces)
        for start, end in pieces:
            self._put(Piece(file, ranges, start, end, start))

    def _get_piece(self, piece: Piece) -> bool:
        """Get a range; whether that made the file whole, and it is in place."""
        file, ranges = piece.file, piece.ranges
        if not file.given_up and not ranges.stale and piece.at < piece.end:
            try:
                self._insist(piece, lambda url: self._piece_once(piece, url))
            except _Mismatch:
                ranges.stale = True
        if not ranges.stale and not file.given_up:
            ranges.follow(self._buffer(), self._go_on)
        with self._lock:
            ranges.open -= 1
            if ranges.open or file.given_up:
                return False
        if not ranges.stale and ranges.agrees(self._buffer(), self._go_on):
            ranges.keep()
            return True
        self._drop(file)
        self._changed(file, _Mismatch("what came in ranges is not what the store has"))
        self._put(file)
        return False

    def _piece_once(self, piece: Piece, url: str) -> bool:
        ranges = piece.ranges
        headers = {"range": f"bytes={piece.at}-{piece.end - 1}", "if-match": f'"{ranges.etag}"'}
        with self._bulk.get(url, headers) as incoming:
            self._outage.heard()
            if incoming.status == 206:
                # Stores need not know If-Match.
                same = incoming.headers.get("etag", "").strip('"') == ranges.etag and _total(incoming) == ranges.size
                if not same or _start(incoming) != piece.at:
                    raise _Mismatch("the file has changed since its first range came")
            elif incoming.status == 200:
                piece.file.whole = True
                raise _Mismatch("the store gives no ranges of this file")
            elif incoming.status in {412, 416}:
                raise _Mismatch("the file has changed since its first range came")
            else:
                raise _Refused(incoming)
            self._fill(piece, incoming)
        return True

    def _fill(self, piece: Piece, incoming: Incoming) -> None:
        """Write a range to its place, and on record as it comes."""
        ranges, buffer = piece.ranges, self._buffer()
        with ranges.writing() as opened:
            opened.seek(piece.at)
            try:
                while piece.at < piece.end and (count := incoming.into(buffer[: piece.end - piece.at])):
                    self._go_on()
                    _write(opened, buffer[:count])
                    piece.at += count
                    self._moved(count)
                    if piece.at - piece.noted >= _NOTED:
                        self._note(piece, opened)
            finally:
                self._note(piece, opened)
        if piece.at < piece.end:
            raise BulkFault("cut off before the end of a range")

    def _note(self, piece: Piece, opened: FileIO) -> None:
        piece.ranges.note(opened, piece.noted, piece.at)
        piece.noted = piece.at

    # --------------------------------------------------------------------------------------------------------- shared

    def _buffer(self) -> memoryview:
        """A block for each thread."""
        if not hasattr(self._local, "buffer"):
            self._local.buffer = memoryview(bytearray(_BLOCK))
        buffer: memoryview = self._local.buffer
        return buffer

    def _go_on(self) -> None:
        if self._stop.is_set():
            raise _Stopped

    def _moved(self, size: int) -> None:
        with self._lock:
            self._count.bytes_moved += size


def _write(file: FileIO, view: memoryview) -> None:
    while view:
        view = view[file.write(view) :]


def _start(incoming: Incoming) -> int | None:
    ranged = re.match(r"bytes (\d+)-", incoming.headers.get("content-range", ""))
    return int(ranged[1]) if ranged else None


def _total(incoming: Incoming) -> int | None:
    ranged = re.fullmatch(r"bytes \d+-\d+/(\d+)", incoming.headers.get("content-range", ""))
    if ranged:
        return int(ranged[1])
    length = incoming.headers.get("content-length", "")
    return int(length) if length.isdigit() else None
