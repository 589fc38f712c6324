"""Reading JSON schemas: limits in words, secrets, and the properties of an object with all that it is made of."""

from collections.abc import Iterator, Mapping
from typing import Any

from .document import Document

_SECRET_FORMATS = {"password"}


def object_properties(document: Document, schema: Any, depth: int = 0) -> dict[str, Mapping[str, Any]]:
    """The properties of an object schema, those of its `allOf` parts included, as they are written (not resolved)."""
    node = document.resolve(schema)
    if not isinstance(node, Mapping) or depth > 16:
        return {}
    found: dict[str, Mapping[str, Any]] = {}
    for part in node.get("allOf") or []:
        found.update(object_properties(document, part, depth + 1))
    for name, value in (node.get("properties") or {}).items():
        if isinstance(value, Mapping):
            found[str(name)] = value
    return found


def is_secret(document: Document, schema: Mapping[str, Any]) -> bool:
    """Whether a value must not be printed: `x-secret: true`, or `format: password`, on it or on what it stands for."""
    target = document.resolve(schema)
    nodes = [schema, target] if isinstance(target, Mapping) else [schema]
    for node in nodes:
        alternatives = [*(node.get("oneOf") or []), *(node.get("anyOf") or [])]
        if node.get("x-secret") is True or node.get("format") in _SECRET_FORMATS:
            return True
        if any(isinstance(part, Mapping) and is_secret(document, part) for part in alternatives):
            return True
        items = node.get("items")
        if isinstance(items, Mapping) and items.get("x-secret") is True:
            return True
    return False


def described(document: Document, schema: Mapping[str, Any]) -> str:
    """The description beside a `$ref`, or that of its target."""
    own = schema.get("description")
    if own:
        return _one_line(own)
    target = document.resolve(schema)
    return _one_line(target.get("description") or "") if isinstance(target, Mapping) else ""


def limits(document: Document, schema: Mapping[str, Any]) -> str:
    """The limits of a value in words, for example `1 to 100`; empty if there are none."""
    node = document.resolve(schema)
    if not isinstance(node, Mapping):
        return ""
    return "; ".join(_limits({**node, **{key: value for key, value in schema.items() if key != "$ref"}}))


def _limits(node: Mapping[str, Any]) -> Iterator[str]:
    lowest, highest = _number(node.get("minimum")), _number(node.get("maximum"))
    above, below = _number(node.get("exclusiveMinimum")), _number(node.get("exclusiveMaximum"))
    if lowest is not None and highest is not None:
        yield f"{lowest} to {highest}"
    elif lowest is not None:
        yield f"{lowest} or more"
    elif highest is not None:
        yield f"at most {highest}"
    if above is not None:
        yield f"above {above}"
    if below is not None:
        yield f"below {below}"
    if node.get("multipleOf") is not None:
        yield f"a multiple of {_number(node['multipleOf'])}"
    yield from _counted(node.get("minLength"), node.get("maxLength"), "character")
    yield from _counted(node.get("minItems"), node.get("maxItems"), "entry", "entries")
    if node.get("x-means"):
        yield str(node["x-means"])
    elif node.get("pattern"):
        yield f"matches `{node['pattern']}`"
    if "x-default" in node:
        yield f"the service takes {node['x-default']} if it is left out"


def _number(limit: float | None) -> float | None:
    # The generator's model holds every limit as a float, and 1.0 reads as if halves were allowed.
    return int(limit) if isinstance(limit, float) and limit.is_integer() else limit


def _counted(lowest: int | None, highest: int | None, one: str, many: str = "") -> Iterator[str]:
    many = many or one + "s"
    if lowest and highest is not None:
        yield f"{lowest} {one}" if lowest == highest == 1 else f"{_range(lowest, highest)} {many}"
    elif lowest:
        yield f"at least {lowest} {one if lowest == 1 else many}"
    elif highest is not None:
        yield f"at most {highest} {one if highest == 1 else many}"


def _range(lowest: int, highest: int) -> str:
    return str(lowest) if lowest == highest else f"{lowest} to {highest}"


def _one_line(text: object) -> str:
    return " ".join(str(text).split())
