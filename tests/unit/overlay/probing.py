"""A made-up service, for tests of what services share."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from skybind.errors import BadRequest, ClockSkew, Conflict, ServerError, ServiceError, Throttled
from skybind.wire.transport import Reply
from skybind_clients.runtime import Effect, Operation, Paging
from unit.overlay.peers import Received


def operation(effect: Effect = "safe", *, paging: Paging | None = None) -> Operation:
    """An operation of the service; its method follows from its effect."""
    return Operation(
        id="probe",
        method="GET" if effect == "safe" else "POST",
        path="/things",
        tag="things",
        call="things.probe",
        summary="Probe",
        effect=effect,
        verified="documented",
        source="made up",
        paging=paging,
    )


def seal(method: str, target: str, body: bytes, stamp: str) -> str:
    """The service's signature: a digest of all that it covers."""
    return hashlib.sha256(f"{method} {target} {stamp} ".encode() + body).hexdigest()


def sealed(received: Received) -> bool:
    """Whether a request that came over the wire carries the seal of exactly its bytes."""
    expected = seal(received.method, received.target, received.body, received.headers.get("x-stamp", ""))
    return received.headers.get("x-seal") == expected


@define
class Probe:
    """Its dialect. A refusal may carry a code of the service, ``{"code": 801}``, or the word ``skew``."""

    base_url: str
    service: str = "probe"
    signed: list[tuple[str, str, bytes, float]] = field(factory=list)

    def sign(self, method: str, target: str, body: bytes, unix_seconds: float) -> Mapping[str, str]:
        self.signed.append((method, target, body, unix_seconds))
        stamp = repr(unix_seconds)
        return {"X-Stamp": stamp, "X-Seal": seal(method, target, body, stamp)}

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        try:
            content: Any = json.loads(reply.body)
        except ValueError:
            content = None
        code = content.get("code") if isinstance(content, dict) else None
        if reply.status < 300 and code is None:
            return None
        kind: type[ServiceError] = BadRequest
        if b"skew" in reply.body:
            kind = ClockSkew
        elif code == 801:
            kind = Conflict
        elif reply.status == 429:
            kind = Throttled
        elif reply.status >= 500:
            kind = ServerError
        asked = reply.headers.get("retry-after")
        return kind(
            "probe refused",
            service=self.service,
            status=reply.status,
            operation=operation.id,
            code=code,
            body=reply.body,
            retry_after=None if asked is None else float(asked),
        )


def fail(error: Exception) -> None:
    """Raise it; here so that a process of a pool can import it, whatever started the tests."""
    raise error
