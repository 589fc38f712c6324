"""All 83 command types: what the compatible profile wants of each, and that each is sent as it came."""

from functools import cache
from typing import Any

import pytest

from skybind_emulators.downlink.catalogue import Catalogue
from skybind_emulators.settings import DownlinkRules
from unit.emulators.downlink_platform.harness import COMMANDS, Downlink, specification_check

SAMPLES: dict[str, Any] = {"string": "text", "integer": 1, "number": 1.5, "boolean": True, "array": [], "object": {}}


def resolved(schema: Any) -> Any:
    while "$ref" in schema:
        schema = specification_check().components["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def kind(schema: Any) -> str:
    """The type of a member; where there are several, the first."""
    found = resolved(schema).get("type", "object")
    name: str = found if isinstance(found, str) else found[0]
    return name


def sample(schema: Any) -> Any:
    """A value with the required members and nothing more."""
    schema = resolved(schema)
    if kind(schema) != "object":
        return SAMPLES[kind(schema)]
    return {name: sample(schema["properties"][name]) for name in schema.get("required", ())}


@cache
def payloads() -> dict[str, Any]:
    """The payload's schema by command type, read from the specification's files."""
    schemas = specification_check().components["schemas"]
    found = {}
    for schema in schemas.values():
        if "const" in schema.get("properties", {}).get("command_type", {}):
            found[schema["properties"]["command_type"]["const"]] = resolved(schema["properties"]["payload"])
    return found


TYPES = sorted(payloads())


def test_the_catalogue_is_the_specification_s(downlink: Downlink) -> None:
    """83 types, by their const."""
    assert sorted(downlink.emulator.command_types) == TYPES
    assert len(TYPES) == 83


def test_every_type_is_sent_as_it_came(downlink: Downlink) -> None:
    """With its required members alone: accepted, delivered once, answered."""
    for command_type in TYPES:
        payload = sample(payloads()[command_type])
        made = downlink.command(command_type, payload)
        sent = downlink.gateway.sent[-1]
        assert (sent.method, sent.data) == (command_type, payload)
        downlink.gateway.reply(sent, {"result": 0})
        assert downlink.state(made)["status"] == "SUCCEEDED"
    assert [sent.method for sent in downlink.gateway.sent] == TYPES


def test_each_required_member_is_missed(downlink: Downlink) -> None:
    """Without any one of them a command is refused, and the message names it."""
    missed = 0
    for command_type in TYPES:
        whole = sample(payloads()[command_type])
        for name in whole:
            payload = {other: value for other, value in whole.items() if other != name}
            response = downlink.send("POST", COMMANDS, downlink.body(command_type) | {"payload": payload})
            assert (response.status_code, response.json()["code"]) == (400, "VALIDATION_FAILED"), command_type
            assert f'"{name}"' in response.json()["message"]
            missed += 1
    assert missed > 100
    assert downlink.gateway.sent == []


def test_each_member_has_its_type(downlink: Downlink) -> None:
    """A member of another type is refused by its name, required or not."""
    wrong = {"string": 1, "integer": "1", "number": "1", "boolean": "true", "array": {}, "object": []}
    tried = 0
    for command_type in TYPES:
        schema = payloads()[command_type]
        for name, member in schema.get("properties", {}).items():
            if "type" not in resolved(member):
                continue
            payload = {**sample(schema), name: wrong[kind(member)]}
            response = downlink.send("POST", COMMANDS, downlink.body(command_type) | {"payload": payload})
            assert response.json()["code"] == "VALIDATION_FAILED", (command_type, name)
            assert response.json()["message"].startswith(f"payload.{name}")
            tried += 1
    assert tried > 150


@pytest.mark.parametrize("command_type", TYPES)
def test_what_the_strict_profile_refuses_the_compatible_one_takes(command_type: str) -> None:
    """Wherever a bound stands under `x-strict`, the value beside it passes in one profile and fails in the other."""
    from skybind_emulators.exchange import Refusal
    from skybind_emulators.spec import load

    specification = load("downlink")
    compatible, strict = (Catalogue(specification, DownlinkRules(profile=name)) for name in ("compatible", "strict"))
    schema = payloads()[command_type]
    for name, member in schema.get("properties", {}).items():
        bounds = {**resolved(member).get("x-strict", {}), **member.get("x-strict", {})}
        if "maximum" in bounds:
            beside: Any = bounds["maximum"] + 1
        elif "enum" in bounds:
            beside = "no such value" if kind(member) == "string" else 987
        else:
            continue
        payload = {**sample(schema), name: beside}
        compatible.check("dji", command_type, payload)
        with pytest.raises(Refusal) as refused:
            strict.check("dji", command_type, payload)
        assert refused.value.code == "VALIDATION_FAILED"
