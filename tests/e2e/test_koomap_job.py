"""Folder in, model out at KooMap, by the library; sync and async from one body."""

from __future__ import annotations

import asyncio
import base64
import csv
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from skybind import AsyncKooMap, KooMap, Phase, Schedule
from skybind.errors import (
    ActionNeeded,
    AuthenticationFailed,
    BadRequest,
    Conflict,
    CredentialsMissing,
    JobStopped,
    NotFound,
    NotOffered,
    PermissionDenied,
    QuotaExceeded,
    UploadIncomplete,
    UsageError,
)
from skybind.koomap import MarkedPoint, Modeling
from skybind.transfers.photos import position_of
from skybind.transfers.signing import StoreKeys
from skybind_clients.koomap.models import ProductStatus, Real3DTaskStatus, SatelliteTaskStatus
from skybind_emulators import Running
from skybind_emulators.settings import KooMapRules
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

QUICK = Schedule(first=0.01, longest=0.02)


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    world: World = request.param()
    yield world
    world.close()


@pytest.fixture
def service(start: Callable[..., Running]) -> Running:
    """KooMap, whose tasks end after two questions."""
    return start(services=("koomap",), speed="polls:2")


def facts(service: Running) -> dict[str, Any]:
    found: dict[str, Any] = service.ready["services"]["koomap"]
    return found


@pytest.fixture
def connect(world: World, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Makes clients of the world's kind: with a login, or with other credentials."""
    with ExitStack() as stack:

        def make(service: Running, **credentials: str) -> Any:
            told = facts(service)
            login = {name: told[name] for name in ("domain", "username", "password")}
            client: Any = (KooMap if isinstance(world, SyncWorld) else AsyncKooMap)(
                base_url=told["base_url"],
                iam_url=told["iam_url"],
                obs_endpoint=told["storage"]["obs_endpoint"],
                schedule=QUICK,
                state=tmp_path / "state",
                **(credentials or login),
            )
            stack.callback(lambda: world.run(client.close()))
            return client

        yield make


@pytest.fixture
def koomap(connect: Callable[..., Any], service: Running) -> Any:
    return connect(service)


def pixel(number: int, image: str) -> dict[str, str]:
    return {
        "image_code": image,
        "column": str(10 + number),
        "row": "20.5",
        "longitude": "37.884999999999998",
        "latitude": "121.5",
        "height": "-3.25",
        "accuracy": "0.05",
    }


# ------------------------------------------------------------------------------------------------- uncontrolled


def test_a_folder_becomes_a_product(world: World, koomap: Any, service: Running) -> None:
    """One call models a folder, in a workspace that is made for it; the result is a product that can be used."""
    seen: list[Phase] = []
    code = facts(service)["folder_code"]
    job = world.run(koomap.reconstruct(code, workspace="survey_2026", modeling=Modeling(mesh="low")))
    product = world.run(job.result(60, progress=lambda state: seen.append(state.phase))).made
    assert product.status == ProductStatus.AVAILABLE
    assert product.folder_code == code
    assert product.task_info.task_id == job.id
    assert any(files.files for files in product.product_details)
    assert seen[-1] is Phase.DONE
    assert seen[0] is not Phase.DONE


def test_the_same_reconstruction_is_one_task(world: World, koomap: Any, service: Running) -> None:
    """The same folder and parameters give the same task; other parameters give another."""
    code = facts(service)["folder_code"]
    first = world.run(koomap.reconstruct(code))
    again = world.run(koomap.reconstruct(code))
    other = world.run(koomap.reconstruct(code, modeling=Modeling(key_points=50_000)))
    assert first.id == again.id != other.id
    arrivals = service.koomap.arrivals
    assert (arrivals("createReal3DTask"), arrivals("startReal3DTask"), arrivals("createCommonWorkspace")) == (2, 2, 1)
    with pytest.raises(UsageError, match="another kind of model"):
        world.run(koomap.reconstruct(code, model="Nerf", name=str(world.run(first.task()).task_name)))


@pytest.mark.parametrize("operation", ["createCommonWorkspace", "createReal3DTask", "startReal3DTask"])
def test_a_lost_answer_makes_nothing_twice(world: World, koomap: Any, service: Running, operation: str) -> None:
    """When the answer to a creation or a start is lost, the service is asked before anything is done again."""
    service.faults.add(f"koomap.{operation}", "lose-answer", count=1)
    job = world.run(koomap.reconstruct(facts(service)["folder_code"], workspace="lossy"))
    world.run(job.wait(60))
    assert service.koomap.arrivals(operation) == 1
    assert len(world.items(koomap.workspaces.list(workspace_name="lossy"))) == 1
    assert len(world.items(koomap.real3d_tasks.list(job.ref.workspace))) == 1


def test_another_process_goes_on(world: World, koomap: Any, service: Running, connect: Callable[..., Any]) -> None:
    """A resume token is all that another client needs to wait for a task; it holds no secret."""
    token = world.run(koomap.reconstruct(facts(service)["folder_code"])).token
    product = world.run(connect(service).job(token).result(60)).made
    assert product.status == ProductStatus.AVAILABLE
    held = base64.urlsafe_b64decode(token.split(".")[2][:-6] + "==")
    assert all(facts(service)[name].encode() not in held for name in ("password", "token", "sk", "ak"))


def test_stopping_and_starting_again(world: World, koomap: Any, start: Callable[..., Running], connect: Any) -> None:
    """A task that is stopped before it began says so; one that was stopped can be started again."""
    slow = start(services=("koomap",), speed="polls:60")
    client = connect(slow)
    job = world.run(client.reconstruct(facts(slow)["folder_code"]))
    world.run(job.stop())
    with pytest.raises(JobStopped):
        world.run(job.wait(60))
    world.run(job.start())
    assert world.run(job.status()).phase in {Phase.QUEUED, Phase.RUNNING}


def test_archive_and_back(world: World, koomap: Any, service: Running) -> None:
    """A finished task goes into the archive and comes out, as often as it is asked; it is found there too."""
    job = world.run(koomap.reconstruct(facts(service)["folder_code"]))
    with pytest.raises(Conflict):
        world.run(job.archive())
    world.run(job.wait(60))
    service.faults.add("koomap.updateReal3DTaskArchivedStatus", "lose-answer", count=1)
    for _ in range(2):
        world.run(job.archive())
        assert world.run(job.task()).task_status == Real3DTaskStatus.ARCHIVED
    for _ in range(2):
        world.run(job.unarchive())
        assert world.run(job.task()).task_status == Real3DTaskStatus.SUCCESS


def test_many_tasks_are_waited_for_together(world: World, koomap: Any, service: Running) -> None:
    """One wait for many tasks asks about them together, and gives each as it ends."""
    code = facts(service)["folder_code"]
    jobs = [world.run(koomap.reconstruct(code, modeling=Modeling(tie_points=100 + n))) for n in range(5)]
    before = service.koomap.arrivals("listTasksInWorkspace")
    outcomes = world.items(koomap.poll(jobs, 60))
    assert {outcome.job_id for outcome in outcomes} == {job.id for job in jobs}
    assert all(outcome.state.phase is Phase.DONE for outcome in outcomes)
    assert service.koomap.arrivals("listTasksInWorkspace") - before <= 6


# ------------------------------------------------------------------------------------------------- control points


def test_the_controlled_workflow_stops_where_a_person_must_act(
    world: World, koomap: Any, service: Running, tmp_path: Path
) -> None:
    """Without mark points it triangulates and stops; the same call with a CSV of them goes on to the product."""
    code, images = facts(service)["folder_code"], facts(service)["image_codes"]
    with pytest.raises(ActionNeeded) as needed:
        world.run(koomap.reconstruct_controlled(code, timeout=60))
    held = world.run(koomap.job(str(needed.value.token)).status())
    assert (held.phase, held.native) == (Phase.HELD, "BUNDLE_SUCCESS")

    sheet = tmp_path / "marks.csv"
    with sheet.open("w", newline="") as file:
        writer = csv.DictWriter(file, pixel(0, "").keys())
        writer.writeheader()
        writer.writerows(pixel(number, image) for number, image in enumerate(images[:3]))
    for _ in range(2):  # and once more: nothing is marked or started twice
        job = world.run(koomap.reconstruct_controlled(code, sheet, timeout=60))
        product = world.run(job.result(60)).made
        assert product.status == ProductStatus.AVAILABLE
    assert service.koomap.arrivals("addSpurPoint") == 3
    [mark] = world.items(koomap.mark_points.list(image_code=images[0], task_id=job.id))
    assert mark.longitude == "37.884999999999998"
    counted = world.run(
        koomap.mark_points.count(
            task_id=job.id, longitude="37.884999999999998", latitude="121.5", height="-3.25", accuracy="0.05"
        )
    )
    assert counted.count == 3


def test_points_of_an_uncontrolled_task_are_refused(world: World, koomap: Any, service: Running) -> None:
    """The service's own words and ours say why a task takes no control points."""
    job = world.run(koomap.reconstruct(facts(service)["folder_code"]))
    with pytest.raises(BadRequest) as refused:
        world.run(koomap.mark(job, [MarkedPoint(**pixel(0, facts(service)["image_codes"][0]))]))
    assert refused.value.code in {"KMP.00021172", "KMP.00021107"}
    assert refused.value.advice


# ------------------------------------------------------------------------------------------------- refined models


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "refined"
    (folder / "textures").mkdir(parents=True)
    (folder / "block.obj").write_text("v 0 0 0\n" * 1000)
    (folder / "block.mtl").write_text("newmtl roof\n")
    (folder / "textures" / "roof.png").write_bytes(b"\x89PNG" + bytes(2000))
    (folder / "notes.doc").write_text("not part of a model")
    return folder


def test_a_refined_model_goes_up_and_becomes_a_product(
    world: World, koomap: Any, service: Running, model: Path
) -> None:
    """The model goes to OBS once, the subtask is told and started; a second run sends nothing."""
    task = world.run(koomap.reconstruct(facts(service)["folder_code"], model="Nerf"))
    world.run(task.wait(60))
    keys = StoreKeys(facts(service)["ak"], facts(service)["sk"])
    with pytest.raises(CredentialsMissing):
        world.run(koomap.refine(task, model))
    with pytest.raises(ActionNeeded, match="all 3 files"):
        world.run(koomap.refine(task, model, keys=keys))
    before = service.store.arrivals["put"]
    for _ in range(2):
        job = world.run(koomap.refine(task, model, keys=keys, upload_state=True))
        product = world.run(job.result(60)).made
        assert product.status == ProductStatus.AVAILABLE
    assert service.store.arrivals["put"] == before
    assert service.koomap.arrivals("startReal3DSubTask") == 1


def test_a_file_that_left_obs_is_noticed_and_sent_again(
    world: World, koomap: Any, service: Running, model: Path
) -> None:
    """Before the service is told, OBS is listed: a file that is gone is named, and the next run sends it, alone."""
    task = world.run(koomap.reconstruct(facts(service)["folder_code"], model="Nerf"))
    world.run(task.wait(60))
    keys = StoreKeys(facts(service)["ak"], facts(service)["sk"])
    with pytest.raises(ActionNeeded):
        world.run(koomap.refine(task, model, keys=keys))
    (bucket, gone) = next(
        (bucket, stored.key)
        for bucket in service.store._buckets
        for stored in service.store.list(bucket, "")
        if stored.key.endswith("roof.png")
    )
    service.store.delete(bucket, gone)
    with pytest.raises(UploadIncomplete) as caught:
        world.run(koomap.refine(task, model, keys=keys, upload_state=True))
    assert caught.value.failed == {"textures/roof.png": "is not in the store any more"}
    before = service.store.arrivals["put"]
    world.run(world.run(koomap.refine(task, model, keys=keys, upload_state=True)).wait(60))
    assert service.store.arrivals["put"] == before + 1


def test_a_folder_without_a_model_is_refused(world: World, koomap: Any, service: Running, tmp_path: Path) -> None:
    """A folder without an .obj file is refused before the upload begins."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "roof.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    task = world.run(koomap.reconstruct(facts(service)["folder_code"], model="Nerf"))
    world.run(task.wait(60))
    keys = StoreKeys(facts(service)["ak"], facts(service)["sk"])
    with pytest.raises(UsageError, match=r"no \.obj"):
        world.run(koomap.refine(task, tmp_path / "empty", keys=keys, upload_state=True))


# ------------------------------------------------------------------------------------------------- satellite, AR, usage


def test_a_satellite_task_from_check_to_archive(world: World, koomap: Any, service: Running) -> None:
    """Raw images are checked, processed and listed as results; the task is found again in the archive."""
    told = facts(service)
    workspace = world.run(koomap.workspaces.create(workspace_name="orbit"))
    wanted = {
        "data_ids": told["satellite_image_ids"][:1],
        "production_level": "L2",
        "task_name": "north",
        "coordination": "EPSG:4326",
    }
    raw = [image for image in world.items(koomap.satellite_images.list(is_product="0")) if image.image_type == "1"]
    wanted["data_ids"] = [next(image.image_id for image in raw if image.image_status == "0")]
    checked = world.run(koomap.satellite_images.check(**wanted))
    task = world.run(
        koomap.satellite_tasks.create(
            **wanted,
            task_type="ORSIP",
            workspace_id=workspace.workspace_id,
            data_alias={image.name: "North" for image in checked},
            data_description={image.name: "first" for image in checked},
            csv_ids=[],
            is_clip="0",
            is_tile="0",
        )
    )
    job = world.run(koomap.job(task).start())
    finished = world.run(job.result(60)).made
    assert finished.task_status == SatelliteTaskStatus.SUCCESS
    results = world.items(koomap.satellite_images.list(is_product="1"))
    assert any(image.image_alias == "North" for image in results)
    world.run(job.archive())
    assert world.run(koomap.job(job.token).status()).native == "ARCHIVED"


def test_a_photo_is_positioned(world: World, start: Callable[..., Running], connect: Any, flight: Path) -> None:
    """A photo file is all that a positioning needs; one from elsewhere is refused."""
    photo = min(flight.rglob("*.JPG"))
    position = position_of(photo)
    assert position is not None
    here = KooMapRules(ar_longitude_deg=position.longitude, ar_latitude_deg=position.latitude)
    answer = world.run(connect(start(services=("koomap",), koomap=here)).locate(photo))
    assert (len(answer.pose.t), len(answer.pose.r)) == (3, 9)
    there = KooMapRules(ar_longitude_deg=position.longitude, ar_latitude_deg=-position.latitude)
    with pytest.raises(PermissionDenied) as refused:
        world.run(connect(start(services=("koomap",), koomap=there)).locate(photo))
    assert refused.value.code == "VPS.0004"


def test_usage_is_one_table(world: World, koomap: Any, service: Running) -> None:
    """Storage, satellite processing and modelling come together; a finished task counts."""
    world.run(world.run(koomap.reconstruct(facts(service)["folder_code"])).wait(60))
    lines = world.run(koomap.usage())
    assert {line.kind for line in lines} == {"DATA", "TASK", "REAL3D"}
    assert any(line.kind == "REAL3D" and line.used > 0 for line in lines)


# ------------------------------------------------------------------------------------------------- signing and refusals


@pytest.mark.parametrize("names", [("token",), ("ak", "sk"), ("ak", "sk", "signing")])
def test_each_way_to_authenticate(
    world: World, service: Running, connect: Callable[..., Any], names: tuple[str, ...]
) -> None:
    """A given token, keys, and derived keys open the same doors as a login."""
    told = {**facts(service), "signing": "V11-HMAC-SHA256"}
    client = connect(service, **{name: told[name] for name in names})
    made = world.run(client.workspaces.create(workspace_name="空间_1"))
    world.items(client.satellite_images.list(image_name="a-b.c"))
    world.run(client.workspaces.delete(made.workspace_id))
    with pytest.raises(NotFound):
        world.run(client.workspaces.update(made.workspace_id, star=1))
    assert service.koomap.arrivals("createCommonWorkspace") == 1


def test_a_token_that_ends_is_renewed_once_for_all(world: World, koomap: Any, service: Running) -> None:
    """After a day the token is refused; sixteen creations at that moment get one new token, and all succeed."""
    world.items(koomap.workspaces.list())
    service.koomap.clock.advance(24 * 3600 + 1)
    names = [f"space_{number}" for number in range(16)]
    if isinstance(world, SyncWorld):
        with ThreadPoolExecutor(16) as pool:
            made = list(pool.map(lambda name: koomap.workspaces.create(workspace_name=name), names))
    else:

        async def together() -> list[Any]:
            return await asyncio.gather(*(koomap.workspaces.create(workspace_name=name) for name in names))

        made = world.run(together())
    assert sorted(space.workspace_name for space in made) == sorted(names)
    assert service.koomap.arrivals("createToken") == 2


def test_a_given_token_that_ends_says_so(world: World, service: Running, connect: Callable[..., Any]) -> None:
    """A token that was given cannot be renewed; the error says what to do, and the service is not asked again."""
    client = connect(service, token=facts(service)["token"])
    service.koomap.clock.advance(24 * 3600 + 1)
    with pytest.raises(AuthenticationFailed) as refused:
        world.items(client.workspaces.list())
    assert "Give a new one" in refused.value.advice
    assert service.koomap.arrivals("listCommonWorkspace") == 1


def test_a_wrong_key_is_locked_out(world: World, service: Running, connect: Callable[..., Any]) -> None:
    """Wrong keys are refused without being tried again; after the sixth the key is locked, and the message says so."""
    client = connect(service, ak=facts(service)["ak"], sk="wrong")
    for _ in range(6):
        with pytest.raises(AuthenticationFailed):
            world.items(client.workspaces.list())
    before = service.koomap.arrivals("listCommonWorkspace")
    with pytest.raises(AuthenticationFailed) as locked:
        world.items(client.workspaces.list())
    assert "five minutes" in locked.value.advice
    assert service.koomap.arrivals("listCommonWorkspace") == before + 1


def test_a_limit_is_refused_before_it_leaves(world: World, koomap: Any, service: Running) -> None:
    """What the manual does not allow is not sent; what it does not say is the service's to judge."""
    with pytest.raises(UsageError, match="workspace_name has 1 character"):
        world.run(koomap.workspaces.create(workspace_name="a"))
    assert service.koomap.arrivals("createCommonWorkspace") == 0
    loose = koomap.with_options(check_limits=False)
    with pytest.raises(BadRequest) as refused:
        world.run(loose.workspaces.create(workspace_name="a"))
    assert refused.value.code == "KMP.00011106"
    assert refused.value.meaning
    assert refused.value.request_id


def test_a_taken_name_and_a_full_account(world: World, koomap: Any) -> None:
    """A conflict and a limit have their own kinds of error."""
    spaces = [world.run(koomap.workspaces.create(workspace_name=f"space_{n}")) for n in range(5)]
    with pytest.raises(Conflict) as taken:
        world.run(koomap.workspaces.create(workspace_name="SPACE_1"))
    assert taken.value.code == "KMP.00011105"
    for space in spaces[:4]:
        world.run(koomap.workspaces.update(space.workspace_id, star=1))
    with pytest.raises(QuotaExceeded) as full:
        world.run(koomap.workspaces.update(spaces[4].workspace_id, star=1))
    assert full.value.code == "KMP.00011101"


def test_a_mistyped_credential_is_refused(connect: Callable[..., Any], service: Running) -> None:
    """A name that no client takes is not passed over."""
    with pytest.raises(TypeError, match="takes no 'tokn'"):
        connect(service, tokn="x")


def test_photos_cannot_be_uploaded(world: World, koomap: Any) -> None:
    """Where photos go instead is said at once."""
    for given in ({"source": "flight-42"}, {"source": "flight-42", "folder_code": "code"}, {}):
        with pytest.raises(NotOffered, match="takes no photos") as refused:
            world.run(koomap.upload(**given))
        assert "folder_code" in refused.value.advice
    with pytest.raises(UsageError, match="lidar"):
        world.run(koomap.reconstruct("code", "lidar"))
