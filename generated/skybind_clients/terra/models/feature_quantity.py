# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class FeatureQuantity(IntEnum):
    """Number of features looked for in a photo"""

    HIGH = 1
    """at most 40 000 features a photo"""
    MEDIUM = 2
    """at most 20 000; the service's default"""
    LOW = 3
    """at most 9 000"""

    @classmethod
    def _missing_(cls, value: object) -> FeatureQuantity | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[FeatureQuantity], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> FeatureQuantity:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, FeatureQuantity] = {member.value: member for member in FeatureQuantity}
