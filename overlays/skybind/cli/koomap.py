"""``skybind koomap``: what people do with KooMap, by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skybind.cli.api import call_options, run_call
from skybind.cli.options import display_for, finish, json_option, profile_option, quiet_option, workers_option
from skybind.cli.services import connect
from skybind.errors import ActionNeeded, NotFound, UsageError

if TYPE_CHECKING:
    from skybind.koomap import KooMap, TaskJob

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


def _client(profile: str | None) -> KooMap:
    client: KooMap = connect("koomap", profile)
    return client


def _show(entries: Sequence[Any], columns: Sequence[str], as_json: bool) -> None:
    """A list of models or of plain objects: as they are for programs, some of their fields for eyes."""
    from skybind.cli.answers import as_json as jsonable
    from skybind.cli.answers import table, width_of_screen

    rows: list[dict[str, Any]] = [jsonable(entry) for entry in entries]
    shown = [row | _code_names(entry, columns) for row, entry in zip(rows, entries, strict=True)]
    finish(rows, as_json, table(shown, width_of_screen(), columns) if rows else "nothing")


def _code_names(entry: Any, columns: Sequence[str]) -> dict[str, str]:
    """Names of the values that the service has numbers for: eyes need not know that 1 is complete."""
    values = {name: getattr(entry, name, None) for name in columns}
    return {
        name: value.name.lower().replace("_", " ")
        for name, value in values.items()
        if isinstance(value, Enum) and str(value.value).isdigit() and value.name != "UNKNOWN"
    }


@koomap.command()
@profile_option
@json_option
def folders(profile: str | None, as_json: bool) -> None:
    """Folders of oblique photos, whose codes reconstruct takes.

    \b
    Example:
      skybind koomap folders
    """
    with _client(profile) as client:
        entries = list(client.folders.list())
    _show(entries, ("folder_code", "folder_name", "folder_alias", "status", "create_time", "folder_desc"), as_json)


@koomap.command()
@profile_option
@json_option
def workspaces(profile: str | None, as_json: bool) -> None:
    """Workspaces, which hold tasks.

    \b
    Example:
      skybind koomap workspaces --json
    """
    with _client(profile) as client:
        entries = list(client.workspaces.list())
    columns = ("workspace_name", "workspace_id", "star", "update_time", "creator", "workspace_description")
    _show(entries, columns, as_json)


@koomap.command()
@click.option("--workspace", metavar="NAME|ID", help="Of this workspace alone.")
@click.option("--archived", is_flag=True, help="Those in the archive too.")
@profile_option
@json_option
def tasks(workspace: str | None, archived: bool, profile: str | None, as_json: bool) -> None:
    """Real-scene 3D and satellite tasks, and where they stand.

    \b
    Examples:
      skybind koomap tasks
      skybind koomap tasks --workspace survey_2026 --archived --json
    """
    rows: list[dict[str, Any]] = []
    with _client(profile) as client:
        for name, number in _workspaces(client, workspace).items():
            rows += [_task_row(client, name, task) for task in _tasks(client, number, archived=archived)]
    _show(rows, ("workspace", "name", "kind", "state", "progress", "updated", "job"), as_json)


def _workspaces(client: KooMap, wanted: str | None) -> dict[str, str]:
    """Ids of workspaces by name; of all, or of one.

    Raises:
        NotFound: there is no such workspace.
    """
    found = {}
    for one in client.workspaces.list():
        name, number = str(one.workspace_name), str(one.workspace_id)
        if wanted is None or wanted == number or wanted.casefold() == name.casefold():
            found[name] = number
    if wanted and not found:
        raise NotFound(f"KooMap has no workspace {wanted!r}", service="koomap", status=200)
    return found


def _tasks(client: KooMap, workspace: str, *, archived: bool) -> Iterable[Any]:
    from skybind_clients.koomap.models import Real3DTaskStatus, SatelliteTaskStatus

    yield from client.real3d_tasks.list(workspace)
    yield from client.satellite_tasks.list(workspace_id=workspace)
    if archived:  # listed only when they are asked for
        yield from client.real3d_tasks.list(workspace, task_status=[Real3DTaskStatus.ARCHIVED])
        yield from client.satellite_tasks.list(workspace_id=workspace, task_status=[SatelliteTaskStatus.ARCHIVED])


def _task_row(client: KooMap, workspace: str, task: Any) -> dict[str, Any]:
    from skybind.koomap.tasks import state_of

    job, state = client.job(task), state_of(task)
    share = f"{state.progress:.0%}" if state.progress is not None else None
    return {
        "workspace": workspace,
        "name": str(task.task_name),
        "kind": job.ref.kind.value,
        "state": state.native,
        "phase": state.phase.value,
        "progress": share,
        "updated": task.update_time if isinstance(task.update_time, str) else None,
        "message": state.message or None,
        "job": job.id,
        "token": job.token,
    }


@koomap.command()
@click.option("--refined", is_flag=True, help="Products of refine subtasks instead.")
@profile_option
@json_option
def products(refined: bool, profile: str | None, as_json: bool) -> None:
    """Models that were made; their files stay at the service.

    \b
    Examples:
      skybind koomap products
      skybind koomap products --refined --json
    """
    with _client(profile) as client:
        entries: list[Any] = list(client.refine_products.list() if refined else client.products.list())
    _show(entries, ("name", "id", "status", "folder_code", "storage_size_byte", "update_time"), as_json)


@koomap.command()
@profile_option
@json_option
def usage(profile: str | None, as_json: bool) -> None:
    """What the account has used, and what is left of what was bought.

    \b
    Example:
      skybind koomap usage
    """
    import attrs

    with _client(profile) as client:
        rows = [{**attrs.asdict(line), "left": line.left} for line in client.usage()]
    _show(rows, ("area", "kind", "item", "detail", "used", "bought", "left", "unit", "since"), as_json)


@koomap.command()
@profile_option
@json_option
def images(profile: str | None, as_json: bool) -> None:
    """Satellite images, raw ones and results.

    \b
    Example:
      skybind koomap images
    """
    with _client(profile) as client:
        entries = list(client.satellite_images.list())
    _show(entries, ("image_name", "image_id", "image_level", "image_status", "image_type", "image_date"), as_json)


# ------------------------------------------------------------------------------------------------- one task


def _task(client: KooMap, text: str) -> TaskJob:
    """A task by token, or by names.

    Raises:
        NotFound: there is no such workspace or task.
        UsageError: neither.
    """
    if text.startswith("sb"):
        return client.job(text)
    workspace, slash, name = text.rpartition("/")
    if not slash or not workspace or not name:
        raise UsageError(
            f"{text!r} names no task", advice="Give its token, or WORKSPACE/NAME; see skybind koomap tasks."
        )
    for number in _workspaces(client, workspace).values():
        for task in _tasks(client, number, archived=True):
            if str(task.task_name).casefold() == name.casefold():
                return client.job(task)
    raise NotFound(f"KooMap lists no task {name!r} in workspace {workspace!r}", service="koomap", status=200)


def _say_state(job: TaskJob, as_json: bool) -> None:
    state = job.status()
    result = {"job": job.id, "token": job.token, "state": state.phase.value, "native": state.native}
    finish(result, as_json, f"job {job.id}: {state.native}")


@koomap.command()
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
    with _client(profile) as client:
        job = _task(client, task)
        present = client.mark(job, points)
    finish(
        {"job": job.id, "token": job.token, "marks": len(present)},
        as_json,
        f"job {job.id}: {len(present):,} points are marked, and the marker file is written",
    )


@koomap.command()
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

    with _client(profile) as client:
        found: Mapping[str, Any] = jsonable(client.locate(photo, gps_accuracy_m=gps_accuracy_m))
    finish(found, as_json, as_text(found, width_of_screen()))


@koomap.command()
@click.argument("task")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="refined", show_default=True, help="Name of the refine subtask.")
@click.option("--upload-state", is_flag=True, help="Tell the service that the upload is complete; a guess of ours.")
@workers_option
@profile_option
@json_option
@quiet_option
def refine(
    task: str,
    folder: Path,
    name: str,
    upload_state: bool,
    workers: int,
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
    with _client(profile) as client, display_for(quiet=quiet, things="files") as display:
        parent = _task(client, task)
        try:
            job = client.refine(
                parent, folder, name=name, upload_state=upload_state, workers=workers, progress=display.upload
            )
        except ActionNeeded as error:
            error.advice = (
                "Set the upload's state in the console, and go on. Or run it again with --upload-state, which makes a "
                "call for it that no document names."
            )
            raise
        _say_state(job, as_json)


@koomap.command()
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
    with _client(profile) as client:
        _say_state(_task(client, task).start(triangulation_only=triangulate), as_json)


@koomap.command()
@click.argument("task")
@profile_option
@json_option
def stop(task: str, profile: str | None, as_json: bool) -> None:
    """Stop TASK. What it made so far is lost.

    \b
    Example:
      skybind koomap stop survey_2026/block_7
    """
    with _client(profile) as client:
        job = _task(client, task)
        job.stop()
        _say_state(job, as_json)


@koomap.command()
@click.argument("task")
@profile_option
@json_option
def archive(task: str, profile: str | None, as_json: bool) -> None:
    """Put TASK, which is done, into the archive.

    \b
    Example:
      skybind koomap archive survey_2026/block_7
    """
    with _client(profile) as client:
        _say_state(_task(client, task).archive(), as_json)


@koomap.command()
@click.argument("task")
@profile_option
@json_option
def unarchive(task: str, profile: str | None, as_json: bool) -> None:
    """Take TASK out of the archive.

    \b
    Example:
      skybind koomap unarchive survey_2026/block_7
    """
    with _client(profile) as client:
        _say_state(_task(client, task).unarchive(), as_json)


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
