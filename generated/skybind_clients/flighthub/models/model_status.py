# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class ModelStatus(IntEnum):
    """State of a model; done when it is 15 or 9 and the archive is finished (inferred)"""

    MAPPING_FAILED = 8
    """mapping failed; final"""
    MAPPING_DONE = 9
    """mapping done"""
    ASKING_FOR_COMPUTE = 12
    """compute is asked for"""
    COMPUTE_REFUSED = 13
    """asking for compute failed; final"""
    RECONSTRUCTING = 14
    """reconstruction runs"""
    RECONSTRUCTED = 15
    """reconstruction done"""
    CANCELLED = 16
    """cancelled; final"""

    @classmethod
    def _missing_(cls, value: object) -> ModelStatus | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[ModelStatus], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> ModelStatus:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, ModelStatus] = {member.value: member for member in ModelStatus}
