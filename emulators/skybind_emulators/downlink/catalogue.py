"""The command types that the platform knows, and what their payloads must be."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from skybind_emulators.downlink.codes import UNSUPPORTED_COMMAND, VALIDATION_FAILED, refuse
from skybind_emulators.settings import DownlinkRules
from skybind_emulators.spec import Schema, Specification
from skybind_emulators.validation import Invalid, Validator

CREATE = "createCommand"
_UNION = "CommandByType"
# Keys of a schema that choose between command types. The type is looked at here, with a code of its own, so that a
# wrong payload is told by its member and not as one that fits none of 83 schemas.
_CHOICE = ("oneOf", "anyOf", "allOf", "discriminator")


@cache
def with_plain_envelope(specification: Specification) -> Specification:
    """The same specification, with a body of ``createCommand`` that takes any payload."""
    operation = specification.operations[CREATE]
    assert operation.body is not None
    body = specification.resolve(operation.body)
    envelope = {key: value for key, value in body.items() if key not in _CHOICE}
    document = specification.document
    item = document["paths"][operation.path]
    node = item[operation.method.lower()]
    content = {"required": True, "content": {"application/json": {"schema": envelope}}}
    changed = {**item, operation.method.lower(): {**node, "requestBody": content}}
    return Specification(specification.service, {**document, "paths": {**document["paths"], operation.path: changed}})


class Catalogue:
    """Looks at the payloads of commands, by the profile of the rules."""

    def __init__(self, specification: Specification, rules: DownlinkRules) -> None:
        self._rules = rules
        self._specification = specification
        self.payloads = _payloads(specification)

    @property
    def command_types(self) -> tuple[str, ...]:
        """All types of the catalogue, in its order."""
        return tuple(self.payloads)

    def check(self, vendor: str, command_type: str, payload: Mapping[str, Any]) -> None:
        """Let a command pass.

        Raises:
            Refusal: UNSUPPORTED_COMMAND, the type is not in the catalogue; VALIDATION_FAILED, the payload does not fit.
        """
        if vendor != "dji":
            return  # the types of px4, nearly two thousand, are not held here
        if command_type not in self.payloads:
            if self._rules.unlisted_commands:
                return
            raise refuse(UNSUPPORTED_COMMAND, f"command_type {command_type[:80]} is not in the catalogue")
        validator, rules = _checks(self._specification, command_type, strict=self._rules.profile == "strict")
        try:
            validator.check(payload, "payload")
            for rule, says in rules:
                _hold(rule, says, payload)
        except Invalid as error:
            raise refuse(VALIDATION_FAILED, f"payload.{error}" if error.place else str(error)) from None


def _hold(rule: Validator, says: str, payload: Mapping[str, Any]) -> None:
    try:
        rule.check(payload, "payload")
    except Invalid:
        raise Invalid(says) from None


@cache
def _payloads(specification: Specification) -> Mapping[str, Schema]:
    """The schema of the payload by command type."""
    union = specification.document["components"]["schemas"][_UNION]
    found: dict[str, Schema] = {}
    for command_type, reference in union["discriminator"]["mapping"].items():
        command = specification.resolve({"$ref": reference})
        found[command_type] = command["properties"]["payload"]
    return found


@cache
def _checks(
    specification: Specification, command_type: str, *, strict: bool
) -> tuple[Validator, tuple[tuple[Validator, str], ...]]:
    """What a payload is held against: its schema, and rules over several members with their words."""
    schema = _payloads(specification)[command_type]
    if not strict:
        return Validator(specification.rooted(schema)), ()
    document = _strict(specification)
    rules = specification.resolve(schema).get("x-strict-rules", ())
    return (
        Validator(document.rooted(schema)),
        tuple((Validator({"if": rule["when"], "then": rule["then"]}), rule["says"]) for rule in rules),
    )


@cache
def _strict(specification: Specification) -> Specification:
    """The same specification with what stands under ``x-strict`` made part of each schema."""
    components = {
        **specification.document["components"],
        "schemas": _hardened(specification.document["components"]["schemas"]),
    }
    return Specification(specification.service, {**specification.document, "components": components})


def _hardened(node: Any) -> Any:
    if isinstance(node, list):
        return [_hardened(item) for item in node]
    if not isinstance(node, dict):
        return node
    harder = {key: _hardened(value) for key, value in node.items() if key != "x-strict"}
    strict = node.get("x-strict")
    return {**harder, **strict} if isinstance(strict, dict) else harder
