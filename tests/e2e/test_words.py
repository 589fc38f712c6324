"""What is said to people agrees with what is done."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from skybind.cli.exits import EXIT_CODES

ROOT = Path(__file__).parents[2]


def test_readme_lists_the_exit_codes() -> None:
    """The README's table of exit codes is that of the command."""
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert {int(code): meaning for code, meaning in rows} == EXIT_CODES


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
    for target in ("demo", "test", "contract", "generate", "check", "bench"):
        assert f"make {target}" in listed


def test_readme_speaks_of_two_commands() -> None:
    """CI runs exactly the test command of the README."""
    assert "make test" in (ROOT / "README.md").read_text()
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text()
