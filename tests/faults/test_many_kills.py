"""kill -9 again and again, at random moments, until the work is done: nothing lost, nothing corrupt, nothing twice.

Four kills of an upload and four of a download by default; ``KILLS=100`` makes it as many of each as it says. In the
download, one of the files comes in ranges.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.emulation import settings_of
from skybind.transfers.ledger import Ledger
from unit.overlay.warehouse import BUCKET, Warehouse, warehouse

KILLS = int(os.environ.get("KILLS", "4"))
PHOTOS, PHOTO_BYTES = 120, 30_000

UPLOAD = """
import json, sys
from skybind import Terra
from skybind.terra import flights
from skybind.transfers.upload import Plan
flights.Plan = lambda **given: Plan(**{**given, "batch": 5, "confirm_within": 0.2})
settings, folder, state = json.loads(sys.argv[1]), sys.argv[2], sys.argv[3]
with Terra(**settings, state=state) as terra:
    terra.upload(folder, workers=4)
"""

RANGED, RANGED_BYTES = "model/large.bin", 6_000_000

DOWNLOAD = """
import json, pathlib, sys
from skybind.options import Options
from skybind.transfers import fetching, ranges
from skybind.transfers.download import Wanted, download
ranges.RANGED_ABOVE, ranges.RANGE, fetching._NOTED = 1_000_000, 128 * 1024, 32 * 1024
links, out = json.loads(sys.argv[1]), pathlib.Path(sys.argv[2])
download([Wanted(name, size, lambda link=link: link) for name, size, link in links], out,
    options=Options(), workers=4)
"""


def struck(
    program: str, arguments: list[str], chance: random.Random, arrivals: Callable[[], int], *, spare: bool
) -> int | None:
    """Run a program and kill it at a random moment of its work; its exit code if it was quicker, or is spared.

    Moments are counted in requests that arrive at the store, so that they are spread over the work on any machine.
    """
    due = arrivals() + chance.randrange(0, 40)
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while process.poll() is None and (spare or arrivals() <= due):
        time.sleep(0.005)
    if process.poll() is None:
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
    _, errors = process.communicate()
    assert process.returncode in {0, -signal.SIGKILL}, errors
    return 0 if process.returncode == 0 else None


@pytest.fixture
def card(tmp_path: Path) -> Path:
    folder = tmp_path / "card"
    folder.mkdir()
    chance = random.Random(5)
    for number in range(PHOTOS):
        (folder / f"DJI_{number:04}.JPG").write_bytes(b"\xff\xd8\xff\xe0" + chance.randbytes(PHOTO_BYTES))
    return folder


def test_killed_uploads(start, card, tmp_path) -> None:
    """After any number of kills the same command completes; what was on record before a kill never goes again."""
    chance = random.Random(KILLS)
    kills = rounds = 0
    while kills < KILLS:
        rounds += 1
        running = start(region=chance.choice(["cn", "us"]), speed="instant", seed=rounds)
        running.faults.add("store.put", "stall", seconds=0.03)
        state = tmp_path / f"state-{rounds}"
        arguments = [json.dumps(settings_of(running)), str(card), str(state)]
        on_record: set[str] = set()
        sent_before: dict[str, int] = {}
        while True:
            code = struck(UPLOAD, arguments, chance, lambda s=running.store: s.arrivals["put"], spare=kills >= KILLS)
            arrived = _commits(running)
            # What the ledger held before this run was left alone by it.
            assert all(arrived[name] == sent_before[name] for name in on_record)
            if code == 0:
                break
            kills += 1
            with Ledger(state / "ledger.sqlite3") as ledger:
                keys = [row[0] for row in ledger._read("SELECT key FROM flights", ())]
                on_record = {name for key in keys for name in ledger.confirmed(key)}
            sent_before = _commits(running)
        _check(running, card)
    print(f"{kills} kills in {rounds} uploads")


def _commits(running) -> dict[str, int]:
    """How often each photo was stored, whatever place of the store it was given."""
    count: dict[str, int] = {}
    bucket = running.terra.cloud.bucket
    for stored in running.store.list(bucket, ""):
        name = stored.key.rpartition("/")[2]
        count[name] = count.get(name, 0) + running.store.commits_of(bucket, stored.key)
    return count


def _check(running, card: Path) -> None:
    """One resource that counts; every photo in it once, byte for byte."""
    resources = [resource for resource in running.terra.resources if resource.type == "map"]
    files = {file.uuid: file for file in running.terra.files}
    held = [files[uuid] for uuid in resources[-1].files]
    assert len(resources) == 1
    assert sorted(file.name for file in held) == sorted(path.name for path in card.iterdir())
    for file in held:
        stored = running.store.head(running.terra.cloud.bucket, file.key)
        assert stored.path.read_bytes() == (card / file.name).read_bytes()


def test_killed_downloads(tmp_path) -> None:
    """After any number of kills the same call completes; a file under its own name is whole at every moment, and the
    store never sends again what was on record of the file that comes in ranges."""
    chance = random.Random(KILLS)
    kills = rounds = 0
    while kills < KILLS:
        rounds += 1
        with warehouse(tmp_path / f"store-{rounds}", chance.choice(["oss", "s3"])) as house:
            digests, links = _result(house, chance)
            house.faults.add("store.get", "stall", seconds=0.01)
            out = tmp_path / f"out-{rounds}"
            arguments = [json.dumps(links), str(out)]
            stamps: dict[str, int] = {}
            while True:
                missing, before = 0 if RANGED in stamps else RANGED_BYTES - _on_record(out), len(house.seen)
                code = struck(
                    DOWNLOAD, arguments, chance, lambda s=house.store: s.arrivals["get"], spare=kills >= KILLS
                )
                whole = {
                    path.relative_to(out).as_posix(): path
                    for path in out.rglob("*")
                    if path.is_file() and not path.name.startswith(".")
                }
                for name, path in whole.items():
                    assert hashlib.sha256(path.read_bytes()).hexdigest() == digests[name]
                now = {name: path.stat().st_mtime_ns for name, path in whole.items()}
                assert all(now[name] == stamp for name, stamp in stamps.items())
                assert _sent(house, before) <= missing
                stamps = now
                if code == 0:
                    break
                kills += 1
            assert set(stamps) == set(digests)
            assert not list(out.rglob(".*"))
    print(f"{kills} kills in {rounds} downloads")


def _result(house: Warehouse, chance: random.Random) -> tuple[dict[str, str], list[tuple[str, int, str]]]:
    """Digests and links of a result."""
    digests, links = {}, []
    sizes = {RANGED: RANGED_BYTES} | {
        f"model/{number:03}.bin": chance.choice([0, 10, 40_000, 400_000]) for number in range(60)
    }
    for name, size in sizes.items():
        content = chance.randbytes(size)
        house.store.put(BUCKET, name, content)
        digests[name] = hashlib.sha256(content).hexdigest()
        link = house.store.presign_get(
            BUCKET, name, base_url=house.server.oss_endpoint, lifetime_s=3600, dialect=house.dialect
        )
        links.append((name, size, link))
    return digests, links


def _on_record(out: Path) -> int:
    """Bytes of the large file that are on record."""
    there = bytearray(RANGED_BYTES)
    for record in out.rglob(".large.bin.*.arrived"):
        for line in record.read_text().split("\n")[1:-1]:
            start, end = map(int, line.split())
            there[start:end] = b"\1" * (end - start)
    return sum(there)


def _sent(house: Warehouse, since: int) -> int:
    """Bytes of the large file that the store has sent; it notes an exchange after it is over."""
    end = time.monotonic() + 5
    while len(house.seen) < house.store.arrivals["get"] and time.monotonic() < end:
        time.sleep(0.01)
    return sum(exchange.sent for exchange in house.seen[since:] if exchange.key == RANGED)
