"""Width and height of an image, from its header: JPEG, PNG and TIFF. A few kilobytes are read, never the pixels."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

from skybind.errors import PhotoError

__all__ = ["dimensions_of"]

# Start of frame, in all its kinds; C4, C8 and CC among these numbers mean something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_WIDTH, _HEIGHT = 256, 257  # tags of TIFF


def dimensions_of(path: Path) -> tuple[int, int]:
    """Width and height in pixels, as stored: a rotation in the EXIF is not applied.

    Raises:
        PhotoError: it cannot be read, or is none of the three.
    """
    try:
        with path.open("rb") as file:
            start = file.read(8)
            file.seek(0)
            if start.startswith(b"\xff\xd8"):
                found = _jpeg(file)
            elif start.startswith(b"\x89PNG\r\n\x1a\n"):
                found = struct.unpack(">II", file.read(24)[16:])
            elif start[:4] in {b"II*\0", b"MM\0*"}:
                found = _tiff(file)
            else:
                raise ValueError("unknown format")
    except OSError as error:
        raise PhotoError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, struct.error, KeyError) as error:
        raise PhotoError(
            f"{path}: its size in pixels cannot be told", advice="Copy it from the card again, or leave it out."
        ) from error
    width, height = found
    if width <= 0 or height <= 0:
        raise PhotoError(f"{path}: its header says {width} x {height} pixels", advice="Leave it out.")
    return width, height


def _jpeg(file: BinaryIO) -> tuple[int, int]:
    file.seek(2)
    while True:
        byte = file.read(1)
        if not byte:
            raise ValueError("no frame")
        if byte != b"\xff":
            continue
        marker = byte[0]
        while marker == 0xFF:  # fill bytes
            (marker,) = struct.unpack("B", file.read(1))
        if marker in _WITHOUT_LENGTH or marker == 0:
            continue
        (length,) = struct.unpack(">H", file.read(2))
        if marker in _FRAMES:
            height, width = struct.unpack(">xHH", file.read(5))
            return width, height
        file.seek(length - 2, 1)


def _tiff(file: BinaryIO) -> tuple[int, int]:
    order = "<" if file.read(2) == b"II" else ">"
    (offset,) = struct.unpack(order + "xxI", file.read(6))
    file.seek(offset)
    (count,) = struct.unpack(order + "H", file.read(2))
    found: dict[int, int] = {}
    for _ in range(count):
        tag, kind, _values, value = struct.unpack(order + "HHI4s", file.read(12))
        if tag in {_WIDTH, _HEIGHT}:
            found[tag] = struct.unpack(order + ("H" if kind == 3 else "I"), value[: 2 if kind == 3 else 4])[0]
    return found[_WIDTH], found[_HEIGHT]
