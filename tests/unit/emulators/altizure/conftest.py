from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.settings import AltizureRules, Settings
from unit.emulators.altizure.harness import Altizure, MakeAltizure


@pytest.fixture
def make_altizure(tmp_path: Path) -> Iterator[MakeAltizure]:
    """Makes emulators from settings; names of ``AltizureRules`` go there. They are closed at the end of the test."""
    made: list[Altizure] = []
    of_rules = {name.name for name in AltizureRules.__attrs_attrs__}

    def make(**choices: Any) -> Altizure:
        log = choices.pop("log", None)
        rules = {name: choices.pop(name) for name in list(choices) if name in of_rules}
        settings = Settings(**choices, altizure=AltizureRules(**rules))
        made.append(Altizure(tmp_path / str(len(made)), settings, log=log))
        return made[-1]

    yield make
    for altizure in made:
        altizure.close()


@pytest.fixture
def altizure(make_altizure: MakeAltizure) -> Altizure:
    """An emulator whose images and tasks are finished when looked at."""
    return make_altizure()
