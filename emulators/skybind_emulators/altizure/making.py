"""The work of a task: a result from the images, or a whole model from its parts."""

import logging
import re
import shutil
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

from attrs import frozen

from skybind_emulators.altizure.buckets import DISK
from skybind_emulators.altizure.inspection import is_archive
from skybind_emulators.store import ObjectStore

# What the engine is asked for. That Dense gives points alone is our assumption.
_PARAMETERS: Mapping[str, Mapping[str, Any]] = {
    "Native": {"generate_obj": True, "output_pointcloud": True, "generate_las": True, "generate_pnts": False},
    "Dense": {
        "output_mesh": False,
        "output_pointcloud": True,
        "generate_las": True,
        "generate_point_ply": True,
        "generate_pnts": False,
    },
}
_FOLDER = re.compile(r"terra_(\w+)/")
_PART = re.compile(r".+\.part\.(\d+)")
_EPOCH = (1980, 1, 1, 0, 0, 0)

_logger = logging.getLogger(__name__)


class ProductFile(Protocol):
    """A file that a reconstruction made."""

    @property
    def name(self) -> str:
        """Relative path, with slashes."""

    @property
    def path(self) -> Path:
        """Where it lies."""


class Engine(Protocol):
    """Makes the products of a task. Raises ``ReconstructionFailed`` if nothing can be made."""

    def __call__(
        self,
        kind: Literal["2d", "3d", "lidar"],
        photos: Sequence[tuple[str, Path]],
        *,
        job_id: str,
        out: Path,
        parameters: Mapping[str, Any],
        seed: int,
    ) -> Sequence[ProductFile]:
        """Write products under ``out``."""


class NothingMade(Exception):
    """A task ends as failed; the text says why."""


@frozen
class Made:
    """A file of a result, which lies on the service's disk."""

    name: str
    key: str
    size: int


@frozen
class Maker:
    """Does the work of tasks, in threads; it knows nothing but the store."""

    store: ObjectStore
    engine: Engine
    folder: Path | None
    seed: int

    def reconstruct(
        self, task_id: str, project_id: str, task_type: str, images: Sequence[tuple[str, str]]
    ) -> list[Made]:
        """A zip for each form of the result.

        Args:
            task_id: goes into the report and the keys.
            project_id: begins the keys.
            task_type: what to make.
            images: name and key of each.

        Raises:
            NothingMade: with words for the user.
        """
        found = [(name, self.store.head(DISK, key)) for name, key in images]
        photos = [(name, stored.path) for name, stored in found if stored is not None]
        parameters = _PARAMETERS.get(task_type, _PARAMETERS["Native"])
        out = Path(tempfile.mkdtemp(prefix="task-", dir=self.folder))
        try:
            products = self.engine("3d", photos, job_id=task_id, out=out, parameters=parameters, seed=self.seed)
            return self._stored(products, f"{project_id}/{task_id}", out)
        except NothingMade:
            raise
        except Exception as error:
            raise _told(error) from error
        finally:
            shutil.rmtree(out, ignore_errors=True)

    def convert(self, project_id: str, parts: Sequence[tuple[str, str]], *, merge: bool) -> list[Made]:
        """A model from its parts.

        Args:
            project_id: begins the key.
            parts: name and key of each.
            merge: they are pieces of one file; otherwise each is a file, or a volume, of its own.

        Raises:
            NothingMade: a part is missing, or what comes out is no archive.
        """
        whole = Path(tempfile.mkdtemp(prefix="model-", dir=self.folder)) / "model"
        try:
            with whole.open("wb") as file:
                for key in _in_order(parts) if merge else [parts[0][1]]:
                    stored = self.store.head(DISK, key)
                    if stored is None:
                        raise NothingMade("a part of the model is missing")
                    with stored.path.open("rb") as part:
                        shutil.copyfileobj(part, file)
            if not is_archive(whole):
                raise NothingMade("the model is neither a zip nor a 7z archive")
            key = f"{project_id}/model"
            return [Made("model", key, self.store.put(DISK, key, whole).size)]
        finally:
            shutil.rmtree(whole.parent, ignore_errors=True)

    def _stored(self, products: Sequence[ProductFile], prefix: str, out: Path) -> list[Made]:
        by_form: dict[str, list[ProductFile]] = {}
        for product in sorted(products, key=lambda product: product.name):
            found = _FOLDER.match(product.name)
            if found is not None:
                by_form.setdefault(found[1], []).append(product)
        made = []
        for form, members in by_form.items():
            packed = out / f"{form}.zip"
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                for member in members:
                    # A fixed date, so that the same task gives the same bytes.
                    entry = zipfile.ZipInfo(member.name.partition("/")[2], _EPOCH)
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(entry, member.path.read_bytes())
            key = f"{prefix}/{packed.name}"
            made.append(Made(packed.name, key, self.store.put(DISK, key, packed).size))
        return made


def _in_order(parts: Sequence[tuple[str, str]]) -> list[str]:
    """Keys of pieces by their numbers, which must run from 1 without a gap.

    Raises:
        NothingMade: they do not.
    """
    numbered: dict[int, str] = {}
    for name, key in parts:
        found = _PART.fullmatch(name)
        if found is None:
            raise NothingMade("a piece of the model has no number in its name")
        numbered[int(found[1])] = key
    if sorted(numbered) != list(range(1, len(numbered) + 1)):
        raise NothingMade("a piece of the model is missing")
    return [numbered[number] for number in sorted(numbered)]


def _told(error: Exception) -> NothingMade:
    """The engine's own refusals are meant for users; anything else goes to the log."""
    from skybind_emulators.products import ReconstructionFailed  # noqa: PLC0415  heavy, and by now loaded

    if isinstance(error, ReconstructionFailed):
        return NothingMade(str(error))
    _logger.error("the reconstruction stopped unexpectedly", exc_info=error)
    return NothingMade("the reconstruction stopped unexpectedly")


def reconstruct(
    kind: Literal["2d", "3d", "lidar"],
    photos: Sequence[tuple[str, Path]],
    *,
    job_id: str,
    out: Path,
    parameters: Mapping[str, Any],
    seed: int,
) -> Sequence[ProductFile]:
    """The ``Engine`` that looks at the photos."""
    from skybind_emulators import products  # noqa: PLC0415  heavy: loaded with the first task

    return products.reconstruct(kind, photos, job_id=job_id, out=out, parameters=parameters, seed=seed)
