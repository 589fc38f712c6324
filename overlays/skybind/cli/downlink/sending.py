"""``skybind downlink send``: one command, confirmed if it moves a machine, sent at most once."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

from skybind.cli.completing import command_types, member_names
from skybind.cli.downlink.catalogue import effect_in_words
from skybind.cli.downlink.connecting import connected
from skybind.cli.downlink.following import followed, said
from skybind.cli.options import finish, json_option, profile_option
from skybind.errors import UsageError

if TYPE_CHECKING:
    from skybind.downlink import Downlink, Intent

__all__ = ["confirmed", "explained", "send"]


def confirmed(question: str, yes: bool) -> None:
    """Go on if a person says so.

    Raises:
        UsageError: nobody did.
    """
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError(f"{question}: nobody is here to confirm it", advice="Say --yes if it is meant.")
    if not click.confirm(f"{question}. Send it?", default=False, err=True):
        raise UsageError("nothing was sent")


@click.command()
@click.argument("command_type", metavar="TYPE", shell_complete=command_types)
@click.argument("members", nargs=-1, metavar="[NAME=VALUE | NAME:=JSON]...", shell_complete=member_names)
@click.option("--device", metavar="ID", help="The device.  [default: SKYBIND_DOWNLINK_DEVICE_ID]")
@click.option("--payload", metavar="FILE", help="JSON of the payload; - reads stdin. Members go over it.")
@click.option("--timeout-seconds", type=click.IntRange(0, 300), help="How long the platform waits.  [default: 30]")
@click.option("--idempotency-key", metavar="KEY", help="Names the command; made if it is left out.")
@click.option(
    "--ask", metavar="KEY", help="The answer was lost: ask by its key. What never arrived is carried out now."
)
@click.option("--compatible", is_flag=True, help="Hold it only to what the platform asks for, not to DJI's ranges.")
@click.option("--no-wait", is_flag=True, help="Do not wait until the device took it.")
@click.option("--dry-run", is_flag=True, help="Show the signed request, and send nothing.")
@click.option("-y", "--yes", is_flag=True, help="Send it without a question.")
@profile_option
@json_option
def send(
    command_type: str,
    members: tuple[str, ...],
    device: str | None,
    payload: str | None,
    timeout_seconds: int | None,
    idempotency_key: str | None,
    ask: str | None,
    compatible: bool,
    no_wait: bool,
    dry_run: bool,
    yes: bool,
    profile: str | None,
    as_json: bool,
) -> None:
    """Send a command of TYPE to a device, and wait until the device took it.

    What moves a machine, or may, is confirmed and sent at most once. If the answer is lost, that is said, with exit
    code 12, and with the command that asks: nothing is guessed.

    \b
    Examples:
      skybind downlink send cover_open --device dock-7
      skybind downlink send flighttask_prepare --device dock-7 --payload task.json rth_altitude=80
      skybind downlink send gimbal_reset payload_index=52-0-0 reset_mode=CENTRE --yes
      skybind downlink send return_home --device dock-7 --dry-run
    """
    from skybind.cli.downlink.members import command_named, payload_of

    name = command_named(command_type)
    content = payload_of(name, payload, members, stdin=sys.stdin)
    with connected(profile) as client:
        intent = client.intent(
            (name, content),
            device_id=device,
            timeout_seconds=timeout_seconds,
            idempotency_key=ask or idempotency_key,
            profile="compatible" if compatible else None,
        )
        if dry_run:
            finish(*_shown(client, intent, as_json))
            return
        _question(intent, ask is not None, yes)
        with explained(profile, intent):
            command = client.ask(intent, however_old=True) if ask else client.send(intent)
        if no_wait:
            result = {"command": command.id, "token": command.token, "status": str(command.status)}
            finish(result, as_json, f"command {command.id}: accepted\nask with: skybind downlink watch {command.token}")
            return
        state = followed(command, quiet=as_json)
    finish(said(command, state), as_json, f"{name}: the device took it")


@contextlib.contextmanager
def explained(profile: str | None, intent: Intent | None = None) -> Iterator[None]:
    """Have a lost answer say how to ask, and Ctrl-C too when the intent is known by then.

    The same key wants the same payload, which may hold secrets: it is kept in a file for its owner, and not printed.
    """
    from skybind.downlink import CommandUnknown

    try:
        yield
    except CommandUnknown as error:
        error.advice = _how_to_ask(error.intent, profile)
        raise
    except KeyboardInterrupt:
        if intent is not None and intent.sent_at is not None:
            click.echo(f"\n{intent} was on its way; it may be carried out. {_how_to_ask(intent, profile)}", err=True)
        raise


def _how_to_ask(intent: Intent, profile: str | None) -> str:
    words = ["skybind", "downlink", "send", intent.command_type, "--device", intent.device_id]
    words += ["--ask", intent.idempotency_key]
    words += ["--timeout-seconds", str(intent.timeout_seconds)] if intent.timeout_seconds is not None else []
    words += ["--compatible"] if intent.profile == "compatible" else []
    words += ["--profile", profile] if profile else []
    try:
        words += ["--payload", str(_kept(intent))]
        more = ""
    except OSError as error:  # that the disk is full must not hide what happened
        more = f" with the same payload, which could not be kept ({error.strerror})"
    return (
        "Nothing is sent again by itself. Look at the device. To ask the platform by the same key (which carries the "
        f"command out now if it never arrived){more}: {shlex.join(words)}"
    )


def _kept(intent: Intent) -> Path:
    from skybind.transfers.places import state_dir

    folder = state_dir() / "commands"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{quote(intent.idempotency_key, safe='')}.json"  # a caller's own key may have a slash
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as opened:
        json.dump(dict(intent.payload), opened)
    return file


def _question(intent: Intent, asks: bool, yes: bool) -> None:
    from skybind_clients.downlink.commands import COMMANDS

    command = COMMANDS[intent.command_type]
    if command.effect != "physical":
        return
    late = " If it never arrived, it is carried out NOW." if asks else ""
    what = f"{command.summary} ({effect_in_words(command)})"
    confirmed(f"{intent}: {what}.{late}".rstrip("."), yes)


def _shown(client: Downlink, intent: Intent, as_json: bool) -> tuple[Any, bool, str]:
    from skybind.cli.downlink.members import secrets_hidden

    request = client.rehearse(intent)
    headers = {name: "(hidden)" if name == "x-api-signature" else value for name, value in request.headers.items()}
    body = json.loads(request.body)
    body["payload"] = secrets_hidden(intent.command_type, body["payload"])
    result = {"method": request.method, "url": request.url, "headers": headers, "body": body, "sent": False}
    lines = [f"{request.method} {request.url}", *(f"{name}: {value}" for name, value in headers.items())]
    text = "\n".join([*lines, "", json.dumps(body, indent=1, ensure_ascii=False), "", "nothing was sent"])
    return result, as_json, text
