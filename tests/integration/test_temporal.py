"""What the recipe for Temporal leans on: timers and progress outlive workers and the server, killed at any moment."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness.temporal import TemporalServer

QUEUE = "stand-ins"

#: A workflow that waits for two seconds between two steps, and then has a step that takes long the first time.
WORKER = """
import asyncio, pathlib, sys, time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from temporalio import activity, workflow
from temporalio.client import Client
from temporalio.worker import Worker

SECOND = timedelta(seconds=1)

def noted(word):
    path = pathlib.Path(sys.argv[2])
    with path.open("a") as file:
        file.write(word + "\\n")
    return path.read_text().split().count(word)

@activity.defn
def short(word: str) -> None:
    noted(word)

@activity.defn
def long(word: str) -> None:
    if noted(word) == 1:
        for _ in range(600):
            activity.heartbeat()
            time.sleep(0.1)

@workflow.defn
class StandIn:
    @workflow.run
    async def run(self) -> str:
        await workflow.execute_activity(short, "begun", start_to_close_timeout=60 * SECOND)
        await workflow.sleep(2 * SECOND)
        await workflow.execute_activity(short, "awake", start_to_close_timeout=60 * SECOND)
        await workflow.execute_activity(
            long, "long", start_to_close_timeout=60 * SECOND, heartbeat_timeout=SECOND
        )
        return "done"

async def main():
    client = await Client.connect(sys.argv[1])
    with ThreadPoolExecutor(4) as threads:
        await Worker(
            client, task_queue="stand-ins", workflows=[StandIn], activities=[short, long], activity_executor=threads,
            sticky_queue_schedule_to_start_timeout=SECOND,
        ).run()

if __name__ == "__main__":
    asyncio.run(main())
"""


def eventually(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait for a moment of other processes."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "the moment never came"
        time.sleep(0.02)


@pytest.fixture
def worker(tmp_path: Path, temporal: TemporalServer) -> Callable[[], object]:
    """Runs a worker for the time of a block, and kills it at its end."""
    program = tmp_path / "stand_in.py"
    program.write_text(WORKER)

    @contextmanager
    def run() -> Iterator[None]:
        process = subprocess.Popen([sys.executable, program, temporal.address, tmp_path / "notes"])
        try:
            yield
        finally:
            process.kill()
            process.wait()

    return run


async def _begin(address: str) -> None:
    from temporalio.client import Client

    client = await Client.connect(address)
    await client.start_workflow("StandIn", id="stand-in", task_queue=QUEUE)


async def _waits(address: str) -> bool:
    """Whether its timer runs."""
    from temporalio.api.enums.v1 import EventType
    from temporalio.client import Client

    client = await Client.connect(address)
    events = client.get_workflow_handle("stand-in").fetch_history_events()
    return any([event.event_type == EventType.EVENT_TYPE_TIMER_STARTED async for event in events])


async def _result(address: str) -> str:
    from temporalio.client import Client

    client = await Client.connect(address)
    return str(await client.get_workflow_handle("stand-in").result())


def test_killed_in_turn(worker: Callable[..., object], temporal: TemporalServer, tmp_path: Path) -> None:
    """A worker and the server are killed during a wait: it ends when it would have ended, and no step before it runs
    again. A worker is killed during a step: another has that step, and only that, again. It takes 8 s: two of the wait,
    one until a silent worker is missed, and four starts of Python with the client."""
    notes = tmp_path / "notes"
    notes.touch()
    asyncio.run(_begin(temporal.address))
    with worker():
        eventually(lambda: asyncio.run(_waits(temporal.address)))
    temporal.kill()
    temporal.start()
    with worker():
        eventually(lambda: "long" in notes.read_text())
    with worker():
        assert asyncio.run(_result(temporal.address)) == "done"
    assert notes.read_text().split() == ["begun", "awake", "long", "long"]
