"""What a reconstruction made: how its archive is found, fetched and unpacked."""

import io
import json
import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from skybind.errors import DownloadIncomplete, IntegrityError, NotFound, ServerError, UsageError
from skybind.flighthub.archive_links import ArchiveLinks
from skybind.flighthub.unpacking import unpack, unpacked
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import put
from unit.overlay.cards import photo_of
from unit.overlay.flighthub.service import once, refused
from unit.overlay.flighthub.town import Town
from unit.overlay.warehouse import BUCKET, sender
from unit.overlay.worlds import World

FILES = {"map/result.tif": b"II*\0" + b"m" * 5000, "report.pdf": b"%PDF", "terra_b3dms/a/tile.b3dm": b"b3dm"}
KEY = "fh/organizations/o1/results/m.zip"


def zipped(files: dict[str, bytes], *extra: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    """An archive; the same bytes whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 9, 3, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        for info, content in extra:
            archive.writestr(info, content)
    return buffer.getvalue()


def shelve(town: Town, content: bytes, key: str = KEY) -> str:
    """Lay a finished archive into the store, and answer its address there as DJI's own link would be."""
    town.house.store.add_static("service", "secret", {BUCKET})
    written = town.folder.parent / "archive.zip"
    written.write_bytes(content)
    keys = StoreKeys("service", "secret")
    with sender() as sending:
        put(photo_of(written), town.house.bucket, keys, key, sending)
    return town.house.bucket.link(keys, key, time.time(), 600)


def read(out: Path) -> dict[str, bytes]:
    """What lies in a folder, records of ours left aside."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and not path.name.startswith(".skybind-")
    }


@pytest.fixture
def made(town: Town) -> str:
    """A finished model whose archive the service links to."""
    uuid = town.play.make("r-1", "3d")
    town.play.finish(uuid, zip_file_key=KEY)
    link = shelve(town, zipped(FILES))
    town.play.before["download_url"] = lambda _body: {"id": KEY, "url": link}
    return uuid


# --------------------------------------------------------------------------------------------------- the whole way down


def test_a_model_is_fetched_and_unpacked(world: World, town: Town, made: str, tmp_path: Path) -> None:
    """All files of the archive are in the folder, and the archive is gone; the paths are returned."""
    result = world.run(town.client(world).job(made).result(timeout=5))
    paths = world.run(result.download(tmp_path / "out"))
    assert read(tmp_path / "out") == FILES
    assert {path.relative_to(tmp_path / "out").as_posix() for path in paths} == set(FILES)
    assert [file.name for file in world.run(result.files())] == [f"{made}.zip"]


def test_a_second_download_asks_nothing(world: World, town: Town, made: str, tmp_path: Path) -> None:
    """What is unpacked and as it was is not fetched again; what was changed or removed is."""
    result = town.client().model(made)
    result.download(tmp_path / "out")
    asked = len(town.play.calls)
    assert len(result.download(tmp_path / "out")) == 3
    assert len(town.play.calls) == asked
    (tmp_path / "out/report.pdf").unlink()
    result.download(tmp_path / "out")
    assert read(tmp_path / "out") == FILES


def test_the_archive_can_be_kept(town: Town, made: str, tmp_path: Path) -> None:
    """As it is, or beside what was in it."""
    result = town.client().model(made)
    (archive,) = result.download(tmp_path / "raw", unpacks=False)
    assert archive.read_bytes() == zipped(FILES)
    result.download(tmp_path / "both", keeps_archive=True)
    assert set(read(tmp_path / "both")) == {*FILES, f"{made}.zip"}


def test_an_archive_can_be_streamed(town: Town, made: str) -> None:
    """Block by block, under its name and no other."""
    result = town.client().model(made)
    with result.stream(f"{made}.zip") as blocks:
        assert b"".join(blocks) == zipped(FILES)
    with pytest.raises(UsageError, match="no file"), result.stream("other.zip"):
        pass


# ------------------------------------------------------------------------------------------------ where the archive is


def test_a_key_that_is_an_address_is_used(town: Town, made: str, tmp_path: Path) -> None:
    """Nothing else is asked."""
    town.play.models[made]["zip_file_key"] = shelve(town, zipped(FILES), "other.zip")
    town.client().model(made).download(tmp_path / "out")
    assert read(tmp_path / "out") == FILES
    assert town.play.calls == ["model"]


@pytest.mark.parametrize("no", [None, refused(200404), refused(200403), refused(12345)])
def test_where_there_is_no_link_storage_is_read(town: Town, made: str, no: Any) -> None:
    """``auto``: a missing route or a refusal leads to a signed address of the key, by credentials of uploads."""
    town.play.before["download_url"] = no
    links = town.client()._settings.links(town.client()._groups)
    parts = urlsplit(links.link(made))
    assert parts.path == f"/{BUCKET}/{KEY}"
    assert {"x-oss-signature", "x-oss-security-token"} <= set(parse_qs(parts.query))
    assert town.play.calls == ["model", "download_url", "download_url", "token"]


def test_a_link_is_asked_for_by_uuid_and_then_by_key(town: Town, made: str) -> None:
    """Which of them is the ``file_id`` is not known; what the service does not find by the one it may by the other."""
    town.play.before["download_url"] = once(refused(200404), {"id": KEY, "url": "https://store.example/m.zip"})
    links = town.client()._settings.links(town.client()._groups)
    assert links.link(made) == "https://store.example/m.zip"
    asked = [unquote(target).partition("/download-url/")[2] for target in town.play.targets]
    assert asked == ["", made, KEY]


@pytest.mark.parametrize("version", ["v0.1", "v2.0"])
def test_links_are_asked_for_where_they_are_known(town: Town, made: str, version: str) -> None:
    """``download-url`` is known from v2.0 alone, and is asked there whatever the version of the rest."""
    client = town.client(version=version)
    client._settings.links(client._groups).link(made)
    assert [target.split("/")[2] for target in town.play.targets] == [version, "v2.0"]


def test_storage_is_read_with_upload_credentials(town: Town, made: str, tmp_path: Path) -> None:
    """The signed address of ``storage`` is one that the store takes."""
    prefix = "fh/organizations/o1/open_reconstruction/tmp/batch-1"
    town.play.models[made]["zip_file_key"] = f"{prefix}/m.zip"
    shelve(town, zipped(FILES), f"{prefix}/m.zip")
    town.play.batches = ["batch-1"] * 3
    town.client(archive="storage").model(made).download(tmp_path / "out")
    assert read(tmp_path / "out") == FILES
    assert "download_url" not in town.play.calls


def test_a_chosen_way_is_the_only_one(town: Town, made: str) -> None:
    """With ``download-url`` a refusal is an error."""
    town.play.before["download_url"] = refused(200404)
    client = town.client(archive="download-url")
    with pytest.raises(NotFound):
        client._settings.links(client._groups).link(made)
    assert "token" not in town.play.calls


@pytest.mark.parametrize("key", ["", None])
def test_a_model_without_an_archive_says_so(town: Town, made: str, key: str | None) -> None:
    """A finished model that names no archive is the service's trouble."""
    town.play.models[made].pop("zip_file_key")
    if key is not None:
        town.play.models[made]["zip_file_key"] = key
    client = town.client()
    with pytest.raises(ServerError, match="names no archive"):
        client._settings.links(client._groups).link(made)


def test_an_empty_link_is_asked_for_again(
    town: Town, made: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The link is empty while the file is not ready; the next attempt has one."""
    monkeypatch.setattr("skybind.transfers.fetching.random.uniform", lambda _low, _high: 0.0)
    town.play.after["download_url"] = None
    real = town.play.before["download_url"]
    answers = once({"id": KEY, "url": ""}, {"id": KEY})
    town.play.before["download_url"] = lambda body: answers(body) or real(body)
    town.client().model(made).download(tmp_path / "out")
    assert read(tmp_path / "out") == FILES


def test_a_refused_model_ends_the_download(town: Town, tmp_path: Path) -> None:
    """No such model: said at once."""
    with pytest.raises(DownloadIncomplete, match="refused getModel"):
        town.client().model("nobody").download(tmp_path / "out")


def test_links_hold_no_secret_in_their_repr(town: Town) -> None:
    """Neither the facade nor credentials print."""
    links = town.client()._settings.links(town.client()._groups)
    assert isinstance(links, ArchiveLinks)
    assert "api" not in repr(links)


# --------------------------------------------------------------------------------------------------------- unpacking


def archive_of(folder: Path, content: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "m.zip"
    path.write_bytes(content)
    return path


def link_entry() -> tuple[zipfile.ZipInfo, bytes]:
    info = zipfile.ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, b"/etc/passwd"


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "a/../../evil", "C:/evil", "a\\..\\evil", "..", "m.zip"], ids=repr
)
def test_no_file_lands_outside(tmp_path: Path, name: str) -> None:
    """A name that leads out, or over the archive itself: nothing at all is written."""
    archive = archive_of(tmp_path / "out", zipped({"good.txt": b"1", name: b"evil"}))
    with pytest.raises(UsageError):
        unpack(archive, tmp_path / "out", "m")
    assert set(read(tmp_path)) == {"out/m.zip"}


def test_a_link_in_the_folder_leads_nowhere(tmp_path: Path) -> None:
    """A link that was there before does not take files out of the folder."""
    (tmp_path / "elsewhere").mkdir()
    archive = archive_of(tmp_path / "out", zipped({"sub/file": b"1"}))
    (tmp_path / "out/sub").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="does not stay inside"):
        unpack(archive, tmp_path / "out", "m")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_links_are_not_unpacked(tmp_path: Path) -> None:
    """An entry that is a symbolic link is refused."""
    archive = archive_of(tmp_path / "out", zipped({"good.txt": b"1"}, link_entry()))
    with pytest.raises(UsageError, match="is a link"):
        unpack(archive, tmp_path / "out", "m")
    assert set(read(tmp_path / "out")) == {"m.zip"}


def test_twins_are_refused(tmp_path: Path) -> None:
    """Two names that are one on another system."""
    archive = archive_of(tmp_path / "out", zipped({"Tile.b3dm": b"1", "tile.b3dm": b"2"}))
    with pytest.raises(UsageError, match="two files would be"):
        unpack(archive, tmp_path / "out", "m")


def test_an_archive_that_would_fill_the_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is announced is held against the room first; the archive stays."""
    archive = archive_of(tmp_path / "out", zipped({"big": b"0" * 100_000}))
    monkeypatch.setattr(
        "skybind.flighthub.unpacking.shutil.disk_usage", lambda _path: type("U", (), {"free": 99_999})()
    )
    with pytest.raises(UsageError, match="are free"):
        unpack(archive, tmp_path / "out", "m")
    assert set(read(tmp_path / "out")) == {"m.zip"}


def understate(content: bytes) -> bytes:
    """Announce a length of 1 for a file of 5004 bytes, in both places."""
    true, false = (5004).to_bytes(4, "little"), (1).to_bytes(4, "little")
    return content.replace(true, false)


def spoil(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        start = archive.infolist()[1].header_offset + 30 + len("report.pdf")
    return content[:start] + bytes([content[start] ^ 255]) + content[start + 1 :]


@pytest.mark.parametrize("damage", [lambda c: b"no zip", lambda c: c[:-40], spoil, understate, lambda c: b""])
def test_a_damaged_archive_is_noticed(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """Cut, changed or lying about a length: an error, and no file that is not whole has its name."""
    archive = archive_of(tmp_path / "out", damage(zipped(FILES)))
    with pytest.raises(IntegrityError):
        unpack(archive, tmp_path / "out", "m")
    for name, content in read(tmp_path / "out").items():
        assert name == "m.zip" or content == FILES[name]
    assert unpacked(tmp_path / "out", "m") is None


def test_a_damaged_archive_is_fetched_again(town: Town, made: str, tmp_path: Path) -> None:
    """It does not stay to be taken for whole by the next run."""
    good = town.play.before["download_url"]
    bad = shelve(town, zipped(FILES)[:-40], "bad.zip")
    town.play.before["download_url"] = lambda _body: {"id": KEY, "url": bad}
    result = town.client().model(made)
    with pytest.raises(IntegrityError):
        result.download(tmp_path / "out")
    town.play.before["download_url"] = good
    result.download(tmp_path / "out")
    assert read(tmp_path / "out") == FILES


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damaged_data_are_noticed_in_each_method(tmp_path: Path, method: int) -> None:
    """Each way of compression says in its own way that data make no sense; all come out as one error."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("a.bin", b"some words, " * 200)
        start = archive.infolist()[0].header_offset + 30 + len("a.bin")
    content = bytearray(buffer.getvalue())
    content[start : start + 12] = b"\xff" * 12
    with pytest.raises(IntegrityError):
        unpack(archive_of(tmp_path / "out", bytes(content)), tmp_path / "out", "m")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A file in the way of a folder is the caller's to mend; the archive is kept."""
    archive = archive_of(tmp_path / "out", zipped(FILES))
    (tmp_path / "out/map").write_bytes(b"")
    with pytest.raises(UsageError, match="cannot be unpacked to"):
        unpack(archive, tmp_path / "out", "m")
    assert archive.exists()


def test_unpacking_can_be_told_to_end(tmp_path: Path) -> None:
    """It ends between blocks, and leaves no half file."""
    archive = archive_of(tmp_path / "out", zipped(FILES))
    with pytest.raises(KeyboardInterrupt):
        unpack(archive, tmp_path / "out", "m", cancelled=lambda: True)
    assert set(read(tmp_path / "out")) == {"m.zip"}


@pytest.mark.parametrize("record", ["", "[]", "{", '{"../x": 1}', '{"report.pdf": 5}', '{"report.pdf": "4"}'])
def test_a_record_that_does_not_fit_counts_as_none(tmp_path: Path, record: str) -> None:
    """A record that is broken, leads out, or does not fit what is there."""
    (tmp_path / "report.pdf").write_bytes(b"%PDF")
    (tmp_path / ".skybind-m.json").write_text(record)
    assert unpacked(tmp_path, "m") is None
    (tmp_path / ".skybind-m.json").write_text(json.dumps({"report.pdf": 4}))
    assert unpacked(tmp_path, "m") == [tmp_path / "report.pdf"]
