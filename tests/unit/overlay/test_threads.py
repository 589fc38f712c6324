"""Blocking work under asyncio, and the switch that turns waiting off."""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from skybind import waiting
from skybind.options import Options
from skybind.transfers.threads import Blocking, in_thread


def test_work_runs_in_a_thread_and_gives_its_result() -> None:
    """The loop goes on meanwhile; what the work returns, an empty list too, comes out."""

    async def both() -> tuple[list[str], int]:
        def nap(_stop: Callable[[], bool]) -> list[str]:
            time.sleep(0.05)
            return []

        work = asyncio.create_task(in_thread(nap))
        turns = 0
        while not work.done():
            turns += 1
            await asyncio.sleep(0.005)
        return await work, turns

    result, turns = asyncio.run(both())
    assert result == []
    assert turns > 2


def test_errors_of_the_work_come_out() -> None:
    """What the work raises is raised to who awaits it."""

    def fails(_stop: Callable[[], bool]) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        asyncio.run(in_thread(fails))


@pytest.mark.parametrize("way", ["returns", "raises KeyboardInterrupt", "raises another error"])
def test_a_cancelled_task_waits_until_the_work_has_put_itself_in_order(way: str) -> None:
    """The work is told, and what it had under way is finished before the cancellation goes on."""
    finished: list[str] = []

    def work(stop: Callable[[], bool]) -> str:
        while not stop():
            time.sleep(0.002)
        time.sleep(0.05)
        finished.append(way)
        if way == "raises KeyboardInterrupt":
            raise KeyboardInterrupt
        if way == "raises another error":
            raise RuntimeError
        return way

    async def cancelled() -> None:
        task = asyncio.create_task(in_thread(work))
        await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert finished == [way]

    asyncio.run(cancelled())
    assert threading.active_count() < 50


def test_waiting_can_be_switched_off() -> None:
    """Inside the switch no pause lasts, however nested; outside it does again."""
    began = time.monotonic()
    with waiting.no_waiting():
        waiting.sleep(100)
        with waiting.no_waiting():
            asyncio.run(waiting.async_sleep(100))
        waiting.sleep(100)
    assert time.monotonic() - began < 5
    began = time.monotonic()
    waiting.sleep(0.03)
    asyncio.run(waiting.async_sleep(0.03))
    assert time.monotonic() - began >= 0.06


def test_the_switch_is_off_again_after_an_error() -> None:
    """A test that fails inside leaves the next one alone."""
    with pytest.raises(ZeroDivisionError), waiting.no_waiting():
        raise ZeroDivisionError
    began = time.monotonic()
    waiting.sleep(0.02)
    assert time.monotonic() - began >= 0.02


@attrs.define
class Client:
    """A client that notes what becomes of it."""

    options: Options = attrs.field(factory=Options)
    closed: list[bool] = attrs.field(factory=list)

    def with_options(self, **changes: Any) -> "Client":
        return Client(self.options.replace(**changes), self.closed)

    def close(self) -> None:
        self.closed.append(True)


def test_a_blocking_client_is_made_when_it_is_needed() -> None:
    """Once, however many views ask for it; one that was never needed is neither made nor closed."""
    made: list[Client] = []

    def make() -> Client:
        made.append(Client())
        return made[-1]

    Blocking(make).close()
    assert made == []
    blocking = Blocking(make)
    views = [blocking.under(Options(retries=retries)) for retries in (0, 5)]
    assert [view.options.retries for view in views] == [0, 5]
    assert len(made) == 1
    blocking.close()
    assert made[0].closed == [True]


def test_a_view_goes_by_its_own_options() -> None:
    """What one view asked for does not stay for the next."""
    blocking = Blocking(Client)
    assert not blocking.under(Options(check_limits=False)).options.check_limits
    assert blocking.under(Options()).options.check_limits
