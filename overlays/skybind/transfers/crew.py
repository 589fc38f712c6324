"""Threads that work off a queue, so many of them at a time as they are told.

A thread is started when the level first reaches it, and rests while it is above the level, and while too many results
have not been taken. What a thread is at when the level falls it brings to its end.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

__all__ = ["Crew"]

_UNTAKEN = 1000  # results in memory; whoever takes them may be waiting for a slow service

Item = TypeVar("Item")
Result = TypeVar("Result")


class Crew(Generic[Item, Result]):
    """Workers over one queue.

    Args:
        name: Of the threads.
        items: What to work off, taken one by one; more can be put behind.
        work: Called by a worker with an item; None ends that worker. It raises nothing.
        stopping: Set by :meth:`stop`; for the work to look at.
    """

    def __init__(
        self, name: str, items: Sequence[Item], work: Callable[[Item], Result | None], stopping: threading.Event
    ) -> None:
        self._name = name
        self._work = work
        self._items = iter(items)
        self._left = len(items)
        self._behind: deque[Item] = deque()
        self._results: queue.Queue[Result] = queue.Queue()
        self._changed = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._level = 0
        self._stopping = stopping

    def __len__(self) -> int:
        """Items that nobody works on yet."""
        return self._left + len(self._behind)

    def resize(self, level: int) -> None:
        """Let so many work at a time."""
        with self._changed:
            self._level = level
            self._changed.notify_all()
        while len(self._threads) < level:
            number = len(self._threads)
            thread = threading.Thread(target=self._run, args=(number,), name=f"{self._name}-{number}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def put(self, item: Item) -> None:
        """Put an item behind the others."""
        with self._changed:
            self._behind.append(item)
            self._changed.notify_all()

    def results(self, timeout: float) -> list[Result]:
        """What has been done since the last call; waits for the first so many seconds."""
        found: list[Result] = []
        try:
            found.append(self._results.get(timeout=timeout) if timeout else self._results.get_nowait())
            while True:
                found.append(self._results.get_nowait())
        except queue.Empty:
            if len(found) >= _UNTAKEN:
                with self._changed:
                    self._changed.notify_all()
            return found

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopping.set()
        with self._changed:
            self._changed.notify_all()

    def join(self) -> None:
        """Wait for the workers to end."""
        for thread in self._threads:
            thread.join()

    def _full(self) -> bool:
        return self._results.qsize() >= _UNTAKEN

    def _next(self) -> Item:
        if not self._left:
            return self._behind.popleft()
        self._left -= 1
        return next(self._items)

    def _run(self, number: int) -> None:
        while True:
            with self._changed:
                # An empty queue is not the end of the work: items come back.
                while not self._stopping.is_set() and (number >= self._level or not len(self) or self._full()):
                    self._changed.wait()
                if self._stopping.is_set():
                    return
                item = self._next()
            result = self._work(item)
            if result is None:
                return
            self._results.put(result)
