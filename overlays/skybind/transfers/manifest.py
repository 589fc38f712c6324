"""The files of a flight in a few bytes each: a flight may have a hundred thousand."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import overload

import attrs

__all__ = ["Photo", "Photos"]


def _text_of(path: str | Path) -> str:
    return os.fspath(path)


@attrs.frozen
class Photo:
    """A file to upload, as it was when the folder was read.

    Attributes:
        name: Path relative to the folder, with slashes; the name at the service.
        size: Bytes.
        mtime_ns: Time of its last change; with the size it tells whether it is still the same.
    """

    name: str
    _place: str = attrs.field(alias="path", converter=_text_of)
    size: int
    mtime_ns: int

    def __attrs_post_init__(self) -> None:
        # The folder that many photos share is kept once.
        if self._place.endswith("/" + self.name):
            object.__setattr__(self, "_place", sys.intern(self._place[: -len(self.name)]))

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self._place + self.name if self._place.endswith("/") else self._place)

    @property
    def suffix(self) -> str:
        """Lower case, with dot."""
        return os.path.splitext(self.name)[1].lower()  # noqa: PTH122 - asked of each of very many


class _Columns:
    """What is known of each file, one column after the other: 25 bytes a file beside its name."""

    def __init__(self) -> None:
        self.names = bytearray()
        self.ends = array("Q")  # of names, in bytes
        self.places = array("L")
        self.sizes = array("q")
        self.mtimes = array("q")
        self.folders: list[str] = []  # by number; mostly one
        self._numbers: dict[str, int] = {}

    def append(self, photo: Photo) -> None:
        place = photo._place  # noqa: SLF001 - the two are one
        number = self._numbers.get(place)
        if number is None:
            number = self._numbers[place] = len(self.folders)
            self.folders.append(place)
        self.names += photo.name.encode("utf-8", "surrogatepass")
        self.ends.append(len(self.names))
        self.places.append(number)
        self.sizes.append(photo.size)
        self.mtimes.append(photo.mtime_ns)

    def at(self, row: int) -> Photo:
        start = self.ends[row - 1] if row else 0
        name = self.names[start : self.ends[row]].decode("utf-8", "surrogatepass")
        return Photo(name, self.folders[self.places[row]], self.sizes[row], self.mtimes[row])


class Photos(Sequence[Photo]):  # noqa: PLW1641 - no hash, as of a list, which it can be equal to
    """Photos that are made when they are asked for. Parts of it share what is known of them, and are quick to take.

    Equal to any sequence of the same photos.

    Args:
        photos: Gone through once.
    """

    __slots__ = ("_columns", "_rows")

    def __init__(self, photos: Iterable[Photo] = ()) -> None:
        self._columns = _Columns()
        for photo in photos:
            self._columns.append(photo)
        self._rows: Sequence[int] = range(len(self._columns.ends))

    def _part(self, rows: Sequence[int]) -> Photos:
        part = Photos()
        part._columns, part._rows = self._columns, rows
        return part

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Photo]:
        return map(self._columns.at, self._rows)

    @overload
    def __getitem__(self, index: int) -> Photo: ...
    @overload
    def __getitem__(self, index: slice) -> Photos: ...
    def __getitem__(self, index: int | slice) -> Photo | Photos:
        found = self._rows[index]
        return self._columns.at(found) if isinstance(found, int) else self._part(found)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(ours == theirs for ours, theirs in zip(self, other, strict=True))

    def __repr__(self) -> str:
        return f"<Photos: {len(self)} files, {self.bytes} bytes>"

    @property
    def bytes(self) -> int:
        """Size of all together."""
        return sum(map(self._columns.sizes.__getitem__, self._rows))

    def parted(self, wanted: Callable[[Photo], bool]) -> tuple[Photos, Photos]:
        """Those that are wanted and the others; asked of each once, in their order."""
        parts = array("L"), array("L")
        for row in self._rows:
            parts[not wanted(self._columns.at(row))].append(row)
        return self._part(parts[0]), self._part(parts[1])
