"""A documented row against a node of the spec: what differs, in words."""

import re
from collections.abc import Iterator
from typing import Any

from generation.document import Document
from unit.specs_koomap.documents import Row
from unit.specs_koomap.nodes import Node, open_node

_SCALARS = {"String": "string", "Integer": "integer", "Double": "number", "Float": "number", "Boolean": "boolean"}
_ITEMS = {"strings": "string", "numbers": "number"}
_LIMITS = {
    "min_length": "minLength",
    "max_length": "maxLength",
    "minimum": "minimum",
    "maximum": "maximum",
    "decimal_minimum": "x-decimal-minimum",
    "decimal_maximum": "x-decimal-maximum",
    "decimal_exclusive_minimum": "x-decimal-above",
    "decimal_exclusive_maximum": "x-decimal-below",
}
_DECIMAL = {theirs for theirs in _LIMITS.values() if theirs.startswith("x-decimal-")}
_UNDOCUMENTED = ("exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "uniqueItems")
_TIME = "yyyy-MM-dd'T'HH:mm:ss'Z'"


def differences(document: Document, row: Row, node: Node, *, required: bool) -> list[str]:
    """What the spec says otherwise than the manual.

    An answer may have null for what has no value; the tables say nothing of it, and examples are full of it.

    Args:
        required: Whether the spec requires the parameter or field. The tables of answers do not say; there it is not
            looked at.
    """
    found = [*_type(document, row, node)]
    if row.part == "request" and required != row.facts["required"]:
        found.append(f"required is {required}, documented is {row.facts['required']}")
    if row.part == "request" and node.nullable:
        found.append("null is allowed; the tables name no request that takes it")
    found += _limits(row, node)
    found += _enum(document, row, node)
    found += _form(row, node)
    return found


def _type(document: Document, row: Row, node: Node) -> Iterator[str]:
    documented = str(row.facts["type"])
    wanted = _json_type(documented)
    if "list" in row.facts and node.types == {"array"}:
        yield from _entries(document, "strings", node)
    elif node.types != {wanted}:
        yield f"type is {' or '.join(sorted(node.types)) or 'not given'}, documented is {documented}"
    elif documented == "Array":
        yield from _entries(document, "strings", node)
    elif match := re.fullmatch(r"Array of (.+)", documented):
        yield from _entries(document, match[1], node)
    elif documented == "Map<String,String>":
        values = [open_node(document, schema) for schema in node.values]
        if not values or any(value.types != {"string"} for value in values):
            yield "values are not strings"
        elif row.part == "request" and any(value.nullable for value in values):
            yield "values may be null"


def _json_type(documented: str) -> str:
    if documented in _SCALARS:
        return _SCALARS[documented]
    return "array" if documented.startswith("Array") else "object"


def _entries(document: Document, what: str, node: Node) -> Iterator[str]:
    wanted = _ITEMS.get(what, "object")
    entries = [open_node(document, schema) for schema in node.items]
    if not entries or any(entry.types != {wanted} for entry in entries):
        got = sorted({name for entry in entries for name in entry.types})
        yield f"entries are {' or '.join(got) or 'not given'}, documented are {what}"


def _limits(row: Row, node: Node) -> Iterator[str]:
    for ours, theirs in _LIMITS.items():
        documented, given = row.facts.get(ours), node.facts.get(theirs)
        if theirs == "minLength":  # no limit and 0 are the same
            documented, given = documented or None, given or None
        if ours not in row.facts and given is not None:  # a number that may be text has its limits for both
            documented = row.facts.get(theirs.removeprefix("x-decimal-"))
        if documented != given and not _is_path_rule(row, theirs) and not _is_said_by_enum(row, ours, documented):
            yield f"{theirs} is {given}, documented is {documented}"
    for theirs in _UNDOCUMENTED:
        if theirs in node.facts:
            yield f"{theirs} is {node.facts[theirs]}, documented is none"
    documented = row.facts.get("default")  # a documented null is the same as none
    given = node.facts.get("x-default", node.facts.get("default"))
    if documented != given or type(documented) is not type(given):
        yield f"default is {given!r}, documented is {documented!r}"


def _is_path_rule(row: Row, limit: str) -> bool:
    """An empty path parameter makes another path; no document has to say so."""
    return row.place == "path" and limit == "minLength" and limit not in row.facts


def _is_said_by_enum(row: Row, ours: str, documented: int | None) -> bool:
    """A length that every documented value keeps needs no keyword of its own."""
    lengths = [len(str(value)) for value in row.facts.get("enum", [])]
    if not lengths or documented is None:
        return False
    return (ours == "min_length" and min(lengths) >= documented) or (
        ours == "max_length" and max(lengths) <= documented
    )


def _enum(document: Document, row: Row, node: Node) -> Iterator[str]:
    documented = row.facts.get("enum")
    given = node.facts.get("enum")
    if node.types == {"array"}:
        given = next((e.facts["enum"] for e in (open_node(document, s) for s in node.items) if "enum" in e.facts), None)
    if "list" in row.facts and node.types == {"string"}:
        given = node.facts.get("x-items", {}).get("enum")
    if given is None and (documented is None or "enum_from" in row.facts):
        return
    if given is None or documented is None:
        yield f"enum is {_text(given)}, documented is {_text(documented)}"
        return
    if missing := _keys(documented) - _keys(given):
        yield f"enum lacks {', '.join(sorted(missing))}"
    if more := _keys(given) - _keys(documented):
        yield f"enum has {', '.join(sorted(more))}, which is not documented"


def _keys(values: list[Any]) -> set[str]:
    return {repr(value) for value in values}


def _text(values: list[Any] | None) -> str:
    return "none" if values is None else ", ".join(sorted(_keys(values)))


def _form(row: Row, node: Node) -> Iterator[str]:
    """A pattern takes what the documented form allows and nothing near it; one that is not documented has a reason."""
    if row.part != "request":
        return
    takes, refuses = _probes(row, node)
    pattern = str(node.facts.get("pattern", ""))
    yield from (f"pattern refuses {text!r}" for text in takes if not re.search(pattern, text))
    yield from (f"pattern takes {text!r}" for text in refuses if re.search(pattern, text))
    if pattern and not takes and not node.ids:
        yield f"pattern is {pattern}, documented is none"
    if row.facts.get("format") == "base64" and node.facts.get("contentEncoding") != "base64":
        yield "base64 is not said"


def _probes(row: Row, node: Node) -> tuple[list[str], list[str]]:
    """Texts that a pattern must take, and others that it must refuse; none where no form is documented."""
    if str(row.facts.get("format", "")).startswith(_TIME):
        return ["2023-05-23T07:26:28Z"], ["2023-05-23 07:26:28", "2023-05-23T07:26:28+08:00", "20230523T072628Z"]
    if "characters" in row.facts:
        allowed = {mark for mark in "_-." if f" {mark}" in f" {row.facts['characters']} "}
        marks = allowed | ({","} if "list" in row.facts else set())
        return ["\u4e91\u9fa5azAZ09", *marks], ["a b", "caf\u00e9", *(set("_-.,!/") - marks)]
    if "list" in row.facts and "enum" in row.facts:
        first, second = row.facts["enum"][:2]
        return [first, f"{first},{second}"], [f"{first},", f"{first} {second}", "none"]
    if "string" in node.types and (len(node.types) > 1 or node.facts.keys() & _DECIMAL):  # a number as text
        return ["1"], ["", "many", "1,5", "0x1"]
    return [], []
