"""Clocks and dice that a test holds in its hand."""


class Clock:
    """Stands still until it is moved or slept on; serves as wall clock, monotonic clock and sleep.

    Attributes:
        time: What it shows.
        slept: All pauses, in their order.
    """

    def __init__(self, time: float = 1_800_000_000.0) -> None:
        self.time = time
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


class Pauses:
    """A sleep that only remembers."""

    def __init__(self) -> None:
        self.asked: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)


def longest(_low: float, high: float) -> float:
    """Dice that always fall on the longest pause."""
    return high
