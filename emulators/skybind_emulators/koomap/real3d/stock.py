"""All that the real-scene 3D half of an account holds, and how its parts are found."""

from typing import Any

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.real3d.modelling import as_text
from skybind_emulators.koomap.real3d.reading import ID
from skybind_emulators.koomap.real3d.records import (
    DoneModelling,
    FolderRecord,
    ImageRecord,
    PointRecord,
    ProductRecord,
    RefineProductRecord,
    SubtaskRecord,
    TaskRecord,
    Worked,
)
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.workspaces import Workspaces

WORKSPACE_MISSING = "KMP.00021128"
# No code names subtasks; this one is for any resource.
SUBTASK_MISSING = "KMP.00021006"


class Stock:
    """Tasks, subtasks, folders, photos, mark points and products. Whoever reads or changes them holds ``lock``.

    Attributes:
        lock: that of the whole account.
    """

    def __init__(self, account: Account, workspaces: Workspaces, clock: SimulatedClock, ids: Ids) -> None:
        self.lock = workspaces.lock
        self.account = account
        self.clock = clock
        self.ids = ids
        self.tasks: dict[str, TaskRecord] = {}
        self.subtasks: dict[str, SubtaskRecord] = {}
        self.folders: dict[str, FolderRecord] = {}
        self.images: dict[str, ImageRecord] = {}
        self.points: dict[str, PointRecord] = {}
        self.products: dict[str, ProductRecord] = {}
        self.refine_products: dict[str, RefineProductRecord] = {}
        self.done: list[DoneModelling] = []
        self._workspaces = workspaces
        self._serial = 0
        workspaces.occupied.append(self._occupies)

    def serial(self) -> int:
        """The next number in the order of creation."""
        self._serial += 1
        return self._serial

    def birth(self) -> dict[str, Any]:
        """The fields that every new task and subtask starts with."""
        now = self.clock.now()
        return {
            "id": self.ids.hex32(),
            "creator": self.account.creator,
            "latest_operator": self.account.creator,
            "created_at": now,
            "updated_at": now,
            "serial": self.serial(),
        }

    def product_birth(self, task: TaskRecord) -> dict[str, Any]:
        """The fields that every new product starts with: what it tells of its task, which may be gone later."""
        now = self.clock.now()
        return {
            "task_id": task.id,
            "task_name": task.name,
            "task_params": as_text(task.modeling_params),
            "task_started_at": task.exec_start,
            "task_ended_at": task.exec_stop,
            "workspace_id": task.workspace_id,
            "created_at": now,
            "updated_at": now,
            "seen_at": self.clock.simulated(),
            "serial": self.serial(),
        }

    def touch(self, record: Worked) -> None:
        """Note that the account's user changed a task or subtask now."""
        record.updated_at = self.clock.now()
        record.latest_operator = self.account.creator

    def workspace(self, workspace_id: str) -> str:
        """The id of a workspace that exists.

        Raises:
            Refusal: 00021128, there is none.
        """
        return self._workspaces.find(workspace_id, WORKSPACE_MISSING).workspace_id

    def task(self, workspace_id: str, task_id: str) -> TaskRecord:
        """A task of a workspace.

        Raises:
            Refusal: 00021128 no such workspace; 00021125 this is no id; 00021118 no such task; 00021129 the task is in
                another workspace.
        """
        self.workspace(workspace_id)
        if not ID.fullmatch(task_id):
            raise refuse("KMP.00021125")
        if task_id not in self.tasks:
            raise refuse("KMP.00021118")
        if self.tasks[task_id].workspace_id != workspace_id:
            raise refuse("KMP.00021129")
        return self.tasks[task_id]

    def subtask(self, workspace_id: str, task_id: str, subtask_id: str) -> SubtaskRecord:
        """A subtask of a task.

        Raises:
            Refusal: as ``task``; 00021006, the task has no such subtask.
        """
        task = self.task(workspace_id, task_id)
        found = self.subtasks.get(subtask_id)
        if found is None or found.task is not task:
            raise refuse(SUBTASK_MISSING)
        return found

    def tasks_in(self, workspace_id: str) -> list[TaskRecord]:
        """All tasks of a workspace, oldest first."""
        return [task for task in self.tasks.values() if task.workspace_id == workspace_id]

    def subtasks_of(self, task: TaskRecord) -> list[SubtaskRecord]:
        """All subtasks of a task, oldest first."""
        return [subtask for subtask in self.subtasks.values() if subtask.task is task]

    def points_of(self, task: TaskRecord) -> list[PointRecord]:
        """All mark points of a task, oldest first."""
        return [point for point in self.points.values() if point.task_id == task.id]

    def drop_points(self, task: TaskRecord) -> None:
        """Forget all mark points of a task."""
        for point in self.points_of(task):
            del self.points[point.id]
        task.has_marker = False

    def _occupies(self, workspace_id: str) -> bool:
        return bool(self.tasks_in(workspace_id))
