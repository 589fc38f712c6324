"""Waiting until each image is Ready or Invalid, on a clock of its own."""

from collections.abc import Iterable
from typing import Any

import pytest
from attrs import define, field

from skybind.altizure.settling import Settled, curable, settle
from skybind.errors import PermissionDenied, ServerError
from skybind.jobs import Schedule
from skybind_clients.altizure.models.fragments import ProjectImage

STORM = ServerError("busy", service="altizure", status=503)


@define
class Lists:
    """Lists images; one answer a round, the last one for ever. Errors are raised."""

    rounds: list[dict[str, str] | Exception]
    asked: int = 0

    @property
    def images(self) -> "Lists":
        return self

    def list(self, project: str, *, first: int) -> Iterable[ProjectImage]:
        self.asked += 1
        answer = self.rounds.pop(0) if len(self.rounds) > 1 else self.rounds[0]
        if isinstance(answer, Exception):
            raise answer
        return [
            ProjectImage(
                id=name, state=state.partition(":")[0], error=[state.partition(":")[2]] if ":" in state else None
            )
            for name, state in answer.items()
        ]


@define
class Clock:
    """Time that passes by sleeping only."""

    now: float = 0.0
    told: list[int] = field(factory=list)

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def __call__(self) -> float:
        return self.now


def settled(lists: Lists, ids: Iterable[str], clock: Clock, **more: Any) -> Settled:
    api: Any = lists
    return settle(
        api, "p", ids, schedule=Schedule(), told=clock.told.append, sleep=clock.sleep, monotonic=clock, **more
    )


def test_all_end_somehow() -> None:
    """Ready ones, and Invalid ones with their reasons; other images of the project do not matter."""
    clock = Clock()
    lists = Lists([{"a": "Uploaded", "b": "Verifying"}, {"a": "Ready", "b": "Copying", "x": "Pending"},
                   {"a": "Ready", "b": "Invalid:too dark", "x": "Pending"}])  # fmt: skip
    assert settled(lists, ["a", "b"], clock) == Settled(frozenset({"a"}), {"b": "too dark"}, {})
    assert (lists.asked, clock.told) == (3, [0, 1, 1])


def test_nothing_to_wait_for() -> None:
    """Without images nothing is asked."""
    lists = Lists([{}])
    assert settled(lists, [], Clock()) == Settled(frozenset(), {}, {})
    assert lists.asked == 0


def test_an_unknown_state_is_waited_for() -> None:
    """A word that nobody knows does not end the wait; a stronger Ready does."""
    assert settled(Lists([{"a": "Xyzzy"}, {"a": "ReadyStrong"}]), ["a"], Clock()).ready == {"a"}


def test_a_standstill_ends_the_wait() -> None:
    """Seventy minutes without any change are more than the service's own limit; what became of each is told."""
    clock = Clock()
    found = settled(Lists([{"a": "Ready", "b": "Uploaded"}, {"a": "Ready", "b": "Verifying"}]), ["a", "b"], clock)
    assert found.unsettled == {"b": "is still Verifying"}
    assert 70 * 60 < clock.now < 72 * 60


def test_an_image_that_is_not_listed() -> None:
    """Just after it was made it may be missing; later it counts as lost."""
    clock = Clock()
    assert settled(Lists([{}, {"a": "Ready"}]), ["a"], clock).ready == {"a"}
    assert settled(Lists([{}]), ["a"], clock).invalid == {"a": "the project does not list it"}
    assert clock.now < 120


def test_trouble_does_not_end_the_wait() -> None:
    """The service's own trouble is sat out, a refusal is not."""
    assert settled(Lists([STORM, STORM, {"a": "Ready"}]), ["a"], Clock()).ready == {"a"}
    with pytest.raises(PermissionDenied):
        settled(Lists([PermissionDenied("no", service="altizure", status=403)]), ["a"], Clock())
    clock = Clock()
    with pytest.raises(ServerError):
        settled(Lists([STORM]), ["a"], clock)
    assert clock.now < 72 * 60


def test_it_can_be_stopped() -> None:
    """Asked at least once a second, however long the pause."""
    clock = Clock()
    with pytest.raises(KeyboardInterrupt):
        settled(Lists([{"a": "Pending"}]), ["a"], clock, cancelled=lambda: clock.now > 30)
    assert 30 < clock.now < 32


def test_what_another_attempt_may_cure() -> None:
    """The way may have been at fault, unless the service says that the content is."""
    assert curable("Download Error; timed out")
    assert curable("the service gives no reason")
    assert not curable("Extract Info Error: no EXIF")
    assert not curable("Resize Error; Truncated File Read")
