"""All flights of a fleet together: on any executor, with failures among them, and several runs at once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from harness.command import environment_of
from harness.postgres import postgres_server
from skybind import Terra
from skybind.fleet import Engine, FleetRecord, Flight, Standing, local_engine, plan, run, start, upload
from skybind.fleet import running as running_module
from skybind.fleet import troubles as troubles_module
from skybind.fleet.running import Told
from skybind.transfers.upload import UploadProgress
from skybind_emulators import Running

PHOTOS = 10  # the fewest that TerraAPI makes a map of
EVERY = 0.05  # seconds between two questions about a job


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch, start: Callable[..., Running]) -> Running:
    """Services whose jobs end after two questions; the environment holds credentials for them."""
    begun = start(services=("terra", "flighthub"), speed="polls:2")
    for name, value in environment_of(begun).items():
        monkeypatch.setenv(name, value)
    return begun


@pytest.fixture
def flight_of(tmp_path: Path) -> Callable[..., Flight]:
    """Flights of small photos."""

    def made(name: str, service: str = "terra", **more: str) -> Flight:
        folder = tmp_path / name
        folder.mkdir()
        for photo in range(PHOTOS):
            Image.new("RGB", (32, 24)).save(folder / f"{photo}.jpg", comment=f"{name} {photo}".encode())
        return Flight(key=f"april/{name}", service=service, folder=str(folder), **more)

    return made


@pytest.fixture
def record() -> Iterator[FleetRecord]:
    """The record that ``SKYBIND_LEDGER`` or the state folder names."""
    with FleetRecord() as opened:
        yield opened


@contextmanager
def closing(engine: Engine) -> Iterator[Engine]:
    try:
        yield engine
    finally:
        engine.close()


def processes() -> Engine:
    """One process of ``concurrent.futures``."""
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    return Engine(pool, pool, 1, 1, lambda: pool.shutdown(wait=True, cancel_futures=True))


def standing(record: FleetRecord, key: str) -> Standing:
    found = record.standing(key)
    assert found is not None
    return found


def test_a_failing_flight_among_good_ones(
    running: Running, flight_of: Callable[..., Flight], record: FleetRecord, tmp_path: Path
) -> None:
    """Good flights end, one without photos fails with its reason; mended and run again, it ends too, and only it."""
    good = [flight_of("a", out=str(tmp_path / "models" / "a")), flight_of("b", "flighthub")]
    bad = Flight(key="april/bad", service="terra", folder=str(tmp_path / "bad"))
    record.add([bad, *good])
    told: list[Told] = []
    with closing(local_engine()) as engine:
        assert run(record, "april", engine, every=EVERY, told=told.append) == {"done": 2, "failed": 1}
        assert standing(record, bad.key).trouble
        assert [one.flight.key for now in told for one, trouble in now.ended if trouble] == [bad.key]
        assert any((tmp_path / "models" / "a").rglob("*"))
        before = running.store.arrivals["put"], running.flighthub.arrivals("startReconstructions")
        flight_of("bad")
        assert run(record, "april", engine, every=EVERY) == {"done": 3}
    assert before == (running.store.arrivals["put"] - PHOTOS, running.flighthub.arrivals("startReconstructions"))
    assert len(running.terra.jobs) == 2
    assert {one.owner for one in record.standings("april")} == {""}


def test_any_executor(running: Running, flight_of: Callable[..., Flight], record: FleetRecord) -> None:
    """Steps are plain functions of plain data: processes carry them out as threads do."""
    record.add([flight_of("a"), flight_of("b", "flighthub")])
    with closing(processes()) as engine:
        assert run(record, "april", engine, every=EVERY) == {"done": 2}
    assert len(running.terra.jobs) == len(running.flighthub.models) == 1


def test_a_worker_that_is_killed(running: Running, flight_of: Callable[..., Flight], record: FleetRecord) -> None:
    """The flight that it was at has a trouble that is tried again; an executor that ends with it ends the run, and a
    run on another one goes on. What was safe is not sent again."""
    record.add([flight_of("a")])
    running.faults.add("store.put", "stall", seconds=0.3)
    with closing(processes()) as engine:

        def strike(_now: Told) -> None:
            if running.store.arrivals["put"]:
                assert isinstance(engine.uploads, ProcessPoolExecutor)
                for pid in engine.uploads._processes:
                    os.kill(pid, signal.SIGKILL)

        with pytest.raises(BrokenExecutor):
            run(record, "april", engine, workers=1, every=EVERY, told=strike)
    now = standing(record, "april/a")
    assert (now.stage, now.stuck, now.tries, now.owner) == ("upload", "", 1, "")
    assert now.trouble.startswith("the worker was lost during upload")
    running.faults.clear()
    with closing(local_engine()) as engine:
        assert run(record, "april", engine, every=EVERY) == {"done": 1}
    assert len(running.terra.jobs) == 1


def test_no_more_jobs_than_the_account_may_have(
    running: Running, flight_of: Callable[..., Flight], record: FleetRecord
) -> None:
    """TerraAPI takes two unfinished jobs: no third is asked for while a run knows of two."""
    record.add([flight_of(name) for name in "abcde"])
    with closing(local_engine(4)) as engine:
        assert run(record, "april", engine, every=EVERY) == {"done": 5}
    assert running.terra.arrivals("createJob") == len(running.terra.jobs) == 5


def test_places_that_others_take(
    running: Running, flight_of: Callable[..., Flight], record: FleetRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Jobs of somebody else fill the account: that is no failure, and the turn of the flight comes."""
    for module in (running_module, troubles_module):
        monkeypatch.setattr(module, "BUSY", 0.1)
    with Terra.from_env() as terra:
        others = [terra.jobs.create(name=f"other {number}", meta="").uuid for number in range(2)]
        record.add([flight_of("a")])

        def told(now: Told) -> None:
            if any("unfinished" in trouble for _, trouble in now.ended):
                while others:
                    terra.jobs.delete(others.pop())

        with closing(local_engine()) as engine:
            assert run(record, "april", engine, every=EVERY, told=told) == {"done": 1}
    assert not others
    assert standing(record, "april/a").tries == 0


def test_two_runs_at_once(running: Running, flight_of: Callable[..., Flight], record: FleetRecord) -> None:
    """They share the flights: each photo goes up once, each job is made once, and both end when all is done."""
    record.add([flight_of(f"{service}-{number}", service) for number in range(3) for service in ("terra", "flighthub")])
    ends = []

    def one() -> None:
        with FleetRecord() as own, closing(local_engine()) as engine:
            ends.append(run(own, "april", engine, every=EVERY))

    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert ends == [{"done": 6}, {"done": 6}]
    assert running.store.arrivals["put"] == 6 * PHOTOS
    assert running.terra.arrivals("createJob") == running.flighthub.arrivals("startReconstructions") == 3


def test_a_flight_that_another_process_holds(
    running: Running, flight_of: Callable[..., Flight], record: FleetRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that finds a flight held by somebody it does not know leaves it alone for a moment, and then has it."""
    for module in (running_module, troubles_module):
        monkeypatch.setattr(module, "BUSY", 0.1)
    flight = flight_of("a", "flighthub")
    record.add([flight])
    turns = 0
    with closing(local_engine()) as engine, FleetRecord() as other:
        held = other.held(flight, "plan")
        held.__enter__()

        def told(now: Told) -> None:
            nonlocal turns
            if any("another process" in trouble for _, trouble in now.ended):
                turns += 1
                if turns == 2:
                    held.__exit__(None, None, None)

        assert run(record, "april", engine, every=EVERY, told=told) == {"done": 1}
    assert turns == 2
    assert standing(record, flight.key).tries == 0
    assert len(running.flighthub.models) == 1


def test_a_record_that_goes_away_during_an_upload(
    running: Running, flight_of: Callable[..., Flight], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server of the record is killed while photos go up, and is there again two seconds later: the upload ends,
    no photo goes twice, and it is one job."""
    running.faults.add("store.put", "stall", seconds=0.2)
    with postgres_server() as server, server.database() as address:
        monkeypatch.setenv("SKYBIND_LEDGER", address)
        back = threading.Timer(2.0, server.start)

        def strike(now: UploadProgress) -> None:
            if now.bytes_moved and not back.ident:
                server.kill()
                back.start()

        flight = flight_of("a")
        plan(flight)
        photos = upload(flight, workers=2, progress=strike)
        assert back.ident, "the server was not killed"
        back.join()
        assert upload(flight) == photos
        start(flight)
    (resource,) = (resource for resource in running.terra.resources if resource.type == "map")
    assert len(resource.files) == PHOTOS
    assert running.store.arrivals["put"] == PHOTOS
    assert len(running.terra.jobs) == 1
