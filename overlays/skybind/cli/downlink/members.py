"""A payload from what people type: members by name, read by the types of the catalogue."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from skybind.errors import UsageError
from skybind_clients.downlink.commands import COMMANDS, catalogue

__all__ = ["command_named", "payload_of", "secrets_hidden"]

Member = Mapping[str, Any]
_TRUE, _FALSE = frozenset({"true", "yes", "on", "1"}), frozenset({"false", "no", "off", "0"})


def command_named(text: str) -> str:
    """A command type by its name.

    Raises:
        UsageError: there is none; names near ones.
    """
    if text in COMMANDS:
        return text
    close = difflib.get_close_matches(text, COMMANDS, 3)
    near = f"Did you mean {' or '.join(close)}? " if close else ""
    raise UsageError(f"there is no command {text!r}", advice=f"{near}skybind downlink commands lists them.")


def payload_of(command_type: str, file: str | None, assignments: Iterable[str], *, stdin: Any) -> dict[str, Any]:
    """The payload: a JSON file (``-`` is stdin), and over it single members.

    Args:
        command_type: A listed one.
        file: Of JSON, or None.
        assignments: ``name=value`` or ``name:=JSON``; members of members as ``file.url=…``. Values of enums by number
            or by name.
        stdin: Where ``-`` is read.

    Raises:
        UsageError: no JSON object, a member that there is not, or a value that cannot be.
    """
    payload = _loaded(file, stdin) if file else {}
    members = {member["name"]: member for member in catalogue()[command_type]["members"]}
    for assignment in assignments:
        name, equals, text = assignment.partition("=")
        raw = name.endswith(":")
        name = name.removesuffix(":")
        if not equals or not name:
            raise UsageError(f"{assignment!r}: write NAME=VALUE, or NAME:=JSON")
        member = members.get(name)
        if member is None:
            close = difflib.get_close_matches(name, members, 3)
            near = f"Did you mean {' or '.join(close)}? " if close else ""
            raise UsageError(
                f"{command_type} has no member {name!r}",
                advice=f"{near}skybind downlink commands {command_type} lists them.",
            )
        _put(payload, name, _json(name, text) if raw else _value(member, text))
    return payload


def secrets_hidden(command_type: str, payload: Mapping[str, Any]) -> dict[str, Any]:
    """The payload for eyes: members that are secrets are hidden."""
    hidden = {member["name"] for member in catalogue().get(command_type, {}).get("members", ()) if member["secret"]}

    def shown(value: Any, place: str) -> Any:
        if place in hidden:
            return "(hidden)"
        if isinstance(value, Mapping):
            return {name: shown(part, f"{place}.{name}" if place else name) for name, part in value.items()}
        return [shown(part, f"{place}[]") for part in value] if isinstance(value, list) else value

    return {name: shown(part, name) for name, part in payload.items()}


def _loaded(file: str, stdin: Any) -> dict[str, Any]:
    try:
        text = stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        payload = json.loads(text)
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{file}: is not JSON: {error}") from error
    if not isinstance(payload, dict):
        raise UsageError(f"{file}: a payload is a JSON object")
    return payload


def _put(payload: dict[str, Any], name: str, value: Any) -> None:
    *outer, last = name.split(".")
    place = payload
    for part in outer:
        place = place.setdefault(part, {})
        if not isinstance(place, dict):
            raise UsageError(f"{name}: {part} is no object")
    place[last] = value


def _json(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise UsageError(f"{name}: is not JSON: {error}", advice="Quote it for the shell.") from None


def _value(member: Member, text: str) -> Any:
    name, kind = str(member["name"]), str(member["type"])
    if kind.startswith("list of "):
        if text.lstrip().startswith("["):
            return _json(name, text)
        return [_one(member, kind.removeprefix("list of "), part.strip()) for part in text.split(",") if part.strip()]
    return _one(member, kind, text)


def _one(member: Member, kind: str, text: str) -> Any:
    name = str(member["name"])
    for known in member["values"]:
        if text.casefold() in {str(known["value"]).casefold(), str(known["name"]).casefold()}:
            return known["value"]
    if kind == "boolean":
        if text.casefold() not in _TRUE | _FALSE:
            raise UsageError(f"{name} is {text!r}, and not true or false")
        return text.casefold() in _TRUE
    if kind in {"integer", "number"}:
        try:
            return int(text) if kind == "integer" else float(text)
        except ValueError:
            names = ", ".join(f"{known['value']} {known['name']}" for known in member["values"])
            wanted = f"one of {names}" if names else "a whole number" if kind == "integer" else "a number"
            raise UsageError(f"{name} is {text!r}, and not {wanted}") from None
    if kind == "object":
        return _json(name, text)
    if kind == "any" and text[:1] in {"{", "[", '"'}:
        return _json(name, text)
    return text
