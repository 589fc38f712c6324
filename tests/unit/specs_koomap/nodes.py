"""A schema or parameter of the spec, read through references, `allOf` and unions."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generation.document import Document

_ID = re.compile(r"\bC-\d\d\b")

# Keywords that say something about a value; `x-default` and its kin are the project's own, see the head of the spec.
_FACTS = (
    "enum",
    "default",
    "format",
    "pattern",
    "contentEncoding",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minItems",
    "maxItems",
    "uniqueItems",
    "x-default",
    "x-items",
    "x-decimal-minimum",
    "x-decimal-maximum",
    "x-decimal-above",
    "x-decimal-below",
)


@dataclass(frozen=True)
class Node:
    """What stands at one place.

    Attributes:
        types: JSON types that it takes, `null` left aside.
        nullable: Whether it takes `null`.
        facts: Keywords that are no structure: limits, `enum`, `default`, `format` and so on.
        required: Names of the properties that must be there.
        properties: Schemas of each property, one a branch that has it.
        items: Schemas of an array's entries.
        values: Schemas of a map's values.
        sources: The texts of every `x-source` on the way: its own, and those of what it refers to.
    """

    types: frozenset[str] = frozenset()
    nullable: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    properties: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    items: tuple[Any, ...] = ()
    values: tuple[Any, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The contradictions that it names."""
        return frozenset(found for source in self.sources for found in _ID.findall(source))


def ids_in(node: Any) -> Iterator[str]:
    """Every contradiction that is named anywhere below, as the source of something or of an error code."""
    if isinstance(node, Mapping):
        yield from _ID.findall(f"{node.get('x-source')} {node.get('source')}")
        for child in node.values():
            yield from ids_in(child)
    elif isinstance(node, list):
        for child in node:
            yield from ids_in(child)


def open_node(document: Document, schema: Any) -> Node:
    """Read a schema; the branches of a union count together."""
    here = Node()
    for _ in range(32):  # more than any sane chain of references
        if not isinstance(schema, Mapping):
            return here
        here = _joined(here, _own(schema))
        for part in schema.get("allOf", []):
            here = _joined(here, open_node(document, part))
        branches = [*schema.get("oneOf", []), *schema.get("anyOf", [])]
        if branches:
            here = _joined(here, _united([open_node(document, branch) for branch in branches]))
        if "$ref" not in schema:
            return here
        schema = document.at(str(schema["$ref"]))
    raise AssertionError("references go in a circle")


def _own(schema: Mapping[str, Any]) -> Node:
    named = schema.get("type", [])
    types = {named} if isinstance(named, str) else set(named)
    additional = schema.get("additionalProperties")
    facts = {key: value for key, value in schema.items() if key in _FACTS}
    if "const" in schema:
        facts["enum"] = [schema["const"]]
    if None in facts.get("enum", []):
        types.add("null")
        facts["enum"] = [value for value in facts["enum"] if value is not None]
    return Node(
        types=frozenset(types - {"null"}),
        nullable="null" in types,
        facts=facts,
        required=frozenset(schema.get("required", []) if isinstance(schema.get("required"), list) else []),
        properties={name: (value,) for name, value in schema.get("properties", {}).items()},
        items=(schema["items"],) if "items" in schema else (),
        values=(additional,) if isinstance(additional, Mapping) else (),
        sources=(str(schema["x-source"]),) if "x-source" in schema else (),
    )


def _joined(outer: Node, inner: Node) -> Node:
    """Both at once; what is nearer wins."""
    return Node(
        types=outer.types or inner.types,
        nullable=outer.nullable or inner.nullable,
        facts={**inner.facts, **outer.facts},
        required=outer.required | inner.required,
        properties={**inner.properties, **outer.properties},
        items=outer.items or inner.items,
        values=outer.values or inner.values,
        sources=(*outer.sources, *inner.sources),
    )


def _united(branches: list[Node]) -> Node:
    """One or the other; facts that branches disagree about are dropped."""
    real = [branch for branch in branches if branch.types or branch.properties or branch.facts]
    properties: dict[str, tuple[Any, ...]] = {}
    for branch in real:
        for name, schemas in branch.properties.items():
            properties[name] = (*properties.get(name, ()), *schemas)
    facts = {
        key: value
        for branch in real
        for key, value in branch.facts.items()
        if all(other.facts.get(key, value) == value for other in real)
    }
    enums = [branch.facts["enum"] for branch in real if "enum" in branch.facts]
    if enums and len(enums) == len(real):
        facts["enum"] = [value for enum in enums for value in enum]
    return Node(
        types=frozenset().union(*(branch.types for branch in real)),
        nullable=any(branch.nullable for branch in branches),
        facts=facts,
        required=frozenset.intersection(*(branch.required for branch in real)) if real else frozenset(),
        properties=properties,
        items=tuple(schema for branch in real for schema in branch.items),
        values=tuple(schema for branch in real for schema in branch.values),
        sources=tuple(source for branch in branches for source in branch.sources),
    )
