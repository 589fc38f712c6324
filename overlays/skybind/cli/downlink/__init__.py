"""``skybind downlink``: commands to docks and drones, by hand."""

from __future__ import annotations

import click

from skybind.cli.downlink.catalogue import commands
from skybind.cli.downlink.flying import fly
from skybind.cli.downlink.following import get, watch
from skybind.cli.downlink.sending import send

__all__ = ["downlink"]


@click.group()
def downlink() -> None:
    """Commands to docks and drones, by the UTMOS open platform.

    What moves a machine is confirmed, and sent at most once. SUCCEEDED means that the device took a command; a flight
    has only begun by then.

    \b
    Examples:
      skybind downlink commands camera
      skybind downlink send cover_open --device dock-7
      skybind downlink send flighttask_execute --device dock-7 flight_id=f-1 --dry-run
      skybind downlink fly route.kmz --url https://… --device dock-7 --rth-altitude 80
    """


for command in (commands, send, get, watch, fly):
    downlink.add_command(command)
