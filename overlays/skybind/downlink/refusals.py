"""How the open platform says no, and what is made of it.

Source: the platform's page on its error model. The envelope is ``{"code", "message", "request_id"}``; 403 for a missing
scope and 429 are our assumption.
"""

from __future__ import annotations

from typing import Any

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    ClockSkew,
    Conflict,
    NotFound,
    PermissionDenied,
    ServerError,
    ServiceError,
    Throttled,
)
from skybind.wire.conversation import Reply
from skybind_clients.downlink.operations import ERRORS
from skybind_clients.runtime import Operation

__all__ = ["NONCE_REPLAYED", "leaves_open", "refusal_of"]

#: The platform has seen this very request before: it arrived, though this answer is not the one to it.
NONCE_REPLAYED = "NONCE_REPLAYED"

_CLASSES: dict[str, type[ServiceError]] = {
    "authentication": AuthenticationFailed,
    "clock_skew": ClockSkew,
    "conflict": Conflict,
    "not_found": NotFound,
    "permission": PermissionDenied,
    "server": ServerError,
    "throttled": Throttled,
    "validation": BadRequest,
}
_STATUSES: dict[int, type[ServiceError]] = {
    401: AuthenticationFailed,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    429: Throttled,
}
_REQUEST_TIMEOUT = 408  # of a proxy that waited for the platform, or of a server that had part of the request
_CLOCK_ADVICE = (
    "Nothing was accepted, and what moves a machine is never sent again by itself. Set the clock of this machine. If "
    "the refusal told the platform's time, the next call is signed for that."
)


def leaves_open(error: ServiceError) -> bool:
    """Whether the request may have been accepted all the same."""
    return isinstance(error, ServerError) or error.code == NONCE_REPLAYED or error.status == _REQUEST_TIMEOUT


def refusal_of(reply: Reply, operation: Operation) -> ServiceError | None:
    """The error that an answer stands for; None if it is a success."""
    if 200 <= reply.status < 300:
        return None
    content = _envelope(reply)
    code = content.get("code")
    known = ERRORS.get(code) if isinstance(code, str) else None
    kind = _CLASSES.get(known.kind) if known else None
    kind = kind or _STATUSES.get(reply.status) or (ServerError if reply.status >= 500 else BadRequest)
    said = content.get("message")
    words = said if isinstance(said, str) else ""
    meaning = known.meaning if known else ""
    physical = operation.effect == "physical"
    what = words or meaning or f"HTTP {reply.status} without an explanation"
    request_id = content.get("request_id") or reply.headers.get("x-request-id")
    return kind(
        f"the open platform refused {operation.id}: {what}",
        service="downlink",
        operation=operation.id,
        status=reply.status,
        code=code if isinstance(code, str) else None,
        service_message=words,
        meaning=meaning,
        advice=_CLOCK_ADVICE if kind is ClockSkew and physical else known.advice if known else "",
        request_id=str(request_id) if request_id else None,
        attempt=reply.attempt,
        body=reply.body,
        retry_after=reply.retry_after(),
        # The next attempt has another nonce; where an answer was lost, a keyed request gets its command that way.
        again=True if code == NONCE_REPLAYED else None,
    )


def _envelope(reply: Reply) -> dict[str, Any]:
    if reply.body[:99].lstrip()[:1] != b"{":
        return {}
    try:
        content = reply.json()
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}
