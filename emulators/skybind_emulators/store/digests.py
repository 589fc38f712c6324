"""Digests over a body, all fed in one pass."""

import base64
import hashlib
import zlib
from collections.abc import Callable, Collection, Iterable
from typing import Protocol

from fastcrc import crc32, crc64

BLOCK_SIZE = 1024 * 1024
"""Bytes read, hashed and written at a time."""


class Checksum(Protocol):
    """A running digest, as `hashlib` makes them."""

    def update(self, data: memoryview, /) -> None: ...

    def digest(self) -> bytes: ...


class _Crc32:
    def __init__(self, step: Callable[[memoryview, int], int]) -> None:
        self._step = step
        self._value = 0

    def update(self, data: memoryview, /) -> None:
        self._value = self._step(data, self._value)

    def digest(self) -> bytes:
        return self._value.to_bytes(4, "big")


_MAKERS: dict[str, Callable[[], Checksum]] = {
    "crc32": lambda: _Crc32(zlib.crc32),
    "crc32c": lambda: _Crc32(crc32.iscsi),
    "sha1": lambda: hashlib.sha1(usedforsecurity=False),
    "sha256": hashlib.sha256,
}

CHECKSUM_ALGORITHMS = frozenset(_MAKERS)
"""S3 checksums that the store can verify. CRC64NVME is none of them: no library that we depend on computes it."""

FULL_OBJECT_ALGORITHMS = frozenset({"crc32", "crc32c"})
"""Those that S3 can give for a whole multipart object rather than for its list of parts."""


def new_checksum(algorithm: str) -> Checksum:
    """A fresh digest by its S3 name in lower case; KeyError if the store does not know it."""
    return _MAKERS[algorithm]()


def to_base64(digest: bytes) -> str:
    """A digest as it stands in headers."""
    return base64.b64encode(digest).decode("ascii")


def composite(algorithm: str, values: Iterable[bytes]) -> str:
    """S3's checksum of checksums: the digest of the parts' digests, with their number behind."""
    digests = list(values)
    whole = new_checksum(algorithm)
    whole.update(memoryview(b"".join(digests)))
    return f"{to_base64(whole.digest())}-{len(digests)}"


class Fingerprint:
    """Size, MD5 and CRC-64 of a stream, plus the checksums named in ``algorithms``."""

    def __init__(self, algorithms: Collection[str] = ()) -> None:
        self.size = 0
        self.crc64 = 0
        self._md5 = hashlib.md5(usedforsecurity=False)
        self._others = {name: new_checksum(name) for name in algorithms}

    def update(self, block: memoryview) -> None:
        """Take the next bytes."""
        self.size += len(block)
        self._md5.update(block)
        self.crc64 = crc64.xz(block, self.crc64)
        for checksum in self._others.values():
            checksum.update(block)

    @property
    def md5(self) -> bytes:
        """The MD5 so far, 16 bytes."""
        return self._md5.digest()

    def checksum(self, algorithm: str) -> bytes:
        """One of the asked-for checksums so far."""
        return self._others[algorithm].digest()
