"""Sending a command, at most once if it moves a machine; and asking what became of one whose answer was lost.

What is physical goes out in one attempt. If its answer does not come, or comes without saying whether the command was
accepted, that is said (``CommandUnknown``), and the caller decides. What is harmless goes again by itself, with the
same key and another nonce.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any, cast

import attrs

from skybind.downlink.intents import CommandEffect, Intent
from skybind.downlink.outcomes import CommandUnknown
from skybind.downlink.refusals import leaves_open
from skybind.errors import DecodeError, NotSent, OutcomeUnknown, ServiceError, SkybindError, UsageError
from skybind.steps import Workflow, ask
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.downlink.facade import AsyncCommands, Commands
from skybind_clients.downlink.models import AcceptedCommand
from skybind_clients.runtime import AsyncCaller, Caller, Operation

__all__ = ["asked", "async_commands_with", "commands_with", "noted", "sent"]


class _WithEffect:
    """Calls whose operation has another effect: what may be repeated depends on the command, not on the operation."""

    def __init__(self, transport: Transport | AsyncTransport, effect: CommandEffect) -> None:
        self._transport = transport
        self._effect = effect

    def __call__(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], Any]) -> Any:
        return self._transport(attrs.evolve(operation, effect=self._effect), request, decode)


def commands_with(transport: Transport, effect: CommandEffect) -> Commands:
    """The group of commands, for one command of this effect that was looked at already."""
    unchecked = transport.with_options(transport.options.replace(check_limits=False))
    return Commands(cast("Caller", _WithEffect(unchecked, effect)))


def async_commands_with(transport: AsyncTransport, effect: CommandEffect) -> AsyncCommands:
    """The same for asyncio."""
    unchecked = transport.with_options(transport.options.replace(check_limits=False))
    return AsyncCommands(cast("AsyncCaller", _WithEffect(unchecked, effect)))


def sent(intent: Intent, *, wall: Callable[[], float] = time.time) -> Workflow[AcceptedCommand]:
    """Send it for the first time.

    Raises:
        CommandUnknown: it moves a machine, or may, and whether it was accepted is not known.
        ServiceError: the platform refuses; surely nothing was accepted.
        TransportError: there was no answer; nothing was sent, or it is harmless to send the intent again.
        UsageError: it moves a machine, or may, and was sent already.
    """
    if not intent.begin(wall()) and intent.effect == "physical":
        raise UsageError(f"{intent} was sent already", advice="ask(...) tells what became of it.")
    try:
        return (yield from _created(intent))
    except (NotSent, ServiceError):
        intent.forget()
        raise


def asked(
    intent: Intent,
    *,
    max_age: timedelta | float | None = None,
    however_old: bool = False,
    wall: Callable[[], float] = time.time,
) -> Workflow[AcceptedCommand]:
    """Send it once more with its key, if it is not too late for that.

    The wall clock counts here rather than the monotonic one, which stands still while a laptop sleeps: a command that
    arrives hours late is what this is to prevent. A clock that was set back makes the age unknown.

    Raises:
        UsageError: it was sent longer ago than ``max_age``, or it is not known when.
        CommandUnknown: this answer was lost too.
        ServiceError: the platform refuses; that says nothing of the first request.
    """
    limit = max_age.total_seconds() if isinstance(max_age, timedelta) else max_age
    limit = float(intent.patience) if limit is None else limit
    age = None if intent.sent_at is None else wall() - intent.sent_at
    if intent.effect == "physical" and not however_old and (age is None or not 0.0 <= age <= limit):
        known = age is not None and age >= 0
        words = f"was sent {age:.0f} s ago, and {limit:g} s are allowed" if known else "was sent at an unknown time"
        raise UsageError(
            f"{intent} {words}: asking would carry it out now if it never arrived",
            advice="Look at the device. max_age=… allows more, however_old=True anything.",
        )
    return (yield from _created(intent))


@contextlib.contextmanager
def noted(intent: Intent) -> Iterator[None]:
    """Have Ctrl-C and cancellation carry the key of the command that they left on its way."""
    try:
        yield
    except SkybindError:
        raise
    except BaseException as error:
        error.add_note(f"{intent} was on its way and may be carried out; its key is {intent.idempotency_key}")
        raise


def _created(intent: Intent) -> Workflow[AcceptedCommand]:
    def create(commands: Commands) -> AcceptedCommand:
        return commands.create(**intent.request())

    try:
        return (yield from ask(create))
    except (OutcomeUnknown, DecodeError) as error:
        if intent.effect != "physical":
            raise
        raise _unknown(intent, error) from error
    except ServiceError as error:
        if intent.effect != "physical" or not leaves_open(error):
            raise
        raise _unknown(intent, error) from error


def _unknown(intent: Intent, error: SkybindError) -> CommandUnknown:
    if isinstance(error, DecodeError):
        happened = "an answer came that cannot be read"
    elif isinstance(error, ServiceError):
        code = f", {error.code}" if error.code else ""
        happened = f"the answer does not say whether it was accepted (HTTP {error.status}{code})"
    else:
        happened = "the answer was lost"
    return CommandUnknown(
        f"{intent} was sent, and {happened}; it may have been carried out. Its key is {intent.idempotency_key}",
        intent=intent,
        advice=(
            "It is not sent again by itself. ask(error) asks the platform for the command of this key. If the first "
            "request did not arrive, that carries the command out; so ask within "
            f"{intent.patience} s, and look at the device after that."
        ),
    )
