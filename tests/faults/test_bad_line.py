"""A bad line, a bad disk and a bad clock under one upload."""

from __future__ import annotations

import hashlib
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from skybind.errors import UploadIncomplete, UsageError
from skybind.options import Options
from skybind.transfers.download import Wanted, download
from skybind.transfers.fetching import Fetching
from skybind.transfers.photos import Photo, scan
from unit.overlay.warehouse import BUCKET, PREFIX, QUICK, Run, Service, Warehouse, warehouse

FAULTS = {
    "cut": ("cut", {"bytes": 5_000}),
    "corrupt": ("corrupt", {}),
    "answer lost after it was stored": ("lose-answer", {}),
    "503": ("status-503", {}),
    "refused": ("drop", {}),
    "stalled": ("stall", {"seconds": 2.5}),
    "slow": ("stall", {"seconds": 0.2}),
}


@pytest.fixture(params=["oss", "s3"])
def house(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Warehouse]:
    with warehouse(tmp_path / "store", request.param) as opened:
        yield opened


def card(folder: Path, count: int, size: int = 20_000) -> list[Photo]:
    folder.mkdir()
    chance = random.Random(3)
    for number in range(count):
        (folder / f"DJI_{number:04}.JPG").write_bytes(b"\xff\xd8\xff" + chance.randbytes(size))
    return scan(folder)


def whole(house: Warehouse, photos: list[Photo]) -> bool:
    """Whether all photos lie in the store, byte for byte, and nothing else."""
    assert house.names() == [photo.name for photo in photos]
    assert all(house.content(photo.name) == photo.path.read_bytes() for photo in photos)
    return True


def test_forty_bad_connections_in_two_hundred_files(house: Warehouse, tmp_path: Path) -> None:
    """Whatever goes wrong with forty requests, all files are in the store as they are on the card, in one run."""
    photos = card(tmp_path / "card", 200)
    chance = random.Random(7)
    kinds = [list(FAULTS)[number % len(FAULTS)] for number in range(40)]
    for kind in kinds:
        name, arguments = FAULTS[kind]
        house.faults.add("store.put", name, count=1, after=chance.randrange(0, 190), **arguments)
    run = Run(Service(house))
    run(photos, attrs.evolve(QUICK, workers=8, first=8), read_timeout=1.0)
    assert whole(house, photos)
    assert set(run.recorded) == {photo.name for photo in photos}
    assert run.progress.bytes_moved == sum(photo.size for photo in photos)
    assert run.progress.retries >= 12  # what struck an idle connection is sent again without being counted


def test_sixteen_workers_and_one_refresh(house: Warehouse, tmp_path: Path) -> None:
    """When the session token ends under sixteen workers at full speed, exactly one of them asks for another."""
    photos = card(tmp_path / "card", 96)
    house.faults.add("store.put", "expire-token", after=40, count=1)
    run = Run(Service(house, slow=0.05))
    run(photos, attrs.evolve(QUICK, workers=16, first=16))
    assert whole(house, photos)
    assert run.progress.grants == 2


@pytest.mark.parametrize("house", ["oss"], indirect=True)
def test_a_card_that_is_pulled(house: Warehouse, tmp_path: Path) -> None:
    """When the folder vanishes, what had arrived is safe, all others are named; put back, they go up, and only they."""
    folder = tmp_path / "card"
    photos = card(folder, 60)
    house.faults.add("store.put", "stall", seconds=0.01)

    def pull(progress: object) -> None:
        if len(house.names()) >= 20 and folder.exists():
            folder.rename(tmp_path / "in the hand")

    run = Run(Service(house))
    with pytest.raises(UploadIncomplete) as caught:
        run(photos, told=pull)
    assert set(run.recorded) | set(caught.value.failed) == {photo.name for photo in photos}
    assert not set(run.recorded) & set(caught.value.failed)
    assert "cannot be read" in next(iter(caught.value.failed.values()))
    (tmp_path / "in the hand").rename(folder)
    again = Run(Service(house))
    again([photo for photo in photos if photo.name not in run.recorded])
    assert whole(house, photos)
    assert set(again.recorded) == set(caught.value.failed)


@pytest.mark.parametrize("house", ["oss"], indirect=True)
@pytest.mark.parametrize("change", ["grown", "cut short", "same size", "gone"])
def test_a_file_that_changes_under_way(house: Warehouse, tmp_path: Path, change: str) -> None:
    """A photo that is written to while others go up is named and not confirmed; the next run takes it as it is then."""
    photos = card(tmp_path / "card", 10)
    victim = photos[7].path
    before = victim.read_bytes()
    victim.unlink()
    if change != "gone":
        victim.write_bytes({"grown": before + b"x", "cut short": before[:-1], "same size": before[:-1] + b"x"}[change])
        os.utime(victim, ns=(0, 1))
    run = Run(Service(house))
    with pytest.raises(UploadIncomplete) as caught:
        run(photos)
    assert set(caught.value.failed) == {photos[7].name}
    assert len(run.recorded) == 9
    if change == "gone":
        victim.write_bytes(before)
    now = scan(tmp_path / "card")
    Run(Service(house))([photo for photo in now if photo.name not in run.recorded])
    assert whole(house, now)


@pytest.mark.parametrize("hours", [-30, 30])
def test_a_clock_that_jumps(house: Warehouse, tmp_path: Path, hours: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """When this machine's clock is set in the middle of an upload, the store's is learnt, and no photo is lost."""
    photos = card(tmp_path / "card", 24)
    wall, jumped = time.time, [0.0]
    monkeypatch.setattr("skybind.wire.clock.time.time", lambda: wall() + jumped[0])

    def jump(progress: object) -> None:
        if len(house.names()) >= 6:
            jumped[0] = hours * 3600.0

    run = Run(Service(house))
    run.service.promised = None
    run(photos, told=jump)
    assert whole(house, photos)


@pytest.mark.parametrize("house", ["oss"], indirect=True)
def test_a_disk_that_is_full_for_a_while(house: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk ends a download and says so; with room again the same call gets what is missing, and only that."""
    contents = {f"{number}.bin": os.urandom(50_000) for number in range(12)}
    links = []
    for name, content in contents.items():
        house.store.put(BUCKET, PREFIX + name, content)
        link = house.store.presign_get(
            BUCKET, PREFIX + name, base_url=house.server.oss_endpoint, lifetime_s=600, dialect="oss"
        )
        links.append(Wanted(name, len(content), lambda link=link: link))
    full = [True]
    receive = Fetching._receive

    def write(engine, file, *more):  # type: ignore[no-untyped-def]
        if full[0] and file.wanted.name == "7.bin":
            raise OSError(28, "No space left on device")
        return receive(engine, file, *more)

    monkeypatch.setattr(Fetching, "_receive", write)
    out = tmp_path / "out"
    with pytest.raises(UsageError, match="disk is full"):
        download(links, out, options=Options(), workers=1)
    there = {path.name: path.stat().st_mtime_ns for path in out.iterdir() if path.suffix != ".part"}
    assert there
    assert all((out / name).read_bytes() == contents[name] for name in there)
    full[0] = False
    download(links, out, options=Options())
    assert {path.name: path.read_bytes() for path in out.iterdir()} == contents
    assert all((out / name).stat().st_mtime_ns == stamp for name, stamp in there.items())


@pytest.mark.parametrize("house", ["oss"], indirect=True)
def test_bad_connections_on_the_way_down(house: Warehouse, tmp_path: Path) -> None:
    """The same line brings files down whole: what is cut goes on, what is changed is noticed."""
    contents = {f"{number:03}.bin": os.urandom(30_000) for number in range(60)}
    links = []
    for name, content in contents.items():
        house.store.put(BUCKET, PREFIX + name, content)
        link = house.store.presign_get(
            BUCKET, PREFIX + name, base_url=house.server.oss_endpoint, lifetime_s=600, dialect="oss"
        )
        links.append(Wanted(name, len(content), lambda link=link: link))
    chance = random.Random(11)
    for number in range(15):
        kind = ["cut", "corrupt", "truncated", "status-503", "drop"][number % 5]
        house.faults.add("store.get", kind, count=1, after=chance.randrange(0, 55), bytes=9000)
    download(links, tmp_path / "out", options=Options(read_timeout=2), workers=4)
    digests = {path.name: hashlib.sha256(path.read_bytes()).digest() for path in (tmp_path / "out").iterdir()}
    assert digests == {name: hashlib.sha256(content).digest() for name, content in contents.items()}
