"""What the real-scene 3D half needs of an object store, and where in it things lie."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from attrs import frozen

# Names are our assumption; the manual's example is obs://real3d/real3d/xxx. What users upload lies in a bucket of its
# own, because users get keys for it and for nothing else.
BUCKET = "koomap-real3d"
UPLOAD_BUCKET = "koomap-real3d-uploads"


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
        """Changes with the content."""

    @property
    def path(self) -> Path:
        """The bytes, on disk."""


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


class Storage(Protocol):
    """An object store, seen from inside the service."""

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


@frozen
class Vault:
    """The part of a bucket that belongs to one account. Its layout is our assumption."""

    store: Storage
    domain_id: str
    bucket: str = BUCKET

    @property
    def root(self) -> str:
        """What all keys of the account begin with."""
        return f"real3d/{self.domain_id}/"

    def folder(self, name: str) -> str:
        """Prefix of a photo folder."""
        return f"{self.root}folders/{name}/"

    def triangulation(self, task_id: str) -> str:
        """Prefix of the aerial triangulation of a task."""
        return f"{self.root}triangulations/{task_id}/"

    def marker_file(self, task_id: str) -> str:
        """Key of the marker file of a task."""
        return f"{self.root}markers/{task_id}/markerinfo.json"

    def model(self, subtask_id: str) -> str:
        """Prefix of the data that are uploaded for a refine subtask."""
        return f"{self.root}models/{subtask_id}/"

    def product(self, product_id: str) -> str:
        """Prefix of the files of a product."""
        return f"{self.root}products/{product_id}/"

    def head(self, key: str) -> StoredObject | None:
        """The object, or None."""
        return self.store.head(self.bucket, key)

    def put(self, key: str, source: Path | bytes) -> StoredObject:
        """Write an object."""
        return self.store.put(self.bucket, key, source)

    def under(self, prefix: str) -> Sequence[StoredObject]:
        """The objects under a prefix."""
        return self.store.list(self.bucket, prefix)

    def drop(self, key: str) -> None:
        """Remove an object, if it is there."""
        self.store.delete(self.bucket, key)

    def clear(self, prefix: str) -> None:
        """Remove all objects under a prefix."""
        for stored in self.under(prefix):
            self.drop(stored.key)
