"""Where each flight of a fleet stands: tables beside the ledger's, on SQLite or PostgreSQL.

A flight's *stage* is what is to be done next: plan, upload, start, wait, fetch, done. Who wants to do it claims it: the
claim is a lease with an end, so that what a lost machine had claimed is free again, and claims of many at once do not
wait for each other (SKIP LOCKED). What is being done is besides held by a lock that ends with its process, so that no
two ever do it together, leases and clocks or not.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

import attrs

from skybind.errors import LedgerBusy, UsageError
from skybind.fleet.flights import Flight
from skybind.fleet.troubles import verdict
from skybind.jobs import JobState, Phase
from skybind.transfers.places import Place, opened

__all__ = ["LEASE", "STAGES", "FleetRecord", "Standing"]

STAGES = ("plan", "upload", "start", "wait", "fetch", "done")
LEASE = 120.0  # seconds; whoever lives renews it three times as often

_FLIGHT = ("key", "service", "kind", "folder", "photos", "out", "profile", "name", "options")
_STANDING = (
    *("stage", "stuck", "trouble", "tries", "not_before", "busy_until", "owner", "files", "bytes", "safe_files"),
    *("moved_bytes", "photo_set", "token", "phase", "native", "progress", "fetched", "changed"),
)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS fleet_flights (
    key TEXT PRIMARY KEY, service TEXT NOT NULL, kind TEXT NOT NULL, folder TEXT, photos TEXT, out TEXT, profile TEXT,
    name TEXT, options TEXT NOT NULL, fleet TEXT NOT NULL, number BIGINT NOT NULL,
    stage TEXT NOT NULL, stuck TEXT NOT NULL DEFAULT '', trouble TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0, not_before DOUBLE PRECISION NOT NULL DEFAULT 0,
    owner TEXT NOT NULL DEFAULT '', busy_until DOUBLE PRECISION NOT NULL DEFAULT 0,
    files BIGINT, bytes BIGINT, safe_files BIGINT NOT NULL DEFAULT 0, moved_bytes BIGINT NOT NULL DEFAULT 0,
    photo_set TEXT, token TEXT, phase TEXT, native TEXT, progress DOUBLE PRECISION, fetched BIGINT,
    changed DOUBLE PRECISION NOT NULL
);
CREATE INDEX IF NOT EXISTS fleet_due ON fleet_flights (fleet, stage, not_before);
CREATE INDEX IF NOT EXISTS fleet_owner ON fleet_flights (owner);
"""


@attrs.frozen(kw_only=True)
class Standing:
    """Where a flight stands.

    Attributes:
        flight: Which.
        stage: What is to be done next, one of :data:`STAGES`.
        stuck: ``failed`` or ``held``, if nothing is done until a person acts; else empty.
        trouble: What the last try met, in words; empty after one that went through.
        tries: Tries in a row that did not go through.
        not_before: Seconds since 1970 before which it is not tried.
        busy_until: When the lease of whoever is at it ends; 0 if nobody is.
        owner: Who that is.
        files, bytes: Size of its photos, or None before they were counted.
        safe_files: Photos that are safe at the service.
        moved_bytes: Bytes that were handed to the network, or were safe before.
        photo_set: The service's id of its photos, or None.
        token: Resume token of its job, or None.
        phase, native, progress: State of the job when it was last asked for: ours, the service's word, 0 to 1.
        fetched: Files of the model that are here, or None.
        changed: When this changed, in seconds since 1970.
    """

    flight: Flight
    stage: str
    stuck: str
    trouble: str
    tries: int
    not_before: float
    busy_until: float
    owner: str
    files: int | None
    bytes: int | None
    safe_files: int
    moved_bytes: int
    photo_set: str | None
    token: str | None
    phase: str | None
    native: str | None
    progress: float | None
    fetched: int | None
    changed: float

    @property
    def over(self) -> bool:
        """Whether nothing more will be done by itself."""
        return self.stage == "done" or bool(self.stuck)


def _standing(row: Sequence[Any]) -> Standing:
    own = dict(zip((*_FLIGHT, *_STANDING), row, strict=True))
    upload_options, job_options = json.loads(own.pop("options"))
    given = {name: own.pop(name) for name in _FLIGHT if name in own}
    flight = Flight(**given, upload_options=upload_options, job_options=job_options)
    return Standing(flight=flight, **own)


def _row(flight: Flight) -> tuple[str | None, ...]:
    options = json.dumps([dict(flight.upload_options), dict(flight.job_options)], sort_keys=True)
    return (*(getattr(flight, name) for name in _FLIGHT if name != "options"), options)


def _photos(flight: Flight) -> tuple[str | None, ...]:
    return flight.service, flight.kind, flight.folder, flight.photos


def _told(flight: Flight) -> str:
    return f"{flight.kind} of {flight.folder or flight.photos} at {flight.service}"


_COLUMNS = ", ".join((*_FLIGHT, *_STANDING))
_ADD = (
    "INSERT INTO fleet_flights (key, service, kind, folder, photos, out, profile, name, options,"
    " fleet, number, stage, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {now}) ON CONFLICT DO NOTHING"
)


class FleetRecord:
    """The record of fleets. Threads may share it; each process opens its own.

    Args:
        place: As with the ledger: None is where ``SKYBIND_LEDGER`` says.

    Raises:
        LedgerError: it cannot be opened.
    """

    def __init__(self, place: Place | None = None) -> None:
        self._db = opened(place)
        self._db.define(_SCHEMA)

    @property
    def label(self) -> str:
        """Names its database, without a password."""
        return self._db.label

    @property
    def shared(self) -> bool:
        """Whether other machines see it."""
        return self._db.shared

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------------------------------------------- flights

    def add(self, flights: Iterable[Flight]) -> None:
        """Put flights on record; those that are there stay as they stand.

        Raises:
            UsageError: a key is on record for other photos, another service or another kind; nothing was changed.
        """
        listed = list(flights)
        rows = [
            (*_row(flight), flight.fleet, number, "plan" if flight.folder else "start")
            for number, flight in enumerate(listed)
        ]
        with self._db.writing(durable=True) as db:
            db.executemany(_ADD.format(now=self._db.now), rows)
            known = {standing.flight.key: standing.flight for standing in self._of(listed)}
            for flight in listed:
                if _photos(known[flight.key]) != _photos(flight):
                    raise UsageError(
                        f"flight {flight.key} is on record as {_told(known[flight.key])}, and not as {_told(flight)}",
                        advice="Give the new one another key, or the fleet another name.",
                    )
            # Where a model goes, whose credentials are used and how it is done may change at any time.
            db.executemany(
                "UPDATE fleet_flights SET out = ?, profile = ?, name = ?, options = ? WHERE key = ?",
                [
                    (flight.out, flight.profile, flight.name, _row(flight)[-1], flight.key)
                    for flight in listed
                    if known[flight.key] != flight
                ],
            )

    def _of(self, flights: Sequence[Flight]) -> list[Standing]:
        if len(flights) == 1:
            return self._select("key = ?", (flights[0].key,))
        fleets = {flight.fleet for flight in flights}
        return [standing for fleet in sorted(fleets) for standing in self.standings(fleet)]

    def _select(self, condition: str, values: Sequence[Any], more: str = "") -> list[Standing]:
        query = f"SELECT {_COLUMNS} FROM fleet_flights WHERE {condition} ORDER BY number, key {more}"
        return [_standing(row) for row in self._db.read(query, values)]

    def standing(self, key: str) -> Standing | None:
        """Where a flight stands, or None if it is not on record."""
        return next(iter(self._select("key = ?", (key,))), None)

    def standings(self, fleet: str) -> list[Standing]:
        """Where the flights of a fleet stand, in the order of their list."""
        return self._select("fleet = ?", (fleet,))

    def fleets(self) -> list[str]:
        """The fleets on record, the one that changed last first."""
        query = "SELECT fleet FROM fleet_flights GROUP BY fleet ORDER BY MAX(changed) DESC"
        return [row[0] for row in self._db.read(query)]

    def counts(self, fleet: str) -> Mapping[str, int]:
        """Flights by stage, or ``failed`` or ``held`` if they are stuck."""
        query = (
            "SELECT CASE WHEN stuck = '' THEN stage ELSE stuck END AS at, COUNT(*)"
            " FROM fleet_flights WHERE fleet = ? GROUP BY at"
        )
        return dict(self._db.read(query, (fleet,)))

    def startable(self, fleet: str) -> list[tuple[str, str, int]]:
        """Where flights want to start jobs: service, profile or an empty text, and jobs there that are not over.

        Jobs of other fleets and those that are being started count as well.
        """
        query = (
            "SELECT service, COALESCE(profile, ''), SUM(CASE WHEN stage = 'wait'"
            f" OR (stage = 'start' AND busy_until > {self._db.now}) THEN 1 ELSE 0 END)"
            " FROM fleet_flights WHERE stuck = '' AND stage IN ('start', 'wait')"
            " GROUP BY service, COALESCE(profile, '')"
            " HAVING SUM(CASE WHEN fleet = ? AND stage = 'start' THEN 1 ELSE 0 END) > 0"
        )
        return [(service, profile, int(jobs)) for service, profile, jobs in self._db.read(query, (fleet,))]

    def try_again(self, fleet: str) -> None:
        """Try at once what was stuck or waits for its next try; jobs that go on keep the pace of their questions."""
        with self._db.writing() as db:
            db.execute(
                "UPDATE fleet_flights SET stuck = '', tries = 0, not_before = 0"
                " WHERE fleet = ? AND stage <> 'done' AND (stage <> 'wait' OR stuck <> '' OR tries > 0)",
                (fleet,),
            )

    # ------------------------------------------------------------------------------------------------- who is at it

    @contextlib.contextmanager
    def driving(self) -> Iterator[str]:
        """Be somebody who claims flights; at the end, or after ``kill -9``, what is still claimed is free again."""
        owner = uuid.uuid4().hex
        with self._db.exclusive(f"fleet-{owner}"):
            try:
                yield owner
            finally:
                self.free(owner)

    def claim(
        self, fleet: str, stage: str, owner: str, most: int, account: tuple[str, str] | None = None
    ) -> list[Standing]:
        """Take flights that are due at a stage, and that nobody is at.

        Args:
            fleet: Of this fleet.
            stage: At this stage.
            owner: For whom; see :meth:`driving`.
            most: So many.
            account: Of this service and profile, as :meth:`startable` names them; None is any.
        """
        if most <= 0:
            return []
        where = account or (None, None)
        with self._db.writing() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM fleet_flights WHERE fleet = ? AND stage = ? AND stuck = ''"
                f" AND not_before <= {self._db.now} AND busy_until <= {self._db.now}"
                " AND (CAST(? AS TEXT) IS NULL OR (service = ? AND COALESCE(profile, '') = ?))"
                f" ORDER BY not_before, number LIMIT ? {self._db.passing}",
                (fleet, stage, where[0], *where, most),
            ).fetchall()
            found = [_standing(row) for row in rows]
            db.executemany(
                f"UPDATE fleet_flights SET owner = ?, busy_until = {self._db.now} + ? WHERE key = ?",
                [(owner, LEASE, standing.flight.key) for standing in found],
            )
        return found

    def renew(self, owner: str) -> None:
        """Hold on to what was claimed."""
        with self._db.writing() as db:
            db.execute(
                f"UPDATE fleet_flights SET busy_until = {self._db.now} + ? WHERE owner = ?",
                (LEASE, owner),
            )

    def free(self, owner: str, keys: Iterable[str] | None = None) -> None:
        """Let go of flights, or of all."""
        with self._db.writing() as db:
            if keys is None:
                db.execute("UPDATE fleet_flights SET owner = '', busy_until = 0 WHERE owner = ?", (owner,))
            else:
                db.executemany(
                    "UPDATE fleet_flights SET owner = '', busy_until = 0 WHERE owner = ? AND key = ?",
                    [(owner, key) for key in keys],
                )

    def put_off(self, owner: str, key: str, stage: str, pause: float) -> None:
        """Let go of a flight whose step ended and left it at its stage, and do not claim it again at once."""
        with self._db.writing() as db:
            db.execute(
                f"UPDATE fleet_flights SET owner = '', busy_until = 0, not_before = {self._db.now} + ?"
                " WHERE owner = ? AND key = ? AND stage = ?",
                (pause, owner, key, stage),
            )

    def free_dead(self, owner: str) -> None:
        """Let go of what others had claimed who are no more: their locks ended with them."""
        query = f"SELECT DISTINCT owner FROM fleet_flights WHERE owner NOT IN ('', ?) AND busy_until > {self._db.now}"
        for (other,) in self._db.read(query, (owner,)):
            with self._db.exclusive(f"fleet-{other}") as gone:
                if gone:
                    self.free(other)

    @contextlib.contextmanager
    def held(self, flight: Flight, after: str) -> Iterator[Standing]:
        """Do a step of a flight, and nobody else does; trouble goes on record, and up.

        Args:
            flight: Which; put on record if it is new.
            after: The stage that must have been reached.

        Raises:
            LedgerBusy: somebody else is at it.
            UsageError: an earlier step was not done.
        """
        known = self.standing(flight.key)
        if known is None or known.flight != flight:
            self.add([flight])
        name = hashlib.sha256(flight.key.encode()).hexdigest()[:20]
        with self._db.exclusive(f"fleet-{name}") as mine:
            if not mine:
                raise LedgerBusy(f"flight {flight.key}: another process is at it", advice="Wait for it to end.")
            (standing,) = self._select("key = ?", (flight.key,))
            if STAGES.index(standing.stage) < STAGES.index(after):
                raise UsageError(f"flight {flight.key}: {standing.stage} comes first", advice="Steps have an order.")
            try:
                yield standing
            except Exception as error:
                self.troubled(flight.key, error)
                raise

    # ------------------------------------------------------------------------------------------------- what came of it

    def _note(self, key: str, *, durable: bool = False, **values: object) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        with self._db.writing(durable=durable) as db:
            db.execute(
                f"UPDATE fleet_flights SET {columns}, changed = {self._db.now} WHERE key = ?",
                (*values.values(), key),
            )

    def _passed(self, key: str, stage: str, **values: object) -> None:
        """A step went through: the next is due, and whoever was at it is not any more."""
        clear = {"stuck": "", "trouble": "", "tries": 0, "not_before": 0.0, "owner": "", "busy_until": 0.0}
        self._note(key, durable=True, stage=stage, **clear, **values)

    def planned(self, key: str, files: int, size: int) -> None:
        """Its photos are counted and within limits."""
        self._passed(key, "upload", files=files, bytes=size)

    def sending(self, key: str, files: int, size: int, safe_files: int, moved_bytes: int) -> None:
        """So much of it is there by now."""
        self._note(key, files=files, bytes=size, safe_files=safe_files, moved_bytes=moved_bytes)

    def uploaded(self, key: str, photo_set: str, files: int, size: int) -> None:
        """All photos are safe."""
        safe = {"files": files, "bytes": size, "safe_files": files, "moved_bytes": size}
        self._passed(key, "start", photo_set=photo_set, **safe)

    def started(self, key: str, token: str) -> None:
        """Its job is there."""
        self._passed(key, "wait", token=token)

    def fetched(self, key: str, files: int) -> None:
        """Its model is here."""
        self._passed(key, "done", fetched=files)

    def seen(self, states: Mapping[str, JobState], after: Mapping[str, str], pause: float) -> None:
        """Note states of jobs by flight.

        Args:
            states: By key of the flight.
            after: What comes after a job that is done, by key: ``fetch`` or ``done``.
            pause: Seconds before the job is asked about again.
        """
        rows = []
        for key, state in states.items():
            stage = after[key] if state.phase is Phase.DONE else "wait"
            stuck = {Phase.FAILED: "failed", Phase.STOPPED: "failed", Phase.HELD: "held"}.get(state.phase, "")
            trouble = f"job {state.job_id}: {state.message or state.native}" if stuck else ""
            rows.append((stage, stuck, trouble, state.phase.value, state.native, state.progress, pause, key))
        with self._db.writing() as db:
            db.executemany(
                "UPDATE fleet_flights SET stage = ?, stuck = ?, trouble = ?, tries = 0, phase = ?, native = ?,"
                f" progress = ?, not_before = {self._db.now} + ?, owner = '', busy_until = 0,"
                f" changed = {self._db.now} WHERE key = ? AND stage = 'wait'",
                rows,
            )

    def troubled(self, key: str, error: BaseException, *, asking: bool = False) -> None:
        """A step did not go through.

        Args:
            key: Of the flight.
            error: Why not.
            asking: Whether it was a question about its job, which goes on meanwhile.
        """
        standing = self.standing(key)
        if standing is None or standing.stage == "done":
            return
        ruling = verdict(error, standing.tries, asking=asking, seen=standing.phase is not None)
        text = (str(error) or type(error).__name__).replace("\0", "")
        text = text.encode(errors="backslashreplace").decode()  # it may name a photo whose name is no text
        stuck = "" if ruling.pause is not None else "held" if ruling.held else "failed"
        with self._db.writing() as db:
            db.execute(
                f"UPDATE fleet_flights SET stuck = ?, trouble = ?, tries = ?, not_before = {self._db.now} + ?,"
                f" owner = '', busy_until = 0, changed = {self._db.now} WHERE key = ?",
                (stuck, text, standing.tries + ruling.counts, ruling.pause or 0.0, key),
            )
