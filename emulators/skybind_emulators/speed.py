"""How fast emulated jobs run: ``instant``, ``polls:N`` or ``time:X``."""

import re
from typing import Literal

from attrs import frozen

_POLLS = re.compile(r"polls:([1-9]\d{0,5})")
_TIME = re.compile(r"time:(\d{1,6}(?:\.\d+)?)")


@frozen
class Speed:
    """The rule by which jobs move.

    Attributes:
        rule: ``instant`` (finished when next looked at), ``polls`` (finished at the Nth look at their status) or
            ``time`` (finished after their simulated time).
        polls: N of ``polls:N``, else 0.
        scale: X of ``time:X``: simulated seconds in a second of the wall clock, else 1.
    """

    rule: Literal["instant", "polls", "time"]
    polls: int = 0
    scale: float = 1.0


def parse_speed(text: str) -> Speed:
    """Read the text form.

    Raises:
        ValueError: the text is none of the three forms.
    """
    if text == "instant":
        return Speed("instant")
    if found := _POLLS.fullmatch(text):
        return Speed("polls", polls=int(found[1]))
    if (found := _TIME.fullmatch(text)) and float(found[1]) > 0:
        return Speed("time", scale=float(found[1]))
    raise ValueError(f"speed {text!r} is not instant, polls:N (N from 1) or time:X (X above 0)")
