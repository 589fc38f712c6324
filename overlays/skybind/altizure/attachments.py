"""Files that go up one by one to signed addresses: meta files beside the images, and finished models.

Only S3 and Minio take them; there is no call for OSS.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import attrs

from skybind import waiting
from skybind.altizure.buckets import Route
from skybind.altizure.placing import redirected, sha1_of
from skybind.errors import DeadlineExceeded, ServerError, UploadIncomplete, UsageError
from skybind.jobs import Schedule
from skybind.options import Options
from skybind.transfers.photos import Photo
from skybind.transfers.stores import Refusal, RefusalKind, Sender, put_piece
from skybind.wire.bulk import Bulk, BulkFault
from skybind.wire.clock import ServiceClock
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.enums import Cloud, UploadFileState
from skybind_clients.altizure.models.fragments import Project, ProjectMetaFile

__all__ = [
    "META_NAMES",
    "PART",
    "Carrier",
    "bring_up_meta",
    "bring_up_model",
    "meta_file_of",
    "model_file_of",
    "parts_of",
]

#: What a meta file may be called; the service knows it by its name.
META_NAMES = frozenset({"camera.txt", "pose.txt", "group.txt", "mask.txt", "initial.xms", "initial.xms.zip"})

PART = 100 * 1024 * 1024  # bytes of a part, as the official client cuts models
_WHOLE = 5 * 1024**3  # bytes up to which a model goes as one
_MODEL_NAME = re.compile(
    r"[A-Za-z0-9._]+"
)  # the official client's rule; the service refuses names that are not English

_TRIES = 5
_META_PATIENCE = 120.0  # seconds for the service to look into a meta file, and one more a MiB; our assumption


@attrs.frozen
class Carrier:
    """With what a file is carried.

    Attributes:
        options: Timeouts, proxy and CA bundle of the bulk path.
        s3: Where to connect to in place of the hosts in signed addresses, or None.
        moved: Told the bytes of each block, and minus what must be sent again.
        cancelled: Asked between blocks; True breaks off.
        sleep: Between attempts.
    """

    options: Options
    s3: str | None = None
    moved: Callable[[int], None] = lambda _count: None
    cancelled: Callable[[], bool] = lambda: False
    sleep: Callable[[float], None] = waiting.sleep

    def carry(self, file: Photo, start: int, length: int, address: Callable[[], str]) -> None:
        """Send a piece of a file; ``address`` is asked for a signed one, and for another when the first has ended.

        Raises:
            PhotoError: the file cannot be read, or has changed.
            UploadIncomplete: it did not go up.
        """
        bulk = Bulk(self.options)
        sender = Sender(bulk, ServiceClock(), self.cancelled, self.moved)
        target, reason = address(), ""
        try:
            for attempt in range(1, _TRIES + 1):
                url, headers = redirected(target, self.s3)
                try:
                    put_piece(file, start, length, url, sender, headers=headers)
                except BulkFault as fault:
                    reason = str(fault)
                except Refusal as refusal:
                    reason = refusal.words
                    if refusal.kind is RefusalKind.FINAL:
                        break
                    if refusal.kind is RefusalKind.CREDENTIALS:
                        target = address()
                else:
                    return
                if attempt < _TRIES:
                    self.sleep(0.5 * 2**attempt)
        finally:
            bulk.close()
        raise UploadIncomplete(f"{file.path}: did not go up: {reason}", failed={file.name: reason})


def meta_file_of(path: Path) -> Photo:
    """A meta file as it is now.

    Raises:
        UsageError: a name that no meta file has, or no such file.
    """
    if path.name not in META_NAMES:
        raise UsageError(
            f"{path.name}: is not the name of a meta file", advice=f"They are called {', '.join(sorted(META_NAMES))}."
        )
    return _file_of(path)


def model_file_of(path: Path) -> Photo:
    """A zipped model as it is now.

    Raises:
        UsageError: a name with other characters than letters, digits, dot and underscore, or no such file.
    """
    if not _MODEL_NAME.fullmatch(path.name):
        raise UsageError(
            f"{path.name}: has characters that Altizure does not take in a model's name",
            advice="Rename it to letters, digits, dots and underscores.",
        )
    return _file_of(path)


def _file_of(path: Path) -> Photo:
    try:
        stat = path.stat()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    if not path.is_file() or not stat.st_size:
        raise UsageError(f"{path}: is no file, or an empty one")
    return Photo(path.name, path, stat.st_size, stat.st_mtime_ns)


# ---------------------------------------------------------------------------------------------------------- meta files


def bring_up_meta(
    api: AltizureGroups,
    project: str,
    file: Photo,
    route: Route,
    carrier: Carrier,
    *,
    schedule: Schedule,
    monotonic: Callable[[], float] = time.monotonic,
) -> ProjectMetaFile:
    """Upload a meta file, unless the project has it, and wait until the service has looked into it.

    Upload it after the images: the names in it are translated to those that the service stored them under.

    Raises:
        UploadIncomplete: it did not go up, or the service cannot use it.
        DeadlineExceeded: the service takes too long to look into it.
    """
    found = api.meta_files.has(project, checksum=sha1_of(file))
    if found is None or not found.id or found.state in {UploadFileState.FAILED, UploadFileState.INVALID}:
        call = api.meta_files.upload_s3 if route.cloud == Cloud.S3 else api.meta_files.upload_minio
        ids: list[str] = []

        def address() -> str:
            signed = call(project, bucket=route.bucket, filename=file.name)
            if signed is None or not signed.url or signed.file is None or not signed.file.id:
                raise _no_address("uploadMetaFile")
            ids.append(signed.file.id)
            return signed.url

        carrier.carry(file, 0, file.size, address)
        file_id = ids[-1]
    else:
        file_id = found.id
    deadline = monotonic() + _META_PATIENCE + file.size / 2**20
    pause: float | None = None
    while True:
        meta = api.meta_files.get(project, file_id)
        if meta is not None and meta.state in {UploadFileState.FAILED, UploadFileState.INVALID}:
            reason = "; ".join(text for text in meta.error or () if text) or "the service gives no reason"
            raise UploadIncomplete(f"{file.name}: Altizure cannot use it: {reason}", failed={file.name: reason})
        if meta is not None and meta.state not in {None, UploadFileState.PENDING}:
            return meta  # whatever comes after Pending is as good as ready, as the official client sees it
        if monotonic() > deadline:
            raise DeadlineExceeded(f"{file.name}: sent, and Altizure has not looked into it yet")
        pause = schedule.pause(pause, None)
        carrier.sleep(pause)


# -------------------------------------------------------------------------------------------------------------- models


def parts_of(name: str, size: int) -> list[tuple[str, int, int]]:
    """Name, start and length of each piece that a model goes up in: one, or parts named ``NAME.part.N``.

    Numbers begin with 1 and have leading zeros, so that the parts sort as they follow each other.
    """
    if size <= _WHOLE:
        return [(name, 0, size)]
    count = -(-size // PART)
    digits = len(str(count))
    return [
        (f"{name}.part.{number:0{digits}}", start, min(PART, size - start))
        for number, start in enumerate(range(0, size, PART), 1)
    ]


def bring_up_model(api: AltizureGroups, project: str, file: Photo, route: Route, carrier: Carrier) -> Project:
    """Upload a zipped model, in parts if it is large, and have its conversion begin.

    Raises:
        UploadIncomplete: a part did not go up; nothing was begun.
    """
    pieces = parts_of(file.name, file.size)
    call = api.models.upload_s3 if route.cloud == Cloud.S3 else api.models.upload_minio

    def registered(name: str) -> Callable[[], str]:
        def address() -> str:
            signed = call(project, bucket=route.bucket, filename=name)
            if signed is None or not signed.url:
                raise _no_address("uploadModel")
            return signed.url

        return address

    for name, start, length in pieces:
        carrier.carry(file, start, length, registered(name))
    done = api.models.done_upload(project, merge=len(pieces) > 1)
    if done is None:
        raise _no_address("doneModelUpload")
    return done


def _no_address(operation: str) -> ServerError:
    return ServerError(
        f"Altizure's answer to {operation} is not whole", service="altizure", status=200, operation=operation
    )
