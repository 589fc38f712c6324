from collections.abc import Iterator
from pathlib import Path

import pytest

from unit.overlay.worlds import AsyncWorld, SyncWorld, World


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Both worlds, one after the other."""
    made: World = request.param()
    yield made
    made.close()


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """An empty folder for photos."""
    folder = tmp_path / "photos"
    folder.mkdir()
    return folder
