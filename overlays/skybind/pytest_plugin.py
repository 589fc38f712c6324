"""For tests of programs that use skybind: an emulated service a fixture, waiting switched off.

Installed with skybind; needs the extra ``emulators``::

    def test_our_pipeline(skybind_terra):
        skybind_terra.faults.add("store.put", "expire-token", after=10)
        run_pipeline(skybind_terra.client(), "tests/photos")
        assert skybind_terra.jobs[0].status == "finished"
        assert skybind_terra.arrivals("startJob") == 1

``@pytest.mark.skybind(speed="polls:3", region="us", seed=1)`` chooses settings of the emulators; without it jobs finish
at once. Clients share a ledger that ends with the test. ``skybind_terra.environment`` is for programs that read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

if TYPE_CHECKING:
    from skybind.terra import AsyncTerra, Terra

__all__ = ["EmulatedJob", "EmulatedTerra", "pytest_configure", "skybind_terra"]


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", "skybind(**settings): settings of the emulators, such as speed='polls:3'")


@attrs.frozen
class EmulatedJob:
    """A job as the emulated service has it.

    Attributes:
        uuid: Its id.
        name: Its name.
        status: ``created``, ``executing``, ``finished``, ...
    """

    uuid: str
    name: str
    status: str


class EmulatedTerra:
    """TerraAPI on loopback, for one test.

    Attributes:
        faults: Order misbehaviour: ``faults.add("terra.startJob", "lose-answer", count=1)``.
        clock: ``clock.advance(seconds)`` lets tokens, links and jobs age.
        environment: Variables for ``Terra.from_env()`` and the command.
    """

    def __init__(self, running: Any, state: Path, stack: ExitStack) -> None:
        from skybind.cli.environment import environment  # noqa: PLC0415 - only tests that use this pay for it

        self._running = running
        self._state = state
        self._stack = stack
        self.faults = running.faults
        self.clock = running.terra.clock
        self.environment = {**environment(running.ready), "SKYBIND_STATE_DIR": str(state)}

    def _arguments(self, more: dict[str, Any]) -> dict[str, Any]:
        prefix = "SKYBIND_TERRA_"
        own = {name.removeprefix(prefix).lower(): v for name, v in self.environment.items() if name.startswith(prefix)}
        return {**own, "state": self._state, **more}

    def client(self, **more: Any) -> Terra:
        """A client; closed when the test ends."""
        from skybind.terra import Terra  # noqa: PLC0415

        return self._stack.enter_context(Terra(**self._arguments(more)))

    def async_client(self, **more: Any) -> AsyncTerra:
        """An async client; close it, or use it in ``async with``."""
        from skybind.terra import AsyncTerra  # noqa: PLC0415

        return AsyncTerra(**self._arguments(more))

    @property
    def jobs(self) -> list[EmulatedJob]:
        """All jobs, oldest first."""
        return [EmulatedJob(job.uuid, job.name, job.status.name.lower()) for job in self._running.terra.jobs]

    @property
    def stored(self) -> dict[str, int]:
        """Sizes of the uploaded photos, by name."""
        terra = self._running.terra
        uploaded = [resource for resource in terra.resources if resource.type == "map"]
        sizes = {file.uuid: (file.name, file.size) for file in terra.files}
        return dict(sizes[uuid] for resource in uploaded for uuid in resource.files if uuid in sizes)

    def arrivals(self, operation: str) -> int:
        """How often an operation was asked for, whatever became of it; ``store.put`` counts photos sent."""
        service, _, name = operation.rpartition(".")
        counted: int = self._running.store.arrivals[name] if service == "store" else self._running.terra.arrivals(name)
        return counted


@pytest.fixture
def skybind_terra(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmulatedTerra]:
    """TerraAPI on loopback, with waiting switched off."""
    import skybind_emulators  # noqa: PLC0415 - an extra
    from skybind.waiting import no_waiting  # noqa: PLC0415

    mark = request.node.get_closest_marker("skybind")
    settings = skybind_emulators.Settings(**(mark.kwargs if mark else {}))
    with ExitStack() as stack:
        running = stack.enter_context(skybind_emulators.start(settings))
        stack.enter_context(no_waiting())
        yield EmulatedTerra(running, tmp_path / "skybind-state", stack)
