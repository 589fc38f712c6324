"""Files down: into a temporary name, on from where they broke off, checked, and only then under their own name.

A file that has its own name is whole. What is not whole lies beside it; see :mod:`skybind.transfers.folder`. Files come
several at a time, large ones in ranges; how many at a time pay is found out on the way, as with uploads.
"""

from __future__ import annotations

import contextlib
import errno
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from skybind.errors import (
    DownloadIncomplete,
    IntegrityError,
    NotFound,
    SkybindError,
    UsageError,
)
from skybind.options import Options
from skybind.transfers.crew import Crew
from skybind.transfers.fetching import Fetching
from skybind.transfers.folder import Folder, check_target, place
from skybind.transfers.wanted import DownloadProgress, File, Piece, Settled, Wanted
from skybind.wire.bulk import Bulk, BulkFault, Incoming

__all__ = ["DownloadProgress", "Wanted", "check_target", "download", "place", "read_blocks"]

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def _once_each(
    wanted: Sequence[Wanted], paths: Sequence[Path], failed: dict[str, str]
) -> Iterator[tuple[Wanted, Path]]:
    """Each place once: two files of one name would write into each other. Where they differ, none of them is right."""
    sizes: dict[str, int | None] = {}  # by text, which a path keeps anyway; its hash would keep more
    unlike: set[str] = set()
    for item, path in zip(wanted, paths, strict=True):
        if sizes.setdefault(str(path), item.size) != item.size:
            unlike.add(str(path))
    for item, path in zip(wanted, paths, strict=True):
        if str(path) in unlike:
            failed[item.name] = "the service has several files of this name, of different sizes"
        elif str(path) in sizes:
            del sizes[str(path)]
            yield item, path


def _in_place(target: Path, size: int | None) -> bool:
    return target.is_file() and (size is None or target.stat().st_size == size)


def _plan(
    wanted: Sequence[Wanted], paths: Sequence[Path], folder: Folder, count: DownloadProgress, failed: dict[str, str]
) -> list[File]:
    """What is missing."""
    todo: list[File] = []
    for item, target in _once_each(wanted, paths, failed):
        count.files += 1
        count.bytes += item.size or 0
        if _in_place(target, item.size):
            count.files_before += 1
            count.bytes_before += item.size or 0
            folder.sweep(target)
        else:
            file = File.planned(item, target, folder)
            count.bytes_before += file.before
            todo.append(file)
    return todo


def _check_room(todo: Sequence[File], out: Path) -> None:
    missing = sum(max(0, (file.wanted.size or 0) - file.before) for file in todo)
    free = shutil.disk_usage(out).free
    if missing > free:
        raise UsageError(
            f"{out}: {missing / 1e9:.1f} GB are to come, and {free / 1e9:.1f} GB are free",
            advice="Make room, or choose another folder.",
        )


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
        workers: Most files, and ranges of large ones, on their way at a time; how many pay is found out on the way.
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
    folder = Folder(out)
    paths = [folder.place(item.name) for item in wanted]
    failed: dict[str, str] = {}
    todo = _plan(wanted, paths, folder, count, failed)
    _check_room(todo, out)
    stop = threading.Event()
    engine = Fetching(options, stop, count, workers, lambda item: crew.put(item))  # noqa: PLW0108 - the crew comes after
    crew: Crew[File | Piece, Settled] = Crew("skybind-download", (), engine.work, stop)
    left = len(todo)
    for file in todo:
        engine.begin(file)
    del todo
    try:
        while left:
            if cancelled():
                raise KeyboardInterrupt
            if len(crew):
                crew.resize(engine.look())
            for settled in crew.results(0.1):
                if settled.wanted is None:
                    continue
                left -= 1
                if settled.error is None:
                    count.files_done += 1
                else:
                    _judge(settled.error, out)
                    count.files_failed += 1
                    failed[settled.wanted.name] = str(settled.error)
            told(count)
    except BaseException:
        crew.stop()
        engine.abort()
        raise
    finally:
        crew.stop()
        crew.join()
        engine.close()
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
