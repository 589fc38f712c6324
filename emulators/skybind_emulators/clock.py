"""The emulators' time: what the services say it is, and how fast their jobs run."""

import threading
import time
from collections.abc import Callable


class SimulatedClock:
    """Time of the emulated services.

    Two readings, because two things are simulated:

    - ``now()``: Unix seconds, the wall clock plus all that was advanced. Expiry of tokens and links, and every
      timestamp in an answer, go by it.
    - ``simulated()``: seconds since the clock was made, ``scale`` times as fast as the wall clock, plus all that was
      advanced. The progress of jobs goes by it.

    ``wall()`` is the wall clock alone. Signatures are judged by it: moving the emulator into the future must not turn
    every client's date into a wrong one (there is a fault, ``skew``, for that).
    """

    def __init__(self, scale: float = 1.0, *, wall: Callable[[], float] = time.time) -> None:
        if not scale > 0:
            raise ValueError(f"the scale of a clock must be above 0, not {scale}")
        self.scale = scale
        self.wall = wall
        self._origin = wall()
        self._advanced = 0.0
        self._lock = threading.Lock()

    def now(self) -> float:
        """Unix seconds."""
        with self._lock:
            return self.wall() + self._advanced

    def simulated(self) -> float:
        """Seconds of simulated time since the clock was made."""
        with self._lock:
            return (self.wall() - self._origin) * self.scale + self._advanced

    def advance(self, seconds: float) -> None:
        """Jump ahead by so many seconds of simulated time.

        Raises:
            ValueError: the step is negative; time does not go back.
        """
        if seconds < 0:
            raise ValueError(f"time does not go back: {seconds}")
        with self._lock:
            self._advanced += seconds
