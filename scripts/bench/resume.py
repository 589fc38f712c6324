"""How long a flight takes to know from its record what is left to send.

    python scripts/bench/resume.py --photos 100000 --rounds 5

A record of that many photos, every second one of them confirmed. Measured in a process of its own, from opening the
record until the pending photos are known; the list of photos is there already, as reading the folder is measured by
``flight.py``. Imports are not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from measuring import keep

from skybind.transfers.ledger import Ledger
from skybind.transfers.photos import Photo

_KEY = "bench"


def photos(number: int) -> Iterator[Photo]:
    """Photos as a folder of that many would give them, in the order of their names."""
    for n in range(number):
        name = f"{n // 1000:03}/DJI_{n:06}.JPG"
        yield Photo(name, f"/card/{name}", 10_000_000 + n, 1_776_000_000_000_000_000 + n)


def scan(record: Path, number: int) -> None:
    """Read the record, and print what it took and how many photos are pending."""
    listed = list(photos(number))
    began, used = time.monotonic(), time.process_time()
    with Ledger(record) as ledger:
        known = ledger.confirmed(_KEY)
        pending = 0
        for photo in listed:
            found = known.get(photo.name)
            pending += found is None or (found.size, found.mtime_ns) != (photo.size, photo.mtime_ns)
    print(json.dumps([time.monotonic() - began, time.process_time() - used, pending]))


def main() -> None:
    """Measure, and print a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scan", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.scan:
        scan(given.scan, given.photos)
        return
    seen = []
    with tempfile.TemporaryDirectory(prefix="skybind-bench-") as scratch:
        record = Path(scratch) / "ledger.sqlite3"
        with Ledger(record) as ledger:
            ledger.flight(_KEY, "bench", "/card")
            sent = (photo for n, photo in enumerate(photos(given.photos)) if n % 2)
            ledger.confirm(_KEY, "r", ((photo, "e" * 32, f"{n:032x}") for n, photo in enumerate(sent)))
        for _ in range(given.rounds):
            command = [sys.executable, __file__, "--scan", str(record), "--photos", str(given.photos)]
            text = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ)).stdout
            seconds, cpu, pending = json.loads(text)
            if pending != given.photos - given.photos // 2:
                raise SystemExit(f"{pending} photos are pending, of {given.photos}")
            seen.append((seconds, cpu))
    wall, cpu = (statistics.median(column) for column in zip(*seen, strict=True))
    print(f"{given.photos} photos, half of them confirmed: {wall:.2f} s, {cpu:.2f} s of processor time")
    keep("resume", {"photos": given.photos, "rounds": given.rounds, "seconds": wall, "cpu": cpu})


if __name__ == "__main__":
    main()
