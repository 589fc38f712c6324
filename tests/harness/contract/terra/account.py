"""An account of TerraAPI to test with: emulated with a few things in it, or the user's own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from contract.terra.signer import SignsForRequests
from harness.contract.live import Paced
from harness.contract.world import World
from skybind import Options, Terra
from skybind import credentials as places
from skybind.terra.dialect import TerraDialect
from skybind_emulators.server import AppServer
from skybind_emulators.settings import Settings, TerraRules
from unit.emulators.harness import PREFIX
from unit.emulators.harness import Terra as EmulatedTerra

# Any number of jobs may be unfinished. With the service's two, all but two calls of createJob would be refused with
# 801, and a refusal that is right would look like valid data refused. The limit has tests of its own in
# tests/unit/emulators/test_jobs.py.
CHOICES = Settings(speed="polls:3", terra=TerraRules(unfinished_jobs=1_000_000))

# A client that sends nothing twice: what the service does wrong must not be put right by trying again.
ONCE = Options(retries=0)


class OnTheSpot(Executor):
    """Does at once what it is given, so that a job's photos are not deleted under it by chance of timing."""

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **more: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(work(*arguments, **more))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def emulate(folder: Path) -> Iterator[World]:
    """An emulated account: a resource of ten photos, a finished job, one that waits for its start, and an upload that
    is not reported yet."""
    terra = EmulatedTerra(folder, CHOICES)
    terra.wall.at = time.time()  # clients sign with the time of this machine
    terra.emulator._runs._workers = OnTheSpot()
    try:
        yield _furnished(terra, folder)
    finally:
        terra.close()


def _furnished(terra: EmulatedTerra, folder: Path) -> World:
    waiting = terra.data("POST", "/v2/jobs", {"name": "waiting"})["uuid"]
    done = terra.started(terra.flight())
    for _ in range(3):
        terra.data("GET", f"/v2/jobs/{done}")
    emulator = terra.emulator
    keys = {"app_key": emulator.app_key, "secret_key": emulator.secret_key}

    @contextmanager
    def client() -> Iterator[Terra]:
        with (
            AppServer(world.app) as server,
            Terra(**keys, region="cn", base_url=server.base_url, options=ONCE, state=folder / "state") as client,
        ):
            yield client

    free, photo = terra.resource("free"), emulator.files[0].uuid
    world = World(
        base_url=f"http://openapi-cn.test{PREFIX}",
        app=emulator.app,
        sign=SignsForRequests(**keys),
        client=client,
        known={
            "files": photo,
            "resources": free,
            "jobs": waiting,
            "photos": [file.uuid for file in emulator.files[:10]],
            "bodies": {
                "createResource": {"files": [photo]},
                "changeResourceFiles": {"files": [photo]},
                "startJob": {"resourceUuid": free, "parameters": '{"parameter":{"map_mode":0}}'},
                "uploadCallback": _upload(terra, free),
            },
        },
    )
    return world


def _upload(terra: EmulatedTerra, resource: str) -> dict[str, Any]:
    """A body that reports a photo which lies in storage."""
    token = terra.data("POST", "/v2/store/obtain_token")
    stored = terra.store.put(terra.bucket, token["storePath"].replace("{fileName}", "late.jpg"), b"late")
    report = {"name": "late.jpg", "etag": stored.etag, "checksum": stored.etag}
    return {"callbackParam": token["callbackParam"], "resourceUUID": resource, "files": [report]}


@contextmanager
def connect(pace: Callable[[], Any]) -> Iterator[World]:
    """The user's own account, reached with credentials from environment, profile file or keyring.

    Raises:
        CredentialsMissing: there are none; the message says what to set.
    """
    found = places.find("terra", ("app_key", "secret_key"), ("region", "base_url"))
    keys = {"app_key": found["app_key"], "secret_key": found["secret_key"]}
    base_url = TerraDialect.of(**keys, region=found.get("region", "cn"), base_url=found.get("base_url")).base_url
    sign = Paced(SignsForRequests(**keys), pace)
    options = Options(retries=0, before_attempt=lambda _attempt: pace())
    yield World(
        base_url=base_url,
        sign=sign,
        client=lambda: Terra(**found, options=options),
        known=_own(base_url, keys["app_key"], sign),
    )


_seen: dict[tuple[str, str], Mapping[str, Any]] = {}


def _own(base_url: str, app_key: str, sign: requests.auth.AuthBase) -> Mapping[str, Any]:
    """One id of each kind that the account has, asked for once."""
    if (base_url, app_key) not in _seen:
        known = {}
        for group in ("files", "resources", "jobs"):
            answer = requests.get(f"{base_url}/v2/{group}?rows=1&page=1", auth=sign, timeout=20).json()
            if entries := answer.get("data", {}).get("list"):
                known[group] = entries[0]["uuid"]
        _seen[base_url, app_key] = known
    return _seen[base_url, app_key]
