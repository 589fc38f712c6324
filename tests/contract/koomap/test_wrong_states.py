"""The life cycles held to their own purpose: an emulator whose tasks live wrongly, in one respect each, is caught."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs
import pytest

from harness.contract.koomap import CONTRACT
from harness.contract.koomap.account import emulate
from harness.contract.koomap.lives import ModellingLives, RefiningLives, SatelliteLives
from harness.contract.life_cycle import LifeCycle
from harness.contract.notes import disregard
from harness.contract.stage import Stage
from harness.contract.world import World
from skybind_emulators.exchange import Call

Handler = Callable[[Call], Any]
Wrong = Callable[[Handler], Handler]


def only_says_so(_: Handler) -> Handler:
    """Confirms, and does nothing."""
    return lambda _call: True


def rounds(handler: Handler) -> Handler:
    """Reads decimal text as a binary number."""
    return lambda call: handler(
        attrs.evolve(call, body={**call.body, "longitude": repr(float(call.body["longitude"]))})
    )


def goes_back(handler: Handler) -> Handler:
    """Shows what runs as if it had not begun."""

    def handle(call: Call) -> Any:
        answer = handler(call)
        for task in answer["data"]:
            task["task_status"] = "INIT" if task["task_status"] == "RUNNING" else task["task_status"]
        return answer

    return handle


@pytest.mark.parametrize(
    ("machine", "operation", "wrong", "words"),
    [
        (SatelliteLives, "deleteTask", only_says_so, "assert set|State does not allow"),
        (SatelliteLives, "listTaskInfo", goes_back, "went from"),
        (SatelliteLives, "updateTaskArchivedStatus", only_says_so, "should have been refused|went from|assert set"),
        (ModellingLives, "stopReal3DTask", only_says_so, "went from|should have been refused"),
        (ModellingLives, "createMarkerInfo", only_says_so, "should have been refused|No mark points"),
        (ModellingLives, "addSpurPoint", rounds, "decimal text was changed"),
        (RefiningLives, "deleteReal3DSubTask", only_says_so, "should have been refused|assert|name is taken"),
        (RefiningLives, "stopReal3DSubTask", only_says_so, "went from|should have been refused"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_wrong_state_is_caught(
    machine: type[LifeCycle], operation: str, wrong: Wrong, words: str, tmp_path: Path
) -> None:
    """The machine fails, and shows which state or which refusal was not what the model says."""

    @contextmanager
    def opens() -> Iterator[World]:
        with emulate(tmp_path) as world:
            disregard(world.app)
            handlers = world.app._handlers
            world.app._handlers = {**handlers, operation: wrong(handlers[operation])}
            yield world

    stage = Stage(CONTRACT, live=False)
    stage.hunted = True
    with stage.opened(opens), pytest.raises(Exception, match=words):
        stage.live_through(machine)
