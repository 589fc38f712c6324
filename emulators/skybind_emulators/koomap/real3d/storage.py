"""Where in the object store the things of real-scene 3D lie."""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from skybind_emulators.storage import Storage, StoredObject

# Names are our assumption; the manual's example is obs://real3d/real3d/xxx. What users upload lies in a bucket of its
# own, because users get keys for it and for nothing else.
BUCKET = "koomap-real3d"
UPLOAD_BUCKET = "koomap-real3d-uploads"


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
