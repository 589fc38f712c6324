# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class ImageStatus(StrEnum):
    """State of satellite data; code 5 is missing in the table"""

    DONE = "0"
    """done"""
    IMPORTING = "1"
    """being imported"""
    IMPORT_FAILED = "2"
    """import failed"""
    EXPORTING = "3"
    """being exported"""
    EXPORT_FAILED = "4"
    """export failed"""
    DELETING = "6"
    """being deleted"""
    IN_USE = "7"
    """could not be deleted: a task uses it"""
    DELETE_FAILED = "8"
    """could not be deleted: network trouble"""

    @classmethod
    def _missing_(cls, value: object) -> ImageStatus | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[ImageStatus], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> ImageStatus:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, ImageStatus] = {member.value: member for member in ImageStatus}
