"""A large file that comes in ranges, each written at its place, and what of it has arrived.

Two files beside the target: the bytes, with holes, and a record of the ranges that are there. A range is on record
when its bytes are on the disk, never before; so whatever ends this process, or this machine, only costs what is not on
record yet. The record begins with a line of JSON that says of which object the bytes are and what digest the store
names for it; each further line is a range. A last line that was cut off does not count.

A digest is of the whole object, and ranges do not come in their order, so bytes are read again for it. That is done
behind the ranges as they come, while the system still has the bytes in memory, and checks what is in the file rather
than what came over the line.
"""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from io import FileIO
from pathlib import Path

from skybind.transfers.digests import CRC32C, Crc32c, Crc64, Digest, Md5, Nothing
from skybind.transfers.folder import ARRIVED, RANGES, temporary

__all__ = ["RANGE", "RANGED_ABOVE", "Ranges", "digest_for", "pieces_of", "told_of", "without"]

#: Bytes. Below, one stream is as good: 256 MB take two seconds on a line of 1 Gbit/s, and go on where they broke off.
RANGED_ABOVE = 256 * 1000 * 1000
#: Bytes of one request. What a connection needs to get up to speed, and the answer to wait for, are small beside it.
RANGE = 32 * 1024 * 1024

_SYNC = getattr(os, "fdatasync", os.fsync)  # macOS and Windows have the other only
_LINE = re.compile(r"(\d+) (\d+)")
_TOLD = ("etag", "x-oss-hash-crc64ecma", CRC32C, "x-amz-server-side-encryption")


def told_of(headers: Mapping[str, str], *, whole: bool) -> dict[str, str]:
    """What an answer says of the whole object: its ETag, and digests.

    Args:
        headers: Of the answer.
        whole: Whether it has the whole object. S3 may name the CRC-32C of a part instead of that of the object.
    """
    told = {name: headers[name] for name in _TOLD if name in headers}
    composite = headers.get("x-amz-checksum-type") == "COMPOSITE" or "-" in told.get(CRC32C, "")
    if not whole or composite:
        told.pop(CRC32C, None)
    return told


def digest_for(told: Mapping[str, str]) -> Digest:
    """The cheapest digest that can be compared with what the store told."""
    if "x-oss-hash-crc64ecma" in told:
        return Crc64()
    if CRC32C in told:
        return Crc32c()
    return Md5() if Md5().agrees(told) is not None else Nothing()


def without(missing: Iterable[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """What is still missing when a range has come; ranges are (start, end)."""
    if start >= end:  # a record may be damaged
        return list(missing)
    return [(first, last) for a, b in missing for first, last in ((a, min(b, start)), (max(a, end), b)) if first < last]


def pieces_of(missing: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same in pieces for one request each, cut where ranges are cut, so that a rest stays a small one."""
    return [
        (at, min(at - at % RANGE + RANGE, end))
        for start, end in missing
        for at in (start, *range(start - start % RANGE + RANGE, end, RANGE))
    ]


class Ranges:
    """A file that comes in ranges. Safe to share between threads, each with a range of its own.

    Attributes:
        etag: Of the object, without quotes.
        size: Of the object.
        open: Pieces that are not settled yet; for the engine, under its lock.
        stale: The object has changed meanwhile; for the engine.
    """

    def __init__(self, target: Path, size: int, told: Mapping[str, str], there: Iterable[tuple[int, int]]) -> None:
        self._target = target
        self._told = told
        self.etag = told["etag"].strip('"')
        self.size = size
        self._path = temporary(target, self.etag, RANGES)
        self._record = temporary(target, self.etag, ARRIVED)
        self._missing = [(0, size)]
        for start, end in there:
            self._missing = without(self._missing, start, end)
        self._lock = threading.Lock()
        self._following = threading.Lock()
        self._digest = digest_for(told)
        self._followed = 0
        self.open = 0
        self.stale = False

    @classmethod
    def begin(cls, target: Path, size: int, told: Mapping[str, str], part: Path | None, have: int) -> Ranges:
        """Of a file of which nothing is there, or its first ``have`` bytes as ``part``."""
        there = [(0, have)] if part is not None and have else []
        made = cls(target, size, told, there)
        made.discard()
        lines = [json.dumps({"size": size, "told": dict(told)}), *(f"{start} {end}" for start, end in there)]
        if part is None:
            made._path.touch()
        else:
            with part.open("rb+") as file:
                _SYNC(file.fileno())
        made._record.write_text("".join(line + "\n" for line in lines))
        if part is not None:
            part.rename(made._path)
        return made

    @classmethod
    def found(cls, target: Path, path: Path, record: Path | None) -> Ranges | None:
        """What an earlier run left; None if it is of no use, and then it is deleted."""
        try:
            if record is None:
                raise ValueError("no record of these ranges")
            head, *lines = record.read_text().split("\n")[:-1]  # what is behind the last end of line was cut off
            known = json.loads(head)
            size, told = int(known["size"]), {str(name): str(value) for name, value in known["told"].items()}
            there = [(int(line[1]), int(line[2])) for line in map(_LINE.fullmatch, lines) if line]
            if any(end > min(size, path.stat().st_size) for _, end in there):
                raise ValueError("the record is not of this file")
            made = cls(target, size, told, there)
            if (made._path, made._record) != (path, record):
                raise ValueError("the record is of another object")
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            path.unlink(missing_ok=True)
            if record is not None:
                record.unlink(missing_ok=True)
            return None
        return made

    def missing(self) -> list[tuple[int, int]]:
        """What is not on record, as (start, end)."""
        with self._lock:
            return list(self._missing)

    def writing(self) -> FileIO:
        """The file for one thread to write to."""
        return self._path.open("r+b", buffering=0)

    def note(self, file: FileIO, start: int, end: int) -> None:
        """Put a range on record whose bytes were written to ``file``. They are on the disk before it is."""
        if start == end:
            return
        _SYNC(file.fileno())
        with self._record.open("ab", buffering=0) as record:
            record.write(f"{start} {end}\n".encode())
            _SYNC(record.fileno())
        with self._lock:
            self._missing = without(self._missing, start, end)

    def follow(self, buffer: memoryview, go_on: Callable[[], object]) -> None:
        """Read on for the digest as far as there is no hole, unless another thread is at it.

        Args:
            buffer: To read into.
            go_on: Called between blocks; may raise.
        """
        if self._following.acquire(blocking=False):
            try:
                self._follow(buffer, go_on)
            finally:
                self._following.release()

    def agrees(self, buffer: memoryview, go_on: Callable[[], object]) -> bool:
        """Whether the file, of which all ranges are there, is what the store has, as far as it told."""
        with self._following:
            self._follow(buffer, go_on)
            return self._digest.agrees(self._told) is not False

    def _follow(self, buffer: memoryview, go_on: Callable[[], object]) -> None:
        if isinstance(self._digest, Nothing):
            return
        missing = self.missing()
        end = missing[0][0] if missing else self.size
        with self._path.open("rb", buffering=0) as file:
            file.seek(self._followed)
            while self._followed < end and (count := file.readinto(buffer[: end - self._followed])):
                go_on()
                self._digest.update(buffer[:count])
                self._followed += count

    def keep(self) -> None:
        """Give the file its own name."""
        self._path.replace(self._target)
        self._record.unlink()

    def discard(self) -> None:
        """Delete what is there."""
        self._path.unlink(missing_ok=True)
        self._record.unlink(missing_ok=True)
