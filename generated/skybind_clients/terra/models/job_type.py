# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class JobType(IntEnum):
    """Kind of reconstruction"""

    LIDAR = 13
    """LiDAR point cloud"""
    MAP_2D = 14
    """2D: orthophoto and DSM"""
    MODEL_3D = 15
    """3D: mesh and point cloud"""

    @classmethod
    def _missing_(cls, value: object) -> JobType | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[JobType], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> JobType:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, JobType] = {member.value: member for member in JobType}
