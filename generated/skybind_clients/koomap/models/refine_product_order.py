# Made by `python scripts/generate.py` from specs/koomap/openapi.yaml and 2 more;
# do not edit: change the spec or scripts/templates, and run it again.
from __future__ import annotations

from enum import StrEnum


class RefineProductOrder(StrEnum):
    """Order of refine products"""

    TASK_NAME_ASC = "task_name_asc"
    """by task name"""
    TASK_NAME_DESC = "task_name_desc"
    """by task name, last first"""
    SUBTASK_NAME_ASC = "subtask_name_asc"
    """by subtask name"""
    SUBTASK_NAME_DESC = "subtask_name_desc"
    """by subtask name, last first"""

    @classmethod
    def _missing_(cls, value: object) -> RefineProductOrder | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[RefineProductOrder], tuple[str]]:
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self._value_)

    @classmethod
    def of(cls, value: str) -> RefineProductOrder:
        """The member with this value. The same as calling the class, which takes thrice as long."""
        found = _MEMBERS.get(value)
        return cls(value) if found is None else found


_MEMBERS: dict[str, RefineProductOrder] = {member.value: member for member in RefineProductOrder}
