"""What an operation takes, does and refuses, read from the generated code: for people, and as JSON for programs."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any

import attrs

from skybind.cli.arguments import Parameter, members_of, models_of, schema_of
from skybind.cli.operations import error_codes, folded
from skybind.cli.values import is_list, is_object, not_null
from skybind_clients.runtime import Operation

__all__ = ["described", "description_text", "listing_text"]

_SECTION = re.compile(r"^(Args|Returns|Effect|Refusals|Source):[ \n]?", re.MULTILINE)
_ARGUMENT = re.compile(r"^ {4}(\w+): (.*(?:\n {8,}.*)*)", re.MULTILINE)
_EFFECTS = {
    "safe": "changes nothing, may be sent again",
    "idempotent": "twice is the same as once, may be sent again",
    "keyed": "may be sent again with the same key",
    "once": "must not be sent twice; when the answer is lost, ask before doing it again",
    "physical": "moves a machine, is never sent again",
}


def described(
    service: str,
    package: str,
    operation: Operation,
    method: Any,
    parameters: Sequence[Parameter],
    limits: Mapping[str, Any],
) -> dict[str, Any]:
    """Everything about one operation, as JSON."""
    sections = _sections(inspect.getdoc(method) or "")
    meanings = {name: " ".join(text.split()) for name, text in _ARGUMENT.findall(sections.get("Args", ""))}
    codes = error_codes(package)
    return {
        "service": service,
        "operation": operation.call,
        "id": operation.id,
        "request": f"{operation.method} {operation.path}",
        "summary": operation.summary,
        "text": sections[""].partition("\n\n")[2],
        "effect": operation.effect,
        "pages": operation.paging is not None,
        "arguments": [
            {
                "name": parameter.word,
                "needed": parameter.needed,
                "meaning": meanings.get(parameter.name, ""),
                **_kinds(parameter.kinds, schema_of(limits, parameter.name)),
            }
            for parameter in parameters
        ],
        "rules": [rule["says"] for rule in limits.get("rules", ())],
        "returns": " ".join(sections.get("Returns", "").split()),
        "errors": [
            {"code": code, "name": codes[code].name, "meaning": codes[code].meaning}
            for code in operation.errors
            if code in codes
        ],
        "source": operation.source,
    }


def _sections(doc: str) -> dict[str, str]:
    """The sections of a docstring by their heading; what stands before them has none."""
    parts = _SECTION.split(doc)
    return {"": parts[0].strip(), **dict(zip(parts[1::2], parts[2::2], strict=True))}


def _kinds(kinds: Sequence[Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    """How a value is written: its type in words, known values with their meaning, fields of an object."""
    words = [_words(kind) for kind in kinds]
    found: dict[str, Any] = {"type": " or ".join(words)}
    for kind in kinds:
        one = typing.get_args(kind)[0] if is_list(kind) else kind
        inner = not_null(schema.get("items", {}) if one is not kind else schema)
        if typing.get_origin(one) is typing.Literal:
            found["values"] = {str(value): "" for value in typing.get_args(one)}
        elif isinstance(one, type) and issubclass(one, Enum):
            notes = _notes(one)
            found["values"] = {str(member.value): notes.get(member.name, "") for member in one}
        elif attrs.has(one):
            found["fields"] = _fields(one, inner)
    return found


def _words(kind: Any) -> str:
    if is_list(kind):
        return f"list of {_words(typing.get_args(kind)[0])}"
    if typing.get_origin(kind) is typing.Literal or (isinstance(kind, type) and issubclass(kind, Enum)):
        return "one of"
    if is_object(kind):
        return "object"
    words = {str: "text", int: "whole number", float: "number", bool: "true or false", datetime: "date and time"}
    return words.get(kind, "JSON")


def _fields(model: Any, schema: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The fields of a model, in the words of the service, with the models in them."""
    notes, found = _notes(model), []
    names = {folded(name): name for name in schema.get("properties", {})}
    for field, kind in _annotations(model).items():
        if field == "additional_properties":
            continue
        name = names.get(folded(field), field)
        inner = not_null(schema.get("properties", {}).get(name, {}))
        kinds = members_of(kind)
        entry = {
            "name": name,
            "needed": name in schema.get("required", ()),
            "meaning": _said(notes.get(field, ""), inner),
        }
        found.append({**entry, **_kinds(kinds, inner)})
    return found


def _annotations(model: Any) -> dict[str, Any]:
    package = model.__module__.partition(".models.")[0]
    return typing.get_type_hints(model, localns=models_of(package))


def _said(meaning: str, schema: Mapping[str, Any]) -> str:
    """A meaning, with the limits of the specification in words."""
    low, high = schema.get("minimum"), schema.get("maximum")
    short, long = schema.get("minLength"), schema.get("maxLength")
    words = []
    if low is not None and high is not None:
        words.append(f"{low} to {high}")
    if long is not None:
        words.append(f"{short} to {long} characters" if short else f"at most {long} characters")
    if schema.get("x-means") not in {None, "a number", "a whole number"}:  # that is the type
        words.append(str(schema["x-means"]))
    limits = "; ".join(words)
    return f"{meaning.rstrip('.')}. {limits[:1].upper()}{limits[1:]}".strip(". ") + "."


def _notes(kind: type) -> dict[str, str]:
    """What the strings below attributes of a class say of them, as generated code has them."""
    try:
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    except (OSError, SyntaxError, ValueError):  # no source in this installation
        return {}
    assert isinstance(tree, ast.ClassDef)
    found = {}
    for statement, below in zip(tree.body, tree.body[1:], strict=False):
        target = statement.target if isinstance(statement, ast.AnnAssign) else None
        if isinstance(statement, ast.Assign):
            target = statement.targets[0] if isinstance(statement.targets[0], ast.Name) else None
        if isinstance(target, ast.Name) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            found[target.id] = " ".join(str(below.value.value).split())
    return found


# ------------------------------------------------------------------------------------------------- for people


def description_text(about: Mapping[str, Any], width: int) -> str:
    """The same for eyes."""
    arguments = about["arguments"]
    usage = " ".join(f"{one['name']}=..." for one in arguments if one["needed"])
    options = " [NAME=VALUE ...]" if any(not one["needed"] for one in arguments) else ""
    typed = f"skybind api {about['service']} {about['operation']} {usage}{options}".rstrip()
    lines = [*textwrap.wrap(typed, width, subsequent_indent="    ", break_on_hyphens=False), ""]
    lines += [f"{about['summary']}.", ""]
    for paragraph in about["text"].split("\n\n"):
        lines += [*textwrap.wrap(" ".join(paragraph.split()), width), ""] if paragraph.strip() else []
    if arguments:
        lines += ["Arguments:", *_argument_lines(arguments, width, "  "), ""]
    if about["rules"]:
        lines += ["Rules:", *(f"  {rule}" for rule in about["rules"]), ""]
    if about["returns"]:
        lines += ["Returns:", *_wrapped(about["returns"], width, "  "), ""]
    if about["pages"]:
        lines += ["The first page is shown; --page-all brings all.", ""]
    lines += [
        f"Effect: {about['effect']} ({_EFFECTS[about['effect']]})",
        f"Request: {about['request']} ({about['id']})",
        "",
    ]
    if about["errors"]:
        wide = max(len(str(error["code"])) for error in about["errors"])
        lines.append("Errors:")
        for error in about["errors"]:
            head = f"  {error['code']!s:<{wide}}  "
            lines += textwrap.wrap(
                error["meaning"] or error["name"], width, initial_indent=head, subsequent_indent=" " * len(head)
            )
    return "\n".join(lines).rstrip()


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)


def _argument_lines(arguments: Sequence[Mapping[str, Any]], width: int, indent: str) -> Iterator[str]:
    for one in arguments:
        values: Mapping[str, str] = one.get("values", {})
        kind = one["type"].replace("one of", f"one of {', '.join(values)}") if values else one["type"]
        head = f"{one['name']}  {kind}{'; needed' if one['needed'] else ''}"
        yield from textwrap.wrap(head, width, initial_indent=indent, subsequent_indent=f"{indent}    ")
        yield from _wrapped(one["meaning"], width, f"{indent}    ")
        for value, note in values.items():
            if note.casefold() not in {"", value.casefold()}:
                yield from _wrapped(f"{value}: {note}", width, f"{indent}    ")
        yield from _argument_lines(one.get("fields", ()), width, f"{indent}    ")


def listing_text(table: Sequence[Operation], width: int) -> str:
    """Operations, grouped, one line each."""
    wide = max(len(operation.call) for operation in table)
    room = max(20, width - wide - 16)
    groups: dict[str, list[str]] = {}
    for operation in table:
        group = operation.call.partition(".")[0]
        summary = textwrap.shorten(operation.summary, room, placeholder="…")
        line = f"  {operation.call:<{wide}}  {summary:<{room}}  {operation.effect}"
        groups.setdefault(group, [group]).append(line)
    return "\n\n".join("\n".join(lines) for lines in groups.values())
