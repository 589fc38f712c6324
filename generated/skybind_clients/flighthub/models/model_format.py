# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class ModelFormat(StrEnum):
    """Format of a result"""

    B3DM = "b3dm"
    OSGB = "osgb"
    PLY = "ply"
    OBJ = "obj"
    PNTS = "pnts"
    LAS = "las"
    POINT_PLY = "point_ply"
    NORMAL_POINT_PLY = "normal_point_ply"

    @classmethod
    def _missing_(cls, value: object) -> ModelFormat | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[ModelFormat], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> ModelFormat:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, ModelFormat] = {member.value: member for member in ModelFormat}
