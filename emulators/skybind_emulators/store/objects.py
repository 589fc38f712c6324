"""The store itself: buckets, objects, uploads under way, keys. The server and the other emulators share one."""

import hashlib
import random
import threading
import time
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from io import FileIO
from pathlib import Path

from attrs import define, field

from .access import UPLOAD_ACTIONS, Access
from .digests import composite, to_base64
from .incoming import Inbox, Incoming
from .listing import Page, page_of
from .presigning import presigned_url
from .records import Credential, Dialect, StoredObject
from .refusals import Refusal
from .uploads import Part, Upload, WantedPart, choose_parts

Condition = Callable[[StoredObject | None], None]
"""Looks at what the key holds now and refuses, if it must. Called while nobody else can change it."""

Objects = list[StoredObject]

DEFAULT_OSS_REGION = "cn-hangzhou"
DEFAULT_S3_REGION = "us-east-1"


@define
class Bucket:
    """A bucket; ``keys`` is sorted. Without a region any region in a signature is taken for the bucket's."""

    name: str
    oss_region: str | None = None
    s3_region: str | None = None
    objects: dict[str, StoredObject] = field(factory=dict)
    keys: list[str] = field(factory=list)
    uploads: dict[str, Upload] = field(factory=dict)


def _no_condition(_: StoredObject | None) -> None:
    return None


class ObjectStore:
    """An object store in a folder of its own.

    The bytes lie under ``root``, the index in memory: a new store does not see what an earlier one left there. File
    names are digests of the keys, so no key can reach out of ``root``. Safe for use from many threads.

    Args:
        root: Folder for the bytes; made if it is missing.
        seed: Makes key ids, secrets, tokens, upload and request ids repeatable.
        now: Unix seconds. Expiry of tokens and signed URLs, and modification times, go by it.
        wall: The clock that the dates of requests are held against, and that answers tell; by default ``now``. With a
            simulated ``now`` that jumps ahead, the real clock here keeps every client's date right.
    """

    def __init__(
        self,
        root: Path,
        *,
        seed: int = 1,
        now: Callable[[], float] = time.time,
        wall: Callable[[], float] | None = None,
    ) -> None:
        self.now = now
        self.wall = wall or now
        self.access = Access(seed, now)
        self.arrivals: Counter[str] = Counter()
        self._root = root
        self._inbox = Inbox(root / "incoming")
        self._lock = threading.RLock()
        self._buckets: dict[str, Bucket] = {}
        self._ids = random.Random(f"store-ids-{seed}")  # noqa: S311 - repeatable on purpose
        self._service_key = self.access.issue_service_key()
        self._put_arrivals: Counter[str] = Counter()
        self._commits: Counter[tuple[str, str]] = Counter()

    # --- buckets and keys ---

    def create_bucket(self, name: str, *, oss_region: str | None = None, s3_region: str | None = None) -> None:
        """Make an empty bucket; nothing happens if it exists.

        With a region given, signatures for another one are refused as on the real services; ``oss-cn-hangzhou`` and
        ``cn-hangzhou`` mean the same.
        """
        if not name or "/" in name:
            raise ValueError(f"not a bucket name: {name!r}")
        plain = oss_region.removeprefix("oss-") if oss_region else None
        with self._lock:
            self._buckets.setdefault(name, Bucket(name, plain, s3_region))

    def bucket(self, name: str) -> Bucket:
        """The bucket; raises Refusal ``NoSuchBucket``."""
        with self._lock:
            try:
                return self._buckets[name]
            except KeyError:
                raise Refusal("NoSuchBucket", BucketName=name) from None

    def issue(
        self, bucket: str, prefix: str, *, lifetime_s: float, actions: Collection[str] = UPLOAD_ACTIONS
    ) -> Credential:
        """Temporary keys for the keys of ``bucket`` that begin with ``prefix``.

        ``actions`` are of ``put``, ``get``, ``list``, ``multipart``, ``delete``. ``lifetime_s`` 0 gives keys that
        have expired already.
        """
        self.bucket(bucket)
        return self.access.issue(frozenset({bucket}), prefix, lifetime_s=lifetime_s, actions=frozenset(actions))

    def add_static(self, access_key_id: str, secret_access_key: str, buckets: Collection[str]) -> None:
        """Let keys without token or expiry do everything in ``buckets``."""
        self.access.add_static(access_key_id, secret_access_key, buckets)

    def presign_get(self, bucket: str, key: str, *, base_url: str, lifetime_s: float, dialect: Dialect) -> str:
        """A URL below ``base_url`` that downloads the object without keys.

        Whole seconds from 1 to 604800 (seven days); ValueError outside. The object need not exist yet.
        """
        home = self.bucket(bucket)
        return presigned_url(
            base_url,
            bucket,
            key,
            credential=self._service_key,
            dialect=dialect,
            region=(home.oss_region or DEFAULT_OSS_REGION)
            if dialect == "oss"
            else (home.s3_region or DEFAULT_S3_REGION),
            now=self.now(),
            lifetime_s=int(lifetime_s),
        )

    # --- counting ---

    def count_arrival(self, operation: str, key: str) -> None:
        """Note that a request came, whatever becomes of it."""
        with self._lock:
            self.arrivals[operation] += 1
            if operation == "put":
                self._put_arrivals[key] += 1

    def arrivals_of(self, key: str) -> int:
        """How many PUTs for ``key`` came over the wire, also those that were refused or broke off."""
        with self._lock:
            return self._put_arrivals[key]

    def commits_of(self, bucket: str, key: str) -> int:
        """How many times the key got new content, by PUT, by a completed upload or from inside."""
        with self._lock:
            return self._commits[bucket, key]

    def new_id(self, length: int) -> str:
        """Upper-case hex digits for request and upload ids."""
        with self._lock:
            return f"{self._ids.getrandbits(length * 4):0{length}X}"

    # --- objects ---

    def head(self, bucket: str, key: str) -> StoredObject | None:
        """The object, or None. Raises Refusal ``NoSuchBucket``."""
        with self._lock:
            return self.bucket(bucket).objects.get(key)

    def open(self, bucket: str, key: str) -> tuple[StoredObject, FileIO] | None:
        """The object and its bytes; they stay the same though the key be overwritten meanwhile."""
        with self._lock:
            stored = self.head(bucket, key)
            return None if stored is None else (stored, stored.path.open("rb", buffering=0))

    def put(self, bucket: str, key: str, source: Path | bytes) -> StoredObject:
        """Store a file's bytes, or these bytes, from inside the process."""
        with self.receive() as incoming:
            if isinstance(source, Path):
                with source.open("rb", buffering=0) as file:
                    incoming.append(file)
            else:
                incoming.write(memoryview(source))
            return self.commit(incoming, bucket, key)

    def copy(self, bucket: str, key: str, to_key: str, *, to_bucket: str | None = None) -> StoredObject:
        """Store the object under another key as well. KeyError if there is none."""
        found = self.open(bucket, key)
        if found is None:
            raise KeyError(key)
        stored, file = found
        with file, self.receive() as incoming:
            incoming.append(file)
            return self.commit(incoming, to_bucket or bucket, to_key, headers=stored.headers)

    def delete(self, bucket: str, key: str) -> bool:
        """Remove the object; False if there was none."""
        with self._lock:
            home = self.bucket(bucket)
            stored = home.objects.pop(key, None)
            if stored is None:
                return False
            del home.keys[bisect_left(home.keys, key)]
            stored.path.unlink()
            return True

    def list(self, bucket: str, prefix: str = "") -> Objects:
        """All objects whose key begins with ``prefix``, sorted by key."""
        with self._lock:
            home = self.bucket(bucket)
            return [home.objects[key] for key in page_of(home.keys, prefix=prefix, limit=len(home.keys)).keys]

    def page(
        self, bucket: str, *, prefix: str, delimiter: str, after: str, limit: int
    ) -> tuple[Page, Sequence[StoredObject]]:
        """One page of a listing and the objects on it; see `page_of`."""
        with self._lock:
            home = self.bucket(bucket)
            page = page_of(home.keys, prefix=prefix, delimiter=delimiter, after=after, limit=limit)
            return page, [home.objects[key] for key in page.keys]

    def receive(self, algorithms: Collection[str] = ()) -> Incoming:
        """A temporary file for a body, to be used as a context manager."""
        return self._inbox.open(algorithms)

    def commit(
        self,
        incoming: Incoming,
        bucket: str,
        key: str,
        *,
        headers: Mapping[str, str] | None = None,
        checksums: Mapping[str, str] | None = None,
        etag: str | None = None,
        condition: Condition = _no_condition,
    ) -> StoredObject:
        """Make a whole body the object ``key``; ``condition`` may refuse. ``etag`` is for objects made from parts."""
        name = hashlib.sha256(f"{bucket}\0{key}".encode("utf-8", "surrogateescape")).hexdigest()
        path = self._root / "objects" / name[:2] / name
        with self._lock:
            home = self.bucket(bucket)
            existing = home.objects.get(key)
            condition(existing)
            incoming.keep_as(path)
            stored = StoredObject(
                bucket=bucket,
                key=key,
                size=incoming.fingerprint.size,
                etag=etag or incoming.fingerprint.md5.hex(),
                crc64=incoming.fingerprint.crc64,
                last_modified=self.now(),
                path=path,
                headers=dict(headers or {}),
                checksums=dict(checksums or {}),
            )
            home.objects[key] = stored
            if existing is None:
                insort(home.keys, key)
            self._commits[bucket, key] += 1
            return stored

    # --- multipart uploads ---

    def initiate(
        self,
        bucket: str,
        key: str,
        *,
        headers: Mapping[str, str],
        algorithm: str | None = None,
        full_object: bool = False,
    ) -> Upload:
        """Begin an upload."""
        with self._lock:
            upload = Upload(self.new_id(32), bucket, key, self.now(), dict(headers), algorithm, full_object)
            self.bucket(bucket).uploads[upload.upload_id] = upload
            return upload

    def upload(self, bucket: str, key: str, upload_id: str) -> Upload:
        """An upload under way; raises Refusal ``NoSuchUpload``, also if it is one of another key."""
        with self._lock:
            upload = self.bucket(bucket).uploads.get(upload_id)
            if upload is None or upload.key != key:
                raise Refusal("NoSuchUpload", UploadId=upload_id)
            return upload

    def uploads(self, bucket: str, prefix: str = "") -> Sequence[Upload]:
        """Uploads under way, by key and then by their beginning."""
        with self._lock:
            found = [upload for upload in self.bucket(bucket).uploads.values() if upload.key.startswith(prefix)]
            return sorted(found, key=lambda upload: (upload.key, upload.initiated, upload.upload_id))

    def add_part(self, incoming: Incoming, upload: Upload, number: int) -> Part:
        """Keep a whole body as a part, in place of an earlier one with its number."""
        path = self._root / "parts" / upload.upload_id / str(number)
        fingerprint = incoming.fingerprint
        with self._lock:
            self.upload(upload.bucket, upload.key, upload.upload_id)  # it may be gone by now
            incoming.keep_as(path)
            checksum = fingerprint.checksum(upload.algorithm) if upload.algorithm else None
            part = Part(number, fingerprint.size, fingerprint.md5.hex(), path, self.now(), checksum)
            upload.parts[number] = part
            return part

    def complete(
        self,
        bucket: str,
        key: str,
        upload_id: str,
        wanted: Sequence[WantedPart],
        *,
        min_part_size: int,
        condition: Condition = _no_condition,
    ) -> StoredObject:
        """Make one object of the parts. Whoever completes or aborts the same upload meanwhile finds it gone."""
        with self._lock:
            upload = self.upload(bucket, key, upload_id)
            parts = choose_parts(upload, wanted, min_part_size)
            condition(self.head(bucket, key))
            del self.bucket(bucket).uploads[upload_id]
        try:
            stored = self._assemble(upload, parts, condition)
        except BaseException:
            with self._lock:
                self.bucket(bucket).uploads[upload_id] = upload
            raise
        self._discard_parts(upload)
        return stored

    def abort(self, bucket: str, key: str, upload_id: str) -> None:
        """Forget an upload and its parts; raises Refusal ``NoSuchUpload``."""
        with self._lock:
            upload = self.upload(bucket, key, upload_id)
            del self.bucket(bucket).uploads[upload_id]
            self._discard_parts(upload)

    def _assemble(self, upload: Upload, parts: Sequence[Part], condition: Condition) -> StoredObject:
        algorithm = upload.algorithm
        with self.receive({algorithm} if algorithm and upload.full_object else ()) as incoming:
            for part in parts:
                with part.path.open("rb", buffering=0) as file:
                    incoming.append(file)
            checksums: dict[str, str] = {}
            if algorithm and upload.full_object:
                checksums[algorithm] = to_base64(incoming.fingerprint.checksum(algorithm))
            elif algorithm:
                checksums[algorithm] = composite(algorithm, [part.checksum or b"" for part in parts])
            md5s = b"".join(bytes.fromhex(part.md5) for part in parts)
            etag = f"{hashlib.md5(md5s, usedforsecurity=False).hexdigest()}-{len(parts)}"
            return self.commit(
                incoming,
                upload.bucket,
                upload.key,
                headers=upload.headers,
                checksums=checksums,
                etag=etag,
                condition=condition,
            )

    def _discard_parts(self, upload: Upload) -> None:
        folder = self._root / "parts" / upload.upload_id
        for part in upload.parts.values():
            part.path.unlink(missing_ok=True)
        if folder.exists():
            folder.rmdir()
