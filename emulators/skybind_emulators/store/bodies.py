"""Request bodies as they come over the wire, read in blocks."""

from collections.abc import Callable
from io import BufferedReader
from typing import Protocol, TypeVar

from .refusals import Refusal

T = TypeVar("T")

_MAX_LINE = 4096


class Body(Protocol):
    """A stream of the bytes that are meant to be stored.

    ``length`` is their number where the request declares it.
    """

    @property
    def length(self) -> int | None: ...

    def read_into(self, view: memoryview) -> int:
        """Fill the front of ``view``; 0 means that the body is over.

        Raises:
            Refusal: ``IncompleteBody`` when the connection ends first, ``RequestTimeout`` when it falls silent.
        """


class WireBody:
    """What follows the head on the connection: ``length`` bytes, or chunks when ``length`` is None.

    ``before_first_read`` is called once, before anything is read: that is the time for ``100 Continue``.
    """

    def __init__(
        self, stream: BufferedReader, length: int | None, before_first_read: Callable[[], None] = lambda: None
    ) -> None:
        self.length = length
        self.received = 0
        self._stream = stream
        self._before_first_read: Callable[[], None] | None = before_first_read
        self._left = length or 0  # of the body, or of the chunk in hand
        self._chunked = length is None
        self._over = length == 0

    @property
    def over(self) -> bool:
        """Whether all of it has been read, so that the next request can follow."""
        return self._over

    @property
    def left(self) -> int | None:
        """Bytes not read yet, None if nobody can know."""
        return None if self._chunked and not self._over else self._left

    @property
    def started(self) -> bool:
        """Whether reading has begun, and with it ``100 Continue`` has been said."""
        return self._before_first_read is None

    def read_into(self, view: memoryview) -> int:
        """See `Body`."""
        if self._chunked and self._left == 0 and not self._over:
            self._next_chunk()
        if self._over:
            return 0
        count = self._read(view[: min(len(view), self._left)])
        self._left -= count
        if self._left == 0:
            if self._chunked:
                self._end_of_chunk()
            else:
                self._over = True
        return count

    def read_line(self) -> bytes:
        """A line without its CRLF, for formats that have lines inside of a body of known length."""
        self._begin()
        limit = min(self._left, _MAX_LINE)
        line = _guarded(lambda: self._stream.readline(limit))
        self.received += len(line)
        self._left -= len(line)
        self._over = self._left == 0
        if not line.endswith(b"\r\n"):
            raise Refusal("IncompleteBody")
        return line[:-2]

    def _begin(self) -> None:
        if self._before_first_read is not None:
            begin, self._before_first_read = self._before_first_read, None
            _guarded(begin)

    def _read(self, view: memoryview) -> int:
        self._begin()
        count = _guarded(lambda: self._stream.readinto(view))
        self.received += count
        if count < len(view):
            raise Refusal("IncompleteBody")
        return count

    def _next_chunk(self) -> None:
        self._begin()
        line = _guarded(lambda: self._stream.readline(_MAX_LINE))
        self._left = hex_size(line.partition(b";")[0].strip())
        if self._left == 0:
            while _guarded(lambda: self._stream.readline(_MAX_LINE)).strip():
                pass  # trailers of the transfer coding mean nothing to the store
            self._over = True

    def _end_of_chunk(self) -> None:
        if _guarded(lambda: self._stream.readline(_MAX_LINE)) != b"\r\n":
            raise Refusal("IncompleteBody")


def _guarded(read: Callable[[], T]) -> T:
    try:
        return read()
    except TimeoutError as error:
        raise Refusal("RequestTimeout") from error
    except OSError as error:
        raise Refusal("IncompleteBody") from error


def hex_size(text: bytes) -> int:
    """The size in front of a chunk; anything but hex digits is an incomplete body."""
    if not text or len(text) > 16 or text.strip(b"0123456789abcdefABCDEF"):
        raise Refusal("IncompleteBody")
    return int(text, 16)


def read_all(body: Body, limit: int) -> bytes:
    """A small body in one piece; more than ``limit`` bytes are refused."""
    whole = bytearray()
    block = bytearray(64 * 1024)
    view = memoryview(block)
    while count := body.read_into(view):
        whole += view[:count]
        if len(whole) > limit:
            raise Refusal("MalformedXML")
    return bytes(whole)
