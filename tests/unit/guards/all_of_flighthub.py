"""A workflow over all operations of FlightHub, written once for sync and async."""

from __future__ import annotations

from skybind.steps import Workflow, ask
from skybind_clients.flighthub.models import ModelStatus, ResourceStatus, UploadedFile
from skybind_emulators import Running

__all__ = ["all_of_flighthub"]

_PHOTOS = 5  # as many as a model needs


def all_of_flighthub(emulators: Running) -> Workflow[None]:
    """One call after another, each of an operation."""
    yield from _open_modeling(emulators)
    yield from _media(emulators)


def _open_modeling(emulators: Running) -> Workflow[None]:
    token = yield from ask(lambda api: api.stores.obtain_token())
    resource = token.store_path.split("/")[-2]
    names = [f"{number}.jpg" for number in range(_PHOTOS)]
    keys = {name: token.store_path.replace("{fileName}", name) for name in names}
    stored = {name: emulators.store.put(token.cloud_bucket_name, key, b"\xff\xd8\xff") for name, key in keys.items()}
    receipt = yield from ask(
        lambda api: api.stores.upload_callback(
            resource_uuid=resource,
            callback_param=token.callback_param,
            files=[UploadedFile(name, stored[name].etag) for name in names],
        )
    )
    assert receipt.upload_count == _PHOTOS
    found = yield from ask(lambda api: api.resources.get(resource))
    assert (found.status, found.file_names) == (ResourceStatus.IMPORTED, names)

    started = yield from ask(
        lambda api: api.reconstructions.start(resource_uuid=resource, parameter_2d="{}", parameter_3d="{}")
    )
    map_, model = started.model_2d.uuid, started.model_3d.uuid
    assert {one.model_uuid for one in (yield from ask(lambda api: api.models.running()))} == {map_, model}
    yield from ask(lambda api: api.reconstructions.stop(map_))
    assert (yield from ask(lambda api: api.models.get(map_))).model_status is ModelStatus.CANCELLED
    for uuid in (map_, model):
        yield from ask(lambda api, uuid=uuid: api.models.delete(uuid))
    yield from ask(lambda api: api.resources.delete(resource))


def _media(emulators: Running) -> Workflow[None]:
    folder, project = emulators.flighthub.folder_id, emulators.flighthub.project_uuid
    assert (yield from ask(lambda api: api.media_models.list())) is None
    made = yield from ask(
        lambda api: api.media_models.create(name="yard", task_folder_id=folder, reconstruction_type=["model_2d"])
    )
    assert [one.id for one in (yield from ask(lambda api: api.media_models.list()))] == [made.id]
    assert (yield from ask(lambda api: api.media_models.get(made.id))).name == "yard"
    assert (yield from ask(lambda api: api.media_models.download_url(made.id))).url == ""  # not ready
    yield from ask(
        lambda api: api.media_models.reconstruct(
            project, folder_uuids=[folder], name="yard again", reconstruction_type=[1], wkt="EPSG:4326"
        )
    )
