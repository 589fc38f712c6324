"""Waiting for 5,000 jobs from one process: processor time, memory and requests.

    python scripts/bench/polling.py --jobs 5000 --every 30 --rounds 3

The emulator runs in a process of its own with that many running jobs; they all finish in the last round.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from typing import Any

from skybind import Schedule, Terra
from skybind.cli.environment import environment

_SERVER = """
import json, sys, threading, time
import skybind_emulators
from skybind_emulators.terra.state import JobRecord, JobStatus
jobs, seconds = int(sys.argv[1]), float(sys.argv[2])
with skybind_emulators.start() as running:
    state = running.terra._state
    records = [JobRecord(name=f"flight {n}", status=JobStatus.EXECUTING, **state.birth()) for n in range(jobs)]
    state.jobs.update((record.uuid, record) for record in records)
    print(json.dumps([running.ready, [record.uuid for record in records]]), flush=True)
    sys.stdin.readline()
    time.sleep(seconds)
    for record in records:
        record.status = JobStatus.FINISHED
    sys.stdin.readline()
    print(running.terra.arrivals("listJobs"), running.terra.arrivals("getJob"), flush=True)
"""


def main() -> None:
    """Measure, and print a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=5000)
    parser.add_argument("--every", type=float, default=30.0, help="seconds between two questions about a job")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    lasting = given.every * (given.rounds - 1) - given.every / 2
    server = subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(given.jobs), str(lasting)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    ready, uuids = json.loads(server.stdout.readline())
    prefix = "SKYBIND_TERRA_"
    settings: dict[str, Any] = {k.removeprefix(prefix).lower(): v for k, v in environment(ready).items()}
    schedule = Schedule(first=given.every, growth=1.0, longest=given.every)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with Terra(**settings, schedule=schedule) as terra:
        server.stdin.write("go\n")
        server.stdin.flush()
        began, used = time.monotonic(), time.process_time()
        finished = sum(1 for outcome in terra.poll(uuids) if outcome.error is None)
        seconds, cpu = time.monotonic() - began, time.process_time() - used
    server.stdin.write("done\n")
    server.stdin.flush()
    lists, gets = server.stdout.readline().split()
    server.wait()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{finished} jobs in {seconds:.0f} s: {cpu:.2f} s of processor time ({cpu / seconds:.1%} of a core), "
        f"{lists} list requests, {gets} single ones, peak {after:.0f} MB ({after - before:.0f} MB more than before)"
    )


if __name__ == "__main__":
    main()
