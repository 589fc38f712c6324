"""What a request costs an emulator's server, beside moto's.

    python scripts/bench/emulator.py --requests 1000 --rounds 5

Both servers run on a core of their own, one after the other in each round, and get requests from the same raw client
over one connection; what counts is the processor time of the server. TerraAPI's ``createResource`` (signature, digest
and body checked, a resource kept, an answer of JSON) stands beside what moto's server does for the most similar of its
calls: DynamoDB's ``PutItem`` (a new item of three attributes kept, JSON in and out). moto checks no signature as it is
started here. SQS's ``SendMessage`` was tried, and is left out: its cost in moto grows with the messages that are there.
Requests are made and signed before the clock runs.

The emulator runs on asyncio's own loop even where uvloop is installed. moto brings thirty packages along, so it gets an
environment of its own, made at the first run in build/bench-moto.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from measuring import RESULTS, keep

from skybind.cli.environment import environment
from skybind.terra.signing import sign
from skybind.wire.clock import http_date

_MOTO = "moto[server]>=5.2"
_EMULATOR = """
import json, sys
sys.modules["uvloop"] = None  # the extra does not bring it
import skybind_emulators
from skybind_emulators import Settings
with skybind_emulators.start(Settings(services=("terra",))) as running:
    print(json.dumps(running.ready), flush=True)
    sys.stdin.readline()
"""
_TICK = os.sysconf("SC_CLK_TCK")
_PATH = "/terra-rescon-be/v2/resources"

Sample = tuple[str, bytes, Mapping[str, str]]  # target, body, headers


class Server:
    """A server under measurement: its process, and one connection to it."""

    def __init__(self, pid: int, base_url: str) -> None:
        self.pid = pid
        parts = urlsplit(base_url)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port)

    def ask(self, sample: Sample) -> bytes:
        """Send one request and read its answer."""
        target, body, headers = sample
        self._connection.request("POST", target, body, dict(headers))
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{target}: {answer.status} {content[:300]!r}")
        return content

    def cpu(self) -> float:
        """Seconds of processor time that it has used, with its threads that have ended."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK


@contextmanager
def emulator() -> Iterator[tuple[Server, Mapping[str, str]]]:
    """The emulator of TerraAPI, and its keys."""
    process = subprocess.Popen(
        [sys.executable, "-c", _EMULATOR], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    settings = environment(json.loads(process.stdout.readline()))
    keys = {name.removeprefix("SKYBIND_TERRA_").lower(): value for name, value in settings.items()}
    with _ended(process):
        yield Server(process.pid, keys["base_url"]), keys


@contextmanager
def moto() -> Iterator[Server]:
    """moto's server."""
    home = RESULTS.parent / "bench-moto"
    if not (home / "bin" / "moto_server").exists():
        venv.create(home, with_pip=True)
        subprocess.run([home / "bin" / "pip", "install", "--quiet", _MOTO], check=True)
    process = subprocess.Popen(
        [home / "bin" / "moto_server", "-H", "127.0.0.1", "-p", "0"], stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    found = None
    while found is None:
        line = process.stderr.readline()
        if not line:
            raise SystemExit("moto_server did not start")
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
    quiet = subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL)  # its log, which would fill up
    with _ended(process), _ended(quiet):
        yield Server(process.pid, found[0])


@contextmanager
def _ended(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def resources(keys: Mapping[str, str]) -> Callable[[int], Sample]:
    """Requests for TerraAPI's createResource."""

    def make(number: int) -> Sample:
        body = json.dumps({"name": f"survey {number}", "type": "map", "meta": "north field"}).encode()
        date = http_date(time.time())
        signed = sign(keys["app_key"], keys["secret_key"], "POST", _PATH, body, date)
        return _PATH, body, {**signed, "Content-Type": "application/json"}

    return make


def items(number: int) -> Sample:
    """Requests for DynamoDB's PutItem."""
    item = {"uuid": {"S": str(number)}, "name": {"S": f"survey {number}"}, "meta": {"S": "north field"}}
    return _amazon("DynamoDB_20120810.PutItem", {"TableName": "jobs", "Item": item})


def _amazon(target: str, content: Mapping[str, Any]) -> Sample:
    scope = "key/20260101/us-east-1/dynamodb/aws4_request"
    headers = {
        "X-Amz-Target": target,
        "Content-Type": "application/x-amz-json-1.0",
        "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0",
    }
    return "/", json.dumps(content).encode(), headers


def prepare(server: Server) -> None:
    """Make the table."""
    table = {
        "TableName": "jobs", "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": [{"AttributeName": "uuid", "KeyType": "HASH"}],
        "AttributeDefinitions": [{"AttributeName": "uuid", "AttributeType": "S"}],
    }  # fmt: skip
    server.ask(_amazon("DynamoDB_20120810.CreateTable", table))


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    cores = sorted(os.sched_getaffinity(0))
    with ExitStack() as stack:
        ours, keys = stack.enter_context(emulator())
        theirs = stack.enter_context(moto())
        prepare(theirs)
        if len(cores) > 1:
            os.sched_setaffinity(0, cores[1:])
            for server in (ours, theirs):
                for task in Path(f"/proc/{server.pid}/task").iterdir():
                    os.sched_setaffinity(int(task.name), cores[:1])
        plays: dict[str, tuple[Server, Callable[[int], Sample]]] = {
            "skybind, createResource": (ours, resources(keys)),
            "moto, PutItem": (theirs, items),
        }
        seen: dict[str, list[float]] = {name: [] for name in plays}
        for number in range(given.rounds + 1):
            for name, (server, make) in plays.items():
                samples = [make(number * given.requests + n) for n in range(given.requests)]
                before = server.cpu()
                for sample in samples:
                    server.ask(sample)
                if number:  # the first round warms up
                    seen[name].append((server.cpu() - before) / given.requests)
    medians = {name: statistics.median(rounds) for name, rounds in seen.items()}
    base = medians["skybind, createResource"]
    rows = {}
    for name, seconds in medians.items():
        rows[name] = {"per_cpu_second": 1 / seconds, "microseconds": seconds * 1e6, "ratio": seconds / base}
        print(f"{name:<22}{1 / seconds:>8.0f} requests a CPU second{seconds * 1e6:>8.0f} µs{seconds / base:>8.1f} x")
    keep("emulator", {"requests": given.requests, "rounds": given.rounds, "servers": rows})


if __name__ == "__main__":
    main()
