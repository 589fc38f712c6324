"""Operations of the group `satellite_tasks`: how tasks begin and what is done with them."""

import json
from collections.abc import Callable
from typing import Any

from skybind_emulators.exchange import Call
from skybind_emulators.koomap.moments import moment
from skybind_emulators.koomap.pages import paged
from skybind_emulators.koomap.periods import period
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.satellite.orders import Orders
from skybind_emulators.koomap.satellite.results import ResultFolder
from skybind_emulators.koomap.satellite.runs import Runs
from skybind_emulators.koomap.satellite.tasks import (
    DELETABLE,
    FINISHED,
    MOVING,
    STARTABLE,
    STARTED,
    STOPPABLE,
    Status,
    TaskRecord,
    Tasks,
)

_NO_SUCH_DATE = "KMP.00051026"


class TaskHandlers:
    """Handlers of the group."""

    def __init__(self, tasks: Tasks, orders: Orders, runs: Runs, results: ResultFolder) -> None:
        self._tasks = tasks
        self._orders = orders
        self._runs = runs
        self._results = results

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        handlers: dict[str, Callable[[Call], Any]] = {
            "createTask": self.create,
            "showTaskOverview": self.overview,
            "listTaskInfo": self.list_page,
            "startTask": self.start,
            "stopTask": self.stop,
            "updateTaskArchivedStatus": self.archive,
            "deleteTask": self.delete,
        }
        return {name: self._settled(handler) for name, handler in handlers.items()}

    def create(self, call: Call) -> Any:
        """Create a task that waits for its start.

        Raises:
            Refusal: see ``Orders.take``.
        """
        return self._view(self._orders.take(call.body))

    def overview(self, call: Call) -> Any:
        """Counts of the tasks of a workspace. They need not add up: those not started or failed are in ``total``
        only (C-39)."""
        tasks = self._tasks.inside(self._tasks.workspace(call.arguments.query["workspace_id"]).workspace_id)
        return {"total": len(tasks), "finished": _count(tasks, FINISHED), "unfinished": _count(tasks, MOVING)}

    def list_page(self, call: Call) -> Any:
        """A page of the tasks of a workspace, newest first (our assumption). It counts as a look at the state of each.

        Archived tasks are in it only if their state is asked for.
        """
        query = call.arguments.query
        created = period(query, "create_time_start", "create_time_end", _NO_SUCH_DATE)
        inside = self._tasks.inside(self._tasks.workspace(query["workspace_id"]).workspace_id)
        self._runs.read(inside, call)
        part, wanted = query.get("task_name", "").casefold(), query.get("task_status") or ()
        found = [
            task
            for task in reversed(inside)
            if part in task.name.casefold()
            and (task.status in wanted if wanted else task.status is not Status.ARCHIVED)
            and created(task.created_at)
        ]
        rows, page = paged(found, query.get("offset", 0), query.get("limit", 10))
        counts = {
            "totalNum": len(inside),
            "failedNum": _count(inside, {Status.FAILED}),
            "archivedNum": _count(inside, {Status.ARCHIVED}),
            "successNum": _count(inside, {Status.SUCCESS}),
            "runningNum": _count(inside, MOVING),
        }
        # C-32: an object, as in the table; the official Java decoder fails at the list of the example.
        return {"page": page, "data": [self._view(task) for task in rows], "taskNumVo": counts}

    def start(self, call: Call) -> Any:
        """Start a task.

        Raises:
            Refusal: 00051043 it runs already; 00051015 its state does not allow it; or there is no such task.
        """
        task = self._tasks.task(call.body["id"])
        if task.status in STARTED:
            raise refuse("KMP.00051043")
        if task.status not in STARTABLE:
            raise refuse("KMP.00051015")
        self._runs.begin(task, call)
        return True

    def stop(self, call: Call) -> Any:
        """Stop a task that waits or runs.

        Raises:
            Refusal: 00051017 its state does not allow it; or there is no such task.
        """
        task = self._tasks.task(call.body["id"])
        if task.status not in STOPPABLE:
            raise refuse("KMP.00051017")
        self._runs.stop(task, call)
        return True

    def archive(self, call: Call) -> Any:
        """Put a task into the archive, or take it out.

        Raises:
            Refusal: 00051018 it has not succeeded; 00051019 it is not archived; or there is no such task.
        """
        task = self._tasks.task(call.body["id"])
        if call.arguments.query["archived"]:
            if task.status is not Status.SUCCESS:
                raise refuse("KMP.00051018")
            task.status = Status.ARCHIVED
        else:
            if task.status is not Status.ARCHIVED:
                raise refuse("KMP.00051019")
            task.status = Status.SUCCESS
        return True

    def delete(self, call: Call) -> Any:
        """Delete a task that was not started, failed or was stopped.

        Raises:
            Refusal: 00051047 its state does not allow it; or there is no such task.
        """
        task = self._tasks.task(call.body["id"])
        if task.status not in DELETABLE:
            raise refuse("KMP.00051047")
        self._tasks.delete(task)
        return True

    def _settled(self, handler: Callable[[Call], Any]) -> Callable[[Call], Any]:
        """The handler, called with the lock held once all tasks are up to date."""

        def handle(call: Call) -> Any:
            with self._tasks.lock:
                self._runs.settle(stalled=call.struck("stall") is not None)
                return handler(call)

        return handle

    def _view(self, task: TaskRecord) -> dict[str, Any]:
        account = self._tasks.account
        return {
            "task_id": task.task_id,
            "workspace_id": task.workspace_id,
            "data_id": json.dumps(list(task.image_ids)),  # C-33: JSON as text
            "task_name": task.name,
            "creator": account.creator,
            "create_time": moment(task.created_at),
            "task_status": task.status.value,
            "task_type": "ORSIP",
            "task_description": task.description,
            "exec_start_time": None if task.started_at is None else moment(task.started_at),
            "exec_stop_time": None if task.stopped_at is None else moment(task.stopped_at),
            "origin_data_alias": None,
            "production_level": task.level,
            "task_progress": f"{task.progress:.1f}",
            "shape_id": task.shape_id,
            "is_deleted": 0,
            "image_url": None if task.preview is None else self._results.link(task.preview),
            "domain_id": account.domain_id,
            "fail_message": task.fail_message,
            "frozen_tag": None,
            "isClip": task.clip,
            "isTile": task.tile,
        }


def _count(tasks: list[TaskRecord], states: frozenset[Status] | set[Status]) -> int:
    return sum(task.status in states for task in tasks)
