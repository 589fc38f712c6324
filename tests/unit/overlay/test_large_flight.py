"""What a flight of very many photos takes in memory, beside its bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from unit.overlay.cards import put_on

_RUN = """
import sys, threading
from pathlib import Path
from skybind.transfers.crew import Crew
from skybind.transfers.ledger import Ledger
from skybind.transfers.photos import scan

def most():
    return next(int(line.split()[1]) * 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))

def run(key, folder):
    photos = scan(folder, known=ledger.confirmed(key).holds)
    ledger.confirm(key, "r", ((photo, "e" * 32, "i" * 32) for photo in photos))
    known = ledger.confirmed(key)
    safe, todo = photos.parted(known.holds)
    assert (len(safe), len(todo)) == (len(photos), 0)
    assert sum(file.resource == "r" for file in known.values()) == len(photos)
    assert len(Crew("none", safe, print, threading.Event())) == len(photos)
    return len(photos)

with Ledger(Path(sys.argv[1]) / "ledger.sqlite3") as ledger:
    run("few", sys.argv[2])
    before = most()
    count = run("many", sys.argv[3])
    print(count, (most() - before) // count)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory where Linux tells it")
def test_each_photo_costs_a_few_bytes(tmp_path: Path) -> None:
    """20,000 photos scanned, put on record, compared with it and put in line for sending: far less than an object each.

    It is 190 bytes, half of them for the database; a list of photos makes it 400, a dict of what is on record 730.
    """
    few, many = tmp_path / "few", tmp_path / "many"
    for number in range(500):
        put_on(few, f"DJI_2026_0704_{number:04}.JPG", size=10)
    many.mkdir()
    for number in range(40):
        (many / f"{number:03}MEDIA").symlink_to(few)
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, str(tmp_path), str(few), str(many)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    count, each = map(int, ran.stdout.split())
    assert count == 20_000
    assert each < 280
