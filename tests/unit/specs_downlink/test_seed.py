"""The seed's own example, with which the spec must get along."""

import json
from collections.abc import Mapping
from typing import Any

import jsonschema_rs
import pytest

from generation.document import Document
from unit.specs_downlink.payloads import DATA

BODY = (DATA / "flighttask_prepare.json").read_bytes()
# What DJI asks for and the example does not keep to.
BROKEN = {
    ("file.fingerprint", "pattern"),
    ("rth_altitude", "minimum"),
    ("ready_conditions.begin_time", "minimum"),
    ("ready_conditions.end_time", "minimum"),
    ("execute_time", "minimum"),
}
# What the example prints under the GET, though it is the answer to the POST.
ANSWER = {
    "command_id": "676eda60-93c8-3534-3add-1e24d30c7d43",
    "status": "ACCEPTED",
    "accepted_at": "2026-04-22T12:00:00Z",
}


def validator(spec: Document, schema: Mapping[str, Any]) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({**schema, "components": spec.root["components"]})


def hardened(node: Any) -> Any:
    """A schema with what the strict profile asks for made part of it."""
    if isinstance(node, list):
        return [hardened(part) for part in node]
    if not isinstance(node, Mapping):
        return node
    plain = {key: hardened(part) for key, part in node.items() if key not in {"x-strict", "x-strict-rules"}}
    rules = [{"if": rule["when"], "then": rule["then"]} for rule in node.get("x-strict-rules", ())]
    return {**plain, **node.get("x-strict", {}), **({"allOf": rules} if rules else {})}


def broken(spec: Document, payload: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Which rules of the strict profile a flighttask_prepare breaks."""
    components = hardened(spec.root["components"])
    schema = {"$ref": "#/components/schemas/FlighttaskPrepare", "components": components}
    errors = jsonschema_rs.Draft202012Validator(schema).iter_errors(payload)
    return {(".".join(map(str, error.instance_path)), str(error.schema_path[-1])) for error in errors}


def test_the_body_is_as_it_was_printed() -> None:
    """689 bytes, which the vectors of the signature are about."""
    assert len(BODY) == 689


def test_the_example_is_a_command(spec: Document) -> None:
    """It passes in the profile `compatible`: presence and type."""
    assert validator(spec, {"$ref": "#/components/schemas/CommandRequest"}).is_valid(json.loads(BODY))


@pytest.mark.parametrize("schema", ["AcceptedCommand", "CommandState"])
def test_the_answer_fits_both_calls(spec: Document, schema: str) -> None:
    """The printed answer is that of the POST, stands under the GET, and must be readable as either: its id, too."""
    assert validator(spec, {"$ref": f"#/components/schemas/{schema}"}).is_valid(ANSWER)


def test_the_example_breaks_these_of_djis_rules(spec: Document) -> None:
    """In the profile `strict` exactly these members are told."""
    assert broken(spec, json.loads(BODY)["payload"]) == BROKEN


def test_the_example_put_right_keeps_to_all(spec: Document) -> None:
    """With these members right, nothing is left to tell."""
    payload = json.loads(BODY)["payload"]
    now = 1_776_859_200_000
    payload |= {"rth_altitude": 20, "execute_time": now, "file": {**payload["file"], "fingerprint": "0" * 32}}
    payload["ready_conditions"] |= {"begin_time": now, "end_time": now}
    assert broken(spec, payload) == set()


def test_a_conditional_task_needs_its_conditions(spec: Document) -> None:
    """Task type 2 without ready_conditions is told; its execute_time is not looked at."""
    payload = json.loads(BODY)["payload"] | {"task_type": 2}
    del payload["ready_conditions"]
    rules = broken(spec, payload)
    assert ("", "required") in rules
    assert ("execute_time", "minimum") not in rules
