"""Notes of a run: what arrives at emulators is noted with the module whose test is running."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from harness.contract.notes import TESTS, NoteTaker, disregard
from skybind_emulators.application import Application
from skybind_emulators.settings import Settings
from unit.emulators.altizure.harness import Altizure
from unit.emulators.harness import Terra


@pytest.fixture
def terra(tmp_path: Path) -> Iterator[Terra]:
    """An emulator."""
    terra = Terra(tmp_path / "account", Settings())
    yield terra
    terra.close()


@pytest.fixture
def taker(tmp_path: Path) -> Iterator[NoteTaker]:
    """A taker of notes, who is stopped whatever happens."""
    taker = NoteTaker(SimpleNamespace(option=SimpleNamespace(notes=tmp_path / "notes")))  # type: ignore[arg-type]
    yield taker
    taker.stop()


def during(taker: NoteTaker, module: str) -> Iterator[None]:
    """A test of that module runs."""
    item: Any = SimpleNamespace(path=TESTS / module)
    return taker.pytest_runtest_protocol(item)


def notes(taker: NoteTaker, folder: Path) -> dict[str, Any]:
    """What is left when the run is over."""
    taker.pytest_sessionfinish()
    [file] = (folder / "notes").iterdir()
    content: dict[str, Any] = json.loads(file.read_text())
    return content


def test_calls_are_noted_with_the_module_that_made_them(terra: Terra, taker: NoteTaker, tmp_path: Path) -> None:
    """Each operation that arrives is noted once a module; it counts as emulated once it has succeeded."""
    for module in ("e2e/test_b.py", "e2e/test_a.py"):
        next(during(taker, module))
        terra.send("GET", "/v2/jobs")
        terra.refused("GET", "/v2/jobs/none")
    assert notes(taker, tmp_path) == {
        "called": [
            ["terra", "getJob", "e2e/test_a.py"],
            ["terra", "getJob", "e2e/test_b.py"],
            ["terra", "listJobs", "e2e/test_a.py"],
            ["terra", "listJobs", "e2e/test_b.py"],
        ],
        "succeeded": [["terra", "listJobs"]],
        "property_tested": [],
    }


def test_operations_of_graphql_are_noted_by_their_name(taker: NoteTaker, tmp_path: Path) -> None:
    """All of them go to one path; a null where a project should be is no success, and other names are no operations."""
    altizure = Altizure(tmp_path / "account", Settings())
    next(during(taker, "e2e/test_a.py"))
    altizure.data("query getApiVersion { versions { api } }")
    altizure.data('query getProject { project(id: "none") { id } }')
    altizure.data("query mine { versions { api } }")
    altizure.data("{ versions { api } }")
    altizure.close()
    assert notes(taker, tmp_path) == {
        "called": [["altizure", "getApiVersion", "e2e/test_a.py"], ["altizure", "getProject", "e2e/test_a.py"]],
        "succeeded": [["altizure", "getApiVersion"]],
        "property_tested": [],
    }


def test_an_emulator_that_is_wrong_on_purpose_does_not_count(terra: Terra, taker: NoteTaker, tmp_path: Path) -> None:
    """What a planted fault answers is no evidence."""
    next(during(taker, "contract/test_planted_faults.py"))
    disregard(terra.emulator.app)
    terra.send("GET", "/v2/jobs")
    assert notes(taker, tmp_path)["called"] == []


def test_emulators_are_left_alone_afterwards(terra: Terra, tmp_path: Path) -> None:
    """When the run is over, nobody listens any more."""
    serve = Application.serve
    taker = NoteTaker(SimpleNamespace(option=SimpleNamespace(notes=tmp_path / "notes")))  # type: ignore[arg-type]
    assert Application.serve is not serve
    notes(taker, tmp_path)
    assert Application.serve is serve
