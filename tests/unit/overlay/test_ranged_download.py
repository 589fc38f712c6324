"""Large files come in ranges: side by side, on record when they are on the disk, joined only to their like."""

import contextlib
import errno
import itertools
import json
import os
import threading
import time
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import DownloadIncomplete, UsageError
from skybind.options import Options
from skybind.transfers import fetching, ranges
from skybind.transfers.download import DownloadProgress, Wanted, download
from skybind.transfers.pacing import Pace
from skybind.transfers.ranges import Ranges, pieces_of, without
from skybind.transfers.stores import Dialect
from skybind.wire.bulk import Bulk, Unreachable
from unit.overlay.peers import Exchange, Peer, says
from unit.overlay.warehouse import BUCKET, Warehouse, warehouse

QUICK = Options(read_timeout=5.0)
RANGE, NOTED, SIZE = 64 * 1024, 16 * 1024, 1_000_000


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as large, and ranges end, at less than a thousandth of what is usual; pauses are short."""
    monkeypatch.setattr(ranges, "RANGED_ABOVE", 200_000)
    monkeypatch.setattr(ranges, "RANGE", RANGE)
    monkeypatch.setattr(fetching, "_NOTED", NOTED)
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


@pytest.fixture
def content() -> bytes:
    return os.urandom(SIZE)


def stored(house: Warehouse, content: bytes, *, name: str = "big.bin", size: int | None = SIZE) -> Wanted:
    """A file of the store."""
    house.store.put(BUCKET, name, content)

    def link() -> str:
        return house.store.presign_get(
            BUCKET, name, base_url=house.server.oss_endpoint, lifetime_s=600, dialect=house.dialect
        )

    return Wanted(name, size, link)


def only(out: Path, content: bytes, name: str = "big.bin") -> bool:
    """Whether the file is there, and nothing else."""
    assert [path.name for path in out.iterdir()] == [name]
    return (out / name).read_bytes() == content


def sent(house: Warehouse, since: int = 0) -> int:
    """Bytes that the store has sent; it notes an exchange after it is over."""
    end = time.monotonic() + 5
    while len(house.seen) < house.store.arrivals["get"] and time.monotonic() < end:
        time.sleep(0.01)
    return sum(exchange.sent for exchange in house.seen[since:])


def on_record(out: Path) -> int:
    """Bytes on record of the one file that is under way."""
    ((path, record),) = zip(out.glob(".*.ranges"), out.glob(".*.arrived"), strict=True)
    found = Ranges.found(out / "big.bin", path, record)
    assert found is not None
    return found.size - sum(end - start for start, end in found.missing())


def stopped_after(count: int, wanted: Wanted, out: Path, **choices: Any) -> None:
    """A download that is told to end when so many bytes have come."""
    progress = DownloadProgress()
    with pytest.raises(KeyboardInterrupt):
        download(
            [wanted], out, options=Options(bwlimit=2_000_000), progress=progress,
            cancelled=lambda: progress.bytes_moved >= count, **choices,
        )  # fmt: skip


# ------------------------------------------------------------------------------------------------------------- all well


@pytest.mark.parametrize("dialect", ["oss", "s3"])
@pytest.mark.parametrize("size", [SIZE, None])
def test_a_large_file_comes_in_ranges(house: Warehouse, out: Path, content: bytes, size: int | None) -> None:
    """It is whole, each byte of it came once, and its requests are for ranges; also where only the store tells its
    size, whose first answer is then the only one without a range."""
    progress = DownloadProgress()
    assert download([stored(house, content, size=size)], out, options=QUICK, progress=progress) == [out / "big.bin"]
    assert only(out, content)
    assert progress.bytes_moved == SIZE
    assert (progress.files, progress.files_done, progress.bytes_before) == (1, 1, 0)
    sent(house)
    statuses = sorted(exchange.status or 0 for exchange in house.seen)
    assert statuses == ([206] * 16 if size else [200] + [206] * 15)


def test_small_files_come_in_one_stream(house: Warehouse, out: Path) -> None:
    """Up to the size that is called large, one request is all there is."""
    content = os.urandom(200_000)
    download([stored(house, content, size=len(content))], out, options=QUICK)
    assert only(out, content)
    sent(house)
    assert [exchange.status for exchange in house.seen] == [200]


def test_large_and_small_come_together(house: Warehouse, out: Path, content: bytes) -> None:
    """Ranges and files share the workers; each is settled once."""
    names = [f"{number}.bin" for number in range(12)]
    wanted = [
        stored(house, content if number % 5 == 0 else content[: number * 100], name=name, size=None)
        for number, name in enumerate(names)
    ]
    progress = DownloadProgress()
    download(wanted, out, options=QUICK, progress=progress)
    for number, name in enumerate(names):
        assert (out / name).read_bytes() == (content if number % 5 == 0 else content[: number * 100])
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    assert progress.files_done == 12


def test_several_ranges_are_on_their_way_at_a_time(out: Path, content: bytes) -> None:
    """One file is enough to keep several connections busy."""
    right, busy, most, lock = ranged(content, '"one-9"'), [0], [0], threading.Lock()

    def play(exchange: Exchange) -> None:
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        exchange.stopping.wait(0.03)
        right(exchange)
        with lock:
            busy[0] -= 1

    with Peer(play) as peer:
        download([Wanted("big.bin", SIZE, lambda: peer.url)], out, options=QUICK)
    assert only(out, content)
    assert most[0] >= 3


# -------------------------------------------------------------------------------------------------------- on the record


@pytest.mark.parametrize("dialect", ["oss", "s3"])
def test_what_is_on_record_does_not_come_again(house: Warehouse, out: Path, content: bytes) -> None:
    """The next run asks for what is missing, to the byte, and counts the rest as there."""
    wanted = stored(house, content)
    stopped_after(400_000, wanted, out)
    assert not (out / "big.bin").exists()
    there = on_record(out)
    assert there >= 300_000
    sent(house)
    before = len(house.seen)
    progress = DownloadProgress()
    download([wanted], out, options=QUICK, progress=progress)
    assert only(out, content)
    assert sent(house, before) == progress.bytes_moved == SIZE - there
    assert progress.bytes_before == there


def test_bytes_are_on_the_disk_before_they_are_on_record(
    house: Warehouse, out: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a range is written down, its bytes have been handed to the disk; at each moment, for each line."""
    synced: set[tuple[int, int]] = set()
    real = ranges._SYNC

    def sync(number: int) -> None:
        name = str(Path(f"/proc/self/fd/{number}").readlink())
        if name.endswith(".ranges"):
            real(number)
            data = Path(name).read_bytes()
            marks = {(at, at + NOTED) for at in range(0, len(data), NOTED)}
            synced.update(mark for mark in marks if data[mark[0] : mark[1]] == content[mark[0] : mark[1]])
        else:
            lines = Path(name).read_text().splitlines()[1:]
            for line in lines:
                start, end = map(int, line.split())
                for at in range(start - start % NOTED + NOTED * bool(start % NOTED), end - NOTED + 1, NOTED):
                    assert (at, at + NOTED) in synced

    monkeypatch.setattr(ranges, "_SYNC", sync)
    download([stored(house, content)], out, options=QUICK)
    assert only(out, content)
    assert len(synced) >= SIZE // NOTED


@pytest.mark.parametrize(
    "harm",
    [
        "no record",
        "no bytes",
        "no head",
        "torn head",
        "a line beyond the end",
        "other bytes",
        "a link",
        "other size",
        "other object",
    ],
)
def test_a_record_that_does_not_fit_is_not_believed(
    house: Warehouse, out: Path, content: bytes, harm: str, tmp_path: Path
) -> None:
    """Whatever became of what an earlier run left, the file is whole in the end."""
    wanted = stored(house, content)
    stopped_after(400_000, wanted, out)
    ((path, record),) = zip(out.glob(".*.ranges"), out.glob(".*.arrived"), strict=True)
    head, _, lines = record.read_text().partition("\n")
    if harm == "no record":
        record.unlink()
    elif harm == "no bytes":
        path.unlink()
    elif harm == "other object":
        record.rename(out / ".big.bin.0123456789.arrived")
    elif harm == "no head":
        record.write_text(lines)
    elif harm == "torn head":
        record.write_text(head[:20])
    elif harm == "a line beyond the end":
        record.write_text(f"{head}\n0 {SIZE + 1}\n")
    elif harm == "other bytes":
        path.write_bytes(bytes(SIZE))
    elif harm == "a link":
        (tmp_path / "victim").write_bytes(b"precious")
        path.unlink()
        path.symlink_to(tmp_path / "victim")
    else:
        record.write_text(json.dumps({**json.loads(head), "size": SIZE + 5}) + "\n" + lines)
    download([wanted], out, options=QUICK)
    assert only(out, content)
    if harm == "a link":
        assert (tmp_path / "victim").read_bytes() == b"precious"


def test_a_last_line_that_was_cut_off_does_not_count(house: Warehouse, out: Path, content: bytes) -> None:
    """A note that is half there says nothing: ``0 98`` may be the start of ``0 983040``."""
    wanted = stored(house, content)
    stopped_after(300_000, wanted, out)
    (record,) = out.glob(".*.arrived")
    there = on_record(out)
    with record.open("a") as file:
        file.write(f"{SIZE - 10} {SIZE}")
    assert on_record(out) == there
    download([wanted], out, options=QUICK)
    assert only(out, content)


def test_a_long_range_is_on_record_before_it_ends(
    house: Warehouse, out: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill in the middle of a range costs what came since the last note, not all of it."""
    monkeypatch.setattr(ranges, "RANGE", SIZE)
    wanted = stored(house, content)
    house.faults.add("store.get", "stall", count=1, bytes=5 * NOTED + 9, seconds=0.5)
    monkeypatch.setattr(fetching, "_BLOCK", 4096)
    seen: list[int] = []

    def look(_progress: DownloadProgress) -> None:
        for record in out.glob(".*.arrived"):
            with contextlib.suppress(FileNotFoundError):  # it is in place
                lines = record.read_text().splitlines()[1:]
                seen.append(sum(int(line.split()[1]) - int(line.split()[0]) for line in lines))

    download([wanted], out, options=QUICK, told=look)
    assert only(out, content)
    assert any(NOTED <= there <= 5 * NOTED + 9 for there in seen)


def test_bytes_that_are_gone_are_asked_for(out: Path, content: bytes) -> None:
    """A record that says more than there is in the file is not believed, also where no digest would tell."""
    with Peer(ranged(content, '"one-9"')) as peer:
        wanted = Wanted("big.bin", SIZE, lambda: peer.url)
        stopped_after(400_000, wanted, out)
        (path,) = out.glob(".*.ranges")
        os.truncate(path, 100_000)
        download([wanted], out, options=QUICK)
    assert only(out, content)


def test_all_on_record_needs_only_a_name(house: Warehouse, out: Path, content: bytes) -> None:
    """Killed before the file had its name, nothing is asked for again; the digest is."""
    wanted = stored(house, content)
    stopped_after(300_000, wanted, out)
    ((path, record),) = zip(out.glob(".*.ranges"), out.glob(".*.arrived"), strict=True)
    path.write_bytes(content)
    with record.open("a") as file:
        file.write(f"0 {SIZE}\n")
    sent(house)
    before = house.store.arrivals["get"]
    download([wanted], out, options=QUICK)
    assert only(out, content)
    assert house.store.arrivals["get"] == before


def test_what_a_kill_left_beside_a_file_in_place_goes(house: Warehouse, out: Path, content: bytes) -> None:
    """Killed after the file had its name, its record is all that is left; the next run takes it away."""
    wanted = stored(house, content)
    download([wanted], out, options=QUICK)
    (out / ".big.bin.ABC.arrived").write_text("{}\n")
    download([wanted], out, options=QUICK)
    assert only(out, content)


@pytest.mark.parametrize("have", [1, RANGE, 3 * RANGE + 17, SIZE - 1])
def test_the_beginning_of_a_stream_is_the_first_range(house: Warehouse, out: Path, content: bytes, have: int) -> None:
    """What came of a file before it came in ranges is kept."""
    wanted = stored(house, content)
    held = house.store.head(BUCKET, "big.bin")
    assert held is not None
    out.mkdir()
    (out / f".big.bin.{held.etag.upper()}.part").write_bytes(content[:have])
    download([wanted], out, options=QUICK)
    assert only(out, content)
    assert sent(house) == SIZE - have


# ------------------------------------------------------------------------------------------------- changes and refusals


@pytest.mark.parametrize("dialect", ["oss", "s3"])
def test_a_file_that_changes_between_its_ranges_begins_anew(house: Warehouse, out: Path, content: bytes) -> None:
    """Ranges of two versions are never joined, whether the change comes within a run or between two."""
    stopped_after(300_000, stored(house, content), out)
    newer = os.urandom(SIZE)
    wanted = stored(house, newer)
    progress = DownloadProgress()
    download([wanted], out, options=QUICK, progress=progress)
    assert only(out, newer)
    assert progress.bytes_before == 0  # what was there of the other version does not count any more
    (out / "big.bin").unlink()
    newest = os.urandom(SIZE)
    progress = DownloadProgress()
    changed: list[bool] = []

    def change(_progress: DownloadProgress) -> None:
        if progress.bytes_moved > 300_000 and not changed:
            changed.append(True)
            stored(house, newest)

    download([wanted], out, options=Options(bwlimit=3_000_000), progress=progress, told=change)
    assert changed
    assert only(out, newest)


def ranged(content: bytes, etag: str, **more: str) -> Any:
    """A store of one file that knows ranges and no conditions."""

    def play(exchange: Exchange) -> None:
        exchange.body()
        asked = exchange.headers.get("range")
        if asked is None:
            exchange.answer(200, content, {"ETag": etag, "Accept-Ranges": "bytes", **more})
            return
        first, last = asked.removeprefix("bytes=").split("-")
        start, end = int(first), min(int(last or len(content) - 1), len(content) - 1) + 1
        told = {"ETag": etag, "Content-Range": f"bytes {start}-{end - 1}/{len(content)}", **more}
        exchange.answer(206, content[start:end], told)

    return play


def test_a_store_that_knows_no_conditions_is_believed_by_its_etag(out: Path, content: bytes) -> None:
    """It answers with a range of whatever lies there; the ETag of the answer tells, where no digest would."""
    newer = os.urandom(SIZE)
    plays = [ranged(content, '"one-9"')] * 5 + [ranged(newer, '"two-9"')]
    with Peer(*plays) as peer:
        download([Wanted("big.bin", SIZE, lambda: peer.url)], out, options=QUICK)
    assert only(out, newer)


@pytest.mark.parametrize("size", [SIZE, None])
def test_a_store_that_ignores_ranges_gives_one_stream(out: Path, content: bytes, size: int | None) -> None:
    """Answered with 200, the file comes as it is sent, in one request where none was promised to come in ranges."""
    with Peer(says(200, content, ETag='"x-1"')) as peer:
        download([Wanted("big.bin", size, lambda: peer.url)], out, options=QUICK)
    assert only(out, content)
    assert len(peer.requests) == 1


def test_a_store_that_promises_ranges_and_gives_none(out: Path, content: bytes) -> None:
    """It says that it takes ranges, and does not; the file comes in one stream all the same."""
    with Peer(says(200, content, ETag='"x-1"', Accept_Ranges="bytes")) as peer:
        download([Wanted("big.bin", None, lambda: peer.url)], out, options=QUICK)
    assert only(out, content)


@pytest.mark.parametrize("etag", ["", 'W/"weak"'])
def test_ranges_that_nothing_joins(out: Path, content: bytes, etag: str) -> None:
    """Without a strong ETag nobody knows that two ranges are of one object; the file comes in one stream."""
    with Peer(ranged(content, etag)) as peer:
        download([Wanted("big.bin", SIZE, lambda: peer.url)], out, options=QUICK)
    assert only(out, content)
    assert "range" not in peer.requests[-1].headers


def test_a_store_that_gives_another_range(out: Path, content: bytes) -> None:
    """A range that nobody asked for is not written where another belongs."""
    right = ranged(content, '"one-9"')

    def play(exchange: Exchange) -> None:
        if exchange.headers.get("range", "").startswith("bytes=131072-"):
            exchange.answer(206, bytes(RANGE), {"ETag": '"one-9"', "Content-Range": f"bytes 0-{RANGE - 1}/{SIZE}"})
        else:
            right(exchange)

    with Peer(play) as peer, pytest.raises(DownloadIncomplete):
        download([Wanted("big.bin", SIZE, lambda: peer.url)], out, options=QUICK)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("status", [401, 403, "400 ExpiredToken"])
def test_sixteen_workers_and_one_link(
    out: Path, content: bytes, status: int | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the link ends under sixteen workers, exactly one of them asks for another; no line is blamed for it."""
    blamed: list[bool] = []
    monkeypatch.setattr(Pace, "went_wrong", lambda _pace, busy=False: blamed.append(busy))
    right, asked, served = ranged(content, '"one-9"'), [0], [0]
    lock, all_there = threading.Lock(), threading.Event()
    code = "<Error><Code>ExpiredToken</Code></Error>" if isinstance(status, str) else ""
    refused = [0]

    def play(exchange: Exchange) -> None:
        with lock:
            old = exchange.target == "/f?link=1"
            served[0] += old
            expired = old and served[0] > 3
            refused[0] += expired
            if refused[0] >= 8:
                all_there.set()
        if expired:
            all_there.wait(0.3)  # so that many of them are refused at a time
            says(int(str(status)[:3]), code)(exchange)
        else:
            right(exchange)

    def link() -> str:
        asked[0] += 1
        time.sleep(0.05)
        return f"{peer.url}/f?link={asked[0]}"

    with Peer(play) as peer:
        download([Wanted("big.bin", SIZE, link)], out, options=QUICK, workers=16)
    assert only(out, content)
    assert asked == [2]
    assert refused[0] >= 2
    assert blamed == []


# --------------------------------------------------------------------------------------------------------------- faults


@pytest.mark.parametrize("dialect", ["oss", "s3"])
@pytest.mark.parametrize("kind", ["truncated", "cut", "drop", "corrupt", "status-503", "status-500", "lose-answer"])
def test_faults_on_the_way_cost_ranges_not_files(house: Warehouse, out: Path, content: bytes, kind: str) -> None:
    """Whatever happens to some of the requests, in the end the file is whole; what is changed is noticed."""
    wanted = stored(house, content)
    house.faults.add("store.get", kind, count=3, after=2, bytes=9000)
    download([wanted], out, options=QUICK)
    assert only(out, content)
    anew = 2 * SIZE if kind == "corrupt" else SIZE
    assert sent(house) <= anew + 3 * RANGE


def test_a_range_that_is_cut_goes_on_where_it_was(house: Warehouse, out: Path, content: bytes) -> None:
    """What came of a range before the cut does not come again."""
    wanted = stored(house, content)
    house.faults.add("store.get", "cut", count=5, after=1, bytes=9000)
    progress = DownloadProgress()
    download([wanted], out, options=QUICK, progress=progress)
    assert only(out, content)
    assert progress.bytes_moved == SIZE


def test_a_range_that_stalls_is_asked_for_again(house: Warehouse, out: Path, content: bytes) -> None:
    """A store that stops in the middle of a range is given up after the read timeout."""
    wanted = stored(house, content)
    house.faults.add("store.get", "stall", count=2, after=2, bytes=9000, seconds=3)
    download([wanted], out, options=Options(read_timeout=0.3))
    assert only(out, content)


def test_a_range_that_drips_is_asked_for_again(out: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte now and then is no answer: the watchdog on bytes a second holds for downloads as well."""
    right, dripped = ranged(content, '"one-9"'), [0]

    def play(exchange: Exchange) -> None:
        if exchange.headers.get("range", "").startswith("bytes=196608-") and not dripped[0]:
            dripped[0] += 1
            head = f'HTTP/1.1 206 Said\r\nETag: "one-9"\r\nContent-Range: bytes 196608-262143/{SIZE}\r\n'
            exchange.raw(f"{head}Content-Length: {RANGE}\r\n\r\n".encode())
            for byte in content[196608:196700]:
                if exchange.stopping.wait(0.1):
                    break
                exchange.raw(bytes([byte]))
            exchange.hang_up()
        right(exchange)

    with Peer(play) as peer:
        began = time.monotonic()
        download([Wanted("big.bin", SIZE, lambda: peer.url)], out, options=Options(read_timeout=0.4))
        assert time.monotonic() - began < 5
    assert dripped == [1]
    assert only(out, content)


def test_a_large_file_that_always_arrives_changed(house: Warehouse, out: Path, content: bytes) -> None:
    """After three times it is given up, by name, and nothing of it is left."""
    wanted = stored(house, content)
    house.faults.add("store.get", "corrupt")
    with pytest.raises(DownloadIncomplete) as caught:
        download([wanted], out, options=QUICK)
    assert "changed 3 times" in caught.value.failed["big.bin"]
    assert list(out.iterdir()) == []


def test_a_large_file_that_does_not_come(house: Warehouse, out: Path, content: bytes) -> None:
    """It is given up once, whatever the number of its ranges that fail; what came is kept, the others come."""
    wanted, small = stored(house, content), stored(house, b"small", name="small.txt", size=5)
    house.faults.add("store.get", "status-503", after=4)
    progress = DownloadProgress()
    with pytest.raises(DownloadIncomplete, match="1 of 2") as caught:
        download([small, wanted], out, options=QUICK, progress=progress)
    assert caught.value.failed == {"big.bin": "6 attempts, the last: HTTP 503"}
    assert progress.files_failed == 1
    there = on_record(out)
    assert there >= 2 * RANGE
    house.faults.clear()
    progress = DownloadProgress()
    download([small, wanted], out, options=QUICK, progress=progress)
    assert progress.bytes_moved == SIZE - there
    assert (out / "big.bin").read_bytes() == content


def test_a_store_that_is_away_for_a_while(
    house: Warehouse, out: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without network or DNS ranges wait, for more attempts than they have, and come when they are back."""
    wanted = stored(house, content)
    monkeypatch.setattr("skybind.transfers.fetching.random.uniform", lambda _low, _high: 0.02)
    house.faults.add("store.get", "drop", after=3, count=4)
    connect, refusals = Bulk._connect, itertools.count()

    def away(bulk: Bulk, *args: Any) -> Any:
        if house.store.arrivals["get"] >= 3 and next(refusals) < 60:
            raise Unreachable("cannot reach the store")
        return connect(bulk, *args)

    monkeypatch.setattr(Bulk, "_connect", away)
    download([wanted], out, options=QUICK)
    assert only(out, content)
    assert next(refusals) > 60


class FullDisk(FileIO):
    """A file on a disk that has room for so many bytes more."""

    room = 0

    def write(self, data: Any) -> int:
        if len(data) > FullDisk.room:
            raise OSError(errno.ENOSPC, "No space left on device")
        FullDisk.room -= len(data)
        return super().write(data)


def test_a_disk_that_fills_up_between_ranges(
    house: Warehouse, out: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The download ends and says why; nothing has the file's name, and what came does not come again."""
    wanted = stored(house, content)
    FullDisk.room = 400_000
    monkeypatch.setattr(Ranges, "writing", lambda made: FullDisk(made._path, "r+b"))
    with pytest.raises(UsageError, match="disk is full"):
        download([wanted], out, options=QUICK)
    assert not (out / "big.bin").exists()
    monkeypatch.undo()
    there = on_record(out)
    assert there >= 200_000
    progress = DownloadProgress()
    download([wanted], out, options=QUICK, progress=progress)
    assert only(out, content)
    assert progress.bytes_moved == SIZE - there


def test_the_bandwidth_holds_for_all_ranges_together(house: Warehouse, out: Path, content: bytes) -> None:
    """Several ranges at a time take no more than is allowed."""
    began = time.monotonic()
    download([stored(house, content)], out, options=Options(bwlimit=2_000_000), workers=8)
    assert time.monotonic() - began >= 0.4
    assert only(out, content)


# -------------------------------------------------------------------------------------------------------------- sums


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 500), st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500))))
def test_what_is_missing_is_what_has_not_come(size: int, noted: list[tuple[int, int]]) -> None:
    """Ranges may come in any order, twice and overlapping; what is missing is sorted, apart, and to the byte."""
    missing = [(0, size)]
    for start, end in noted:
        missing = without(missing, start, end)
    lost = set(range(size)).difference(*(range(start, end) for start, end in noted))
    assert {at for start, end in missing for at in range(start, end)} == lost
    assert all(start < end for start, end in missing)
    assert missing == sorted(missing)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.integers(0, 10 * RANGE), max_size=8, unique=True))
def test_pieces_are_what_is_missing(marks: list[int]) -> None:
    """Pieces are as many bytes as are missing, in their order, and none is longer than a range."""
    marks = sorted(marks)
    missing = [(start, end) for start, end in zip(marks[::2], marks[1::2], strict=False)]
    pieces = pieces_of(missing)
    assert all(0 < end - start <= RANGE for start, end in pieces)
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    assert joined == missing
