"""What a request must keep to, by operation: the spec's limits, with nothing else, for a check before it leaves."""

from collections.abc import Mapping
from typing import Any

from .document import Document, RawOperation
from .view import variant_unions

_KEPT = (
    *("type", "enum", "const", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum"),
    *("exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
)
#: What `x-strict` may ask for: the type stays as it is.
STRICT_KEYWORDS = frozenset(_KEPT) - {"type", "const"}
_BODIES = {"application/json": "json", "multipart/form-data": "files", "application/x-www-form-urlencoded": "data"}


def request_limits(document: Document) -> dict[str, Any]:
    """Limits of every operation that has some: JSON schemas of `params`, of `headers` and of the body, and `rules`.

    A body that differs by one of its members has `cases` too: the name of that member (`by`), and a schema of the body
    for each of its values. `x-means` comes along, which says in words what a pattern asks for, and so do `x-strict` and
    `x-strict-rules`, which hold only for who asks for them.
    """
    found = {raw.id: _of_operation(document, raw) for raw in document.operations()}
    return {name: limits for name, limits in sorted(found.items()) if limits}


def _of_operation(document: Document, raw: RawOperation) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    for place, name in (("query", "params"), ("header", "headers")):
        schemas = {
            key: _plain(document, parameter.get("schema"))
            for (where, key), parameter in document.parameters(raw).items()
            if where == place
        }
        # A header is text whatever it means, so that only limits of text can be looked at there.
        kinds = {"header": ("string",)}.get(place, ())
        schemas = {
            key: schema for key, schema in schemas.items() if schema and (schema.get("type") in kinds or not kinds)
        }
        if schemas:
            limits[name] = {"type": "object", "properties": schemas}
    body = document.resolve(raw.operation.get("requestBody")) or {}
    for kind, place in _BODIES.items():
        node = body.get("content", {}).get(kind, {}).get("schema")
        schema = _plain(document, node)
        if schema:
            limits[place] = schema
        resolved = document.resolve(node) or {}
        if "x-rules" in resolved:
            limits["rules"] = _rules(resolved["x-rules"])
        for part in resolved.get("allOf") or ():
            if part in _unions(document):
                limits["cases"] = _cases(document, part)
    return limits


def _unions(document: Document) -> list[dict[str, str]]:
    return [{"$ref": f"#/components/schemas/{name}"} for name in variant_unions(document)]


def _cases(document: Document, part: Mapping[str, Any]) -> dict[str, Any]:
    discriminator = document.resolve(part)["discriminator"]
    schemas = {value: _plain(document, {"$ref": target}) for value, target in discriminator["mapping"].items()}
    return {"by": discriminator["propertyName"], "schemas": schemas}


def _rules(rules: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"when": rule["when"], "then": rule["then"], "says": rule["says"]} for rule in rules]


def _plain(document: Document, schema: Any) -> dict[str, Any]:
    node = document.resolve(schema)
    if not isinstance(node, Mapping):
        return {}
    if isinstance(schema, Mapping) and "$ref" in schema:
        node = {**node, **{key: value for key, value in schema.items() if key != "$ref"}}
    plain: dict[str, Any] = {key: node[key] for key in _KEPT if key in node}
    if node.get("pattern") and node.get("x-means"):
        plain["x-means"] = node["x-means"]
    if "x-strict" in node:
        plain["x-strict"] = node["x-strict"]
        plain |= {"x-means": node["x-means"]} if "x-means" in node else {}
    if "x-strict-rules" in node:
        plain["x-strict-rules"] = _rules(node["x-strict-rules"])
    edges = _decimal(node)
    if edges:
        plain["format"] = edges
    if "required" in node:
        plain["required"] = list(node["required"])
    if "properties" in node:
        plain["properties"] = {str(key): _plain(document, value) for key, value in node["properties"].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(node.get(key), Mapping):
            plain[key] = _plain(document, node[key])
    for key in ("allOf", "anyOf", "oneOf"):
        parts = [part for part in node.get(key) or () if part not in _unions(document)]
        if parts:
            plain["anyOf" if key == "oneOf" else key] = [_plain(document, part) for part in parts]
    return plain


def _decimal(node: Mapping[str, Any]) -> str:
    """Limits of decimal text as a format, for example `decimal[-90,90]`; round brackets leave the edge itself out."""
    low, above = node.get("x-decimal-minimum"), node.get("x-decimal-above")
    high, below = node.get("x-decimal-maximum"), node.get("x-decimal-below")
    if low is None and above is None:
        return ""
    left = f"[{low}" if above is None else f"({above}"
    right = f"{high}]" if below is None else f"{below})"
    return f"decimal{left},{right}"
