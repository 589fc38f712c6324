"""What a job made: files of its output resource, fetched one by one over signed links."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import attrs

from skybind import notebook
from skybind.errors import ServerError, UsageError
from skybind.options import Options
from skybind.steps import Workflow, ask, first, run, run_async
from skybind.transfers.download import DownloadProgress, Wanted, download, read_blocks
from skybind.transfers.threads import in_thread
from skybind_clients.runtime import Pages, Unset
from skybind_clients.terra.facade import AsyncTerraGroups, TerraGroups
from skybind_clients.terra.models import File, ResourceDetail
from skybind_clients.terra.models import Job as JobModel

__all__ = ["AsyncModel", "Model", "ModelFile"]

_UUIDS_A_LIST = 100  # 1000 are allowed; a hundred keep the address below 4 kB


@attrs.frozen
class ModelFile:
    """A file of a result.

    Attributes:
        uuid: The service's id.
        name: Relative path with slashes.
        size: Bytes, or None if the service does not say.
    """

    uuid: str
    name: str
    size: int | None


def output_of(job_id: str) -> Workflow[str]:
    """Uuid of the output resource of a finished job."""

    def get(api: TerraGroups) -> JobModel:
        return api.jobs.get(job_id)

    job = yield from ask(get)
    if isinstance(job.output_resource_uuid, Unset) or not job.output_resource_uuid:
        raise ServerError(
            f"job {job_id} is finished, and the service names no result",
            service="terra",
            status=200,
            operation="getJob",
            advice="Ask again in a minute; if it stays so, show DJI the job's uuid.",
        )
    return job.output_resource_uuid


def _listed(resource_uuid: str) -> Workflow[list[ModelFile]]:
    def detail(api: TerraGroups) -> ResourceDetail:
        return api.resources.get(resource_uuid)

    uuids = (yield from ask(detail)).file_uuids
    found: dict[str, File] = {}
    for start in range(0, len(uuids), _UUIDS_A_LIST):
        some = uuids[start : start + _UUIDS_A_LIST]
        found |= {file.uuid: file for file in (yield from first(_by_uuids(some)))}
    for uuid in uuids:
        if uuid not in found:  # whether lists show the files of results is not documented; getFile surely does
            found[uuid] = yield from ask(_by_uuid(uuid))
    return [
        ModelFile(uuid, found[uuid].name, size if isinstance(size := found[uuid].size, int) else None) for uuid in uuids
    ]


def _by_uuids(uuids: Sequence[str]) -> Callable[[TerraGroups], Pages[File]]:
    return lambda api: api.files.list(uuids=",".join(uuids), rows=_UUIDS_A_LIST)


def _by_uuid(uuid: str) -> Callable[[TerraGroups], File]:
    return lambda api: api.files.get(uuid)


def _wanted(files: Sequence[ModelFile], api: TerraGroups) -> Iterator[Wanted]:
    for file in files:

        def url(uuid: str = file.uuid) -> str:
            link = api.files.get(uuid).url
            return link if isinstance(link, str) else ""

        yield Wanted(file.name, file.size, url)


class Model:
    """The result of a job.

    Attributes:
        job_id: The job that made it.
        resource_uuid: Its output resource.
    """

    def __init__(self, job_id: str, resource_uuid: str, api: TerraGroups, options: Options) -> None:
        self.job_id = job_id
        self.resource_uuid = resource_uuid
        self._api = api
        self._options = options

    def __repr__(self) -> str:
        return f"<Model of job {self.job_id}>"

    def _repr_html_(self) -> str:
        return notebook.card("Model at terra", {"job": self.job_id, "resource": self.resource_uuid})

    def files(self) -> list[ModelFile]:
        """All files with name and size; one call a hundred files."""
        return run(_listed(self.resource_uuid), self._api)

    @contextlib.contextmanager
    def stream(self, file: ModelFile | str) -> Iterator[Iterator[bytes]]:
        """Read one file in blocks of 1 MiB without putting it on disk; nothing is checked, nothing is tried again.

            with model.stream("map/result.tif") as blocks:
                for block in blocks: ...

        Args:
            file: One of :meth:`files`, or its name.

        Raises:
            UsageError: the result has no such file.
            DownloadIncomplete: the store refuses, or the line broke; what was read so far is a beginning.
        """
        if isinstance(file, str):
            found = next((candidate for candidate in self.files() if candidate.name == file), None)
            if found is None:
                raise UsageError(f"the result of job {self.job_id} has no file {file!r}")
            file = found
        with read_blocks(next(_wanted([file], self._api)), self._options) as blocks:
            yield blocks

    def download(
        self,
        out: str | Path,
        *,
        workers: int = 8,
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
            UsageError: the folder cannot be written to, or the disk is full.
            DownloadIncomplete: some files did not come; all others are in place.
        """
        return download(
            list(_wanted(self.files(), self._api)),
            Path(out),
            options=self._options,
            workers=workers,
            told=progress or (lambda _progress: None),
            cancelled=cancelled,
        )


class AsyncModel:
    """The result of a job, for asyncio; see :class:`Model`. Bytes move in threads here too.

    Args:
        sync: What the threads use.
    """

    def __init__(self, job_id: str, resource_uuid: str, api: AsyncTerraGroups, sync: Model) -> None:
        self.job_id = job_id
        self.resource_uuid = resource_uuid
        self._api = api
        self._sync = sync

    def __repr__(self) -> str:
        return f"<AsyncModel of job {self.job_id}>"

    def _repr_html_(self) -> str:
        return notebook.card("AsyncModel at terra", {"job": self.job_id, "resource": self.resource_uuid})

    async def files(self) -> list[ModelFile]:
        """All files with name and size; one call a hundred files."""
        return await run_async(_listed(self.resource_uuid), self._api)

    async def download(
        self, out: str | Path, *, workers: int = 8, progress: Callable[[DownloadProgress], None] | None = None
    ) -> list[Path]:
        """Fetch all files into a folder; see :meth:`Model.download`. ``progress`` is called from another thread."""
        return await in_thread(
            lambda cancelled: self._sync.download(out, workers=workers, progress=progress, cancelled=cancelled)
        )
