"""A page for each service: every operation with its calls, arguments, limits, effect and refusals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from documentation.services import Described, Service
from documentation.tables import cell, code, table

__all__ = ["operation_page"]

_VERIFIED = {
    "documented": "documented, not tried",
    "emulated": "exercised against the emulator",
}


def operation_page(service: Service, commands: int = 0) -> str:
    """The page in Markdown.

    Args:
        service: Whose operations.
        commands: How many commands to devices have a page of their own.
    """
    return "\n".join(_page(service, commands))


def _page(service: Service, commands: int) -> Iterator[str]:
    many = len(service.operations)
    yield f"# {service.title}: all operations\n"
    if service.description not in {"", service.title}:
        yield f"{service.description}\n"
    yield from _addresses(service)
    yield from _how_to_call(service)
    yield f"\n{many} operation{'s' if many > 1 else ''}."
    yield f"Refusals in full: [error codes](../error-codes/{service.name}.md).\n"
    if commands:
        yield f"What each of the {commands} commands carries: [payloads]({service.name}-commands.md).\n"
    rows = []
    for one in service.operations:
        link = f"[`{one.operation.call}`](#{one.anchor})"
        rows.append((link, cell(one.operation.summary), one.operation.effect))
    yield table(("operation", "what it does", "effect"), rows)
    for group, about in service.groups.items():
        yield f"\n## {group}\n\n{about}\n"
        for one in service.operations:
            if one.operation.call.partition(".")[0] == group:
                yield from _operation(service, one)


def _addresses(service: Service) -> Iterator[str]:
    if service.servers:
        yield table(("address", "for"), ((code(url), cell(what)) for url, what in service.servers)) + "\n"


def _how_to_call(service: Service) -> Iterator[str]:
    if service.client:
        yield f"`{service.name}` is a `skybind.{service.client}`; `skybind.Async{service.client}` has the same names,"
        yield "awaited. A list goes on by itself, page after page. `with_raw` before the name of an operation gives"
        yield f"the answer as it came: `{service.name}.{_raw(service)}`.\n"
    else:
        yield f"This service has no client of its own: use the command, or the groups of `{service.package}.facade`.\n"


def _raw(service: Service) -> str:
    group, method = service.operations[0].operation.call.split(".")
    return f"{group}.with_raw.{method}"


def _operation(service: Service, one: Described) -> Iterator[str]:
    about = one.about
    yield f"### `{one.operation.call}` {{ #{one.anchor} }}\n"
    yield f"{about['summary']}.\n"
    for paragraph in filter(None, about["text"].split("\n\n")):
        yield " ".join(paragraph.split()) + "\n"
    yield f"```python\n{python_call(service, one)}\n```\n"
    yield f"```sh\n{shell_call(service, one)}\n```\n"
    arguments = list(_arguments(about["arguments"]))
    if arguments:
        yield table(("argument", "type", "needed", "meaning and limits"), arguments) + "\n"
    for rule in about["rules"]:
        yield f"- {rule}"
    if about["rules"]:
        yield ""
    facts = [("returns", about["returns"])] if about["returns"] else []
    facts.append(("effect", one.effect))
    facts.append(("request", f"{code(_request(about))}, operation id `{one.operation.id}`"))
    unknown = service.unknown.get(one.operation.id)
    if unknown:
        facts.append(("not documented", "; ".join(unknown)))
    facts.append(("source", about["source"]))
    facts.append(("verified", _VERIFIED.get(one.operation.verified, one.operation.verified)))
    yield table(("", ""), ((name, cell(text)) for name, text in facts)) + "\n"
    yield from _refusals(about["errors"])


def _request(about: Mapping[str, Any]) -> str:
    return " ".join(about["request"].split()) or "POST"


def python_call(service: Service, one: Described) -> str:
    """How a program calls it, with what it must be given."""
    needed = [each for each in one.parameters if each.needed]
    words = [f"{each.name}=..." if each.name in one.by_name else each.name for each in needed]
    call = f"{service.name if service.client else 'groups'}.{one.operation.call}({', '.join(words)})"
    if one.operation.paging is None:
        return call
    return f"for entry in {call}:\n    print(entry)"


def shell_call(service: Service, one: Described) -> str:
    """How a shell calls it, with what it must be given."""
    words = [f"{each.word}=..." for each in one.parameters if each.needed]
    return " ".join(["skybind api", service.name, one.operation.call, *words])


def _arguments(arguments: Iterable[Mapping[str, Any]], before: str = "") -> Iterator[tuple[str, str, str, str]]:
    for one in arguments:
        name = f"{before}{one['name']}"
        values: Mapping[str, str] = one.get("values", {})
        meaning = [one["meaning"]] if one["meaning"] else []
        if values:
            said = (f"{code(value)} {note}" if _adds(value, note) else code(value) for value, note in values.items())
            meaning.append(f"Known values: {'; '.join(said)}.")
        kind = one["type"].replace("one of", "one of the values") if values else one["type"]
        kind = kind if len(kind) < 80 else f"one of {one['type'].count(' or ') + 1} kinds of object"
        yield code(name), kind, "yes" if one["needed"] else "", cell(" ".join(meaning))
        inside = f"{name}[]." if one["type"].startswith("list of") else f"{name}."
        yield from _arguments(one.get("fields", ()), inside)


def _adds(value: str, note: str) -> bool:
    return note.casefold() not in {"", value.casefold()}


def _refusals(errors: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    rows = [(code(one["code"]), cell(one["meaning"] or one["name"])) for one in errors]
    if rows:
        yield f'??? info "{len(rows)} documented refusal{"s" if len(rows) > 1 else ""}"\n'
        yield "\n".join(f"    {line}" for line in table(("code", "meaning"), rows).splitlines()) + "\n"
