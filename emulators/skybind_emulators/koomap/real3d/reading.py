"""Fields of requests, read with the code that goes with each mistake.

Requests are checked against the specification before, which knows less: it takes a text for a date that does not exist.
What it does know is checked again, so that the rules of the manual stand in one place.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from skybind_emulators.koomap.real3d.mistakes import MISSING, code_of
from skybind_emulators.koomap.refusals import refuse

OFFSET_MAX, LIMIT_MAX = 2_147_483_647, 100
OFFSET_DEFAULT, LIMIT_DEFAULT = 0, 10

_HAN = "\u4e00-\u9fa5"
TASK_NAME = re.compile(rf"[{_HAN}A-Za-z0-9_]{{1,50}}")
DESCRIPTION = re.compile(rf"[{_HAN}A-Za-z0-9_]{{0,255}}")
# The manual has the hyphen, the SDK the underscore.
SUBTASK_NAME = re.compile(rf"[{_HAN}A-Za-z0-9_-]{{1,50}}")
FOLDER_NAME = re.compile(rf"[{_HAN}A-Za-z0-9_.-]{{1,100}}")
FOLDER_DESCRIPTION = re.compile(rf"[{_HAN}A-Za-z0-9_.-]{{0,255}}")
ID = re.compile(r"[0-9A-Za-z]{32}")
ANY = re.compile(r".*", re.DOTALL)
_INTEGER = re.compile(r"-?\d{1,20}", re.ASCII)

Fields = Mapping[str, Any]


def text(fields: Fields, name: str, pattern: re.Pattern[str] = ANY) -> str | None:
    """A text, or None if it is absent or null.

    Raises:
        Refusal: it is no text, or does not fit the pattern.
    """
    value = fields.get(name)
    if value is not None and not (isinstance(value, str) and pattern.fullmatch(value)):
        raise refuse(code_of(name))
    return value


def needed(fields: Fields, name: str) -> Any:
    """A value that must be there.

    Raises:
        Refusal: it is absent or null.
    """
    if fields.get(name) is None:
        raise refuse(MISSING)
    return fields[name]


def one_of(fields: Fields, name: str, allowed: Collection[str]) -> str | None:
    """One of a few words, or None if it is absent or null.

    Raises:
        Refusal: it is another word.
    """
    value = fields.get(name)
    if value is not None and (not isinstance(value, str) or value not in allowed):
        raise refuse(code_of(name))
    return value


def many(fields: Fields, name: str) -> list[str]:
    """The values of a query parameter that may be repeated; one text may hold several, separated by commas."""
    value = fields.get(name)
    given: Iterable[Any] = value if isinstance(value, list | tuple) else [] if value is None else [value]
    return [part for item in given for part in str(item).split(",") if part]


def some_of(fields: Fields, name: str, allowed: Collection[str]) -> frozenset[str]:
    """The values of a repeated parameter, each of a few words; empty if none is given.

    Raises:
        Refusal: one is another word.
    """
    given = frozenset(many(fields, name))
    if not given <= set(allowed):
        raise refuse(code_of(name))
    return given


def page_of(fields: Fields) -> tuple[int, int]:
    """Offset and limit, 0 and 10 where they are left out.

    Raises:
        Refusal: one is out of its range.
    """
    return _integer(fields, "offset", 0, OFFSET_MAX, OFFSET_DEFAULT), _integer(
        fields, "limit", 1, LIMIT_MAX, LIMIT_DEFAULT
    )


def like(name: str, wanted: str | None) -> bool:
    """Whether a name has the wanted text in it, without regard to case. No text wanted fits every name."""
    return not wanted or wanted.casefold() in name.casefold()


def whole(value: Any) -> Any:
    """A JSON number without a fraction as an integer, however it is written: 71.0 is 71. Other values as they are."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _integer(fields: Fields, name: str, least: int, most: int, default: int) -> int:
    value = whole(fields.get(name))
    if value is None:
        return default
    if isinstance(value, bool) or not _INTEGER.fullmatch(str(value)) or not least <= int(value) <= most:
        raise refuse(code_of(name))
    return int(value)
