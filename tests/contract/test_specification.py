"""Every service against its specification, with requests that schemathesis makes up."""

from typing import Any

import pytest
import schemathesis

from harness.contract.stage import Stage
from harness.contract.stages import STAGES

LINKED = [name for name, stage in STAGES.items() if stage.contract.links]


@schemathesis.pytest.parametrize(**{name: stage.schema for name, stage in STAGES.items()})
def test_every_operation_keeps_to_the_specification(case: Any, service: Stage) -> None:
    """Valid and invalid requests to each operation get the answers that the specification allows."""
    service.hold(case)


@pytest.mark.writes(tidy=False)
@pytest.mark.parametrize("service", LINKED, indirect=True)
def test_calls_along_links_keep_to_the_specification(service: Stage) -> None:
    """Calls that follow the specification's links keep to it, whatever their order; what is deleted is gone."""
    service.walk_links()
