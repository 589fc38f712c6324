"""A refined model up to its refine subtask: files to OBS, and the state of the upload where that can be told.

The manual names where a model goes (`model_path`, for example `obs://bucket/prefix`) and no way to get access to it, so
the caller brings keys for OBS. How the service is told that the upload is complete is nowhere public; the call that
skybind makes for it is a guess and must be asked for (``upload_state=True``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from skybind.errors import ActionNeeded, SkybindError, UploadIncomplete, UsageError
from skybind.koomap.tasks import TaskRef
from skybind.options import Options
from skybind.transfers.ledger import ConfirmedFiles, FlightParts, Ledger
from skybind.transfers.listing import differences
from skybind.transfers.photos import scan
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket, Refusal, Sender
from skybind.transfers.upload import Grant, Plan, Sent, UploadProgress, upload
from skybind.wire.bulk import Bulk, BulkFault
from skybind.wire.clock import ServiceClock
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.models import RefineSubtask, RefineSubtaskStatus, UploadStatus

__all__ = ["MODEL_SUFFIXES", "Storage", "bring_up_model"]

#: What a model consists of: meshes with their materials and textures, and files about them.
MODEL_SUFFIXES = frozenset(
    {".obj", ".mtl", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".osgb", ".xml", ".prj", ".txt", ".json", ".ply"}
)
_PATH = re.compile(r"obs://(?P<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(?P<prefix>.+)")
_UPLOADED = frozenset(
    {
        RefineSubtaskStatus.UPLOAD_SUCCESS,
        RefineSubtaskStatus.PENDING,
        RefineSubtaskStatus.STARTING,
        RefineSubtaskStatus.START_FAILED,
        RefineSubtaskStatus.RUNNING,
        RefineSubtaskStatus.SUCCESS,
        RefineSubtaskStatus.FAILED,
        RefineSubtaskStatus.STOPPING,
        RefineSubtaskStatus.STOP_SUCCESS,
    }
)


@attrs.frozen
class Storage:
    """Where OBS is, and with which keys.

    Attributes:
        endpoint: ``https://obs.cn-north-4.myhuaweicloud.com``.
        region: Signing region.
        keys: Access keys that may write to the model's path.
    """

    endpoint: str
    region: str
    keys: StoreKeys = attrs.field(repr=False)


@attrs.frozen
class _ModelPath:
    """A destination for the transfer engine. OBS needs no confirmation: what it answers is one."""

    storage: Storage
    bucket: str
    prefix: str

    @classmethod
    def of(cls, storage: Storage, path: object) -> _ModelPath:
        found = _PATH.fullmatch(path.rstrip("/")) if isinstance(path, str) else None
        if found is None:
            raise UsageError(
                f"the subtask's model_path is {path!r}, and not obs://bucket/prefix",
                advice="Without it there is no place to put the model; ask the service.",
            )
        return cls(storage, found["bucket"], found["prefix"])

    def grant(self) -> Grant:
        bucket = Bucket("s3", self.storage.endpoint, self.bucket, self.storage.region)
        return Grant(bucket, self.storage.keys, lambda name: f"{self.prefix}/{name}", None, "")

    def confirm(self, grant: Grant, files: Sequence[Sent]) -> Mapping[str, str]:
        return {sent.photo.name: grant.key_of(sent.photo.name) for sent in files}


class _Expected(Mapping[str, tuple[int, str]]):
    """Size and ETag by key in the bucket, of what is on record."""

    def __init__(self, prefix: str, known: ConfirmedFiles) -> None:
        self._prefix = prefix
        self._known = known

    def __getitem__(self, key: str) -> tuple[int, str]:
        file = self._known[key.removeprefix(self._prefix)]
        return file.size, file.etag

    def __iter__(self) -> Iterator[str]:
        return (self._prefix + name for name in self._known)

    def __len__(self) -> int:
        return len(self._known)


def _compare(ledger: Ledger, key: str, place: _ModelPath, options: Options, clock: ServiceClock) -> None:
    """See that what is on record lies in OBS, before the service is told so; what does not is off the record.

    Raises:
        UploadIncomplete: it does not.
    """
    grant, known = place.grant(), ledger.confirmed(key)
    bulk = Bulk(options)
    try:
        sender = Sender(bulk, clock, lambda: False, lambda _count: None)
        prefix = f"{place.prefix}/"
        reasons = differences(grant.bucket, grant.keys, prefix, _Expected(prefix, known), sender)
    except (Refusal, BulkFault):  # keys that may only write: each file was compared when it went up
        return
    finally:
        bulk.close()
    failed = {name: reasons[grant.key_of(name)] for name in known if grant.key_of(name) in reasons}
    if failed:
        ledger.forget_files(key, failed)
        name, reason = next(iter(failed.items()))
        raise UploadIncomplete(
            f"{len(failed)} of {len(known)} files are not in OBS as they were sent; {name}: {reason}",
            failed=failed,
            advice="Run the same command again; it sends them again.",
        )


def bring_up_model(
    api: KoomapGroups,
    ledger: Ledger,
    subtask: RefineSubtask,
    folder: Path,
    *,
    key: str,
    storage: Storage,
    upload_state: bool,
    options: Options,
    clock: ServiceClock,
    workers: int,
    told: Callable[[UploadProgress], None],
    cancelled: Callable[[], bool],
) -> None:
    """Upload what is not yet safe of a model, and see that the service knows.

    Args:
        api: The facade.
        ledger: Record of what is safe.
        subtask: As the service told it just now.
        folder: The model's files.
        key: Names this upload in the ledger.
        storage: Where OBS is.
        upload_state: Whether to make the guessed call that tells the state of the upload.
        options: Timeouts and proxy.
        clock: Offset of the store's clock.
        workers: Files on their way at a time.
        told: Called with counters.
        cancelled: Asked as often.

    Raises:
        ActionNeeded: all files are there, and somebody must tell the service.
        UploadIncomplete: some files did not go up; the others are safe.
        UsageError: no model in the folder.
    """
    if subtask.subtask_status in _UPLOADED:
        return
    ref = TaskRef.of(subtask)
    with ledger.exclusive(key):
        known = ledger.confirmed(key)
        files = scan(folder, suffixes=MODEL_SUFFIXES, known=known.holds)
        if not any(file.suffix == ".obj" for file in files):
            raise UsageError(f"{folder}: has no .obj file", advice="Give the folder that holds the refined model.")
        ledger.flight(key, "koomap", str(folder.resolve()))
        kept, todo = files.parted(known.holds)
        progress = UploadProgress(files=len(files), bytes=files.bytes, files_before=len(kept), bytes_before=kept.bytes)
        told(progress)
        if upload_state and subtask.subtask_status != RefineSubtaskStatus.UPLOADING:
            api.refine_subtasks.set_upload_state(
                ref.workspace, ref.task, ref.subtask, upload_status=UploadStatus.UPLOADING
            )
        try:
            upload(
                todo,
                _ModelPath.of(storage, subtask.model_path),
                plan=Plan(workers=workers),
                options=options,
                clock=clock,
                record=lambda sent: ledger.confirm(key, ref.subtask, sent),
                progress=progress,
                told=told,
                cancelled=cancelled,
                parts=FlightParts(ledger, key),
            )
            _compare(ledger, key, _ModelPath.of(storage, subtask.model_path), options, clock)
        except SkybindError as error:
            error.token = ref.token
            raise
    if not upload_state:
        raise ActionNeeded(
            f"all {len(files)} files of the model are in OBS, and the service must be told so",
            advice=(
                "Set the upload's state in the console, then start the job. upload_state=True makes a call for it that "
                "no document names."
            ),
            token=ref.token,
        )
    api.refine_subtasks.set_upload_state(
        ref.workspace, ref.task, ref.subtask, upload_status=UploadStatus.UPLOAD_SUCCESS
    )
