"""How many requests an operation, or a caller, takes in a second."""

import threading
from collections import deque

from skybind_emulators.clock import SimulatedClock


class Throttle:
    """Counts the requests of each name in the last second. Safe to use from several threads.

    Args:
        clock: the service's time.
        per_s: requests that one name takes in a second; 0 takes any number.
    """

    def __init__(self, clock: SimulatedClock, per_s: int) -> None:
        self._clock = clock
        self._per_s = per_s
        self._lock = threading.Lock()
        self._arrivals: dict[str, deque[float]] = {}

    def takes(self, name: str) -> bool:
        """Count a request, unless it is one too many."""
        if not self._per_s:
            return True
        now = self._clock.now()
        with self._lock:
            arrivals = self._arrivals.setdefault(name, deque())
            while arrivals and arrivals[0] <= now - 1.0:
                arrivals.popleft()
            if len(arrivals) >= self._per_s:
                return False
            arrivals.append(now)
            return True
