"""What a download is of: files that are wanted, what of them is there, and the ranges of large ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs

from skybind.renewal import Renewing
from skybind.transfers.folder import ARRIVED, PART, RANGES, Folder
from skybind.transfers.ranges import Ranges

__all__ = ["DownloadProgress", "File", "Piece", "Settled", "Wanted"]


@attrs.frozen
class Wanted:
    """A file to get.

    Attributes:
        name: Relative path with slashes, as the service gives it; not trusted.
        size: Bytes, or None if the service does not say.
        url: Asked for a fresh link just before each attempt, since links expire; ranges of one file share a link.
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
        bytes_before: Their size, and what was there of files that are not whole.
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


def _never(_link: str) -> None:
    """When a link ends is not known before the store refuses it."""


@attrs.define(eq=False)
class File:
    """A file that is to come.

    Attributes:
        wanted: What the service says of it.
        target: Its place.
        part: Its beginning, of one stream, or None.
        at: Bytes of the beginning.
        ranges: What is there of its ranges, if it comes in ranges.
        before: Bytes that were there when this run began, and are counted so.
        whole: Its store does not give ranges, whatever it said.
        changed: Times that what came did not fit.
        given_up: Its ranges need not come any more.
    """

    wanted: Wanted
    target: Path
    part: Path | None = None
    at: int = 0
    ranges: Ranges | None = None
    before: int = 0
    whole: bool = False
    changed: int = 0
    given_up: bool = False
    _link: Renewing[str] | None = None

    @classmethod
    def planned(cls, wanted: Wanted, target: Path, folder: Folder) -> File:
        """With what an earlier run left of it."""
        made = cls(wanted, target)
        record, ranged = folder.left_of(target, ARRIVED), folder.left_of(target, RANGES)
        made.part = folder.left_of(target, PART)
        made.at = made.part.stat().st_size if made.part else 0
        if ranged is not None:
            made.ranges = Ranges.found(target, ranged, record)
            if made.ranges is not None and wanted.size not in {None, made.ranges.size}:
                made.ranges.discard()
                made.ranges = None
        elif record is not None:
            record.unlink(missing_ok=True)
        if made.ranges is not None and made.part is not None:
            made.part.unlink()
            made.part, made.at = None, 0
        made.before = made.at
        if made.ranges is not None:
            made.before = made.ranges.size - sum(end - start for start, end in made.ranges.missing())
        return made

    @property
    def link(self) -> Renewing[str]:
        """Its address. First asked for by the worker that opens it, or before its ranges are there to be worked at."""
        if self._link is None:
            self._link = Renewing(self.wanted.url, _never, margin=0)
        return self._link


@attrs.define(eq=False)
class Piece:
    """A range of a file; what is before ``at`` has come, what is before ``noted`` is on record."""

    file: File
    ranges: Ranges
    at: int
    end: int
    noted: int


@attrs.frozen
class Settled:
    """What became of a file, or of one of its ranges.

    Attributes:
        wanted: Which; None for a range that leaves others to come.
        error: Why it was given up, or None.
    """

    wanted: Wanted | None
    error: Exception | None = None
