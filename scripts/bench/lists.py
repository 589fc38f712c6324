"""Reading a page of 10,000 entries into models, beside msgspec.

    python scripts/bench/lists.py --items 10000 --rounds 7

The bytes of an answer go in, typed objects come out: ours by the JSON reader and the generated models, as a call does
it; msgspec's by one decoder for equivalent structs, with the same names, enums and times. ``json.loads`` alone stands
beside them. msgspec's structs do less: they drop fields that the specification does not list, and refuse values that
an enum does not list; our models keep both. Processor time of this process, medians of interleaved rounds, with the
garbage collector as programs have it.
"""

from __future__ import annotations

import argparse
import datetime
import enum
import gc
import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from measuring import keep

from skybind.wire.conversation import Reply
from skybind_clients.terra import decoders

_UUID = "66666666-7777-4888-8999-{:012d}"
_MADE = {"createdAt": "2026-04-13T10:15:02Z", "updatedAt": "2026-04-13T10:45:02Z"}


class _JobStatus(enum.IntEnum):
    CREATED, WAITING, PREPARING, EXECUTING, PROCESSING_RESULTS, STOPPED, FINISHED, FAILED = range(8)


class _JobType(enum.IntEnum):
    LIDAR, MAP_2D, MODEL_3D = 13, 14, 15


class _Entry(msgspec.Struct, rename="camel", kw_only=True):
    uuid: str
    name: str
    meta: str | None = None
    created_at: datetime.datetime | None = None
    updated_at: datetime.datetime | None = None


class _Job(_Entry, rename="camel", kw_only=True):
    status: _JobStatus
    type: _JobType | None = None
    origin_resource_uuid: str | None = None
    output_resource_uuid: str | None = None
    parameters: str | None = None
    percentage: float | None = None
    remain_seconds: int | None = None
    pixels: float | None = None
    message: str | None = None
    started_at: datetime.datetime | None = None
    completed_at: datetime.datetime | None = None


class _Position(msgspec.Struct):
    attitude: float | None = None
    latitude: float | None = None
    longitude: float | None = None


class _File(_Entry, rename="camel", kw_only=True):
    checksum: str | None = None
    size: int | None = None
    position: _Position | None = None
    url: str | None = None


class _JobPage(msgspec.Struct):
    entries: list[_Job] = msgspec.field(name="list")
    total: int | None = None


class _FilePage(msgspec.Struct):
    entries: list[_File] = msgspec.field(name="list")
    total: int | None = None


class _Result(msgspec.Struct):
    code: int
    msg: str | None = None


class _Jobs(msgspec.Struct):
    result: _Result
    data: _JobPage


class _Files(msgspec.Struct):
    result: _Result
    data: _FilePage


def _job(number: int) -> dict[str, Any]:
    return {
        "uuid": _UUID.format(number), "name": f"survey {number}", "status": 3, "type": 15, "percentage": 0.43,
        "remainSeconds": 900, **_MADE, "startedAt": "2026-04-13T10:16:02Z", "originResourceUuid": _UUID.format(0),
        "outputResourceUuid": _UUID.format(1), "parameters": "{}", "message": "", "pixels": 2.5e9,
    }  # fmt: skip


def _file(number: int) -> dict[str, Any]:
    return {
        "uuid": _UUID.format(number), "name": f"DCIM/DJI_{number:05}.JPG", "checksum": f"{number:032x}", "size": 10**7,
        "meta": "", "position": {"attitude": 120.5, "latitude": 22.54, "longitude": 113.94}, **_MADE,
        "url": f"http://storage.example/photos/{number:032x}?signature={number:064x}",
    }  # fmt: skip


def _answer(entry: Callable[[int], dict[str, Any]], items: int) -> bytes:
    page = {"list": [entry(number) for number in range(items)], "page": 1, "rows": items, "total": items}
    return json.dumps({"result": {"code": 0, "msg": "success"}, "data": page}).encode()


def _ours(decode: Callable[[Any], Any], body: bytes) -> Callable[[], Any]:
    return lambda: decode(Reply(200, {}, body).json()).items


def _structs(kind: Any, body: bytes) -> Callable[[], Any]:
    decoder = msgspec.json.Decoder(kind)
    return lambda: decoder.decode(body).data.entries


def _cost(call: Callable[[], Any]) -> float:
    gc.collect()
    began = time.process_time()
    call()
    return time.process_time() - began


def main() -> None:
    """Measure, and print a table for each list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    lists: dict[str, dict[str, dict[str, float]]] = {}
    plays = {"listJobs": (_job, decoders.list_jobs, _Jobs), "listFiles": (_file, decoders.list_files, _Files)}
    for name, (entry, decode, kind) in plays.items():
        body = _answer(entry, given.items)
        readers: dict[str, Callable[[], Any]] = {
            "msgspec": _structs(kind, body),
            "skybind": _ours(decode, body),
            "json.loads": partial(json.loads, body),
        }
        seen: dict[str, list[float]] = {reader: [] for reader in readers}
        for number in range(given.rounds + 1):
            for reader, call in readers.items():
                seconds = _cost(call)
                if number:  # the first round warms up
                    seen[reader].append(seconds)
        medians = {reader: statistics.median(costs) for reader, costs in seen.items()}
        lists[name] = {
            reader: {"ms": seconds * 1e3, "ratio": seconds / medians["msgspec"]} for reader, seconds in medians.items()
        }
        print(f"{name}, {given.items} entries, {len(body) / 1e6:.1f} MB")
        for reader, row in lists[name].items():
            print(f"  {reader:<12}{row['ms']:>8.1f} ms{row['ratio']:>8.1f} x")
    keep("lists", {"items": given.items, "rounds": given.rounds, "lists": lists})


if __name__ == "__main__":
    main()
