"""What made-up requests are told of the emulated account, so that some of them succeed."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from harness.contract.koomap.furniture import PLACE, Furnished, satellite_order, vps_payload
from skybind_emulators.koomap import KooMapEmulator
from skybind_emulators.store import ObjectStore

__all__ = ["knowledge"]


def knowledge(there: Furnished, emulator: KooMapEmulator, store: ObjectStore) -> dict[str, Any]:
    """By operation: path parameters, query parameters, fields of the body.

    Further names are for life cycles and for the tour.
    """
    bodies = _bodies(there, emulator)
    return {
        "paths": _paths(there),
        "queries": {
            "listTaskInfo": {"workspace_id": there.workspace},
            "showTaskOverview": {"workspace_id": there.workspace},
        },
        "bodies": bodies,
        **attrs.asdict(there),
        "upload": lambda model_path: _upload(store, model_path),
        "image_check": {**bodies["validateImage"](), "production_level": "L2"},
        "satellite_order": bodies["createTask"](),
        "positioning": bodies["startVps"]()["payload"],
        "route": bodies["startNavi"]()["payload"],
        "folder": there.folder_code,
        "photo": there.image_code,
    }


def _paths(there: Furnished) -> dict[str, dict[str, str]]:
    home = {"workspace_id": there.workspace}
    tasks = {name: {**home, "task_id": getattr(there, name)} for name in ("idle", "busy", "done", "nerf")}
    subtasks = {
        name: {**tasks["nerf"], "subtask_id": getattr(there, name)}
        for name in ("uploading", "uploaded", "refining", "spare")
    }
    return {
        "updateCommonWorkspace": {"workspace_id": there.free},
        "deleteCommonWorkspace": {"workspace_id": there.free},
        "createReal3DTask": home,
        "listTasksInWorkspace": home,
        "showTaskOverviewInWorkspace": home,
        "updateReal3DTask": tasks["idle"],
        "startReal3DTask": tasks["idle"],
        "stopReal3DTask": tasks["busy"],
        "updateReal3DTaskArchivedStatus": tasks["done"],
        "deleteReal3DTask": tasks["idle"],
        "createReal3DSubTask": tasks["nerf"],
        "listReal3DSubTasks": tasks["nerf"],
        "startReal3DSubTask": subtasks["uploaded"],
        "stopReal3DSubTask": subtasks["refining"],
        "deleteReal3DSubTask": subtasks["spare"],
        "updateReal3DSubTaskUploadStatus": subtasks["uploading"],
        "createMarkerInfo": {"task_id": there.triangulated},
        "deleteReal3DProduct": {"product_id": there.product},
        "deleteReal3DRefineProduct": {"refine_product_id": there.refine_product},
    }


def _bodies(there: Furnished, emulator: KooMapEmulator) -> dict[str, Callable[[], Mapping[str, Any]]]:
    """Made anew for each request: names of satellite results are taken by the request that has them first."""
    numbers = itertools.count(1)
    photo = {"imageCode": there.image_code, "taskId": there.triangulated}
    here = {"x": f"{emulator.area.east_m:.1f}", "y": f"{emulator.area.north_m:.1f}", "z": "0"}

    def new_satellite_task() -> dict[str, Any]:
        number = next(numbers)
        return satellite_order(f"ordered_{number}", there.workspace, there.images, f"{there.result}_{1000 + number}")

    return {
        "createTask": new_satellite_task,
        "startTask": lambda: {"id": there.fresh},
        "stopTask": lambda: {"id": there.running},
        "updateTaskArchivedStatus": lambda: {"id": there.finished},
        "deleteTask": lambda: {"id": there.fresh},
        "validateImage": lambda: {"data_ids": there.images, "task_name": "checked", "coordination": "WGS84"},
        "createReal3DTask": lambda: {"folder_code": there.folder_code},
        "updateReal3DTask": lambda: {"folder_code": there.folder_code},
        "addSpurPoint": lambda: {**photo, **PLACE, "pointWidth": str(next(numbers) % 40), "pointHeight": "1"},
        "deleteSpurPoint": lambda: {"id": there.point},
        "listSpurPoints": lambda: photo,
        "showSpurCount": lambda: {"taskId": there.triangulated, **PLACE},
        "startVps": lambda: {"payload": vps_payload(there.longitude_deg, there.latitude_deg)},
        "startNavi": lambda: {
            "payload": {"from": here, "to": {**here, "z": "3"}, "utm": emulator.area.utm},
        },
    }


def _upload(store: ObjectStore, model_path: str) -> None:
    """Put a refined model where a subtask wants it."""
    bucket, _, prefix = model_path.removeprefix("obs://").partition("/")
    store.put(bucket, f"{prefix}/after/model.obj", b"v 1 2 3\n")
