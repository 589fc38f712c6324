"""The steps of a flight at all four services: twice, out of order, from elsewhere, and cut off at the worst moment."""

from __future__ import annotations

import multiprocessing
import pickle
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest

from harness.command import environment_of
from skybind import Phase
from skybind.errors import JobFailed, JobLimit, LedgerBusy, PhotoError, SkybindError, UsageError
from skybind.fleet import FleetRecord, Flight, Standing, fetch, plan, poll_once, start, upload
from skybind.jobs import JobState
from skybind.transfers.ledger import Ledger
from skybind_emulators import Running

SERVICES = ("terra", "flighthub", "altizure", "koomap")
#: What makes a job, by service.
MAKES = {
    "terra": ("createJob", "startJob"),
    "flighthub": ("startReconstructions",),
    "altizure": ("startReconstructionWithError",),
    "koomap": ("createReal3DTask", "startReal3DTask"),
}
each_service = pytest.mark.parametrize("service", SERVICES)


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Running:
    """All services; a job ends after two questions. The environment holds credentials for them."""
    begun: Running = request.getfixturevalue("start")(services=SERVICES, speed="polls:2")
    for name, value in environment_of(begun).items():
        monkeypatch.setenv(name, value)
    return begun


@pytest.fixture
def flight_of(running: Running, flight: Path, tmp_path: Path) -> Callable[..., Flight]:
    """A flight for a service, named ``april/SERVICE``."""

    def made(service: str, **more: Any) -> Flight:
        given: dict[str, Any] = {"folder": str(flight), "out": str(tmp_path / "models" / service)}
        if service == "koomap":
            given = {"photos": running.ready["services"]["koomap"]["folder_code"]}
        if service == "altizure":
            given["upload_options"] = {"project_type": "pro", "visibility": "public"}
        return Flight(key=f"april/{service}", service=service, **{**given, **more})

    return made


def arrivals(running: Running) -> Counter[str]:
    """All that the services and their stores were asked for."""
    koomap = running.koomap.app.arrivals + running.koomap.iam_app.arrivals
    others = running.terra.app.arrivals + running.flighthub.app.arrivals + running.altizure.app.arrivals
    return koomap + others + Counter({f"store {name}": many for name, many in running.store.arrivals.items()})


def jobs(running: Running, service: str) -> list[int]:
    """How often each thing that makes a job was asked for."""
    return [arrivals(running)[name] for name in MAKES[service]]


def standing(flight: Flight) -> Standing:
    with FleetRecord() as record:
        found = record.standing(flight.key)
    assert found is not None
    return found


def waited_for(flight: Flight) -> JobState:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        state = poll_once([flight])[flight.key]
        assert isinstance(state, JobState), state
        if state.phase.final:
            return state
        time.sleep(0.01)
    raise AssertionError("the job did not end")


@each_service
def test_each_step_twice(service: str, running: Running, flight_of: Callable[..., Flight]) -> None:
    """A flight becomes a model, one step after another. Each step again gives the same and asks for nothing that it
    knows; only what is fetched again is looked up, and not one byte of it moved."""
    flight = flight_of(service)
    if flight.folder:
        assert plan(flight) == plan(flight)
        assert plan(flight).files == 12
        assert not arrivals(running)
    photos = upload(flight)
    before = arrivals(running)
    assert upload(flight) == photos
    assert arrivals(running) == before
    token = start(flight)
    before = arrivals(running)
    assert start(flight) == token
    assert arrivals(running) == before
    assert waited_for(flight).phase is Phase.DONE
    before = arrivals(running)
    assert poll_once([flight]) == {}
    assert arrivals(running) == before
    paths = fetch(flight)
    assert standing(flight).stage == "done"
    gets = running.store.arrivals["get"]
    assert fetch(flight) == paths
    assert running.store.arrivals["get"] - gets <= 1  # the list of an archive's members is part of the archive
    assert bool(paths) == (service != "koomap")
    assert all(path.is_file() for path in paths)
    for name in MAKES[service]:
        assert arrivals(running)[name] == 1, name
    with FleetRecord() as record:
        assert record.counts("april") == {"done": 1}
    if flight.folder:
        plan(flight)  # looks at the folder, and nothing goes back
        assert standing(flight).stage == "done"


def test_without_a_folder_to_go_to(running: Running, flight_of: Callable[..., Flight]) -> None:
    """Nothing is fetched; a flight is done when its job is, and not before."""
    flight = flight_of("terra", out=None)
    upload(flight)
    running.faults.add("terra.*", "stall")
    start(flight)
    assert isinstance(poll_once([flight])[flight.key], JobState)
    assert standing(flight).stage == "wait"
    running.faults.clear()
    assert fetch(flight) == []
    assert standing(flight).stage == "done"
    before = arrivals(running)
    assert fetch(flight) == []
    assert arrivals(running) == before


@each_service
def test_steps_out_of_order(service: str, running: Running, flight_of: Callable[..., Flight]) -> None:
    """A step before its time is a UsageError that says what comes first; nothing is asked, and the flight goes on."""
    flight = flight_of(service)
    if service == "koomap":
        with pytest.raises(UsageError, match="at the service"):
            plan(flight)
    else:
        with pytest.raises(UsageError, match="plan comes first"):
            start(flight)
    with pytest.raises(UsageError, match="comes first"):
        fetch(flight)
    assert poll_once([flight]) == {}
    upload(flight)
    with pytest.raises(UsageError, match="start comes first"):
        fetch(flight)
    assert jobs(running, service) == [0] * len(MAKES[service])
    assert (standing(flight).stuck, standing(flight).trouble) == ("", "")
    start(flight)
    assert standing(flight).stage == "wait"


def test_steps_elsewhere(running: Running, flight_of: Callable[..., Flight]) -> None:
    """Another process takes a flight as plain data and does the next step, with what is on record."""
    flights = [flight_of("terra"), flight_of("koomap")]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as elsewhere:
        for step in (upload, start):
            tokens = [elsewhere.submit(step, flight).result(60) for flight in flights]
        before = arrivals(running)
        assert [start(flight) for flight in flights] == tokens
        assert arrivals(running) == before
        states = elsewhere.submit(poll_once, flights).result(60)
        assert {key: type(state) for key, state in states.items()} == {flight.key: JobState for flight in flights}
        error = elsewhere.submit(plan, attrs.evolve(flights[0], folder="/nowhere", key="april/none")).exception(60)
    assert isinstance(error, PhotoError)
    assert isinstance(pickle.loads(pickle.dumps(error)), PhotoError)


@each_service
def test_while_another_is_at_it(service: str, running: Running, flight_of: Callable[..., Flight]) -> None:
    """Each step of a flight that somebody holds is LedgerBusy; the flight is none the worse for it."""
    flight = flight_of(service)
    with FleetRecord() as record, record.held(flight, "plan"):
        for step in (plan, upload, start, fetch) if flight.folder else (start, fetch):
            with pytest.raises(LedgerBusy):
                step(flight)
    assert not arrivals(running)
    assert standing(flight).trouble == ""


class Killed(BaseException):
    """The process ends here: nothing after this line happens, and locks are let go."""


# KooMap's tasks are found by their names; no ledger is asked.
@pytest.mark.parametrize(
    ("service", "moment"),
    [*((name, moment) for name in SERVICES[:3] for moment in ("the ledger", "the record")), ("koomap", "the record")],
)
def test_a_crash_before_the_id_is_written(
    service: str, moment: str, running: Running, flight_of: Callable[..., Flight], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The job is made, and whoever asked for it dies before its id is on record: started again, it is one job."""
    flight = flight_of(service)
    upload(flight)
    if service == "flighthub":  # whose jobs are listed while they go on
        running.faults.add("flighthub.*", "stall")

    def dies(*_args: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(*((Ledger, "set_job") if moment == "the ledger" else (FleetRecord, "started")), dies)
        with pytest.raises(Killed):
            start(flight)
    assert standing(flight).token is None
    made = jobs(running, service)
    token = start(flight)
    assert standing(flight).token == token
    assert made[0] == 1
    assert set(jobs(running, service)) == {1}


def test_the_service_refuses(running: Running, flight_of: Callable[..., Flight]) -> None:
    """As many jobs as the account may have: raised, and on record as a turn to wait for."""
    photos = upload(flight_of("terra"))
    running.faults.add("terra.*", "stall")
    first, second, third = (
        Flight(key=f"may/{kind}", service="terra", kind=kind, photos=photos) for kind in ("2d", "3d", "lidar")
    )
    start(first)
    start(second)
    with pytest.raises(JobLimit):
        start(third)
    assert (standing(third).stuck, standing(third).tries, standing(third).stage) == ("", 0, "start")
    assert standing(third).not_before > time.time()


def test_a_job_that_fails(running: Running, flight_of: Callable[..., Flight]) -> None:
    """The flight has failed, with the service's reason; there is nothing to fetch."""
    running.faults.add("terra.*", "fail")
    flight = flight_of("terra")
    upload(flight)
    start(flight)
    assert waited_for(flight).phase is Phase.FAILED
    assert standing(flight).stuck == "failed"
    assert standing(flight).trouble
    with pytest.raises(JobFailed):
        fetch(flight)


def test_many_are_asked_about_together(running: Running, flight_of: Callable[..., Flight]) -> None:
    """One question for all jobs of an account; an account that cannot be asked spoils none of the others."""
    good = [flight_of(service) for service in ("terra", "flighthub")]
    for flight in good:
        upload(flight)
        start(flight)
    bad = flight_of("koomap", profile="nobody")
    with FleetRecord() as record:
        record.add([bad])
        record.started(bad.key, "no-token")
    before = running.terra.arrivals("listJobs")
    states = poll_once([*good, bad, flight_of("altizure")])
    assert running.terra.arrivals("listJobs") == before + 1
    assert {key: isinstance(state, SkybindError) for key, state in states.items()} == {
        "april/terra": False,
        "april/flighthub": False,
        "april/koomap": True,
    }
    assert standing(bad).trouble
