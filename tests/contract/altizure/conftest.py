"""Altizure on loopback, and a client that knows it from its public pages only."""

from collections.abc import Iterator

import pytest

from contract.altizure.speaker import Speaker
from skybind_emulators import Running, Settings, start


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    """Emulators that the tests of a module share: each makes a project of its own."""
    with start(Settings(services=("altizure",))) as running:
        yield running


@pytest.fixture
def speaker(running: Running) -> Iterator[Speaker]:
    """A foreign client with the first user's token."""
    speaker = Speaker(running)
    yield speaker
    speaker.close()
