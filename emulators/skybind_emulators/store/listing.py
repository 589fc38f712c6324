"""Pages of a sorted list of keys, rolled up at a delimiter."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen


@frozen
class Page:
    """``keys`` and ``prefixes`` are each in order; ``last`` is the greatest entry, where the next page goes on."""

    keys: tuple[str, ...]
    prefixes: tuple[str, ...]
    truncated: bool
    last: str


def page_of(keys: Sequence[str], *, prefix: str = "", delimiter: str = "", after: str = "", limit: int) -> Page:
    """The first ``limit`` entries that come after ``after``.

    Keys that share all up to the first ``delimiter`` behind ``prefix`` count as one entry, their common prefix. Where
    ``after`` is itself such a common prefix, all that it stands for has been listed and is passed over.
    """
    found: list[str] = []
    rolled: list[str] = []
    last = ""
    at = max(bisect_left(keys, prefix), bisect_right(keys, after) if after else 0)
    if after and _common_prefix(after, prefix, delimiter) == after:
        at = max(at, _end_of(keys, after, at))
    while at < len(keys) and keys[at].startswith(prefix):
        if len(found) + len(rolled) == limit:
            return Page(tuple(found), tuple(rolled), limit > 0, last)
        key = keys[at]
        common = _common_prefix(key, prefix, delimiter)
        if common:
            rolled.append(common)
            last = common
            at = _end_of(keys, common, at)
        else:
            found.append(key)
            last = key
            at += 1
    return Page(tuple(found), tuple(rolled), False, last)


def _common_prefix(key: str, prefix: str, delimiter: str) -> str:
    if not delimiter or not key.startswith(prefix):
        return ""
    end = key.find(delimiter, len(prefix))
    return key[: end + len(delimiter)] if end >= 0 else ""


def _end_of(keys: Sequence[str], prefix: str, low: int) -> int:
    """The index behind the last key that begins with ``prefix``."""
    return bisect_right(keys, prefix, lo=low, key=lambda key: key[: len(prefix)])
