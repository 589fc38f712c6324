"""Requests checked against their operation, with validators compiled once."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, unquote

import jsonschema_rs
from attrs import frozen

from skybind_emulators import forms, jsontext
from skybind_emulators.spec import JSON, MULTIPART, URLENCODED, Operation, Schema, Specification

_INTEGER = re.compile(r"-?\d{1,100}")
_Required = jsonschema_rs.ValidationErrorKind.Required
_NUMBER = re.compile(r"-?\d{1,100}(\.\d{1,100})?([eE][+-]?\d{1,2})?")


BOOLEANS: Mapping[str, bool] = {"true": True, "false": False}
Tolerance = Callable[[Any, Operation], Any]


class Invalid(Exception):
    """A request does not fit its operation. The text names the place and the reason, never the value.

    Attributes:
        place: ``path``, ``query``, ``header`` or ``body``, then names and indexes down to what is wrong; empty if that
            is not known.
        rule: what was broken: a keyword of JSON Schema, or ``repeated`` (a parameter given twice), ``missing`` (no
            body) or ``malformed`` (not JSON, or no form).
        operation: the operationId, empty if not known.
    """

    def __init__(self, text: str, place: Sequence[str | int] = (), rule: str = "") -> None:
        super().__init__(text)
        self.place = tuple(place)
        self.rule = rule
        self.operation = ""


class UnsupportedMedia(Invalid):
    """The body is of another content type than the operation takes."""


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

    def check(self, value: Any, what: str, root: tuple[str, ...] = ()) -> None:
        """Let the value pass, or say what is wrong.

        Args:
            value: what to check.
            what: how to name it where nothing inside it is to blame.
            root: steps that ``Invalid.place`` begins with.

        Raises:
            Invalid: ``<place>: <reason>``.
        """
        error = next(iter(self._compiled.iter_errors(value)), None)
        if error is not None:
            place = ".".join(str(step) for step in error.instance_path)
            rule = str(error.schema_path[-1])
            blamed = [error.kind.property] if isinstance(error.kind, _Required) else []
            raise Invalid(f"{place or what}: {error.message}", (*root, *error.instance_path, *blamed), rule)


@cache
def _validators(specification: Specification, operation_id: str) -> tuple[Validator, Validator | None]:
    """Those of parameters and body. Compiling takes a millisecond, and an emulator of every test needs all of them."""
    operation = specification.operations[operation_id]
    properties: dict[str, Any] = {}
    for location in ("path", "query", "header"):
        here = [parameter for parameter in operation.parameters if parameter.location == location]
        properties[location] = {
            "type": "object",
            "properties": {parameter.name: parameter.schema for parameter in here},
            "required": [parameter.name for parameter in here if parameter.required],
        }
    arguments = Validator(specification.rooted({"type": "object", "properties": properties}))
    return arguments, Validator(specification.rooted(operation.body)) if operation.body is not None else None


class RequestCheck:
    """Decodes and checks the requests of one operation.

    Args:
        operation: the operation.
        specification: where its references lead.
        tolerate: see ``Dialect.tolerate``; by default, keys are read without regard to case.
        booleans: see ``Dialect.booleans``.
    """

    def __init__(
        self,
        operation: Operation,
        specification: Specification,
        *,
        tolerate: Tolerance | None = None,
        booleans: Mapping[str, bool] = BOOLEANS,
    ) -> None:
        self._operation = operation
        self._specification = specification
        self._tolerate = tolerate or (lambda body, of: spelled(body, of.body or {}, specification))
        self._booleans = booleans
        self._arguments, self._body = _validators(specification, operation.id)

    def arguments(self, path: Mapping[str, str], query: bytes, headers: Mapping[str, str]) -> Arguments:
        """Decode path segments (still percent-encoded), query and headers (names in lower case), and check them.

        Parameters that are not declared are passed over. A list in the query is its name repeated, or its values
        separated by commas.

        Raises:
            Invalid: one is missing, malformed, or given twice and no list.
        """
        sent: dict[str, list[str]] = {}
        for name, value in parse_qsl(query.decode("latin-1"), keep_blank_values=True):
            sent.setdefault(name, []).append(value)
        found: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}}
        for parameter in self._operation.parameters:
            texts = {
                "path": [unquote(path.get(parameter.name, ""))],
                "query": sent.get(parameter.name, []),
                "header": [headers[parameter.name.lower()]] if parameter.name.lower() in headers else [],
            }[parameter.location]
            if parameter.location == "query" and self._kind(parameter.schema) == "array":
                if texts:
                    found["query"][parameter.name] = self._items(parameter.schema, texts)
            elif len(texts) > 1:
                place = (parameter.location, parameter.name)
                raise self._invalid(Invalid(f"{parameter.name}: given more than once", place, "repeated"))
            elif texts:
                found[parameter.location][parameter.name] = self._decoded(parameter.schema, texts[0])
        try:
            self._arguments.check(found, "parameters")
        except Invalid as error:
            raise self._invalid(error) from None
        return Arguments(**found)

    def body(self, raw: bytes, content_type: str) -> Any:
        """Parse the body, put it into the form that the specification declares, and check it.

        An operation that declares no body ignores whatever comes. A body that may be missing and is, reads as ``{}``.
        The fields of a form are read like parameters.

        Raises:
            Invalid: the body is missing, cannot be parsed, or does not fit.
            UnsupportedMedia: there is a body, and its content type is not one that the operation takes.
        """
        try:
            return self._checked_body(raw, content_type)
        except Invalid as error:
            raise self._invalid(error) from None

    def _checked_body(self, raw: bytes, content_type: str) -> Any:
        schema = self._operation.body
        if self._body is None or schema is None:
            return None
        if not raw:
            if self._operation.body_required:
                raise Invalid("body: missing", ("body",), "missing")
            return {}
        media = content_type.partition(";")[0].strip().lower()
        # The two kinds of forms say the same; who takes one takes the other.
        if media not in self._operation.media and (media != URLENCODED or MULTIPART not in self._operation.media):
            raise UnsupportedMedia(f"body: the content type is not {' or '.join(self._operation.media)}", ("body",))
        try:
            if media == JSON:
                value = self._tolerate(jsontext.read(raw), self._operation)
            else:
                fields = self._specification.resolve(schema).get("properties", {})
                sent = forms.read(raw, content_type)
                value = {name: self._decoded(fields.get(name, {}), text) for name, text in sent.items()}
        except (jsontext.NotJson, forms.NotForm) as error:
            raise Invalid(f"body: {error}", ("body",), "malformed") from None
        self._body.check(value, "body", ("body",))
        return value

    def _invalid(self, error: Invalid) -> Invalid:
        error.operation = self._operation.id
        return error

    def _items(self, schema: Schema, texts: Sequence[str]) -> list[Any]:
        items = self._specification.resolve(schema).get("items", {})
        return [self._decoded(items, text) for joined in texts for text in joined.split(",") if text]

    def _kind(self, schema: Schema) -> Any:
        return self._specification.resolve(schema).get("type")

    def _decoded(self, schema: Schema, text: str) -> Any:
        kind = self._kind(schema)
        if kind == "integer" and _INTEGER.fullmatch(text):
            return int(text)
        if kind == "number" and _NUMBER.fullmatch(text):
            return float(text)
        if kind == "boolean" and text in self._booleans:
            return self._booleans[text]
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
