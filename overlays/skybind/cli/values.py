"""One argument of an operation, read by the types that it may have: from text as it was typed, or from JSON.

What cannot be is refused, and says what could.
"""

from __future__ import annotations

import json
import re
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Literal, NamedTuple

import attrs

from skybind.cli.operations import advice_for
from skybind.errors import UsageError

__all__ = ["Reading", "is_list", "is_object", "not_null"]

_TRUE, _FALSE = frozenset({"true", "yes", "1"}), frozenset({"false", "no", "0"})
_SEEN_CHARACTERS = 40


def is_object(kind: Any) -> bool:
    """Whether a type is written as a JSON object."""
    return attrs.has(kind) or (typing.get_origin(kind) or kind) in {dict, Mapping}


def is_list(kind: Any) -> bool:
    """Whether a type is written as a JSON array."""
    return typing.get_origin(kind) in {list, Sequence}


def not_null(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema without the null that may stand beside it."""
    for one in schema.get("anyOf", ()):
        if one.get("type") != "null":
            return typing.cast("Mapping[str, Any]", one)
    return schema


def _seen(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _SEEN_CHARACTERS else f"{text[:_SEEN_CHARACTERS]}…"


class Reading:
    """Reads one argument.

    Args:
        where: Operation and argument, for messages.
        name: As people type it.
        checked: Whether values that no document lists are refused.
    """

    def __init__(self, where: str, name: str, *, checked: bool) -> None:
        self._where = where
        self._name = name
        self._checked = checked

    def _refusal(self, value: Any, wanted: str, advice: str = "") -> UsageError:
        return UsageError(f"{self._where} is {_seen(value)}, and not {wanted}", advice=advice)

    def of_text(self, kinds: Sequence[Any], text: str, schema: Mapping[str, Any]) -> Any:
        """A value of one of these types from text. Raises UsageError if it is none of them."""
        if str in kinds and set(kinds) <= {str, int, float}:
            return text  # digit by digit as it was typed: a float would round a coordinate
        return self._first(self._text, kinds, text, schema)

    def of_json(self, kinds: Sequence[Any], value: Any, schema: Mapping[str, Any]) -> Any:
        """The same from JSON."""
        return self._first(self._json, kinds, value, schema)

    def _first(self, read: Callable[[Any, Any, Any], Any], kinds: Sequence[Any], value: Any, schema: Any) -> Any:
        trouble: UsageError | None = None
        if self._checked and any(map(_choices, kinds)):
            kinds = [kind for kind in kinds if kind is not str]  # beside an enum: a word that no document lists
        for kind in kinds:
            try:
                return read(kind, value, schema)
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
        if is_list(kind):
            if text.lstrip().startswith("["):
                return self._json(kind, self._loaded(text), schema)
            (entry,) = typing.get_args(kind)
            return [
                self._text(entry, part.strip(), not_null(schema).get("items", {}))
                for part in text.split(",")
                if part.strip()
            ]
        if kind is datetime:
            return self._moment(text)
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

    def _moment(self, text: Any) -> datetime:
        try:
            moment = datetime.fromisoformat(text)
        except (TypeError, ValueError):
            raise self._refusal(text, "a date and time such as 2026-01-31T12:00:00Z") from None
        if moment.tzinfo is None:
            raise self._refusal(text, "a time with its zone", "Add Z for UTC, or +08:00.")
        return moment

    def _loaded(self, text: str) -> Any:
        try:
            return json.loads(text)
        except ValueError as error:
            raise UsageError(f"{self._where}: is not JSON: {error}", advice="Quote it for the shell.") from None

    def _json(self, kind: Any, value: Any, schema: Mapping[str, Any]) -> Any:
        if is_list(kind):
            if not isinstance(value, list):
                raise self._refusal(value, "a list")
            (entry,) = typing.get_args(kind)
            return [self._json(entry, one, not_null(schema).get("items", {})) for one in value]
        if kind is datetime:
            return self._moment(value)
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
