"""Filters by time, as lists take them."""

from collections.abc import Callable, Mapping
from typing import Any

from skybind_emulators.koomap.moments import parse_moment
from skybind_emulators.koomap.refusals import refuse


def period(fields: Mapping[str, Any], start: str, end: str, wrong: str) -> Callable[[float], bool]:
    """Tells whether a moment, in Unix seconds, lies in a period. Both ends belong to it; an end left out is open.

    Answers show whole seconds, so a part of a second does not count.

    Args:
        fields: the request's fields.
        start: name of the field with the first moment.
        end: name of the field with the last one.
        wrong: code for a time that is not in the 20-character form or does not exist.

    Raises:
        Refusal: with that code.
    """
    limits: list[float | None] = []
    for name in (start, end):
        text = fields.get(name)
        limits.append(parse_moment(text) if text is not None else None)
        if text is not None and limits[-1] is None:
            raise refuse(wrong)
    earliest, latest = limits

    def holds(moment: float) -> bool:
        return (earliest is None or int(moment) >= earliest) and (latest is None or int(moment) <= latest)

    return holds
