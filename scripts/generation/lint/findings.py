"""A finding, and where in a spec schemas lie."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..document import Document, escape


@dataclass(frozen=True)
class Finding:
    """Something to change in a spec.

    Attributes:
        pointer: JSON pointer of the place.
        problem: What is wrong.
        advice: What to do.
    """

    pointer: str
    problem: str
    advice: str


Rule = Callable[[Document], Iterator[Finding]]

_ONE = ("items", "not", "additionalProperties", "contains", "propertyNames", "if", "then", "else")
_MANY = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "$defs", "dependentSchemas")
# Where any JSON may stand; what looks like a reference or a schema there is none.
_FREE = {"example", "examples", "const", "enum", "default", "value"}


def nodes(node: Any, pointer: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every mapping of a document with its pointer, free JSON and `x-` keys left out."""
    if isinstance(node, Mapping):
        yield pointer, node
        inside_names = pointer.rsplit("/", 1)[-1] in _NAMED
        for key, value in node.items():
            if inside_names or (key not in _FREE and not str(key).startswith("x-")):
                yield from nodes(value, f"{pointer}/{escape(str(key))}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, f"{pointer}/{index}")


def schemas(document: Document) -> Iterator[tuple[str, Any]]:
    """Every schema of a document, however deep, with its pointer; booleans too."""
    for name, schema in document.components("schemas").items():
        yield from below(schema, f"/components/schemas/{escape(str(name))}")
    for pointer, node in nodes(document.root):
        # Parameters, headers and media types hold a schema each; a schema has no such key, a property may.
        if "schema" in node and not pointer.startswith("/components/schemas") and not pointer.endswith("/properties"):
            yield from below(node["schema"], f"{pointer}/schema")


def below(schema: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """A schema and all schemas in it."""
    yield pointer, schema
    if not isinstance(schema, Mapping):
        return
    for key in _ONE:
        if key in schema:
            yield from below(schema[key], f"{pointer}/{key}")
    for key in _MANY:
        for index, part in enumerate(schema.get(key) or []):
            yield from below(part, f"{pointer}/{key}/{index}")
    for key in _NAMED:
        named = schema.get(key)
        for name, part in named.items() if isinstance(named, Mapping) else ():
            yield from below(part, f"{pointer}/{key}/{escape(str(name))}")
