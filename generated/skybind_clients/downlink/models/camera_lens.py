# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class CameraLens(StrEnum):
    """Lens of a camera"""

    INFRARED = "ir"
    """infrared"""
    WIDE = "wide"
    """wide-angle"""
    ZOOM = "zoom"
    """zoom"""

    @classmethod
    def _missing_(cls, value: object) -> CameraLens | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[CameraLens], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> CameraLens:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, CameraLens] = {member.value: member for member in CameraLens}
