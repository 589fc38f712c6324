"""Times as the platform writes them."""

from datetime import UTC, datetime


def iso(unix_seconds: float) -> str:
    """``2026-04-22T12:00:00Z``: UTC, whole seconds, as in the seed."""
    moment = datetime.fromtimestamp(unix_seconds, UTC)
    return f"{moment.replace(microsecond=0, tzinfo=None).isoformat()}Z"  # strftime writes early years with fewer digits


def iso_or_none(unix_seconds: float | None) -> str | None:
    """The same; None for no time."""
    return None if unix_seconds is None else iso(unix_seconds)


def parse_iso(text: str) -> float:
    """Unix seconds of an RFC 3339 date-time.

    Raises:
        ValueError: the text is none, has no zone, or is before the year 1 or after 9999 in UTC.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a date-time needs its zone")
    try:
        return moment.astimezone(UTC).timestamp()
    except OverflowError:
        raise ValueError("a date-time out of range") from None
