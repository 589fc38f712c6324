"""The record of what is safe at a service; no secret in it.

A row in ``confirmed`` means that the service has acknowledged the file, so it is never sent again. Nothing is
written for a file on its way: after a crash it is simply sent again under the same name. Only of large files, which go
in parts, the parts that have arrived are kept, so that such a file goes on where it was.

A process killed at any moment loses nothing that was written. The few rows that would cost money or a second job if a
power cut took them are written durably; see :mod:`skybind.transfers.database`.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

import attrs

from skybind.errors import LedgerBusy
from skybind.transfers.confirmed import Confirmed, ConfirmedFiles
from skybind.transfers.manifest import Photo
from skybind.transfers.multipart import Begun
from skybind.transfers.places import Place, opened

__all__ = ["Confirmed", "ConfirmedFiles", "FlightParts", "FlightRecord", "JobRecord", "Ledger", "flight_key"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS flights (
    key TEXT PRIMARY KEY, service TEXT NOT NULL, folder TEXT NOT NULL,
    resource TEXT, generation INTEGER NOT NULL DEFAULT 0, created DOUBLE PRECISION NOT NULL
);
CREATE TABLE IF NOT EXISTS confirmed (
    flight TEXT NOT NULL, name TEXT {bytewise} NOT NULL, size BIGINT NOT NULL, mtime_ns BIGINT NOT NULL,
    etag TEXT NOT NULL, file_id TEXT NOT NULL, resource TEXT NOT NULL, PRIMARY KEY (flight, name)
) {packed};
CREATE TABLE IF NOT EXISTS jobs (
    flight TEXT NOT NULL, digest TEXT NOT NULL, kind TEXT NOT NULL, request TEXT NOT NULL,
    out TEXT, job TEXT, name TEXT NOT NULL, created DOUBLE PRECISION NOT NULL, PRIMARY KEY (flight, digest)
);
CREATE TABLE IF NOT EXISTS uploads (
    flight TEXT NOT NULL, name TEXT NOT NULL, bucket TEXT NOT NULL, object TEXT NOT NULL, upload TEXT NOT NULL,
    part BIGINT NOT NULL, size BIGINT NOT NULL, mtime_ns BIGINT NOT NULL, PRIMARY KEY (flight, name)
) {packed};
CREATE TABLE IF NOT EXISTS parts (
    flight TEXT NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL, etag TEXT NOT NULL,
    PRIMARY KEY (flight, name, number)
) {packed};
"""


_CONFIRM = (
    "INSERT INTO confirmed VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (flight, name) DO UPDATE SET size = excluded.size,"
    " mtime_ns = excluded.mtime_ns, etag = excluded.etag, file_id = excluded.file_id, resource = excluded.resource"
)
_PART = "INSERT INTO parts VALUES (?, ?, ?, ?) ON CONFLICT (flight, name, number) DO UPDATE SET etag = excluded.etag"


def flight_key(service: str, account: str, endpoint: str, source: str) -> str:
    """Names one folder at one account; the same command finds it again. The account goes in as a hash only."""
    return hashlib.sha256(f"{service}\n{endpoint}\n{account}\n{source}".encode()).hexdigest()[:20]


@attrs.frozen
class FlightRecord:
    """A folder at a service.

    Attributes:
        key: See :func:`flight_key`.
        service: ``terra``.
        folder: The folder, absolute.
        resource: The service's id for the set of photos, or None before it exists.
        generation: How many sets came before this one; part of the mark by which a set is found again.
    """

    key: str
    service: str
    folder: str
    resource: str | None
    generation: int


@attrs.frozen
class JobRecord:
    """A job that was asked for.

    Attributes:
        flight: Key of its flight.
        digest: Names the request, so that the same request finds the same job.
        kind: ``2d``, ``3d``, ``lidar``.
        request: What to reconstruct, as JSON.
        out: Where the result shall go, or None.
        job: The service's id, or None while it is not known.
        name: Its name at the service.
    """

    flight: str
    digest: str
    kind: str
    request: str
    out: str | None
    job: str | None
    name: str


class Ledger:
    """Use :meth:`exclusive` around the work on a flight. Threads take turns.

    Args:
        place: A file of SQLite, or the address of a PostgreSQL database; if None, that of ``SKYBIND_LEDGER``, else
            ``ledger.sqlite3`` in the state folder.

    Raises:
        LedgerError: it cannot be opened.
    """

    def __init__(self, place: Place | None = None) -> None:
        self._db = opened(place)
        self._db.define(_SCHEMA.format(packed=self._db.packed, bytewise=self._db.bytewise))
        self._read = self._db.read
        self._writing = self._db.writing

    @contextlib.contextmanager
    def exclusive(self, key: str) -> Iterator[None]:
        """Keep other processes off a flight; a killed process keeps nobody off.

        Raises:
            LedgerBusy: another process is at work on it.
        """
        with self._db.exclusive(key) as mine:
            if not mine:
                raise LedgerBusy("another process is uploading this folder", advice="Wait for it to end, or stop it.")
            yield

    # ------------------------------------------------------------------------------------------------ flights

    def flight(self, key: str, service: str, folder: str) -> FlightRecord:
        """The record of a flight; made if it is new."""
        with self._writing() as db:
            db.execute(
                "INSERT INTO flights (key, service, folder, created) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (key, service, folder, time.time()),
            )
        found = self.find_flight(key)
        assert found is not None
        return found

    def find_flight(self, key: str) -> FlightRecord | None:
        """The record of a flight, or None."""
        rows = self._read("SELECT key, service, folder, resource, generation FROM flights WHERE key = ?", (key,))
        return FlightRecord(*rows[0]) if rows else None

    def resources(self, service: str) -> set[str]:
        """The service's ids of all sets of photos on record."""
        rows = self._read("SELECT resource FROM flights WHERE service = ? AND resource IS NOT NULL", (service,))
        return {row[0] for row in rows}

    def begin_generation(self, key: str) -> FlightRecord:
        """Forget the set of photos, because a new one must be made; confirmed files stay known."""
        with self._writing(durable=True) as db:
            db.execute("UPDATE flights SET resource = NULL, generation = generation + 1 WHERE key = ?", (key,))
        found = self.find_flight(key)
        assert found is not None
        return found

    def set_resource(self, key: str, resource: str, members: Iterable[str] = ()) -> None:
        """Note the service's id for the set, and which confirmed files are in it from the start."""
        with self._writing(durable=True) as db:
            db.execute("UPDATE flights SET resource = ? WHERE key = ?", (resource, key))
            db.executemany(
                "UPDATE confirmed SET resource = ? WHERE flight = ? AND name = ?",
                ((resource, key, name) for name in members),
            )

    # ------------------------------------------------------------------------------------------------ files

    def confirmed(self, key: str) -> ConfirmedFiles:
        """The acknowledged files of a flight, by name; read block by block as they are asked for."""
        return ConfirmedFiles(self._db, key)

    def confirm(self, key: str, resource: str, files: Iterable[tuple[Photo, str, str]]) -> None:
        """Note acknowledged files: (photo, etag, file id)."""
        with self._writing() as db:
            db.executemany(
                _CONFIRM,
                ((key, p.name, p.size, p.mtime_ns, etag, file_id, resource) for p, etag, file_id in files),
            )

    def forget_files(self, key: str, names: Iterable[str] | None = None) -> None:
        """The service does not have the files any more: those of these names, or all."""
        with self._writing(durable=True) as db:
            if names is None:
                db.execute("DELETE FROM confirmed WHERE flight = ?", (key,))
            else:
                db.executemany("DELETE FROM confirmed WHERE flight = ? AND name = ?", ((key, name) for name in names))

    # ------------------------------------------------------------------------------------------------ large files

    def find_upload(self, key: str, name: str) -> Begun | None:
        """What has arrived of a large file that is not complete."""
        rows = self._read(
            "SELECT bucket, object, upload, part, size, mtime_ns FROM uploads WHERE flight = ? AND name = ?",
            (key, name),
        )
        parts = self._read("SELECT number, etag FROM parts WHERE flight = ? AND name = ?", (key, name))
        if not rows:
            return None
        bucket, place, upload, part, size, mtime_ns = rows[0]
        return Begun(bucket, place, upload, part, size, mtime_ns, dict(parts))

    def begin_upload(self, key: str, name: str, begun: Begun) -> None:
        """Note that a large file has begun to go up in parts; what was known of it is forgotten."""
        with self._writing() as db:
            db.execute("DELETE FROM parts WHERE flight = ? AND name = ?", (key, name))
            db.execute("DELETE FROM uploads WHERE flight = ? AND name = ?", (key, name))
            db.execute(
                "INSERT INTO uploads VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (key, name, begun.bucket, begun.key, begun.upload, begun.part, begun.size, begun.mtime_ns),
            )

    def part_arrived(self, key: str, name: str, number: int, etag: str) -> None:
        """Note that a part has arrived."""
        with self._writing() as db:
            db.execute(_PART, (key, name, number, etag))

    def forget_upload(self, key: str, name: str) -> None:
        """The file is complete, or given up."""
        with self._writing() as db:
            db.execute("DELETE FROM parts WHERE flight = ? AND name = ?", (key, name))
            db.execute("DELETE FROM uploads WHERE flight = ? AND name = ?", (key, name))

    # ------------------------------------------------------------------------------------------------ jobs

    def intend_job(self, record: JobRecord) -> JobRecord:
        """Note that a job is wanted, before it is asked for; returns the one on record, if there is one."""
        with self._writing(durable=True) as db:
            db.execute(
                "INSERT INTO jobs VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (
                    record.flight,
                    record.digest,
                    record.kind,
                    record.request,
                    record.out,
                    record.job,
                    record.name,
                    time.time(),
                ),
            )
            if record.out is not None:
                db.execute(
                    "UPDATE jobs SET out = ? WHERE flight = ? AND digest = ?",
                    (record.out, record.flight, record.digest),
                )
        (row,) = self._read(
            "SELECT flight, digest, kind, request, out, job, name FROM jobs WHERE flight = ? AND digest = ?",
            (record.flight, record.digest),
        )
        return JobRecord(*row)

    def set_job(self, flight: str, digest: str, job: str | None) -> None:
        """Note the service's id of a job, or that it has none any more."""
        with self._writing(durable=True) as db:
            db.execute("UPDATE jobs SET job = ? WHERE flight = ? AND digest = ?", (job, flight, digest))

    def jobs(self, service: str | None = None, flight: str | None = None) -> list[JobRecord]:
        """Jobs on record, the newest first."""
        rows = self._read(
            "SELECT j.flight, j.digest, j.kind, j.request, j.out, j.job, j.name"
            " FROM jobs j JOIN flights f ON f.key = j.flight"
            " WHERE (CAST(? AS TEXT) IS NULL OR f.service = ?) AND (CAST(? AS TEXT) IS NULL OR j.flight = ?)"
            " ORDER BY j.created DESC",
            (service, service, flight, flight),
        )
        return [JobRecord(*row) for row in rows]

    def job(self, job: str) -> JobRecord | None:
        """The record of a job by the service's id, or None."""
        return next((record for record in self.jobs() if record.job == job), None)

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class FlightParts:
    """The large files of one flight on its ledger; see :class:`skybind.transfers.multipart.PartRecord`."""

    def __init__(self, ledger: Ledger, key: str) -> None:
        self._ledger = ledger
        self._key = key

    def find(self, name: str) -> Begun | None:
        """What has arrived of a file."""
        return self._ledger.find_upload(self._key, name)

    def begin(self, name: str, begun: Begun) -> None:
        """A file has begun to go up."""
        self._ledger.begin_upload(self._key, name, begun)

    def arrived(self, name: str, number: int, etag: str) -> None:
        """A part has arrived."""
        self._ledger.part_arrived(self._key, name, number, etag)

    def forget(self, name: str) -> None:
        """The file is complete, or given up."""
        self._ledger.forget_upload(self._key, name)
