"""``skybind downlink commands``: what can be sent, and what each command takes."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from skybind.cli.completing import command_types
from skybind.cli.options import json_option
from skybind.errors import UsageError

if TYPE_CHECKING:
    from skybind_clients.downlink.commands import CommandType

__all__ = ["commands", "effect_in_words"]


def effect_in_words(command: CommandType) -> str:
    """What sending it may do."""
    if command.destroys:
        return f"erases {command.destroys}"
    return "moves a machine, or may: sent at most once" if command.effect == "physical" else "may be sent again"


@click.command()
@click.argument("words", nargs=-1, metavar="[TYPE | WORD]...", shell_complete=command_types)
@json_option
def commands(words: tuple[str, ...], as_json: bool) -> None:
    """List command types that have all WORDS somewhere; with one TYPE, say what it takes.

    Words are looked for in names, domains, summaries and members. Ranges are those of DJI's documents.

    \b
    Examples:
      skybind downlink commands
      skybind downlink commands gimbal
      skybind downlink commands flighttask_prepare
      skybind downlink commands camera --json
    """
    from skybind_clients.downlink.commands import COMMANDS, catalogue

    if len(words) == 1 and words[0] in COMMANDS:
        known = {"type": words[0], **catalogue()[words[0]]}
        click.echo(json.dumps(known) if as_json else "\n".join(_described(COMMANDS[words[0]], known)))
        return
    found = [command for command in COMMANDS.values() if _has(catalogue()[command.type], command.type, words)]
    if not found:
        raise UsageError(f"no command has {' and '.join(words)}", advice="skybind downlink commands lists all.")
    if as_json:
        click.echo(json.dumps([{"type": command.type, **catalogue()[command.type]} for command in found]))
        return
    domain = ""
    for command in found:
        if command.domain != domain:
            domain = command.domain
            click.echo(f"{domain}")
        mark = "!" if command.effect == "physical" else " "
        click.echo(f" {mark} {command.type:<36} {command.summary}")
    click.echo(f"\n{len(found)} of {len(COMMANDS)}; ! moves a machine, or may")


def _has(known: Mapping[str, Any], name: str, words: tuple[str, ...]) -> bool:
    members = " ".join(f"{member['name']} {member['description']}" for member in known["members"])
    text = f"{name} {known['domain']} {known['summary']} {members}".casefold()
    return all(word.casefold() in text for word in words)


def _described(command: CommandType, known: Mapping[str, Any]) -> Iterator[str]:
    yield f"{command.type}: {command.summary}"
    yield f"  {effect_in_words(command)}"
    if known["gateways"]:
        yield f"  documented for {', '.join(known['gateways'])}"
    if not known["members"]:
        yield "\nIt takes nothing."
    else:
        yield "\nMembers (* must be given):"
    for member in known["members"]:
        unit = f", {member['unit']}" if member["unit"] else ""
        limits = f", {member['limits']}" if member["limits"] else ""
        star = "*" if member["required"] else " "
        yield f" {star} {member['name']}  {member['type']}{unit}{limits}"
        yield textwrap.fill(member["description"], 100, initial_indent=" " * 6, subsequent_indent=" " * 6)
        for value in member["values"]:
            yield f"        {value['value']:>3}  {value['name']:<24} {value['meaning']}"
    for rule in known["rules"]:
        yield f"\nRule: {rule}"
    if known["not_carried"]:
        yield f"\nDJI's method also has {', '.join(known['not_carried'])}; the platform does not carry them."
    yield f"\nSource: {known['source']}"
