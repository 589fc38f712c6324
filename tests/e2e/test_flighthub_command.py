"""FlightHub by the command, as a user runs it."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from string import Template
from typing import Any

import pytest

from harness.command import Command
from skybind_clients.flighthub.operations import OPERATIONS
from skybind_emulators import Running

Start = Callable[..., Running]
Shell = Callable[[Running], Command]


@pytest.mark.parametrize(("region", "kind"), [("cn", "2d"), ("us", "3dgs")])
def test_a_folder_becomes_a_model(
    start: Start, command_for: Shell, flight: Path, tmp_path: Path, region: str, kind: str
) -> None:
    """One command takes a folder of photos to a folder with the unpacked model; the same again sends nothing."""
    running = start(services=("flighthub",), region=region)
    skybind = command_for(running)
    order = ("reconstruct", flight, "--service", "flighthub", "--kind", kind, "--set", "quality=1", "--json")
    for number in range(2):
        done = skybind(*order, "--out", f"model-{number}")
        assert done.code == 0, done.err
        result = done.json()
        assert (result["photos"], result["state"]) == (12, "done")
        there = [path for path in (tmp_path / f"model-{number}").rglob("*") if path.is_file()]
        assert len([path for path in there if not path.name.startswith(".skybind-")]) == result["files"] > 10
    assert running.store.arrivals["put"] >= 12
    assert len(running.flighthub.resources) == len(running.flighthub.models) == 1
    assert running.flighthub.arrivals("uploadCallback") == 1


def test_status_stop_resume_download(start: Start, command_for: Shell, flight: Path, tmp_path: Path) -> None:
    """A job is followed by its token: how it stands, how it is stopped, and how it is fetched."""
    running = start(services=("flighthub",), speed="polls:4")
    skybind = command_for(running)
    order = ("reconstruct", flight, "--service", "flighthub", "--kind", "2d", "--no-wait", "--json")
    token = skybind(*order).json()["token"]
    assert skybind("status", token, "--json").json()[0]["state"] in {"queued", "running"}
    assert skybind("download", token, "--out", "early").code == 7
    done = skybind("resume", token, "--out", "map", "--json")
    assert done.code == 0, done.err
    assert done.json()["files"] > 10
    assert skybind("download", token, "--out", "late", "--json").json()["files"] == done.json()["files"]
    other = skybind(*order, "--again").json()["token"]
    assert skybind("stop", other, "--json").json()["state"] == "stopped"
    assert skybind("resume", other).code == 8
    assert len(skybind("jobs", "--service", "flighthub", "--json").json()) == 2


@pytest.mark.parametrize("moment", range(3))
def test_killed_and_run_again(start: Start, command_for: Shell, flight: Path, moment: int) -> None:
    """After kill -9 at a random moment the same command completes the upload, with one model."""
    chance = random.Random(moment)
    running = start(services=("flighthub",), region=chance.choice(["cn", "us"]))
    running.faults.add("store.put", "stall", seconds=0.15)
    skybind = command_for(running)
    order: tuple[Any, ...] = ("reconstruct", flight, "--service", "flighthub", "--no-wait", "--json", "--jobs", "3")
    process = skybind.begin(*order)
    wanted, end = chance.randrange(1, 10), time.monotonic() + 30
    while running.store.arrivals["put"] <= wanted:
        assert time.monotonic() < end, "the moment to strike never came"
        time.sleep(0.01)
    process.kill()
    process.communicate()
    running.faults.clear()
    sent = running.store.arrivals["put"]
    done = skybind(*order)
    assert done.code == 0, done.err
    [resource] = [one for one in running.flighthub.resources if one.uuid == done.json()["resource"]]
    assert set(resource.files) == {path.name for path in flight.iterdir()}
    assert running.store.arrivals["put"] - sent <= 12
    assert len(running.flighthub.models) == 1


def test_what_is_reported_is_never_sent_again(start: Start, command_for: Shell, tmp_path: Path) -> None:
    """Killed after the first report, an upload goes on with the others under new credentials, in the same resource."""
    card = tmp_path / "card"
    card.mkdir()
    for number in range(130):
        (card / f"{number:03}.jpg").write_bytes(b"\xff\xd8\xff" + bytes([number]) * 2000)
    running = start(services=("flighthub",))
    running.faults.add("store.put", "stall", seconds=0.1)
    skybind = command_for(running)
    order = ("reconstruct", card, "--service", "flighthub", "--unchecked", "--no-wait", "--json", "--jobs", "4")
    process = skybind.begin(*order)
    end = time.monotonic() + 30
    while not running.flighthub.resources:
        assert time.monotonic() < end, "the moment to strike never came"
        time.sleep(0.01)
    time.sleep(0.3)  # until that is on record
    process.kill()
    process.communicate()
    [resource] = running.flighthub.resources
    reported = set(resource.files)
    assert 0 < len(reported) < 130
    running.faults.clear()
    done = skybind(*order)
    assert done.code == 0, done.err
    assert done.json()["resource"] == resource.uuid
    assert len(resource.files) == 130
    keys = [item.key for item in running.store.list(running.flighthub.cloud.bucket, "fh/")]
    assert [name for name in reported if sum(key.endswith(f"/{name}") for key in keys) != 1] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--workspace", "x"), "flighthub has no --workspace"),
        (("--kind", "mesh"), "mesh"),
    ],
)
def test_what_cannot_work_is_refused_at_once(
    start: Start, command_for: Shell, flight: Path, words: tuple[str, ...], said: str
) -> None:
    """A wish that the service does not grant is refused before anything is sent."""
    running = start(services=("flighthub",))
    done = command_for(running)("reconstruct", flight, "--service", "flighthub", *words)
    assert done.code == 2
    assert said in done.err
    assert running.flighthub.arrivals("obtainToken") == 0


def test_too_few_photos_are_refused_at_once(start: Start, command_for: Shell, flight: Path) -> None:
    """Four photos make no model; that is said before one is sent."""
    running = start(services=("flighthub",))
    for path in sorted(flight.iterdir())[4:]:
        path.unlink()
    done = command_for(running)("reconstruct", flight, "--service", "flighthub", "--kind", "2d")
    assert done.code == 2
    assert running.store.arrivals["put"] == 0


def test_doctor(start: Start, command_for: Shell) -> None:
    """Token, project, clock and storage are looked at; a wrong token is named, and nothing is made."""
    running = start(services=("flighthub",))
    skybind = command_for(running)
    done = skybind("doctor", "flighthub", "--json")
    assert done.code == 0, done.out
    found = {entry["what"]: entry for entry in done.json() if entry["where"] == "flighthub"}
    assert set(found) == {"credentials", "call models.running", "clock", "storage"}
    assert running.flighthub.resources == []
    skybind.environment["SKYBIND_FLIGHTHUB_USER_TOKEN"] = "wrong"
    wrong = skybind("doctor", "flighthub", "--json")
    assert wrong.code == 3
    assert "region" in wrong.out


#: All operations, in an order in which each succeeds; ``$name`` stands for what was kept.
JOURNEY: tuple[tuple[str, tuple[str, ...], dict[str, str]], ...] = (
    ("stores.obtain_token", (), {"path": "store_path"}),
    ("stores.upload_callback", ("resource_uuid=$resource", "callback_param=$param", "files:=$files"), {}),
    ("resources.get", ("resource_uuid=$resource",), {}),
    (
        "reconstructions.start",
        ("resource_uuid=$resource", "parameter_2d={}", "parameter_3dgs={}"),
        {"model": "model_2d.uuid"},
    ),
    ("models.running", (), {}),
    ("models.get", ("model_uuid=$model",), {}),
    ("reconstructions.stop", ("model_uuid=$model",), {}),
    ("models.delete", ("model_uuid=$model",), {}),
    ("resources.delete", ("resource_uuid=$resource",), {}),
    ("media_models.create", ("name=yard", "task_folder_id=$folder", 'reconstruction_type:=["model_2d"]'), {"id": "id"}),
    ("media_models.list", (), {}),
    ("media_models.get", ("id=$id",), {}),
    ("media_models.download_url", ("file_id=$id",), {}),
    (
        "media_models.reconstruct",
        ("proj_uuid=$project", 'folder_uuids:=["$folder"]', "name=x", "reconstruction_type:=[1]", "wkt=EPSG:4326"),
        {},
    ),
)


def test_every_operation_by_name(start: Start, command_for: Shell) -> None:
    """`skybind api flighthub OPERATION` reaches all of them with what an earlier one answered."""
    running = start(services=("flighthub",), speed="polls:1000")
    skybind = command_for(running)
    kept = {"folder": running.flighthub.folder_id, "project": running.flighthub.project_uuid}
    for call, words, keep in JOURNEY:
        done = skybind("api", "flighthub", call, *(Template(word).substitute(kept) for word in words), "--json")
        assert done.code == 0, (call, done.err)
        for name, path in keep.items():
            kept[name] = reduce(lambda answer, part: answer[part], path.split("."), done.json())
        if "path" in keep:
            kept |= _reported(running, kept["path"])
    assert [name for name in OPERATIONS if not running.flighthub.arrivals(name)] == []


def _reported(running: Running, store_path: str) -> dict[str, str]:
    """Lay photos into storage; the resource that they will belong to, and their report, whose secret is not printed."""
    bucket = running.flighthub.cloud.bucket
    files = [
        {"name": f"{n}.jpg", "etag": running.store.put(bucket, store_path.replace("{fileName}", f"{n}.jpg"), b"x").etag}
        for n in range(10)
    ]
    [grant] = running.flighthub._state.grants.values()
    return {"resource": grant.resource_uuid, "param": grant.callback_param, "files": json.dumps(files)}
