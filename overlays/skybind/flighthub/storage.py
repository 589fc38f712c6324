"""FlightHub's part of an upload: credentials that imply a resource, and the report of what was sent with them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import attrs

from skybind import waiting
from skybind.errors import (
    AnswerLost,
    BadRequest,
    Conflict,
    NotFound,
    OutcomeUnknown,
    PhotoError,
    ServerError,
    SkybindError,
    Throttled,
    UsageError,
)
from skybind.transfers.photos import Photo
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket
from skybind.transfers.upload import Grant, GrantLapsed, Sent
from skybind_clients.flighthub.facade import FlighthubGroups
from skybind_clients.flighthub.models import UploadedFile, UploadToken

__all__ = [
    "CALLBACK_BATCH",
    "FlightHubStorage",
    "Opened",
    "Renewal",
    "ResourceChanged",
    "StorageEndpoints",
    "bucket_of",
    "check_names",
    "open_resource",
    "stored_name",
]

CALLBACK_BATCH = 100  # files a report (client-code PYC, GO)
_FILE_NAME = "{fileName}"
_LONGEST_LIFE = 7 * 24 * 3600.0  # an end further off than this is taken for another unit, or another clock
_TRIES = 4

#: What becomes of an upload that needs new credentials: ``same`` reports on under the first resource, until FlightHub
#: refuses that; ``anew`` begins the resource of the new ones from its first file. Which FlightHub takes is not known.
Renewal = Literal["anew", "same"]


@attrs.frozen
class StorageEndpoints:
    """Where storage is, if not where FlightHub says; for emulators and private networks."""

    oss: str | None = None
    s3: str | None = None


class ResourceChanged(SkybindError):
    """New credentials belong to another resource, and what is sent with them must too. Never leaves the upload.

    Attributes:
        opened: The new ones.
        refused: Whether FlightHub was asked to take their files into the earlier resource, and did not.
    """

    def __init__(self, opened: Opened, *, refused: bool = False) -> None:
        super().__init__(
            "FlightHub does not take files of new credentials into the earlier resource"
            if refused
            else "the credentials ended, and new ones belong to another resource"
        )
        self.opened = opened
        self.refused = refused


@attrs.frozen
class Opened:
    """A resource that files can be sent to, for as long as the grant lasts."""

    resource: str
    grant: Grant


def stored_name(name: str) -> str:
    """The name of a photo at FlightHub: sub-folders become part of it.

    A public client (GO) refuses names with separators; whether FlightHub does is not known, so none are sent.
    """
    return name.replace("/", "__")


def check_names(photos: Sequence[Photo]) -> None:
    """See that no two photos would have one name there.

    Raises:
        PhotoError: two would.
    """
    seen: dict[str, str] = {}
    for photo in photos:
        there = stored_name(photo.name).casefold()
        if there in seen:
            raise PhotoError(
                f"two photos would be {stored_name(photo.name)!r} at FlightHub: {seen[there]} and {photo.name}",
                advice="Rename one of them.",
            )
        seen[there] = photo.name


def resource_of(store_path: str) -> str:
    """The uuid of the resource: what stands before ``{fileName}``. It is said nowhere else.

    Raises:
        ServerError: there is nothing.
    """
    before, mark, _ = store_path.partition(f"/{_FILE_NAME}")
    uuid = before.rpartition("/")[2]
    if not mark or not uuid:
        raise ServerError(
            "FlightHub gave a storage path that names no resource",
            service="flighthub",
            status=200,
            operation="obtainToken",
            advice=f"The uuid is expected before /{_FILE_NAME}. If DJI has changed that, skybind must be changed too.",
        )
    return uuid


def bucket_of(token: UploadToken, endpoints: StorageEndpoints) -> Bucket:
    """The bucket that a token opens.

    ``ali`` was seen as a name of the cloud. That names of Amazon's and of S3-like stores say so is our assumption.

    Raises:
        UsageError: a kind of storage that skybind does not know.
    """
    cloud = token.cloud_name.lower()
    given = token.end_point if "://" in token.end_point else f"https://{token.end_point}"
    scheme, _, host = given.rstrip("/").partition("://")
    # Whether the address has the bucket in front is not known; requests put it there themselves.
    endpoint = f"{scheme}://{host.removeprefix(token.cloud_bucket_name + '.')}"
    if cloud.startswith(("ali", "oss")):
        return Bucket("oss", endpoints.oss or endpoint, token.cloud_bucket_name, token.region.removeprefix("oss-"))
    if cloud.startswith(("aws", "amazon", "minio")) or "s3" in cloud:
        return Bucket("s3", endpoints.s3 or endpoint, token.cloud_bucket_name, token.region)
    raise UsageError(f"FlightHub hands out storage of kind {token.cloud_name!r}, which skybind does not know")


def opened(token: UploadToken, endpoints: StorageEndpoints, now: float) -> Opened:
    """What a token opens."""
    template = token.store_path

    def key_of(name: str) -> str:
        return template.replace(_FILE_NAME, stored_name(name))

    left = token.expire_time - now
    # The end is by the service's clock. Where it makes no sense by ours, credentials are used until they are refused.
    expires_at = token.expire_time if 0 < left <= _LONGEST_LIFE else None
    keys = StoreKeys(token.access_key_id, token.secret_access_key, token.session_token)
    grant = Grant(bucket_of(token, endpoints), keys, key_of, expires_at, token.callback_param)
    return Opened(resource_of(template), grant)


def open_resource(api: FlighthubGroups, endpoints: StorageEndpoints, now: Callable[[], float] = time.time) -> Opened:
    """Ask for credentials."""
    asked_at = now()
    return opened(api.stores.obtain_token(), endpoints, asked_at)


class FlightHubStorage:
    """Grants and confirmations for one resource; used from one thread at a time.

    Args:
        api: The generated facade.
        first: What was opened for it.
        resource: The resource that is reported; that of ``first`` unless an earlier one is gone on with.
        name: Name of the resource.
        endpoints: Overrides of the storage addresses.
        renewal: See :data:`Renewal`.
        holds: Whether files were sent for the resource; one without is left for that of new credentials.
        now: Unix seconds of our clock.
        sleep: Between questions after a lost answer.

    Attributes:
        joined: Whether files of other credentials were counted into the resource.
    """

    def __init__(
        self,
        api: FlighthubGroups,
        first: Opened,
        resource: str,
        name: str,
        endpoints: StorageEndpoints,
        *,
        renewal: Renewal = "same",
        holds: Callable[[], bool] = lambda: False,
        now: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = waiting.sleep,
    ) -> None:
        self._api = api
        self._first: Opened | None = first
        self._resource = resource
        self._name = name[:255]
        self._endpoints = endpoints
        self._renewal = renewal
        self._holds = holds
        self.joined = False
        self._changed: ResourceChanged | None = None
        self._guests: dict[str, Opened] = {}  # by callback parameter: credentials of other resources
        self._now = now
        self._sleep = sleep

    def grant(self) -> Grant:
        """The grant at hand, or one of new credentials.

        Raises:
            ResourceChanged: the new ones belong to another resource, and a resource must be whole under one uuid.
        """
        if self._changed is not None:  # each worker asks, and one answer is enough
            raise self._changed
        found, self._first = self._first, None
        if found is None:
            found = open_resource(self._api, self._endpoints, self._now)
        if found.resource != self._resource:
            if self._renewal == "anew" or not self._holds():
                self._changed = ResourceChanged(found)
                raise self._changed
            self._guests[found.grant.reference] = found
        return found.grant

    def confirm(self, grant: Grant, files: Sequence[Sent]) -> Mapping[str, str]:
        """Report files; returns their names at FlightHub by name here, for those that it counted.

        A report whose answer is lost may have been carried out, so the resource is asked which names it has before the
        rest is reported again.

        Raises:
            GrantLapsed: the service does not take this report.
            ResourceChanged: it does not take files of these credentials into this resource.
        """
        guest = self._guests.get(grant.reference)
        try:
            taken = self._reported(grant, files)
        except GrantLapsed:
            if guest is None:
                raise
            taken = {}
        if guest is not None and not taken:
            self._changed = ResourceChanged(guest, refused=True)
            raise self._changed
        self.joined = self.joined or guest is not None
        return taken

    def _reported(self, grant: Grant, files: Sequence[Sent]) -> Mapping[str, str]:
        done: dict[str, str] = {}
        left = list(files)
        for attempt in range(1, _TRIES + 1):
            try:
                answer = self._api.stores.upload_callback(
                    resource_uuid=self._resource,
                    callback_param=grant.reference,
                    files=[UploadedFile(stored_name(sent.photo.name), sent.receipt.etag.strip('"')) for sent in left],
                    resource_name=self._name,
                )
            except (OutcomeUnknown, AnswerLost, ServerError, Throttled) as trouble:
                if attempt == _TRIES:
                    raise
                asked_to_wait = trouble.retry_after if isinstance(trouble, (ServerError, Throttled)) else None
                self._sleep(asked_to_wait or 0.2 * 2**attempt)
                done |= _among(left, self._names())
                left = [sent for sent in left if sent.photo.name not in done]
                if not left:
                    return done
            except (BadRequest, NotFound, Conflict) as refusal:
                # How a report that comes too late is refused is not known. Sending under new credentials cures that;
                # the engine tries it once.
                raise GrantLapsed(refusal.message) from refusal
            else:
                if isinstance(answer.file_name_list, list):
                    return done | _among(left, set(answer.file_name_list))
                # Without a list the number must do; it is taken for this report's (our assumption).
                counted = answer.upload_count == len(left)
                return done | _among(
                    left, {stored_name(sent.photo.name) for sent in left} if counted else self._names()
                )
        raise AssertionError("unreachable")

    def _names(self) -> set[str]:
        """The names that the resource has; it may not be there before its first report."""
        try:
            return set(self._api.resources.get(self._resource).file_names or ())
        except NotFound:
            return set()


def _among(files: Sequence[Sent], names: set[str]) -> dict[str, str]:
    there = {sent.photo.name: stored_name(sent.photo.name) for sent in files}
    return {name: stored for name, stored in there.items() if stored in names}
