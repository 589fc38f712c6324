"""The manual's examples, held against the spec: what of each does not fit, in words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import jsonschema_rs

from generation.document import Document, RawOperation
from unit.specs_koomap.documents import read
from unit.specs_koomap.nodes import open_node
from unit.specs_koomap.places import answer, request_body

_ENDPOINTS = ("{endpoint}", "koomap.cn-north-4.myhuaweicloud.com")


@dataclass(frozen=True)
class Example:
    """One request or answer as the manual prints it.

    Attributes:
        id: Section, kind and, where there are several, a number or the status.
        body: The parsed body; None where there is none.
        form: Names and values of a form, in their order.
        restored: What the reading of the PDF had broken and was put right.
    """

    id: str
    section: str
    operation: str
    kind: str
    service: str = "koomap"
    status: int | None = None
    method: str | None = None
    url: str | None = None
    headers: Mapping[str, str] | None = None
    body: Any = None
    form: tuple[tuple[str, str], ...] = ()
    restored: str = ""


def examples(kind: str = "") -> list[Example]:
    """All examples, or those of one kind (`request`, `response`)."""
    entries = [
        Example(**{**entry, "form": tuple((name, value) for name, value in entry.get("form", ()))})
        for entry in read("examples.json")["examples"]
    ]
    return [entry for entry in entries if kind in ("", entry.kind)]


def problems(document: Document, example: Example) -> list[str]:
    """What the spec would refuse of an example."""
    raw = next(raw for raw in document.operations() if raw.id == example.operation)
    found = _request(document, raw, example) if example.kind == "request" else _response(document, raw, example)
    return list(found)


def unknown_fields(document: Document, example: Example) -> list[str]:
    """Fields of an example's body that the spec does not have, each once, by its dotted path."""
    raw = next(raw for raw in document.operations() if raw.id == example.operation)
    part = request_body(document, raw) if example.kind == "request" else answer(document, raw, str(example.status))
    schemas = tuple(media["schema"] for media in part.get("content", {}).values())
    return sorted(set(_unknown(document, schemas, example.body, "")))


def _unknown(document: Document, schemas: tuple[Any, ...], value: Any, path: str) -> Iterator[str]:
    nodes = [open_node(document, schema) for schema in schemas]
    if isinstance(value, list):
        for entry in value:
            yield from _unknown(document, tuple(s for node in nodes for s in node.items), entry, path)
    elif isinstance(value, dict) and not any(node.values for node in nodes):
        for name, inner in value.items():
            here = f"{path}.{name}".lstrip(".")
            below = tuple(schema for node in nodes for schema in node.properties.get(name, ()))
            if below:
                yield from _unknown(document, below, inner, here)
            else:
                yield here


def violations(document: Document, schema: Any, value: Any) -> list[str]:
    """What JSON Schema has against a value; formats count."""
    # References lead into the components, so these go along under the name they have in the spec.
    whole = {**schema, "components": document.root["components"]}
    validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
    return [f"{'.'.join(map(str, error.instance_path))}: {error.message}" for error in validator.iter_errors(value)]


def _response(document: Document, raw: RawOperation, example: Example) -> Iterator[str]:
    content = answer(document, raw, str(example.status)).get("content", {})
    if "application/json" not in content:
        yield f"no JSON is answered with {example.status}"
        return
    yield from violations(document, content["application/json"]["schema"], example.body)


def _request(document: Document, raw: RawOperation, example: Example) -> Iterator[str]:
    if example.method != raw.method.upper():
        yield f"method is {example.method}, in the spec it is {raw.method.upper()}"
    if example.url is not None:
        url = urlsplit(example.url)
        if url.netloc.lower() not in _ENDPOINTS:
            yield f"host is {url.netloc}"
        yield from _path(document, raw, url.path)
        yield from _query(document, raw, parse_qsl(url.query, keep_blank_values=True))
    yield from _body(document, raw, example)


def _path(document: Document, raw: RawOperation, path: str) -> Iterator[str]:
    pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", raw.path)
    match = re.fullmatch(pattern, path)
    if match is None:
        yield f"path is {path}, in the spec it is {raw.path}"
        return
    for name, value in match.groupdict().items():
        for violation in _parameter(document, document.parameters(raw)["path", name], [value]):
            yield f"path parameter {name}{violation}"


def _query(document: Document, raw: RawOperation, pairs: list[tuple[str, str]]) -> Iterator[str]:
    parameters = {name: given for (place, name), given in document.parameters(raw).items() if place == "query"}
    sent: dict[str, list[str]] = {}
    for name, value in pairs:
        sent.setdefault(name, []).append(value)
    for name, values in sent.items():
        if name not in parameters:
            yield f"query parameter {name} is not in the spec"
            continue
        for violation in _parameter(document, parameters[name], values):
            yield f"query parameter {name}{violation}"
    for name, parameter in parameters.items():
        if parameter.get("required") and name not in sent:
            yield f"query parameter {name} is required and missing"


def _parameter(document: Document, parameter: Mapping[str, Any], values: list[str]) -> list[str]:
    schema = parameter["schema"]
    if "array" in open_node(document, schema).types:
        entry = open_node(document, schema).items[0]
        return violations(document, schema, [_typed(document, entry, value) for value in values])
    return violations(document, schema, _typed(document, schema, values[0]))


def _typed(document: Document, schema: Any, text: str) -> Any:
    """A text as the JSON value that it stands for in a URL or a form."""
    types = open_node(document, schema).types if isinstance(schema, Mapping) else frozenset()
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    if types & {"integer", "number"} and re.fullmatch(r"-?\d+", text):
        return int(text)
    return text


def _body(document: Document, raw: RawOperation, example: Example) -> Iterator[str]:
    body = request_body(document, raw)
    content = body.get("content", {})
    if example.form:
        yield from _form(document, content, example)
    elif example.body is None:
        if body.get("required"):
            yield "a body is required and missing"
    elif "application/json" not in content:
        yield "no JSON body is taken"
    else:
        yield from violations(document, content["application/json"]["schema"], example.body)


def _form(document: Document, content: Mapping[str, Any], example: Example) -> Iterator[str]:
    if "multipart/form-data" not in content:
        yield "no form is taken"
        return
    for name, count in Counter(name for name, _ in example.form).items():
        if count > 1:
            yield f"{name} is given {count} times"
    schema = content["multipart/form-data"]["schema"]
    fields = open_node(document, schema).properties
    value = {name: _typed(document, fields.get(name, ({},))[0], text) for name, text in example.form}
    yield from (f"{name} is not in the spec" for name in value if name not in fields)
    yield from violations(document, schema, value)
