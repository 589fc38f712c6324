"""TerraAPI's part of an upload: credentials for ten minutes, and the callback that links files to a resource."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

import attrs

from skybind import waiting
from skybind.errors import (
    AnswerLost,
    BadRequest,
    OutcomeUnknown,
    ServerError,
    Throttled,
    UsageError,
)
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket
from skybind.transfers.upload import Grant, GrantLapsed, Sent
from skybind_clients.runtime import UNSET
from skybind_clients.terra.facade import TerraGroups
from skybind_clients.terra.models import Position, UploadedFile, UploadToken

__all__ = ["CALLBACK_BATCH", "StorageEndpoints", "TerraStorage"]

_LIFE = 600.0  # seconds that credentials live
_LONGEST_LIFE = 3600.0
CALLBACK_BATCH = 50  # files a callback, as four public clients do; the hard limit is not documented


@attrs.frozen
class StorageEndpoints:
    """Where storage is, if not where the clouds have it; for emulators and private networks."""

    oss: str | None = None
    s3: str | None = None


def bucket_of(token: UploadToken, endpoints: StorageEndpoints) -> Bucket:
    """The bucket that a token opens.

    Raises:
        UsageError: a kind of storage that TerraAPI names but does not use.
    """
    cloud = token.cloud_name.lower()
    if cloud == "ali_oss":
        # The region of a token starts with "oss-"; that of a signature does not.
        host = token.region if token.region.startswith("oss-") else f"oss-{token.region}"
        endpoint = endpoints.oss or f"https://{host}.aliyuncs.com"
        return Bucket("oss", endpoint, token.cloud_bucket_name, host.removeprefix("oss-"))
    if cloud == "aws_s3":
        suffix = ".cn" if token.region.startswith("cn-") else ""
        endpoint = endpoints.s3 or f"https://s3.{token.region}.amazonaws.com{suffix}"
        return Bucket("s3", endpoint, token.cloud_bucket_name, token.region)
    raise UsageError(f"TerraAPI hands out storage of kind {token.cloud_name!r}, which skybind does not know")


class TerraStorage:
    """Grants and confirmations for one resource; used from one thread at a time.

    Args:
        api: The generated facade.
        resource: Uuid of the resource that files are linked to.
        endpoints: Overrides of the storage addresses.
        now: Unix seconds of our clock.
        sleep: Between questions after a lost answer.
    """

    def __init__(
        self,
        api: TerraGroups,
        resource: str,
        endpoints: StorageEndpoints,
        *,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = waiting.sleep,
    ) -> None:
        self._api = api
        self._resource = resource
        self._endpoints = endpoints
        self._now = now
        self._sleep = sleep

    def grant(self) -> Grant:
        """Ask for credentials."""
        asked_at = self._now()
        token = self._api.store.obtain_token()
        template = token.store_path

        def key_of(name: str) -> str:
            return template.replace("{fileName}", name)

        bucket = bucket_of(token, self._endpoints)
        keys = StoreKeys(token.access_key_id, token.secret_access_key, token.session_token)
        # `expireTime` is by the service's clock. Where ours is so far off that it makes no sense, the ten minutes
        # that credentials live are counted from when we asked.
        left = token.expire_time - asked_at
        expires_at = asked_at + (left if 0 < left <= _LONGEST_LIFE else _LIFE)
        return Grant(bucket, keys, key_of, expires_at, token.callback_param)

    def confirm(self, grant: Grant, files: Sequence[Sent]) -> Mapping[str, str]:
        """Report files; returns their uuids by name.

        A report whose answer is lost may have been carried out, so the resource is asked what it has before the
        rest is reported again.

        Raises:
            GrantLapsed: the service does not take the callback parameter any more.
        """
        done: dict[str, str] = {}
        left = list(files)
        for attempt in range(1, 5):
            try:
                answer = self._api.store.upload_callback(
                    callback_param=grant.reference,
                    resource_uuid=self._resource,
                    files=[_reported(sent) for sent in left],
                )
            except (OutcomeUnknown, AnswerLost, ServerError, Throttled) as trouble:
                if attempt == 4:
                    raise
                asked_to_wait = trouble.retry_after if isinstance(trouble, (ServerError, Throttled)) else None
                self._sleep(asked_to_wait or 0.2 * 2**attempt)
                done |= self._linked(left)
                left = [sent for sent in left if sent.photo.name not in done]
                if not left:
                    return done
            except BadRequest as refusal:
                # How the service refuses a callback parameter whose time is over is not documented, nor whether it
                # ends with the credentials. Sending under new credentials cures that; the engine tries it once.
                raise GrantLapsed(refusal.message) from refusal
            else:
                return done | {file.name: file.uuid for file in answer}
        raise AssertionError("unreachable")

    def _linked(self, files: Sequence[Sent]) -> dict[str, str]:
        """Which of these the resource already has, by name and fingerprint."""
        wanted = {sent.photo.name: sent.receipt.etag.lower() for sent in files}
        found: dict[str, str] = {}
        for file in self._api.files.list(resource_uuid=self._resource, rows=100):
            checksum = file.checksum.strip('"').lower() if isinstance(file.checksum, str) else ""
            if wanted.get(file.name) == checksum:
                found[file.name] = file.uuid
        return found


def _reported(sent: Sent) -> UploadedFile:
    position = sent.position
    return UploadedFile(
        name=sent.photo.name,
        etag=sent.receipt.etag,
        checksum=sent.receipt.etag,
        position=UNSET
        if position is None
        else Position(
            latitude=position.latitude,
            longitude=position.longitude,
            attitude=UNSET if position.altitude_m is None else position.altitude_m,
        ),
    )
