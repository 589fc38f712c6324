"""Whether what arrived is what was sent: the digest that a store answers, beside ours.

===========  ==========================  ==================================================================
store        digest it answers           what ours costs (measured, seconds of processor time a GB)
===========  ==========================  ==================================================================
OSS          CRC-64/XZ of the bytes      0.1, while sending
S3           whatever it was given       CRC-32C: 0.1, while sending; 0.2 for a store that wants it before the bytes
OBS, others  ETag, which is their MD5    1.6, while sending
===========  ==========================  ==================================================================

MD5 cannot be had for less, and it is most of what an upload costs. S3 takes a CRC-32C in a header, refuses the bytes
if they differ, and answers it. A store that does not answer it has not looked at it: that is noticed at its first
file, whose MD5 is then computed after all, and remembered for the others. One that does may take it behind the bytes
as well; see :mod:`skybind.transfers.trailing`. (AWS, "Checking object integrity in S3".)
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from typing import Protocol

from fastcrc import crc32, crc64

__all__ = ["CRC32C", "Crc32c", "Crc64", "Digest", "Md5"]

#: Header in which S3 is given a CRC-32C, and in which it answers it.
CRC32C = "x-amz-checksum-crc32c"


class Digest(Protocol):
    """A digest of bytes as they pass."""

    def update(self, block: bytes | memoryview) -> None: ...
    @property
    def text(self) -> str:
        """As it stands in a header."""
        ...

    def agrees(self, headers: Mapping[str, str]) -> bool | None:
        """Whether the store's digest equals ours; None if it gave none that can be compared."""
        ...


class Crc64:
    """OSS answers the CRC-64/XZ of an object or part."""

    def __init__(self) -> None:
        self._value: int = crc64.xz(b"")

    def update(self, block: bytes | memoryview) -> None:
        self._value = crc64.xz(block, self._value)

    @property
    def text(self) -> str:
        return str(self._value)

    def agrees(self, headers: Mapping[str, str]) -> bool | None:
        theirs = headers.get("x-oss-hash-crc64ecma")
        return None if theirs is None else theirs == self.text


class Crc32c:
    """S3 answers the CRC-32C that it was given, when it has compared it."""

    def __init__(self) -> None:
        self._value = 0

    def update(self, block: bytes | memoryview) -> None:
        self._value = crc32.iscsi(block, self._value)

    @property
    def text(self) -> str:
        return base64.b64encode(self._value.to_bytes(4, "big")).decode()

    def agrees(self, headers: Mapping[str, str]) -> bool | None:
        theirs = headers.get(CRC32C)
        return None if theirs is None else theirs == self.text


class Md5:
    """S3 answers the MD5 of an object or part as its ETag, unless the bucket has its own encryption keys."""

    def __init__(self) -> None:
        self._hash = hashlib.md5(usedforsecurity=False)

    def update(self, block: bytes | memoryview) -> None:
        self._hash.update(block)

    @property
    def text(self) -> str:
        return self._hash.hexdigest()

    def agrees(self, headers: Mapping[str, str]) -> bool | None:
        theirs = headers.get("etag", "").strip('"').lower()
        if headers.get("x-amz-server-side-encryption", "").startswith("aws:kms") or not re.fullmatch(
            r"[0-9a-f]{32}", theirs
        ):
            return None
        return theirs == self.text


class Nothing:
    """No digest, where another pass has it."""

    def update(self, block: bytes | memoryview) -> None:
        pass

    @property
    def text(self) -> str:
        return ""

    def agrees(self, headers: Mapping[str, str]) -> bool | None:  # noqa: ARG002
        return None
