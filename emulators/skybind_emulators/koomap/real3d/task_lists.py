"""Operations on the tasks of a workspace: the list and the overview."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from skybind_emulators.application import Handler
from skybind_emulators.exchange import Call
from skybind_emulators.koomap.pages import paged
from skybind_emulators.koomap.periods import period
from skybind_emulators.koomap.real3d import reading
from skybind_emulators.koomap.real3d.mistakes import TIME, code_of
from skybind_emulators.koomap.real3d.orders import doom
from skybind_emulators.koomap.real3d.records import TaskRecord
from skybind_emulators.koomap.real3d.runs import Runs
from skybind_emulators.koomap.real3d.states import MOVING, TASK_STATES, Status
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.task_handlers import MODELING_TYPES, TYPES
from skybind_emulators.koomap.real3d.views import task_view
from skybind_emulators.koomap.refusals import refuse

_GROUPS = {
    "running_count": MOVING,
    "success_count": frozenset({Status.SUCCESS, Status.STOP_SUCCESS}),
    "failed_count": frozenset({Status.START_FAILED, Status.FAILED}),
    "archived_count": frozenset({Status.ARCHIVED}),
}

Filter = Callable[[TaskRecord], bool]


@frozen
class TaskLists:
    """Handlers of these operations."""

    stock: Stock
    runs: Runs

    def by_operation(self) -> dict[str, Handler]:
        """Handlers by operationId."""
        return {"listTasksInWorkspace": self.list, "showTaskOverviewInWorkspace": self.overview}

    def list(self, call: Call) -> Any:
        """A page of tasks, newest first (our assumption).

        It counts as a look at each task that the filters admit, apart from those of state and of time of change.

        Raises:
            Refusal: 00021128 no such workspace; 00021201, 00021202, 00021119, 00021105, 00021135, 00021125, 00021121,
                00021200 a parameter is not valid.
        """
        query = call.arguments.query
        offset, limit = reading.page_of(query)
        about, now = _lasting(query), _passing(query)
        with self.stock.lock:
            workspace_id = self.stock.workspace(call.arguments.path["workspace_id"])
            looked_at = [task.id for task in self.stock.tasks_in(workspace_id) if about(task)]
        if not call.struck("stall"):
            self.runs.read(looked_at, doomed_at=doom(call))
        with self.stock.lock:
            found = [task for task in self.stock.tasks_in(workspace_id) if about(task) and now(task)]
            found.sort(key=lambda task: task.serial, reverse=True)
            rows, page = paged(found, offset, limit)
            return {"tasks": [task_view(task, self.stock.account) for task in rows], "page": page}

    def overview(self, call: Call) -> Any:
        """How many tasks a workspace has, by groups of states. The total has also those of no group (C-54).

        Raises:
            Refusal: 00021128, no such workspace.
        """
        with self.stock.lock:
            workspace_id = self.stock.workspace(call.arguments.path["workspace_id"])
            states = [task.status for task in self.stock.tasks_in(workspace_id)]
        counts = {name: sum(state in group for state in states) for name, group in _GROUPS.items()}
        return {"workspace_id": workspace_id, "total_count": len(states), **counts}


def _lasting(query: reading.Fields) -> Filter:
    """The filters on what a run does not change."""
    name = reading.text(query, "task_name", reading.TASK_NAME)
    types = reading.some_of(query, "task_type", TYPES)
    modeling_type = reading.one_of(query, "modeling_type", MODELING_TYPES)
    ids = frozenset(reading.many(query, "task_ids"))
    if not all(reading.ID.fullmatch(id_) for id_ in ids):
        raise refuse(code_of("task_ids"))
    created = period(query, "create_time_from", "create_time_to", TIME)

    def admits(task: TaskRecord) -> bool:
        return (
            reading.like(task.name, name)
            and (not types or task.type in types)
            and (modeling_type is None or task.modeling_type == modeling_type)
            and (not ids or task.id in ids)
            and created(task.created_at)
        )

    return admits


def _passing(query: reading.Fields) -> Filter:
    """The filters on what a run changes. Archived tasks are only shown when asked for, by state or by id."""
    states = reading.some_of(query, "task_status", TASK_STATES)
    updated = period(query, "update_time_from", "update_time_to", TIME)
    with_archived = Status.ARCHIVED in states or bool(reading.many(query, "task_ids"))

    def admits(task: TaskRecord) -> bool:
        shown = task.status in states if states else with_archived or task.status is not Status.ARCHIVED
        return shown and updated(task.updated_at)

    return admits
