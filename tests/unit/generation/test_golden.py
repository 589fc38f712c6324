"""Golden output: what the generator writes for a tiny spec, to be read in a review.

After a wanted change, `UPDATE_GOLDEN=1 pytest tests/unit/generation/test_golden.py` writes it anew.
"""

import os
from difflib import unified_diff
from pathlib import Path

import pytest

from generation.pipeline import Run, generate
from unit.generation.made_up import DATA, PINS, TEMPLATES

GOLDEN = DATA / "golden" / "generated" / "tiny"
# What depends on the spec; client, errors and types are the same for every service.
SHOWN = (
    "__init__.py",
    "api/lamps/switch_lamp.py",
    "decoders.py",
    "facade.py",
    "manifest.json",
    "models/__init__.py",
    "models/lamp.py",
    "models/state.py",
    "operations.py",
)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    package = tmp_path_factory.mktemp("golden") / "tiny_clients"
    package.mkdir()
    generate(Run(DATA / "golden" / "specs", TEMPLATES, PINS), package)
    return package / "tiny"


@pytest.mark.parametrize("name", SHOWN)
def test_the_output_is_what_was_reviewed(tiny: Path, name: str) -> None:
    """A change of a template shows in the golden files, and nowhere else by accident."""
    golden, fresh = GOLDEN / name, (tiny / name).read_text(encoding="utf-8")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(fresh, encoding="utf-8", newline="\n")
    reviewed = golden.read_text(encoding="utf-8")
    difference = "\n".join(unified_diff(reviewed.splitlines(), fresh.splitlines(), "golden", "generated", lineterm=""))
    assert reviewed == fresh, difference


def test_nothing_else_is_kept() -> None:
    """The golden folder holds no file that nobody compares."""
    kept = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*") if file.is_file()}
    assert kept == set(SHOWN)


def test_the_package_has_every_file_of_a_service(tiny: Path) -> None:
    """One module an operation and a schema, and the few that belong to the service."""
    made = {file.relative_to(tiny).as_posix() for file in tiny.rglob("*") if file.is_file()}
    models = {f"models/{name}.py" for name in ("__init__", "lamp", "lamp_page", "refusal", "state", "switch")}
    api = {f"api/{name}.py" for name in ("__init__", "lamps/__init__", "lamps/list_lamps", "lamps/switch_lamp")}
    own = {
        f"{name}.py" for name in ("__init__", "client", "decoders", "errors", "facade", "limits", "operations", "types")
    }
    assert made == models | api | own | {"limits.json", "manifest.json"}
    assert {file.name for file in tiny.parent.iterdir()} == {"__init__.py", "py.typed", "runtime.py", "tiny"}


def test_each_file_says_what_made_it(tiny: Path) -> None:
    """The first line of each module names the command and the spec."""
    for file in tiny.rglob("*.py"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first == "# Made by `python scripts/generate.py` from specs/tiny/openapi.yaml;", file
