"""KooMap's three kinds of task, seen alike: how one is named, found, and where it stands.

Real-scene 3D tasks and refine subtasks are found by id. The list of satellite tasks has no filter for ids and leaves
archived ones out, so that a satellite task is looked for by its name, and then among the archived.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

import attrs

from skybind.errors import NotFound, SkybindError, UsageError
from skybind.jobs import JobState, Phase
from skybind.steps import Workflow, first
from skybind.tokens import read_token, write_token
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.models import (
    Real3DTask,
    Real3DTaskStatus,
    RefineSubtask,
    RefineSubtaskStatus,
    SatelliteTask,
    SatelliteTaskStatus,
)
from skybind_clients.runtime import Pages, Unset

__all__ = ["MOST_ASKED", "Task", "TaskKind", "TaskRef", "found", "state_of", "states_of"]

Task = SatelliteTask | Real3DTask | RefineSubtask
MOST_ASKED = 100  # entries of one page; as many tasks are asked about at once
_ALL_TASKS = 500  # of a workspace, by the manual


class TaskKind(StrEnum):
    """Which of the three."""

    SATELLITE = "satellite"
    REAL3D = "real3d"
    REFINE = "refine"


_PHASES: dict[Any, Phase] = {
    SatelliteTaskStatus.INIT: Phase.CREATED,
    SatelliteTaskStatus.START_RUNNING: Phase.QUEUED,
    SatelliteTaskStatus.RUNNING: Phase.RUNNING,
    SatelliteTaskStatus.STOPPING: Phase.RUNNING,
    SatelliteTaskStatus.STOP_FAILED: Phase.RUNNING,  # it goes on
    SatelliteTaskStatus.STOP_SUCCESS: Phase.STOPPED,
    SatelliteTaskStatus.SUCCESS: Phase.DONE,
    SatelliteTaskStatus.ARCHIVED: Phase.DONE,
    SatelliteTaskStatus.FAILED: Phase.FAILED,
    Real3DTaskStatus.INIT: Phase.CREATED,
    Real3DTaskStatus.PENDING: Phase.QUEUED,
    Real3DTaskStatus.STARTING: Phase.QUEUED,
    Real3DTaskStatus.RUNNING: Phase.RUNNING,
    Real3DTaskStatus.STOPPING: Phase.RUNNING,
    Real3DTaskStatus.BUNDLE_SUCCESS: Phase.HELD,
    Real3DTaskStatus.START_FAILED: Phase.FAILED,
    Real3DTaskStatus.STOP_SUCCESS: Phase.STOPPED,
    Real3DTaskStatus.SUCCESS: Phase.DONE,
    Real3DTaskStatus.ARCHIVED: Phase.DONE,
    Real3DTaskStatus.FAILED: Phase.FAILED,
    RefineSubtaskStatus.INIT: Phase.CREATED,
    RefineSubtaskStatus.UPLOADING: Phase.CREATED,
    RefineSubtaskStatus.UPLOAD_SUCCESS: Phase.CREATED,
    RefineSubtaskStatus.UPLOAD_FAILED: Phase.CREATED,
    RefineSubtaskStatus.PENDING: Phase.QUEUED,
    RefineSubtaskStatus.STARTING: Phase.QUEUED,
    RefineSubtaskStatus.RUNNING: Phase.RUNNING,
    RefineSubtaskStatus.STOPPING: Phase.RUNNING,
    RefineSubtaskStatus.START_FAILED: Phase.FAILED,
    RefineSubtaskStatus.STOP_SUCCESS: Phase.STOPPED,
    RefineSubtaskStatus.SUCCESS: Phase.DONE,
    RefineSubtaskStatus.FAILED: Phase.FAILED,
}
_ADVICE: dict[Any, str] = {
    Real3DTaskStatus.BUNDLE_SUCCESS: "aerial triangulation is done; mark control points, then start it again",
    RefineSubtaskStatus.INIT: "the refined model is not uploaded yet",
}


@attrs.frozen
class TaskRef:
    """Names one task for as long as it exists.

    Attributes:
        kind: Which of the three.
        workspace: Id of its workspace.
        task: Its id; of a refine subtask, that of the task it belongs to.
        subtask: Id of the refine subtask, else empty.
        name: Name of a satellite task, by which it is found faster; may be empty.
    """

    kind: TaskKind
    workspace: str
    task: str
    subtask: str = ""
    name: str = ""

    @property
    def id(self) -> str:
        """Its own id."""
        return self.subtask or self.task

    @property
    def token(self) -> str:
        """Goes on with this task in another process; holds no secret."""
        content = {"k": self.kind.value, "w": self.workspace, "t": self.task, "s": self.subtask, "n": self.name}
        return write_token("koomap", content)

    @classmethod
    def of(cls, task: Task | TaskRef | str) -> TaskRef:
        """From a task that the service gave, or from a resume token.

        Raises:
            UsageError: a token of another service, or a text that is none.
        """
        if isinstance(task, TaskRef):
            return task
        if isinstance(task, str):
            return cls._of_token(task)
        workspace, number = _text(task.workspace_id), _text(task.task_id)
        if isinstance(task, RefineSubtask):
            return cls(TaskKind.REFINE, workspace, number, _text(task.subtask_id))
        if isinstance(task, Real3DTask):
            return cls(TaskKind.REAL3D, workspace, number)
        return cls(TaskKind.SATELLITE, workspace, number, name=_text(task.task_name))

    @classmethod
    def _of_token(cls, token: str) -> TaskRef:
        if "." not in token:
            raise UsageError(
                f"{token[:40]!r} is not a resume token",
                advice="KooMap finds a task by workspace and id: give the task itself, or the token of its job.",
            )
        content = read_token(token, "koomap")
        try:
            kind = TaskKind(content["k"])
            return cls(kind, content["w"], content["t"], content.get("s", ""), content.get("n", ""))
        except (KeyError, ValueError) as error:
            raise UsageError("the token does not name a task", advice="Copy it whole.") from error


def _text(value: str | Unset | None) -> str:
    return value if isinstance(value, str) else ""


def _share(text: object) -> float | None:
    """Progress, which comes as decimal text; None before the start."""
    try:
        return min(1.0, max(0.0, float(str(text)))) if isinstance(text, (str, int, float)) else None
    except ValueError:
        return None


def state_of(task: Task) -> JobState:
    """The common view of a task."""
    ref = TaskRef.of(task)
    native: RefineSubtaskStatus | Real3DTaskStatus | SatelliteTaskStatus | Unset
    if isinstance(task, RefineSubtask):
        native, share = task.subtask_status, _share(task.subtask_progress)
    elif isinstance(task, Real3DTask):
        native = task.task_status
        shares = (_share(task.task_progress), _share(task.at_progress))
        share = next((found for found in shares if found), shares[0])
    else:
        native, share = task.task_status, _share(task.task_progress)
    words = _text(task.fail_message) or _ADVICE.get(native, "")
    return JobState(
        job_id=ref.id,
        phase=_PHASES.get(native, Phase.UNKNOWN),
        native=str(native.value) if not isinstance(native, Unset) else "",
        progress=share,
        message=words,
    )


# ------------------------------------------------------------------------------------------------- finding them


def found(ref: TaskRef) -> Workflow[Task]:
    """The task as it is now.

    Raises:
        NotFound: there is no such task any more.
    """
    tasks = yield from _listed([ref])
    if ref.id not in tasks:
        raise _gone(ref)
    return tasks[ref.id]


def states_of(refs: Sequence[TaskRef]) -> Workflow[dict[str, JobState | SkybindError]]:
    """The states of many tasks, a question for each workspace and kind; at most ``MOST_ASKED`` refs."""
    states: dict[str, JobState | SkybindError] = {}
    for group in _grouped(refs):
        try:
            tasks = yield from _listed(group)
        except SkybindError as error:
            states |= {ref.id: error for ref in group}
        else:
            states |= {ref.id: state_of(tasks[ref.id]) if ref.id in tasks else _gone(ref) for ref in group}
    return states


def _gone(ref: TaskRef) -> NotFound:
    what = "refine subtask" if ref.kind is TaskKind.REFINE else f"{ref.kind.value} task"
    return NotFound(f"KooMap lists no {what} {ref.id}", service="koomap", status=200)


def _grouped(refs: Iterable[TaskRef]) -> Iterable[list[TaskRef]]:
    groups: dict[tuple[str, ...], list[TaskRef]] = {}
    for ref in refs:
        parent = ref.task if ref.kind is TaskKind.REFINE else ""
        groups.setdefault((ref.kind, ref.workspace, parent), []).append(ref)
    return groups.values()


def _listed(refs: Sequence[TaskRef]) -> Workflow[Mapping[str, Task]]:
    """Tasks of one kind and workspace, by id; those that are gone are missing."""
    one = refs[0]
    if one.kind is TaskKind.REAL3D:

        def real3d(api: KoomapGroups) -> Pages[Real3DTask]:
            return api.real3d_tasks.list(one.workspace, task_ids=[ref.task for ref in refs])

        return {_text(task.task_id): task for task in (yield from first(real3d, len(refs)))}
    if one.kind is TaskKind.REFINE:

        def refine(api: KoomapGroups) -> Pages[RefineSubtask]:
            if len(refs) == 1:
                return api.refine_subtasks.list(one.workspace, one.task, subtask_id=one.subtask)
            return api.refine_subtasks.list(one.workspace, one.task)

        return {_text(task.subtask_id): task for task in (yield from first(refine, _ALL_TASKS))}
    return (yield from _satellite(refs))


def _satellite(refs: Sequence[TaskRef]) -> Workflow[Mapping[str, Task]]:
    wanted = {ref.task for ref in refs}
    name = refs[0].name if len(refs) == 1 else ""
    tasks: dict[str, Task] = {}
    for archived in (False, True):

        def listed(api: KoomapGroups, archived: bool = archived) -> Pages[SatelliteTask]:
            filters: dict[str, Any] = {"task_name": name} if name else {}
            if archived:
                filters["task_status"] = [SatelliteTaskStatus.ARCHIVED]
            return api.satellite_tasks.list(workspace_id=refs[0].workspace, **filters)

        tasks |= {_text(task.task_id): task for task in (yield from first(listed, _ALL_TASKS))}
        if wanted <= tasks.keys():
            break
    return {number: task for number, task in tasks.items() if number in wanted}
