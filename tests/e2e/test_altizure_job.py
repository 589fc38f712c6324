"""Folder in, model out at Altizure, by the library: over OSS and over S3, sync and async from one body."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from harness.emulation import settings_of
from skybind import Options, Schedule
from skybind.altizure import Altizure, AsyncAltizure, PhotoSet
from skybind.errors import AuthenticationFailed, Conflict, JobStopped, QuotaExceeded, UploadIncomplete
from skybind.options import Attempt
from skybind.transfers.upload import UploadProgress
from skybind_emulators import Running
from skybind_emulators.settings import AltizureRules
from unit.emulators.altizure.harness import photo
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

QUICK = Schedule(first=0.01, longest=0.05)
Connect = Callable[..., Any]


def fill(folder: Path, photos: int) -> Path:
    """A folder of so many small pictures, no two of them alike."""
    folder.mkdir()
    for number in range(photos):
        content = photo(number, size=(64 + number % 25, 48 + number // 25))
        (folder / f"DJI_{number:04}.JPG").write_bytes(content)
    return folder


def spoil(folder: Path, names: list[str]) -> None:
    """Cut files in half, as a full card does."""
    for name in names:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[: len(content) // 2])


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Where the clients of a test live."""
    world: World = request.param()
    yield world
    world.close()


@pytest.fixture(params=["cn", "us"], ids=["OSS", "S3"])
def service(request: pytest.FixtureRequest, start: Callable[..., Running]) -> Running:
    """Altizure, whose nearest bucket is one of OSS, or one of S3."""
    return start(services=("altizure",), region=request.param)


@pytest.fixture
def in_china(start: Callable[..., Running]) -> Running:
    """Altizure where OSS is nearest, for what does not depend on the cloud."""
    return start(services=("altizure",), region="cn")


@pytest.fixture
def connect(tmp_path: Path) -> Iterator[Connect]:
    """Makes sync clients that sign in by e-mail and password."""
    with ExitStack() as stack:

        def make(service: Running, **more: Any) -> Altizure:
            given = {**settings_of(service, "altizure"), "schedule": QUICK, "state": tmp_path / "state", **more}
            return stack.enter_context(Altizure(**given))

        yield make


def pictures(service: Running) -> dict[str, list[str]]:
    """Names of the images of all projects, by state."""
    found: dict[str, list[str]] = {}
    for image in service.altizure.images:
        found.setdefault(str(image.state), []).append(image.name)
    return {state: sorted(names) for state, names in found.items()}


def names_in(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


# ------------------------------------------------------------------------------------------------- the whole way


def test_a_folder_becomes_a_model(world: World, service: Running, tmp_path: Path) -> None:
    """Photos go up to the nearest cloud, a pro project is reconstructed and paid for, its files come down."""
    folder = fill(tmp_path / "survey", 6)
    kind = Altizure if isinstance(world, SyncWorld) else AsyncAltizure
    client: Any = kind(**settings_of(service, "altizure"), schedule=QUICK, state=tmp_path / "state")
    photos: PhotoSet = world.run(client.upload(folder, project_type="pro"))
    assert (photos.files, photos.name) == (6, "survey")
    assert pictures(service) == {"Ready": names_in(folder)}
    job = world.run(client.reconstruct(photos, task_type="Native"))
    model = world.run(job.result(60))
    files = world.run(model.download(tmp_path / "out"))
    assert {path.name for path in files} == {"obj.zip", "las.zip"}
    assert {path.name: path.stat().st_size for path in files} == {
        file.name: file.size for file in world.run(model.files())
    }
    assert service.altizure.user.balance < AltizureRules().balance
    assert service.altizure.arrivals("doneImageUpload") == (6 if _cloud(service) == "OSS" else 0)
    world.run(client.close())


def _cloud(service: Running) -> str:
    return service.altizure.buckets.nearest("image")[0].cloud


def test_minio_takes_photos_too(in_china: Running, connect: Connect, tmp_path: Path) -> None:
    """A cloud can be chosen; Minio keeps the names of the photos."""
    folder = fill(tmp_path / "survey", 4)
    connect(in_china).upload(folder, cloud="minio")
    assert [image.filename for image in in_china.altizure.images if image.filename in names_in(folder)]
    assert pictures(in_china) == {"Ready": names_in(folder)}


def test_bad_photos_are_named_and_the_others_are_ready(service: Running, connect: Connect, tmp_path: Path) -> None:
    """Of 60 photos 5 are cut off: 55 become Ready, 5 are named with the reason; a second run sends nothing again."""
    folder = fill(tmp_path / "survey", 60)
    bad = [f"DJI_{number:04}.JPG" for number in range(3, 60, 12)]
    spoil(folder, bad)
    client = connect(service)
    for _ in range(2):
        with pytest.raises(UploadIncomplete) as caught:
            client.upload(folder)
        assert sorted(caught.value.failed) == bad
        assert all("Resize Error" in reason for reason in caught.value.failed.values())
        assert pictures(service) == {"Ready": sorted(set(names_in(folder)) - set(bad)), "Invalid": bad}
        assert service.store.arrivals["put"] == 60
    client.reconstruct(service.altizure.projects[0].id).wait(60)


def test_five_hundred_photos_with_five_bad_ones(in_china: Running, connect: Connect, tmp_path: Path) -> None:
    """495 Ready, 5 named; each is sent once, with one set of credentials, and looked into by one listing a round."""
    folder = fill(tmp_path / "survey", 500)
    bad = [f"DJI_{number:04}.JPG" for number in range(50, 500, 100)]
    spoil(folder, bad)
    seen: Counter[str] = Counter()
    client = connect(in_china, options=Options(before_attempt=lambda attempt: seen.update([attempt.operation])))
    with pytest.raises(UploadIncomplete) as caught:
        client.upload(folder)
    assert sorted(caught.value.failed) == bad
    assert {state: len(names) for state, names in pictures(in_china).items()} == {"Ready": 495, "Invalid": 5}
    assert in_china.store.arrivals["put"] == 500
    assert seen["signImagesOSS"] == 1
    assert seen["uploadImageOSS"] == seen["hasImage"] == seen["doneImageUpload"] == 500
    assert seen["getImage"] == 0


# ------------------------------------------------------------------------------------------------- nothing twice


def test_a_second_run_sends_nothing(service: Running, connect: Connect, tmp_path: Path) -> None:
    """What the record holds for safe is not even hashed again; a photo that is added goes up alone."""
    folder = fill(tmp_path / "survey", 8)
    first = connect(service).upload(folder)
    assert connect(service).upload(folder).project_id == first.project_id
    asked = service.altizure.arrivals("hasImage")
    (folder / "late.jpg").write_bytes(photo(99))
    assert connect(service).upload(folder).files == 9
    assert (asked, service.altizure.arrivals("hasImage"), service.store.arrivals["put"]) == (8, 9, 9)
    assert len(service.altizure.projects) == 1


def test_what_has_image_knows_is_not_sent(service: Running, connect: Connect, tmp_path: Path) -> None:
    """Without its record an upload to the same project asks for each digest, and sends none."""
    folder = fill(tmp_path / "survey", 8)
    first = connect(service).upload(folder)
    again = connect(service, state=tmp_path / "elsewhere").upload(folder, project=first.project_id)
    assert again.project_id == first.project_id
    assert (service.altizure.arrivals("hasImage"), service.store.arrivals["put"]) == (16, 8)
    assert pictures(service) == {"Ready": names_in(folder)}


def test_photos_of_one_content_are_one_image(service: Running, connect: Connect, tmp_path: Path) -> None:
    """Three copies under other names are sent once, however many workers there are."""
    folder = fill(tmp_path / "survey", 5)
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        (folder / name).write_bytes((folder / "DJI_0002.JPG").read_bytes())
    assert connect(service).upload(folder).files == 8
    assert service.store.arrivals["put"] == len(service.altizure.images) == 5


@pytest.mark.parametrize(
    ("region", "field"),
    [
        *(("cn", name) for name in ("createProject", "uploadImageOSS", "startImageUpload", "doneImageUpload")),
        *(("us", name) for name in ("hasImage", "uploadImageS3", "startImageUpload")),
    ],
)
def test_a_lost_answer_makes_nothing_twice(
    start: Callable[..., Running], connect: Connect, tmp_path: Path, region: str, field: str
) -> None:
    """Whichever answer is lost, there is one project, each image once, and all of them come to be Ready."""
    service = start(services=("altizure",), region=region)
    folder = fill(tmp_path / "survey", 5)
    service.faults.add(f"altizure.{field}", "lose-answer", count=1)
    connect(service).upload(folder)
    assert service.faults.take(f"altizure.{field}") is None, "no answer was lost"
    assert len(service.altizure.projects) == 1
    assert pictures(service) == {"Ready": names_in(folder)}


def test_a_lost_start_is_one_task(in_china: Running, connect: Connect, tmp_path: Path) -> None:
    """When the answer to a start is lost, the project is asked before anything is paid for again."""
    client = connect(in_china)
    photos = client.upload(fill(tmp_path / "survey", 5), project_type="pro")
    in_china.faults.add("altizure.startReconstructionWithError", "lose-answer", count=1)
    client.reconstruct(photos).wait(60)
    client.reconstruct(photos).wait(60)
    assert len(in_china.altizure.tasks) == in_china.altizure.arrivals("startReconstructionWithError") == 1


# ------------------------------------------------------------------------------------------------- trouble on the way


def test_credentials_that_end_are_renewed_once(in_china: Running, connect: Connect, tmp_path: Path) -> None:
    """An hour passes in the middle of an upload: of eight workers one gets new credentials, and all use them."""
    folder = fill(tmp_path / "survey", 40)
    signed: Counter[str] = Counter()
    passed = threading.Event()

    def told(progress: UploadProgress) -> None:
        if progress.files_sent >= 10 and not passed.is_set():
            passed.set()
            in_china.altizure.clock.advance(3601)

    in_china.faults.add("store.put", "stall", seconds=0.02)
    client = connect(in_china, options=Options(before_attempt=lambda attempt: signed.update([attempt.operation])))
    client.upload(folder, progress=told, workers=8)
    assert passed.is_set()
    assert signed["signImagesOSS"] == 2
    assert pictures(in_china) == {"Ready": names_in(folder)}


def test_credentials_that_are_over_at_once_are_renewed(in_china: Running, connect: Connect, tmp_path: Path) -> None:
    """The text says an hour and the store says no: the next credentials do."""
    folder = fill(tmp_path / "survey", 6)
    signed: list[str] = []

    def doom(attempt: Attempt) -> None:
        if attempt.operation == "signImagesOSS":
            signed.append(attempt.operation)
            if len(signed) == 1:
                in_china.faults.add("altizure.uploadImageOSS", "expire-token", count=1)

    connect(in_china, options=Options(before_attempt=doom)).upload(folder)
    assert len(signed) == 2
    assert pictures(in_china) == {"Ready": names_in(folder)}


def test_a_signed_link_that_is_over_is_signed_anew(
    start: Callable[..., Running], connect: Connect, tmp_path: Path
) -> None:
    """A store that refuses one link gets another one for the same image."""
    service = start(services=("altizure",), region="us")
    folder = fill(tmp_path / "survey", 6)
    service.faults.add("altizure.uploadImageS3", "expire-token", count=1)
    connect(service).upload(folder)
    assert pictures(service) == {"Ready": names_in(folder)}
    assert len(service.altizure.images) == 6


def test_a_byte_that_flips_is_sent_again(service: Running, connect: Connect, tmp_path: Path) -> None:
    """What arrived otherwise than it left comes to be Ready without another run."""
    folder = fill(tmp_path / "survey", 6)
    service.faults.add("store.put", "corrupt", count=1)
    connect(service).upload(folder)
    assert pictures(service) == {"Ready": names_in(folder)}


def test_an_image_that_the_service_drops_is_sent_again(service: Running, connect: Connect, tmp_path: Path) -> None:
    """Invalid for a reason that is not its content: the same run sends it once more."""
    folder = fill(tmp_path / "survey", 6)
    service.faults.add("altizure.startImageUpload", "invalid-image", count=1, reason="Transfer Error")
    connect(service).upload(folder)
    assert pictures(service) == {"Ready": names_in(folder)}
    assert service.store.arrivals["put"] == 7


def test_a_token_that_is_refused_is_renewed_once(in_china: Running, connect: Connect, tmp_path: Path) -> None:
    """The user's token ends in the middle: one sign-in for all workers, and nothing is missing."""
    folder = fill(tmp_path / "survey", 20)
    ended = threading.Event()

    def told(progress: UploadProgress) -> None:
        if progress.files_sent >= 5 and not ended.is_set():
            ended.set()
            in_china.altizure.accounts.revoke(in_china.altizure.altitoken)

    connect(in_china).upload(folder, progress=told, workers=4)
    assert ended.is_set()
    assert in_china.altizure.arrivals("getUserToken") == 2
    assert pictures(in_china) == {"Ready": names_in(folder)}


def test_a_service_that_takes_nothing_is_told_before_the_first_byte(
    start: Callable[..., Running], connect: Connect, tmp_path: Path
) -> None:
    """A read-only service, a wrong password and an unknown key each have their error, and nothing was made."""
    folder = fill(tmp_path / "survey", 3)
    closed = start(services=("altizure",), altizure=AltizureRules(system_mode="ReadOnly"))
    with pytest.raises(Conflict, match="ReadOnly"):
        connect(closed).upload(folder)
    service = start(services=("altizure",))
    for wrong in ({"password": "wrong"}, {"key": "x" * 39}):
        with pytest.raises(AuthenticationFailed):
            connect(service, **wrong).upload(folder)
    assert service.altizure.projects == closed.altizure.projects == []


# ------------------------------------------------------------------------------------------------- tasks


def test_another_process_goes_on(world: World, start: Callable[..., Running], connect: Connect, tmp_path: Path) -> None:
    """A resume token is all that another client needs; the same call again gives the same task."""
    service = start(services=("altizure",), speed="polls:3")
    first = connect(service)
    photos = first.upload(fill(tmp_path / "survey", 4), project_type="pro")
    token = first.reconstruct(photos).token
    other: Any = (Altizure if isinstance(world, SyncWorld) else AsyncAltizure)(
        **settings_of(service, "altizure"), schedule=QUICK, state=tmp_path / "state"
    )
    assert world.run(world.run(other.job(token).result(60)).files())
    assert world.run(other.reconstruct(photos)).id == photos.project_id
    world.run(other.close())
    assert len(service.altizure.tasks) == 1


def test_a_task_that_is_stopped_can_be_started_again(
    start: Callable[..., Running], connect: Connect, tmp_path: Path
) -> None:
    """The wait says that it was stopped; starting again makes another task."""
    service = start(services=("altizure",), speed="polls:6")
    client = connect(service)
    photos = client.upload(fill(tmp_path / "survey", 4))
    job = client.reconstruct(photos)
    job.stop()
    with pytest.raises(JobStopped):
        job.wait(60)
    client.reconstruct(photos).wait(60)
    assert [str(task.state) for task in service.altizure.tasks] == ["Stopped", "Done"]


def test_without_coins_nothing_starts(start: Callable[..., Running], connect: Connect, tmp_path: Path) -> None:
    """The estimate tells the price; a start that cannot be paid for says so and leaves no task."""
    service = start(services=("altizure",), altizure=AltizureRules(balance=0.001))
    client = connect(service)
    folder = fill(tmp_path / "survey", 4)
    assert client.estimate(folder).gigapixels == pytest.approx(4 * 2_073_600 / 1e9)
    with pytest.raises(QuotaExceeded):
        client.reconstruct(client.upload(folder, project_type="pro"))
    assert service.altizure.tasks == []


def test_a_task_can_start_by_itself(in_china: Running, connect: Connect, tmp_path: Path) -> None:
    """A pre-start is taken after the upload, and the project comes to be done."""
    client = connect(in_china)
    client.reconstruct(client.upload(fill(tmp_path / "survey", 4)), pre_start=True).wait(60)
    assert [str(task.state) for task in in_china.altizure.tasks] == ["Done"]


# ------------------------------------------------------------------------------------------------- kill -9

UPLOADS = """
import json, os, sys
from skybind import Schedule
from skybind.altizure import Altizure
given = json.loads(os.environ["ALTIZURE_OF_THE_TEST"])
with Altizure(**given, schedule=Schedule(first=0.01, longest=0.05)) as altizure:
    altizure.upload(sys.argv[1], workers=3)
"""


@pytest.mark.parametrize("moment", [1, 7, 16])
def test_a_killed_upload_goes_on(service: Running, connect: Connect, tmp_path: Path, moment: int) -> None:
    """After kill -9 the same upload completes it in the same project; what was Ready by then is not sent again."""
    folder = fill(tmp_path / "survey", 20)
    given = {**settings_of(service, "altizure"), "state": str(tmp_path / "state")}
    service.faults.add("store.put", "stall", seconds=0.05)
    process = subprocess.Popen(
        [sys.executable, "-c", UPLOADS, str(folder)],
        env={**os.environ, "ALTIZURE_OF_THE_TEST": json.dumps(given)},
        stderr=subprocess.PIPE,
    )
    end = time.monotonic() + 30
    while service.store.arrivals["put"] < moment:
        assert time.monotonic() < end, "the moment to strike never came"
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    service.faults.clear()
    safe = [image.key for image in service.altizure.images if str(image.state) == "Ready"]
    connect(service).upload(folder)
    assert pictures(service) == {"Ready": names_in(folder)}
    assert len(service.altizure.projects) == 1
    assert {service.store.arrivals_of(key) for key in safe} <= {1}
