"""Real-scene 3D: from a folder of oblique photos to a running task, whatever happens to answers on the way.

Names are unique at the service, without regard to case. A task that is asked for again is therefore found by its name
rather than made twice, also by another process, and after an answer was lost.
"""

from __future__ import annotations

import hashlib
import json
from typing import Literal

import attrs

from skybind.errors import Conflict, NotFound, OutcomeUnknown, ServerError, SkybindError, Throttled, UsageError
from skybind.jobs import Phase
from skybind.koomap.modeling import Modeling
from skybind.koomap.tasks import TaskKind, TaskRef, found, state_of
from skybind.steps import Workflow, ask, find_or_make, first, pause
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.models import (
    ModelingType,
    Product,
    Real3DTask,
    Real3DTaskStatus,
    Real3DTaskType,
    RefineProduct,
    RefineSubtask,
    Workspace,
)
from skybind_clients.runtime import UNSET, Pages, Unset

__all__ = [
    "Kind",
    "Wanted",
    "archived",
    "ensured_workspace",
    "prepared",
    "product_of",
    "refine_product_of",
    "started",
    "subtask_named",
]

Kind = Literal["3d"]
_TRIES = 4
_MOST_LISTED = 500
_ID_LENGTH = 32
_NAME_LENGTH = 50
_TAKEN = frozenset({"KMP.00011105", "KMP.00021122", "KMP.00021143", "KMP.00051004", "KMP.00051024"})
_TWICE = frozenset({"KMP.00021111", "KMP.00051043"})


@attrs.frozen
class Wanted:
    """A real-scene 3D task that is wanted.

    Attributes:
        folder: Code of the folder of oblique photos.
        model: Textured mesh, or radiance field.
        controlled: Whether control points are marked.
        modeling: Parameters; None takes the service's defaults.
        name: Name of the task; made of the other attributes if empty, so that the same wish has the same name.
        description: What the task is for.
    """

    folder: str
    model: ModelingType = ModelingType.MESH
    controlled: bool = False
    modeling: Modeling | None = None
    name: str = ""
    description: str = ""

    @property
    def task_name(self) -> str:
        """Its name at the service."""
        if self.name:
            return self.name
        facts = [self.folder, self.model.value, self.controlled, attrs.asdict(self.modeling) if self.modeling else None]
        mark = hashlib.sha256(json.dumps(facts, default=str).encode()).hexdigest()[:8]
        return f"{self.model.value.lower()}_{mark}"[:_NAME_LENGTH]

    @property
    def task_type(self) -> Real3DTaskType:
        """With or without control points."""
        return Real3DTaskType.CONTROLLED if self.controlled else Real3DTaskType.UNCONTROLLED


def ensured_workspace(name_or_id: str) -> Workflow[str]:
    """The id of a workspace, which is made if there is none of that name.

    Raises:
        NotFound: an id was given, and there is no such workspace.
    """
    by_id = len(name_or_id) == _ID_LENGTH and all(letter in "0123456789abcdef" for letter in name_or_id)

    def listed(api: KoomapGroups) -> Pages[Workspace]:
        if by_id:
            return api.workspaces.list(workspace_ids=[name_or_id])
        return api.workspaces.list(workspace_name=name_or_id)

    def find() -> Workflow[str | None]:
        for workspace in (yield from first(listed, _MOST_LISTED)):
            same = workspace.workspace_id == name_or_id if by_id else _same(workspace.workspace_name, name_or_id)
            if same and isinstance(workspace.workspace_id, str):
                return workspace.workspace_id
        if by_id:
            raise NotFound(f"KooMap has no workspace {name_or_id}", service="koomap", status=200)
        return None

    def create(api: KoomapGroups) -> Workspace:
        return api.workspaces.create(workspace_name=name_or_id)

    def make() -> Workflow[str]:
        return str((yield from ask(create)).workspace_id)

    return find_or_make(find, make, taken=_is_taken)


def prepared(workspace: str, wanted: Wanted) -> Workflow[TaskRef]:
    """Make sure that the wanted task exists; it is not started yet.

    Raises:
        UsageError: there is a task of that name for other photos or of another kind.
    """

    def listed(api: KoomapGroups) -> Pages[Real3DTask]:
        return api.real3d_tasks.list(workspace, task_name=wanted.task_name)

    def put_away(api: KoomapGroups) -> Pages[Real3DTask]:
        return api.real3d_tasks.list(workspace, task_name=wanted.task_name, task_status=[Real3DTaskStatus.ARCHIVED])

    def find() -> Workflow[TaskRef | None]:
        for listing in (listed, put_away):  # archived tasks keep their names, and are listed only when asked for
            for task in (yield from first(listing, _MOST_LISTED)):
                if _same(task.task_name, wanted.task_name):
                    _check(task, wanted)
                    return TaskRef.of(task)
        return None

    def create(api: KoomapGroups) -> Real3DTask:
        return api.real3d_tasks.create(
            workspace,
            task_name=wanted.task_name,
            task_description=wanted.description or UNSET,
            task_type=wanted.task_type,
            modeling_type=wanted.model,
            modeling_params=(wanted.modeling or Modeling()).params(),
            folder_code=wanted.folder,
        )

    def make() -> Workflow[TaskRef]:
        return TaskRef.of((yield from ask(create)))

    return find_or_make(find, make, taken=_is_taken)


def subtask_named(workspace: str, task: str, name: str) -> Workflow[RefineSubtask]:
    """A refine subtask of this name, which is made if there is none."""

    def listed(api: KoomapGroups) -> Pages[RefineSubtask]:
        return api.refine_subtasks.list(workspace, task, subtask_name=name)

    def find() -> Workflow[RefineSubtask | None]:
        subtasks = yield from first(listed, _MOST_LISTED)
        return next((subtask for subtask in subtasks if _same(subtask.subtask_name, name)), None)

    def create(api: KoomapGroups) -> RefineSubtask:
        return api.refine_subtasks.create(workspace, task, subtask_name=name)

    return find_or_make(find, lambda: ask(create), taken=_is_taken)


def _is_taken(conflict: Conflict) -> bool:
    return conflict.code in _TAKEN


def _check(task: Real3DTask, wanted: Wanted) -> None:
    pairs = (
        ("folder", task.folder_code, wanted.folder),
        ("kind of task", task.task_type, wanted.task_type),
        ("kind of model", task.modeling_type, wanted.model),
    )
    for what, there, ours in pairs:
        if isinstance(there, str) and there and there != ours:
            raise UsageError(
                f"there is a task {wanted.task_name!r} with another {what}: {there}, not {ours}",
                advice="Give this one another name.",
            )


def _same(theirs: object, ours: str) -> bool:
    return isinstance(theirs, str) and theirs.casefold() == ours.casefold()


# ------------------------------------------------------------------------------------------------- start and after


def started(ref: TaskRef, *, triangulation_only: bool = False) -> Workflow[None]:
    """Make sure that a task runs, or has run: started at most once, found out about when the answer is lost.

    Raises:
        Conflict: its state does not allow a start.
    """

    def start(api: KoomapGroups) -> object:
        if ref.kind is TaskKind.REAL3D:
            only = True if triangulation_only else UNSET
            return api.real3d_tasks.start(ref.workspace, ref.task, run_at_only=only)
        return api.refine_subtasks.start(ref.workspace, ref.task, ref.subtask)

    def start_satellite(api: KoomapGroups) -> None:
        return api.satellite_tasks.start(id=ref.task)

    before = state_of((yield from found(ref)))
    trouble: SkybindError | None = None
    for attempt in range(_TRIES):
        if attempt:
            yield from pause(0.5 * 2**attempt)
            now = state_of((yield from found(ref)))
            if now.native != before.native or now.phase in {Phase.QUEUED, Phase.RUNNING}:
                return
        try:
            yield from ask(start_satellite if ref.kind is TaskKind.SATELLITE else start)
        except (OutcomeUnknown, ServerError, Throttled, Conflict) as error:
            if isinstance(error, Conflict) and error.code not in _TWICE:
                raise
            trouble = error
        else:
            return
    assert trouble is not None
    raise trouble


def archived(ref: TaskRef, into: bool) -> Workflow[None]:
    """Put a task into the archive, or take it out; nothing is done if it is there already.

    Raises:
        UsageError: refine subtasks have no archive.
        Conflict: its state does not allow it.
    """
    if ref.kind is TaskKind.REFINE:
        raise UsageError("a refine subtask cannot be archived", advice="Archive the task it belongs to.")
    if (state_of((yield from found(ref))).native == "ARCHIVED") is into:
        return

    def archive(api: KoomapGroups) -> object:
        return api.real3d_tasks.archive(ref.workspace, ref.task, archive=into)

    def archive_satellite(api: KoomapGroups) -> None:
        return api.satellite_tasks.archive(id=ref.task, archived=into)

    try:
        yield from ask(archive_satellite if ref.kind is TaskKind.SATELLITE else archive)
    except OutcomeUnknown:
        if (state_of((yield from found(ref))).native == "ARCHIVED") is not into:
            raise


def product_of(ref: TaskRef) -> Workflow[Product]:
    """The product that a real-scene 3D task made; that of its last run, if there are several.

    Raises:
        NotFound: there is none.
    """

    def listed(api: KoomapGroups) -> Pages[Product]:
        return api.products.list()  # what changed last comes first; there is no filter for tasks

    for product in (yield from first(listed, _MOST_LISTED)):
        info = product.task_info
        if isinstance(info, str):
            try:
                number = json.loads(info).get("task_id")
            except (ValueError, AttributeError):
                number = None
        else:
            number = info.task_id if not isinstance(info, Unset) and info is not None else None
        if number == ref.task:
            return product
    raise NotFound(f"KooMap lists no product of task {ref.task}", service="koomap", status=200)


def refine_product_of(subtask: RefineSubtask) -> Workflow[RefineProduct]:
    """The product that a refine subtask made.

    Raises:
        NotFound: there is none.
    """
    number = str(subtask.refine_product_id)

    def listed(api: KoomapGroups) -> Pages[RefineProduct]:
        return api.refine_products.list(refine_product_id=number)

    for product in (yield from first(listed, 1)):
        return product
    raise NotFound(f"KooMap lists no refine product {number}", service="koomap", status=200)
