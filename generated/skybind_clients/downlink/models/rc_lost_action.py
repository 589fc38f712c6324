# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class RcLostAction(IntEnum):
    """What the aircraft does when the control link is lost on the way to a point"""

    HOVER = 0
    """hover"""
    LAND = 1
    """land"""
    RETURN_HOME = 2
    """return to home"""

    @classmethod
    def _missing_(cls, value: object) -> RcLostAction | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[RcLostAction], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> RcLostAction:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, RcLostAction] = {member.value: member for member in RcLostAction}
