"""What all answers of TerraAPI have in common, and how made-up requests are made to hit something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase


def speaks(context: Any, response: Any, case: Any) -> None:
    """Success is 200 with code 0; a refusal has one of the operation's codes, or is a message of the gateway."""
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


def acquaint(case: Any, known: Mapping[str, Any]) -> None:
    """Put ids that exist in place of every other made-up one, so that not all answers are 404.

    Bodies that are wrong on purpose stay as they are, or they would be less wrong. A walk along links must find the
    same whenever it is walked; only its bodies are changed, and not the report of an upload, which succeeds once.
    """
    operation = case.operation.definition.raw["operationId"]
    group = case.operation.path.split("/")[2]
    walks = case.meta is not None and case.meta.phase.name == TestPhase.STATEFUL
    if not walks and group in known and len(str(case.path_parameters.get("uuid", ""))) % 2:
        case.path_parameters = {**case.path_parameters, "uuid": known[group]}
    wrong = case.meta is not None and case.meta.is_negative_at(ParameterLocation.BODY)
    once = walks and operation == "uploadCallback"
    if isinstance(case.body, dict) and not wrong and not once and len(str(case.body)) % 2 == 0:
        case.body = {**case.body, **known.get("bodies", {}).get(operation, {})}
