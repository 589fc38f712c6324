"""Names that are two here and one elsewhere: macOS writes é in two code points, Windows does not tell A from a.

The service would take such twins for the same photo, and one would overwrite the other.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Callable, Iterable

__all__ = ["Numbers", "Twins"]


class Numbers:
    """A set of numbers of 64 bits in 16 to 32 bytes each, where Python's own takes about 100."""

    def __init__(self) -> None:
        self._places = array("q", bytes(8 * 1024))
        self._count = 0

    def add(self, number: int) -> bool:
        """Whether it is new. Nought counts as one, since it marks a free place."""
        if 2 * self._count >= len(self._places):
            self._grow()
        return self._put(number or 1)

    def _put(self, number: int) -> bool:
        places = self._places
        most = len(places) - 1
        place = number & most
        while places[place]:
            if places[place] == number:
                return False
            place = (place + 1) & most
        places[place] = number
        self._count += 1
        return True

    def _grow(self) -> None:
        before = self._places
        self._places, self._count = array("q", bytes(16 * len(before))), 0
        for number in before:
            if number:
                self._put(number)


class Twins:
    """Of each name a number is kept; only when two numbers are the same, all names are looked at.

    Args:
        again: All files from the beginning, by name and as they are shown.
    """

    def __init__(self, again: Callable[[], Iterable[tuple[str, str]]]) -> None:
        self._again = again
        self._asked = 0
        self._numbers = Numbers()
        self._first: dict[str, tuple[int, str]] = {}

    def earlier(self, name: str) -> str | None:
        """The file before this one that has its name, as it is shown; None if there is none. Asked of each file."""
        folded = _folded(name)
        self._asked += 1
        if self._numbers.add(hash(folded)):
            return None
        if not self._first:
            for place, (other, shown) in enumerate(self._again(), 1):
                self._first.setdefault(_folded(other), (place, shown))
        place, shown = self._first.get(folded, (self._asked, ""))
        return shown if place < self._asked else None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
