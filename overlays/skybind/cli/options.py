"""Options that commands share, and what their values mean."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from skybind.cli.display import Display

__all__ = [
    "DURATION",
    "RATE",
    "bwlimit_option",
    "display_for",
    "finish",
    "json_option",
    "out_option",
    "parameters_of",
    "profile_option",
    "quiet_option",
    "timeout_option",
    "unchecked_option",
    "workers_option",
]

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class Duration(click.ParamType[timedelta]):
    """``90s``, ``20m``, ``6h``, ``1h30m``."""

    name = "duration"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """Read it."""
        if isinstance(value, timedelta):
            return value
        text = str(value).strip()
        parts = re.findall(r"(\d+(?:\.\d+)?)([smhd])", text)
        if not parts or "".join(number + unit for number, unit in parts) != text:
            self.fail(f"{value!r} is not a duration; write 90s, 20m, 6h or 1h30m", param, ctx)
        return timedelta(seconds=sum(float(number) * _UNITS[unit] for number, unit in parts))


class Rate(click.ParamType[float]):
    """``800k``, ``5M``, ``1.5M``: bytes a second, in decimal units."""

    name = "rate"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read it."""
        found = re.fullmatch(r"(\d+(?:\.\d+)?)([kKMG]?)(?:B(?:/s)?)?", str(value).strip())
        if not found or not float(found[1]):
            self.fail(f"{value!r} is not a rate; write 800k, 5M or 1.5M, in bytes a second", param, ctx)
        return float(found[1]) * {"": 1, "k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9}[found[2]]


DURATION = Duration()
RATE = Rate()

profile_option = click.option("--profile", help="Section of the profile file.")
json_option = click.option("--json", "as_json", is_flag=True, help="Result as JSON on stdout.")
quiet_option = click.option("-q", "--quiet", is_flag=True, help="No progress.")
workers_option = click.option(
    "-j",
    "--jobs",
    "workers",
    type=click.IntRange(1, 64),
    default=8,
    show_default=True,
    help="Most files at a time; how many pay is found out on the way.",
)
bwlimit_option = click.option(
    "--bwlimit", type=RATE, help="Bytes a second to take at most, all files together, such as 5M.  [default: no limit]"
)
timeout_option = click.option("--timeout", type=DURATION, help="Longest wait for the job, such as 6h.")
unchecked_option = click.option("--unchecked", is_flag=True, help="Upload what is beyond the documented limits.")
out_option = click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the model.")


def finish(result: Any, as_json: bool, text: str) -> None:
    """Say the result on stdout, for programs or for people."""
    click.echo(json.dumps(result) if as_json else text)


def display_for(*, quiet: bool, things: str = "photos") -> Display:
    """Where progress goes; ``things`` is what is uploaded."""
    from skybind.cli.display import choose

    return choose(quiet=quiet, things=things)


def parameters_of(settings: tuple[str, ...]) -> dict[str, Any]:
    """``("output_mesh=true", "quality_level=1")`` as an object; values are JSON, or text where they are not."""
    found: dict[str, Any] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"{setting!r}: write NAME=VALUE, for example output_mesh=true", param_hint="--set")
        try:
            found[name] = json.loads(value)
        except ValueError:
            found[name] = value
    return found
