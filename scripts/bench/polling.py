"""Waiting for 5,000 jobs from one process: processor time, memory and requests.

    python scripts/bench/polling.py --jobs 5000 --every 30 --rounds 3 [--service terra|flighthub|single]

The emulator runs in a process of its own with that many running jobs; they all finish in the last round. TerraAPI is
asked for a page of a hundred jobs at a time. ``single`` asks TerraAPI for one job after another: what a service costs
that has no list. FlightHub, which is measured if it is named, tells of all models that run in one answer, once for each
hundred that are waited for; of those that do not run it is asked one by one.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from measuring import keep

from skybind import FlightHub, Schedule, Terra
from skybind.cli.environment import environment

_SERVER = """
import json, sys, time
import skybind_emulators
from skybind_emulators import Settings
from skybind_emulators.flighthub.state import ModelRecord, ModelStatus, ModelType, ZipStatus
from skybind_emulators.terra.state import JobRecord, JobStatus
service, jobs, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
with skybind_emulators.start(Settings(services=(service,))) as running:
    emulator = getattr(running, service)
    state = emulator._state
    if service == "terra":
        records = [JobRecord(name=f"flight {n}", status=JobStatus.EXECUTING, **state.birth()) for n in range(jobs)]
        state.jobs.update((record.uuid, record) for record in records)
    else:
        kind = next(iter(ModelType))
        records = [ModelRecord(uuid=state.ids.uuid(), resource_uuid="", type=kind, charged=0) for n in range(jobs)]
        state.models.update((record.uuid, record) for record in records)
    print(json.dumps([running.ready, [record.uuid for record in records]]), flush=True)
    sys.stdin.readline()
    time.sleep(seconds)
    for record in records:
        if service == "terra":
            record.status = JobStatus.FINISHED
        else:
            record.status, record.zip_status, record.over = ModelStatus.RECONSTRUCTED, ZipStatus.FINISHED, True
    sys.stdin.readline()
    print(sum(emulator.app.arrivals.values()), flush=True)
"""


class Emulated:
    """A service with running jobs, in a process of its own."""

    def __init__(self, service: str, jobs: int, seconds: float) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVER, service, str(jobs), str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        ready, self.uuids = json.loads(self._line())
        prefix = f"SKYBIND_{service}_".upper()
        found = environment(ready)
        self.settings: dict[str, Any] = {
            name.removeprefix(prefix).lower(): value for name, value in found.items() if name.startswith(prefix)
        }

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def tell(self, word: str) -> None:
        """Let it go on."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def requests(self) -> int:
        """End it; how many requests it got."""
        self.tell("done")
        number = int(self._line())
        self._process.wait()
        return number


def _polled(client: Terra | FlightHub, uuids: Sequence[str]) -> int:
    return sum(1 for outcome in client.poll(uuids) if outcome.error is None)


def by_list(service: str, jobs: int, every: float, rounds: int) -> dict[str, float]:
    """Wait for all jobs as a program does; they finish before the last round."""
    server = Emulated(service, jobs, every * (rounds - 1) - every / 2)
    schedule = Schedule(first=every, growth=1.0, longest=every)
    kind: Callable[..., Terra | FlightHub] = Terra if service == "terra" else FlightHub
    with kind(**server.settings, schedule=schedule) as client:
        server.tell("go")
        began, used = time.monotonic(), time.process_time()
        finished = _polled(client, server.uuids)
        seconds, cpu = time.monotonic() - began, time.process_time() - used
    requests = server.requests()
    if finished != jobs:
        raise SystemExit(f"{service}: {finished} of {jobs} jobs finished")
    # The first question is asked at once, the last one after the last pause: one round more than pauses.
    return {"cpu": cpu, "seconds": seconds, "requests": requests, "share": cpu / rounds / every}


def one_by_one(jobs: int, every: float, rounds: int) -> dict[str, float]:
    """Ask for one job after another, without the pauses, which cost nothing."""
    server = Emulated("terra", jobs, 0.0)
    costs = []
    with Terra(**server.settings) as terra:
        for _ in range(rounds):
            used = time.process_time()
            for uuid in server.uuids:
                terra.jobs.get(uuid)
            costs.append(time.process_time() - used)
    server.tell("go")
    cpu = statistics.median(costs)
    return {"cpu": sum(costs), "seconds": every * rounds, "requests": server.requests(), "share": cpu / every}


def main() -> None:
    """Measure, and print a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=5000)
    parser.add_argument("--every", type=float, default=30.0, help="seconds between two questions about a job")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--service", choices=("terra", "flighthub", "single"), action="append")
    given = parser.parse_args()
    ways = {}
    for service in given.service or ("terra", "single"):
        if service == "single":
            found = one_by_one(given.jobs, given.every, given.rounds)
        else:
            found = by_list(service, given.jobs, given.every, given.rounds)
        found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
        ways[service] = found
        print(
            f"{service:<10} {found['share']:.1%} of a core: {found['cpu']:.2f} s of processor time, "
            f"{found['requests']:.0f} requests, peak {found['peak_mb']:.0f} MB"
        )
    keep("polling", {"jobs": given.jobs, "every": given.every, "rounds": given.rounds, "ways": ways})


if __name__ == "__main__":
    main()
