"""What callers write is well typed, and what they must not write is not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CALLERS = ("callers.py", "downlink_callers.py", "koomap_callers.py", "one_way_callers.py")
FILES = (*CALLERS, "wrong_calls.py")

Said = dict[int, list[tuple[str, str]]]


@pytest.fixture(scope="module")
def said() -> dict[str, Said]:
    """Code and words of mypy's errors, by file and line, with the settings of this project: one run for all tests."""
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--config-file",
        "pyproject.toml",
        "--no-error-summary",
        "--cache-dir",
        os.devnull,
    ]
    options = ["--show-error-codes", "--no-color-output", "--no-pretty", "--hide-error-context"]
    files = [str((HERE / name).relative_to(ROOT)) for name in FILES]
    run = subprocess.run(
        [*command, *options, *files], capture_output=True, text=True, timeout=120, cwd=ROOT, check=False
    )
    found: dict[str, Said] = {name: defaultdict(list) for name in FILES}
    for line in run.stdout.splitlines():
        match = re.fullmatch(r"(.+?):(\d+): error: (.*?)\s+\[([a-z-]+)\]", line)
        if match is not None:
            path, number, words, code = match.groups()
            found.setdefault(Path(path).name, defaultdict(list))[int(number)].append((code, words))
        else:
            assert ": note: " in line, run.stdout
    assert not run.stderr, run.stderr
    return found


def expected(name: str) -> Said:
    """The errors that a file announces: ``# E: [code] part of the message``."""
    found: Said = {}
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        match = re.search(r"# E: \[([a-z-]+)\] (.*)$", line)
        if match is not None:
            found[number] = [(match[1], match[2])]
    return found


@pytest.mark.parametrize("name", CALLERS)
def test_what_callers_write_is_well_typed(said: dict[str, Said], name: str) -> None:
    """Sync and async, paging, options, hooks, errors, jobs: no error under the project's strict settings."""
    assert dict(said[name]) == {}


def test_mistakes_are_seen(said: dict[str, Said]) -> None:
    """Each announced mistake is an error of that kind, on its line, in these words; nothing else is one."""
    announced = expected("wrong_calls.py")
    assert len(announced) > 30
    for number in sorted(announced.keys() | said["wrong_calls.py"].keys()):
        errors = said["wrong_calls.py"].get(number, [])
        codes = [code for code, _ in announced.get(number, [])]
        assert [code for code, _ in errors] == codes, f"line {number}: {errors}"
        for (_, words), (_, message) in zip(announced[number], errors, strict=True):
            assert words in message, f"line {number}: {message}"


def test_skybind_itself_is_well_typed(said: dict[str, Said]) -> None:
    """No error is reported in another file: what callers import is checked with them."""
    assert set(said) == set(FILES)
