"""What a specification says of a place in an answer, found by walking answer and schema side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

__all__ = ["Terms", "answer_terms"]

Schema = Mapping[str, Any]


@attrs.frozen
class Terms:
    """All schemas that speak of one place: more than one where the specification gives a choice or adds up.

    Attributes:
        document: the specification.
        schemas: without references; none where the specification says nothing.
    """

    document: Mapping[str, Any] = attrs.field(repr=False)
    schemas: tuple[Schema, ...]

    @classmethod
    def of(cls, document: Mapping[str, Any], *schemas: Schema) -> Terms:
        """The terms of schemas as they stand in the document."""
        return cls(document, tuple(part for schema in schemas for part in _parts(document, schema)))

    def field(self, name: str) -> Terms:
        """The terms of a field of an object."""
        named = [schema["properties"][name] for schema in self.schemas if name in schema.get("properties", {})]
        if not named:  # a map: all values have the same terms
            maps = [schema.get("additionalProperties") for schema in self.schemas]
            named = [values for values in maps if isinstance(values, Mapping)]
        return Terms.of(self.document, *named)

    @property
    def items(self) -> Terms:
        """The terms of the entries of a list."""
        return Terms.of(self.document, *(schema["items"] for schema in self.schemas if "items" in schema))

    @property
    def secret(self) -> bool:
        """Whether it must not be shown."""
        return any(schema.get("x-secret") for schema in self.schemas)

    @property
    def values(self) -> frozenset[Any]:
        """The only values that it may have; none if it may have others."""
        return frozenset(
            value
            for schema in self.schemas
            for value in [*schema.get("enum", ()), *([schema["const"]] if "const" in schema else ())]
        )

    @property
    def formats(self) -> frozenset[str]:
        """Formats that it may have."""
        return frozenset(schema["format"] for schema in self.schemas if "format" in schema)

    @property
    def required(self) -> frozenset[str]:
        """Fields that are always there, whichever choice is taken."""
        needed = [frozenset(schema.get("required", ())) for schema in self.schemas if "properties" in schema]
        return frozenset.intersection(*needed) if needed else frozenset()

    @property
    def declared(self) -> frozenset[str]:
        """Fields that the specification knows."""
        return frozenset(name for schema in self.schemas for name in schema.get("properties", {}))


def answer_terms(document: Mapping[str, Any], operation: Mapping[str, Any]) -> Terms:
    """The terms of an operation's success as JSON; empty if it has none."""
    for status, response in operation["responses"].items():
        if str(status).startswith("2"):
            found = next(_parts(document, response))
            content = [body for media, body in found.get("content", {}).items() if media.endswith("json")]
            return Terms.of(document, *(body["schema"] for body in content if "schema" in body))
    return Terms(document, ())


def _parts(document: Mapping[str, Any], schema: Schema) -> Iterator[Schema]:
    while "$ref" in schema:
        target: Any = document
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        schema = target
    yield schema
    for choice in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(choice, ()):
            yield from _parts(document, part)
    if "then" in schema:  # what a success is; refusals beside it are no answer that is kept
        yield from _parts(document, schema["then"])
