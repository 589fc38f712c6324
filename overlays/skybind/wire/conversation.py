"""The course of a call, decided without any I/O: what to send when, until it succeeds or must be given up."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Generator, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

import attrs

from skybind.errors import (
    AnswerLost,
    NotSent,
    OutcomeUnknown,
    ServerError,
    ServiceError,
    Throttled,
    TokenRefused,
    TransportError,
)
from skybind.options import Options
from skybind.wire.authentication import Credential
from skybind.wire.clock import parse_http_date
from skybind.wire.retry import Again, Budget, Happened, RetryPolicy, decide
from skybind_clients.runtime import Operation

__all__ = ["Authenticate", "Dialect", "Fault", "Outcome", "Pause", "Rehearsed", "Reply", "Send", "Step", "conversation"]


@attrs.frozen
class Reply:
    """A whole answer. Nothing in it prints: a body may hold credentials.

    Attributes:
        status: HTTP status.
        headers: Field names in lower case.
        body: As it came.
        attempt: Which attempt got it.
        signed_at: Unix seconds for which the request was signed; None if it was not sent by a transport.
    """

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)
    attempt: int = 1
    signed_at: float | None = None
    _parsed: list[Any] = attrs.field(factory=list, init=False, repr=False, eq=False)

    def json(self) -> Any:
        """The body as JSON; read once, though dialect and decoder both look at it.

        Raises:
            ValueError: it is not JSON.
        """
        if not self._parsed:
            self._parsed.append(json.loads(self.body))
        return self._parsed[0]

    def retry_after(self) -> float | None:
        """Seconds that the answer asks to wait, or None; a date counts by the service's own clock."""
        text = self.headers.get("retry-after")
        if text is None:
            return None
        try:
            seconds = float(text)
            return max(0.0, seconds) if math.isfinite(seconds) else None
        except ValueError:
            at, now = parse_http_date(text), parse_http_date(self.headers.get("date"))
            return max(0.0, at - now) if at is not None and now is not None else None

    def ahead(self) -> float | None:
        """Seconds by which the service's clock is ahead of the time that the request was signed for; None if unknown.

        Only a refusal may be asked: a cache may put an old date on a good answer.
        """
        now = parse_http_date(self.headers.get("date"))
        return None if now is None or self.signed_at is None else now - self.signed_at


@attrs.frozen
class Rehearsed:
    """A request as it would leave now.

    Attributes:
        method: HTTP method.
        url: Where to.
        headers: Names in lower case; some authenticate, and none of them prints.
        body: The bytes; may hold secrets.
    """

    method: str
    url: str
    headers: Mapping[str, str] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)


class Dialect(Protocol):
    """What the transport must know of a service, and no more."""

    @property
    def service(self) -> str: ...
    @property
    def base_url(self) -> str: ...
    def sign(self, method: str, target: str, body: bytes, unix_seconds: float) -> Mapping[str, str]:
        """Headers that authenticate exactly these bytes; where a credential does that, what it shall find beside it."""
        ...

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        """The error that the answer stands for, whatever its HTTP status; None if it is a success."""
        ...


@attrs.frozen
class Send:
    """Send the request, with at most this many seconds left for the whole call."""

    attempt: int
    seconds_left: float
    credential: Credential | None = None


@attrs.frozen
class Authenticate:
    """Get a credential within so many seconds, and not the one that was just refused."""

    refused: Credential | None
    seconds_left: float


@attrs.frozen
class Pause:
    """Wait."""

    seconds: float


@attrs.frozen
class Fault:
    """No whole answer came."""

    happened: Happened
    words: str


Step = Send | Authenticate | Pause
Outcome = Reply | Fault | Credential | None


_LOAD = (Throttled, ServerError)


def conversation(
    operation: Operation,
    dialect: Dialect,
    options: Options,
    budget: Budget,
    monotonic: Callable[[], float],
    *,
    authenticates: bool = False,
) -> Generator[Step, Outcome, Reply]:
    """The course of one call: what to send when, until it succeeds or must be given up.

    With ``authenticates``, each attempt begins with a credential. If it is refused and there is another one, the
    request goes once more with that, whatever its effect: who is not let in has changed nothing. Only what moves a
    machine does not.

    Raises:
        ServiceError: the service refused, finally.
        TransportError: there was no answer, finally; ``OutcomeUnknown`` if it must not be sent again.
    """
    deadline = monotonic() + options.total_timeout
    policy = RetryPolicy(retries=options.retries)
    attempt = renewals = 0
    credential: Credential | None = None
    refused: Credential | None = None
    refusal: ServiceError | None = None
    while True:
        attempt += 1
        if authenticates:
            got = yield Authenticate(refused, max(0.001, deadline - monotonic()))
            if got is None or monotonic() >= deadline:
                raise _too_late(operation, dialect, attempt) from refusal
            assert not isinstance(got, Reply | Fault)
            if got is refused and refusal is not None:
                raise refusal
            credential = got
        outcome = yield Send(attempt, max(0.001, deadline - monotonic()), credential)
        assert isinstance(outcome, Reply | Fault)
        refusal = None
        if isinstance(outcome, Reply):
            refusal = dialect.refusal(outcome, operation)
            if refusal is None:
                budget.earn()
                return outcome
            refusal.attempt = attempt
            if isinstance(refusal, TokenRefused) and credential and not renewals and operation.effect != "physical":
                renewals, refused = 1, credential
                continue
            verdict = decide(
                operation.effect,
                Happened.ANSWERED,
                attempt=attempt - renewals,
                policy=policy,
                # A refusal that names its reason with a code of the service is not a matter of load: 801 comes
                # with 429 and is about jobs. Only bare statuses, throttling and the service's own trouble are tried
                # again.
                status=outcome.status if refusal.code is None or isinstance(refusal, _LOAD) else None,
                again=refusal.again,
                retry_after=refusal.retry_after,
                may_spend=budget.spend,
            )
        else:
            verdict = decide(
                operation.effect,
                outcome.happened,
                attempt=attempt - renewals,
                policy=policy,
                may_spend=budget.spend,
            )
        if isinstance(verdict, Again) and monotonic() + verdict.after < deadline:
            yield Pause(verdict.after)
            continue
        if refusal is not None:
            raise refusal
        assert isinstance(outcome, Fault)
        raise _lost(operation, dialect, outcome, attempt)


def _too_late(operation: Operation, dialect: Dialect, attempt: int) -> NotSent:
    return NotSent(
        f"{dialect.service} {operation.id}: signing in took the whole time of the call; nothing was carried out",
        operation=operation.id,
        attempt=attempt,
        advice="Give the call more time (timeout), or see why signing in is slow.",
    )


def _lost(operation: Operation, dialect: Dialect, fault: Fault, attempt: int) -> TransportError:
    where = f"{dialect.service} {operation.id}"
    if fault.happened is Happened.NOT_SENT:
        return NotSent(
            f"{where}: cannot reach {urlsplit(dialect.base_url).netloc}: {fault.words}",
            operation=operation.id,
            attempt=attempt,
            advice="Check the network, the proxy and the region.",
        )
    if operation.effect in {"once", "physical"}:
        return OutcomeUnknown(
            f"{where}: sent, and the answer was lost ({fault.words}); it may have been carried out",
            operation=operation.id,
            attempt=attempt,
            advice="Ask the service what became of it before doing it again.",
        )
    return AnswerLost(f"{where}: no whole answer: {fault.words}", operation=operation.id, attempt=attempt)
