"""The document as openapi-python-client gets it: what it cannot take, or would make too much of, is put plainly."""

from collections.abc import Iterator, Mapping
from typing import Any

from .document import Document

_SCHEMAS = "#/components/schemas/"


def generator_view(document: Document) -> dict[str, Any]:
    """A copy of a document in the generator's terms. It changes what it is given, and YAML aliases would spread that.

    - The description of a parameter stands in its schema: the generator reads only that.
    - The values of an open enum (`x-strict.enum`) are an enum: requests get names for them, answers keep what else
      comes.
    - A schema that adds a union by discriminator (`allOf`) to members of its own has these members only. The generator
      would make one argument of the 84 members of such a union; what may stand in it is checked by `limits.json`.
    """
    view: dict[str, Any] = _copied(document.root)
    unions = set(variant_unions(document))
    if unions:
        schemas = view["components"]["schemas"]
        for name in unions | {name for union in unions for name in _members(document.components("schemas")[union])}:
            schemas.pop(name)
        for schema in schemas.values():
            parts = [part for part in schema.get("allOf", ()) if _name(part) not in unions]
            if len(parts) != len(schema.get("allOf", ())):
                del schema["allOf"]
                schema.update({"allOf": parts} if parts else {})
    return view


def variant_unions(document: Document) -> Iterator[str]:
    """Names of the unions by discriminator that stand in the `allOf` of a schema with members of its own."""
    schemas = document.components("schemas")
    for schema in schemas.values():
        if not isinstance(schema, Mapping) or "properties" not in schema:
            continue
        for name in map(_name, schema.get("allOf") or ()):
            if "discriminator" in (schemas.get(name) or {}):
                yield name


def _members(union: Mapping[str, Any]) -> list[str]:
    return [_name(part) for part in union.get("oneOf") or union.get("anyOf") or ()]


def _name(part: Any) -> str:
    reference = part.get("$ref", "") if isinstance(part, Mapping) else ""
    return str(reference).removeprefix(_SCHEMAS)


def _copied(node: Any) -> Any:
    if isinstance(node, list):
        return [_copied(value) for value in node]
    if not isinstance(node, Mapping):
        return node
    copied = {key: _copied(value) for key, value in node.items()}
    schema = copied.get("schema")
    if "in" in copied and "description" in copied and isinstance(schema, dict) and "$ref" not in schema:
        schema.setdefault("description", copied["description"])
    strict = copied.get("x-strict")
    if isinstance(strict, dict) and "enum" in strict:
        copied["enum"] = strict["enum"]
    return copied
