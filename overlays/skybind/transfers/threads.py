"""Blocking transfers under asyncio."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

__all__ = ["in_thread"]

T = TypeVar("T")


async def in_thread(work: Callable[[Callable[[], bool]], T]) -> T:
    """Run ``work`` in a thread. It is given a function that tells whether it shall end.

    When the task is cancelled, the work is told, and waited for: what it had under way is put on record first.
    """
    stop = threading.Event()

    def guarded() -> T | None:
        try:
            return work(stop.is_set)
        except KeyboardInterrupt:  # how a transfer says that it was told to end
            return None

    task = asyncio.ensure_future(asyncio.to_thread(guarded))
    try:
        result = await asyncio.shield(task)
    except asyncio.CancelledError:
        stop.set()
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()  # looked at, so that asyncio does not complain about it
        raise
    assert result is not None
    return result
