"""From Altizure's words to our errors. It has few codes that are public; most of what it says, it says in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    Conflict,
    NotFound,
    PermissionDenied,
    QuotaExceeded,
    ServerError,
    ServiceError,
    Throttled,
)
from skybind_clients.altizure.operations import ERRORS

__all__ = ["Verdict", "judge_action", "judge_status", "judge_words"]


@attrs.frozen
class Verdict:
    """What a refusal means.

    Attributes:
        kind: Class of the error.
        meaning: In English; empty where the service's own words must do.
        advice: What to do about it.
        again: Whether the same request may succeed later; None leaves it to the status.
        code: The code that stands for the words, or None.
    """

    kind: type[ServiceError]
    meaning: str = ""
    advice: str = ""
    again: bool | None = None
    code: int | str | None = None


_KINDS: dict[str, type[ServiceError]] = {
    "authentication": AuthenticationFailed,
    "conflict": Conflict,
    "not_found": NotFound,
    "permission": PermissionDenied,
    "quota": QuotaExceeded,
    "throttled": Throttled,
    "validation": BadRequest,
}

_NO_KEY = "Check the app key, SKYBIND_ALTIZURE_KEY; it ends with the developer status."
_OLDER = "The server may run an older or newer release than the specification describes; see support.api_version()."

# The service's words are not documented beyond the first two. These are looked for in order; what the GraphQL library
# says of a document comes from its own source, the others are our assumption.
_WORDS: tuple[tuple[re.Pattern[str], Verdict], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), verdict)
    for pattern, verdict in (
        (r"could not be negative", Verdict(BadRequest, again=False)),
        (
            r"^syntax error|^cannot query field|^unknown (argument|type|fragment|operation)|^variable \"?\$"
            r"|^expected (type|value)|^field \"?.+ must (have|not)|must provide query|\bof type .+ required",
            Verdict(BadRequest, advice=_OLDER, again=False),
        ),
        (r"\b(app|api) ?key\b", Verdict(AuthenticationFailed, advice=_NO_KEY, again=False)),
        (r"coin|coupon|balance|quota|insufficient", Verdict(QuotaExceeded, again=False)),
        (r"too many|rate limit", Verdict(Throttled, again=True)),
        (r"permission|forbidden|not allowed|denied", Verdict(PermissionDenied, again=False)),
        (r"not found|no such|(does not|doesn't|not) exist", Verdict(NotFound, again=False)),
        (r"read.?only|already|in progress|running", Verdict(Conflict, again=False)),
    )
)

_BY_STATUS: dict[int, type[ServiceError]] = {
    401: AuthenticationFailed,
    402: QuotaExceeded,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    429: Throttled,
}


def judge_status(status: int) -> Verdict:
    """What a status means that comes without a word of the service: from a gateway, most likely."""
    if status >= 500:
        return Verdict(ServerError)
    return Verdict(_BY_STATUS.get(status, BadRequest))


def judge_words(words: Sequence[str], code: int | str | None, status: int) -> Verdict:
    """What a list of errors means; the first that is known decides. One without a message counts by its status."""
    for text in words:
        for known in ERRORS.values():
            if text.lower() == str(known.code).lower():
                return Verdict(
                    _KINDS.get(known.kind, ServiceError), known.meaning, known.advice, again=False, code=known.code
                )
    found = _matched(words)
    if found is not None:
        return found
    if code == "UNAUTHENTICATED":
        return Verdict(AuthenticationFailed, again=False)
    if status in _BY_STATUS or status >= 500:
        return judge_status(status)
    return Verdict(BadRequest if status >= 400 else ServiceError, again=False)


def judge_action(message: str) -> Verdict:
    """What an error object beside a result means. Its numbers are not public, so its words decide."""
    return _matched([message]) or Verdict(Conflict, again=False)


def _matched(words: Sequence[str]) -> Verdict | None:
    return next((verdict for text in words for pattern, verdict in _WORDS if pattern.search(text)), None)
