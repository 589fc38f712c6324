"""Real-scene 3D tasks and their mark points from creation to deletion, compared with a model at every step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, initialize, precondition, rule

from harness.contract.koomap.lives.moving import LOOKS, goes_forward, new_name, tried
from harness.contract.life_cycle import LifeCycle, refused
from skybind.errors import BadRequest, Conflict, NotFound
from skybind_clients.koomap.models import ModelingType, Real3DTaskType
from skybind_clients.koomap.models import Real3DTaskStatus as Status

__all__ = ["ModellingLives"]

STARTED = {Status.PENDING, Status.STARTING, Status.RUNNING}
UPDATABLE = {Status.INIT, Status.START_FAILED, Status.FAILED, Status.STOP_SUCCESS}
STARTABLE = {Status.INIT, Status.STOP_SUCCESS, Status.FAILED, Status.BUNDLE_SUCCESS}
DELETABLE = UPDATABLE | {Status.SUCCESS, Status.BUNDLE_SUCCESS}
STOPS = [Status.STOPPING, Status.STOP_SUCCESS]

# The manual says which codes there are, and not always which comes first.
NOT_READY = (Conflict, BadRequest)
PLACES = ("37.884999999999998", "0.5", "-12")


@attrs.define
class Working:
    """A task as it must be. Tasks move when they are looked at, and all looks are ours, so that ``status`` is exact.

    Attributes:
        goal: where the present run leads.
        triangulated: whether the aerial triangulation is done.
        marks: longitude of each mark point by its id; the other coordinates are always the same.
        filed: whether the marker file is written.
        products: runs that have made a product.
    """

    name: str
    type: Real3DTaskType
    folder: bool
    description: str = ""
    status: Status = Status.INIT
    goal: Status = Status.SUCCESS
    triangulated: bool = False
    marks: dict[str, str] = attrs.field(factory=dict)
    filed: bool = False
    products: int = 0

    @property
    def controlled(self) -> bool:
        return self.type is Real3DTaskType.CONTROLLED

    @property
    def way(self) -> list[Status]:
        """States that lie before it."""
        if self.status in STOPS:
            return STOPS
        if self.status in STARTED:
            return [Status.PENDING, Status.STARTING, Status.RUNNING, self.goal]
        return [self.status]

    def ready(self, *, only_triangulation: bool) -> bool:
        """Whether a start succeeds."""
        if self.status not in STARTABLE or not self.folder:
            return False
        if only_triangulation:
            return self.controlled
        return not self.controlled or (self.triangulated and bool(self.marks) and self.filed)


class ModellingLives(LifeCycle):
    """Tasks are made, completed, started, watched, stopped, archived and deleted; those with control points are
    triangulated, marked and given their marker file before. Ids of what is deleted stay in play."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.pixels = 0
        self.tasks: dict[str, Working] = {}
        self.space = ""

    @initialize()
    def move_in(self) -> None:
        """A workspace of its own."""
        self.space = self.client.workspaces.create(workspace_name="skybind_modelling").workspace_id

    @rule(target=ids, type_=st.sampled_from(Real3DTaskType), folder=st.sampled_from([True, True, False]))
    def create(self, type_: Real3DTaskType, folder: bool) -> str:
        model = Working(new_name("model"), type_, folder=folder and "folder" in self.known)
        more = {"folder_code": self.known["folder"]} if model.folder else {}
        made = self.client.real3d_tasks.create(
            self.space, task_name=model.name, task_type=type_, modeling_type=ModelingType.MESH, **more
        )
        assert made.task_id not in self.tasks, "an id was given out twice"
        self.tasks[made.task_id] = model
        self._moved(made, model)
        return str(made.task_id)

    @precondition(lambda self: self.tasks)
    @rule()
    def create_of_a_name_that_is_taken(self) -> None:
        name = next(iter(self.tasks.values())).name
        refused(Conflict, lambda: self.client.real3d_tasks.create(self.space, task_name=name.upper()))

    @rule(id_=ids, text=st.sampled_from(["", "b7", "测"]), rename=st.booleans())
    def update(self, id_: str, text: str, rename: bool) -> None:
        change = {"task_description": text, **({"task_name": new_name("model", text)} if rename else {})}
        if "folder" in self.known:
            change["folder_code"] = self.known["folder"]
        if self._allowed(id_, UPDATABLE, lambda id_: self.client.real3d_tasks.update(self.space, id_, **change)):
            model = self.tasks[id_]
            model.name, model.description = change.get("task_name", model.name), text
            model.folder, model.status = model.folder or "folder" in self.known, Status.INIT
            self.watch()

    @precondition(lambda self: "startReal3DTask" not in self.spared)
    @rule(id_=ids, only_triangulation=st.booleans())
    def start(self, id_: str, only_triangulation: bool) -> None:
        def start(id_: str) -> Any:
            return self.client.real3d_tasks.start(self.space, id_, run_at_only=only_triangulation)

        if self._gone(id_, start):
            return
        model = self.tasks[id_]
        if not model.ready(only_triangulation=only_triangulation):
            refused(NOT_READY, lambda: start(id_))
            return
        model.status, model.goal = Status.PENDING, Status.BUNDLE_SUCCESS if only_triangulation else Status.SUCCESS
        model.triangulated = model.triangulated and not only_triangulation
        self._moved(start(id_), model)

    @precondition(lambda self: "startReal3DTask" not in self.spared)
    @rule(target=ids)
    def triangulate(self) -> str:
        """The way all tasks with control points begin."""
        id_ = self.create(Real3DTaskType.CONTROLLED, folder=True)
        self.start(id_, only_triangulation=True)
        for _ in range(LOOKS):
            self.watch()
        assert self.tasks[id_].status is Status.BUNDLE_SUCCESS
        return id_

    @precondition(lambda self: "startReal3DTask" not in self.spared)
    @rule(target=ids, looks=st.integers(0, LOOKS))
    def launch(self, looks: int) -> str:
        """The way most tasks begin, as far as some looks bring them."""
        id_ = self.create(Real3DTaskType.UNCONTROLLED, folder=True)
        self.start(id_, only_triangulation=False)
        for _ in range(looks):
            self.watch()
        return id_

    @precondition(lambda self: "startReal3DTask" not in self.spared)
    @rule(looks=st.integers(0, LOOKS))
    def go_on_with_marks(self, looks: int) -> None:
        """The way tasks with control points end, as far as some looks bring them."""
        ready = (id_ for id_, model in self.tasks.items() if model.status is Status.BUNDLE_SUCCESS)
        if id_ := next(ready, None):
            self.mark(id_, PLACES[0])
            self.file_marks(id_)
            self.start(id_, only_triangulation=False)
            for _ in range(looks):
                self.watch()

    @precondition(lambda self: not self.spared & {"startReal3DTask", "stopReal3DTask"})
    @rule(before=st.integers(0, 2), after=st.integers(0, 2))
    def stop_on_the_way(self, before: int, after: int) -> None:
        """Stop a task after some looks at it, and see what becomes of it."""
        id_ = self.launch(before)
        self.stop(id_)
        for _ in range(after):
            self.watch()

    @precondition(lambda self: "stopReal3DTask" not in self.spared)
    @rule(id_=ids)
    def stop(self, id_: str) -> None:
        if self._allowed(id_, STARTED, lambda id_: self.client.real3d_tasks.stop(self.space, id_)):
            model = self.tasks[id_]
            model.status = Status.INIT if model.status is Status.PENDING else Status.STOPPING
            self.watch()

    @rule(id_=ids, archive=st.booleans())
    def archive(self, id_: str, archive: bool) -> None:
        def change(id_: str) -> Any:
            return self.client.real3d_tasks.archive(self.space, id_, archive=archive)

        if self._allowed(id_, {Status.SUCCESS if archive else Status.ARCHIVED}, change):
            self.tasks[id_].status = Status.ARCHIVED if archive else Status.SUCCESS

    @precondition(lambda self: self.tasks)
    @rule()
    def archive_what_succeeded(self) -> None:
        """Put one into the archive that may go there, if there is one."""
        done = (id_ for id_, model in self.tasks.items() if model.status is Status.SUCCESS)
        if id_ := next(done, None):
            self.archive(id_, True)

    @rule(id_=ids)
    def delete(self, id_: str) -> None:
        if self._allowed(id_, DELETABLE, lambda id_: self.client.real3d_tasks.delete(self.space, id_)):
            self._see_products(self.tasks.pop(id_))

    @rule()
    def watch(self) -> None:
        if not self.tasks:
            return
        listed = self.client.real3d_tasks.list(self.space, task_status=[*Status], limit=100)
        found = {one.task_id: one for one in listed}
        assert set(found) == set(self.tasks)
        for id_, model in self.tasks.items():
            self._moved(found[id_], model)
        overview = self.client.real3d_tasks.overview(self.space)
        statuses = [model.status for model in self.tasks.values()]
        assert (overview.total_count, overview.archived_count) == (len(statuses), statuses.count(Status.ARCHIVED))

    # ------------------------------------------------------------------------------------------------ mark points

    @precondition(lambda self: "photo" in self.known)
    @rule(id_=ids, longitude=st.sampled_from(PLACES))
    def mark(self, id_: str, longitude: str) -> None:
        self.pixels += 1
        pixel = {"point_width": f"{self.pixels % 40}.0", "point_height": f"{self.pixels // 40}.25"}

        def add(id_: str) -> Any:
            return self.client.mark_points.add(
                image_code=self.known["photo"], task_id=id_, **pixel, **_place(longitude)
            )

        if self._gone(id_, add):
            return
        model = self.tasks[id_]
        if not model.controlled or not model.triangulated:
            refused(NOT_READY, lambda: add(id_))
            return
        made = add(id_)
        assert made.longitude == longitude, "decimal text was changed"
        assert made.id not in model.marks, "an id was given out twice"
        model.marks[made.id] = longitude
        refused(NOT_READY, lambda: add(id_))  # the same pixel again

    @precondition(lambda self: "photo" in self.known)
    @rule(id_=ids)
    def unmark(self, id_: str) -> None:
        if id_ not in self.tasks or not self.tasks[id_].marks:
            return
        model = self.tasks[id_]
        mark = next(iter(model.marks))
        self.client.mark_points.delete(id=mark)
        del model.marks[mark]
        model.filed = model.filed and bool(model.marks)
        refused(NotFound, lambda: self.client.mark_points.delete(id=mark))

    @precondition(lambda self: "photo" in self.known)
    @rule(id_=ids, longitude=st.sampled_from(PLACES))
    def see_marks(self, id_: str, longitude: str) -> None:
        def marks(id_: str) -> list[Any]:
            return [*self.client.mark_points.list(image_code=self.known["photo"], task_id=id_, limit=2)]

        if self._gone(id_, marks) or not self.tasks[id_].folder:
            return
        model = self.tasks[id_]
        assert {mark.id: mark.longitude for mark in marks(id_)} == model.marks
        counted = self.client.mark_points.count(task_id=id_, **_place(longitude)).count
        assert counted == int(longitude in model.marks.values()), "all marks are in one photo"

    @rule(id_=ids)
    def file_marks(self, id_: str) -> None:
        if self._gone(id_, self.client.mark_points.write_file):
            return
        model = self.tasks[id_]
        if not (model.controlled and model.triangulated and model.marks):
            refused(NOT_READY, lambda: self.client.mark_points.write_file(id_))
            return
        self.client.mark_points.write_file(id_)
        model.filed = True

    # ------------------------------------------------------------------------------------------------ what must be

    def _gone(self, id_: str, call: Callable[[str], Any]) -> bool:
        """Whether the task was deleted; then the call must not find it."""
        if id_ in self.tasks:
            return False
        refused(NotFound, lambda: call(id_))
        return True

    def _allowed(self, id_: str, states: set[Status], call: Callable[[str], Any]) -> bool:
        """Whether the call was made: the task is there, and in one of these states. Else it must be refused."""
        if self._gone(id_, call):
            return False
        if self.tasks[id_].status not in states:
            refused(Conflict, lambda: call(id_))
            return False
        call(id_)
        return True

    def _moved(self, found: Any, model: Working) -> None:
        """A task goes forward to where its run leads, and stays there."""
        assert (found.task_name, found.task_description or "") == (model.name, model.description)
        assert found.has_marker is bool(model.marks)
        started = model.status in STARTED
        goes_forward(model.status, found.task_status, model.way)
        model.status = found.task_status
        if started and model.status is model.goal:
            model.triangulated = model.triangulated or model.goal is Status.BUNDLE_SUCCESS
            model.products += model.goal is Status.SUCCESS

    def _see_products(self, model: Working) -> None:
        """Each finished run made one product, which stays when its task is gone."""
        found = [*self.client.products.list(product_name=f"{model.name}_", limit=100)]
        assert len(found) == model.products

    def teardown(self) -> None:
        """Take away what this run made; products stay."""
        for id_ in [id_ for id_, model in self.tasks.items() if model.status in STARTED]:
            tried(lambda id_=id_: self.client.real3d_tasks.stop(self.space, id_))
        for _ in range(LOOKS if self.tasks else 0):
            _listed = [*self.client.real3d_tasks.list(self.space)]
        for id_, model in self.tasks.items():
            if model.status is Status.ARCHIVED:
                tried(lambda id_=id_: self.client.real3d_tasks.archive(self.space, id_, archive=False))
            tried(lambda id_=id_: self.client.real3d_tasks.delete(self.space, id_))
        if self.space:
            tried(lambda: self.client.workspaces.delete(self.space))


def _place(longitude: str) -> dict[str, str]:
    return {"longitude": longitude, "latitude": "22.876653471049696", "height": "3", "accuracy": "0.05"}
