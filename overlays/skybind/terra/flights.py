"""A folder of photos as a resource at TerraAPI, made whole run by run.

What the ledger and the service know is brought together first: a resource that is gone is made anew, files that the
service has and the ledger does not (a crash came between the two) are adopted, and a resource that can no longer
change, or that holds photos which the folder does not, is replaced by another that starts with the files it shares.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs

from skybind import notebook
from skybind.errors import NotFound, SkybindError
from skybind.options import Options
from skybind.reconstruction.checking import accepted
from skybind.steps import Workflow, ask, find_or_make, first, run
from skybind.terra.capabilities import CAPABILITIES
from skybind.terra.storage import CALLBACK_BATCH, StorageEndpoints, TerraStorage
from skybind.tokens import write_token
from skybind.transfers.ledger import FlightParts, FlightRecord, Ledger
from skybind.transfers.manifest import Photo, Photos
from skybind.transfers.upload import Plan, UploadProgress, upload
from skybind.wire.bulk import BLOCK
from skybind.wire.clock import ServiceClock
from skybind_clients.runtime import Pages
from skybind_clients.terra.facade import TerraGroups
from skybind_clients.terra.models import ChangedResource, File, Resource, ResourceDetail

__all__ = ["Flight", "PhotoSet", "bring_up"]

_MOST_LISTED = 200


@attrs.frozen
class PhotoSet:
    """Photos at the service, ready for a job.

    Attributes:
        resource_uuid: Uuid of the resource.
        name: Its name.
        files: Number of photos.
        bytes: Their size.
        key: Names the flight in the ledger; empty for a resource that was not uploaded from here.
        without_position: Photos of this run without a position in their EXIF; 0 if none was sent.
    """

    resource_uuid: str
    name: str
    files: int
    bytes: int
    key: str = attrs.field(default="", repr=False)
    without_position: int = 0

    def _repr_html_(self) -> str:
        facts = {
            "id": self.id,
            "name": self.name,
            "photos": self.files,
            "bytes": self.bytes,
            "sent without a position": self.without_position or None,
        }
        return notebook.card("Photos at terra", facts)

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
        return write_token("terra", {"f": self.key})


def _mark(record: FlightRecord) -> str:
    return f"skybind:{record.key}:{record.generation}"


def _made(name: str, mark: str, files: Sequence[str]) -> Workflow[str]:
    """Make the resource, once, whatever happens to answers."""

    def listed(api: TerraGroups) -> Pages[Resource]:
        return api.resources.list(search=name, rows=50)

    def create(api: TerraGroups) -> ChangedResource:
        return api.resources.create(name=name, type_="map", meta=mark, files=list(files))

    def find() -> Workflow[str | None]:
        resources = yield from first(listed, _MOST_LISTED)
        return next((resource.uuid for resource in resources if resource.meta == mark), None)

    def make() -> Workflow[str]:
        return (yield from ask(create)).uuid

    return find_or_make(find, make)


def _md5(path: Path) -> str:
    digest = hashlib.md5(usedforsecurity=False)
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


class _Reconciliation:
    """Brings folder, ledger and service together; leaves a resource to link files to, and what is still to send."""

    def __init__(self, api: TerraGroups, ledger: Ledger, flight: Flight, photos: Photos) -> None:
        self._api = api
        self._ledger = ledger
        self._flight = flight
        self._photos = photos

    def run(self, record: FlightRecord) -> tuple[str, Photos]:
        resource = record.resource
        detail = self._detail(resource) if resource else None
        if resource and detail is None:  # gone, and its files are not to be relied on
            self._ledger.forget_files(record.key)
            record = self._ledger.begin_generation(record.key)
            resource = None
        if resource and detail:
            self._adopt(record.key, resource, detail)
        known = self._ledger.confirmed(record.key)
        kept, todo = self._photos.parted(known.holds)
        if resource and detail:
            linked = sum(known[photo.name].resource == resource for photo in kept)
            extra = linked < sum(file.resource == resource for file in known.values())
            missing = linked < len(self._photos)
            if extra or (missing and detail.summary.revisable is False):
                record = self._ledger.begin_generation(record.key)
                resource = None
        if resource is None:
            ids = [known[photo.name].file_id for photo in kept]
            try:
                resource = run(_made(self._flight.name, _mark(record), ids), self._api)
            except NotFound:  # the service does not have all of these files any more
                self._ledger.forget_files(record.key)
                kept, todo = Photos(), self._photos
                resource = run(_made(self._flight.name, _mark(record), []), self._api)
            self._ledger.set_resource(record.key, resource, (photo.name for photo in kept))
        return resource, todo

    def _detail(self, resource: str) -> ResourceDetail | None:
        try:
            return self._api.resources.get(resource)
        except NotFound:
            return None

    def _adopt(self, key: str, resource: str, detail: ResourceDetail) -> None:
        """Put on record what the service has confirmed and a crash kept from the ledger."""
        known = self._ledger.confirmed(key)
        unknown = set(detail.file_uuids)
        unknown.difference_update(file.file_id for file in known.values())
        if not unknown:
            return
        listed: list[File] = [
            file for file in self._api.files.list(resource_uuid=resource, rows=100) if file.uuid in unknown
        ]
        names = {file.name for file in listed}
        here = {photo.name: photo for photo in self._photos if photo.name in names and photo.name not in known}
        adopted: list[tuple[Photo, str, str]] = []
        for file in listed:
            photo = here.get(file.name)
            checksum = file.checksum.strip('"').lower() if isinstance(file.checksum, str) else ""
            if photo is not None and file.size == photo.size and checksum == _md5(photo.path):
                adopted.append((photo, checksum, file.uuid))
        self._ledger.confirm(key, resource, adopted)


def bring_up(
    api: TerraGroups,
    ledger: Ledger,
    flight: Flight,
    *,
    endpoints: StorageEndpoints,
    options: Options,
    clock: ServiceClock,
    workers: int,
    told: Callable[[UploadProgress], None],
    cancelled: Callable[[], bool],
) -> PhotoSet:
    """Upload what is not yet safe, and answer with the resource that holds all of it.

    Raises:
        PhotoError: the folder has no photos, one that cannot be used, or breaks limits; nothing was sent.
        UploadIncomplete: some photos did not go up; the others are safe.
        KeyboardInterrupt, SkybindError: see ``transfers.upload``; the error's ``token`` goes on.
    """
    with ledger.exclusive(flight.key):
        photos = accepted(
            flight.source,
            CAPABILITIES,
            flight.kind,
            known=ledger.confirmed(flight.key).holds,
            limits=options.check_limits,
        )
        record = ledger.flight(flight.key, "terra", flight.label)
        resource, todo = _Reconciliation(api, ledger, flight, photos).run(record)
        total = photos.bytes
        progress = UploadProgress(
            files=len(photos),
            bytes=total,
            files_before=len(photos) - len(todo),
            bytes_before=total - todo.bytes,
        )
        told(progress)
        try:
            upload(
                todo,
                TerraStorage(api, resource, endpoints),
                plan=Plan(workers=workers, batch=CALLBACK_BATCH),
                options=options,
                clock=clock,
                record=lambda files: ledger.confirm(flight.key, resource, files),
                progress=progress,
                told=told,
                cancelled=cancelled,
                parts=FlightParts(ledger, flight.key),
            )
        except SkybindError as error:
            error.token = flight.token
            raise
    return PhotoSet(
        resource, flight.name, len(photos), total, flight.key, without_position=progress.files_sent - progress.positions
    )
