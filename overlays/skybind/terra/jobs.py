"""TerraAPI's jobs: created once, started once, asked about until they end.

Two calls make a job run, and neither may be repeated blindly. Each job is therefore created with a mark in its
``meta`` by which it is found again when an answer is lost or this process dies between the two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import attrs

from skybind.errors import Conflict, JobLimit, NotFound, OutcomeUnknown, ServerError, SkybindError, Throttled
from skybind.jobs import JobState, Phase
from skybind.steps import Workflow, ask, find_or_make, first, pause
from skybind_clients.runtime import Pages, Unset
from skybind_clients.terra.facade import TerraGroups
from skybind_clients.terra.models import ChangedJob, JobStatus, JobType
from skybind_clients.terra.models import Job as JobModel

__all__ = ["STATES_A_LIST", "JobRequest", "describe", "started_job", "state_of", "states_of"]

_PHASES = {
    JobStatus.CREATED: Phase.CREATED,
    JobStatus.WAITING: Phase.QUEUED,
    JobStatus.PREPARING: Phase.QUEUED,
    JobStatus.EXECUTING: Phase.RUNNING,
    JobStatus.PROCESSING_RESULTS: Phase.RUNNING,
    JobStatus.STOPPED: Phase.STOPPED,
    JobStatus.FINISHED: Phase.DONE,
    JobStatus.FAILED: Phase.FAILED,
}
_TRIES = 4
STATES_A_LIST = 100  # 1000 are allowed; a hundred uuids keep the address below 4 kB
_MOST_LISTED = 200  # jobs of one name that are looked through for the mark


@attrs.frozen
class JobRequest:
    """A job that is wanted.

    Attributes:
        name: Its name at the service.
        mark: Put into ``meta``; names the request, so that the job is found again.
        resource: Uuid of the input resource.
        type: Kind of reconstruction.
        parameters: JSON text.
    """

    name: str
    mark: str
    resource: str
    type: JobType
    parameters: str


def state_of(job: JobModel) -> JobState:
    """The common view of a job."""
    return JobState(
        job_id=job.uuid,
        phase=_PHASES.get(job.status, Phase.UNKNOWN),
        native=f"{job.status.name.lower()} ({job.status.value})",
        progress=None if isinstance(job.percentage, Unset) else job.percentage,
        remaining=None if isinstance(job.remain_seconds, Unset) else timedelta(seconds=job.remain_seconds),
        message="" if isinstance(job.message, Unset) else job.message,
    )


def describe(job: JobModel) -> str:
    """``5f0c…  survey (executing, 43 %)``, for messages."""
    share = f", {job.percentage:.0%}" if isinstance(job.percentage, float) else ""
    return f"{job.uuid} {job.name!r} ({job.status.name.lower().replace('_', ' ')}{share})"


def _usable(job: JobModel, request: JobRequest) -> bool:
    """Whether a job is the one that is wanted: not given up, and not of another set of photos."""
    if job.status in {JobStatus.STOPPED, JobStatus.FAILED}:
        return False
    return isinstance(job.origin_resource_uuid, Unset) or job.origin_resource_uuid in {"", request.resource}


def _find(request: JobRequest) -> Workflow[JobModel | None]:
    def listed(api: TerraGroups) -> Pages[JobModel]:
        return api.jobs.list(search=request.name, rows=50)

    for job in (yield from first(listed, _MOST_LISTED)):
        if job.meta == request.mark and _usable(job, request):
            return job
    return None


def _limit_explained(error: JobLimit) -> Workflow[JobLimit]:
    def newest(api: TerraGroups) -> Pages[JobModel]:
        return api.jobs.list(rows=50)

    try:
        listed = yield from first(newest, _MOST_LISTED)
    except SkybindError:
        listed = []
    unfinished = [job for job in listed if not state_of(job).phase.final]
    error.message = "TerraAPI refused the job: two of your jobs are unfinished"
    if unfinished:
        error.message += ": " + ", ".join(describe(job) for job in unfinished)
    error.advice = "Wait for one (skybind status), stop one (skybind stop ID), or use --wait-for-slot."
    return error


def _created(request: JobRequest) -> Workflow[str]:
    def create(api: TerraGroups) -> ChangedJob:
        return api.jobs.create(name=request.name, meta=request.mark)

    def find() -> Workflow[str | None]:
        found = yield from _find(request)
        return found.uuid if found is not None else None

    def make() -> Workflow[str]:
        try:
            return (yield from ask(create)).uuid
        except JobLimit as error:
            raise (yield from _limit_explained(error)) from None

    return find_or_make(find, make)


def _started(uuid: str, request: JobRequest) -> Workflow[None]:
    def start(api: TerraGroups) -> None:
        return api.jobs.start(uuid, resource_uuid=request.resource, type_=request.type, parameters=request.parameters)

    trouble: SkybindError | None = None
    for attempt in range(_TRIES):
        if attempt:
            yield from pause(0.5 * 2**attempt)
        job = yield from ask(_get(uuid))
        if job.status is not JobStatus.CREATED:
            return
        try:
            yield from ask(start)
        except (OutcomeUnknown, ServerError, Throttled, Conflict) as error:
            trouble = error
        else:
            return
    assert trouble is not None
    raise trouble


def started_job(request: JobRequest, known: str | None, note: Callable[[str], None]) -> Workflow[str]:
    """Make sure that the wanted job exists and runs; returns its uuid.

    Args:
        request: What is wanted.
        known: Uuid on record, if the same was asked for before.
        note: Told the uuid before the job is started, so that it can be put on record.

    Raises:
        JobLimit: two jobs are unfinished; the message names them.
        SkybindError: the service refuses.
    """

    uuid: str | None = None
    if known is not None:
        try:
            job = yield from ask(_get(known))
            uuid = job.uuid if _usable(job, request) else None
        except NotFound:
            pass
    if uuid is None:
        uuid = yield from _created(request)
        note(uuid)
    yield from _started(uuid, request)
    return uuid


def states_of(uuids: Sequence[str]) -> Workflow[dict[str, JobState | SkybindError]]:
    """The states of many jobs with one question; entries of lists lack progress and message.

    A failed job is asked for by itself, since only then the service says why.
    """

    def listed(api: TerraGroups) -> Pages[JobModel]:
        return api.jobs.list(uuids=",".join(uuids), rows=STATES_A_LIST)

    found: dict[str, JobState | SkybindError] = {}
    try:
        for job in (yield from first(listed, len(uuids))):
            found[job.uuid] = state_of(job)
            if job.status is JobStatus.FAILED:
                found[job.uuid] = state_of((yield from ask(_get(job.uuid))))
    except SkybindError as error:
        return {uuid: found.get(uuid, error) for uuid in uuids}
    for uuid in uuids:
        if uuid not in found:
            found[uuid] = NotFound(f"TerraAPI lists no job {uuid}", service="terra", operation="listJobs", status=200)
    return {uuid: found[uuid] for uuid in uuids}


def _get(uuid: str) -> Callable[[TerraGroups], JobModel]:
    return lambda api: api.jobs.get(uuid)
