"""The way of a call to FlightHub. Two operations are known from one version of the path alone, and go there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import attrs

from skybind.flighthub.dialect import BETA_VERSION, LINKS_VERSION, FlightHubDialect
from skybind.paging import AsyncPageIterator, PageIterator
from skybind.wire.limits import OperationLimits
from skybind.wire.transport import AsyncTransport, Transport
from skybind_clients.flighthub.limits import limits
from skybind_clients.runtime import Operation, Page, Raw

__all__ = ["LIMITS", "AsyncCaller", "Caller"]

T = TypeVar("T")
Request = Mapping[str, Any]

#: What requests must keep to; one for all clients, since nothing in it changes.
LIMITS = OperationLimits(limits)
_VERSIONS = {"createMediaReconstruction": BETA_VERSION, "getMediaModelUrl": LINKS_VERSION}


def _placed(dialect: FlightHubDialect, operation: Operation, request: Request) -> Request:
    version = _VERSIONS.get(operation.id)
    if version is None:
        return request
    return {**request, "url": dialect.at(version) + request["url"]}


@attrs.frozen
class Caller:
    """What the sync facade calls."""

    transport: Transport
    dialect: FlightHubDialect

    def __call__(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> T:
        return self.transport(operation, _placed(self.dialect, operation, request), decode)

    def raw(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> Raw[T]:
        return self.transport.raw(operation, _placed(self.dialect, operation, request), decode)

    def pages(self, operation: Operation, request: Request, decode: Callable[[Any], Page[T]]) -> PageIterator[T]:
        return self.transport.pages(operation, _placed(self.dialect, operation, request), decode)


@attrs.frozen
class AsyncCaller:
    """What the async facade calls."""

    transport: AsyncTransport
    dialect: FlightHubDialect

    async def __call__(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> T:
        return await self.transport(operation, _placed(self.dialect, operation, request), decode)

    async def raw(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> Raw[T]:
        return await self.transport.raw(operation, _placed(self.dialect, operation, request), decode)

    def pages(self, operation: Operation, request: Request, decode: Callable[[Any], Page[T]]) -> AsyncPageIterator[T]:
        return self.transport.pages(operation, _placed(self.dialect, operation, request), decode)
