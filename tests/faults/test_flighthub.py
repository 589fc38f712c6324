"""FlightHub with lost answers, cut uploads and credentials that end, sync and async from one body."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from harness.emulation import settings_of
from skybind import AsyncFlightHub, FlightHub, Schedule
from skybind.errors import OutcomeUnknown, ServerError
from skybind.waiting import no_waiting
from skybind_emulators import Running
from skybind_emulators.settings import FlightHubRules
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

Start = Callable[..., Running]


@pytest.fixture(autouse=True)
def _without_pauses() -> Iterator[None]:
    """Pauses between attempts are somebody else's subject."""
    with no_waiting():
        yield


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Where the clients of a test live."""
    world: World = request.param()
    yield world
    world.close()


def connect(world: World, running: Running, state: Path, **more: Any) -> Any:
    kind = FlightHub if isinstance(world, SyncWorld) else AsyncFlightHub
    schedule = Schedule(first=0.01, longest=0.05)
    return kind(**settings_of(running, "flighthub"), schedule=schedule, state=state, **more)


def check_whole(running: Running, flight: Path) -> None:
    """One resource holds every photo of the folder, as it was."""
    [resource] = running.flighthub.resources
    assert sorted(resource.files) == sorted(path.name for path in flight.iterdir())
    for file in resource.files.values():
        assert hashlib.md5((flight / file.name).read_bytes()).hexdigest() == file.etag


CALLS = [
    ("obtainToken", "lose-answer"),
    ("obtainToken", "html"),
    ("uploadCallback", "lose-answer"),
    ("uploadCallback", "drop"),
    ("uploadCallback", "status-503"),
    ("startReconstructions", "lose-answer"),
    ("listRunningModels", "truncated"),
    ("getModel", "html"),
    ("getModel", "status-502"),
    ("getMediaModelUrl", "lose-answer"),
]


@pytest.mark.parametrize(("operation", "kind"), CALLS)
def test_a_job_survives_a_fault_of_each_call(
    world: World, start: Start, flight: Path, tmp_path: Path, operation: str, kind: str
) -> None:
    """Whatever answer is lost, the main job ends, with one resource, one model, and every photo reported."""
    running = start(services=("flighthub",), speed="polls:4")
    running.faults.add(f"flighthub.{operation}", kind, count=1)
    hub = connect(world, running, tmp_path / "state")
    job = world.run(hub.reconstruct(world.run(hub.upload(flight)), "3d"))
    model = world.run(job.result(60))
    assert len(world.run(model.download(tmp_path / "out"))) > 50
    check_whole(running, flight)
    assert len(running.flighthub.models) == 1
    world.run(hub.close())


@pytest.mark.parametrize("kind", ["drop", "status-503"])
def test_a_start_of_which_nothing_is_seen_is_not_repeated(
    world: World, start: Start, flight: Path, tmp_path: Path, kind: str
) -> None:
    """Images are paid for at the start, and models that are over are listed nowhere. So where no new model runs, the
    error says what to do; whoever asks again gets one model."""
    running = start(services=("flighthub",), speed="polls:1000")
    running.faults.add("flighthub.startReconstructions", kind, count=1)
    hub = connect(world, running, tmp_path / "state")
    photos = world.run(hub.upload(flight))
    with pytest.raises((OutcomeUnknown, ServerError)) as caught:
        world.run(hub.reconstruct(photos, "3d"))
    assert "Reconstruct again" in (caught.value.advice or "")
    assert running.flighthub.arrivals("startReconstructions") == 1
    job = world.run(hub.reconstruct(photos, "3d"))
    assert [model.uuid for model in running.flighthub.models] == [job.id]
    world.run(hub.close())


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        ("lose-answer", {"count": 3}),
        ("cut", {"count": 3, "bytes": 20_000}),
        ("corrupt", {"count": 3}),
        ("status-503", {"count": 3, "retry_after": 0.1}),
        ("drop", {"count": 3}),
    ],
)
@pytest.mark.parametrize("region", ["cn", "us"])
def test_an_upload_survives(
    start: Start, flight: Path, tmp_path: Path, region: str, kind: str, arguments: dict[str, Any]
) -> None:
    """A photo whose PUT goes wrong is sent again, and arrives as it is; on OSS and on S3."""
    running = start(services=("flighthub",), region=region)
    running.faults.add("store.put", kind, after=2, **arguments)
    with connect(SyncWorld(), running, tmp_path / "state") as hub:
        hub.upload(flight)
    check_whole(running, flight)
    assert running.store.arrivals["put"] == 12 + arguments["count"]


@pytest.mark.parametrize("joined", [True, False])
def test_credentials_that_end_on_the_way(
    world: World, start: Start, flight: Path, tmp_path: Path, joined: bool
) -> None:
    """The store refuses the session token in the middle: one resource ends up with every photo, whichever it is. Where
    FlightHub takes files of new credentials, only the refused PUTs go again."""
    running = start(services=("flighthub",), flighthub=FlightHubRules(joined_reports=joined))
    running.faults.add("store.put", "expire-token", after=6, count=1)
    running.faults.add("store.put", "stall", seconds=0.1)
    hub = connect(world, running, tmp_path / "state")
    photos = world.run(hub.upload(flight, workers=1))
    held = next(one for one in running.flighthub.resources if one.uuid == photos.resource_uuid)
    assert sorted(held.files) == sorted(path.name for path in flight.iterdir())
    assert (photos.begun_anew == "") is joined
    assert (running.store.arrivals["put"] == 13) is joined
    assert running.flighthub.arrivals("obtainToken") == 2
    world.run(hub.close())


@pytest.mark.parametrize("joined", [True, False])
def test_an_upload_goes_on_with_new_credentials(
    world: World, start: Start, flight: Path, tmp_path: Path, joined: bool
) -> None:
    """Where FlightHub takes files of new credentials into the first resource, nothing is sent twice; where it does
    not, the folder is sent anew into the second one, and that is said."""
    running = start(services=("flighthub",), flighthub=FlightHubRules(joined_reports=joined))
    hub = connect(world, running, tmp_path / "state")
    folder = tmp_path / "growing"
    folder.mkdir()
    names = sorted(path.name for path in flight.iterdir())
    for name in names[:6]:
        (folder / name).write_bytes((flight / name).read_bytes())
    first = world.run(hub.upload(folder))
    for name in names[6:]:
        (folder / name).write_bytes((flight / name).read_bytes())
    running.store.arrivals.clear()
    photos = world.run(hub.upload(folder))
    held = next(one for one in running.flighthub.resources if one.uuid == photos.resource_uuid)
    assert sorted(held.files) == names
    assert (photos.resource_uuid == first.resource_uuid) is joined
    assert ("6 photos are sent again" in photos.begun_anew) is not joined
    assert (running.store.arrivals["put"] == 6) is joined
    world.run(hub.close())
