"""Payloads held against what is documented before they leave, as strictly as is wanted.

The platform looks at presence and type only: its own example sends a return height of 0, which every dock refuses.
DJI's documents have ranges. What moves a machine is held to them unless the caller says otherwise.
"""

from __future__ import annotations

import re
from typing import Any

from skybind.downlink.intents import Intent, Profile
from skybind.errors import UsageError
from skybind.wire.limits import LimitBroken, OperationLimits, Request
from skybind_clients.downlink.commands import COMMANDS, catalogue
from skybind_clients.downlink.limits import limits
from skybind_clients.downlink.operations import OPERATIONS
from skybind_clients.runtime import UNSET, Operation

__all__ = ["CREATE", "LIMITS", "CommandLimits", "check_intent"]

#: The one operation that sends commands.
CREATE = OPERATIONS["createCommand"]

_BY_PROFILE: dict[Profile, OperationLimits] = {
    "strict": OperationLimits(limits, strict=True),
    "compatible": OperationLimits(limits),
}
_PAYLOAD = "payload."


class CommandLimits:
    """Limits of all operations; commands that move a machine are held to DJI's ranges too."""

    def check(self, operation: Operation, request: Request) -> None:
        """Raises UsageError, which names the field, what is wrong with it, and what is allowed."""
        known = COMMANDS.get((request.get("json") or {}).get("command_type", "")) if operation.id == CREATE.id else None
        profile: Profile = "strict" if known is not None and known.effect == "physical" else "compatible"
        _BY_PROFILE[profile].check(operation, request)


#: One for all clients, since nothing in it changes.
LIMITS = CommandLimits()


def check_intent(intent: Intent) -> None:
    """Hold an intent to its profile.

    Raises:
        UsageError: names the member, its value, what is allowed with its unit, and where the rule is from.
    """
    body = {name: value for name, value in intent.request().items() if value is not UNSET}
    try:
        _BY_PROFILE[intent.profile].check(CREATE, {"json": body})
    except LimitBroken as error:
        raise UsageError(
            f"{intent}: {error.trouble}{_rule(intent.command_type, error)}",
            advice=(
                "Nothing was sent. profile='compatible' holds it only to what the platform asks for."
                if intent.profile == "strict"
                else "Nothing was sent. Options(check_limits=False) sends it all the same."
            ),
        ) from None


def _rule(command_type: str, error: LimitBroken) -> str:
    """Unit, range and source of the rule that a member breaks: `` (m; 20 to 1500; rule of …)``."""
    known, place = catalogue().get(command_type, {}), error.place
    if not place:
        return f" ({_whose(known['source'])})" if known else ""
    if not place.startswith(_PAYLOAD):
        return ""
    name = re.sub(r"\[\d+\]", "[]", place.removeprefix(_PAYLOAD))
    members: list[dict[str, Any]] = known.get("members", [])
    member = next((one for one in members if one["name"] in {name, name.removesuffix("[]")}), None)
    if member is None:
        return ""
    allowed = "" if member["limits"] in error.trouble else member["limits"]
    facts = [member["unit"], allowed, _whose(member["source"])]
    return f" ({'; '.join(fact for fact in facts if fact)})"


def _whose(source: str) -> str:
    """Who asks for it, in the words of an error: a source has `doc` where DJI's documents have the member."""
    documented = re.search(r"(^|; )doc", source) is not None
    return "rule of DJI's documents" if documented else "rule of the platform's own code"
