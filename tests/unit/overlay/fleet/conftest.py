from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from skybind.fleet import FleetRecord
from skybind.transfers.places import Place


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Where the record is: in each of the two databases, and ``SKYBIND_LEDGER`` says so."""
    where: Place = tmp_path / "fleet.sqlite3"
    if request.param == "postgres":
        where = request.getfixturevalue("postgres_database")
    monkeypatch.setenv("SKYBIND_LEDGER", str(where))
    return where


@pytest.fixture
def record(place: Place) -> Iterator[FleetRecord]:
    """An empty record."""
    with FleetRecord(place) as opened:
        yield opened
