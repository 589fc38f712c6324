"""Resources and models of FlightHub from upload to deletion, compared with a model at every step."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, rule

from harness.contract.life_cycle import LifeCycle, refused
from skybind.errors import NotFound
from skybind_clients.flighthub.models import ModelStatus, ModelType, ResourceStatus, ZipStatus

__all__ = ["ResourceLives"]

_KINDS = {
    "2d": ModelType.MAP_2D,
    "3d": ModelType.MODEL_3D,
    "3dgs": ModelType.SPLATS_3DGS,
    "lidar": ModelType.LIDAR,
}
_ORDER = [
    ModelStatus.ASKING_FOR_COMPUTE,
    ModelStatus.RECONSTRUCTING,
    ModelStatus.RECONSTRUCTED,
    ModelStatus.MAPPING_DONE,
]


@attrs.define
class Kept:
    """A resource as it must be."""

    files: list[str]
    status: ResourceStatus = ResourceStatus.IMPORTED
    ends_with_models: bool = False


@attrs.define
class Making:
    """A model as it must be. Models move when they are looked at, so that only their order is known."""

    resource: str
    kind: str
    status: ModelStatus = ModelStatus.ASKING_FOR_COMPUTE
    over: bool = False


class ResourceLives(LifeCycle):
    """Photos are reported, models are made of them, several with one start, watched, stopped and deleted; resources are
    deleted before, while and after. Uuids of what is deleted stay in play."""

    resource_uuids = Bundle("resource_uuids")
    model_uuids = Bundle("model_uuids")

    def __init__(self) -> None:
        super().__init__()
        self.resources: dict[str, Kept] = {}
        self.models: dict[str, Making] = {}

    # ------------------------------------------------------------------------------------------------ resources

    @rule(target=resource_uuids)
    def upload(self) -> str:
        """Photos in storage are no resource yet; their report makes one."""
        uuid, report = self.known["upload"](self.client)
        assert uuid not in self.resources, "a uuid was given out twice"
        refused(NotFound, lambda: self.client.resources.get(uuid))
        receipt = self.client.stores.upload_callback(**report)
        names = [file.name for file in report["files"]]
        assert (receipt.resource_uuid, receipt.upload_count, receipt.file_name_list) == (uuid, len(names), names)
        self.resources[uuid] = Kept(names)
        return str(uuid)

    @rule(uuid=resource_uuids)
    def read_resource(self, uuid: str) -> None:
        found, kept = self.client.resources.get(uuid), self.resources[uuid]
        gone = kept.status is ResourceStatus.DELETED
        assert (found.status, found.file_names) == (kept.status, None if gone else kept.files)

    @rule(uuid=resource_uuids)
    def delete_resource(self, uuid: str) -> None:
        self.client.resources.delete(uuid)
        kept = self.resources[uuid]
        if kept.status is ResourceStatus.IMPORTED:
            kept.status = ResourceStatus.WAITING_FOR_DELETION if self._used(uuid) else ResourceStatus.DELETED

    # ------------------------------------------------------------------------------------------------ models

    @rule(
        target=model_uuids,
        resource=resource_uuids,
        kinds=st.sets(st.sampled_from(sorted(_KINDS)), min_size=1),
        deletes=st.booleans(),
    )
    def start(self, resource: str, kinds: set[str], deletes: bool) -> str:
        """One start makes a model for each text."""

        def begin() -> dict[str, str]:
            texts = {f"parameter_{kind}": "{}" for kind in kinds}
            answer = self.client.reconstructions.start(
                resource_uuid=resource, delete_resource_if_finish=deletes, **texts
            )
            return {kind: getattr(answer, f"model_{kind}").uuid for kind in kinds}

        kept = self.resources[resource]
        if kept.status is not ResourceStatus.IMPORTED:
            refused(NotFound, begin)
            return next(iter(self.models), "none")
        started = begin()
        assert not set(started.values()) & set(self.models), "a uuid was given out twice"
        assert len(set(started.values())) == len(kinds), "two models have one uuid"
        kept.ends_with_models = deletes
        self.models |= {uuid: Making(resource, kind) for kind, uuid in started.items()}
        return min(started.values())

    @rule(uuid=model_uuids)
    def watch(self, uuid: str) -> None:
        if not self._gone(uuid, self.client.models.get):
            self._moved(self.client.models.get(uuid))

    @rule()
    def watch_those_that_run(self) -> None:
        """The list has exactly those that are not over."""
        found = {model.model_uuid: model for model in self.client.models.running() or []}
        for uuid in self.models.keys() & found.keys():
            assert not self.models[uuid].over, "a model that is over runs"
            self._moved(found[uuid])
        for uuid in [uuid for uuid, model in self.models.items() if not model.over and uuid not in found]:
            self._moved(self.client.models.get(uuid))
            assert self.models[uuid].over, "a model that is not over is not listed"

    @rule(uuid=model_uuids)
    def stop(self, uuid: str) -> None:
        """A model that is being made is cancelled; one that is over stays as it is."""
        if self._gone(uuid, self.client.reconstructions.stop):
            return
        self.client.reconstructions.stop(uuid)
        model = self.models[uuid]
        if not model.over:
            model.status = ModelStatus.CANCELLED
            self._ended(model)

    @rule(uuid=model_uuids)
    def delete(self, uuid: str) -> None:
        if self._gone(uuid, self.client.models.delete):
            return
        self.client.models.delete(uuid)
        model = self.models.pop(uuid)
        if not model.over:
            self._ended(model)

    def short_life(self) -> None:
        """Each planted fault shows in this."""
        resource = self.upload()
        self.read_resource(resource)
        first, second = (self.start(resource, {"2d"}, deletes=False) for _ in range(2))
        self.stop(first)
        self.watch(first)
        self.delete(second)
        self.watch(second)
        self.delete_resource(resource)
        self.read_resource(resource)

    # ------------------------------------------------------------------------------------------------ what must be

    def _gone(self, uuid: str, call: object) -> bool:
        """Whether the model was deleted; then the call must not find it."""
        if uuid in self.models:
            return False
        refused(NotFound, lambda: call(uuid))  # type: ignore[operator]
        return True

    def _used(self, resource: str) -> bool:
        return any(model.resource == resource and not model.over for model in self.models.values())

    def _moved(self, found: object) -> None:
        """A model goes on from state to state, and ends with an archive; nobody failed it."""
        model = self.models[found.model_uuid]  # type: ignore[attr-defined]
        assert (found.resource_uuid, found.model_type) == (model.resource, _KINDS[model.kind])  # type: ignore[attr-defined]
        before, model.status = model.status, found.model_status  # type: ignore[attr-defined]
        if model.over:
            assert model.status is before, f"went from {before.name} to {model.status.name} by itself"
            return
        assert _ORDER.index(model.status) >= _ORDER.index(before), f"went from {before.name} to {model.status.name}"
        if found.zip_status is ZipStatus.FINISHED:  # type: ignore[attr-defined]
            assert model.status in {ModelStatus.RECONSTRUCTED, ModelStatus.MAPPING_DONE}
            self._ended(model)

    def _ended(self, model: Making) -> None:
        model.over = True
        kept = self.resources[model.resource]
        doomed = kept.ends_with_models or kept.status is ResourceStatus.WAITING_FOR_DELETION
        if doomed and not self._used(model.resource):
            kept.status = ResourceStatus.DELETED

    def teardown(self) -> None:
        """Take away what this run made."""
        for uuid in self.models:
            self.client.models.delete(uuid)
        for uuid in self.resources:
            self.client.resources.delete(uuid)
