from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.settings import DownlinkRules, Settings
from unit.emulators.downlink_platform.harness import Downlink


@pytest.fixture
def make_downlink(tmp_path: Path) -> Iterator[Callable[..., Downlink]]:
    """Makes emulators from settings; names of ``DownlinkRules`` go there. They are closed at the end of the test."""
    made: list[Downlink] = []
    of_rules = {name.name for name in DownlinkRules.__attrs_attrs__}

    def make(**choices: Any) -> Downlink:
        log = choices.pop("log", None)
        rules = {name: choices.pop(name) for name in list(choices) if name in of_rules}
        settings = Settings(**choices, downlink=DownlinkRules(**rules))
        made.append(Downlink(tmp_path / str(len(made)), settings, log=log))
        return made[-1]

    yield make
    for downlink in made:
        downlink.close()


@pytest.fixture
def downlink(make_downlink: Callable[..., Downlink]) -> Downlink:
    """An emulator with default rules."""
    return make_downlink()
