"""Contract tests in a process of their own, as ``SKYBIND_LIVE=<service> make contract`` runs them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import attrs

from harness.contract.services import CONTRACTS

__all__ = ["Expected", "contract_run", "outcomes"]

ROOT = Path(__file__).parents[2]
CONTRACT_TESTS = [f"tests/contract/{name}" for name in ("test_specification.py", "test_life_cycles.py", "test_tour.py")]


@attrs.frozen
class Expected:
    """How many tests of a service there are, by what they do to a real account.

    Attributes:
        reading: made-up requests that only read.
        writing: made-up requests that change the account.
        walks: walks along links.
        lives: life cycles.
        tour: the tour.
        bookkeeping: tests that look into the table only.
    """

    reading: int
    writing: int
    walks: int
    lives: int
    tour: int = 1
    bookkeeping: int = 2

    @classmethod
    def of(cls, service: str) -> Expected:
        """Those of a service."""
        contract = CONTRACTS[service]
        reading = sum(operation.reads for operation in contract.operations.values())
        writing = len(contract.operations) - reading
        return cls(reading, writing, len(contract.walks), len(contract.life_cycles))


def contract_run(service: str, environ: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the tests of a service."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SKYBIND_", "PYTEST_"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", service, *CONTRACT_TESTS, *arguments],
        env={**clean, **environ},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def outcomes(run: subprocess.CompletedProcess[str]) -> dict[str, int]:
    """How many tests passed, failed, were skipped."""
    summary = run.stdout.strip().rpartition("\n")[2]
    return {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|skipped|error)", summary)}
