"""Operations on single modelling tasks: create, change, archive, delete."""

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from skybind_emulators.application import Handler
from skybind_emulators.exchange import Call
from skybind_emulators.koomap.real3d import reading
from skybind_emulators.koomap.real3d.mistakes import code_of
from skybind_emulators.koomap.real3d.modelling import COORDINATE_SYSTEM, DEFAULTS, parameters_of
from skybind_emulators.koomap.real3d.records import CONTROLLED, MESH, NERF, UNCONTROLLED, TaskRecord
from skybind_emulators.koomap.real3d.states import (
    SUBTASK_BUSY,
    TASK_DELETABLE,
    TASK_UPDATABLE,
    Status,
)
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.storage import Vault
from skybind_emulators.koomap.real3d.views import task_view
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.settings import KooMapRules

TYPES = (CONTROLLED, UNCONTROLLED)
MODELING_TYPES = (MESH, NERF)
FOLDER_MISSING = "KMP.00021110"
# What an aerial triangulation goes by; the quality of the mesh comes after it.
_TRIANGULATION_PARAMETERS = ("accuracy", "key_point_limit", "tie_point_limit")


@frozen
class TaskHandlers:
    """Handlers of these operations."""

    stock: Stock
    vault: Vault
    uploads: Vault
    rules: KooMapRules

    def by_operation(self) -> dict[str, Handler]:
        """Handlers by operationId."""
        return {
            "createReal3DTask": self.create,
            "updateReal3DTask": self.update,
            "updateReal3DTaskArchivedStatus": self.archive,
            "deleteReal3DTask": self.delete,
        }

    def create(self, call: Call) -> Any:
        """Create a task that waits for its start. What a start needs may be set later.

        Raises:
            Refusal: 00021128 no such workspace; 00021119, 00021120, 00021105, 00021135, 00021004 a field is not valid;
                00021110 no such folder; 00021102 the workspace is full; 00021122 the name is taken.
        """
        with self.stock.lock:
            workspace_id = self.stock.workspace(call.arguments.path["workspace_id"])
            name = str(reading.needed(call.body, "task_name"))
            chosen = self._chosen(call.body)
            if len(self.stock.tasks_in(workspace_id)) >= self.rules.real3d_tasks_max:
                raise refuse("KMP.00021102")
            self._claim(workspace_id, name)
            task = TaskRecord(
                **self.stock.birth(),
                name=name,
                workspace_id=workspace_id,
                description=chosen.get("description"),
                type=chosen.get("type"),
                modeling_type=chosen.get("modeling_type"),
                modeling_params=chosen.get("modeling_params") or DEFAULTS,
                coordinate_sys=COORDINATE_SYSTEM,
                folder_code=chosen.get("folder_code"),
            )
            self.stock.tasks[task.id] = task
            return task_view(task, self.stock.account)

    def update(self, call: Call) -> Any:
        """Change what is given and lead the task back to INIT. Null takes a field's value away (our assumption).

        Whatever changes the input of an aerial triangulation undoes the one that is there, and a new folder or another
        kind of task also drops the mark points (our assumption).

        Raises:
            Refusal: as ``Stock.task`` and ``create``; 00021116, the state does not allow it.
        """
        with self.stock.lock:
            task = self._task(call)
            chosen = self._chosen(call.body)
            if task.status not in TASK_UPDATABLE:
                raise refuse("KMP.00021116")
            if chosen.get("name") is not None:
                self._claim(task.workspace_id, chosen["name"], besides=task)
                task.name = chosen["name"]
            self._undo(task, chosen)
            for field in ("description", "type", "modeling_type", "modeling_params", "folder_code"):
                if field in chosen:
                    setattr(task, field, chosen[field])
            task.status = Status.INIT
            task.progress = task.exec_start = task.exec_stop = task.fail_message = None
            self.stock.touch(task)
            return task_view(task, self.stock.account)

    def archive(self, call: Call) -> Any:
        """Put a finished task into the archive, or take it out.

        Raises:
            Refusal: as ``Stock.task``; 00021126 ``archive`` is no boolean; 00021113 the task has not succeeded;
                00021112 it is not in the archive.
        """
        with self.stock.lock:
            task = self._task(call)
            wanted = call.body.get("archive")
            if not isinstance(wanted, bool):
                raise refuse(code_of("archive"))
            if task.status is not (Status.SUCCESS if wanted else Status.ARCHIVED):
                raise refuse("KMP.00021113" if wanted else "KMP.00021112")
            task.status = Status.ARCHIVED if wanted else Status.SUCCESS
            self.stock.touch(task)
            return task_view(task, self.stock.account)

    def delete(self, call: Call) -> Any:
        """Delete a task with its subtasks and mark points. Products stay, also those of subtasks (our assumption).

        Raises:
            Refusal: as ``Stock.task``; 00021114 the state does not allow it; 00021137 a subtask runs or takes data.
        """
        with self.stock.lock:
            task = self._task(call)
            if task.status not in TASK_DELETABLE:
                raise refuse("KMP.00021114")
            subtasks = self.stock.subtasks_of(task)
            if any(subtask.status in SUBTASK_BUSY for subtask in subtasks):
                raise refuse("KMP.00021137")
            for subtask in subtasks:
                del self.stock.subtasks[subtask.id]
                self.uploads.clear(subtask.prefix)
            self._forget_triangulation(task)
            self.stock.drop_points(task)
            del self.stock.tasks[task.id]
            return True

    def _task(self, call: Call) -> TaskRecord:
        return self.stock.task(call.arguments.path["workspace_id"], call.arguments.path["task_id"])

    def _chosen(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The fields that a body names, checked, by their names in the record."""
        reading.one_of(body, "coordinate_sys", (COORDINATE_SYSTEM,))
        chosen: dict[str, Any] = {
            "name": reading.text(body, "task_name", reading.TASK_NAME),
            "description": reading.text(body, "task_description", reading.DESCRIPTION),
            "type": reading.one_of(body, "task_type", TYPES),
            "modeling_type": reading.one_of(body, "modeling_type", MODELING_TYPES),
            "folder_code": reading.text(body, "folder_code"),
            "modeling_params": None,
        }
        if body.get("modeling_params") is not None:
            chosen["modeling_params"] = parameters_of(body["modeling_params"])
        if chosen["folder_code"] is not None and chosen["folder_code"] not in self.stock.folders:
            raise refuse(FOLDER_MISSING)
        named = {"name": "task_name", "description": "task_description", "type": "task_type"}
        return {field: value for field, value in chosen.items() if named.get(field, field) in body}

    def _claim(self, workspace_id: str, name: str, besides: TaskRecord | None = None) -> None:
        for other in self.stock.tasks_in(workspace_id):
            if other is not besides and other.name.casefold() == name.casefold():
                raise refuse("KMP.00021122")

    def _undo(self, task: TaskRecord, chosen: Mapping[str, Any]) -> None:
        moved = any(field in chosen and chosen[field] != getattr(task, field) for field in ("folder_code", "type"))
        if moved:
            self.stock.drop_points(task)
        if moved or (
            "modeling_params" in chosen and _input_of(chosen["modeling_params"]) != _input_of(task.modeling_params)
        ):
            self._forget_triangulation(task)

    def _forget_triangulation(self, task: TaskRecord) -> None:
        task.triangulated = False
        self.vault.clear(self.vault.triangulation(task.id))
        if task.marker_file is not None:
            self.vault.drop(task.marker_file)
            task.marker_file = None


def _input_of(parameters: Mapping[str, str] | None) -> list[str | None]:
    return [(parameters or {}).get(name) for name in _TRIANGULATION_PARAMETERS]
