"""Links to objects: signed by the platform, for callers who never see the keys of the storage."""

from collections.abc import Collection
from typing import Any, Literal, Protocol
from urllib.parse import unquote, urlsplit

from skybind_emulators.application import Handler
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.codes import OBJECT_POLICY_DENIED, OBJECT_SIGNING_FAILED, VALIDATION_FAILED, refuse
from skybind_emulators.downlink.moments import iso
from skybind_emulators.downlink.object_config import ObjectConfig, StorageKeys
from skybind_emulators.exchange import Call
from skybind_emulators.identity import Identities
from skybind_emulators.settings import DownlinkRules
from skybind_emulators.storage import Credential as TemporaryKeys
from skybind_emulators.store import Credential
from skybind_emulators.store.presigning import presigned_url

BUCKET = "utmos-objects"
REGION = "us-east-1"


class Storage(Protocol):
    """What the platform needs of an object store."""

    def create_bucket(self, name: str) -> None:
        """Make a bucket, unless it is there."""

    def add_static(self, access_key_id: str, secret_access_key: str, buckets: Collection[str]) -> None:
        """Let keys do everything in some buckets."""

    def issue(self, bucket: str, prefix: str, *, lifetime_s: float) -> TemporaryKeys:
        """Make keys that may write and read under the prefix."""


class Objects:
    """Signs links. The first tenant has ``BUCKET`` in the emulators' store from the start, all of it open.

    Args:
        base_url: where clients reach the store, in its S3 dialect.
    """

    def __init__(
        self,
        config: ObjectConfig,
        store: Storage,
        clock: SimulatedClock,
        ids: Identities,
        rules: DownlinkRules,
        *,
        base_url: str,
    ) -> None:
        self._config = config
        self._store = store
        self._clock = clock
        self._rules = rules
        self._base_url = base_url.rstrip("/")
        facts = {
            "name": "first",
            "provider": "s3",
            "endpoint": self._base_url,
            "region": REGION,
            "access_key_id": "UTMOS" + ids.uuid().replace("-", "")[:15].upper(),
            "secret_access_key": ids.text(40),
        }
        store.create_bucket(BUCKET)
        store.add_static(facts["access_key_id"], facts["secret_access_key"], (BUCKET,))
        self._own = config.add_keys(rules.tenant_id, facts)
        everything = {"key_prefix": "", "allowed_methods": ["PUT", "GET"]}
        config.add_resource(rules.tenant_id, {"bucket": BUCKET, "credential_id": self._own.id, **everything})

    def by_operation(self) -> dict[str, Handler]:
        """The handlers."""
        return {"presignObject": self._presign}

    def renewed(self, url: str) -> str:
        """A link into the platform's own bucket, signed anew for a download; any other link as it is.

        A dock asks for a task's file just before it flies, which may be a day after the link was made.
        """
        parts = urlsplit(url)
        prefix = f"/{BUCKET}/"
        if f"{parts.scheme}://{parts.netloc}" != self._base_url or not parts.path.startswith(prefix):
            return url
        key = unquote(parts.path.removeprefix(prefix))
        return _signed(self._own, BUCKET, key, "GET", self._rules.presign_default_s, at=self._clock.now())

    def media_storage(self, gateway_sn: str) -> dict[str, Any]:
        """Where a dock leaves its photos, with keys for that: ``output`` of the answer to ``storage_config_get``.

        That the platform gives docks its own bucket, and the prefix, are our assumption.
        """
        prefix = f"media/{gateway_sn}"
        keys = self._store.issue(BUCKET, f"{prefix}/", lifetime_s=self._rules.presign_max_s)
        return {
            "bucket": BUCKET,
            "endpoint": self._base_url,
            "region": REGION,
            "provider": "aws",
            "object_key_prefix": prefix,
            "credentials": {
                "access_key_id": keys.access_key_id,
                "access_key_secret": keys.secret_access_key,
                "security_token": keys.session_token,
                "expire": self._rules.presign_max_s,
            },
        }

    def _presign(self, call: Call) -> Any:
        body = call.body
        bucket, key, method = body["bucket"], body["object_key"], body["method"]
        lifetime_s = body.get("expires_seconds", self._rules.presign_default_s)
        if key.startswith("/") or ".." in key.split("/"):
            raise refuse(VALIDATION_FAILED, "object_key: it begins with / or has ../ in it")
        if lifetime_s > self._rules.presign_max_s:
            raise refuse(VALIDATION_FAILED, f"expires_seconds: more than {self._rules.presign_max_s}")
        resources = self._config.resources(call, bucket)
        allowing = next((one for one in resources if one.allows(key, method, lifetime_s)), None)
        if allowing is None:
            raise refuse(OBJECT_POLICY_DENIED, "no resource of the tenant allows this for the key")
        keys = self._config.keys(allowing)
        if keys is None:
            raise refuse(OBJECT_SIGNING_FAILED, "the resource has no credentials to sign with")
        now = self._clock.now()
        # A link whose time is over already looks like any other.
        at = now - lifetime_s - 1 if call.struck("expire-token") else now
        content_type = body.get("content_type")
        return {
            "url": _signed(keys, bucket, key, method, lifetime_s, at=at),
            "method": method,
            "headers": {"Content-Type": content_type} if content_type and method == "PUT" else {},
            "expires_at": iso(now + lifetime_s),
        }


def _signed(
    keys: StorageKeys, bucket: str, key: str, method: Literal["PUT", "GET"], lifetime_s: int, *, at: float
) -> str:
    facts = keys.facts
    return presigned_url(
        facts["endpoint"],
        bucket,
        key,
        credential=Credential(facts["access_key_id"], facts["secret_access_key"]),
        dialect="s3",
        region=facts["region"],
        now=at,
        lifetime_s=lifetime_s,
        method=method,
    )
