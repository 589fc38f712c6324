"""Satellite tasks: records, states, and how they are found."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from attrs import define

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.faults import Fault
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.workspaces import WorkspaceRecord, Workspaces


class Status(StrEnum):
    """States of a satellite task."""

    INIT = "INIT"
    START_RUNNING = "START_RUNNING"
    RUNNING = "RUNNING"
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"
    STOPPING = "STOPPING"
    STOP_SUCCESS = "STOP_SUCCESS"
    STOP_FAILED = "STOP_FAILED"
    ARCHIVED = "ARCHIVED"


STARTED = frozenset({Status.START_RUNNING, Status.RUNNING})
MOVING = STARTED | {Status.STOPPING}
# KMP.00051015; the "delete failed" of its advice is in no list of states.
STARTABLE = frozenset({Status.INIT, Status.STOP_SUCCESS, Status.FAILED})
# C-40: running by the code's text, waiting too by the console's guide. That a stop which failed may be tried again is
# our assumption: no other action leads out of that state.
STOPPABLE = STARTED | {Status.STOP_FAILED}
DELETABLE = frozenset({Status.INIT, Status.STOP_SUCCESS, Status.FAILED})
FINISHED = frozenset({Status.SUCCESS, Status.ARCHIVED})

_ID_LENGTHS = range(32, 37)


@define(kw_only=True, eq=False)
class Run:
    """What is known of a started task besides its record.

    Attributes:
        whole_s: simulated seconds it takes, or its stop.
        seen_at: simulated time when it was last looked at.
        elapsed_s: simulated seconds it ran, pauses left out.
        reads: how often its state was read.
        stalled_by: the fault that stopped it at its start, if one did.
        doomed: it ends as failed.
        stopping: it was told to stop; the time and the reads above are those since.
        unstoppable: the stop will fail.
    """

    whole_s: float
    seen_at: float
    elapsed_s: float = 0.0
    reads: int = 0
    stalled_by: Fault | None = None
    doomed: bool = False
    stopping: bool = False
    unstoppable: bool = False


@define(kw_only=True, eq=False)
class TaskRecord:
    """A satellite task. Times are Unix seconds; ``serial`` tells the order of creation.

    Attributes:
        results: alias and description by the name of each result image.
        progress: share that is done, 0 to 1.
        preview: key of a picture of its first result in the store, None before there is one.
        run: its present or last run, None before the first.
    """

    task_id: str
    workspace_id: str
    name: str
    description: str
    image_ids: Sequence[str]
    level: str
    coordination: str
    results: Mapping[str, tuple[str, str]]
    csv_ids: Sequence[str]
    shape_id: str | None
    clip: str
    tile: str
    created_at: float
    serial: int
    status: Status = Status.INIT
    progress: float = 0.0
    started_at: float | None = None
    stopped_at: float | None = None
    preview: str | None = None
    fail_message: str | None = None
    run: Run | None = None


class Tasks:
    """The satellite tasks of an account. Whoever reads or changes them holds ``lock``, that of all of the account.

    Attributes:
        foreign_workspace: id of a workspace of another tenant.
        foreign_task: id of a task of another tenant.
    """

    def __init__(self, account: Account, workspaces: Workspaces, clock: SimulatedClock, ids: Ids) -> None:
        self.lock = workspaces.lock
        self.account = account
        self.clock = clock
        self.ids = ids
        self.records: dict[str, TaskRecord] = {}
        self.foreign_workspace = ids.hex32()
        self.foreign_task = ids.hex32()
        self._workspaces = workspaces
        self._deleted: set[str] = set()
        self._serial = 0
        workspaces.occupied.append(self._occupies)

    def serial(self) -> int:
        """The next number in the order of creation."""
        self._serial += 1
        return self._serial

    def workspace(self, workspace_id: str) -> WorkspaceRecord:
        """A workspace.

        Raises:
            Refusal: 00051002 it is another tenant's; 00051061 it was deleted; 00051053 there is none.
        """
        if workspace_id == self.foreign_workspace:
            raise refuse("KMP.00051002")
        if self._workspaces.was_deleted(workspace_id):
            raise refuse("KMP.00051061")
        return self._workspaces.find(workspace_id, "KMP.00051053")

    def task(self, task_id: str) -> TaskRecord:
        """A task.

        Raises:
            Refusal: 00051052 it is no task id; 00051014 it is another tenant's; 00051046 it was deleted; 00051044 there
                is none.
        """
        if len(task_id) not in _ID_LENGTHS:
            raise refuse("KMP.00051052")
        if task_id == self.foreign_task:
            raise refuse("KMP.00051014")
        if task_id in self._deleted:
            raise refuse("KMP.00051046")
        if task_id not in self.records:
            raise refuse("KMP.00051044")
        return self.records[task_id]

    def inside(self, workspace_id: str) -> list[TaskRecord]:
        """The tasks of a workspace, oldest first."""
        return [task for task in self.records.values() if task.workspace_id == workspace_id]

    def delete(self, task: TaskRecord) -> None:
        """Delete a task, and remember that there was one."""
        del self.records[task.task_id]
        self._deleted.add(task.task_id)

    def _occupies(self, workspace_id: str) -> bool:
        return bool(self.inside(workspace_id))
