"""What all answers of IAM have in common, and how made-up requests are made to succeed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schemathesis.core.parameters import ParameterLocation

__all__ = ["SPECIFICATION", "acquaint", "speaks"]

SPECIFICATION = Path(__file__).parents[4] / "specs" / "iam" / "openapi.yaml"


def speaks(context: Any, response: Any, case: Any) -> None:
    """Success is 201 with the token in a header and not in the body; a refusal has one of the operation's codes."""
    assert response.headers["x-request-id"], "an answer without the id of the request"
    if case.method.upper() == "HEAD":
        return
    answer = response.json()
    if response.status_code == 201:
        [token] = response.headers["x-subject-token"]
        assert token, "success without a token"
        assert token not in response.text, "the token is shown in the body"
        return
    assert answer["error_code"] in case.operation.definition.raw["x-errors"], (
        "a code that the specification does not name"
    )
    assert answer["error_msg"], "a refusal without a message"
    if case.meta is not None and case.meta.generation.mode.is_positive:
        assert response.status_code != 400, "a valid request was refused as a malformed one"


def acquaint(case: Any, known: Mapping[str, Any]) -> None:
    """Put the account's own user in place of every other made-up one. What is wrong on purpose stays as it is."""
    wrong = case.meta is not None and case.meta.is_negative_at(ParameterLocation.BODY)
    if isinstance(case.body, dict) and not wrong and len(str(case.body)) % 2 == 0:
        case.body = {**case.body, **known.get("login", {})}
