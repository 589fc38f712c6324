"""``NAME=VALUE`` and ``NAME:=JSON`` as the arguments of an operation, by the types of its method.

What cannot be is refused before anything is sent, and says what could.
"""

from __future__ import annotations

import datetime
import inspect
import json
import re
import sys
import types
import typing
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from skybind.cli.operations import advice_for, folded
from skybind.cli.values import Reading, not_null
from skybind.errors import UsageError
from skybind_clients.runtime import Operation, Unset

__all__ = [
    "Given",
    "Parameter",
    "arguments_of",
    "given_of",
    "members_of",
    "models_of",
    "parameters_of_method",
    "schema_of",
]

_WORD = re.compile(r"(?P<name>[^=:\s]+)(?P<sign>:?=)(?P<value>.*)", re.DOTALL)


class Given(NamedTuple):
    """One argument as it was typed.

    Attributes:
        name: As typed.
        value: Text, or what the JSON means.
        json: Which of the two.
    """

    name: str
    value: Any
    json: bool


class Parameter(NamedTuple):
    """An argument that an operation takes.

    Attributes:
        name: Of the method's argument.
        kinds: Types that it may have, without those that say "left out" and null.
        needed: Whether it must be given.
        nullable: Whether null may be given.
    """

    name: str
    kinds: tuple[Any, ...]
    needed: bool
    nullable: bool

    @property
    def word(self) -> str:
        """What people type: ``type`` where Python must have ``type_``."""
        return self.name.rstrip("_")


def given_of(words: Sequence[str]) -> list[Given]:
    """The arguments that were typed; ``@file`` stands for what is in a file, ``@-`` for what comes on stdin.

    Raises:
        UsageError: a word that is neither, JSON that is none, a file that cannot be read.
    """
    found = []
    for word in words:
        parts = _WORD.fullmatch(word)
        if parts is None:
            raise UsageError(
                f"{word[:40]!r} is no argument",
                advice='Write NAME=VALUE, or NAME:=JSON, for example limit=20 or task_ids:=\'["a", "b"]\'.',
            )
        name, text = parts["name"], parts["value"]
        if text.startswith("@"):
            text = _content(name, text[1:])
        if parts["sign"] == "=":
            found.append(Given(name, text, json=False))
            continue
        try:
            found.append(Given(name, json.loads(text), json=True))
        except ValueError as error:
            raise UsageError(
                f"{name}: is not JSON: {error}", advice=f"Quote it for the shell; plain text goes as {name}=VALUE."
            ) from None
    return found


def _content(name: str, file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{name}: {file} cannot be read: {error}", advice=f"For text that begins with @, write {name}:='\"@...\"'."
        ) from None


# ------------------------------------------------------------------------------------------------- what is taken


class _Models(dict[str, Any]):
    """Names in annotations that facades import for type checkers alone; a model is loaded when its name is met."""

    def __init__(self, package: str) -> None:
        super().__init__()
        self._models = import_module(f"{package}.models")

    def __missing__(self, name: str) -> Any:
        if name == "datetime":
            return datetime
        for home in (self._models, typing):
            if hasattr(home, name):
                return getattr(home, name)
        raise KeyError(name)


def models_of(package: str) -> Mapping[str, Any]:
    """The models of a generated package by name, for annotations."""
    return _Models(package)


def members_of(kind: Any) -> tuple[Any, ...]:
    """The types that an annotation allows, without those that say "left out" and null."""
    union = typing.get_origin(kind) in {types.UnionType, typing.Union}
    return tuple(one for one in (typing.get_args(kind) if union else (kind,)) if one not in {Unset, types.NoneType})


def parameters_of_method(package: str, method: Any) -> list[Parameter]:
    """What a method of a facade takes, in its order."""
    function = method.__func__
    names = models_of(package)
    found = []
    for parameter in inspect.signature(method).parameters.values():
        kind = eval(parameter.annotation, function.__globals__, names)  # noqa: S307 - annotations of generated code
        found.append(
            Parameter(
                parameter.name,
                members_of(kind),
                needed=parameter.default is inspect.Parameter.empty,
                nullable=types.NoneType in typing.get_args(kind),
            )
        )
    return found


def schema_of(limits: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """What the specification says of one argument, wherever in a request it goes; empty if it says nothing."""
    for place in ("params", "json", "files", "headers"):
        for field, schema in limits.get(place, {}).get("properties", {}).items():
            if folded(field) == folded(name):
                return not_null(schema)
    return {}


# ------------------------------------------------------------------------------------------------- what was given


def arguments_of(
    operation: Operation,
    parameters: Sequence[Parameter],
    given: Sequence[Given],
    limits: Mapping[str, Any],
    *,
    checked: bool = True,
) -> dict[str, Any]:
    """Keyword arguments for the method of an operation.

    Args:
        operation: For messages.
        parameters: What it takes.
        given: What was typed.
        limits: What the specification says of the request, as a generated package's ``limits`` does.
        checked: Whether values that no document lists are refused.

    Raises:
        UsageError: a name that there is not, one given twice or missing, or a value that cannot be.
    """
    by_name = {folded(parameter.name): parameter for parameter in parameters}
    found: dict[str, Any] = {}
    for one in given:
        parameter = by_name.get(folded(one.name))
        if parameter is None:
            names = [known.word for known in parameters]
            near = advice_for(one.name, names) if names else "It takes no arguments."
            raise UsageError(f"{operation.call}: there is no argument {one.name!r}", advice=near)
        if parameter.name in found:
            raise UsageError(
                f"{operation.call}: {parameter.word} is given twice",
                advice=f'A list goes as {parameter.word}=a,b or {parameter.word}:=\'["a", "b"]\'.',
            )
        reading = Reading(f"{operation.call}: {parameter.word}", parameter.word, checked=checked)
        schema = schema_of(limits, parameter.name)
        if one.json and one.value is None and parameter.nullable:
            found[parameter.name] = None
        elif one.json:
            found[parameter.name] = reading.of_json(parameter.kinds, one.value, schema)
        else:
            found[parameter.name] = reading.of_text(parameter.kinds, one.value, schema)
    missing = [parameter.word for parameter in parameters if parameter.needed and parameter.name not in found]
    if missing:
        raise UsageError(
            f"{operation.call} needs {' and '.join(missing)}",
            advice=f"Write {' '.join(f'{name}=...' for name in missing)}; --describe says what they mean.",
        )
    return found
