"""Rules on payloads of commands, and on what only a strict profile asks for (`x-strict`)."""

from collections import Counter
from collections.abc import Iterator, Mapping

from ..document import Document, escape
from ..limits import STRICT_KEYWORDS
from .findings import Finding, Rule, schemas

EFFECTS = ("physical", "keyed")


def command_is_classified(document: Document) -> Iterator[Finding]:
    """Every command says its domain, and whether it may be repeated; no two have one type."""
    payloads = {
        f"/components/schemas/{escape(str(name))}": schema
        for name, schema in document.components("schemas").items()
        if isinstance(schema, Mapping) and "x-command" in schema
    }
    types = Counter(schema["x-command"] for schema in payloads.values())
    for pointer, schema in payloads.items():
        if not schema.get("x-domain"):
            yield Finding(pointer, "x-domain is missing", "name the command's group in the platform's catalogue")
        effect = schema.get("x-effect")
        if effect not in EFFECTS:
            problem = "x-effect is missing" if effect is None else f"x-effect is {effect!r}"
            yield Finding(pointer, problem, "say physical if it moves a machine, or may; else keyed")
        if types[schema["x-command"]] > 1:
            yield Finding(pointer, f"x-command {schema['x-command']} is used twice", "one payload for each type")


def strict_is_known(document: Document) -> Iterator[Finding]:
    """Keywords that only a strict profile asks for are ones that limits are made of."""
    for pointer, schema in schemas(document):
        strict = schema.get("x-strict") if isinstance(schema, Mapping) else None
        if strict is None:
            continue
        unknown = set(strict) - STRICT_KEYWORDS if isinstance(strict, Mapping) else {"x-strict itself"}
        if unknown or not strict:
            problem = f"x-strict has {', '.join(sorted(unknown))}" if unknown else "x-strict is empty"
            yield Finding(pointer, problem, f"it is a mapping of {', '.join(sorted(STRICT_KEYWORDS))}")


def strict_enum_is_named(document: Document) -> Iterator[Finding]:
    """The names and meanings of an open enum are as many as its values, and each value and name stands once."""
    for pointer, schema in schemas(document):
        strict = schema.get("x-strict") if isinstance(schema, Mapping) else None
        values = strict.get("enum") if isinstance(strict, Mapping) else None
        if not isinstance(values, list) or not isinstance(schema, Mapping):
            continue
        if len(set(values)) != len(values):
            yield Finding(pointer, "a value stands twice in x-strict.enum", "take one out")
        for key in ("x-enum-varnames", "x-enum-descriptions"):
            told = schema.get(key)
            if told is None or len(told) != len(values):
                problem = f"{key} is missing" if told is None else f"{len(told)} {key} for {len(values)} values"
                yield Finding(pointer, problem, "give one for each value of x-strict.enum, in its order")
        names = schema.get("x-enum-varnames") or []
        if len(set(names)) != len(names):
            yield Finding(pointer, "a name stands twice in x-enum-varnames", "give each value a name of its own")


COMMAND_RULES: tuple[Rule, ...] = (command_is_classified, strict_is_known, strict_enum_is_named)
