# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class NaviTurn(IntEnum):
    """What to do at a step"""

    UNKNOWN_TURN = 0
    """not computed"""
    STRAIGHT = 1
    """straight on"""
    LEFT = 2
    """left"""
    AHEAD_LEFT = 3
    """ahead left"""
    BACK_LEFT = 4
    """back left"""
    RIGHT = 5
    """right"""
    AHEAD_RIGHT = 6
    """ahead right"""
    BACK_RIGHT = 7
    """back right"""
    LIFT = 8
    """lift"""
    END = 9
    """end of the way"""
    ESCALATOR = 10
    """escalator"""
    STAIRS = 11
    """stairs"""
    WAYPOINT = 12
    """waypoint"""

    @classmethod
    def _missing_(cls, value: object) -> NaviTurn | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[NaviTurn], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> NaviTurn:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, NaviTurn] = {member.value: member for member in NaviTurn}
