"""What a call costs above the bare HTTP library, sync and async.

    python scripts/bench/calls.py --calls 200 --rounds 25

A server in a process of its own answers every GET with the same job. Each client asks it, one call after another, over
one connection; processor time of this process is counted; rounds are short and interleaved; medians are compared.
"signed" is the bare library with the same signature added by hand, so that the ratio shows what decoding, deciding and
naming cost.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable

import httpx
from measuring import keep

from skybind import AsyncTerra, Terra
from skybind.terra.signing import sign
from skybind.wire.clock import http_date

_UUID = "66666666-7777-4888-8999-aaaaaaaaaaaa"
_JOB = {
    "result": {"code": 0, "msg": "ok"},
    "data": {
        "uuid": _UUID, "name": "survey", "status": 3, "type": 15, "percentage": 0.43, "remainSeconds": 900,
        "createdAt": "2026-04-13T10:15:02Z", "updatedAt": "2026-04-13T10:45:02Z", "startedAt": "2026-04-13T10:16:02Z",
        "originResourceUuid": _UUID, "parameters": "{}", "message": "",
    },
}  # fmt: skip
_SERVER = f"""
import json, socket, uvicorn
BODY = json.dumps({_JOB!r}).encode()
HEADERS = [(b"content-type", b"application/json"), (b"content-length", str(len(BODY)).encode())]
async def app(scope, receive, send):
    await send({{"type": "http.response.start", "status": 200, "headers": HEADERS}})
    await send({{"type": "http.response.body", "body": BODY}})
sock = socket.socket()
sock.bind(("127.0.0.1", 0))
print(sock.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off")).run(sockets=[sock])
"""
_TARGET = f"/terra-rescon-be/v2/jobs/{_UUID}"


def _headers() -> dict[str, str]:
    return sign("key", "secret", "GET", _TARGET, b"", http_date(time.time()))


def _sync(base: str) -> dict[str, Callable[[], object]]:
    raw = httpx.Client(base_url=base)
    terra = Terra("key", "secret", region="us", base_url=base)
    return {
        "httpx": lambda: raw.get(_TARGET).json(),
        "httpx signed": lambda: raw.get(_TARGET, headers=_headers()).json(),
        "skybind": lambda: terra.jobs.get(_UUID),
    }


def _async(base: str) -> dict[str, Callable[[], Awaitable[object]]]:
    raw = httpx.AsyncClient(base_url=base)
    terra = AsyncTerra("key", "secret", region="us", base_url=base)

    async def bare() -> object:
        return (await raw.get(_TARGET)).json()

    async def signed() -> object:
        return (await raw.get(_TARGET, headers=_headers())).json()

    return {"httpx": bare, "httpx signed": signed, "skybind": lambda: terra.jobs.get(_UUID)}


def _report(title: str, seen: dict[str, list[float]]) -> dict[str, dict[str, float]]:
    base = statistics.median(seen["httpx signed"])
    bare = statistics.median(seen["httpx"])
    rows = {}
    print(f"{title:<16}{'µs a call':>12}{'to signed':>12}{'to bare':>12}")
    for name, rounds in seen.items():
        middle = statistics.median(rounds)
        rows[name] = {"microseconds": middle * 1e6, "ratio": middle / base, "ratio_to_bare": middle / bare}
        print(f"  {name:<14}{middle * 1e6:>12.0f}{middle / base:>12.2f}{middle / bare:>12.2f}")
    return rows


async def _measure_async(base: str, calls: int, rounds: int) -> dict[str, list[float]]:
    clients = _async(base)
    seen: dict[str, list[float]] = {name: [] for name in clients}
    for number in range(rounds + 1):
        for name, call in clients.items():
            began = time.process_time()
            for _ in range(calls):
                await call()
            if number:  # the first round warms up
                seen[name].append((time.process_time() - began) / calls)
    return seen


def main() -> None:
    """Measure, and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=25)
    given = parser.parse_args()
    server = subprocess.Popen([sys.executable, "-c", _SERVER], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        base = f"http://127.0.0.1:{int(server.stdout.readline())}"
        time.sleep(0.5)
        clients = _sync(base)
        seen: dict[str, list[float]] = {name: [] for name in clients}
        for number in range(given.rounds + 1):
            for name, call in clients.items():
                began = time.process_time()
                for _ in range(given.calls):
                    call()
                if number:  # the first round warms up
                    seen[name].append((time.process_time() - began) / given.calls)
        worlds = {
            "sync": _report("sync", seen),
            "async": _report("async", asyncio.run(_measure_async(base, given.calls, given.rounds))),
        }
        keep("calls", {"calls": given.calls, "rounds": given.rounds, "worlds": worlds})
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
