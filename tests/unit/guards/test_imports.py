"""What a program pays for before it asks for anything: modules, by number and name, since time differs by machine."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

# Seen: 29 for the package, 91 for the command (click and the parts of the standard library that it needs).
MOST_FOR_THE_PACKAGE = 40
MOST_FOR_THE_COMMAND = 120

REPORT = """
import json, sys
before = set(sys.modules)
{statement}
print(json.dumps(sorted(set(sys.modules) - before)))
"""

HELP = """
from skybind.cli.commands import cli
import contextlib, io
for words in [[], *([name] for name in cli.commands)]:
    with contextlib.redirect_stdout(io.StringIO()) as said:
        cli.main([*words, "--help"], prog_name="skybind", standalone_mode=False)
    assert "Usage: skybind" in said.getvalue()
"""


def loaded_by(statement: str) -> set[str]:
    """Names of the modules that a statement loads in a fresh interpreter."""
    code = REPORT.format(statement=statement)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout.splitlines()[-1]))


def not_of_python(modules: set[str]) -> set[str]:
    """Packages among them that do not come with Python."""
    return {name.split(".")[0] for name in modules} - sys.stdlib_module_names


def test_the_package_is_light() -> None:
    """``import skybind`` loads itself and a few small modules of Python; everything else comes when it is used."""
    modules = loaded_by("import skybind")
    assert {name for name in modules if name.split(".")[0] not in sys.stdlib_module_names} == {"skybind"}
    assert not modules & {"asyncio", "http.client", "inspect", "logging", "sqlite3", "ssl", "dataclasses"}
    assert len(modules) <= MOST_FOR_THE_PACKAGE


@pytest.mark.parametrize(
    ("statement", "packages"),
    [
        ("from skybind import SkybindError", {"skybind"}),
        ("import skybind.errors, skybind.waiting, skybind.tokens, skybind.credentials", {"skybind"}),
        ("from skybind import Options, Schedule, Phase", {"skybind", "attr", "attrs"}),
        ("import skybind.terra", {"skybind"}),
        ("from skybind.reconstruction import Cloud, check", {"skybind", "attr", "attrs", "typing_extensions"}),
        ("import skybind_clients", {"skybind_clients"}),
        ("import skybind_emulators", {"skybind_emulators"}),
        ("from skybind.terra import JobStatus", {"skybind", "skybind_clients"}),
    ],
)
def test_parts_bring_only_what_they_need(statement: str, packages: set[str]) -> None:
    """No part brings the HTTP library, generated models or the emulators along before they are needed."""
    assert not_of_python(loaded_by(statement)) <= packages


def test_help_is_quick() -> None:
    """``skybind --help`` and the help of every command load click; neither clients, nor the HTTP library, nor rich."""
    modules = loaded_by(HELP)
    assert not_of_python(modules) == {"skybind", "click"}
    assert "skybind.cli.flow" not in modules
    assert len(modules) <= MOST_FOR_THE_COMMAND


def test_emulators_do_not_load_the_client() -> None:
    """In a process of their own the emulators have no line of the client's code in memory, nor the other way round."""
    assert not_of_python(loaded_by("import skybind_emulators.serve")).isdisjoint({"skybind", "skybind_clients"})
    assert "skybind_emulators" not in not_of_python(loaded_by("from skybind import AsyncTerra, Terra"))
