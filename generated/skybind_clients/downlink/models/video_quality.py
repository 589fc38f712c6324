# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class VideoQuality(IntEnum):
    """Quality of a live stream"""

    ADAPTIVE = 0
    """as the link allows"""
    SMOOTH = 1
    """smooth"""
    STANDARD = 2
    """standard definition"""
    HIGH = 3
    """high definition"""
    ULTRA_HIGH = 4
    """ultra-high definition"""

    @classmethod
    def _missing_(cls, value: object) -> VideoQuality | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[VideoQuality], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> VideoQuality:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, VideoQuality] = {member.value: member for member in VideoQuality}
