"""What all answers of KooMap have in common, and how made-up requests are made to hit something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase

from harness.contract.documents import read_document

__all__ = ["SPECIFICATION", "acquaint", "speaks"]

SPECIFICATION = Path(__file__).parents[4] / "specs" / "koomap" / "openapi.yaml"

_ID = re.compile(r"[0-9a-f]{32}|[0-9]{15,}")
_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z")
# Parameters of a modelling that may be text, and what both may be.
_LIMITS = frozenset({"key_point_limit", "tie_point_limit"})
_LEAST, _MOST = 1_000, 100_000
_WRONG_VERB = "APIGW.0101"

#: Kinds of refusals that a request which keeps to the specification must not get: it is not malformed.
_OF_FORM = frozenset({"validation", "media_type"})
#: Codes of these kinds that are about more than the specification says of a field, all the same.
_OF_CIRCUMSTANCES = frozenset(
    {
        *("KMP.00011110", "KMP.00021125"),  # an id that cannot be one: the manual does not say how they look
        *("KMP.00051036", "KMP.00051037", "KMP.00051049", "KMP.00051051"),  # a coordinate system that there is not
        *("VPS.0003", "NAVI.0003"),  # an image that is none, positions that make no sense
        # A task of the wrong kind, or one that lacks something.
        *("KMP.00021103", "KMP.00021104", "KMP.00021106", "KMP.00021107", "KMP.00021108", "KMP.00021134"),
        *("KMP.00021138", "KMP.00021140", "KMP.00021153", "KMP.00021156", "KMP.00021172"),
        # Fields that must go together, entries that must differ, results that must be called as they were checked.
        *("KMP.00051006", "KMP.00051008", "KMP.00051020", "KMP.00051069", "KMP.00051073", "KMP.00051075"),
        *("KMP.00021168", "KMP.00021169", "KMP.00021170", "KMP.00021171"),  # ranges of decimal text
    }
)
#: The check of images takes the name of a task to be, for which the manual gives no limits there.
_OF_OPERATION = {"validateImage": frozenset({"KMP.00051012"})}


@cache
def _codes() -> Mapping[str, Any]:
    return {entry["code"]: entry for entry in read_document(SPECIFICATION)["x-errors"]}


def speaks(context: Any, response: Any, case: Any) -> None:
    """Success is 200; a refusal has code and text, the code is one of the operation's, the status that of the code.

    A valid request may be refused for what the account is like, and not for its form. Schemathesis looks at statuses
    for that, which here tell nothing: all but everything is 400.
    """
    [request_id] = response.headers["x-request-id"]
    assert re.fullmatch("[0-9a-f]{32}", request_id), "an answer without the id of the request"
    if case.method.upper() == "HEAD":
        return
    answer, operation = response.json(), case.operation.definition.raw
    if response.status_code < 300:
        assert not isinstance(answer, dict) or "error_code" not in answer, "success with a code"
        return
    if isinstance(answer, list):
        assert operation["operationId"] == "validateImage", "a list where only a refusal is due"
        assert answer, "no image was refused"
        assert all(row["data_id"] and row["error_message"] for row in answer), "no word on why an image is refused"
        return
    code = answer["error_code"]
    own = operation["x-errors"] if case.method.upper() == case.operation.method.upper() else [_WRONG_VERB]
    assert code in own, f"a code that the specification does not name here: {code}"
    assert answer["error_msg"], "a refusal without a message"
    known = _codes()[code]
    statuses = {known["status"], *(variant["status"] for variant in known.get("variants", ()))}
    assert response.status_code in statuses, f"{code} with another status than {statuses}"
    assert ("request_id" in answer) == code.startswith("APIGW."), "the gateway, and only it, repeats the request's id"
    if case.meta is not None and case.meta.generation.mode.is_positive:
        excused = _OF_CIRCUMSTANCES | _OF_OPERATION.get(operation["operationId"], frozenset())
        of_form = known["class"] in _OF_FORM and code not in excused
        assert not of_form, f"a valid request was refused as a malformed one: {code}, {known['meaning']}"


def acquaint(case: Any, known: Mapping[str, Any]) -> None:
    """Put ids that exist in place of most made-up ones, so that not all requests are refused.

    What is wrong on purpose stays as it is, or it would be less wrong. A walk along links must find the same whenever
    it is walked: there, ids that an answer gave stay, and all others are replaced.
    """
    operation = case.operation.definition.raw["operationId"]
    walks = case.meta is not None and case.meta.phase.name == TestPhase.STATEFUL

    def replaces(made_up: Any, wanted: Mapping[str, Any], location: ParameterLocation) -> bool:
        if not wanted or not isinstance(made_up, Mapping):
            return False
        if case.meta is not None and case.meta.is_negative_at(location):
            return False
        given = any(_ID.fullmatch(str(made_up.get(name))) for name in wanted)
        return not given if walks else len(str(made_up)) % 3 != 0

    if case.meta is None or case.meta.generation.mode.is_positive:
        # What is set is judged anew by schemathesis, so that only what has changed is set.
        if (query := _plausible(case.query)) != case.query:
            case.query = query
        if (body := _plausible(case.body)) != case.body:
            case.body = body
    path = known.get("paths", {}).get(operation, {})
    if replaces(case.path_parameters, path, ParameterLocation.PATH):
        case.path_parameters = {**case.path_parameters, **path}
    query = known.get("queries", {}).get(operation, {})
    if replaces(case.query, query, ParameterLocation.QUERY):
        case.query = {**case.query, **query}
    if case.body == {} and operation == "listImageBaseInfo":
        case.body = {"limit": 10}  # a form without fields is none
    make = known.get("bodies", {}).get(operation)
    fields = make() if make else {}
    if replaces(case.body, fields, ParameterLocation.BODY):
        case.body = {**case.body, **fields}


def _plausible(value: Any, name: str = "") -> Any:
    """The value with what patterns take, and no service does, made right.

    These are days and hours that do not exist, and numbers in text that are out of range.
    """
    if isinstance(value, Mapping):
        return {key: _plausible(item, str(key)) for key, item in value.items()}
    if isinstance(value, list):
        return [_plausible(item) for item in value]
    if not isinstance(value, str):
        return value
    if name in _LIMITS and value.isdecimal():
        return str(_LEAST + int(value) % (_MOST - _LEAST))
    found = _TIME.fullmatch(value)
    if not found:
        return value
    year, month, day, hour, minute, second = map(int, found.groups())
    date = f"{1970 + year % 100}-{month % 12 + 1:02}-{day % 28 + 1:02}"
    return f"{date}T{hour % 24:02}:{minute % 60:02}:{second % 60:02}Z"
