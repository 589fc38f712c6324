"""Golden output of a tiny GraphQL service, to be read in a review.

After a wanted change, `UPDATE_GOLDEN=1 pytest tests/unit/generation/test_graphql_golden.py` writes it anew.
"""

import os
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import pytest

from unit.generation.made_up import DATA, ROOT

GOLDEN = DATA / "graphql" / "generated" / "beacons"
SHOWN = (
    "__init__.py",
    "decoders.py",
    "documents.py",
    "facade.py",
    "manifest.json",
    "models/__init__.py",
    "models/enums.py",
    "models/fragments.py",
    "models/input_types.py",
    "models/list_lamps.py",
    "operations.py",
)


@pytest.mark.parametrize("name", SHOWN)
def test_the_output_is_what_was_reviewed(beacons_folder: Path, name: str) -> None:
    """A change of a template or of the plugin shows in the golden files, and nowhere else by accident."""
    golden = GOLDEN / name
    fresh = (beacons_folder / "beacon_clients" / "beacons" / name).read_text(encoding="utf-8")
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


def test_the_package_has_every_file_of_a_service(beacons_folder: Path) -> None:
    """One module an operation for its answer, those of what they share, and the few that belong to the service."""
    home = beacons_folder / "beacon_clients" / "beacons"
    made = {file.relative_to(home).as_posix() for file in home.rglob("*") if file.is_file()}
    own = {f"{name}.py" for name in ("__init__", "decoders", "documents", "facade", "limits", "operations")}
    shared = ("__init__", "base_model", "enums", "fragments", "input_types", "open_enum")
    answers = ("get_crew", "get_lamp", "get_lamp_state", "get_place_of_lamp", "light_lamp", "list_lamps")
    assert made == own | {"limits.json", "manifest.json"} | {f"models/{name}.py" for name in (*shared, *answers)}


def test_each_file_says_what_made_it(beacons_folder: Path) -> None:
    """The first line of each module names the command and the spec."""
    for file in (beacons_folder / "beacon_clients" / "beacons").rglob("*.py"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("# Made by `python scripts/generate.py` from specs/beacons/schema.graphql"), file


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_output_is_the_same_whatever_the_order_of_sets(beacons_folder: Path, tmp_path: Path, seed: str) -> None:
    """Two runs with other hashes of texts write the same bytes."""
    package = tmp_path / "beacon_clients"
    package.mkdir()
    code = (
        "import sys; from pathlib import Path; from generation.pipeline import Run, generate\n"
        "from unit.generation.made_up import DATA, PINS, TEMPLATES\n"
        "generate(Run(DATA / 'graphql' / 'specs', TEMPLATES, PINS), Path(sys.argv[1]))"
    )
    paths = os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "tests")])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    subprocess.run([sys.executable, "-c", code, str(package)], env=environment, check=True, capture_output=True)
    first = beacons_folder / "beacon_clients"
    for file in package.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            assert file.read_bytes() == (first / file.relative_to(package)).read_bytes(), file
