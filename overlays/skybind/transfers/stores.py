"""Object stores: where a file goes, how the request is signed, and whether what arrived is what was sent.

One file is one PUT, or a multipart upload above :data:`MULTIPART_ABOVE`. Signing happens when a request is about to
go, never earlier: credentials are short-lived and a slow uplink makes queues long.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Literal
from urllib.parse import urlsplit

import attrs

from skybind.errors import PhotoError
from skybind.transfers.digests import CRC32C, Crc32c, Crc64, Digest, Md5
from skybind.transfers.multipart import PartRecord, send_in_parts
from skybind.transfers.photos import Photo
from skybind.transfers.refusing import Cancelled, Refusal, RefusalKind, refusal_of
from skybind.transfers.signing import (
    StoreKeys,
    presign_oss,
    presign_s3,
    quoted_key,
    quoted_query,
    sign_oss,
    sign_s3,
)
from skybind.transfers.trailing import Way, trailed, trailed_length, trailing_headers
from skybind.wire.bulk import Bulk, BulkAnswer, BulkFault, Unreachable, is_local
from skybind.wire.clock import ServiceClock

__all__ = [
    "BLOCK",
    "MULTIPART_ABOVE",
    "Bucket",
    "Cancelled",
    "Dialect",
    "Receipt",
    "Refusal",
    "RefusalKind",
    "Sender",
    "StoreRequest",
    "put",
    "put_piece",
]

MULTIPART_ABOVE = 100 * 1000 * 1000
BLOCK = 512 * 1024  # bytes read at a time; blocks of 1 MiB take 9 MB more for eight photos, and no less time

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

    def link(self, keys: StoreKeys, key: str, now: float, lifetime: int) -> str:
        """A signed address from which an object can be read for so many seconds; holds a secret until then."""
        url, host, path = self.address(key, {})
        if self.dialect == "presigned":
            return url
        if self.dialect == "oss":
            resource = f"/{self.name}/{quoted_key(key)}"
            query = presign_oss(keys, "GET", resource, region=self.region, unix_seconds=now, lifetime=lifetime)
        else:
            query = presign_s3(keys, "GET", path, host=host, region=self.region, unix_seconds=now, lifetime=lifetime)
        return f"{url}?{query}"


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


@attrs.frozen
class Sender:
    """What sending a file needs beside the file.

    Attributes:
        bulk: The lean path.
        clock: Offsets of the stores' clocks.
        cancelled: Asked between blocks; True breaks off.
        moved: Told the bytes of each block, and minus what must be sent again.
        pause: Waits so many seconds, less if the upload shall end.
        parts: What has arrived of large files; None keeps nothing.
        ways: By host of an S3 store, how it gets the digest of the next file.
    """

    bulk: Bulk
    clock: ServiceClock
    cancelled: Callable[[], bool]
    moved: Callable[[int], None]
    pause: Callable[[float], object] = time.sleep
    parts: PartRecord | None = None
    ways: dict[str, Way] = attrs.field(factory=dict)


def _blocks(photo: Photo, start: int, length: int, sender: Sender) -> Iterator[bytes]:
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
                left -= len(block)
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


_AHEAD = frozenset({Way.HEADER_FIRST, Way.HEADER})
# Codes by which a store might refuse a header that it does not know; our assumption, none is known to.
_UNKNOWN_HEADER = frozenset({"InvalidArgument", "InvalidRequest", "NotImplemented", "UnsupportedHeader"})


def _may_be_for(way: Way, fault: Refusal | BulkFault) -> bool:
    """Whether the way of the digest may be what an attempt failed for."""
    if way is Way.TRAILER_FIRST:
        if isinstance(fault, Refusal):
            return fault.kind in {RefusalKind.FINAL, RefusalKind.CORRUPT}
        return not isinstance(fault, Unreachable)
    return way in _AHEAD and isinstance(fault, Refusal) and fault.code in _UNKNOWN_HEADER


@attrs.frozen
class StoreRequest:
    """Signed requests about one object; see :class:`skybind.transfers.multipart.Object`."""

    bucket: Bucket
    keys: StoreKeys
    key: str
    sender: Sender
    headers: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def place(self) -> tuple[str, str]:
        return f"{self.bucket.endpoint}/{self.bucket.name}", self.key

    def moved(self, count: int) -> None:
        self.sender.moved(count)

    def pause(self, seconds: float) -> None:
        self.sender.pause(seconds)
        if self.sender.cancelled():
            raise Cancelled

    def call(
        self,
        method: str,
        query: Mapping[str, str],
        body: bytes = b"",
        headers: Mapping[str, str] = {},
        *,
        key: str | None = None,
    ) -> BulkAnswer:
        return self._exchange(method, query, body, len(body), headers, key=key)

    def _exchange(
        self,
        method: str,
        query: Mapping[str, str],
        body: Callable[[], Iterator[bytes | memoryview]] | bytes,
        length: int,
        headers: Mapping[str, str],
        *,
        key: str | None = None,
    ) -> BulkAnswer:
        key = self.key if key is None else key
        host = self.bucket.address(key, query)[1]
        now = self.sender.clock.now(host)
        url, signed = self.bucket.signed(self.keys, method, key, query, headers, now)
        answer = self.sender.bulk.send(method, url, signed, body, length)
        if answer.status >= 300:
            refusal = refusal_of(answer)
            if refusal.kind is RefusalKind.SKEW:
                self.sender.clock.learn(host, answer.headers.get("date"))
            raise refusal
        return answer

    def send(self, photo: Photo, start: int, length: int, query: Mapping[str, str]) -> tuple[BulkAnswer, bool]:
        """Send a piece and compare digests; returns the answer and whether it could be compared."""
        host = self.bucket.address(self.key, query)[1]
        headers = {} if query else dict(self.headers)
        # Parts would have to be named with their digests when the upload is begun and when it is completed.
        asked = self.bucket.dialect == "s3" and not query
        way = self.sender.ways.get(host, Way.HEADER_FIRST) if asked else Way.ETAG
        if way.behind and any(name.lower() == "content-encoding" for name in headers):
            way = Way.HEADER
        untold = way is Way.TRAILER_FIRST
        if untold:
            self.sender.ways[host] = Way.HEADER  # for all others, until this one file has shown what comes of it
        make: Callable[[], Digest] = Crc64 if self.bucket.dialect == "oss" else Md5 if way is Way.ETAG else Crc32c
        digest: Digest = make()
        ahead = way in _AHEAD
        if ahead:
            digest = self._digested(digest, photo, start, length)
            headers[CRC32C] = digest.text
        elif way.behind:
            headers |= trailing_headers(length)
        sent = 0

        def blocks() -> Iterator[bytes]:
            nonlocal digest, sent
            self.moved(-sent)
            sent = 0
            if not ahead:
                digest = make()
            for block in _blocks(photo, start, length, self.sender):
                if not ahead:
                    digest.update(block)
                sent += len(block)
                self.moved(len(block))
                yield block

        def body() -> Iterator[bytes | memoryview]:
            return trailed(blocks(), length, lambda: digest.text) if way.behind else blocks()

        try:
            try:
                answer = self._exchange("PUT", query, body, trailed_length(length) if way.behind else length, headers)
            except (Refusal, BulkFault) as fault:
                if not _may_be_for(way, fault):
                    raise
                untold = self._learn(host, way, answered=False)
                if not isinstance(fault, Refusal):
                    raise
                raise Refusal(RefusalKind.CORRUPT, fault.words) from fault  # goes again, another way
            agrees = digest.agrees(answer.headers)
            if way is not Way.ETAG:
                untold = self._learn(host, way, answered=agrees is not None)
                if agrees is None and way.behind:
                    raise Refusal(RefusalKind.CORRUPT, "the store passed over the digest behind the bytes")
                if agrees is None:
                    agrees = self._digested(Md5(), photo, start, length).agrees(answer.headers)
            if agrees is False:
                raise Refusal(RefusalKind.CORRUPT, "the store's digest is not that of the file")
        except BaseException:
            self.moved(-sent)
            if untold:
                self.sender.ways[host] = Way.TRAILER_FIRST
            raise
        return answer, agrees is True

    def _learn(self, host: str, way: Way, *, answered: bool) -> Literal[False]:
        known = self.sender.ways.get(host, Way.HEADER_FIRST)
        if way is Way.TRAILER_FIRST or known is way:  # else another file has told more meanwhile
            self.sender.ways[host] = way.after(answered=answered)
        return False

    def _digested(self, digest: Digest, photo: Photo, start: int, length: int) -> Digest:
        for block in _blocks(photo, start, length, self.sender):
            digest.update(block)
        return digest


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
    request = StoreRequest(bucket, keys, key, sender, headers)
    if photo.size > MULTIPART_ABOVE and bucket.dialect != "presigned":
        return Receipt(*send_in_parts(request, photo, headers, sender.parts))
    answer, verified = request.send(photo, 0, photo.size, {})
    return Receipt(answer.headers.get("etag", "").strip('"'), verified)


def put_piece(
    photo: Photo, start: int, length: int, address: str, sender: Sender, *, headers: Mapping[str, str] = {}
) -> Receipt:
    """Send a piece of a file to a signed address, whole in itself, and check that it arrived.

    Raises what :func:`put` raises.
    """
    request = StoreRequest(Bucket("presigned", "", "", ""), StoreKeys("", ""), address, sender, headers)
    answer, verified = request.send(photo, start, length, {})
    return Receipt(answer.headers.get("etag", "").strip('"'), verified)
