"""What a client needs to put a file where it belongs: temporary keys for OSS, signed links for the others."""

from typing import Any

from skybind_emulators.altizure.buckets import DISK, Bucket
from skybind_emulators.altizure.ids import Ids
from skybind_emulators.altizure.moments import iso_seconds
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.settings import AltizureRules
from skybind_emulators.store import Credential, ObjectStore
from skybind_emulators.store.presigning import presigned_url

# Keys are for writing, and writing alone: whoever holds them reads nothing, not even the own files.
_WRITE = ("put", "multipart")


class Signer:
    """Signs for one store.

    Args:
        base_url: where clients reach the store.
    """

    def __init__(
        self,
        store: ObjectStore,
        clock: SimulatedClock,
        ids: Ids,
        rules: AltizureRules,
        *,
        base_url: str,
    ) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules
        self._base_url = base_url
        self._key = Credential("AKIA" + ids.text(16).upper(), ids.text(40))
        self._allowed: set[str] = set()

    def __repr__(self) -> str:
        return f"Signer({self._base_url!r})"

    def sts(self, bucket: Bucket, project_id: str, *, expired: bool = False) -> dict[str, Any]:
        """Keys for the project's prefix of an OSS bucket; ``expired`` makes ones that are over already."""
        keys = self._store.issue(
            bucket.name,
            f"{project_id}/",
            lifetime_s=0.0 if expired else self._rules.sts_lifetime_s,
            actions=_WRITE,
        )
        # Clients go by the text, so a fault that ends the keys early does not show in it.
        expire = self._clock.now() + self._rules.sts_lifetime_s if expired else keys.expires_at
        return {
            "id": keys.access_key_id,
            "secret": keys.secret_access_key,
            "token": keys.session_token,
            "bucket": bucket.name,
            "endpoint": self._base_url,
            "expire": iso_seconds(expire),
        }

    def put_url(self, bucket: Bucket, key: str, *, expired: bool = False) -> str:
        """A link for one PUT; ``expired`` makes one whose time is over already."""
        if bucket.name not in self._allowed:
            self._allowed.add(bucket.name)
            self._store.add_static(self._key.access_key_id, self._key.secret_access_key, self._allowed)
        lifetime_s = int(self._rules.url_lifetime_s)
        return presigned_url(
            self._base_url,
            bucket.name,
            key,
            credential=self._key,
            dialect="s3",
            region=bucket.region,
            now=self._clock.now() - (lifetime_s + 1 if expired else 0),
            lifetime_s=lifetime_s,
            method="PUT",
        )

    def link(self, key: str) -> str:
        """A link that downloads a file from the service's disk."""
        lifetime_s = self._rules.link_lifetime_s
        return self._store.presign_get(DISK, key, base_url=self._base_url, lifetime_s=lifetime_s, dialect="s3")
