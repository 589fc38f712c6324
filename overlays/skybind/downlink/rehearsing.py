"""A command as it would be sent: for a look at it before anything moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from skybind.downlink.intents import Intent
from skybind.wire.conversation import Rehearsed
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.downlink.facade import Commands
from skybind_clients.runtime import Caller, Operation

__all__ = ["rehearse"]


def rehearse(transport: Transport | AsyncTransport, intent: Intent) -> Rehearsed:
    """The signed request for an intent; nothing is sent, and the intent counts as not sent."""

    def catch(operation: Operation, request: Mapping[str, Any], _decode: Callable[[Any], Any]) -> Any:
        return transport.rehearse(operation, request)

    return cast("Rehearsed", Commands(cast("Caller", catch)).create(**intent.request()))
