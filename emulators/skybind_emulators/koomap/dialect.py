"""How KooMap words its answers, and what stands on each of them."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from skybind_emulators import jsontext
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Answer, Refusal, Request
from skybind_emulators.koomap.areas import area_of, is_ar
from skybind_emulators.koomap.gateway import Gateway
from skybind_emulators.koomap.gateway_answers import (
    NO_SUCH_METHOD,
    NO_SUCH_PATH,
    NOT_FOUND,
    REQUEST,
    GatewayAnswer,
    gateway_answer,
)
from skybind_emulators.koomap.ids import Ids
from skybind_emulators.koomap.mistakes import code_of
from skybind_emulators.koomap.refusals import refuse
from skybind_emulators.koomap.tolerance import BOOLEANS, tolerated
from skybind_emulators.settings import KooMapRules
from skybind_emulators.spec import Operation, Specification
from skybind_emulators.validation import Invalid

REQUEST_ID = "x-request-id"
TRACE_ID = "x-trace-id"
_PLAIN_JSON = "application/json"  # the official Java decoder reads JSON only from this type

_PAGE = b"""<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center></body>
</html>
"""


@frozen
class _Trouble(Answer):
    """What stands in for an answer; its words depend on the operation, which is known when it is finished."""


class KooMapDialect:
    """The ``Dialect`` of KooMap; see there for what each method is for."""

    booleans = BOOLEANS

    def __init__(
        self, specification: Specification, gateway: Gateway, clock: SimulatedClock, ids: Ids, rules: KooMapRules
    ) -> None:
        self._specification = specification
        self._gateway = gateway
        self._clock = clock
        self._ids = ids
        self.body_max = rules.body_max

    def time(self) -> float:
        return self._clock.wall()

    def admit(self, request: Request, *, now: float) -> None:
        self._gateway.admit(request, now=now)

    def tolerate(self, body: Any, operation: Operation) -> Any:
        return tolerated(body, operation, self._specification)

    def wrap(self, payload: Any) -> Any:
        return payload

    def answer(self, wrapped: Any) -> Answer:
        return Answer(200, jsontext.write(wrapped), content_type=_PLAIN_JSON)

    def refuse(self, refusal: Refusal) -> Answer:
        code = str(refusal.code)
        status = refusal.status or self._specification.errors[code].status
        if code.startswith("APIGW."):
            return gateway_answer(status, code, refusal.message, refusal.headers)
        body = jsontext.write({"error_code": code, "error_msg": refusal.message})
        return Answer(status, body, content_type=_PLAIN_JSON, headers=refusal.headers)

    def unknown_path(self) -> Refusal:
        return Refusal(NOT_FOUND, NO_SUCH_PATH, status=404)

    def wrong_verb(self, allowed: str) -> Refusal:
        return Refusal(NOT_FOUND, NO_SUCH_METHOD, status=404, headers=(("Allow", allowed),))

    def invalid(self, error: Invalid) -> Refusal:
        operation = self._specification.operations.get(error.operation)
        return Refusal(REQUEST, str(error), status=400) if operation is None else refuse(code_of(error, operation))

    def too_large(self) -> Answer:
        return gateway_answer(413)

    def trouble(self, status: int, retry_after: float | None) -> Answer:
        headers = () if retry_after is None else (("Retry-After", f"{retry_after:g}"),)
        return _Trouble(status, b"", headers=headers)

    def html(self) -> Answer:
        return Answer(502, _PAGE, content_type="text/html")

    def finish(self, answer: Answer, operation: Operation | None, headers: Mapping[str, str]) -> Answer:
        request_id = self._ids.hex32()
        if isinstance(answer, _Trouble):
            answer = self._worded(answer, operation)
        if isinstance(answer, GatewayAnswer):
            body = {"error_msg": answer.message, "error_code": answer.code, "request_id": request_id}
            answer = evolve(answer, body=jsontext.write(body), content_type=_PLAIN_JSON)
        added = [(REQUEST_ID, request_id)]
        if operation is not None and is_ar(operation):
            added.append((TRACE_ID, headers.get(TRACE_ID) or request_id))
        return evolve(answer, headers=(*answer.headers, *added))

    def _worded(self, trouble: Answer, operation: Operation | None) -> Answer:
        """A fault of the service in the words of the part that is asked; other trouble in those of the gateway."""
        code = None
        if operation is not None and trouble.status == 500:
            code = area_of(operation).internal
        elif operation is not None and is_ar(operation):
            code = {429: "GATEWAY.0006", 502: "GATEWAY.0007"}.get(trouble.status)
        if code is None:
            return gateway_answer(trouble.status, headers=trouble.headers)
        return evolve(self.refuse(refuse(code)), headers=trouble.headers)
