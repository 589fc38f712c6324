# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class AdapterStatus(StrEnum):
    """How far a command got on its way to the device"""

    RECEIVED = "RECEIVED"
    """the adapter has it"""
    REJECTED_BY_ADAPTER = "REJECTED_BY_ADAPTER"
    """the adapter refused it"""
    SENT_TO_DEVICE = "SENT_TO_DEVICE"
    """it was sent"""
    TRANSPORT_FAILED = "TRANSPORT_FAILED"
    """it could not be sent"""
    RESPONSE_TIMEOUT = "RESPONSE_TIMEOUT"
    """no reply came in time"""

    @classmethod
    def _missing_(cls, value: object) -> AdapterStatus | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[AdapterStatus], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> AdapterStatus:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, AdapterStatus] = {member.value: member for member in AdapterStatus}
