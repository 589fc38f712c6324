"""Fields about what is no image: meta files and parts of models."""

import re
from typing import Any

from attrs import define

from skybind_emulators.altizure.buckets import Bucket, Buckets, Cloud, UploadKind
from skybind_emulators.altizure.images import name_in
from skybind_emulators.altizure.intake import Intake
from skybind_emulators.altizure.moments import iso
from skybind_emulators.altizure.records import FileRecord, FileState, ProjectRecord
from skybind_emulators.altizure.schema import Resolver
from skybind_emulators.altizure.signing import Signer
from skybind_emulators.altizure.state import State
from skybind_emulators.altizure.tasks import Tasks

META_NAMES = frozenset({"camera.txt", "pose.txt", "group.txt", "initial.xms", "initial.xms.zip"})
_MODEL_NAME = re.compile(r"[A-Za-z0-9._]+")


@define(eq=False)
class _Registration:
    """A file that was registered, and where it is put."""

    bucket: Bucket
    file: FileRecord


class AttachmentFields:
    """Resolvers."""

    def __init__(self, state: State, intake: Intake, tasks: Tasks, buckets: Buckets, signer: Signer) -> None:
        self._state = state
        self._intake = intake
        self._tasks = tasks
        self._buckets = buckets
        self._signer = signer

    def by_field(self) -> dict[str, Resolver]:
        """Resolvers by ``Type.field``."""
        return {
            "Mutation.uploadMetaFileS3": self.upload_to("meta", "S3", "pid"),
            "Mutation.uploadMetaFileMinio": self.upload_to("meta", "MINIO", "pid"),
            "Mutation.uploadMetaURL": self.upload_url("meta"),
            "Mutation.uploadModelS3": self.upload_to("model", "S3", "id"),
            "Mutation.uploadModelMinio": self.upload_to("model", "MINIO", "id"),
            "Mutation.uploadModelURL": self.upload_url("model"),
            "UploadMetaFileResult.url": self.url,
            "UploadModelResult.url": self.url,
            "ProjectMetaFile.filesize": lambda file, _: float(file.size),
            "ProjectMetaFile.date": lambda file, _: iso(file.date),
        }

    def by_looking(self) -> dict[str, Resolver]:
        """Resolvers that look at files, and may wait for them: they are called without the lock."""
        return {
            "Project.metaFile": self.meta_file,
            "Project.hasMetaFile": self.has_meta_file,
            "Mutation.doneModelUpload": self.done_model,
        }

    def upload_to(self, kind: UploadKind, cloud: Cloud, project_argument: str) -> Resolver:
        """The mutation that registers files of a kind for one cloud. Null for a name or a project that does not fit."""

        def upload(_: Any, info: Any, *, bucket: str, filename: str, **project_id: str) -> _Registration | None:
            project = self._fitting(info, project_id[project_argument], kind, filename)
            place = self._buckets.find(kind, cloud, bucket)
            if project is None or place is None:
                return None
            return _Registration(place, self._intake.register(project, kind, name=filename, bucket=place))

        return upload

    def upload_url(self, kind: UploadKind) -> Resolver:
        """The mutation that registers a file of a kind which the server downloads."""

        def upload(
            _: Any, info: Any, pid: str, url: str, filename: str | None = None, checksum: str | None = None
        ) -> FileRecord | None:
            name = filename or name_in(url)
            project = self._fitting(info, pid, kind, name)
            if project is None:
                return None
            return self._intake.register_url(project, kind, name=name, source=url, bearer=None, checksum=checksum)

        return upload

    def url(self, registration: _Registration, info: Any) -> str:
        """A link for one PUT."""
        expired = info.context.struck(info, "expire-token") is not None
        return self._signer.put_url(registration.bucket, registration.file.key, expired=expired)

    def meta_file(self, project: ProjectRecord, info: Any, id: str) -> FileRecord | None:
        """One meta file, for the project's owner."""
        files = [file for file in self._metas(project, info) if file.id == id]
        self._intake.look(files, info.context)
        return next(iter(files), None)

    def has_meta_file(self, project: ProjectRecord, info: Any, checksum: str) -> FileRecord | None:
        """The meta file of this content that is Ready."""
        files = self._metas(project, info)
        self._intake.look(files)
        ready = [file for file in files if file.state is FileState.READY]
        return next((file for file in ready if file.sha1 == checksum.lower()), None)

    def done_model(self, _: Any, info: Any, id: str, merge: bool | None = None) -> ProjectRecord | None:
        """All parts are uploaded. Null if there are none, or one is not there."""
        with self._state.lock:
            project = self._state.owned(id, info.context.owner)
            parts = project.of("model") if project is not None else []
        self._intake.look(parts)
        with self._state.lock:
            done = project is not None and self._tasks.model_done(project, merge=bool(merge))
        return project if done else None

    def _metas(self, project: ProjectRecord, info: Any) -> list[FileRecord]:
        user = info.context.user
        with self._state.lock:
            return project.of("meta") if user is not None and user.id == project.owner else []

    def _fitting(self, info: Any, project_id: str, kind: UploadKind, name: str) -> ProjectRecord | None:
        project = self._state.owned(project_id, info.context.owner)
        if project is None or project.imported != (kind == "model"):
            return None
        good = name in META_NAMES if kind == "meta" else _MODEL_NAME.fullmatch(name) is not None
        if kind == "model" and good:
            project.imported_state = "Pending"
        return project if good else None
