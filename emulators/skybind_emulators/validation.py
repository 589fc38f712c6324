"""Requests checked against their operation, with validators compiled once."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote

import jsonschema_rs
from attrs import frozen

from skybind_emulators import jsontext
from skybind_emulators.spec import Operation, Parameter, Schema, Specification

_INTEGER = re.compile(r"-?\d{1,100}")
_NUMBER = re.compile(r"-?\d{1,100}(\.\d{1,100})?([eE][+-]?\d{1,2})?")


class Invalid(Exception):
    """A request does not fit its operation. The text names the place and the reason, never the value."""


class UnsupportedMedia(Invalid):
    """The body is not declared as JSON."""


@frozen
class Arguments:
    """Parameters of a request, decoded to the types that the specification declares."""

    path: Mapping[str, str]
    query: Mapping[str, Any]
    header: Mapping[str, Any]


class Validator:
    """A compiled schema that names the first thing wrong."""

    def __init__(self, schema: dict[str, Any]) -> None:
        # The mask keeps values, which may be secret or huge, out of messages.
        self._compiled = jsonschema_rs.Draft202012Validator(schema, mask="the value")

    def check(self, value: Any, what: str) -> None:
        """Let the value pass, or say what is wrong.

        Raises:
            Invalid: ``<place>: <reason>``.
        """
        error = next(iter(self._compiled.iter_errors(value)), None)
        if error is not None:
            place = ".".join(str(step) for step in error.instance_path)
            raise Invalid(f"{place or what}: {error.message}")


class RequestCheck:
    """Decodes and checks the requests of one operation."""

    def __init__(self, operation: Operation, specification: Specification) -> None:
        self._operation = operation
        self._specification = specification
        properties: dict[str, Any] = {}
        for location in ("path", "query", "header"):
            here = [parameter for parameter in operation.parameters if parameter.location == location]
            properties[location] = {
                "type": "object",
                "properties": {parameter.name: parameter.schema for parameter in here},
                "required": [parameter.name for parameter in here if parameter.required],
            }
        self._arguments = Validator(specification.rooted({"type": "object", "properties": properties}))
        self._body = Validator(specification.rooted(operation.body)) if operation.body is not None else None

    def arguments(self, path: Mapping[str, str], query: bytes, headers: Mapping[str, str]) -> Arguments:
        """Decode path segments (still percent-encoded), query and headers (names in lower case), and check them.

        Parameters that are not declared are passed over.

        Raises:
            Invalid: one is missing, malformed, or given twice.
        """
        sent: dict[str, str] = {}
        declared = {parameter.name for parameter in self._operation.parameters if parameter.location == "query"}
        for name, value in parse_qsl(query.decode("latin-1"), keep_blank_values=True):
            if name in declared and name in sent:
                raise Invalid(f"{name}: given more than once")
            sent[name] = value
        found: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}}
        for parameter in self._operation.parameters:
            text = {
                "path": unquote(path.get(parameter.name, "")),
                "query": sent.get(parameter.name),
                "header": headers.get(parameter.name.lower()),
            }[parameter.location]
            if text is not None:
                found[parameter.location][parameter.name] = self._decoded(parameter, text)
        self._arguments.check(found, "parameters")
        return Arguments(**found)

    def body(self, raw: bytes, content_type: str) -> Any:
        """Parse the body, give its keys the specification's spelling, and check it.

        An operation that declares no body ignores whatever comes. A body that may be missing and is, reads as ``{}``.

        Raises:
            Invalid: the body is missing, is not JSON, or does not fit.
            UnsupportedMedia: there is a body, and its content type is not JSON.
        """
        if self._body is None or self._operation.body is None:
            return None
        if not raw:
            if self._operation.body_required:
                raise Invalid("body: missing")
            return {}
        media = content_type.partition(";")[0].strip().lower()
        if media != "application/json":
            raise UnsupportedMedia("body: the content type is not application/json")
        try:
            value = spelled(jsontext.read(raw), self._operation.body, self._specification)
        except jsontext.NotJson as error:
            raise Invalid(f"body: {error}") from None
        self._body.check(value, "body")
        return value

    def _decoded(self, parameter: Parameter, text: str) -> Any:
        kind = self._specification.resolve(parameter.schema).get("type")
        if kind == "integer" and _INTEGER.fullmatch(text):
            return int(text)
        if kind == "number" and _NUMBER.fullmatch(text):
            return float(text)
        if kind == "boolean" and text in ("true", "false"):
            return text == "true"
        return text  # left as text, which the schema then refuses unless text is what it wants


def spelled(value: Any, schema: Schema, specification: Specification) -> Any:
    """Rename the keys of objects that differ from declared ones by case only.

    Clients of TerraAPI spell one key in two ways and both are said to work, so the service seems to read keys without
    regard to case. A key in the right spelling wins over others.
    """
    schema = specification.resolve(schema)
    if isinstance(value, list) and "items" in schema:
        return [spelled(item, schema["items"], specification) for item in value]
    if not isinstance(value, dict) or "properties" not in schema:
        return value
    properties: Mapping[str, Schema] = schema["properties"]
    canonical = {name.lower(): name for name in properties}
    renamed: dict[str, Any] = {}
    key: str
    for key, item in sorted(value.items(), key=lambda entry: entry[0] in properties):
        name = canonical.get(key.lower(), key)
        renamed[name] = spelled(item, properties[name], specification) if name in properties else item
    return renamed
