"""A flight of 100,000 photos: time and memory to plan it, to send it, to go on with it, to find that it is finished.

    python scripts/bench/flight.py --photos 100000 [--send] [--large 5G]

The photos are small; what is measured is what each of them costs beside its bytes. Without ``--send`` the record is
written as if all had been sent. Then one large file goes up in parts.

Kept as ``flight``: ``photos``; ``steps``, the costs of processes by the names that are printed; and ``seconds``, the
processor time of the parts of one process that goes on with a flight of which half is safe: ``scan`` reads the folder
and the first bytes of what is not safe, ``resume`` is from opening the record to knowing what is pending.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from clients import SKYBIND
from measuring import Cost, cost_of, keep
from store import store
from upload import size_of

_BEGIN = """
import json, os, sys, time
from pathlib import Path
from skybind.transfers.ledger import Ledger
from skybind.transfers.photos import scan
from skybind.transfers import upload
state = Path(os.environ["STATE"])
record = state / "ledger.sqlite3"
"""

PLAN = (
    _BEGIN
    + """
with Ledger(record) as ledger:
    safe, todo = scan(sys.argv[1]).parted(ledger.confirmed("f").holds)
    assert not safe
"""
)

RECORD = (
    _BEGIN
    + """
with Ledger(record) as ledger:
    ledger.flight("f", "bench", sys.argv[1])
    ledger.confirm("f", "r", ((photo, "e" * 32, f"{n:032x}") for n, photo in enumerate(scan(sys.argv[1]))))
"""
)

HALF = RECORD.replace('"f"', '"half"').replace("scan(sys.argv[1])))", "scan(sys.argv[1])[::2]))")

RESUME = (
    _BEGIN
    + """
clock = time.process_time
began = clock()
with Ledger(record) as ledger:
    photos = scan(sys.argv[1], known=ledger.confirmed("half").holds)
read = clock()
with Ledger(record) as ledger:
    safe, todo = photos.parted(ledger.confirmed("half").holds)
ended = clock()
assert abs(len(safe) - len(todo)) <= 1
(state / "seconds.json").write_text(json.dumps({"scan": read - began, "resume": ended - read}))
"""
)

NOTHING = "from skybind.transfers import ledger, photos, upload"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--send", action="store_true", help="send them all: minutes")
    parser.add_argument("--large", type=size_of, default=size_of("5G"), help="bytes of one large file; 0 for none")
    given = parser.parse_args()
    seen: dict[str, Cost] = {}
    with tempfile.TemporaryDirectory(prefix="skybind-bench-") as name:
        scratch = Path(name)
        card = scratch / "card"
        for number in range(given.photos):
            folder = card / f"{number // 1000:03}"
            if number % 1000 == 0:
                folder.mkdir(parents=True)
            (folder / f"DJI_{number:06}.JPG").write_bytes(b"\xff\xd8\xff\xe0" + number.to_bytes(4, "big") * 250)
        with store(scratch) as place:
            own = {
                "AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench-secret",
                "STATE": str(scratch / "state"), "STORE": place["endpoint"], "BUCKET": place["bucket"],
            }  # fmt: skip

            def run(what: str, program: str) -> None:
                seen[what] = cost_of([sys.executable, "-c", program, str(card)], own)
                cost = seen[what]
                print(f"{what:<28}{cost.wall:>8.2f} s{cost.cpu:>8.2f} s CPU{cost.peak_mb:>8.0f} MB")

            run("imports alone", NOTHING)
            run("plan", PLAN)
            run("send" if given.send else "write the record", SKYBIND if given.send else RECORD)
            run("re-run when finished", SKYBIND)
            run("write half a record", HALF)
            run("plan when half is safe", RESUME)
            seconds = json.loads((scratch / "state" / "seconds.json").read_text())
            print(", ".join(f"{name} {value:.2f} s CPU" for name, value in seconds.items()))
            if given.large:
                card = scratch / "large"
                card.mkdir()
                with (card / "flight.jpg").open("wb") as file:
                    file.write(b"\xff\xd8\xff\xe0")
                    file.truncate(given.large)
                own["STATE"] = str(scratch / "large-state")
                run(f"one file of {given.large / 1e9:.1f} GB", SKYBIND)
    keep("flight", {"photos": given.photos, "steps": seen, "seconds": seconds})


if __name__ == "__main__":
    main()
