"""The open platform's downlink: commands to docks and drones, sent at most once where they move something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skybind.downlink.async_client import AsyncDownlink
    from skybind.downlink.client import Downlink
    from skybind.downlink.commands import AsyncCommand, Command
    from skybind.downlink.flights import AsyncFlight, Flight
    from skybind.downlink.intents import Intent, UnlistedCommand
    from skybind.downlink.outcomes import CommandFailed, CommandTimedOut, CommandUnanswered, CommandUnknown
    from skybind.downlink.plans import FlightPlan
    from skybind.downlink.points import fly_to, fly_to_instead, look_at, point, take_off_to
    from skybind.downlink.signing import CanonicalForm
    from skybind.downlink.waylines import wayline_file

_HOMES = {
    "AsyncCommand": "skybind.downlink.commands",
    "AsyncDownlink": "skybind.downlink.async_client",
    "AsyncFlight": "skybind.downlink.flights",
    "CanonicalForm": "skybind.downlink.signing",
    "Command": "skybind.downlink.commands",
    "CommandFailed": "skybind.downlink.outcomes",
    "CommandTimedOut": "skybind.downlink.outcomes",
    "CommandUnanswered": "skybind.downlink.outcomes",
    "CommandUnknown": "skybind.downlink.outcomes",
    "Downlink": "skybind.downlink.client",
    "Flight": "skybind.downlink.flights",
    "FlightPlan": "skybind.downlink.plans",
    "Intent": "skybind.downlink.intents",
    "UnlistedCommand": "skybind.downlink.intents",
    "fly_to": "skybind.downlink.points",
    "fly_to_instead": "skybind.downlink.points",
    "look_at": "skybind.downlink.points",
    "point": "skybind.downlink.points",
    "take_off_to": "skybind.downlink.points",
    "wayline_file": "skybind.downlink.waylines",
}

__all__ = [
    "AsyncCommand",
    "AsyncDownlink",
    "AsyncFlight",
    "CanonicalForm",
    "Command",
    "CommandFailed",
    "CommandTimedOut",
    "CommandUnanswered",
    "CommandUnknown",
    "Downlink",
    "Flight",
    "FlightPlan",
    "Intent",
    "UnlistedCommand",
    "fly_to",
    "fly_to_instead",
    "look_at",
    "point",
    "take_off_to",
    "wayline_file",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib  # noqa: PLC0415

    return getattr(importlib.import_module(_HOMES[name]), name)
