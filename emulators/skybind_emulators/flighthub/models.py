"""Operations of the groups `reconstructions` and `models`."""

from collections.abc import Mapping
from typing import Any

from skybind_emulators.exchange import Call, Refusal
from skybind_emulators.flighthub.dialect import NOT_FOUND, is_json_object
from skybind_emulators.flighthub.making import Making
from skybind_emulators.flighthub.state import (
    ModelRecord,
    ModelStatus,
    ModelType,
    ResourceRecord,
    ResourceStatus,
    State,
)
from skybind_emulators.settings import FlightHubRules
from skybind_emulators.storage import Storage

_KINDS: Mapping[str, ModelType] = {
    "2d": ModelType.MAP_2D,
    "3d": ModelType.MODEL_3D,
    "3dgs": ModelType.SPLATS_3DGS,
    "lidar": ModelType.LIDAR,
}


class ModelHandlers:
    """Handlers of both groups."""

    def __init__(self, state: State, making: Making, store: Storage, bucket: str, rules: FlightHubRules) -> None:
        self._state = state
        self._making = making
        self._store = store
        self._bucket = bucket
        self._rules = rules

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        return {
            "startReconstructions": self.start,
            "stopReconstruction": self.stop,
            "listRunningModels": self.running,
            "getModel": self.get,
            "deleteModel": self.delete,
        }

    def start(self, call: Call) -> Any:
        """Start one model for each parameter text; each may be refused by itself, by `sub_error_code`.

        Raises:
            Refusal: 200404, there is no such resource; a parameter text that is no JSON object is refused as other
                unusable requests are.
        """
        body = call.body
        asked = {name: kind for name, kind in _KINDS.items() if f"parameter_{name}" in body}
        for name in asked:
            if not is_json_object(body[f"parameter_{name}"]):
                text = f"parameter_{name}: not a JSON object"
                raise Refusal(self._rules.invalid_code, text, status=self._rules.invalid_status)
        with self._state.lock:
            resource = self._state.resource(body["resource_uuid"])
            if resource.status is not ResourceStatus.IMPORTED:
                raise Refusal(NOT_FOUND, "the resource was deleted")
            resource.delete_when_done = body.get("delete_resource_if_finish", resource.delete_when_done)
            return {f"model_{name}": self._started(resource, name, kind, call) for name, kind in asked.items()}

    def stop(self, call: Call) -> Any:
        """Stop a model that is being made; one that has ended stays as it is (our assumption)."""
        self._making.settle()
        with self._state.lock:
            model = self._state.model(call.arguments.path["model_uuid"])
            if not model.over:
                self._making.stop(model)

    def running(self, call: Call) -> Any:
        """Models that are being made; it counts as a look at each. Null for none."""
        with self._state.lock:
            uuids = [model.uuid for model in self._running()]
        self._making.settle(looked_at=uuids, stalled=call.struck("stall") is not None)
        with self._state.lock:
            return {"list": [self._view(model) for model in self._running()] or None}

    def get(self, call: Call) -> Any:
        """A model, with the key of its archive. It counts as a look."""
        uuid = call.arguments.path["model_uuid"]
        stalled, doomed = call.struck("stall") is not None, call.struck("fail") is not None
        self._making.settle(looked_at=[uuid], stalled=stalled, doomed=doomed)
        with self._state.lock:
            model = self._state.model(uuid)
            return {**self._view(model), "zip_file_key": model.zip_key}

    def delete(self, call: Call) -> Any:
        """Delete a model and its archive; one that is being made is stopped too."""
        self._making.settle()
        with self._state.lock:
            model = self._state.model(call.arguments.path["model_uuid"])
            if not model.over:
                self._making.stop(model)
            if model.zip_key:
                self._store.delete(self._bucket, model.zip_key)
            del self._state.models[model.uuid]

    def _running(self) -> list[ModelRecord]:
        """Without those of media, which are of no resource."""
        return [model for model in self._state.running() if model.resource_uuid]

    def _started(self, resource: ResourceRecord, name: str, kind: ModelType, call: Call) -> dict[str, Any]:
        count = len(resource.files)
        least, most = self._rules.splat_files if name == "3dgs" else self._rules.files
        too_many_at_once = 0 < self._rules.running_max <= len(self._state.running())
        refused = (
            self._rules.count_code
            if not least <= count <= most
            else self._rules.quota_code
            if count > self._state.quota or too_many_at_once
            else 0
        )
        if refused:
            return {"uuid": "", "status": int(ModelStatus.COMPUTE_REFUSED), "sub_error_code": refused}
        model = ModelRecord(uuid=self._state.ids.uuid(), resource_uuid=resource.uuid, type=kind, charged=count)
        self._state.quota -= count
        self._state.models[model.uuid] = model
        inputs = [(file.name, file.path) for file in resource.files.values()]
        self._making.begin(model, inputs, stalled_by=call.struck("stall"), doomed=call.struck("fail") is not None)
        return {"uuid": model.uuid, "status": int(model.status), "sub_error_code": 0}

    def _view(self, model: ModelRecord) -> dict[str, Any]:
        return {
            "resource_uuid": model.resource_uuid,
            "model_uuid": model.uuid,
            "model_type": int(model.type),
            "model_status": int(model.status),
            "model_size": model.size,
            "reconstruction_progress": model.progress,
            "error_code": model.error_code,
            "zip_status": int(model.zip_status),
            "zip_progress": model.zip_progress,
        }
