"""Which of several addresses of one service is used: the one that answers first, until it cannot be reached any more.

A call moves to another address only if surely nothing of it was sent.
"""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

from skybind.errors import NotSent, ServiceError, SkybindError
from skybind.options import Options
from skybind.paging import AsyncPageIterator, PageIterator
from skybind.wire.clock import ServiceClock
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.altizure.documents import DOCUMENTS
from skybind_clients.altizure.operations import OPERATIONS
from skybind_clients.runtime import Operation, Page, Raw, graphql_request

__all__ = ["AsyncChoice", "AsyncLines", "Choice", "Lines"]

T = TypeVar("T")
Request = Mapping[str, Any]

_PROBE = OPERATIONS["getApiVersion"]  # the app key is enough for it
_PROBE_SECONDS = 8.0


def _probe() -> Request:
    return graphql_request(DOCUMENTS, _PROBE.id, {})


def _probing(options: Options) -> Options:
    return options.replace(timeout=min(_PROBE_SECONDS, options.total_timeout), retries=0)


def _left(options: Options, began: float, fault: NotSent) -> Options:
    """The same behaviour, for the rest of the call's time."""
    left = options.total_timeout - (time.monotonic() - began)
    if left <= 0:
        raise fault
    return options.replace(timeout=left)


class Choice:
    """Which of several addresses is used; shared by all lines and views of a client.

    Args:
        probes: Gives a transport to each address on which the app key speaks alone; asked for when there is a choice.
        count: Number of addresses.
    """

    def __init__(self, probes: Callable[[], Sequence[Transport]], count: int) -> None:
        self._probes = probes
        self._count = count
        self._index = 0 if count == 1 else None
        self._lock = threading.Lock()

    def current(self) -> int:
        """The address that answered first; they are asked when nobody has yet."""
        if self._index is None:
            with self._lock:
                if self._index is None:
                    self._index = self._raced()
        return self._index

    def leave(self, index: int) -> int:
        """Another address than this one, for all calls from now on."""
        return _left_for_good(self, index)

    def _raced(self) -> int:
        answers: queue.SimpleQueue[int | None] = queue.SimpleQueue()

        def ask(index: int, transport: Transport) -> None:
            try:
                transport.with_options(_probing(transport.options)).send(_PROBE, _probe())
            except ServiceError:
                answers.put(index)  # who refuses has answered
            except Exception:  # noqa: BLE001 - the client may be closed before the slower address answers
                answers.put(None)
            else:
                answers.put(index)

        for index, transport in enumerate(self._probes()):
            threading.Thread(target=ask, args=(index, transport), name="skybind-altizure-address", daemon=True).start()
        for _ in range(self._count):
            first = answers.get()
            if first is not None:
                return first
        return 0  # nobody answers; the call itself says so


class AsyncChoice:
    """The same for asyncio."""

    def __init__(self, probes: Callable[[], Sequence[AsyncTransport]], count: int) -> None:
        self._probes = probes
        self._count = count
        self._index = 0 if count == 1 else None
        self._lock = threading.Lock()
        self._racing = asyncio.Lock()

    async def current(self) -> int:
        """The address that answered first; they are asked when nobody has yet."""
        if self._index is None:
            async with self._racing:
                if self._index is None:
                    self._index = await self._raced()
        return self._index

    def leave(self, index: int) -> int:
        """Another address than this one, for all calls from now on."""
        return _left_for_good(self, index)

    async def _raced(self) -> int:
        async def ask(index: int, transport: AsyncTransport) -> int | None:
            try:
                await transport.with_options(_probing(transport.options)).send(_PROBE, _probe())
            except ServiceError:
                return index
            except SkybindError:
                return None
            return index

        asked = [asyncio.ensure_future(ask(index, transport)) for index, transport in enumerate(self._probes())]
        try:
            for answer in asyncio.as_completed(asked):
                index = await answer
                if index is not None:
                    return index
            return 0
        finally:
            for task in asked:
                task.cancel()
            await asyncio.gather(*asked, return_exceptions=True)


def _left_for_good(choice: Choice | AsyncChoice, index: int) -> int:
    """Move on from an address, unless another call has done so already."""
    with choice._lock:  # noqa: SLF001 - what both kinds of choice do without waiting
        if choice._index == index:  # noqa: SLF001
            choice._index = (index + 1) % choice._count  # noqa: SLF001
        assert choice._index is not None  # noqa: SLF001
        return choice._index  # noqa: SLF001


class Lines:
    """Transports to all addresses; the caller of a generated facade.

    Nothing is asked before the first call. With several addresses, that asks all of them for their version at once.
    """

    def __init__(self, transports: Sequence[Transport], choice: Choice) -> None:
        self._transports = transports
        self._choice = choice

    @property
    def clock(self) -> ServiceClock:
        """Offsets of clocks."""
        return self._transports[0].clock

    def with_options(self, options: Options) -> Lines:
        """The same connections and the same choice with other options."""
        return Lines([transport.with_options(options) for transport in self._transports], self._choice)

    def __call__(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> T:
        return self._carried(lambda transport: transport(operation, request, decode))

    def raw(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> Raw[T]:
        return self._carried(lambda transport: transport.raw(operation, request, decode))

    def pages(self, operation: Operation, request: Request, decode: Callable[[Any], Page[T]]) -> PageIterator[T]:
        assert operation.paging is not None
        return PageIterator(lambda step: self(operation, step, decode), operation.paging, request)

    def address(self) -> str:
        """The address that is used; chosen now, if it was not yet."""
        return self._transports[self._choice.current()].dialect.base_url

    def _carried(self, call: Callable[[Transport], T]) -> T:
        index, began = self._choice.current(), time.monotonic()
        transport = self._transports[index]
        try:
            return call(transport)
        except NotSent as fault:
            if len(self._transports) == 1:
                raise
            other = self._transports[self._choice.leave(index)]
            return call(other.with_options(_left(transport.options, began, fault)))

    def close(self) -> None:
        """Close the connections."""
        for transport in self._transports:
            transport.close()


class AsyncLines:
    """The same for asyncio."""

    def __init__(self, transports: Sequence[AsyncTransport], choice: AsyncChoice) -> None:
        self._transports = transports
        self._choice = choice

    def with_options(self, options: Options) -> AsyncLines:
        """The same connections and the same choice with other options."""
        return AsyncLines([transport.with_options(options) for transport in self._transports], self._choice)

    async def __call__(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> T:
        return await self._carried(lambda transport: transport(operation, request, decode))

    async def raw(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> Raw[T]:
        return await self._carried(lambda transport: transport.raw(operation, request, decode))

    def pages(self, operation: Operation, request: Request, decode: Callable[[Any], Page[T]]) -> AsyncPageIterator[T]:
        assert operation.paging is not None
        return AsyncPageIterator(lambda step: self(operation, step, decode), operation.paging, request)

    async def address(self) -> str:
        """The address that is used; chosen now, if it was not yet."""
        return self._transports[await self._choice.current()].dialect.base_url

    async def _carried(self, call: Callable[[AsyncTransport], Awaitable[T]]) -> T:
        index, began = await self._choice.current(), time.monotonic()
        transport = self._transports[index]
        try:
            return await call(transport)
        except NotSent as fault:
            if len(self._transports) == 1:
                raise
            other = self._transports[self._choice.leave(index)]
            return await call(other.with_options(_left(transport.options, began, fault)))

    async def close(self) -> None:
        """Close the connections."""
        for transport in self._transports:
            await transport.close()
