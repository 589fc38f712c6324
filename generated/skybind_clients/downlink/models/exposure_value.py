# Made by `python scripts/generate.py` from specs/downlink/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class ExposureValue(StrEnum):
    """Exposure compensation"""

    EV_MINUS_5_0 = "1"
    """-5.0 EV"""
    EV_MINUS_4_7 = "2"
    """-4.7 EV"""
    EV_MINUS_4_3 = "3"
    """-4.3 EV"""
    EV_MINUS_4_0 = "4"
    """-4.0 EV"""
    EV_MINUS_3_7 = "5"
    """-3.7 EV"""
    EV_MINUS_3_3 = "6"
    """-3.3 EV"""
    EV_MINUS_3_0 = "7"
    """-3.0 EV"""
    EV_MINUS_2_7 = "8"
    """-2.7 EV"""
    EV_MINUS_2_3 = "9"
    """-2.3 EV"""
    EV_MINUS_2_0 = "10"
    """-2.0 EV"""
    EV_MINUS_1_7 = "11"
    """-1.7 EV"""
    EV_MINUS_1_3 = "12"
    """-1.3 EV"""
    EV_MINUS_1_0 = "13"
    """-1.0 EV"""
    EV_MINUS_0_7 = "14"
    """-0.7 EV"""
    EV_MINUS_0_3 = "15"
    """-0.3 EV"""
    EV_0 = "16"
    """0 EV"""
    EV_PLUS_0_3 = "17"
    """0.3 EV"""
    EV_PLUS_0_7 = "18"
    """0.7 EV"""
    EV_PLUS_1_0 = "19"
    """1.0 EV"""
    EV_PLUS_1_3 = "20"
    """1.3 EV"""
    EV_PLUS_1_7 = "21"
    """1.7 EV"""
    EV_PLUS_2_0 = "22"
    """2.0 EV"""
    EV_PLUS_2_3 = "23"
    """2.3 EV"""
    EV_PLUS_2_7 = "24"
    """2.7 EV"""
    EV_PLUS_3_0 = "25"
    """3.0 EV"""
    EV_PLUS_3_3 = "26"
    """3.3 EV"""
    EV_PLUS_3_7 = "27"
    """3.7 EV"""
    EV_PLUS_4_0 = "28"
    """4.0 EV"""
    EV_PLUS_4_3 = "29"
    """4.3 EV"""
    EV_PLUS_4_7 = "30"
    """4.7 EV"""
    EV_PLUS_5_0 = "31"
    """5.0 EV"""
    FIXED = "255"
    """fixed"""

    @classmethod
    def _missing_(cls, value: object) -> ExposureValue | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[ExposureValue], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> ExposureValue:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, ExposureValue] = {member.value: member for member in ExposureValue}
