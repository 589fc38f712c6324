"""Blocking transfers under asyncio."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar, cast

import attrs

from skybind.options import Options

__all__ = ["Blocking", "in_thread"]

T = TypeVar("T")


class _Client(Protocol):
    def with_options(self, **changes: Any) -> Any: ...
    def close(self) -> None: ...


C = TypeVar("C", bound=_Client)


class Blocking(Generic[C]):
    """A blocking client beside an async one, for the threads that move bytes; all views of the async one share it.

    Args:
        make: Makes it, when the first bytes move.
    """

    def __init__(self, make: Callable[[], C]) -> None:
        self._make = make
        self._client: C | None = None

    def under(self, options: Options) -> C:
        """A view of it that goes by these options."""
        if self._client is None:
            self._client = self._make()
        return cast("C", self._client.with_options(**attrs.asdict(options, recurse=False)))

    def close(self) -> None:
        """Close it, if it was made."""
        if self._client is not None:
            self._client.close()


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
