"""How the storage key of an archive becomes an address to read it from. DJI's pages on that could not be read.

================  =====================================================================================
``download-url``  asked for at ``GET /model/download-url/{file_id}``: by the model's uuid, else by the key
``storage``       the key is read from storage, with the credentials that uploads get
``auto``          the first; where FlightHub refuses that or has no such call, the second
================  =====================================================================================

A key that is an address already is used as it is. ``download-url`` is the only call known to answer with an address of
a model's file; it is a neighbour of Open Modeling, known from v2.0 of the path, and is asked there whatever the version
of the rest. All of this is our assumption; ``SKYBIND_FLIGHTHUB_ARCHIVE`` chooses.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal, cast, get_args

import attrs

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    Conflict,
    NotFound,
    PermissionDenied,
    ServerError,
    UsageError,
)
from skybind.flighthub.storage import StorageEndpoints, open_resource
from skybind_clients.flighthub.facade import FlighthubGroups
from skybind_clients.runtime import Unset

__all__ = ["WAYS", "ArchiveLinks", "Way", "check_way"]

Way = Literal["auto", "download-url", "storage"]
WAYS: tuple[str, ...] = get_args(Way)
_LIFETIME = 900  # seconds; a link is made just before each attempt
_REFUSED = (AuthenticationFailed, BadRequest, Conflict, NotFound, PermissionDenied)


def check_way(way: str) -> Way:
    """One of :data:`WAYS`.

    Raises:
        UsageError: it is none.
    """
    if way not in WAYS:
        raise UsageError(f"archives cannot be fetched by {way!r}", advice=f"Say {', '.join(WAYS)}.")
    return cast("Way", way)


@attrs.frozen
class ArchiveLinks:
    """Makes addresses of archives.

    Attributes:
        api: The generated facade.
        endpoints: Overrides of the storage addresses.
        way: See above.
        now: Unix seconds.
    """

    api: FlighthubGroups = attrs.field(repr=False)
    endpoints: StorageEndpoints
    way: Way = "auto"
    now: Callable[[], float] = time.time

    def link(self, model_uuid: str) -> str:
        """A fresh address of a model's archive.

        Raises:
            NotFound: there is no such model.
            ServerError: the service names no archive, or no address of it.
        """
        key = self.api.models.get(model_uuid).zip_file_key
        if isinstance(key, Unset) or not key:
            raise ServerError(
                f"FlightHub names no archive of model {model_uuid}",
                service="flighthub",
                status=200,
                operation="getModel",
                advice="Ask again in a minute; if it stays so, show DJI the model's uuid.",
            )
        if key.startswith(("https://", "http://")):
            return key
        if self.way == "storage":
            return self._from_storage(key)
        try:
            return self._from_service(model_uuid, key)
        except _REFUSED:
            if self.way == "download-url":
                raise
            return self._from_storage(key)

    def _from_service(self, model_uuid: str, key: str) -> str:
        # A `file_id` is an id elsewhere in that group, so the uuid is the likelier of the two.
        try:
            link = self.api.media_models.download_url(model_uuid).url
        except _REFUSED:
            link = self.api.media_models.download_url(key).url
        if isinstance(link, Unset) or not link:
            raise ServerError(
                "FlightHub has no link to the archive yet",
                service="flighthub",
                status=200,
                operation="getMediaModelUrl",
            )
        return link

    def _from_storage(self, key: str) -> str:
        grant = open_resource(self.api, self.endpoints, self.now).grant
        return grant.bucket.link(grant.keys, key, self.now(), _LIFETIME)
