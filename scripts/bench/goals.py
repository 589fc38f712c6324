"""What was to be reached, beside what was measured: the table at the top of docs/performance.md.

A goal whose measurement has not run is left out. Where one is not reached, the row says what limits it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import frozen

Figures = Mapping[str, Any]

_OURS = ("skybind, OSS", "skybind, S3")
_PEERS = ("boto3 upload_file", "s5cmd cp", "rclone copy")
_WHOLE_PROCESS = "digests, EXIF, ledger, start and imports: see below"


@frozen
class Goal:
    """One row.

    Attributes:
        what: the figure.
        goal: what was to be reached, in words.
        source: which measurement has it.
        beside: what it is compared with.
        measured: finds it there; None if it was not measured.
        reached: whether it is good enough.
        shown: writes it.
        limit: what keeps it from being reached, where it is not.
    """

    what: str
    goal: str
    source: str
    beside: str
    measured: Callable[[Figures], float | None]
    reached: Callable[[float], bool]
    shown: str = "{:.2f} ×"
    limit: str = ""


def _worst(column: str) -> Callable[[Figures], float | None]:
    """The larger figure of our two stores."""

    def measured(figures: Figures) -> float | None:
        found = [figures["clients"][name][column] for name in _OURS if name in figures["clients"]]
        return max(found, default=None)

    return measured


def _leaner(figures: Figures) -> float | None:
    """How much leaner than the leanest peer our costlier store is."""
    clients = figures["clients"]
    ours, peers = _worst("cpu_s_per_gb")(figures), [clients[name]["cpu_s_per_gb"] for name in _PEERS if name in clients]
    return min(peers) / ours if peers and ours else None


def _step(name: str, column: str) -> Callable[[Figures], float | None]:
    def measured(figures: Figures) -> float | None:
        found = next((cost for step, cost in figures["steps"].items() if step.startswith(name)), None)
        return None if found is None else float(found[column])

    return measured


def _at_most(most: float) -> Callable[[float], bool]:
    return lambda measured: measured <= most


def _at_least(least: float) -> Callable[[float], bool]:
    return lambda measured: measured >= least


def _call(world: str) -> Callable[[Figures], float | None]:
    return lambda figures: float(figures["worlds"][world]["skybind"]["ratio"])


def _polled(way: str) -> Callable[[Figures], float | None]:
    """Share of a core, in per cent; for other numbers of jobs and pauses, as if there were 5,000 every 30 s."""

    def measured(figures: Figures) -> float | None:
        found = figures["ways"].get(way)
        if found is None:
            return None
        return float(found["share"]) * 100 * (5000 / figures["jobs"]) * (figures["every"] / 30)

    return measured


def _read(name: str) -> Callable[[Figures], float | None]:
    return lambda figures: float(figures["lists"][name]["skybind"]["ratio"])


_PHOTO = "the record of what is confirmed, and the list of photos"
_READING = (
    "objects that keep unknown fields and values are made in Python, and `json.loads` alone takes 2 times: see below"
)

GOALS = (
    Goal("upload over HTTP, processor time", "≤ 1.5 ×", "upload-http", "raw sendfile, which checks nothing",
         _worst("ratio"), _at_most(1.5), limit=_WHOLE_PROCESS),
    Goal("upload over HTTP, leaner than peers", "≥ 5 ×", "upload-http", "leanest of boto3 upload_file, s5cmd, rclone",
         _leaner, _at_least(5), limit=_WHOLE_PROCESS),
    Goal("upload over TLS, processor time", "≤ 1.1 ×", "upload-tls", "http.client, 1 MiB, which checks nothing",
         _worst("ratio"), _at_most(1.1), limit=_WHOLE_PROCESS),
    Goal("upload, peak memory", "≤ 60 MB", "upload-http", "imports alone: see below", _worst("peak_mb"), _at_most(60),
         "{:.0f} MB"),
    Goal("100,000 photos sent, peak memory", "≤ 60 MB", "flight", "imports alone: see below", _step("send", "peak_mb"),
         _at_most(60), "{:.0f} MB", _PHOTO),
    Goal("100,000 photos sent already, peak memory", "≤ 60 MB", "flight", "imports alone: see below",
         _step("re-run", "peak_mb"), _at_most(60), "{:.0f} MB", _PHOTO),
    Goal("one file of 5 GB, peak memory", "≤ 60 MB", "flight", "imports alone: see below", _step("one file", "peak_mb"),
         _at_most(60), "{:.0f} MB"),
    Goal("100,000 photos planned", "≤ 10 s", "flight", "", _step("plan", "wall"), _at_most(10), "{:.1f} s"),
    Goal("re-run of a finished flight of 100,000", "≤ 2 s", "flight", "", _step("re-run", "wall"), _at_most(2),
         "{:.1f} s", "reading the folder and the record, photo by photo, on a busy machine"),
    Goal("knowing from the record what is left of 100,000", "≤ 1 s", "resume", "",
         lambda figures: float(figures["seconds"]), _at_most(1), "{:.2f} s"),
    Goal("a call, sync", "≤ 1.15 ×", "calls", "an httpx client that signs the same", _call("sync"), _at_most(1.15)),
    Goal("a call, async", "≤ 1.15 ×", "calls", "an httpx client that signs the same", _call("async"), _at_most(1.15)),
    Goal("5,000 jobs asked about every 30 s, by list", "≤ 10 % of a core", "polling", "", _polled("terra"),
         _at_most(10), "{:.1f} %"),
    Goal("5,000 jobs asked about every 30 s, one by one", "≤ 10 % of a core", "polling", "", _polled("single"),
         _at_most(10), "{:.1f} %", "5,000 whole calls: what httpcore, h11 and the sockets take of each"),
    Goal("JSON POST of an emulator, requests a CPU second", "≥ 5 ×", "emulator", "moto's server, PutItem of DynamoDB",
         lambda figures: float(figures["servers"]["moto, PutItem"]["ratio"]), _at_least(5), "{:.1f} ×"),
    Goal("10,000 jobs of a list read", "≤ 2 ×", "lists", "msgspec, equivalent structs", _read("listJobs"), _at_most(2),
         "{:.1f} ×", _READING),
    Goal("10,000 files of a list read", "≤ 2 ×", "lists", "msgspec, equivalent structs", _read("listFiles"),
         _at_most(2), "{:.1f} ×", _READING),
    Goal("goodput of a long, lossy uplink", "≥ 90 %", "line", "the rate of the line",
         lambda figures: 100 * min(map(float, figures["shares"])), _at_least(90), "{:.0f} %"),
)  # fmt: skip


def rows(figures: Callable[[str], Figures | None]) -> Iterator[str]:
    """The table's rows, of those goals that were measured. ``figures`` finds a measurement by its name."""
    for goal in GOALS:
        found = figures(goal.source)
        measured = goal.measured(found) if found else None
        if measured is None:
            continue
        verdict = "reached" if goal.reached(measured) else f"**not reached**{': ' if goal.limit else ''}{goal.limit}"
        yield f"| {goal.what} | {goal.goal} | {goal.shown.format(measured)} | {goal.beside or '–'} | {verdict} |\n"
