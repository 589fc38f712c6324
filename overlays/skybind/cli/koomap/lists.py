"""What is there: folders, workspaces, tasks, products, usage, images. Tables for eyes, JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

import click

from skybind.cli.koomap.finding import connected, tasks_of, workspaces_named
from skybind.cli.options import finish, json_option, profile_option

if TYPE_CHECKING:
    from skybind.koomap import KooMap

__all__ = ["folders", "images", "products", "tasks", "usage", "workspaces"]


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


@click.command()
@profile_option
@json_option
def folders(profile: str | None, as_json: bool) -> None:
    """Folders of oblique photos, whose codes reconstruct takes.

    \b
    Example:
      skybind koomap folders
    """
    with connected(profile) as client:
        entries = list(client.folders.list())
    _show(entries, ("folder_code", "folder_name", "folder_alias", "status", "create_time", "folder_desc"), as_json)


@click.command()
@profile_option
@json_option
def workspaces(profile: str | None, as_json: bool) -> None:
    """Workspaces, which hold tasks.

    \b
    Example:
      skybind koomap workspaces --json
    """
    with connected(profile) as client:
        entries = list(client.workspaces.list())
    columns = ("workspace_name", "workspace_id", "star", "update_time", "creator", "workspace_description")
    _show(entries, columns, as_json)


@click.command()
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
    with connected(profile) as client:
        for name, number in workspaces_named(client, workspace).items():
            rows += [_task_row(client, name, task) for task in tasks_of(client, number, archived=archived)]
    _show(rows, ("workspace", "name", "kind", "state", "progress", "updated", "job"), as_json)


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


@click.command()
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
    with connected(profile) as client:
        entries: list[Any] = list(client.refine_products.list() if refined else client.products.list())
    _show(entries, ("name", "id", "status", "folder_code", "storage_size_byte", "update_time"), as_json)


@click.command()
@profile_option
@json_option
def usage(profile: str | None, as_json: bool) -> None:
    """What the account has used, and what is left of what was bought.

    \b
    Example:
      skybind koomap usage
    """
    import attrs

    with connected(profile) as client:
        rows = [{**attrs.asdict(line), "left": line.left} for line in client.usage()]
    _show(rows, ("area", "kind", "item", "detail", "used", "bought", "left", "unit", "since"), as_json)


@click.command()
@profile_option
@json_option
def images(profile: str | None, as_json: bool) -> None:
    """Satellite images, raw ones and results.

    \b
    Example:
      skybind koomap images
    """
    with connected(profile) as client:
        entries = list(client.satellite_images.list())
    _show(entries, ("image_name", "image_id", "image_level", "image_status", "image_type", "image_date"), as_json)
