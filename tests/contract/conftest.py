"""A service to hold to its specification: emulated, or the real one if the switch says so."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.contract.live import SET_ASIDE, Pace
from harness.contract.notes import NOTES
from harness.contract.plants import PLANTED, Plant
from harness.contract.witness import Witness
from harness.contract.world import World
from skybind.errors import CredentialsMissing

if TYPE_CHECKING:
    from harness.contract.contract import OperationTerms
    from harness.contract.stage import Stage
    from harness.contract.tour import Visit

Opens = Callable[[], AbstractContextManager[World]]


#: Whether the test itself passed; its fixtures ask.
HELD = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Let fixtures know how the test went."""
    report = yield
    if call.when == "call":
        item.stash[HELD] = report.passed
    return report


@pytest.fixture(scope="session")
def pace(pytestconfig: pytest.Config) -> Pace:
    """Keeps requests to real services apart."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    return Pace(pytestconfig.option.live_rate, workers)


@pytest.fixture
def service(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pace: Pace
) -> Iterator[Stage]:
    """The service that the test is about, named by its parameter or, where schemathesis makes the tests, by its node.

    An emulator is a new one for each test. Every answer that it gives must fit the specification, whoever asked. The
    real service is asked slowly, and is spared what must not be done to it.
    """
    from harness.contract.stages import STAGES  # schemathesis is heavy, and not all tests below need it

    stage = STAGES[getattr(request, "param", None) or request.node.name.split("[")[1].rstrip("]")]
    label = getattr(request.node, "operation_label", None)
    operation = stage.contract.labelled(label) if label else None
    stage.writes = request.config.option.allow_writes
    if stage.live:
        _spare(request, stage, operation)
        opens = _real(stage, monkeypatch, pace)
    else:
        opens = _emulated(stage, tmp_path, request.config.stash.get(PLANTED, None))
    with stage.opened(opens):
        yield stage
        if operation and not stage.live and request.node.stash.get(HELD, False):
            reached = any(label == operation.label and good for label, good in stage.answered)
            assert reached, "no request succeeded: only refusals were checked"
            if NOTES in request.config.stash:
                request.config.stash[NOTES].property_tested(stage.contract.service, operation.id)


@pytest.fixture
def keep(service: Stage, request: pytest.FixtureRequest) -> Callable[[list[Visit]], None]:
    """Keeps the answers of a tour as snapshots, if they are the real service's and that was asked for."""

    def keep(visits: list[Visit]) -> None:
        from harness.contract.snapshots import record  # schemathesis again

        option = request.config.option
        if option.record and service.live:
            today = datetime.now(UTC).date()
            record(option.snapshots, service.contract, visits, base_url=service.world.base_url, on=today)

    return keep


def _spare(request: pytest.FixtureRequest, stage: Stage, operation: OperationTerms | None) -> None:
    """Skip what must not be done to a real account. Made-up calls only read: they would change and delete what they
    hit, and leave behind what they create."""
    writes = request.node.get_closest_marker("writes")
    if operation and not operation.reads:
        pytest.skip("made-up calls only read a real account")
    if writes and not writes.kwargs["tidy"]:
        pytest.skip("leaves things behind in a real account")
    if writes and not stage.writes:
        pytest.skip("changes the account: --allow-writes")


def _real(stage: Stage, monkeypatch: pytest.MonkeyPatch, pace: Pace) -> Opens:
    """Opens the real service, in the user's own environment."""
    monkeypatch.delenv("SKYBIND_PROFILE_FILE", raising=False)
    for name, value in SET_ASIDE.items():
        monkeypatch.setenv(name, value)

    @contextmanager
    def opens() -> Iterator[World]:
        with ExitStack() as stack:
            try:
                world = stack.enter_context(stage.contract.connect(pace))
            except CredentialsMissing as error:
                pytest.skip(f"{error}. {error.advice}")
            yield world

    return opens


def _emulated(stage: Stage, folder: Path, plant: Plant | None) -> Opens:
    """Opens emulators, each in a folder of its own, with the fault that is to be planted, and a witness before it."""
    stage.hunted = plant is not None
    folders = (folder / f"world-{number}" for number in itertools.count())

    @contextmanager
    def opens() -> Iterator[World]:
        with stage.contract.emulate(next(folders)) as world:
            if plant:
                plant.plant(world.app, stage.contract)
            world.app = witness = Witness(stage.contract.document, world.app)
            yield world
            assert not witness.breaches

    return opens
