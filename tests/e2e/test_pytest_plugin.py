"""The fixtures that users get for their own tests."""

from __future__ import annotations

import asyncio
import time

import pytest

from skybind import Schedule
from skybind_clients.koomap.models import Product


def test_fixture_runs_a_pipeline_without_waiting(skybind_terra, flight) -> None:
    """A whole job with the default schedule and retries passes without waiting."""
    skybind_terra.faults.add("store.put", "expire-token", after=10, count=1)
    skybind_terra.faults.add("terra.getJob", "status-503", count=2, retry_after=30)
    began = time.monotonic()
    terra = skybind_terra.client()
    job = terra.reconstruct(terra.upload(flight), "2d")
    job.wait(timeout=600)
    assert time.monotonic() - began < 20
    assert skybind_terra.jobs[0].status == "finished"
    assert skybind_terra.arrivals("startJob") == 1
    assert skybind_terra.arrivals("store.put") >= 12
    assert len(skybind_terra.stored) == 12


@pytest.mark.skybind(speed="polls:3", region="us")
def test_mark_chooses_settings(skybind_terra, flight) -> None:
    """The mark's settings hold for the test."""
    terra = skybind_terra.client(schedule=Schedule())
    assert terra.store.obtain_token().cloud_name == "AWS_S3"
    job = terra.reconstruct(terra.upload(flight), "2d")
    assert [state.phase for state in job.updates(60)][-1] == "done"
    assert skybind_terra.arrivals("getJob") >= 3


def test_fixture_of_koomap(skybind_koomap) -> None:
    """A folder is modelled without waiting, though the service throttles; what arrived is counted."""
    skybind_koomap.faults.add("koomap.listTasksInWorkspace", "status-503", count=2, retry_after=30)
    began = time.monotonic()
    koomap = skybind_koomap.client()
    product = koomap.reconstruct(skybind_koomap.folder_code).result(timeout=600).made
    assert isinstance(product, Product)
    assert product.folder_code == skybind_koomap.folder_code
    assert skybind_koomap.arrivals("startReal3DTask") == 1
    assert skybind_koomap.arrivals("store.put") == 0
    assert time.monotonic() - began < 20


async def _names(client) -> list[str]:
    async with client as koomap:
        return [space.workspace_name async for space in koomap.workspaces.list()]


def test_async_client_of_koomap(skybind_koomap) -> None:
    """The async client reads the same settings."""
    skybind_koomap.client().workspaces.create(workspace_name="survey")
    assert asyncio.run(_names(skybind_koomap.async_client())) == ["survey"]


def test_fixture_of_flighthub(skybind_flighthub, flight, tmp_path) -> None:
    """A whole job passes without waiting, with credentials that end in between; what arrived is counted."""
    skybind_flighthub.faults.add("store.put", "expire-token", after=5, count=1)
    began = time.monotonic()
    flighthub = skybind_flighthub.client()
    model = flighthub.reconstruct(flighthub.upload(flight), "2d").result(timeout=600)
    assert model.download(tmp_path / "map")
    assert set(skybind_flighthub.stored) == {path.name for path in flight.iterdir()}
    assert skybind_flighthub.arrivals("startReconstructions") == 1
    assert time.monotonic() - began < 20


async def _running_models(client) -> list:
    async with client as flighthub:
        return await flighthub.models.running() or []


def test_async_client_of_flighthub(skybind_flighthub) -> None:
    """The async client reads the same settings."""
    assert asyncio.run(_running_models(skybind_flighthub.async_client())) == []


def test_fixture_of_altizure(skybind_altizure, flight) -> None:
    """A whole job passes without waiting; what arrived is counted."""
    began = time.monotonic()
    altizure = skybind_altizure.client()
    altizure.reconstruct(altizure.upload(flight)).wait(timeout=600)
    assert skybind_altizure.arrivals("store.put") == 12
    assert skybind_altizure.arrivals("startReconstructionWithError") == 1
    assert time.monotonic() - began < 20


def test_fixture_of_downlink(skybind_downlink) -> None:
    """A command reaches the dock of the fixture, sync and async; what arrived there can be looked at."""
    downlink = skybind_downlink.client()
    assert downlink.send(("debug_mode_open", {})).wait().command_type == "debug_mode_open"
    assert skybind_downlink.dock.state.debug_mode

    async def open_cover() -> bool:
        async with skybind_downlink.async_client() as client:
            command = await client.send(("cover_open", {}))
            await command.wait()
            return command.taken

    assert asyncio.run(open_cover())
    assert len(skybind_downlink.dock.arrivals("cover_open")) == skybind_downlink.arrivals("createCommand") - 1 == 1
