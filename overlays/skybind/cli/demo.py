"""The main job on emulators, from a sample flight to a checked model."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skybind.cli.display import Display, size
from skybind.cli.environment import environment
from skybind.cli.flow import Order, carry_out, completed
from skybind.cli.services import loaded, service_named, work
from skybind.errors import IntegrityError
from skybind.jobs import Schedule
from skybind.options import Options
from skybind.transfers.download import check_target

__all__ = ["run_demo"]

_SAMPLE_PHOTOS = 16
_SAMPLE_BYTES = 400_000
# What is made soonest, where there is a choice.
_KINDS = {"terra": "2d", "flighthub": "2d"}


def run_demo(
    emulators: Any, service: str, photos: Path | None, kind: str | None, out: Path, region: str, display: Display
) -> None:
    """Emulators, photos, upload, reconstruction, download, check; says at the end what lies where.

    A service that takes no photos by its API begins with a folder that its emulator has, and keeps what it makes.

    Raises:
        SkybindError: as the stages raise it.
    """
    began = time.monotonic()
    worker = work(service)
    downloads = "out" in worker.takes
    if downloads:
        check_target(out)
    with tempfile.TemporaryDirectory(prefix="skybind-demo-") as scratch:
        # Simulated time runs fast enough that one sees the bar move and does not wait for it.
        settings = emulators.Settings(services=(service,), speed="time:40", region=region, seed=1)
        with emulators.start(settings) as running:
            facts = running.ready["services"][service]
            display.note(f"emulator of {service_named(service).title}: {facts.get('base_url') or facts['endpoint']}")
            if "folder_code" in facts:
                display.note(f"it takes no photos by its API; a folder was imported: {facts['folder_code']}")
            source = facts.get("folder_code") or str(photos or _sample(Path(scratch), display))
            client = loaded(service_named(service).client)(
                **_settings(service, environment(running.ready)),
                schedule=Schedule(first=0.25, longest=0.5),
                options=Options(check_limits=False),  # the emulator makes a point cloud of photos alone
                state=Path(scratch) / "state",
            )
            order = Order(source, kind or _KINDS.get(service), out=out if downloads else None, seconds=600.0)
            working = worker(client)
            with client, display:
                result = carry_out(working, completed(worker, order), display)
                if downloads:
                    _check(client, result, out)
    checked = f"; {result['files']:,} files, all checked" if downloads else ""
    display.note(f"\ndone in {time.monotonic() - began:.0f} s{checked}:")
    for line in _contents(out) if downloads else working.told(result).splitlines():
        display.note(f"  {line}")
    display.note(f"\nNext, the same on a real account: {_next(service, downloads=downloads)}")


def _sample(scratch: Path, display: Display) -> Path:
    from skybind_emulators.flight import render_flight

    display.note(f"rendering a sample flight of {_SAMPLE_PHOTOS} photos")
    render_flight(scratch / "sample-flight", photos=_SAMPLE_PHOTOS, size=_SAMPLE_BYTES, seed=1)
    return scratch / "sample-flight"


def _settings(service: str, variables: Mapping[str, str]) -> dict[str, str]:
    """Arguments of a client for the emulator: the first of its ways to sign in, and what goes with it."""
    known = service_named(service)
    prefix = f"SKYBIND_{service.upper()}_"
    wanted = {f"{prefix}{field}".upper(): field for field in (*known.ways[0], *known.settings)}
    return {field: variables[name] for name, field in wanted.items() if name in variables}


def _check(client: Any, result: Mapping[str, Any], out: Path) -> None:
    """What lies in the folder is what the service lists, name by name. An archive was checked as it was unpacked."""
    if client.capabilities.archive:
        return
    for file in client.model(result["job"]).files():
        path = out / file.name
        if not path.is_file() or (file.size is not None and path.stat().st_size != file.size):
            raise IntegrityError(f"{path}: is missing, or has another size than the service says")


def _next(service: str, *, downloads: bool) -> str:
    source = "FOLDER --kind 3d --out ./model" if downloads else "FOLDER_CODE"
    return f"skybind reconstruct {source} --service {service}"


def _contents(out: Path) -> list[str]:
    """A line for each file at the top and for each folder."""
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in sorted(out.rglob("*")):
        if path.is_file() and not path.name.startswith(".skybind-"):
            top, *below = path.relative_to(out).parts
            group = f"{top}/" if below else top
            counts[group] += 1
            sizes[group] += path.stat().st_size
    lines = []
    for group, count in counts.items():
        number = f"{count:,} file{'s' if count > 1 else ''}, " if group.endswith("/") else ""
        lines.append(f"{out}/{group}  {number}{size(sizes[group])}")
    return lines
