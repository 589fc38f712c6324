"""Schemathesis, led by one schema to one world after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import hypothesis
import requests
import schemathesis

from harness.contract.contract import Contract
from harness.contract.world import World

__all__ = ["EXAMPLES", "Stage", "quiet"]

#: Cases that are made up for an operation, beside those that schemathesis enumerates: emulated, live.
EXAMPLES = (25, 3)
#: Walks along the links of a specification, and calls in each at most: emulated, live.
WALKS = (60, 4)
STEPS = 6


def quiet(**more: Any) -> hypothesis.settings:
    """Settings of a run that is the same each time and judges nothing by its duration."""
    return hypothesis.settings(
        derandomize=True,
        deadline=None,
        database=None,
        print_blob=False,
        suppress_health_check=list(hypothesis.HealthCheck),
        **more,
    )


class Stage:
    """Where a service is put to the test. Only one world is on it at a time.

    It is an ASGI application and signs for requests, so that a schema, which tests are made of before there is any
    world, can be led to whatever world the running test has.

    Attributes:
        contract: the terms.
        live: whether worlds will be the real service. Then only valid requests are made up, and few.
        schema: the schema that tests are made of.
        answered: operations and HTTP statuses of the answers to ``hold`` in this world.
    """

    def __init__(self, contract: Contract, *, live: bool) -> None:
        self.contract = contract
        self.live = live
        self.answered: set[tuple[str, int]] = set()
        self._world: World | None = None
        self.schema = schemathesis.openapi.from_dict(contract.document, config=_config(contract, live=live))
        self.schema.app = None if live else self
        self.schema.auth.set_from_requests(_SignsOn(self))
        self.schema.hook(self._acquainted, name="map_case")

    @property
    def world(self) -> World:
        """The world that is on now."""
        if self._world is None:
            raise RuntimeError(f"no world of {self.contract.service} is open")
        return self._world

    @contextmanager
    def holds(self, world: World) -> Iterator[None]:
        """Put a world on for as long as the block lasts."""
        before = self._world, self.answered
        self._world, self.answered = world, set()
        if world.live:
            self.schema.config.update(base_url=world.base_url)
        try:
            yield
        finally:
            self._world, self.answered = before

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":  # of no use to an emulator, and it would outlive the test
            return
        await self.world.app(scope, receive, send)

    def hold(self, case: Any) -> Any:
        """Send one case; its answer must keep to the specification. Returns the answer."""
        response = case.call_and_validate(additional_checks=[self.contract.speaks])
        self.answered.add((case.operation.label, response.status_code))
        return response

    def walk_links(self) -> None:
        """Follow the specification's links from call to call, in many orders; all answers must keep to it."""
        contract, machine = self.contract, self.schema.as_state_machine()

        class Walk(machine):  # type: ignore[misc, valid-type]
            def validate_response(
                self, response: Any, case: Any, additional_checks: list[Any] | None = None, **more: Any
            ) -> None:
                super().validate_response(response, case, [*(additional_checks or ()), contract.speaks], **more)

        Walk.run(settings=quiet(max_examples=WALKS[self.live], stateful_step_count=STEPS))

    def _acquainted(self, context: Any, case: Any) -> Any:
        self.contract.acquaint(case, self.world.known)
        return case


class _SignsOn(requests.auth.AuthBase):
    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return self._stage.world.sign(request)


def _config(contract: Contract, *, live: bool) -> schemathesis.Config:
    """The same cases each time, secrets out of what is printed, excluded checks off."""
    operations: dict[str, dict[str, Any]] = {}
    checks: dict[str, Any] = {}
    for exclusion in contract.exclusions:
        for operation in exclusion.operations:
            operations.setdefault(operation, {})[exclusion.check] = {"enabled": False}
        if not exclusion.operations:
            checks[exclusion.check] = {"enabled": False}
    return schemathesis.Config.from_dict(
        {
            "seed": 1,
            "suppress-health-check": ["all"],
            "request-timeout": 20,
            "generation": {
                "mode": "positive" if live else "all",
                "max-examples": EXAMPLES[live],
                # Security parameters are not made up: the signer would put back what was taken away, and an answer
                # that is right would be taken for a wrong one. Wrong signatures have tests of their own.
                "with-security-parameters": False,
                "deterministic": True,
                "database": "none",
            },
            "phases": {"coverage": {"enabled": not live}, "stateful": {"max-steps": STEPS}},
            "checks": checks,
            "operations": [
                {"include-operation-id": name, "checks": off} for name, off in operations.items()
            ],
        }
    )
