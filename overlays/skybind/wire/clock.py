"""What time it is at each service, learnt from its own answers."""

from __future__ import annotations

import email.utils
import threading
import time
from collections.abc import Callable
from datetime import UTC

__all__ = ["ServiceClock", "http_date", "parse_http_date"]


def parse_http_date(text: str | None) -> float | None:
    """Unix seconds of an HTTP date, or None if there is none or it cannot be read."""
    if not text:
        return None
    try:
        parsed = email.utils.parsedate_to_datetime(text)
        # HTTP dates are GMT; one that leaves it out must not be taken for the time of this machine's zone.
        return (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None


def http_date(unix_seconds: float) -> str:
    """``Thu, 13 Feb 2025 08:00:00 GMT``: English names whatever the locale, always GMT."""
    return email.utils.formatdate(unix_seconds, usegmt=True)


class ServiceClock:
    """Offsets by host. A host's offset is learnt only when it refuses us for skew, and then kept.

    Ordinary answers teach nothing: a cache or proxy on the way may put an old ``Date`` on them.
    """

    def __init__(self, wall: Callable[[], float] = time.time) -> None:
        self._wall = wall
        self._offsets: dict[str, float] = {}
        self._lock = threading.Lock()

    def now(self, host: str) -> float:
        """Unix seconds as ``host`` sees them, as far as we know."""
        return self._wall() + self.offset(host)

    def offset(self, host: str) -> float:
        """Seconds by which ``host`` is ahead of us, as far as we know."""
        return self._offsets.get(host, 0.0)

    def learn(self, host: str, server_date: str | None) -> bool:
        """Take the offset from a refusal's ``Date``; True if it changed by more than a second."""
        server = parse_http_date(server_date)
        if server is None:
            return False
        with self._lock:
            offset = server - self._wall()
            changed = abs(offset - self._offsets.get(host, 0.0)) > 1.0
            self._offsets[host] = offset
            return changed
