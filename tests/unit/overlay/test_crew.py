"""Threads that work off a queue, so many at a time as they are told."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from skybind.transfers import crew as crew_module
from skybind.transfers.crew import Crew


class Work:
    """Holds whoever works until it is let go, and counts them."""

    def __init__(self) -> None:
        self.at_work = 0
        self.most = 0
        self.free = threading.Event()
        self._lock = threading.Lock()

    def __call__(self, item: int) -> int:
        with self._lock:
            self.at_work += 1
            self.most = max(self.most, self.at_work)
        self.free.wait(5)
        with self._lock:
            self.at_work -= 1
        return -item


Made = tuple[Crew[int, int], Work]


@pytest.fixture
def crew() -> Iterator[Made]:
    work = Work()
    made: Crew[int, int] = Crew("probe", range(1, 21), work, threading.Event())
    yield made, work
    work.free.set()
    made.stop()
    made.join()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def all_of(crew: Crew[int, int], count: int) -> list[int]:
    found: list[int] = []
    until(lambda: found.extend(crew.results(0.01)) or len(found) >= count)  # type: ignore[func-returns-value]
    return found


def test_as_many_work_as_were_called(crew: Made) -> None:
    """The level can rise and fall while they work; what is begun when it falls is brought to its end."""
    made, work = crew
    made.resize(2)
    until(lambda: work.at_work == 2)
    made.resize(5)
    until(lambda: work.at_work == 5)
    assert len(made) == 15
    made.resize(1)
    assert work.at_work == 5
    work.most = 0
    work.free.set()
    assert sorted(all_of(made, 20)) == list(range(-20, 0))
    assert work.most <= 5


def test_items_come_back(crew: Made) -> None:
    """An empty queue does not end the crew: what is put behind is worked off too."""
    made, work = crew
    work.free.set()
    made.resize(3)
    all_of(made, 20)
    made.put(77)
    assert all_of(made, 1) == [-77]


def test_stopping_begins_nothing_more(crew: Made) -> None:
    """Who works ends his item; who rests is woken; the rest of the queue stays."""
    made, work = crew
    made.resize(3)
    until(lambda: work.at_work == 3)
    made.stop()
    work.free.set()
    made.join()
    assert len(made) == 17
    assert len(made.results(0)) == 3


def test_work_that_shall_not_go_on_ends_its_worker() -> None:
    """A worker whose work says nothing takes no other item."""
    made: Crew[int, int] = Crew("probe", range(5), lambda _item: None, threading.Event())
    made.resize(2)
    made.join()
    assert len(made) == 3
    assert made.results(0) == []


def test_results_that_nobody_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever takes results may be busy for long: workers rest then, and go on when results are taken."""
    monkeypatch.setattr(crew_module, "_UNTAKEN", 10)
    begun: list[int] = []
    made: Crew[int, int] = Crew("probe", range(100), lambda n: begun.append(n) or n, threading.Event())  # type: ignore[func-returns-value]
    made.resize(4)
    until(lambda: len(begun) >= 10)
    time.sleep(0.05)
    assert len(begun) <= 14
    assert sorted(all_of(made, 100)) == list(range(100))
    made.stop()
    made.join()
