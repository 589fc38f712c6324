"""Where skybind waits, and the switch that turns waiting off in tests.

Everything that pauses between two attempts or two questions pauses here: retries, job polls, workflows. Transfers do
not; they pause inside worker threads and end at once when they are told to.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterator

__all__ = ["async_sleep", "no_waiting", "sleep"]

_off = 0


def sleep(seconds: float) -> None:
    """Wait, unless waiting is switched off."""
    time.sleep(0.0 if _off else seconds)


async def async_sleep(seconds: float) -> None:
    """Wait, unless waiting is switched off; others get their turn in any case."""
    await asyncio.sleep(0.0 if _off else seconds)


@contextlib.contextmanager
def no_waiting() -> Iterator[None]:
    """Inside, nothing in this process waits: for tests against emulators that move by polls or at once.

    Deadlines still run by the clock.
    """
    global _off  # noqa: PLW0603 - one switch for the process is the point
    _off += 1
    try:
        yield
    finally:
        _off -= 1
