"""Upload of many photos: skybind beside its peers, on the same store, in the same run.

    python scripts/bench/upload.py --photos 200 --bytes 10M --rounds 3 [--tls] [--tools FOLDER]

Each client is a process of its own; its processor time (imports included), its peak memory and its wall time are those
of that process. The store is the emulator's, in a process of its own, fresh for each run; the photos are page-cached.
Rounds are interleaved, and medians are printed with their ratio to the leanest way there is: sendfile on HTTP, and the
standard library's client with blocks of 1 MiB on TLS. s5cmd and rclone take part if they are found.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from pathlib import Path

from clients import commands
from measuring import Cost, cost_of, keep, median
from store import certificate, store

from skybind_emulators.flight import render_flight

_UNITS = {"": 1, "k": 1_000, "M": 1_000_000, "G": 1_000_000_000}


def size_of(text: str) -> int:
    """``400k``, ``10M``."""
    found = re.fullmatch(r"(\d+)([kMG]?)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r}: write 400k or 10M")
    return int(found[1]) * _UNITS[found[2]]


def lay_out(folder: Path, photos: int, size: int) -> Path:
    """A folder of photos that differ: one that is rendered, with another tail each."""
    render_flight(folder / "one", photos=1, size=size, seed=1)
    (first,) = (folder / "one").iterdir()
    content = first.read_bytes()
    card = folder / "photos"
    card.mkdir()
    for number in range(photos):
        tail = number.to_bytes(8, "big")
        (card / f"DJI_{number:06}.JPG").write_bytes(content[: -len(tail)] + tail)
    return card


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--bytes", type=size_of, default=size_of("10M"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tls", action="store_true", help="HTTPS")
    parser.add_argument("--tools", type=Path, help="where s5cmd and rclone are")
    parser.add_argument("--only", help="clients whose names hold this")
    given = parser.parse_args()
    seen: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory(prefix="skybind-bench-") as name:
        scratch = Path(name)
        photos = lay_out(scratch, given.photos, given.bytes)
        total = sum(path.stat().st_size for path in photos.iterdir())
        secured = certificate(scratch) if given.tls else ()
        settings = {
            "AWS_ACCESS_KEY_ID": "bench", "AWS_SECRET_ACCESS_KEY": "bench-secret", "AWS_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true", "STATE": str(scratch / "state"),
            **({"AWS_CA_BUNDLE": secured[0]} if secured else {}),
            # On TLS boto3 would send its checksum behind a chunked body, which the store does not take.
            **({"AWS_REQUEST_CHECKSUM_CALCULATION": "when_required"} if secured else {}),
        }  # fmt: skip
        named = commands(photos, {"STORE": "", "BUCKET": ""}, given.tools, tls=given.tls)
        for _ in range(given.rounds):
            for client in named:
                if given.only and given.only not in client:
                    continue
                shutil.rmtree(scratch / "state", ignore_errors=True)
                with store(scratch, *(["--certificate", *secured] if secured else [])) as place:
                    own = {**settings, "STORE": place["endpoint"], "BUCKET": place["bucket"]}
                    command = commands(photos, own, given.tools, tls=given.tls)[client]
                    seen.setdefault(client, []).append(cost_of(command, own))
    base = next(iter(seen))
    leanest = median(seen[base]).cpu
    rows = {}
    print(f"{given.photos} photos, {total / 1e9:.2f} GB, {'TLS' if given.tls else 'HTTP'}, medians of {given.rounds}")
    print(f"{'client':<20}{'CPU s/GB':>10}{'ratio':>8}{'peak MB':>10}{'MB/s':>8}")
    for client, rounds in seen.items():
        cost = median(rounds)
        rows[client] = {
            "cpu_s_per_gb": cost.cpu / total * 1e9, "ratio": cost.cpu / leanest, "peak_mb": cost.peak_mb,
            "mb_per_s": total / cost.wall / 1e6, "rounds": rounds,
        }  # fmt: skip
        print(
            f"{client:<20}{cost.cpu / total * 1e9:>10.2f}{cost.cpu / leanest:>8.2f}{cost.peak_mb:>10.0f}"
            f"{total / cost.wall / 1e6:>8.0f}"
        )
    shape = {"photos": given.photos, "bytes": total, "rounds": given.rounds, "base": base}
    keep(f"upload-{'tls' if given.tls else 'http'}", {**shape, "clients": rows})


if __name__ == "__main__":
    main()
