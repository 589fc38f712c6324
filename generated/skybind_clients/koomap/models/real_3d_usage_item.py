# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class Real3DUsageItem(StrEnum):
    """Counted item of real-scene 3D usage, as bills name it"""

    STORAGE = "时空专属存储"
    """dedicated storage"""
    BASIC = "实景三维生产服务基础版"
    """modelling, basic edition"""
    PROFESSIONAL = "实景三维生产服务专业版"
    """modelling, professional edition"""

    @classmethod
    def _missing_(cls, value: object) -> Real3DUsageItem | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Real3DUsageItem], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> Real3DUsageItem:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, Real3DUsageItem] = {member.value: member for member in Real3DUsageItem}
