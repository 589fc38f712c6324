"""The database under the ledger: SQLite for one machine, PostgreSQL for many. Queries are written once, with ``?``.

Both lose nothing that was written when the process is killed. What a power cut may take are the last changes that are
not ``durable``; these can be found out again by asking the service.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

__all__ = ["PATIENCE", "Database", "Row", "Writer"]

PATIENCE = 30.0  # seconds that one process waits for another that writes, or for a server that is not there
Row = Sequence[Any]


class Writer(Protocol):
    """What changes rows within a transaction; ``rowcount`` of what it returns tells how many."""

    def execute(self, query: str, values: Row = ..., /) -> Any: ...
    def executemany(self, query: str, rows: Iterable[Row], /) -> Any: ...


class Database(Protocol):
    """A database that threads of one process share; they take turns.

    Attributes:
        label: Names it in messages, without a password.
        shared: Whether other machines see it.
        packed: What ends a ``CREATE TABLE`` of rows that lie in the order of their key.
        bytewise: What makes a column compare by bytes, in the order in which Python sorts texts.
        passing: What ends a ``SELECT`` that passes over rows which another transaction holds.
        now: Seconds since 1970 by the clock that all who use it share.
    """

    label: str
    shared: bool
    packed: str
    bytewise: str
    passing: str
    now: str

    def define(self, schema: str) -> None:
        """Make the tables that are not there: statements with semicolons."""
        ...

    def read(self, query: str, values: Row = ()) -> list[Any]:
        """All rows of an answer."""
        ...

    def writing(self, *, durable: bool = False) -> contextlib.AbstractContextManager[Writer]:
        """A transaction; ``durable`` ones survive a power cut."""
        ...

    def exclusive(self, key: str) -> contextlib.AbstractContextManager[bool]:
        """Whether no other process holds this key; held until the block ends or the process does."""
        ...

    def close(self) -> None: ...
