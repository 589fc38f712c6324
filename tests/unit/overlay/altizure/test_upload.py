"""A folder of photos up to Altizure: a play of the service, and a real object store."""

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from skybind import Altizure, AsyncAltizure, Options, Schedule
from skybind.altizure import PhotoSet, flights, placing
from skybind.altizure.flights import image_names
from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    Conflict,
    LedgerError,
    NotFound,
    PermissionDenied,
    PhotoError,
    UploadIncomplete,
    UsageError,
)
from skybind.transfers.photos import scan
from skybind.transfers.upload import Plan
from skybind.waiting import no_waiting
from unit.overlay.altizure.service import Altizure as Play
from unit.overlay.altizure.service import Image, Said, once, refused
from unit.overlay.cards import put_on
from unit.overlay.peers import Peer, loses_the_answer
from unit.overlay.warehouse import BUCKET, Warehouse, warehouse

NULL_OSS = {"uploadImageOSS": None}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Warehouse]:
    with warehouse(tmp_path / "store") as opened:
        yield opened


@pytest.fixture
def play(house: Warehouse) -> Play:
    return Play(house)


@attrs.define
class Town:
    """A client, the service it talks to, and a folder."""

    client: Altizure
    play: Play
    folder: Path
    ways: dict[str, Any]

    def again(self) -> Altizure:
        """Another client, as of another process on the same machine."""
        return Altizure("canary-key", **self.ways)

    def stored(self) -> dict[str, bytes]:
        """What is in the store, by key."""
        assert self.play.house is not None
        return {item.key: item.path.read_bytes() for item in self.play.house.store.list(BUCKET, "")}

    def puts(self) -> int:
        """How many PUTs the store has seen."""
        assert self.play.house is not None
        return self.play.house.store.arrivals.get("put", 0)


@pytest.fixture
def town(play: Play, tmp_path: Path, photos: Path) -> Iterator[Town]:
    assert play.house is not None
    with Peer(play) as peer:
        ways = {
            "altitoken": "canary-altitoken",
            "endpoint": peer.url,
            "oss_endpoint": play.house.server.oss_endpoint,
            "schedule": Schedule(first=0.01, longest=0.02),
            "options": Options(read_timeout=5, retries=1, check_limits=False),
            "state": tmp_path / "state",
        }
        with Altizure("canary-key", **ways) as client:
            yield Town(client, play, photos, ways)


@pytest.fixture
def make(photos: Path) -> Callable[[int], list[Path]]:
    def make(count: int) -> list[Path]:
        return [put_on(photos, f"DJI_{n:04d}.JPG", b"\xff\xd8\xff" + os.urandom(3000)) for n in range(count)]

    return make


Make = Callable[[int], list[Path]]


def whole(town: Town, photos: list[Path]) -> bool:
    """Whether each photo lies in the store as it is on the card, once."""
    return sorted(town.stored().values()) == sorted(path.read_bytes() for path in photos)


# ------------------------------------------------------------------------------------------------------------- all well


def test_photos_go_up_in_the_documented_order(town: Town, make: Make) -> None:
    """Each image is asked for, registered, announced, put under its stored name, and said to be there; then Ready."""
    photos = make(6)
    found = town.client.upload(town.folder, name="survey", project_type="pro", visibility="private")
    assert attrs.evolve(found, key="") == PhotoSet(
        found.project_id, "survey", 6, sum(path.stat().st_size for path in photos), without_position=6
    )
    assert whole(town, photos)
    assert set(town.stored()) == {f"{found.project_id}/stored-{n}.jpg" for n in range(1, 7)}
    (create,) = [call for call in town.play.calls if call.name == "createProject"]
    assert create.variables == {"name": "survey", "type": "pro", "visibility": "private"}
    for image in town.play.images.values():
        mine = [call.name for call in town.play.calls if image.id in str(call.variables)]
        assert mine == ["startImageUpload", "doneImageUpload"]
        asked = [c.name for c in town.play.calls if c.variables.get("checksum") == image.checksum]
        assert asked == ["hasImage", "uploadImageOSS"]
    registered = [call.variables for call in town.play.calls if call.name == "uploadImageOSS"]
    assert {call["filename"] for call in registered} == {path.name for path in photos}
    assert all(
        (call["bucket"], call["type"], call["pid"]) == ("Shenzhen", "JPEG", found.project_id) for call in registered
    )


def test_one_set_of_credentials_serves_all_workers(town: Town, make: Make) -> None:
    """Signing is slow, so it is asked for once, and no image is registered by it."""
    make(20)
    town.client.upload(town.folder)
    assert town.play.names().count("signImagesOSS") == 1
    assert len(town.play.images) == 20


def test_credentials_that_end_are_renewed_once(town: Town, make: Make) -> None:
    """When the store refuses the credentials of all workers, one asks for others; nothing is registered twice."""
    town.play.lifetime = 0.0
    first = threading.Event()

    def sign(_variables: Any) -> Any:
        if first.is_set():
            town.play.lifetime = 600.0
        first.set()

    town.play.overrides["signImagesOSS"] = sign
    photos = make(16)
    town.client.upload(town.folder)
    assert whole(town, photos)
    assert town.play.names().count("signImagesOSS") == 2
    assert town.play.names().count("uploadImageOSS") == 16


def test_a_listing_tells_of_all_images(town: Town, make: Make) -> None:
    """While images are looked into, each round is one listing; none is asked for by itself."""
    make(9)
    town.play.rounds = 4
    town.client.upload(town.folder)
    assert town.play.names().count("listImages") == 4
    assert "getImage" not in town.play.names()


def test_progress_counts(town: Town, make: Make) -> None:
    """In the end all photos are sent, confirmed and ready, and the bytes are those of the files, once."""
    photos = make(5)
    seen: list[Any] = []
    town.client.upload(town.folder, progress=lambda progress: seen.append(attrs.asdict(progress)))
    last = seen[-1]
    assert (last["files"], last["files_sent"], last["files_confirmed"], last["files_ready"]) == (5, 5, 5, 5)
    assert last["bytes_moved"] == last["bytes"] == sum(path.stat().st_size for path in photos)
    assert (last["files_before"], last["files_failed"]) == (0, 0)


def test_the_other_clouds_get_signed_addresses(town: Town, make: Make) -> None:
    """S3 wants a plain PUT with the image's type and no word when it is done."""
    town.play.cloud = "S3"
    photos = make(4)
    found = town.client.upload(town.folder)
    assert whole(town, photos)
    assert town.play.names("signImagesOSS", "doneImageUpload", "uploadImageOSS") == []
    assert town.play.names().count("startImageUpload") == 4
    house = town.play.house
    assert house is not None
    puts = [exchange for exchange in house.seen if "stored-" in str(exchange)]
    assert len(puts) == 4
    assert found.files == 4


def test_a_signed_address_can_lead_elsewhere(town: Town, make: Make) -> None:
    """With ``s3_endpoint`` the connection goes there, and the signature over the host still holds."""
    house = town.play.house
    assert house is not None
    town.play.cloud = "S3"
    photos = make(2)
    with Altizure(
        "canary-key", **{**town.ways, "s3_endpoint": house.server.oss_endpoint.replace("127.0.0.1", "localhost")}
    ) as client:
        client.upload(town.folder)
    assert whole(town, photos)


def test_photos_of_one_content_are_sent_once(town: Town) -> None:
    """Two files of the same bytes are one image; both count as there."""
    for number in range(8):
        put_on(town.folder, f"a{number}.jpg", b"\xff\xd8\xff same")
    assert town.client.upload(town.folder).files == 8
    assert (town.puts(), len(town.play.images)) == (1, 1)


def test_async(town: Town, make: Make) -> None:
    """The same for asyncio, with the bytes in threads."""
    import asyncio

    async def body() -> PhotoSet:
        async with AsyncAltizure("canary-key", **town.ways) as client:
            return await client.upload(town.folder)

    photos = make(3)
    assert asyncio.run(body()).files == 3
    assert whole(town, photos)


# --------------------------------------------------------------------------------------------------------- run by run


def test_a_second_run_sends_nothing(town: Town, make: Make) -> None:
    """What is on record is neither read, nor asked for, nor sent; the project is the same."""
    make(5)
    first = town.client.upload(town.folder)
    del town.play.calls[:]
    with town.again() as client:
        assert client.upload(town.folder).project_id == first.project_id
    assert town.puts() == 5
    assert town.play.names("createProject", "hasImage", "uploadImageOSS", "startImageUpload", "signImagesOSS") == []


def test_what_the_service_has_is_found_by_its_digest(town: Town, make: Make, tmp_path: Path) -> None:
    """Without a record (another machine), images that are there are not sent again, and count as before."""
    make(5)
    first = town.client.upload(town.folder)
    seen: list[Any] = []
    with Altizure("canary-key", **{**town.ways, "state": tmp_path / "other"}) as client:
        client.upload(town.folder, project=first.project_id, progress=lambda p: seen.append(attrs.asdict(p)))
    assert town.puts() == 5
    assert (seen[-1]["files_before"], seen[-1]["files_sent"], seen[-1]["bytes_moved"]) == (5, 0, 0)


def test_an_image_that_was_only_registered_is_used(town: Town, make: Make) -> None:
    """A crash between registration and bytes leaves a Pending image; its place is filled rather than another made."""
    from hashlib import sha1

    (path,) = make(1)
    digest = sha1(path.read_bytes()).hexdigest()
    town.play.images["image-7"] = Image("image-7", path.name, "stored-7.jpg", digest)
    found = town.client.upload(town.folder)
    assert town.play.names("uploadImageOSS") == []
    assert set(town.stored()) == {f"{found.project_id}/stored-7.jpg"}


def test_a_photo_that_is_new_or_changed_goes_up(town: Town, make: Make) -> None:
    """Of a known folder only what is not known is sent."""
    photos = make(3)
    town.client.upload(town.folder)
    photos[0].write_bytes(b"\xff\xd8\xff changed")
    photos.append(put_on(town.folder, "new.png", b"\x89PNG new"))
    town.client.upload(town.folder)
    assert town.puts() == 5
    assert town.play.calls[-1].name == "listImages"
    kinds = {c.variables["filename"]: c.variables["type"] for c in town.play.calls if c.name == "uploadImageOSS"}
    assert kinds["new.png"] == "PNG"


def test_the_project_is_on_record_before_anything_is_sent(town: Town, make: Make) -> None:
    """A run that ends with the first registration leaves a project that the next run uses."""
    make(2)
    town.play.overrides["hasImage"] = refused("You have no permission")
    with pytest.raises(PermissionDenied) as caught:
        town.client.upload(town.folder)
    assert caught.value.token
    town.play.overrides.clear()
    town.client.upload(town.folder)
    assert len(town.play.projects) == 1


def test_a_project_whose_answer_was_lost_is_found(town: Town, make: Make) -> None:
    """The creation was carried out and its answer lost: the empty project of that name is taken."""
    make(2)

    def made_and_lost(variables: Any) -> Any:
        if not town.play.projects:
            town.play.on_createProject(**variables)
            return loses_the_answer
        return None

    town.play.overrides["createProject"] = made_and_lost
    found = town.client.upload(town.folder, name="survey")
    assert [project["id"] for project in town.play.projects] == [found.project_id]


def test_names_may_repeat(town: Town, make: Make) -> None:
    """A project of the same name that somebody else's work is in, or that is simply there, is not taken."""
    town.play.on_createProject("survey", type="free")
    make(2)
    found = town.client.upload(town.folder, name="survey")
    assert found.project_id == town.play.projects[1]["id"]
    assert "listProjects" not in town.play.names()


def test_a_project_that_is_gone_is_made_anew(town: Town, make: Make) -> None:
    """With it went its images, so all go up again."""
    make(3)
    first = town.client.upload(town.folder)
    town.play.projects.clear()
    town.play.images.clear()
    town.play.projects.append({"id": "other"})
    second = town.client.upload(town.folder)
    assert second.project_id != first.project_id
    assert town.puts() == 6


def test_a_folder_belongs_to_a_user(town: Town, make: Make) -> None:
    """Another user's upload of the same folder has a project of its own; a renewed token of the same user has not."""
    make(2)
    town.client.upload(town.folder)
    with Altizure("canary-key", **{**town.ways, "altitoken": "canary-renewed"}) as client:
        client.upload(town.folder)
    assert len(town.play.projects) == 1
    town.play.overrides["getMyself"] = {"my": {"self": {"id": "u2"}}}
    town.client.upload(town.folder)
    assert len(town.play.projects) == 2


def test_a_project_must_be_what_is_asked_for(town: Town, make: Make) -> None:
    """Who asks for pro does not get the free project of an earlier run, and who asks for nothing goes on with it."""
    make(2)
    first = town.client.upload(town.folder)
    with pytest.raises(UsageError, match="is free, and pro"):
        town.client.upload(town.folder, project_type="pro")
    assert town.client.upload(town.folder).project_id == first.project_id
    assert town.client.upload(town.folder, project_type="free").project_id == first.project_id
    with pytest.raises(UsageError, match="5a99"):
        town.client.upload(town.folder, project="5a99")


def test_two_at_once(town: Town, make: Make) -> None:
    """A folder that is being uploaded is left alone by another process."""
    make(2)
    asked: list[bool] = []

    def meanwhile(exchange: Any) -> None:
        if not asked:
            asked.append(True)
            with town.again() as client, pytest.raises(LedgerError):
                client.upload(town.folder)
            asked.append(True)
        exchange.answer(200, b'{"data": {"hasImage": null}}')

    town.play.overrides["hasImage"] = lambda _variables: meanwhile
    town.client.upload(town.folder)
    assert len(asked) == 2


# ----------------------------------------------------------------------------------------------------- what goes wrong


def test_an_invalid_image_is_sent_once_more(town: Town, make: Make) -> None:
    """What may have been the way's fault gets a second chance, as an image of its own."""
    photos = make(4)
    bad = iter(["Download Error"])
    town.play.verdict = lambda _image: next(bad, None)
    town.client.upload(town.folder)
    assert town.puts() == 5
    assert len([image for image in town.play.images.values() if image.state == "Ready"]) == 4
    assert set(town.stored().values()) == {path.read_bytes() for path in photos}


def test_an_image_that_stays_invalid_is_named(town: Town, make: Make) -> None:
    """After the second chance it is reported with the service's reason; the others are ready."""
    make(3)
    town.play.verdict = lambda image: "checksum mismatch" if image.name == "DJI_0001.JPG" else None
    with pytest.raises(UploadIncomplete) as caught:
        town.client.upload(town.folder)
    assert caught.value.failed == {"DJI_0001.JPG": "checksum mismatch"}
    assert caught.value.token
    assert town.puts() == 4


def test_a_broken_photo_is_not_sent_again(town: Town, make: Make) -> None:
    """Where the content is at fault, the same bytes are not sent a second time, in this run or the next."""
    make(3)
    town.play.verdict = lambda image: "Extract Info Error: no size" if image.name == "DJI_0001.JPG" else None
    for _ in range(2):
        with pytest.raises(UploadIncomplete) as caught:
            town.client.upload(town.folder)
        assert list(caught.value.failed) == ["DJI_0001.JPG"]
    assert town.puts() == 3


def test_a_registration_that_says_null_is_tried_again(town: Town, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A null without a reason costs an attempt; photos that never get through are named, the others are safe."""
    monkeypatch.setattr(flights, "Plan", lambda **how: Plan(**how, attempts=3, pause=0.01))
    make(3)
    town.play.overrides["uploadImageOSS"] = once(NULL_OSS)
    town.client.upload(town.folder)
    assert town.puts() == 3
    put_on(town.folder, "no.jpg")
    town.play.overrides["uploadImageOSS"] = NULL_OSS
    with pytest.raises(UploadIncomplete) as caught:
        town.client.upload(town.folder)
    assert list(caught.value.failed) == ["no.jpg"]
    assert "did not register an image" in caught.value.failed["no.jpg"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (refused("Project not found", {"hasImage": None}), NotFound),
        (Said({"errors": [{"message": 'Unknown argument "checksum"'}]}, 400), BadRequest),
    ],
)
def test_what_all_photos_would_be_told_ends_the_upload(
    town: Town, make: Make, said: Said, kind: type[Exception]
) -> None:
    """A project that is gone, or a document that the server does not take, is told at once, not photo by photo."""
    make(20)
    town.play.overrides["hasImage"] = said
    with pytest.raises(kind):
        town.client.upload(town.folder, workers=2)
    assert town.play.names().count("hasImage") <= 4


def test_a_photo_that_the_service_will_not_have(town: Town, make: Make) -> None:
    """A refusal with a reason is not tried again and again; it is named, and the others go up."""
    make(3)

    def register(variables: Any) -> Any:
        if variables["filename"] == "DJI_0001.JPG":
            return refused("This image is already in progress", {"uploadImageOSS": None})
        return None

    town.play.overrides["uploadImageOSS"] = register
    with pytest.raises(UploadIncomplete) as caught:
        town.client.upload(town.folder)
    assert list(caught.value.failed) == ["DJI_0001.JPG"]
    assert town.play.names().count("uploadImageOSS") == 3


def test_a_lost_registration_is_looked_for(town: Town, make: Make) -> None:
    """The image may be registered though its answer is lost; it is found by its digest and used."""
    make(1)
    lost = iter([True])

    def register(variables: Any) -> Any:
        if next(lost, False):
            town.play.on_uploadImageOSS(**variables)
            return loses_the_answer
        return None

    town.play.overrides["uploadImageOSS"] = register
    town.client.upload(town.folder)
    assert (len(town.play.images), town.puts()) == (1, 1)


def test_start_and_done_may_be_refused_at_first(town: Town, make: Make) -> None:
    """Right after registration the service may not know the image yet; small calls are repeated, bytes are not."""
    make(1)
    town.play.overrides["startImageUpload"] = once({"startImageUpload": None}, {"startImageUpload": None})
    town.play.overrides["doneImageUpload"] = once({"doneImageUpload": None})
    with no_waiting():
        town.client.upload(town.folder)
    assert town.play.names("startImageUpload", "doneImageUpload") == ["startImageUpload"] * 3 + ["doneImageUpload"] * 2
    assert town.puts() == 1


def test_an_old_registration_is_made_anew(town: Town, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """An image that waited too long for its bytes is registered again before they are sent."""
    monkeypatch.setattr(placing, "_REGISTERED_FOR", 0.0)
    assert town.play.house is not None
    town.play.house.faults.add("store.put", "status-503", count=1)
    town.play.overrides["hasImage"] = {"hasImage": None}
    make(1)
    town.client.upload(town.folder)
    assert len(town.play.images) == 2


def test_a_store_that_stumbles(town: Town, make: Make) -> None:
    """Faults of the store cost attempts, not registrations and not photos."""
    assert town.play.house is not None
    town.play.house.faults.add("store.put", "status-503", count=4, after=1)
    photos = make(8)
    town.client.upload(town.folder)
    assert whole(town, photos)
    assert len(town.play.images) == 8


def test_an_expired_address_is_replaced(town: Town, make: Make) -> None:
    """A signed address that the store calls expired is not tried again; another one is asked for."""
    town.play.cloud = "S3"
    expired = b"<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"

    def refuse(exchange: Any) -> None:
        exchange.body()
        exchange.answer(403, expired)

    with Peer(refuse) as gone:
        given = iter([f"{gone.url}/bucket/x?sig=1"])

        def sign(variables: Any) -> Any:
            said = town.play.on_uploadImageS3(**variables)
            said["uploadImageS3"]["url"] = next(given, said["uploadImageS3"]["url"])
            return said

        town.play.overrides["uploadImageS3"] = sign
        photos = make(1)
        town.client.upload(town.folder)
    assert whole(town, photos)
    assert len(town.play.images) == 2


@pytest.mark.parametrize(
    ("mode", "kind"), [("ReadOnly", Conflict), ("Offline", Conflict), (None, AuthenticationFailed)]
)
def test_the_service_must_take_uploads(town: Town, make: Make, mode: str | None, kind: type[Exception]) -> None:
    """Unless the mode is Normal, nothing is made and nothing is sent."""
    make(1)
    town.play.overrides["getSystemMode"] = {"support": {"systemMode": mode}}
    with pytest.raises(kind):
        town.client.upload(town.folder)
    assert (town.play.projects, town.puts()) == ([], 0)


def test_nobody_is_signed_in(town: Town, make: Make) -> None:
    """An app key alone uploads nothing; the error says what is missing."""
    make(1)
    town.play.overrides["getMyself"] = {"my": {"self": None}}
    with pytest.raises(AuthenticationFailed, match="no user is signed in"):
        town.client.upload(town.folder)


def test_no_photos(town: Town) -> None:
    """An empty folder, or one without photos of a kind that Altizure takes, makes no project."""
    put_on(town.folder, "a.dng", b"II*\0")
    with pytest.raises(PhotoError):
        town.client.upload(town.folder)
    assert town.play.projects == []


def test_a_photo_that_changes_under_way(town: Town, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and the others go up."""
    photos = make(4)

    def has(variables: Any) -> Any:
        photos[2].write_bytes(b"\xff\xd8\xff other")

    town.play.overrides["hasImage"] = has
    with pytest.raises(UploadIncomplete) as caught:
        town.client.upload(town.folder)
    assert list(caught.value.failed) == ["DJI_0002.JPG"]
    assert "changed" in caught.value.failed["DJI_0002.JPG"]


def test_stopped_and_taken_up_again(town: Town, make: Make) -> None:
    """Stopped in the middle, it ends like Ctrl-C; the next run sends the rest and nothing twice."""
    photos = make(30)
    seen: list[int] = []

    def stop() -> bool:
        return town.puts() >= 8

    with pytest.raises(KeyboardInterrupt):
        town.client.upload(town.folder, cancelled=stop, progress=lambda p: seen.append(p.files_sent))
    town.client.upload(town.folder)
    assert whole(town, photos)
    commits = [town.play.house.store.commits_of(BUCKET, key) for key in town.stored()]  # type: ignore[union-attr]
    assert commits == [1] * 30


def test_stopped_while_images_are_looked_into(town: Town, make: Make) -> None:
    """The wait for the service's verdict can be stopped too; nothing that was sent is sent again."""
    make(2)
    town.play.rounds = 10_000
    asked_at = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        town.client.upload(town.folder, cancelled=lambda: time.monotonic() - asked_at > 1.0)
    town.play.rounds = 1
    town.client.upload(town.folder)
    assert town.puts() == 2


def test_no_secret_on_record(town: Town, make: Make) -> None:
    """Neither ledger nor resume token holds key or token."""
    make(2)
    found = town.client.upload(town.folder)
    ledger = (town.ways["state"] / "ledger.sqlite3").read_bytes()
    assert b"canary" not in ledger
    assert "canary" not in json.dumps(attrs.asdict(found))


# --------------------------------------------------------------------------------------------------------- the details


def test_a_bucket_of_another_cloud_is_not_taken(town: Town, make: Make) -> None:
    """A bucket that does not fit the cloud is refused before anything is made; the message lists what there is."""
    make(1)
    with pytest.raises(UsageError, match="Paris") as caught:
        town.client.upload(town.folder, cloud="oss", bucket="Paris")
    assert "OSS Shenzhen" in caught.value.advice
    assert town.play.projects == []


def test_a_bucket_that_is_not_near(town: Town, make: Make) -> None:
    """One that only the enum knows can be chosen, in any case."""
    town.play.cloud = "S3"
    make(1)
    town.client.upload(town.folder, cloud="s3", bucket="stockholm")
    assert next(c for c in town.play.calls if c.name == "uploadImageS3").variables["bucket"] == "Stockholm"


def test_names_differ_within_a_project(town: Town) -> None:
    """Photos go by their last name where that is theirs alone, else by their path."""
    for name in ("a/DJI_1.JPG", "b/dji_1.jpg", "b/DJI_2.JPG"):
        put_on(town.folder, name)
    photos = scan(town.folder)
    name_of = image_names(photos)
    assert {photo.name: name_of(photo) for photo in photos} == {
        "a/DJI_1.JPG": "a_DJI_1.JPG",
        "b/dji_1.jpg": "b_dji_1.jpg",
        "b/DJI_2.JPG": "DJI_2.JPG",
    }


def test_no_store_is_asked_when_nobody_answers(town: Town, make: Make) -> None:
    """Whatever the service says instead of credentials, it is told as it is."""
    make(1)
    town.play.overrides["signImagesOSS"] = Said(b"".decode(), 503)
    with pytest.raises(Exception, match="signImagesOSS"):
        town.client.with_options(retries=0).upload(town.folder)
