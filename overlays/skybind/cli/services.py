"""Clients by the name of their service."""

from __future__ import annotations

from skybind.errors import UsageError
from skybind.terra import Terra

__all__ = ["SERVICES", "connect"]

SERVICES = ("terra",)


def connect(service: str, profile: str | None) -> Terra:
    """A client with credentials from environment, profile file or keyring.

    Raises:
        UsageError: there is no such service.
    """
    if service not in SERVICES:
        raise UsageError(f"this skybind has no service {service!r}", advice=f"Services are: {', '.join(SERVICES)}.")
    return Terra.from_env(profile=profile)
