"""The real-scene 3D half in process: handlers called directly, each answer checked against the specification."""

import io
import json
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from threading import Event
from typing import Any, Literal

import jsonschema_rs
import pytest
from attrs import frozen
from PIL import Image

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Call, Refusal
from skybind_emulators.faults import Faults
from skybind_emulators.koomap.account import Account
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.real3d import Real3D
from skybind_emulators.koomap.workspaces import Workspaces
from skybind_emulators.settings import KooMapRules
from skybind_emulators.spec import load
from skybind_emulators.speed import parse_speed
from skybind_emulators.store import ObjectStore
from skybind_emulators.validation import Arguments

WIDTH, HEIGHT, PHOTOS = 40, 30, 3
PARAMETERS = {"accuracy": "Low", "key_point_limit": "1000", "tie_point_limit": "100000", "mesh_accuracy": "2"}
PLACE = {
    "longitude": "113.87890565212626",
    "latitude": "22.876653471049696",
    "height": "37.884999999999998",
    "accuracy": "0.05",
}


class WallClock:
    """A wall clock that stands still until it is moved."""

    def __init__(self, at: float = 1_760_000_000.5) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at


@frozen
class Made:
    """A file of the fake engine."""

    name: str
    path: Path


class SmallMesh:
    """An engine that makes a few small files at once, and remembers what it was asked for.

    Attributes:
        broken: raised instead of making anything.
        gate: waited for before anything is made.
    """

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.broken: Exception | None = None
        self.gate: Event | None = None

    def __call__(
        self,
        kind: Literal["2d", "3d", "lidar"],
        photos: Sequence[tuple[str, Path]],
        *,
        job_id: str,
        out: Path,
        parameters: Mapping[str, Any],
        seed: int,
    ) -> Sequence[Made]:
        self.asked.append({"kind": kind, "photos": [name for name, _ in photos], "job_id": job_id, **parameters})
        if self.gate is not None:
            assert self.gate.wait(10)
        if self.broken is not None:
            raise self.broken
        contents = {
            "AT/camera_list.json": json.dumps({"cameras": [name for name, _ in photos]}),
            "AT/sparse.ply": "ply",
        }
        if parameters["output_mesh"]:
            contents |= {
                "terra_obj/model.obj": "v 0 0 0\n",
                "terra_obj/model.mtl": "m",
                "terra_obj/metadata.xml": "<x/>",
            }
        made = []
        for name, content in contents.items():
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
            made.append(Made(name, path))
        return made


def photo(shade: int) -> bytes:
    """A small JPEG."""
    out = io.BytesIO()
    Image.new("RGB", (WIDTH, HEIGHT), (shade, 80, 80)).save(out, "JPEG")
    return out.getvalue()


def few_photos(out: Path) -> list[Path]:
    """A flight of three small photos, each of its own bytes."""
    files = [out / f"DJI_{number:04d}.JPG" for number in range(PHOTOS)]
    for number, file in enumerate(files):
        file.write_bytes(photo(60 * number))
    return files


@cache
def _validator(operation_id: str) -> Any:
    specification = load("koomap")
    schema = specification.rooted(specification.operations[operation_id].answer or {})
    return jsonschema_rs.Draft202012Validator(schema)


class Scene:
    """An account with one workspace, and calls on it."""

    def __init__(self, folder: Path, *, speed: str = "instant", real: bool = False, **rules: Any) -> None:
        pace = parse_speed(speed)
        self.wall = WallClock()
        self.clock = SimulatedClock(pace.scale, wall=self.wall)
        self.faults = Faults()
        self.store = ObjectStore(folder, now=self.clock.now, wall=time.time)
        self.account = Account.seeded(1)
        self.rules = KooMapRules(**({} if real else {"folder_photos": PHOTOS}) | rules)
        self.workspaces = Workspaces(self.account, self.clock, Ids(1, "workspaces"), self.rules)
        self.space = self.workspaces.create("survey").workspace_id
        self.engine = SmallMesh()
        self.half = Real3D(
            self.account,
            self.workspaces,
            self.clock,
            rules=self.rules,
            store=self.store,
            faults=self.faults,
            pace=pace,
            seed=1,
            obs_endpoint="127.0.0.1:1",
            engine=None if real else self.engine,
            render=None if real else few_photos,
        )
        self.handlers = self.half.by_operation()
        self.images = self.half.image_codes

    def call(self, operation_id: str, body: Any = None, *, query: Mapping[str, Any] | None = None, **path: str) -> Any:
        """The answer to a call, which must fit the specification. The workspace goes without saying."""
        operation = load("koomap").operations[operation_id]
        strikes = self.faults.strikes(f"koomap.{operation_id}")
        arguments = Arguments({"workspace_id": self.space, **path}, query or {}, {})
        answer = self.handlers[operation_id](Call(operation, arguments, body, strikes))
        _validator(operation_id).validate(json.loads(json.dumps(answer)))
        return answer

    def refused(self, operation_id: str, body: Any = None, **more: Any) -> str:
        """The last five digits of the code with which a call is refused."""
        with pytest.raises(Refusal) as refusal:
            self.call(operation_id, body, **more)
        code = str(refusal.value.code)
        known = load("koomap").errors[code]
        assert (refusal.value.status, refusal.value.message) == (known.status, known.message)
        return code[-5:]

    def task(self, name: str = "block_7", **fields: Any) -> str:
        """A new task that lacks nothing for its start; None leaves a field out. Returns its id."""
        fields = {
            "task_name": name,
            "task_type": "REAL3D-UNCTRL",
            "modeling_type": "Mesh",
            "folder_code": self.half.folder_code,
            **fields,
        }
        given = {field: value for field, value in fields.items() if value is not None}
        task_id: str = self.call("createReal3DTask", given)["task_id"]
        return task_id

    def start(self, task_id: str, **body: Any) -> Any:
        """Start a task."""
        return self.call("startReal3DTask", body, task_id=task_id)

    def look(self, task_id: str) -> Any:
        """A task as the list shows it."""
        return self.call("listTasksInWorkspace", query={"task_ids": [task_id]})["tasks"][0]

    def finished(self, name: str = "block_7", **fields: Any) -> str:
        """A task that has succeeded, whatever the speed."""
        task_id = self.task(name, **fields)
        self.start(task_id)
        return self.wait_for(task_id, "SUCCESS")

    def triangulated(self, name: str = "controlled") -> str:
        """A controlled task whose triangulation is done."""
        task_id = self.task(name, task_type="REAL3D-CTRL")
        self.start(task_id, run_AT_only=True)
        return self.wait_for(task_id, "BUNDLE_SUCCESS")

    def wait_for(self, task_id: str, status: str) -> str:
        """Look until a task is in a state."""
        for _ in range(20):
            if self.look(task_id)["task_status"] == status:
                return task_id
            self.clock.advance(60)
        raise AssertionError(f"never {status}: {self.look(task_id)}")

    def in_state(self, state: str) -> str:
        """A task that is in a state and, with a fault, stays there."""
        if state == "INIT":
            return self.task()
        if state == "PENDING":
            self.faults.add("koomap.startReal3DTask", "stall")
        if state == "FAILED":
            self.faults.add("koomap.startReal3DTask", "fail")
        if state == "START_FAILED":
            self.faults.add("koomap.startReal3DTask", "fail-start")
        task = self.task()
        self.start(task)
        assert self.look(task)["task_status"] == {"ARCHIVED": "SUCCESS"}.get(state, state)
        if state == "ARCHIVED":
            self.call("updateReal3DTaskArchivedStatus", {"archive": True}, task_id=task)
        return task

    def point(self, task_id: str, **fields: Any) -> Any:
        """Mark the usual control point in the first photo."""
        usual = {"imageCode": self.images[0], "taskId": task_id, "pointWidth": "7.5", "pointHeight": "5.25", **PLACE}
        return self.call("addSpurPoint", {**usual, **fields})

    def point_refused(self, task_id: str, **fields: Any) -> str:
        """The code with which the usual mark point, a little changed, is refused. None leaves a field out."""
        usual = {"imageCode": self.images[0], "taskId": task_id, "pointWidth": "7.5", "pointHeight": "5.25", **PLACE}
        given = {name: value for name, value in {**usual, **fields}.items() if value is not None}
        return self.refused("addSpurPoint", given)

    def subtask(self, task_id: str, name: str = "roof", files: Mapping[str, bytes] | None = None) -> str:
        """A subtask whose upload is done, with these files. Returns its id."""
        made = self.call("createReal3DSubTask", {"subtask_name": name}, task_id=task_id)
        self.upload(task_id, made["subtask_id"], "UPLOADING")
        bucket, _, prefix = made["model_path"].removeprefix("obs://").partition("/")
        for file, content in (files or {"after/model.obj": b"v 1 2 3\n"}).items():
            self.store.put(bucket, f"{prefix}/{file}", content)
        self.upload(task_id, made["subtask_id"], "UPLOAD_SUCCESS")
        subtask_id: str = made["subtask_id"]
        return subtask_id

    def upload(self, task_id: str, subtask_id: str, state: str) -> Any:
        """Set the state of an upload."""
        body = {"upload_status": state}
        return self.call("updateReal3DSubTaskUploadStatus", body, task_id=task_id, subtask_id=subtask_id)

    def look_at_subtask(self, task_id: str, subtask_id: str) -> Any:
        """A subtask as the list shows it."""
        listed = self.call("listReal3DSubTasks", query={"subtask_id": subtask_id}, task_id=task_id)
        return listed["subtasks"][0]

    def close(self) -> None:
        """End its threads."""
        self.half.close()
