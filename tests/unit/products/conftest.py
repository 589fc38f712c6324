"""A small flight and what is made of it, once per test process."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from skybind_emulators.flight import Survey, render_flight
from skybind_emulators.flight.scene import Scene
from skybind_emulators.products import Product, reconstruct

PHOTOS, SIZE, SEED = 12, 100_000, 6
EVERY_FORMAT = {
    "output_pointcloud": True,
    "generate_las": True,
    "generate_point_ply": True,
    "generate_pcd": True,
    "merge_point": True,
    "generate_b3dm": True,
    "generate_obj": True,
    "generate_ply": True,
}


@frozen
class Flown:
    """A flight: its files as a resource holds them, and what is true of it."""

    survey: Survey
    photos: list[tuple[str, Path]]
    scene: Scene


@frozen
class Result:
    """The files of a finished job by name."""

    paths: dict[str, Path]
    products: list[Product]
    processor_s: float

    def under(self, folder: str, suffix: str = "") -> dict[str, Path]:
        """The files in a folder, by their names from there."""
        prefix = folder + "/"
        return {
            name.removeprefix(prefix): path
            for name, path in self.paths.items()
            if name.startswith(prefix) and name.endswith(suffix)
        }


Make = Callable[..., Result]


@pytest.fixture(scope="session")
def flown(tmp_path_factory: pytest.TempPathFactory) -> Flown:
    files = render_flight(tmp_path_factory.mktemp("flight"), photos=PHOTOS, size=SIZE, seed=SEED)
    survey = Survey.of(PHOTOS, size=SIZE, seed=SEED)
    return Flown(survey, [(f"flight/{file.name}", file) for file in files], survey.scene())


@pytest.fixture(scope="session")
def made(flown: Flown, tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Reconstructs the flight; a job that was done before is not done again."""
    done: dict[tuple[str, str], Result] = {}

    def make(kind: str, **parameters: Any) -> Result:
        key = kind, repr(sorted(parameters.items()))
        if key not in done:
            out = tmp_path_factory.mktemp(kind)
            wrapped = {"parameter": parameters}
            before = time.process_time()
            products = reconstruct(kind, flown.photos, job_id="job-1", out=out, parameters=wrapped, seed=1)
            taken = time.process_time() - before
            done[key] = Result({product.name: product.path for product in products}, products, taken)
        return done[key]

    return make


@pytest.fixture(scope="session")
def every_format(made: Make) -> Result:
    """A 3D result in all formats that can be made."""
    return made("3d", **EVERY_FORMAT)


@pytest.fixture(scope="session")
def elsewhere(made: Make) -> Result:
    """A 2D result with all that is not by default: in degrees, tiles on GCJ-02, the map in blocks too."""
    wanted = {"cs_type": "GEO_CS", "geo_cs": "EPSG:4326", "override_vertical_cs": "EPSG:5773"}
    return made("2d", output_geo_desc=wanted, use_gcj02=True, dom_tile_size=256)
