"""What TerraAPI needs of an object store."""

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
    def size(self) -> int:
        """Bytes."""

    @property
    def etag(self) -> str:
        """MD5 in hex, or ``<hex>-N`` for an object of N parts."""

    @property
    def path(self) -> Path:
        """The bytes, on disk."""


class Storage(Protocol):
    """An object store, seen from inside the service."""

    def issue(self, bucket: str, prefix: str, *, lifetime_s: float) -> Credential:
        """Make keys that may write and read under the prefix."""

    def head(self, bucket: str, key: str) -> StoredObject | None:
        """The object, or None."""

    def put(self, bucket: str, key: str, source: Path | bytes) -> StoredObject:
        """Write an object."""

    def delete(self, bucket: str, key: str) -> object:
        """Remove an object."""

    def presign_get(
        self, bucket: str, key: str, *, base_url: str, lifetime_s: float, dialect: Literal["oss", "s3"]
    ) -> str:
        """A signed download link."""
