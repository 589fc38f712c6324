"""The ledger in PostgreSQL: one record for a fleet of machines. Needs the extra ``fleet``.

The password belongs into ``~/.pgpass`` or ``PGPASSWORD``, which the driver reads; an address that holds one works, and
is never printed.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from skybind.errors import LedgerError
from skybind.transfers.database import PATIENCE, Row, Writer

if TYPE_CHECKING:
    import psycopg

__all__ = ["PostgreSQL"]

# Both ends notice within a minute that the other has gone without a word, so that what a dead machine held is free.
_ALIVE: dict[str, Any] = {"keepalives_idle": 20, "keepalives_interval": 10, "keepalives_count": 3}
_SESSION = "SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3"


class _Writing:
    def __init__(self, cursor: psycopg.Cursor[Any]) -> None:
        self._cursor = cursor

    def execute(self, query: str, values: Row = ()) -> psycopg.Cursor[Any]:
        return self._cursor.execute(_spelt(query), values)

    def executemany(self, query: str, rows: Iterable[Row]) -> None:
        self._cursor.executemany(_spelt(query), rows)


def _spelt(query: str) -> Any:
    """The query as the driver wants it: ours hold no ``?`` and no ``%`` but for values."""
    return query.replace("?", "%s")


class PostgreSQL:
    """A database that many machines use at once.

    Args:
        address: ``postgresql://user@host/name``.

    Raises:
        LedgerError: the driver is not installed, or the server does not answer.
    """

    shared = True
    packed = ""
    bytewise = 'COLLATE "C"'
    passing = "FOR UPDATE SKIP LOCKED"
    now = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS DOUBLE PRECISION)"

    def __init__(self, address: str) -> None:
        try:
            import psycopg  # noqa: PLC0415
        except ImportError as error:
            raise LedgerError(
                "a record in PostgreSQL needs its driver", advice="Install it: pip install 'skybind[fleet]'."
            ) from error
        self._psycopg = psycopg
        self._address = address
        self.label = _without_secrets(address)
        self._turn = threading.RLock()
        self._closed = False
        with self._told():
            try:
                self._db = self._connection()
            except psycopg.ProgrammingError:
                raise _unreadable() from None  # the driver says what it could not read

    def _connection(self) -> psycopg.Connection[Any]:
        db: psycopg.Connection[Any] = self._psycopg.connect(
            self._address, autocommit=True, connect_timeout=10, application_name="skybind", **_ALIVE
        )
        db.execute(_SESSION)
        db.execute("SET synchronous_commit = off")
        return db

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except self._psycopg.Error as error:
            said = str(error).strip().splitlines()
            raise LedgerError(
                f"{self.label}: the record of uploads cannot be used: {said[0] if said else type(error).__name__}",
                advice="Check that the server runs and that this account may use the database.",
            ) from error

    def _patient(self) -> psycopg.Connection[Any]:
        """Another connection; a server that has been there before is waited for."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self._connection()
            except self._psycopg.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.5)

    def _there(self) -> psycopg.Connection[Any]:
        """The connection, made anew if the server has been away; nothing is under way on it, so nothing is lost."""
        try:
            self._db.execute("SELECT 1")
        except self._psycopg.OperationalError:
            if self._closed:
                raise
            self._db.close()
            self._db = self._patient()
        return self._db

    def define(self, schema: str) -> None:
        # Two that make the same table at once collide in the catalogue, "if not exists" or not.
        with self._told(), self._turn, self._there().transaction():
            self._db.execute("SELECT pg_advisory_xact_lock(%s)", (_number("schema"),))
            self._db.execute(schema.encode())

    def read(self, query: str, values: Row = ()) -> list[Any]:
        with self._told(), self._turn:
            return self._there().execute(_spelt(query), values).fetchall()

    @contextlib.contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Writer]:
        with self._turn, self._told(), self._there().transaction(), self._db.cursor() as cursor:
            if durable:
                cursor.execute("SET LOCAL synchronous_commit = on")
            yield _Writing(cursor)

    @contextlib.contextmanager
    def exclusive(self, key: str) -> Iterator[bool]:
        # A connection of its own: the server frees what it holds when the connection ends, however it ends.
        with self._told(), contextlib.closing(self._patient()) as holder:
            row = holder.execute("SELECT pg_try_advisory_lock(%s)", (_number(key),)).fetchone()
            yield bool(row and row[0])

    def close(self) -> None:
        self._closed = True
        self._db.close()


def _number(key: str) -> int:
    """A lock of PostgreSQL is a number of 64 bits."""
    return int.from_bytes(hashlib.sha256(f"skybind:{key}".encode()).digest()[:8], "big", signed=True)


def _without_secrets(address: str) -> str:
    """The address as it may be shown: without user and password, and without parameters.

    Raises:
        LedgerError: which part is the password cannot be told; drivers print pieces of it in their errors.
    """
    from urllib.parse import urlsplit  # noqa: PLC0415

    try:
        parts = urlsplit(address)
    except ValueError:
        raise _unreadable() from None
    if address.count("@") > 1 or "@" in parts.path + parts.query + parts.fragment:
        raise _unreadable()
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _unreadable() -> LedgerError:
    return LedgerError(
        "the address of the record cannot be read",
        advice="It is postgresql://USER@HOST:PORT/NAME. A password goes into ~/.pgpass, or is written with %40 for @.",
    )
