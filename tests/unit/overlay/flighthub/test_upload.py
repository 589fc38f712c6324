"""A folder of photos up to FlightHub: a play of the service, and a real object store."""

import logging
import time
from pathlib import Path

import pytest

from skybind.errors import PermissionDenied, PhotoError, ServerError, UploadIncomplete, UsageError
from skybind.flighthub import PhotoSet
from skybind.flighthub.storage import StorageEndpoints, bucket_of, opened, resource_of
from skybind_clients.flighthub.models import UploadToken
from unit.overlay.cards import put_on
from unit.overlay.flighthub.service import Said, lost, once, refused
from unit.overlay.flighthub.town import Town
from unit.overlay.worlds import World


def fill(folder: Path, count: int) -> list[str]:
    """That many photos."""
    names = [f"DJI_{number:04}.JPG" for number in range(count)]
    for name in names:
        put_on(folder, name)
    return names


def token(**changes: object) -> UploadToken:
    """An answer of obtainToken."""
    fields = {
        "cloud_name": "ali",
        "access_key_id": "a",
        "secret_access_key": "b",
        "session_token": "c",
        "region": "oss-cn-hangzhou",
        "end_point": "https://oss-cn-hangzhou.aliyuncs.com",
        "cloud_bucket_name": "prod",
        "callback_param": "p",
        "store_path": "fh/organizations/o/open_reconstruction/tmp/abc-1/{fileName}",
        "expire_time": 1_800_000_600,
    }
    return UploadToken.from_dict({**fields, **changes})


# --------------------------------------------------------------------------------------------------- what a token opens


@pytest.mark.parametrize(
    ("path", "uuid"), [("fh/o/tmp/u-1/{fileName}", "u-1"), ("u-2/{fileName}", "u-2"), ("/a/u-3/{fileName}.x", "u-3")]
)
def test_the_resource_is_the_segment_before_the_file_name(path: str, uuid: str) -> None:
    """``resource_uuid`` is read from ``store_path``."""
    assert resource_of(path) == uuid


@pytest.mark.parametrize("path", ["", "{fileName}", "fh/tmp/u-1/", "/{fileName}", "fh/tmp//{fileName}"])
def test_a_path_without_a_resource_is_an_error(path: str) -> None:
    """No resource is made up from a path that names none."""
    with pytest.raises(ServerError, match="names no resource"):
        resource_of(path)


@pytest.mark.parametrize(
    ("changes", "bucket"),
    [
        ({}, ("oss", "https://oss-cn-hangzhou.aliyuncs.com", "prod", "cn-hangzhou")),
        ({"end_point": "oss-cn-x.aliyuncs.com/"}, ("oss", "https://oss-cn-x.aliyuncs.com", "prod", "cn-hangzhou")),
        ({"end_point": "https://prod.oss-x.com"}, ("oss", "https://oss-x.com", "prod", "cn-hangzhou")),
        (
            {"cloud_name": "AWS", "region": "eu-central-1", "end_point": "https://s3.eu-central-1.amazonaws.com"},
            ("s3", "https://s3.eu-central-1.amazonaws.com", "prod", "eu-central-1"),
        ),
    ],
)
def test_the_bucket_is_the_one_that_the_token_names(changes: dict[str, str], bucket: tuple[str, ...]) -> None:
    """Dialect, address, name and signing region come from the token, in whichever spelling."""
    found = bucket_of(token(**changes), StorageEndpoints())
    assert (found.dialect, found.endpoint, found.name, found.region) == bucket


def test_a_storage_that_nobody_knows_is_named() -> None:
    """A cloud that is neither Alibaba's nor S3-like is refused by name."""
    with pytest.raises(UsageError, match="'azure'"):
        bucket_of(token(cloud_name="azure"), StorageEndpoints())


@pytest.mark.parametrize(("now", "end"), [(1_800_000_000, 1_800_000_600), (1_800_000_700, None), (1_000_000_000, None)])
def test_an_end_that_makes_no_sense_is_left_to_the_store(now: float, end: float | None) -> None:
    """Credentials count as ended by ``expire_time`` only where that lies in the near future."""
    assert opened(token(), StorageEndpoints(), now).grant.expires_at == end


def test_nothing_of_a_grant_prints() -> None:
    """Credentials and what belongs to them are in no ``repr``."""
    text = repr(opened(token(access_key_id="canary1", secret_access_key="canary2", callback_param="canary3"),
                       StorageEndpoints(), 0))  # fmt: skip
    assert "canary" not in text


# ------------------------------------------------------------------------------------------------------- a whole upload


def test_a_folder_becomes_a_resource(world: World, town: Town) -> None:
    """All photos lie in the store and are reported under the uuid of their credentials."""
    names = fill(town.folder, 5)
    client = town.client(world)
    photos: PhotoSet = world.run(client.upload(town.folder, name="block 7"))
    world.run(client.close())
    assert (photos.resource_uuid, photos.files, photos.begun_anew) == ("batch-1", 5, "")
    assert town.play.resources["batch-1"].files == dict.fromkeys(names, "batch-1")
    assert town.play.resources["batch-1"].name == "block 7"
    assert sorted(town.stored()) == [f"batch-1/{name}" for name in names]


def test_a_second_run_sends_nothing(world: World, town: Town) -> None:
    """What is all up is not sent, reported or asked credentials for again; the resource is looked at."""
    fill(town.folder, 5)
    first = town.client().upload(town.folder)
    town.play.calls.clear()
    again = world.run(town.client(world).upload(town.folder))
    assert again.resource_uuid == first.resource_uuid
    assert (town.play.calls, town.puts()) == (["resource"], 5)


def test_reports_hold_at_most_a_hundred_files(town: Town) -> None:
    """250 photos are reported in calls of at most 100, all under one uuid."""
    fill(town.folder, 250)
    town.client().upload(town.folder)
    reports = [body for name, body in zip(town.play.calls, town.play.bodies, strict=True) if name == "callback"]
    assert max(len(report["files"]) for report in reports) <= 100
    assert sum(len(report["files"]) for report in reports) == 250
    assert {report["resource_uuid"] for report in reports} == {"batch-1"}


def test_sub_folders_become_part_of_the_names(town: Town) -> None:
    """No separator is sent in a name; two photos that would then be one are refused before anything is sent."""
    put_on(town.folder, "a/DJI_1.JPG")
    put_on(town.folder, "b/DJI_1.JPG")
    town.client().upload(town.folder)
    assert set(town.play.resources["batch-1"].files) == {"a__DJI_1.JPG", "b__DJI_1.JPG"}
    put_on(town.folder, "a__DJI_1.JPG")
    with pytest.raises(PhotoError, match="two photos would be"):
        town.client().upload(town.folder)
    assert town.play.tokens == 1


@pytest.mark.parametrize("trouble", [lost, refused(210429), refused("200500"), refused(210504, status=504)])
def test_a_report_whose_outcome_is_open_is_looked_up(town: Town, trouble: object) -> None:
    """After a lost answer or trouble with a code the resource is asked what it has; no photo is sent twice."""
    fill(town.folder, 3)
    town.play.after["callback"] = once(trouble)
    town.client().upload(town.folder)
    assert town.puts() == 3
    assert "resource" in town.play.calls
    assert len(town.play.resources["batch-1"].files) == 3


def test_a_report_that_was_not_carried_out_is_made_again(town: Town) -> None:
    """Where the resource has none of the names, they are reported once more."""
    fill(town.folder, 3)
    town.play.before["callback"] = once(refused(210429))
    town.client().upload(town.folder)
    assert (town.puts(), town.play.count("callback")) == (3, 2)


def test_a_name_that_is_not_counted_is_sent_again(town: Town) -> None:
    """A photo that ``file_name_list`` leaves out is not safe; it goes again, and then it is."""
    fill(town.folder, 3)
    town.play.forgets = ["DJI_0001.JPG"]
    town.client().upload(town.folder)
    assert town.puts() == 4
    assert len(town.play.resources["batch-1"].files) == 3


def test_a_receipt_without_a_list_counts_by_its_number(town: Town) -> None:
    """Without names, the right number confirms all; a wrong one makes the resource be asked."""
    fill(town.folder, 3)
    receipt = {
        "code": 0,
        "message": "",
        "data": {"resource_uuid": "batch-1", "upload_count": 3, "file_name_list": None},
    }
    town.play.after["callback"] = once(Said(receipt))
    town.client().upload(town.folder)
    assert town.play.count("resource") == 0
    (town.folder / "DJI_0001.JPG").unlink()
    short = {**receipt, "data": {**receipt["data"], "upload_count": 1}}
    town.play.after["callback"] = once(Said(short))
    town.client().upload(town.folder)
    assert town.play.count("resource") == 2  # once before the upload, once for the receipt


def test_a_refusal_of_credentials_ends_the_upload(world: World, town: Town) -> None:
    """Who may not upload is told so, with the service's code and a token that goes on."""
    fill(town.folder, 3)
    town.play.before["token"] = refused(200403, "no plan")
    with pytest.raises(PermissionDenied, match="no plan") as caught:
        world.run(town.client(world).upload(town.folder))
    assert caught.value.code == 200403
    assert caught.value.token is not None
    assert caught.value.token.startswith("sb1.flighthub.")


# ------------------------------------------------------------------------------------------------- credentials that end


def break_off(town: Town) -> int:
    """Stop an upload of five photos while the third does not get on; returns how many are safe."""
    town.house.faults.add("store.put", "stall", after=2, count=1)
    until = time.monotonic() + 20

    def stop() -> bool:
        assert time.monotonic() < until
        return town.puts() >= 2

    with pytest.raises(KeyboardInterrupt):
        town.client().upload(town.folder, workers=1, cancelled=stop)
    safe = len(town.play.resources["batch-1"].files)
    assert 0 < safe < 5
    return safe


def test_new_credentials_of_the_same_batch_go_on(town: Town) -> None:
    """Where the renewed credentials name the same resource, nothing begins anew."""
    fill(town.folder, 4)
    town.play.batches = ["one", "one"]
    town.play.lifetimes = [-1.0, 600.0]  # the store refuses the first ones at once
    photos = town.client().upload(town.folder)
    assert (photos.resource_uuid, photos.begun_anew, town.play.tokens) == ("one", "", 2)
    assert set(town.play.resources) == {"one"}


def test_credentials_that_end_begin_the_resource_anew(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    """With ``renewal="anew"``, credentials of another batch: all photos go into it, and that is said."""
    names = fill(town.folder, 120)
    town.house.faults.add("store.put", "expire-token", after=110, count=1)
    with caplog.at_level(logging.WARNING, "skybind.flighthub"):
        photos = town.client(renewal="anew").upload(town.folder, workers=2)
    assert photos.resource_uuid == "batch-2"
    assert town.play.resources["batch-2"].files == dict.fromkeys(names, "batch-2")
    assert photos.begun_anew.endswith(
        "photos are sent again: the credentials ended, and new ones belong to another resource"
    )
    assert photos.begun_anew in caplog.text
    assert town.play.tokens == 2


@pytest.mark.parametrize(
    ("renewal", "reason"),
    [
        ("same", "FlightHub does not take files of new credentials into the earlier resource"),
        ("anew", "new credentials belong to another resource"),
    ],
)
def test_a_broken_off_upload_is_begun_anew_and_says_so(
    town: Town, caplog: pytest.LogCaptureFixture, renewal: str, reason: str
) -> None:
    """Photos of an earlier batch cannot be joined: the next run sends all, into its own resource, and says why."""
    names = fill(town.folder, 5)
    safe = break_off(town)
    with caplog.at_level(logging.WARNING, "skybind.flighthub"):
        photos = town.client(renewal=renewal).upload(town.folder)
    assert photos.resource_uuid == "batch-2"
    assert town.play.resources["batch-2"].files == dict.fromkeys(names, "batch-2")
    assert photos.begun_anew == f"{safe} photos are sent again: {reason}"
    assert photos.begun_anew in caplog.text
    assert town.play.tokens == 2  # the credentials of the refused report are used, and no others asked for


def test_a_report_that_counts_nothing_is_a_refusal(town: Town) -> None:
    """FlightHub may say yes to late files and count none of them: then the folder is begun anew too."""
    names = fill(town.folder, 5)
    break_off(town)
    town.play.takes_late = True
    town.play.before["callback"] = once({"resource_uuid": "batch-1", "upload_count": 0, "file_name_list": None})
    photos = town.client().upload(town.folder)
    assert (photos.resource_uuid, set(town.play.resources["batch-2"].files)) == ("batch-2", set(names))
    assert "does not take files of new credentials" in photos.begun_anew


def test_a_refused_report_of_the_own_batch_is_no_change(town: Town) -> None:
    """Only files of other credentials are cause to begin anew; otherwise a refusal leads to new credentials."""
    fill(town.folder, 3)
    town.play.before["callback"] = once(refused(200404))
    photos = town.client().upload(town.folder, workers=1)
    assert (photos.files, photos.begun_anew) == (3, "")


def test_credentials_that_always_end_too_soon_are_an_error(town: Town) -> None:
    """A second end in one run is no reason for a third beginning; the advice says what can be done."""
    fill(town.folder, 3)
    town.play.lifetimes = [-1.0]
    with pytest.raises(UploadIncomplete, match="ended before all photos were up") as caught:
        town.client().upload(town.folder, workers=1)
    assert "Split the folder" in caught.value.advice
    assert town.play.tokens == 3


def test_the_same_resource_can_be_gone_on_with(town: Town) -> None:
    """Files of new credentials are reported under the first uuid, nothing is sent twice, and that is checked."""
    fill(town.folder, 5)
    town.play.takes_late = True
    safe = break_off(town)
    photos = town.client().upload(town.folder)
    assert (photos.resource_uuid, photos.begun_anew) == ("batch-1", "")
    assert len(town.play.resources["batch-1"].files) == 5
    assert len([key for key in town.stored() if key.startswith("batch-2/")]) == 5 - safe


def test_a_resource_that_lacks_late_files_is_noticed(town: Town) -> None:
    """If FlightHub counts late files and does not keep them, the upload does not claim that all is well."""
    fill(town.folder, 5)
    town.play.takes_late = True
    break_off(town)
    town.play.after["callback"] = lambda _body: town.play.resources["batch-1"].files.clear()
    with pytest.raises(UploadIncomplete, match="does not have them"):
        town.client().upload(town.folder)


# -------------------------------------------------------------------------------------------- when things have changed


def change(folder: Path) -> None:
    put_on(folder, "DJI_0001.JPG", size=333)


def remove(folder: Path) -> None:
    (folder / "DJI_0001.JPG").unlink()


@pytest.mark.parametrize(("what", "words"), [(change, "have changed"), (remove, "not in the folder any more")])
def test_a_changed_folder_becomes_another_resource(town: Town, what: object, words: str) -> None:
    """A resource cannot be changed, so a changed or removed photo makes another one, with a reason, and once."""
    fill(town.folder, 4)
    town.client().upload(town.folder)
    what(town.folder)  # type: ignore[operator]
    photos = town.client().upload(town.folder)
    assert photos.resource_uuid == "batch-2"
    assert words in photos.begun_anew
    assert set(town.play.resources["batch-2"].files) == {path.name for path in town.folder.iterdir()}
    again = town.client().upload(town.folder)
    assert (again.resource_uuid, again.begun_anew, town.play.tokens) == ("batch-2", "", 2)


@pytest.mark.parametrize("status", [2, 3, None])
def test_a_resource_that_is_gone_is_made_anew(town: Town, status: int | None) -> None:
    """Deleted, waiting for it, or not found: the photos are sent again."""
    fill(town.folder, 2)
    town.client().upload(town.folder)
    if status is None:
        town.play.resources.clear()
    else:
        town.play.resources["batch-1"].status = status
    photos = town.client().upload(town.folder)
    assert photos.resource_uuid == "batch-2"
    assert "does not have the earlier resource" in photos.begun_anew


def test_a_resource_that_lost_files_is_made_anew(town: Town) -> None:
    """What the ledger has and the resource does not is not relied on."""
    fill(town.folder, 2)
    town.client().upload(town.folder)
    town.play.resources["batch-1"].files.clear()
    assert "lacks files" in town.client().upload(town.folder).begun_anew
