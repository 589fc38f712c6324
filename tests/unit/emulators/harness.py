"""An emulator in process, and a client that checks every answer against the specification."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

import httpx
import jsonschema_rs
import yaml
from attrs import frozen

from contract.terra.signer import SignsForHttpx
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.clouds import CLOUDS
from skybind_emulators.faults import Faults
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import Settings
from skybind_emulators.store import ObjectStore
from skybind_emulators.terra import TerraEmulator, make_terra

SPECIFICATION = Path(__file__).parents[3] / "specs" / "terra" / "openapi.yaml"
PREFIX = "/terra-rescon-be"


class WallClock:
    """A wall clock that stands still until it is moved."""

    def __init__(self, at: float = 1_760_000_000.0) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at


@frozen
class Made:
    """A product of the fake engine."""

    name: str
    path: Path


class TwoTiles:
    """An engine that makes two small files at once, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

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
        self.asked.append(
            {"kind": kind, "photos": list(photos), "job_id": job_id, "parameters": parameters, "seed": seed}
        )
        made = []
        for name in ("map/tiles/0/0/0.png", "map/result.tif"):
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(name.encode())
            made.append(Made(name, path))
        return made


class InProcess(httpx.BaseTransport):
    """Carries requests of a sync client to an ASGI application."""

    def __init__(self, app: Any) -> None:
        self._inner = httpx.ASGITransport(app=app)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        async def exchange() -> httpx.Response:
            response = await self._inner.handle_async_request(request)
            content = await response.aread()
            return httpx.Response(response.status_code, headers=response.headers, content=content)

        return asyncio.run(exchange())


class FitsSpecification:
    """Checks answers against the specification, read anew from its file."""

    def __init__(self) -> None:
        self._document = yaml.safe_load(SPECIFICATION.read_text(encoding="utf-8"))

    def check(self, response: httpx.Response) -> None:
        """Fail unless status, content type and body are what the document says of the operation."""
        if response.status_code in (404, 405) and self._node(response.request) is None:
            return
        node = self._node(response.request)
        assert node is not None
        status = str(response.status_code)
        answer = node["responses"].get(status) or node["responses"][f"{status[0]}XX"]
        if "$ref" in answer:
            answer = self._document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
        schema = answer["content"]["application/json"]["schema"]
        assert response.headers["content-type"].startswith("application/json")
        jsonschema_rs.validate({**schema, "components": self._document["components"]}, response.json())

    def _node(self, request: httpx.Request) -> Any:
        path = request.url.path.removeprefix(PREFIX)
        for template, item in self._document["paths"].items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
                return item.get(request.method.lower())
        return None


specification_check = cache(FitsSpecification)


class Terra:
    """An emulator with a client: what most tests need.

    ``unchecked`` in a call switches off the check against the specification, for answers that are wrong on purpose.
    """

    def __init__(self, folder: Path, settings: Settings, *, log: RequestLog | None = None, scale: float = 1.0) -> None:
        self.wall = WallClock()
        self.clock = SimulatedClock(settings.pace.scale if scale == 1.0 else scale, wall=self.wall)
        self.faults = Faults(settings.faults)
        self.store = ObjectStore(folder / "store", now=self.clock.now)
        self.bucket = CLOUDS[settings.region].bucket
        self.store.create_bucket(self.bucket)
        self.engine = TwoTiles()
        self.emulator: TerraEmulator = make_terra(
            settings, self.store, self.faults, self.clock, engine=self.engine, log=log, storage_url="http://127.0.0.1:1"
        )
        self.http = httpx.Client(transport=InProcess(self.emulator.app), base_url="http://openapi-cn.test" + PREFIX)

    def sign(self) -> httpx.Auth:
        """Signs with the account's keys, at the emulator's wall time."""
        return SignsNow(self.emulator.app_key, self.emulator.secret_key, self.wall)

    def send(self, method: str, path: str, *, unchecked: bool = False, **more: Any) -> httpx.Response:
        """Send a signed request; the answer must fit the specification."""
        more.setdefault("auth", self.sign())
        response = self.http.request(method, path, **more)
        if not unchecked:
            specification_check().check(response)
        return response

    def data(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        """Send a signed request that must succeed; return ``data`` of its answer."""
        response = self.send(method, path, **({"json": body} if body is not None else {}), **more)
        assert response.status_code == 200, response.text
        assert response.json()["result"]["code"] == 0
        return response.json().get("data")

    def refused(self, method: str, path: str, body: Any = None, **more: Any) -> tuple[int, int, str]:
        """Send a signed request that must be refused; return HTTP status, code and message."""
        response = self.send(method, path, **({"json": body} if body is not None else {}), **more)
        result = response.json()["result"]
        return response.status_code, result["code"], result["msg"]

    def resource(self, name: str = "flight", **more: Any) -> str:
        """A new resource; return its uuid."""
        uuid: str = self.data("POST", "/v2/resources", {"name": name, "type": "map", **more})["uuid"]
        return uuid

    def upload(
        self, resource: str, names: Sequence[str], content: bytes = b"not really a photo"
    ) -> list[dict[str, Any]]:
        """Files that lie in storage and are linked to a resource."""
        token = self.data("POST", "/v2/store/obtain_token")
        reports = []
        for name in names:
            stored = self.store.put(
                self.bucket, token["storePath"].replace("{fileName}", name), content + name.encode()
            )
            reports.append({"name": name, "etag": stored.etag, "checksum": stored.etag})
        body = {"callbackParam": token["callbackParam"], "resourceUUID": resource, "files": reports}
        linked: list[dict[str, Any]] = self.data("POST", "/v2/store/upload_callback", body)
        return linked

    def flight(self, photos: int = 10) -> str:
        """A resource of so many photos; return its uuid."""
        resource = self.resource()
        if photos:
            self.upload(resource, [f"DJI_{number:04}.JPG" for number in range(photos)])
        return resource

    def started(self, resource: str | None = None, kind: int = 15, parameters: str = '{"parameter":{}}') -> str:
        """A started job; return its uuid."""
        job: str = self.data("POST", "/v2/jobs", {"name": "job"})["uuid"]
        body = {"resourceUuid": resource or self.flight(), "type": kind, "parameters": parameters}
        self.data("POST", f"/v2/jobs/{job}/start", body)
        return job

    def close(self) -> None:
        """End the emulator's threads."""
        self.http.close()
        self.emulator.close()


class SignsNow(SignsForHttpx):
    """Signs with the time of a given clock."""

    def __init__(self, app_key: str, secret_key: str, wall: WallClock) -> None:
        super().__init__(app_key, secret_key)
        self.wall = wall

    def time(self) -> float:
        return self.wall()
