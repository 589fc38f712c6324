"""How fast bytes may go, and how slow they may get: a shared allowance, and the pulse of one connection."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

__all__ = ["Allowance", "Pulse"]

_STEPS_A_SECOND = 16  # that an allowance is taken in, so that connections which share it take turns
_SMALLEST_STEP = 4 * 1024
_BURST = 0.25  # seconds of unused allowance that may be made up for


class Allowance:
    """Bytes a second that all connections of a transfer share.

    A bucket that fills at the given rate. Bytes are paid for after they have moved, and whoever overdraws it waits:
    no byte is held back that the rate has room for, and a step too many is made up for by the pause after it.

    Args:
        rate: Bytes a second.
        pause: Waits so many seconds; may come back early when the transfer ends.
        now: Monotonic seconds.
    """

    def __init__(
        self, rate: float, *, pause: Callable[[float], object], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._pause = pause
        self._now = now
        self._paid_until = now()
        self._lock = threading.Lock()

    def step(self, most: int) -> int:
        """Bytes to move before the next :meth:`pay`, at most ``most``."""
        return min(most, max(_SMALLEST_STEP, int(self._rate / _STEPS_A_SECOND)))

    def pay(self, count: int) -> None:
        """Say that bytes have moved; returns when the next ones may."""
        with self._lock:
            now = self._now()
            self._paid_until = max(self._paid_until, now - _BURST) + count / self._rate
            due = self._paid_until - now
        if due > 0:
            self._pause(due)


class Pulse:
    """Tells a connection that crawls from one that is slow.

    A timeout on single operations does not: a peer that takes a byte now and then never runs into it. What counts is
    the time spent in operations; pauses of our own are not the peer's fault.

    Args:
        slowest: Bytes a second that are still taken for life.
        window: Seconds over which they are counted.
    """

    def __init__(self, slowest: float, window: float) -> None:
        self._slowest = slowest
        self._window = window
        self._seconds = 0.0
        self._bytes = 0

    def beat(self, count: int, seconds: float) -> None:
        """Say that bytes have moved in so many seconds.

        Raises:
            TimeoutError: too few of them in the last window.
        """
        self._seconds += seconds
        self._bytes += count
        if self._seconds >= self._window:
            if self._bytes < self._slowest * self._seconds:
                raise TimeoutError
            self._seconds, self._bytes = 0.0, 0
