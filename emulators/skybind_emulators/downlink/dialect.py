"""How the platform words its answers: plain JSON, and one envelope for all that it refuses."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from skybind_emulators import jsontext
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.downlink.callers import REQUEST_ID, Callers
from skybind_emulators.downlink.catalogue import CREATE
from skybind_emulators.downlink.codes import (
    COMMAND_NOT_FOUND,
    FORBIDDEN,
    INTERNAL_ERROR,
    INVALID_REQUEST_BODY,
    METHOD_NOT_ALLOWED,
    NOT_FOUND,
    PAYLOAD_TOO_LARGE,
    RATE_LIMITED,
    UNAUTHORIZED,
    UNSUPPORTED_VENDOR,
    VALIDATION_FAILED,
    refuse,
)
from skybind_emulators.downlink.gateway import Gateway
from skybind_emulators.exchange import Answer, Refusal, Request
from skybind_emulators.spec import Operation
from skybind_emulators.validation import BOOLEANS, Invalid, UnsupportedMedia

_PAGE = b"""<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>nginx</center>
</body>
</html>
"""
_TROUBLE: Mapping[int, tuple[str, str]] = {
    401: (UNAUTHORIZED, "not authorized"),
    403: (FORBIDDEN, "not allowed"),
    404: (NOT_FOUND, "there is nothing here"),
    429: (RATE_LIMITED, "too many requests"),
    500: (INTERNAL_ERROR, "the platform failed"),
    502: (INTERNAL_ERROR, "the platform could not be reached"),
    503: (INTERNAL_ERROR, "the platform is not available"),
    504: (INTERNAL_ERROR, "the platform did not answer in time"),
}


@frozen
class _Refused(Answer):
    """A refusal; its body is written when the request's id is known."""

    code: str = field(default="", kw_only=True)
    message: str = field(default="", kw_only=True)


@frozen
class _Taken(Answer):
    """A good answer; ``payload`` is its JSON."""

    payload: Any = field(default=None, kw_only=True, repr=False)


class DownlinkDialect:
    """The ``Dialect`` of the open platform; see there for what each method is for."""

    booleans = BOOLEANS

    def __init__(self, gateway: Gateway, callers: Callers, clock: SimulatedClock, *, body_max: int) -> None:
        self._gateway = gateway
        self._callers = callers
        self._clock = clock
        self.body_max = body_max

    def time(self) -> float:
        return self._clock.wall()

    def admit(self, request: Request, *, now: float) -> None:
        self._gateway.admit(request, now=now)

    def tolerate(self, body: Any, _operation: Operation) -> Any:
        return body

    def wrap(self, payload: Any) -> Any:
        return payload

    def answer(self, wrapped: Any) -> Answer:
        body = b"" if wrapped is None else jsontext.write(wrapped)
        return _Taken(200, body, payload=wrapped)

    def refuse(self, refusal: Refusal) -> Answer:
        status = refusal.status or 400
        return _Refused(status, b"", headers=refusal.headers, code=str(refusal.code), message=refusal.message)

    def unknown_path(self) -> Refusal:
        return refuse(NOT_FOUND, "there is nothing at this path")

    def wrong_verb(self, allowed: str) -> Refusal:
        return refuse(METHOD_NOT_ALLOWED, "the path does not know this method", headers=(("Allow", allowed),))

    def invalid(self, error: Invalid) -> Refusal:
        if isinstance(error, UnsupportedMedia) or error.rule in ("malformed", "missing"):
            return refuse(INVALID_REQUEST_BODY, str(error))
        if error.operation == CREATE and error.place == ("body", "vendor") and error.rule == "enum":
            return refuse(UNSUPPORTED_VENDOR, "vendor: not one that the platform serves")
        if error.operation == "getCommand" and error.place == ("path", "command_id"):
            return refuse(COMMAND_NOT_FOUND, "there is no such command")
        return refuse(VALIDATION_FAILED, str(error))

    def too_large(self) -> Answer:
        return self.refuse(refuse(PAYLOAD_TOO_LARGE, f"the body is larger than {self.body_max} bytes"))

    def trouble(self, status: int, retry_after: float | None) -> Answer:
        headers = () if retry_after is None else (("Retry-After", f"{retry_after:g}"),)
        usual = (INTERNAL_ERROR, "the platform failed") if status >= 500 else (VALIDATION_FAILED, "not acceptable")
        code, message = _TROUBLE.get(status, usual)
        return _Refused(status, b"", headers=headers, code=code, message=message)

    def html(self) -> Answer:
        return Answer(502, _PAGE, content_type="text/html")

    def finish(self, answer: Answer, operation: Operation | None, headers: Mapping[str, str]) -> Answer:
        if isinstance(answer, _Taken) and operation is not None and operation.id == CREATE:
            # Made with the command, whose events carry it too.
            request_id = self._callers.request_id(answer.payload.get("request_id"))
        else:
            request_id = self._callers.request_id(headers.get(REQUEST_ID))
        if isinstance(answer, _Refused):
            told = {"code": answer.code, "message": answer.message, "request_id": request_id}
            answer = evolve(answer, body=jsontext.write(told))
        return evolve(answer, headers=(*answer.headers, (REQUEST_ID, request_id)))
