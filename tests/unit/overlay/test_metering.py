"""How fast bytes may go, and how slow they may get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skybind.wire.metering import Allowance, Pulse
from unit.overlay.dials import Clock


@given(st.floats(1e3, 1e8), st.lists(st.integers(1, 2_000_000), min_size=1, max_size=50))
def test_the_rate_holds_over_any_sequence(rate: float, counts: list[int]) -> None:
    """Whatever is moved in whatever pieces takes at least as long as the rate says, and hardly longer."""
    clock = Clock()
    began = clock.time
    allowance = Allowance(rate, pause=clock.sleep, now=clock)
    for count in counts:
        allowance.pay(count)
    assert clock.time - began == pytest.approx(sum(counts) / rate, rel=1e-3, abs=1e-3)


def test_time_that_was_not_used_is_not_hoarded() -> None:
    """After a minute without bytes the line is not flooded for a minute: a quarter of a second is made up for."""
    clock = Clock()
    allowance = Allowance(1000, pause=clock.sleep, now=clock)
    allowance.pay(500)
    clock.time += 60
    began = clock.time
    allowance.pay(1250)
    assert clock.time - began == pytest.approx(1.0)


def test_those_who_share_wait_for_each_other() -> None:
    """Ten that pay at one moment get their turns one after the other."""
    pauses: list[float] = []
    allowance = Allowance(100, pause=pauses.append, now=lambda: 0.0)
    for _ in range(10):
        allowance.pay(10)
    assert pauses == pytest.approx([0.1 * number for number in range(1, 11)])


@pytest.mark.parametrize(("rate", "step"), [(1_000, 4096), (1_600_000, 100_000), (1e9, 1_000_000)])
def test_steps_fit_the_rate(rate: float, step: int) -> None:
    """On a narrow allowance bytes go in small steps, so that they flow; never in more than was asked for."""
    assert Allowance(rate, pause=lambda _seconds: None).step(1_000_000) == step


def test_slow_is_not_dead() -> None:
    """What moves the least that counts as life goes on for ever."""
    pulse = Pulse(slowest=100, window=30)
    for _ in range(1000):
        pulse.beat(1000, 10)


@pytest.mark.parametrize("every", [1.0, 29.0])
def test_a_byte_now_and_then_is_no_life(every: float) -> None:
    """A peer that takes a byte just before each timeout is given up after a window."""
    pulse = Pulse(slowest=100, window=30)
    seconds = 0.0
    with pytest.raises(TimeoutError):  # noqa: PT012 - which beat it is, is the question
        while seconds < 1000:
            seconds += every
            pulse.beat(1, every)
    assert seconds <= 60


def test_a_good_beginning_does_not_excuse_the_rest() -> None:
    """Each window counts for itself."""
    pulse = Pulse(slowest=100, window=30)
    pulse.beat(10**9, 30)
    with pytest.raises(TimeoutError):
        pulse.beat(1, 30)
