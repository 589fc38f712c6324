"""A project's task as a job: started once, asked about until it ends.

A project has one task at a time, so a job goes by the project's id. Starting may cost money, and must not be repeated
blindly: it is put on record before it is asked for, and a lost answer is followed by a question.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from typing import Literal

import attrs

from skybind.altizure.capabilities import CAPABILITIES
from skybind.errors import NotFound, OutcomeUnknown, ServerError, SkybindError, UsageError
from skybind.jobs import JobState, Phase
from skybind.steps import Workflow, ask, pause
from skybind.transfers.ledger import JobRecord
from skybind_clients.altizure.facade import AltizureGroups
from skybind_clients.altizure.models.enums import ModelImportedState, TaskType
from skybind_clients.altizure.models.fragments import ErrorCodeInfo, ProjectProgress, TaskStart

__all__ = ["Kind", "TaskRequest", "started", "state_after", "state_of"]

Kind = Literal["3d"]

# Of taskState only `Done` is public; that the others are words like these is our assumption. What fits none of them is
# unknown, and does not end a wait.
_WORDS: tuple[tuple[re.Pattern[str], Phase], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), phase)
    for pattern, phase in (
        (r"done|finish|success|complete", Phase.DONE),
        (r"fail|error|invalid", Phase.FAILED),
        (r"stop|cancel|abort", Phase.STOPPED),
        (r"pend|queue|wait|submit|prestart|pre_start|schedul", Phase.QUEUED),
        (r"run|process|start|progress|doing|work|convert|sfm|dense|mesh|textur", Phase.RUNNING),
    )
)
_IMPORTED = {
    ModelImportedState.PENDING: Phase.CREATED,
    ModelImportedState.CONVERTING: Phase.RUNNING,
    ModelImportedState.READY: Phase.DONE,
    ModelImportedState.FAILED: Phase.FAILED,
    ModelImportedState.LIMIT_EXCEEDED: Phase.FAILED,
}
_QUESTIONS = 4  # after a lost answer to a start


@attrs.frozen
class TaskRequest:
    """A reconstruction that is wanted.

    Attributes:
        project: Id of the project.
        task_type: ``Native``, or ``Dense``.
        coupons: Ids of coupons to pay with.
        pre_start: Start by itself once each image is Ready or Invalid.
    """

    project: str
    task_type: TaskType | None = None
    coupons: tuple[str, ...] = ()
    pre_start: bool = False

    @classmethod
    def of(
        cls, project: str, kind: str, task_type: TaskType | str | None, coupons: Sequence[str], pre_start: bool
    ) -> TaskRequest:
        """What a caller wants.

        Raises:
            UsageError: a kind that Altizure does not make, or coupons for a start that takes none.
        """
        CAPABILITIES.kind(kind)
        if pre_start and coupons:
            raise UsageError(
                "coupons are given at the start, and this one comes by itself",
                advice="Leave out pre_start: upload() has waited for the images already.",
            )
        return cls(project, None if task_type is None else TaskType(task_type), tuple(coupons), pre_start)

    def record(self, flight: str, name: str, salt: str = "") -> JobRecord:
        """Its record; asking for the same again finds it."""
        text = json.dumps({"taskType": self.task_type, "coupons": self.coupons, "preStart": self.pre_start})
        digest = hashlib.sha256(json.dumps([self.project, text, salt]).encode()).hexdigest()[:20]
        return JobRecord(flight, digest, "3d", text, None, None, name)


def state_of(progress: ProjectProgress | None, project: str, message: str = "") -> JobState:
    """The common view of a project's task.

    Raises:
        NotFound: there is no such project.
    """
    if progress is None:
        raise NotFound(
            f"Altizure shows no project {project}",
            service="altizure",
            status=200,
            operation="getProjectProgress",
            advice="Check the id, and that it belongs to the user whose token is sent.",
        )
    if progress.is_imported and progress.imported_state is not None:
        native = str(progress.imported_state)
        phase = _IMPORTED.get(progress.imported_state, Phase.UNKNOWN)
    else:
        native = progress.task_state or ""
        phase = _phase(native)
        if progress.error_code and phase not in {Phase.DONE, Phase.STOPPED}:
            phase = Phase.FAILED
    if progress.error_code and not message:
        message = str(progress.error_code)
    return JobState(project, phase, native or "no task", message=message)


def _phase(native: str) -> Phase:
    if not native:
        return Phase.CREATED
    return next((phase for pattern, phase in _WORDS if pattern.search(native)), Phase.UNKNOWN)


def state_after(project: str) -> Workflow[JobState]:
    """Ask for a task's state; of one that failed, also what its error code means."""
    progress = yield from ask(_progress(project))
    state = state_of(progress, project)
    if state.phase is not Phase.FAILED or progress is None or not progress.error_code:
        return state
    code = progress.error_code

    def explain(api: AltizureGroups) -> ErrorCodeInfo | None:
        return api.support.explain_error(code=code, lang="en")

    try:
        info = yield from ask(explain)
    except SkybindError:
        return state  # the code alone must do
    words = [text for text in (info.description, info.solution) if text] if info is not None else []
    return attrs.evolve(state, message=f"{code}: {' '.join(words)}" if words else str(code))


def started(request: TaskRequest, known: str | None, note: Callable[[str], None]) -> Workflow[str]:
    """Make sure that the wanted task runs or has run; returns the project's id.

    Args:
        request: What is wanted.
        known: The project, if this very task was started before.
        note: Told when the service has it, so that it can be put on record.

    Raises:
        QuotaExceeded: neither balance nor coupons suffice.
        Conflict: the service does not start it; the message says why.
        OutcomeUnknown: the answer was lost, and nothing shows that it runs.
    """
    before = state_of((yield from ask(_progress(request.project))), request.project)
    if known is not None and before.phase not in {Phase.CREATED, Phase.FAILED, Phase.STOPPED}:
        return request.project
    if before.phase in {Phase.QUEUED, Phase.RUNNING}:
        note(request.project)
        return request.project
    try:
        yield from _start(request)
    except OutcomeUnknown:
        for attempt in range(_QUESTIONS):
            yield from pause(0.5 * 2**attempt)
            after = state_of((yield from ask(_progress(request.project))), request.project)
            if after.phase in {Phase.QUEUED, Phase.RUNNING} or (after.phase, after.native) != (
                before.phase,
                before.native,
            ):
                break
        else:
            raise
    note(request.project)
    return request.project


def _start(request: TaskRequest) -> Workflow[None]:
    options = {} if request.task_type is None else {"task_type": request.task_type}

    def pre_start(api: AltizureGroups) -> str | None:
        return api.tasks.pre_start(request.project, **options)

    def start(api: AltizureGroups) -> TaskStart | None:
        if request.coupons:
            return api.tasks.start_with_coupons(request.project, coupons=list(request.coupons), **options)
        return api.tasks.start(request.project, **options)

    if request.pre_start:
        yield from ask(pre_start)
        return
    answer = yield from ask(start)
    if answer is None or answer.task is None:
        raise ServerError(
            "Altizure neither started the task nor says why",
            service="altizure",
            status=200,
            operation="startReconstructionWithError",
            advice="Ask for the project's state before starting it again.",
        )


def _progress(project: str) -> Callable[[AltizureGroups], ProjectProgress | None]:
    return lambda api: api.projects.progress(project)
