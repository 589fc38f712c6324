# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class SatelliteUsageItem(StrEnum):
    """Counted item of satellite usage, as bills name it"""

    STORAGE = "时空专属存储"
    """dedicated storage"""
    LEVEL_2 = "基础处理：色彩增强与粗纠正L2"
    """processing to level L2"""
    LEVEL_3 = "基础处理：色彩增强与精纠正L3"
    """processing to level L3"""
    LEVEL_4 = "基础处理：正射纠正L4"
    """processing to level L4"""
    LEVEL_5 = "基础处理：影像镶嵌L5"
    """processing to level L5"""

    @classmethod
    def _missing_(cls, value: object) -> SatelliteUsageItem | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[SatelliteUsageItem], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> SatelliteUsageItem:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, SatelliteUsageItem] = {member.value: member for member in SatelliteUsageItem}
