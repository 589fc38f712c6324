"""What an account has: files, resources, jobs, and the upload credentials given out."""

import threading
from enum import IntEnum
from typing import Any

from attrs import define, field

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Refusal
from skybind_emulators.identity import Identities
from skybind_emulators.storage import Storage
from skybind_emulators.terra.dialect import JOB_NOT_FOUND, NOT_FOUND


class JobStatus(IntEnum):
    """States of a job; the last three are final."""

    CREATED = 0
    WAITING = 1
    PREPARING = 2
    EXECUTING = 3
    PROCESSING_RESULTS = 4
    STOPPED = 5
    FINISHED = 6
    FAILED = 7

    @property
    def final(self) -> bool:
        """Whether the job moves no more."""
        return self >= JobStatus.STOPPED


@define(kw_only=True)
class FileRecord:
    """A file of the account. Times are Unix seconds; ``serial`` tells the order of creation."""

    uuid: str
    name: str
    bucket: str
    key: str
    size: int
    etag: str
    checksum: str
    meta: str = ""
    position: dict[str, float] | None = None
    created_at: float
    updated_at: float
    serial: int


@define(kw_only=True)
class ResourceRecord:
    """A set of files. ``files`` keeps the order in which they were linked."""

    uuid: str
    name: str
    type: str
    meta: str = ""
    files: list[str] = field(factory=list)
    revisable: bool = True
    upload_used_s: float = 0.0
    created_at: float
    updated_at: float
    serial: int


@define(kw_only=True)
class JobRecord:
    """A job. What is None is left out of answers."""

    uuid: str
    name: str
    meta: str = ""
    type: int | None = None
    status: JobStatus = JobStatus.CREATED
    origin: str | None = None
    output: str | None = None
    parameters: str | None = None
    percentage: float | None = None
    remain_s: int | None = None
    pixels: float | None = None
    message: str | None = None
    started_at: float | None = None
    completed_at: float | None = None
    created_at: float
    updated_at: float
    serial: int


@define(kw_only=True)
class UploadGrant:
    """Upload credentials that were given out."""

    callback_param: str = field(repr=False)
    bucket: str
    prefix: str
    issued_at: float
    expires_at: float


class State:
    """All of an account. Whoever reads or changes it holds ``lock``."""

    def __init__(self, clock: SimulatedClock, ids: Identities) -> None:
        self.lock = threading.RLock()
        self.clock = clock
        self.ids = ids
        self.files: dict[str, FileRecord] = {}
        self.resources: dict[str, ResourceRecord] = {}
        self.jobs: dict[str, JobRecord] = {}
        self.grants: dict[str, UploadGrant] = {}
        self._serial = 0

    def birth(self) -> dict[str, Any]:
        """The fields that every new record starts with."""
        self._serial += 1
        now = self.clock.now()
        return {"uuid": self.ids.uuid(), "created_at": now, "updated_at": now, "serial": self._serial}

    def file(self, uuid: str) -> FileRecord:
        """A file.

        Raises:
            Refusal: 102002, there is none. That files share this code with resources is inferred.
        """
        if uuid not in self.files:
            raise Refusal(NOT_FOUND, f"file not found: {uuid}")
        return self.files[uuid]

    def resource(self, uuid: str) -> ResourceRecord:
        """A resource.

        Raises:
            Refusal: 102002, there is none.
        """
        if uuid not in self.resources:
            raise Refusal(NOT_FOUND, f"resource not found: {uuid}")
        return self.resources[uuid]

    def job(self, uuid: str) -> JobRecord:
        """A job.

        Raises:
            Refusal: 102114, there is none.
        """
        if uuid not in self.jobs:
            raise Refusal(JOB_NOT_FOUND, f"job not found: {uuid}")
        return self.jobs[uuid]

    def add_file(self, **fields: Any) -> FileRecord:
        """Create a file record."""
        record = FileRecord(**self.birth(), **fields)
        self.files[record.uuid] = record
        return record

    def add_resource(self, **fields: Any) -> ResourceRecord:
        """Create a resource."""
        record = ResourceRecord(**self.birth(), **fields)
        self.resources[record.uuid] = record
        return record

    def add_job(self, **fields: Any) -> JobRecord:
        """Create a job."""
        record = JobRecord(**self.birth(), **fields)
        self.jobs[record.uuid] = record
        return record

    def touch(self, record: FileRecord | ResourceRecord | JobRecord) -> None:
        """Note that a record changed now."""
        record.updated_at = self.clock.now()

    def drop_file(self, file: FileRecord, store: Storage) -> None:
        """Delete a file from the account, from its resources, and from storage if no other file shares the object."""
        del self.files[file.uuid]
        for resource in self.holders(file.uuid):
            resource.files.remove(file.uuid)
            self.touch(resource)
        if not any((other.bucket, other.key) == (file.bucket, file.key) for other in self.files.values()):
            store.delete(file.bucket, file.key)

    def holders(self, file_uuid: str) -> list[ResourceRecord]:
        """The resources that hold a file."""
        return [resource for resource in self.resources.values() if file_uuid in resource.files]

    def unfinished_jobs(self) -> list[JobRecord]:
        """Jobs in no final state, created ones included."""
        return [job for job in self.jobs.values() if not job.status.final]

    def in_work(self, resource_uuid: str) -> bool:
        """Whether an unfinished job reads or writes the resource."""
        return any(resource_uuid in (job.origin, job.output) for job in self.unfinished_jobs())
