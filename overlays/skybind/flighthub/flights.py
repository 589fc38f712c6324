"""A folder of photos as a resource at FlightHub, gone on with after a break, or begun anew where that is refused.

Credentials imply the resource, and no call makes, lists or names one. A run that has nothing to send asks only whether
the resource is still there. A run that has something to send needs credentials, and these belong to another resource.

Reports name a resource beside the credentials, and 20,000 photos do not go up in the life of one set of them. So files
of new credentials are reported under the first resource, as with TerraAPI (our assumption), and at the end the resource
is asked whether it has all. Where FlightHub refuses such a report, or counts nothing of it, the folder is sent from its
first file under the new resource; with ``renewal="anew"`` that is done without asking. It is said in the log and in
:attr:`PhotoSet.begun_anew`, and never happens in silence.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs

from skybind import notebook
from skybind.errors import NotFound, SkybindError, UploadIncomplete
from skybind.flighthub.capabilities import CAPABILITIES
from skybind.flighthub.storage import (
    CALLBACK_BATCH,
    FlightHubStorage,
    Opened,
    Renewal,
    ResourceChanged,
    StorageEndpoints,
    check_names,
    open_resource,
    stored_name,
)
from skybind.options import Options
from skybind.reconstruction.checking import accepted
from skybind.tokens import write_token
from skybind.transfers.ledger import ConfirmedFiles, FlightParts, FlightRecord, Ledger
from skybind.transfers.manifest import Photo, Photos
from skybind.transfers.upload import Plan, UploadProgress, upload
from skybind.wire.clock import ServiceClock
from skybind_clients.flighthub.facade import FlighthubGroups
from skybind_clients.flighthub.models import Resource, ResourceStatus

__all__ = ["Flight", "PhotoSet", "bring_up"]

_LOG = logging.getLogger("skybind.flighthub")

_MOST_BEGINNINGS = 2  # resources of one run; a third would fare no better
# A renewal may cost all that was sent, so credentials are used until shortly before their end.
_RENEW_BEFORE = {"anew": 15.0, "same": 90.0}


@attrs.frozen
class PhotoSet:
    """Photos at the service, ready for a reconstruction.

    Attributes:
        resource_uuid: Uuid of the resource.
        name: Its name.
        files: Number of photos.
        bytes: Their size.
        key: Names the flight in the ledger; empty for a resource that was not uploaded from here.
        without_position: Photos of this run without a position in their EXIF; 0 if none was sent.
        begun_anew: Why photos that were safe in an earlier resource were sent again in this run; empty if none were.
    """

    resource_uuid: str
    name: str
    files: int
    bytes: int
    key: str = attrs.field(default="", repr=False)
    without_position: int = 0
    begun_anew: str = ""

    def _repr_html_(self) -> str:
        facts = {
            "id": self.id,
            "name": self.name,
            "photos": self.files,
            "bytes": self.bytes,
            "sent without a position": self.without_position or None,
        }
        return notebook.card("Photos at flighthub", facts)

    @property
    def id(self) -> str:
        """The same as ``resource_uuid``, by the name that all services share."""
        return self.resource_uuid


@attrs.frozen
class Flight:
    """What to upload, and where its record is.

    Attributes:
        source: A folder, or files.
        name: Name of the resource.
        key: See ``flight_key``.
        label: The folder as the ledger knows it.
        kind: What shall be made of it, or None.
    """

    source: Path | Sequence[Path]
    name: str
    key: str
    label: str
    kind: str | None = None

    @property
    def token(self) -> str:
        """Goes on with this upload in another process on this machine."""
        return write_token("flighthub", {"f": self.key})


@attrs.frozen
class _Standing:
    """What is safe, and whether more may be added to where it is.

    Attributes:
        resource: The earlier resource, or None.
        todo: Photos that are not safe.
        safe: Number of those that are.
        why_not: Why the resource cannot be gone on with; empty if it can.
    """

    resource: str | None
    todo: Photos
    safe: int
    why_not: str


def _resource(api: FlighthubGroups, uuid: str) -> Resource | None:
    """The resource, if it is there and stays."""
    try:
        found = api.resources.get(uuid)
    except NotFound:
        return None
    return None if found.status in {ResourceStatus.WAITING_FOR_DELETION, ResourceStatus.DELETED} else found


def _names(resource: Resource) -> set[str]:
    """Names of its files; what stands before the last slash, if the service puts something there, is left off."""
    return {name.rpartition("/")[2] for name in resource.file_names or ()}


def _stand(api: FlighthubGroups, record: FlightRecord, known: ConfirmedFiles, photos: Photos) -> _Standing:
    if record.resource is None:
        return _Standing(None, photos, 0, "")
    resource = _resource(api, record.resource)
    if resource is None:
        return _Standing(record.resource, photos, len(known), "FlightHub does not have the earlier resource any more")
    there = _names(resource)
    safe, todo = photos.parted(known.holds)
    if any(stored_name(photo.name) not in there for photo in safe):
        return _Standing(record.resource, photos, len(safe), "the earlier resource lacks files that it had confirmed")
    why_not = ""
    if any(photo.name in known for photo in todo):
        why_not = "photos have changed since they were sent"
    elif len(safe) < len(known):
        why_not = "photos that were sent are not in the folder any more"
    return _Standing(record.resource, todo, len(safe), why_not)


class _BringUp:
    """One run of an upload."""

    def __init__(
        self,
        api: FlighthubGroups,
        ledger: Ledger,
        flight: Flight,
        photos: Photos,
        endpoints: StorageEndpoints,
        renewal: Renewal,
    ) -> None:
        self._api = api
        self._ledger = ledger
        self._flight = flight
        self._photos = photos
        self._endpoints = endpoints
        self.renewal = renewal
        self.begun_anew = ""

    def begin(self, resource: str, reason: str, safe: int) -> Photos:
        """Begin a resource from its first file; returns what to send."""
        key = self._flight.key
        if safe:
            self.begun_anew = f"{safe} photos are sent again: {reason}"
            _LOG.warning("%s: %s", self._flight.name, self.begun_anew)
        self._ledger.forget_files(key)
        self._ledger.begin_generation(key)
        self._ledger.set_resource(key, resource)
        return self._photos

    def open(self, standing: _Standing) -> tuple[str, Opened, Photos]:
        """Credentials, the resource that is reported under them, and what to send."""
        found = open_resource(self._api, self._endpoints)
        earlier = standing.resource
        joins = found.resource == earlier or (self.renewal == "same" and standing.safe > 0)
        if earlier is not None and not standing.why_not and joins:
            return earlier, found, standing.todo
        reason = standing.why_not or "new credentials belong to another resource"
        return found.resource, found, self.begin(found.resource, reason, standing.safe)

    def storage(self, resource: str, found: Opened, progress: UploadProgress) -> FlightHubStorage:
        """The service's part for one resource."""
        return FlightHubStorage(
            self._api,
            found,
            resource,
            self._flight.name,
            self._endpoints,
            renewal=self.renewal,
            holds=lambda: progress.files_before + progress.files_sent > 0,
        )

    def check_whole(self, resource: str) -> None:
        """Ask the resource whether it has all photos; credentials of several kinds may have gone into it.

        Raises:
            UploadIncomplete: it lacks some; they are off the record, so that the next run sends them.
        """
        found = _resource(self._api, resource)
        there = _names(found) if found is not None else set()
        missing = [photo.name for photo in self._photos if stored_name(photo.name) not in there]
        if missing:
            self._ledger.forget_files(self._flight.key, missing)
            raise UploadIncomplete(
                f"{len(missing)} of {len(self._photos)} photos were reported, and the resource does not have them",
                failed=dict.fromkeys(missing, "reported, and not in the resource"),
                advice="FlightHub may not take files of new credentials into an earlier resource. Upload with "
                'renewal="anew" (SKYBIND_FLIGHTHUB_RENEWAL).',
            )


def _never_ends(flight: Flight, photos: Sequence[Photo], confirmed: int) -> UploadIncomplete:
    reason = "the credentials ended before all photos were up, more than once"
    return UploadIncomplete(
        f"{flight.name}: {reason}; {confirmed} of {len(photos)} were up in the last try",
        failed=dict.fromkeys((photo.name for photo in photos), reason),
        advice=(
            "A resource must be whole under one set of credentials, and this line is too slow for so many photos. "
            "Split the folder, or use a faster line."
        ),
    )


def bring_up(
    api: FlighthubGroups,
    ledger: Ledger,
    flight: Flight,
    *,
    endpoints: StorageEndpoints,
    renewal: Renewal,
    options: Options,
    clock: ServiceClock,
    workers: int,
    told: Callable[[UploadProgress], None],
    cancelled: Callable[[], bool],
) -> PhotoSet:
    """Upload what is not yet safe, and answer with the resource that holds all of it.

    Raises:
        PhotoError: the folder has no photos, or one that cannot be used.
        UploadIncomplete: some photos did not go up, or the credentials ended too soon, twice.
        KeyboardInterrupt, SkybindError: see ``transfers.upload``; the error's ``token`` goes on.
    """
    with ledger.exclusive(flight.key):
        known = ledger.confirmed(flight.key)
        photos = accepted(
            flight.source,
            CAPABILITIES,
            flight.kind,
            known=known.holds,
            limits=options.check_limits,
        )
        check_names(photos)
        record = ledger.flight(flight.key, "flighthub", flight.label)
        total = photos.bytes
        work = _BringUp(api, ledger, flight, photos, endpoints, renewal)
        progress = UploadProgress(files=len(photos), bytes=total)
        try:
            standing = _stand(api, record, known, photos)
            if standing.resource is not None and not standing.todo and not standing.why_not:
                progress.files_before, progress.bytes_before = len(photos), total
                told(progress)
                return PhotoSet(standing.resource, flight.name, len(photos), total, flight.key)
            resource, found, todo = work.open(standing)
            for beginning in range(1, _MOST_BEGINNINGS + 1):
                progress = UploadProgress(
                    files=len(photos),
                    bytes=total,
                    files_before=len(photos) - len(todo),
                    bytes_before=total - todo.bytes,
                )
                told(progress)
                storage = work.storage(resource, found, progress)
                try:
                    upload(
                        todo,
                        storage,
                        plan=Plan(workers=workers, batch=CALLBACK_BATCH, renew_before=_RENEW_BEFORE[work.renewal]),
                        options=options,
                        clock=clock,
                        record=functools.partial(ledger.confirm, flight.key, resource),
                        progress=progress,
                        told=told,
                        cancelled=cancelled,
                        parts=FlightParts(ledger, flight.key),
                    )
                    break
                except ResourceChanged as change:
                    if beginning == _MOST_BEGINNINGS:
                        raise _never_ends(flight, photos, progress.files_confirmed) from None
                    found, resource = change.opened, change.opened.resource
                    safe = progress.files_before + progress.files_confirmed
                    if change.refused:
                        work.renewal = "anew"  # asking once is enough
                    todo = work.begin(resource, change.message, safe)
            if storage.joined:
                work.check_whole(resource)
        except SkybindError as error:
            error.token = flight.token
            raise
    return PhotoSet(
        resource,
        flight.name,
        len(photos),
        total,
        flight.key,
        without_position=progress.files_sent - progress.positions,
        begun_anew=work.begun_anew,
    )
