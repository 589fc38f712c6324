"""The emulator against its specification: schemathesis makes the requests, in process, signed.

One check is off for two operations, and two settings keep the runs meaningful:

- `ensure_resource_availability` takes every 404 after a creation for a lost object. startJob and changeResourceFiles
  answer 404 too when their body names a resource or file that does not exist, and made-up uuids never exist.
- Security parameters are not generated (`with-security-parameters`): the signer would put back what was taken away.
  Wrong signatures have tests of their own in tests/unit/emulators/test_signatures.py.
- The account may have any number of unfinished jobs. With the service's two, all but two calls of createJob would be
  refused with 801, and a refusal that is right would look like valid data refused. The limit is tested in
  tests/unit/emulators/test_jobs.py.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, settings

from contract.terra.signer import SignsForRequests
from skybind_emulators.settings import Settings, TerraRules
from unit.emulators.harness import SPECIFICATION, Terra

CHOICES = Settings(speed="polls:2", terra=TerraRules(unfinished_jobs=1_000_000))

# These need a body that names what the service gave out before, which no generator can guess.
NEVER_SUCCEED = {
    "POST /v2/store/upload_callback",
    "POST /v2/resources/{uuid}/file_operation",
    "POST /v2/jobs/{uuid}/start",
}


class Account:
    """The emulator of the test that runs, with a few things in it, and the statuses that it answered.

    It is an ASGI application, so that one schema can be led to one emulator after the other.
    """

    def __init__(self) -> None:
        self.app: Any = None
        self.known: dict[str, str] = {}
        self.answered: set[tuple[str, int]] = set()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":  # of no use to the emulator, and it would outlive the test
            return
        await self.app(scope, receive, send)

    def open(self, folder: Path) -> Terra:
        """Begin anew: a resource of ten photos, a finished job and one that waits for its start."""
        terra = Terra(folder, CHOICES)
        terra.wall.at = time.time()
        resource = terra.flight()
        done = terra.started(resource)
        for _ in range(2):
            terra.data("GET", f"/v2/jobs/{done}")
        waiting = terra.data("POST", "/v2/jobs", {"name": "waiting"})["uuid"]
        self.app, self.answered = terra.emulator.app, set()
        self.known = {"files": terra.emulator.files[0].uuid, "resources": terra.resource("other"), "jobs": waiting}
        return terra


account = Account()
schema = schemathesis.openapi.from_dict(
    yaml.safe_load(SPECIFICATION.read_text(encoding="utf-8")),
    config=schemathesis.Config.from_dict(
        {
            "seed": 1,
            "generation": {"with-security-parameters": False, "deterministic": True, "database": "none"},
            "phases": {"stateful": {"max-steps": 6}},
            "operations": [
                {"include-operation-id": name, "checks": {"ensure_resource_availability": {"enabled": False}}}
                for name in ("startJob", "changeResourceFiles")
            ],
        }
    ),
)
schema.app = account


@schema.hook
def map_path_parameters(context: Any, path_parameters: Any) -> Any:
    """Every other made-up uuid becomes one that exists, so that not all answers are 404."""
    if path_parameters and "uuid" in path_parameters and len(str(path_parameters["uuid"])) % 2:
        group = context.operation.path.split("/")[2]
        return {**path_parameters, "uuid": account.known[group]}
    return path_parameters


@schemathesis.check
def speaks_the_envelope(ctx: Any, response: Any, case: Any) -> None:
    """Success is 200 with code 0; a refusal has one of the operation's codes, or is a message of the gateway."""
    account.answered.add((case.operation.label, response.status_code))
    assert "date" in response.headers, "an answer without a date"
    if case.method.upper() == "HEAD":
        return
    answer = response.json()
    if response.status_code == 200:
        assert answer["result"]["code"] == 0, "success with a code other than 0"
    elif "result" in answer:
        expected = {102003} if response.status_code == 405 else case.operation.definition.raw["x-errors"]
        assert answer["result"]["code"] in expected, "a code that the specification does not name here"
        assert answer["result"]["msg"], "a refusal without a message"
    else:
        assert set(answer) == {"message"}, "neither envelope nor message of the gateway"


@pytest.fixture(autouse=True)
def _emulator(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[None]:
    """Every operation, and the walk along the links, meets an emulator of its own.

    An operation's requests must reach success at least once, or only its refusals were checked.
    """
    terra = account.open(tmp_path)
    schema.auth.set_from_requests(SignsForRequests(terra.emulator.app_key, terra.emulator.secret_key))
    yield
    terra.close()
    label = request.node.name.partition("[")[2].removesuffix("]")
    assert not label or label in NEVER_SUCCEED or (label, 200) in account.answered


quiet: dict[str, Any] = {
    "derandomize": True,
    "deadline": None,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
}


@schema.parametrize()
@settings(max_examples=25, **quiet)
def test_every_operation_keeps_to_the_specification(case: Any) -> None:
    """Valid and invalid requests to each operation get the answers that the specification allows."""
    case.call_and_validate()


TestLinksBetweenOperations = schema.as_state_machine().TestCase
TestLinksBetweenOperations.__doc__ = "Calls that follow the specification's links keep to it, whatever their order."
TestLinksBetweenOperations.settings = settings(max_examples=60, stateful_step_count=6, **quiet)
