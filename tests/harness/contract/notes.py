"""Notes of a run: which operations arrived at emulators, from which test modules, and which were property-tested.

Each process of a run leaves a file of its own; ``scripts/coverage_page.py`` reads them together.
"""

from __future__ import annotations

import json
import os
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.application import Application

__all__ = ["NOTES", "NoteTaker", "disregard"]

NOTES = pytest.StashKey["NoteTaker"]()
TESTS = Path(__file__).parents[2]

_disregarded: weakref.WeakSet[Application] = weakref.WeakSet()


def disregard(application: Application) -> None:
    """Let an emulator that is wrong on purpose not count."""
    _disregarded.add(application)


class NoteTaker:
    """Counts nothing, so that two runs leave the same notes: only what arrived, and what succeeded, is noted.

    Attributes:
        stop: ends the listening; may be called again.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._folder: Path = config.option.notes
        self._worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        self._module = ""
        self._called: set[tuple[str, str, str]] = set()
        self._succeeded: set[tuple[str, str]] = set()
        self._property_tested: set[tuple[str, str]] = set()
        self.stop = self._listen()

    def property_tested(self, service: str, operation: str) -> None:
        """Note that all made-up requests to an operation were answered as the specification allows."""
        self._property_tested.add((service, operation))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Know whose requests these are."""
        self._module = item.path.relative_to(TESTS).as_posix() if item.path.is_relative_to(TESTS) else item.path.name
        return (yield)

    def pytest_sessionfinish(self) -> None:
        """Leave the notes."""
        self.stop()
        notes = {
            "called": sorted(map(list, self._called)),
            "succeeded": sorted(map(list, self._succeeded)),
            "property_tested": sorted(map(list, self._property_tested)),
        }
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{self._worker}.json").write_text(json.dumps(notes, indent=1) + "\n", encoding="utf-8")

    def _listen(self) -> Callable[[], None]:
        """Hear of every request to every emulator of this process; returns what ends that."""
        from harness.graphql_calls import hear  # an emulator, heavy and loaded only by runs that take notes
        from skybind_clients.altizure.operations import OPERATIONS

        serve = Application.serve

        async def heard(application: Application, operations: Any, scope: Any, receive: Any, send: Any) -> None:
            operation = operations.get(scope["method"])
            if operation is None or application in _disregarded:
                await serve(application, operations, scope, receive, send)
                return
            service = application._specification.service
            self._called.add((service, operation.id, self._module))

            status = 0

            async def sent(message: Any) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = message["status"]
                elif 200 <= status < 300 and not (service == "flighthub" and _refuses(message["body"])):
                    self._succeeded.add((service, operation.id))
                await send(message)

            await serve(application, operations, scope, receive, sent)

        def named(operation: str, succeeded: bool) -> None:
            """A request of a GraphQL client, as far as it names one of the operations."""
            if operation in OPERATIONS:
                self._called.add(("altizure", operation, self._module))
                self._succeeded |= {("altizure", operation)} if succeeded else set()

        Application.serve = heard  # type: ignore[method-assign]
        forget = hear(named)

        def restore() -> None:
            Application.serve = serve  # type: ignore[method-assign]
            forget()

        return restore


def _refuses(body: bytes) -> bool:
    """Whether an answer of FlightHub with HTTP 200 is a refusal all the same."""
    return str(json.loads(body)["code"]) != "0"
