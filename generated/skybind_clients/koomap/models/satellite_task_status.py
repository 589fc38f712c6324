# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class SatelliteTaskStatus(StrEnum):
    """State of a satellite task"""

    INIT = "INIT"
    """not started yet"""
    RUNNING = "RUNNING"
    """under way"""
    SUCCESS = "SUCCESS"
    """finished"""
    ARCHIVED = "ARCHIVED"
    """in the archive"""
    FAILED = "FAILED"
    """failed"""
    STOPPING = "STOPPING"
    """being stopped"""
    STOP_SUCCESS = "STOP_SUCCESS"
    """stopped"""
    STOP_FAILED = "STOP_FAILED"
    """could not be stopped"""
    START_RUNNING = "START_RUNNING"
    """waiting to run"""

    @classmethod
    def _missing_(cls, value: object) -> SatelliteTaskStatus | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[SatelliteTaskStatus], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> SatelliteTaskStatus:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, SatelliteTaskStatus] = {member.value: member for member in SatelliteTaskStatus}
