"""Faults that strike the store: bodies that break on their way in, answers that break on their way out."""

import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from .bodies import Body

if sys.platform != "win32":
    import fcntl
    import termios


class Fault(Protocol):
    """What a `FaultSource` hands out: a kind and its arguments, such as ``bytes`` or ``seconds``."""

    @property
    def kind(self) -> str: ...

    @property
    def args(self) -> Mapping[str, str | float]: ...


class FaultSource(Protocol):
    """Where the server asks, once per arrival, whether a fault strikes ``store.<operation>``."""

    def take(self, target: str) -> Fault | None: ...


class Cut(Exception):
    """The connection ends here; ``reset`` sends an RST, else a plain end of stream."""

    def __init__(self, *, reset: bool) -> None:
        super().__init__("reset" if reset else "closed")
        self.reset = reset


KINDS = frozenset({"drop", "lose-answer", "cut", "corrupt", "stall", "expire-token", "truncated"})
"""Kinds besides ``status-<code>``."""

DEFAULT_STALL_S = 30.0

_FLUSH_S = 2.0

Wait = Callable[[float], None]
"""Sleeps for so many seconds, or ends the connection when the server stops meanwhile."""


def status_of(fault: Fault) -> int | None:
    """The HTTP status of a ``status-<code>`` fault."""
    word, _, code = fault.kind.partition("-")
    return int(code) if word == "status" and code.isdigit() else None


def check_kind(fault: Fault) -> None:
    """Raise ValueError for a kind that the store cannot play: a fault that silently does nothing misleads."""
    if fault.kind not in KINDS and status_of(fault) is None:
        raise ValueError(f"the store knows no fault of kind {fault.kind!r}")


def number(fault: Fault, name: str, default: float) -> float:
    """A numeric argument of a fault."""
    return float(fault.args.get(name, default))


def reset(connection: socket.socket) -> None:
    """Close with an RST, so that the peer sees a broken connection rather than its end.

    What has been sent gets through first, if the peer takes it: an RST throws away what is still on its way.
    """
    deadline = time.monotonic() + _FLUSH_S
    while _unsent(connection) and time.monotonic() < deadline:
        time.sleep(0.001)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    # Detached first: `close` would wait for the file objects made from the socket.
    socket.close(connection.detach())


def _unsent(connection: socket.socket) -> int:
    """Bytes that the peer has not acknowledged; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    queued = bytearray(4)
    try:
        fcntl.ioctl(connection, termios.TIOCOUTQ, queued)
    except OSError:
        return 0
    return int.from_bytes(queued, sys.byteorder)


class CutBody:
    """Ends the connection after ``after`` bytes, at the latest when the body is over."""

    def __init__(self, body: Body, after: int) -> None:
        self._body = body
        self._left = after

    @property
    def length(self) -> int | None:
        """See `Body`."""
        return self._body.length

    def read_into(self, view: memoryview) -> int:
        """See `Body`."""
        count = self._body.read_into(view[: self._left]) if self._left else 0
        if count == 0:
            raise Cut(reset=True)
        self._left -= count
        return count


class CorruptBody:
    """Flips a bit of the byte at offset ``at``."""

    def __init__(self, body: Body, at: int) -> None:
        self._body = body
        self._left = at

    @property
    def length(self) -> int | None:
        """See `Body`."""
        return self._body.length

    def read_into(self, view: memoryview) -> int:
        """See `Body`."""
        count = self._body.read_into(view)
        if 0 <= self._left < count:
            view[self._left] ^= 1
        self._left -= count
        return count


class StalledBody:
    """Stops reading for a while, once ``after`` bytes have come."""

    def __init__(self, body: Body, after: int, wait: Callable[[], None]) -> None:
        self._body = body
        self._left = after
        self._wait: Callable[[], None] | None = wait

    @property
    def length(self) -> int | None:
        """See `Body`."""
        return self._body.length

    def read_into(self, view: memoryview) -> int:
        """See `Body`."""
        if self._left <= 0 and self._wait is not None:
            wait, self._wait = self._wait, None
            wait()
        count = self._body.read_into(view[: self._left] if self._left > 0 else view)
        self._left -= count
        return count


Blocks = Iterator[memoryview]


def cut_blocks(blocks: Blocks, after: int, *, reset: bool) -> Blocks:
    """Send ``after`` bytes, then end the connection."""
    for block in blocks:
        if len(block) >= after:
            if after:
                yield block[:after]
            break
        after -= len(block)
        yield block
    raise Cut(reset=reset)


def corrupt_blocks(blocks: Blocks, at: int) -> Blocks:
    """Flip a bit of the byte at offset ``at``."""
    for block in blocks:
        if 0 <= at < len(block):
            changed = bytearray(block)
            changed[at] ^= 1
            yield memoryview(changed)
        else:
            yield block
        at -= len(block)


def stall_blocks(blocks: Blocks, after: int, wait: Callable[[], None]) -> Blocks:
    """Send ``after`` bytes, wait, send the rest."""
    for block in blocks:
        if 0 <= after < len(block):
            if after:
                yield block[:after]
            wait()
            yield block[after:]
        else:
            yield block
        after -= len(block)


def strike_body(fault: Fault | None, body: Body, wait: Wait) -> Body:
    """Put a fault around the body of an object that comes in."""
    if fault is None:
        return body
    if fault.kind == "cut":
        return CutBody(body, int(number(fault, "bytes", 0)))
    if fault.kind == "corrupt":
        return CorruptBody(body, (body.length or 0) // 2)
    if fault.kind == "stall":
        seconds = number(fault, "seconds", DEFAULT_STALL_S)
        return StalledBody(body, int(number(fault, "bytes", 0)), lambda: wait(seconds))
    return body


def strike_before_answer(fault: Fault, wait: Wait) -> None:
    """What a fault does before the first byte of an answer: with ``bytes`` left out or 0 it is cut or stalled here."""
    if number(fault, "bytes", 0) > 0:
        return
    if fault.kind == "cut":
        raise Cut(reset=True)
    if fault.kind == "stall":
        wait(number(fault, "seconds", DEFAULT_STALL_S))


def strike_answer(fault: Fault, blocks: Blocks, length: int, wait: Wait) -> Blocks | None:
    """Put a fault into a body of ``length`` bytes that goes out; None if this kind leaves it alone."""
    if fault.kind == "cut":
        return cut_blocks(blocks, int(number(fault, "bytes", 0)), reset=True)
    if fault.kind == "truncated":
        return cut_blocks(blocks, int(number(fault, "bytes", length // 2)), reset=False)
    if fault.kind == "corrupt":
        return corrupt_blocks(blocks, length // 2)
    if fault.kind == "stall" and (after := int(number(fault, "bytes", 0))):
        seconds = number(fault, "seconds", DEFAULT_STALL_S)
        return stall_blocks(blocks, after, lambda: wait(seconds))
    return None
