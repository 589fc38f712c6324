# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class DeleteMode(IntEnum):
    """What becomes of a deleted resource's files"""

    KEEP_FILES = 0
    """files stay"""
    DELETE_FILES = 1
    """files that no other resource holds are deleted too"""

    @classmethod
    def _missing_(cls, value: object) -> DeleteMode | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[DeleteMode], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> DeleteMode:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, DeleteMode] = {member.value: member for member in DeleteMode}
