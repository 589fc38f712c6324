"""Right answers made wrong on purpose: values outside an enum, null in place of lists."""

from typing import Any

from skybind_emulators.spec import Schema, Specification

UNLISTED_TEXT = "an_unlisted_value"
UNLISTED_NUMBER = 99


def unlisted_enums(value: Any, schema: Schema, specification: Specification) -> Any:
    """The value with each member of an enum replaced by one that the specification does not list."""
    schema = specification.resolve(schema)
    if "enum" in schema:
        return UNLISTED_TEXT if isinstance(value, str) else UNLISTED_NUMBER
    if isinstance(value, list) and "items" in schema:
        return [unlisted_enums(item, schema["items"], specification) for item in value]
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        return {
            key: unlisted_enums(item, properties[key], specification) if key in properties else item
            for key, item in value.items()
        }
    return value


def null_lists(value: Any) -> Any:
    """The value with null where its lists were."""
    if isinstance(value, list):
        return None
    if isinstance(value, dict):
        return {key: null_lists(item) for key, item in value.items()}
    return value
