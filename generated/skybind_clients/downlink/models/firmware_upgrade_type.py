# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class FirmwareUpgradeType(IntEnum):
    """Kind of a firmware upgrade; the last on Dock 3 only"""

    CONSISTENCY_REPAIR = 2
    """makes versions agree again"""
    ORDINARY = 3
    """an ordinary one"""
    PSDK_PAYLOAD = 4
    """of a PSDK device"""

    @classmethod
    def _missing_(cls, value: object) -> FirmwareUpgradeType | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[FirmwareUpgradeType], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> FirmwareUpgradeType:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, FirmwareUpgradeType] = {member.value: member for member in FirmwareUpgradeType}
