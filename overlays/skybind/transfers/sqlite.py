"""The ledger in a file of SQLite, for one machine."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from skybind.errors import LedgerError
from skybind.transfers.database import PATIENCE, Row, Writer

__all__ = ["SQLite"]


class SQLite:
    """A file in WAL mode. A network share cannot hold it; use PostgreSQL for many machines.

    Raises:
        LedgerError: it cannot be opened.
    """

    shared = False
    packed = "WITHOUT ROWID"
    bytewise = ""
    passing = ""
    now = "((julianday('now') - 2440587.5) * 86400.0)"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.label = str(path)
        self._turn = threading.RLock()
        with self._told(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._connection()
            self._write_ahead()
            self._db.execute("PRAGMA synchronous = NORMAL")

    def _connection(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)

    def _write_ahead(self) -> None:
        """Switch to the write-ahead log; SQLite does not wait for others who do the same at this moment."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > end:
                    raise
                time.sleep(0.02)
            else:
                return

    @contextlib.contextmanager
    def _told(self, *others: type[Exception]) -> Iterator[None]:
        kinds: tuple[type[Exception], ...] = (sqlite3.Error, *others)
        try:
            yield
        except kinds as error:
            raise LedgerError(
                f"{self.label}: the record of uploads cannot be used: {error}",
                advice="Check free space and permissions, or set SKYBIND_STATE_DIR to another folder.",
            ) from error

    def define(self, schema: str) -> None:
        with self._told(), self._turn:
            self._db.executescript(schema)

    def read(self, query: str, values: Row = ()) -> list[Any]:
        with self._told(), self._turn:
            return self._db.execute(query, values).fetchall()

    @contextlib.contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Writer]:
        with self._turn, self._told():
            if durable:
                self._db.execute("PRAGMA synchronous = FULL")
            try:
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    yield self._db
                    self._db.execute("COMMIT")
                except BaseException:
                    if self._db.in_transaction:  # a full disk has rolled it back already
                        self._db.execute("ROLLBACK")
                    raise
            finally:
                if durable:
                    self._db.execute("PRAGMA synchronous = NORMAL")

    @contextlib.contextmanager
    def exclusive(self, key: str) -> Iterator[bool]:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - only uploads need it

        lock = FileLock(self.path.with_name(f"{key}.lock"))
        try:
            with self._told(OSError):
                lock.acquire(timeout=0)
        except LedgerError as error:
            if not isinstance(error.__cause__, Timeout):  # which is an OSError too
                raise
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

    def close(self) -> None:
        self._db.close()
