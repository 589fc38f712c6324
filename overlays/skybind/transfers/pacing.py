"""How many files at a time: a level that finds itself, from how fast bytes move and what goes wrong. No I/O here.

Goodput is followed uphill. The level begins small and doubles while that pays; then it is tried one step up and one
step down in turn, and each step is kept or taken back by what it did to goodput. A step up must bring a good part of
its share, and a step down that costs next to nothing is kept, so the level comes to rest where more files at a time
would only wait for each other. That is a rule about latency, too: of ``level`` files on their way, each takes
``level / goodput``, so where goodput does not grow with the level, latency does. When goodput falls by itself, files
take longer: fewer are tried at once, and kept if it was them.

Measures waver: a new file first fills the buffers of the system, and a finished one waits for its answer. So several
files a connection make a measure, and in doubt the level stays up: one that is too high costs some memory, one that is
too low costs hours.

Why not the rule of TCP, one more until something breaks: a store does not break, it gets slow, and a narrow uplink
shows its overload as stalled connections minutes later. What does break counts all the same: a store that says "too
fast", or many faults at a time, cut the level; single faults do not, for a bad line cuts a connection now and then at
any level.
"""

from __future__ import annotations

import math

import attrs

__all__ = ["Pace"]

_FIRST = 4
_MIB = 1024 * 1024
_CLIMB = 1.25  # of the goodput before, that a doubled level must bring to be doubled again
_GAIN = 0.4  # of what a step up would bring if all files went as fast as before; less is not worth it
_LOSS = 0.15  # of what a step down would cost if they did; more is too much
_SAG = 0.6  # of the usual goodput; below, files take so much longer that there may be too many of them
_EASE = 0.7  # of the level, when something broke
_LEAST = 2  # steps down end here: with a single file at a time, the line is idle between two of them
_REST = 3  # periods between two trials


@attrs.define
class _Trial:
    """A level that is tried, and what the one before it brought."""

    level: int
    goodput: float
    up: bool


@attrs.define
class _Span:
    """What happened since the level last changed or was last judged."""

    since: float
    moved: int
    settled: bool = False
    good: int = 0
    faults: int = 0
    busy: int = 0


class Pace:
    """The level of one transfer. Tell it what happens, and ask :meth:`look` several times a second.

    Args:
        most: The level is never above it.
        first: Where it begins.
        settle: Seconds after a change that are not counted: what moves first only fills buffers.
        period: Shortest time over which goodput is measured; it takes longer where little moves.
    """

    def __init__(self, most: int, *, first: int = _FIRST, settle: float = 0.4, period: float = 0.8) -> None:
        self._most = max(1, most)
        self.level = min(max(1, first), self._most)
        self._settle = settle
        self._period = period
        self._span: _Span | None = None
        self._climbing = self.level < self._most
        self._below: tuple[int, float] | None = None  # while climbing: the level before, and its goodput
        self._usual: float | None = None
        self._trial: _Trial | None = None
        self._rested = 0
        self._up_next = True
        self._good = self._faults = self._busy = 0

    def went_well(self) -> None:
        """A file, or a part of one, has arrived."""
        self._good += 1

    def went_wrong(self, *, busy: bool = False) -> None:
        """An attempt failed; ``busy``: because the store wants fewer of them."""
        self._faults += 1
        self._busy += busy

    def look(self, now: float, moved: int) -> int:
        """The level from now on.

        Args:
            now: Monotonic seconds.
            moved: Bytes moved so far in all, those that must move again taken off.
        """
        span = self._span
        if span is None:
            span = self._span = self._begun(now, moved)
        good, faults, busy = self._good - span.good, self._faults - span.faults, self._busy - span.busy
        if busy or faults >= max(3, 0.2 * (good + faults)):
            self._ease(now, moved)
            return self.level
        if not span.settled:
            if now - span.since >= self._settle:
                self._span = attrs.evolve(span, since=now, moved=moved, settled=True)
            return self.level
        seconds, count = now - span.since, moved - span.moved
        files = self.level if self._climbing else 2 * self.level
        enough = good >= files or count >= 32 * _MIB * files or seconds >= 8 * self._period
        if seconds >= self._period and enough:
            self._judge(max(0.0, count / seconds))
            self._span = self._begun(now, moved)
        return self.level

    def _begun(self, now: float, moved: int) -> _Span:
        return _Span(now, moved, good=self._good, faults=self._faults, busy=self._busy)

    def _ease(self, now: float, moved: int) -> None:
        """Back off, once for all that went wrong at a time: the next span begins with nothing on its account."""
        self.level = max(1, int(self.level * _EASE))
        self._climbing, self._trial, self._usual = False, None, None
        self._rested, self._up_next = 0, True
        self._span = self._begun(now, moved)

    def _judge(self, goodput: float) -> None:
        if self._climbing:
            self._climb(goodput)
        elif self._trial is not None:
            self._conclude(self._trial, goodput)
        elif self._usual is not None and goodput < _SAG * self._usual:
            self._usual, self._up_next = goodput, False
            self._try()
        else:
            self._usual = goodput if self._usual is None else 0.5 * (self._usual + goodput)
            self._rested += 1
            if self._rested >= _REST:
                self._try()

    def _climb(self, goodput: float) -> None:
        if self._below is not None and goodput < _CLIMB * self._below[1]:
            # As far up as the line has shown itself to carry, if files go as fast as they did on the level below.
            level, before = self._below
            self.level = min(self.level, max(level, math.ceil(level * goodput / before))) if before else level
            self._climbing = False
        elif self.level >= self._most:
            self._climbing, self._usual = False, goodput
        else:
            self._below = (self.level, goodput)
            self.level = min(self._most, self.level * 2)

    def _try(self) -> None:
        assert self._usual is not None
        self._rested = 0
        step = max(1, self.level // 8)
        up = self._up_next
        self._up_next = not up
        to = min(self._most, self.level + step) if up else max(min(_LEAST, self._most), self.level - step)
        if to != self.level:
            self._trial = _Trial(self.level, self._usual, up)
            self.level = to

    def _conclude(self, trial: _Trial, goodput: float) -> None:
        self._trial = None
        share = abs(self.level - trial.level) / trial.level  # by which goodput would change if files did not compete
        if trial.up:
            keep = goodput >= trial.goodput * (1 + _GAIN * share)
        else:
            keep = goodput >= trial.goodput * (1 - _LOSS * share)
        if keep:
            self._usual, self._rested = goodput, _REST - 1
            self._up_next = trial.up  # what paid once may pay again
        else:
            self.level, self._usual = trial.level, trial.goodput
