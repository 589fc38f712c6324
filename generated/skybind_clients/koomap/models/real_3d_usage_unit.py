# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class Real3DUsageUnit(StrEnum):
    """Kind of unit of real-scene 3D usage"""

    VOLUME = "VOLUME"
    """storage"""
    NUMBER = "NUMBER"
    """gigapixels (10^9 pixels)"""
    COUNT = "COUNT"
    """number of times"""

    @classmethod
    def _missing_(cls, value: object) -> Real3DUsageUnit | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Real3DUsageUnit], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> Real3DUsageUnit:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, Real3DUsageUnit] = {member.value: member for member in Real3DUsageUnit}
