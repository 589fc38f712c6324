"""What the services need of an object store."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal, Protocol


class Credential(Protocol):
    """Temporary keys for one prefix of one bucket."""

    @property
    def access_key_id(self) -> str:
        """Temporary access key."""

    @property
    def secret_access_key(self) -> str:
        """Temporary secret."""

    @property
    def session_token(self) -> str:
        """Token that goes with the key."""

    @property
    def expires_at(self) -> float:
        """End of validity, Unix seconds."""


class StoredObject(Protocol):
    """An object that lies in the store."""

    @property
    def key(self) -> str:
        """Its key."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def etag(self) -> str:
        """MD5 in hex, or ``<hex>-N`` for an object of N parts."""

    @property
    def path(self) -> Path:
        """The bytes, on disk."""


class Storage(Protocol):
    """An object store, seen from inside a service."""

    def create_bucket(self, name: str) -> None:
        """Make a bucket, unless it is there."""

    def add_static(self, access_key_id: str, secret_access_key: str, buckets: Collection[str]) -> None:
        """Let keys do everything in some buckets."""

    def issue(self, bucket: str, prefix: str, *, lifetime_s: float) -> Credential:
        """Make keys that may write and read under the prefix."""

    def head(self, bucket: str, key: str) -> StoredObject | None:
        """The object, or None."""

    def put(self, bucket: str, key: str, source: Path | bytes) -> StoredObject:
        """Write an object."""

    def delete(self, bucket: str, key: str) -> object:
        """Remove an object."""

    def list(self, bucket: str, prefix: str = "") -> Sequence[StoredObject]:
        """All objects whose key begins with the prefix, sorted by key."""

    def presign_get(
        self, bucket: str, key: str, *, base_url: str, lifetime_s: float, dialect: Literal["oss", "s3"]
    ) -> str:
        """A signed download link."""
