"""Rules on operations: provenance, effect, names, responses, and what may stand in a request."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..document import Document, escape
from ..operations import EFFECTS, error_codes
from .findings import Finding, Rule

VERIFIED = re.compile(r"documented|emulated|live \d{4}-\d{2}-\d{2}")


def has_provenance(document: Document) -> Iterator[Finding]:
    """Every operation says where its description is from, and how it was tried."""
    for raw in document.operations():
        if not raw.operation.get("x-source"):
            yield Finding(raw.pointer, "x-source is missing", "name the document and section, and its mark")
        verified = str(raw.operation.get("x-verified", ""))
        if not VERIFIED.fullmatch(verified):
            problem = f"x-verified is {verified!r}" if verified else "x-verified is missing"
            yield Finding(raw.pointer, problem, "say documented, emulated, or live with a date (live 2026-01-31)")


def has_effect(document: Document) -> Iterator[Finding]:
    """Every operation says what may be sent again."""
    for raw in document.operations():
        effect = raw.operation.get("x-effect")
        if effect not in EFFECTS:
            problem = "x-effect is missing" if effect is None else f"x-effect is {effect!r}"
            yield Finding(raw.pointer, problem, f"say one of {', '.join(EFFECTS)}")


def is_named(document: Document) -> Iterator[Finding]:
    """Every operation has an operationId of its own, and exactly one tag."""
    ids = Counter(raw.operation.get("operationId") for raw in document.operations())
    for raw in document.operations():
        operation_id = raw.operation.get("operationId")
        if not operation_id:
            yield Finding(
                raw.pointer, "operationId is missing", "give one; it names the function and the emulator's handler"
            )
        elif ids[operation_id] > 1:
            yield Finding(
                raw.pointer, f"operationId {operation_id} is used {ids[operation_id]} times", "rename all but one"
            )
        tags = raw.operation.get("tags") or []
        if len(tags) != 1:
            yield Finding(raw.pointer, f"there are {len(tags)} tags", "give exactly one; it names the group")


def describes_refusals(document: Document) -> Iterator[Finding]:
    """Every operation describes a success, and what a 4xx and a 5xx look like."""
    for raw in document.operations():
        statuses = {str(status).upper() for status in raw.operation.get("responses") or {}}
        if not any(status.startswith("2") for status in statuses):
            yield Finding(raw.pointer, "no 2xx response", "describe the success")
        for family in ("4", "5"):
            if "DEFAULT" not in statuses and not any(status.startswith(family) for status in statuses):
                advice = f'describe "{family}XX" or `default`; an answer without a description is lost'
                yield Finding(raw.pointer, f"no {family}xx response", advice)


def lists_known_errors(document: Document) -> Iterator[Finding]:
    """The codes of an operation stand in the document's list of codes."""
    known = {entry.get("code") for entry in error_codes(document)}
    for raw in document.operations():
        for code in raw.operation.get("x-errors") or []:
            if code not in known:
                yield Finding(raw.pointer, f"x-errors names {code}", "add it to the document's x-errors, or correct it")


def describes_parameters(document: Document) -> Iterator[Finding]:
    """Every parameter has a description."""
    for pointer, parameter in _parameters(document):
        if "$ref" not in parameter and not parameter.get("description"):
            yield Finding(pointer, "description is missing", "say what it means, with its unit")


def sends_parameters_plainly(document: Document) -> Iterator[Finding]:
    """No parameter asks for a way of writing that the generator does not know."""
    for pointer, parameter in _parameters(document):
        schema = document.resolve(parameter.get("schema")) or {}
        listed = isinstance(schema, Mapping) and schema.get("type") in ("array", "object")
        if parameter.get("style") == "deepObject" or (listed and parameter.get("explode") is False):
            advice = "declare a string, and join in the overlay: the generator ignores style and explode"
            yield Finding(pointer, "deepObject, or a list in one value", advice)


def takes_one_body(document: Document) -> Iterator[Finding]:
    """A required body has one content type."""
    for raw in document.operations():
        body = document.resolve(raw.operation.get("requestBody"))
        if isinstance(body, Mapping) and body.get("required") and len(body.get("content") or {}) > 1:
            kinds = ", ".join(body["content"])
            pointer = f"{raw.pointer}/requestBody"
            yield Finding(pointer, f"several content types ({kinds})", "keep one: of several, none would be required")


def sends_no_defaults(document: Document) -> Iterator[Finding]:
    """Nothing in a request has a default: the generated client would send what the caller never asked for."""
    advice = "say it in the description: a default would be sent although nobody asked for it"
    for pointer, parameter in _parameters(document):
        schema = parameter.get("schema")
        for place in _defaults(document, schema, f"{pointer}/schema", set()):
            yield Finding(place, "default in a request", advice)
    for raw in document.operations():
        body = document.resolve(raw.operation.get("requestBody"))
        for kind, media in (body.get("content") or {}).items() if isinstance(body, Mapping) else ():
            pointer = f"{raw.pointer}/requestBody/content/{escape(kind)}/schema"
            for place in _defaults(document, media.get("schema"), pointer, set()):
                yield Finding(place, "default in a request", advice)


OPERATION_RULES: tuple[Rule, ...] = (
    has_provenance,
    has_effect,
    is_named,
    describes_refusals,
    lists_known_errors,
    describes_parameters,
    sends_parameters_plainly,
    takes_one_body,
    sends_no_defaults,
)


def _parameters(document: Document) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, parameter in document.components("parameters").items():
        yield f"/components/parameters/{escape(str(name))}", parameter
    seen = set()
    for raw in document.operations():
        item = raw.pointer.rpartition("/")[0]
        for pointer, holder in ((item, raw.path_item), (raw.pointer, raw.operation)):
            if pointer not in seen:
                seen.add(pointer)
                for index, parameter in enumerate(holder.get("parameters") or []):
                    yield f"{pointer}/parameters/{index}", parameter


def _defaults(document: Document, schema: Any, pointer: str, seen: set[str]) -> Iterator[str]:
    """Places of `default` in a schema and in all that it refers to."""
    if not isinstance(schema, Mapping):
        return
    if "default" in schema:
        yield pointer
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference not in seen:
        seen.add(reference)
        yield from _defaults(document, document.at(reference), reference.removeprefix("#"), seen)
    for name, part in (schema.get("properties") or {}).items():
        yield from _defaults(document, part, f"{pointer}/properties/{escape(str(name))}", seen)
    for key in ("items", "additionalProperties"):
        yield from _defaults(document, schema.get(key), f"{pointer}/{key}", seen)
    for key in ("allOf", "anyOf", "oneOf"):
        for index, part in enumerate(schema.get(key) or []):
            yield from _defaults(document, part, f"{pointer}/{key}/{index}", seen)
