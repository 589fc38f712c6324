"""How programs use several services alike. Type-checked, never run: each client fits the protocols."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar, assert_type

from skybind import (
    Altizure,
    AsyncAltizure,
    AsyncFlightHub,
    AsyncJob,
    AsyncKooMap,
    AsyncTerra,
    FlightHub,
    Job,
    KooMap,
    Terra,
    altizure,
    koomap,
    terra,
)
from skybind.reconstruction import (
    AsyncCloud,
    AsyncModel,
    Capabilities,
    Cloud,
    Finding,
    Model,
    ModelFile,
    PhotoSet,
    Row,
    check,
    compared,
    differences,
)

P = TypeVar("P", bound=PhotoSet)
M = TypeVar("M", bound=Model)
AsyncM = TypeVar("AsyncM", bound=AsyncModel)


def mapped(cloud: Cloud, folder: str, out: Path) -> list[Path]:
    photos = cloud.upload(folder, kind="3d", workers=4, progress=print)
    job = cloud.reconstruct(photos, kind="3d")
    assert_type(job, Job[Model])
    model = cloud.job(job.token).result(3600)
    assert_type(model.files(), Sequence[ModelFile])
    assert_type(cloud.capabilities, Capabilities)
    return model.download(out / cloud.name)


async def mapped_awaited(cloud: AsyncCloud, folder: str, out: Path) -> list[Path]:
    photos = await cloud.upload(folder)
    job = await cloud.reconstruct(photos.id, kind="3d")
    assert_type(job, AsyncJob[AsyncModel])
    return await (await job.result()).download(out)


def each_client_fits() -> None:
    clouds: list[Cloud] = [
        Terra.from_env(),
        FlightHub.from_env(),
        Altizure.from_env(),
        KooMap.from_env(),
    ]
    for cloud in clouds:
        mapped(cloud, "flight-42/", Path("out"))


async def each_async_client_fits() -> None:
    clouds: list[AsyncCloud] = [
        AsyncTerra.from_env(),
        AsyncFlightHub.from_env(),
        AsyncAltizure.from_env(),
        AsyncKooMap.from_env(),
    ]
    for cloud in clouds:
        await mapped_awaited(cloud, "flight-42/", Path("out"))


def its_own_types_are_kept(one: Terra, two: Altizure, three: KooMap) -> None:
    def modelled(cloud: Cloud[P, M], folder: str) -> tuple[P, M]:
        photos = cloud.upload(folder)
        return photos, cloud.reconstruct(photos, kind="3d").result()

    assert_type(modelled(one, "flight-42/"), tuple[terra.PhotoSet, terra.Model])
    assert_type(modelled(two, "flight-42/"), tuple[altizure.PhotoSet, altizure.Model])
    assert_type(modelled(three, "flight-42/"), tuple[koomap.PhotoSet, koomap.Model])
    print(modelled(one, "flight-42/")[0].resource_uuid, modelled(three, "flight-42/")[1].made)


async def its_own_types_are_kept_awaited(one: AsyncTerra, two: AsyncAltizure, three: AsyncKooMap) -> None:
    async def modelled(cloud: AsyncCloud[P, AsyncM], folder: str) -> AsyncM:
        return await (await cloud.reconstruct(await cloud.upload(folder), kind="3d")).result()

    assert_type(await modelled(one, "flight-42/"), terra.AsyncModel)
    assert_type(await modelled(two, "flight-42/"), altizure.AsyncModel)
    assert_type(await modelled(three, "flight-42/"), koomap.AsyncModel)


def other_kinds(cloud: Cloud[Any, Model, Literal["2d", "3d"]]) -> None:
    cloud.reconstruct(cloud.upload("flight-42/", kind="2d"), kind="2d")


def before_an_upload() -> None:
    other_kinds(Terra.from_env())
    report = check("flight-42/", Terra.capabilities, kind="2d")
    assert_type(report.findings, tuple[Finding, ...])
    assert_type(report.fits, bool)
    rows = differences(Terra.capabilities, Altizure.capabilities) + compared(KooMap.capabilities)
    assert_type(rows, list[Row])


def a_folder_that_was_imported(cloud: KooMap, code: str) -> None:
    photos = cloud.upload(folder_code=code)
    assert_type(photos, koomap.PhotoSet)
    cloud.reconstruct(photos)
