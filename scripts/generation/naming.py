"""Names of the facade: classes for groups, methods for operations."""

from keyword import iskeyword

from openapi_python_client.strings import pascal_case, snake_case


def group_class(tag: str) -> str:
    """`mark-points` becomes `MarkPoints`."""
    return pascal_case(tag)


def group_attribute(tag: str) -> str:
    """`mark-points` becomes `mark_points`."""
    return _identifier(snake_case(tag))


def method_name(operation_id: str, tag: str, given: str | None) -> str:
    """The given name, or the operationId without the noun of its tag: `listFiles` under `files` becomes `list`."""
    if given:
        return _identifier(given)
    words = snake_case(operation_id).split("_")
    noun = snake_case(tag).split("_")
    for form in (noun, [*noun[:-1], _singular(noun[-1])]):
        for start in range(len(words) - len(form) + 1):
            if words[start : start + len(form)] == form and len(words) > len(form):
                return _identifier("_".join(words[:start] + words[start + len(form) :]))
    return _identifier("_".join(words))


def _singular(noun: str) -> str:
    for ending, replacement in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if noun.endswith(ending):
            return noun.removesuffix(ending) + replacement
    return noun


def _identifier(name: str) -> str:
    # Unlike the generator's own rule this leaves names of builtins alone: `files.list` reads well as a method.
    return f"{name}_" if iskeyword(name) else name
