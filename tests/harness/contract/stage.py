"""Schemathesis, led by one schema to one world after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

import hypothesis
import requests
import schemathesis
from hypothesis.stateful import run_state_machine_as_test

from harness.contract.contract import EVERYWHERE, Contract
from harness.contract.documents import widened
from harness.contract.life_cycle import LifeCycle
from harness.contract.world import World
from harness.thorough import THOROUGH, of

__all__ = ["Stage"]

#: Of the real service, so many requests are made up for an operation, and its life cycles run so often.
LIVE_EXAMPLES = 3
LIVE_LIVES = 2
#: Calls in a walk at most.
STEPS = 15
#: Rules in a run of a life-cycle machine: emulated, live.
RULES = (30, 8)
#: How many times longer a fault is looked for that is known to be there: rules are chosen by chance.
HUNT = 30


class Stage:
    """Where a service is put to the test. Only one world is on it at a time.

    It is an ASGI application and signs for requests, so that a schema, which tests are made of before there is any
    world, can be led to whatever world the running test has.

    Attributes:
        contract: the terms.
        live: whether worlds will be the real service. Then only valid requests are made up, and few.
        schema: the schema that tests are made of.
        answered: operations of the answers to cases in this world, and whether they were successes.
        writes: whether the real service may be changed.
        hunted: whether a fault is known to be there. Then it is looked for longer, and not in its smallest form.
    """

    def __init__(self, contract: Contract, *, live: bool) -> None:
        self.contract = contract
        self.live = live
        self.writes = False
        self.hunted = False
        self.answered: set[tuple[str, bool]] = set()
        self._world: World | None = None
        self._renew: Callable[[], World] | None = None
        self._signs = True
        self.schema = self._schema()

    @property
    def world(self) -> World:
        """The world that is on now."""
        if self._world is None:
            raise RuntimeError(f"no world of {self.contract.service} is open")
        return self._world

    @contextmanager
    def opened(self, opens: Callable[[], AbstractContextManager[World]]) -> Iterator[None]:
        """Put a world on for as long as the block lasts.

        Args:
            opens: opens the world; an emulated one is opened anew whenever a fresh one is wanted.
        """
        before = self._world, self._renew, self.answered
        with ExitStack() as current:

            def renew() -> World:
                current.close()
                return current.enter_context(opens())

            self._world, self.answered = renew(), set()
            self._renew = None if self._world.live else renew
            try:
                yield
            finally:
                self._world, self._renew, self.answered = before

    def refresh(self) -> None:
        """Begin anew: an emulated world is as it was when it was opened. The real one goes on."""
        if self._renew is not None:
            self._world = self._renew()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":  # of no use to an emulator, and it would outlive the test
            return
        await self.world.app(scope, receive, send)

    def hold(self, case: Any) -> Any:
        """Send one made-up case; its answer must keep to the specification. Returns the answer."""
        self.contract.acquaint(case, self.world.known)
        return self.send(case)

    def send(self, case: Any, **more: Any) -> Any:
        """Send one case as it is; its answer must keep to the specification. Returns the answer."""
        response = case.call(**self._where, **more)
        self.answered.add((case.operation.label, self.contract.succeeded(response)))
        with self._judging():
            case.validate_response(
                response, additional_checks=[self.contract.speaks], transport_kwargs={**self._where, **more}
            )
        return response

    def _sequences(self, many: int, steps: int) -> hypothesis.settings:
        """So many sequences of so many steps: the same each time, and not judged by how long they take."""
        phases = [hypothesis.Phase.generate, *(() if self.hunted else [hypothesis.Phase.shrink])]
        return hypothesis.settings(
            max_examples=many * HUNT if self.hunted else many if self.live else of(many),
            stateful_step_count=steps,
            phases=phases,
            derandomize=True,
            deadline=None,
            database=None,
            print_blob=False,
            suppress_health_check=list(hypothesis.HealthCheck),
        )

    def _schema(self) -> Any:
        document = widened(self.contract.document, self.contract.tolerances)
        schema = schemathesis.openapi.from_dict(document, config=_config(self.contract, live=self.live))
        schema.app = None if self.live else self
        schema.auth.set_from_requests(_SignsOn(self))
        return schema

    @contextmanager
    def _judging(self) -> Iterator[None]:
        """Sign nothing while an answer is judged: what schemathesis prepares then is a command line to be printed."""
        self._signs = False
        try:
            yield
        finally:
            self._signs = True

    @property
    def _where(self) -> dict[str, Any]:
        """Arguments that lead a call of schemathesis out of this process, if it has to."""
        return {"base_url": self.world.base_url} if self.live else {}

    def walk_links(self, tag: str) -> None:
        """Follow links from call to call among the operations of a tag; all answers must keep to the specification.

        Links are those of the specification and those that schemathesis infers from it.
        """
        # A schema of its own: links that are inferred are written into it.
        schema = self._schema() if tag == EVERYWHERE else self._schema().include(tag=tag)
        stage, machine = self, schema.as_state_machine()

        class Walk(machine):  # type: ignore[misc, valid-type]
            def setup(self) -> None:
                super().setup()
                stage.refresh()  # a walk must find the same whenever it is walked
                self.deleted: list[str] = []

            def before_call(self, case: Any) -> None:
                super().before_call(case)
                stage.contract.acquaint(case, stage.world.known)

            def get_call_kwargs(self, case: Any) -> dict[str, Any]:
                return {**super().get_call_kwargs(case), **stage._where}

            def _repr_step(self, rule: Any, data: Any, result: Any) -> str:
                # Hypothesis' own words need each result to be kept, and schemathesis keeps only those that links
                # use: telling a failure would fail, and hide it.
                return str(rule.function.__name__)

            def validate_response(
                self, response: Any, case: Any, additional_checks: list[Any] | None = None, **more: Any
            ) -> None:
                gone = any(f"{case.formatted_path}/".startswith(f"{path}/") for path in self.deleted)
                if stage.contract.succeeded(response):
                    # Schemathesis' own check looks at reading only, and only along one chain of links. What is named
                    # in the body is not seen here: such a path stays what it was.
                    assert not gone or case.method.upper() == "DELETE", (
                        f"{case.operation.label} succeeded on what was deleted"
                    )
                    named = case.method.upper() == "DELETE" and case.operation.path.endswith("}")
                    self.deleted += [case.formatted_path] if named else []
                with stage._judging():
                    checks = [*(additional_checks or ()), stage.contract.speaks]
                    super().validate_response(response, case, checks, **more)

        Walk.run(settings=self._sequences(self.contract.walked, STEPS))

    def live_through(self, machine: type[LifeCycle]) -> None:
        """Let objects be made, changed and deleted through skybind's client, compared with a model."""
        if self.hunted and not THOROUGH and machine.short_life is not None:
            with self.world.client() as client:
                machine.short_life(machine.over(client, self.world.known, ())())
            return
        spared = [operation for operation in self.contract.operations if self.refrains(operation)]
        settings = self._sequences(LIVE_LIVES if self.live else self.contract.lived, RULES[self.live])
        with self.world.client() as client:
            run_state_machine_as_test(machine.over(client, self.world.known, spared), settings=settings)

    def refrains(self, operation: str) -> str | None:
        """Why an operation must not be called in this world; None if it may."""
        if not self.live:
            return None
        return self.contract.refrains(self.contract.operations[operation], writes=self.writes)


class _SignsOn(requests.auth.AuthBase):
    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return self._stage.world.sign(request) if self._stage._signs else request


def _config(contract: Contract, *, live: bool) -> schemathesis.Config:
    """The same cases each time, secrets out of what is printed, excluded checks off."""
    operations: dict[str, dict[str, Any]] = {}
    # Without signature and with a wrong one: of the emulator that is asked, of the service it is known.
    checks: dict[str, Any] = {"ignored_auth": {"enabled": not live}}
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
                "max-examples": LIVE_EXAMPLES if live else contract.examples,
                # Security parameters are not made up: the signer would put back what was taken away, and an answer
                # that is right would be taken for a wrong one. Wrong signatures have tests of their own.
                "with-security-parameters": False,
                "deterministic": True,
                "database": "none",
            },
            "output": {"sanitization": {"keys-to-sanitize": ["Authorization", "Digest", "Cookie"]}},
            "phases": {
                "coverage": {"enabled": not live},
                # Wrong requests, and such without signature, were sent to each operation by itself.
                "stateful": {"generation": {"mode": "positive"}, "checks": {"ignored_auth": {"enabled": False}}},
            },
            "checks": checks,
            "operations": [{"include-operation-id": name, "checks": off} for name, off in operations.items()],
        }
    )
