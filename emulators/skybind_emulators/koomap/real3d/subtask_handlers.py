"""Operations on refine subtasks: create, list, run, delete; and, as an extension, the state of their upload."""

from collections.abc import Callable, Sequence
from typing import Any

from attrs import frozen

from skybind_emulators.application import Handler
from skybind_emulators.exchange import Call
from skybind_emulators.koomap.pages import paged
from skybind_emulators.koomap.periods import period
from skybind_emulators.koomap.real3d import reading
from skybind_emulators.koomap.real3d.making import OBJ_SUFFIX, refined
from skybind_emulators.koomap.real3d.mistakes import TIME
from skybind_emulators.koomap.real3d.orders import Order, Stored, details_of, doom
from skybind_emulators.koomap.real3d.records import NERF, RefineProductRecord, SubtaskRecord
from skybind_emulators.koomap.real3d.runs import Runs
from skybind_emulators.koomap.real3d.shelf import Shelf, product_name
from skybind_emulators.koomap.real3d.states import (
    STARTED,
    SUBTASK_DELETABLE,
    SUBTASK_STARTABLE,
    SUBTASK_STATES,
    TASK_FINISHED,
    UPLOADS,
    Status,
)
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.storage import Vault
from skybind_emulators.koomap.real3d.views import subtask_view
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.settings import KooMapRules


@frozen
class SubtaskHandlers:
    """Handlers of these operations.

    Attributes:
        uploads: where users put refined models.
    """

    stock: Stock
    vault: Vault
    uploads: Vault
    runs: Runs
    shelf: Shelf
    rules: KooMapRules

    def by_operation(self) -> dict[str, Handler]:
        """Handlers by operationId."""
        handlers: dict[str, Handler] = {
            "createReal3DSubTask": self.create,
            "listReal3DSubTasks": self.list,
            "startReal3DSubTask": self.start,
            "stopReal3DSubTask": self.stop,
            "deleteReal3DSubTask": self.delete,
        }
        if self.rules.upload_extension:
            handlers["updateReal3DSubTaskUploadStatus"] = self.set_upload_state
        return handlers

    def create(self, call: Call) -> Any:
        """Create a subtask. Its data go to ``model_path``; the id of its product is known from now on (C-59).

        Raises:
            Refusal: as ``Stock.task``; 00021144 the name is not valid; 00021140 the task makes no radiance field;
                00021141 it is not finished; 00021142 it has as many subtasks as it may; 00021143 the name is taken.
        """
        with self.stock.lock:
            task = self.stock.task(call.arguments.path["workspace_id"], call.arguments.path["task_id"])
            reading.needed(call.body, "subtask_name")
            name = reading.text(call.body, "subtask_name", reading.SUBTASK_NAME) or ""
            if task.modeling_type != NERF:
                raise refuse("KMP.00021140")
            if task.status not in TASK_FINISHED:
                raise refuse("KMP.00021141")
            others = self.stock.subtasks_of(task)
            if len(others) >= self.rules.subtasks_max:
                raise refuse("KMP.00021142")
            if any(other.name.casefold() == name.casefold() for other in others):
                raise refuse("KMP.00021143")
            birth = self.stock.birth()
            prefix = self.uploads.model(birth["id"])
            subtask = SubtaskRecord(
                **birth, name=name, task=task, prefix=prefix, refine_product_id=self.stock.ids.hex32()
            )
            self.stock.subtasks[subtask.id] = subtask
            return self._view(subtask)

    def list(self, call: Call) -> Any:
        """A page of the subtasks of a task, newest first (our assumption).

        It counts as a look at each subtask that the filters admit, apart from those of state and of time of change.

        Raises:
            Refusal: as ``Stock.task``; 00021201, 00021202, 00021149, 00021200 a parameter is not valid.
        """
        query = call.arguments.query
        offset, limit = reading.page_of(query)
        about = _lasting(query)
        states = reading.some_of(query, "subtask_status", SUBTASK_STATES)
        updated = period(query, "update_time_from", "update_time_to", TIME)
        with self.stock.lock:
            task = self.stock.task(call.arguments.path["workspace_id"], call.arguments.path["task_id"])
            looked_at = [subtask.id for subtask in self.stock.subtasks_of(task) if about(subtask)]
        if not call.struck("stall"):
            self.runs.read(looked_at, doomed_at=doom(call))
        with self.stock.lock:
            found = [
                subtask
                for subtask in self.stock.subtasks_of(task)
                if about(subtask) and (not states or subtask.status in states) and updated(subtask.updated_at)
            ]
            found.sort(key=lambda subtask: subtask.serial, reverse=True)
            rows, page = paged(found, offset, limit)
            return {"subtasks": [self._view(subtask) for subtask in rows], "page": page}

    def start(self, call: Call) -> Any:
        """Start a subtask whose data are there.

        Raises:
            Refusal: as ``Stock.subtask``; 00021145, the state does not allow it.
        """
        with self.stock.lock:
            subtask = self._subtask(call)
            if subtask.status not in SUBTASK_STARTABLE:
                raise refuse("KMP.00021145")
            self.runs.begin(subtask, self._order(subtask), stalled_by=call.struck("stall"), doomed_at=doom(call))
            return self._view(subtask)

    def stop(self, call: Call) -> Any:
        """Stop a subtask. One that still waits is UPLOAD_SUCCESS at once, others are STOPPING for a while.

        Raises:
            Refusal: as ``Stock.subtask``; 00021146, the state does not allow it.
        """
        with self.stock.lock:
            subtask = self._subtask(call)
            if subtask.status not in STARTED:
                raise refuse("KMP.00021146")
            self.runs.stop(subtask, Status.UPLOAD_SUCCESS)
            return True

    def delete(self, call: Call) -> Any:
        """Delete a subtask, what was uploaded for it, and its product.

        Raises:
            Refusal: as ``Stock.subtask``; 00021147, the state does not allow it.
        """
        with self.stock.lock:
            subtask = self._subtask(call)
            if subtask.status not in SUBTASK_DELETABLE:
                raise refuse("KMP.00021147")
            if (product := self.stock.refine_products.get(subtask.refine_product_id)) is not None:
                self.shelf.remove(product)
            self.uploads.clear(subtask.prefix)
            del self.stock.subtasks[subtask.id]
            return True

    def set_upload_state(self, call: Call) -> Any:
        """Say how far the upload is. A guess at an operation that must exist, and is documented nowhere.

        Raises:
            Refusal: as ``Stock.subtask``; 00021150 the state is not one of an upload; 00021139 an upload begins only
                from INIT; 00021148 an upload ends only from UPLOADING; 00021138 no .obj file lies at ``model_path``.
        """
        with self.stock.lock:
            subtask = self._subtask(call)
            reading.needed(call.body, "upload_status")
            wanted = Status(reading.one_of(call.body, "upload_status", UPLOADS) or Status.UPLOADING)
            if wanted is Status.UPLOADING and subtask.status is not Status.INIT:
                raise refuse("KMP.00021139")
            if wanted is not Status.UPLOADING and subtask.status is not Status.UPLOADING:
                raise refuse("KMP.00021148")
            if wanted is Status.UPLOAD_SUCCESS:
                names = [stored.key.lower() for stored in self.uploads.under(subtask.prefix) if stored.size]
                if not any(name.endswith(OBJ_SUFFIX) for name in names):
                    raise refuse("KMP.00021138")
            subtask.status = wanted
            self.stock.touch(subtask)
            return self._view(subtask)

    def _subtask(self, call: Call) -> SubtaskRecord:
        path = call.arguments.path
        return self.stock.subtask(path["workspace_id"], path["task_id"], path["subtask_id"])

    def _view(self, subtask: SubtaskRecord) -> dict[str, Any]:
        return subtask_view(subtask, self.stock.account, self.uploads)

    def _order(self, subtask: SubtaskRecord) -> Order:
        uploaded = [
            (stored.key.removeprefix(subtask.prefix), stored.path) for stored in self.uploads.under(subtask.prefix)
        ]
        task, product_id = subtask.task, subtask.refine_product_id
        name = product_name(task.name, subtask.name, at=self.stock.clock.now())
        prefix = self.vault.product(product_id)

        def publish(stored: Sequence[Stored]) -> None:
            self.stock.refine_products[product_id] = RefineProductRecord(
                **self.stock.product_birth(task),
                id=product_id,
                name=name,
                folder_code=None,
                subtask_id=subtask.id,
                subtask_name=subtask.name,
                subtask_created_at=subtask.created_at,
                subtask_completed_at=subtask.exec_stop or self.stock.clock.now(),
                details=details_of(stored),
                prefix=prefix,
            )

        return Order(refined(uploaded, name), prefix, publish, len(uploaded))


def _lasting(query: reading.Fields) -> Callable[[SubtaskRecord], bool]:
    """The filters on what a run does not change."""
    wanted = reading.text(query, "subtask_id")
    name = reading.text(query, "subtask_name")
    created = period(query, "create_time_from", "create_time_to", TIME)

    def admits(subtask: SubtaskRecord) -> bool:
        return wanted in (None, subtask.id) and reading.like(subtask.name, name) and created(subtask.created_at)

    return admits
