"""Photos in, model out, by the command and by the library."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from harness.emulation import settings_of
from skybind import AsyncTerra, Phase, Schedule
from skybind.errors import DeadlineExceeded, JobLimit, JobStopped
from skybind.terra import Model, Reconstruction3D


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_command_makes_an_orthophoto(running, command_for, flight, tmp_path) -> None:
    """One command takes a folder of photos to a folder with the model, and says so as JSON."""
    skybind = command_for(running)
    done = skybind("reconstruct", flight, "--kind", "2d", "--out", "map", "--json")
    assert done.code == 0, done.err
    result = done.json()
    assert result["photos"] == 12
    assert result["state"] == "done"
    out = tmp_path / "map"
    produced = names(out)
    assert result["files"] == len(produced) > 100
    with Image.open(out / next(name for name in produced if name.endswith(".tif"))) as orthophoto:
        assert min(orthophoto.size) > 100
    assert not [name for name in produced if name.endswith(".part")]


def test_every_photo_is_sent_once_with_its_position(running, client_for, flight) -> None:
    """One PUT a photo, and the service knows where each was taken."""
    photos = client_for(running).upload(flight)
    assert photos.files == 12
    assert photos.without_position == 0
    assert running.store.arrivals["put"] == 12
    assert all(file.position and abs(file.position["latitude"]) > 0.1 for file in running.terra.files)


def test_second_run_sends_nothing(running, client_for, flight) -> None:
    """The same folder again sends no photo and gives the same resource."""
    first = client_for(running).upload(flight)
    second = client_for(running).upload(flight)
    assert second.resource_uuid == first.resource_uuid
    assert running.store.arrivals["put"] == 12


def test_same_reconstruction_is_one_job(running, client_for, flight) -> None:
    """The same photos, kind and parameters give the same job; `again` and other parameters give another."""
    terra = client_for(running)
    photos = terra.upload(flight)
    first = terra.reconstruct(photos, "3d")
    assert terra.reconstruct(photos, "3d").id == first.id
    first.wait(30)
    other = terra.reconstruct(photos, "3d", parameters=Reconstruction3D(generate_obj=True))
    other.wait(30)
    again = terra.reconstruct(photos, "3d", again=True)
    assert len({first.id, other.id, again.id}) == 3
    assert len(running.terra.jobs) == 3


@pytest.mark.parametrize("kind", ["2d", "3d", "lidar"])
def test_library_three_lines(running, client_for, flight, tmp_path, kind) -> None:
    """Upload, reconstruct and download are three lines, for each kind."""
    terra = client_for(running)
    photos = terra.upload(flight)
    model = terra.reconstruct(photos, kind).result(timeout=timedelta(seconds=60))
    assert isinstance(model, Model)
    paths = model.download(tmp_path / "out")
    assert {path.relative_to(tmp_path / "out").as_posix() for path in paths} == {file.name for file in model.files()}
    assert all(path.stat().st_size == file.size for path, file in zip(paths, model.files(), strict=True))


def test_async_has_the_same_names(running, flight, tmp_path) -> None:
    """AsyncTerra does the same with await."""

    async def main() -> None:
        schedule = Schedule(first=0.01, longest=0.05)
        async with AsyncTerra(**settings_of(running), schedule=schedule) as terra:
            photos = await terra.upload(flight)
            job = await terra.reconstruct(photos, kind="2d")
            states = [state async for state in job.updates(timeout=60)]
            assert states[-1].phase is Phase.DONE
            model = await job.result(timeout=60)
            paths = await model.download(tmp_path / "out")
            assert len(paths) == len(await model.files()) > 100
            assert [j.uuid async for j in terra.jobs.list()] == [job.id]

    asyncio.run(main())
    assert running.store.arrivals["put"] == 12


def test_progress_never_goes_back_and_arrives(start, client_for, flight) -> None:
    """Progress callbacks tell of every photo, and the job's share rises to one."""
    running = start(speed="polls:6")
    terra = client_for(running)
    seen: list[int] = []
    photos = terra.upload(flight, progress=lambda progress: seen.append(progress.files_confirmed))
    assert seen == sorted(seen)
    assert seen[-1] == 12
    shares: list[float] = []
    terra.reconstruct(photos, "2d").wait(60, progress=lambda state: shares.append(state.progress or 0.0))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_wait_ends_at_its_deadline(start, client_for, flight) -> None:
    """A wait never outlives its deadline, raises, and carries the token that goes on."""
    running = start(speed="polls:100000")
    terra = client_for(running)
    job = terra.reconstruct(terra.upload(flight), "2d")
    began = time.monotonic()
    with pytest.raises(DeadlineExceeded) as caught:
        job.wait(0.5)
    assert time.monotonic() - began < 2.0
    assert caught.value.token == job.token
    assert terra.job(caught.value.token).id == job.id


def test_stop_ends_the_wait(start, client_for, flight) -> None:
    """A stopped job is final and is no result."""
    running = start(speed="polls:100000")
    terra = client_for(running)
    job = terra.reconstruct(terra.upload(flight), "2d")
    job.stop()
    with pytest.raises(JobStopped):
        job.result(10)
    assert job.status().phase is Phase.STOPPED


def test_third_job_is_refused_by_name(start, client_for, flight) -> None:
    """Code 801 is an error of its own; it names the unfinished jobs and is not tried again."""
    running = start(speed="polls:100000")
    terra = client_for(running)
    photos = terra.upload(flight)
    jobs = [terra.reconstruct(photos, kind) for kind in ("2d", "3d")]
    before = running.terra.arrivals("createJob")
    with pytest.raises(JobLimit) as caught:
        terra.reconstruct(photos, "lidar")
    assert running.terra.arrivals("createJob") == before + 1
    assert caught.value.code == 801
    assert all(job.id in caught.value.message for job in jobs)


def test_changed_folder_is_followed(running, client_for, flight) -> None:
    """A photo that was replaced, removed or added changes what is reconstructed, and sends only what is new."""
    terra = client_for(running)
    first = terra.upload(flight)
    terra.reconstruct(first, "2d").wait(60)
    removed, replaced, *_ = sorted(flight.iterdir())
    removed.unlink()
    replaced.write_bytes(replaced.read_bytes() + b"\0\0")
    second = terra.upload(flight)
    assert running.store.arrivals["put"] == 13
    detail = terra.resources.get(second.resource_uuid)
    held = sorted(file.name for file in terra.files.list(resource_uuid=second.resource_uuid, rows=100))
    assert held == sorted(path.name for path in flight.iterdir())
    assert second.resource_uuid != first.resource_uuid
    assert len(detail.file_uuids) == 11


def test_status_stop_and_resume_by_token(start, command_for, flight, tmp_path) -> None:
    """A job that was left is found by its token: status, and then resume to the folder it was meant for."""
    running = start(speed="polls:6")
    skybind = command_for(running)
    begun = skybind("reconstruct", flight, "--kind", "2d", "--out", "map", "--no-wait", "--json").json()
    state = skybind("status", begun["token"], "--json").json()[0]
    assert state["job"] == begun["job"]
    assert state["state"] in {"queued", "running"}
    listed = skybind("status", "--all", "--json").json()
    assert [row["job"] for row in listed] == [begun["job"]]
    resumed = skybind("resume", begun["token"], "--json")
    assert resumed.code == 0, resumed.err
    assert names(tmp_path / "map")
    assert running.terra.arrivals("createJob") == 1


def test_stop_command(start, command_for, flight) -> None:
    """`skybind stop` ends a job, and a wait for it says that there is no result."""
    running = start(speed="polls:100000")
    skybind = command_for(running)
    begun = skybind("reconstruct", flight, "--kind", "2d", "--no-wait", "--json").json()
    stopped = skybind("stop", begun["token"], "--json")
    assert stopped.json()["state"] == "stopped"
    assert skybind("resume", begun["token"]).code == 8


@pytest.mark.parametrize(("service", "least"), [("terra", 100), ("flighthub", 100), ("altizure", 1)])
def test_demo_from_nothing(command, tmp_path, service, least) -> None:
    """`skybind demo` needs nothing, ends within a minute with any service, and says what lies where."""
    began = time.monotonic()
    done = command("demo", "--service", service, "--out", tmp_path / "demo-out", timeout=120)
    assert done.code == 0, done.err
    assert time.monotonic() - began < 60
    assert "demo-out" in done.err
    assert len(names(tmp_path / "demo-out")) >= least


def test_demo_of_a_service_that_keeps_its_models(command, tmp_path) -> None:
    """KooMap takes no photos and gives no files: the demo says both, and what was made there."""
    done = command("demo", "--service", "koomap", "--out", tmp_path / "demo-out", timeout=120)
    assert done.code == 0, done.err
    assert "takes no photos" in done.err
    assert "product" in done.err
    assert not (tmp_path / "demo-out").exists()


def test_emulate_serves_until_told(command, tmp_path) -> None:
    """`skybind emulate` prints one line of JSON, writes the environment, and ends on SIGTERM with 0."""
    import json

    process = command.begin("emulate", "--env-file", tmp_path / "emulators.env", "--speed", "instant")
    try:
        assert process.stdout is not None
        facts = json.loads(process.stdout.readline())["services"]["terra"]
        assert set(facts) == {"base_url", "app_key", "secret_key", "storage"}
        assert set(facts["storage"]) == {"oss_endpoint", "s3_endpoint", "region"}
        text = (tmp_path / "emulators.env").read_text()
        assert f"SKYBIND_TERRA_BASE_URL='{facts['base_url']}'" in text
        assert {"SKYBIND_FLIGHTHUB_BASE_URL=", "SKYBIND_FLIGHTHUB_USER_TOKEN=", "SKYBIND_FLIGHTHUB_PROJECT_UUID="} <= {
            line.removeprefix("export ").partition("'")[0] for line in text.splitlines()
        }
        assert (tmp_path / "emulators.env").stat().st_mode & 0o077 == 0
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0, errors
    assert facts["secret_key"] not in errors
