"""Pages about the command: what `--help` prints, and its exit codes."""

from __future__ import annotations

from collections.abc import Iterator

import click

from documentation.tables import table
from skybind.cli.commands import cli
from skybind.cli.exits import EXIT_CODES

__all__ = ["command_page", "exit_code_page"]

_WIDTH = 100


def command_page() -> str:
    """Help of every command, in the order in which `skybind --help` lists them."""
    parts = ["# The command\n\nWhat `--help` prints. [Exit codes](exit-codes.md) are the same for all commands.\n"]
    for words, command in _commands(cli, "skybind"):
        context = click.Context(command, info_name=words, terminal_width=_WIDTH, max_content_width=_WIDTH)
        level = "##" if words.count(" ") < 2 else "###"
        parts.append(f"{level} {words} {{ #{words.replace(' ', '-')} }}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _commands(command: click.Command, words: str) -> Iterator[tuple[str, click.Command]]:
    """A command and those in it; hidden ones are left out."""
    yield words, command
    if isinstance(command, click.Group):
        for name in command.commands:
            if not command.commands[name].hidden:
                yield from _commands(command.commands[name], f"{words} {name}")


def exit_code_page() -> str:
    """The table of exit codes."""
    rows = ((str(number), meaning) for number, meaning in EXIT_CODES.items())
    return (
        "# Exit codes\n\nThe last line of an error on stderr names the code too. Whatever was confirmed before it is "
        "on record: run the same command again.\n\n" + table(("code", "meaning"), rows) + "\n"
    )
