"""How programs use skybind. Type-checked, never run: what stands here stays possible, with the types that it says."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any, assert_type

import skybind_emulators
from skybind import AsyncJob, AsyncTerra, Job, JobState, Options, Phase, Schedule, SkybindError, Terra
from skybind.errors import (
    Conflict,
    DeadlineExceeded,
    DecodeError,
    JobFailed,
    JobLimit,
    NotFound,
    OutcomeUnknown,
    ServiceError,
    Throttled,
    UploadIncomplete,
)
from skybind.options import Attempt
from skybind.polling import Outcome
from skybind.terra import (
    AreaOfInterest,
    AsyncModel,
    ExportParameter,
    JobStatus,
    JobType,
    MapMode,
    Model,
    ModelFile,
    PhotoSet,
    Reconstruction2D,
    Reconstruction3D,
    ReconstructionLidar,
)
from skybind.waiting import no_waiting
from skybind_clients.runtime import Page, Raw, Unset
from skybind_clients.terra.models import File, ResourceDetail
from skybind_clients.terra.models import Job as TerraJob


def the_main_job() -> None:
    with Terra.from_env() as terra:
        assert_type(terra, Terra)
        photos = terra.upload("flight-42/", progress=print)
        assert_type(photos, PhotoSet)
        job = terra.reconstruct(photos, kind="3d", parameters=Reconstruction3D(output_mesh=True, generate_b3dm=True))
        assert_type(job, Job[Model])
        model = job.result(timeout=timedelta(hours=6))
        assert_type(model, Model)
        paths = model.download("out/")
        assert_type(paths, list[Path])


async def the_main_job_awaited() -> None:
    async with AsyncTerra.from_env(profile="work") as terra:
        photos = await terra.upload(Path("flight-42"), name="Flight 42", workers=4)
        assert_type(photos, PhotoSet)
        job = await terra.reconstruct(photos, kind="2d", parameters=Reconstruction2D(map_mode=MapMode.CITY))
        assert_type(job, AsyncJob[AsyncModel])
        async for update in job.updates(timeout=timedelta(hours=8)):
            assert_type(update, JobState)
            print(update.phase, update.progress, update.remaining)
        model = await job.result(3600)
        assert_type(model, AsyncModel)
        assert_type(await model.download(Path("out")), list[Path])
        assert_type(await model.files(), list[ModelFile])


def other_ways_in(files: list[Path], running: skybind_emulators.Running) -> None:
    explicit = Terra("key", "secret", region="cn", state="state", schedule=Schedule(first=1.0, longest=30.0))
    explicit.upload(files)
    explicit.upload(["a.jpg", Path("b.jpg")], progress=lambda progress: print(progress.files_confirmed))
    facts = running.ready["services"]["terra"]
    Terra(facts["app_key"], facts["secret_key"], base_url=facts["base_url"], region="us").close()


def other_kinds(terra: Terra, photos: PhotoSet) -> None:
    area = AreaOfInterest.from_dict({})
    terra.reconstruct(photos, "3d", area_of_interest=area, export=ExportParameter(), name="Block 7", again=True)
    terra.reconstruct(photos.resource_uuid, "lidar", parameters=ReconstructionLidar())


def documented_operations(terra: Terra) -> None:
    for job in terra.jobs.list(status=JobStatus.FAILED, type_=JobType.MODEL_3D):
        assert_type(job, TerraJob)
        assert_type(job.uuid, str)
        assert_type(job.message, str | Unset)
    for page in terra.files.list(rows=100).pages():
        assert_type(page, Page[File])
        assert_type(page.items, list[File])
        assert_type(page.total, int | None)
    resource = terra.resources.get("uuid")
    assert_type(resource, ResourceDetail)
    raw = terra.jobs.with_raw.get("uuid")
    assert_type(raw, Raw[TerraJob])
    print(raw.status, raw.headers["date"], raw.body, raw.parse().name)


async def documented_operations_awaited(terra: AsyncTerra) -> None:
    async for job in terra.jobs.list(search="flight"):
        assert_type(job, TerraJob)
    async for page in terra.resources.list().pages():
        print(page.items[0].name)
    assert_type(await terra.files.get("uuid"), File)
    assert_type(await terra.jobs.with_raw.get("uuid"), Raw[TerraJob])


def first_seen(attempt: Attempt) -> None:
    assert_type(attempt.status, int | None)
    print(attempt.service, attempt.operation, attempt.number, attempt.url, attempt.seconds)


def options_and_hooks(terra: Terra, asynchronous: AsyncTerra) -> None:
    options = Options(total_timeout=30, retries=0, headers={"X-Team": "survey"}, proxy="http://proxy:3128",
                      ca_bundle=Path("ca.pem"), app_name="surveyor/3", before_attempt=first_seen,
                      after_attempt=lambda attempt: print(attempt.error))  # fmt: skip
    Terra(options=options)
    assert_type(options.replace(timeout=5), Options)
    assert_type(terra.with_options(timeout=5, retries=0), Terra)
    assert_type(terra.with_options(timeout=5, retries=0).files.get("uuid"), File)
    assert_type(asynchronous.with_options(timeout=5), AsyncTerra)


def errors(terra: Terra, photos: PhotoSet) -> str | None:
    try:
        terra.reconstruct(photos).wait(timeout=60)
    except JobLimit as error:
        assert_type(error.code, int | str | None)
        return f"{error.code} {error.meaning} {error.advice} {error.request_id}"
    except Throttled as error:
        assert_type(error.retry_after, float | None)
    except (Conflict, NotFound) as error:
        assert_type(error.status, int)
        assert_type(error.body, bytes)
    except ServiceError as error:
        print(error.service, error.operation, error.attempt)
    except OutcomeUnknown as error:
        assert_type(error.operation, str | None)
    except JobFailed as error:
        print(error.job_id, error.service_message)
    except UploadIncomplete as error:
        assert_type(error.failed, dict[str, str])
    except DecodeError as error:
        print(error.body)
    except DeadlineExceeded as error:
        assert_type(error.token, str | None)
        return error.token
    except SkybindError as error:
        print(error, error.advice)
    except TimeoutError:
        print("a deadline is one of these as well")
    return None


def jobs(terra: Terra) -> None:
    job = terra.job("sb1.terra.…")
    assert_type(job.id, str)
    assert_type(job.token, str)
    state = job.status()
    assert_type(state, JobState)
    if state.phase is Phase.RUNNING and not state.phase.final and state.progress is not None:
        print(f"{state.progress:.0%}", state.native, state.message)
    assert_type(job.wait(progress=lambda told: print(told.remaining)), JobState)
    assert_type(job.updates(timeout=5.0), Iterator[JobState])
    job.stop()


def many_jobs(terra: Terra, jobs: list[Job[Model]]) -> None:
    for outcome in terra.poll([*jobs, "sb1.terra.…"], timedelta(hours=12), progress=print):
        assert_type(outcome, Outcome)
        if outcome.error is not None:
            raise outcome.error
        assert_type(outcome.state, JobState | None)


async def many_jobs_awaited(terra: AsyncTerra, jobs: list[AsyncJob[AsyncModel]]) -> list[Outcome]:
    outcomes = terra.poll(jobs, timeout=60)
    assert_type(outcomes, AsyncIterator[Outcome])
    return [outcome async for outcome in outcomes]


def one_file(model: Model) -> None:
    blocks: AbstractContextManager[Iterator[bytes]] = model.stream("map/result.tif")
    with blocks as content, Path("result.tif").open("wb") as file:
        file.writelines(content)
    largest = max(model.files(), key=lambda each: each.size or 0)
    with model.stream(largest) as content:
        assert_type(next(content), bytes)


def either_kind(client: Terra | AsyncTerra) -> str:
    return f"{client.name} {client.options.app_name}"


def tests_of_programs(settings: dict[str, Any]) -> None:
    faults: list[skybind_emulators.Fault | str] = [
        "terra.startJob:lose-answer:1",
        skybind_emulators.Fault("store.put", "stall", count=2),
    ]
    with no_waiting(), skybind_emulators.start(skybind_emulators.Settings(region="us", faults=faults)) as running:
        assert_type(running, skybind_emulators.Running)
        print(running.ready, running.store, running.faults, settings)
