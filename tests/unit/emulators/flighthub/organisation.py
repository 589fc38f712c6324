"""An organisation at the emulator, used by plain HTTP: what anybody's client sees."""

import json
import urllib.error
import urllib.request
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import oss2
from botocore.config import Config

from skybind_emulators.flight import render_flight
from skybind_emulators.serve import Running
from skybind_emulators.spec import load
from skybind_emulators.validation import Validator

_SPEC = load("flighthub")


@dataclass(frozen=True)
class Response:
    """An answer: HTTP status, headers, and the JSON of its body if it is JSON."""

    status: int
    headers: Mapping[str, str]
    body: Any

    @property
    def code(self) -> Any:
        return self.body["code"]

    @property
    def data(self) -> Any:
        assert self.body["code"] == 0, self.body
        return self.body["data"]


@dataclass(frozen=True)
class Organisation:
    """Calls with the organisation's token; ``None`` in ``headers`` leaves one out."""

    running: Running
    version: str = "v0.1"

    @property
    def keys(self) -> dict[str, Any]:
        found: dict[str, Any] = self.running.ready["services"]["flighthub"]
        return found

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        version: str | None = None,
        headers: Mapping[str, str | None] | None = None,
    ) -> Response:
        """Send a request and take its answer, whatever its status."""
        url = f"{self.keys['base_url']}/openapi/{version or self.version}{path}"
        sent: dict[str, str | None] = {
            "X-User-Token": self.keys["user_token"],
            "X-Project-Uuid": self.keys["project_uuid"],
            "X-Request-Id": str(uuid.uuid4()),
            "X-Language": "en",
            **(headers or {}),
        }
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(url, data=data, method=method)
        for name, value in sent.items():
            if value is not None:
                request.add_header(name, value)
        if data is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return _response(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return _response(error.code, error.headers, error.read())

    def token(self) -> dict[str, Any]:
        """Upload credentials."""
        found: dict[str, Any] = self.call("POST", "/open_model/stores/obtain_token").data
        return found

    def put(self, token: Mapping[str, Any], name: str, content: bytes) -> str:
        """Upload with Alibaba's or Amazon's own client; returns the etag."""
        key = token["store_path"].replace("{fileName}", name)
        if token["cloud_name"] == "ali":
            keys = (token["access_key_id"], token["secret_access_key"], token["session_token"])
            auth = oss2.StsAuth(*keys, auth_version="v4")
            bucket = oss2.Bucket(auth, token["end_point"], token["cloud_bucket_name"], region=token["region"])
            return str(bucket.put_object(key, content).etag)
        client = boto3.client(
            "s3",
            endpoint_url=token["end_point"],
            region_name=token["region"],
            aws_access_key_id=token["access_key_id"],
            aws_secret_access_key=token["secret_access_key"],
            aws_session_token=token["session_token"],
            config=Config(s3={"addressing_style": "path"}),
        )
        answer = client.put_object(Bucket=token["cloud_bucket_name"], Key=key, Body=content)
        return str(answer["ETag"]).strip('"')

    def report(self, token: Mapping[str, Any], files: Sequence[tuple[str, str]]) -> Response:
        """Report names and etags."""
        body = {
            "resource_uuid": token["store_path"].split("/")[-2],
            "callback_param": token["callback_param"],
            "files": [{"name": name, "etag": etag} for name, etag in files],
        }
        return self.call("POST", "/open_model/stores/upload_callback", body)

    def resource(self, photos: Sequence[Path]) -> str:
        """Upload photos; returns the uuid of their resource."""
        token = self.token()
        files = [(photo.name, self.put(token, photo.name, photo.read_bytes())) for photo in photos]
        for first in range(0, len(files), 100):
            self.report(token, files[first : first + 100])
        return str(token["store_path"].split("/")[-2])

    def start(self, resource: str, *kinds: str, **more: Any) -> Response:
        """Start models of these kinds."""
        body = {"resource_uuid": resource, **{f"parameter_{kind}": "{}" for kind in kinds}, **more}
        return self.call("POST", "/open_model/models/reconstruction/start", body)

    def model(self, uuid: str) -> dict[str, Any]:
        """A model."""
        found: dict[str, Any] = self.call("GET", f"/open_model/models/{uuid}").data
        return found


def keeps_to(name: str, body: Any) -> None:
    """An answer is what the specification says: the component of that name."""
    Validator(_SPEC.component(name)).check(body, name)


def rendered(folder: Path, photos: int) -> list[Path]:
    """Photos of a sample flight."""
    render_flight(folder, photos=photos, size=30_000, seed=5)
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".jpg")


def _response(status: int, headers: Any, content: bytes) -> Response:
    try:
        body = json.loads(content)
    except ValueError:
        body = content.decode()
    return Response(status, {name.lower(): value for name, value in headers.items()}, body)
