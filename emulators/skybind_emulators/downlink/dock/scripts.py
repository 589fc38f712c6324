"""Time for things that take some: scripts that say how long they wait, and a stage that wakes them.

A script is a generator. It yields seconds to wait, a moment to wait for, or `None` to be left alone until something
wakes it; each time it gets back how many seconds really passed. There is no clock here: whoever owns the stage says
how much time goes by.
"""

from collections.abc import Callable, Generator

from attrs import define, field, frozen


@frozen
class Until:
    """Wait for a moment of the calendar, Unix seconds. Work that is hurried does not hurry the calendar."""

    unix_s: float


Wait = float | Until | None
Script = Generator[Wait, float, None]
#: A part of a script that ends with a yes or no.
Asking = Generator[Wait, float, bool]

# Longest stretch in one piece while something changes steadily, such as a battery in the air.
_STRETCH_S = 1.0
_MANY = 1_000_000


@define(eq=False)
class Running:
    """A script under way.

    Attributes:
        due: stage time at which it goes on, or `None`.
        until: moment of the calendar at which it goes on, or `None`.
        since: stage time when it began to wait.
    """

    script: Script
    since: float = 0.0
    due: float | None = None
    until: float | None = None


@define(eq=False)
class Stage:
    """Runs scripts as time goes by.

    Attributes:
        time_s: seconds that went by so far.
        elapse: told of each stretch of time before the scripts at its end go on.
        steady: whether something changes steadily now, so that time must come in short stretches.
    """

    elapse: Callable[[float], None] = lambda _: None
    steady: Callable[[], bool] = lambda: False
    time_s: float = 0.0
    _running: list[Running] = field(factory=list)

    def start(self, script: Script) -> Running:
        """Run a script up to its first wait."""
        running = Running(script, self.time_s)
        self._running.append(running)
        self._resume(running, first=True)
        return running

    def stop(self, running: Running | None) -> None:
        """End a script where it waits."""
        if running is not None and running in self._running:
            self._running.remove(running)
            running.script.close()

    def wake(self, running: Running | None) -> None:
        """Cut a script's wait short, whatever it waits for."""
        if running is not None and running in self._running:
            self._resume(running)

    def advance(self, seconds: float, now_unix_s: float) -> None:
        """Let time go by, then look at the calendar."""
        end = self.time_s + seconds
        while self.time_s < end:
            following = self._following()
            self._go_to(min(end, end if following is None or following.due is None else following.due))
            self._wake_due()
        self._wake_due()
        for running in [one for one in self._running if one.until is not None and one.until <= now_unix_s]:
            self._resume(running)

    def settle(self) -> None:
        """Let as much time go by as the scripts need until none waits for time."""
        for _ in range(_MANY):
            if (following := self._following()) is None or following.due is None:
                return
            self._go_to(following.due)
            self._wake_due()
        raise RuntimeError("scripts of the simulated dock do not end")

    def idle(self) -> bool:
        """Whether no script waits for time to pass."""
        return self._following() is None

    def _following(self) -> Running | None:
        waiting = [running for running in self._running if running.due is not None]
        return min(waiting, key=lambda running: running.due or 0.0, default=None)

    def _go_to(self, time_s: float) -> None:
        """Move on to a moment, or a short stretch towards it."""
        stretch = max(0.0, time_s - self.time_s)
        if stretch > _STRETCH_S and self.steady():
            time_s, stretch = self.time_s + _STRETCH_S, _STRETCH_S
        self.time_s = max(self.time_s, time_s)
        if stretch:
            self.elapse(stretch)

    def _wake_due(self) -> None:
        for running in [one for one in self._running if one.due is not None and one.due <= self.time_s]:
            if running.due is not None and running.due <= self.time_s:
                self._resume(running)

    def _resume(self, running: Running, *, first: bool = False) -> None:
        passed = self.time_s - running.since
        running.due = running.until = None
        running.since = self.time_s
        try:
            wait = next(running.script) if first else running.script.send(passed)
        except StopIteration:
            if running in self._running:
                self._running.remove(running)
            return
        if isinstance(wait, Until):
            running.until = wait.unix_s
        elif wait is not None:
            running.due = self.time_s + max(0.0, wait)
