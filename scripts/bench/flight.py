"""A flight of 100,000 photos: time and memory to plan it, to send it, to find that it is finished.

    python scripts/bench/flight.py --photos 100000 [--send] [--large 5G]

The photos are small; what is measured is what each of them costs beside its bytes. Without ``--send`` the record is
written as if all had been sent. Then one large file goes up in parts.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from clients import SKYBIND
from measuring import Cost, cost_of, keep
from store import store
from upload import size_of

PLAN = """
import os, sys
from pathlib import Path
from skybind.transfers.ledger import Ledger
from skybind.transfers.photos import scan
from skybind.transfers import upload
with Ledger(Path(os.environ["STATE"]) / "ledger.sqlite3") as ledger:
    known = ledger.confirmed("f")
    print(len(scan(sys.argv[1])))
"""

RECORD = """
import os, sys
from pathlib import Path
from skybind.transfers.ledger import Ledger
from skybind.transfers.photos import scan
with Ledger(Path(os.environ["STATE"]) / "ledger.sqlite3") as ledger:
    ledger.flight("f", "bench", sys.argv[1])
    ledger.confirm("f", "r", ((photo, "e" * 32, f"{n:032x}") for n, photo in enumerate(scan(sys.argv[1]))))
"""

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
            if given.large:
                card = scratch / "large"
                card.mkdir()
                with (card / "flight.jpg").open("wb") as file:
                    file.write(b"\xff\xd8\xff\xe0")
                    file.truncate(given.large)
                own["STATE"] = str(scratch / "large-state")
                run(f"one file of {given.large / 1e9:.1f} GB", SKYBIND)
    keep("flight", {"photos": given.photos, "steps": seen})


if __name__ == "__main__":
    main()
