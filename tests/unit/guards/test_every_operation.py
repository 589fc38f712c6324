"""Every documented operation can be called by its method, sync and async, and comes through to the emulator."""

from __future__ import annotations

import asyncio
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

import attrs
import pytest

import skybind_clients
from harness.emulation import settings_of
from harness.graphql_calls import hear
from skybind import (
    Altizure,
    AsyncAltizure,
    AsyncDownlink,
    AsyncFlightHub,
    AsyncKooMap,
    AsyncTerra,
    Downlink,
    FlightHub,
    KooMap,
    Terra,
)
from skybind.steps import Workflow, ask, first, run, run_async
from skybind_clients.terra.models import DeleteMode, FileOperation, JobType, UploadedFile
from skybind_emulators import Running
from unit.guards.all_of_altizure import all_of_altizure
from unit.guards.all_of_downlink import SETTINGS as DOWNLINK_SETTINGS
from unit.guards.all_of_downlink import all_of_downlink
from unit.guards.all_of_flighthub import all_of_flighthub
from unit.guards.all_of_koomap import AsyncIam, Iam, all_of_iam, all_of_koomap


def all_of_terra(emulators: Running) -> Workflow[None]:
    """One call after another, each of an operation; written once for both worlds."""
    token = yield from ask(lambda api: api.store.obtain_token())
    resource = (yield from ask(lambda api: api.resources.create(name="flight", type_="map"))).uuid
    key = token.store_path.replace("{fileName}", "a.jpg")
    stored = emulators.store.put(token.cloud_bucket_name, key, b"\xff\xd8\xff")
    sent = UploadedFile(name="a.jpg", etag=stored.etag, checksum=stored.etag)
    (file,) = yield from ask(
        lambda api: api.store.upload_callback(callback_param=token.callback_param, resource_uuid=resource, files=[sent])
    )

    assert [found.uuid for found in (yield from first(lambda api: api.files.list()))] == [file.uuid]
    assert (yield from ask(lambda api: api.files.get(file.uuid))).name == "a.jpg"
    yield from ask(lambda api: api.files.update(file.uuid, meta="m"))

    assert [found.uuid for found in (yield from first(lambda api: api.resources.list()))] == [resource]
    assert (yield from ask(lambda api: api.resources.get(resource))).file_uuids == [file.uuid]
    yield from ask(lambda api: api.resources.update(resource, name="flight 42"))
    other = (yield from ask(lambda api: api.resources.copy(resource, name="copy"))).uuid
    yield from ask(lambda api: api.resources.change_files(other, operation=FileOperation.REMOVE, files=[file.uuid]))

    job = (yield from ask(lambda api: api.jobs.create(name="model"))).uuid
    assert [found.uuid for found in (yield from first(lambda api: api.jobs.list()))] == [job]
    yield from ask(lambda api: api.jobs.update(job, name="model 42"))
    yield from ask(
        lambda api: api.jobs.start(job, resource_uuid=resource, type_=JobType.MODEL_3D, parameters='{"parameter":{}}')
    )
    yield from ask(lambda api: api.jobs.stop(job))
    assert (yield from ask(lambda api: api.jobs.get(job))).name == "model 42"
    again = (yield from ask(lambda api: api.jobs.copy(job, name="again"))).uuid

    for uuid in (job, again):
        yield from ask(lambda api, uuid=uuid: api.jobs.delete(uuid))
    for uuid in (resource, other):
        yield from ask(lambda api, uuid=uuid: api.resources.delete(uuid, delete_mode=DeleteMode.KEEP_FILES))
    yield from ask(lambda api: api.files.delete(file.uuid))


@attrs.frozen
class Service:
    """What a service brings: its clients, and a workflow that calls everything.

    Attributes:
        arrivals: How often an operation has arrived at its emulator; None for GraphQL, whose emulator knows fields.
        speed: Of the emulator. The workflow of TerraAPI stops a job, so that none may finish.
        settings: Of the emulators, beside the speed.
    """

    client: type[Any]
    asynchronous: type[Any]
    workflow: Callable[[Running], Workflow[None]]
    arrivals: Callable[[Running, str], int] | None
    speed: str = "polls:1000"
    settings: Mapping[str, Any] = attrs.field(factory=dict)


def of_koomap(running: Running, operation: str) -> int:
    """Its emulator counts for IAM too."""
    return running.koomap.arrivals(operation)


SERVICES = {
    "terra": Service(Terra, AsyncTerra, all_of_terra, lambda running, operation: running.terra.arrivals(operation)),
    "flighthub": Service(
        FlightHub,
        AsyncFlightHub,
        all_of_flighthub,
        lambda running, operation: running.flighthub.arrivals(operation),
    ),
    "koomap": Service(KooMap, AsyncKooMap, all_of_koomap, of_koomap, speed="polls:3"),
    "altizure": Service(Altizure, AsyncAltizure, all_of_altizure, None, speed="instant"),
    "downlink": Service(
        Downlink,
        AsyncDownlink,
        all_of_downlink,
        lambda running, operation: running.downlink.arrivals(operation),
        speed="instant",
        settings=DOWNLINK_SETTINGS,
    ),
    "iam": Service(Iam, AsyncIam, all_of_iam, of_koomap),
}


@pytest.fixture
def heard() -> Iterator[Counter[str]]:
    """How often an operation has arrived by its name at any emulator of GraphQL, and came to something."""
    counted: Counter[str] = Counter()
    stop = hear(lambda name, succeeded: counted.update([name] * succeeded))
    yield counted
    stop()


def documented(service: str) -> dict[str, Any]:
    """The operations of the specification, by id."""
    operations: dict[str, Any] = import_module(f"skybind_clients.{service}.operations").OPERATIONS
    return operations


def test_no_service_is_left_out() -> None:
    """Each generated service has its workflow here."""
    assert set(SERVICES) == {module.name for module in pkgutil.iter_modules(skybind_clients.__path__) if module.ispkg}


@pytest.mark.parametrize("service", SERVICES)
def test_every_operation_is_a_method_of_both_clients(service: str, start: Callable[..., Running]) -> None:
    """The operations table names group and method; both clients have it, and the raw one beside it."""
    running = start()
    for client in (SERVICES[service].client, SERVICES[service].asynchronous):
        made = client(**settings_of(running, service))
        for operation in documented(service).values():
            group, method = operation.call.split(".")
            assert callable(getattr(getattr(made, group), method)), operation.id
            assert callable(getattr(getattr(made, group).with_raw, method)), operation.id


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("world", ["sync", "async"])
def test_every_operation_comes_through(
    service: str, world: str, start: Callable[..., Running], heard: Counter[str]
) -> None:
    """A workflow over all methods succeeds, and each operation has arrived at the emulator."""
    own = SERVICES[service]
    running = start(speed=own.speed, **own.settings)

    async def awaited() -> None:
        async with own.asynchronous(**settings_of(running, service)) as client:
            await run_async(own.workflow(running), client)

    if world == "async":
        asyncio.run(awaited())
    else:
        with own.client(**settings_of(running, service)) as client:
            run(own.workflow(running), client)
    arrivals = own.arrivals or (lambda _running, operation: heard[operation])
    assert [operation for operation in documented(service) if not arrivals(running, operation)] == []
