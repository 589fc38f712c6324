"""How runs move and how that is shown: pure rules."""

import pytest

from skybind_emulators.koomap.real3d.progress import decimal_text, duration_s, seen, stages_done, waited
from skybind_emulators.speed import parse_speed


@pytest.mark.parametrize(
    ("polls", "states"),
    [
        (1, ["over"]),
        (2, ["PENDING", "over"]),
        (3, ["PENDING", "STARTING", "over"]),
        (4, ["PENDING", "STARTING", "RUNNING", "over"]),
        (7, ["PENDING", "PENDING", "STARTING", "STARTING", "RUNNING", "RUNNING", "over"]),
    ],
)
def test_states_are_spread_over_the_looks(polls: int, states: list[str]) -> None:
    """The last look finds the run over, those before pass through the states in their order."""
    shown = [seen(parse_speed(f"polls:{polls}"), reads=read, elapsed_s=0, whole_s=100) for read in range(1, polls + 1)]
    assert ["over" if one.over else one.status.value for one in shown] == states


def test_time_passes_through_the_states() -> None:
    """A twentieth of the time each for waiting and starting, then running until the time is up."""
    speed = parse_speed("time:1")
    shown = [seen(speed, reads=0, elapsed_s=at, whole_s=100) for at in (0, 4.9, 5, 9.9, 10, 99.9, 100)]
    assert [one.status.value for one in shown] == ["PENDING"] * 2 + ["STARTING"] * 2 + ["RUNNING"] * 3
    assert [one.over for one in shown] == [False] * 6 + [True]


def test_more_photos_take_longer() -> None:
    """A run has a start-up time and a share for each photo."""
    assert duration_s(10) - duration_s(9) == duration_s(2) - duration_s(1) > 0
    assert duration_s(0) > 0


@pytest.mark.parametrize(
    ("share", "text"), [(None, None), (0.0, "0.00"), (0.29, "0.29"), (0.999, "0.99"), (1.0, "1.00")]
)
def test_shares_are_text_of_two_places(share: float | None, text: str | None) -> None:
    """Cut, not rounded: 1.00 is only shown when all is done. No share is null."""
    assert decimal_text(share) == text


def test_a_stage_counts_when_it_is_done() -> None:
    """Ten stages; none while nothing is known."""
    assert [stages_done(share) for share in (None, 0.0, 0.3, 0.39, 1.0)] == [None, 0, 3, 3, 10]


def test_short_waits() -> None:
    """At once, at the second look, or after their time."""
    assert waited(parse_speed("instant"), reads=0, elapsed_s=0, whole_s=30)
    assert [waited(parse_speed("polls:5"), reads=read, elapsed_s=0, whole_s=30) for read in (1, 2)] == [False, True]
    assert waited(parse_speed("polls:1"), reads=1, elapsed_s=0, whole_s=30)
    assert [waited(parse_speed("time:2"), reads=9, elapsed_s=at, whole_s=30) for at in (29, 30)] == [False, True]
