# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class GimbalResetMode(IntEnum):
    """Where a gimbal goes when it is reset"""

    CENTRE = 0
    """all axes to the middle"""
    LOOK_DOWN = 1
    """straight down"""
    CENTRE_YAW = 2
    """yaw to the middle"""
    PITCH_DOWN = 3
    """pitch down"""

    @classmethod
    def _missing_(cls, value: object) -> GimbalResetMode | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[GimbalResetMode], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> GimbalResetMode:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, GimbalResetMode] = {member.value: member for member in GimbalResetMode}
