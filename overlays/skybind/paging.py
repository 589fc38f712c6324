"""Items and pages of a list, whatever the service's way of continuing it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from typing import Any, Generic, TypeVar

from skybind_clients.runtime import Page, Paging

__all__ = ["AsyncPageIterator", "PageIterator", "walk"]

T = TypeVar("T")
Request = Mapping[str, Any]


def walk(paging: Paging, request: Request) -> Generator[Request, Page[T], bool]:
    """Yield a request for each page and take its page; the one place that decides where a list ends.

    It ends at an empty page, at the announced total, and at a page that repeats the one before: a service that
    ignores the page number would otherwise be asked for ever. Returns whether the last page belongs to the list.
    """
    params = dict(request.get("params") or {})
    number = int(params.get(paging.page_param, 1))
    from_the_start = number == 1
    seen = 0
    last: list[T] | None = None
    while True:
        params[paging.page_param] = number
        page = yield {**request, "params": dict(params)}
        if not page.items or page.items == last:
            return False
        seen += len(page.items)
        if from_the_start and page.total is not None and seen >= page.total:
            return True
        last = page.items
        number += 1


class PageIterator(Generic[T]):
    """Iterate over it for items, over :meth:`pages` for pages. Each iteration asks the service anew."""

    def __init__(self, fetch: Callable[[Request], Page[T]], paging: Paging, request: Request) -> None:
        self._fetch = fetch
        self._paging = paging
        self._request = request

    def pages(self) -> Iterator[Page[T]]:
        """One page after another; a page is asked for when it is needed."""
        steps: Generator[Request, Page[T], bool] = walk(self._paging, self._request)
        request = next(steps)
        while True:
            page: Page[T] = self._fetch(request)
            try:
                request = steps.send(page)
            except StopIteration as end:
                if end.value:
                    yield page
                return
            yield page

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items


class AsyncPageIterator(Generic[T]):
    """The same, awaited."""

    def __init__(self, fetch: Callable[[Request], Awaitable[Page[T]]], paging: Paging, request: Request) -> None:
        self._fetch = fetch
        self._paging = paging
        self._request = request

    async def pages(self) -> AsyncIterator[Page[T]]:
        """One page after another; a page is asked for when it is needed."""
        steps: Generator[Request, Page[T], bool] = walk(self._paging, self._request)
        request = next(steps)
        while True:
            page: Page[T] = await self._fetch(request)
            try:
                request = steps.send(page)
            except StopIteration as end:
                if end.value:
                    yield page
                return
            yield page

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item
