"""What is meant by a command, before it is sent: type, payload, device, and the key that makes it one command.

The key is made once for each intent and goes with every attempt to send it. The platform promises that the same key
with the same request returns the command that there is.
"""

from __future__ import annotations

import copy
import difflib
import uuid
from collections.abc import Mapping
from enum import Enum
from typing import Any, Literal, Protocol

import attrs

from skybind.errors import UsageError
from skybind_clients.downlink.commands import BY_MODEL, COMMANDS
from skybind_clients.runtime import UNSET, Unset

__all__ = ["TIMEOUT", "Intent", "Payload", "Profile", "Sendable", "UnlistedCommand", "intent_of"]

#: How strictly a payload is looked at before it leaves: ``strict`` holds it to the ranges of DJI's documents,
#: ``compatible`` to what the platform asks for, presence and type.
Profile = Literal["strict", "compatible"]
CommandEffect = Literal["physical", "keyed"]

TIMEOUT = 30  # seconds that the platform waits for the device's reply if nothing else is said
_MODELS = "skybind_clients.downlink.models"


class Payload(Protocol):
    """The payload of a command, one class for each type: ``FlighttaskPrepare`` and so on."""

    def to_dict(self) -> dict[str, Any]: ...


@attrs.frozen
class UnlistedCommand:
    """A command whose type is not among the 83; sent deliberately, and looked at by nobody before it leaves.

    Attributes:
        command_type: Name of the method.
        payload: What it takes.
        effect: ``physical`` unless it is surely harmless to send twice; then ``keyed``.

    Raises:
        UsageError: the type is listed; its own class says what it takes.
    """

    command_type: str = attrs.field()
    payload: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    effect: CommandEffect = attrs.field(default="physical", validator=attrs.validators.in_(("physical", "keyed")))

    @command_type.validator
    def _unlisted(self, _attribute: attrs.Attribute[str], value: str) -> None:
        if value in COMMANDS:
            raise UsageError(f"{value} is a listed command", advice=f"Send a {COMMANDS[value].model}.")


@attrs.frozen
class Intent:
    """A command that is meant, once. The same intent is the same command, however often it is sent or asked about.

    Attributes:
        command_type: Name of the method.
        payload: What it takes, as JSON; may hold secrets, and does not print.
        device_id: The device, by the platform's id.
        idempotency_key: Names the command at the platform.
        timeout_seconds: How long the platform waits for the device's reply, 0 to 300; None leaves that to it.
        effect: ``physical`` moves a machine, or may, and is sent once; ``keyed`` may be sent again with its key.
        profile: How strictly it is looked at before it leaves.
    """

    command_type: str
    payload: Mapping[str, Any] = attrs.field(repr=False)
    device_id: str
    idempotency_key: str
    timeout_seconds: int | None = None
    effect: CommandEffect = "physical"
    profile: Profile = "strict"
    _first: dict[str, tuple[float, object]] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @property
    def sent_at(self) -> float | None:
        """Unix seconds by this machine's clock when it was sent first; None if it was not sent from here."""
        return self._first["sent"][0] if self._first else None

    def begin(self, now: float) -> bool:
        """Note that it is sent at this time; False, from whatever thread, if it was sent before."""
        mark = (now, object())
        return self._first.setdefault("sent", mark) is mark

    def forget(self) -> None:
        """Note that it surely was not accepted."""
        self._first.clear()

    @property
    def patience(self) -> int:
        """Seconds that the platform waits for the device; that 0 counts as not given is our assumption."""
        return self.timeout_seconds or TIMEOUT

    def request(self) -> dict[str, Any]:
        """Arguments of ``commands.create``."""
        timeout: int | Unset = UNSET if self.timeout_seconds is None else self.timeout_seconds
        return {
            "vendor": "dji",
            "device_id": self.device_id,
            "command_type": self.command_type,
            "payload": copy.deepcopy(dict(self.payload)),
            "idempotency_key": self.idempotency_key,
            "timeout_seconds": timeout,
        }

    def __str__(self) -> str:
        return f"{self.command_type} to {self.device_id}"


#: What can be sent: a payload, a listed type with a mapping, an unlisted one, or what was meant before.
Sendable = Payload | tuple[str, Mapping[str, Any]] | UnlistedCommand | Intent


def intent_of(
    command: Payload | tuple[str, Mapping[str, Any]] | UnlistedCommand,
    device_id: str | None,
    *,
    timeout_seconds: int | None = None,
    idempotency_key: str | None = None,
    profile: Profile | None = None,
) -> Intent:
    """What is meant; nothing is sent.

    Args:
        command: A payload of one of the 83 classes, a pair of a listed type and a mapping, or an unlisted command.
        device_id: The device, or None if none is known.
        timeout_seconds: How long the platform waits for the device's reply.
        idempotency_key: A key of the caller's own; one is made if it is None.
        profile: None looks strictly at what moves a machine, and compatibly at everything else.

    Raises:
        UsageError: no device, a type that is not listed, or something that is no payload of a command.
    """
    command_type, payload, effect = _read(command)
    if not device_id:
        raise UsageError(
            f"{command_type}: to which device?",
            advice="Give device_id, or set SKYBIND_DOWNLINK_DEVICE_ID.",
        )
    if profile not in {None, "strict", "compatible"}:
        raise UsageError(f"there is no profile {profile!r}", advice="Say strict or compatible.")
    return Intent(
        command_type,
        payload,
        device_id,
        idempotency_key or f"skybind-{command_type}-{uuid.uuid4()}",
        timeout_seconds,
        effect,
        profile or ("strict" if effect == "physical" else "compatible"),
    )


def _read(command: object) -> tuple[str, dict[str, Any], CommandEffect]:
    if isinstance(command, UnlistedCommand):
        return command.command_type, _plain(command.payload), command.effect
    if isinstance(command, tuple) and len(command) == 2 and isinstance(command[1], Mapping):
        return _listed(str(command[0])), _plain(command[1]), COMMANDS[str(command[0])].effect
    kind = type(command)
    known = BY_MODEL.get(kind.__name__) if kind.__module__.startswith(_MODELS) else None
    if known is None:
        raise UsageError(
            f"a {kind.__name__} is no command",
            advice="Send a payload (FlighttaskPrepare and so on), or a pair of command type and mapping.",
        )
    return known.type, _plain(command), known.effect


def _listed(command_type: str) -> str:
    if command_type not in COMMANDS:
        close = difflib.get_close_matches(command_type, COMMANDS, 3)
        hint = f"Did you mean {' or '.join(close)}? " if close else ""
        raise UsageError(
            f"{command_type!r} is not among the platform's {len(COMMANDS)} commands",
            advice=f"{hint}UnlistedCommand(...) sends it all the same.",
        )
    return command_type


def _plain(value: Any) -> Any:
    """JSON of what may hold models and enums; members that were not given are left out."""
    if hasattr(value, "to_dict"):
        return _plain(value.to_dict())
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items() if not isinstance(part, Unset)}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value.value if isinstance(value, Enum) else value
