"""KooMap in process, and a client that checks every answer against the specification."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import yaml

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.faults import Faults
from skybind_emulators.koomap import make_koomap
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import Settings
from skybind_emulators.store import ObjectStore
from unit.emulators.harness import InProcess, WallClock

SPECIFICATION = Path(__file__).parents[4] / "specs" / "koomap"


class FitsSpecification:
    """Checks answers against the specification, read anew from its files."""

    def __init__(self) -> None:
        parts = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(SPECIFICATION.glob("*.yaml"))]
        self.paths: dict[str, Any] = {}
        self.components: dict[str, dict[str, Any]] = {}
        self.statuses: dict[str, set[int]] = {}
        self._validators: dict[tuple[str, int], Any] = {}
        for part in parts:
            self.paths |= part.get("paths", {})
            for section, members in part.get("components", {}).items():
                self.components.setdefault(section, {}).update(members)
            for entry in part.get("x-errors", ()):
                also = {variant["status"] for variant in entry.get("variants", ())}
                self.statuses[entry["code"]] = {entry["status"], *also}

    def node(self, method: str, path: str) -> Any:
        """What the specification says of an operation; None if there is none."""
        fitting = [
            (template.count("{"), item.get(method.lower()))
            for template, item in self.paths.items()
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path)
        ]
        return min(fitting, key=lambda pair: pair[0])[1] if fitting else None

    def check(self, response: httpx.Response) -> None:
        """Fail unless status, headers, code and body are what the specification says."""
        assert re.fullmatch(r"[0-9a-f]{32}", response.headers["x-request-id"])
        node = self.node(response.request.method, response.request.url.path)
        if node is None:
            assert (response.status_code, response.json()["error_code"]) == (404, "APIGW.0101")
            return
        if response.status_code == 200:
            answer = node["responses"]["200"]
        else:
            answer = node["responses"][f"{response.status_code // 100}XX"]
            body = response.json()
            if isinstance(body, dict):
                assert body["error_code"] in node["x-errors"], f"{node['operationId']} does not list {body}"
                assert response.status_code in self.statuses[body["error_code"]]
                assert ("request_id" in body) == body["error_code"].startswith("APIGW.")
        if "$ref" in answer:
            answer = self.components["responses"][answer["$ref"].rpartition("/")[2]]
        schema = answer["content"]["application/json"]["schema"]
        assert response.headers["content-type"].startswith("application/json")
        known = (node["operationId"], response.status_code // 100)
        if known not in self._validators:
            self._validators[known] = jsonschema_rs.Draft202012Validator({**schema, "components": self.components})
        self._validators[known].validate(response.json())


specification_check = cache(FitsSpecification)


class KooMap:
    """An emulator with a client that shows a valid token.

    ``unchecked`` in a call switches off the check against the specification, for answers that are wrong on purpose.
    """

    def __init__(self, folder: Path, settings: Settings, *, log: RequestLog | None = None) -> None:
        self.wall = WallClock()
        self.clock = SimulatedClock(settings.pace.scale, wall=self.wall)
        self.faults = Faults(settings.faults)
        self.store = ObjectStore(folder / "store", now=self.clock.now)
        self.emulator = make_koomap(
            settings, self.store, self.faults, self.clock, log=log, storage_url="http://127.0.0.1:1"
        )
        self.http = httpx.Client(transport=InProcess(self.emulator.app), base_url="http://koomap.test")
        self.iam = httpx.Client(transport=InProcess(self.emulator.iam_app), base_url="http://iam.test")
        self.satellite = self.emulator.satellite

    def send(
        self, method: str, path: str, body: Any = None, *, unchecked: bool = False, headers: Any = None, **more: Any
    ) -> httpx.Response:
        """Send a request with the token; the answer must fit the specification."""
        shown = {"X-Auth-Token": self.emulator.token.text, "Uuid": "device-1", **(headers or {})}
        if body is not None:
            more["json"] = body
        response = self.http.request(method, path, headers=shown, **more)
        if not unchecked:
            specification_check().check(response)
        return response

    def data(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        """Send a request that must succeed; return its answer."""
        response = self.send(method, path, body, **more)
        assert response.status_code == 200, response.text
        return response.json()

    def refused(self, method: str, path: str, body: Any = None, **more: Any) -> tuple[int, str]:
        """Send a request that must be refused; return HTTP status and code."""
        response = self.send(method, path, body, **more)
        return response.status_code, response.json()["error_code"]

    def workspace(self, name: str = "survey") -> str:
        """A new workspace; return its id."""
        workspace_id: str = self.data("POST", "/v1/workspaces", {"workspace_name": name})["workspace_id"]
        return workspace_id

    def pan_and_mss(self) -> list[str]:
        """The ids of the images of the first scene: a panchromatic and a multispectral one."""
        return [image.image_id for image in self.satellite.images.all()[:2]]

    def singles(self) -> list[str]:
        """The ids of two multispectral images without a panchromatic one."""
        return self.satellite.ready_image_ids[2:4]

    def names(self, image_ids: list[str], level: str = "L2", name: str = "task") -> list[str]:
        """What the check of images calls the results."""
        body = {"data_ids": image_ids, "production_level": level, "task_name": name, "coordination": "WGS84"}
        return [row["name"] for row in self.data("POST", "/v1/kmp-control/tasks/image", body)]

    def order(self, workspace_id: str, **changes: Any) -> dict[str, Any]:
        """The body of a request for a task. Results are named as the check of images names them."""
        body: dict[str, Any] = {
            "task_name": "task",
            "task_type": "ORSIP",
            "workspace_id": workspace_id,
            "data_ids": self.pan_and_mss(),
            "production_level": "L2",
            "coordination": "WGS84",
            "csv_ids": [],
            "isClip": "0",
            "isTile": "0",
            **changes,
        }
        if "data_alias" not in body:
            named = self.names(body["data_ids"], body["production_level"], body["task_name"])
            body["data_alias"] = {name: f"{name}_{body['task_name']}" for name in named}
        body.setdefault("data_description", dict.fromkeys(body["data_alias"], "made_by_a_test"))
        return body

    def task(self, workspace_id: str | None = None, **changes: Any) -> str:
        """A new satellite task; return its id."""
        order = self.order(workspace_id or self.workspace(f"of_{changes.get('task_name', 'task')}"), **changes)
        task_id: str = self.data("POST", "/v1/kmp-control/tasks", order)["task_id"]
        return task_id

    def act(self, action: str, task_id: str) -> httpx.Response:
        """start, stop, archive, unarchive or delete a task."""
        if action == "delete":
            return self.send("DELETE", "/v1/kmp-control/tasks", {"id": task_id})
        if action.endswith("archive"):
            archived = str(action == "archive").lower()
            return self.send("POST", f"/v1/kmp-control/tasks/archive?archived={archived}", {"id": task_id})
        return self.send("POST", f"/v1/kmp-control/tasks/{action}", {"id": task_id})

    def look(self, task_id: str) -> dict[str, Any]:
        """The task as the list of its workspace shows it."""
        workspace_id = next(task.workspace_id for task in self.satellite.tasks if task.task_id == task_id)
        states = ["INIT", "START_RUNNING", "RUNNING", "SUCCESS", "FAILED", "STOPPING"]
        query = {
            "workspace_id": workspace_id,
            "limit": "100",
            "task_status": [*states, "STOP_SUCCESS", "STOP_FAILED", "ARCHIVED"],
        }
        rows = self.data("GET", "/v1/kmp-control/tasks", params=query)["data"]
        return next(row for row in rows if row["task_id"] == task_id)

    def images(self, **form: str) -> dict[str, Any]:
        """A page of images; the search goes as a multipart form."""
        fields = {"limit": "100", "offset": "0", **form}
        parts = {name: (None, value) for name, value in fields.items()}
        found: dict[str, Any] = self.data("POST", "/v1/kmp-data/imageinfo", files=parts)
        return found

    def token_request(self, **changes: Any) -> dict[str, Any]:
        """The body of a request for a token; ``user`` and ``scope`` may be changed."""
        account = self.emulator.account
        user = {"name": account.username, "password": account.password, "domain": {"name": account.domain}}
        user |= changes.get("user", {})
        scope = changes.get("scope", {"project": {"name": account.region}})
        return {"auth": {"identity": {"methods": ["password"], "password": {"user": user}}, "scope": scope}}

    def close(self) -> None:
        """End the emulator's threads."""
        self.http.close()
        self.iam.close()
        self.emulator.close()


MakeKooMap = Callable[..., KooMap]
