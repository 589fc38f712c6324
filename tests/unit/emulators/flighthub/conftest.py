from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.serve import start
from skybind_emulators.settings import FlightHubRules, Settings
from unit.emulators.flighthub.organisation import Organisation, rendered


@pytest.fixture
def make() -> Iterator[Callable[..., Organisation]]:
    """Starts FlightHub with rules (keywords); ``speed`` and ``region`` are settings."""
    with ExitStack() as stack:

        def make(*, speed: str = "instant", region: Any = "cn", **rules: Any) -> Organisation:
            settings = Settings(services=("flighthub",), speed=speed, region=region, flighthub=FlightHubRules(**rules))
            return Organisation(stack.enter_context(start(settings)))

        yield make


@pytest.fixture
def hub(make: Callable[..., Organisation]) -> Organisation:
    """FlightHub whose models are made when they are looked at."""
    return make()


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Six photos."""
    return rendered(tmp_path_factory.mktemp("flight"), 6)
