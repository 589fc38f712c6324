"""What a reconstruction made: one archive, fetched and unpacked."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from skybind import notebook
from skybind.errors import IntegrityError, UsageError
from skybind.flighthub.archive_links import ArchiveLinks
from skybind.flighthub.unpacking import unpack, unpacked
from skybind.options import Options
from skybind.transfers.download import DownloadProgress, Wanted, check_target, download, read_blocks
from skybind.transfers.threads import in_thread

__all__ = ["AsyncModel", "Model", "ModelFile"]


@attrs.frozen
class ModelFile:
    """A file of a result.

    Attributes:
        name: Ours; the archive has no name that FlightHub tells.
        size: Bytes, or None. FlightHub tells the size of the model, and not surely that of the archive.
    """

    name: str
    size: int | None = None


class Model:
    """The result of a reconstruction.

    Attributes:
        job_id: Uuid of the model.
    """

    def __init__(self, job_id: str, links: ArchiveLinks, options: Options) -> None:
        self.job_id = job_id
        self._links = links
        self._options = options

    def __repr__(self) -> str:
        return f"<Model {self.job_id}>"

    def _repr_html_(self) -> str:
        return notebook.card("Model at flighthub", {"job": self.job_id})

    def _archive(self) -> Wanted:
        return Wanted(f"{self.job_id}.zip", None, lambda: self._links.link(self.job_id))

    def files(self) -> list[ModelFile]:
        """The archive, which is all that FlightHub offers. What is in it shows when it is unpacked."""
        return [ModelFile(self._archive().name)]

    @contextlib.contextmanager
    def stream(self, file: ModelFile | str | None = None) -> Iterator[Iterator[bytes]]:
        """Read the archive in blocks of 1 MiB without putting it on disk; nothing is checked, nothing is tried again.

        Args:
            file: The one of :meth:`files`, its name, or None.

        Raises:
            UsageError: the result has no such file.
            DownloadIncomplete: the store refuses, or the line broke; what was read so far is a beginning.
        """
        archive = self._archive()
        name = file.name if isinstance(file, ModelFile) else file
        if name not in {None, archive.name}:
            raise UsageError(f"the result of job {self.job_id} has no file {name!r}", advice=f"It has {archive.name}.")
        with read_blocks(archive, self._options) as blocks:
            yield blocks

    def download(
        self,
        out: str | Path,
        *,
        unpacks: bool = True,
        keeps_archive: bool = False,
        workers: int = 8,
        progress: Callable[[DownloadProgress], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Path]:
        """Fetch the archive into a folder and unpack it; called again, it goes on, or finds all in place.

        Args:
            out: The folder; made if it is not there. No file is put outside of it, whatever its name in the archive.
            unpacks: False leaves the archive as it is.
            keeps_archive: Whether the archive stays beside what was in it.
            workers: Most ranges of the archive on their way at a time, if it is large.
            progress: Called about ten times a second.
            cancelled: Asked as often; True stops it.

        Returns:
            The files that were in the archive; the archive, if it is not unpacked.

        Raises:
            UsageError: the folder cannot be written to, the disk has no room, or the archive names a file outside.
            DownloadIncomplete: the archive did not come whole; what came is kept.
            IntegrityError: it came, and cannot be unpacked; it is deleted, so that the next run fetches it again.
        """
        folder = Path(out)
        if unpacks and (found := unpacked(folder, self.job_id)) is not None:
            return found
        check_target(folder)
        (archive,) = download(
            [self._archive()],
            folder,
            options=self._options,
            workers=workers,
            told=progress or (lambda _progress: None),
            cancelled=cancelled,
        )
        if not unpacks:
            return [archive]
        try:
            paths = unpack(archive, folder, self.job_id, cancelled=cancelled)
        except IntegrityError:
            archive.unlink()  # else the next run would take it for whole
            raise
        if not keeps_archive:
            archive.unlink()
        return paths


class AsyncModel:
    """The result of a reconstruction, for asyncio; see :class:`Model`. Bytes move in threads here too.

    Args:
        sync: What the threads use.
    """

    def __init__(self, sync: Model) -> None:
        self.job_id = sync.job_id
        self._sync = sync

    def __repr__(self) -> str:
        return f"<AsyncModel {self.job_id}>"

    def _repr_html_(self) -> str:
        return notebook.card("AsyncModel at flighthub", {"job": self.job_id})

    async def files(self) -> list[ModelFile]:
        """The archive; see :meth:`Model.files`."""
        return self._sync.files()

    async def download(
        self,
        out: str | Path,
        *,
        unpacks: bool = True,
        keeps_archive: bool = False,
        workers: int = 8,
        progress: Callable[[DownloadProgress], None] | None = None,
    ) -> list[Path]:
        """Fetch and unpack the archive; see :meth:`Model.download`. ``progress`` is called from another thread."""
        return await in_thread(
            lambda cancelled: self._sync.download(
                out,
                unpacks=unpacks,
                keeps_archive=keeps_archive,
                workers=workers,
                progress=progress,
                cancelled=cancelled,
            )
        )
