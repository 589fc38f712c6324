"""What becomes of a flight whose step did not go through: again later, or stop and tell. Pure."""

from __future__ import annotations

import attrs

from skybind import errors

__all__ = ["BUSY", "MOST_TRIES", "Verdict", "verdict"]

MOST_TRIES = 10  # in a row; the last pause is half an hour, so that an outage of an hour or two is survived
_NOT_YET = 3  # questions about a new job that may be answered with "no such job"
_FIRST, _LONGEST = 15.0, 1800.0  # seconds
BUSY = 15.0  # another process is at it, or the account's jobs are all taken: that is no failure
#: The same again cannot help: somebody has to change something first.
_FINAL = (
    errors.UsageError,
    errors.AuthenticationFailed,
    errors.PermissionDenied,
    errors.QuotaExceeded,
    errors.BadRequest,
    errors.NotFound,
    errors.OutcomeUnknown,  # whether a job was started that costs money: somebody has to look
    errors.JobFailed,
)


@attrs.frozen
class Verdict:
    """What to do.

    Attributes:
        pause: Seconds before the next try, or None to stop trying.
        counts: Whether this try counts.
        held: Whether it waits for a person, and has not failed.
    """

    pause: float | None
    counts: bool = True
    held: bool = False


def verdict(error: BaseException, tries: int, *, asking: bool = False, seen: bool = True) -> Verdict:
    """What to do after an error.

    Args:
        error: What stopped the step.
        tries: Tries before this one that counted, since the last step that went through.
        asking: Whether it was a question about a job: the job goes on meanwhile, and outages are no failures of it.
        seen: Whether the job was ever seen: one that was just made may not be known everywhere yet.
    """
    if isinstance(error, errors.ActionNeeded):
        return Verdict(None, held=True)
    if isinstance(error, (errors.LedgerBusy, errors.JobLimit)):
        return Verdict(BUSY, counts=False)
    if isinstance(error, errors.Throttled) and error.retry_after:
        return Verdict(error.retry_after, counts=False)
    if asking and not seen and isinstance(error, errors.NotFound) and tries < _NOT_YET:
        return Verdict(_FIRST)
    if isinstance(error, _FINAL) or not isinstance(error, errors.SkybindError) or tries + 1 >= MOST_TRIES:
        return Verdict(None)
    if asking and not isinstance(error, errors.DecodeError):
        return Verdict(_FIRST, counts=False)
    return Verdict(min(_LONGEST, _FIRST * 2**tries))
