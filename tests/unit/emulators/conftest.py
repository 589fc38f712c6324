from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.settings import Settings
from unit.emulators.harness import Terra


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Terra]]:
    """Makes emulators from settings; they are closed at the end of the test."""
    made: list[Terra] = []

    def make(**choices: Any) -> Terra:
        log = choices.pop("log", None)
        made.append(Terra(tmp_path / str(len(made)), Settings(**choices), log=log))
        return made[-1]

    yield make
    for terra in made:
        terra.close()


@pytest.fixture
def terra(make: Callable[..., Terra]) -> Terra:
    """An emulator whose jobs are finished when looked at."""
    return make()
