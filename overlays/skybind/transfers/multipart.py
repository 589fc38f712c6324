"""Large files in parts, on from the last part that arrived, in this process or in another.

What has arrived is kept by a :class:`PartRecord`. Without one, parts that nobody will complete are given up at once,
since they are paid for; with one they stay where they are until the file goes on, or has changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

import attrs

from skybind.transfers.photos import Photo
from skybind.transfers.refusing import Cancelled, Refusal, RefusalKind, refusal_of, xml_text
from skybind.wire.bulk import BulkAnswer, BulkFault

__all__ = ["MOST_PARTS", "PART", "Begun", "Object", "PartRecord", "send_in_parts"]

PART = 32 * 1024 * 1024
MOST_PARTS = 10_000  # both dialects
_TRIES = 4
_LONGEST_PAUSE = 10.0  # seconds between two tries of a part
_PATIENCE = 120.0  # seconds; longest pause that a store may ask for
_PASSING = frozenset({RefusalKind.CORRUPT, RefusalKind.SKEW, RefusalKind.BUSY})


@attrs.frozen
class Begun:
    """A file of which parts have arrived.

    Attributes:
        bucket: Endpoint and name of the bucket.
        key: Of the object.
        upload: The store's id of the upload.
        part: Bytes of each part but the last.
        size: Bytes of the file then.
        mtime_ns: Time of its last change then.
        etags: By number, from 1, of the parts that have arrived.
    """

    bucket: str
    key: str
    upload: str
    part: int
    size: int
    mtime_ns: int
    etags: Mapping[int, str]


class PartRecord(Protocol):
    """Where it is kept what of large files has arrived. Called by several workers, each for its own file."""

    def find(self, name: str) -> Begun | None:
        """What has arrived of the file of this name."""
        ...

    def begin(self, name: str, begun: Begun) -> None:
        """An upload has begun; takes the place of what was known of the file."""
        ...

    def arrived(self, name: str, number: int, etag: str) -> None:
        """A part has arrived."""
        ...

    def forget(self, name: str) -> None:
        """The file is complete, or given up."""
        ...


class Object(Protocol):
    """An object that is being written."""

    @property
    def place(self) -> tuple[str, str]:
        """Bucket and key."""
        ...

    def call(
        self,
        method: str,
        query: Mapping[str, str],
        body: bytes = b"",
        headers: Mapping[str, str] = {},
        *,
        key: str | None = None,
    ) -> BulkAnswer:
        """A small request about it, or about the object of another key in the bucket. Raises Refusal, BulkFault."""
        ...

    def send(self, photo: Photo, start: int, length: int, query: Mapping[str, str]) -> tuple[BulkAnswer, bool]:
        """Send a piece of a file, and say whether digests were compared."""
        ...

    def moved(self, count: int) -> None:
        """Bytes that need not be sent, or must be sent again, if negative."""
        ...

    def pause(self, seconds: float) -> None:
        """Wait. Raises Cancelled."""
        ...


def send_in_parts(
    target: Object, photo: Photo, headers: Mapping[str, str], record: PartRecord | None
) -> tuple[str, bool]:
    """Send a file in parts; returns its ETag, and whether the digest of each part that went now was compared.

    Args:
        target: Where it goes.
        photo: What to send.
        headers: Of the object.
        record: What has arrived of large files; None keeps nothing.

    Raises:
        PhotoError, Refusal, BulkFault, Cancelled: as the parts raise it.
    """
    begun = _known(target, photo, record) or _begin(target, photo, headers, record)
    counted = 0
    try:
        etags, verified = dict(begun.etags), True
        for number, start, length in _parts(photo.size, begun.part):
            if number in etags:
                target.moved(length)
            else:
                query = {"partNumber": str(number), "uploadId": begun.upload}
                answer, agrees = _insisting(target, lambda q=query, s=start, n=length: target.send(photo, s, n, q))  # type: ignore[misc]
                etags[number] = answer.headers.get("etag", "").strip('"')
                verified = verified and agrees
                if record is not None:
                    record.arrived(photo.name, number, etags[number])
            counted += length
        etag = _complete(target, begun.upload, etags, photo)
    except BaseException as error:
        target.moved(-counted)
        gone = isinstance(error, Refusal) and error.code == "NoSuchUpload"
        final = isinstance(error, Refusal) and error.kind is RefusalKind.FINAL
        may_go_on = isinstance(error, (BulkFault, Refusal, Cancelled)) and not gone and not final
        if record is None or not may_go_on:
            _give_up(target, begun)
            if record is not None:
                record.forget(photo.name)
        raise
    if record is not None:
        record.forget(photo.name)
    return etag, verified


def _parts(size: int, part: int) -> Iterator[tuple[int, int, int]]:
    """Number, start and length."""
    for number, start in enumerate(range(0, size, part), 1):
        yield number, start, min(part, size - start)


def _known(target: Object, photo: Photo, record: PartRecord | None) -> Begun | None:
    """An upload of this file that can go on. One that cannot is given up."""
    begun = record.find(photo.name) if record is not None else None
    if begun is None:
        return None
    if (begun.bucket, begun.key) == target.place and (begun.size, begun.mtime_ns) == (photo.size, photo.mtime_ns):
        return begun
    if begun.bucket == target.place[0]:
        _give_up(target, begun)
    return None


def _begin(target: Object, photo: Photo, headers: Mapping[str, str], record: PartRecord | None) -> Begun:
    upload = xml_text(target.call("POST", {"uploads": ""}, headers=headers).body, "UploadId")
    part = max(PART, -(-photo.size // MOST_PARTS))
    begun = Begun(*target.place, upload, part, photo.size, photo.mtime_ns, {})
    if record is not None:
        record.begin(photo.name, begun)
    return begun


def _give_up(target: Object, begun: Begun) -> None:
    with contextlib.suppress(Refusal, BulkFault):
        target.call("DELETE", {"uploadId": begun.upload}, key=begun.key)


def _insisting(target: Object, send: Callable[[], tuple[BulkAnswer, bool]]) -> tuple[BulkAnswer, bool]:
    """A part that fails goes again, after a pause; the file's other parts are not the worse for it."""
    for attempt in range(1, _TRIES + 1):
        pause = random.uniform(0, min(_LONGEST_PAUSE, 0.25 * 2**attempt))  # noqa: S311 - jitter
        try:
            return send()
        except BulkFault:
            if attempt == _TRIES:
                raise
        except Refusal as refusal:
            if attempt == _TRIES or refusal.kind not in _PASSING or refusal.code == "NoSuchUpload":
                raise
            if refusal.retry_after is not None:
                pause = min(refusal.retry_after, _PATIENCE)
        target.pause(pause)
    raise AssertionError("unreachable")


def _complete(target: Object, upload: str, etags: Mapping[int, str], photo: Photo) -> str:
    listed = "".join(
        f'<Part><PartNumber>{n}</PartNumber><ETag>"{etag}"</ETag></Part>' for n, etag in sorted(etags.items())
    )
    text = f"<CompleteMultipartUpload>{listed}</CompleteMultipartUpload>".encode()
    try:
        answer = target.call("POST", {"uploadId": upload}, text, {"content-type": "application/xml"})
    except Refusal as refusal:
        etag = _completed_before(target, etags, photo) if refusal.code == "NoSuchUpload" else None
        if etag is None:
            raise
        return etag
    # S3 may answer 200 and put the error into the body, after having kept the connection alive with blanks.
    if b"<Error>" in answer.body:
        raise refusal_of(attrs.evolve(answer, status=500))
    return xml_text(answer.body, "ETag").strip('"')


def _completed_before(target: Object, etags: Mapping[int, str], photo: Photo) -> str | None:
    """The ETag of the whole object, if the upload is gone because an earlier answer that it was complete got lost."""
    try:
        expected = hashlib.md5(
            b"".join(bytes.fromhex(etag) for _, etag in sorted(etags.items())), usedforsecurity=False
        ).hexdigest()
        found = target.call("HEAD", {}).headers
    except (ValueError, Refusal, BulkFault):  # an ETag that is no MD5, or a store that does not tell
        return None
    etag = found.get("etag", "").strip('"')
    whole = etag.lower() == f"{expected}-{len(etags)}" and found.get("content-length") == str(photo.size)
    return etag if whole else None
