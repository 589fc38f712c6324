# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class ImageLevel(StrEnum):
    """Processing level of a satellite image"""

    L1 = "L1"
    """raw"""
    L1A = "L1A"
    """raw, level A"""
    L1B = "L1B"
    """raw, level B"""
    L2 = "L2"
    """colour enhanced and coarsely rectified"""
    L3 = "L3"
    """colour enhanced and precisely rectified"""
    L4 = "L4"
    """orthorectified"""
    L5 = "L5"
    """mosaic"""

    @classmethod
    def _missing_(cls, value: object) -> ImageLevel | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[ImageLevel], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> ImageLevel:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, ImageLevel] = {member.value: member for member in ImageLevel}
