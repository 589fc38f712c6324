"""kill -9 at any moment, then the same command again."""

from __future__ import annotations

import hashlib
import random
import re
import signal
import sqlite3
import time
from pathlib import Path

import pytest


def linked(running) -> dict[str, str]:
    """Uuid by name of what the service has confirmed."""
    return {file.name: file.uuid for file in running.terra.files if file.key.count("/tmp/")}


def puts(running) -> dict[str, int]:
    """Arrived PUTs by name of the photo."""
    store = running.store
    bucket = running.terra.cloud.bucket
    return {stored.key: store.arrivals_of(stored.key) for stored in store.list(bucket, "")}


def check_upload(running, folder: Path) -> None:
    """The one resource that counts holds every photo of the folder, once, byte for byte."""
    resource = [resource for resource in running.terra.resources if resource.type == "map"][-1]
    files = {file.uuid: file for file in running.terra.files}
    held = [files[uuid] for uuid in resource.files]
    assert sorted(file.name for file in held) == sorted(path.name for path in folder.iterdir())
    for file in held:
        assert file.etag.strip('"').lower() == hashlib.md5((folder / file.name).read_bytes()).hexdigest()


def wait_until(condition, seconds: float = 20.0) -> None:
    """Poll for a moment of another process."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "the moment to strike never came"
        time.sleep(0.01)


@pytest.mark.parametrize("moment", range(6))
def test_killed_upload_goes_on(start, command_for, flight, moment) -> None:
    """After kill -9 at a random moment of an upload the same command completes it, with one resource and one job."""
    chance = random.Random(moment)
    running = start(region=chance.choice(["cn", "us"]), speed="instant")
    running.faults.add("store.put", "stall", seconds=0.15)
    skybind = command_for(running)
    order = ("reconstruct", flight, "--kind", "lidar", "--unchecked", "--no-wait", "--json", "--jobs", "3")
    process = skybind.begin(*order)
    wait_until(lambda: running.store.arrivals["put"] > chance.randrange(1, 10))
    time.sleep(chance.uniform(0, 0.1))
    process.kill()
    process.communicate()
    running.faults.clear()
    done = skybind(*order)
    assert done.code == 0, done.err
    check_upload(running, flight)
    assert len(running.terra.jobs) == 1
    assert len([resource for resource in running.terra.resources if resource.type == "map"]) == 1


def test_what_is_confirmed_is_never_sent_again(start, command_for, tmp_path) -> None:
    """Killed after the first batch was confirmed, an upload goes on with the others, and leaves that batch alone."""
    card = tmp_path / "card"
    card.mkdir()
    for number in range(70):
        (card / f"{number:02}.jpg").write_bytes(b"\xff\xd8\xff" + bytes([number]) * 2000)
    running = start(speed="instant")
    running.faults.add("store.put", "stall", seconds=0.05)
    skybind = command_for(running)
    order = ("reconstruct", card, "--kind", "lidar", "--unchecked", "--no-wait", "--json", "--jobs", "4")
    process = skybind.begin(*order)
    wait_until(lambda: len(linked(running)) >= 50)
    process.kill()
    process.communicate()
    confirmed = linked(running)
    assert 50 <= len(confirmed) < 70
    running.faults.clear()
    done = skybind(*order)
    assert done.code == 0, done.err
    check_upload(running, card)
    # Each run has a place of its own in the store: what is sent twice lies there twice, under different keys.
    arrived = puts(running)
    for name in confirmed:
        assert [count for key, count in arrived.items() if key.endswith(f"/{name}")] == [1]
    assert {name: uuid for name, uuid in linked(running).items() if name in confirmed} == confirmed


def test_killed_between_confirmation_and_record(start, client_for, flight, tmp_path) -> None:
    """Files that the service has and the ledger does not are adopted, not sent again."""
    running = start()
    client_for(running).upload(flight)
    with sqlite3.connect(tmp_path / "state" / "ledger.sqlite3") as ledger:
        ledger.execute("DELETE FROM confirmed")
    ledger.close()
    photos = client_for(running).upload(flight)
    assert running.store.arrivals["put"] == 12
    assert len(client_for(running).resources.get(photos.resource_uuid).file_uuids) == 12


def test_lost_ledger_starts_anew_and_completes(start, client_for, flight, tmp_path) -> None:
    """Without its ledger an upload finds its resource again by its mark."""
    running = start()
    first = client_for(running).upload(flight)
    for path in (tmp_path / "state").iterdir():
        path.unlink()
    second = client_for(running).upload(flight)
    assert second.resource_uuid == first.resource_uuid


@pytest.mark.parametrize("moment", [0, 2])
def test_killed_wait_goes_on(start, command_for, flight, tmp_path, moment) -> None:
    """After kill -9 during the wait the same command takes the same job up and brings its model."""
    running = start(speed="polls:4")
    skybind = command_for(running)
    order = ("reconstruct", flight, "--kind", "lidar", "--unchecked", "--out", "map", "--json")
    process = skybind.begin(*order)
    wait_until(lambda: running.terra.arrivals("getJob") > moment)
    process.kill()
    process.communicate()
    assert not list((tmp_path / "map").glob("**/*.las"))
    done = skybind(*order)
    assert done.code == 0, done.err
    assert len(running.terra.jobs) == 1
    assert list((tmp_path / "map").glob("**/*.las"))


@pytest.mark.parametrize("moment", [3, 40, 120])
def test_killed_download_goes_on(start, command_for, flight, tmp_path, moment) -> None:
    """After kill -9 during the download the same command completes it; every file is whole, none is got twice."""
    running = start(speed="instant")
    skybind = command_for(running)
    order = ("reconstruct", flight, "--kind", "lidar", "--unchecked", "--out", "map", "--json")
    process = skybind.begin(*order)
    wait_until(lambda: running.store.arrivals["get"] > moment)
    process.kill()
    process.communicate()
    whole = [path for path in (tmp_path / "map").rglob("*") if path.is_file() and path.suffix != ".part"]
    stamps = {path: path.stat().st_mtime_ns for path in whole}
    done = skybind(*order)
    assert done.code == 0, done.err
    assert all(path.stat().st_mtime_ns == stamp for path, stamp in stamps.items())
    stored = {file.name: file for file in running.terra.files}
    files = [path for path in (tmp_path / "map").rglob("*") if path.is_file()]
    assert len(files) == done.json()["files"]
    for path in files:
        content = running.store.head(
            running.terra.cloud.bucket, stored[path.relative_to(tmp_path / "map").as_posix()].key
        )
        assert hashlib.md5(path.read_bytes()).hexdigest() == content.etag


def test_ctrl_c_says_what_is_safe(start, command_for, flight) -> None:
    """Ctrl-C during an upload confirms what has arrived, says how many are safe, and prints a token that goes on."""
    running = start(speed="instant")
    running.faults.add("store.put", "stall", seconds=0.2)
    skybind = command_for(running)
    process = skybind.begin("reconstruct", flight, "--kind", "2d", "--out", "map", "--jobs", "2")
    wait_until(lambda: running.store.arrivals["put"] > 5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    safe = len(linked(running))
    assert safe >= 3
    assert f"{safe} photos are safe" in errors
    token = re.search(r"skybind resume (\S+)", errors)
    assert token
    running.faults.clear()
    done = skybind("resume", token[1], "--json")
    assert done.code == 0, done.err
    assert done.json()["photos"] == 12
    assert done.json()["files"] > 100
