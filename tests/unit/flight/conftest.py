"""One small flight, rendered once per test process."""

from pathlib import Path

import pytest
from attrs import frozen

from skybind_emulators.flight import Survey, render_flight
from skybind_emulators.flight.scene import Scene

PHOTOS, SIZE, SEED = 8, 150_000, 4


@frozen
class Flown:
    """A rendered flight and what is true of it."""

    survey: Survey
    files: list[Path]
    scene: Scene


@pytest.fixture(scope="session")
def flown(tmp_path_factory: pytest.TempPathFactory) -> Flown:
    files = render_flight(tmp_path_factory.mktemp("flight"), photos=PHOTOS, size=SIZE, seed=SEED)
    survey = Survey.of(PHOTOS, size=SIZE, seed=SEED)
    return Flown(survey, files, survey.scene())
