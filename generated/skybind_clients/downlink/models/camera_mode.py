# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class CameraMode(IntEnum):
    """Mode of a camera"""

    PHOTO = 0
    """photo"""
    VIDEO = 1
    """video"""
    SMART_LOW_LIGHT = 2
    """smart low light"""
    PANORAMA = 3
    """panorama"""

    @classmethod
    def _missing_(cls, value: object) -> CameraMode | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[CameraMode], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> CameraMode:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, CameraMode] = {member.value: member for member in CameraMode}
