"""One small flight, rendered once per test process."""

import time
from pathlib import Path

import pytest
from attrs import frozen

from skybind_emulators.flight import Survey, render_flight
from skybind_emulators.flight.scene import Scene

PHOTOS, SIZE, SEED = 12, 200_000, 4


@frozen
class Flown:
    """A rendered flight and what is true of it."""

    survey: Survey
    files: list[Path]
    scene: Scene
    processor_s: float


@pytest.fixture(scope="session")
def flown(tmp_path_factory: pytest.TempPathFactory) -> Flown:
    before = time.process_time()
    files = render_flight(tmp_path_factory.mktemp("flight"), photos=PHOTOS, size=SIZE, seed=SEED)
    taken = time.process_time() - before
    survey = Survey.of(PHOTOS, size=SIZE, seed=SEED)
    return Flown(survey, files, survey.scene(), taken)
