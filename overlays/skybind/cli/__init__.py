"""The ``skybind`` command."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command; exits."""
    try:
        from skybind.cli.commands import cli
    except ImportError as error:
        if (error.name or "").split(".")[0] not in {"click", "rich"}:
            raise
        print('error: the command needs more packages: pip install "skybind[cli]"', file=sys.stderr)  # noqa: T201
        raise SystemExit(2) from None
    cli(prog_name="skybind")
