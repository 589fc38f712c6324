"""What the store keeps, hands out and reports."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from attrs import field, frozen

Dialect = Literal["oss", "s3"]

MIN_PART_SIZE: Mapping[Dialect, int] = {"oss": 100 * 1024, "s3": 5 * 1024 * 1024}
"""Bytes that every part but the last must have."""

MAX_OBJECT_SIZE = 5 * 1024**3
"""Bytes that one PUT may carry, on both services."""

MAX_PARTS = 10_000


@frozen
class Credential:
    """Keys for requests; ``session_token`` is empty for keys that do not expire.

    ``expires_at`` is in Unix seconds of the store's clock.
    """

    access_key_id: str
    secret_access_key: str = field(repr=False)
    session_token: str = field(repr=False, default="")
    expires_at: float = float("inf")


@frozen
class StoredObject:
    """One object as it lies in the store.

    ``etag`` is the MD5 in lower-case hex, or ``<hex>-<parts>`` after a multipart upload; both without quotes.
    ``crc64`` is CRC-64/XZ, which OSS names ECMA. ``last_modified`` is in Unix seconds of the store's clock.
    ``headers`` are those that the uploader asked to have back, with user metadata under ``meta-<name>``.
    ``checksums`` maps an S3 checksum algorithm (``crc32``) to its base64 value, with ``-<parts>`` when composite.
    ``path`` holds the bytes: it stays while the key exists and changes its content when the key is overwritten.
    """

    bucket: str
    key: str
    size: int
    etag: str
    crc64: int
    last_modified: float
    path: Path
    headers: Mapping[str, str] = field(factory=dict)
    checksums: Mapping[str, str] = field(factory=dict)

    @property
    def multipart(self) -> bool:
        """Whether the object was put together from parts."""
        return "-" in self.etag


@frozen
class Exchange:
    """One line of the request log; it holds no signature, no token and no secret.

    ``target`` is path and query with such values masked. ``status`` is None when the connection was cut before an
    answer began. ``code`` is the service's error code, ``fault`` the kind of the fault that struck, if any.
    ``received`` and ``sent`` count the body bytes that went over the wire.
    """

    at: float
    dialect: Dialect
    operation: str
    method: str
    target: str
    bucket: str
    key: str
    status: int | None
    code: str | None
    request_id: str
    access_key_id: str | None
    received: int
    sent: int
    fault: str | None
