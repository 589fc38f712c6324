"""Operations of the group `media_models`: models of media that FlightHub holds, which is not Open Modeling.

One folder of media is there from the start, with photos of a sample flight.
"""

from pathlib import Path
from typing import Any

from skybind_emulators.clouds import Cloud
from skybind_emulators.exchange import Call, Refusal
from skybind_emulators.flighthub.dialect import NOT_FOUND
from skybind_emulators.flighthub.making import Making
from skybind_emulators.flighthub.state import MediaModelRecord, ModelRecord, ModelStatus, ModelType, State
from skybind_emulators.settings import FlightHubRules
from skybind_emulators.storage import Storage

_TYPES = {"model_2d": ModelType.MAP_2D, "model_3d": ModelType.MODEL_3D, "1": ModelType.MAP_2D, "2": ModelType.MODEL_3D}
_DONE = (ModelStatus.MAPPING_DONE, ModelStatus.RECONSTRUCTED)


class MediaHandlers:
    """Handlers of the group.

    Args:
        storage_url: where the object store is served; download links begin with it.
        folder: where the sample flight is rendered.
        folder_id: id of the one folder of media.
    """

    def __init__(
        self,
        state: State,
        making: Making,
        store: Storage,
        cloud: Cloud,
        rules: FlightHubRules,
        *,
        storage_url: str,
        folder: Path,
        folder_id: str,
        seed: int,
    ) -> None:
        self._state = state
        self._making = making
        self._store = store
        self._cloud = cloud
        self._rules = rules
        self._storage_url = storage_url
        self._folder = folder
        self._folder_id = folder_id
        self._seed = seed
        self._photos: list[tuple[str, Path]] = []

    def by_operation(self) -> dict[str, Any]:
        """Handlers by operationId."""
        return {
            "listMediaModels": self.list_models,
            "getMediaModel": self.get,
            "getMediaModelUrl": self.download_url,
            "createMediaModel": self.create,
            "createMediaReconstruction": self.reconstruct,
        }

    def list_models(self, _call: Call) -> Any:
        """The project's models; null for none."""
        self._look()
        with self._state.lock:
            return {"list": [self._view(model) for model in self._state.media.values()] or None}

    def get(self, call: Call) -> Any:
        """One model with its links, which are empty until it is there."""
        self._look()
        with self._state.lock:
            media = self._media(call.arguments.path["id"])
            url = self._link(self._state.models.get(media.model_uuid))
            return {**self._view(media), "user_name": "emulated", "url": url, "preview_url": ""}

    def download_url(self, call: Call) -> Any:
        """A link to a model's file: by id of a media model, or by uuid or archive key of Open Modeling (our
        assumption). It is empty until the file is there."""
        self._look()
        wanted = call.arguments.path["file_id"]
        with self._state.lock:
            uuid = self._state.media[wanted].model_uuid if wanted in self._state.media else wanted
            model = next(
                (model for model in self._state.models.values() if wanted in (model.uuid, model.zip_key)),
                self._state.models.get(uuid),
            )
            if model is None:
                raise Refusal(NOT_FOUND, "file not found")
            return {"id": wanted, "url": self._link(model)}

    def create(self, call: Call) -> Any:
        """Make a model of the folder of media; of several types the first (our assumption)."""
        body = call.body
        return {"id": self._made(call, [body["task_folder_id"]], body["name"], body["reconstruction_type"][:1])[0]}

    def reconstruct(self, call: Call) -> Any:
        """The same in the beta's words; what its answer holds is UNKNOWN."""
        body = call.body
        return {"ids": self._made(call, body["folder_uuids"], body["name"], body["reconstruction_type"])}

    def _made(self, call: Call, folders: list[str], name: str, types: list[Any]) -> list[str]:
        if folders != [self._folder_id]:
            raise Refusal(NOT_FOUND, "folder not found")
        photos = self._rendered()
        with self._state.lock:
            ids = []
            for wanted in types:
                kind = _TYPES.get(str(wanted), ModelType.MODEL_3D)
                model = ModelRecord(uuid=self._state.ids.uuid(), resource_uuid="", type=kind, charged=len(photos))
                self._state.quota -= model.charged
                self._state.models[model.uuid] = model
                stalled_by, doomed = call.struck("stall"), call.struck("fail") is not None
                self._making.begin(model, photos, stalled_by=stalled_by, doomed=doomed)
                media = MediaModelRecord(
                    id=self._state.ids.uuid(),
                    name=name,
                    file_type="model_2d" if kind is ModelType.MAP_2D else "model_3d",
                    model_uuid=model.uuid,
                    created_at=self._state.clock.now(),
                )
                self._state.media[media.id] = media
                ids.append(media.id)
            return ids

    def _look(self) -> None:
        with self._state.lock:
            uuids = [media.model_uuid for media in self._state.media.values()]
        self._making.settle(looked_at=uuids)

    def _media(self, media_id: str) -> MediaModelRecord:
        if media_id not in self._state.media:
            raise Refusal(NOT_FOUND, "model not found")
        return self._state.media[media_id]

    def _view(self, media: MediaModelRecord) -> dict[str, Any]:
        model = self._state.models.get(media.model_uuid)
        moment = int(media.created_at)
        return {
            "id": media.id,
            "name": media.name,
            "file_type": media.file_type,
            "show_on_map": False,
            "size": model.size if model else 0,
            "create_at": moment,
            "update_at": moment,
        }

    def _link(self, model: ModelRecord | None) -> str:
        if model is None or not model.zip_key or model.status not in _DONE:
            return ""
        return self._store.presign_get(
            self._cloud.bucket,
            model.zip_key,
            base_url=self._storage_url,
            lifetime_s=self._rules.link_lifetime_s,
            dialect=self._cloud.dialect,
        )

    def _rendered(self) -> list[tuple[str, Path]]:
        with self._state.lock:
            if not self._photos:
                from skybind_emulators.flight import render_flight  # noqa: PLC0415  heavy: loaded with the first model

                folder = self._folder / "media"
                render_flight(folder, photos=self._rules.folder_photos, size=60_000, seed=self._seed)
                self._photos = [(path.name, path) for path in sorted(folder.iterdir()) if path.suffix == ".JPG"]
            return self._photos
