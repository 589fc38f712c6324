from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from unit.emulators.koomap_real3d.scene import Scene


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Scene]]:
    """Makes scenes from a speed and rules; they are closed at the end of the test."""
    made: list[Scene] = []

    def make(**choices: Any) -> Scene:
        made.append(Scene(tmp_path / str(len(made)), **choices))
        return made[-1]

    yield make
    for scene in made:
        scene.close()


@pytest.fixture
def scene(make: Callable[..., Scene]) -> Scene:
    """A scene whose runs are over when looked at."""
    return make()
