"""What a task made: a product, whose files the API names and does not give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import attrs

from skybind import notebook
from skybind.errors import NotOffered
from skybind.koomap.capabilities import CAPABILITIES
from skybind.transfers.download import DownloadProgress
from skybind_clients.koomap.models import Product, RefineProduct, SatelliteTask

__all__ = ["AsyncModel", "Made", "Model", "ModelFile"]

#: What a task makes: a product with its files; of a satellite task, whose results are images, the task itself.
Made = Product | RefineProduct | SatelliteTask


@attrs.frozen
class ModelFile:
    """A file of a product.

    Attributes:
        name: As the service names it.
        kind: ``mesh_obj``, ``mesh_osgb``, ``nerf_obj``, ``nerf_osgb``, ``metadata``, ...
        size: None: the API only says how large all files of a kind are together.
    """

    name: str
    kind: str
    size: int | None = None


def _files_of(made: Made) -> list[ModelFile]:
    """All files, in the order of their kinds."""
    if isinstance(made, SatelliteTask):
        return []
    # The manual writes product_details, the SDK product_detail (C-65).
    details = made.product_details or getattr(made, "product_detail", None) or []
    return [
        ModelFile(name, str(part.type_) if isinstance(part.type_, str) else "other")
        for part in details
        for name in part.files or []
    ]


def _shown(title: str, made: Made) -> str:
    files = [(file.name, file.kind) for file in _files_of(made)]
    named = (made.task_name, made.task_id) if isinstance(made, SatelliteTask) else (made.name, made.id)
    facts = {key: value for key, value in zip(("name", "id"), named, strict=True) if isinstance(value, str)}
    return notebook.card(title, facts, below=notebook.table(("file", "kind"), files) if files else "")


def _no_download(made: Made) -> NoReturn:
    if isinstance(made, SatelliteTask):
        raise NotOffered(
            "the results of a satellite task are images, and KooMap's API gives no files",
            advice="satellite_images.list(is_product='1') shows them; the console has them.",
        )
    raise NotOffered(
        f"KooMap's API gives no files; this is product {made.name} ({made.id})",
        advice=f"{CAPABILITIES.elsewhere['download']} files() names them.",
    )


@attrs.frozen
class Model:
    """The result of a task.

    Attributes:
        made: The product as the service tells it; of a satellite task, the task.
    """

    made: Made

    def _repr_html_(self) -> str:
        return _shown("Model at koomap", self.made)

    def files(self) -> list[ModelFile]:
        """All files by name and kind; none of a satellite task, whose images are listed by ``satellite_images``."""
        return _files_of(self.made)

    def download(
        self,
        out: str | Path,  # noqa: ARG002 - as with services that have downloads
        *,
        workers: int = 8,  # noqa: ARG002
        progress: Callable[[DownloadProgress], None] | None = None,  # noqa: ARG002
        cancelled: Callable[[], bool] = lambda: False,  # noqa: ARG002
    ) -> list[Path]:
        """There is no such thing: always raises NotOffered, which says where the files are."""
        _no_download(self.made)


@attrs.frozen
class AsyncModel:
    """The result of a task, for asyncio; see :class:`Model`."""

    made: Made

    def _repr_html_(self) -> str:
        return _shown("AsyncModel at koomap", self.made)

    async def files(self) -> list[ModelFile]:
        """All files by name and kind; see :meth:`Model.files`."""
        return _files_of(self.made)

    async def download(
        self,
        out: str | Path,  # noqa: ARG002
        *,
        workers: int = 8,  # noqa: ARG002
        progress: Callable[[DownloadProgress], None] | None = None,  # noqa: ARG002
    ) -> list[Path]:
        """There is no such thing; see :meth:`Model.download`."""
        _no_download(self.made)
