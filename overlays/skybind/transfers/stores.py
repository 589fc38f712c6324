"""Object stores: where a file goes, how the request is signed, and whether what arrived is what was sent.

One file is one PUT, or a multipart upload above :data:`MULTIPART_ABOVE`. Signing happens when a request is about to
go, never earlier: credentials are short-lived and a slow uplink makes queues long.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Literal, Protocol
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import attrs
from fastcrc import crc64

from skybind.errors import PhotoError
from skybind.transfers.photos import Photo
from skybind.transfers.signing import StoreKeys, quoted_key, quoted_query, sign_oss, sign_s3
from skybind.wire.bulk import BLOCK, Bulk, BulkAnswer, BulkFault, is_local
from skybind.wire.clock import ServiceClock

__all__ = ["MULTIPART_ABOVE", "Bucket", "Dialect", "Receipt", "Refusal", "RefusalKind", "Sender", "put", "put_piece"]

MULTIPART_ABOVE = 100 * 1000 * 1000
PART = 32 * 1024 * 1024
_MOST_PARTS = 10_000  # both dialects

Dialect = Literal["oss", "s3", "presigned"]


@attrs.frozen
class Bucket:
    """A bucket at an endpoint.

    Attributes:
        dialect: ``oss`` or ``s3``; OBS speaks ``s3``. ``presigned`` is any store that takes a PUT at a
            signed address; that address stands in place of the object's key.
        endpoint: ``https://oss-cn-hangzhou.aliyuncs.com``.
        name: The bucket.
        region: Signing region, ``cn-hangzhou``.
    """

    dialect: Dialect
    endpoint: str
    name: str
    region: str

    def address(self, key: str, query: Mapping[str, str]) -> tuple[str, str, str]:
        """URL, Host header, and path of an object: ``bucket.host`` as the clouds want it, a path on loopback."""
        if self.dialect == "presigned":
            parts = urlsplit(key)
            return key, parts.netloc, parts.path
        parts = urlsplit(self.endpoint)
        path_style = is_local(parts.hostname or "")
        host = parts.netloc if path_style else f"{self.name}.{parts.netloc}"
        path = f"/{self.name}/{quoted_key(key)}" if path_style else f"/{quoted_key(key)}"
        text = quoted_query(query, bare=self.dialect == "oss")
        return f"{parts.scheme}://{host}{path}{'?' + text if text else ''}", host, path

    def signed(
        self, keys: StoreKeys, method: str, key: str, query: Mapping[str, str], headers: Mapping[str, str], now: float
    ) -> tuple[str, dict[str, str]]:
        """URL and headers of a request, signed for the moment ``now`` (the store's Unix seconds)."""
        url, host, path = self.address(key, query)
        if self.dialect == "presigned":
            return url, {"host": host, **headers}
        if self.dialect == "oss":
            resource = f"/{self.name}/{quoted_key(key)}"
            signed = sign_oss(keys, method, resource, query, headers, host=host, region=self.region, unix_seconds=now)
        else:
            signed = sign_s3(keys, method, path, query, headers, host=host, region=self.region, unix_seconds=now)
        return url, signed


class RefusalKind(Enum):
    """What a store's refusal asks of us."""

    CREDENTIALS = "new credentials are needed"
    SKEW = "our clock is off"
    BUSY = "try again later"
    CORRUPT = "what arrived is not what was sent"
    FINAL = "trying again will not help"


class Refusal(Exception):
    """A store said no. Never leaves the transfer room."""

    def __init__(self, kind: RefusalKind, words: str, *, retry_after: float | None = None) -> None:
        super().__init__(words)
        self.kind = kind
        self.words = words
        self.retry_after = retry_after


# Names differ by vendor and, for one vendor, by documentation and practice; what they ask of us does not.
_CREDENTIAL_CODES = frozenset(
    {"ExpiredToken", "InvalidToken", "InvalidTokenId", "TokenRefreshRequired", "InvalidAccessKeyId",
     "SecurityTokenExpired", "AccessKeyIdAndSecurityTokenNotMatch", "InvalidSecurityToken", "SecurityTokenNotSupported"}
)  # fmt: skip
_SKEW_CODES = frozenset({"RequestTimeTooSkewed", "RequestTimeTooSkew", "AccessDenied.RequestTimeTooSkewed"})
_CORRUPT_CODES = frozenset({"BadDigest", "InvalidDigest", "XAmzContentChecksumMismatch", "IncompleteBody"})
# NoSuchUpload: the answer to a completion was lost, and the upload was completed again. The file goes anew.
_BUSY_CODES = frozenset(
    {"SlowDown", "RequestTimeout", "InternalError", "ServiceUnavailable", "OperationAborted", "NoSuchUpload"}
)


def _refusal(answer: BulkAnswer) -> Refusal:
    code, message = "", ""
    try:
        root = ET.fromstring(answer.body)  # noqa: S314 - expat refuses external entities; the store is authenticated
        code = next((e.text or "" for e in root.iter() if e.tag.rpartition("}")[2] == "Code"), "")
        message = next((e.text or "" for e in root.iter() if e.tag.rpartition("}")[2] == "Message"), "")
    except ET.ParseError:
        pass
    words = f"HTTP {answer.status} {code}: {message[:120]}".rstrip(": ")
    retry_after = answer.headers.get("retry-after", "")
    seconds = float(retry_after) if re.fullmatch(r"\d+(\.\d+)?", retry_after) else None
    if code in _CREDENTIAL_CODES or (code == "AccessDenied" and "expired" in message.lower()):  # a signed address
        kind = RefusalKind.CREDENTIALS
    elif code in _SKEW_CODES:
        kind = RefusalKind.SKEW
    elif code in _CORRUPT_CODES:
        kind = RefusalKind.CORRUPT
    elif code in _BUSY_CODES or answer.status in {408, 429, 500, 502, 503, 504}:
        kind = RefusalKind.BUSY
    else:
        kind = RefusalKind.FINAL
    return Refusal(kind, words, retry_after=seconds)


@attrs.frozen
class Receipt:
    """A file lies in the store.

    Attributes:
        etag: As the store answered, without quotes.
        verified: Whether a digest of what was sent equals the store's. False only where the store gave none that
            can be compared (an S3 bucket with its own encryption keys).
    """

    etag: str
    verified: bool


class _Digest(Protocol):
    def update(self, block: bytes) -> None: ...
    def agrees(self, headers: Mapping[str, str]) -> bool | None:
        """Whether the store's digest equals ours; None if it gave none that can be compared."""
        ...


class _Crc64:
    """OSS answers the CRC-64/XZ of an object or part."""

    def __init__(self) -> None:
        self._value: int = crc64.xz(b"")

    def update(self, block: bytes) -> None:
        self._value = crc64.xz(block, self._value)

    def agrees(self, headers: Mapping[str, str]) -> bool | None:
        theirs = headers.get("x-oss-hash-crc64ecma")
        return None if theirs is None else theirs == str(self._value)


class _Md5:
    """S3 answers the MD5 of an object or part as its ETag, unless the bucket has its own encryption keys."""

    def __init__(self) -> None:
        self._hash = hashlib.md5(usedforsecurity=False)

    def update(self, block: bytes) -> None:
        self._hash.update(block)

    def agrees(self, headers: Mapping[str, str]) -> bool | None:
        theirs = headers.get("etag", "").strip('"').lower()
        if headers.get("x-amz-server-side-encryption", "").startswith("aws:kms") or not re.fullmatch(
            r"[0-9a-f]{32}", theirs
        ):
            return None
        return theirs == self._hash.hexdigest()


@attrs.frozen
class Sender:
    """What sending a file needs beside the file.

    Attributes:
        bulk: The lean path.
        clock: Offsets of the stores' clocks.
        cancelled: Asked between blocks; True breaks off.
        moved: Told the bytes of each block, and minus what must be sent again.
    """

    bulk: Bulk
    clock: ServiceClock
    cancelled: Callable[[], bool]
    moved: Callable[[int], None]


class Cancelled(Exception):
    """The caller does not want the file any more. Never leaves the transfer room."""


def _blocks(photo: Photo, start: int, length: int, digest: _Digest, sender: Sender) -> Iterator[bytes]:
    """The bytes of a photo, as long as it is the photo that was planned."""
    left = length
    try:
        with photo.path.open("rb", buffering=0) as file:
            file.seek(start)
            while left:
                if sender.cancelled():
                    raise Cancelled
                block = file.read(min(BLOCK, left))
                if not block:
                    raise _changed(photo)
                digest.update(block)
                left -= len(block)
                sender.moved(len(block))
                yield block
            stat = os.fstat(file.fileno())
    except OSError as error:
        raise PhotoError(f"{photo.path}: cannot be read: {error.strerror}") from error
    if (stat.st_size, stat.st_mtime_ns) != (photo.size, photo.mtime_ns):
        raise _changed(photo)


def _changed(photo: Photo) -> PhotoError:
    return PhotoError(
        f"{photo.path}: changed while it was read", advice="Wait until it is copied, then run the same command again."
    )


@attrs.define
class _Request:
    bucket: Bucket
    keys: StoreKeys
    key: str
    sender: Sender
    headers: Mapping[str, str] = attrs.field(factory=dict)

    def call(
        self,
        method: str,
        query: Mapping[str, str],
        body: Callable[[], Iterator[bytes]] | bytes = b"",
        length: int = 0,
        headers: Mapping[str, str] = {},
    ) -> BulkAnswer:
        host = self.bucket.address(self.key, query)[1]
        now = self.sender.clock.now(host)
        url, signed = self.bucket.signed(self.keys, method, self.key, query, headers, now)
        answer = self.sender.bulk.send(method, url, signed, body, length)
        if answer.status >= 300:
            refusal = _refusal(answer)
            if refusal.kind is RefusalKind.SKEW:
                self.sender.clock.learn(host, answer.headers.get("date"))
            raise refusal
        return answer

    def send(self, photo: Photo, start: int, length: int, query: Mapping[str, str]) -> tuple[BulkAnswer, bool]:
        """Send a piece and compare digests; returns the answer and whether it could be compared."""
        digest: _Digest
        sent = 0

        def moved(count: int) -> None:
            nonlocal sent
            sent += count
            self.sender.moved(count)

        counting = attrs.evolve(self.sender, moved=moved)

        def body() -> Iterator[bytes]:
            nonlocal digest, sent
            self.sender.moved(-sent)
            sent = 0
            digest = _Crc64() if self.bucket.dialect == "oss" else _Md5()
            yield from _blocks(photo, start, length, digest, counting)

        try:
            answer = self.call("PUT", query, body, length, {} if query else self.headers)
            agrees = digest.agrees(answer.headers)
            if agrees is False:
                raise Refusal(RefusalKind.CORRUPT, "the store's digest is not that of the file")
        except BaseException:
            self.sender.moved(-sent)
            raise
        return answer, agrees is True

    # -------------------------------------------------------------------------------------------- multipart

    def multipart(self, photo: Photo) -> Receipt:
        upload = _xml_text(self.call("POST", {"uploads": ""}, headers=self.headers).body, "UploadId")
        told = self.sender.moved
        sent = 0

        def moved(count: int) -> None:
            nonlocal sent
            sent += count
            told(count)

        self.sender = attrs.evolve(self.sender, moved=moved)
        try:
            return self._parts(photo, upload)
        except BaseException:
            told(-sent)
            with contextlib.suppress(Refusal, BulkFault):  # parts that nobody completes are paid for
                self.call("DELETE", {"uploadId": upload})
            raise

    def _parts(self, photo: Photo, upload: str) -> Receipt:
        size = max(PART, -(-photo.size // _MOST_PARTS))
        etags: list[str] = []
        verified = True
        for number, start in enumerate(range(0, photo.size, size), 1):
            query = {"partNumber": str(number), "uploadId": upload}
            answer, agrees = self._part(photo, start, min(size, photo.size - start), query)
            etags.append(answer.headers.get("etag", "").strip('"'))
            verified = verified and agrees
        listed = "".join(
            f'<Part><PartNumber>{n}</PartNumber><ETag>"{etag}"</ETag></Part>' for n, etag in enumerate(etags, 1)
        )
        text = f"<CompleteMultipartUpload>{listed}</CompleteMultipartUpload>".encode()
        answer = self.call("POST", {"uploadId": upload}, text, len(text), {"content-type": "application/xml"})
        # S3 may answer 200 and put the error into the body, after having kept the connection alive with blanks.
        if b"<Error>" in answer.body:
            raise _refusal(attrs.evolve(answer, status=500))
        return Receipt(_xml_text(answer.body, "ETag").strip('"'), verified)

    def _part(self, photo: Photo, start: int, length: int, query: Mapping[str, str]) -> tuple[BulkAnswer, bool]:
        tries = 4
        for attempt in range(1, tries + 1):
            try:
                return self.send(photo, start, length, query)
            except BulkFault:
                if attempt == tries:
                    raise
            except Refusal as refusal:
                if attempt == tries or refusal.kind not in {RefusalKind.CORRUPT, RefusalKind.SKEW, RefusalKind.BUSY}:
                    raise
        raise AssertionError("unreachable")


def _xml_text(body: bytes, tag: str) -> str:
    try:
        root = ET.fromstring(body)  # noqa: S314 - as above
    except ET.ParseError:
        raise Refusal(RefusalKind.BUSY, f"the store's answer is not XML: {body[:60]!r}") from None
    for element in root.iter():
        if element.tag.rpartition("}")[2] == tag:
            return element.text or ""
    raise Refusal(RefusalKind.BUSY, f"the store's answer has no {tag}")


def put(
    photo: Photo, bucket: Bucket, keys: StoreKeys, key: str, sender: Sender, *, headers: Mapping[str, str] = {}
) -> Receipt:
    """Send one photo, whole, and check that it arrived.

    Args:
        photo: What to send.
        bucket: Where.
        keys: With what; not used by a presigned bucket.
        key: Under which name, or to which signed address.
        sender: The way there.
        headers: Of the object, ``content-type`` for example.

    Raises:
        PhotoError: it cannot be read, or is not what was planned any more.
        Refusal, BulkFault, Cancelled: for the engine, which decides whether to try again.
    """
    request = _Request(bucket, keys, key, sender, headers)
    if photo.size > MULTIPART_ABOVE and bucket.dialect != "presigned":
        return request.multipart(photo)
    answer, verified = request.send(photo, 0, photo.size, {})
    return Receipt(answer.headers.get("etag", "").strip('"'), verified)


def put_piece(
    photo: Photo, start: int, length: int, address: str, sender: Sender, *, headers: Mapping[str, str] = {}
) -> Receipt:
    """Send a piece of a file to a signed address, whole in itself, and check that it arrived.

    Raises what :func:`put` raises.
    """
    request = _Request(Bucket("presigned", "", "", ""), StoreKeys("", ""), address, sender, headers)
    answer, verified = request.send(photo, start, length, {})
    return Receipt(answer.headers.get("etag", "").strip('"'), verified)
