"""Altizure as a play: a few operations with state, a real object store behind them, and a memory of who asked what."""

import json
import threading
import time
from collections.abc import Callable
from typing import Any

from attrs import define, field

from skybind_emulators.store import Credential
from skybind_emulators.store.presigning import presigned_url
from unit.overlay.peers import Exchange
from unit.overlay.warehouse import BUCKET, Warehouse

KEY = "canary-key"
TOKEN = "canary-altitoken"
PID = "5a0000000000000000000001"
Variables = dict[str, Any]


@define
class Call:
    """An operation that was asked for."""

    name: str
    variables: Variables
    headers: dict[str, str]


@define
class Said:
    """An answer other than ``{"data": ...}`` with status 200."""

    body: Any
    status: int = 200


def refused(message: str, data: Any = None) -> Said:
    """A GraphQL error."""
    return Said({"data": data, "errors": [{"message": message}]})


@define
class Image:
    """An image of the project."""

    id: str
    name: str
    filename: str
    checksum: str
    state: str = "Pending"
    error: list[str] | None = None
    listed: int = 0

    def shown(self) -> dict[str, Any]:
        """As an answer shows it."""
        return {key: getattr(self, key) for key in ("id", "state", "name", "filename", "checksum", "error")}


@define
class Altizure:
    """Plays Altizure for one project.

    Attributes:
        house: The store that photos go to.
        overrides: By operation, what is answered instead: a value, or a function of the variables; None of a function
            lets the play go on.
        verdict: Asked for each image whose bytes are looked into: None is Ready, text is why it is Invalid.
        rounds: Listings until an image that has arrived is looked into.
        calls: What was asked for.
    """

    house: Warehouse | None = None
    overrides: dict[str, Any] = field(factory=dict)
    verdict: Callable[[Image], str | None] = lambda _image: None
    rounds: int = 1
    calls: list[Call] = field(factory=list)
    images: dict[str, Image] = field(factory=dict)
    projects: list[dict[str, Any]] = field(factory=list)
    cloud: str = "OSS"
    lifetime: float = 3600.0
    _lock: threading.RLock = field(factory=threading.RLock, init=False)

    def __call__(self, exchange: Exchange) -> None:
        body = json.loads(exchange.body())
        name, variables = body["operationName"], body.get("variables") or {}
        with self._lock:
            self.calls.append(Call(name, variables, dict(exchange.headers)))
            said = self._said(name, variables)
        if isinstance(said, Exception):
            exchange.hang_up()
        if callable(said):
            said(exchange)
            return
        if not isinstance(said, Said):
            said = Said({"data": said})
        exchange.answer(said.status, json.dumps(said.body).encode(), {"Content-Type": "application/json"})

    def _said(self, name: str, variables: Variables) -> Any:
        override = self.overrides.get(name)
        if callable(override):
            override = override(variables)
        if override is not None:
            return override
        return getattr(self, f"on_{name}")(**variables)

    def names(self, *kinds: str) -> list[str]:
        """Operations that were asked for, in order; of these names, if any are given."""
        return [call.name for call in self.calls if not kinds or call.name in kinds]

    # ------------------------------------------------------------------------------------------------ who and where

    def on_getApiVersion(self) -> Any:
        return {"versions": {"api": "2.7.4"}}

    def on_getSystemMode(self) -> Any:
        return {"support": {"systemMode": "Normal"}}

    def on_getMyself(self) -> Any:
        return {"my": {"self": {"id": "u1", "email": "ann@example.org", "balance": 5.0, "freeGPQuota": 3.0,
                                "membership": {"coinPerGP": 2.0}}}}  # fmt: skip

    def on_listSupportedClouds(self, kind: str) -> Any:
        return {"support": {"supportedCloud": [self.cloud]}}

    def on_listNearestImageBuckets(self) -> Any:
        nearest = [
            {"bucket": "Paris", "display": "Paris", "cloud": "s3"},
            {"bucket": "Shenzhen", "display": "Shenzhen", "cloud": "oss"},
            {"bucket": "Minio", "display": "Here", "cloud": "minio"},
        ]
        return {"getGeoIPInfo": {"nearestBuckets": nearest}}

    def on_listEnumValues(self, name: str) -> Any:
        known = {"BucketS3": ["Stockholm", "Paris"], "BucketOSS": ["Shenzhen"]}
        return {"__type": {"enumValues": [{"name": value} for value in known[name]]}}

    # ------------------------------------------------------------------------------------------------ projects

    def on_createProject(self, name: str, **more: Any) -> Any:
        made = {"id": f"5a{len(self.projects) + 1:022d}", "name": name, "numImage": 0, "projectType": more.get("type")}
        self.projects.append(made)
        return {"createProject": made}

    def on_getProject(self, id: str) -> Any:
        return {"project": next((project for project in self.projects if project["id"] == id), None)}

    def on_listProjects(self, **_: Any) -> Any:
        return {"my": {"allProjects": self._connection(self.projects)}}

    # ------------------------------------------------------------------------------------------------ images

    def on_hasImage(self, pid: str, checksum: str) -> Any:
        found = next((image for image in reversed(self.images.values()) if image.checksum == checksum), None)
        return {"hasImage": found.shown() if found else None}

    def _registered(self, filename: str, checksum: str) -> Image:
        number = len(self.images) + 1
        image = Image(f"image-{number}", filename, f"stored-{number}.jpg", checksum)
        self.images[image.id] = image
        return image

    def on_signImagesOSS(self, pid: str, bucket: str, **_: Any) -> Any:
        assert self.house is not None
        issued = self.house.store.issue(BUCKET, f"{pid}/", lifetime_s=self.lifetime)
        sts = {
            "id": issued.access_key_id,
            "secret": issued.secret_access_key,
            "token": issued.session_token,
            "bucket": BUCKET,
            "endpoint": "https://oss-cn-hangzhou.aliyuncs.com",
            "expire": "2001-01-01T00:00:00Z",
        }
        return {"uploadImageOSS": {"sts": sts}}

    def on_uploadImageOSS(self, pid: str, bucket: str, filename: str, checksum: str, **_: Any) -> Any:
        return {"uploadImageOSS": {"image": self._registered(filename, checksum).shown()}}

    def on_uploadImageS3(self, pid: str, bucket: str, filename: str, checksum: str, **_: Any) -> Any:
        assert self.house is not None
        image = self._registered(filename, checksum)
        self.house.store.add_static("service", "secret", {BUCKET})
        url = presigned_url(
            self.house.server.oss_endpoint,
            BUCKET,
            f"{pid}/{image.filename}",
            credential=Credential("service", "secret"),
            dialect="s3",
            region="us-east-1",
            now=time.time(),
            lifetime_s=600,
            method="PUT",
        )
        return {"uploadImageS3": {"url": url, "image": image.shown()}}

    def on_startImageUpload(self, id: str) -> Any:
        self.images[id].state = "Uploading"
        return {"startImageUpload": self.images[id].shown()}

    def on_doneImageUpload(self, id: str) -> Any:
        self.images[id].state = "Uploaded"
        return {"doneImageUpload": self.images[id].shown()}

    def on_listImages(self, pid: str, **_: Any) -> Any:
        for image in self.images.values():
            arrived = self.house is not None and self.house.store.head(BUCKET, f"{pid}/{image.filename}") is not None
            if image.state in {"Uploading", "Uploaded"} and arrived:
                image.listed += 1
                if image.listed >= self.rounds:
                    reason = self.verdict(image)
                    image.state, image.error = ("Invalid", [reason]) if reason else ("Ready", None)
        return {"project": {"allImages": self._connection([image.shown() for image in self.images.values()])}}

    @staticmethod
    def _connection(nodes: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "totalCount": len(nodes),
            "pageInfo": {"hasNextPage": False, "endCursor": ""},
            "edges": [{"node": node} for node in nodes],
        }


def once(*said: Any) -> Callable[[Variables], Any]:
    """An override that gives these answers, one after another, and then lets the play go on."""
    left = list(said)
    return lambda _variables: left.pop(0) if left else None
