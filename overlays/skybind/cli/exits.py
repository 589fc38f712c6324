"""Exit codes, and how an error is said on a terminal."""

from __future__ import annotations

from skybind import errors

__all__ = ["EXIT_CODES", "exit_code", "say"]

#: What each code means, for ``skybind --help`` and the docs.
EXIT_CODES: dict[int, str] = {
    0: "done",
    1: "something that skybind did not foresee",
    2: "what was asked for cannot work: options, folder, photos, target",
    3: "credentials missing or refused",
    4: "not found",
    5: "no connection, or no whole answer",
    6: "the service refuses: conflict, limit, quota",
    7: "time ran out; the job goes on",
    8: "the job failed or was stopped",
    9: "part of the files did not get through; the rest is safe",
    10: "the record of uploads cannot be used",
    11: "the job waits for a person to do something",
    12: "an answer was lost: whether it was carried out is not known, and it is not sent again",
    130: "stopped with Ctrl-C",
}

_BY_CLASS: tuple[tuple[type[BaseException], int], ...] = (
    (errors.CredentialsMissing, 3),
    (errors.UsageError, 2),
    (errors.AuthenticationFailed, 3),
    (errors.PermissionDenied, 3),
    (errors.NotFound, 4),
    (errors.OutcomeUnknown, 12),
    (errors.TransportError, 5),
    (errors.ServerError, 5),
    (errors.DecodeError, 5),
    (errors.ServiceError, 6),
    (errors.DeadlineExceeded, 7),
    (errors.JobFailed, 8),
    (errors.ActionNeeded, 11),
    (errors.TransferError, 9),
    (errors.LedgerError, 10),
)


def exit_code(error: BaseException) -> int:
    """The exit code for an error."""
    return next((code for kind, code in _BY_CLASS if isinstance(error, kind)), 1)


def say(error: errors.SkybindError) -> str:
    """What happened, what to do, and where to look: the whole message for stderr."""
    lines = [f"error: {error.message}"]
    if error.advice:
        advice = error.advice.replace("Options(check_limits=False)", "--unchecked")
        lines.append(advice.replace("profile='compatible'", "--compatible"))
    commanded = (error.token or "").startswith("sb1.downlink.")
    if error.token and not (commanded and isinstance(error, errors.JobFailed)):  # a refused command has ended
        command = "downlink watch" if commanded else "resume"
        lines.append(f"go on with: skybind {command} {error.token}")
    facts = []
    if isinstance(error, errors.ServiceError):
        if error.code is not None:
            facts.append(f"code {error.code}")
        facts.append(f"HTTP {error.status}")
        if error.request_id:
            facts.append(f"request id {error.request_id}")
    facts.append(f"exit code {exit_code(error)}")
    lines.append(", ".join(facts))
    return "\n       ".join(lines)
