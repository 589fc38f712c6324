"""The one home of the HTTP library, and the one way of a call to the wire and back.

A :class:`Transport` (or :class:`AsyncTransport`) is what a generated facade calls. It signs the final bytes, sends
them, asks the dialect whether the answer is a refusal, decides by the operation's effect whether to send again, and
decodes. Where a service wants a credential that ends, it fetches that first, and another one when it is refused. What
to do next is decided once, in :mod:`skybind.wire.conversation`; two thin drivers carry it out.

Of the HTTP library, its requests and its connections are used, and not its clients. Those would look for redirects,
for cookies and for hooks at every call, which costs as much as the rest of it: redirects are refused here, because
headers that authenticate would go along to another host, and no service keeps a session in cookies.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Generator, Mapping
from typing import Any, TypeVar
from urllib.parse import urlsplit

import attrs
import httpx

from skybind import waiting
from skybind.errors import ClockSkew, DecodeError, SkybindError
from skybind.options import Attempt, Options
from skybind.paging import AsyncPageIterator, PageIterator, first_page
from skybind.renewal import AsyncRenewing, Renewing
from skybind.wire.authentication import Credential, Outgoing
from skybind.wire.clock import ServiceClock
from skybind.wire.conversation import (
    Authenticate,
    Dialect,
    Fault,
    Outcome,
    Pause,
    Rehearsed,
    Reply,
    Send,
    Step,
    conversation,
)
from skybind.wire.limits import NO_LIMITS, Limits
from skybind.wire.retry import Budget, Happened
from skybind.wire.telemetry import bare_url, listened, log_attempt, observe
from skybind.wire.terms import proxy_for, tls_context, user_agent
from skybind_clients.runtime import Operation, Page, Raw

__all__ = ["AsyncTransport", "Dialect", "Reply", "Transport"]

T = TypeVar("T")
Request = Mapping[str, Any]

# Faults of the HTTP library before any byte of the request can have reached the service.
_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.LocalProtocolError,  # a header that no header can be
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
_BEARING = {"Accept": "application/json", "Accept-Encoding": "gzip, deflate", "Connection": "keep-alive"}
_ABSOLUTE = ("http://", "https://")
# The library's words for these may hold an address with its query, or the value of a header.
_WORDLESS = (httpx.HTTPStatusError, httpx.LocalProtocolError)


def _raw(operation: Operation, reply: Reply, decode: Callable[[Any], T]) -> Raw[T]:
    return Raw(reply.status, reply.headers, reply.body, reply.attempt, read=lambda: _decoded(operation, reply, decode))


def _decoded(operation: Operation, reply: Reply, decode: Callable[[Any], T]) -> T:
    try:
        return decode(reply.json() if reply.body else {})
    except (KeyError, TypeError, ValueError, AttributeError) as cause:
        kind = reply.headers.get("content-type", "no content type")
        raise DecodeError(
            f"{operation.id}: HTTP {reply.status} with an answer that is not as specified: "
            f"{type(cause).__name__} {str(cause)[:120]} ({kind}, {len(reply.body)} bytes)",
            operation=operation.id,
            body=reply.body,
        ) from cause


# ------------------------------------------------------------------------------------------------ the HTTP library


class _Signing:
    """Signs the final bytes; signs once more when the service says that our clock is off and tells its own time."""

    def __init__(self, dialect: Dialect, clock: ServiceClock) -> None:
        self._dialect = dialect
        self._clock = clock

    def first(self, request: httpx.Request) -> None:
        """Sign what was never sent."""
        self._sign(request)

    def again(self, request: httpx.Request, operation: Operation, reply: Reply) -> bool:
        """Whether it was refused for its time, and is now signed for a better one."""
        if reply.status < 400 or not isinstance(self._dialect.refusal(reply, operation), ClockSkew):
            return False
        host = request.url.host
        assumed: float = request.extensions["clock_offset"]
        self._clock.learn(host, reply.headers.get("date"))
        # Not "was something learnt": another thread may have learnt it while this request was on its way.
        # What moves a machine is not sent again even so; whoever sends it anew is signed for the right time.
        if abs(self._clock.offset(host) - assumed) <= 1.0 or operation.effect == "physical":
            return False
        self._sign(request)
        return True

    def _sign(self, request: httpx.Request) -> None:
        method, target, body = request.method, request.url.raw_path.decode("ascii"), request.content
        host = request.url.host
        now = self._clock.now(host)
        request.headers.update(self._dialect.sign(method, target, body, now))
        credential: Credential | None = request.extensions["credential"]
        if credential is not None:
            headers = dict(request.headers.items())
            request.headers.update(credential.sign(Outgoing(method, headers["host"], target, headers, body, now)))
        request.extensions |= {"signed_at": now, "clock_offset": self._clock.offset(host)}


def _reply(request: httpx.Request, response: httpx.Response, body: bytes, attempt: int) -> Reply:
    headers = dict(response.headers.items())
    return Reply(response.status_code, headers, body, attempt, request.extensions["signed_at"])


def _body(response: httpx.Response, deadline: float) -> bytes:
    """The body. It may not drip past the deadline: a read timeout alone would let one byte a minute go on for ever."""
    blocks = []
    try:
        for block in response.iter_bytes():
            if time.monotonic() > deadline:
                raise httpx.ReadTimeout("the answer took longer than the call may take")
            blocks.append(block)
    finally:
        response.close()
    return b"".join(blocks)


def _timeout(options: Options, seconds_left: float) -> dict[str, float]:
    read, connect = min(options.read_timeout, seconds_left), min(options.connect_timeout, seconds_left)
    return {"connect": connect, "read": read, "write": read, "pool": read}


def _fault(error: Exception) -> Fault:
    happened = Happened.NOT_SENT if isinstance(error, _NOT_SENT) else Happened.ANSWER_LOST
    reason = str(error) if not isinstance(error, _WORDLESS) else ""
    return Fault(happened, f"{type(error).__name__}{': ' + reason[:160] if reason and '?' not in reason else ''}")


def _nobody_listens(_outcome: Reply | Fault) -> None:
    return


class _Shared:
    """What sync and async drivers have in common."""

    def __init__(
        self,
        dialect: Dialect,
        options: Options,
        clock: ServiceClock,
        budget: Budget,
        limits: Limits,
    ) -> None:
        self.dialect = dialect
        self.options = options
        self.clock = clock
        self.budget = budget
        self.limits = limits
        self._signing = _Signing(dialect, clock)
        self._headers = httpx.Headers(_BEARING)
        self._headers.update({"User-Agent": user_agent(options), **options.headers})

    def _checked(self, operation: Operation, request: Request) -> None:
        if self.options.check_limits:
            self.limits.check(operation, request)

    def _conversation(self, operation: Operation, *, authenticates: bool) -> Generator[Step, Outcome, Reply]:
        return conversation(
            operation, self.dialect, self.options, self.budget, time.monotonic, authenticates=authenticates
        )

    def _line(self) -> dict[str, Any]:
        """What connections are made with."""
        parts = urlsplit(self.dialect.base_url)
        proxy = proxy_for(self.options, parts.scheme, parts.hostname or "")
        return {"verify": tls_context(self.options), "proxy": proxy}

    def _build(self, request: Request, step: Send) -> httpx.Request:
        # A service with one address for everything has no path below it.
        url: str = request["url"]
        headers = self._headers
        if own := request.get("headers"):
            headers = headers.copy()
            headers.update(own)
        built = httpx.Request(
            **{
                **request,
                "url": url if url.startswith(_ABSOLUTE) else self.dialect.base_url + url,
                "headers": headers,
                "extensions": {
                    "timeout": _timeout(self.options, step.seconds_left),
                    "deadline": time.monotonic() + step.seconds_left,
                    "credential": step.credential,
                },
            }
        )
        built.read()  # what is signed are its bytes
        if b"+" in built.url.query:
            # The library's word for a blank (a plus is %2B). Who checks a signature may read it as a plus.
            built.url = built.url.copy_with(query=built.url.query.replace(b"+", b"%20"))
        return built

    def rehearse(self, _operation: Operation, request: Request) -> Rehearsed:
        """The request of a call, signed for this moment as its first attempt would be; nothing is sent."""
        built = self._build(request, Send(1, self.options.total_timeout))
        self._signing.first(built)
        return Rehearsed(built.method, str(built.url), dict(built.headers.items()), built.content)

    def _started(self, operation: Operation, request: httpx.Request, number: int) -> Callable[[Reply | Fault], None]:
        """Tell whoever listens that an attempt begins; returns what tells them how it ended."""
        if not listened(self.dialect.service, self.options):
            return _nobody_listens
        attempt = Attempt(self.dialect.service, operation.id, number, request.method, bare_url(str(request.url)))
        if self.options.before_attempt:
            self.options.before_attempt(attempt)
        end_span = observe(attempt, operation.path)
        began = time.monotonic()

        def ended(outcome: Reply | Fault) -> None:
            seconds = time.monotonic() - began
            if isinstance(outcome, Reply):
                last = attrs.evolve(attempt, status=outcome.status, seconds=seconds)
            else:
                last = attrs.evolve(attempt, error=outcome.words, seconds=seconds)
            log_attempt(last)
            end_span(last)
            if self.options.after_attempt:
                self.options.after_attempt(last)

        return ended


class Transport(_Shared):
    """Calls of one client, one after another or from many threads. Use it as the caller of a generated facade."""

    def __init__(
        self,
        dialect: Dialect,
        options: Options | None = None,
        *,
        clock: ServiceClock | None = None,
        budget: Budget | None = None,
        sleep: Callable[[float], None] = waiting.sleep,
        access: Renewing[Credential] | None = None,
        limits: Limits = NO_LIMITS,
        line: httpx.HTTPTransport | None = None,
    ) -> None:
        super().__init__(dialect, options or Options(), clock or ServiceClock(), budget or Budget(), limits)
        self._access = access
        self._sleep = sleep
        self._connections = line or httpx.HTTPTransport(**self._line())

    def with_options(self, options: Options) -> Transport:
        """The same connections, clock and budget with other options; a new proxy or CA bundle needs a new client."""
        return Transport(
            self.dialect,
            options,
            clock=self.clock,
            budget=self.budget,
            sleep=self._sleep,
            access=self._access,
            limits=self.limits,
            line=self._connections,
        )

    def __call__(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> T:
        return _decoded(operation, self.send(operation, request), decode)

    def raw(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> Raw[T]:
        return _raw(operation, self.send(operation, first_page(operation, request)), decode)

    def pages(self, operation: Operation, request: Request, decode: Callable[[Any], Page[T]]) -> PageIterator[T]:
        assert operation.paging is not None
        return PageIterator(lambda step: self(operation, step, decode), operation.paging, request)

    def send(self, operation: Operation, request: Request) -> Reply:
        """The raw answer of a success; refusals and faults are raised."""
        self._checked(operation, request)
        steps = self._conversation(operation, authenticates=self._access is not None)
        outcome: Outcome = None
        try:
            step = next(steps)
            while True:
                if isinstance(step, Pause):
                    self._sleep(step.seconds)
                    outcome = None
                elif isinstance(step, Authenticate):
                    outcome = self._authenticated(step)
                else:
                    outcome = self._attempt(operation, request, step)
                step = steps.send(outcome)
        except StopIteration as done:
            reply: Reply = done.value
            return reply

    def _authenticated(self, step: Authenticate) -> Credential | None:
        assert self._access is not None
        return self._access.current(step.refused)

    def _attempt(self, operation: Operation, request: Request, step: Send) -> Reply | Fault:
        built = self._build(request, step)
        ended = self._started(operation, built, step.attempt)
        outcome: Reply | Fault
        try:
            self._signing.first(built)
            outcome = self._exchanged(built, step.attempt)
            if self._signing.again(built, operation, outcome):
                outcome = self._exchanged(built, step.attempt)
        except SkybindError as error:
            ended(Fault(Happened.NOT_SENT, type(error).__name__))  # it could not be signed
            raise
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            outcome = _fault(error)
        ended(outcome)
        return outcome

    def _exchanged(self, request: httpx.Request, attempt: int) -> Reply:
        response = self._connections.handle_request(request)
        return _reply(request, response, _body(response, request.extensions["deadline"]), attempt)

    def close(self) -> None:
        """Close the connections; a later call would open others."""
        self._connections.close()


class AsyncTransport(_Shared):
    """The same for asyncio."""

    def __init__(
        self,
        dialect: Dialect,
        options: Options | None = None,
        *,
        clock: ServiceClock | None = None,
        budget: Budget | None = None,
        sleep: Callable[[float], Awaitable[None]] = waiting.async_sleep,
        access: AsyncRenewing[Credential] | None = None,
        limits: Limits = NO_LIMITS,
        line: httpx.AsyncHTTPTransport | None = None,
    ) -> None:
        super().__init__(dialect, options or Options(), clock or ServiceClock(), budget or Budget(), limits)
        self._access = access
        self._sleep = sleep
        self._connections = line or httpx.AsyncHTTPTransport(**self._line())

    def with_options(self, options: Options) -> AsyncTransport:
        """The same connections, clock and budget with other options; a new proxy or CA bundle needs a new client."""
        return AsyncTransport(
            self.dialect,
            options,
            clock=self.clock,
            budget=self.budget,
            sleep=self._sleep,
            access=self._access,
            limits=self.limits,
            line=self._connections,
        )

    async def __call__(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> T:
        return _decoded(operation, await self.send(operation, request), decode)

    async def raw(self, operation: Operation, request: Request, decode: Callable[[Any], T]) -> Raw[T]:
        return _raw(operation, await self.send(operation, first_page(operation, request)), decode)

    def pages(self, operation: Operation, request: Request, decode: Callable[[Any], Page[T]]) -> AsyncPageIterator[T]:
        assert operation.paging is not None
        return AsyncPageIterator(lambda step: self(operation, step, decode), operation.paging, request)

    async def send(self, operation: Operation, request: Request) -> Reply:
        """The raw answer of a success; refusals and faults are raised."""
        self._checked(operation, request)
        steps = self._conversation(operation, authenticates=self._access is not None)
        outcome: Outcome = None
        try:
            step = next(steps)
            while True:
                if isinstance(step, Pause):
                    await self._sleep(step.seconds)
                    outcome = None
                elif isinstance(step, Authenticate):
                    outcome = await self._authenticated(step)
                else:
                    outcome = await self._attempt(operation, request, step)
                step = steps.send(outcome)
        except StopIteration as done:
            reply: Reply = done.value
            return reply

    async def _authenticated(self, step: Authenticate) -> Credential | None:
        assert self._access is not None
        try:
            async with asyncio.timeout(step.seconds_left):
                return await self._access.current(step.refused)
        except TimeoutError:
            return None

    async def _attempt(self, operation: Operation, request: Request, step: Send) -> Reply | Fault:
        built = self._build(request, step)
        ended = self._started(operation, built, step.attempt)
        outcome: Reply | Fault
        try:
            async with asyncio.timeout(step.seconds_left):
                self._signing.first(built)
                outcome = await self._exchanged(built, step.attempt)
                if self._signing.again(built, operation, outcome):
                    outcome = await self._exchanged(built, step.attempt)
        except SkybindError as error:
            ended(Fault(Happened.NOT_SENT, type(error).__name__))  # it could not be signed
            raise
        except (httpx.HTTPError, httpx.StreamError, OSError, TimeoutError) as error:
            outcome = _fault(error)
        ended(outcome)
        return outcome

    async def _exchanged(self, request: httpx.Request, attempt: int) -> Reply:
        response = await self._connections.handle_async_request(request)
        try:
            return _reply(request, response, await response.aread(), attempt)
        finally:
            await response.aclose()

    async def close(self) -> None:
        """Close the connections; a later call would open others."""
        await self._connections.aclose()
