"""An organisation at FlightHub to test with: emulated with a few things in it, or the user's own."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from harness.contract.koomap.factory import OnTheSpot
from harness.contract.live import Paced
from harness.contract.world import World
from skybind import FlightHub, Options
from skybind.flighthub.settings import FIELDS, FlightHubSettings
from skybind_clients.flighthub.models import UploadedFile
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.clouds import CLOUDS
from skybind_emulators.faults import Faults
from skybind_emulators.flighthub import FlightHubEmulator, make_flighthub
from skybind_emulators.server import AppServer
from skybind_emulators.settings import FlightHubRules, Settings
from skybind_emulators.store import ObjectStore
from unit.emulators.harness import TwoTiles

__all__ = ["connect", "emulate"]

# Images and models without end: refusals that are right would look like valid data refused.
CHOICES = Settings(speed="polls:3", flighthub=FlightHubRules(quota_images=1_000_000_000, folder_photos=5))
# A client that sends nothing twice: what the service does wrong must not be put right by trying again.
ONCE = Options(retries=0)
_PHOTOS = 10


class Shows(requests.auth.AuthBase):
    """The headers of a request, written for these tests."""

    def __init__(self, user_token: str, project_uuid: str = "") -> None:
        self._user_token = user_token
        self._project_uuid = project_uuid

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["X-User-Token"] = self._user_token
        request.headers["X-Request-Id"] = str(uuid.uuid4())
        request.headers["X-Language"] = "en"
        if self._project_uuid:
            request.headers["X-Project-Uuid"] = self._project_uuid
        return request


@contextmanager
def emulate(folder: Path) -> Iterator[World]:
    """An emulated organisation: a resource of ten photos, a finished model, one that is made, a resource to delete, and
    an upload that is not reported yet."""
    clock = SimulatedClock(CHOICES.pace.scale)
    store = ObjectStore(folder / "store", now=clock.now)
    cloud = CLOUDS[CHOICES.region]
    store.create_bucket(cloud.bucket, oss_region=cloud.region)
    emulator = make_flighthub(CHOICES, store, Faults(), clock, engine=TwoTiles(), folder=folder)
    emulator._making._workers.shutdown()
    emulator._making._workers = OnTheSpot()

    @contextmanager
    def client() -> Iterator[FlightHub]:
        with (
            AppServer(world.app) as server,
            FlightHub(
                emulator.user_token,
                project_uuid=emulator.project_uuid,
                base_url=server.base_url,
                options=ONCE,
                state=folder / "state",
            ) as client,
        ):
            yield client

    world = World(
        base_url="https://flighthub.test/openapi",
        app=emulator.app,
        sign=Shows(emulator.user_token, emulator.project_uuid),
        client=client,
        known={},
    )
    try:
        with client() as hub:
            world.known = _furnished(hub, emulator, store)
        yield world
    finally:
        emulator.close()


def _furnished(hub: FlightHub, emulator: FlightHubEmulator, store: ObjectStore) -> Mapping[str, Any]:
    resource, report = _upload(hub, store)
    hub.stores.upload_callback(**report)
    done = hub.reconstructions.start(resource_uuid=resource, parameter_3d="{}").model_3d.uuid
    for _ in range(3):
        hub.models.get(done)
    waiting = hub.reconstructions.start(resource_uuid=resource, parameter_2d="{}").model_2d.uuid
    media = hub.media_models.create(name="yard", task_folder_id=emulator.folder_id, reconstruction_type=["model_2d"]).id
    spare, its_report = _upload(hub, store)
    hub.stores.upload_callback(**its_report)
    _, late = _upload(hub, store)
    return {
        "resource_uuid": resource,
        "model_uuid": waiting,
        "id": media,
        "file_id": done,
        "proj_uuid": emulator.project_uuid,
        "done": done,
        "folder": emulator.folder_id,
        "upload": lambda client: _upload(client, store),
        "deleteResource": {"resource_uuid": spare},
        "bodies": {
            "uploadCallback": {**late, "files": [{"name": file.name, "etag": file.etag} for file in late["files"]]},
            "startReconstructions": {"resource_uuid": resource, "delete_resource_if_finish": False},
            "createMediaModel": {"task_folder_id": emulator.folder_id},
            "createMediaReconstruction": {"folder_uuids": [emulator.folder_id]},
        },
    }


def _upload(hub: FlightHub, store: ObjectStore) -> tuple[str, dict[str, Any]]:
    """A resource to be, and the report of photos of it that lie in storage."""
    token = hub.stores.obtain_token()
    files = []
    for number in range(_PHOTOS):
        name = f"{number}.jpg"
        stored = store.put(token.cloud_bucket_name, token.store_path.replace("{fileName}", name), b"\xff\xd8\xff")
        files.append(UploadedFile(name, stored.etag))
    resource = token.store_path.split("/")[-2]
    return resource, {"resource_uuid": resource, "callback_param": token.callback_param, "files": files}


@contextmanager
def connect(pace: Callable[[], Any]) -> Iterator[World]:
    """The user's own organisation, reached with credentials from environment, profile file or keyring.

    Raises:
        CredentialsMissing: there are none; the message says what to set.
    """
    settings = FlightHubSettings.of(dict.fromkeys(FIELDS))
    dialect = settings.dialect
    sign = Paced(Shows(dialect.user_token, dialect.project_uuid or ""), pace)
    options = Options(retries=0, before_attempt=lambda _attempt: pace())
    base_url = f"{dialect.host}/openapi"
    known = {"proj_uuid": dialect.project_uuid} if dialect.project_uuid else {}
    yield World(base_url=base_url, sign=sign, client=lambda: FlightHub(options=options), known=known)
