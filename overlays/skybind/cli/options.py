"""Options that commands share, and what their values mean."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

import click

__all__ = ["DURATION", "parameters_of"]

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


DURATION = Duration()


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
