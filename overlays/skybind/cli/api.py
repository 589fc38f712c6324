"""``skybind api``: any operation of any service."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from skybind.cli.completing import argument_names, operation_names, service_names
from skybind.cli.options import json_option, profile_option
from skybind.cli.services import SERVICES, Service, connect, service_named
from skybind.errors import OutcomeUnknown, SkybindError, UsageError

if TYPE_CHECKING:
    from skybind_clients.runtime import Operation

__all__ = ["api", "call_options", "run_call"]


def call_options(command: Any) -> Any:
    """The arguments and options of a call, but for its service."""
    for option in reversed(
        (
            click.argument("operation", required=False, shell_complete=operation_names),
            click.argument(
                "arguments", nargs=-1, metavar="[NAME=VALUE | NAME:=JSON]...", shell_complete=argument_names
            ),
            click.option("--describe", is_flag=True, help="Say what the operation takes, does and refuses."),
            click.option("--page-all", is_flag=True, help="All pages of a list, not only the first."),
            json_option,
            click.option("--raw", is_flag=True, help="The answer's bytes as they came."),
            click.option("--show-secrets", is_flag=True, help="Show keys, tokens and signed addresses."),
            click.option("--unchecked", is_flag=True, help="Send what is beyond the documented limits."),
            profile_option,
        )
    ):
        command = option(command)
    return command


@click.command("api")
@click.argument("service", required=False, shell_complete=service_names)
@call_options
def api(service: str | None, **wishes: Any) -> None:
    """Call any OPERATION of a SERVICE, by group and method or by its operationId; without one, list them.

    NAME=VALUE is read by the type of the argument: lists may be separated by commas. NAME:=JSON takes any JSON.
    NAME=@file and NAME:=@file read a file, @- reads stdin: passwords need not be typed.

    A wrong name or value is refused before anything is sent.

    \b
    Examples:
      skybind api koomap
      skybind api koomap workspaces.create --describe
      skybind api koomap workspaces.create workspace_name=survey_2026
      skybind api koomap listCommonWorkspace order_by=create_time_desc --page-all --json
      skybind api terra jobs.list status=failed
      skybind api iam tokens.create auth:=@login.json --show-secrets --json
    """
    if service is None:
        width = max(map(len, SERVICES))
        for name, known in SERVICES.items():
            click.echo(f"{name:<{width}}  {known.title}")
        click.echo("\nTheir operations: skybind api SERVICE")
        return
    run_call(service, **wishes)


def run_call(
    service: str,
    operation: str | None,
    arguments: tuple[str, ...],
    describe: bool,
    page_all: bool,
    as_json: bool,
    raw: bool,
    show_secrets: bool,
    unchecked: bool,
    profile: str | None,
) -> None:
    """List operations, describe one, or call it, and say what came of it.

    Raises:
        UsageError: what was typed cannot be; nothing was sent.
        SkybindError: as the call raises it.
    """
    from importlib import import_module

    from skybind.cli.arguments import arguments_of, given_of, parameters_of_method
    from skybind.cli.operations import find_operation, groups_of, method_of

    facts = service_named(service)
    if operation is None or operation in {known.call.partition(".")[0] for known in _table(facts)}:
        _list(facts, operation, arguments, as_json=as_json)
        return
    wanted = find_operation(service, facts.package, operation)
    method = method_of(groups_of(facts.package), wanted)
    parameters = parameters_of_method(facts.package, method)
    limits: Mapping[str, Any] = import_module(f"{facts.package}.limits").limits().get(wanted.id, {})
    if describe:
        from skybind.cli.answers import width_of_screen
        from skybind.cli.describing import described, description_text

        about = described(service, facts.package, wanted, method, parameters, limits)
        click.echo(_dumped(about) if as_json else description_text(about, min(width_of_screen(), 110)))
        return
    if page_all and wanted.paging is None:
        raise UsageError(f"{wanted.call} has no pages", advice="Leave --page-all out.")
    if page_all and raw:
        raise UsageError("--raw shows one answer, and --page-all is many", advice="Leave one of them out.")
    given = arguments_of(wanted, parameters, given_of(arguments), limits, checked=not unchecked)
    with connect(service, profile) as client:
        view = client.with_options(check_limits=False) if unchecked else client
        try:
            _call(view, facts, wanted, given, page_all=page_all, as_json=as_json, raw=raw, show_secrets=show_secrets)
        except UsageError:
            raise
        except SkybindError as error:
            raise _told(error, service, wanted, given) from error.__cause__


def _table(facts: Service) -> list[Operation]:
    from skybind.cli.operations import operations

    return list(operations(facts.package).values())


def _list(facts: Service, group: str | None, arguments: tuple[str, ...], *, as_json: bool) -> None:
    from skybind.cli.answers import width_of_screen
    from skybind.cli.describing import listing_text

    table = [one for one in _table(facts) if group in {None, one.call.partition(".")[0]}]
    if arguments:
        raise UsageError(
            f"{group} is a group of operations", advice=f"Name one: {', '.join(one.call for one in table)}."
        )
    rows = [{"call": one.call, "id": one.id, "summary": one.summary, "effect": one.effect} for one in table]
    click.echo(_dumped(rows) if as_json else listing_text(table, min(width_of_screen(), 120)))


def _call(
    client: Any,
    facts: Service,
    wanted: Operation,
    given: Mapping[str, Any],
    *,
    page_all: bool,
    as_json: bool,
    raw: bool,
    show_secrets: bool,
) -> None:
    from skybind.cli.answers import HIDDEN, as_text, hides, width_of_screen
    from skybind.cli.answers import as_json as jsonable
    from skybind.cli.operations import method_of

    headers: dict[str, str] = {}
    answer: Any
    if page_all:
        answer = list(method_of(client, wanted)(**given))
    else:
        group, method = wanted.call.split(".")
        reply = getattr(getattr(client, group).with_raw, method)(**given)
        if raw:
            sys.stdout.buffer.write(reply.body)
            return
        answer = reply.parse()
        headers = {name: reply.headers[name] for name in facts.answer_headers if name in reply.headers}
        if wanted.paging is not None:
            _say_the_rest(len(answer.items), answer.total)
            answer = answer.items
    content = jsonable(answer, secrets=show_secrets)
    if headers and isinstance(content, dict):
        content |= headers if show_secrets else dict.fromkeys(headers, HIDDEN)
    click.echo(_dumped(content) if as_json else as_text(content, width_of_screen()))
    if not show_secrets and (headers or hides(answer)):
        click.echo("secrets are hidden; --show-secrets shows them", err=True)


def _say_the_rest(shown: int, total: int | None) -> None:
    if total is not None and total > shown:
        click.echo(f"{shown:,} of {total:,}; --page-all brings all", err=True)
    elif total is None and shown:
        click.echo("the first page; there may be more, which --page-all brings", err=True)


def _told(error: SkybindError, service: str, wanted: Operation, given: Mapping[str, Any]) -> SkybindError:
    """The error of a call; of one whose outcome nobody knows, with what was sent and where to look."""
    if isinstance(error, OutcomeUnknown):
        from skybind.cli.answers import HIDDEN, secret_fields

        secret = secret_fields(SERVICES[service].package)
        words = (f"{name}={HIDDEN if name in secret else _sent(value)}" for name, value in given.items())
        sent = " ".join([wanted.call, *words])
        group = wanted.call.partition(".")[0]
        look = next((one.call for one in _table(SERVICES[service]) if one.call == f"{group}.list"), None)
        where = f" Look first: skybind api {service} {look}" if look else " Look whether it was done."
        error.advice = f"Sent: {sent}\n       Do not send it again blindly.{where}"
    return error


def _sent(value: Any) -> str:
    from skybind.cli.answers import as_json as jsonable

    content = jsonable(value)
    return content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)


def _dumped(content: Any) -> str:
    return json.dumps(content, indent=2)
