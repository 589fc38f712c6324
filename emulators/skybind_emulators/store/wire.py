"""HTTP/1.1 on the connection: heads in, heads out."""

from collections.abc import Mapping
from io import BufferedReader

from .request import Head

_MAX_LINE = 32 * 1024
_MAX_HEADERS = 128
_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

_REASONS: Mapping[int, str] = {
    100: "Continue",
    200: "OK",
    204: "No Content",
    206: "Partial Content",
    304: "Not Modified",
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    411: "Length Required",
    412: "Precondition Failed",
    416: "Requested Range Not Satisfiable",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class MalformedRequest(Exception):
    """What came is not HTTP/1.1; nothing that follows on the connection can be trusted."""


def read_head(stream: BufferedReader) -> Head | None:
    """The next request's head, or None when the peer has nothing more to say.

    Raises:
        MalformedRequest: the lines are no request.
        OSError: the connection broke or fell silent.
    """
    line = stream.readline(_MAX_LINE)
    if line == b"\r\n":  # RFC 9112 2.2 asks to pass over an empty line in front of a request
        line = stream.readline(_MAX_LINE)
    if not line:
        return None
    words = _text(line).split(" ")
    if len(words) != 3 or words[2] not in {"HTTP/1.1", "HTTP/1.0"} or not words[1] or not _is_token(words[0]):
        raise MalformedRequest("request line")
    headers: dict[str, str] = {}
    for _ in range(_MAX_HEADERS + 1):
        line = stream.readline(_MAX_LINE)
        if line == b"\r\n":
            return Head(words[0], words[1], headers, words[2])
        name, colon, value = _text(line).partition(":")
        if not colon or not _is_token(name):
            raise MalformedRequest("header line")
        name, value = name.lower(), value.strip(" \t")
        headers[name] = f"{headers[name]},{value}" if name in headers else value
    raise MalformedRequest("too many headers")


def _text(line: bytes) -> str:
    if not line.endswith(b"\r\n"):
        raise MalformedRequest("line")
    return line[:-2].decode("latin-1")


def _is_token(text: str) -> bool:
    return bool(text) and _TOKEN.issuperset(text)


def body_length(head: Head) -> int | None:
    """Bytes that follow the head; None for chunks.

    Raises:
        MalformedRequest: the length is not a number, or there are two contradicting ways to tell it.
    """
    coding, length = head.headers.get("transfer-encoding"), head.headers.get("content-length")
    if coding is not None:
        if coding.lower() != "chunked" or length is not None:
            raise MalformedRequest("transfer-encoding")
        return None
    if length is None:
        return 0
    if not (length.isascii() and length.isdigit() and len(length) <= 18):
        raise MalformedRequest("content-length")
    return int(length)


def keeps_alive(head: Head) -> bool:
    """Whether the peer wants to send another request on this connection."""
    wish = head.headers.get("connection", "").lower()
    return "close" not in wish if head.version == "HTTP/1.1" else "keep-alive" in wish


def write_head(status: int, headers: Mapping[str, str]) -> bytes:
    """A status line and headers, with the empty line behind them."""
    lines = [f"HTTP/1.1 {status} {_REASONS.get(status, 'Status')}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
