"""``NAME=VALUE`` and ``NAME:=JSON`` as the arguments of an operation, by the types of its method.

What cannot be is refused before anything is sent, and says what could.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
import types
import typing
from collections.abc import Mapping, Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, NamedTuple

import attrs

from skybind.cli.operations import advice_for, folded
from skybind.errors import UsageError
from skybind_clients.runtime import Operation, Unset

__all__ = [
    "Given",
    "Parameter",
    "arguments_of",
    "given_of",
    "is_object",
    "members_of",
    "models_of",
    "not_null",
    "parameters_of_method",
    "schema_of",
]

_WORD = re.compile(r"(?P<name>[^=:\s]+)(?P<sign>:?=)(?P<value>.*)", re.DOTALL)
_TRUE, _FALSE = frozenset({"true", "yes", "1"}), frozenset({"false", "no", "0"})
_SEEN_CHARACTERS = 40


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
                f"{_seen(word)} is no argument",
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


def is_object(kind: Any) -> bool:
    """Whether a type is written as a JSON object."""
    return attrs.has(kind) or (typing.get_origin(kind) or kind) in {dict, Mapping}


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


def not_null(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema without the null that may stand beside it."""
    for one in schema.get("anyOf", ()):
        if one.get("type") != "null":
            return typing.cast("Mapping[str, Any]", one)
    return schema


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
                f"{operation.call}: {parameter.name} is given twice",
                advice=f'A list goes as {parameter.name}=a,b or {parameter.name}:=\'["a", "b"]\'.',
            )
        reading = _Reading(f"{operation.call}: {parameter.word}", parameter.word, checked=checked)
        if one.json:
            found[parameter.name] = reading.of_json(parameter, one.value, schema_of(limits, parameter.name))
        else:
            found[parameter.name] = reading.of_text(parameter, one.value, schema_of(limits, parameter.name))
    missing = [parameter.word for parameter in parameters if parameter.needed and parameter.name not in found]
    if missing:
        raise UsageError(
            f"{operation.call} needs {' and '.join(missing)}",
            advice=f"Write {' '.join(f'{name}=...' for name in missing)}; --describe says what they mean.",
        )
    return found


def _seen(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _SEEN_CHARACTERS else f"{text[:_SEEN_CHARACTERS]}…"


class _Reading:
    """Reads one argument."""

    def __init__(self, where: str, name: str, *, checked: bool) -> None:
        self._where = where
        self._name = name
        self._checked = checked

    def _refusal(self, value: Any, wanted: str, advice: str = "") -> UsageError:
        return UsageError(f"{self._where} is {_seen(value)}, and not {wanted}", advice=advice)

    def of_text(self, parameter: Parameter, text: str, schema: Mapping[str, Any]) -> Any:
        if str in parameter.kinds and set(parameter.kinds) <= {str, int, float}:
            return text  # digit by digit as it was typed: a float would round a coordinate
        trouble: UsageError | None = None
        for kind in parameter.kinds:
            try:
                return self._text(kind, text, schema)
            except UsageError as error:
                trouble = trouble or error
        assert trouble is not None
        raise trouble

    def of_json(self, parameter: Parameter, value: Any, schema: Mapping[str, Any]) -> Any:
        if value is None and parameter.nullable:
            return None
        trouble: UsageError | None = None
        for kind in parameter.kinds:
            try:
                return self._json(kind, value, schema)
            except UsageError as error:
                trouble = trouble or error
        assert trouble is not None
        raise trouble

    def _text(self, kind: Any, text: str, schema: Mapping[str, Any]) -> Any:
        if kind is bool:
            if text.casefold() not in _TRUE | _FALSE:
                raise self._refusal(text, "true or false")
            return text.casefold() in _TRUE
        if kind in {int, float}:
            try:
                return kind(text)
            except ValueError:
                raise self._refusal(text, "a whole number" if kind is int else "a number") from None
        if typing.get_origin(kind) is list:
            if text.lstrip().startswith("["):
                return self._json(kind, self._loaded(text), schema)
            (entry,) = typing.get_args(kind)
            return [
                self._text(entry, part.strip(), not_null(schema).get("items", {}))
                for part in text.split(",")
                if part.strip()
            ]
        if _choices(kind):
            return self._chosen(kind, text)
        if is_object(kind):
            if text.lstrip().startswith("{"):
                return self._json(kind, self._loaded(text), schema)
            raise self._refusal(
                text,
                "an object",
                f"Write {self._name}:='{{...}}' or {self._name}:=@file.json; --describe has its fields.",
            )
        return text

    def _loaded(self, text: str) -> Any:
        try:
            return json.loads(text)
        except ValueError as error:
            raise UsageError(f"{self._where}: is not JSON: {error}", advice="Quote it for the shell.") from None

    def _json(self, kind: Any, value: Any, schema: Mapping[str, Any]) -> Any:
        if typing.get_origin(kind) is list:
            if not isinstance(value, list):
                raise self._refusal(value, "a list")
            (entry,) = typing.get_args(kind)
            return [self._json(entry, one, not_null(schema).get("items", {})) for one in value]
        if _choices(kind):
            return self._chosen(kind, value)
        if attrs.has(kind):
            return self._model(kind, value, schema)
        if is_object(kind) and not isinstance(value, dict):
            raise self._refusal(value, "an object")
        simple = {str: (str, "text"), bool: (bool, "true or false"), int: (int, "a whole number")}
        if kind in simple:
            wanted, words = simple[kind]
            if not isinstance(value, wanted) or (kind is int and isinstance(value, bool)):
                raise self._refusal(value, words, f"Text goes as {self._name}=VALUE." if kind is str else "")
        if kind is float:
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise self._refusal(value, "a number")
            return float(value)
        return value

    def _chosen(self, kind: Any, value: Any) -> Any:
        """A member of an enum or one of a few words, by value or by name."""
        choices = _choices(kind)
        for choice in choices:
            if type(choice.value) is type(value) and choice.value == value:
                return choice.means
        for choice in choices:
            if str(value).casefold() in {str(choice.value).casefold(), choice.name.casefold()}:
                return choice.means
        if not self._checked:
            number = isinstance(value, str) and re.fullmatch("-?[0-9]+", value) and isinstance(choices[0].value, int)
            return kind(int(value) if number else value) if isinstance(kind, type) else value
        words = [str(choice.value) for choice in choices]
        raise UsageError(
            f"{self._where} is {_seen(value)}; known values are {', '.join(words)}", advice=self._near(value, words)
        )

    @staticmethod
    def _near(value: Any, words: Sequence[str]) -> str:
        return advice_for(str(value), words, many=0)

    def _model(self, kind: Any, value: Any, schema: Mapping[str, Any]) -> Any:
        if not isinstance(value, Mapping):
            raise self._refusal(value, "an object")
        if self._checked:
            _check_names(self._where, schema, value)
        try:
            return kind.from_dict(value)
        except KeyError as error:
            raise UsageError(
                f"{self._where}: {error.args[0]} must be given", advice="--describe has its fields."
            ) from None
        except (TypeError, ValueError, AttributeError) as error:
            raise UsageError(f"{self._where} cannot be read: {error}", advice="--describe has its fields.") from None


class _Choice(NamedTuple):
    value: Any
    name: str
    means: Any


def _choices(kind: Any) -> list[_Choice]:
    if typing.get_origin(kind) is Literal:
        return [_Choice(value, str(value), value) for value in typing.get_args(kind)]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [_Choice(member.value, member.name, member) for member in kind]
    return []


def _check_names(where: str, schema: Mapping[str, Any], value: Any) -> None:
    """Raises UsageError for a field that no document lists: most likely a slip, which the service would pass over."""
    if isinstance(value, list):
        for entry in value:
            _check_names(where, schema.get("items", {}), entry)
    known = not_null(schema).get("properties")
    if not isinstance(value, Mapping) or not known:
        return
    for name, inner in value.items():
        if name not in known:
            raise UsageError(
                f"{where} has no field {name!r}", advice=f"{advice_for(name, known)} --unchecked sends it all the same."
            )
        _check_names(f"{where}.{name}", known[name], inner)
