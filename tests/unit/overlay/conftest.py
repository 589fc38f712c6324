import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from unit.overlay.worlds import AsyncWorld, SyncWorld, World


@pytest.fixture(autouse=True, scope="module")
def _no_outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither the tester's proxies nor credentials, profiles or ledgers have a part in a test."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith("SKYBIND_") or name.lower().endswith("_proxy"):
                patch.delenv(name)
        patch.setenv("SKYBIND_PROFILE_FILE", "/nonexistent/profiles.toml")
        patch.setenv("SKYBIND_STATE_DIR", str(tmp_path_factory.getbasetemp() / "state-that-no-test-uses"))
        yield


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


@pytest.fixture
def not_ours() -> Iterator[Path]:
    """A folder into which this process may not write, root or not."""
    with tempfile.TemporaryDirectory(prefix="skybind-not-ours-") as name:
        folder = Path(name)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)  # whom nothing belongs to
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)
