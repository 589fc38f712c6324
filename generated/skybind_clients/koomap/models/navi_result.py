# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class NaviResult(IntEnum):
    """Outcome of a navigation; numbers are missing in the table"""

    FOUND = 0
    """a way was found"""
    START_INVALID = 1
    """the start is not valid"""
    DESTINATION_INVALID = 2
    """the destination is not valid"""
    NOT_CONNECTED = 3
    """start and destination are not connected"""
    RASTER = 6
    """raster data"""
    WAYPOINT_INVALID = 8
    """a waypoint is not valid"""

    @classmethod
    def _missing_(cls, value: object) -> NaviResult | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[NaviResult], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> NaviResult:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, NaviResult] = {member.value: member for member in NaviResult}
