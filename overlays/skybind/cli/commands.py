"""The command ``skybind``. Each of its commands loads what it needs when it runs, so that ``--help`` is quick."""

from __future__ import annotations

import signal
import sys
from typing import Any

import click

from skybind.cli.api import api
from skybind.cli.auth import auth
from skybind.cli.doctor import doctor
from skybind.cli.downlink import downlink
from skybind.cli.emulation import demo, emulate
from skybind.cli.exits import EXIT_CODES, exit_code, say
from skybind.cli.fleet import fleet
from skybind.cli.jobs import jobs, reconstruct, resume, status, stop
from skybind.cli.koomap import koomap
from skybind.cli.report import report
from skybind.cli.transfers import download, upload
from skybind.errors import SkybindError

__all__ = ["cli"]

_EXITS = "\b\nExit codes:\n" + "\n".join(f"  {code:>3}  {meaning}" for code, meaning in EXIT_CODES.items())


def _interrupt(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


class _Group(click.Group):
    """Turns errors into one message on stderr and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        signal.signal(signal.SIGTERM, _interrupt)  # a polite kill puts on record what has arrived, like Ctrl-C
        try:
            return super().invoke(ctx)
        except SkybindError as error:
            from skybind.cli.flow import Stopped

            if isinstance(error, Stopped):
                click.echo(
                    f"\nstopped: {error.message}. Go on with the same command, or: skybind resume {error.token}",
                    err=True,
                )
                ctx.exit(130)
            click.echo(say(error), err=True)
            ctx.exit(exit_code(error))
        except KeyboardInterrupt:
            click.echo("\nstopped", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(1)


@click.group(
    cls=_Group, epilog=_EXITS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.version_option(package_name="skybind")
@click.option("-v", "--verbose", count=True, help="Log requests to stderr (redacted); twice for more.")
def cli(verbose: int) -> None:
    """Photos up, model down: drone and reality-capture clouds from one command.

    \b
    Examples:
      skybind demo
      skybind reconstruct ./flight-42 --service terra --kind 3d --out ./model
      skybind resume sb1.terra.…
      skybind status --all --json
      skybind doctor
      skybind api koomap workspaces.list
      skybind koomap folders

    Credentials come from the environment (SKYBIND_TERRA_APP_KEY, SKYBIND_TERRA_SECRET_KEY, SKYBIND_TERRA_REGION;
    SKYBIND_KOOMAP_DOMAIN, SKYBIND_KOOMAP_USERNAME, SKYBIND_KOOMAP_PASSWORD), the profile file or a keyring.
    """
    if verbose:
        import logging

        # Our own loggers only: the HTTP library logs queries.
        logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
        logging.getLogger("skybind").setLevel(logging.INFO if verbose == 1 else logging.DEBUG)


for command in (
    *(reconstruct, upload, resume, status, jobs, stop, download, report, fleet),
    *(auth, doctor, api, koomap, downlink, emulate, demo),
):
    cli.add_command(command)
