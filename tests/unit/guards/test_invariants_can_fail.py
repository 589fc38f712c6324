"""The check of each invariant fails when the invariant is broken, and for that reason.

That the same checks pass without a fault is what every other run of this suite shows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from unit.guards import put_in

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """How each check ends with its fault put in: one run of them all, for all workers, in a process of its own."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    report = shared / "put-in.json"
    with FileLock(shared / "put-in.lock"):
        if not report.exists():
            run_all(report, shared / "put-in")
    found: dict[str, dict[str, str]] = json.loads(report.read_text())
    return found


def run_all(report: Path, folder: Path) -> None:
    surroundings = {**os.environ, put_in.REPORT: str(report), "PYTHONPATH": str(Path(put_in.__file__).parent)}
    options = ["-q", "-p", "put_in", "-p", "no:cacheprovider", "-n0", f"--basetemp={folder}"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *(fault.check for fault in put_in.FAULTS)],
        capture_output=True, text=True, timeout=240, cwd=ROOT, env=surroundings, check=False,
    )  # fmt: skip
    assert run.returncode == pytest.ExitCode.TESTS_FAILED, run.stdout + run.stderr


@pytest.mark.parametrize("fault", put_in.FAULTS, ids=lambda fault: f"{fault.invariant}-{fault.put_in.__name__}")
def test_the_check_notices(fault: put_in.Fault, outcomes: dict[str, dict[str, str]]) -> None:
    """With the fault put in, the check fails and says what is wrong."""
    outcome = outcomes[fault.check]
    assert outcome["outcome"] == "failed"
    assert fault.says in outcome["said"]


def test_every_invariant_has_a_check() -> None:
    """Each of the seven invariants is broken by at least one of the faults."""
    assert {fault.invariant for fault in put_in.FAULTS} == set(range(1, 8))
