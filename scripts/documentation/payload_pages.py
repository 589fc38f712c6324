"""Pages about what a service carries to devices: the payload of each command, and the codes of their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs
import yaml

from documentation.tables import cell, code, table

__all__ = ["Payloads"]

_EFFECTS = {"physical": "moves a machine, or may; never sent again", "keyed": "may be sent again with the same key"}
_DEEPEST = 6

Schema = Mapping[str, Any]


@attrs.frozen(slots=False)
class Payloads:
    """What the specification in a folder says of devices; empty for most services.

    Attributes:
        title: Name of the service for people.
        folder: The folder.
    """

    title: str
    folder: Path

    @cached_property
    def _documents(self) -> list[Schema]:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        files = sorted(self.folder.glob("*.openapi.yaml"))
        return [yaml.load(file.read_text(encoding="utf-8"), loader) for file in files]  # noqa: S506 - a safe loader

    @cached_property
    def _schemas(self) -> dict[str, Schema]:
        found: dict[str, Schema] = {}
        for document in self._documents:
            found |= document.get("components", {}).get("schemas", {})
        return found

    @cached_property
    def commands(self) -> dict[str, Schema]:
        """Payloads by command type, in the order of the specification."""
        return {one["x-command"]: one for one in self._schemas.values() if "x-command" in one}

    @cached_property
    def codes(self) -> list[Mapping[str, Any]]:
        """Codes that devices answer with."""
        return [one for document in self._documents for one in document.get("x-device-codes", ())]

    # ------------------------------------------------------------------------------------------------- commands

    def command_page(self) -> str:
        """The page about commands, in Markdown."""
        return "\n".join(self._command_page())

    def _command_page(self) -> Iterator[str]:
        yield f"# {self.title} commands: all payloads\n"
        yield f"{len(self.commands)} command types. What stands after *Strict* is what the maker of the devices asks"
        yield "for beyond the platform.\n"
        domains = dict.fromkeys(one["x-domain"] for one in self.commands.values())
        rows = (
            (f"[`{name}`](#{_anchor(name)})", cell(one["description"]), one["x-effect"])
            for name, one in self.commands.items()
        )
        yield table(("command", "what it does", "effect"), rows)
        for domain in domains:
            yield f"\n## {domain}\n"
            for name, one in self.commands.items():
                if one["x-domain"] == domain:
                    yield from self._command(name, one)

    def _command(self, name: str, schema: Schema) -> Iterator[str]:
        yield f"### `{name}` {{ #{_anchor(name)} }}\n"
        yield f"{schema['description']}.\n"
        members = list(self._members(schema))
        if members:
            yield table(("member", "type", "needed", "meaning and limits"), members) + "\n"
        else:
            yield "Its payload is empty.\n"
        for rule in schema.get("x-strict-rules", ()):
            yield f"- strict: {rule.get('says', rule) if isinstance(rule, Mapping) else rule}\n"
        facts = [("effect", f"{schema['x-effect']} ({_EFFECTS.get(schema['x-effect'], '')})")]
        for key, words in (
            ("x-destroys", "erases"),
            ("x-gateways", "documented for"),
            ("x-not-carried", "not carried by the platform"),
            ("x-source", "source"),
        ):
            if schema.get(key):
                facts.append((words, cell(_listed(schema[key]))))
        yield table(("", ""), facts) + "\n"

    def _members(self, schema: Schema, before: str = "", depth: int = 1) -> Iterator[tuple[str, ...]]:
        for name, member in schema.get("properties", {}).items():
            meant = self._resolved(member)
            many = meant.get("type") == "array"
            one = self._resolved(meant.get("items", {})) if many else meant
            kind = ", ".join(str(one[key]) for key in ("type", "x-unit") if key in one) or "JSON"
            yield (
                code(f"{before}{name}"),
                cell(f"list of {kind}" if many else kind),
                "yes" if name in schema.get("required", ()) else "",
                cell(_said(meant, one)),
            )
            if depth < _DEEPEST:
                yield from self._members(one, f"{before}{name}{'[]' if many else ''}.", depth + 1)

    def _resolved(self, schema: Schema) -> Schema:
        """A schema with what it refers to; its own words win."""
        while "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            schema = {**self._schemas.get(name, {}), **{key: value for key, value in schema.items() if key != "$ref"}}
        return schema

    # ------------------------------------------------------------------------------------------------- codes

    def code_page(self) -> str:
        """The page about codes of devices, in Markdown."""
        advice: dict[str, str] = {}
        for document in self._documents:
            advice |= document.get("x-device-advice", {})
        rows = (
            (
                code(one["code"]),
                cell(str(one.get("module", ""))),
                cell(str(one.get("meaning", ""))),
                cell(advice.get(str(one.get("advice", "")), str(one.get("advice", "")))),
                cell(str(one.get("source", ""))),
            )
            for one in self.codes
        )
        parts = [
            f"# {self.title} devices: result codes\n",
            f"{len(self.codes)} codes that devices answer with. The list is not closed: firmware adds codes.\n",
            table(("code", "module", "meaning", "what to do", "source"), rows),
        ]
        reasons = [one for document in self._documents for one in document.get("x-break-reasons", ())]
        if reasons:
            told = ((code(one["value"]), cell(one["meaning"]), cell(one["source"])) for one in reasons)
            parts += ["\n## Why a flight broke off\n", table(("`break_reason`", "meaning", "source"), told)]
        return "\n".join(parts) + "\n"


def _anchor(command: str) -> str:
    return command.replace("_", "-")


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _said(schema: Schema, one: Schema) -> str:
    """Meaning, known values and limits in words."""
    words = [f"{schema.get('description', '').rstrip('.')}."] if schema.get("description") else []
    strict = one.get("x-strict", {})
    values = one.get("enum") or strict.get("enum") or ()
    if values:
        notes = one.get("x-enum-descriptions") or [""] * len(values)
        said = "; ".join(f"`{value}` {note}".strip() for value, note in zip(values, notes, strict=False))
        words.append(f"Known values: {said}.")
    words += filter(None, (_limits(one), _limits(schema) if schema is not one else ""))
    more = [f"{_limits(strict)}" if _limits(strict) else "", str(one.get("x-means", ""))]
    if any(more):
        words.append(f"Strict: {'; '.join(filter(None, more))}")
    return " ".join(words)


def _limits(schema: Schema) -> str:
    """Limits of a number, a text or a list in words."""
    bounds = (
        _between(schema.get("minimum"), schema.get("maximum"), ""),
        _between(schema.get("minLength"), schema.get("maxLength"), " characters"),
        _between(schema.get("minItems"), schema.get("maxItems"), " entries"),
    )
    return f"{'; '.join(filter(None, bounds))}." if any(bounds) else ""


def _between(low: object, high: object, what: str) -> str:
    if low is None and high is None:
        return ""
    if low is None:
        return f"at most {high}{what}"
    return f"{low} to {high}{what}" if high is not None else f"at least {low}{what}"
