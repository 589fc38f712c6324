"""A fleet of which a worker is killed, and then all of it: run again, every flight ends, and no job was made twice.

Six flights by default; ``FLIGHTS=200`` makes it as many as it says.
"""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from harness.command import SKYBIND, environment_of
from skybind.fleet import FleetRecord
from skybind_emulators import Running

FLIGHTS = int(os.environ.get("FLIGHTS", "6"))
PHOTOS = 10  # the fewest that all services take
WORKERS = 2
EACH = 1 if FLIGHTS < 50 else 4  # uploads at a time on each of them
SERVICES = ("terra", "flighthub", "altizure")


def listed(folder: Path) -> Path:
    """A list of flights of small photos; only models of FlightHub, one file each, are fetched."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["folder", "service", "upload.project_type", "out"])
    for number in range(FLIGHTS):
        service = SERVICES[number % 3]
        photos = folder / f"flight-{number:03}"
        photos.mkdir()
        for photo in range(PHOTOS):
            name = f"DJI_{photo:04}.JPG"
            Image.new("RGB", (32, 24)).save(photos / name, comment=f"{photos.name} {name}".encode())
        fetched = f"models/{number}" if service == "flighthub" else ""
        rows.writerow([photos.name, service, "pro" if service == "altizure" else "", fetched])
    path = folder / "april.csv"
    path.write_text(text.getvalue())
    return path


@contextmanager
def begun(path: Path, running: Running, *more: str) -> Iterator[subprocess.Popen[str]]:
    """The command in a group of processes of its own, which is gone at the end."""
    words = ("fleet", "run", path, "--every", "0.2", "--json", *more)
    with subprocess.Popen(
        [*SKYBIND, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **environment_of(running)},
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """Processes of Dask's workers."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    found = [int(pid) for task in children.parents[1].iterdir() for pid in (task / "children").read_text().split()]
    return [pid for pid in found if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def wait_until(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 60 + 3 * FLIGHTS
    while not condition():
        assert time.monotonic() < end, "the moment to strike never came"
        assert process.poll() is None, "it ended before the moment to strike came"
        time.sleep(0.02)


def test_a_killed_fleet_goes_on(start: Callable[..., Running], tmp_path: Path) -> None:
    """After kill -9 of one worker the others go on; after kill -9 of all, another run ends every flight, here without a
    cluster. What was sent twice are photos of flights that were going up at a kill; jobs are one a flight."""
    running = start(services=SERVICES, speed="polls:2")
    path = listed(tmp_path)
    photos = FLIGHTS * PHOTOS
    store = running.store

    with begun(path, running, "--scheduler", f"local:{WORKERS}", "--uploads", str(EACH)) as process:
        wait_until(lambda: store.arrivals["put"] >= photos * 0.2, process)
        os.kill(workers_of(process)[0], signal.SIGKILL)
        wait_until(lambda: store.arrivals["put"] >= photos * 0.7, process)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    with FleetRecord() as record:
        assert record.counts("april").get("done", 0) < FLIGHTS
    with begun(path, running, "--uploads", str(WORKERS * EACH)) as process:
        output, _ = process.communicate(timeout=60 + 3 * FLIGHTS)
    assert process.returncode == 0, output
    facts = json.loads(output)
    assert facts["counts"] == {"done": FLIGHTS}

    own = {name: sum(SERVICES[number % 3] == name for number in range(FLIGHTS)) for name in SERVICES}
    made = {
        "terra": (running.terra.arrivals("createJob"), len(running.terra.jobs)),
        "flighthub": (running.flighthub.arrivals("startReconstructions"), len(running.flighthub.models)),
        "altizure": (running.altizure.arrivals("startReconstructionWithError"), len(running.altizure.tasks)),
    }
    again = store.arrivals["put"] - photos
    print(f"{FLIGHTS} flights, {photos} photos, {again} of them sent again; jobs asked for and made: {made}")
    assert made == {name: (count, count) for name, count in own.items()}
    assert 0 <= again <= (1 + WORKERS) * EACH * PHOTOS
    for flight in facts["flights"]:
        if flight["out"]:
            assert any(Path(flight["out"]).rglob("*"))
