"""What the shell is told of services, operations and arguments when somebody presses the tab key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from skybind.cli.services import SERVICES, service_named
from skybind.errors import UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["argument_names", "command_types", "member_names", "operation_names", "service_names"]


def service_names(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Services."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, help=service.title) for name, service in SERVICES.items() if name.startswith(begun)]


def _service_of(context: click.Context) -> str:
    """The service whose operations are completed: that which was typed, else that of the group."""
    group = context.parent.command.name if context.parent else None
    return context.params.get("service") or group or ""


def operation_names(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Operations, by group and method; by operationId where that was begun."""
    from click.shell_completion import CompletionItem

    from skybind.cli.operations import operations

    service = SERVICES.get(_service_of(context))
    if service is None:
        return []
    table = operations(service.package).values()
    names = {operation.call: operation.summary for operation in table}
    if begun and not any(name.startswith(begun) for name in names):
        names = {operation.id: operation.summary for operation in table}
    return [CompletionItem(name, help=summary) for name, summary in names.items() if name.startswith(begun)]


def argument_names(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Arguments of the operation that was typed."""
    from click.shell_completion import CompletionItem

    from skybind.cli.arguments import parameters_of_method
    from skybind.cli.operations import find_operation, groups_of, method_of

    name, word = _service_of(context), context.params.get("operation") or ""
    try:
        package = service_named(name).package
        method = method_of(groups_of(package), find_operation(name, package, word))
    except UsageError:
        return []
    names = [f"{parameter.word}=" for parameter in parameters_of_method(package, method)]
    return [CompletionItem(known) for known in names if known.startswith(begun)]


def command_types(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Types of commands to docks and drones."""
    from click.shell_completion import CompletionItem

    from skybind_clients.downlink.commands import COMMANDS

    return [CompletionItem(name, help=known.summary) for name, known in COMMANDS.items() if name.startswith(begun)]


def member_names(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Members of the command that was typed."""
    from click.shell_completion import CompletionItem

    from skybind_clients.downlink.commands import catalogue

    known = catalogue().get(str(context.params.get("command_type")), {"members": []})
    plain = [member for member in known["members"] if "[]" not in member["name"]]
    found = [(f"{member['name']}=", member["description"]) for member in plain if member["type"] != "object"]
    return [CompletionItem(name, help=text) for name, text in found if name.startswith(begun)]
