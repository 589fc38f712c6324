"""Fields about images: what is there, registering, start and done, and how each one is getting on."""

from typing import Any

from attrs import define
from graphql import GraphQLError

from skybind_emulators.altizure.buckets import Bucket, Buckets, Cloud
from skybind_emulators.altizure.intake import Intake
from skybind_emulators.altizure.records import FileRecord, FileState, ProjectRecord
from skybind_emulators.altizure.relay import connection
from skybind_emulators.altizure.schema import Resolver
from skybind_emulators.altizure.signing import Signer
from skybind_emulators.altizure.state import State
from skybind_emulators.settings import AltizureRules

_INVALID = "Fault Injected"


@define(eq=False)
class _Registration:
    """An upload that was asked for. The image exists only once a field is selected that needs it."""

    project: ProjectRecord
    bucket: Bucket
    name: str
    type: str | None
    checksum: str | None
    image: FileRecord | None = None


class ImageFields:
    """Resolvers."""

    def __init__(self, state: State, intake: Intake, buckets: Buckets, signer: Signer, rules: AltizureRules) -> None:
        self._state = state
        self._intake = intake
        self._buckets = buckets
        self._signer = signer
        self._rules = rules

    def by_field(self) -> dict[str, Resolver]:
        """Resolvers by ``Type.field``."""
        return {
            "Mutation.hasImage": self.has_image,
            "Mutation.uploadImageOSS": self.upload_to("OSS"),
            "Mutation.uploadImageS3": self.upload_to("S3"),
            "Mutation.uploadImageMinio": self.upload_to("MINIO"),
            "Mutation.uploadImageURL": self.upload_url,
            "Mutation.startImageUpload": self.start,
            "Mutation.doneImageUpload": self.done,
            "UploadImageOSSResult.sts": self.sts,
            "UploadImageOSSResult.image": self.registered,
            "UploadImageURLResult.url": self.url,
            "UploadImageURLResult.image": self.registered,
            "ProjectImage.url": self.original,
            "ProjectImage.grounded": lambda image, _: image.state is FileState.READY,
        }

    def by_looking(self) -> dict[str, Resolver]:
        """Resolvers that look at images, and may wait for them: they are called without the lock."""
        return {
            "Project.image": self.image,
            "Project.imageByFilename": self.by_filename,
            "Project.allImages": self.all_images,
        }

    def has_image(
        self, _: Any, info: Any, pid: str, checksum: str | None = None, sha1sum: str | None = None
    ) -> FileRecord | None:
        """The image of this content that the project has; which ones count is a rule."""
        wanted = checksum or sha1sum
        project = self._state.owned(pid, info.context.owner)
        if not wanted:
            raise GraphQLError("hasImage needs a checksum.")
        if project is None:
            return None
        image = project.by_checksum.get(wanted.lower())
        if image is None:
            return None
        self._intake.refresh(image)
        return image if self._counts(image) else None

    def upload_to(self, cloud: Cloud) -> Resolver:
        """The mutation that registers images for one cloud. Null for another's project, or a cloud not offered."""

        def upload(
            _: Any,
            info: Any,
            pid: str,
            bucket: str,
            filename: str,
            type: str | None = None,
            checksum: str | None = None,
        ) -> _Registration | None:
            project = self._state.owned(pid, info.context.owner)
            place = self._buckets.find("image", cloud, bucket)
            if project is None or project.imported or place is None:
                return None
            return _Registration(project, place, filename, type, checksum)

        return upload

    def registered(self, registration: _Registration, info: Any) -> FileRecord:
        """The image, which is registered when this is first asked for."""
        if registration.image is None:
            registration.image = self._intake.register(
                registration.project,
                "image",
                name=registration.name,
                bucket=registration.bucket,
                type=registration.type,
                checksum=registration.checksum,
            )
            self._marked(registration.image, info)
        return registration.image

    def sts(self, registration: _Registration, info: Any) -> dict[str, Any]:
        """Keys for the project's prefix; signed when this is asked for, and then alone."""
        expired = info.context.struck(info, "expire-token") is not None
        return self._signer.sts(registration.bucket, registration.project.id, expired=expired)

    def url(self, registration: _Registration, info: Any) -> str:
        """A link for one PUT; asking for it registers the image too (1.9.3)."""
        image = self.registered(registration, info)
        expired = info.context.struck(info, "expire-token") is not None
        return self._signer.put_url(registration.bucket, image.key, expired=expired)

    def upload_url(
        self,
        _: Any,
        info: Any,
        pid: str,
        url: str,
        filename: str | None = None,
        checksum: str | None = None,
        token: str | None = None,
    ) -> FileRecord | None:
        """An image that the server downloads from now on."""
        project = self._state.owned(pid, info.context.owner)
        if project is None or project.imported:
            return None
        image = self._intake.register_url(
            project, "image", name=filename or name_in(url), source=url, bearer=token, checksum=checksum
        )
        self._marked(image, info)
        return image

    def start(self, _: Any, info: Any, id: str) -> FileRecord | None:
        """The bytes begin to flow."""
        image = self._mine(info, id)
        if image is not None:
            self._intake.start(image)
            self._marked(image, info)
        return image

    def done(self, _: Any, info: Any, id: str) -> FileRecord | None:
        """The bytes are there. Null if they never began to flow."""
        image = self._mine(info, id)
        if image is None or not self._intake.done(image):
            return None
        self._marked(image, info)
        return image

    def original(self, image: FileRecord, info: Any) -> str | None:
        """A link to the original of an image that is Ready, for the project's owner."""
        project = self._state.projects.get(image.project_id)
        user = info.context.user
        if project is None or user is None or project.owner != user.id or image.state is not FileState.READY:
            return None
        return self._signer.link(image.key)

    def image(self, project: ProjectRecord, info: Any, id: str) -> FileRecord | None:
        """One image, for the project's owner."""
        return self._seen(project, info, lambda one: one.id == id)

    def by_filename(self, project: ProjectRecord, info: Any, filename: str | None = None) -> FileRecord | None:
        """One image by the name under which it is stored."""
        return self._seen(project, info, lambda one: one.filename == filename)

    def all_images(self, project: ProjectRecord, info: Any, **arguments: Any) -> dict[str, Any]:
        """Images by id, for the project's owner. The one filter there is shows all."""
        images = self._shown(project, info)
        found = connection(images, arguments, identify=lambda image: image.id)
        # Only those on the page are looked at.
        self._look([edge["node"] for edge in found["edges"]], info)
        return found

    def _seen(self, project: ProjectRecord, info: Any, wanted: Any) -> FileRecord | None:
        found = next((one for one in self._shown(project, info) if wanted(one)), None)
        if found is not None:
            self._look([found], info)
        return found

    def _shown(self, project: ProjectRecord, info: Any) -> list[FileRecord]:
        user = info.context.user
        with self._state.lock:
            return project.of("image") if user is not None and user.id == project.owner else []

    def _look(self, images: list[FileRecord], info: Any) -> None:
        if info.context.struck(info, "stall"):
            return  # for this visit time stands still
        with self._state.lock:
            for image in images:
                self._marked(image, info)
        self._intake.look(images, info.context)

    def _mine(self, info: Any, identity: str) -> FileRecord | None:
        image = self._state.owned_file(identity, info.context.owner)
        if image is None or image.kind != "image":
            return None
        self._intake.refresh(image)
        return image

    def _marked(self, image: FileRecord, info: Any) -> None:
        doom = info.context.struck(info, "invalid-image")
        reason = None if doom is None else str(doom.args.get("reason", _INVALID))
        self._intake.mark(image, doomed=reason, stalled_by=info.context.struck(info, "stall"))

    def _counts(self, image: FileRecord) -> bool:
        if self._rules.has_image == "any":
            return True
        if self._rules.has_image == "ready":
            return image.state is FileState.READY
        return not image.state.waits and image.state is not FileState.INVALID


def name_in(url: str) -> str:
    """The file name at the end of an address."""
    return url.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2] or "file"
