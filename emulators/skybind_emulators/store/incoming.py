"""A body on its way to disk: written once, hashed once, kept only when it is whole."""

import itertools
from collections.abc import Collection
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from .bodies import Body
from .digests import BLOCK_SIZE, Fingerprint


class Incoming:
    """A temporary file and the fingerprint of what is in it.

    Leaving the context removes the file, unless `keep_as` has moved it to its place before.
    """

    def __init__(self, path: Path, algorithms: Collection[str] = ()) -> None:
        self.path = path
        self.fingerprint = Fingerprint(algorithms)
        self._file = path.open("wb", buffering=0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self.path.unlink(missing_ok=True)

    def write(self, block: memoryview) -> None:
        """Append bytes."""
        self.fingerprint.update(block)
        while block:
            block = block[self._file.write(block) :]

    def pour(self, body: Body) -> None:
        """Take a whole body, one block in memory at a time."""
        size = BLOCK_SIZE if body.length is None else max(1, min(BLOCK_SIZE, body.length))
        view = memoryview(bytearray(size))
        while count := body.read_into(view):
            self.write(view[:count])

    def append(self, source: FileIO) -> None:
        """Take the rest of another file."""
        view = memoryview(bytearray(BLOCK_SIZE))
        while count := source.readinto(view):
            self.write(view[:count])

    def keep_as(self, path: Path) -> None:
        """Move the file to ``path``, over what may be there."""
        self._file.close()
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path.replace(path)


class Inbox:
    """The folder of temporary files."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._numbers = itertools.count(1)

    def open(self, algorithms: Collection[str] = ()) -> Incoming:
        """A new file, to be used as a context manager."""
        return Incoming(self._folder / str(next(self._numbers)), algorithms)
