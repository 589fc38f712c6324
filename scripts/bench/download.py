"""Download of results: skybind beside its peers, from the same store, in the same run.

    python scripts/bench/download.py --files 100 --bytes 10M --large 2G --tiles 20000 --rounds 3 [--tls]

Three shapes: files as they make up a result; one large file, which skybind and boto3 fetch in ranges; and a great many
tiles, for which only skybind is measured, since it is what a file costs beside its bytes. Each client is a process of
its own; its processor time (imports included), its peak memory and its wall time are those of that process. The store
is the emulator's, in a process of its own, and gives from page-cached files. Rounds are interleaved, and medians are
printed with their ratio to the leanest way there is: the standard library's client with ``readinto`` and blocks of
1 MiB, which checks nothing, and goes on from nowhere.

skybind checks each file against the digest that the store names: CRC-64 where it is an OSS, and MD5 on S3.
"""

from __future__ import annotations

import argparse
import http.client
import os
import shutil
import ssl
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from measuring import Cost, cost_of, keep, median
from store import BUCKET, REGION, certificate, store
from upload import size_of

from skybind.transfers.signing import StoreKeys, sign_s3
from skybind.transfers.stores import Bucket, Dialect

KEYS = StoreKeys("bench", "bench-secret")

SKYBIND = """
import os, sys
from pathlib import Path
from skybind.options import Options
from skybind.transfers.download import Wanted, download
bundle = os.environ.get("AWS_CA_BUNDLE")
def listed():
    with open(sys.argv[1]) as lines:
        for line in lines:
            name, size, *links = line.split()
            link = links[DIALECT]
            yield Wanted(name, int(size), lambda link=link: link)
wanted = list(listed())
download(wanted, Path(sys.argv[2]), options=Options(ca_bundle=Path(bundle) if bundle else None))
"""

_LINKS = """
import os, sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import local
from urllib.parse import urlsplit
out, own = Path(sys.argv[2]), local()
listed = [(line.split()[0], line.split()[3]) for line in Path(sys.argv[1]).read_text().splitlines()]
"""
_POOL = """
with ThreadPoolExecutor(8) as pool:
    list(pool.map(lambda item: get(*item), listed))
"""

HTTP_CLIENT = f"""{_LINKS}
import http.client, ssl
secured = os.environ["STORE"].startswith("https:")
context = ssl.create_default_context(cafile=os.environ["AWS_CA_BUNDLE"]) if secured else None
def get(name, link):
    parts = urlsplit(link)
    if not hasattr(own, "connection"):
        own.buffer = memoryview(bytearray(1 << 20))
        if context:
            own.connection = http.client.HTTPSConnection(parts.hostname, parts.port, context=context)
        else:
            own.connection = http.client.HTTPConnection(parts.hostname, parts.port)
    own.connection.request("GET", f"{{parts.path}}?{{parts.query}}")
    answer = own.connection.getresponse()
    assert answer.status == 200, answer.status
    with (out / name).open("wb", buffering=0) as file:
        while count := answer.readinto(own.buffer):
            file.write(own.buffer[:count])
{_POOL}"""

REQUESTS = f"""{_LINKS}
import requests
def get(name, link):
    if not hasattr(own, "session"):
        own.session = requests.Session()
    with own.session.get(link, stream=True, verify=os.environ.get("AWS_CA_BUNDLE")) as answer:
        answer.raise_for_status()
        with (out / name).open("wb") as file:
            for block in answer.iter_content(1 << 20):
                file.write(block)
{_POOL}"""

BOTO3 = f"""{_LINKS}
import boto3
client = boto3.client("s3", endpoint_url=os.environ["STORE"], region_name="us-east-1")
def get(name, link):
    client.download_file(os.environ["BUCKET"], name, str(out / name))
{_POOL}"""

_PROGRAMS = {
    "http.client, readinto 1 MiB": HTTP_CLIENT,
    "skybind, OSS": SKYBIND.replace("DIALECT", "0"),
    "skybind, S3": SKYBIND.replace("DIALECT", "1"),
    "requests": REQUESTS,
    "boto3 download_file": BOTO3,
}


def fill(place: Mapping[str, Any], shape: str, files: int, size: int, ca: str | None) -> list[tuple[str, ...]]:
    """Put files of this size into the store; their names, sizes and links, of OSS and of S3."""
    parts = urlsplit(place["endpoint"])
    context = ssl.create_default_context(cafile=ca) if ca else None
    connection = (
        http.client.HTTPSConnection(parts.netloc, context=context)
        if context
        else http.client.HTTPConnection(parts.netloc)
    )
    noise = os.urandom(min(size, 1 << 22))
    now = time.time()
    listed: list[tuple[str, ...]] = []
    for number in range(files):
        name = f"{shape}-{number:06}.bin"
        left = [size]

        def blocks(left: list[int] = left) -> Any:
            while left[0]:
                block = noise[: left[0]]
                left[0] -= len(block)
                yield block

        target = f"/{BUCKET}/{name}"
        signed = sign_s3(KEYS, "PUT", target, {}, {}, host=parts.netloc, region=REGION, unix_seconds=now)
        connection.request("PUT", target, blocks(), {**signed, "content-length": str(size)})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"the store says {answer.status}")
        dialects: list[tuple[Dialect, str]] = [("oss", "cn-hangzhou"), ("s3", REGION)]
        links = [
            Bucket(dialect, place["endpoint"], BUCKET, region).link(KEYS, name, now, 7200)
            for dialect, region in dialects
        ]
        listed.append((name, str(size), *links))
    connection.close()
    return listed


def commands(scratch: Path, listed: list[tuple[str, ...]], *, only: str, ca: str | None) -> dict[str, list[str]]:
    """The command of each client that is here."""
    plan, out = scratch / "plan.txt", scratch / "out"
    plan.write_text("".join(" ".join(line) + "\n" for line in listed))
    found = {
        name: [sys.executable, "-c", program, str(plan), str(out)]
        for name, program in _PROGRAMS.items()
        if only in name
    }
    curl = shutil.which("curl")
    if curl and only in "curl":
        config = scratch / "curl.conf"
        lines = [f'url = "{link}"\noutput = "{out / name}"\n' for name, _, _, link in listed]
        config.write_text("".join(lines))
        found["curl"] = [curl, "-sS", "-f", "--parallel", "--parallel-max", "8", "-K", str(config)]
        found["curl"] += ["--cacert", ca] if ca else []
    return found


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--bytes", type=size_of, default=size_of("10M"))
    parser.add_argument("--large", type=size_of, default=size_of("2G"), help="bytes of one large file; 0 for none")
    parser.add_argument("--tiles", type=int, default=20_000, help="files of 1 kB; 0 for none")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tls", action="store_true", help="HTTPS")
    parser.add_argument("--only", default="", help="clients whose names hold this")
    given = parser.parse_args()
    shapes = {
        "files": (given.files, given.bytes, given.only),
        "large": (1, given.large, given.only),
        "tiles": (given.tiles, 1000, "skybind, OSS"),
    }
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="skybind-bench-") as name:
        scratch = Path(name)
        secured = certificate(scratch) if given.tls else ()
        ca = secured[0] if secured else None
        with store(scratch, *(["--certificate", *secured] if secured else [])) as place:
            settings = {
                "STORE": place["endpoint"], "BUCKET": place["bucket"], "AWS_ACCESS_KEY_ID": "bench",
                "AWS_SECRET_ACCESS_KEY": "bench-secret", "AWS_EC2_METADATA_DISABLED": "true",
                **({"AWS_CA_BUNDLE": ca} if ca else {}),
            }  # fmt: skip
            for shape, (files, size, only) in shapes.items():
                if files and size:
                    listed = fill(place, shape, files, size, ca)
                    seen: dict[str, list[Cost]] = {}
                    named = list(commands(scratch, listed, only=only, ca=ca).items())
                    for turn in range(-1, given.rounds):
                        # Memory that the system has not used before costs whoever gets it first, so the first round
                        # does not count, and each begins with another client.
                        for client, command in named[turn % len(named) :] + named[: turn % len(named)]:
                            (scratch / "out").mkdir()
                            cost = cost_of(command, settings)
                            if turn >= 0:
                                seen.setdefault(client, []).append(cost)
                            came = sum(path.stat().st_size for path in (scratch / "out").iterdir())
                            if came != files * size:
                                raise SystemExit(f"{client} brought {came} bytes of {files * size}")
                            shutil.rmtree(scratch / "out")
                    figures[shape] = _table(shape, files, size, seen, given.rounds)
    keep("download-tls" if given.tls else "download", figures)


def _table(shape: str, files: int, size: int, seen: Mapping[str, list[Cost]], rounds: int) -> dict[str, Any]:
    total = files * size
    base = next((client for client in _PROGRAMS if client in seen), next(iter(seen)))
    leanest = median(seen[base]).cpu
    print(f"{shape}: {files} × {size / 1e6:g} MB, medians of {rounds}")
    print(f"{'client':<30}{'CPU s':>8}{'s/GB':>8}{'ratio':>8}{'peak MB':>10}{'MB/s':>8}")
    rows = {}
    for client, costs in seen.items():
        cost = median(costs)
        rows[client] = {
            "cpu_s": cost.cpu, "cpu_s_per_gb": cost.cpu / total * 1e9, "ratio": cost.cpu / leanest,
            "peak_mb": cost.peak_mb, "mb_per_s": total / cost.wall / 1e6, "rounds": costs,
        }  # fmt: skip
        print(
            f"{client:<30}{cost.cpu:>8.2f}{cost.cpu / total * 1e9:>8.2f}{cost.cpu / leanest:>8.2f}"
            f"{cost.peak_mb:>10.0f}{total / cost.wall / 1e6:>8.0f}"
        )
    return {"files": files, "bytes": total, "rounds": rounds, "base": base, "clients": rows}


if __name__ == "__main__":
    main()
