"""Altizure by the command, as a user runs it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness.command import Command
from skybind_emulators import Running

Start = Callable[..., Running]
Shell = Callable[[Running], Command]


@pytest.fixture(params=["cn", "us"], ids=["OSS", "S3"])
def service(request: pytest.FixtureRequest, start: Start) -> Running:
    return start(services=("altizure",), region=request.param, speed="instant")


def test_a_folder_becomes_a_model(service: Running, command_for: Shell, flight: Path, tmp_path: Path) -> None:
    """One command takes a folder of photos to a folder with the model; the same again sends nothing."""
    skybind = command_for(service)
    for number in range(2):
        done = skybind("reconstruct", flight, "--service", "altizure", "--out", f"model-{number}", "--json")
        assert done.code == 0, done.err
        result = done.json()
        assert (result["photos"], result["state"]) == (12, "done")
        assert result["files"] == len(list((tmp_path / f"model-{number}").iterdir())) >= 1
    assert service.store.arrivals["put"] == 12
    assert len(service.altizure.projects) == len(service.altizure.tasks) == 1


@pytest.mark.parametrize("moment", range(4))
def test_killed_and_run_again(start: Start, command_for: Shell, flight: Path, moment: int) -> None:
    """After kill -9 at a random moment the same command completes the project; what was ready is not sent again."""
    chance = random.Random(moment)
    service = start(services=("altizure",), region=chance.choice(["cn", "us"]), speed="instant")
    service.faults.add("store.put", "stall", seconds=0.15)
    skybind = command_for(service)
    order: tuple[Any, ...] = ("reconstruct", flight, "--service", "altizure", "--no-wait", "--json", "--jobs", "3")
    process = skybind.begin(*order)
    wanted, end = chance.randrange(1, 10), time.monotonic() + 30
    while service.store.arrivals["put"] <= wanted:
        assert time.monotonic() < end, "the moment to strike never came"
        time.sleep(0.01)
    process.kill()
    process.communicate()
    service.faults.clear()
    ready = {image.name for image in service.altizure.images if image.state == "Ready"}
    sent = service.store.arrivals["put"]
    done = skybind(*order)
    assert done.code == 0, done.err
    assert {image.name for image in service.altizure.images if image.state == "Ready"} == {
        path.name for path in flight.iterdir()
    }
    assert service.store.arrivals["put"] - sent <= 12 - len(ready)
    assert len(service.altizure.projects) == len(service.altizure.tasks) == 1


def test_photos_that_cannot_be_used_are_named(start: Start, command_for: Shell, flight: Path) -> None:
    """Spoilt photos are named with their reasons; the command says so with its exit code, and the others are safe."""
    service = start(services=("altizure",), speed="instant")
    spoilt = sorted(flight.iterdir())[:2]
    for file in spoilt:
        file.write_bytes(file.read_bytes()[:3000])
    done = command_for(service)("reconstruct", flight, "--service", "altizure", "--no-wait")
    assert done.code == 9
    assert any(file.name in done.err for file in spoilt)
    assert sum(image.state == "Ready" for image in service.altizure.images) == 10
    assert service.altizure.tasks == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "2d"), "altizure makes no 2d"),
        (("--set", "speed=fast"), "altizure has no setting 'speed'"),
        (("--set", "visibility=secret"), "visibility is 'secret'"),
        (("--set", "project_type=free", "--out", "model"), "a free project has no downloads"),
        (("--workspace", "x"), "altizure has no --workspace"),
    ],
)
def test_what_cannot_work_is_refused_at_once(
    start: Start, command_for: Shell, flight: Path, words: tuple[str, ...], said: str
) -> None:
    """A wish that the service does not grant is refused before anything is sent."""
    service = start(services=("altizure",))
    done = command_for(service)("reconstruct", flight, "--service", "altizure", *words)
    assert done.code == 2
    assert said in done.err
    assert not service.altizure.app.arrivals


def test_any_operation(start: Start, command_for: Shell) -> None:
    """Operations are called by name; secrets of answers are hidden, unless they are asked for."""
    service = start(services=("altizure",))
    skybind = command_for(service)
    made = skybind("api", "altizure", "projects.create", "name=survey", "type=pro", "--json")
    assert made.code == 0, made.err
    project = made.json()["id"]
    order = ("api", "altizure", "images.sign_oss", f"pid={project}", "bucket=Shenzhen", "filename=x.jpg", "--json")
    signed = skybind(*order)
    assert {signed.json()[name] for name in ("id", "secret", "token")} == {"(hidden)"}
    assert "--show-secrets" in signed.err
    wrong = skybind("api", "altizure", "projects.create", "name=x", "type=gold")
    assert (wrong.code, "known values are free, pro" in wrong.err) == (2, True)
