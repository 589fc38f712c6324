"""How TerraAPI words its answers: the envelope of the service, the bare messages of its gateway."""

from collections.abc import Mapping
from typing import Any

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Answer, Refusal, Request, json_answer
from skybind_emulators.spec import Operation, Specification
from skybind_emulators.terra.gateway import Gateway, gateway_answer
from skybind_emulators.validation import BOOLEANS, Invalid, UnsupportedMedia, spelled

# Codes of `result.code`.
JOB_LIMIT = 801
CALL_FAILED = 102000
BAD_PARAMETER = 102001
NOT_FOUND = 102002
NOT_ALLOWED = 102003
JOB_NOT_FOUND = 102114

JOB_LIMIT_MESSAGE = "too many requests: jobs over limit"

_PAGE = b"""<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center></body>
</html>
"""


class TerraDialect:
    """The ``Dialect`` of TerraAPI; see there for what each method is for."""

    booleans = BOOLEANS

    def __init__(self, specification: Specification, gateway: Gateway, clock: SimulatedClock) -> None:
        self._specification = specification
        self._errors = specification.errors
        self._gateway = gateway
        self._clock = clock
        self.body_max = gateway.rules.body_max

    def time(self) -> float:
        return self._clock.wall()

    def admit(self, request: Request, *, now: float) -> None:
        self._gateway.admit(request, now=now)

    def tolerate(self, body: Any, operation: Operation) -> Any:
        return spelled(body, operation.body or {}, self._specification)

    def wrap(self, payload: Any) -> Any:
        result = {"code": 0, "msg": "success", "desc": "success"}
        return {"result": result} if payload is None else {"result": result, "data": payload}

    def answer(self, wrapped: Any) -> Answer:
        return json_answer(200, wrapped)

    def refuse(self, refusal: Refusal) -> Answer:
        known = self._errors[refusal.code]
        result: dict[str, Any] = {"code": refusal.code, "msg": refusal.message}
        if refusal.code != JOB_LIMIT:  # the one public sample of 801 has no `desc`
            result["desc"] = known.meaning
        return json_answer(refusal.status or known.status, {"result": result}, refusal.headers)

    def unknown_path(self) -> Refusal:
        return Refusal(NOT_FOUND, "there is nothing at this path", status=404)

    def wrong_verb(self, allowed: str) -> Refusal:
        return Refusal(NOT_ALLOWED, "the path does not know this method", status=405, headers=(("Allow", allowed),))

    def invalid(self, error: Invalid) -> Refusal:
        return Refusal(BAD_PARAMETER, str(error), status=415 if isinstance(error, UnsupportedMedia) else None)

    def too_large(self) -> Answer:
        return gateway_answer(413)

    def trouble(self, status: int, retry_after: float | None) -> Answer:
        headers = () if retry_after is None else (("Retry-After", f"{retry_after:g}"),)
        if status == 500:
            return self.refuse(Refusal(CALL_FAILED, "the service could not be called", headers=headers))
        return gateway_answer(status, headers=headers)

    def html(self) -> Answer:
        return Answer(502, _PAGE, content_type="text/html")

    def finish(self, answer: Answer, _operation: Operation | None, _headers: Mapping[str, str]) -> Answer:
        return answer
