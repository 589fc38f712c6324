"""A package generated from a spec full of traps, and the means to generate from specs that a test makes up."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from generation.pipeline import Run, generate
from unit.generation.made_up import DATA, PINS, TEMPLATES, Load, Spec, small_spec, write_spec


@pytest.fixture(scope="session")
def traps_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder that holds the package `trap_clients`; not `skybind_clients`, which this process may have loaded."""
    folder = tmp_path_factory.mktemp("traps")
    (folder / "trap_clients").mkdir()
    generate(Run(DATA / "specs", TEMPLATES, PINS), folder / "trap_clients")
    return folder


@pytest.fixture(scope="session")
def traps(traps_folder: Path) -> Iterator[Load]:
    """Loads a module of the generated package by its name below the service, for example `models`."""
    sys.path.insert(0, str(traps_folder))
    yield lambda name: importlib.import_module(f"trap_clients.traps.{name}")
    sys.path.remove(str(traps_folder))


@pytest.fixture(scope="session")
def models(traps: Load) -> ModuleType:
    """The generated models."""
    return traps("models")


@pytest.fixture(scope="session")
def beacons_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder that holds the package `beacon_clients`, generated from a GraphQL schema and its documents."""
    folder = tmp_path_factory.mktemp("beacons")
    (folder / "beacon_clients").mkdir()
    generate(Run(DATA / "graphql" / "specs", TEMPLATES, PINS), folder / "beacon_clients")
    return folder


@pytest.fixture(scope="session")
def beacons(beacons_folder: Path) -> Iterator[Load]:
    """Loads a module of that package by its name below the service, for example `models`."""
    sys.path.insert(0, str(beacons_folder))
    yield lambda name: importlib.import_module(f"beacon_clients.beacons.{name}")
    sys.path.remove(str(beacons_folder))


@pytest.fixture
def generated(tmp_path: Path) -> Callable[[Spec], Path]:
    """Generates a service `made` from a document; returns the service's folder."""

    def run(document: Spec) -> Path:
        write_spec(tmp_path / "specs" / "made" / "openapi.yaml", document)
        package = tmp_path / "out" / "made_clients"
        package.mkdir(parents=True)
        generate(Run(tmp_path / "specs", TEMPLATES, PINS), package)
        return package / "made"

    return run


@pytest.fixture
def minimal() -> Spec:
    """A small document without a fault, for tests to spoil."""
    return small_spec()
