"""Sync and async as two worlds in which one and the same test body runs.

A body makes things by ``world.<name>`` and passes what methods return through ``world.run``: a value in one world, an
awaitable in the other. Plain functions that the code under test shall call (fetchers, ports, sleeps) go through
``world.wrap``.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any

from skybind import steps
from skybind.jobs import AsyncJob, Job
from skybind.paging import AsyncPageIterator, PageIterator
from skybind.wire.transport import AsyncTransport, Transport


class World(ABC):
    """What both worlds have.

    Attributes:
        transport, pages, job: Their classes for calls, lists and jobs.
    """

    transport: Any
    pages: Any
    job: Any

    @abstractmethod
    def run(self, outcome: Any) -> Any:
        """The value of what a method returned."""

    @abstractmethod
    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A plain function as this world calls it."""

    @abstractmethod
    def items(self, iterable: Any, most: int | None = None) -> list[Any]:
        """The first items of an iterator, without asking it for more."""

    @abstractmethod
    def listed(self, items: Iterable[Any]) -> Any:
        """A plain iterable as this world iterates."""

    @abstractmethod
    def carry_out(self, workflow: Any, groups: object, sleep: Callable[[float], None]) -> Any:
        """Run a workflow."""

    @abstractmethod
    def close(self) -> None:
        """The end of the world."""


class SyncWorld(World):
    """Calls that block."""

    transport = Transport
    pages = PageIterator
    job = Job

    def run(self, outcome: Any) -> Any:
        return outcome

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        return function

    def items(self, iterable: Any, most: int | None = None) -> list[Any]:
        found: list[Any] = []
        for item in iterable:
            found.append(item)
            if len(found) == most:
                break
        return found

    def listed(self, items: Iterable[Any]) -> Any:
        return iter(items)

    def carry_out(self, workflow: Any, groups: object, sleep: Callable[[float], None]) -> Any:
        return steps.run(workflow, groups, sleep)

    def close(self) -> None:
        pass


class AsyncWorld(World):
    """Calls that are awaited, in an event loop of their own."""

    transport = AsyncTransport
    pages = AsyncPageIterator
    job = AsyncJob

    def __init__(self) -> None:
        self._runner = asyncio.Runner()

    def run(self, outcome: Any) -> Any:
        async def awaited() -> Any:
            return await outcome

        return self._runner.run(awaited())

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        async def wrapped(*args: Any, **kwargs: Any) -> Any:
            return function(*args, **kwargs)

        return wrapped

    def items(self, iterable: Any, most: int | None = None) -> list[Any]:
        async def collect() -> list[Any]:
            found: list[Any] = []
            async for item in iterable:
                found.append(item)
                if len(found) == most:
                    break
            return found

        return self._runner.run(collect())

    async def _listed(self, items: Iterable[Any]) -> Any:
        for item in items:
            yield item

    def listed(self, items: Iterable[Any]) -> Any:
        return self._listed(items)

    def carry_out(self, workflow: Any, groups: object, sleep: Callable[[float], None]) -> Any:
        return self.run(steps.run_async(workflow, groups, self.wrap(sleep)))

    def close(self) -> None:
        self._runner.close()
