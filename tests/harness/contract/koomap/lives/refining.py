"""Refine subtasks from creation to deletion, with the state of their upload, compared with a model at every step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, precondition, rule

from harness.contract.koomap.lives.moving import LOOKS, goes_forward, new_name, tried
from harness.contract.life_cycle import LifeCycle, refused
from skybind.errors import BadRequest, Conflict, NotFound
from skybind_clients.koomap.models import RefineSubtaskStatus as Status
from skybind_clients.koomap.models import UploadStatus

__all__ = ["RefiningLives"]

UPLOAD = "updateReal3DSubTaskUploadStatus"
STARTED = {Status.PENDING, Status.STARTING, Status.RUNNING}
STARTABLE = {Status.UPLOAD_SUCCESS, Status.STOP_SUCCESS, Status.FAILED, Status.START_FAILED}
DELETABLE = STARTABLE | {Status.INIT, Status.UPLOAD_FAILED, Status.SUCCESS}
RUNS = [Status.PENDING, Status.STARTING, Status.RUNNING, Status.SUCCESS]
STOPS = [Status.STOPPING, Status.STOP_SUCCESS]


@attrs.define
class Refining:
    """A subtask as it must be. Subtasks move when they are looked at, and all looks are ours."""

    name: str
    model_path: str
    product: str
    status: Status = Status.INIT
    uploaded: bool = False


class RefiningLives(LifeCycle):
    """Subtasks of a finished radiance field are made, given data, started, watched, stopped and deleted. Ids of what is
    deleted stay in play. Needs such a task, which the account of an emulator has."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.subtasks: dict[str, Refining] = {}

    @property
    def home(self) -> tuple[str, str]:
        """Workspace and task."""
        return self.known["workspace"], self.known["nerf"]

    @precondition(lambda self: "nerf" in self.known)
    @rule(target=ids, text=st.sampled_from(["", "a-b", "测_"]))
    def create(self, text: str) -> str:
        name = new_name("refine", text)
        made = self.client.refine_subtasks.create(*self.home, subtask_name=name)
        assert made.subtask_id not in self.subtasks, "an id was given out twice"
        model = self.subtasks[made.subtask_id] = Refining(name, made.model_path, made.refine_product_id)
        self._moved(made, model)
        return str(made.subtask_id)

    @precondition(lambda self: self.subtasks)
    @rule()
    def create_of_a_name_that_is_taken(self) -> None:
        name = next(iter(self.subtasks.values())).name
        refused(Conflict, lambda: self.client.refine_subtasks.create(*self.home, subtask_name=name.upper()))

    @precondition(lambda self: "upload" in self.known)
    @rule(id_=ids)
    def upload(self, id_: str) -> None:
        """Put the refined model where it is wanted; the service is not told."""
        if id_ in self.subtasks:
            self.known["upload"](self.subtasks[id_].model_path)
            self.subtasks[id_].uploaded = True

    @precondition(lambda self: UPLOAD not in self.spared)
    @rule(id_=ids, state=st.sampled_from(UploadStatus))
    def tell(self, id_: str, state: UploadStatus) -> None:
        def tell(id_: str) -> Any:
            return self.client.refine_subtasks.set_upload_state(*self.home, id_, upload_status=state)

        if self._gone(id_, tell):
            return
        model = self.subtasks[id_]
        if model.status is not (Status.INIT if state is UploadStatus.UPLOADING else Status.UPLOADING):
            refused(Conflict, lambda: tell(id_))
        elif state is UploadStatus.UPLOAD_SUCCESS and not model.uploaded:
            refused(BadRequest, lambda: tell(id_))
        else:
            model.status = Status(state.value)
            self._moved(tell(id_), model)

    @precondition(lambda self: "nerf" in self.known and UPLOAD not in self.spared)
    @rule(target=ids)
    def bring(self) -> str:
        """The way all subtasks begin."""
        id_ = self.create("")
        self.tell(id_, UploadStatus.UPLOADING)
        self.upload(id_)
        self.tell(id_, UploadStatus.UPLOAD_SUCCESS)
        return id_

    @precondition(lambda self: "startReal3DSubTask" not in self.spared)
    @rule(id_=ids)
    def start(self, id_: str) -> None:
        if self._allowed(id_, STARTABLE, lambda id_: self.client.refine_subtasks.start(*self.home, id_)):
            self.subtasks[id_].status = Status.PENDING

    @precondition(lambda self: "nerf" in self.known and not self.spared & {"startReal3DSubTask", UPLOAD})
    @rule(target=ids, looks=st.integers(0, LOOKS), stopped=st.booleans())
    def launch(self, looks: int, stopped: bool) -> str:
        """The way most subtasks go, as far as some looks bring them; some are stopped on it."""
        id_ = self.bring()
        self.start(id_)
        for _ in range(looks):
            self.watch(id_)
        if stopped:
            self.stop(id_)
            self.watch(id_)
        return id_

    @precondition(lambda self: "stopReal3DSubTask" not in self.spared)
    @rule(id_=ids)
    def stop(self, id_: str) -> None:
        if self._allowed(id_, STARTED, lambda id_: self.client.refine_subtasks.stop(*self.home, id_)):
            model = self.subtasks[id_]
            model.status = Status.UPLOAD_SUCCESS if model.status is Status.PENDING else Status.STOPPING

    @rule(id_=ids)
    def watch(self, id_: str) -> None:
        found = [*self.client.refine_subtasks.list(*self.home, subtask_id=id_)]
        assert [one.subtask_id for one in found] == [id_ for _ in range(id_ in self.subtasks)]
        if found:
            self._moved(found[0], self.subtasks[id_])

    @rule()
    def see_no_product_that_is_not_due(self) -> None:
        """Of the subtasks that are not finished there is no product."""
        early = {model.product for model in self.subtasks.values() if model.status is not Status.SUCCESS}
        assert not early & {product.id for product in self.client.refine_products.list(limit=100)}

    @rule(id_=ids)
    def see_product(self, id_: str) -> None:
        """A product is there when its subtask has succeeded, and not before."""
        if id_ not in self.subtasks:
            return
        model = self.subtasks[id_]
        listed = self.client.refine_products.list(refine_product_id=model.product)
        assert len([*listed]) == (model.status is Status.SUCCESS)

    @rule(id_=ids)
    def delete(self, id_: str) -> None:
        if self._allowed(id_, DELETABLE, lambda id_: self.client.refine_subtasks.delete(*self.home, id_)):
            product = self.subtasks.pop(id_).product
            assert not [*self.client.refine_products.list(refine_product_id=product)], "its product did not go with it"

    def _gone(self, id_: str, call: Callable[[str], Any]) -> bool:
        """Whether the subtask was deleted; then the call must not find it."""
        if id_ in self.subtasks:
            return False
        refused(NotFound, lambda: call(id_))
        return True

    def _allowed(self, id_: str, states: set[Status], call: Callable[[str], Any]) -> bool:
        """Whether the call was made: the subtask is there, and in one of these states. Else it must be refused."""
        if self._gone(id_, call):
            return False
        if self.subtasks[id_].status not in states:
            refused(Conflict, lambda: call(id_))
            return False
        call(id_)
        return True

    def _moved(self, found: Any, model: Refining) -> None:
        """A subtask goes forward to its end, and stays there."""
        assert (found.subtask_name, found.refine_product_id) == (model.name, model.product)
        way = next((way for way in (RUNS, STOPS) if model.status in way), [model.status])
        goes_forward(model.status, found.subtask_status, way)
        model.status = found.subtask_status

    def teardown(self) -> None:
        """Take away what this run made."""
        for id_, model in self.subtasks.items():
            if model.status is Status.UPLOADING:
                tried(lambda id_=id_: self.tell(id_, UploadStatus.UPLOAD_FAILED))
            if model.status in STARTED:
                tried(lambda id_=id_: self.client.refine_subtasks.stop(*self.home, id_))
        for _ in range(LOOKS if self.subtasks else 0):
            _listed = [*self.client.refine_subtasks.list(*self.home, limit=100)]
        for id_ in self.subtasks:
            tried(lambda id_=id_: self.client.refine_subtasks.delete(*self.home, id_))
