"""KooMap's tasks and workspaces by the names that people give them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from skybind.cli.services import connect
from skybind.errors import NotFound, UsageError

if TYPE_CHECKING:
    from skybind.koomap import KooMap, TaskJob

__all__ = ["connected", "task_named", "tasks_of", "workspaces_named"]


def connected(profile: str | None) -> KooMap:
    """A client of KooMap."""
    client: KooMap = connect("koomap", profile)
    return client


def workspaces_named(client: KooMap, wanted: str | None) -> dict[str, str]:
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


def tasks_of(client: KooMap, workspace: str, *, archived: bool) -> Iterable[Any]:
    """Real-scene 3D and satellite tasks of a workspace, given its id."""
    from skybind_clients.koomap.models import Real3DTaskStatus, SatelliteTaskStatus

    yield from client.real3d_tasks.list(workspace)
    yield from client.satellite_tasks.list(workspace_id=workspace)
    if archived:  # listed only when they are asked for
        yield from client.real3d_tasks.list(workspace, task_status=[Real3DTaskStatus.ARCHIVED])
        yield from client.satellite_tasks.list(workspace_id=workspace, task_status=[SatelliteTaskStatus.ARCHIVED])


def task_named(client: KooMap, text: str) -> TaskJob:
    """A task by token, or by names.

    Raises:
        NotFound: there is no such workspace or task.
        UsageError: neither.
    """
    if "/" not in text and text.startswith("sb") and "." in text:
        return client.job(text)
    workspace, slash, name = text.rpartition("/")
    if not slash or not workspace or not name:
        raise UsageError(
            f"{text!r} names no task", advice="Give its token, or WORKSPACE/NAME; see skybind koomap tasks."
        )
    for number in workspaces_named(client, workspace).values():
        for task in tasks_of(client, number, archived=True):
            if str(task.task_name).casefold() == name.casefold():
                return client.job(task)
    raise NotFound(f"KooMap lists no task {name!r} in workspace {workspace!r}", service="koomap", status=200)
