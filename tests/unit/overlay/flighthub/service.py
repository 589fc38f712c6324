"""FlightHub as a play: uploads and reconstructions with state, a real object store behind it, a memory of all calls."""

import json
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from attrs import define, field

from unit.overlay.peers import Exchange
from unit.overlay.warehouse import BUCKET, Warehouse

TOKEN = "canary.user.token"
PROJECT = "11111111-2222-4333-8444-555555555555"
TYPES = {"2d": 1, "3d": 2, "3dgs": 3, "lidar": 4}


@define
class Said:
    """An answer other than ``{"code": 0, "data": ...}`` with HTTP 200."""

    body: Any
    status: int = 200
    headers: dict[str, str] = field(factory=dict)


def refused(code: int | str, message: str = "no", **more: Any) -> Said:
    """A refusal as most are: with HTTP 200."""
    return Said({"code": code, "message": message}, **more)


def lost(exchange: Exchange) -> None:
    """Carried out, and the answer is lost."""
    exchange.hang_up()


@define
class Resource:
    """A resource: its files by name, with the batch of credentials that brought each."""

    uuid: str
    name: str = ""
    status: int = 1
    files: dict[str, str] = field(factory=dict)


@define
class FlightHub:
    """Plays FlightHub for one organisation.

    Attributes:
        house: The store that photos go to.
        before: By name of a call, what happens instead of it: an answer, or a function of the request that returns
            one; None of a function lets the play go on.
        after: By name of a call, what happens in place of its answer once it was carried out.
        batches: Uuids of the batches of credentials, in their order; made up when there are no more.
        lifetimes: Seconds that the store takes credentials for; the last one for ever after.
        promised: Seconds that credentials say that they live.
        takes_late: Whether files of another batch may be reported for a resource.
        forgets: Names that reports leave out, once each.
        calls: Names of the calls, in their order.
    """

    house: Warehouse | None = None
    before: dict[str, Any] = field(factory=dict)
    after: dict[str, Any] = field(factory=dict)
    batches: list[str] = field(factory=list)
    lifetimes: list[float] = field(factory=lambda: [600.0])
    promised: float = 600.0
    takes_late: bool = False
    forgets: list[str] = field(factory=list)
    calls: list[str] = field(factory=list)
    bodies: list[Any] = field(factory=list)
    headers: list[dict[str, str]] = field(factory=list)
    targets: list[str] = field(factory=list)
    resources: dict[str, Resource] = field(factory=dict)
    models: dict[str, dict[str, Any]] = field(factory=dict)
    tokens: int = 0
    _lock: threading.RLock = field(factory=threading.RLock, init=False)

    def __call__(self, exchange: Exchange) -> None:
        text = exchange.body()
        body = json.loads(text) if text else None
        path = unquote(exchange.target)
        name, arguments = self._route(exchange.method, path.split("/open_model/")[-1] if "open_model" in path else path)
        with self._lock:
            self.calls.append(name)
            self.bodies.append(body)
            self.headers.append(dict(exchange.headers))
            self.targets.append(exchange.target)
            said = self._first(self.before, name, body)
            if said is None:
                said = getattr(self, f"on_{name}")(*arguments, body)
                instead = self._first(self.after, name, body)
                said = said if instead is None else instead
        if callable(said):
            said(exchange)
            return
        if not isinstance(said, Said):
            said = Said({"code": 0, "message": "", "data": said} if said is not DONE else {"code": 0, "message": ""})
        content = said.body if isinstance(said.body, bytes) else json.dumps(said.body).encode()
        exchange.answer(said.status, content, {"Content-Type": "application/json", **said.headers})

    @staticmethod
    def _first(said: dict[str, Any], name: str, body: Any) -> Any:
        found = said.get(name)
        return found(body) if callable(found) and found is not lost else found

    @staticmethod
    def _route(method: str, path: str) -> tuple[str, list[str]]:
        match [method, *path.strip("/").split("/")]:
            case ["POST", "stores", "obtain_token"]:
                return "token", []
            case ["POST", "stores", "upload_callback"]:
                return "callback", []
            case ["GET", "resource", uuid]:
                return "resource", [uuid]
            case ["DELETE", "resource", uuid]:
                return "delete_resource", [uuid]
            case ["POST", "models", "reconstruction", "start"]:
                return "start", []
            case ["POST", "models", uuid, "reconstruction", "stop"]:
                return "stop", [uuid]
            case ["GET", "models", "running"]:
                return "running", []
            case ["GET", "models", uuid]:
                return "model", [uuid]
            case ["GET", "openapi", _, "model", "download-url", *key]:
                return "download_url", ["/".join(key)]
            case ["POST", "openapi", _, "model", "api", "v1", "workspaces", project, "reconstructions"]:
                return "beta", [project]
        raise AssertionError(f"nobody plays {method} {path}")

    def count(self, name: str) -> int:
        """How often a call came."""
        return self.calls.count(name)

    def body_of(self, name: str) -> Any:
        """The body of the last call of a name."""
        return next(body for call, body in reversed(list(zip(self.calls, self.bodies, strict=True))) if call == name)

    # --------------------------------------------------------------------------------------------------------- upload

    def on_token(self, _body: Any) -> Any:
        assert self.house is not None
        self.tokens += 1
        batch = self.batches.pop(0) if self.batches else f"batch-{self.tokens}"
        prefix = f"fh/organizations/o1/open_reconstruction/tmp/{batch}/"
        lifetime = self.lifetimes.pop(0) if len(self.lifetimes) > 1 else self.lifetimes[0]
        issued = self.house.store.issue(BUCKET, prefix, lifetime_s=lifetime)
        return {
            "cloud_name": "ali",
            "access_key_id": issued.access_key_id,
            "secret_access_key": issued.secret_access_key,
            "session_token": issued.session_token,
            "region": "cn-hangzhou",
            "end_point": self.house.server.oss_endpoint,
            "cloud_bucket_name": BUCKET,
            "callback_param": f"param of {batch}",
            "store_path": prefix + "{fileName}",
            "expire_time": int(time.time() + self.promised),
        }

    def on_callback(self, body: Any) -> Any:
        assert self.house is not None
        uuid, batch = body["resource_uuid"], body["callback_param"].removeprefix("param of ")
        if batch != uuid and not self.takes_late:
            return refused(200404)
        counted = []
        for file in body["files"]:
            stored = self.house.store.head(
                BUCKET, f"fh/organizations/o1/open_reconstruction/tmp/{batch}/{file['name']}"
            )
            assert stored is not None, f"{file['name']} is reported and not in the store"
            assert stored.etag == file["etag"].lower()
            if file["name"] in self.forgets:
                self.forgets.remove(file["name"])
            else:
                counted.append(file["name"])
        resource = self.resources.setdefault(uuid, Resource(uuid, body.get("resource_name", "")))
        resource.files |= dict.fromkeys(counted, batch)
        return {"resource_uuid": uuid, "upload_count": len(counted), "file_name_list": counted or None}

    def on_resource(self, uuid: str, _body: Any) -> Any:
        if uuid not in self.resources:
            return refused(200404)
        resource = self.resources[uuid]
        return {
            "resource_uuid": uuid,
            "status": resource.status,
            "resource_size": 1,
            "file_names": list(resource.files) or None,
        }

    def on_delete_resource(self, uuid: str, _body: Any) -> Any:
        self.resources.pop(uuid)
        return DONE

    # ------------------------------------------------------------------------------------------------ reconstructions

    def make(self, resource: str, kind: str, **more: Any) -> str:
        """A model that is being made."""
        uuid = f"model-{len(self.models) + 1}"
        self.models[uuid] = {
            "resource_uuid": resource,
            "model_uuid": uuid,
            "model_type": TYPES[kind],
            "model_status": 12,
            "model_size": 0,
            "reconstruction_progress": 0,
            "error_code": 0,
            "zip_status": 0,
            "zip_progress": 0,
            **more,
        }
        return uuid

    def on_start(self, body: Any) -> Any:
        wanted = [kind for kind in TYPES if f"parameter_{kind}" in body]
        made = {kind: self.make(body["resource_uuid"], kind) for kind in wanted}
        return {f"model_{kind}": {"uuid": uuid, "status": 12, "sub_error_code": 0} for kind, uuid in made.items()}

    def on_stop(self, uuid: str, _body: Any) -> Any:
        self.models[uuid]["model_status"] = 16
        return DONE

    def on_running(self, _body: Any) -> Any:
        running = [dict(model) for model in self.models.values() if model["model_status"] in {12, 14}]
        return {"list": running or None}

    def on_model(self, uuid: str, _body: Any) -> Any:
        return self.models.get(uuid) or refused("200404")

    def finish(self, uuid: str, **more: Any) -> None:
        """The model is made, and so is its archive."""
        self.models[uuid] |= {
            "model_status": 15,
            "reconstruction_progress": 100,
            "zip_status": 2,
            "zip_progress": 100,
            **more,
        }

    def on_download_url(self, _key: str, _body: Any) -> Any:
        return Said(b"404 page not found", 404)

    def on_beta(self, _project: str, _body: Any) -> Any:
        return {"uuid": "r1"}


DONE = object()


def once(*said: Any) -> Callable[[Any], Any]:
    """Instead of an answer: these, one after another, and then the play goes on."""
    left = list(said)
    return lambda _body: left.pop(0) if left else None


__all__ = ["PROJECT", "TOKEN", "FlightHub", "Resource", "Said", "lost", "once", "refused"]
