"""Files down: whole or not at all, on from where it broke off, and never outside of the folder."""

import base64
import errno
import hashlib
import io
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field
from fastcrc import crc32, crc64
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import DownloadIncomplete, NotFound, PermissionDenied, UsageError
from skybind.options import Options
from skybind.transfers.download import DownloadProgress, Wanted, check_target, download, place, read_blocks
from skybind.transfers.stores import Dialect
from skybind.wire.bulk import BLOCK, Bulk, Unreachable
from unit.overlay.cards import not_ours
from unit.overlay.peers import Exchange, Peer, Play, cuts, loses_the_answer, nobody, says
from unit.overlay.warehouse import BUCKET, Warehouse, warehouse

QUICK = Options(read_timeout=5.0)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses between attempts are as short as the dice may fall."""
    monkeypatch.setattr("skybind.transfers.fetching.random.uniform", lambda low, _high: low)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def dialect() -> Dialect:
    return "oss"


@pytest.fixture
def house(tmp_path: Path, dialect: Dialect) -> Iterator[Warehouse]:
    with warehouse(tmp_path / "store", dialect) as opened:
        yield opened


@define
class Result:
    """A result in the store, by the names of its files; remembers the links that it gave."""

    house: Warehouse
    contents: dict[str, bytes]
    links: list[str] = field(factory=list)
    lifetimes: list[float] = field(factory=lambda: [600.0])

    def wanted(self, *, sizes: bool = True) -> list[Wanted]:
        """Its files, with links that are signed when they are asked for."""
        for name, content in self.contents.items():
            self.house.store.put(BUCKET, f"result/{name}", content)
        return [Wanted(name, len(c) if sizes else None, self._link(name)) for name, c in self.contents.items()]

    def _link(self, name: str) -> Callable[[], str]:
        def link() -> str:
            self.links.append(name)
            return self.house.store.presign_get(
                BUCKET,
                f"result/{name}",
                base_url=self.house.server.oss_endpoint,
                lifetime_s=600,
                dialect=self.house.dialect,
            )

        return link

    def in_place(self, out: Path) -> bool:
        """Whether everything is there as it is in the store, and nothing else."""
        found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        assert found == self.contents
        return True


@pytest.fixture
def result(house: Warehouse) -> Result:
    names = [
        "map/result.tif",
        "map/result.tfw",
        "model/tileset.json",
        "model/1/2/3.b3dm",
        "empty.txt",
        "Fläche 图+.xml",
    ]
    return Result(house, {name: os.urandom(3000 + 7 * n) for n, name in enumerate(names)} | {"empty.txt": b""})


def one(result: Result, size: int = BLOCK * 5 // 2) -> Wanted:
    """A result of one file."""
    result.contents = {"big.bin": os.urandom(size)}
    (wanted,) = result.wanted()
    return wanted


def seen_by(house: Warehouse, last: int) -> list[int | None]:
    """What the store has answered, when this is among it: it notes an exchange after it is over."""
    end = time.monotonic() + 5
    while last not in [exchange.status for exchange in house.seen] and time.monotonic() < end:
        time.sleep(0.01)
    return [exchange.status for exchange in house.seen]


def parts(out: Path) -> list[Path]:
    return list(out.rglob(".*.part"))


# ------------------------------------------------------------------------------------------------------------- all well


@pytest.mark.parametrize("dialect", ["oss", "s3"])
@pytest.mark.parametrize("sizes", [True, False])
def test_a_result_comes_down_whole(result: Result, out: Path, sizes: bool) -> None:
    """All files are in their places, with sub-folders, also where the service told no sizes; paths come in order."""
    progress = DownloadProgress()
    told: list[int] = []
    wanted = result.wanted(sizes=sizes)
    paths = download(wanted, out, options=QUICK, progress=progress, told=lambda p: told.append(p.files_done))
    assert paths == [out / name for name in result.contents]
    assert result.in_place(out)
    assert (progress.files, progress.files_done, progress.files_before, progress.files_failed) == (6, 6, 0, 0)
    assert progress.bytes_moved == sum(map(len, result.contents.values()))
    assert progress.bytes == (progress.bytes_moved if sizes else 0)
    assert told[-1] == 6
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("skybind-download")]


def test_files_that_are_there_are_left_alone(result: Result, out: Path) -> None:
    """Called again, nothing is asked for; a file of another size is fetched anew."""
    download(result.wanted(), out, options=QUICK)
    result.links.clear()
    progress = DownloadProgress()
    download(result.wanted(), out, options=QUICK, progress=progress)
    assert result.links == []
    assert (progress.files_before, progress.bytes_before) == (6, progress.bytes)
    (out / "map/result.tif").write_bytes(b"cut")
    download(result.wanted(), out, options=QUICK)
    assert result.links == ["map/result.tif"]
    assert result.in_place(out)


def test_without_a_size_what_is_there_is_believed(result: Result, out: Path) -> None:
    """A file under its own name is whole: that is what the temporary names are for."""
    download(result.wanted(), out, options=QUICK)
    result.links.clear()
    download(result.wanted(sizes=False), out, options=QUICK)
    assert result.links == []


def test_nothing_to_fetch(out: Path) -> None:
    """An empty result is an empty folder."""
    assert download([], out, options=QUICK) == []
    assert list(out.iterdir()) == []


# ---------------------------------------------------------------------------------------------------- on from the break


def test_a_broken_file_goes_on_where_it_broke(result: Result, out: Path) -> None:
    """After a cut the rest is asked for, and only the rest goes over the wire."""
    wanted = one(result)
    result.house.faults.add("store.get", "cut", count=1, bytes=2 * BLOCK)
    progress = DownloadProgress()
    download([wanted], out, options=QUICK, progress=progress)
    assert result.in_place(out)
    end = time.monotonic() + 5
    while len(result.house.seen) < 2 and time.monotonic() < end:  # the store notes an exchange after it is over
        time.sleep(0.01)
    first, second = result.house.seen
    assert (first.status, second.status) == (200, 206)
    assert wanted.size is not None
    assert second.sent < wanted.size
    assert progress.bytes_moved == wanted.size
    assert result.links == ["big.bin", "big.bin"]


@pytest.mark.parametrize("dialect", ["oss", "s3"])
@pytest.mark.parametrize("have", [1, BLOCK, BLOCK + 17])
def test_another_process_goes_on(result: Result, out: Path, have: int) -> None:
    """A part that an earlier process left is joined to its rest, under the same ETag, and checked as a whole."""
    wanted = one(result)
    stored = result.house.store.head(BUCKET, "result/big.bin")
    assert stored is not None
    etag = stored.etag.upper() if result.house.dialect == "oss" else stored.etag
    out.mkdir()
    (out / f".big.bin.{etag}.part").write_bytes(result.contents["big.bin"][:have])
    progress = DownloadProgress()
    download([wanted], out, options=QUICK, progress=progress)
    assert result.in_place(out)
    assert progress.bytes_moved == len(result.contents["big.bin"]) - have


def test_a_file_that_changed_meanwhile_starts_anew(result: Result, out: Path) -> None:
    """A part of another version is thrown away: a rest is only joined to its own beginning."""
    wanted = one(result)
    out.mkdir()
    (out / f".big.bin.{'0' * 32}.part").write_bytes(bytes(BLOCK))
    download([wanted], out, options=QUICK)
    assert result.in_place(out)


@pytest.mark.parametrize("heeds", [True, False], ids=["If-Range", "no If-Range"])
def test_a_rest_of_another_version_is_not_joined(out: Path, heeds: bool) -> None:
    """Where there is no digest to notice it, the ETag tells that the rest is not of this beginning; also to a store
    that answers a range whatever its condition."""

    def store(exchange: Exchange) -> None:
        exchange.body()
        asked = exchange.headers.get("range")
        if asked and not (heeds and exchange.headers["if-range"] != '"new-2"'):
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            rest = b"NEWMODEL"[start:]
            exchange.answer(206, rest, {"ETag": '"new-2"', "Content-Range": f"bytes {start}-7/8"})
        else:
            exchange.answer(200, b"NEWMODEL", {"ETag": '"new-2"'})

    out.mkdir()
    (out / ".m.bin.old-2.part").write_bytes(b"oldm")
    assert fetched(out, store, 8) == b"NEWMODEL"
    assert parts(out) == []
    (out / "m.bin").unlink()
    (out / ".m.bin.new-2.part").write_bytes(b"NEWM")
    assert fetched(out, store, 8) == b"NEWMODEL"


@pytest.mark.parametrize("extra", [0, 10])
def test_a_part_that_is_as_long_as_the_file_or_longer(result: Result, out: Path, extra: int) -> None:
    """A part to which nothing can be added does not stand in the way of the file."""
    wanted = one(result)
    stored = result.house.store.head(BUCKET, "result/big.bin")
    assert stored is not None
    out.mkdir()
    (out / f".big.bin.{stored.etag.upper()}.part").write_bytes(result.contents["big.bin"] + bytes(extra))
    download([wanted], out, options=QUICK)
    assert result.in_place(out)


def test_a_part_with_wrong_bytes_is_noticed(result: Result, out: Path) -> None:
    """The digest covers the beginning that was there already; wrong bytes in it are fetched again."""
    wanted = one(result)
    stored = result.house.store.head(BUCKET, "result/big.bin")
    assert stored is not None
    out.mkdir()
    (out / f".big.bin.{stored.etag.upper()}.part").write_bytes(bytes(BLOCK))
    download([wanted], out, options=QUICK)
    assert result.in_place(out)
    assert seen_by(result.house, 200) == [206, 200]


def test_parts_of_other_files_are_not_taken(result: Result, out: Path) -> None:
    """Names that begin alike do not share their parts."""
    result.contents = {"a": os.urandom(500), "a.b": os.urandom(600), ".a": os.urandom(700)}
    wanted = result.wanted()
    etags = {}
    for name in result.contents:
        stored = result.house.store.head(BUCKET, f"result/{name}")
        assert stored is not None
        etags[name] = stored.etag.upper()
    out.mkdir()
    for name, content in result.contents.items():
        (out / f".{name}.{etags[name]}.part").write_bytes(content[:100])
    progress = DownloadProgress()
    download(wanted, out, options=QUICK, progress=progress)
    assert result.in_place(out)
    assert progress.bytes_moved == 400 + 500 + 600


# --------------------------------------------------------------------------------------------------------------- faults


@pytest.mark.parametrize("kind", ["truncated", "cut", "drop", "corrupt", "status-503", "status-500", "lose-answer"])
def test_faults_on_the_way_cost_attempts_not_files(result: Result, out: Path, kind: str) -> None:
    """Whatever happens to some of the requests, in the end every file is whole."""
    result.contents.pop("empty.txt")
    result.house.faults.add("store.get", kind, count=2, bytes=1500)
    download(result.wanted(), out, options=QUICK)
    assert result.in_place(out)


def test_a_stalled_store_costs_an_attempt(result: Result, out: Path) -> None:
    """A store that stops sending is given up after the read timeout; the rest is asked for."""
    wanted = one(result)
    result.house.faults.add("store.get", "stall", count=1, bytes=BLOCK, seconds=3)
    download([wanted], out, options=Options(read_timeout=0.3))
    assert result.in_place(out)
    assert 206 in seen_by(result.house, 206)


def test_a_file_that_always_arrives_changed(result: Result, out: Path) -> None:
    """After three wrong digests the file is given up, named, and not left behind; the others are in place."""
    result.contents = {"bad.bin": os.urandom(500)}
    bad = result.wanted()
    result.house.faults.add("store.get", "corrupt")
    with pytest.raises(DownloadIncomplete, match="1 of 1 files") as caught:
        download(bad, out, options=QUICK)
    assert "changed 3 times" in caught.value.failed["bad.bin"]
    assert len(result.links) == 3
    assert list(out.iterdir()) == []


def test_a_file_that_does_not_come(result: Result, out: Path) -> None:
    """After six attempts a file is given up, by name and reason; what came of it stays for the next call."""
    wanted = one(result)
    result.house.faults.add("store.get", "cut", count=1, bytes=BLOCK)
    result.house.faults.add("store.get", "status-503")
    with pytest.raises(DownloadIncomplete) as caught:
        download([wanted], out, options=QUICK)
    assert caught.value.failed == {"big.bin": "6 attempts, the last: HTTP 503"}
    assert "same command" in caught.value.advice
    assert [part.stat().st_size for part in parts(out)] == [BLOCK]
    result.house.faults.clear()
    download([wanted], out, options=QUICK)
    assert result.in_place(out)
    assert parts(out) == []


def test_one_bad_file_does_not_keep_the_others(result: Result, out: Path) -> None:
    """Files that can be had are in place, whatever became of the one that cannot."""
    wanted = result.wanted()
    result.house.store.delete(BUCKET, "result/map/result.tfw")
    progress = DownloadProgress()
    with pytest.raises(DownloadIncomplete) as caught:
        download(wanted, out, options=QUICK, progress=progress)
    assert caught.value.failed == {"map/result.tfw": "HTTP 404"}
    result.contents.pop("map/result.tfw")
    assert result.in_place(out)
    assert (progress.files_done, progress.files_failed) == (5, 1)


def test_an_expired_link_is_asked_for_anew(out: Path) -> None:
    """A link that has expired since it was given is answered with 403; the next attempt has a fresh one."""
    asked: list[int] = []

    def by_link(exchange: Exchange) -> None:
        fresh = exchange.target == "/file?signature=2"
        (says(200, "model") if fresh else says(403, "<Error><Code>AccessDenied</Code></Error>"))(exchange)

    def link() -> str:
        asked.append(len(asked) + 1)
        return f"{peer.url}/file?signature={asked[-1]}"

    with Peer(by_link) as peer:
        download([Wanted("m.bin", 5, link)], out, options=QUICK)
    assert asked == [1, 2]
    assert (out / "m.bin").read_bytes() == b"model"


def test_links_are_asked_for_when_they_are_needed(result: Result, out: Path) -> None:
    """No link is asked for before its file's turn, so that none grows old in a queue."""
    seen: list[int] = []
    wanted = result.wanted()

    def counting(item: Wanted) -> Wanted:
        def link() -> str:
            seen.append(len(list(out.rglob("*.*"))))
            return item.url()

        return Wanted(item.name, item.size, link)

    download([counting(item) for item in wanted], out, options=QUICK, workers=1)
    assert seen == sorted(seen)
    assert seen[-1] >= 5


def test_a_service_that_gives_no_link(out: Path) -> None:
    """A file without a link is named as such; no other address is tried in its place."""
    with pytest.raises(DownloadIncomplete) as caught:
        download([Wanted("m.bin", 5, lambda: "")], out, options=QUICK)
    assert "no link" in caught.value.failed["m.bin"]


def test_a_service_that_refuses_links_altogether(result: Result, out: Path) -> None:
    """What the service itself refuses would be refused for every file; it is raised as it is."""

    def refuse() -> str:
        raise PermissionDenied("not yours", service="probe", status=403)

    with pytest.raises(PermissionDenied):
        download([Wanted("a", 1, refuse), Wanted("b", 1, refuse)], out, options=QUICK)


def test_a_file_that_is_gone_does_not_keep_the_others(out: Path) -> None:
    """What the service does not have any more is named; it is no reason to leave the rest there."""

    def gone() -> str:
        raise NotFound("no such file", service="probe", status=404)

    with pytest.raises(DownloadIncomplete) as caught:
        download([Wanted("gone", 1, gone), Wanted("gone as well", 1, gone)], out, options=QUICK)
    assert set(caught.value.failed) == {"gone", "gone as well"}


def test_reasons_hold_no_signature(out: Path) -> None:
    """A link is a secret for as long as it lives; neither message nor reason shows it."""
    for play in (loses_the_answer, says(503), cuts(100, b"x")):
        with Peer(play) as peer:
            link = f"{peer.url}/f?signature=canary"
            wanted = Wanted("m.bin", 5, lambda link=link: link)  # type: ignore[misc]
            with pytest.raises(DownloadIncomplete) as caught:
                download([wanted], out, options=QUICK)
        assert "canary" not in str(caught.value) + repr(caught.value.failed) + repr(wanted)
    with nobody() as url, pytest.raises(DownloadIncomplete) as caught:
        download([Wanted("m.bin", 5, lambda: f"{url}/f?signature=canary")], out, options=QUICK)
    assert "canary" not in str(caught.value) + repr(caught.value.failed)


def test_a_line_that_is_cut_often_gets_there(result: Result, out: Path) -> None:
    """A file is given up for attempts that bring nothing; as long as more of it comes, it goes on."""
    wanted = one(result)
    result.house.faults.add("store.get", "cut", count=12, bytes=150_000)
    download([wanted], out, options=QUICK)
    assert result.in_place(out)


def test_a_store_without_etags_is_asked_from_the_beginning(out: Path) -> None:
    """Without a name for the object there is nothing to join a rest to, also in one run."""
    asked: list[str | None] = []

    def store(exchange: Exchange) -> None:
        exchange.body()
        asked.append(exchange.headers.get("range"))
        exchange.raw(b"HTTP/1.1 200 Said\r\nContent-Length: 5\r\n\r\nmod" + (b"el" if len(asked) > 1 else b""))
        if len(asked) == 1:
            exchange.hang_up()

    assert fetched(out, store) == b"model"
    assert asked == [None, None]


def test_a_store_that_names_its_pause(out: Path) -> None:
    """Retry-After is kept, before the next attempt."""
    times: list[float] = []

    def store(exchange: Exchange) -> None:
        times.append(time.monotonic())
        (says(200, "model") if len(times) > 1 else says(503, Retry_After="0.2"))(exchange)

    assert fetched(out, store) == b"model"
    assert times[1] - times[0] >= 0.2


# --------------------------------------------------------------------------------------------------------------- checks


def fetched(out: Path, play: Play, size: int | None = 5, name: str = "m.bin") -> bytes:
    """A file from a peer that does as it is told."""
    with Peer(play) as peer:
        download([Wanted(name, size, lambda: f"{peer.url}/f")], out, options=QUICK)
    return (out / name).read_bytes()


def md5(content: bytes) -> str:
    return hashlib.md5(content).hexdigest()


def crc32c(content: bytes) -> str:
    return base64.b64encode(crc32.iscsi(content).to_bytes(4, "big")).decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"ETag": f'"{md5(b"model")}"'},
        {"ETag": f'"{md5(b"model").upper()}"'},
        {"ETag": '"abc-3"'},
        {"ETag": 'W/"weak"'},
        {"ETag": f'"{md5(b"other")}"', "x_amz_server_side_encryption": "aws:kms"},
        {"ETag": f'"{md5(b"other")}"', "x_oss_hash_crc64ecma": str(crc64.xz(b"model"))},
        {"ETag": '"abc-3"', "x_amz_checksum_crc32c": crc32c(b"model")},
        {"ETag": '"abc-3"', "x_amz_checksum_crc32c": crc32c(b"parts") + "-3"},
        {"ETag": '"abc-3"', "x_amz_checksum_crc32c": crc32c(b"x"), "x_amz_checksum_type": "COMPOSITE"},
        {},
    ],
)
def test_whatever_digest_there_is_counts(out: Path, headers: dict[str, str]) -> None:
    """CRC-64 before MD5; an ETag that is no MD5 of the bytes is not taken for one; without any, the size must do."""
    assert fetched(out, says(200, "model", **headers)) == b"model"


@pytest.mark.parametrize(
    "headers",
    [
        {"ETag": f'"{md5(b"other")}"'},
        {"ETag": f'"{md5(b"model")}"', "x_oss_hash_crc64ecma": "1"},
        {"ETag": '"abc-3"', "x_amz_checksum_crc32c": crc32c(b"other")},
    ],
)
def test_a_wrong_digest_is_no_file(out: Path, headers: dict[str, str]) -> None:
    """Bytes that do not fit the store's digest never get the file's name."""
    with pytest.raises(DownloadIncomplete):
        fetched(out, says(200, "model", **headers))
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("size", [4, 6, 0])
def test_a_size_that_differs_from_what_was_promised(out: Path, size: int) -> None:
    """A file that is longer or shorter than the service said is not put in place."""
    with pytest.raises(DownloadIncomplete, match="the service says"):
        fetched(out, says(200, "model"), size)
    assert list(out.iterdir()) == []


def test_a_page_in_place_of_a_file(out: Path) -> None:
    """A portal's page is not taken for a file of another size."""
    with pytest.raises(DownloadIncomplete):
        fetched(out, says(200, "<html>log in</html>", Content_Type="text/html"), 5000)


# --------------------------------------------------------------------------------------------------------------- places


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "a/../../x",
        "/etc/passwd",
        "a\\b",
        "..\\x",
        "a\0b",
        "a\nb",
        "C:x",
        "c:/x",
        "",
        ".",
        "..",
        "a/..",
        "\x1b[0m",
    ],
)
def test_names_that_lead_out_are_refused(tmp_path: Path, out: Path, name: str) -> None:
    """A name that a service gives is not trusted; nothing is fetched and nothing is written outside of the folder."""
    with Peer(says(200, "x")) as peer, pytest.raises(UsageError, match="does not stay inside"):
        download(
            [Wanted("good", 1, lambda: peer.url), Wanted(name, 1, lambda: peer.url)],
            out,
            options=QUICK,
        )
    assert peer.requests == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path, out: Path) -> None:
    """A symbolic link below the folder does not lead a file out of it; one that stays inside may be used."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (out / "inside").mkdir(parents=True)
    (out / "escape").symlink_to(outside)
    (out / "stay").symlink_to(out / "inside")
    with pytest.raises(UsageError, match="does not stay inside"):
        place(out, "escape/x")
    assert place(out, "stay/x") == out / "stay" / "x"


def test_a_link_in_place_of_a_file_is_replaced_not_followed(tmp_path: Path, out: Path) -> None:
    """What a link of the file's own name points to is not written to."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    out.mkdir()
    (out / "m.bin").symlink_to(victim)
    fetched(out, says(200, "model"))
    assert victim.read_bytes() == b"precious"
    assert not (out / "m.bin").is_symlink()


def test_a_part_that_is_a_link_is_not_written_through(tmp_path: Path, out: Path) -> None:
    """Somebody's link under the name of a part does not lead bytes out of the folder either."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    out.mkdir()
    (out / f".m.bin.{md5(b'model')}.part").symlink_to(victim)
    fetched(out, says(200, "model", ETag=f'"{md5(b"model")}"'))
    assert victim.read_bytes() == b"precious"
    assert (out / "m.bin").read_bytes() == b"model"


@settings(deadline=None, max_examples=120)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("/\\.:\0~ "), max_size=20))
def test_no_name_leads_out(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """Every name is refused or leads to a place below the folder, and not to the folder itself."""
    out = tmp_path_factory.getbasetemp() / "any-name"
    out.mkdir(exist_ok=True)
    try:
        target = place(out, name)
    except UsageError:
        return
    assert out in target.parents
    assert target.resolve() == target


@pytest.mark.parametrize("name", ["a.tif", "map/1/2.png", "...", "a b", "图/ü.xml", "ab:c", "-rf", "a/./b"])
def test_ordinary_names_keep_their_places(out: Path, name: str) -> None:
    """Everything that is no way out stays as the service named it."""
    assert place(out, name) == out / name


# ---------------------------------------------------------------------------------------------------------------- disks


class FullDisk(io.FileIO):
    """A file on a disk that has room for 2000 bytes more."""

    room = 2000

    def write(self, data: Any) -> int:
        if len(data) > FullDisk.room:
            raise OSError(errno.ENOSPC, "No space left on device")
        FullDisk.room -= len(data)
        return super().write(data)


def test_a_disk_that_fills_up(result: Result, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No other file would fare better: the download ends and says why; what came is kept, and nothing comes twice."""
    opened = Path.open
    FullDisk.room = 4000

    def on_a_full_disk(path: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if path.name.endswith(".part") and mode in {"ab", "wb"}:
            return FullDisk(path, mode)
        return opened(path, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", on_a_full_disk)
    with pytest.raises(UsageError, match="the disk is full") as caught:
        download(result.wanted(), out, options=QUICK, workers=1)
    assert "Make room" in caught.value.advice
    assert parts(out)
    assert (out / "map/result.tif").read_bytes() == result.contents["map/result.tif"]
    monkeypatch.undo()
    there = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    progress = DownloadProgress()
    download(result.wanted(), out, options=QUICK, progress=progress)
    assert result.in_place(out)
    assert there + progress.bytes_moved == progress.bytes_before + progress.bytes_moved == progress.bytes


def test_room_that_is_taken_by_a_beginning_is_not_asked_for_twice(
    result: Result, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there of a file needs no more room: the rest does."""
    wanted = one(result)
    stored = result.house.store.head(BUCKET, "result/big.bin")
    assert stored is not None
    out.mkdir()
    (out / f".big.bin.{stored.etag.upper()}.part").write_bytes(result.contents["big.bin"][: 2 * BLOCK])
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type(usage)(10**9, 10**9, BLOCK // 2))
    download([wanted], out, options=QUICK)
    assert result.in_place(out)


def test_no_room_for_a_size_that_only_the_store_tells(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the service named no size, room is looked at when the store does, and before a byte is written."""
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type(usage)(10**9, 10**9, 4))
    with pytest.raises(UsageError, match="disk is full"):
        fetched(out, says(200, "model"), None)
    assert list(out.iterdir()) == []


def test_too_little_room_is_said_before(result: Result, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What surely does not fit is not begun; what is there already needs no room."""
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type(usage)(10**6, 10**6, 10))
    with pytest.raises(UsageError, match="are to come"):
        download(result.wanted(), out, options=QUICK)
    assert result.links == []
    monkeypatch.undo()
    download(result.wanted(), out, options=QUICK)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type(usage)(10**6, 10**6, 10))
    download(result.wanted(), out, options=QUICK)


def test_a_folder_that_cannot_be_written_to() -> None:
    """It is said before anything is fetched, by the system's reason."""
    with not_ours() as locked, Peer(says(200, "x")) as peer:
        for folder in (locked, locked / "new"):
            with pytest.raises(UsageError, match="cannot be written to: Permission denied"):
                download([Wanted("a", 1, lambda: peer.url)], folder, options=QUICK)
        assert peer.requests == []


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """A target that is a file is refused."""
    (tmp_path / "f").write_bytes(b"x")
    with pytest.raises(UsageError, match="cannot be written to"):
        check_target(tmp_path / "f")


def test_looking_at_the_target_leaves_nothing(out: Path) -> None:
    """The folder is made, and nothing else."""
    check_target(out / "a" / "b")
    assert list((out / "a" / "b").iterdir()) == []


# ------------------------------------------------------------------------------------------------------------- stopping


def test_stopping_wakes_who_waits(result: Result, out: Path) -> None:
    """Told to stop, the download ends at once though the store has stalled; the same call goes on."""
    wanted = one(result)
    result.house.faults.add("store.get", "stall", count=1, bytes=BLOCK, seconds=20)
    progress = DownloadProgress()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        download(
            [wanted],
            out,
            options=Options(read_timeout=15),
            progress=progress,
            cancelled=lambda: progress.bytes_moved >= BLOCK,
        )
    assert time.monotonic() - began < 4
    assert not (out / "big.bin").exists()
    assert [part.stat().st_size for part in parts(out)] == [BLOCK]
    download([wanted], out, options=QUICK)
    assert result.in_place(out)
    assert 206 in seen_by(result.house, 206)


# -------------------------------------------------------------------------------------------------------------- streams


def test_a_file_can_be_read_in_blocks(result: Result) -> None:
    """The bytes come in their order, without a file."""
    wanted = one(result)
    with read_blocks(wanted, QUICK) as blocks:
        sizes, content = [], b""
        for block in blocks:
            sizes.append(len(block))
            content += block
    assert content == result.contents["big.bin"]
    assert max(sizes) <= BLOCK


@pytest.mark.parametrize("play", [says(404), loses_the_answer, cuts(100, b"abc")])
def test_a_stream_that_breaks_is_told(play: Play) -> None:
    """A refusal or a broken line ends the reading with the file's name, not with a short file."""
    with (
        Peer(play) as peer,
        pytest.raises(DownloadIncomplete) as caught,
        read_blocks(Wanted("m.bin", 5, lambda: f"{peer.url}/f?signature=canary"), QUICK) as blocks,
    ):
        b"".join(blocks)
    assert set(caught.value.failed) == {"m.bin"}
    assert "canary" not in str(caught.value)


# ----------------------------------------------------------------------------------------------------- names and reach


def test_a_name_that_comes_twice_is_fetched_once(result: Result, out: Path) -> None:
    """Two entries of one name and size are one file: they never write into each other, and both paths are answered."""
    wanted = one(result)
    assert download([wanted, wanted, wanted], out, options=QUICK) == [out / "big.bin"] * 3
    assert result.in_place(out)
    assert result.house.store.arrivals["get"] == 1


def test_names_of_one_place_are_one_name(result: Result, out: Path) -> None:
    """Names that are written differently and lead to one place do not write into each other either."""
    wanted = one(result)
    other = Wanted("./big.bin", wanted.size, wanted.url)
    assert download([wanted, other], out, options=QUICK) == [out / "big.bin"] * 2
    assert result.house.store.arrivals["get"] == 1


def test_names_that_differ_in_size_are_refused(result: Result, out: Path) -> None:
    """Where one name stands for files of different sizes, none of them is taken for it; the others come."""
    first, *_ = wanted = result.wanted()
    other = Wanted(first.name, 1, first.url)
    with pytest.raises(DownloadIncomplete) as caught:
        download([*wanted, other], out, options=QUICK)
    assert list(caught.value.failed) == [first.name]
    del result.contents[first.name]
    assert result.in_place(out)


def test_a_store_that_is_away_for_a_while_costs_no_file(
    result: Result, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without network or DNS a file waits, for more attempts than it has, and comes when they are back."""
    result.contents = {f"{number}.bin": os.urandom(2000) for number in range(12)}
    monkeypatch.setattr("skybind.transfers.fetching.random.uniform", lambda _low, _high: 0.02)
    result.house.faults.add("store.get", "drop", after=3, count=3)
    connect, refusals = Bulk._connect, [30]

    def away(bulk: Bulk, *args: Any) -> Any:
        if result.house.store.arrivals["get"] >= 3 and refusals[0]:
            refusals[0] -= 1
            raise Unreachable("cannot reach the store")
        return connect(bulk, *args)

    monkeypatch.setattr(Bulk, "_connect", away)
    download(result.wanted(), out, options=QUICK)
    assert result.in_place(out)
    assert refusals == [0]


def test_the_bandwidth_holds_for_all_files_together(result: Result, out: Path) -> None:
    """Several files at a time take no more than is allowed."""
    result.contents = {f"{number}.bin": os.urandom(100_000) for number in range(6)}
    began = time.monotonic()
    download(result.wanted(), out, options=Options(bwlimit=1_000_000))
    assert time.monotonic() - began >= 0.3
    assert result.in_place(out)
