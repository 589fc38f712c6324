"""The spec of FlightHub as lines that can be held against a table: fields, limits, enums, codes, headers, hosts."""

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generation.document import Document, RawOperation

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "tests" / "data" / "flighthub"


def fields(document: Document, schema: Any, prefix: str = "") -> Iterator[tuple[str, Mapping[str, Any], bool]]:
    """Every field below a schema: its dotted name, its schema, and whether it is required."""
    found = document.resolve(schema) or {}
    for name, part in (found.get("properties") or {}).items():
        inner = document.resolve(part) or {}
        yield prefix + name, part, name in (found.get("required") or ())
        yield from fields(document, inner, f"{prefix}{name}.")
        if "items" in inner:
            yield from fields(document, inner["items"], f"{prefix}{name}[].")


def kind(document: Document, schema: Any) -> str:
    """The type of a schema in words: ``string``, ``array of object or null``, ``integer or string``, ``any``."""
    found = document.resolve(schema) or {}
    if "oneOf" in found:
        return " or ".join(sorted({kind(document, part) for part in found["oneOf"]}))
    given = found.get("type")
    names = [given] if isinstance(given, str) else list(given or ["any"])
    words = [name for name in names if name != "null"]
    if words == ["array"]:
        words = [f"array of {kind(document, found.get('items'))}"]
    return " or ".join([*words, *(["null"] if "null" in names else [])])


def request(document: Document, raw: RawOperation) -> Any:
    """The schema of an operation's body, or None."""
    body = document.resolve(raw.operation.get("requestBody")) or {}
    return (body.get("content") or {}).get("application/json", {}).get("schema")


def answer(document: Document, raw: RawOperation) -> Any:
    """The schema of an operation's success."""
    found = document.resolve(raw.operation["responses"]["200"])
    return found["content"]["application/json"]["schema"]


ENVELOPE = {"code", "message", "data"}
LIMITS = ("minItems", "maxItems", "maxLength", "exclusiveMinimum", "exclusiveMaximum", "minimum", "maximum")


def problems(document: Document, inventory: Mapping[str, Any]) -> list[str]:
    """What table and spec say differently, one line each."""
    return [
        *_operations(document, inventory),
        *_enums(document, inventory),
        *_listed("code", _codes(document), inventory["codes"]),
        *_listed("header", _headers(document), inventory["headers"]),
        *_listed("host", dict.fromkeys(_hosts(document)), dict.fromkeys(inventory["hosts"])),
    ]


def _operations(document: Document, inventory: Mapping[str, Any]) -> Iterator[str]:
    raws = {raw.id: raw for raw in document.operations()}
    calls = {name: f"{raw.method.upper()} {raw.path}" for name, raw in raws.items()}
    yield from _listed("operation", calls, {name: row["call"] for name, row in inventory["operations"].items()})
    for name, row in inventory["operations"].items():
        if name not in raws:
            continue
        for part, schema in (("request", request(document, raws[name])), ("answer", answer(document, raws[name]))):
            found = {at: (inner, required) for at, inner, required in fields(document, schema)}
            if part == "answer":
                if not {"code", "message"} <= set(found):
                    yield f"{name} answer: no code and message"
                found = {at: of for at, of in found.items() if at not in ENVELOPE}
            yield from _fields(document, f"{name} {part}", found, row[part], part == "request")
            for at, (inner, _) in found.items():
                yield from _limits(document, f"{name} {at}", inner, part, inventory["limits"])


def _fields(
    document: Document, where: str, found: Mapping[str, Any], documented: Mapping[str, str], is_request: bool
) -> Iterator[str]:
    for at in sorted(documented.keys() - found.keys()):
        yield f"{where} {at}: missing"
    for at in sorted(found.keys() - documented.keys()):
        yield f"{where} {at}: not documented"
    for at in documented.keys() & found.keys():
        words, mark = documented[at].rstrip("!~"), documented[at][-1]
        schema, required = found[at]
        if words != "?" and kind(document, schema) != words:
            yield f"{where} {at}: type is {kind(document, schema)}, documented is {words}"
        if is_request and mark != "~" and required != (mark == "!"):
            yield f"{where} {at}: required is {required}"


def _limits(
    document: Document, where: str, schema: Any, part: str, documented: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    given = {key: value for key, value in (document.resolve(schema) or {}).items() if key in LIMITS}
    for key, value in documented.get(where, {}).items():
        if given.get(key) != value:
            yield f"{where}: {key} is {given.get(key)}, documented is {value}"
    # Ours: nothing to do with nothing, degrees that there are, a share of the mesh in the beta as in its sibling.
    own = {"minItems": 1} if part == "request" else {}
    last = where.rpartition(".")[2].rpartition(" ")[2]
    own |= {"minimum": -180, "maximum": 180} if last in {"longitude", "lng"} else {}
    own |= {"minimum": -90, "maximum": 90} if last in {"latitude", "lat"} else {}
    own |= {"exclusiveMinimum": 0, "maximum": 1} if last == "simplified_factor" else {}
    for key, value in given.items():
        if key not in documented.get(where, {}) and own.get(key) != value:
            yield f"{where}: {key} is {value}, documented is none"


def _enums(document: Document, inventory: Mapping[str, Any]) -> Iterator[str]:
    raws = {raw.id: raw for raw in document.operations()}
    for where, documented in inventory["enums"].items():
        name, _, at = where.partition(" ")
        of = answer if at.startswith("data.") else request
        schema = next((inner for found, inner, _ in fields(document, of(document, raws[name])) if found == at), {})
        found = document.resolve(schema) or {}
        found = document.resolve(found["items"]) if "items" in found else found
        values = found.get("enum") or []
        meanings = found.get("x-enum-descriptions") or [""] * len(values)
        given = dict(zip(map(str, values), meanings, strict=True))
        yield from _listed(f"{where} value", dict.fromkeys(given), dict.fromkeys(documented))
        for value, words in documented.items():
            if words.casefold() not in given.get(value, words).casefold():
                yield f"{where} value {value}: means {given[value]!r}, documented is {words!r}"


def _listed(what: str, found: Mapping[str, Any], documented: Mapping[str, Any]) -> Iterator[str]:
    for name in sorted(documented.keys() - found.keys()):
        yield f"{what} {name}: missing"
    for name in sorted(found.keys() - documented.keys()):
        yield f"{what} {name}: not documented"
    for name in sorted(documented.keys() & found.keys()):
        if found[name] != documented[name]:
            yield f"{what} {name}: is {found[name]}, documented is {documented[name]}"


def _codes(document: Document) -> dict[str, str]:
    return {str(entry["code"]): entry["class"] for entry in document.root["x-errors"]}


def _headers(document: Document) -> dict[str, bool]:
    return {entry["name"]: entry["required"] for entry in document.root["x-headers"]}


def _hosts(document: Document) -> Iterator[str]:
    for server in document.root["servers"]:
        variables = server["variables"]
        choices = [variables[name].get("enum") or [variables[name]["default"]] for name in variables]
        for values in itertools.product(*choices):
            yield server["url"].format(**dict(zip(variables, values, strict=True)))
