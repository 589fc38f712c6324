"""Bodies as they come from the wire."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind_emulators.store.bodies import WireBody, read_all
from skybind_emulators.store.faulting import CorruptBody, Cut, CutBody, StalledBody
from skybind_emulators.store.refusals import Refusal


def wire(data: bytes, length: int | None) -> WireBody:
    return WireBody(io.BufferedReader(io.BytesIO(data)), length)


def drain(body: object, block: int = 7) -> bytes:
    view = memoryview(bytearray(block))
    whole = b""
    while count := body.read_into(view):  # type: ignore[attr-defined]
        whole += view[:count]
    return whole


def test_fixed_length_leaves_the_next_request_alone() -> None:
    """Not a byte more than Content-Length is read."""
    stream = io.BufferedReader(io.BytesIO(b"bodyGET / HTTP/1.1\r\n"))
    body = WireBody(stream, 4)
    assert read_all(body, 100) == b"body"
    assert body.over
    assert stream.readline() == b"GET / HTTP/1.1\r\n"


@settings(deadline=None, max_examples=50)
@given(content=st.binary(max_size=200), size=st.integers(1, 50), block=st.integers(1, 60))
def test_transfer_chunks_come_back_whole(content: bytes, size: int, block: int) -> None:
    """Chunked transfer coding is undone, and what follows it is left alone."""
    chunks = [content[at : at + size] for at in range(0, len(content), size)]
    coded = b"".join(f"{len(chunk):X};x=y\r\n".encode() + chunk + b"\r\n" for chunk in chunks) + b"0\r\nA: b\r\n\r\n"
    stream = io.BufferedReader(io.BytesIO(coded + b"next"))
    body = WireBody(stream, None)
    assert drain(body, block) == content
    assert body.over
    assert stream.read() == b"next"


@pytest.mark.parametrize("data", [b"", b"abc", b"5\r\nab", b"2\r\nabc\r\n", b"zz\r\n"])
def test_chunks_that_break_off_are_incomplete(data: bytes) -> None:
    """A chunked body without its last chunk is no body."""
    with pytest.raises(Refusal, match="IncompleteBody"):
        drain(wire(data, None))


def test_short_body_is_incomplete() -> None:
    """A connection that ends before Content-Length bytes have come gives no shorter body."""
    with pytest.raises(Refusal, match="IncompleteBody"):
        drain(wire(b"abc", 4))


class Silent(io.RawIOBase):
    """A peer that sends a little and then nothing more."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        raise TimeoutError


def test_silence_is_a_request_timeout() -> None:
    """A body that stops coming ends with the service's own code for it."""
    with pytest.raises(Refusal, match="RequestTimeout"):
        drain(WireBody(io.BufferedReader(Silent()), 4))


def test_continue_is_said_once_and_before_the_first_byte() -> None:
    """The callback stands before the first read, whoever reads; an empty body never calls it."""
    calls: list[str] = []
    body = WireBody(io.BufferedReader(io.BytesIO(b"abcd")), 4, lambda: calls.append("now"))
    assert not body.started
    assert drain(body, 2) == b"abcd"
    assert calls == ["now"]
    drain(WireBody(io.BufferedReader(io.BytesIO(b"")), 0, lambda: calls.append("never")))
    assert calls == ["now"]


def test_documents_have_a_limit() -> None:
    """XML bodies are held in memory, so their size is bounded."""
    with pytest.raises(Refusal, match="MalformedXML"):
        read_all(wire(b"x" * 11, 11), 10)


@settings(deadline=None, max_examples=50)
@given(content=st.binary(min_size=1, max_size=60), block=st.integers(1, 70), data=st.data())
def test_corruption_flips_one_bit_of_one_byte(content: bytes, block: int, data: st.DataObject) -> None:
    """Exactly the byte at the offset differs, however the body is read."""
    at = data.draw(st.integers(0, len(content) - 1))
    seen = drain(CorruptBody(wire(content, len(content)), at), block)
    assert [n for n, (a, b) in enumerate(zip(content, seen, strict=True)) if a != b] == [at]


@settings(deadline=None, max_examples=50)
@given(block=st.integers(1, 30), after=st.integers(0, 30))
def test_a_cut_comes_after_so_many_bytes(block: int, after: int) -> None:
    """The connection ends after the given bytes, at the latest with the body, never later and never quietly."""
    body = wire(b"x" * 20, 20)
    with pytest.raises(Cut):
        drain(CutBody(body, after), block)
    assert body.received == min(after, 20)


@settings(deadline=None, max_examples=50)
@given(block=st.integers(1, 30), after=st.integers(0, 20))
def test_a_stall_loses_nothing(block: int, after: int) -> None:
    """The pause comes once, when the given bytes have been read, and the rest follows."""
    seen: list[int] = []
    body = wire(bytes(range(20)), 20)
    stalled = StalledBody(body, after, lambda: seen.append(body.received))
    assert drain(stalled, block) == bytes(range(20))
    assert seen == [after]
