"""Write docs/performance.md and its plot from what the measurements have left in build/bench.

python scripts/bench/page.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from measuring import RESULTS

DOCS = Path(__file__).resolve().parents[2] / "docs"

_INTRODUCTION = """# Performance

Made by `make bench`; figures of the last run. Each client is a process of its own, in the same run, on the same store
(the emulator's) and the same page-cached files, in interleaved rounds. Figures are medians; processor time includes
start and imports. **Compare the ratios, not the seconds**: the machine had other work, and the store, which is written
in Python and computes an MD5 of every object, is what bounds MB/s.
"""

_ABOUT_UPLOADS = """
Leanest is what looks at no byte: `sendfile` on HTTP, and on TLS the standard library's client with blocks of 1 MiB,
neither of which checks that what arrived is what was sent. skybind checks every file against the store's digest, keeps
its ledger, reads positions from EXIF, and holds one block of 512 KiB a connection.

Where the rest goes is in the table of steps below. The bytes themselves cost 1.5 times `sendfile` on OSS, whose CRC-64
is computed while they pass, and 1.8 times on S3, which wants its CRC-32C before them; MD5, which is what an S3 ETag is,
would cost 9 times as much as `sendfile`, and is only computed for stores that do not answer a CRC. What the whole
process needs beyond the bytes is start and imports (0.3 s a run), EXIF (1 ms a photo, 0.1 s/GB), and requests,
signatures and the ledger. `sendfile` after the digest would save 0.07 s/GB, on plain HTTP alone, where no
cloud is; it is not done.

Not reached: 1.5 times `sendfile` for the whole process; five times leaner than each of the peers; 1.1 times the leanest
on TLS, for the same reasons; and on a flight of 100,000 photos, 60 MB and, on this machine with its other work, two
seconds for the run that finds nothing to do.
"""

_ABOUT_MEMORY = """
The list of photos is held in memory, at about 0.4 kB a photo, and so is what the ledger holds for safe when a flight is
looked at again. The bytes of photos never are. Flat memory for 100,000 photos would need both to be read as a stream.
"""


def _figures(name: str) -> Any:
    path = RESULTS / f"{name}.json"
    return json.loads(path.read_text()) if path.exists() else None


def page() -> Iterator[str]:
    """The page, section by section."""
    yield _INTRODUCTION
    for name, title in (("upload-http", "Upload over HTTP"), ("upload-tls", "Upload over TLS")):
        found = _figures(name)
        if found:
            yield from _uploads(title, found["figures"])
            (DOCS / f"performance-{name}.svg").write_text(plot(title, found["figures"]["clients"]))
            yield f"\n![{title}: processor time by client](performance-{name}.svg)\n"
    yield _ABOUT_UPLOADS
    if steps := _figures("steps"):
        yield "\n| step, with 1 MiB blocks over loopback to a sink | CPU s/GB |\n| --- | ---: |\n"
        yield from (f"| {what} | {seconds} |\n" for what, seconds in steps["figures"]["steps"].items())
    if line := _figures("line"):
        yield from _line(line["figures"])
    if flight := _figures("flight"):
        yield from _flight(flight["figures"])
        yield _ABOUT_MEMORY
    yield from _machine()


def _uploads(title: str, figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n## {title}\n\n{figures['photos']} photos, {figures['bytes'] / 1e9:.1f} GB, "
    yield f"{figures['rounds']} rounds.\n\n"
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


def _machine() -> Iterator[str]:
    yield "\n## The machine\n\n| figures | date | processor | system | Python | load |\n| --- | --- | --- | --- | --- "
    yield "| --- |\n"
    for name in ("upload-http", "upload-tls", "steps", "line", "flight"):
        if found := _figures(name):
            facts = found["machine"]
            yield f"| {name} | {facts['date']} | {facts['processor']} | {facts['system']} | {facts['python']} "
            yield f"| {facts['load']} |\n"


def plot(title: str, clients: Mapping[str, Mapping[str, float]]) -> str:
    """Bars of processor time, as SVG."""
    most = max(row["cpu_s_per_gb"] for row in clients.values())
    rows = []
    for number, (client, row) in enumerate(clients.items()):
        value, y = row["cpu_s_per_gb"], 40 + 26 * number
        width = 420 * value / most
        colour = "#1f6feb" if client.startswith("skybind") else "#8b949e"
        rows.append(
            f'<text x="150" y="{y + 14}" text-anchor="end">{escape(client)}</text>'
            f'<rect x="160" y="{y}" width="{width:.1f}" height="18" fill="{colour}"/>'
            f'<text x="{166 + width:.1f}" y="{y + 14}">{value:.2f}</text>'
        )
    height = 50 + 26 * len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 {height}" font-family="sans-serif" font-size="13">\n'
        f'<rect width="660" height="{height}" fill="#ffffff"/>\n'
        f'<text x="10" y="22" font-size="15">{escape(title)}: processor time, s/GB</text>\n'
        + "\n".join(rows)
        + "\n</svg>\n"
    )


def main() -> None:
    """Write them."""
    (DOCS / "performance.md").write_text("".join(page()))


if __name__ == "__main__":
    main()
