"""Satellite tasks from creation to deletion, compared with a model at every step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, initialize, precondition, rule

from harness.contract.koomap.lives.moving import LOOKS, goes_forward, new_name, tried
from harness.contract.life_cycle import LifeCycle, refused
from skybind.errors import Conflict, NotFound
from skybind_clients.koomap.models import Flag, ImageOrigin, ProductionLevel, SatelliteTaskType
from skybind_clients.koomap.models import SatelliteTaskStatus as Status

__all__ = ["SatelliteLives"]

STARTABLE = {Status.INIT, Status.STOP_SUCCESS, Status.FAILED}
RUNS = [Status.START_RUNNING, Status.RUNNING, Status.SUCCESS]
STOPS = [Status.STOPPING, Status.STOP_SUCCESS]
DELETABLE = {Status.INIT, Status.STOP_SUCCESS, Status.FAILED}
LEVEL = ProductionLevel.L2


@attrs.define
class Working:
    """A task as it must be. Tasks move when they are looked at, and all looks are ours, so that ``status`` is exact."""

    name: str
    result: str
    status: Status = Status.INIT


class SatelliteLives(LifeCycle):
    """Tasks are made, started, watched, stopped, archived, taken out of the archive and deleted. Ids of what is deleted
    stay in play."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.tasks: dict[str, Working] = {}
        self.space = ""

    @initialize()
    def move_in(self) -> None:
        """A workspace of its own."""
        # Its name is not given twice: where a task has succeeded, which then cannot be deleted, it stays.
        self.space = self.client.workspaces.create(workspace_name=new_name("satellite")).workspace_id

    @precondition(lambda self: self.known.get("images"))
    @rule(target=ids)
    def create(self) -> str:
        name, images = new_name("task"), self.known["images"]
        asked = {"data_ids": images, "production_level": LEVEL, "coordination": "WGS84", "task_name": name}
        [checked] = self.client.satellite_images.check(**asked)
        made = self.client.satellite_tasks.create(
            **asked,
            task_type=SatelliteTaskType.ORSIP,
            workspace_id=self.space,
            data_alias={checked.name: f"{checked.name}_{name}"},
            data_description={checked.name: "made_by_skybind"},
            csv_ids=[],
            is_clip=Flag.NO,
            is_tile=Flag.NO,
        )
        assert made.task_id not in self.tasks, "an id was given out twice"
        self.tasks[made.task_id] = Working(name, checked.name)
        self._moved(made, self.tasks[made.task_id])
        return str(made.task_id)

    @precondition(lambda self: "startTask" not in self.spared)
    @rule(id_=ids)
    def start(self, id_: str) -> None:
        if self._done(id_, STARTABLE, lambda id_: self.client.satellite_tasks.start(id=id_)):
            self.tasks[id_].status = Status.START_RUNNING

    @precondition(lambda self: self.known.get("images") and "startTask" not in self.spared)
    @rule(target=ids, looks=st.integers(0, LOOKS), stopped=st.booleans())
    def launch(self, looks: int, stopped: bool) -> str:
        """The way most tasks go, as far as some looks bring them; some are stopped on it."""
        id_ = self.create()
        self.start(id_)
        for _ in range(looks):
            self.watch()
        if stopped:
            self.stop(id_)
            self.watch()
        return id_

    @precondition(lambda self: "stopTask" not in self.spared)
    @rule(id_=ids)
    def stop(self, id_: str) -> None:
        if self._done(id_, set(RUNS[:2]), lambda id_: self.client.satellite_tasks.stop(id=id_)):
            self.tasks[id_].status = Status.STOPPING

    @rule(id_=ids, archived=st.booleans())
    def archive(self, id_: str, archived: bool) -> None:
        states = {Status.SUCCESS if archived else Status.ARCHIVED}
        if self._done(id_, states, lambda id_: self.client.satellite_tasks.archive(id=id_, archived=archived)):
            self.tasks[id_].status = Status.ARCHIVED if archived else Status.SUCCESS

    @precondition(lambda self: self.tasks)
    @rule()
    def archive_what_succeeded(self) -> None:
        """Put one into the archive that may go there, if there is one."""
        done = (id_ for id_, model in self.tasks.items() if model.status is Status.SUCCESS)
        if id_ := next(done, None):
            self.archive(id_, True)

    @rule(id_=ids)
    def delete(self, id_: str) -> None:
        if self._done(id_, DELETABLE, lambda id_: self.client.satellite_tasks.delete(id=id_)):
            del self.tasks[id_]

    @rule()
    def watch(self) -> None:
        """Archived tasks are not in the list, unless they are asked for."""
        if not self.space:
            return
        found = {one.task_id: one for one in self.client.satellite_tasks.list(workspace_id=self.space, limit=100)}
        assert set(found) == {id_ for id_, model in self.tasks.items() if model.status is not Status.ARCHIVED}
        for id_, task in found.items():
            self._moved(task, self.tasks[id_])

    @precondition(lambda self: self.tasks)
    @rule(status=st.sampled_from(Status))
    def count(self, status: Status) -> None:
        self.watch_all()
        overview = self.client.satellite_tasks.overview(workspace_id=self.space)
        ended = [model for model in self.tasks.values() if model.status in {Status.SUCCESS, Status.ARCHIVED}]
        assert (overview.total, overview.finished) == (len(self.tasks), len(ended))
        wanted = {id_ for id_, model in self.tasks.items() if model.status is status}
        listed = self.client.satellite_tasks.list(workspace_id=self.space, task_status=[status], limit=100)
        found = {one.task_id for one in listed}
        assert found == wanted or status in {*RUNS, *STOPS}, "the filter by states is wrong"
        self.watch_all()  # the list was a look at all tasks, and moved those that are not on it

    def watch_all(self) -> None:
        """Look at all tasks, also those in the archive."""
        listed = self.client.satellite_tasks.list(workspace_id=self.space, task_status=[*Status], limit=100)
        found = {one.task_id: one for one in listed}
        assert set(found) == set(self.tasks)
        for id_, task in found.items():
            self._moved(task, self.tasks[id_])

    @rule(id_=ids)
    def see_result(self, id_: str) -> None:
        """A result is there when its task has succeeded, and not before."""
        if id_ not in self.tasks:
            return
        model = self.tasks[id_]
        listed = self.client.satellite_images.list(image_name=model.result, is_product=ImageOrigin.RESULT, limit=100)
        there = any(image.image_name == model.result for image in listed)
        assert there is (model.status in {Status.SUCCESS, Status.ARCHIVED})

    def _done(self, id_: str, states: set[Status], call: Callable[[str], Any]) -> bool:
        """Whether the call was made: the task is there, and in one of these states. Else it must be refused."""
        if id_ not in self.tasks:
            refused(NotFound, lambda: call(id_))
            return False
        if self.tasks[id_].status not in states:
            refused(Conflict, lambda: call(id_))
            return False
        call(id_)
        return True

    def _moved(self, found: Any, model: Working) -> None:
        """A task goes forward to its end, and stays there."""
        assert found.task_name == model.name
        way = next((way for way in (RUNS, STOPS) if model.status in way), [model.status])
        goes_forward(model.status, found.task_status, way)
        model.status = found.task_status

    def teardown(self) -> None:
        """Take away what this run made. Tasks that have succeeded cannot be deleted."""
        for id_ in [id_ for id_, model in self.tasks.items() if model.status in RUNS[:2]]:
            tried(lambda id_=id_: self.client.satellite_tasks.stop(id=id_))
        for _ in range(LOOKS if self.space else 0):
            _listed = [*self.client.satellite_tasks.list(workspace_id=self.space)]
        for id_ in self.tasks:
            tried(lambda id_=id_: self.client.satellite_tasks.delete(id=id_))
        if self.space:
            tried(lambda: self.client.workspaces.delete(self.space))
