"""How Huawei's services and the gateway before them say no, and what is made of it.

Source: KooMap's manual, section 6; the pages of API Gateway; Huawei's SDK cores for the spellings. Texts change, so
codes count, and statuses where there is no code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

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
from skybind.wire.conversation import Reply
from skybind_clients.runtime import Effect, ErrorCode

__all__ = ["Verdict", "Words", "judge", "read_words"]

_SPELLINGS = (("error_code", "error_msg"), ("errorCode", "errorMsg"), ("code", "message"))

_CLASSES: dict[str, type[ServiceError]] = {
    "algorithm": BadRequest,  # this image or position; another one may do
    "authentication": AuthenticationFailed,
    "conflict": Conflict,
    "dependency": ServerError,
    # Not JobLimit: these count finished tasks too, so that waiting frees nothing; only deleting does.
    "limit": QuotaExceeded,
    "media_type": BadRequest,
    "not_found": NotFound,
    "permission": PermissionDenied,
    "server": ServerError,
    "state": Conflict,
    "throttled": Throttled,
    "validation": BadRequest,
}
# Limits of one request, not of what an account may hold: images to delete, file to upload, images an upload, rows to
# ask for, files to download, images a task.
_TOO_MUCH_AT_ONCE = frozenset(
    {"KMP.00042008", "KMP.00042011", "KMP.00042026", "KMP.00042030", "KMP.00042032", "KMP.00051003"}
)
_STATUSES: dict[int, type[ServiceError]] = {
    401: AuthenticationFailed,
    402: QuotaExceeded,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    429: Throttled,
}
_PASSING_STATUSES = frozenset({429, 502, 503, 504})
_MEANINGS = {
    413: ("The body is larger than the gateway takes (12 MB).", "Send less at once."),
    414: ("The address is longer than the gateway takes (32 KB).", "Ask for fewer things at once."),
    494: (
        "The headers are larger than the gateway takes (32 KB one, 128 KB all).",
        "Ask for a token without a catalogue, and send fewer headers of your own.",
    ),
    429: ("Too many calls.", "Wait, then ask again."),
    502: ("The gateway does not reach the service.", "Try again later."),
    503: ("The service is not available.", "Try again later."),
    504: ("The service did not answer the gateway in time.", "Try again later."),
}
# One code for whatever the gateway itself has to say of a request; its statuses tell them apart.
_GATEWAY_REQUEST = "APIGW.0201"


@attrs.frozen
class Words:
    """What an answer says of itself.

    Attributes:
        code: As it came; None if there is none, or none that says more than the status does.
        message: Empty if there is none.
        request_id: Of the header or the body.
        outright: Whether it is a refusal whatever its status.
    """

    code: str | None
    message: str
    request_id: str | None
    outright: bool = False


@attrs.frozen
class Verdict:
    """What is made of a refusal.

    Attributes:
        kind: Class of the error.
        meaning: In English; may be empty.
        advice: What to do; may be empty.
        again: Whether the same request may succeed later; None leaves that to the status.
    """

    kind: type[ServiceError]
    meaning: str
    advice: str
    again: bool | None


def read_words(reply: Reply) -> Words:
    """Code, message and request id, in whichever spelling, in the body or one level below."""
    content: Any = None
    if reply.body[:99].lstrip()[:1] == b"{":
        try:
            content = reply.json()
        except ValueError:
            content = None
    code, message, spelling = None, "", ""
    for place in _places(content):
        for code_name, message_name in _SPELLINGS:
            found, text = place.get(code_name), place.get(message_name)
            if _is_code(found) or isinstance(text, str):
                code = str(found) if _is_code(found) else None
                message, spelling = text if isinstance(text, str) else "", code_name
                break
        if spelling:
            break
    top = isinstance(content, dict) and spelling in content and spelling != "code"
    given = content.get("request_id") if isinstance(content, dict) else None
    found_id = reply.headers.get("x-request-id") or given or reply.headers.get("x-trace-id")
    says_no = top and bool(code) and not str(code).isdigit()  # a number here may well say that all went well
    return Words(
        code=None if code in {"", str(reply.status)} else code,  # an example of the manual has the code "400"
        message=message,
        request_id=found_id if isinstance(found_id, str) else None,
        outright=says_no,
    )


def _places(content: Any) -> Iterator[dict[str, Any]]:
    if isinstance(content, dict):
        yield content
        yield from (value for value in content.values() if isinstance(value, dict))


def _is_code(value: Any) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool)


def judge(code: str | None, status: int, effect: Effect, known: Mapping[int | str, ErrorCode]) -> Verdict:
    """What a code means, or a status where there is no code or nobody documented it.

    Args:
        code: As it came.
        status: HTTP status.
        effect: Of the operation; some troubles are worth another try only where that does no harm at all.
        known: The service's table of codes.
    """
    name = "APIGW" + code.removeprefix("APIG") if code is not None and code.startswith("APIG.") else code
    entry = known.get(name) if name is not None else None
    if entry is None or (name == _GATEWAY_REQUEST and status != 400):
        return _by_status(status)
    kind = _CLASSES.get(entry.kind) or _by_status(status).kind
    if name in _TOO_MUCH_AT_ONCE:
        kind = BadRequest
    again = {
        "yes": True,
        # Another try of the same image fails in the same way; a database behind the service may be back.
        "maybe": effect == "safe" and entry.kind != "algorithm",
        "": None,
    }.get(entry.retry, False)
    return Verdict(kind, entry.meaning, entry.advice, again)


def _by_status(status: int) -> Verdict:
    kind = _STATUSES.get(status) or (ServerError if status >= 500 else BadRequest)
    meaning, advice = _MEANINGS.get(status, ("", ""))
    return Verdict(kind, meaning, advice, status in _PASSING_STATUSES)
