"""Nonces that are used up."""

import threading
from heapq import heappop, heappush

from skybind_emulators.downlink.credentials import CredentialRecord


class Nonces:
    """Remembers the nonces of each API ID for as long as a request with them could be sent again.

    A request is good until its timestamp is older than the skew, so its nonce is kept until then, and for skew and
    replay window from its arrival at least: no replay slips in near the edge. A skew that is raised later does not
    lengthen what is kept by then. Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[tuple[str, str], float] = {}
        self._ends: list[tuple[float, tuple[str, str]]] = []

    def take(self, credential: CredentialRecord, nonce: str, *, timestamp: float, now: float) -> bool:
        """Use a nonce up; False if it is already. Both times are Unix seconds of the real clock."""
        key = (credential.client_id, nonce)
        until = max(now + credential.skew_s + credential.replay_window_s, timestamp + credential.skew_s)
        with self._lock:
            while self._ends and self._ends[0][0] < now:
                end, over = heappop(self._ends)
                if self._kept.get(over) == end:
                    del self._kept[over]
            if key in self._kept:
                return False
            self._kept[key] = until
            heappush(self._ends, (until, key))
            return True
