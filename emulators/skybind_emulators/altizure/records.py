"""What the service keeps: projects, uploaded files, tasks. Times are Unix seconds, sizes bytes."""

from concurrent.futures import Future
from enum import StrEnum
from typing import Any, Literal

from attrs import define, field

from skybind_emulators.altizure.buckets import Bucket, UploadKind
from skybind_emulators.faults import Fault


class FileState(StrEnum):
    """States of an uploaded file. ``UPLOADING`` is attested nowhere, and shown only where the rules ask for it."""

    PENDING = "Pending"
    UPLOADING = "Uploading"
    UPLOADED = "Uploaded"
    VERIFYING = "Verifying"
    COPYING = "Copying"
    READY = "Ready"
    INVALID = "Invalid"
    FAILED = "Failed"

    @property
    def final(self) -> bool:
        """Whether the file moves no more."""
        return self in (FileState.READY, FileState.INVALID, FileState.FAILED)

    @property
    def waits(self) -> bool:
        """Whether bytes are still to come."""
        return self in (FileState.PENDING, FileState.UPLOADING)


class TaskState(StrEnum):
    """States of a task. Only ``DONE`` is attested; the others are our assumption."""

    PENDING = "Pending"
    PROCESSING = "Processing"
    DONE = "Done"
    FAILED = "Failed"
    STOPPED = "Stopped"

    @property
    def final(self) -> bool:
        """Whether the task moves no more."""
        return self in (TaskState.DONE, TaskState.FAILED, TaskState.STOPPED)


@define(kw_only=True, eq=False)
class FileRecord:
    """An image, a meta file, or a model or a part of one.

    Attributes:
        name: that the client gave.
        filename: under which it is stored.
        bucket: where the client puts it; None for files that the server downloads.
        source: from where the server downloads, with the bearer token to show.
        modified: what the 65-minute rule goes by.
        started: ``startImageUpload`` was called, or needs not be.
        seen_at: simulated time when the work on it was last looked at; ``worked_s`` is how long it went on by then.
        reads: how often its state was read since its bytes arrived.
        work: what comes out of looking at the bytes.
        doomed: why it will be Invalid whatever the bytes are, if a fault ordered that.
        stalled_by: the fault that holds it, if one does.
    """

    id: str
    kind: UploadKind
    project_id: str
    name: str
    filename: str
    bucket: Bucket | None = None
    source: str | None = field(default=None, repr=False)
    bearer: str | None = field(default=None, repr=False)
    type: str | None = None
    checksum: str | None = None
    state: FileState = FileState.PENDING
    error: list[str] = field(factory=list)
    date: float
    modified: float
    started: bool = False
    size: int = 0
    sha1: str | None = None
    width: int = 0
    height: int = 0
    seen_at: float = 0.0
    worked_s: float = 0.0
    reads: int = 0
    work: "Future[Any] | None" = field(default=None, repr=False)
    doomed: str | None = None
    stalled_by: Fault | None = None

    @property
    def key(self) -> str:
        """Key of the object, in the upload bucket and on the service's disk."""
        return f"{self.project_id}/{self.filename}"


@define
class Price:
    """What a start takes: free gigapixels, coupons by id, coins of the balance. ``gp`` is the size of the images."""

    gp: float
    free_gp: float = 0.0
    coupons: dict[str, float] = field(factory=dict)
    balance: float = 0.0


@define(kw_only=True, eq=False)
class TaskRecord:
    """A reconstruction, or the conversion of an imported model.

    Attributes:
        payer: id of the user who paid for it; the project may have another owner by now.
        paid: what its start took, until it is paid back.
    """

    id: str
    project_id: str
    task_type: str
    state: TaskState = TaskState.PENDING
    start_date: float
    end_date: float | None = None
    step: int = 0
    message: str | None = None
    gp: float = 0.0
    payer: str | None = None
    paid: Price | None = None


@define(kw_only=True, eq=False)
class Download:
    """A file of the result; its bytes lie on the service's disk under ``key``."""

    id: str
    name: str
    key: str
    size: int
    mtime: float


@define(kw_only=True, eq=False)
class ProjectRecord:
    """A project.

    Attributes:
        by_checksum: its images, as far as their checksum was told or found.
        pre_start: options of a start that waits for the images.
        converted_from: ids of the parts that made the model; ``merged`` tells whether they were pieces of one file.
        waiting_merge: the same of a model whose parts are still being looked at.
    """

    id: str
    owner: str
    name: str
    type: Literal["free", "pro"]
    visibility: Literal["public", "unlisted", "private"]
    imported: bool
    model_type: str | None
    date: float
    description: str = ""
    files: dict[str, FileRecord] = field(factory=dict)
    by_checksum: dict[str, FileRecord] = field(factory=dict)
    tasks: list[TaskRecord] = field(factory=list)
    downloads: list[Download] = field(factory=list)
    pre_start: dict[str, Any] | None = None
    imported_state: str = "Native"
    converted_from: list[str] = field(factory=list)
    merged: bool = False
    waiting_merge: bool | None = None
    error: str | None = None
    error_code: str | None = None
    reports: list[str] = field(factory=list)

    def of(self, kind: UploadKind) -> list[FileRecord]:
        """Its files of a kind, oldest first."""
        return [file for file in self.files.values() if file.kind == kind]

    @property
    def ready(self) -> list[FileRecord]:
        """Its images that can be used."""
        return [file for file in self.of("image") if file.state is FileState.READY]

    @property
    def task(self) -> TaskRecord | None:
        """Its newest task."""
        return self.tasks[-1] if self.tasks else None
