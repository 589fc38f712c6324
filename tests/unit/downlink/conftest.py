from collections.abc import Callable, Iterator
from typing import Any

import pytest

from skybind import AsyncDownlink, Downlink, Options, Schedule, waiting
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

Client = Callable[..., Any]
QUICK = Schedule(first=0.001, growth=1.0, longest=0.001)


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """Nothing here waits between attempts."""
    with waiting.no_waiting():
        yield


@pytest.fixture(params=[SyncWorld, AsyncWorld], ids=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Both worlds, one after the other."""
    made: World = request.param()
    yield made
    made.close()


@pytest.fixture
def client(world: World) -> Iterator[Client]:
    """Makes clients of an address, which are closed at the end; their pauses are short."""
    made: list[Any] = []
    kind = Downlink if isinstance(world, SyncWorld) else AsyncDownlink

    def make(url: str, **more: Any) -> Any:
        options = more.pop("options", Options(total_timeout=10.0, read_timeout=5.0))
        schedule = more.pop("schedule", QUICK)
        settings = {"device_id": "dock-7", "options": options, "schedule": schedule, **more}
        made.append(kind("id", "s3cret", base_url=url, **settings))
        return made[-1]

    yield make
    for one in made:
        world.run(one.close())
