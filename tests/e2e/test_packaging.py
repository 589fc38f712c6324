"""What is published is whole: a wheel built from the sdist works without the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the sdist, with the build tools that are installed: nothing is fetched."""
    out = tmp_path_factory.mktemp("dist")
    built = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    [wheel] = out.glob("*.whl")
    return wheel


def test_wheel_holds_what_it_must_and_nothing_else(wheel) -> None:
    """Three packages with their types and specs; no caches, no tests."""
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "skybind/py.typed",
        "skybind_clients/py.typed",
        "skybind_emulators/py.typed",
        "skybind_clients/terra/facade.py",
        "skybind_emulators/specs/terra/openapi.yaml",
    ):
        assert name in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "skybind",
        "skybind_clients",
        "skybind_emulators",
    }
    assert not [name for name in names if "__pycache__" in name or "_cache" in name]


def test_wheel_runs_without_the_repository(wheel, tmp_path) -> None:
    """The command of the wheel runs the whole demo, from a folder that knows nothing of the repository."""
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # The wheel comes first on the path, so that what is tested is not the editable install.
    done = subprocess.run(
        [sys.executable, "-m", "skybind.cli", "demo", "--out", "demo-out"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    where = subprocess.run(
        [sys.executable, "-c", "import skybind, skybind_emulators as e; print(skybind.__file__, e.__file__)"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        check=True,
    )
    assert all(str(site) in path for path in where.stdout.split())
