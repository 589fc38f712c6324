"""For tests of programs that use skybind: an emulated service a fixture, waiting switched off.

Installed with skybind; needs the extra ``emulators``::

    def test_our_pipeline(skybind_terra):
        skybind_terra.faults.add("store.put", "expire-token", after=10)
        run_pipeline(skybind_terra.client(), "tests/photos")
        assert skybind_terra.jobs[0].status == "finished"
        assert skybind_terra.arrivals("startJob") == 1

``@pytest.mark.skybind(speed="polls:3", region="us", seed=1)`` chooses settings of the emulators; without it jobs finish
at once. Clients share a ledger that ends with the test. ``skybind_terra.environment`` is for programs that read it.
``skybind_flighthub``, ``skybind_koomap``, ``skybind_altizure`` and ``skybind_downlink`` are the same for those.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

if TYPE_CHECKING:
    from skybind.altizure import Altizure, AsyncAltizure
    from skybind.downlink import AsyncDownlink, Downlink
    from skybind.flighthub import AsyncFlightHub, FlightHub
    from skybind.koomap import AsyncKooMap, KooMap
    from skybind.terra import AsyncTerra, Terra

__all__ = [
    "EmulatedAltizure",
    "EmulatedDownlink",
    "EmulatedFlightHub",
    "EmulatedJob",
    "EmulatedKooMap",
    "EmulatedTerra",
    "pytest_configure",
    "skybind_altizure",
    "skybind_downlink",
    "skybind_flighthub",
    "skybind_koomap",
    "skybind_terra",
]


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


class _Emulated:
    """A service on loopback, for one test.

    Attributes:
        faults: Order misbehaviour: ``faults.add("terra.startJob", "lose-answer", count=1)``.
        clock: ``clock.advance(seconds)`` lets tokens, links and jobs age.
        environment: Variables for ``from_env()`` and the command.
    """

    name = ""

    def __init__(self, running: Any, state: Path, stack: ExitStack) -> None:
        from skybind.cli.environment import environment  # noqa: PLC0415 - only tests that use this pay for it

        self._running = running
        self._service = getattr(running, self.name)
        self._state = state
        self._stack = stack
        self.faults = running.faults
        self.clock = self._service.clock
        self.environment = {**environment(running.ready), "SKYBIND_STATE_DIR": str(state)}

    def _arguments(self, more: dict[str, Any]) -> dict[str, Any]:
        prefix = f"SKYBIND_{self.name.upper()}_"
        own = {name.removeprefix(prefix).lower(): v for name, v in self.environment.items() if name.startswith(prefix)}
        return {**own, "state": self._state, **more}

    def arrivals(self, operation: str) -> int:
        """How often an operation was asked for, whatever became of it; ``store.put`` counts files sent."""
        service, _, name = operation.rpartition(".")
        counted: int = self._running.store.arrivals[name] if service == "store" else self._service.arrivals(name)
        return counted


class EmulatedTerra(_Emulated):
    """TerraAPI on loopback, for one test."""

    name = "terra"

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
        return [EmulatedJob(job.uuid, job.name, job.status.name.lower()) for job in self._service.jobs]

    @property
    def stored(self) -> dict[str, int]:
        """Sizes of the uploaded photos, by name."""
        uploaded = [resource for resource in self._service.resources if resource.type == "map"]
        sizes = {file.uuid: (file.name, file.size) for file in self._service.files}
        return dict(sizes[uuid] for resource in uploaded for uuid in resource.files if uuid in sizes)


class EmulatedFlightHub(_Emulated):
    """FlightHub on loopback, with storage, for one test."""

    name = "flighthub"

    def client(self, **more: Any) -> FlightHub:
        """A client; closed when the test ends."""
        from skybind.flighthub import FlightHub  # noqa: PLC0415

        return self._stack.enter_context(FlightHub(**self._arguments(more)))

    def async_client(self, **more: Any) -> AsyncFlightHub:
        """An async client; close it, or use it in ``async with``."""
        from skybind.flighthub import AsyncFlightHub  # noqa: PLC0415

        return AsyncFlightHub(**self._arguments(more))

    @property
    def stored(self) -> dict[str, int]:
        """Sizes of the photos that were reported and not deleted, by name."""
        there = [resource for resource in self._service.resources if resource.status.name != "DELETED"]
        return {file.name: file.size for resource in there for file in resource.files.values()}


class EmulatedKooMap(_Emulated):
    """KooMap on loopback, with IAM and OBS, for one test.

    Attributes:
        folder_code: A folder of oblique photos that is imported.
        image_codes: Its photos.
    """

    name = "koomap"

    def __init__(self, running: Any, state: Path, stack: ExitStack) -> None:
        super().__init__(running, state, stack)
        facts = running.ready["services"]["koomap"]
        self.folder_code: str = facts["folder_code"]
        self.image_codes: list[str] = facts["image_codes"]

    def _arguments(self, more: dict[str, Any]) -> dict[str, Any]:
        from skybind.koomap.settings import FIELDS  # noqa: PLC0415

        told = {"state", *FIELDS, *more}  # the environment has codes of folders too
        return {name: value for name, value in super()._arguments(more).items() if name in told}

    def client(self, **more: Any) -> KooMap:
        """A client; closed when the test ends."""
        from skybind.koomap import KooMap  # noqa: PLC0415

        return self._stack.enter_context(KooMap(**self._arguments(more)))

    def async_client(self, **more: Any) -> AsyncKooMap:
        """An async client; close it, or use it in ``async with``."""
        from skybind.koomap import AsyncKooMap  # noqa: PLC0415

        return AsyncKooMap(**self._arguments(more))


class EmulatedAltizure(_Emulated):
    """Altizure on loopback, with its buckets, for one test."""

    name = "altizure"

    def client(self, **more: Any) -> Altizure:
        """A client; closed when the test ends."""
        from skybind.altizure import Altizure  # noqa: PLC0415

        return self._stack.enter_context(Altizure(**self._arguments(more)))

    def async_client(self, **more: Any) -> AsyncAltizure:
        """An async client; close it, or use it in ``async with``."""
        from skybind.altizure import AsyncAltizure  # noqa: PLC0415

        return AsyncAltizure(**self._arguments(more))


class EmulatedDownlink(_Emulated):
    """The open platform on loopback, with a dock that flies, for one test.

    Attributes:
        dock: ``dock.state`` says where dock and aircraft are, ``dock.arrivals(method)`` what reached them.
    """

    name = "downlink"

    def __init__(self, running: Any, state: Path, stack: ExitStack) -> None:
        super().__init__(running, state, stack)
        self.dock = self._service.dock

    def _arguments(self, more: dict[str, Any]) -> dict[str, Any]:
        facts = self._running.ready["services"]["downlink"]
        return {**{name: facts[name] for name in ("base_url", "api_id", "api_key", "device_id")}, **more}

    def client(self, **more: Any) -> Downlink:
        """A client; closed when the test ends."""
        from skybind.downlink import Downlink  # noqa: PLC0415

        return self._stack.enter_context(Downlink(**self._arguments(more)))

    def async_client(self, **more: Any) -> AsyncDownlink:
        """An async client; close it, or use it in ``async with``."""
        from skybind.downlink import AsyncDownlink  # noqa: PLC0415

        return AsyncDownlink(**self._arguments(more))


@pytest.fixture
def skybind_terra(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmulatedTerra]:
    """TerraAPI on loopback, with waiting switched off."""
    with _running(request, "terra") as (running, stack):
        yield EmulatedTerra(running, tmp_path / "skybind-state", stack)


@pytest.fixture
def skybind_flighthub(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmulatedFlightHub]:
    """FlightHub on loopback, with waiting switched off."""
    with _running(request, "flighthub") as (running, stack):
        yield EmulatedFlightHub(running, tmp_path / "skybind-state", stack)


@pytest.fixture
def skybind_koomap(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmulatedKooMap]:
    """KooMap on loopback, with waiting switched off."""
    with _running(request, "koomap") as (running, stack):
        yield EmulatedKooMap(running, tmp_path / "skybind-state", stack)


@pytest.fixture
def skybind_altizure(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmulatedAltizure]:
    """Altizure on loopback, with waiting switched off."""
    with _running(request, "altizure") as (running, stack):
        yield EmulatedAltizure(running, tmp_path / "skybind-state", stack)


@pytest.fixture
def skybind_downlink(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EmulatedDownlink]:
    """The open platform and its dock on loopback, with waiting switched off."""
    with _running(request, "downlink") as (running, stack):
        yield EmulatedDownlink(running, tmp_path / "skybind-state", stack)


@contextmanager
def _running(request: pytest.FixtureRequest, service: str) -> Iterator[tuple[Any, ExitStack]]:
    import skybind_emulators  # noqa: PLC0415 - an extra
    from skybind.waiting import no_waiting  # noqa: PLC0415

    mark = request.node.get_closest_marker("skybind")
    settings = skybind_emulators.Settings(**{"services": (service,), **(mark.kwargs if mark else {})})
    with ExitStack() as stack:
        running = stack.enter_context(skybind_emulators.start(settings))
        stack.enter_context(no_waiting())
        yield running, stack
