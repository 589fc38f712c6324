"""Where the processor time of an upload goes: the engine's own run, on the store, split by cause.

    python scripts/bench/causes.py --photos 200 --bytes 10M --rounds 3 [--tls]

Threads' own clocks are read around the steps of the engine; a step counts without the steps that it is made of. What
is left of the process's time are locks, hand-overs between threads, and clearing away. Reading the clocks costs a few
hundredths of a second, so that the sum is a little above what ``upload.py`` finds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from clients import SKYBIND, SKYBIND_OSS
from measuring import keep
from store import certificate, store
from upload import lay_out, size_of

# What is wrapped, and under which cause it counts.
_STEPS = """
import threading, time
from collections import Counter
spent, own, lock = Counter(), threading.local(), threading.Lock()
def timed(cause, work, *given, **named):
    stack = own.__dict__.setdefault("stack", [])
    stack.append(0.0)
    began = time.thread_time()
    try:
        return work(*given, **named)
    finally:
        took = time.thread_time() - began
        inner = stack.pop()
        if stack:
            stack[-1] += took
        with lock:
            spent[cause] += took - inner
def wrap(where, name, cause):
    work = getattr(where, name)
    setattr(where, name, lambda *given, **named: timed(cause, work, *given, **named))
def wrap_blocks(where, name, cause):
    work = getattr(where, name)
    def blocks(*given, **named):
        found = work(*given, **named)
        while (block := timed(cause, next, found, None)) is not None:
            yield block
    setattr(where, name, blocks)
import http.client, skybind.transfers.ledger
from skybind.transfers import digests, ledger, photos, sending, stores, upload as engine
from skybind.wire import bulk
spent["start and imports"] = time.process_time()
wrap(photos, "scan", "plan and ledger")
for name in ("__init__", "confirm", "confirmed", "flight", "exclusive"):
    wrap(ledger.Ledger, name, "plan and ledger")
wrap(sending, "position_of", "positions")
wrap_blocks(stores, "_blocks", "reading")
for digest in (digests.Crc32c, digests.Crc64, digests.Md5):
    wrap(digest, "update", "digests")
wrap(bulk.Bulk, "_push", "sending")
wrap(bulk.Bulk, "_connect", "connecting")
wrap(stores.Bucket, "signed", "requests: signing")
wrap(http.client.HTTPConnection, "getresponse", "requests: reading answers")
wrap(sending.Sending, "work", "requests: the rest")
wrap(engine._Upload, "run", "the calling thread")
"""
_REPORT = """
import json
total = time.process_time()
spent["locks, hand-overs, clearing away"] = total - sum(spent.values())
print(json.dumps({"total": total, **spent}))
"""


def program(client: str) -> str:
    """The client of the comparison, with clocks."""
    with_clocks = client.replace("from skybind.transfers.photos import scan\n", "scan = photos.scan\n")
    return _STEPS + with_clocks + _REPORT


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--bytes", type=size_of, default=size_of("10M"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tls", action="store_true", help="HTTPS")
    given = parser.parse_args()
    programs = {"OSS": program(SKYBIND_OSS), "S3": program(SKYBIND)}
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory(prefix="skybind-bench-") as name:
        scratch = Path(name)
        photos = lay_out(scratch, given.photos, given.bytes)
        total = sum(path.stat().st_size for path in photos.iterdir())
        secured = certificate(scratch) if given.tls else ()
        for number in range(given.rounds):
            for dialect, text in programs.items():
                with store(scratch, *(["--certificate", *secured] if secured else [])) as place:
                    settings = {
                        "AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench-secret",
                        "STORE": place["endpoint"], "BUCKET": place["bucket"],
                        "STATE": str(scratch / f"state-{dialect}-{number}"),
                        **({"AWS_CA_BUNDLE": secured[0]} if secured else {}),
                    }  # fmt: skip
                    command = [sys.executable, "-c", text, str(photos)]
                    run = subprocess.run(
                        command, env={**os.environ, **settings}, check=True, stdout=subprocess.PIPE, text=True
                    )
                    seen[dialect].append(json.loads(run.stdout))
    figures = {
        dialect: {cause: statistics.median(r[cause] for r in rounds) / total * 1e9 for cause in rounds[0]}
        for dialect, rounds in seen.items()
    }
    print(f"{given.photos} photos, {total / 1e9:.2f} GB, {'TLS' if given.tls else 'HTTP'}, CPU s/GB, medians")
    for cause in figures["OSS"]:
        print(f"{cause:<34}" + "".join(f"{dialect:>6} {figures[dialect][cause]:.3f}" for dialect in figures))
    shape = {"photos": given.photos, "bytes": total, "rounds": given.rounds}
    keep(f"causes-{'tls' if given.tls else 'http'}", {**shape, "causes": figures})


if __name__ == "__main__":
    main()
