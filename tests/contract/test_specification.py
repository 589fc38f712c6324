"""Every service against its specification, with requests that schemathesis makes up."""

from typing import Any

import pytest
import schemathesis

from harness.contract.stage import Stage
from harness.contract.stages import STAGES

WALKS = [pytest.param(name, tag, id=f"{name}-{tag}") for name, stage in STAGES.items() for tag in stage.contract.walks]


@schemathesis.pytest.parametrize(**{name: stage.schema for name, stage in STAGES.items()})
def test_every_operation_keeps_to_the_specification(case: Any, service: Stage) -> None:
    """Valid and invalid requests to each operation get the answers that the specification allows."""
    service.hold(case)


@pytest.mark.writes(tidy=False)
@pytest.mark.parametrize(("service", "tag"), WALKS, indirect=["service"])
def test_calls_along_links_keep_to_the_specification(service: Stage, tag: str) -> None:
    """Calls that follow links keep to the specification, whatever their order; what is deleted is gone."""
    service.walk_links(tag)
