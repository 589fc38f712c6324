# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class CommandStatus(StrEnum):
    """How far a command is"""

    ACCEPTED = "ACCEPTED"
    """stored, on its way"""
    DELIVERED = "DELIVERED"
    """handed to the device's transport"""
    SUCCEEDED = "SUCCEEDED"
    """the device took it; a flight has only begun"""
    FAILED = "FAILED"
    """the device refused it, or it did not get there"""
    TIMED_OUT = "TIMED_OUT"
    """no reply in time; the device may have acted all the same"""
    UNMATCHED_RESPONSE = "UNMATCHED_RESPONSE"
    """a reply came that could not be tied to the command; not defined in public"""
    DISPATCHING = "DISPATCHING"
    """on its way to the device"""
    RUNNING = "RUNNING"
    """the device works on it"""
    UNSUPPORTED = "UNSUPPORTED"
    """the device does not know it"""
    CANCELLED = "CANCELLED"
    """it was cancelled; no call that does that is public"""
    UNKNOWN_TO_PLATFORM = "UNKNOWN"
    """the platform does not know"""

    @classmethod
    def _missing_(cls, value: object) -> CommandStatus | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[CommandStatus], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> CommandStatus:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, CommandStatus] = {member.value: member for member in CommandStatus}
