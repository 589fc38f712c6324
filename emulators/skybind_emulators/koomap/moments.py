"""Times as KooMap writes them: UTC, to the second, 20 characters."""

import re
from datetime import UTC, datetime

_FORM = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z", re.ASCII)


def moment(unix: float) -> str:
    """Unix seconds as ``2024-05-17T08:00:00Z``; a part of a second is dropped."""
    return datetime.fromtimestamp(int(unix), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_moment(text: str) -> float | None:
    """Unix seconds of a time in the 20-character form; None for any other text, and for a date that does not exist."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = map(int, found.groups())
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp()
    except ValueError:
        return None
