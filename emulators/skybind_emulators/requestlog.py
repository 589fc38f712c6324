"""One line per request, with nothing in it that could be used again."""

import threading
from typing import TextIO


class RequestLog:
    """Writes method, path, operation, status and duration.

    Headers, bodies and queries are left out: they hold signatures, tokens and signed links.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def write(self, service: str, method: str, path: bytes, operation: str, outcome: str, seconds: float) -> None:
        """Add a line; ``outcome`` is the status, or a word for an answer that was not sent."""
        if self._stream is None:
            return
        shown = path.decode("ascii", "backslashreplace")
        line = f"{service} {method} {shown} {operation} {outcome} {seconds * 1000:.1f} ms\n"
        with self._lock:
            self._stream.write(line)
            self._stream.flush()

    def note(self, text: str) -> None:
        """Add a line in another service's own words."""
        if self._stream is None:
            return
        with self._lock:
            self._stream.write(text.rstrip("\n") + "\n")
            self._stream.flush()
