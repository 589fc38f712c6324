"""A CRC-32C behind the bytes that it is of: a file is read once, where a digest in a header wants it read twice.

S3 takes a body in ``aws-chunked`` coding with the digest as a trailer; the vendor's own SDKs have written theirs so
since 2025. Other stores may refuse it in any words, take the coding for content, or pass over the trailer. So it is
tried only where a CRC-32C in a header was answered, and once: if anything goes wrong before one has been answered, or
none is, the store gets headers from then on, and the file goes again.

Source: AWS, "Signature calculations for the authorization header: including trailing headers (chunked upload)".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from skybind.transfers.digests import CRC32C

__all__ = ["CHUNK", "Way", "trailed", "trailed_length", "trailing_headers"]

CHUNK = 8 * 1024 * 1024  # MinIO takes up to 16 MiB


class Way(Enum):
    """How an S3 store gets the digest of a file; each store is led from the first to what it answers."""

    HEADER_FIRST = "in a header; whether it answers it is not known yet"
    TRAILER_FIRST = "behind the bytes; whether it answers it is not known yet"
    TRAILER = "behind the bytes"
    HEADER = "in a header"
    ETAG = "not at all; its ETag is compared"

    @property
    def behind(self) -> bool:
        """Whether the digest follows the bytes."""
        return self in {Way.TRAILER_FIRST, Way.TRAILER}

    def after(self, *, answered: bool) -> Way:
        """The next file's way, when the store has answered this one's digest, or has not."""
        if self is Way.HEADER_FIRST:
            return Way.TRAILER_FIRST if answered else Way.ETAG
        if self is Way.TRAILER_FIRST:
            return Way.TRAILER if answered else Way.HEADER
        return self if answered else Way.HEADER if self is Way.TRAILER else Way.ETAG


def trailing_headers(length: int) -> dict[str, str]:
    """Headers of a body of so many bytes with its digest behind; they are signed."""
    return {
        "content-encoding": "aws-chunked",
        "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "x-amz-decoded-content-length": str(length),
        "x-amz-trailer": CRC32C,
    }


def trailed_length(length: int) -> int:
    """Bytes of the body on the wire."""
    heads = sum(len(_head(start, min(CHUNK, length - start))) for start in range(0, length, CHUNK))
    return heads + length + len(_tail(length, "AAAAAA=="))


def trailed(blocks: Iterable[bytes], length: int, text: Callable[[], str]) -> Iterator[bytes | memoryview]:
    """The body on the wire.

    Args:
        blocks: Its bytes.
        length: How many they are.
        text: The digest; asked for when the last of them has gone.
    """
    at = room = 0  # room in this chunk
    for block in blocks:
        view = memoryview(block)
        while view:
            if not room:
                room = min(CHUNK, length - at)
                yield _head(at, room)
            piece = view[:room]
            view = view[len(piece) :]
            at += len(piece)
            room -= len(piece)
            yield piece
    yield _tail(length, text())


def _head(at: int, size: int) -> bytes:
    return b"%s%x\r\n" % (b"\r\n" if at else b"", size)


def _tail(length: int, text: str) -> bytes:
    return _head(length, 0) + f"{CRC32C}:{text}\r\n\r\n".encode()
