"""Altizure in process, with a client that knows a little about uploads."""

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import httpx
from attrs import frozen
from PIL import Image

from skybind_emulators.altizure import make_altizure
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.faults import Faults
from skybind_emulators.products import ReconstructionFailed
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.settings import Settings
from skybind_emulators.store import ObjectStore
from unit.emulators.harness import InProcess, WallClock

BASE = "http://altizure.test"
STORAGE = "http://127.0.0.1:1"

REGISTER_OSS = """mutation($pid: ID!, $name: String!, $type: IMAGE_TYPE, $sum: String) {
  uploadImageOSS(pid: $pid, bucket: Shenzhen, filename: $name, type: $type, checksum: $sum) {
    image { id state name filename checksum error } } }"""
REGISTER_S3 = """mutation($pid: ID!, $name: String!, $type: IMAGE_TYPE, $sum: String) {
  uploadImageS3(pid: $pid, bucket: Paris, filename: $name, type: $type, checksum: $sum) {
    url image { id state name filename checksum error } } }"""
START = "mutation($id: ID!) { startImageUpload(id: $id) { id state } }"
DONE = "mutation($id: ID!) { doneImageUpload(id: $id) { id state } }"


def photo(colour: int = 0, *, size: tuple[int, int] = (64, 48), form: str = "JPEG") -> bytes:
    """A small picture; another colour gives another file."""
    out = io.BytesIO()
    # Far apart: JPEG makes one of colours that are close.
    Image.new("RGB", size, (colour * 37 % 256, colour * 11 % 256, 99)).save(out, form)
    return out.getvalue()


def sha1(content: bytes) -> str:
    """SHA-1 in lower-case hex."""
    return hashlib.sha1(content).hexdigest()


@frozen
class Made:
    """A product of the fake engine."""

    name: str
    path: Path


class OneMesh:
    """An engine that makes a mesh of two files, and remembers what it was asked for.

    With a text in ``fails`` it makes nothing, for that reason.
    """

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.fails: str | None = None

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
        if self.fails is not None:
            raise ReconstructionFailed(self.fails)
        shown = [(name, path.read_bytes()) for name, path in photos]
        self.asked.append({"kind": kind, "photos": shown, "parameters": parameters, "seed": seed})
        made = []
        for name in ("terra_obj/model.obj", "terra_obj/model.mtl", "report.json"):
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(name.encode())
            made.append(Made(name, path))
        return made


class Altizure:
    """An emulator with a client that shows the app's key and the first user's token."""

    def __init__(self, folder: Path, settings: Settings, *, log: RequestLog | None = None) -> None:
        self.wall = WallClock()
        self.clock = SimulatedClock(settings.pace.scale, wall=self.wall)
        self.faults = Faults(settings.faults)
        self.store = ObjectStore(folder / "store", now=self.clock.now)
        self.engine = OneMesh()
        self.emulator = make_altizure(
            settings, self.store, self.faults, self.clock, storage_url=STORAGE, engine=self.engine, log=log
        )
        self.http = httpx.Client(transport=InProcess(self.emulator.app), base_url=BASE)
        self.headers = {"key": self.emulator.accounts.key, "altitoken": self.emulator.altitoken}

    def post(self, query: str, *, headers: Mapping[str, str] | None = None, **variables: Any) -> httpx.Response:
        """Send a document as JSON."""
        shown = self.headers if headers is None else headers
        return self.http.post("/graphql", json={"query": query, "variables": variables}, headers=shown)

    def data(self, query: str, *, headers: Mapping[str, str] | None = None, **variables: Any) -> dict[str, Any]:
        """Send a document that must be answered in full; return ``data``."""
        response = self.post(query, headers=headers, **variables)
        body = response.json()
        assert (response.status_code, body.get("errors")) == (200, None), body
        data: dict[str, Any] = body["data"]
        return data

    def message(self, query: str, *, headers: Mapping[str, str] | None = None, **variables: Any) -> str:
        """Send a document that must come back with one error and status 200; return the message."""
        response = self.post(query, headers=headers, **variables)
        assert response.status_code == 200, response.text
        [error] = response.json()["errors"]
        text: str = error["message"]
        return text

    def as_user(self, **fields: Any) -> dict[str, str]:
        """Headers of a new user."""
        accounts = self.emulator.accounts
        return {"key": accounts.key, "altitoken": accounts.token(accounts.add_user(**fields))}

    def project(self, **arguments: Any) -> str:
        """A new project; return its id."""
        query = """mutation($name: String!, $type: PROJECT_TYPE, $visibility: PROJECT_VISIBILITY, $imported: Boolean) {
          createProject(name: $name, type: $type, visibility: $visibility, imported: $imported) { id } }"""
        made: str = self.data(query, **{"name": "survey", **arguments})["createProject"]["id"]
        return made

    def register(self, pid: str, content: bytes = b"", name: str = "a.jpg", **more: Any) -> dict[str, Any]:
        """An image for OSS."""
        given = {"pid": pid, "name": name, "sum": sha1(content) if content else None, **more}
        image: dict[str, Any] = self.data(REGISTER_OSS, **given)["uploadImageOSS"]["image"]
        return image

    def put(self, pid: str, filename: str, content: bytes, bucket: str = "altizure-image-oss-shenzhen") -> None:
        """Lay bytes into an upload bucket."""
        self.store.put(bucket, f"{pid}/{filename}", content)

    def upload(self, pid: str, content: bytes, name: str = "a.jpg", **more: Any) -> str:
        """An image that is uploaded to OSS, start and done included; return its id."""
        image = self.register(pid, content, name, **more)
        self.data(START, id=image["id"])
        self.put(pid, image["filename"], content)
        self.data(DONE, id=image["id"])
        identity: str = image["id"]
        return identity

    def image(self, pid: str, identity: str) -> dict[str, Any]:
        """An image, as its project shows it."""
        query = """query($pid: ID!, $id: ID!) {
          project(id: $pid) { image(id: $id) { id state name filename checksum error url grounded } } }"""
        found: dict[str, Any] = self.data(query, pid=pid, id=identity)["project"]["image"]
        return found

    def flight(self, photos: int = 3, **arguments: Any) -> str:
        """A project with so many images that are Ready."""
        pid = self.project(**arguments)
        for number in range(photos):
            self.upload(pid, photo(number), f"DJI_{number:04}.JPG")
        return pid

    def start(self, pid: str, **options: Any) -> dict[str, Any]:
        """Start a task; return task and error."""
        query = """mutation($id: ID!, $options: ReconstructionOptions) {
          startReconstructionWithError(id: $id, options: $options) {
            error { code message } task { id state taskType startDate endDate queueing step totalSteps } } }"""
        result: dict[str, Any] = self.data(query, id=pid, options=options or None)["startReconstructionWithError"]
        return result

    def look(self, pid: str) -> dict[str, Any]:
        """How far a project is."""
        query = """query($id: ID!) { project(id: $id) {
          taskState importedState error errorCode lastDoneGP tasks { id state taskType step endDate }
          downloads { totalCount edges { node { state name size mtime link } } } } }"""
        found: dict[str, Any] = self.data(query, id=pid)["project"]
        return found

    def close(self) -> None:
        """End the emulator's threads."""
        self.http.close()
        self.emulator.close()


MakeAltizure = Callable[..., Altizure]
