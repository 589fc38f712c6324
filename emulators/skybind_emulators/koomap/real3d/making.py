"""What the runs make: aerial triangulations, models of photos, and refined models."""

import json
import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from skybind_emulators.engine import Engine
from skybind_emulators.koomap.real3d.orders import NothingMade, Piece
from skybind_emulators.koomap.real3d.records import NERF, TaskRecord

TRIANGULATION = "triangulation"
CAMERAS = "camera_list.json"
OBJ_SUFFIX = ".obj"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the same bytes at every run
# Nobody can write OSGB without OpenSceneGraph. The note goes where a reader of the files will find it.
_NOTE = "OSGB is not written by the emulator. This archive holds the uploaded OBJ data unchanged.\n"

Photos = Sequence[tuple[str, Path]]


@frozen
class Workshop:
    """Makes the files of runs. Its works are called in a thread of their own, without the lock."""

    engine: Engine
    seed: int

    def triangulation(self, task: TaskRecord, photos: Photos) -> Callable[[Path], list[Piece]]:
        """The work of an aerial triangulation: where the cameras were, and the sparse points."""
        task_id = task.id

        def work(out: Path) -> list[Piece]:
            made = self.engine("3d", photos, job_id=task_id, out=out, parameters={"output_mesh": False}, seed=self.seed)
            return [
                Piece(TRIANGULATION, file.name.rpartition("/")[2], file.path)
                for file in made
                if file.name.startswith("AT/")
            ]

        return work

    def model(self, task: TaskRecord, photos: Photos, name: str) -> Callable[[Path], list[Piece]]:
        """The work of a whole modelling: the mesh as one archive, and where its origin is.

        The archive is named after the manual's example, which cuts a model into tiles; here there is one.
        """
        task_id, kind = task.id, "nerf_obj" if task.modeling_type == NERF else "mesh_obj"

        def work(out: Path) -> list[Piece]:
            parameters = {"output_mesh": True, "generate_obj": True}
            made = self.engine("3d", photos, job_id=task_id, out=out, parameters=parameters, seed=self.seed)
            mesh = {file.name.rpartition("/")[2]: file.path for file in made if file.name.startswith("terra_obj/")}
            origin = mesh.pop("metadata.xml", None)
            if not mesh:
                raise NothingMade("the photos give no surface")
            archive = out / f"{kind.upper()}_{name}-Tile_+000~+000.zip"
            _zip(archive, mesh)
            pieces = [Piece(kind, archive.name, archive)]
            return pieces if origin is None else [*pieces, Piece("metadata", "metadata.xml", origin)]

        return work


def refined(uploaded: Photos, name: str) -> Callable[[Path], list[Piece]]:
    """The work of refining: the uploaded files, by their name below the upload path, in an archive with a note."""

    def work(out: Path) -> list[Piece]:
        if not any(file.lower().endswith(OBJ_SUFFIX) for file, _ in uploaded):
            raise NothingMade("no .obj file was uploaded")
        note, archive = out / "OSGB_LEFT_OUT.txt", out / f"NERF_OSGB_{name}.zip"
        note.write_text(_NOTE, encoding="ascii")
        _zip(archive, {note.name: note, **dict(uploaded)})
        return [Piece("nerf_osgb", archive.name, archive)]

    return work


def readable_triangulation(path: Path) -> bool:
    """Whether the file with the cameras of a triangulation is whole."""
    try:
        return bool(json.loads(path.read_bytes())["cameras"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _zip(archive: Path, files: Mapping[str, Path]) -> None:
    """Write an archive; files go through memory in pieces, because uploaded ones may be large."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as whole:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type, entry.file_size = zipfile.ZIP_DEFLATED, files[name].stat().st_size
            with files[name].open("rb") as source, whole.open(entry, "w") as target:
                shutil.copyfileobj(source, target)
