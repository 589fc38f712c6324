"""Times as the service writes them."""

from datetime import UTC, datetime


def iso(unix_seconds: float | None) -> str | None:
    """``2020-01-08T03:04:05.678Z``: UTC with milliseconds; None for no time."""
    if unix_seconds is None:
        return None
    text = datetime.fromtimestamp(unix_seconds, UTC).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z"


def iso_seconds(unix_seconds: float) -> str:
    """``2006-01-02T15:04:05Z``, as temporary credentials name their end."""
    return datetime.fromtimestamp(unix_seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
