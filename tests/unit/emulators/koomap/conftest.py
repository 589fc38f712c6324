from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.settings import KooMapRules, Settings
from unit.emulators.koomap.harness import KooMap


@pytest.fixture
def make_koomap(tmp_path: Path) -> Iterator[Callable[..., KooMap]]:
    """Makes emulators from settings; names of ``KooMapRules`` go there. They are closed at the end of the test.

    Throttling is off unless asked for: here all requests of a test come in the same second.
    """
    made: list[KooMap] = []
    of_rules = {name.name for name in KooMapRules.__attrs_attrs__}

    def make(**choices: Any) -> KooMap:
        log = choices.pop("log", None)
        rules = {"throttle_per_s": 0} | {name: choices.pop(name) for name in list(choices) if name in of_rules}
        made.append(KooMap(tmp_path / str(len(made)), Settings(**choices, koomap=KooMapRules(**rules)), log=log))
        return made[-1]

    yield make
    for koomap in made:
        koomap.close()


@pytest.fixture
def koomap(make_koomap: Callable[..., KooMap]) -> KooMap:
    """An emulator whose tasks are finished when looked at."""
    return make_koomap()
