"""What expires and is shared: fetched once for all."""

import asyncio
import threading
import time
from typing import Any

import pytest

from skybind.renewal import AsyncRenewing, Renewing
from unit.overlay.dials import Clock
from unit.overlay.worlds import AsyncWorld, World


class Mint:
    """Gives out coins that end a while after they were made."""

    def __init__(self, clock: Clock, lifetime: float | None = 100.0) -> None:
        self.clock = clock
        self.lifetime = lifetime
        self.made: list[Coin] = []

    def __call__(self) -> "Coin":
        self.made.append(Coin(None if self.lifetime is None else self.clock() + self.lifetime))
        return self.made[-1]


class Coin:
    def __init__(self, ends: float | None) -> None:
        self.ends = ends


def shared(world: World, mint: Mint) -> Any:
    kind = AsyncRenewing if isinstance(world, AsyncWorld) else Renewing
    return kind(world.wrap(mint), lambda coin: coin.ends, margin=10.0, now=mint.clock)


def test_one_is_fetched_and_kept(world: World) -> None:
    """The first asking fetches; later ones get the same as long as it has time left beyond the margin."""
    mint = Mint(Clock(0.0))
    renewing = shared(world, mint)
    first = world.run(renewing.current())
    mint.clock.time = 90.0
    assert world.run(renewing.current()) is first
    mint.clock.time = 90.1
    assert world.run(renewing.current()) is not first
    assert len(mint.made) == 2


def test_what_does_not_end_is_kept(world: World) -> None:
    """A value without an end is fetched once."""
    mint = Mint(Clock(0.0), lifetime=None)
    renewing = shared(world, mint)
    first = world.run(renewing.current())
    mint.clock.time = 1e9
    assert world.run(renewing.current()) is first


def test_what_was_refused_is_not_given_again(world: World) -> None:
    """A refused value is replaced; one that was refused earlier and is long replaced costs nothing."""
    mint = Mint(Clock(0.0))
    renewing = shared(world, mint)
    first = world.run(renewing.current())
    second = world.run(renewing.current(first))
    assert second is not first
    assert world.run(renewing.current(first)) is second
    assert len(mint.made) == 2


def test_a_fetch_that_fails_leaves_the_way_free(world: World) -> None:
    """The error goes to who asked; the next one tries again."""
    mint = Mint(Clock(0.0))
    fail = [True]

    def moody() -> Coin:
        if fail.pop():
            raise ConnectionError
        return mint()

    kind = AsyncRenewing if isinstance(world, AsyncWorld) else Renewing
    renewing: Any = kind(world.wrap(moody), lambda coin: coin.ends, margin=10.0, now=mint.clock)
    with pytest.raises(ConnectionError):
        world.run(renewing.current())
    fail.append(False)
    assert world.run(renewing.current()) is mint.made[0]


def test_threads_share_one_fetch() -> None:
    """While one thread fetches, the others wait for what it gets."""
    made: list[object] = []

    def slowly() -> object:
        time.sleep(0.05)
        made.append(object())
        return made[-1]

    renewing: Renewing[object] = Renewing(slowly, lambda _value: None, margin=1.0)
    got: list[object] = []
    threads = [threading.Thread(target=lambda: got.append(renewing.current())) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert set(got) == set(made)


def test_tasks_share_one_fetch() -> None:
    """The same for tasks, also when the first of them is cancelled."""
    made: list[object] = []

    async def slowly() -> object:
        await asyncio.sleep(0.02)
        made.append(object())
        return made[-1]

    async def many() -> None:
        renewing: AsyncRenewing[object] = AsyncRenewing(slowly, lambda _value: None, margin=1.0)
        tasks = [asyncio.create_task(renewing.current()) for _ in range(12)]
        await asyncio.sleep(0.005)
        tasks[0].cancel()
        got = await asyncio.gather(*tasks, return_exceptions=True)
        assert isinstance(got[0], asyncio.CancelledError)
        assert set(got[1:]) == set(made)

    asyncio.run(many())
    assert len(made) == 1
