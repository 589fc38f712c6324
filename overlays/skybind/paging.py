"""Items and pages of a list, whatever the service's way of continuing it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from typing import Any, Generic, TypeVar

from skybind_clients.runtime import Operation, Page, Paging

__all__ = ["AsyncPageIterator", "PageIterator", "first_page", "walk"]

T = TypeVar("T")
Request = Mapping[str, Any]


def walk(paging: Paging, request: Request) -> Generator[Request, Page[T], bool]:
    """Yield a request for each page and take its page; the one place that decides where a list ends.

    A counted list ends at an empty page, at the announced total, and at a page that repeats the one before: a service
    that ignores the page number would otherwise be asked for ever. A list that goes on by cursor ends where a page
    has none. Returns whether the last page belongs to the list.
    """
    if paging.style == "cursor":
        return (yield from _by_cursor(paging, _in_full(paging, request)))
    first = 0 if paging.style == "offset" else 1
    request = _in_full(paging, request)
    at = int(_given(paging, request, paging.page_param, first))
    from_the_start = paging.style == "offset" or at == first
    seen = at if paging.style == "offset" else 0
    last: list[T] | None = None
    while True:
        page = yield _with(paging, request, {paging.page_param: at})
        if not page.items or page.items == last:
            return False
        seen += len(page.items)
        if from_the_start and page.total is not None and seen >= page.total:
            return True
        last = page.items
        at = seen if paging.style == "offset" else at + 1


def _by_cursor(paging: Paging, request: Request) -> Generator[Request, Page[T], bool]:
    """Go where each page says, never twice to one place: a service that ignores the cursor would be asked for ever.

    A page may be empty, or all null, before the end; what it says of the next one counts.
    """
    been = {_given(paging, request, paging.page_param, None)}
    last: list[T] = []
    while True:
        page = yield request
        if not page.next:
            return bool(page.items)
        if page.next in been:
            return bool(page.items) and page.items != last
        been.add(page.next)
        last = page.items
        request = _with(paging, request, {paging.page_param: page.next})


def first_page(operation: Operation, request: Request) -> Request:
    """The request for the one page that the caller asked for; of a call that is no list, the request itself."""
    return request if operation.paging is None else _in_full(operation.paging, request)


def _in_full(paging: Paging, request: Request) -> Request:
    """The request with its page said in full, where the service wants that.

    Services that name the most that a page may have are asked for as much, unless the caller asks for less: fewer
    calls, and some want both numbers in every request. Some send all at once if no number is given: those are asked
    for what is usual.
    """
    size = paging.most if paging.most is not None else paging.usual
    if size is None or paging.size_param is None:
        return request
    numbers = {paging.size_param: size}
    if paging.style != "cursor":
        numbers = {paging.page_param: 0 if paging.style == "offset" else 1, **numbers}
    return _with(paging, request, {name: _given(paging, request, name, value) for name, value in numbers.items()})


def _given(paging: Paging, request: Request, name: str, default: int | None) -> Any:
    """A number of the request; in a form they are text."""
    if paging.place == "files":
        parts = [part[1] for key, part in request.get("files") or [] if key == name]
        return parts[0] if parts else default
    return _numbers(paging, request).get(name, default)


def _with(paging: Paging, request: Request, numbers: Mapping[str, Any]) -> Request:
    if paging.place == "files":
        others = [field for field in request.get("files") or [] if field[0] not in numbers]
        ours = [(name, (None, _bytes(value), "text/plain")) for name, value in numbers.items()]
        return {**request, "files": [*others, *ours]}
    changed = {**_numbers(paging, request), **numbers}
    if paging.place == "variables":
        return {**request, "json": {**request["json"], "variables": changed}}
    return {**request, paging.place: changed}


def _numbers(paging: Paging, request: Request) -> Mapping[str, Any]:
    """What the request says in the place where its page stands."""
    holder = request.get("json") or {} if paging.place == "variables" else request
    return holder.get(paging.place) or {}


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("ascii")


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
