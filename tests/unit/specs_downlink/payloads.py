"""The payloads of the spec beside the inventory's: where they differ, a line each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generation.document import Document

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "tests" / "data" / "downlink"

Schema = Mapping[str, Any]


@cache
def inventory() -> Mapping[str, Mapping[str, Any]]:
    """The 83 commands by type."""
    return {one["command"]: one for one in json.loads((DATA / "commands.json").read_bytes())["commands"]}


def members(document: Document, schema: Schema, before: str = "") -> Iterator[tuple[str, Schema, bool]]:
    """Every member of a payload: its dotted path, its schema with what stands beside a reference, whether it is
    required. Entries of lists have no mark of their own."""
    whole = merged(document, schema)
    for name, part in whole.get("properties", {}).items():
        inner = merged(document, part)
        path = f"{before}{name}"
        yield path, inner, name in whole.get("required", ())
        entries = merged(document, inner["items"]) if "items" in inner else inner
        yield from members(document, entries, f"{path}.")


def merged(document: Document, schema: Schema) -> Schema:
    """A schema with what it refers to; keys that stand beside the reference win."""
    if "$ref" not in schema:
        return schema
    return {**(document.resolve({"$ref": schema["$ref"]}) or {}), **{k: v for k, v in schema.items() if k != "$ref"}}


def differences(document: Document) -> list[str]:
    """All places where the spec says otherwise than the inventory, in no catalogue's order."""
    schemas = document.root["components"]["schemas"]
    union = schemas["CommandByType"]
    mapping: Mapping[str, str] = union["discriminator"]["mapping"]
    found = [f"{name}: not in the union" for name in inventory() if name not in mapping]
    found += [f"{name}: not in the inventory" for name in mapping if name not in inventory()]
    offered = {part["$ref"] for part in union["oneOf"]}
    found += [f"{name}: mapped, but not offered" for name, target in mapping.items() if target not in offered]
    refused = set(schemas["UnlistedCommand"]["properties"]["command_type"]["not"]["enum"])
    found += [f"{name}: may pass for an unlisted command" for name in inventory() if name not in refused]
    for name, documented in inventory().items():
        if name in mapping:
            found += [f"{name}{words}" for words in _of_command(document, mapping[name], documented)]
    return found


def _of_command(document: Document, target: str, documented: Mapping[str, Any]) -> Iterator[str]:
    command: Schema = document.resolve({"$ref": target}) or {}
    if command["properties"]["command_type"].get("const") != documented["command"]:
        yield f": its const is {command['properties']['command_type'].get('const')}"
    if set(command["required"]) != {"command_type", "payload"}:
        yield ": type and payload are not both required"
    payload = merged(document, command["properties"]["payload"])
    if payload.get("x-command") != documented["command"]:
        yield f": x-command is {payload.get('x-command')}"
    if payload.get("x-domain") != documented["domain"]:
        yield f": x-domain is {payload.get('x-domain')}, documented is {documented['domain']}"
    if payload.get("x-effect") not in {"physical", "keyed"}:
        yield f": x-effect is {payload.get('x-effect')}"
    if sorted(payload.get("x-not-carried", ())) != sorted(documented["missing"]):
        yield f": x-not-carried is {payload.get('x-not-carried', [])}, documented is {documented['missing']}"
    given = {path: (schema, required) for path, schema, required in members(document, payload)}
    rows = {row["path"]: row for row in documented["fields"]}
    yield from (f".{path}: not in the inventory" for path in given if path not in rows)
    for path, row in rows.items():
        if path not in given:
            yield f".{path}: not in the spec"
            continue
        schema, required = given[path]
        yield from (f".{path}: {words}" for words in _of_member(document, row, schema, required=required))


def _of_member(document: Document, row: Mapping[str, Any], schema: Schema, *, required: bool) -> Iterator[str]:
    if schema.get("type", "any") != row["type"]:
        yield f"type is {schema.get('type', 'any')}, documented is {row['type']}"
    if required != row["required"]:
        yield f"required is {required}, documented is {row['required']}"
    items = merged(document, schema["items"]) if "items" in schema else {}
    if "items" in row and items.get("type") != row["items"]:
        yield f"entries are {items.get('type')}, documented are {row['items']}"
    if not schema.get("description"):
        yield "no description"
    if not schema.get("x-source"):
        yield "no source"
    strict = {**_rules(items, prefix="entries "), **_rules(schema)}
    wanted = _wanted(documented_by_dji(row))
    for name in sorted(strict.keys() | wanted.keys()):
        if strict.get(name) != wanted.get(name):
            yield f"{name} is {_text(strict.get(name))}, documented is {_text(wanted.get(name))}"


_KEYWORDS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "minLength": "minLength",
    "maxLength": "maxLength",
    "minItems": "minItems",
    "maxItems": "maxItems",
    "multipleOf": "step",
    "pattern": "pattern",
    "enum": "enum",
}


def _rules(schema: Schema, prefix: str = "") -> dict[str, Any]:
    """What the strict profile asks of a member: ``x-strict``, and what holds in any profile."""
    every = {**schema, **schema.get("x-strict", {})}
    rules = {f"{prefix}{name}": every[key] for key, name in _KEYWORDS.items() if key in every}
    if "const" in every:
        rules[f"{prefix}enum"] = [every["const"]]
    if f"{prefix}enum" in rules:
        rules[f"{prefix}enum"] = sorted(map(str, rules[f"{prefix}enum"]))
    if "x-unit" in schema:
        rules[f"{prefix}unit"] = schema["x-unit"]
    return rules


def documented_by_dji(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """What DJI says of a member, here or where the platform took it from: the four objects of ``flighttask_create``
    are those of ``flighttask_prepare``."""
    if "dji" in row or "." not in row["path"]:
        return row.get("dji", {})  # type: ignore[no-any-return]
    prepared = {one["path"]: one for one in inventory()["flighttask_prepare"]["fields"]}
    return prepared.get(row["path"], {}).get("dji", {})  # type: ignore[no-any-return]


def _wanted(dji: Mapping[str, Any]) -> dict[str, Any]:
    sdk = dji.get("sdk_range", {})
    digits = dji.get("digits")
    found = {
        "minimum": 10 ** (digits - 1) if digits else dji.get("min", sdk.get("min")),
        "maximum": 10**digits - 1 if digits else dji.get("max", sdk.get("max")),
        "maxLength": dji.get("max_length"),
        "minItems": dji.get("size", dji.get("min_items")),
        "maxItems": dji.get("size"),
        "step": dji.get("step"),
        "pattern": dji.get("sdk_pattern"),
        "unit": dji.get("unit"),
        "bytes": dji.get("max_bytes"),
        "enum": sorted(map(str, dji["enum"])) if "enum" in dji else None,
        "entries enum": sorted(map(str, dji["item_enum"])) if "item_enum" in dji else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _text(value: Any) -> str:
    return "none" if value is None else str(value)
