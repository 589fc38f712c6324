"""The main job on emulators, from a sample flight to a checked model."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from skybind.cli.display import Display, size
from skybind.cli.flow import Order, carry_out, completed
from skybind.cli.terra_work import TerraWork
from skybind.errors import IntegrityError
from skybind.jobs import Schedule
from skybind.terra import Terra
from skybind.transfers.download import check_target

__all__ = ["run_demo"]

_SAMPLE_PHOTOS = 16
_SAMPLE_BYTES = 400_000


def run_demo(emulators: Any, photos: Path | None, kind: str, out: Path, region: str, display: Display) -> None:
    """Emulators, photos, upload, reconstruction, download, check; says at the end what lies where.

    Raises:
        SkybindError: as the stages raise it.
    """
    began = time.monotonic()
    check_target(out)
    with tempfile.TemporaryDirectory(prefix="skybind-demo-") as scratch:
        if photos is None:
            from skybind_emulators.flight import render_flight

            photos = Path(scratch) / "sample-flight"
            display.note(f"rendering a sample flight of {_SAMPLE_PHOTOS} photos")
            render_flight(photos, photos=_SAMPLE_PHOTOS, size=_SAMPLE_BYTES, seed=1)
        # Simulated time runs fast enough that one sees the bar move and does not wait for it.
        settings = emulators.Settings(services=("terra",), speed="time:40", region=region, seed=1)
        with emulators.start(settings) as running:
            facts = running.ready["services"]["terra"]
            display.note(f"emulators: TerraAPI at {facts['base_url']}, storage at {facts['storage']['oss_endpoint']}")
            terra = Terra(
                facts["app_key"],
                facts["secret_key"],
                region=region,
                base_url=facts["base_url"],
                oss_endpoint=facts["storage"]["oss_endpoint"],
                s3_endpoint=facts["storage"]["s3_endpoint"],
                schedule=Schedule(first=0.25, longest=0.5),
                state=Path(scratch) / "state",
            )
            with terra, display:
                order = completed(TerraWork, Order(str(photos), kind, out=out, seconds=600.0))
                result = carry_out(TerraWork(terra), order, display)
                _check(terra, result["job"], out)
    display.note(f"\ndone in {time.monotonic() - began:.0f} s; {result['files']:,} files checked by size and digest:")
    for line in _contents(out):
        display.note(f"  {line}")
    display.note(
        "\nNext, the same on a real account: skybind reconstruct FOLDER --service terra --kind 3d --out ./model"
    )


def _check(terra: Terra, job: str, out: Path) -> None:
    """What lies in the folder is what the service lists, name by name."""
    for file in terra.model(job).files():
        path = out / file.name
        if not path.is_file() or (file.size is not None and path.stat().st_size != file.size):
            raise IntegrityError(f"{path}: is missing, or has another size than the service says")


def _contents(out: Path) -> list[str]:
    """A line for each file at the top and for each folder."""
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in sorted(out.rglob("*")):
        if path.is_file():
            top, *below = path.relative_to(out).parts
            group = f"{top}/" if below else top
            counts[group] += 1
            sizes[group] += path.stat().st_size
    lines = []
    for group, count in counts.items():
        number = f"{count:,} file{'s' if count > 1 else ''}, " if group.endswith("/") else ""
        lines.append(f"{out}/{group}  {number}{size(sizes[group])}")
    return lines
