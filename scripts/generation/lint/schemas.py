"""Rules on schemas: provenance, descriptions, enums, and kinds of schema that the generator cannot take."""

from collections.abc import Iterator, Mapping

from ..document import Document, escape
from ..schemas import described
from .findings import Finding, Rule, schemas


def has_source(document: Document) -> Iterator[Finding]:
    """Every component schema says where it is from."""
    for name, schema in document.components("schemas").items():
        if isinstance(schema, Mapping) and not schema.get("x-source"):
            pointer = f"/components/schemas/{escape(str(name))}"
            yield Finding(pointer, "x-source is missing", "name the document and section, and its mark")


def describes_properties(document: Document) -> Iterator[Finding]:
    """Every property has a description, or refers to a schema that has one."""
    for pointer, schema in schemas(document):
        properties = schema.get("properties") if isinstance(schema, Mapping) else None
        for name, part in properties.items() if isinstance(properties, Mapping) else ():
            if isinstance(part, Mapping) and not described(document, part):
                place = f"{pointer}/properties/{escape(str(name))}"
                yield Finding(place, "description is missing", "say what it means, with its unit")


def is_no_boolean(document: Document) -> Iterator[Finding]:
    """No schema is `true` or `false`, except for additionalProperties."""
    for pointer, schema in schemas(document):
        if isinstance(schema, bool) and not pointer.endswith("/additionalProperties"):
            yield Finding(
                pointer,
                f"the schema is {str(schema).lower()}",
                "write {} or leave it out: the generator gives up on it",
            )


def enum_is_of_one_type(document: Document) -> Iterator[Finding]:
    """The values of an enum are all texts or all whole numbers."""
    for pointer, schema in schemas(document):
        values = schema.get("enum") if isinstance(schema, Mapping) else None
        if not isinstance(values, list):
            continue
        if None in values:
            advice = "take it out, and write oneOf: [{$ref: ...}, {type: 'null'}] where it is used"
            yield Finding(pointer, "null in an enum", advice)
        kinds = {type(value).__name__ for value in values if value is not None}
        if len(kinds) > 1 or kinds - {"str", "int"}:
            advice = "keep one type, text or whole number: the generator drops the schema and all that uses it"
            yield Finding(pointer, f"enum values of type {', '.join(sorted(kinds))}", advice)


def enum_is_named(document: Document) -> Iterator[Finding]:
    """Numbers have names, one each; a short list of names would be ignored."""
    for pointer, schema in schemas(document):
        values = schema.get("enum") if isinstance(schema, Mapping) else None
        if not isinstance(values, list) or not values:
            continue
        names = schema.get("x-enum-varnames")
        numbers = any(isinstance(value, int) and not isinstance(value, bool) for value in values)
        if names is None and numbers:
            yield Finding(pointer, "x-enum-varnames is missing", "name every value: VALUE_3 says nothing")
        elif names is not None and (len(names) != len(values) or len(set(names)) != len(names)):
            problem = f"{len(set(names))} different names for {len(values)} values"
            yield Finding(pointer, problem, "give x-enum-varnames one name for each value: a short list is ignored")
        meanings = schema.get("x-enum-descriptions")
        if meanings is not None and len(meanings) != len(values):
            problem = f"{len(meanings)} x-enum-descriptions for {len(values)} values"
            yield Finding(pointer, problem, "describe each value, in the order of the enum")


SCHEMA_RULES: tuple[Rule, ...] = (
    has_source,
    describes_properties,
    is_no_boolean,
    enum_is_of_one_type,
    enum_is_named,
)
