"""What a task made: files to download, of pro projects; and the published copies that viewers load."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import attrs

from skybind import notebook
from skybind.errors import DownloadIncomplete, NotOffered
from skybind.options import Options
from skybind.steps import Workflow, ask, first, run, run_async
from skybind.transfers.download import DownloadProgress, Wanted, download
from skybind.transfers.threads import in_thread
from skybind_clients.altizure.facade import AltizureGroups, AsyncAltizureGroups
from skybind_clients.altizure.models.fragments import CloudPath, Downloadable
from skybind_clients.runtime import Pages

__all__ = ["AsyncModel", "Model", "ModelFile"]

_MOST_FILES = 100_000
_LINK_LIFE = 600.0  # seconds that a link is used for before another one is asked for; how long it lives is not known


@attrs.frozen
class ModelFile:
    """A file of a result.

    Attributes:
        name: As the service names it.
        size: Bytes, or None if the service does not say.
        ready: Whether there is a link to it; the service writes files one by one after the task is done.
        state: The service's word.
    """

    name: str
    size: int | None
    ready: bool
    state: str


def _downloads(project: str) -> Workflow[list[Downloadable]]:
    def listed(api: AltizureGroups) -> Pages[Downloadable]:
        return api.projects.list_downloads(project)

    return first(listed, _MOST_FILES)


def _listed(project: str) -> Workflow[list[ModelFile]]:
    return [
        ModelFile(
            found.name or f"file-{number}",
            None if found.size is None else int(found.size),
            bool(found.link),
            found.state or "",
        )
        for number, found in enumerate((yield from _downloads(project)), 1)
    ]


def _published(project: str) -> Workflow[list[CloudPath]]:
    def copies(api: AltizureGroups) -> list[CloudPath]:
        return api.projects.list_published(project)

    return (yield from ask(copies))


class _Links:
    """Links to the files of a result: listed together, and anew when they get old or one does not work.

    Many workers ask. When all links end at a time, the first that was refused has them listed anew, for all.
    """

    def __init__(self, api: AltizureGroups, project: str) -> None:
        self._api = api
        self._project = project
        self._links: dict[str, str] = {}
        self._given: set[str] = set()
        self._at = float("-inf")
        self._lock = threading.Lock()

    def __call__(self, name: str) -> str:
        with self._lock:
            return self._link(name)

    def _link(self, name: str) -> str:
        # A second question for one file means that the first link failed.
        if time.monotonic() - self._at > _LINK_LIFE or name in self._given or name not in self._links:
            found = run(_downloads(self._project), self._api)
            self._links = {item.name: item.link for item in found if item.name and item.link}
            self._given = set()
            self._at = time.monotonic()
        self._given.add(name)
        return self._links.get(name, "")


class Model:
    """The result of a project's task.

    Attributes:
        project_id: The project.
    """

    def __init__(self, project_id: str, api: AltizureGroups, options: Options) -> None:
        self.project_id = project_id
        self._api = api
        self._options = options

    def __repr__(self) -> str:
        return f"<Model of project {self.project_id}>"

    def _repr_html_(self) -> str:
        return notebook.card("Model at altizure", {"project": self.project_id})

    def files(self) -> list[ModelFile]:
        """All files with name and size; empty for a free project."""
        return run(_listed(self.project_id), self._api)

    def published(self) -> list[CloudPath]:
        """The copies that viewers load: below each address a folder ``web`` with the tiles."""
        return run(_published(self.project_id), self._api)

    def download(
        self,
        out: str | Path,
        *,
        workers: int = 4,
        progress: Callable[[DownloadProgress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Path]:
        """Fetch all files into a folder; called again, it fetches only what is missing.

        Args:
            out: The folder; made if it is not there. No file is put outside of it, whatever its name.
            workers: Files on their way at a time.
            progress: Called about ten times a second.
            cancelled: Asked as often; True stops it.

        Raises:
            NotOffered: there is nothing to download, as of free projects.
            UsageError: the folder cannot be written to, or the disk is full.
            DownloadIncomplete: some files did not come, or have no link yet; all others are in place.
        """
        files = self.files()
        if not files:
            raise NotOffered(
                f"project {self.project_id} has nothing to download",
                advice="Only pro projects have downloads; published() tells where viewers load a model from.",
            )
        missing = {file.name: f"the service has no link yet ({file.state})" for file in files if not file.ready}
        paths: list[Path] = []
        try:
            paths = download(
                wanted_of([file for file in files if file.ready], _Links(self._api, self.project_id)),
                Path(out),
                options=self._options,
                workers=workers,
                told=progress or (lambda _progress: None),
                cancelled=cancelled,
            )
        except DownloadIncomplete as error:
            missing |= error.failed
        if missing:
            name, reason = next(iter(missing.items()))
            raise DownloadIncomplete(
                f"{len(missing)} of {len(files)} files did not come; {name}: {reason}",
                failed=missing,
                advice="The others are in place. Call it again later; it fetches only what is missing.",
            )
        return paths


def wanted_of(files: Sequence[ModelFile], link: Callable[[str], str]) -> list[Wanted]:
    """What a download wants of these files."""

    def asked(name: str) -> Callable[[], str]:
        return lambda: link(name)

    return [Wanted(file.name, file.size, asked(file.name)) for file in files]


class AsyncModel:
    """The result of a project's task, for asyncio; see :class:`Model`. Bytes move in threads here too."""

    def __init__(self, project_id: str, api: AsyncAltizureGroups, sync: Model) -> None:
        self.project_id = project_id
        self._api = api
        self._sync = sync

    def __repr__(self) -> str:
        return f"<AsyncModel of project {self.project_id}>"

    def _repr_html_(self) -> str:
        return notebook.card("AsyncModel at altizure", {"project": self.project_id})

    async def files(self) -> list[ModelFile]:
        """All files with name and size; empty for a free project."""
        return await run_async(_listed(self.project_id), self._api)

    async def published(self) -> list[CloudPath]:
        """The copies that viewers load; see :meth:`Model.published`."""
        return await run_async(_published(self.project_id), self._api)

    async def download(
        self, out: str | Path, *, workers: int = 4, progress: Callable[[DownloadProgress], None] | None = None
    ) -> list[Path]:
        """Fetch all files into a folder; see :meth:`Model.download`. ``progress`` is called from another thread."""
        return await in_thread(
            lambda cancelled: self._sync.download(out, workers=workers, progress=progress, cancelled=cancelled)
        )
