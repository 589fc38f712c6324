"""Hand-written lines are counted as what they are, and for whom they were written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import budget
from budget import Lines

MODULE = '''"""What it is.

Two paragraphs.
"""

import os  # a comment behind code is code

# A reason.


class Thing:
    """One line."""

    size: int = 1
    """What it means."""

    text = """
    not a docstring
    """

    def run(self):  # noqa
        """Run."""
        return os.sep
'''


def test_what_is_code_what_comment_and_what_docstring() -> None:
    """Strings that are values are code; comments behind code do not count; blank lines count for nothing."""
    assert budget.count("thing.py", MODULE) == Lines(code=8, comments=1, docstrings=6)


def test_specs_have_lines_too() -> None:
    """A spec has code and comments."""
    assert budget.count("a.yaml", "# why\na: 1\n\nb:\n  - 2 # here\n") == Lines(code=3, comments=1)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Two services, of which one has code, and a shared room in two files."""
    for name, lines in {
        "specs/terra/openapi.yaml": 3,
        "specs/koomap/openapi.yaml": 1,
        "overlays/skybind/terra/client.py": 5,
        "overlays/skybind/wire/clock.py": 7,
        "overlays/skybind/wire/deep/retry.py": 11,
        "overlays/skybind/jobs.py": 13,
        "emulators/skybind_emulators/terra/state.py": 17,
        "scripts/generate.py": 19,
        "generated/skybind_clients/terra/models.py": 23,
        "tests/unit/test_a.py": 29,
        "overlays/skybind/wire/__pycache__/clock.py": 31,
        "overlays/skybind/py.typed": 37,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a: 1\n" * lines)
    return tmp_path


def test_lines_belong_to_a_service_or_to_a_room(checkout: Path) -> None:
    """A folder that is also one of specs/ is its service's; all else is shared; tests and generated are apart."""
    found = budget.measure(checkout)
    assert found.services == {
        "koomap": {"spec": Lines(1)},
        "terra": {"spec": Lines(3), "overlay": Lines(5), "emulator": Lines(17)},
    }
    assert found.rooms == {"overlay": {"wire": Lines(18), "jobs": Lines(13)}, "script": {"generate": Lines(19)}}
    assert found.apart == {"generated": {"terra": Lines(23)}, "tests": {"unit": Lines(29)}}


def test_the_report_shows_every_count(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """People see a line a service and a line a room; programs get the same numbers as JSON."""
    assert budget.main(["--root", str(checkout)]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["terra", "3", "(+0", "+0)", "5", "(+0", "+0)", "17", "(+0", "+0)"] in rows
    assert ["wire", "18", "(+0", "+0)"] in rows
    assert budget.main(["--json", "--root", str(checkout)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["services"]["terra"]["emulator"] == {"code": 17, "comments": 0, "docstrings": 0}
    assert told["rooms"]["overlay"]["wire"]["code"] == 18


def test_this_checkout_can_be_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """Every service with a spec has its row."""
    assert budget.main(["--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["services"]["terra"].keys() == {"spec", "overlay", "emulator"}
    assert all(lines["code"] for lines in told["services"]["terra"].values())
