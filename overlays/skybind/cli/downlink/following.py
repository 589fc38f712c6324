"""``skybind downlink get`` and ``watch``: what has become of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from skybind.cli.downlink.connecting import connected
from skybind.cli.options import finish, json_option, profile_option, timeout_option

if TYPE_CHECKING:
    from datetime import timedelta

    from skybind.downlink import Command
    from skybind_clients.downlink.models import CommandState

__all__ = ["followed", "get", "said", "watch"]


def said(command: Command, state: CommandState) -> dict[str, Any]:
    """What is known of a command, as JSON."""
    from skybind.downlink.statuses import code_of, output_of, status_of, words_of

    return {
        "command": command.id,
        "token": command.token,
        "type": command.command_type or _text(state.command_type),
        "device": command.device_id or _text(state.device_id),
        "status": status_of(state).value,
        "taken": command.taken,
        "code": code_of(state) or None,
        "message": words_of(state) or None,
        "output": dict(output_of(state)),
    }


def followed(command: Command, timeout: timedelta | None = None, *, quiet: bool = False) -> CommandState:
    """Wait until the device took it, with a line for each change. Raises as ``Command.wait`` does."""
    from skybind.downlink.statuses import status_of

    seen: list[str] = []

    def told(state: CommandState) -> None:
        status = status_of(state).value
        if not quiet and status not in seen:
            seen.append(status)
            click.echo(f"{command.command_type or 'command'}: {status}", err=True)

    return command.wait(timeout, progress=told)


@click.command()
@click.argument("command_id", metavar="ID|TOKEN")
@profile_option
@json_option
def get(command_id: str, profile: str | None, as_json: bool) -> None:
    """Ask once what has become of a command.

    \b
    Examples:
      skybind downlink get 676eda60-93c8-3534-3add-1e24d30c7d43
      skybind downlink get sb1.downlink.eyJ… --json
    """
    with connected(profile) as client:
        command = client.command(command_id)
        result = said(command, command.poll())
    parts = (result["type"], result["device"], result["status"], result["code"], result["message"])
    finish(result, as_json, f"{result['command']}: {' · '.join(str(part) for part in parts if part)}")


@click.command()
@click.argument("command_id", metavar="ID|TOKEN")
@timeout_option
@profile_option
@json_option
def watch(command_id: str, timeout: timedelta | None, profile: str | None, as_json: bool) -> None:
    """Wait until the device took a command, or refused it. Taken is not done: a flight has only begun by then.

    \b
    Example:
      skybind downlink watch sb1.downlink.eyJ… --timeout 60s
    """
    with connected(profile) as client:
        command = client.command(command_id)
        state = followed(command, timeout, quiet=as_json)
    finish(said(command, state), as_json, f"{command.command_type or command.id}: the device took it")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
