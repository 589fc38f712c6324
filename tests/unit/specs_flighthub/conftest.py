"""The spec of FlightHub as the generator reads it, and the tables that it is held against."""

import json
from typing import Any

import pytest

from generation.document import Document, load_document
from unit.specs_flighthub.facts import DATA, ROOT


@pytest.fixture(scope="session")
def spec() -> Document:
    """The whole spec."""
    return load_document(ROOT / "specs" / "flighthub")


@pytest.fixture(scope="session")
def inventory() -> dict[str, Any]:
    """What is documented, by operation."""
    found: dict[str, Any] = json.loads((DATA / "inventory.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session")
def examples() -> dict[str, Any]:
    """Requests and answers."""
    found: dict[str, Any] = json.loads((DATA / "examples.json").read_text(encoding="utf-8"))
    return found
