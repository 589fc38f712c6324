"""Files down: into a temporary name, on from where it broke off, checked, and only then under their own name.

A file that has its own name is whole. What is not whole is called ``<name>.<etag>.part``; the ETag in the name
makes sure that a rest is only ever joined to its own beginning.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import random
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

import attrs
from fastcrc import crc64

from skybind.errors import (
    DownloadIncomplete,
    IntegrityError,
    NotFound,
    NotSent,
    ServerError,
    SkybindError,
    Throttled,
    TransportError,
    UsageError,
)
from skybind.options import Options
from skybind.transfers.crew import Crew
from skybind.transfers.outage import Outage
from skybind.transfers.pacing import Pace
from skybind.wire.bulk import BLOCK, Bulk, BulkFault, Incoming, Unreachable

__all__ = ["DownloadProgress", "Wanted", "check_target", "download", "place", "read_blocks"]

_ATTEMPTS = 6
_OUTAGE = 900.0  # seconds for which a store that was reached before may be out of reach
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@attrs.frozen
class Wanted:
    """A file to get.

    Attributes:
        name: Relative path with slashes, as the service gives it; not trusted.
        size: Bytes, or None if the service does not say.
        url: Asked for a fresh link just before each attempt, since links expire.
    """

    name: str
    size: int | None
    url: Callable[[], str] = attrs.field(repr=False)


@attrs.define
class DownloadProgress:
    """Counters of a download.

    Attributes:
        files: Files of the result.
        bytes: Their size, as far as it is known.
        files_before: Already in place.
        bytes_before: Their size.
        files_done: Put in place in this run.
        bytes_moved: Read in this run.
        files_failed: Given up.
    """

    files: int = 0
    bytes: int = 0
    files_before: int = 0
    bytes_before: int = 0
    files_done: int = 0
    bytes_moved: int = 0
    files_failed: int = 0


_Result = tuple[Wanted, Exception | None]


def place(out: Path, name: str) -> Path:
    """Where a file of this name belongs below ``out``.

    Raises:
        UsageError: the name leads out of it, or is no file name.
    """
    path = PurePosixPath(name)
    parts = path.parts
    bad = (
        not parts or path.is_absolute() or ".." in parts or re.search(r"[\x00-\x1f\\]", name) or re.match(r"\w:", name)
    )
    target = out.joinpath(*parts) if not bad else out
    # A link below `out` must not lead out of it either.
    if bad or not target.parent.resolve().is_relative_to(out.resolve()):
        raise UsageError(f"the service names a file {name!r}, which does not stay inside {out}")
    return target


def check_target(out: Path) -> None:
    """Make the folder, and see that a file can be written into it.

    Raises:
        UsageError: it cannot; said before hours are spent on what is to go there.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".skybind-probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise UsageError(
            f"{out}: cannot be written to: {error.strerror}", advice="Choose another folder, or mend its permissions."
        ) from error


class _Stopped(Exception):
    """The download shall end."""


class _Mismatch(Exception):
    """What came does not fit; begin the file again."""


class _Download:
    """What the workers of one download share."""

    def __init__(self, out: Path, options: Options, stop: threading.Event, count: DownloadProgress, most: int) -> None:
        self._out = out
        self._bulk = Bulk(options)
        self._stop = stop
        self._count = count
        self._lock = threading.Lock()
        self._pace = Pace(most)
        self._outage = Outage(_OUTAGE)

    def look(self) -> int:
        """Files that may be on their way at a time from now on."""
        with self._lock:
            return self._pace.look(time.monotonic(), self._count.bytes_moved)

    def work(self, wanted: Wanted) -> _Result | None:
        """Get a file; None if the download shall end."""
        try:
            self.get(wanted)
        except _Stopped:
            return None
        except Exception as error:  # noqa: BLE001 - carried to the calling thread, which judges it
            return wanted, error
        with self._lock:
            self._pace.went_well()
        return wanted, None

    def _moved(self, size: int) -> None:
        with self._lock:
            self._count.bytes_moved += size

    def get(self, wanted: Wanted) -> None:
        target = place(self._out, wanted.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        corrupt = attempts = fruitless = 0
        while True:
            attempts += 1
            try:
                self._once(wanted, target)
            except (Unreachable, NotSent) as fault:
                reason = str(fault)
                attempts -= self._outage.may_end  # what was reached before may come back
            except (BulkFault, TransportError, ServerError, Throttled) as fault:  # of the store, or of its link
                reason = str(fault)
            except _Mismatch as mismatch:
                reason = str(mismatch)
                corrupt += 1
                if corrupt >= 3:
                    raise IntegrityError(f"arrived changed {corrupt} times: {reason}") from None
            else:
                return
            with self._lock:
                self._pace.went_wrong()
            if attempts >= _ATTEMPTS:
                raise BulkFault(f"{attempts} attempts, the last: {reason}")
            fruitless += 1
            if self._stop.wait(random.uniform(0, min(10.0, 0.5 * 2**fruitless))):  # noqa: S311 - jitter
                raise _Stopped

    def _once(self, wanted: Wanted, target: Path) -> None:
        part, have = _part_of(target)
        headers = {"range": f"bytes={have}-", "if-range": f'"{_etag_in(part)}"'} if part and have else {}
        url = wanted.url()
        if not url:
            raise BulkFault("the service gave no link")
        with self._bulk.get(url, headers) as incoming:
            self._outage.heard()
            if incoming.status == 206 and part is not None:
                # Stores need not know If-Range; some answer with the rest of whatever lies there now.
                if part != _part_name(target, incoming.headers.get("etag", "").strip('"')):
                    part.unlink()
                    raise _Mismatch("the file has changed since its first part came")
                self._receive(incoming, wanted, target, part, have)
            elif incoming.status == 200:
                if part is not None:
                    part.unlink()
                etag = incoming.headers.get("etag", "").strip('"')
                self._receive(incoming, wanted, target, _part_name(target, etag), 0)
            elif incoming.status == 416 and part is not None:
                part.unlink()
                raise _Mismatch("the part on disk is longer than the file")
            elif incoming.status in {403, 408, 429, 500, 502, 503, 504}:
                raise BulkFault(f"HTTP {incoming.status}")  # 403: the link has expired; the next attempt has another
            else:
                raise IntegrityError(f"HTTP {incoming.status}")

    def _receive(self, incoming: Incoming, wanted: Wanted, target: Path, part: Path, have: int) -> None:
        digest = _Digest(part, have, incoming.headers)
        with part.open("ab" if have else "wb", buffering=0) as file:
            while block := incoming.block():
                if self._stop.is_set():
                    raise _Stopped
                view = memoryview(block)
                while view:
                    view = view[file.write(view) :]
                digest.update(block)
                self._moved(len(block))
            size = file.tell()
        total = _total(incoming)
        for expected, what in ((total, "the store"), (wanted.size, "the service")):
            if expected is not None and size != expected:
                part.unlink()
                raise _Mismatch(f"{size} bytes came, {what} says {expected}")
        if not digest.agrees():
            part.unlink()
            raise _Mismatch("the store's digest is not that of the file")
        part.replace(target)

    def close(self) -> None:
        self._bulk.close()

    def abort(self) -> None:
        self._bulk.abort()


class _Digest:
    """Whatever digest the store names for the whole file: CRC-64 (OSS), or MD5 as the ETag of a file in one piece."""

    def __init__(self, part: Path, have: int, headers: Mapping[str, str]) -> None:
        etag = headers.get("etag", "").strip('"').lower()
        self._crc = headers.get("x-oss-hash-crc64ecma")
        kms = headers.get("x-amz-server-side-encryption", "").startswith("aws:kms")
        self._md5 = etag if self._crc is None and not kms and re.fullmatch(r"[0-9a-f]{32}", etag) else None
        self._value: int = crc64.xz(b"")
        self._hash = hashlib.md5(usedforsecurity=False)
        if have:
            with part.open("rb") as file:
                while block := file.read(BLOCK):
                    self.update(block)

    def update(self, block: bytes) -> None:
        if self._crc is not None:
            self._value = crc64.xz(block, self._value)
        elif self._md5 is not None:
            self._hash.update(block)

    def agrees(self) -> bool:
        if self._crc is not None:
            return str(self._value) == self._crc
        return self._md5 is None or self._hash.hexdigest() == self._md5


def _total(incoming: Incoming) -> int | None:
    ranged = re.fullmatch(r"bytes \d+-\d+/(\d+)", incoming.headers.get("content-range", ""))
    if ranged:
        return int(ranged[1])
    length = incoming.headers.get("content-length", "")
    return int(length) if length.isdigit() else None


def _part_name(target: Path, etag: str) -> Path:
    safe = re.sub(r"[^0-9A-Za-z-]", "", etag)[:40]
    return target.with_name(f".{target.name}.{safe}.part")


def _etag_in(part: Path) -> str:
    return part.name.removesuffix(".part").rpartition(".")[2]


def _part_of(target: Path) -> tuple[Path | None, int]:
    """The rest of an earlier attempt; without an ETag in its name it is of no use."""
    prefix = f".{target.name}."
    with contextlib.suppress(OSError):
        for name in os.listdir(target.parent):  # noqa: PTH208 - names are enough
            if name.startswith(prefix) and name.endswith(".part") and name.count(".") == prefix.count(".") + 1:
                part = target.with_name(name)
                if _etag_in(part):
                    return part, part.stat().st_size
                part.unlink()
    return None, 0


def _once_each(wanted: Sequence[Wanted], failed: dict[str, str]) -> Iterator[Wanted]:
    """Each name once: two files of one name would write into each other. Where they differ, none of them is right."""
    sizes: dict[str, set[int | None]] = {}
    for item in wanted:
        sizes.setdefault(item.name, set()).add(item.size)
    for item in wanted:
        known = sizes.pop(item.name, None)
        if known is not None and len(known) > 1:
            failed[item.name] = "the service has several files of this name, of different sizes"
        elif known is not None:
            yield item


def _in_place(out: Path, wanted: Wanted) -> bool:
    target = place(out, wanted.name)
    return target.is_file() and (wanted.size is None or target.stat().st_size == wanted.size)


def download(
    wanted: Sequence[Wanted],
    out: Path,
    *,
    options: Options,
    workers: int = 8,
    progress: DownloadProgress | None = None,
    told: Callable[[DownloadProgress], None] = lambda _progress: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Path]:
    """Get files into a folder; files that are there already are left alone.

    Args:
        wanted: What to get.
        out: The folder; made if it is not there.
        options: Timeouts, proxy and CA bundle.
        workers: Most files on their way at a time; how many pay is found out on the way.
        progress: Counters to keep.
        told: Called at least ten times a second from this thread.
        cancelled: Asked as often; True ends the download like Ctrl-C.

    Returns:
        All files of ``wanted``, in their order.

    Raises:
        UsageError: a name leads out of ``out``, or ``out`` cannot be written to, or the disk is full.
        DownloadIncomplete: some files did not come; all others are in place.
        KeyboardInterrupt: stopped; the same call goes on where it was.
    """
    check_target(out)
    count = progress or DownloadProgress()
    paths = [place(out, item.name) for item in wanted]
    failed: dict[str, str] = {}
    todo: list[Wanted] = []
    for item in _once_each(wanted, failed):
        count.files += 1
        count.bytes += item.size or 0
        if _in_place(out, item):
            count.files_before += 1
            count.bytes_before += item.size or 0
        else:
            todo.append(item)
    missing = sum(item.size or 0 for item in todo)
    free = shutil.disk_usage(out).free
    if missing > free:
        raise UsageError(
            f"{out}: {missing / 1e9:.1f} GB are to come, and {free / 1e9:.1f} GB are free",
            advice="Make room, or choose another folder.",
        )
    stop = threading.Event()
    engine = _Download(out, options, stop, count, workers)
    crew: Crew[Wanted, _Result] = Crew("skybind-download", todo, engine.work, stop)
    left = len(todo)
    full = False
    try:
        while left:
            if cancelled():
                raise KeyboardInterrupt
            if len(crew):
                crew.resize(min(engine.look(), len(todo)))
            for item, error in crew.results(0.1):
                left -= 1
                if error is None:
                    count.files_done += 1
                else:
                    full = isinstance(error, OSError) and error.errno in _FULL
                    _judge(error, out)
                    count.files_failed += 1
                    failed[item.name] = str(error)
            told(count)
    except BaseException:
        crew.stop()
        engine.abort()
        raise
    finally:
        crew.stop()
        crew.join()
        engine.close()
        if full:  # what is half there only takes room from what could be whole
            for part in out.rglob(".*.part"):
                part.unlink(missing_ok=True)
        told(count)
    if failed:
        name, reason = next(iter(failed.items()))
        raise DownloadIncomplete(
            f"{len(failed)} of {len(wanted)} files did not come; {name}: {reason}",
            failed=failed,
            advice="The others are in place. Run the same command again; it gets only what is missing.",
        )
    return paths


@contextlib.contextmanager
def read_blocks(wanted: Wanted, options: Options) -> Iterator[Iterator[bytes]]:
    """The bytes of one file as they come, in blocks of up to 1 MiB.

    Raises:
        DownloadIncomplete: the store refuses, or the line broke.
    """
    bulk = Bulk(options)

    def blocks(incoming: Incoming) -> Iterator[bytes]:
        while block := incoming.block():
            yield block

    try:
        with bulk.get(wanted.url(), {}) as incoming:
            if incoming.status != 200:
                raise BulkFault(f"HTTP {incoming.status}")
            yield blocks(incoming)
    except BulkFault as fault:
        raise DownloadIncomplete(f"{wanted.name}: {fault}", failed={wanted.name: str(fault)}) from fault
    finally:
        bulk.close()


def _judge(error: Exception, out: Path) -> None:
    """Raise what no other file would fare better with."""
    if isinstance(error, OSError) and not isinstance(error, TimeoutError):
        full = error.errno in _FULL
        raise UsageError(
            f"{out}: {'the disk is full' if full else f'cannot be written to: {error.strerror}'}",
            advice="Make room, then run the same command again; files in place are kept."
            if full
            else "Mend its permissions.",
        ) from error
    if isinstance(error, SkybindError) and not isinstance(error, (IntegrityError, NotFound)):
        raise error
