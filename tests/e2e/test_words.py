"""What is said to people agrees with what is done."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["reconstruct", "resume", "status", "stop", "emulate", "demo"])
def test_each_command_has_examples(command, name) -> None:
    """`--help` of each command shows how to type it."""
    done = command(name, "--help")
    assert done.code == 0
    assert "Example" in done.out
    assert f"skybind {name}" in done.out


def test_make_help_lists_every_target() -> None:
    """`make help` names each target that a person may want."""
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("demo", "test", "contract", "generate", "check", "bench", "docs"):
        assert f"make {target}" in listed


def test_readme_speaks_of_two_commands() -> None:
    """CI runs exactly the test command of the README."""
    assert "make test" in (ROOT / "README.md").read_text()
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text()
