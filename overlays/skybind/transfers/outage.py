"""The other side is away: no network, no name, nobody there. It may last, and blames no file."""

from __future__ import annotations

import time
from collections.abc import Callable

__all__ = ["Outage"]


class Outage:
    """Whether the other side, which cannot be reached, may come back.

    Only what was reached before may: an address that nobody ever answered at is wrong rather than away.

    Args:
        patience: Seconds.
        now: Monotonic seconds.
    """

    def __init__(self, patience: float, now: Callable[[], float] = time.monotonic) -> None:
        self._patience = patience
        self._now = now
        self._heard: float | None = None

    def heard(self) -> None:
        """Somebody answered."""
        self._heard = self._now()

    @property
    def may_end(self) -> bool:
        """Whether to wait on."""
        return self._heard is not None and self._now() - self._heard < self._patience
