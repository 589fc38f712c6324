"""Reading what our directives say of a definition."""

from collections.abc import Iterator
from typing import Any

from graphql import DirectiveNode, value_from_ast_untyped


def has(definition: Any, name: str) -> bool:
    """Whether a definition, or its node, carries a directive."""
    return any(True for _ in of(definition, name))


def argument(definition: Any, name: str, key: str) -> str:
    """An argument of a directive; empty if the directive is not there."""
    for values in of(definition, name):
        return str(values.get(key, ""))
    return ""


def source(definition: Any) -> str:
    """Where a definition is from."""
    return argument(definition, "source", "text")


def of(definition: Any, name: str) -> Iterator[dict[str, Any]]:
    """The arguments of each directive of this name on a definition or on its node, enum values as text."""
    node = getattr(definition, "ast_node", definition)
    directives: tuple[DirectiveNode, ...] = getattr(node, "directives", None) or ()
    for directive in directives:
        if directive.name.value == name:
            yield {part.name.value: value_from_ast_untyped(part.value) for part in directive.arguments or ()}
