# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class Real3DTaskStatus(StrEnum):
    """State of a real-scene 3D task"""

    INIT = "INIT"
    """not started yet"""
    PENDING = "PENDING"
    """waiting"""
    STARTING = "STARTING"
    """starting"""
    START_FAILED = "START_FAILED"
    """could not start"""
    RUNNING = "RUNNING"
    """under way"""
    SUCCESS = "SUCCESS"
    """finished"""
    FAILED = "FAILED"
    """failed"""
    STOPPING = "STOPPING"
    """being stopped"""
    STOP_SUCCESS = "STOP_SUCCESS"
    """stopped"""
    ARCHIVED = "ARCHIVED"
    """in the archive"""
    BUNDLE_SUCCESS = "BUNDLE_SUCCESS"
    """aerial triangulation done, mark points may be set"""

    @classmethod
    def _missing_(cls, value: object) -> Real3DTaskStatus | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Real3DTaskStatus], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> Real3DTaskStatus:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, Real3DTaskStatus] = {member.value: member for member in Real3DTaskStatus}
