"""Altizure's part of an upload: each image is asked for by its digest, registered, announced, and said to be there.

The order of calls for one image is that of the upload guide: hasImage, uploadImage…, startImageUpload, the PUT, and for
OSS doneImageUpload. An image is registered only when a worker is free to send it, because the service makes it Invalid
when nothing happens to it for 65 minutes.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from urllib.parse import urlsplit

from skybind import waiting
from skybind.altizure.buckets import Route
from skybind.altizure.settings import StorageEndpoints
from skybind.altizure.storage import PRESIGNED, granted
from skybind.errors import (
    AuthenticationFailed,
    NotFound,
    OutcomeUnknown,
    PermissionDenied,
    PhotoError,
    QuotaExceeded,
    ServiceError,
    TransportError,
)
from skybind.transfers.photos import Photo
from skybind.transfers.stores import Cancelled
from skybind.transfers.upload import Grant, NotPlaced, Place, Sent
from skybind.wire.bulk import BLOCK
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.enums import Cloud, ImageType, UploadFileState
from skybind_clients.altizure.models.fragments import ProjectImage, SignedImage

__all__ = ["HAS_ARRIVED", "ImagePlaces", "image_type", "sha1_of"]

#: States in which the bytes are at the service. One that was registered and one that is being sent are not among them.
HAS_ARRIVED = frozenset(
    {
        UploadFileState.UPLOADED,
        UploadFileState.VERIFYING,
        UploadFileState.COPYING,
        UploadFileState.READY,
        UploadFileState.READY_STRONG,
    }
)
_GIVEN_UP = frozenset({UploadFileState.INVALID, UploadFileState.FAILED})

_REGISTERED_FOR = 50 * 60.0  # seconds that a registration is begun under; the service gives up after 65 minutes
_TRIES = 5  # of start and done, a second apart: right after registration they may be refused, as the changelog says

_TYPES = {
    ".jpg": (ImageType.JPEG, "image/jpeg"),
    ".jpeg": (ImageType.JPEG, "image/jpeg"),
    ".png": (ImageType.PNG, "image/png"),
    ".tif": (ImageType.TIFF, "image/tiff"),
    ".tiff": (ImageType.TIFF, "image/tiff"),
}

# What one photo cannot help, so that the next one need not be tried.
_ENDS_ALL = (AuthenticationFailed, PermissionDenied, QuotaExceeded)


def image_type(photo: Photo) -> tuple[ImageType, str]:
    """What a photo is: Altizure's word, and the MIME type."""
    return _TYPES[photo.path.suffix.lower()]


def sha1_of(photo: Photo, stopping: Callable[[], bool] = lambda: False) -> str:
    """SHA-1 of a file, as long as it is the file that was planned.

    Raises:
        PhotoError: it cannot be read, or has changed.
        Cancelled: the upload shall end.
    """
    digest = hashlib.sha1(usedforsecurity=False)
    try:
        with photo.path.open("rb", buffering=0) as file:
            buffer = bytearray(min(BLOCK, photo.size + 1))
            while count := file.readinto(buffer):
                if stopping():
                    raise Cancelled
                digest.update(memoryview(buffer)[:count])
            stat = os.fstat(file.fileno())
    except OSError as error:
        raise PhotoError(f"{photo.path}: cannot be read: {error.strerror}") from error
    if (stat.st_size, stat.st_mtime_ns) != (photo.size, photo.mtime_ns):
        raise PhotoError(
            f"{photo.path}: changed while it was read",
            advice="Wait until it is copied, then run the same command again.",
        )
    return digest.hexdigest()


class ImagePlaces:
    """Where the images of one project go; both the destination and the placing of an upload.

    Args:
        api: The generated facade.
        project: Id of the project.
        route: Cloud and bucket.
        name_of: Tells the file name of a photo at the service.
        storage: Overrides of the storage addresses.
        sleep: Between tries of one small call.
    """

    def __init__(
        self,
        api: AltizureGroups,
        project: str,
        route: Route,
        name_of: Callable[[Photo], str],
        storage: StorageEndpoints,
        *,
        sleep: Callable[[float], None] = waiting.sleep,
    ) -> None:
        self._api = api
        self._project = project
        self._route = route
        self._name_of = name_of
        self._storage = storage
        self._sleep = sleep
        self._digests: dict[str, str] = {}
        self._busy: dict[str, str] = {}  # by digest, the photo that is being sent
        self._here: dict[str, str] = {}  # by digest, the image that was sent in this run
        self._changed = threading.Condition()

    # ---------------------------------------------------------------------------------------- destination

    def grant(self) -> Grant:
        """Credentials for the bucket; one set serves all workers until it ends."""
        if self._route.cloud != Cloud.OSS:
            return PRESIGNED
        return granted(self._api, self._project, self._route.bucket, self._storage)

    def confirm(self, grant: Grant, files: Sequence[Sent]) -> Mapping[str, str]:  # noqa: ARG002
        """Nothing is left to say: each image was said to be there by the worker that sent it."""
        return {sent.photo.name: sent.place.reference for sent in files if sent.place is not None}

    # ---------------------------------------------------------------------------------------- placing

    def place(self, photo: Photo, stopping: Callable[[], bool]) -> Place:
        """Register an image, unless the project has one of this content."""
        digest = self._digests.get(photo.name)
        if digest is None:
            digest = self._digests[photo.name] = sha1_of(photo, stopping)
        self._wait_for_twin(photo, digest, stopping)
        if digest in self._here:
            return Place("", self._here[digest], kept=True)
        with _one_photo(project_counts=True):
            return self._placed(photo, digest)

    def begin(self, place: Place) -> None:
        """Say that the bytes begin to flow."""
        with _one_photo():
            self._insist(lambda: self._api.images.start_upload(place.reference))

    def arrived(self, place: Place) -> None:
        """Say that they are all there, where the service does not notice by itself."""
        if self._route.cloud == Cloud.OSS:
            with _one_photo():
                self._insist(lambda: self._api.images.done_upload(place.reference))

    def over(self, photo: Photo, place: Place | None) -> None:
        """Let go of the photo's content; who waits for it finds it here, or may try."""
        with self._changed:
            digest = self._digests.pop(photo.name, None)
            if digest is None:
                return
            if place is not None:
                self._here[digest] = place.reference
            if self._busy.get(digest) == photo.name:
                del self._busy[digest]
                self._changed.notify_all()

    # ---------------------------------------------------------------------------------------- one image

    def _placed(self, photo: Photo, digest: str) -> Place:
        found = self._api.images.has(self._project, checksum=digest)
        for _ in range(2):
            place = self._known(photo, found)
            if place is not None:
                return place
            try:
                return self._registered(photo, digest)
            except OutcomeUnknown:
                found = self._api.images.has(self._project, checksum=digest)  # it may be registered all the same
        return self._known(photo, found) or self._registered(photo, digest)

    def _known(self, photo: Photo, found: ProjectImage | None) -> Place | None:
        """A place in an image that the project has already: nothing to send, or where to send it."""
        if found is None or not found.id or found.state in _GIVEN_UP:
            return None
        if found.state in HAS_ARRIVED:
            return Place("", found.id, kept=True)
        if self._route.cloud == Cloud.OSS and found.filename:
            return self._in_oss(photo, found.id, found.filename)
        return None  # its signed address is not told again; whether another one leads to the same image is not known

    def _registered(self, photo: Photo, digest: str) -> Place:
        kind, mime = image_type(photo)
        wanted = {
            "bucket": self._route.bucket,
            "filename": self._name_of(photo),
            "type_": kind,
            "checksum": digest,
        }
        if self._route.cloud == Cloud.OSS:
            image = self._api.images.upload_oss(self._project, **wanted)
            if image is None or not image.id or not image.filename:
                raise NotPlaced("Altizure registered the image without a name to store it under", again=True)
            return self._in_oss(photo, image.id, image.filename)
        call = self._api.images.upload_s3 if self._route.cloud == Cloud.S3 else self._api.images.upload_minio
        signed: SignedImage | None = call(self._project, **wanted)
        if signed is None or not signed.url or signed.image is None or not signed.image.id:
            raise NotPlaced("Altizure registered the image without an address to send it to", again=True)
        address, host = redirected(signed.url, self._storage.s3)
        return Place(address, signed.image.id, self._until(), {"content-type": mime, **host})

    def _in_oss(self, photo: Photo, image_id: str, filename: str) -> Place:
        return Place(f"{self._project}/{filename}", image_id, self._until(), {"content-type": image_type(photo)[1]})

    @staticmethod
    def _until() -> float:
        return time.monotonic() + _REGISTERED_FOR

    def _insist(self, call: Callable[[], object]) -> None:
        for attempt in range(1, _TRIES + 1):
            try:
                call()
            except _ENDS_ALL:
                raise
            except ServiceError:
                if attempt == _TRIES:
                    raise
                self._sleep(1.0)
            else:
                return

    # ---------------------------------------------------------------------------------------- photos of one content

    def _wait_for_twin(self, photo: Photo, digest: str, stopping: Callable[[], bool]) -> None:
        """Photos of one content go one after the other, so that it is sent once."""
        with self._changed:
            while self._busy.get(digest, photo.name) != photo.name:
                if stopping():
                    raise Cancelled
                self._changed.wait(0.2)
            self._busy[digest] = photo.name


def redirected(url: str, other: str | None) -> tuple[str, dict[str, str]]:
    """A signed address with another place to connect to, and the header that keeps its signature whole."""
    if other is None:
        return url, {}
    parts, way = urlsplit(url), urlsplit(other)
    return parts._replace(scheme=way.scheme, netloc=way.netloc).geturl(), {"host": parts.netloc}


@contextmanager
def _one_photo(*, project_counts: bool = False) -> Iterator[None]:
    """What the service refuses of one photo does not end the upload of the others.

    Args:
        project_counts: "Not found" means the project rather than the image.
    """
    try:
        yield
    except _ENDS_ALL:
        raise
    except NotFound as error:
        if project_counts:
            raise
        raise NotPlaced(error.message, again=True) from error
    except ServiceError as error:
        if error.status == HTTPStatus.BAD_REQUEST:
            raise  # it does not take such a document, whichever photo it is about
        raise NotPlaced(error.message, again=error.again is not False or not error.service_message) from error
    except TransportError as error:
        raise NotPlaced(error.message, again=True) from error
