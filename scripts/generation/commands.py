"""Commands to devices: their types, members and reply codes, for services whose spec has payloads with `x-command`."""

from collections.abc import Iterator, Mapping
from typing import Any

from openapi_python_client.config import Config
from openapi_python_client.parser.properties.schemas import Class

from .document import Document
from .schemas import described, is_secret, limits


def command_types(document: Document, config: Config) -> list[dict[str, Any]]:
    """Every command type in the order of the spec: its payload's class, what it does, and its members."""
    return [
        {
            "type": schema["x-command"],
            "domain": schema["x-domain"],
            "effect": schema["x-effect"],
            "summary": " ".join(str(schema["description"]).split()),
            "model": str(Class.from_string(string=name, config=config).name),
            "destroys": schema.get("x-destroys", ""),
            "gateways": schema.get("x-gateways", []),
            "not_carried": schema.get("x-not-carried", []),
            "source": schema["x-source"],
            "members": list(_members(document, schema, "")),
            "rules": [rule["says"] for rule in schema.get("x-strict-rules", ())],
        }
        for name, schema in document.components("schemas").items()
        if "x-command" in schema
    ]


def device_codes(document: Document) -> dict[str, Any]:
    """What devices answer: meanings and advice by code, and why flights break off; empty if the spec has none."""
    if "x-device-codes" not in document.root:
        return {}
    advice = document.root["x-device-advice"]
    return {
        "codes": {
            str(entry["code"]): {
                "meaning": entry["meaning"],
                "advice": advice[entry["advice"]],
                "module": entry["module"],
                "source": entry["source"],
            }
            for entry in document.root["x-device-codes"]
        },
        "break_reasons": {str(entry["value"]): entry["meaning"] for entry in document.root["x-break-reasons"]},
    }


def _members(document: Document, schema: Mapping[str, Any], prefix: str) -> Iterator[dict[str, Any]]:
    required = set(schema.get("required", ()))
    for name, part in (schema.get("properties") or {}).items():
        node = document.resolve(part)
        items = document.resolve(node["items"]) if "items" in node else {}
        values = items if "x-strict" in items else node
        yield {
            "name": f"{prefix}{name}",
            "type": _type(node, items),
            "required": name in required,
            "description": described(document, part),
            "unit": part.get("x-unit", ""),
            "limits": limits(document, {**part, **_numbers(part.get("x-strict", {}))}),
            "values": _values(values),
            "secret": is_secret(document, part),
            "source": part.get("x-source") or node.get("x-source", ""),
        }
        inner = items if items.get("type") == "object" else node
        if inner.get("properties"):
            yield from _members(document, inner, f"{prefix}{name}{'[]' if items else ''}.")


def _type(node: Mapping[str, Any], items: Mapping[str, Any]) -> str:
    kind = str(node.get("type", "any"))
    return f"list of {items.get('type', 'any')}" if kind == "array" else kind


def _numbers(strict: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in strict.items() if key != "enum"}


def _values(node: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = node.get("x-strict", {}).get("enum", [])
    names = node.get("x-enum-varnames", [])
    meanings = node.get("x-enum-descriptions", [])
    return [
        {"value": value, "name": name, "meaning": meaning}
        for value, name, meaning in zip(found, names, meanings, strict=True)
    ]
