"""How many files at a time: the level, on a line that is simulated."""

import random
from collections.abc import Callable

import pytest
from attrs import define, field

from skybind.transfers.pacing import Pace

MB = 1_000_000


@define
class Line:
    """An uplink that all files share.

    Attributes:
        capacity: Bytes a second of the whole line, as a function of the time.
        each: Bytes a second that a single connection can have, whatever the line could take.
        noise: Share by which measured goodput wavers, from one second to the next.
        cuts: Share of the files whose connection is cut on the way.
        size: Bytes of a file.
    """

    capacity: Callable[[float], float]
    each: float
    noise: float = 0.05
    cuts: float = 0.0
    size: float = 10 * MB
    seed: int = 1
    time: float = 0.0
    moved: float = 0.0
    levels: list[int] = field(factory=list)

    def best(self, most: int) -> float:
        """Bytes a second with as many files at a time as may be."""
        return min(self.capacity(self.time), most * self.each)

    def run(self, pace: Pace, seconds: float, *, most: int = 32) -> float:
        """Let time pass; returns the share of what the line could have carried in it."""
        chance = random.Random(self.seed)
        carried = possible = files = 0.0
        waver, next_second = 1.0, self.time
        end = self.time + seconds
        while self.time < end:
            rate = min(self.capacity(self.time), pace.level * self.each)
            carried += rate * 0.1
            possible += self.best(most) * 0.1
            if self.time >= next_second:
                waver, next_second = 1 + chance.uniform(-self.noise, self.noise), next_second + 1
            step = rate * 0.1 * waver
            self.moved += step
            files += step / self.size
            while files >= 1:
                files -= 1
                if chance.random() < self.cuts:
                    pace.went_wrong()
                else:
                    pace.went_well()
            pace.look(self.time, int(self.moved))
            self.levels.append(pace.level)
            self.time += 0.1
        return carried / possible if possible else 1.0

    def settled(self, seconds: float = 30.0) -> float:
        """The usual level of the last seconds."""
        last = self.levels[-int(seconds * 10) :]
        return sum(last) / len(last)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("capacity", "each", "enough"),
    [(20 * MB, 2 * MB, 10), (20 * MB, 5 * MB, 4), (20 * MB, 0.9 * MB, 22), (200 * MB, 50 * MB, 4), (1 * MB, 1 * MB, 2)],
)
def test_the_level_comes_to_rest_where_more_would_not_pay(capacity: float, each: float, enough: int, seed: int) -> None:
    """Nine tenths of the line are used, from the first second on, with about as many files as that takes."""
    line = Line(lambda _time: capacity, each, seed=seed)
    assert line.run(Pace(32), 240) >= 0.9
    assert -0.15 * enough <= line.settled() - enough <= max(3, 0.6 * enough)


@pytest.mark.parametrize("seed", range(10))
def test_measures_that_waver_do_not_bring_it_down(seed: int) -> None:
    """Though goodput seems to change by a quarter each second, the level stays where the line is used."""
    line = Line(lambda _time: 20 * MB, 5 * MB, noise=0.25, seed=seed)
    assert line.run(Pace(8), 240, most=8) >= 0.9


def test_it_starts_small_and_doubles() -> None:
    """The first level is small; where each file goes as fast as before, the bound is reached in a few seconds."""
    line = Line(lambda _time: 1000 * MB, 8 * MB)
    line.run(Pace(32), 6)
    assert sorted(set(line.levels)) == [4, 8, 16, 32]
    assert line.levels == sorted(line.levels)


@pytest.mark.parametrize("most", [1, 2, 3, 7])
def test_the_bound_holds(most: int) -> None:
    """The level is never above what the user allows, and never below one."""
    line = Line(lambda _time: 1000 * MB, 1 * MB, cuts=0.05)
    line.run(Pace(most), 60, most=most)
    assert max(line.levels) == most
    assert min(line.levels) >= 1


def test_single_faults_do_not_count() -> None:
    """A line that cuts one connection in a hundred is used as much as one that cuts none."""
    assert Line(lambda _time: 20 * MB, 2 * MB, cuts=0.01).run(Pace(32), 120) >= 0.9


def test_a_store_that_says_too_fast_is_heeded() -> None:
    """Such a refusal cuts the level at once, sixteen at a time cut it once, and it comes back when none follow."""
    pace, line = Pace(32), Line(lambda _time: 100 * MB, 8 * MB)
    line.run(pace, 30)
    before = pace.level
    for _ in range(16):
        pace.went_wrong(busy=True)
    line.run(pace, 0.2)
    assert before * 0.5 <= pace.level < before
    line.run(pace, 60)
    assert pace.level >= 0.75 * before


def test_many_faults_at_a_time_are_too_many_files() -> None:
    """When a good part of what is on its way breaks, fewer are sent at a time; at the least, one is."""
    pace, line = Pace(16), Line(lambda _time: 100 * MB, 10 * MB)
    line.run(pace, 20)
    before = pace.level
    for _ in range(10):
        pace.went_wrong()
    line.run(pace, 0.2)
    assert pace.level < before
    for _ in range(20):
        for _ in range(4):
            pace.went_wrong()
        line.run(pace, 0.1)
    assert pace.level == 1


def test_a_line_that_gets_narrow_and_wide_again() -> None:
    """When files begin to take longer the level falls; when there is room again it rises; the line stays used."""
    line = Line(lambda time: 4 * MB if 70 < time < 130 else 20 * MB, 2 * MB)
    pace = Pace(32)
    line.run(pace, 70)
    wide = line.settled(10)
    line.run(pace, 60)
    assert line.settled(10) < 0.8 * wide
    share = line.run(pace, 80)
    assert share >= 0.75
    assert line.settled(10) >= 9


def test_nothing_moves() -> None:
    """An outage is no measure: the level does not climb on nothing, and the work goes on after it."""
    pace, line = Pace(16), Line(lambda time: 0 if 20 < time < 80 else 20 * MB, 2 * MB)
    line.run(pace, 20)
    before = pace.level
    line.run(pace, 59)
    assert pace.level <= before + 2
    assert line.run(pace, 60) >= 0.75


def test_bytes_that_go_again_are_no_progress() -> None:
    """A count that goes back, because files must be sent again, is taken for no goodput rather than for an error."""
    pace = Pace(8)
    for tick in range(100):
        assert 1 <= pace.look(tick * 0.1, 50 * MB - tick * MB) <= 8
