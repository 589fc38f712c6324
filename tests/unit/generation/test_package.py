"""The generated package as a whole: strict types, and nothing loaded before it is needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from unit.generation.made_up import DATA

# Type errors in unreachable code and unused ignores are errors too, as in the project.
MYPY = "[mypy]\nstrict = true\nwarn_unreachable = true\npython_version = 3.11\nexplicit_package_bases = true\n"


def test_the_package_and_its_use_are_strictly_typed(traps_folder: Path, tmp_path: Path) -> None:
    """mypy --strict accepts every generated module, the ways to use them, and no misuse of them."""
    (tmp_path / "mypy.ini").write_text(MYPY, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(tmp_path / "mypy.ini")]
    done = subprocess.run(
        [*command, "--cache-dir", str(tmp_path / "cache"), "trap_clients", str(DATA / "uses.py")],
        cwd=traps_folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def loaded_by(folder: Path, statement: str) -> set[str]:
    """Modules that a fresh interpreter has after a statement."""
    code = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    "statement",
    [
        "import trap_clients.traps",
        "import trap_clients.traps.facade",
        "import trap_clients.traps.models",
        "import trap_clients.traps.operations",
    ],
)
def test_nothing_heavy_is_loaded_early(traps_folder: Path, statement: str) -> None:
    """Neither models, nor endpoints, nor the HTTP library come with the service, its facade or its table."""
    loaded = loaded_by(traps_folder, statement)
    assert "httpx" not in loaded
    assert not [name for name in loaded if name.startswith(("trap_clients.traps.models.", "trap_clients.traps.api."))]


def test_an_endpoint_loads_only_its_own_models(traps_folder: Path) -> None:
    """One endpoint does not bring the models of all the others."""
    loaded = loaded_by(traps_folder, "import trap_clients.traps.api.tasks.delete_task")
    models = {name.rpartition(".")[2] for name in loaded if name.startswith("trap_clients.traps.models.")}
    assert models == {"refusal", "gateway_refusal"}


def test_models_are_found_by_name(traps_folder: Path) -> None:
    """Lazy packages give what they list, and name what they do not have."""
    code = """
import trap_clients.traps, trap_clients.traps.models as models
assert models.Task.__name__ == "Task" and models.Task is models.Task
assert set(models.__all__) <= set(dir(models))
from trap_clients.traps.models import *
assert Circle is models.Circle
for module in (models, trap_clients.traps):
    try:
        module.Tusk
    except AttributeError as error:
        assert "has no attribute 'Tusk'" in str(error)
    else:
        raise SystemExit("found what is not there")
assert trap_clients.traps.Client.__name__ == "Client"
assert trap_clients.SERVICES == ("traps",)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=traps_folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
