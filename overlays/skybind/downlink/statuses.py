"""How far a command is, in both of the platform's models of that.

Source: the seed names six statuses (``status``); newer pages of the platform have ten, of which some are the same
(``public_status``). Where an answer has both, the newer one counts. What the seed's ``UNMATCHED_RESPONSE`` stands for
is not public; we take it for a reply of the device that says nothing certain.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from skybind_clients.downlink.models import AcceptedCommand, CommandState, CommandStatus
from skybind_clients.runtime import Unset

__all__ = ["Fate", "code_of", "fate_of", "output_of", "result_of", "status_of", "words_of"]


class Fate(Enum):
    """What a status means for whoever sent the command."""

    OPEN = "nothing is known yet"
    TAKEN = "the device took it; what it makes of it is not told here"
    REFUSED = "the device or the platform did not take it"
    SILENT = "no reply came in time; the device may have acted all the same"
    UNCLEAR = "a reply came that says nothing certain; the device may have acted"


# An unlisted status is open, and so is the platform's own UNKNOWN: both may still become something else.
_FATES = {
    CommandStatus.SUCCEEDED: Fate.TAKEN,
    CommandStatus.FAILED: Fate.REFUSED,
    CommandStatus.UNSUPPORTED: Fate.REFUSED,
    CommandStatus.CANCELLED: Fate.REFUSED,
    CommandStatus.TIMED_OUT: Fate.SILENT,
    CommandStatus.UNMATCHED_RESPONSE: Fate.UNCLEAR,
}


def status_of(answer: AcceptedCommand | CommandState) -> CommandStatus:
    """How far the command is, by the newer model if the answer has it."""
    newer = answer.public_status if isinstance(answer, CommandState) else None
    for found in (newer, answer.status):
        if isinstance(found, CommandStatus):
            return found
    return CommandStatus.UNKNOWN_TO_PLATFORM


def fate_of(answer: AcceptedCommand | CommandState) -> Fate:
    """What that means."""
    return _FATES.get(status_of(answer), Fate.OPEN)


def code_of(state: CommandState) -> str:
    """The device's code, as text; empty if it sent none."""
    return "" if isinstance(state.response_code, Unset) else state.response_code


def result_of(state: CommandState) -> str:
    """``result`` of the device's reply, by which the platform decides, as text; empty if there is none."""
    reply = state.vendor_response
    found = None if isinstance(reply, Unset) else reply.to_dict().get("result")
    return str(found) if isinstance(found, int | str) else ""


def words_of(state: CommandState) -> str:
    """The device's own words, else the platform's; empty if there are none."""
    return next((text for text in (state.response_message, state.failure_reason) if isinstance(text, str) and text), "")


def output_of(state: CommandState) -> Mapping[str, Any]:
    """What the device sent beside its code, as ``fileupload_list`` and others do; empty if it sent nothing."""
    reply = state.vendor_response
    found = None if isinstance(reply, Unset) else reply.to_dict().get("output")
    return found if isinstance(found, Mapping) else {}
