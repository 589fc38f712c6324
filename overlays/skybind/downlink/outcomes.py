"""How commands end badly.

::

    SkybindError
    ├── JobFailed
    │   └── CommandFailed          the device or the platform did not take it
    └── TransportError
        └── OutcomeUnknown         the device may have acted
            ├── CommandUnknown     the answer to sending it was lost; the same key asks about it
            └── CommandUnanswered  the platform has it, and no clear reply of the device
                └── CommandTimedOut    ... none within its time
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from skybind.downlink.statuses import code_of, result_of, status_of, words_of
from skybind.errors import JobFailed, OutcomeUnknown
from skybind_clients.downlink.commands import device_codes
from skybind_clients.downlink.models import CommandState, CommandStatus
from skybind_clients.runtime import Unset

if TYPE_CHECKING:
    from skybind.downlink.intents import Intent

__all__ = ["CommandFailed", "CommandTimedOut", "CommandUnanswered", "CommandUnknown", "failed", "unanswered"]


class CommandFailed(JobFailed):
    """The device or the platform did not take the command. ``advice`` says what to do, where that is known.

    Attributes:
        state: The platform's last answer.
        device_code: The device's code as text, empty if it sent none.
        meaning: What that code means, in English; empty for codes that are not documented.
        failure_code: The platform's own reason, or empty.
    """

    def __init__(
        self, message: str, *, state: CommandState, meaning: str = "", advice: str = "", token: str | None = None
    ) -> None:
        super().__init__(message, job_id=state.command_id, service_message=words_of(state), token=token)
        self.advice = advice
        self.state = state
        self.device_code = code_of(state)
        self.meaning = meaning
        self.failure_code = "" if isinstance(state.failure_code, Unset) else state.failure_code


class CommandUnknown(OutcomeUnknown):
    """A command was sent and its answer is lost: it may have been carried out, and is not sent again by itself.

    ``client.ask(error)`` asks for the command that the key has made; see there for what that may do.

    Attributes:
        intent: What was meant, with the key; ask with it.
        idempotency_key: The key.
        command_type: What was sent.
        device_id: To which device.
    """

    def __init__(self, message: str, *, intent: Intent, advice: str = "") -> None:
        super().__init__(message, operation="createCommand", advice=advice)
        self.intent = intent
        self.idempotency_key = intent.idempotency_key
        self.command_type = intent.command_type
        self.device_id = intent.device_id


class CommandUnanswered(OutcomeUnknown):
    """The platform has the command and ended it without a clear reply of the device, which may have acted.

    Attributes:
        state: The platform's last answer.
    """

    def __init__(self, message: str, *, state: CommandState, advice: str = "", token: str | None = None) -> None:
        super().__init__(message, operation="getCommand", advice=advice, token=token)
        self.state = state


class CommandTimedOut(CommandUnanswered):
    """No reply of the device came within the command's time; the device may have acted all the same."""


_LOOK = "Look at the device itself (live view, dock, controller) before anything is sent again."


def failed(state: CommandState, what: str, token: str) -> CommandFailed:
    """The error for a command that was not taken; ``what`` names it."""
    code = code_of(state)
    known = _known(code, result_of(state))
    meaning = str(known.get("meaning", ""))
    reason = "" if isinstance(state.failure_code, Unset) else state.failure_code
    parts = [part.rstrip(".") for part in (meaning, words_of(state)) if part]
    said = ": " + "; ".join(dict.fromkeys(parts)) if parts else ""
    facts = ", ".join(part for part in (f"device code {code}" if code else "", reason) if part)
    how = {
        CommandStatus.CANCELLED: "was cancelled",
        CommandStatus.UNSUPPORTED: "is not supported by the device",
    }.get(status_of(state), "was not taken")
    return CommandFailed(
        f"{what} {how}{said}{f' ({facts})' if facts else ''}",
        state=state,
        meaning=meaning,
        advice=str(known.get("advice", "")),
        token=token,
    )


def unanswered(state: CommandState, what: str, token: str) -> CommandUnanswered:
    """The error for a command whose device gave no clear reply; ``what`` names it."""
    if status_of(state) is CommandStatus.TIMED_OUT:
        words = f"{what}: the device did not reply in time; it may have acted all the same"
        return CommandTimedOut(words, state=state, advice=_LOOK, token=token)
    words = f"{what}: a reply came that the platform could not tie to the command; the device may have acted"
    return CommandUnanswered(words, state=state, advice=_LOOK, token=token)


def _known(*codes: str) -> Mapping[str, Any]:
    """What is documented of the first code that is an error and is documented.

    The platform's code may be a member that the reply has beside its result, and which may well be 0.
    """
    table: Mapping[str, Mapping[str, Any]] = device_codes().get("codes", {})
    return next((table[code] for code in codes if code != "0" and code in table), {})
