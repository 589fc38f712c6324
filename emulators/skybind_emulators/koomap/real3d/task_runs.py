"""Start and stop of modelling tasks, and what becomes of their files."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from skybind_emulators.application import Handler
from skybind_emulators.exchange import Call
from skybind_emulators.koomap.real3d.album import Album
from skybind_emulators.koomap.real3d.making import Workshop
from skybind_emulators.koomap.real3d.mistakes import INVALID
from skybind_emulators.koomap.real3d.orders import Order, Stored, details_of, doom
from skybind_emulators.koomap.real3d.progress import TRIANGULATION_SHARE
from skybind_emulators.koomap.real3d.records import (
    MESH,
    NERF,
    Detail,
    DoneModelling,
    FolderRecord,
    ProductRecord,
    TaskRecord,
)
from skybind_emulators.koomap.real3d.runs import Runs
from skybind_emulators.koomap.real3d.shelf import product_name
from skybind_emulators.koomap.real3d.states import STARTED, TASK_STARTABLE, Status
from skybind_emulators.koomap.real3d.stock import Stock
from skybind_emulators.koomap.real3d.storage import Vault
from skybind_emulators.koomap.real3d.views import task_view
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.settings import KooMapRules


@frozen
class TaskRuns:
    """Handlers of these operations."""

    stock: Stock
    vault: Vault
    album: Album
    workshop: Workshop
    runs: Runs
    rules: KooMapRules

    def by_operation(self) -> dict[str, Handler]:
        """Handlers by operationId."""
        return {"startReal3DTask": self.start, "stopReal3DTask": self.stop}

    def start(self, call: Call) -> Any:
        """Start a task: the whole modelling, or with ``run_AT_only`` the aerial triangulation of a controlled one.

        Raises:
            Refusal: as ``Stock.task``; 00021111 it is started already; 00021115 the state does not allow it; 00021103
                no folder; 00021104 no type; 00021106 no parameters; 00021134 an uncontrolled task has no triangulation
                of its own; 00021109 a controlled one has none yet; 00021108 it has no mark points, or no marker file;
                00021136 the photos are not there.
        """
        self.album.draw()
        with self.stock.lock:
            task = self.stock.task(call.arguments.path["workspace_id"], call.arguments.path["task_id"])
            only_triangulation = _flag(call.body)
            folder = self._ready(task, only_triangulation)
            photos = self.album.photos(folder)
            whole = None if only_triangulation else self._modelling(task, folder, photos)
            order = whole or self._triangulation(task, photos)
            self.runs.begin(task, order, stalled_by=call.struck("stall"), doomed_at=doom(call))
            return task_view(task, self.stock.account)

    def stop(self, call: Call) -> Any:
        """Stop a task. One that still waits is INIT at once, others are STOPPING for a while.

        Raises:
            Refusal: as ``Stock.task``; 00021117, the state does not allow it.
        """
        with self.stock.lock:
            task = self.stock.task(call.arguments.path["workspace_id"], call.arguments.path["task_id"])
            if task.status not in STARTED:
                raise refuse("KMP.00021117")
            self.runs.stop(task, Status.INIT)
            return True

    def _ready(self, task: TaskRecord, only_triangulation: bool) -> FolderRecord:
        """The folder of a task that can be started."""
        if task.status in STARTED:
            raise refuse("KMP.00021111")
        if task.status not in TASK_STARTABLE:
            raise refuse("KMP.00021115")
        if task.folder_code is None:
            raise refuse("KMP.00021103")
        if task.type is None:
            raise refuse("KMP.00021104")
        if task.modeling_params is None:
            raise refuse("KMP.00021106")
        if only_triangulation and not task.controlled:
            raise refuse("KMP.00021134")
        if task.controlled and not only_triangulation:
            if not task.triangulated:
                raise refuse("KMP.00021109")
            if not task.has_marker or (self.rules.marker_file_needed and task.marker_file is None):
                raise refuse("KMP.00021108")
        return self.stock.folders[task.folder_code]

    def _triangulation(self, task: TaskRecord, photos: Sequence[tuple[str, Path]]) -> Order:
        task.triangulated = False
        prefix = self.vault.triangulation(task.id)
        self.vault.clear(prefix)

        def publish(_: Sequence[Stored]) -> None:
            task.triangulated = True

        work = self.workshop.triangulation(task, photos)
        return Order(work, prefix, publish, len(photos), goal=Status.BUNDLE_SUCCESS, end=TRIANGULATION_SHARE)

    def _modelling(self, task: TaskRecord, folder: FolderRecord, photos: Sequence[tuple[str, Path]]) -> Order:
        product_id = self.stock.ids.hex32()
        name = product_name(folder.name, task.name, at=self.stock.clock.now())
        prefix = self.vault.product(product_id)
        pixels = self.album.pixels(folder)

        def publish(stored: Sequence[Stored]) -> None:
            # OSGB is not written. The entry is there and empty, as the manual's example shows one without files.
            left_out = Detail("nerf_osgb" if task.modeling_type == NERF else "mesh_osgb", 0, ())
            self.stock.done.append(DoneModelling(task.modeling_type or MESH, pixels, self.stock.clock.now()))
            self.stock.products[product_id] = ProductRecord(
                **self.stock.product_birth(task),
                id=product_id,
                name=name,
                folder_code=folder.code,
                details=[left_out, *details_of(stored)],
                prefix=prefix,
            )

        begin = TRIANGULATION_SHARE if task.controlled else 0.0
        return Order(self.workshop.model(task, photos, name), prefix, publish, len(photos), begin=begin)


def _flag(body: Any) -> bool:
    value = (body or {}).get("run_AT_only")
    if value is not None and not isinstance(value, bool):
        raise refuse(INVALID)
    return bool(value)
