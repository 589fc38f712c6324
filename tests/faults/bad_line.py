"""A bad line before a service: requests and answers get lost, are doubled, held back and delivered in another order.

It works on bytes. What was signed arrives as it was signed, or not at all.
"""

from __future__ import annotations

import contextlib
import json
import random
import re
import socket
import struct
import threading
from collections.abc import Iterator, Sequence

import attrs

__all__ = ["FATES", "QUIET", "BadLine", "Passed"]

#: Fates of a request that the service gets while the client waits, and of which the client hears the service's answer.
QUIET = ("answer", "twice, first answer")
#: All fates. Of a request that is held the client hears nothing; it is delivered later, by ``deliver``.
FATES = (
    *QUIET,
    "lose the answer",
    "reset",
    "half an answer",
    "no answer at all",
    "garbage",
    "a proxy's 503",
    "twice, second answer",
    "drop",
    "refuse before",
    "hold",
    "hold, then twice",
    "hold too long",
)
_PROXY_SAYS = b"HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/html\r\ncontent-length: 5\r\n\r\nsorry"
_GARBAGE = b"\x16\x03\x01 not HTTP\r\n\r\n"
_NOT_DELIVERED = {"drop", "refuse before", "hold", "hold, then twice", "hold too long"}


@attrs.frozen
class Passed:
    """A request as it left the client.

    Attributes:
        raw: all of its bytes.
        key: its idempotency key, empty if it has none.
        fate: what became of it.
    """

    raw: bytes = attrs.field(repr=False)
    key: str
    fate: str

    @property
    def times(self) -> int:
        """How often it is delivered later."""
        return {"hold": 1, "hold, then twice": 2, "hold too long": 1}.get(self.fate, 0)


class BadLine:
    """Listens on loopback in the place of a service.

    Attributes:
        base_url: where clients find it.
        passed: all requests, in the order in which they left.
    """

    def __init__(self, host: str, port: int, *, patience_s: float) -> None:
        self._service = (host, port)
        self._patience_s = patience_s
        self._plan: list[str] = []
        self._lock = threading.Lock()
        self.passed: list[Passed] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.base_url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def plan(self, fates: Sequence[str]) -> None:
        """What becomes of the next requests that send a command; all further ones are answered."""
        with self._lock:
            self._plan = list(fates)
            self.passed = []

    def attempts(self, key: str) -> list[Passed]:
        """The requests that a key came with."""
        with self._lock:
            return [one for one in self.passed if one.key == key]

    def held(self, chance: random.Random) -> Iterator[Passed]:
        """What is still to be delivered, in any order; what is to come twice does, though not one after the other."""
        with self._lock:
            waiting = [one for one in self.passed for _ in range(one.times)]
        chance.shuffle(waiting)
        yield from waiting

    def deliver(self, raw: bytes) -> tuple[int, str]:
        """Give the service these bytes; HTTP status and the platform's code, if it has one."""
        answer = self._ask(raw)
        head, _, body = answer.partition(b"\r\n\r\n")
        found: dict[str, object] = {}
        with contextlib.suppress(ValueError):
            found = json.loads(body)
        return int(head.split(b" ")[1]), str(found.get("code", ""))

    def close(self) -> None:
        """Listen no more."""
        self._socket.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            while (raw := _read(connection)) and self._one(connection, raw):
                pass

    def _one(self, connection: socket.socket, raw: bytes) -> bool:
        """Whether the connection stays open."""
        with self._lock:
            creates = raw.startswith(b"POST /api/v1/open/downlink/commands ")
            fate = self._plan.pop(0) if creates and self._plan else "answer"
            key = re.search(rb'"idempotency_key": ?"([^"]+)"', raw)
            self.passed.append(Passed(raw, key[1].decode() if key else "", fate))
        answer = b"" if fate in _NOT_DELIVERED else self._ask(raw)
        if fate.startswith("twice"):
            second = self._ask(raw)
            answer = answer if fate == "twice, first answer" else second
        if fate in QUIET or fate == "twice, second answer":
            connection.sendall(answer)
            return True
        if fate in {"a proxy's 503", "refuse before"}:
            connection.sendall(_PROXY_SAYS)
            return True
        if fate == "half an answer":
            connection.sendall(answer[: len(answer) - 7])
        elif fate == "garbage":
            connection.sendall(_GARBAGE)
        elif fate == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        elif fate == "no answer at all":
            connection.settimeout(self._patience_s)
            connection.recv(1)  # until the client gives up
        return False

    def _ask(self, raw: bytes) -> bytes:
        with socket.create_connection(self._service) as upstream:
            upstream.sendall(raw)
            return _read(upstream)


def _read(connection: socket.socket) -> bytes:
    """One message with its body; nothing when the other side is gone."""
    data = b""
    while b"\r\n\r\n" not in data:
        block = connection.recv(65536)
        if not block:
            return b""
        data += block
    head, _, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
    wanted = int(length[1]) if length else 0
    while len(body) < wanted:
        block = connection.recv(65536)
        if not block:
            return b""
        body += block
    return head + b"\r\n\r\n" + body
