"""Upload over a long uplink: how much of it is used, without options given by the user.

    python scripts/bench/line.py --photos 60 --bytes 10M --rate 20M --delay 0.1 --cuts 0.01

The line is simulated between client and store, see ``uplink.py``. Goodput is that of the whole run: start, levels that
are tried, files that are cut off and go again.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from clients import SKYBIND
from measuring import cost_of, keep
from store import store
from uplink import WINDOW
from upload import lay_out, size_of


def main() -> None:
    """Measure, and print a line for each round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=120)
    parser.add_argument("--bytes", type=size_of, default=size_of("10M"))
    parser.add_argument("--rate", type=size_of, default=size_of("20M"), help="bytes a second")
    parser.add_argument("--delay", type=float, default=0.1, help="seconds")
    parser.add_argument("--cuts", type=float, default=0.01, help="chance for each 10 MB of a connection")
    parser.add_argument("--rounds", type=int, default=1)
    given = parser.parse_args()
    shares = []
    with tempfile.TemporaryDirectory(prefix="skybind-bench-") as name:
        scratch = Path(name)
        photos = lay_out(scratch, given.photos, given.bytes)
        total = sum(path.stat().st_size for path in photos.iterdir())
        for _ in range(given.rounds):
            shutil.rmtree(scratch / "state", ignore_errors=True)
            with store(scratch, "--uplink", str(given.rate), str(given.delay), str(given.cuts)) as place:
                own = {
                    "AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench-secret",
                    "STATE": str(scratch / "state"), "STORE": place["endpoint"], "BUCKET": place["bucket"],
                }  # fmt: skip
                cost = cost_of([sys.executable, "-c", SKYBIND, str(photos)], own)
            shares.append(total / cost.wall / given.rate)
            print(f"{total / 1e6:.0f} MB in {cost.wall:.1f} s: {total / cost.wall / 1e6:.1f} MB/s, {shares[-1]:.0%}")
    keep(
        "line",
        {
            "photos": given.photos, "bytes": total, "rate": given.rate, "delay": given.delay, "cuts": given.cuts,
            "window": WINDOW, "shares": shares,
        },
    )  # fmt: skip


if __name__ == "__main__":
    main()
