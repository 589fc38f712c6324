"""`python -m skybind_emulators.flight`: photos of a made-up survey flight, for demos, tests and load."""

import argparse
import re
import sys
from pathlib import Path

from .camera import camera_for
from .plan import FlightPlan
from .survey import LARGEST_BYTES, SMALLEST_BYTES, render_flight

_UNITS = {"": 1, "k": 1000, "M": 1000**2}
_EXAMPLE = """example:
  python -m skybind_emulators.flight photos --photos 200 --bytes 10M --seed 1

Photos have EXIF and DJI's XMP with the true pose of the camera. The same options give the same bytes.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the return value is the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    out: Path = options.out
    if out.exists() and not out.is_dir():
        parser.error(f"{out} is not a folder")
    if out.is_dir() and any(out.iterdir()) and not options.force:
        parser.error(f"{out} is not empty; choose another folder, or add --force to write into it")
    try:
        latitude, longitude = options.centre
        plan = FlightPlan(
            centre_latitude_deg=latitude,
            centre_longitude_deg=longitude,
            altitude_m=options.altitude_m,
            camera=camera_for(options.bytes),
        )
        files = render_flight(out, photos=options.photos, size=options.bytes, seed=options.seed, plan=plan)
    except ValueError as error:
        parser.error(str(error))
    total = sum(file.stat().st_size for file in files)
    sys.stdout.write(f"{len(files)} photos, {total / 1e6:.1f} MB, in {out}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    default = FlightPlan()
    parser = argparse.ArgumentParser(
        prog="python -m skybind_emulators.flight",
        description="Render a survey flight: overlapping photos of flat, made-up ground, taken straight down.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("out", metavar="OUT", type=Path, help="folder for the photos, new or empty")
    parser.add_argument("--photos", type=int, default=12, metavar="N", help="how many (default: 12)")
    parser.add_argument(
        "--bytes",
        type=_byte_count,
        default=_byte_count("200k"),
        metavar="SIZE",
        help=f"about so much per photo: {SMALLEST_BYTES // 1000}k to {LARGEST_BYTES // 10**6}M (default: 200k)",
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, another place (default: 1)")
    parser.add_argument(
        "--altitude-m",
        type=float,
        default=default.altitude_m,
        metavar="M",
        help=f"above the ground, in metres (default: {default.altitude_m:g})",
    )
    parser.add_argument(
        "--centre",
        type=_position,
        default=(default.centre_latitude_deg, default.centre_longitude_deg),
        metavar="LAT,LON",
        help="middle of the area, WGS-84 degrees "
        f"(default: {default.centre_latitude_deg},{default.centre_longitude_deg}); write --centre=LAT,LON if negative",
    )
    parser.add_argument("--force", action="store_true", help="write into a folder that is not empty")
    return parser


def _byte_count(text: str) -> int:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([kM]?)B?", text)
    if not found:
        raise argparse.ArgumentTypeError(f"not a size: {text!r}; write 200k or 10M")
    return round(float(found[1]) * _UNITS[found[2]])


def _position(text: str) -> tuple[float, float]:
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a position: {text!r}; write 30.3271,119.9126") from None
    return latitude, longitude


if __name__ == "__main__":
    sys.exit(main())
