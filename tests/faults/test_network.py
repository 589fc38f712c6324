"""Answers lost, connections cut, bytes changed, credentials expired, clocks off."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator

import pytest

from harness.emulation import settings_of
from skybind import AsyncTerra, Options, Phase, Schedule
from skybind.errors import ClockSkew, DeadlineExceeded, JobFailed, UploadIncomplete
from skybind.terra import flights
from skybind.transfers.upload import Plan
from skybind.waiting import no_waiting


@pytest.fixture(autouse=True)
def _without_pauses() -> Iterator[None]:
    """Pauses between attempts are somebody else's subject."""
    with no_waiting():
        yield


def check_whole(running, flight) -> None:
    """Everything arrived as it was, and is linked once."""
    [resource] = [resource for resource in running.terra.resources if resource.type == "map"]
    files = {file.uuid: file for file in running.terra.files}
    held = [files[uuid] for uuid in resource.files]
    assert sorted(file.name for file in held) == sorted(path.name for path in flight.iterdir())
    for file in held:
        stored = running.store.head(running.terra.cloud.bucket, file.key)
        assert hashlib.md5((flight / file.name).read_bytes()).hexdigest() == stored.etag


STORE_FAULTS = {
    "answer lost after the object is stored": ("lose-answer", {"count": 3}),
    "cut in the middle of the body": ("cut", {"count": 3, "bytes": 20_000}),
    "a byte changed on its way": ("corrupt", {"count": 3}),
    "refused for now": ("status-503", {"count": 3, "retry_after": 0.1}),
    "connection dropped": ("drop", {"count": 3}),
    "too fast": ("status-429", {"count": 2}),
}


@pytest.mark.parametrize("fault", STORE_FAULTS)
def test_upload_survives(running, client_for, flight, fault) -> None:
    """A photo whose PUT goes wrong is sent again; all arrive as they are."""
    kind, arguments = STORE_FAULTS[fault]
    running.faults.add("store.put", kind, after=2, **arguments)
    client_for(running).upload(flight)
    check_whole(running, flight)
    assert running.store.arrivals["put"] == 12 + arguments["count"]


def test_expired_credentials_are_renewed_once(running, client_for, flight) -> None:
    """When the store refuses the session token, sixteen workers get one new one, and no photo is lost."""
    running.faults.add("store.put", "expire-token", after=4, count=1)
    client_for(running).upload(flight, workers=16)
    check_whole(running, flight)
    assert running.terra.arrivals("obtainToken") == 2


def test_credentials_that_are_due_are_renewed_before(start, client_for, flight) -> None:
    """A token near its end is replaced, so that photo and callback belong to one that lives."""
    running = start()
    terra = client_for(running)
    seen = []

    def age(progress) -> None:
        if progress.files_sent >= 3 and not seen:
            seen.append(True)
            running.terra.clock.advance(1200)  # the first token and its callback parameter have ended meanwhile

    running.faults.add("store.put", "stall", seconds=0.05)
    terra.upload(flight, workers=2, progress=age)
    check_whole(running, flight)


API_FAULTS = [
    ("createResource", "lose-answer"),
    ("createResource", "drop"),
    ("uploadCallback", "lose-answer"),
    ("uploadCallback", "drop"),
    ("uploadCallback", "status-503"),
    ("createJob", "lose-answer"),
    ("createJob", "drop"),
    ("createJob", "status-503"),
    ("startJob", "lose-answer"),
    ("startJob", "drop"),
    ("obtainToken", "lose-answer"),
    ("obtainToken", "html"),
    ("getJob", "truncated"),
    ("getJob", "html"),
    ("getFile", "status-502"),
    ("getResource", "status-504"),
]


@pytest.mark.parametrize(("operation", "kind"), API_FAULTS)
def test_job_survives_a_fault_of_each_call(start, client_for, flight, tmp_path, operation, kind) -> None:
    """Whatever answer is lost, the main job ends, with one resource, one job and every photo linked once."""
    running = start(speed="polls:2")
    running.faults.add(f"terra.{operation}", kind, count=1)
    terra = client_for(running)
    model = terra.reconstruct(terra.upload(flight), "3d").result(60)
    paths = model.download(tmp_path / "out")
    assert len(paths) > 50
    check_whole(running, flight)
    assert len(running.terra.jobs) == 1


@pytest.mark.parametrize("operation", ["createJob", "startJob"])
def test_async_survives_lost_answers(start, flight, operation) -> None:
    """The async client resolves a lost answer as the sync one does."""
    running = start(speed="instant")
    running.faults.add(f"terra.{operation}", "lose-answer", count=1)

    async def main() -> None:
        async with AsyncTerra(**settings_of(running), schedule=Schedule(first=0.01)) as terra:
            job = await terra.reconstruct(await terra.upload(flight), "3d")
            await job.wait(60)

    asyncio.run(main())
    assert len(running.terra.jobs) == 1


@pytest.mark.parametrize("seconds", [-7200, 7200])
def test_skewed_clock_is_learnt_once(start, client_for, seconds) -> None:
    """A refusal for skew teaches the offset; the call is signed once more, and later calls are right at once."""
    running = start()
    running.faults.add("terra.*", "skew", seconds=seconds)
    terra = client_for(running)
    list(terra.jobs.list())
    assert running.terra.arrivals("listJobs") == 2
    list(terra.jobs.list())
    assert running.terra.arrivals("listJobs") == 3


def test_skew_that_cannot_be_learnt_is_an_error(start, client_for) -> None:
    """If the service refuses the corrected time too, that is said, once."""
    running = start()
    running.faults.add("terra.listJobs", "skew", seconds=7200, count=1)
    running.faults.add("terra.listJobs", "skew", seconds=-7200, count=1, after=1)
    with pytest.raises(ClockSkew):
        list(client_for(running).jobs.list())


def test_photo_that_never_gets_through_is_named(start, client_for, flight, monkeypatch) -> None:
    """Photos that do not go up are named with their reason; the others are confirmed; the next run sends the rest."""
    monkeypatch.setattr(flights, "Plan", lambda **given: Plan(**given, attempts=2, pause=0.01))
    running = start()
    running.faults.add("store.put", "status-500", after=9)
    terra = client_for(running, options=Options(read_timeout=5))
    with pytest.raises(UploadIncomplete) as caught:
        terra.upload(flight, workers=1)
    assert len(caught.value.failed) == 3
    assert len(running.terra.files) == 9
    assert caught.value.token
    running.faults.clear()
    terra.upload(flight)
    check_whole(running, flight)


@pytest.mark.parametrize("kind", ["cut", "corrupt", "truncated", "status-503", "drop"])
def test_download_survives(running, client_for, flight, tmp_path, kind) -> None:
    """A file whose download goes wrong is got again, from where it broke off; what arrives is what was stored."""
    terra = client_for(running)
    model = terra.reconstruct(terra.upload(flight), "lidar").result(60)
    running.faults.add("store.get", kind, after=3, count=5, **({"bytes": 10} if kind == "cut" else {}))
    paths = model.download(tmp_path / "out")
    stored = {file.name: running.store.head(running.terra.cloud.bucket, file.key).etag for file in running.terra.files}
    for path in paths:
        assert hashlib.md5(path.read_bytes()).hexdigest() == stored[path.relative_to(tmp_path / "out").as_posix()]
    assert running.store.arrivals["get"] == len(paths) + 5


def test_unlisted_state_is_not_the_end(start, client_for, flight) -> None:
    """A state that no document lists is told as unknown, and the wait goes on."""
    running = start(speed="polls:2")
    terra = client_for(running)
    job = terra.reconstruct(terra.upload(flight), "3d")
    running.faults.add("terra.getJob", "unlisted-enum", count=2)
    phases = [state.phase for state in job.updates(60)]
    assert phases.count(Phase.UNKNOWN) == 2
    assert phases[-1] is Phase.DONE


def test_null_in_place_of_a_list_is_an_empty_one(start, client_for) -> None:
    """`null` where a list belongs reads as no entries."""
    running = start()
    terra = client_for(running)
    terra.jobs.create(name="a")
    running.faults.add("terra.listJobs", "null-list", count=1)
    assert list(terra.jobs.list()) == []
    assert len(list(terra.jobs.list())) == 1


def test_stalled_job_ends_at_the_deadline_and_failed_one_says_why(start, client_for, flight) -> None:
    """A job that does not move is waited for until the deadline; one that fails carries the service's words."""
    running = start(speed="polls:2")
    terra = client_for(running)
    photos = terra.upload(flight)
    stall = running.faults.add("terra.startJob", "stall", count=1)
    stalled = terra.reconstruct(photos, "2d")
    with pytest.raises(DeadlineExceeded):
        stalled.wait(0.3)
    assert running.faults.armed(stall)
    running.faults.clear()
    running.faults.add("terra.startJob", "fail", count=1)
    failed = terra.reconstruct(photos, "3d")
    with pytest.raises(JobFailed) as caught:
        failed.wait(30)
    assert caught.value.service_message
    assert caught.value.token == failed.token
