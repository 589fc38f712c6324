"""What all answers of FlightHub have in common, and how made-up requests are made to hit something."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase

__all__ = ["SPECIFICATION", "acquaint", "speaks", "succeeded"]

SPECIFICATION = Path(__file__).parents[4] / "specs" / "flighthub" / "openapi.yaml"

_DELETED = 3
_TEXTS = ("parameter_2d", "parameter_3d", "parameter_3dgs", "parameter_lidar")


def speaks(context: Any, response: Any, case: Any) -> None:
    """Each answer has a code. With HTTP 200 it is 0, or one that the operation has; a refusal has a message, and no
    data."""
    if case.method.upper() == "HEAD":
        return
    answer = response.json()
    code = int(answer["code"])
    if response.status_code != 200:
        assert code != 0, "a refusal with the code of a success"
    elif code != 0:
        assert code in case.operation.definition.raw["x-errors"], "a code that the specification does not name here"
    if code != 0:
        assert answer["message"], "a refusal without a message"
        assert "data" not in answer, "a refusal with data"


def succeeded(response: Any) -> bool:
    """Whether something was done, or is there. Of a deleted resource FlightHub goes on telling that it is deleted."""
    if response.status_code != 200 or int(response.json()["code"]) != 0:
        return False
    data = response.json().get("data")
    return not (isinstance(data, dict) and "file_names" in data and data["status"] == _DELETED)


def acquaint(case: Any, known: Mapping[str, Any]) -> None:
    """Put ids that exist in place of every other made-up one, so that not all answers are refusals.

    Bodies that are wrong on purpose stay as they are, or they would be less wrong. Of a parameter text the
    specification cannot say that it is a JSON object.
    """
    operation = case.operation.definition.raw["operationId"]
    walks = case.meta is not None and case.meta.phase.name == TestPhase.STATEFUL
    wrong_path = case.meta is not None and case.meta.is_negative_at(ParameterLocation.PATH)
    if not walks and not wrong_path:
        for name, value in case.path_parameters.items():
            if len(str(value)) % 2 and name in known.get(operation, known):
                case.path_parameters = {**case.path_parameters, name: known.get(operation, known)[name]}
    wrong = case.meta is not None and case.meta.is_negative_at(ParameterLocation.BODY)
    if isinstance(case.body, dict) and not wrong:
        texts = {name: "{}" for name in _TEXTS if isinstance(case.body.get(name), str)}
        known_body = known.get("bodies", {}).get(operation, {}) if walks or len(str(case.body)) % 2 == 0 else {}
        case.body = {**case.body, **texts, **known_body}
