"""Upload of many photos: skybind beside its peers, on the same store, in the same run.

    python scripts/bench/upload.py --photos 200 --bytes 10M --rounds 3

Each client is a process of its own; its user and system time (imports included), its peak memory and its wall time are
those of that process. The store is the emulator's, in a process of its own; the photos are page-cached. Rounds are
interleaved, and medians are printed with their ratio to skybind.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skybind.cli.environment import environment
from skybind_emulators.flight import render_flight

_UNITS = {"": 1, "k": 1_000, "M": 1_000_000, "G": 1_000_000_000}

_SKYBIND = """
import sys
from skybind import Terra
with Terra.from_env() as terra:
    terra.upload(sys.argv[1])
"""

# What a user of boto3 writes: its transfer manager with its defaults, eight files at a time.
_BOTO3 = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import os
import boto3
from skybind import Terra
with Terra.from_env() as terra:
    token = terra.store.obtain_token()
client = boto3.client("s3", endpoint_url=os.environ["SKYBIND_TERRA_S3_ENDPOINT"], region_name=token.region,
    aws_access_key_id=token.access_key_id, aws_secret_access_key=token.secret_access_key,
    aws_session_token=token.session_token)
def send(path):
    key = token.store_path.replace("{fileName}", path.name)
    client.CALL
with ThreadPoolExecutor(8) as pool:
    list(pool.map(send, sorted(Path(sys.argv[1]).iterdir())))
"""
CLIENTS = {
    "skybind": _SKYBIND,
    "boto3 upload_file": _BOTO3.replace("CALL", "upload_file(str(path), token.cloud_bucket_name, key)"),
    "boto3 put_object": _BOTO3.replace(
        "CALL", "put_object(Bucket=token.cloud_bucket_name, Key=key, Body=path.open('rb'))"
    ),
}


def _bytes(text: str) -> int:
    found = re.fullmatch(r"(\d+)([kMG]?)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r}: write 400k or 10M")
    return int(found[1]) * _UNITS[found[2]]


@contextmanager
def _emulator(region: str, scratch: Path) -> Iterator[dict[str, str]]:
    log = (scratch / "emulator.log").open("w")
    command = [sys.executable, "-m", "skybind_emulators", "--region", region]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        assert process.stdout is not None
        yield environment(json.loads(process.stdout.readline()))
    finally:
        process.terminate()
        process.wait()
        log.close()


def _measure(program: str, photos: Path, settings: dict[str, str], scratch: Path) -> tuple[float, float, float]:
    state = scratch / "state"
    shutil.rmtree(state, ignore_errors=True)
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(photos)], env={**os.environ, **settings, "SKYBIND_STATE_DIR": str(state)}
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"a client failed with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, time.monotonic() - began


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--bytes", type=_bytes, default=_bytes("10M"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="photos that exist already")
    parser.add_argument("--region", choices=["cn", "us"], default="us")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="skybind-bench-") as name:
        scratch = Path(name)
        photos = given.folder or scratch / "photos"
        if given.folder is None:
            render_flight(photos, photos=given.photos, size=given.bytes, seed=1)
        count = len(list(photos.iterdir()))
        total = sum(path.stat().st_size for path in photos.iterdir())
        clients = CLIENTS if given.region == "us" else {"skybind": CLIENTS["skybind"]}
        seen: dict[str, list[tuple[float, float, float]]] = {client: [] for client in clients}
        for _ in range(given.rounds):
            for client, program in clients.items():
                with _emulator(given.region, scratch) as settings:
                    seen[client].append(_measure(program, photos, settings, scratch))
    own = statistics.median(cpu for cpu, _, _ in seen["skybind"])
    print(f"{count} photos, {total / 1e9:.2f} GB, medians of {given.rounds}")
    print(f"{'client':<20}{'CPU s/GB':>10}{'ratio':>8}{'peak MB':>10}{'MB/s':>8}")
    for client, rounds in seen.items():
        cpu, peak, wall = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(f"{client:<20}{cpu / total * 1e9:>10.2f}{cpu / own:>8.2f}{peak:>10.0f}{total / wall / 1e6:>8.0f}")


if __name__ == "__main__":
    main()
