"""The harness held to its own purpose: each kind of fault, planted in an emulator, is caught, and for what it is.

The tests that run inside are the very ones that hold the services: their modules, fixtures and settings. Only the
emulator is another, and faults of a sequence are not looked for in their smallest form.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from harness.contract.contract import Contract, Parts
from harness.contract.live import SWITCH
from harness.contract.plants import PLANTED, PLANTS, Plant, Seen
from harness.contract.services import CONTRACTS

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(bool(os.environ.get(SWITCH)), reason="faults are planted in emulators, not in services")


@attrs.define
class Inside:
    """A plugin of the run inside: plants the fault, leaves only the tests that are asked for, keeps what they say."""

    contract: Contract
    parts: Parts
    seen: Seen
    plant: Plant | None
    passed: list[str] = attrs.field(factory=list)
    failures: dict[str, str] = attrs.field(factory=dict)

    def pytest_configure(self, config: pytest.Config) -> None:
        if self.plant:
            config.stash[PLANTED] = self.plant

    @pytest.hookimpl(wrapper=True)
    def pytest_pycollect_makeitem(self) -> Iterator[Any]:
        """Of the tests that schemathesis makes, only those of the operation that is asked about: each costs time."""
        made = yield
        schemas = getattr(made, "schemas", None)
        if schemas is None:
            return made
        operation = getattr(self.parts, self.seen, None)
        if operation is None:
            return []
        made.schemas = {self.contract.service: schemas[self.contract.service].include(operation_id=operation)}
        return made

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if self._asked_for(item)]

    def _asked_for(self, item: pytest.Item) -> bool:
        parameter = item.name.partition("[")[2]
        if not parameter.startswith(self.contract.service):
            return False
        if self.seen == "links":
            [tag] = self.contract.operations[self.parts.delete].node["tags"]
            return item.name.startswith("test_calls_along_links") and parameter == f"{self.contract.service}-{tag}]"
        if self.seen == "life cycles":
            return parameter == f"{self.contract.service}-{self.parts.machine.__name__}]"
        operation = getattr(self.parts, self.seen)
        return getattr(item, "operation_label", None) == self.contract.operations[operation].label

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failures[report.nodeid] = f"{self.failures.get(report.nodeid, '')}{report.longreprtext}\n"
        elif report.when == "call":
            self.passed.append(report.nodeid)


Run = Callable[[Contract, Seen, Plant | None], Inside]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the contract tests inside, in this process."""

    def run(contract: Contract, seen: Seen, plant: Plant | None) -> Inside:
        assert contract.parts is not None
        inside = Inside(contract, contract.parts, seen, plant)
        module = "test_life_cycles.py" if seen == "life cycles" else "test_specification.py"
        options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--basetemp={tmp_path / 'inside'}"]
        pytest.main([*options, str(HERE / module)], plugins=[inside])
        return inside

    return run


PLANTED_IN = {name: contract for name, contract in CONTRACTS.items() if contract.parts}
CASES = [
    pytest.param(contract, plant, id=f"{name}-{plant.name.replace(' ', '-')}")
    for name, contract in PLANTED_IN.items()
    for plant in PLANTS
    if contract.parts and plant.fits(contract.parts)
]


@pytest.mark.parametrize(("contract", "plant"), CASES)
def test_a_planted_fault_is_caught(contract: Contract, plant: Plant, run: Run) -> None:
    """The run that must see a fault fails, and says what is wrong."""
    inside = run(contract, plant.seen, plant)
    assert inside.failures
    wanted = plant.words or (inside.parts.mismatch or "",)
    assert any(words in text for words in wanted for text in inside.failures.values()), inside.failures


@pytest.mark.parametrize(
    ("contract", "seen"),
    [
        pytest.param(contract, seen, id=f"{seen}-{name}")
        for name, contract in PLANTED_IN.items()
        for seen in ("create", "read", "update")
        if getattr(contract.parts, seen)
    ],
)
def test_without_a_fault_nothing_is_caught(contract: Contract, seen: Seen, run: Run) -> None:
    """The same runs pass on an emulator that is left as it is, so that it is the fault that makes them fail."""
    inside = run(contract, seen, None)
    assert not inside.failures
    assert len(inside.passed) == 1
