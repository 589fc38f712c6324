"""A folder of photos as a project at Altizure, made whole run by run.

What the ledger and the service know is brought together first: a project that is gone is made anew, and images that
ended as Invalid, or are not there any more, are sent again. What the service has and the ledger does not is found by
its digest. The upload is done when the service has looked into each image.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import attrs

from skybind import notebook
from skybind.altizure.buckets import Route
from skybind.altizure.capabilities import CAPABILITIES
from skybind.altizure.placing import ImagePlaces
from skybind.altizure.projects import NewProject, check_type, looked_up, made
from skybind.altizure.settings import StorageEndpoints
from skybind.altizure.settling import Settled, curable, images_of, settle
from skybind.errors import SkybindError, UploadIncomplete, UsageError
from skybind.jobs import Schedule
from skybind.options import Options
from skybind.reconstruction.checking import accepted
from skybind.steps import run
from skybind.tokens import write_token
from skybind.transfers.ledger import FlightParts, Ledger
from skybind.transfers.manifest import Photo
from skybind.transfers.twins import Numbers
from skybind.transfers.upload import Plan, UploadProgress, upload
from skybind.wire.clock import ServiceClock
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.enums import ProjectType

__all__ = ["Flight", "Means", "PhotoSet", "bring_up"]

_RENEW_BEFORE = 300.0  # seconds; credentials live for an hour, and a large photo on a slow line takes minutes
_RECORD_WITHIN = 1.0  # seconds; an image is confirmed as soon as it is there, so that there is nothing to wait for


@attrs.frozen
class PhotoSet:
    """Photos at the service, all of them ready for a reconstruction.

    Attributes:
        project_id: Id of the project.
        name: Its name.
        files: Number of photos.
        bytes: Their size.
        key: Names the flight in the ledger; empty for a project that was not uploaded from here.
        without_position: Photos sent in this run without a position in their EXIF.
    """

    project_id: str
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
        return notebook.card("Photos at altizure", facts)

    @property
    def id(self) -> str:
        """The same as ``project_id``, by the name that all services share."""
        return self.project_id


@attrs.frozen
class Flight:
    """What to upload, and where its record is.

    Attributes:
        source: A folder, or files.
        project: What the project shall be, if it must be made.
        key: See ``flight_key``.
        label: The folder as the ledger knows it.
        project_id: A project that is there already, or None.
        must_be: What the project must be, whether it is made or found; None if that does not matter.
    """

    source: Path | Sequence[Path]
    project: NewProject
    key: str
    label: str
    project_id: str | None = None
    must_be: ProjectType | None = None

    @property
    def token(self) -> str:
        """Goes on with this upload in another process on this machine."""
        return write_token("altizure", {"f": self.key})


def image_names(photos: Iterable[Photo]) -> Callable[[Photo], str]:
    """What tells the file name of a photo at the service: the last part of its path, where that is the only such one.

    Names must differ within a project. Whether case counts is not known, so it does not here. Of photos in several
    folders with one name, the path is given, with underscores: our assumption.
    """
    seen, shared = Numbers(), set()
    for photo in photos:
        last = photo.name.rpartition("/")[2].casefold()
        if not seen.add(hash(last)):
            shared.add(last)

    def name_of(photo: Photo) -> str:
        last = photo.name.rpartition("/")[2]
        return photo.name.replace("/", "_") if last.casefold() in shared else last

    return name_of


@attrs.frozen
class Means:
    """With what an upload is done.

    Attributes:
        storage: Overrides of the storage addresses.
        options: Timeouts, proxy and CA bundle of the bulk path.
        clock: Offsets of the stores' clocks.
        schedule: Pauses between listings of the images.
        workers: Photos on their way at a time.
        told: Called with the progress, about ten times a second while bytes flow.
        cancelled: Asked as often; True ends the upload like Ctrl-C.
    """

    storage: StorageEndpoints = attrs.field(factory=StorageEndpoints)
    options: Options = attrs.field(factory=Options)
    clock: ServiceClock = attrs.field(factory=ServiceClock)
    schedule: Schedule = attrs.field(factory=Schedule)
    workers: int = 8
    told: Callable[[UploadProgress], None] = lambda _progress: None
    cancelled: Callable[[], bool] = lambda: False


class _Ascent:
    """One run of an upload."""

    def __init__(self, api: AltizureGroups, ledger: Ledger, flight: Flight, route: Route, means: Means) -> None:
        self._api = api
        self._ledger = ledger
        self._flight = flight
        self._route = route
        self._means = means
        self._told = means.told
        self._plan = Plan(workers=means.workers, confirm_within=_RECORD_WITHIN, renew_before=_RENEW_BEFORE)

    def run(self) -> PhotoSet:
        key = self._flight.key
        photos = accepted(
            self._flight.source,
            CAPABILITIES,
            known=self._ledger.confirmed(key).holds,
            # A project that was there before may have photos enough without these.
            limits=self._means.options.check_limits and self._flight.project_id is None,
        )
        self._names = image_names(photos)
        project = self._project()
        self._drop_unusable(project)
        safe, todo = photos.parted(self._ledger.confirmed(key).holds)
        self._progress = UploadProgress(
            files=len(photos), bytes=photos.bytes, files_before=len(safe), bytes_before=safe.bytes
        )
        self._told(self._progress)
        failed = self._send(project, todo)
        settled = self._settled(project, photos)
        worth_it = {name for name, why in self._by_name(settled.invalid).items() if curable(why)}
        again, _ = photos.parted(lambda photo: photo.name in worth_it)
        if again:
            self._ledger.forget_files(key, (photo.name for photo in again))
            failed |= self._send(project, again)
            settled = self._settled(project, photos)
        failed |= self._by_name(settled.invalid) | self._by_name(settled.unsettled)
        self._progress.files_failed = len(failed)
        self._told(self._progress)
        if failed:
            name, reason = next(iter(failed.items()))
            raise UploadIncomplete(
                f"{len(failed)} of {len(photos)} photos are of no use to Altizure yet; {name}: {reason}",
                failed=failed,
                advice="The others are ready. Run the same command again; it sends only what is missing.",
            )
        return PhotoSet(
            project,
            self._flight.project.name,
            len(photos),
            self._progress.bytes,
            key,
            without_position=max(0, self._progress.files_sent - self._progress.positions),
        )

    # ---------------------------------------------------------------------------------------- project and record

    def _project(self) -> str:
        """The flight's project: that on record, if it is still there, else another one, on record before it is used."""
        key, given = self._flight.key, self._flight.project_id
        before = self._ledger.find_flight(key)
        record = self._ledger.flight(key, "altizure", self._flight.label)
        found = run(looked_up(given or record.resource), self._api)
        if found is not None:
            check_type(found, self._flight.must_be)
        elif given is not None:
            raise UsageError(
                f"there is no project {given}", advice="Check the id, and that it belongs to the user who is signed in."
            )
        if record.resource is not None and found is not None:
            return record.resource
        if record.resource is not None:  # gone, and its images with it
            self._ledger.forget_files(key)
            self._ledger.begin_generation(key)
        unrecorded = before is not None and before.resource is None
        project = given or run(made(self._flight.project, maybe_made=unrecorded, ours=self._on_record), self._api)
        self._ledger.set_resource(key, project)
        return project

    def _on_record(self, project: str) -> bool:
        return project in self._ledger.resources("altizure")

    def _drop_unusable(self, project: str) -> None:
        """Forget what the ledger holds for safe and the service cannot use, so that it is sent again."""
        known = self._ledger.confirmed(self._flight.key)
        if not known:
            return
        found = images_of(self._api, project, (file.file_id for file in known.values()))
        lost = [name for name, file in known.items() if file.file_id not in found or found[file.file_id].lost]
        if lost:
            self._ledger.forget_files(self._flight.key, lost)

    # ---------------------------------------------------------------------------------------- bytes up, verdicts down

    def _send(self, project: str, photos: Sequence[Photo]) -> dict[str, str]:
        """Send photos; returns why some did not go up."""
        places = ImagePlaces(self._api, project, self._route, self._names, self._means.storage)
        try:
            upload(
                photos,
                places,
                plan=self._plan,
                options=self._means.options,
                clock=self._means.clock,
                record=lambda files: self._ledger.confirm(self._flight.key, project, files),
                progress=self._progress,
                told=self._told,
                cancelled=self._means.cancelled,
                placing=places,
                parts=FlightParts(self._ledger, self._flight.key),
            )
        except UploadIncomplete as error:
            return error.failed
        return {}

    def _settled(self, project: str, photos: Sequence[Photo]) -> Settled:
        known = self._ledger.confirmed(self._flight.key)
        ids = {known[photo.name].file_id for photo in photos if photo.name in known}

        def told(ready: int) -> None:
            self._progress.files_ready = ready
            self._told(self._progress)

        means = self._means
        return settle(self._api, project, ids, schedule=means.schedule, told=told, cancelled=means.cancelled)

    def _by_name(self, reasons: Mapping[str, str]) -> dict[str, str]:
        """Reasons by name of the photo; photos of one content share an image."""
        if not reasons:
            return {}
        known = self._ledger.confirmed(self._flight.key)
        return {name: reasons[file.file_id] for name, file in known.items() if file.file_id in reasons}


def bring_up(api: AltizureGroups, ledger: Ledger, flight: Flight, route: Route, means: Means) -> PhotoSet:
    """Upload what is not yet there, wait until the service has looked into all of it, and answer with the project.

    Images that the service found Invalid are sent once more, unless their content is what it found wrong.

    Raises:
        PhotoError: the folder has no photos, or one that cannot be used.
        UploadIncomplete: some photos did not go up or are Invalid; named with reasons, the others are ready.
        KeyboardInterrupt, SkybindError: see ``transfers.upload``; the error's ``token`` goes on.
    """
    with ledger.exclusive(flight.key):
        try:
            return _Ascent(api, ledger, flight, route, means).run()
        except SkybindError as error:
            error.token = flight.token
            raise
