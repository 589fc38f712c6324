"""A real object store on loopback, and a service that hands out keys for it."""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from attrs import define, field, frozen

from skybind.errors import SkybindError
from skybind.options import Options
from skybind.transfers.photos import Photo
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket, Dialect, Sender
from skybind.transfers.upload import Grant, GrantLapsed, Plan, Sent, UploadProgress, upload
from skybind.wire.bulk import Bulk
from skybind.wire.clock import ServiceClock
from skybind_emulators.faults import Faults
from skybind_emulators.store import Exchange, ObjectStore, StoreServer

BUCKET = "photos"
PREFIX = "flight-42/"
QUICK = Plan(workers=4, first=4, batch=50, confirm_within=0.2, pause=0.01, longest_pause=0.02)


@define
class Warehouse:
    """The store, its server, what it is told to do wrong, and what it has seen."""

    store: ObjectStore
    server: StoreServer
    faults: Faults
    seen: list[Exchange]
    dialect: Dialect

    @property
    def bucket(self) -> Bucket:
        """The bucket as the client sees it."""
        region = "cn-hangzhou" if self.dialect == "oss" else "us-east-1"
        return Bucket(self.dialect, self.server.oss_endpoint, BUCKET, region)

    def keys(self, *, lifetime_s: float = 600, prefix: str = PREFIX) -> StoreKeys:
        """Temporary keys for the prefix."""
        issued = self.store.issue(BUCKET, prefix, lifetime_s=lifetime_s)
        return StoreKeys(issued.access_key_id, issued.secret_access_key, issued.session_token)

    def content(self, name: str) -> bytes | None:
        """What lies in the store under a photo's name."""
        stored = self.store.head(BUCKET, PREFIX + name)
        return stored.path.read_bytes() if stored else None

    def etag(self, name: str) -> str | None:
        """Of what lies in the store under a photo's name."""
        stored = self.store.head(BUCKET, PREFIX + name)
        return stored.etag if stored else None

    def names(self) -> list[str]:
        """Photos in the store."""
        return [stored.key.removeprefix(PREFIX) for stored in self.store.list(BUCKET, PREFIX)]

    def open_uploads(self) -> int:
        """Multipart uploads that nobody completed or aborted; their parts are paid for."""
        return len(self.store.uploads(BUCKET))


@contextmanager
def warehouse(root: Path, dialect: Dialect = "oss", **choices: Any) -> Iterator[Warehouse]:
    """Open a store for the time of a test."""
    store = ObjectStore(root, seed=1, **choices)
    store.create_bucket(BUCKET, oss_region="cn-hangzhou", s3_region="us-east-1")
    faults = Faults()
    seen: list[Exchange] = []
    with StoreServer(store, faults=faults, log=seen.append) as server:
        yield Warehouse(store, server, faults, seen, dialect)


class Counter:
    """A sender's counter of bytes."""

    def __init__(self) -> None:
        self.bytes = 0
        self.blocks = 0

    def __call__(self, count: int) -> None:
        self.bytes += count
        self.blocks += count > 0


@contextmanager
def sender(
    moved: Any = None, cancelled: Any = None, clock: ServiceClock | None = None, **options: Any
) -> Iterator[Sender]:
    """What sending a photo needs beside the photo."""
    bulk = Bulk(Options(**{"read_timeout": 5.0, **options}))
    try:
        yield Sender(
            bulk, clock or ServiceClock(), cancelled or (lambda: False), moved or Counter(), lambda _seconds: None
        )
    finally:
        bulk.close()


@frozen
class Confirmation:
    """A batch that the service was told of."""

    grant: Grant
    names: Sequence[str]
    at: float


class House(Protocol):
    """What a service needs of a store: this warehouse, or one that is not ours."""

    @property
    def bucket(self) -> Bucket: ...

    def keys(self, *, lifetime_s: float) -> StoreKeys: ...

    def etag(self, name: str) -> str | None: ...


@define
class Service:
    """A service that hands out keys for a warehouse, and confirms what it finds there.

    Attributes:
        lifetimes: Seconds that the store takes the keys of the first grant for, of the second and so on; the last
            for all others.
        promised: Seconds that the grants say that they live.
        slow: Seconds that a grant takes to be given.
        lapsing: Confirmations that come too late, counted down.
        forgets: Names that are left out of a confirmation, once for each time they are listed.
        refuses: What ``grant`` or ``confirm`` raises instead, by their names.
        grants, confirmations: What happened.
    """

    house: House
    lifetimes: list[float] = field(factory=lambda: [600.0])
    promised: float | None = 600.0
    slow: float = 0.0
    lapsing: int = 0
    forgets: list[str] = field(factory=list)
    refuses: dict[str, SkybindError] = field(factory=dict)
    prefix: str = PREFIX
    grants: list[Grant] = field(factory=list)
    confirmations: list[Confirmation] = field(factory=list)
    _busy: threading.Lock = field(factory=threading.Lock)

    def grant(self) -> Grant:
        assert self._busy.acquire(blocking=False), "two grants are asked for at a time"
        try:
            if "grant" in self.refuses:
                raise self.refuses["grant"]
            time.sleep(self.slow)
            lifetime = self.lifetimes.pop(0) if len(self.lifetimes) > 1 else self.lifetimes[0]
            made = Grant(
                bucket=self.house.bucket,
                keys=self.house.keys(lifetime_s=lifetime),
                key_of=lambda name: self.prefix + name,
                expires_at=None if self.promised is None else time.time() + self.promised,
                reference=f"reference-{len(self.grants)}",
            )
            self.grants.append(made)
            return made
        finally:
            self._busy.release()

    def confirm(self, grant: Grant, files: Sequence[Sent]) -> Mapping[str, str]:
        if "confirm" in self.refuses:
            raise self.refuses["confirm"]
        if self.lapsing:
            self.lapsing -= 1
            raise GrantLapsed("the callback parameter has expired")
        for sent in files:
            stored = self.house.etag(sent.photo.name)
            assert stored is not None, f"{sent.photo.name} is confirmed and not in the store"
            assert stored == sent.receipt.etag.lower()
            assert sent.grant is grant
        self.confirmations.append(Confirmation(grant, [sent.photo.name for sent in files], time.monotonic()))
        taken = {}
        for sent in files:
            if sent.photo.name in self.forgets:
                self.forgets.remove(sent.photo.name)
            else:
                taken[sent.photo.name] = f"id-{sent.photo.name}"
        return taken


@define
class Run:
    """One upload: its parts, and what became of it."""

    service: Service
    progress: UploadProgress = field(factory=UploadProgress)
    recorded: dict[str, tuple[str, str]] = field(factory=dict)
    threads: set[str] = field(factory=set)
    told: int = 0

    def __call__(self, photos: Sequence[Photo], plan: Plan = QUICK, **choices: Any) -> None:
        """Upload; whatever ``upload`` raises comes out."""
        record = choices.pop("record", self._record)
        told = choices.pop("told", lambda _progress: None)
        cancelled = choices.pop("cancelled", lambda: False)
        parts = choices.pop("parts", None)

        def tell(progress: UploadProgress) -> None:
            self.told += 1
            self.threads.add(threading.current_thread().name)
            told(progress)

        upload(
            photos,
            self.service,
            plan=plan,
            options=Options(**{"read_timeout": 5.0, **choices}),
            clock=ServiceClock(),
            record=record,
            progress=self.progress,
            told=tell,
            cancelled=cancelled,
            parts=parts,
        )

    def _record(self, files: Sequence[tuple[Photo, str, str]]) -> None:
        self.threads.add(threading.current_thread().name)
        self.recorded |= {photo.name: (etag, file_id) for photo, etag, file_id in files}
