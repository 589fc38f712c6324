"""What KooMap has in place of uploads and downloads."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from skybind.errors import NotFound, NotOffered, UsageError
from skybind.koomap import Model, ModelFile, PhotoSet
from skybind.koomap.folders import code_of, imported
from skybind.koomap.results import AsyncModel
from skybind_clients.koomap.models import Folder, Product, RefineProduct, SatelliteTask
from unit.overlay.worlds import World


class Listing:
    """Groups of which only the list of folders is asked for."""

    def __init__(self, world: World, *folders: dict[str, Any]) -> None:
        self.folders = self
        self._world = world
        self._folders = [Folder.from_dict(folder) for folder in folders]

    def list(self, **_: Any) -> Iterator[Folder]:
        found: Iterator[Folder] = self._world.listed(self._folders)
        return found


def found(world: World, code: str | None, *folders: dict[str, Any]) -> PhotoSet:
    photos: PhotoSet = world.carry_out(imported(code), Listing(world, *folders), lambda _seconds: None)
    return photos


def test_a_folder_is_found_by_its_code(world: World) -> None:
    """There is no filter for codes, so that all are looked through; what it holds is not told."""
    photos = found(world, "b", {"folder_code": "a", "status": 1}, {"folder_code": "b", "folder_name": "x", "status": 1})
    assert photos == PhotoSet("b", "x", None, None)
    assert photos.id == code_of(photos) == code_of("b") == "b"


def test_a_state_that_is_not_listed_does_not_refuse(world: World) -> None:
    """A folder without a name goes by its code, one without a state or with an unknown one is left to the service."""
    assert found(world, "b", {"folder_code": "b"}).name == "b"
    assert found(world, "b", {"folder_code": "b", "status": 9}).name == "b"


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        ("gone", NotFound, "no folder gone"),
        ("importing", UsageError, "still being imported"),
        ("failed", UsageError, "import of folder failed failed"),
        (None, NotOffered, "takes no photos"),
    ],
)
def test_folders_that_cannot_be_used(world: World, code: str | None, kind: type[Exception], words: str) -> None:
    """One that is not there, not yet, or never will be; and none: each says what to do."""
    folders = ({"folder_code": "importing", "status": 0}, {"folder_code": "failed", "status": 2})
    with pytest.raises(kind, match=words) as refused:
        found(world, code, *folders)
    assert refused.value.advice  # type: ignore[attr-defined]


def product(**details: Any) -> Product:
    return Product.from_dict({"id": "p-1", "name": "block", **details})


PARTS = [{"type": "mesh_obj", "files": ["a.zip", "b.zip"]}, {"type": "new_kind", "files": ["c"]}, {"files": ["d"]}, {}]


@pytest.mark.parametrize("named", ["product_details", "product_detail"])
def test_files_by_name_and_kind(named: str) -> None:
    """By the manual's name of the field and by the SDK's; a kind that is new is kept, one that is missing is other."""
    made = product(**{named: PARTS})
    expected = [
        ModelFile("a.zip", "mesh_obj"),
        ModelFile("b.zip", "mesh_obj"),
        ModelFile("c", "new_kind"),
        ModelFile("d", "other"),
    ]
    assert Model(made).files() == expected
    assert asyncio.run(AsyncModel(made).files()) == expected


def test_no_files_at_all() -> None:
    """A product that lists none, and a satellite task, whose results are images."""
    assert Model(product()).files() == []
    assert Model(RefineProduct.from_dict({"id": "r"})).files() == []
    assert Model(SatelliteTask.from_dict({"task_id": "t"})).files() == []


def test_a_download_says_where_files_are() -> None:
    """Of a product the console has them; of a satellite task a list of images shows them."""
    with pytest.raises(NotOffered, match=r"block \(p-1\)") as refused:
        Model(product()).download("out")
    assert "console" in refused.value.advice
    with pytest.raises(NotOffered, match="satellite") as refused:
        Model(SatelliteTask.from_dict({"task_id": "t"})).download("out")
    assert "satellite_images" in refused.value.advice
