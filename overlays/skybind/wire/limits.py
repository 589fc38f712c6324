"""Requests held against the documented limits before they leave.

A service that refuses a name of 51 characters needs a round trip for it, and some take what they should refuse. The
limits are those of the specification; what it does not say is not checked. Values that an enum does not list are
refused here too: a deliberate one goes out with ``Options(check_limits=False)``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple, Protocol

from skybind.errors import UsageError
from skybind_clients.runtime import Operation

__all__ = ["NO_LIMITS", "LimitBroken", "Limits", "OperationLimits"]

Request = Mapping[str, Any]
_DECIMAL = re.compile(r"decimal([\[(])([^,]+),([^\])]+)([\])])")
_SEEN_CHARACTERS = 40


class LimitBroken(UsageError):
    """A request breaks a documented limit; nothing was sent.

    Attributes:
        place: Which field, as ``payload.points[0].height``; empty for a rule between fields.
        trouble: What is wrong with it and what is allowed, without the operation's name.
    """

    def __init__(self, message: str, *, place: str, trouble: str, advice: str = "") -> None:
        super().__init__(message, advice=advice)
        self.place = place
        self.trouble = trouble


class Limits(Protocol):
    """Who looks at a request before it leaves."""

    def check(self, operation: Operation, request: Request) -> None:
        """Raises UsageError for a request that breaks a documented limit."""
        ...


class _NoLimits:
    def check(self, operation: Operation, request: Request) -> None:
        """Everything may leave."""


NO_LIMITS: Limits = _NoLimits()


class OperationLimits:
    """The limits of one service's operations.

    Args:
        table: Gives schemas by operation and place, as a generated package's ``limits`` does; asked at the first call.
        strict: Whether requests are held to ``x-strict`` too: what the maker of a device asks for beyond the service.
    """

    def __init__(self, table: Callable[[], Mapping[str, Mapping[str, Any]]], *, strict: bool = False) -> None:
        self._table = table
        self._strict = strict
        self._checks: dict[str, list[_Check]] = {}

    def check(self, operation: Operation, request: Request) -> None:
        """Raises LimitBroken, which names the field, what is wrong with it, and what is allowed."""
        checks = self._checks.get(operation.id)
        if checks is None:
            limits = self._table().get(operation.id, {})
            checks = self._checks[operation.id] = list(_checks(limits, self._strict))
        for check in checks:
            trouble = check(request)
            if trouble:
                raise LimitBroken(
                    f"{operation.call}: {trouble.words}",
                    place=trouble.place,
                    trouble=trouble.words,
                    advice="Nothing was sent. Options(check_limits=False) sends it all the same.",
                )


class _Trouble(NamedTuple):
    place: str
    words: str


_Check = Callable[[Request], _Trouble | None]


def _checks(limits: Mapping[str, Any], strict: bool) -> Iterator[_Check]:
    for place in ("params", "headers", "json", "files"):
        if place in limits:
            yield _schema_check(place, _tightened(limits[place]) if strict else limits[place])
    for rule in limits.get("rules", ()):
        yield _rule_check(rule)
    if "cases" in limits:
        yield _case_check(limits["cases"], strict)


def _tightened(node: Any) -> Any:
    """A schema with its `x-strict` keywords in force."""
    if isinstance(node, list):
        return [_tightened(value) for value in node]
    if not isinstance(node, Mapping):
        return node
    return {**{key: _tightened(value) for key, value in node.items()}, **node.get("x-strict", {})}


def _case_check(cases: Mapping[str, Any], strict: bool) -> _Check:
    """Holds a body to the schema of its case; a case that is not known may be anything."""
    compiled: dict[Any, list[_Check]] = {}

    def check(request: Request) -> _Trouble | None:
        case = (request.get("json") or {}).get(cases["by"])
        schema = cases["schemas"].get(case)
        if schema is None:
            return None
        if case not in compiled:
            compiled[case] = [_schema_check("json", _tightened(schema) if strict else schema)]
            compiled[case] += [_rule_check(rule, place) for place, rule in _strict_rules(schema, ()) if strict]
        return next(filter(None, (held(request) for held in compiled[case])), None)

    return check


def _strict_rules(schema: Mapping[str, Any], place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for rule in schema.get("x-strict-rules", ()):
        yield place, rule
    for name, part in schema.get("properties", {}).items():
        yield from _strict_rules(part, (*place, name))


def _schema_check(place: str, schema: Mapping[str, Any]) -> _Check:
    validate = _compiled(schema)
    from fastjsonschema import JsonSchemaValueException  # noqa: PLC0415

    def check(request: Request) -> _Trouble | None:
        try:
            validate(_content(request, place, schema))
        except JsonSchemaValueException as error:
            path = error.path[1:]
            lacks = _missing(error.rule_definition, error.value)[:1] if error.rule == "required" else []
            words = _told(path, error.rule, error.rule_definition, error.definition, error.value)
            return _Trouble(_where([*path, *lacks]), words)
        return None

    return check


def _rule_check(rule: Mapping[str, Any], place: tuple[str, ...] = ()) -> _Check:
    validate = _compiled({"if": rule["when"], "then": rule["then"]})
    from fastjsonschema import JsonSchemaValueException  # noqa: PLC0415

    def check(request: Request) -> _Trouble | None:
        found = request.get("json") or {}
        for name in place:
            found = found.get(name) or {}
        try:
            validate(found)
        except JsonSchemaValueException:
            return _Trouble("", str(rule["says"]))
        return None

    return check


def _compiled(schema: Mapping[str, Any]) -> Callable[[Any], Any]:
    import fastjsonschema  # noqa: PLC0415  needed by those who call an operation that has limits

    formats = {name: _decimal_check(name) for name in _formats(schema)}
    compiled: Callable[[Any], Any] = fastjsonschema.compile(dict(schema), formats=formats, use_default=False)
    return compiled


def _content(request: Request, place: str, schema: Mapping[str, Any]) -> Any:
    if place != "files":
        content = request.get(place)
        return {} if content is None else content
    fields, files = schema.get("properties", {}), request.get("files") or []
    parts = files.items() if isinstance(files, Mapping) else files
    return {name: _form_value(part[1], fields.get(name, {})) for name, part in parts if isinstance(part, tuple)}


def _form_value(content: Any, schema: Mapping[str, Any]) -> Any:
    """A field of a form as the schema means it: numbers go as their text."""
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    whole = schema.get("type") == "integer" and isinstance(text, str) and re.fullmatch("-?[0-9]+", text)
    return int(text) if whole else text


# ------------------------------------------------------------------------------------------------- decimal text


def _formats(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("format"), str):
            yield node["format"]
        for value in node.values():
            yield from _formats(value)
    elif isinstance(node, list):
        for value in node:
            yield from _formats(value)


def _decimal_check(name: str) -> Callable[[str], bool]:
    left, low, high, right = _edges(name)

    def within(text: str) -> bool:
        try:
            number = Decimal(text)
        except InvalidOperation:
            return False
        above = number >= low if left == "[" else number > low
        return above and (number <= high if right == "]" else number < high)

    return within


def _edges(name: str) -> tuple[str, Decimal, Decimal, str]:
    found = _DECIMAL.fullmatch(name)
    assert found is not None, f"{name} is no format of ours"
    return found[1], Decimal(found[2]), Decimal(found[3]), found[4]


# ------------------------------------------------------------------------------------------------- what to say


def _told(path: list[Any], rule: str | None, asked: Any, schema: Mapping[str, Any], value: Any) -> str:
    where = _where(path)
    match rule:
        case "minLength" | "maxLength":
            bound = "at least" if rule == "minLength" else "at most"
            return f"{where} has {_counted(len(value), 'character')}; {bound} {asked} are allowed"
        case "minItems" | "maxItems":
            bound = "at least" if rule == "minItems" else "at most"
            return f"{where} has {_counted(len(value), 'entry', 'entries')}; {bound} {asked} are allowed"
        case "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum":
            words = {"minimum": "at least", "exclusiveMinimum": "more than", "maximum": "at most"}
            return f"{where} is {value}; it must be {words.get(rule, 'less than')} {asked}"
        case "enum":
            return f"{where} is {_seen(value)}; known values are {', '.join(map(str, asked))}"
        case "pattern":
            return f"{where} is {_seen(value)}; allowed: {schema.get('x-means') or f'what matches {asked}'}"
        case "format":
            left, low, high, right = _edges(asked)
            return (
                f"{where} is {_seen(value)}; it must be {'at least' if left == '[' else 'above'} {low} and "
                f"{'at most' if right == ']' else 'below'} {high}"
            )
        case "required":
            missing = _missing(asked, value)
            return f"{', '.join(missing)} must be given{f' in {where}' if path else ''}"
        case "type":
            kinds = asked if isinstance(asked, str) else " or ".join(asked)
            return f"{where} is a {type(value).__name__}; it must be a JSON {kinds}"
    return f"{where} does not keep to what is documented ({rule})"


def _missing(asked: Any, value: Any) -> list[str]:
    return [name for name in asked if not isinstance(value, Mapping) or name not in value]


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _where(path: list[Any]) -> str:
    text = ""
    for part in path:
        text += f"[{part}]" if str(part).isdecimal() else f".{part}" if text else str(part)
    return text or "the request"


def _seen(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _SEEN_CHARACTERS else f"{text[:_SEEN_CHARACTERS]}…"
