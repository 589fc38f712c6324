"""The worker on the page about Temporal, as it stands there, on a record in PostgreSQL as many machines share it;
workers and Temporal's server are killed under it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness.command import environment_of
from harness.pages import ROOT
from harness.temporal import TemporalServer
from skybind_emulators import Running

PAGE = ROOT / "docs" / "recipes" / "temporal.md"
FLIGHTS = 3
#: What takes a minute on the page takes a second here, and so does what takes ten at Temporal; nothing else is changed.
HASTE = {
    "EVERY = timedelta(minutes=1)": "EVERY = timedelta(seconds=0.5)",
    "SILENT = timedelta(minutes=1)": "SILENT = timedelta(seconds=2)",
    "SHORT = timedelta(minutes=5)": "SHORT = timedelta(seconds=5)",
    "    workflows=[": "    sticky_queue_schedule_to_start_timeout=timedelta(seconds=1), workflows=[",
    "initial_interval=timedelta(seconds=15)": "initial_interval=timedelta(seconds=0.5)",
}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The worker, in a hurry."""
    (text,) = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    for slow, quick in HASTE.items():
        assert text.count(slow) == 1
        text = text.replace(slow, quick)
    path = tmp_path / "worker.py"
    path.write_text(text)
    return path


@pytest.fixture
def flights(flight: Path, tmp_path: Path) -> Path:
    """A list of flights, with a folder of photos each."""
    lines = ["folder,service,kind,out"]
    for number in range(FLIGHTS):
        folder = tmp_path / f"flight-{number}"
        folder.mkdir()
        for photo in flight.iterdir():
            (folder / photo.name).hardlink_to(photo)
        lines.append(f"{folder},terra,3d,{tmp_path / 'models' / folder.name}")
    path = tmp_path / "fleet.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def eventually(condition: Callable[[], bool], seconds: float = 120.0) -> None:
    """Wait for a moment of other processes."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "the moment never came"
        time.sleep(0.02)


async def _runs(address: str, keys: list[str]) -> int:
    """How often workflows of these flights were run."""
    from temporalio.client import Client

    client = await Client.connect(address)
    return sum([1 async for run in client.list_workflows("WorkflowType='FlightToModel'") if run.id in keys])


async def _models(address: str, keys: list[str]) -> list[list[str]]:
    from temporalio.client import Client

    client = await Client.connect(address)
    return [await client.get_workflow_handle(key).result() for key in keys]


def test_a_fleet_whose_workers_and_server_are_killed(
    start: Callable[..., Running],
    temporal: TemporalServer,
    postgres_database: str,
    program: Path,
    flights: Path,
    tmp_path: Path,
) -> None:
    """Workers are killed during uploads and during waits, and so is the server: all flights become models, with one job
    each, and no photo that was confirmed goes up again. Given the same list again, nothing is sent, started or fetched.
    It takes a quarter of a minute: four starts of Python with the client, six questions about each job, of which two
    are under way at a time, and two to five seconds until a lost worker is missed."""
    running = start(region="us", speed="polls:6")
    running.faults.add("store.put", "stall", seconds=0.05)

    @contextmanager
    def worker(*more: Path) -> Iterator[None]:
        log = tmp_path / "worker.log"
        with log.open("a") as errors:
            process = subprocess.Popen(
                [sys.executable, program, temporal.address, *more],
                env={**os.environ, **environment_of(running), "SKYBIND_LEDGER": postgres_database},
                cwd=tmp_path,
                stderr=errors,
            )
        try:
            yield
        finally:
            process.kill()
            assert process.wait() == -signal.SIGKILL, log.read_text()

    with worker(flights):
        eventually(lambda: running.store.arrivals["put"] >= 15)  # the second flight is on its way
    with worker():
        eventually(lambda: len(running.terra.jobs) >= 2)
        temporal.kill()
        temporal.start()
    running.faults.clear()
    keys = [f"fleet/flight-{number}" for number in range(FLIGHTS)]
    with worker():
        models = asyncio.run(_models(temporal.address, keys))
    for number, paths in enumerate(models):
        assert len(paths) > 100
        assert all(Path(path).is_relative_to(tmp_path / "models" / f"flight-{number}") for path in paths)
        assert all(Path(path).is_file() for path in paths)
    assert len(running.terra.jobs) == FLIGHTS
    photos = 12
    assert running.store.arrivals["put"] <= FLIGHTS * photos + 2 * 8  # two kills, eight photos on their way at each
    arrivals = dict(running.store.arrivals)
    with worker(flights):
        eventually(lambda: asyncio.run(_runs(temporal.address, keys)) == 2 * FLIGHTS)
        assert asyncio.run(_models(temporal.address, keys)) == models
    assert (dict(running.store.arrivals), len(running.terra.jobs)) == (arrivals, FLIGHTS)
