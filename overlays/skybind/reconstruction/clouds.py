"""What all clouds that reconstruct have: photos go up, a job runs, a model comes down.

    def mapped(cloud: Cloud, folder: Path, out: Path) -> list[Path]:
        photos = cloud.upload(folder)
        return cloud.reconstruct(photos, kind="3d").result().download(out / cloud.name)

The clients are no subclasses of these; they fit them, and a type checker sees to it. Each keeps what it has beyond
them: options of its own in ``upload`` and ``reconstruct``, attributes of its own on photo sets, jobs and models. A
function that shall keep these types is generic: ``def mapped(cloud: Cloud[P, M], ...) -> M``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from typing_extensions import TypeVar

from skybind.errors import SkybindError
from skybind.jobs import AsyncJob, Job, JobState
from skybind.reconstruction.capabilities import Capabilities

if TYPE_CHECKING:  # a program that only names these types does not pay for moving bytes
    from skybind.transfers.download import DownloadProgress
    from skybind.transfers.photos import Source
    from skybind.transfers.upload import UploadProgress

__all__ = ["AsyncCloud", "AsyncModel", "Cloud", "Model", "ModelFile", "PhotoSet"]


class PhotoSet(Protocol):
    """Photos at a service, ready for a job.

    Attributes:
        id: The service's id of the set; ``reconstruct`` takes it in place of the set, in another process too.
        name: Its name.
        files: Number of photos, or None if the service does not say.
        bytes: Their size, or None the same.
    """

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def files(self) -> int | None: ...
    @property
    def bytes(self) -> int | None: ...


class ModelFile(Protocol):
    """A file of a result.

    Attributes:
        name: Relative path with slashes, or the service's own name.
        size: Bytes, or None if the service does not say.
    """

    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int | None: ...


class Model(Protocol):
    """The result of a job."""

    def files(self) -> Sequence[ModelFile]:
        """All files of it; where ``capabilities.archive``, the one that holds them."""
        ...

    def download(
        self, out: str | Path, *, workers: int = ..., progress: Callable[[DownloadProgress], None] | None = None
    ) -> list[Path]:
        """Fetch all files into a folder; called again, it fetches only what is missing. Archives are unpacked.

        Raises:
            NotOffered: the service's API gives no files (``capabilities.download`` is False); says where they are.
            DownloadIncomplete: some did not come; all others are in place.
        """
        ...


class AsyncModel(Protocol):
    """The same for asyncio; see :class:`Model`."""

    async def files(self) -> Sequence[ModelFile]:
        """All files of it; see :meth:`Model.files`."""
        ...

    async def download(
        self, out: str | Path, *, workers: int = ..., progress: Callable[[DownloadProgress], None] | None = None
    ) -> list[Path]:
        """Fetch all files into a folder; see :meth:`Model.download`."""
        ...


Photos = TypeVar("Photos", bound=PhotoSet, default=Any)
M_co = TypeVar("M_co", bound=Model, covariant=True, default=Model)
AsyncM_co = TypeVar("AsyncM_co", bound=AsyncModel, covariant=True, default=AsyncModel)
Kind_contra = TypeVar("Kind_contra", contravariant=True, default=Literal["3d"])


class Cloud(Protocol[Photos, M_co, Kind_contra]):
    """A service that makes models of photos.

    Parameters, for type checkers: its photo sets, its models, and the kinds that are asked for. Left out, they are any
    photo set, :class:`Model` and ``"3d"``, which each cloud makes.

    Attributes:
        name: ``terra`` and so on; names the service in tokens, profiles and logs.
        capabilities: What it takes and gives.
    """

    @property
    def name(self) -> str: ...
    @property
    def capabilities(self) -> Capabilities: ...

    def upload(
        self,
        source: Source,
        /,
        *,
        name: str | None = None,
        kind: Kind_contra | None = None,
        workers: int = 8,
        progress: Callable[[UploadProgress], None] | None = None,
        cancelled: Callable[[], bool] = ...,
    ) -> Photos:
        """Upload a folder of photos, or go on with it: run again, it sends only what is not safe yet.

        Args:
            source: A folder with its sub-folders, or files.
            name: Name at the service; the folder's if None.
            kind: What shall be made of them, so that its limits are looked at now; if None, those of all kinds are.
            workers: Photos on their way at a time.
            progress: Called about ten times a second.
            cancelled: Asked as often; True stops the upload like Ctrl-C.

        Raises:
            PhotosRefused: they break limits of the service; all findings are listed, and nothing was sent.
            PhotoError: no photos, or one that cannot be read; nothing was sent.
            NotOffered: the service's API takes no photos (``capabilities.upload`` is False); says what to do instead.
            UploadIncomplete: some did not go up; the others are safe.
        """
        ...

    def reconstruct(self, photos: Photos | str, /, kind: Kind_contra, *, name: str | None = None) -> Job[M_co]:
        """Start a reconstruction, once: the same photos, kind and options give the same job.

        Args:
            photos: What :meth:`upload` returned, or its id.
            kind: ``3d``, or another of ``capabilities.kinds``.
            name: Name of the job, where the service gives it one of its own; follows from the photos if None.

        Raises:
            UsageError: a kind that the service does not make, or beyond its limits; nothing was sent.
        """
        ...

    def job(self, token: str, /) -> Job[M_co]:
        """The job of a resume token, in this process or another; nothing is asked yet."""
        ...

    def states(self, tokens: Iterable[str], /) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs, with as few questions as the service allows.

        Args:
            tokens: What :attr:`Job.token` gave.

        Returns:
            By job id, its state, or the error that asking for it met.
        """
        ...

    def close(self) -> None:
        """Close the connections."""
        ...


class AsyncCloud(Protocol[Photos, AsyncM_co, Kind_contra]):
    """The same for asyncio; see :class:`Cloud`. To cancel the task stops an upload."""

    @property
    def name(self) -> str: ...
    @property
    def capabilities(self) -> Capabilities: ...

    async def upload(
        self,
        source: Source,
        /,
        *,
        name: str | None = None,
        kind: Kind_contra | None = None,
        workers: int = 8,
        progress: Callable[[UploadProgress], None] | None = None,
    ) -> Photos:
        """Upload a folder of photos, or go on with it; see :meth:`Cloud.upload`."""
        ...

    async def reconstruct(
        self, photos: Photos | str, /, kind: Kind_contra, *, name: str | None = None
    ) -> AsyncJob[AsyncM_co]:
        """Start a reconstruction, once; see :meth:`Cloud.reconstruct`."""
        ...

    def job(self, token: str, /) -> AsyncJob[AsyncM_co]:
        """The job of a resume token; nothing is asked yet."""
        ...

    async def states(self, tokens: Iterable[str], /) -> Mapping[str, JobState | SkybindError]:
        """Ask once about many jobs; see :meth:`Cloud.states`."""
        ...

    async def close(self) -> None:
        """Close the connections."""
        ...
