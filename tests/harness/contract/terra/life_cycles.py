"""Resources and jobs of TerraAPI from creation to deletion, compared with a model at every step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, precondition, rule

from harness.contract.life_cycle import LifeCycle, refused
from skybind.errors import Conflict, JobLimit, NotFound
from skybind_clients.runtime import UNSET
from skybind_clients.terra.models import DeleteMode, FileOperation, JobStatus, JobType

__all__ = ["AccountLives"]

# Text that a name may have: case, blanks inside, another script, a sign beyond the basic plane. The prefix tells the
# owner of a real account where it is from.
TEXTS = st.text(alphabet="aB 7_-Ω测🚁", max_size=8).map("skybind {}.".format)
MAYBE = st.none() | TEXTS

UNFINISHED_ALLOWED = 2
PHOTOS_NEEDED = 10


@attrs.define
class Kept:
    """A resource as it must be."""

    name: str
    meta: str
    files: list[str]
    locked: bool = False


@attrs.define
class Working:
    """A job as it must be. Jobs move when they are looked at, and all looks are ours, so that ``status`` is exact."""

    name: str
    meta: str
    status: JobStatus = JobStatus.CREATED
    resource: str | None = None
    output: str | None = None
    enough: bool = False

    @property
    def final(self) -> bool:
        return self.status >= JobStatus.STOPPED

    @property
    def runs(self) -> bool:
        return self.status is not JobStatus.CREATED and not self.final


class AccountLives(LifeCycle):
    """Resources are made, changed, copied, shared between jobs and deleted; jobs are made, started, watched, stopped,
    copied and deleted. Ids of what is deleted stay in play."""

    resource_ids = Bundle("resource_ids")
    job_ids = Bundle("job_ids")

    def __init__(self) -> None:
        super().__init__()
        self.resources: dict[str, Kept] = {}
        self.jobs: dict[str, Working] = {}
        self.outputs: dict[str, None] = {}  # a set that keeps its order, so that each run sends the same

    # ------------------------------------------------------------------------------------------------ resources

    @rule(target=resource_ids, name=TEXTS, meta=TEXTS, photos=st.sampled_from([0, 1, 10]), whole=st.booleans())
    def create_resource(self, name: str, meta: str, photos: int, whole: bool) -> str:
        files = self.known.get("photos", [])[:photos]
        made = self.client.resources.create(name=name, meta=meta, files=files, return_detail=whole)
        assert made.uuid not in self.resources, "an id was given out twice"
        self.resources[made.uuid] = Kept(name, meta, files)
        self._shown(made, name, meta, whole)
        return str(made.uuid)

    @rule(uuid=resource_ids)
    def read_resource(self, uuid: str) -> None:
        if self._gone(uuid, self.resources, self.client.resources.get):
            return
        found, kept = self.client.resources.get(uuid), self.resources[uuid]
        self._like(found.summary, kept)
        assert found.file_uuids == kept.files
        assert set(found.input_job_uuids) == {job for job, model in self.jobs.items() if model.resource == uuid}

    @rule(uuid=resource_ids, name=MAYBE, meta=MAYBE, whole=st.booleans())
    def update_resource(self, uuid: str, name: str | None, meta: str | None, whole: bool) -> None:
        change = _given(name=name, meta=meta)
        if self._gone(uuid, self.resources, lambda gone: self.client.resources.update(gone, **change)):
            return
        changed = self.client.resources.update(uuid, **change, return_detail=whole)
        kept = self.resources[uuid] = attrs.evolve(self.resources[uuid], **change)
        self._shown(changed, kept.name, kept.meta, whole)

    @rule(target=resource_ids, uuid=resource_ids, name=MAYBE)
    def copy_resource(self, uuid: str, name: str | None) -> str:
        if self._gone(uuid, self.resources, self.client.resources.copy):
            return uuid
        made, original = self.client.resources.copy(uuid, **_given(name=name)), self.resources[uuid]
        assert made.uuid not in self.resources, "a copy has the id of something else"
        files = list(original.files)
        self.resources[made.uuid] = attrs.evolve(original, name=name or original.name, files=files, locked=False)
        return str(made.uuid)

    @precondition(lambda self: self.known.get("photos"))
    @rule(uuid=resource_ids, operation=st.sampled_from(FileOperation), photo=st.integers(0, 9))
    def change_files(self, uuid: str, operation: FileOperation, photo: int) -> None:
        file = self.known["photos"][photo % len(self.known["photos"])]

        def change(uuid: str) -> None:
            self.client.resources.change_files(uuid, operation=operation, files=[file])

        if self._gone(uuid, self.resources, change):
            return
        kept = self.resources[uuid]
        if kept.locked:
            refused(Conflict, lambda: change(uuid))
            return
        change(uuid)
        if operation is FileOperation.REMOVE:
            kept.files = [other for other in kept.files if other != file]
        elif file not in kept.files:
            kept.files.append(file)

    @rule(uuid=resource_ids)
    def delete_resource(self, uuid: str) -> None:
        if self._gone(uuid, self.resources, self.client.resources.delete):
            return
        if any(job.runs for job in self.jobs.values() if job.resource == uuid):
            refused(Conflict, lambda: self.client.resources.delete(uuid))
            return
        self.client.resources.delete(uuid, delete_mode=DeleteMode.KEEP_FILES)
        del self.resources[uuid]

    @precondition(lambda self: self.resources)
    @rule(rows=st.sampled_from([1, 3, 100]))
    def list_resources(self, rows: int) -> None:
        found = {one.uuid: one for one in self.client.resources.list(uuids=",".join(self.resources), rows=rows)}
        assert set(found) == set(self.resources)
        for uuid, kept in self.resources.items():
            self._like(found[uuid], kept)

    # ------------------------------------------------------------------------------------------------ jobs

    @rule(target=job_ids, name=TEXTS, meta=TEXTS, whole=st.booleans())
    def create_job(self, name: str, meta: str, whole: bool) -> str:
        born = {"name": name, "meta": meta, "return_detail": whole}
        return self._born(Working(name, meta), lambda: self.client.jobs.create(**born), whole=whole)

    @rule(target=job_ids, uuid=job_ids, name=MAYBE)
    def copy_job(self, uuid: str, name: str | None) -> str:
        if self._gone(uuid, self.jobs, self.client.jobs.copy):
            return uuid
        original = self.jobs[uuid]
        model = Working(name or original.name, original.meta)
        return self._born(model, lambda: self.client.jobs.copy(uuid, **_given(name=name)))

    @rule(uuid=job_ids, name=MAYBE, meta=MAYBE, whole=st.booleans())
    def update_job(self, uuid: str, name: str | None, meta: str | None, whole: bool) -> None:
        change = _given(name=name, meta=meta)
        if self._gone(uuid, self.jobs, lambda gone: self.client.jobs.update(gone, **change)):
            return
        changed = self.client.jobs.update(uuid, **change, return_detail=whole)
        model = self.jobs[uuid] = attrs.evolve(self.jobs[uuid], **change)
        self._shown(changed, model.name, model.meta, whole)

    @rule(uuid=job_ids)
    def watch_job(self, uuid: str) -> None:
        if not self._gone(uuid, self.jobs, self.client.jobs.get):
            self._moved(self.client.jobs.get(uuid), self.jobs[uuid])

    @precondition(lambda self: self.jobs)
    @rule(rows=st.sampled_from([1, 3, 100]))
    def list_jobs(self, rows: int) -> None:
        found = {one.uuid: one for one in self.client.jobs.list(uuids=",".join(self.jobs), rows=rows)}
        assert set(found) == set(self.jobs)
        for uuid, model in self.jobs.items():
            self._moved(found[uuid], model)
        for uuid in [uuid for uuid, model in self.jobs.items() if model.runs]:
            self.watch_job(uuid)  # each page was a look at all jobs, and moved those on earlier pages

    @precondition(lambda self: "startJob" not in self.spared)
    @rule(uuid=job_ids, resource=resource_ids)
    def start_job(self, uuid: str, resource: str) -> None:
        def start(uuid: str) -> None:
            text = '{"parameter":{"output_mesh":true}}'
            self.client.jobs.start(uuid, resource_uuid=resource, type_=JobType.MODEL_3D, parameters=text)

        if self._gone(uuid, self.jobs, start):
            return
        model = self.jobs[uuid]
        if model.status is not JobStatus.CREATED:
            refused(Conflict, lambda: start(uuid))
            return
        if self._gone(resource, self.resources, lambda _gone: start(uuid)):
            return
        start(uuid)
        kept = self.resources[resource]
        kept.locked = True
        model.resource, model.status, model.enough = resource, JobStatus.WAITING, len(kept.files) >= PHOTOS_NEEDED
        self.watch_job(uuid)

    @precondition(lambda self: "startJob" not in self.spared)
    @rule(target=job_ids, name=TEXTS, photos=st.sampled_from([0, 1, 10, 10]))
    def launch(self, name: str, photos: int) -> str:
        """The way most jobs begin."""
        resource = self.create_resource(name, name, photos, whole=False)
        job = self.create_job(name, name, whole=False)
        self.start_job(job, resource)
        return job

    @rule(uuid=job_ids)
    def stop_job(self, uuid: str) -> None:
        if self._gone(uuid, self.jobs, self.client.jobs.stop):
            return
        model = self.jobs[uuid]
        if model.status >= JobStatus.PROCESSING_RESULTS:
            refused(Conflict, lambda: self.client.jobs.stop(uuid))
            return
        self.client.jobs.stop(uuid)
        model.status = JobStatus.STOPPED

    @rule(uuid=job_ids)
    def delete_job(self, uuid: str) -> None:
        if self._gone(uuid, self.jobs, self.client.jobs.delete):
            return
        if self.jobs[uuid].runs:
            refused(Conflict, lambda: self.client.jobs.delete(uuid))
            return
        self.client.jobs.delete(uuid)
        del self.jobs[uuid]

    def short_life(self) -> None:
        first, second = (self.create_resource(name, "", 1, whole=False) for name in ("a", "b"))
        self.update_resource(second, "c", "d", whole=False)
        self.read_resource(second)
        self.read_resource(first)
        self.delete_resource(first)
        self.read_resource(first)

    # ------------------------------------------------------------------------------------------------ what must be

    def _gone(self, uuid: str, alive: dict[str, Any], call: Callable[[str], Any]) -> bool:
        """Whether the object was deleted; then the call must not find it."""
        if uuid in alive:
            return False
        refused(NotFound, lambda: call(uuid))
        return True

    def _shown(self, changed: Any, name: str, meta: str, whole: bool) -> None:
        """The answer to a change says what was changed, if its detail was asked for."""
        if whole:
            assert (changed.name, changed.meta) == (name, meta)

    def _like(self, found: Any, kept: Kept) -> None:
        assert (found.name, found.meta) == (kept.name, kept.meta)
        assert found.file_count == len(kept.files)
        assert found.revisable is not kept.locked

    def _born(self, model: Working, create: Callable[[], Any], *, whole: bool = False) -> str:
        """A new job, if the account may have one more."""
        try:
            made = create()
        except JobLimit:
            unfinished = [job for job in self.client.jobs.list() if job.status < JobStatus.STOPPED]
            assert len(unfinished) >= UNFINISHED_ALLOWED, "refused below the limit"
            return next(iter(self.jobs), "none")
        assert made.uuid not in self.jobs, "an id was given out twice"
        self.jobs[made.uuid] = model
        self._shown(made, model.name, model.meta, whole)
        return str(made.uuid)

    def _moved(self, found: Any, model: Working) -> None:
        """A job goes forward from state to state, to the end that is due to it, and stays there."""
        assert (found.name, found.meta) == (model.name, model.meta)
        before, model.status = model.status, found.status
        if before is JobStatus.CREATED or before >= JobStatus.STOPPED:
            assert found.status is before, f"went from {before} to {found.status} by itself"
        else:
            assert found.status >= before, f"went back from {before} to {found.status}"
            assert found.status is not JobStatus.STOPPED, "nobody stopped it"
        if found.status is JobStatus.FINISHED:
            assert model.enough, "made a model of too few photos"
        if found.status is JobStatus.FAILED:
            assert not model.enough, "failed for no reason"
        assert found.origin_resource_uuid == (model.resource or UNSET)
        if model.resource is not None:
            assert found.output_resource_uuid not in {UNSET, model.resource}
            assert model.output in {None, found.output_resource_uuid}, "its output became another"
            model.output = found.output_resource_uuid
            self.outputs[found.output_resource_uuid] = None

    def teardown(self) -> None:
        """Take away what this run made."""
        for uuid, model in self.jobs.items():
            if not model.final:
                _tried(lambda uuid=uuid: self.client.jobs.stop(uuid))
            _tried(lambda uuid=uuid: self.client.jobs.delete(uuid))
        for uuid in [*self.resources, *self.outputs]:
            _tried(lambda uuid=uuid: self.client.resources.delete(uuid, delete_mode=DeleteMode.KEEP_FILES))


def _given(**fields: str | None) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value is not None}


def _tried(call: Callable[[], Any]) -> None:
    """Clean up as far as it goes: what is in the way was told by the rules, and must not hide what they found."""
    try:
        call()
    except (Conflict, NotFound):
        return
