"""Write docs/performance.md and its plots from what the measurements have left in build/bench.

python scripts/bench/page.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from goals import rows
from measuring import RESULTS

DOCS = Path(__file__).resolve().parents[2] / "docs"

_MEASURED = (
    *("upload-http", "upload-tls", "causes-http", "causes-tls", "steps", "download", "line", "flight", "resume"),
    *("calls", "polling", "lists", "emulator"),
)

_INTRODUCTION = """# Performance

Made by `make bench`; figures of the last run. Each client is a process of its own, in the same run, on the same store
(the emulator's) and the same page-cached files, in interleaved rounds. Figures are medians; processor time includes
start and imports. **Compare the ratios, not the seconds**, and those with room: on this machine ratios of one and the
same program differ by a quarter from run to run. The store, which is written in Python and computes an MD5 of every
object, is what bounds MB/s.
"""

_ABOUT_UPLOADS = """
Leanest is what looks at no byte: `sendfile` on HTTP, and on TLS the standard library's client with blocks of 1 MiB,
neither of which checks that what arrived is what was sent. skybind checks every file against the store's digest, keeps
its ledger, reads positions from EXIF, and holds one block of 512 KiB a connection.

That every byte is looked at is most of the difference to `sendfile`: to read, add to a CRC and send costs about 1.7
times as much, before anything else is done. OSS gets a CRC-64 of the bytes as they pass; S3 gets a CRC-32C behind them,
as its own SDKs do since 2025, where the store takes it. MD5, which is what an S3 ETag is, costs eight times `sendfile`;
it is computed for stores that answer no CRC, and for the parts of files above 100 MB on S3. `sendfile` after a digest
would save a tenth on plain HTTP alone, where no cloud is; it is not done.
"""

_ABOUT_CAUSES = """
Where skybind's time goes, by clocks of its threads around the steps of the engine. Start and imports are the same for
any number of photos; the other rows are for each GB.
"""

_ABOUT_MEMORY = """
Of a flight, names, sizes and times are held, at some 60 bytes a photo; the record is read beside the folder in the
order of names, block by block. Bytes of photos are never held but for those that are being sent.
"""


_ABOUT_CALLS = """
Of httpx, requests and connections are used, and not its clients, which look for redirects, cookies and hooks at every
call. That is how a call with limits checked, a signature, a decision and a model costs less than one of httpx alone
that only signs.
"""

_ABOUT_LISTS = """
Twice msgspec's time is out of reach for objects that are made in Python: `json.loads` alone takes that. What remains is
one object of a class with slots for each entry, with its times, its enums and its unknown fields. A JSON reader in C
without types (msgspec's) would save an eighth of it, and is no dependency for that.
"""

_ABOUT_EMULATOR = """
The emulator checks signature, digest and schema of each request; moto, as its server is started by default, checks the
call's own parameters. Most of what is left is the server (uvicorn) and the thread that each handler runs in.
"""


def _figures(name: str) -> Any:
    path = RESULTS / f"{name}.json"
    return json.loads(path.read_text()) if path.exists() else None


def page() -> Iterator[str]:
    """The page, section by section."""
    yield _INTRODUCTION
    yield "\n## What was to be reached\n\n| figure | goal | measured | beside | |\n| --- | --- | ---: | --- | --- |\n"
    yield from rows(lambda name: (_figures(name) or {}).get("figures"))
    for name, title in (("upload-http", "Upload over HTTP"), ("upload-tls", "Upload over TLS")):
        found = _figures(name)
        if found:
            yield from _uploads(title, found["figures"])
            clients = found["figures"]["clients"]
            costs = {client: row["cpu_s_per_gb"] for client, row in clients.items()}
            yield _plotted(name, title, "processor time, s/GB", costs)
    yield _ABOUT_UPLOADS
    for name, title in (("causes-http", "HTTP"), ("causes-tls", "TLS")):
        if causes := _figures(name):
            yield from _causes(title, causes["figures"])
    if steps := _figures("steps"):
        yield "\n| step, with 1 MiB blocks over loopback to a sink | CPU s/GB |\n| --- | ---: |\n"
        yield from (f"| {what} | {seconds} |\n" for what, seconds in steps["figures"]["steps"].items())
    if download := _figures("download"):
        yield from _downloads(download["figures"])
    if line := _figures("line"):
        yield from _line(line["figures"])
    if flight := _figures("flight"):
        yield from _flight(flight["figures"])
        yield _ABOUT_MEMORY
    if calls := _figures("calls"):
        yield from _calls(calls["figures"])
    if polling := _figures("polling"):
        yield from _polling(polling["figures"])
    if lists := _figures("lists"):
        yield from _lists(lists["figures"])
    if emulator := _figures("emulator"):
        yield from _emulator(emulator["figures"])
    yield from _machine()


def _uploads(title: str, figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n## {title}\n\n{figures['photos']} photos, {figures['bytes'] / 1e9:.1f} GB, "
    yield f"{figures['rounds']} rounds.\n\n"
    yield from _transfers(figures)


def _causes(title: str, figures: Mapping[str, Any]) -> Iterator[str]:
    stores = figures["causes"]
    yield f"\n## What an upload over {title} spends\n{_ABOUT_CAUSES}\n| cause | {' | '.join(stores)} |\n"
    yield f"| --- |{' ---: |' * len(stores)}\n"
    for cause in next(iter(stores.values())):
        costs = (f"{causes[cause]:.3f}" if cause in causes else "" for causes in stores.values())
        yield f"| {cause} | {' | '.join(costs)} |\n"


def _downloads(shapes: Mapping[str, Any]) -> Iterator[str]:
    yield "\n## Download\n"
    for shape, figures in shapes.items():
        number = f"{figures['files']:,} files" if figures["files"] > 1 else "one file"
        if len(figures["clients"]) == 1:
            ((client, row),) = figures["clients"].items()
            each = row["cpu_s_per_gb"] * figures["bytes"] / 1e6 / figures["files"]
            yield f"\n{number} of a kilobyte, {client}: {each:.1f} ms of processor time a file, and a peak of "
            yield f"{row['peak_mb']:.0f} MB; links, places and sizes of all are held.\n"
            continue
        yield f"\n{number}, {figures['bytes'] / 1e9:.2f} GB, {figures['rounds']} rounds.\n\n"
        yield from _transfers(figures)
        costs = {client: row["cpu_s_per_gb"] for client, row in figures["clients"].items()}
        if len(costs) > 1:
            yield _plotted(f"download-{shape}", f"Download, {number}", "processor time, s/GB", costs)


def _transfers(figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"| client | CPU s/GB | to {figures['base']} | peak MB | MB/s |\n| --- | ---: | ---: | ---: | ---: |\n"
    for client, row in figures["clients"].items():
        yield f"| {client} | {row['cpu_s_per_gb']:.2f} | {row['ratio']:.1f} | {row['peak_mb']:.0f} "
        yield f"| {row['mb_per_s']:.0f} |\n"


def _line(figures: Mapping[str, Any]) -> Iterator[str]:
    shares = ", ".join(f"{share:.0%}" for share in figures["shares"])
    yield "\n## A long uplink\n\n"
    yield f"A line of {figures['rate'] / 1e6:.0f} MB/s with {figures['delay'] * 1e3:.0f} ms on the way up, where a "
    yield f"connection has a window of {figures['window'] // 1024} KiB, and is cut with a chance of "
    yield f"{figures['cuts']:.0%} for each 10 MB that it carries; simulated on loopback. {figures['photos']} photos, "
    yield f"{figures['bytes'] / 1e9:.1f} GB, no options given: goodput of the whole run, start and repeated files "
    yield f"included, is **{shares}** of the line.\n"
    yield "One run; how concurrency finds its level was tuned on this very line, so that other lines may do worse.\n"


def _flight(figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n## A flight of {figures['photos']:,} photos\n\nOf 1 kB each, so that it is what a photo costs beside its "
    yield "bytes.\n\n| step | seconds | CPU s | peak MB |\n| --- | ---: | ---: | ---: |\n"
    for step, cost in figures["steps"].items():
        yield f"| {step} | {cost['wall']:.1f} | {cost['cpu']:.1f} | {cost['peak_mb']:.0f} |\n"


def _calls(figures: Mapping[str, Any]) -> Iterator[str]:
    yield "\n## A call\n\nOne GET after another over one connection, its answer an object of fifteen fields.\n\n"
    yield "| client | CPU µs a call | to httpx that signs | to bare httpx |\n| --- | ---: | ---: | ---: |\n"
    costs = {}
    for world, clients in figures["worlds"].items():
        for client, row in clients.items():
            costs[f"{client}, {world}"] = row["microseconds"]
            yield f"| {client}, {world} | {row['microseconds']:.0f} | {row['ratio']:.2f} "
            yield f"| {row['ratio_to_bare']:.2f} |\n"
    yield _plotted("calls", "A call", "processor time, µs", costs)
    yield _ABOUT_CALLS


def _polling(figures: Mapping[str, Any]) -> Iterator[str]:
    ways = {
        "terra": "TerraAPI, by list",
        "flighthub": "FlightHub, those that run by list, the others one by one",
        "single": "one by one",
    }
    yield f"\n## Waiting for {figures['jobs']:,} jobs\n\n"
    yield f"From one process and one thread; each job is asked about every {figures['every']:.0f} s.\n\n"
    yield "| way | of a core | requests a round | peak MB |\n| --- | ---: | ---: | ---: |\n"
    for way, row in figures["ways"].items():
        requests = row["requests"] / figures["rounds"]
        yield f"| {ways[way]} | {row['share']:.1%} | {requests:,.0f} | {row['peak_mb']:.0f} |\n"


def _lists(figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n## A list of {figures['items']:,} entries\n\nBytes in, objects out.\n\n"
    yield "| list | reader | CPU ms | to msgspec |\n| --- | --- | ---: | ---: |\n"
    costs = {}
    for name, readers in figures["lists"].items():
        for reader, row in readers.items():
            costs[f"{reader}, {name}"] = row["ms"]
            yield f"| {name} | {reader} | {row['ms']:.0f} | {row['ratio']:.1f} |\n"
    yield _plotted("lists", f"A list of {figures['items']:,} entries", "processor time, ms", costs)
    yield _ABOUT_LISTS


def _emulator(figures: Mapping[str, Any]) -> Iterator[str]:
    yield "\n## A request to an emulator\n\nA JSON POST that makes something; processor time of the server.\n\n"
    yield "| server | requests a CPU second | CPU µs a request |\n| --- | ---: | ---: |\n"
    for server, row in figures["servers"].items():
        yield f"| {server} | {row['per_cpu_second']:,.0f} | {row['microseconds']:.0f} |\n"
    costs = {server: row["microseconds"] for server, row in figures["servers"].items()}
    yield _plotted("emulator", "A request to an emulator", "processor time of the server, µs", costs)
    yield _ABOUT_EMULATOR


def _machine() -> Iterator[str]:
    yield "\n## The machine\n\n| figures | date | processor | system | Python | load |\n| --- | --- | --- | --- | --- "
    yield "| --- |\n"
    for name in _MEASURED:
        if found := _figures(name):
            facts = found["machine"]
            yield f"| {name} | {facts['date']} | {facts['processor']} | {facts['system']} | {facts['python']} "
            yield f"| {facts['load']} |\n"


def _plotted(name: str, title: str, unit: str, values: Mapping[str, float]) -> str:
    """Draw a plot, and the line of the page that shows it."""
    (DOCS / f"performance-{name}.svg").write_text(plot(f"{title}: {unit}", values))
    return f"\n![{title}: {unit}](performance-{name}.svg)\n"


def plot(title: str, values: Mapping[str, float]) -> str:
    """Bars, ours in colour, as SVG."""
    most = max(values.values())
    bars = []
    for number, (name, value) in enumerate(values.items()):
        y = 40 + 26 * number
        width = 420 * value / most
        colour = "#1f6feb" if name.startswith("skybind") else "#8b949e"
        shown = f"{value:.2f}" if most < 10 else f"{value:.0f}"
        bars.append(
            f'<text x="170" y="{y + 14}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="180" y="{y}" width="{width:.1f}" height="18" fill="{colour}"/>'
            f'<text x="{186 + width:.1f}" y="{y + 14}">{shown}</text>'
        )
    height = 50 + 26 * len(bars)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {height}" font-family="sans-serif" font-size="13">\n'
        f'<rect width="680" height="{height}" fill="#ffffff"/>\n'
        f'<text x="10" y="22" font-size="15">{escape(title)}</text>\n' + "\n".join(bars) + "\n</svg>\n"
    )


def main() -> None:
    """Write them."""
    (DOCS / "performance.md").write_text("".join(page()))


if __name__ == "__main__":
    main()
