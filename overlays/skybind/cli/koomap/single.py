"""What is done to one task, or with one photo."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skybind.cli.koomap.finding import connected, task_named
from skybind.cli.options import (
    bwlimit_option,
    display_for,
    finish,
    json_option,
    profile_option,
    quiet_option,
    workers_option,
)
from skybind.errors import ActionNeeded

if TYPE_CHECKING:
    from skybind.koomap import TaskJob

__all__ = ["archive", "locate", "mark", "refine", "start", "stop", "unarchive"]


def _say_state(job: TaskJob, as_json: bool) -> None:
    state = job.status()
    result = {"job": job.id, "token": job.token, "state": state.phase.value, "native": state.native}
    finish(result, as_json, f"job {job.id}: {state.native}")


@click.command()
@click.argument("task")
@click.argument("csv", type=click.Path(path_type=Path, dir_okay=False))
@profile_option
@json_option
def mark(task: str, csv: Path, profile: str | None, as_json: bool) -> None:
    """Mark the control points of a CSV file in the photos of TASK, and write its marker file.

    Columns: image_code, column, row, longitude, latitude, height, accuracy. Points that are there already are left
    alone, so that the same file may be sent again. Start the task afterwards.

    \b
    Example:
      skybind koomap mark survey_2026/block_7 points.csv
    """
    from skybind.koomap import read_marks

    points = read_marks(csv)  # before anything is sent
    with connected(profile) as client:
        job = task_named(client, task)
        present = client.mark(job, points)
    finish(
        {"job": job.id, "token": job.token, "marks": len(present)},
        as_json,
        f"job {job.id}: {len(present):,} points are marked, and the marker file is written",
    )


@click.command()
@click.argument("photo", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--accuracy", "gps_accuracy_m", type=float, help="Of the photo's position, in metres.")
@profile_option
@json_option
def locate(photo: Path, gps_accuracy_m: float | None, profile: str | None, as_json: bool) -> None:
    """Where PHOTO, a JPEG file, was taken and where it looked, by visual positioning.

    \b
    Example:
      skybind koomap locate DJI_0042.JPG
    """
    from skybind.cli.answers import as_json as jsonable
    from skybind.cli.answers import as_text, width_of_screen

    with connected(profile) as client:
        found: Mapping[str, Any] = jsonable(client.locate(photo, gps_accuracy_m=gps_accuracy_m))
    finish(found, as_json, as_text(found, width_of_screen()))


@click.command()
@click.argument("task")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="refined", show_default=True, help="Name of the refine subtask.")
@click.option("--upload-state", is_flag=True, help="Tell the service that the upload is complete; a guess of ours.")
@workers_option
@bwlimit_option
@profile_option
@json_option
@quiet_option
def refine(
    task: str,
    folder: Path,
    name: str,
    upload_state: bool,
    workers: int,
    bwlimit: float | None,
    profile: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Upload the model in FOLDER that people refined, and start a refine subtask of TASK with it.

    No document names the call that tells the service of a complete upload. Without --upload-state it is left to the
    console, and this ends with exit code 11. The keys of OBS are SKYBIND_KOOMAP_AK and SKYBIND_KOOMAP_SK.

    \b
    Example:
      skybind koomap refine survey_2026/block_7 ./refined --upload-state
    """
    with connected(profile) as client, display_for(quiet=quiet, things="files") as display:
        parent = task_named(client, task)
        try:
            job = client.with_options(bwlimit=bwlimit).refine(
                parent, folder, name=name, upload_state=upload_state, workers=workers, progress=display.upload
            )
        except ActionNeeded as error:
            error.advice = (
                "Set the upload's state in the console, and go on. Or run it again with --upload-state, which makes a "
                "call for it that no document names."
            )
            raise
        _say_state(job, as_json)


@click.command()
@click.argument("task")
@click.option("--triangulate", is_flag=True, help="The aerial triangulation alone, so that points can be marked.")
@profile_option
@json_option
def start(task: str, triangulate: bool, profile: str | None, as_json: bool) -> None:
    """Start TASK, once: if the answer is lost, its state tells.

    \b
    Example:
      skybind koomap start survey_2026/block_7
    """
    with connected(profile) as client:
        _say_state(task_named(client, task).start(triangulation_only=triangulate), as_json)


@click.command()
@click.argument("task")
@profile_option
@json_option
def stop(task: str, profile: str | None, as_json: bool) -> None:
    """Stop TASK. What it made so far is lost.

    \b
    Example:
      skybind koomap stop survey_2026/block_7
    """
    with connected(profile) as client:
        job = task_named(client, task)
        job.stop()
        _say_state(job, as_json)


@click.command()
@click.argument("task")
@profile_option
@json_option
def archive(task: str, profile: str | None, as_json: bool) -> None:
    """Put TASK, which is done, into the archive.

    \b
    Example:
      skybind koomap archive survey_2026/block_7
    """
    with connected(profile) as client:
        _say_state(task_named(client, task).archive(), as_json)


@click.command()
@click.argument("task")
@profile_option
@json_option
def unarchive(task: str, profile: str | None, as_json: bool) -> None:
    """Take TASK out of the archive.

    \b
    Example:
      skybind koomap unarchive survey_2026/block_7
    """
    with connected(profile) as client:
        _say_state(task_named(client, task).unarchive(), as_json)
