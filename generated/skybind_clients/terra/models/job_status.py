# Made by `python scripts/generate.py` from specs/terra/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import IntEnum


class JobStatus(IntEnum):
    """State of a job; 5, 6 and 7 are final"""

    CREATED = 0
    """waits for its start"""
    WAITING = 1
    """waits for a machine"""
    PREPARING = 2
    """input is prepared"""
    EXECUTING = 3
    """runs"""
    PROCESSING_RESULTS = 4
    """results are written"""
    STOPPED = 5
    """stopped by the caller; final"""
    FINISHED = 6
    """done; final"""
    FAILED = 7
    """failed; final"""

    @classmethod
    def _missing_(cls, value: object) -> JobStatus | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[JobStatus], tuple[int]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: int) -> JobStatus:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[int, JobStatus] = {member.value: member for member in JobStatus}
