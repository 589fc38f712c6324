"""Things that expire and are shared: fetched once for all who use them, when due or refused."""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

__all__ = ["AsyncRenewing", "Renewing"]

T = TypeVar("T")


class _Due(Generic[T]):
    def __init__(self, expires_at: Callable[[T], float | None], margin: float, now: Callable[[], float]) -> None:
        self._expires_at = expires_at
        self._margin = margin
        self._now = now
        self._value: T | None = None

    def _good(self, refused: T | None) -> T | None:
        """The value at hand, unless it is the one that was refused, or is about to end."""
        value = self._value
        if value is None or value is refused:
            return None
        end = self._expires_at(value)
        return None if end is not None and end - self._now() < self._margin else value


class Renewing(_Due[T]):
    """A value for many threads; one of them fetches it while the others wait for that one.

    Args:
        fetch: Gets a new one.
        expires_at: Unix seconds at which a value ends, or None if it does not.
        margin: Seconds before its end at which a value is not given out any more.
        now: Unix seconds.
    """

    def __init__(
        self,
        fetch: Callable[[], T],
        expires_at: Callable[[T], float | None],
        *,
        margin: float,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(expires_at, margin, now)
        self._fetch = fetch
        self._lock = threading.Lock()

    def current(self, refused: T | None = None) -> T:
        """A value with time left, and not the one that was just refused."""
        with self._lock:
            value = self._good(refused)
            if value is None:
                value = self._value = self._fetch()
            return value


class AsyncRenewing(_Due[T]):
    """The same for many tasks."""

    def __init__(
        self,
        fetch: Callable[[], Awaitable[T]],
        expires_at: Callable[[T], float | None],
        *,
        margin: float,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(expires_at, margin, now)
        import asyncio  # noqa: PLC0415 - 20 ms that uploads and commands do not need

        self._fetch = fetch
        self._lock = asyncio.Lock()

    async def current(self, refused: T | None = None) -> T:
        """A value with time left, and not the one that was just refused."""
        async with self._lock:
            value = self._good(refused)
            if value is None:
                value = self._value = await self._fetch()
            return value
