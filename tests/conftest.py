"""Fixtures of all tiers: a sample flight that is rendered once, running emulators, and clients for them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings

import skybind_emulators
from harness.command import Command, environment_of
from harness.contract.live import set_aside
from harness.emulation import settings_of
from harness.thorough import THOROUGH
from skybind import Schedule, Terra
from skybind_emulators.flight import render_flight

pytest_plugins = ["harness.canary", "harness.contract.plugin", "harness.postgres"]

# A brief run draws the same examples everywhere: who has changed nothing sees nothing new. A thorough one hunts.
settings.register_profile("brief", derandomize=True, database=None)
if not THOROUGH:
    settings.load_profile("brief")

PHOTOS = 12
PHOTO_BYTES = 60_000

# No proxy of the machine may come between a test and loopback, and no credentials of a developer may get into one.
# Tests of a live service are given them back.
set_aside(os.environ)

# Nor may a keyring of the desktop: tests that want one bring their own.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"


# Containers often ask for no bytecode. Then each worker, and each of the hundreds of commands that are run as users run
# them, compiles all of our source again, which costs more than what the command does.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a ledger and a profile file of its own."""
    monkeypatch.setenv("SKYBIND_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("SKYBIND_PROFILE_FILE", str(tmp_path / "profiles.toml"))


@pytest.fixture(scope="session")
def rendered_flight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve honest photos of 60 kB, rendered once for all workers; not to be changed."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "rendered-flight"
    with FileLock(shared / "rendered-flight.lock"):
        if not folder.exists():
            scratch = folder.with_name("rendered-flight-in-progress")
            render_flight(scratch, photos=PHOTOS, size=PHOTO_BYTES, seed=7)
            scratch.rename(folder)
    return folder


@pytest.fixture
def flight(rendered_flight: Path, tmp_path: Path) -> Path:
    """A copy of the rendered flight that a test may change."""
    return Path(shutil.copytree(rendered_flight, tmp_path / "flight-42"))


Start = Callable[..., skybind_emulators.Running]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts emulators with the given settings; they end with the test."""
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(skybind_emulators.start(skybind_emulators.Settings(**settings)))


@pytest.fixture(params=["cn", "us"])
def running(request: pytest.FixtureRequest, start: Start) -> skybind_emulators.Running:
    """Emulators whose jobs finish at once, with OSS (cn) and with S3 (us)."""
    return start(region=request.param, speed="instant")


@pytest.fixture
def client_for() -> Iterator[Callable[..., Terra]]:
    """Makes clients for running emulators that ask about jobs without waiting long."""
    with ExitStack() as stack:

        def make(running: skybind_emulators.Running, **more: Any) -> Terra:
            more.setdefault("schedule", Schedule(first=0.01, longest=0.05))
            return stack.enter_context(Terra(**settings_of(running), **more))

        yield make


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """``skybind`` without credentials."""
    return Command(tmp_path)


@pytest.fixture
def command_for(tmp_path: Path) -> Callable[[skybind_emulators.Running], Command]:
    """``skybind`` with credentials for running emulators."""
    return lambda running: Command(tmp_path, environment_of(running))
