"""Requests and answers in the documented forms: against the schemas, and through the generated client."""

from collections.abc import Mapping
from typing import Any

import jsonschema_rs
import pytest

from generation.document import Document
from skybind_clients.flighthub import decoders
from skybind_clients.flighthub.models import ModelStatus, UploadToken
from skybind_clients.flighthub.operations import ERRORS, OPERATIONS
from unit.specs_flighthub.facts import answer, request


def fits(spec: Document, schema: Any, body: Any) -> bool:
    """Whether a body is valid."""
    return jsonschema_rs.Draft202012Validator({**schema, "components": spec.root["components"]}).is_valid(body)


@pytest.fixture(scope="module")
def raws(spec: Document) -> Mapping[str, Any]:
    """Operations by id."""
    return {raw.id: raw for raw in spec.operations()}


def test_requests_are_taken_or_not(spec: Document, raws: Mapping[str, Any], examples: dict[str, Any]) -> None:
    """Each example fits exactly if it says so; each operation with a body has one of either sort."""
    for example in examples["requests"]:
        schema = request(spec, raws[example["operation"]])
        assert fits(spec, schema, example["body"]) == example["valid"], example
    with_body = {name for name, raw in raws.items() if request(spec, raw) is not None}
    for valid in (True, False):
        assert {example["operation"] for example in examples["requests"] if example["valid"] is valid} == with_body


def test_answers_fit_and_are_read(spec: Document, raws: Mapping[str, Any], examples: dict[str, Any]) -> None:
    """Codes as text, lists that are null and absent fields are no trouble, for schemas and decoders."""
    for example in examples["answers"]:
        name = example["operation"]
        assert fits(spec, answer(spec, raws[name]), example["body"]), example
        decode = getattr(decoders, _snake(name), decoders.nothing)
        decode(example["body"])
    assert {example["operation"] for example in examples["answers"]} >= set(raws) - {"deleteModel"}


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def test_null_lists_are_read_as_none(examples: dict[str, Any]) -> None:
    """``{"list": null}`` decodes."""
    assert decoders.list_running_models({"code": 0, "data": {"list": None}}) is None
    found = decoders.get_resource({"code": 0, "data": {"resource_uuid": "r", "status": 1, "file_names": None}})
    assert found.file_names is None


def test_an_unknown_state_is_kept() -> None:
    """A number that nobody has documented comes out and can be sent on."""
    found = decoders.get_model({"code": 0, "data": {"model_uuid": "m", "model_status": 99, "zip_status": 8}})
    assert (found.model_status.value, found.model_status.name) == (99, "UNKNOWN")
    assert found.to_dict() == {"model_uuid": "m", "model_status": 99, "zip_status": 8}
    assert ModelStatus(99) == 99


def test_refusals_fit(spec: Document, examples: dict[str, Any]) -> None:
    """``x-refused`` describes what comes with HTTP 200 and a code; the schemas of answers do not take it."""
    schema = spec.root["x-refused"]
    for body in examples["refusals"]:
        assert fits(spec, schema, body), body
    assert not fits(spec, schema, {"message": "no code"})


def test_every_code_says_what_to_do(spec: Document) -> None:
    """Codes of the operations table have a class, a meaning and, but for one of live video, advice; all are numbers."""
    assert {str(code) for code in ERRORS} == {str(entry["code"]) for entry in spec.root["x-errors"]}
    for entry in spec.root["x-errors"]:
        assert entry["meaning"].endswith(".")
        assert entry["advice"].endswith(".") or entry["code"] == 231011
        assert entry["retry"] == ("yes" if entry["class"] in {"server", "throttled"} else "no")
    named = {code for operation in OPERATIONS.values() for code in operation.errors}
    assert named == set(ERRORS) - {231011}


def test_secrets_do_not_print() -> None:
    """Credentials are in no ``repr`` of a model."""
    fields = ("access_key_id", "secret_access_key", "session_token", "callback_param")
    rest = ("cloud_name", "region", "end_point", "cloud_bucket_name", "store_path")
    given = {**dict.fromkeys(fields, "canary"), **dict.fromkeys(rest, "x"), "expire_time": 1}
    assert "canary" not in repr(UploadToken.from_dict(given))
