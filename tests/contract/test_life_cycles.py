"""The objects of every service, from creation to deletion."""

import pytest

from harness.contract.life_cycle import LifeCycle
from harness.contract.services import CONTRACTS
from harness.contract.stage import Stage

LIVES = [
    pytest.param(name, machine, id=f"{name}-{machine.__name__}")
    for name, contract in CONTRACTS.items()
    for machine in contract.life_cycles
]


@pytest.mark.writes(tidy=True)
@pytest.mark.parametrize(("service", "machine"), LIVES, indirect=["service"])
def test_objects_live_as_their_model_says(service: Stage, machine: type[LifeCycle]) -> None:
    """Whatever is done to objects, in whatever order, a reader finds what was done, all of it and nothing else."""
    service.live_through(machine)
