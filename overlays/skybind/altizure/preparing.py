"""What stands before an upload: is the service open, who is the user, and where do files go."""

from __future__ import annotations

import hashlib
from pathlib import Path

import attrs

from skybind.altizure.buckets import Route, chosen_route
from skybind.altizure.capabilities import CAPABILITIES
from skybind.altizure.flights import Flight, PhotoSet
from skybind.altizure.jobs import TaskRequest
from skybind.altizure.projects import NewProject, check_mode, user_id
from skybind.altizure.settings import AltizureSettings
from skybind.steps import Workflow
from skybind.transfers.ledger import JobRecord, Ledger, flight_key
from skybind.transfers.photos import Source
from skybind_clients.altizure.models.enums import ProjectType, ProjectVisibility

__all__ = ["Wish", "on_record", "prepared"]


@attrs.frozen
class Wish:
    """What a caller of ``upload`` asks for; see there."""

    source: Source
    kind: str | None = None
    name: str | None = None
    project: str | None = None
    project_type: ProjectType | str | None = None
    visibility: ProjectVisibility | str = ProjectVisibility.PUBLIC
    cloud: str | None = None
    bucket: str | None = None


def prepared(wish: Wish, settings: AltizureSettings) -> Workflow[tuple[Flight, Route]]:
    """The flight and its route, once the service is found open and the user known.

    Raises:
        Conflict: the service takes no uploads now.
        AuthenticationFailed: nobody is signed in, or the app key is not known.
        UsageError: no such kind, or no such bucket.
    """
    if wish.kind is not None:
        CAPABILITIES.kind(wish.kind)
    yield from check_mode()
    user = yield from user_id()
    route = yield from chosen_route("image", wish.cloud, wish.bucket)
    paths, label, shown, name = _located(wish.source)
    where = f"{label}\n{wish.project}" if wish.project else label
    key = flight_key("altizure", f"{settings.key}\n{user}", settings.place, where)
    asked = None if wish.project_type is None else ProjectType(wish.project_type)
    project = NewProject(wish.name or name, asked or ProjectType.FREE, ProjectVisibility(wish.visibility))
    return Flight(paths, project, key, shown, wish.project, asked), route


def _located(source: Source) -> tuple[Path | list[Path], str, str, str]:
    """What to scan, what names it, how the record shows it, and what a project of it is called."""
    if isinstance(source, (str, Path)):
        folder = Path(source)
        label = str(folder.resolve())
        return folder, label, label, folder.resolve().name or "flight"
    files = [Path(item) for item in source]
    return files, "\n".join(sorted(str(file.resolve()) for file in files)), f"{len(files)} files", "flight"


def on_record(photos: PhotoSet | str, request: TaskRequest, ledger: Ledger, *, salt: str) -> JobRecord:
    """The record of a task, made before it is asked for; the one there is, if the same was asked for before."""
    flight = photos.key if isinstance(photos, PhotoSet) and photos.key else _own_key(request.project)
    name = photos.name if isinstance(photos, PhotoSet) else f"project {request.project}"
    ledger.flight(flight, "altizure", request.project)
    return ledger.intend_job(request.record(flight, name, salt))


def _own_key(project: str) -> str:
    return hashlib.sha256(f"altizure\n{project}".encode()).hexdigest()[:20]
