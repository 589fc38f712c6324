"""What the models of tasks have in common: names that nobody else has, and states that only go forward."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

from skybind.errors import Conflict, NotFound

__all__ = ["LOOKS", "goes_forward", "new_name", "tried"]

#: Looks after which what was started or stopped has come to rest, at the speed of the emulated account.
LOOKS = 5


_numbers = itertools.count(1)


def new_name(kind: str, text: str = "") -> str:
    """A name that was not given before. Its beginning tells the owner of a real account where it is from."""
    return f"skybind_{kind}_{next(_numbers)}_{text}"


def goes_forward(before: Any, after: Any, way: Sequence[Any]) -> None:
    """A state is the same as before, or lies further on the way."""
    assert after in way, f"went from {before} to {after}"
    assert way.index(after) >= way.index(before), f"went back from {before} to {after}"


def tried(call: Callable[[], Any]) -> None:
    """Clean up as far as it goes: what is in the way was told by the rules, and must not hide what they found."""
    try:
        call()
    except (Conflict, NotFound):
        return
