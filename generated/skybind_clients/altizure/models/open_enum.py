# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
"""Enums that keep values which the spec does not list."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class OpenEnum(StrEnum):
    """A pseudo-member stands for each other value: it compares, hashes and serialises as the text that came."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNLISTED" if "UNKNOWN" in cls.__members__ else "UNKNOWN"
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        # Python 3.12 pickles members by name, and that of a pseudo-member leads nowhere.
        return self.__class__, (str(self._value_),)
