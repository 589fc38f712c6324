"""What all answers of the open platform have in common, and how made-up requests are made to hit something."""

from __future__ import annotations

import re
import uuid
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase

from harness.contract.documents import read_document
from harness.thorough import THOROUGH
from unit.emulators.downlink_platform.harness import UNLISTED

__all__ = ["SPECIFICATION", "acquaint", "arrange", "speaks"]

SPECIFICATION = Path(__file__).parents[4] / "specs" / "downlink" / "openapi.yaml"

EVERY = 12
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T.+")
_PATHS = {
    "getCommand": {"command_id": "command"},
    "getDeviceRequest": {"request_id": "request"},
    "replyDeviceRequest": {"request_id": "request"},
    "getObjectCredential": {"id": "keys"},
    "updateObjectCredential": {"id": "keys"},
    "updateObjectResource": {"id": "resource"},
    "getCallbackEndpoint": {"id": "endpoint"},
    "updateCallbackEndpoint": {"id": "endpoint"},
    "listSubscriptions": {"id": "endpoint"},
    "createSubscription": {"id": "endpoint"},
    "deleteSubscription": {"id": "endpoint", "subscription_id": "subscription"},
    "listCredentials": {"tenant_id": "tenant"},
    "createCredential": {"tenant_id": "tenant"},
    "updateCredential": {"tenant_id": "tenant", "client_id": "client"},
}
#: A request that keeps to the specification must not get these: it is not malformed.
_OF_FORM = frozenset({"INVALID_REQUEST_BODY", "VALIDATION_FAILED"})
#: These may be refused for what went before: a request of a device is answered once.
_OF_CIRCUMSTANCES = frozenset({"replyDeviceRequest"})


@cache
def _statuses() -> Mapping[str, int]:
    return {entry["code"]: entry["status"] for entry in read_document(SPECIFICATION)["x-errors"]}


def arrange(document: dict[str, Any]) -> dict[str, Any]:
    """The document with every twelfth type of command, and the unlisted ones, in a brief run.

    All 83 types take 5 to 20 seconds; each of them is sent and answered in ``contract/downlink`` anyway.
    """
    if not THOROUGH:
        union = document["components"]["schemas"]["CommandByType"]
        *listed, unlisted = union["oneOf"]
        union["oneOf"] = [*listed[::EVERY], unlisted]
        kept = {one["$ref"] for one in union["oneOf"]}
        mapping = union["discriminator"]["mapping"]
        union["discriminator"]["mapping"] = {name: target for name, target in mapping.items() if target in kept}
    return document


def speaks(context: Any, response: Any, case: Any) -> None:
    """Each answer has the id of the request; a refusal has the envelope, a code of the operation, and its status."""
    [request_id] = response.headers["x-request-id"]
    assert request_id, "an answer without the id of the request"
    if case.method.upper() == "HEAD" or response.status_code == 204:
        return
    answer, operation = response.json(), case.operation.definition.raw
    if response.status_code < 300:
        assert "code" not in answer, "success with a code"
        return
    assert set(answer) == {"code", "message", "request_id"}, "not the envelope of a refusal"
    assert answer["request_id"] == request_id, "two ids for one request"
    assert answer["message"], "a refusal without a message"
    code = answer["code"]
    assert code in {*operation["x-errors"], *UNLISTED}, f"a code that the specification does not name here: {code}"
    known = _statuses().get(code, response.status_code)
    assert response.status_code == known, f"{code} with another status than {known}"
    if case.meta is not None and case.meta.generation.mode.is_positive:
        of_form = code in _OF_FORM and operation["operationId"] not in _OF_CIRCUMSTANCES
        assert not of_form, f"a valid request was refused as a malformed one: {answer['message']}"


def acquaint(case: Any, known: Mapping[str, Any]) -> None:
    """Put ids that exist in place of most made-up ones, so that not all requests are refused.

    What is wrong on purpose stays as it is. A walk along links must find the same whenever it is walked: there, ids
    that an answer gave stay.
    """
    operation = case.operation.definition.raw["operationId"]
    walks = case.meta is not None and case.meta.phase.name == TestPhase.STATEFUL
    wanted = {name: known[what] for name, what in _PATHS.get(operation, {}).items() if what in known}
    given = case.path_parameters or {}
    if wanted and not walks and not _wrong(case, ParameterLocation.PATH) and _most((given, case.body)):
        case.path_parameters = {**given, **wanted}
    if isinstance(case.body, dict) and not _wrong(case, ParameterLocation.BODY):
        body = _plausible(operation, case.body, known)
        if body != case.body:
            case.body = body


def _most(made_up: Any) -> bool:
    """For two of three values, and always the same ones."""
    return zlib.crc32(str(made_up).encode("utf-8", "surrogatepass")) % 3 != 0


def _wrong(case: Any, location: ParameterLocation) -> bool:
    return case.meta is not None and case.meta.is_negative_at(location)


def _plausible(operation: str, body: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """A good body that does not meet another one by chance, at a platform that serves dji alone."""
    if operation == "createCommand":
        # Some of the keys that are left come a second time, with another body: IDEMPOTENCY_CONFLICT, rightly.
        own = {"idempotency_key": uuid.uuid5(uuid.NAMESPACE_OID, str(body)).hex} if _most(body) else {}
        return {**body, **own, "vendor": "dji", "device_id": known.get("device", body.get("device_id"))}
    if operation in {"createObjectResource", "updateObjectResource"} and "credential_id" in body and "keys" in known:
        return {**body, "credential_id": known["keys"]}
    if operation == "presignObject" and "bucket" in known and _most(body):
        return {**body, "bucket": known["bucket"]}
    if isinstance(body.get("expires_at"), str) and not _MOMENT.fullmatch(body["expires_at"]):
        return {**body, "expires_at": "2031-02-03T04:05:06Z"}  # schemathesis forgets the format where null is good too
    return dict(body)
