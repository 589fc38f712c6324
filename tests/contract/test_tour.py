"""A tour of every service: the calls that users make, with valid arguments."""

from collections.abc import Callable

import pytest

from harness.contract.contract import Contract
from harness.contract.services import CONTRACTS
from harness.contract.stage import Stage
from harness.contract.tour import Visit, take_tour


@pytest.mark.parametrize("service", CONTRACTS, indirect=True)
def test_valid_calls_succeed_and_keep_to_the_specification(service: Stage, keep: Callable[[list[Visit]], None]) -> None:
    """A valid call of each operation succeeds with an answer as specified. Live answers can be kept (``--record``)."""
    visits = take_tour(service)
    keep(visits)
    excused = [f"{visit.operation}: {visit.excuse}" for visit in visits if visit.excuse]
    assert not (excused and service.world.complete)


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=CONTRACTS)
def test_the_tour_leaves_out_nothing_without_a_reason(contract: Contract) -> None:
    """Every operation is a step of the tour, or it is written down why not."""
    toured = {step.operation for step in contract.tour}
    assert toured | set(contract.untoured) == set(contract.operations)
    assert not toured & set(contract.untoured)


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=CONTRACTS)
def test_exclusions_name_what_there_is(contract: Contract) -> None:
    """Exclusions, costs and parts name operations of the specification, so that none outlives what it was for."""
    named = {operation for exclusion in contract.exclusions for operation in exclusion.operations}
    named |= {*contract.costly, *contract.untoured, *contract.searches}
    if parts := contract.parts:
        named |= {parts.create, parts.read, *filter(None, (parts.update, parts.delete))}
    assert named <= set(contract.operations)
    assert all(exclusion.reason for exclusion in contract.exclusions)
