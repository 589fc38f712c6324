"""Meta files, and models in one file or in parts."""

import io
import zipfile
from typing import Any

import pytest

from unit.emulators.altizure.harness import Altizure, MakeAltizure, photo, sha1

META = """mutation($p: ID!, $f: String!) { uploadMetaFileS3(pid: $p, bucket: Paris, filename: $f) {
  url file { id state name filename error } } }"""
MODEL = """mutation($p: ID!, $f: String!) { uploadModelS3(id: $p, bucket: London, filename: $f) {
  url file { id state name filename error } } }"""
DONE = "mutation($p: ID!, $m: Boolean) { doneModelUpload(id: $p, merge: $m) { id importedState } }"
META_BUCKET, MODEL_BUCKET = "altizure-meta-s3-paris", "altizure-model-s3-london"


def archive(size: int = 100) -> bytes:
    """A zip with one file of so many bytes that do not compress."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("model.obj", bytes(number * 7 % 251 for number in range(size)))
    return out.getvalue()


def meta(altizure: Altizure, pid: str, name: str = "pose.txt") -> dict[str, Any]:
    """A registered meta file."""
    found: dict[str, Any] = altizure.data(META, p=pid, f=name)["uploadMetaFileS3"]
    return found


def part(altizure: Altizure, pid: str, name: str, content: bytes | None) -> None:
    """A part of a model that was put where it belongs; None leaves that out."""
    file = altizure.data(MODEL, p=pid, f=name)["uploadModelS3"]["file"]
    if content is not None:
        altizure.put(pid, file["filename"], content, MODEL_BUCKET)


def imported(altizure: Altizure) -> str:
    """A project for a finished model."""
    return altizure.project(imported=True)


def test_a_meta_file_becomes_ready(altizure: Altizure) -> None:
    """Noticed by itself, without start and done; then known by its checksum."""
    pid = altizure.project()
    file = meta(altizure, pid)["file"]
    assert (file["state"], file["name"]) == ("Pending", "pose.txt")
    query = """query($p: ID!, $i: ID!, $s: String!) { project(id: $p) {
      metaFile(id: $i) { state filesize checksum error date } hasMetaFile(checksum: $s) { id } } }"""
    given = {"p": pid, "i": file["id"], "s": sha1(b"poses").upper()}
    before = altizure.data(query, **given)["project"]
    assert (before["metaFile"]["state"], before["hasMetaFile"]) == ("Pending", None)
    altizure.put(pid, file["filename"], b"poses", META_BUCKET)
    found = altizure.data(query, **given)["project"]
    assert found["hasMetaFile"] == {"id": file["id"]}
    assert (found["metaFile"]["state"], found["metaFile"]["filesize"]) == ("Ready", 5)
    assert found["metaFile"]["checksum"] == sha1(b"poses")
    assert altizure.store.list(META_BUCKET) == []


@pytest.mark.parametrize("name", ["camera.txt", "pose.txt", "group.txt", "initial.xms", "initial.xms.zip"])
def test_five_names_are_taken(altizure: Altizure, name: str) -> None:
    """Each of them, by S3 and by Minio."""
    pid = altizure.project()
    assert meta(altizure, pid, name)["url"]
    query = "mutation($p: ID!, $f: String!) { uploadMetaFileMinio(pid: $p, bucket: Minio, filename: $f) { url } }"
    assert altizure.data(query, p=pid, f=name)["uploadMetaFileMinio"]["url"]


@pytest.mark.parametrize("name", ["", "groups.txt", "Pose.txt", "a/pose.txt"])
def test_other_names_are_null(altizure: Altizure, name: str) -> None:
    """Since 1.6.0 it is `group.txt`."""
    assert altizure.data(META, p=altizure.project(), f=name) == {"uploadMetaFileS3": None}


def test_an_empty_meta_file_is_invalid(altizure: Altizure) -> None:
    """By S3 Invalid; one that the server cannot download is Failed."""
    pid = altizure.project()
    file = meta(altizure, pid)["file"]
    altizure.put(pid, file["filename"], b"", META_BUCKET)
    query = "query($p: ID!, $i: ID!) { project(id: $p) { metaFile(id: $i) { state error } } }"
    assert altizure.data(query, p=pid, i=file["id"])["project"]["metaFile"]["state"] == "Invalid"
    by_url = 'mutation($p: ID!) { uploadMetaURL(pid: $p, url: "http://127.0.0.1:1/pose.txt") { id state } }'
    made = altizure.data(by_url, p=pid)["uploadMetaURL"]
    assert made["state"] == "Uploaded"
    found = altizure.data(query, p=pid, i=made["id"])["project"]["metaFile"]
    assert (found["state"], found["error"][0]) == ("Failed", "Download Error")


def test_one_file_makes_a_model(altizure: Altizure) -> None:
    """Pending while it is uploaded, then converted; again by a start (2.1.4)."""
    pid = imported(altizure)
    part(altizure, pid, "model.zip", archive())
    assert altizure.look(pid)["importedState"] == "Pending"
    assert altizure.data(DONE, p=pid, m=False)["doneModelUpload"]["id"] == pid
    assert altizure.look(pid)["importedState"] == "Ready"
    again = altizure.start(pid)
    assert again["error"] is None
    found = altizure.look(pid)
    assert (found["importedState"], len(found["tasks"])) == ("Ready", 2)


def test_pieces_are_joined_by_their_numbers(altizure: Altizure) -> None:
    """In any order of upload, the whole is what was cut."""
    pid, whole = imported(altizure), archive(1000)
    pieces = [whole[start : start + 100] for start in range(0, len(whole), 100)]
    for number in reversed(range(len(pieces))):
        part(altizure, pid, f"model.zip.part.{number + 1:02}", pieces[number])
    altizure.data(DONE, p=pid, m=True)
    assert altizure.look(pid)["importedState"] == "Ready"
    stored = altizure.store.head("altizure-disk", f"{pid}/model")
    assert stored is not None
    assert stored.path.read_bytes() == whole


@pytest.mark.parametrize(
    ("parts", "merge"),
    [
        ({"model.zip": b"no zip"}, False),
        ({"model.zip.part.1": archive()[:50]}, True),
        ({"model.zip.part.1": archive()[:50], "model.zip.part.3": archive()[50:]}, True),
        ({"model.zip": archive()}, True),
        ({"model.zip": b""}, False),
    ],
)
def test_what_is_no_model_fails(altizure: Altizure, parts: dict[str, bytes], merge: bool) -> None:
    """No archive, half of one, a gap in the numbers, a piece without number, an empty file."""
    pid = imported(altizure)
    for name, content in parts.items():
        part(altizure, pid, name, content)
    assert altizure.data(DONE, p=pid, m=merge)["doneModelUpload"] is not None
    found = altizure.look(pid)
    assert (found["importedState"], found["taskState"]) == ("Failed", "Failed")
    assert found["error"]


def test_a_new_upload_begins_again(altizure: Altizure) -> None:
    """From Failed back to Pending; the old parts do not count any more."""
    pid = imported(altizure)
    part(altizure, pid, "model.zip", b"no zip")
    altizure.data(DONE, p=pid)
    assert altizure.look(pid)["importedState"] == "Failed"
    part(altizure, pid, "model.zip", archive())
    assert altizure.look(pid)["importedState"] == "Pending"
    altizure.data(DONE, p=pid)
    assert altizure.look(pid)["importedState"] == "Ready"


def test_volumes_of_an_archive_are_taken(altizure: Altizure) -> None:
    """The first tells that it is 7z."""
    pid = imported(altizure)
    part(altizure, pid, "model.7z.001", b"7z\xbc\xaf\x27\x1c and so on")
    part(altizure, pid, "model.7z.002", b"more")
    altizure.data(DONE, p=pid, m=False)
    assert altizure.look(pid)["importedState"] == "Ready"


def test_done_without_the_bytes_is_null(altizure: Altizure) -> None:
    """No part at all, or one that is not in its bucket."""
    pid = imported(altizure)
    assert altizure.data(DONE, p=pid) == {"doneModelUpload": None}
    part(altizure, pid, "model.zip", None)
    assert altizure.data(DONE, p=pid) == {"doneModelUpload": None}
    assert altizure.data(DONE, headers=altizure.as_user(), p=pid) == {"doneModelUpload": None}


@pytest.mark.parametrize("name", ["", "mod el.zip", "模型.zip", "a-b.zip", "a/b.zip"])
def test_names_of_models_are_plain(altizure: Altizure, name: str) -> None:
    """Letters, digits, dots, underscores (2.6.1)."""
    assert altizure.data(MODEL, p=imported(altizure), f=name) == {"uploadModelS3": None}


def test_each_kind_of_project_takes_its_own(altizure: Altizure) -> None:
    """No model in a project of photos, no image in one of a model."""
    assert altizure.data(MODEL, p=altizure.project(), f="model.zip") == {"uploadModelS3": None}
    query = 'mutation($p: ID!) { uploadImageS3(pid: $p, bucket: Paris, filename: "a") { url } }'
    assert altizure.data(query, p=imported(altizure)) == {"uploadImageS3": None}


def test_a_full_storage_stops_the_conversion(make_altizure: MakeAltizure) -> None:
    """LimitExceeded; the user sees how much there is."""
    altizure = make_altizure(asset_storage_mib=0.0001)
    pid = imported(altizure)
    part(altizure, pid, "model.zip", archive(1000))
    altizure.data(DONE, p=pid)
    assert altizure.look(pid)["importedState"] == "LimitExceeded"
    usage = altizure.data("{ my { self { modelUsage } } }")["my"]["self"]["modelUsage"]
    assert usage == pytest.approx(len(archive(1000)) / 2**20)


def test_conversion_moves_by_polls(make_altizure: MakeAltizure) -> None:
    """Pending while the parts are looked at, Converting, then Ready."""
    altizure = make_altizure(speed="polls:3")
    pid = imported(altizure)
    part(altizure, pid, "model.zip", archive())
    altizure.data(DONE, p=pid)
    states = list(dict.fromkeys(altizure.look(pid)["importedState"] for _ in range(8)))
    assert states == ["Pending", "Converting", "Ready"]


def test_a_model_is_downloaded_by_the_server(altizure: Altizure) -> None:
    """From an address that does not answer: Failed, and so is the model."""
    pid = imported(altizure)
    query = 'mutation($p: ID!) { uploadModelURL(pid: $p, url: "http://127.0.0.1:1/model.zip") { id state name } }'
    made = altizure.data(query, p=pid)["uploadModelURL"]
    assert (made["state"], made["name"]) == ("Uploaded", "model.zip")
    altizure.data(DONE, p=pid)
    assert altizure.look(pid)["importedState"] == "Failed"


def test_photos_do_not_count_as_models(altizure: Altizure) -> None:
    """The storage for models is not for images."""
    pid = altizure.project()
    altizure.image(pid, altizure.upload(pid, photo()))
    assert altizure.data("{ my { self { modelUsage } } }")["my"]["self"]["modelUsage"] == 0
