"""The emulators against recorded answers of the real services."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from harness.contract.contract import Contract
from harness.contract.services import CONTRACTS
from harness.contract.shapes import differences
from harness.contract.snapshots import read
from harness.contract.stage import Stage
from harness.contract.terms import answer_terms
from harness.contract.tour import answers_of, take_tour

OPERATIONS = [
    pytest.param(contract, operation, id=f"{contract.service}-{operation}")
    for contract in CONTRACTS.values()
    for operation in contract.operations
]


@pytest.fixture(scope="session")
def emulated(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The emulator's answers to the tour that snapshots are made of; taken once for all operations of a service."""

    @cache
    def answers(service: str) -> dict[str, list[Any]]:
        contract = CONTRACTS[service]
        stage = Stage(contract, live=False)
        with stage.opened(lambda: contract.emulate(tmp_path_factory.mktemp(service))):
            return answers_of(take_tour(stage))

    return answers


@pytest.mark.parametrize(("contract", "operation"), OPERATIONS)
def test_the_emulator_answers_in_the_shape_of_the_service(
    contract: Contract, operation: str, emulated: Any, pytestconfig: pytest.Config
) -> None:
    """Fields, types and enumerated values of the service's recorded answer are those of the emulator's answer."""
    snapshot = read(pytestconfig.option.snapshots, contract.service, operation)
    if snapshot is None:
        pytest.skip(f"not recorded: SKYBIND_LIVE={contract.service} make contract ARGS=--record")
    terms = answer_terms(contract.document, contract.operations[operation].node)
    assert differences(snapshot.answers, emulated(contract.service)[operation], terms) == []
