"""The position in a photo's first bytes, of photos as cameras write them.

A general reader of EXIF takes most of a millisecond a photo, a tenth of what it costs to send it; the few tags that
make a position take a twentieth of that. Whatever is not exactly as the standard and cameras have it is left to the
general reader, and so is a photo without a position: what is told here is what that one would tell.

Source: CIPA DC-008 (Exif 2.32), sections 4.5.2, 4.6.2 and 4.6.6; TIFF 6.0, section 2.
"""

from __future__ import annotations

import struct

__all__ = ["HEAD", "gps_in"]

HEAD = 64 * 1024  # bytes; EXIF is one segment of a JPEG, which cannot be longer

_BYTE, _ASCII, _LONG, _RATIONAL = 1, 2, 4, 5
_GPS = 0x8825
_LATITUDE_REF, _LATITUDE, _LONGITUDE_REF, _LONGITUDE, _ALTITUDE_REF, _ALTITUDE = range(1, 7)
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_MOST_TAGS = 200  # of one directory

_Tags = dict[int, tuple[int, int, bytes]]  # kind, how many, and the last four bytes: the value, or where it lies


class _Odd(Exception):
    """Not what cameras write."""


def gps_in(head: bytes) -> tuple[float, float, float | None] | None:
    """Latitude and longitude in degrees, south and west negative, and altitude in metres if it is told.

    Args:
        head: The first :data:`HEAD` bytes of a file.

    Returns:
        None if there is no position, or none that can be read here.
    """
    try:
        tiff = head if head[:4] in _ORDERS else _exif(head)
        order = _ORDERS[tiff[:4]]
        tags = _directory(tiff, order, tiff[4:8])
        tags = _directory(tiff, order, _value(tags[_GPS], _LONG, 1))
        latitude = _degrees(tiff, order, tags[_LATITUDE], _value(tags[_LATITUDE_REF], _ASCII, 2), b"N", b"S")
        longitude = _degrees(tiff, order, tags[_LONGITUDE], _value(tags[_LONGITUDE_REF], _ASCII, 2), b"E", b"W")
        altitude = None
        if _ALTITUDE in tags:
            (altitude,) = _ratios(tiff, order, tags[_ALTITUDE], 1)
            if _ALTITUDE_REF in tags and _value(tags[_ALTITUDE_REF], _BYTE, 1)[0] == 1:
                altitude = -altitude
    except (_Odd, KeyError, ZeroDivisionError, struct.error):
        return None
    return latitude, longitude, altitude


def _exif(head: bytes) -> bytes:
    """The TIFF structure in a JPEG."""
    place = 2
    while head[:2] == b"\xff\xd8":
        marker, length = struct.unpack_from(">HH", head, place)
        if marker == 0xFFE1 and head[place + 4 : place + 10] == b"Exif\0\0":
            return head[place + 10 : place + 2 + length]
        if not 0xFFE0 <= marker <= 0xFFEF:
            break
        place += 2 + length
    raise _Odd


def _directory(tiff: bytes, order: str, where: bytes) -> _Tags:
    (start,) = struct.unpack(f"{order}L", where)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    if count > _MOST_TAGS:
        raise _Odd
    entries = struct.iter_unpack(f"{order}HHL4s", tiff[start + 2 : start + 2 + 12 * count])
    return {tag: (kind, many, last) for tag, kind, many, last in entries}


def _value(entry: tuple[int, int, bytes], kind: int, many: int) -> bytes:
    if entry[:2] != (kind, many):
        raise _Odd
    return entry[2]


def _ratios(tiff: bytes, order: str, entry: tuple[int, int, bytes], many: int) -> list[float]:
    (start,) = struct.unpack(f"{order}L", _value(entry, _RATIONAL, many))
    numbers = struct.unpack_from(f"{order}{2 * many}L", tiff, start)
    return [over / under for over, under in zip(numbers[::2], numbers[1::2], strict=True)]


def _degrees(
    tiff: bytes, order: str, entry: tuple[int, int, bytes], letter: bytes, positive: bytes, negative: bytes
) -> float:
    whole, minutes, seconds = _ratios(tiff, order, entry, 3)
    if letter[:1] not in {positive, negative}:
        raise _Odd
    value = whole + minutes / 60 + seconds / 3600
    return -value if letter[:1] == negative else value
