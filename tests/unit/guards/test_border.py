"""The border checks catch what they are for, each in a tree with that one fault planted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import check_border

ROOT = Path(__file__).resolve().parents[3]
HOMES = {"skybind": "overlays", "skybind_clients": "generated", "skybind_emulators": "emulators"}


def test_this_checkout_keeps_the_borders(capsys: pytest.CaptureFixture[str]) -> None:
    """The code as it stands has no finding."""
    assert check_border.main([]) == 0, capsys.readouterr().out


# ------------------------------------------------------------------------------------------ what the code says

CLEAN = {
    "overlays/skybind/__init__.py": '_HOMES = {"Terra": "skybind.terra"}',
    "overlays/skybind/cli/commands.py": 'SERVICE = "terra"\ndef start():\n    import skybind_emulators',
    "overlays/skybind/errors.py": '"""As terra, over httpx."""  # terra\nclass Gone(Exception):\n    """Not terra."""',
    "overlays/skybind/terra/__init__.py": '_HOMES = {"Job": "skybind_clients.terra.models"}',
    "overlays/skybind/terra/client.py": "from skybind_clients.terra.models import Job\nJob(1).name = 'terra'",
    "overlays/skybind/terrain.py": "terrain = 'subterranean'",
    "overlays/skybind/wire/transport.py": "import httpx",
    "generated/skybind_clients/terra/models.py": "class Job: ...",
    "emulators/skybind_emulators/__init__.py": "import importlib\nimportlib.import_module('skybind_emulators.x')",
    "specs/terra/openapi.yaml": "",
}

PLANTED = {
    "imports the HTTP library": ("overlays/skybind/jobs.py", "def f():\n    import httpx", "imports httpx"),
    "imports a part of it": ("overlays/skybind/jobs.py", "from httpx import Client", "imports httpx"),
    "imports another one": ("overlays/skybind/terra/more.py", "import requests.adapters", "imports requests.adapters"),
    "names its logger": ("overlays/skybind/cli/logs.py", "getLogger('httpcore')", "names httpcore"),
    "names it in a table": ("overlays/skybind/jobs.py", "HOMES = {'Client': 'httpx'}", "names httpx"),
    "subclasses a model": (
        "overlays/skybind/terra/more.py",
        "from skybind_clients.terra.models import Job\nclass Better(Job): ...",
        "Better subclasses the generated Job",
    ),
    "subclasses through a module": (
        "overlays/skybind/terra/more.py",
        "from skybind_clients.terra import models as m\nclass Better(m.Job): ...",
        "Better subclasses the generated m.Job",
    ),
    "subclasses through an import": (
        "overlays/skybind/terra/more.py",
        "import skybind_clients.terra.models\nclass Better(skybind_clients.terra.models.Job): ...",
        "Better subclasses",
    ),
    "subclasses an alias": (
        "overlays/skybind/terra/more.py",
        "from skybind_clients.terra.models import Job\nBase = Job\nclass Better(Base): ...",
        "Better subclasses the generated Base",
    ),
    "subclasses what another module forwards": (
        "overlays/skybind/terra/more.py",
        "from skybind.terra.client import Job as Known\nclass Better(Known): ...",
        "Better subclasses the generated Known",
    ),
    "subclasses what a lazy table forwards": (
        "overlays/skybind/terra/more.py",
        "from . import Job\nclass Better(Job): ...",
        "Better subclasses the generated Job",
    ),
    "makes a subclass by a call": (
        "overlays/skybind/terra/more.py",
        "from skybind_clients.terra.models import Job\nBetter = type('Better', (Job,), {})",
        "subclasses generated code with type",
    ),
    "replaces a method": (
        "overlays/skybind/terra/more.py",
        "from skybind_clients.terra.models import Job\nJob.to_dict = lambda self: {}",
        "changes the generated Job.to_dict",
    ),
    "replaces a class": (
        "overlays/skybind/terra/more.py",
        "import skybind_clients.terra.models as m\ndef f():\n    m.Job = None",
        "changes the generated m.Job",
    ),
    "replaces by setattr": (
        "overlays/skybind/terra/more.py",
        "from skybind_clients.terra import models\nsetattr(models, 'Job', None)",
        "changes the generated models with setattr",
    ),
    "deletes": (
        "overlays/skybind/terra/more.py",
        "from skybind_clients.terra.models import Job\ndel Job.name",
        "changes the generated Job.name",
    ),
    "fills a table of generated code": (
        "overlays/skybind/terra/more.py",
        "from skybind_clients.terra.models import ERRORS\nERRORS[1] = 2",
        "changes the generated ERRORS[1]",
    ),
    "says a service in a text": ("overlays/skybind/tokens.py", "raise ValueError('as sb1.terra.x')", "names terra"),
    "says it in an f-string": ("overlays/skybind/tokens.py", "x = 1\ny = f'KooMap: {x}'", "a shared room names"),
    "says it in a function": ("overlays/skybind/jobs.py", "def wait_for_terra(): ...", "names terra"),
    "says it in a class": ("overlays/skybind/transfers/upload.py", "class AltizureGrant: ...", "names altizure"),
    "says it in an argument": ("overlays/skybind/jobs.py", "def f(downlink_id): ...", "names downlink"),
    "says it in a keyword": ("overlays/skybind/jobs.py", "dict(flighthub=1)", "names flighthub"),
    "says it in an import": ("overlays/skybind/jobs.py", "from skybind_clients import terra as t", "names terra"),
    "emulators at once": ("overlays/skybind/cli/more.py", "import skybind_emulators.serve", "emulators at once"),
    "emulators by a text": (
        "overlays/skybind/jobs.py",
        "import importlib\ndef f():\n    importlib.import_module('skybind_emulators')",
        "imports skybind_emulators by a text",
    ),
    "client by a text": ("emulators/skybind_emulators/x.py", "__import__('skybind.errors')", "skybind by a text"),
    "a service that nobody announced": ("specs/skydio/openapi.yaml", "", "skydio is a service"),
}  # fmt: skip


def grow(root: Path, files: dict[str, str]) -> Path:
    """A small checkout."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return root


def test_a_clean_tree_has_no_finding(tmp_path: Path) -> None:
    """What is allowed is not reported: docstrings, the rooms above, a service's own package, longer words."""
    assert check_border.find(grow(tmp_path, CLEAN)) == []


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each fault is found in its file, said in words, and makes the command fail."""
    file, content, words = PLANTED[fault]
    assert check_border.main(["--root", str(grow(tmp_path, {**CLEAN, file: content}))]) == 1
    findings = capsys.readouterr().out.splitlines()
    assert findings
    folder = file.rpartition("/")[0] if not content else file
    assert all(line.startswith(folder) for line in findings)
    assert any(words in line for line in findings)


# ------------------------------------------------------------------------------------------ who imports whom

# Each makes one module import another that it must not know. All are planted in one copy of the real tree, and looked
# for in one report: a run of import-linter costs half a second.
ARROWS = [
    ("skybind_clients.terra.facade", "skybind.errors"),
    ("skybind_clients.runtime", "skybind_emulators.faults"),
    ("skybind_emulators.faults", "skybind.errors"),
    ("skybind_emulators.terra.views", "skybind_clients.terra.models"),
    ("skybind.transfers.photos", "skybind_emulators.flight"),
    ("skybind.terra.parameters", "skybind.cli.options"),
    ("skybind.transfers.photos", "skybind.terra.signing"),
    ("skybind.wire.bulk", "skybind.transfers.photos"),
    ("skybind.wire.transport", "skybind.wire.bulk"),
    ("skybind.paging", "skybind.wire.transport"),
    ("skybind.errors", "skybind.jobs"),
    ("skybind.options", "skybind.credentials"),
    ("skybind.wire.clock", "skybind.wire.retry"),
    ("skybind.koomap", "skybind.terra.signing"),
    ("skybind_clients.koomap", "skybind_clients.terra.models"),
    ("skybind_clients.iam", "skybind_clients.koomap.models"),
    ("skybind_emulators.koomap", "skybind_emulators.terra.views"),
]
CIRCLE = ("skybind.terra.storage", "skybind.terra.flights")  # flights stand on storage


def imports_linted(root: Path) -> subprocess.CompletedProcess[str]:
    """import-linter's run in a checkout."""
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"]
    surroundings = {**os.environ, "PYTHONPATH": str(root), "COLUMNS": "400"}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=root, env=surroundings, check=False)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of this checkout with every arrow planted, and a room that stands nowhere."""
    copy = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for package, home in HOMES.items():
        shutil.copytree(ROOT / home / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
        if not (copy / package / "koomap").exists():
            grow(copy, {f"{package}/koomap/__init__.py": ""})
    grow(copy, {"skybind/helpers.py": ""})
    for importer, imported in [*ARROWS, CIRCLE]:
        path = copy.joinpath(*importer.split("."))
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        file.write_text(file.read_text(encoding="utf-8") + f"\n\ndef planted():\n    import {imported}\n")
    lint = imports_linted(copy)
    assert lint.returncode == 1, lint.stderr
    return lint.stdout


@pytest.mark.parametrize(("importer", "imported"), ARROWS, ids=lambda name: name)
def test_a_planted_arrow_is_found(report: str, importer: str, imported: str) -> None:
    """An import across a forbidden border is named with its line."""
    assert f"{importer} -> {imported} (l." in report


def test_a_planted_circle_is_found(report: str) -> None:
    """Two modules of one room that need each other are a finding of that room."""
    assert "No cycles are allowed in skybind.terra." in report


def test_a_room_that_stands_nowhere_is_found(report: str) -> None:
    """A new module of skybind must be given its floor."""
    assert "- skybind.helpers" in report


def test_the_contracts_hold_as_they_stand() -> None:
    """This checkout keeps every contract."""
    lint = imports_linted(ROOT)
    assert lint.returncode == 0, lint.stdout
