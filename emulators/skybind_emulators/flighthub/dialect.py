"""How FlightHub words its answers: one envelope, and most refusals with HTTP 200."""

import json
from collections.abc import Mapping
from typing import Any

from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Answer, Refusal, Request, json_answer
from skybind_emulators.flighthub.gate import Gate
from skybind_emulators.settings import FlightHubRules
from skybind_emulators.spec import Operation, Specification
from skybind_emulators.validation import BOOLEANS, Invalid

# Codes of `code`, as one public client reads them.
NO_PERMISSION = 200403
NOT_FOUND = 200404
SERVICE_ERROR = 200500
RATE_LIMITED = 210429

_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n"


class FlightHubDialect:
    """The ``Dialect`` of FlightHub; see there for what each method is for."""

    booleans = BOOLEANS

    def __init__(self, specification: Specification, gate: Gate, clock: SimulatedClock, rules: FlightHubRules) -> None:
        self._errors = specification.errors
        self._gate = gate
        self._clock = clock
        self._rules = rules
        self.body_max = rules.body_max

    def time(self) -> float:
        return self._clock.wall()

    def admit(self, request: Request, *, now: float) -> None:  # noqa: ARG002  nothing here goes by time
        self._gate.admit(request)

    def tolerate(self, body: Any, _operation: Operation) -> Any:
        return body

    def wrap(self, payload: Any) -> Any:
        answer = {"code": self._code(0), "message": ""}
        return answer if payload is None else {**answer, "data": payload}

    def answer(self, wrapped: Any) -> Answer:
        return json_answer(200, wrapped)

    def refuse(self, refusal: Refusal) -> Answer:
        known = self._errors.get(refusal.code)
        status = refusal.status or (known.status if known else 200)
        body = {"code": self._code(refusal.code), "message": refusal.message}
        return json_answer(status, body, refusal.headers)

    def unknown_path(self) -> Refusal:
        return Refusal(404, "404 page not found", status=404)

    def wrong_verb(self, allowed: str) -> Refusal:
        return Refusal(405, "method not allowed", status=405, headers=(("Allow", allowed),))

    def invalid(self, error: Invalid) -> Refusal:
        return Refusal(self._rules.invalid_code, str(error), status=self._rules.invalid_status)

    def too_large(self) -> Answer:
        return self.refuse(Refusal(413, "the body is too large", status=413))

    def trouble(self, status: int, retry_after: float | None) -> Answer:
        headers = () if retry_after is None else (("Retry-After", f"{retry_after:g}"),)
        code = {429: RATE_LIMITED, 500: SERVICE_ERROR}.get(status, status)
        return self.refuse(Refusal(code, "trouble at the service", status=status, headers=headers))

    def html(self) -> Answer:
        return Answer(502, _PAGE, content_type="text/html")

    def finish(self, answer: Answer, _operation: Operation | None, _headers: Mapping[str, str]) -> Answer:
        return answer

    def _code(self, code: int | str) -> int | str:
        return str(code) if self._rules.codes == "text" else code


def is_json_object(text: str) -> bool:
    """Whether a text is a JSON object; all that is known of the four parameter texts."""
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
