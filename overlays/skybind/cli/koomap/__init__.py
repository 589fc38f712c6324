"""``skybind koomap``: what people do with KooMap, by hand."""

from __future__ import annotations

from typing import Any

import click

from skybind.cli.api import call_options, run_call
from skybind.cli.koomap.lists import folders, images, products, tasks, usage, workspaces
from skybind.cli.koomap.single import archive, locate, mark, refine, start, stop, unarchive

__all__ = ["koomap"]


@click.group()
def koomap() -> None:
    """Huawei KooMap: what is there, and what to do with tasks.

    TASK is a token, as reconstruct and tasks --json print it, or WORKSPACE/NAME of a real-scene 3D task.

    \b
    Examples:
      skybind koomap folders
      skybind koomap tasks --workspace survey_2026
      skybind koomap mark survey_2026/block_7 points.csv
      skybind koomap start survey_2026/block_7
      skybind koomap call workspaces.create workspace_name=survey_2026
    """


@koomap.command()
@call_options
def call(**wishes: Any) -> None:
    """Call any OPERATION of KooMap: short for skybind api koomap.

    \b
    Examples:
      skybind koomap call
      skybind koomap call folders.list --page-all --json
    """
    run_call("koomap", **wishes)


for command in (folders, workspaces, tasks, products, usage, images):
    koomap.add_command(command)
for command in (mark, locate, refine, start, stop, archive, unarchive):
    koomap.add_command(command)
