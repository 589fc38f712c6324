"""What lies in the emulated account: at least one thing in each state that some operation needs."""

from __future__ import annotations

import asyncio
import base64
from typing import Any

import attrs
import httpx

from harness.contract.koomap.factory import noisy_photo
from skybind_emulators.koomap import KooMapEmulator
from skybind_emulators.settings import KooMapRules
from skybind_emulators.store import ObjectStore

__all__ = ["PLACE", "Furnished", "furnish", "satellite_order", "vps_payload"]

# Looks after which everything that moves has come to rest, at the speed of the account.
LOOKS = 5
PLACE = {"longitude": "113.87890565212626", "latitude": "22.876653471049696", "height": "37.8", "accuracy": "0.05"}


@attrs.frozen(kw_only=True)
class Furnished:
    """Ids of what lies there.

    Attributes:
        free: a workspace without tasks.
        workspace: the workspace of all tasks.
        images: raw satellite images that go together.
        result: what the check of images calls their result.
        fresh, running, finished: satellite tasks: not started, started, successful.
        idle: a real-scene 3D task that is ready to be started.
        busy: one that is started.
        done: one that has succeeded, and has a product.
        nerf: one of a radiance field that has succeeded.
        triangulated: one with control points whose triangulation is done, with one mark point.
        empty, uploading, uploaded, refining, refined: refine subtasks of ``nerf``: without data, with data on their
            way, ready, started, successful.
        spare: another one that is ready, to be deleted.
        product, refine_product: available.
        image_code: a photo of the folder.
        point: the mark point.
        longitude_deg, latitude_deg: where positioning is served.
    """

    free: str
    workspace: str
    images: list[str]
    result: str
    fresh: str
    running: str
    finished: str
    idle: str
    busy: str
    done: str
    nerf: str
    triangulated: str
    empty: str
    uploading: str
    uploaded: str
    refining: str
    spare: str
    refined: str
    product: str
    refine_product: str
    folder_code: str
    image_code: str
    point: str
    longitude_deg: float
    latitude_deg: float


class _Caller:
    """Makes calls with the account's token, each of which must succeed."""

    def __init__(self, emulator: KooMapEmulator, store: ObjectStore, loop: asyncio.Runner) -> None:
        self.emulator = emulator
        self.store = store
        self._loop = loop
        self._http = httpx.AsyncClient(
            transport=httpx.ASGITransport(emulator.app),
            base_url="http://koomap.test",
            headers={"X-Auth-Token": emulator.token.text},
        )

    def __call__(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        response = self._loop.run(self._http.request(method, path, json=body, params=query or None))
        assert response.status_code == 200, f"{method} {path}: {response.text}"
        return response.json()


def furnish(emulator: KooMapEmulator, store: ObjectStore, rules: KooMapRules) -> Furnished:
    """Put everything there, through the service's own operations."""
    with asyncio.Runner() as loop:  # one for all calls: a world is furnished for each test
        call = _Caller(emulator, store, loop)
        free = call("POST", "/v1/workspaces", {"workspace_name": "free"})["workspace_id"]
        workspace = call("POST", "/v1/workspaces", {"workspace_name": "survey"})["workspace_id"]
        return Furnished(
            free=free,
            workspace=workspace,
            **_satellite(call, workspace),
            **_real3d(call, workspace),
            folder_code=emulator.real3d.folder_code,
            image_code=emulator.real3d.image_codes[0],
            longitude_deg=rules.ar_longitude_deg,
            latitude_deg=rules.ar_latitude_deg,
        )


def satellite_order(name: str, workspace: str, images: list[str], result: str) -> dict[str, Any]:
    """The body of a request for a satellite task; the result is called as the check of images said."""
    return {
        "task_name": name,
        "task_type": "ORSIP",
        "workspace_id": workspace,
        "data_ids": images,
        "production_level": "L2",
        "coordination": "WGS84",
        "csv_ids": [],
        "isClip": "0",
        "isTile": "0",
        "data_alias": {result: f"{result}_of_{name}"},
        "data_description": {result: None},
    }


def vps_payload(longitude_deg: float, latitude_deg: float) -> dict[str, Any]:
    """What positioning takes: a small photo, and where it was taken by GPS."""
    turned = {"qx": 0.0, "qy": 0.0, "qz": 0.0, "qw": 1.0}
    return {
        "user": {"image": base64.b64encode(noisy_photo()).decode(), "vpsMode": "FullMode", "vpsType": "GVPS"},
        "camera": {"fx": 50.0, "fy": 50.0, "cx": 32, "cy": 24},
        "imu": [{"accuracy": 1, "azimuth": 0, "roll": 0, "pitch": 0, **turned}],
        "gps": [{"longitude": longitude_deg, "latitude": latitude_deg, "accuracy": 5}],
        "slam": [{"x": 0, "y": 1.5, "z": 0, **turned}],
    }


def _satellite(call: _Caller, workspace: str) -> dict[str, Any]:
    images = call.emulator.satellite.ready_image_ids[2:3]  # multispectral: needs no other
    ids, results = {}, []
    for name in ("finished", "running", "fresh"):
        check = {"data_ids": images, "production_level": "L2", "task_name": name, "coordination": "WGS84"}
        [row] = call("POST", "/v1/kmp-control/tasks/image", check)
        results.append(row["name"])
        made = call("POST", "/v1/kmp-control/tasks", satellite_order(name, workspace, images, row["name"]))
        ids[name] = made["task_id"]
    call("POST", "/v1/kmp-control/tasks/start", {"id": ids["finished"]})
    for _ in range(LOOKS):
        call("GET", "/v1/kmp-control/tasks", workspace_id=workspace)
    call("POST", "/v1/kmp-control/tasks/start", {"id": ids["running"]})
    return {"images": images, "result": results[0], **ids}


def _real3d(call: _Caller, workspace: str) -> dict[str, Any]:
    home = f"/v1/real3d/{workspace}/tasks"
    kinds = {
        "done": ("Mesh", "REAL3D-UNCTRL"),
        "nerf": ("Nerf", "REAL3D-UNCTRL"),
        "triangulated": ("Mesh", "REAL3D-CTRL"),
        "idle": ("Mesh", "REAL3D-UNCTRL"),
        "busy": ("Mesh", "REAL3D-UNCTRL"),
    }
    tasks = {}
    for name, (modelling, kind) in kinds.items():
        fields = {"task_type": kind, "modeling_type": modelling, "folder_code": call.emulator.real3d.folder_code}
        tasks[name] = call("POST", home, {"task_name": name, **fields})["task_id"]
    for name in ("done", "nerf", "triangulated"):
        call("POST", f"{home}/{tasks[name]}/start", {"run_AT_only": name == "triangulated"})
    for _ in range(LOOKS):
        call("GET", home)
    subtasks = _subtasks(call, f"{home}/{tasks['nerf']}/subtasks")
    mark = {"imageCode": call.emulator.real3d.image_codes[0], "taskId": tasks["triangulated"], **PLACE}
    point = call("POST", "/v1/real3d/spur", {**mark, "pointWidth": "7.5", "pointHeight": "5.25"})["id"]
    for _ in range(LOOKS):
        products = call("GET", "/v1/real3d/products")["products"]
        refined = call("GET", "/v1/real3d/refineproducts")["refine_products"]
    call("POST", f"{home}/{tasks['busy']}/start", {})
    return {
        **tasks,
        **subtasks,
        "point": point,
        "product": next(row["id"] for row in products if row["task_info"]["task_id"] == tasks["done"]),
        "refine_product": refined[0]["id"],
    }


def _subtasks(call: _Caller, home: str) -> dict[str, str]:
    ids = {}
    for name in ("empty", "uploading", "uploaded", "spare", "refined", "refining"):
        made = call("POST", home, {"subtask_name": name})
        ids[name] = made["subtask_id"]
        if name == "empty":
            continue
        call("PUT", f"{home}/{ids[name]}/uploadstatus", {"upload_status": "UPLOADING"})
        bucket, _, prefix = made["model_path"].removeprefix("obs://").partition("/")
        call.store.put(bucket, f"{prefix}/after/model.obj", b"v 1 2 3\n")
        if name != "uploading":
            call("PUT", f"{home}/{ids[name]}/uploadstatus", {"upload_status": "UPLOAD_SUCCESS"})
    call("POST", f"{home}/{ids['refined']}/start", {})
    for _ in range(LOOKS):
        call("GET", home, subtask_id=ids["refined"])
    call("POST", f"{home}/{ids['refining']}/start", {})
    return ids
