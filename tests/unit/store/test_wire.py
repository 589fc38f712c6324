"""HTTP heads."""

import io

import pytest

from skybind_emulators.store.request import Head
from skybind_emulators.store.wire import MalformedRequest, body_length, keeps_alive, read_head, write_head


def head_of(data: bytes) -> Head | None:
    return read_head(io.BufferedReader(io.BytesIO(data)))


def test_a_head_is_read() -> None:
    """Names fall to lower case, blanks around values go, repeated headers are joined."""
    head = head_of(b"GET /a?b HTTP/1.1\r\nHost: h\r\nX-A:  1 \r\nx-a: 2\r\n\r\n")
    assert head == Head("GET", "/a?b", {"host": "h", "x-a": "1,2"})


def test_bytes_of_values_survive() -> None:
    """A value in UTF-8 keeps its bytes, which is what was signed."""
    head = head_of("GET / HTTP/1.1\r\nx: é à\r\n\r\n".encode())
    assert head is not None
    assert head.headers["x"].encode("latin-1") == "é à".encode()


def test_end_of_the_connection_is_no_head() -> None:
    """Nothing, also after an empty line, is the end."""
    assert head_of(b"") is None
    assert head_of(b"\r\n") is None


@pytest.mark.parametrize(
    "data",
    [
        b"GET /\r\n\r\n",
        b"GET / HTTP/2\r\n\r\n",
        b"GET  / HTTP/1.1\r\n\r\n",
        b"G@T / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : h\r\n\r\n",
        b"GET / HTTP/1.1\r\n folded\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: h\r\n",
        b"GET / HTTP/1.1\nHost: h\n\n",
        b"GET /" + b"x" * 40_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 200 + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01",
    ],
)
def test_what_is_not_http_is_refused(data: bytes) -> None:
    """Broken, endless, folded or encrypted heads are not guessed at."""
    with pytest.raises(MalformedRequest):
        head_of(data)


@pytest.mark.parametrize(
    ("headers", "length"),
    [({}, 0), ({"content-length": "12"}, 12), ({"transfer-encoding": "Chunked"}, None)],
)
def test_length_of_the_body(headers: dict[str, str], length: int | None) -> None:
    """Content-Length, chunks or nothing tell where the body ends."""
    assert body_length(Head("PUT", "/", headers)) == length


@pytest.mark.parametrize(
    "headers",
    [
        {"content-length": "-1"},
        {"content-length": "1,1"},
        {"content-length": "１"},
        {"content-length": "+1"},
        {"content-length": "1", "transfer-encoding": "chunked"},
        {"transfer-encoding": "gzip"},
    ],
)
def test_contradicting_lengths_are_refused(headers: dict[str, str]) -> None:
    """Where the end of a body is in doubt, the next request would be too."""
    with pytest.raises(MalformedRequest):
        body_length(Head("PUT", "/", headers))


@pytest.mark.parametrize(
    ("version", "connection", "keeps"),
    [
        ("HTTP/1.1", "", True),
        ("HTTP/1.1", "Close", False),
        ("HTTP/1.0", "", False),
        ("HTTP/1.0", "Keep-Alive", True),
    ],
)
def test_keeping_alive(version: str, connection: str, keeps: bool) -> None:
    """HTTP/1.1 stays unless told otherwise, HTTP/1.0 the other way round."""
    assert keeps_alive(Head("GET", "/", {"connection": connection}, version)) is keeps


def test_a_head_is_written() -> None:
    """Status line, headers, empty line."""
    assert write_head(206, {"A": "b"}) == b"HTTP/1.1 206 Partial Content\r\nA: b\r\n\r\n"
