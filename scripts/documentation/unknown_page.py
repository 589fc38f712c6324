"""A page about what no public document says: gaps that specifications name, and assumptions that fill them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from graphql import DirectiveNode, Node, StringValueNode, parse

from documentation.services import Service
from documentation.tables import cell, code, table

__all__ = ["gaps", "unknown_page"]

_ASSUMED = "our assumption"

Gap = tuple[str, str]


def unknown_page(services: Sequence[Service]) -> str:
    """The page in Markdown."""
    return "\n".join(_page(services))


def _page(services: Sequence[Service]) -> Iterator[str]:
    yield "# What is not known\n"
    yield "Where public documents are silent or disagree, the specifications say so. What had to be decided all the"
    yield "same is marked *our assumption*; where it is likely to differ, it is a setting: of the client, or of"
    yield "[the emulators](emulator-settings.md).\n"
    for service in services:
        found = gaps(service.folder)
        if found:
            yield f"## {service.title}\n"
            yield table(("where", "what"), ((code(where), cell(what)) for where, what in found)) + "\n"


def gaps(folder: Path) -> list[Gap]:
    """Gaps and assumptions of the specification in a folder: where, and in its words."""
    found: list[Gap] = []
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for file in sorted(folder.glob("*.yaml")):
        found += _in_document(yaml.load(file.read_text(encoding="utf-8"), loader), ())  # noqa: S506 - a safe loader
    for file in sorted(folder.rglob("*.graphql")):
        for definition in parse(file.read_text(encoding="utf-8")).definitions:
            found += _in_definition(definition, "")
    return list(dict.fromkeys(found))


def _in_document(content: Any, path: tuple[str, ...]) -> Iterator[Gap]:
    if isinstance(content, Mapping):
        where = content.get("operationId") or _place(path)
        for text in content.get("x-unknown", ()):
            yield str(where), str(text)
        source = content.get("x-source") or content.get("source")
        if isinstance(source, str) and _ASSUMED in source:
            yield str(content.get("code", where)), source
        for key, inside in content.items():
            yield from _in_document(inside, (*path, str(key)))
    elif isinstance(content, Sequence) and not isinstance(content, str):
        for inside in content:
            yield from _in_document(inside, path)


def _place(path: tuple[str, ...]) -> str:
    """``Resource.status`` for what stands in a schema, the end of the path for anything else."""
    names = [name for name in path if name not in {"components", "schemas", "properties", "paths", "items"}]
    return ".".join(names) or "the service"


def _in_definition(node: Node, before: str) -> Iterator[Gap]:
    name = getattr(getattr(node, "name", None), "value", "the service")
    where = f"{before}{name}"
    for directive in getattr(node, "directives", None) or ():
        told = _texts(directive)
        text = told.get("text") or told.get("source", "")  # of a @source, or of a @refusal with its code
        if _ASSUMED in text:
            yield told.get("code", where), text
    for kind in ("fields", "arguments", "values"):
        for inside in getattr(node, kind, None) or ():
            yield from _in_definition(inside, f"{where}.")


def _texts(directive: DirectiveNode) -> dict[str, str]:
    """The arguments of a directive that are texts."""
    return {
        argument.name.value: argument.value.value
        for argument in directive.arguments
        if isinstance(argument.value, StringValueNode)
    }
