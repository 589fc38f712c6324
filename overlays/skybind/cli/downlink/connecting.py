"""A client of the platform for the commands of this group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skybind.cli.services import connect

if TYPE_CHECKING:
    from skybind.downlink import Downlink

__all__ = ["connected"]


def connected(profile: str | None) -> Downlink:
    """A client with credentials from environment, profile file or keyring."""
    client: Downlink = connect("downlink", profile)
    return client
