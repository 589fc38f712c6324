"""What a ledger holds of one flight's files, however many: a block of rows in memory, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from skybind.transfers.database import Database
from skybind.transfers.manifest import Photo

__all__ = ["Confirmed", "ConfirmedFiles"]

_BLOCK = 1000  # rows a query

_ROWS = (
    "SELECT name, size, mtime_ns, etag, file_id, resource FROM confirmed"
    " WHERE flight = ? AND name >= ? ORDER BY name LIMIT ?"
)


@attrs.frozen
class Confirmed:
    """A file that the service has acknowledged."""

    name: str
    size: int
    mtime_ns: int
    etag: str
    file_id: str
    resource: str


class ConfirmedFiles(Mapping[str, Confirmed]):
    """The acknowledged files of a flight by name, in the order of their names.

    Whoever asks in that order, as photos come from a folder, gets answers from the block at hand; any other question
    costs a query. A block tells what was on record when it was read: after writing, take another of these.

    Raises:
        LedgerError: the record cannot be read; of every method.
    """

    def __init__(self, database: Database, flight: str) -> None:
        self._db = database
        self._flight = flight
        self._block: dict[str, Any] = {}
        self._first = ""
        self._last: str | None = ""  # of the names that the block tells about; None if it reaches to the end

    def _turn_to(self, name: str) -> None:
        rows = self._db.read(_ROWS, (self._flight, name, _BLOCK))
        self._block = {row[0]: row for row in rows}
        self._first, self._last = name, rows[-1][0] if len(rows) == _BLOCK else None

    def _row(self, name: str) -> Any:
        if name < self._first or (self._last is not None and name > self._last):
            self._turn_to(name)
        return self._block.get(name)

    def holds(self, photo: Photo) -> bool:
        """Whether a photo is on record as it is now."""
        row = self._row(photo.name)
        return row is not None and row[1] == photo.size and row[2] == photo.mtime_ns

    def __getitem__(self, name: str) -> Confirmed:
        row = self._row(name)
        if row is None:
            raise KeyError(name)
        return Confirmed(*row)

    def __iter__(self) -> Iterator[str]:
        name: str | None = ""
        while name is not None:
            before = name
            self._turn_to(name)
            names, name = list(self._block), self._last
            yield from (found for found in names if found != before)

    def __len__(self) -> int:
        ((count,),) = self._db.read("SELECT count(*) FROM confirmed WHERE flight = ?", (self._flight,))
        return int(count)
