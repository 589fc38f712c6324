"""Uploaded files from their registration until they are Ready or Invalid."""

import logging
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

from skybind_emulators.altizure import progress
from skybind_emulators.altizure.buckets import DISK, Bucket, UploadKind
from skybind_emulators.altizure.inspection import Found, Order, Unusable, inspect
from skybind_emulators.altizure.records import FileRecord, FileState, ProjectRecord
from skybind_emulators.altizure.state import State
from skybind_emulators.altizure.visit import Visit
from skybind_emulators.faults import Fault, Faults
from skybind_emulators.settings import AltizureRules
from skybind_emulators.speed import Speed
from skybind_emulators.store import ObjectStore

_STEPS = (FileState.UPLOADED, FileState.VERIFYING, FileState.COPYING)
_SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "TIFF": ".tif"}

_logger = logging.getLogger(__name__)


class Intake:
    """Moves files on. Methods but ``look`` and ``close`` are called with the state's lock held.

    The bytes are looked at by threads of its own, from the moment they arrive; what came out is shown when the time
    of the work is up.
    """

    def __init__(self, state: State, store: ObjectStore, faults: Faults, *, speed: Speed, rules: AltizureRules) -> None:
        self._state = state
        self._store = store
        self._faults = faults
        self._speed = speed
        self._rules = rules
        self._active: dict[str, FileRecord] = {}
        self._workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="skybind-altizure-images")

    def register(
        self,
        project: ProjectRecord,
        kind: UploadKind,
        *,
        name: str,
        bucket: Bucket,
        type: str | None = None,
        checksum: str | None = None,
    ) -> FileRecord:
        """A file that a client is going to put into a bucket.

        An image of the same content that was registered before is the same image (our assumption): one that came to
        nothing starts again, one that is still awaited may come to another bucket, one that is here stays as it is.
        """
        known = self._known(project, kind, checksum)
        if known is not None:
            if known.state is FileState.INVALID:
                self._begin_again(known, bucket)
            elif known.state.waits:
                known.bucket = bucket
                self._enter(known, known.state)
            return known
        file = self._state.add_file(
            project,
            kind=kind,
            name=name,
            filename=self._stored_name(project, kind, name, bucket, type),
            bucket=bucket,
            type=type,
            checksum=checksum.lower() if checksum else None,
            started=kind != "image" or not self._rules.start_needed,
        )
        self._active[file.id] = file
        return file

    def register_url(
        self,
        project: ProjectRecord,
        kind: UploadKind,
        *,
        name: str,
        source: str,
        bearer: str | None,
        checksum: str | None,
    ) -> FileRecord:
        """A file that the server downloads; that begins now."""
        file = self._known(project, kind, checksum)
        if file is not None and file.state not in (FileState.INVALID, FileState.FAILED):
            return file
        if file is None:
            filename = self._stored_name(project, kind, name, None, None)
            checksum = checksum.lower() if checksum else None
            file = self._state.add_file(project, kind=kind, name=name, filename=filename, checksum=checksum)
        self._begin_again(file, None)
        file.source, file.bearer = source, bearer
        self._arrive(file)
        return file

    def start(self, file: FileRecord) -> None:
        """The client says that the bytes begin to flow. Nothing changes for a file whose bytes are here."""
        if file.state in (FileState.INVALID, FileState.FAILED):
            self._begin_again(file, file.bucket)
        if file.state.waits:
            file.started = True
            self._enter(file, FileState(self._rules.started_state))

    def done(self, file: FileRecord) -> bool:
        """The client says that the bytes are all there; False if they never began to flow."""
        if file.state.waits:
            if not file.started:
                return False
            self._arrive(file)
        return True

    def mark(self, file: FileRecord, *, doomed: str | None = None, stalled_by: Fault | None = None) -> None:
        """Let a file become Invalid, or not move."""
        file.doomed = doomed or file.doomed
        file.stalled_by = stalled_by or file.stalled_by

    def refresh(self, file: FileRecord) -> None:
        """Bring a file up to the present."""
        self._move(file)

    def settle(self) -> None:
        """Bring all files up to the present."""
        for file in list(self._active.values()):
            self._move(file)

    def look(self, files: Sequence[FileRecord], visit: Visit | None = None) -> None:
        """Count a look at the state of these files, and wait for what is due. The lock is not held.

        Args:
            files: whose state is about to be read.
            visit: by whom, if it counts; one visit counts once for a file.
        """
        with self._state.lock:
            for file in files:
                self._move(file)
                if visit is not None and visit.first_look(file.id) and file.work is not None and not self._held(file):
                    file.reads += 1
                    self._move(file)
            due = [file.work for file in files if file.work is not None and self._over(file)]
        wait(due, timeout=self._rules.patience_s)
        with self._state.lock:
            for file in files:
                self._move(file)

    def forget(self, files: Iterable[FileRecord]) -> None:
        """Drop files, with their bytes; what is under way ends by itself."""
        for file in files:
            self._active.pop(file.id, None)
            if file.work is not None:
                file.work.cancel()
            self._drop(file)

    def close(self) -> None:
        """Throw away what is under way."""
        self._workers.shutdown(wait=True, cancel_futures=True)

    def _known(self, project: ProjectRecord, kind: UploadKind, checksum: str | None) -> FileRecord | None:
        return project.by_checksum.get(checksum.lower()) if kind == "image" and checksum else None

    def _stored_name(
        self, project: ProjectRecord, kind: UploadKind, name: str, bucket: Bucket | None, type: str | None
    ) -> str:
        kept = bucket is not None and bucket.cloud == "MINIO" and name and "/" not in name  # since 2.7.0
        if kept and all(file.filename != name for file in project.files.values()):
            return name
        if kind != "image":
            return f"{self._state.ids.uuid()}-{name.rpartition('/')[2]}"
        dot = "." + name.rpartition(".")[2].lower() if "." in name else ""
        suffix = dot if dot in (".jpg", ".jpeg", ".png", ".tif", ".tiff") else _SUFFIXES.get(type or "JPEG", ".jpg")
        return self._state.ids.uuid() + suffix

    def _begin_again(self, file: FileRecord, bucket: Bucket | None) -> None:
        file.bucket = bucket
        file.error, file.doomed, file.stalled_by, file.work = [], None, None, None
        file.reads, file.worked_s = 0, 0.0
        file.started = file.kind != "image" or not self._rules.start_needed
        self._enter(file, FileState.PENDING)
        self._active[file.id] = file

    def _move(self, file: FileRecord) -> None:
        if file.state.final or file.id not in self._active:
            return
        if file.state.waits:
            self._notice(file)
        elif self._over(file):
            if file.work is not None and file.work.done():
                self._finish(file)
            return
        else:
            self._enter(file, _STEPS[self._step(file)])
        if not file.state.final and self._state.clock.now() - file.modified > self._rules.stale_s:
            minutes = round(self._rules.stale_s / 60)
            self._end(file, ["Timeout Error", f"no change for {minutes} minutes"])

    def _notice(self, file: FileRecord) -> None:
        """A file in S3 or Minio is found by the server itself, as soon as it is there."""
        if file.bucket is None or not file.started or file.bucket.cloud == "OSS":
            return
        stored = self._store.head(file.bucket.name, file.key)
        if stored is not None and stored.last_modified - file.modified <= self._rules.stale_s:
            self._arrive(file)

    def _arrive(self, file: FileRecord) -> None:
        order = Order(
            file.kind,
            file.bucket.name if file.bucket else None,
            file.key,
            file.source,
            file.bearer,
            file.checksum,
            self._rules.image_bytes_max if file.kind == "image" else 0,
            self._rules.fetch_timeout_s,
        )
        file.seen_at = self._state.clock.simulated()
        file.work = self._workers.submit(inspect, self._store, order)
        self._enter(file, FileState.UPLOADED)

    def _step(self, file: FileRecord) -> int:
        now = self._state.clock.simulated()
        passed, file.seen_at = now - file.seen_at, now
        file.worked_s += 0.0 if self._held(file) else passed
        if self._held(file):
            return 0
        return progress.step(
            self._speed, len(_STEPS), reads=file.reads, worked_s=file.worked_s, whole_s=progress.FILE_S
        )

    def _over(self, file: FileRecord) -> bool:
        return file.state in _STEPS and self._step(file) == len(_STEPS)

    def _held(self, file: FileRecord) -> bool:
        return file.stalled_by is not None and self._faults.armed(file.stalled_by)

    def _enter(self, file: FileRecord, state: FileState) -> None:
        if file.state is not state or state.waits:
            file.state = state
            file.modified = self._state.clock.now()

    def _finish(self, file: FileRecord) -> None:
        assert file.work is not None
        if file.work.cancelled():
            return
        error = file.work.exception()
        if error is not None:
            if not isinstance(error, Unusable):
                _logger.error("the emulator failed at %s", file.key, exc_info=error)
            self._end(file, error.reasons if isinstance(error, Unusable) else ["Unknown Error"])
            return
        if file.doomed is not None:
            self._end(file, [file.doomed])
            return
        found: Any = file.work.result()
        assert isinstance(found, Found)
        file.size, file.sha1 = found.size, found.sha1
        file.width, file.height = found.width, found.height
        if not file.checksum:
            file.checksum = found.sha1
            project = self._state.projects.get(file.project_id)
            if project is not None and file.kind == "image":
                project.by_checksum.setdefault(found.sha1, file)
        self._end(file, [])

    def _end(self, file: FileRecord, reasons: list[str]) -> None:
        """Ready without reasons; else Invalid, which is Failed for models and for meta files by URL."""
        file.error = reasons
        if not reasons:
            self._enter(file, FileState.READY)
        else:
            invalid = file.kind == "image" or (file.kind == "meta" and file.bucket is not None)
            self._enter(file, FileState.INVALID if invalid else FileState.FAILED)
            self._drop(file)
        self._active.pop(file.id, None)

    def _drop(self, file: FileRecord) -> None:
        """Delete the bytes, wherever they are: what is left over must not pass for a later upload."""
        for bucket in (file.bucket.name if file.bucket else DISK, DISK):
            self._store.delete(bucket, file.key)
