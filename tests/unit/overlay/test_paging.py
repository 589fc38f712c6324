"""Items and pages of a list."""

from collections.abc import Generator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.paging import first_page, walk
from skybind_clients.runtime import Operation, Page, Paging
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

PAGING = Paging(style="page", items="data.list", page_param="page", size_param="rows", total="data.total")


class Shelf:
    """A list at a service, told page by page; remembers what it was asked for.

    Args:
        items: All of it.
        size: Items a page.
        total: Whether it says how many there are.
    """

    def __init__(self, items: list[Any], size: int, *, total: bool = True) -> None:
        self.items = items
        self.size = size
        self.total = total
        self.asked: list[dict[str, Any]] = []

    def __call__(self, request: Any) -> Page[Any]:
        self.asked.append(dict(request["params"]))
        start = (self.page_of(request) - 1) * self.size
        return Page(self.items[start : start + self.size], len(self.items) if self.total else None)

    def page_of(self, request: Any) -> int:
        return int(request["params"]["page"])

    @property
    def pages_asked(self) -> list[int]:
        return [params["page"] for params in self.asked]


class IgnoresThePage(Shelf):
    """Answers the first page, whatever page is asked for."""

    def page_of(self, request: Any) -> int:
        return 1


class StopsAtTheLast(Shelf):
    """Answers the last page for all pages beyond it."""

    def page_of(self, request: Any) -> int:
        return min(super().page_of(request), -(-len(self.items) // self.size))


def pages_of(world: World, shelf: Shelf, **params: Any) -> Any:
    return world.pages(world.wrap(shelf), PAGING, {"url": "/things", "params": params})


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 30), st.integers(1, 8), st.booleans(), st.sampled_from([SyncWorld, AsyncWorld]))
def test_every_item_comes_once_and_in_order(count: int, size: int, total: bool, kind: type[Any]) -> None:
    """Whatever the length, the page size, and whether a total is told: all items, and no request after the end."""
    world = kind()
    shelf = Shelf(list(range(count)), size, total=total)
    assert world.items(pages_of(world, shelf, rows=size)) == list(range(count))
    full, rest = divmod(count, size)
    needed = full + (rest > 0)
    assert shelf.pages_asked == list(range(1, max(1, needed if total else needed + 1) + 1))
    world.close()


def test_pages_come_whole(world: World) -> None:
    """``pages`` gives the pages as they came, without the empty one that tells the end."""
    shelf = Shelf([1, 2, 3], 2, total=False)
    assert [page.items for page in world.items(pages_of(world, shelf).pages())] == [[1, 2], [3]]


def test_an_empty_list(world: World) -> None:
    """A list of nothing is asked for once."""
    shelf = Shelf([], 10)
    assert world.items(pages_of(world, shelf)) == []
    assert shelf.pages_asked == [1]


def test_nothing_is_asked_before_it_is_needed(world: World) -> None:
    """Making the iterator asks nothing; the second page is asked for after the last item of the first."""
    shelf = Shelf([1, 2, 3, 4], 2)
    pages = pages_of(world, shelf)
    assert shelf.pages_asked == []
    assert world.items(pages, most=2) == [1, 2]
    assert shelf.pages_asked == [1]
    assert world.items(pages, most=3) == [1, 2, 3]
    assert shelf.pages_asked == [1, 1, 2]


def test_each_iteration_asks_anew(world: World) -> None:
    """An iterator holds no items: iterating twice shows what is there the second time."""
    shelf = Shelf([1], 2)
    pages = pages_of(world, shelf)
    assert world.items(pages) == [1]
    shelf.items.append(2)
    assert world.items(pages) == [1, 2]


@pytest.mark.parametrize("total", [False, True])
def test_a_start_page_is_kept(world: World, total: bool) -> None:
    """A list that is asked for from a later page goes on from there; the total does not end it too early."""
    shelf = Shelf(list(range(7)), 2, total=total)
    assert world.items(pages_of(world, shelf, page=3, rows=2)) == [4, 5, 6]
    assert shelf.pages_asked == [3, 4, 5]


@pytest.mark.parametrize("total", [False, True])
def test_a_service_that_ignores_the_page_is_not_asked_for_ever(world: World, total: bool) -> None:
    """A page that repeats the one before is the end, and is not given twice."""
    assert world.items(pages_of(world, IgnoresThePage([1, 2, 3], 3, total=total))) == [1, 2, 3]


def test_a_service_that_stops_at_the_last_page(world: World) -> None:
    """The same for a service that repeats its last page."""
    assert world.items(pages_of(world, StopsAtTheLast([1, 2, 3, 4, 5], 2, total=False))) == [1, 2, 3, 4, 5]


def test_other_parameters_stay(world: World) -> None:
    """Each page is asked for with all that the first one was asked with, and the request given is left alone."""
    shelf = Shelf([1, 2, 3], 2)
    request = {"url": "/things", "params": {"rows": 2, "search": "x"}}
    assert world.items(world.pages(world.wrap(shelf), PAGING, request)) == [1, 2, 3]
    assert shelf.asked == [{"rows": 2, "search": "x", "page": 1}, {"rows": 2, "search": "x", "page": 2}]
    assert request == {"url": "/things", "params": {"rows": 2, "search": "x"}}


def test_a_fault_on_the_way_is_raised(world: World) -> None:
    """Items that came before a fault are given; the fault is not swallowed."""

    class Breaks(Shelf):
        def __call__(self, request: Any) -> Page[Any]:
            if self.page_of(request) == 2:
                raise RuntimeError("broken")
            return super().__call__(request)

    pages = pages_of(world, Breaks([1, 2, 3], 2))
    assert world.items(pages, most=2) == [1, 2]
    with pytest.raises(RuntimeError, match="broken"):
        world.items(pages)


def test_the_parameter_has_the_services_name() -> None:
    """What counts the pages is called as the service calls it."""
    paging = Paging(style="page", items="x", page_param="PageNo")
    steps: Generator[Any, Page[str], bool] = walk(paging, {"url": "/x"})
    assert next(steps)["params"] == {"PageNo": 1}
    assert steps.send(Page(["x"]))["params"] == {"PageNo": 2}


# ------------------------------------------------------------------------------------------------ counted by entries

BY_ENTRIES = Paging(style="offset", items="rows", page_param="offset", size_param="limit", total="page.total", most=100)


class Drawer(Shelf):
    """A list that is asked for by offset and limit, wherever they stand; ``most`` entries a page at most."""

    def __init__(self, items: list[Any], most: int, *, total: bool = True, place: str = "params") -> None:
        super().__init__(items, most, total=total)
        self.place = place

    def __call__(self, request: Any) -> Page[Any]:
        numbers = request[self.place]
        if self.place == "files":
            numbers = {name: int(part[1]) for name, part in numbers if name in {"offset", "limit"}}
        self.asked.append(dict(numbers))
        start, limit = numbers["offset"], min(numbers["limit"], self.size)
        return Page(self.items[start : start + limit], len(self.items) if self.total else None)


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 30),
    st.integers(1, 8),
    st.integers(0, 35),
    st.booleans(),
    st.sampled_from([SyncWorld, AsyncWorld]),
    st.sampled_from(["params", "json", "files"]),
)
def test_lists_counted_by_entries(count: int, size: int, start: int, total: bool, kind: type[Any], place: Any) -> None:
    """Whatever the length, the start, the size of the service's pages and the place of the numbers: each item once."""
    world = kind()
    drawer = Drawer(list(range(count)), size, total=total, place=place)
    paging = attrs.evolve(BY_ENTRIES, place=place)
    given_start: Any = {"offset": start}
    if place == "files":
        given_start = [("kind", (None, b"x", "text/plain")), ("offset", (None, str(start).encode(), "text/plain"))]
    request = {"url": "/rows", place: given_start}
    assert world.items(world.pages(world.wrap(drawer), paging, request)) == list(range(start, count))
    assert all(asked["limit"] == 100 for asked in drawer.asked)
    world.close()


def test_a_wish_for_a_page_size_is_kept(world: World) -> None:
    """Where the caller says how many entries a page shall have, that many are asked for, page by page."""
    drawer = Drawer([1, 2, 3], 10)
    pages = world.pages(world.wrap(drawer), BY_ENTRIES, {"url": "/rows", "params": {"limit": 2}})
    assert world.items(pages) == [1, 2, 3]
    assert drawer.asked == [{"limit": 2, "offset": 0}, {"limit": 2, "offset": 2}]


# ----------------------------------------------------------------------------------------------------- told by cursor

BY_CURSOR = Paging(
    style="cursor",
    items="data.things.edges.node",
    page_param="after",
    size_param="first",
    next="data.things.pageInfo.endCursor",
    place="variables",
    usual=50,
)


class Tape:
    """A relay list: the cursor of an entry is its place; ``most`` entries a page at most.

    Args:
        items: All of it; entries that are None are left out of pages, as nulls are.
        most: Entries a page.
    """

    def __init__(self, items: list[Any], most: int) -> None:
        self.items = items
        self.most = most
        self.asked: list[dict[str, Any]] = []

    def __call__(self, request: Any) -> Page[Any]:
        variables = request["json"]["variables"]
        self.asked.append(dict(variables))
        start = self.start(variables)
        end = start + min(self.most, variables["first"])
        found = [item for item in self.items[start:end] if item is not None]
        return Page(found, len(self.items), f"at {end}" if end < len(self.items) else None)

    def start(self, variables: Any) -> int:
        return int(str(variables.get("after") or "at 0").removeprefix("at "))


class IgnoresTheCursor(Tape):
    """Answers the first page, wherever it is asked to go on."""

    def start(self, variables: Any) -> int:
        return 0


class SaysNothingNew(Tape):
    """Says at the end of its last page that there is more, right there."""

    def __call__(self, request: Any) -> Page[Any]:
        page = super().__call__(request)
        return page if page.next else attrs.evolve(page, next=request["json"]["variables"].get("after"))


def tape_pages(world: World, tape: Tape, **variables: Any) -> Any:
    request = {"method": "post", "url": "", "json": {"query": "query things", "variables": {"id": "1", **variables}}}
    return world.pages(world.wrap(tape), BY_CURSOR, request)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.one_of(st.none(), st.integers()), max_size=30),
    st.integers(1, 8),
    st.integers(0, 35),
    st.sampled_from([SyncWorld, AsyncWorld]),
)
def test_lists_told_by_cursor(items: list[Any], size: int, start: int, kind: type[Any]) -> None:
    """Whatever the length, the page size, the start and the nulls: each entry once, and no request after the end."""
    world = kind()
    tape = Tape(items, size)
    assert world.items(tape_pages(world, tape, after=f"at {start}")) == [i for i in items[start:] if i is not None]
    assert len(tape.asked) == max(1, -(-(len(items) - start) // size))
    world.close()


def test_a_page_of_nulls_does_not_end_the_list(world: World) -> None:
    """What a page says of the next one counts, not whether it has entries."""
    assert world.items(tape_pages(world, Tape([1, None, None, None, 5], 2))) == [1, 5]


def test_pages_by_cursor_come_whole(world: World) -> None:
    """The last page is given if it has entries, and left out if not."""
    assert [page.items for page in world.items(tape_pages(world, Tape([1, 2, 3], 2)).pages())] == [[1, 2], [3]]
    assert world.items(tape_pages(world, Tape([], 2)).pages()) == []


def test_the_usual_number_is_asked_for(world: World) -> None:
    """A service without a limit would send all at once; the caller's own number goes before the usual one."""
    tape = Tape([1, 2, 3], 100)
    assert world.items(tape_pages(world, tape)) == [1, 2, 3]
    assert world.items(tape_pages(world, tape, first=2)) == [1, 2, 3]
    assert tape.asked == [
        {"id": "1", "first": 50},
        {"id": "1", "first": 2},
        {"id": "1", "first": 2, "after": "at 2"},
    ]


def test_the_rest_of_a_document_stays(world: World) -> None:
    """Only variables change from page to page, and the request given is left alone."""
    asked: list[Any] = []
    tape = Tape([1, 2, 3], 2)

    def listening(request: Any) -> Page[Any]:
        asked.append(request)
        return tape(request)

    request = {"url": "", "json": {"query": "query things", "operationName": "things", "variables": {"id": "1"}}}
    assert world.items(world.pages(world.wrap(listening), BY_CURSOR, request)) == [1, 2, 3]
    assert [step["json"]["operationName"] for step in asked] == ["things", "things"]
    assert request["json"] == {"query": "query things", "operationName": "things", "variables": {"id": "1"}}


@pytest.mark.parametrize("kind", [IgnoresTheCursor, SaysNothingNew])
def test_a_cursor_that_leads_back_ends_the_list(world: World, kind: type[Tape]) -> None:
    """A service that ignores the cursor, or whose last page points at itself, is not asked for ever."""
    items = [1, 2, 3, 4, 5]
    found = world.items(tape_pages(world, kind(items, 2)))
    assert found == (items if kind is SaysNothingNew else [1, 2])


def test_the_first_page_alone_has_the_usual_size() -> None:
    """The raw answer of a list is that of its first page, which is as long as the others."""
    request = {"json": {"query": "q", "variables": {}}}
    operation = Operation("list", "POST", "", "things", "things.list", "", "safe", "documented", "", paging=BY_CURSOR)
    assert first_page(operation, request)["json"]["variables"] == {"first": 50}
