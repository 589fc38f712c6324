"""The one home of the HTTP library, and the one way of a call to the wire and back.

A :class:`Transport` (or :class:`AsyncTransport`) is what a generated facade calls. It signs the final bytes, sends
them, asks the dialect whether the answer is a refusal, decides by the operation's effect whether to send again, and
decodes. Where a service wants a credential that ends, it fetches that first, and another one when it is refused. What
to do next is decided once, in :mod:`skybind.wire.conversation`; two thin drivers carry it out.
"""

from __future__ import annotations

import asyncio
import os
import platform
import ssl
import time
from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

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
from skybind.wire.telemetry import bare_url, log_attempt, observe
from skybind_clients.runtime import Operation, Page, Raw

__all__ = ["AsyncTransport", "Dialect", "Reply", "Transport", "tls_context", "user_agent"]

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
_THIS_MACHINE = ("all://localhost", "all://127.0.0.1", "all://[::1]")
# The library's words for these may hold an address with its query, or the value of a header.
_WORDLESS = (httpx.HTTPStatusError, httpx.LocalProtocolError)


def user_agent(options: Options) -> str:
    """``app skybind/0.1.0 python/3.11.7``."""
    try:
        own = version("skybind")
    except PackageNotFoundError:
        own = "0"
    return f"{options.app_name + ' ' if options.app_name else ''}skybind/{own} python/{platform.python_version()}"


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


class _Signing(httpx.Auth):
    """Signs the final bytes; signs once more when the service says that our clock is off and tells its own time."""

    requires_request_body = True
    requires_response_body = True

    def __init__(self, dialect: Dialect, clock: ServiceClock) -> None:
        self._dialect = dialect
        self._clock = clock

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        host = request.url.host
        assumed = self._clock.offset(host)
        self._sign(request)
        response = yield request
        operation = request.extensions["operation"]
        if response.is_error and isinstance(self._dialect.refusal(_reply(response), operation), ClockSkew):
            self._clock.learn(host, response.headers.get("date"))
            # Not "was something learnt": another thread may have learnt it while this request was on its way.
            # What moves a machine is not sent again even so; whoever sends it anew is signed for the right time.
            if abs(self._clock.offset(host) - assumed) > 1.0 and operation.effect != "physical":
                self._sign(request)
                yield request

    def _sign(self, request: httpx.Request) -> None:
        method, target, body = request.method, request.url.raw_path.decode("ascii"), request.content
        now = self._clock.now(request.url.host)
        request.headers.update(self._dialect.sign(method, target, body, now))
        credential: Credential | None = request.extensions["credential"]
        if credential is not None:
            headers = dict(request.headers)
            request.headers.update(credential.sign(Outgoing(method, headers["host"], target, headers, body, now)))
        request.extensions["signed_at"] = now


def _reply(response: httpx.Response, attempt: int = 1) -> Reply:
    signed_at = response.request.extensions.get("signed_at")
    return Reply(response.status_code, dict(response.headers), response.content, attempt, signed_at)


class _Bounded(httpx.SyncByteStream):
    """A body that may not drip past the deadline: a read timeout alone would let one byte a minute go on for ever."""

    def __init__(self, stream: httpx.SyncByteStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        for block in self._stream:
            if time.monotonic() > self._deadline:
                raise httpx.ReadTimeout("the answer took longer than the call may take")
            yield block

    def close(self) -> None:
        self._stream.close()


def _bound(response: httpx.Response) -> None:
    assert isinstance(response.stream, httpx.SyncByteStream)
    response.stream = _Bounded(response.stream, response.request.extensions["deadline"])


def tls_context(options: Options) -> ssl.SSLContext:
    """TLS as the options want it: their CA bundle, else the default set.

    Clients share it: to read all authorities takes longer than most calls. Files that have changed are read again.
    """
    files = (options.ca_bundle, os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    return _tls_context(options.ca_bundle, tuple(map(_version, files)))


def _version(file: str | Path | None) -> tuple[str, int, int] | None:
    if not file or not (path := Path(file)).exists():  # that it is not there, TLS says better
        return None
    found = path.stat()
    return str(file), found.st_mtime_ns, found.st_size


@lru_cache(maxsize=8)
def _tls_context(ca_bundle: Path | None, _versions: tuple[object, ...]) -> ssl.SSLContext:
    if ca_bundle is not None:
        return ssl.create_default_context(cafile=str(ca_bundle))
    return httpx.create_ssl_context()


def _timeout(options: Options, seconds_left: float) -> httpx.Timeout:
    return httpx.Timeout(min(options.read_timeout, seconds_left), connect=min(options.connect_timeout, seconds_left))


def _fault(error: Exception) -> Fault:
    happened = Happened.NOT_SENT if isinstance(error, _NOT_SENT) else Happened.ANSWER_LOST
    reason = str(error) if not isinstance(error, _WORDLESS) else ""
    return Fault(happened, f"{type(error).__name__}{': ' + reason[:160] if reason and '?' not in reason else ''}")


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

    def _checked(self, operation: Operation, request: Request) -> None:
        if self.options.check_limits:
            self.limits.check(operation, request)

    def _conversation(self, operation: Operation, *, authenticates: bool) -> Generator[Step, Outcome, Reply]:
        return conversation(
            operation, self.dialect, self.options, self.budget, time.monotonic, authenticates=authenticates
        )

    def _client_settings(self) -> dict[str, Any]:
        return {
            "base_url": self.dialect.base_url,
            "auth": _Signing(self.dialect, self.clock),
            "verify": tls_context(self.options),
            "proxy": self.options.proxy,
            # The environment's proxy is for elsewhere; the library would send loopback through it too.
            "mounts": None if self.options.proxy else dict.fromkeys(_THIS_MACHINE),
            "headers": {"User-Agent": user_agent(self.options), "Accept": "application/json"},
            # Redirects are refused: headers that authenticate would go along to another host.
            "follow_redirects": False,
        }

    def _build(
        self, client: httpx.Client | httpx.AsyncClient, operation: Operation, request: Request, step: Send
    ) -> httpx.Request:
        headers = {**self.options.headers, **(request.get("headers") or {})}
        extensions = {
            "operation": operation,
            "deadline": time.monotonic() + step.seconds_left,
            "timeout": _timeout(self.options, step.seconds_left).as_dict(),
            "credential": step.credential,
        }
        # A service with one address for everything has no path below it; the library would end that with a slash.
        url = request["url"] or self.dialect.base_url
        built = client.build_request(**{**request, "url": url, "headers": headers, "extensions": extensions})
        if b"+" in built.url.query:
            # The library's word for a blank (a plus is %2B). Who checks a signature may read it as a plus.
            built.url = built.url.copy_with(query=built.url.query.replace(b"+", b"%20"))
        return built

    def rehearse(self, operation: Operation, request: Request) -> Rehearsed:
        """The request of a call, signed for this moment as its first attempt would be; nothing is sent."""
        client: httpx.Client | httpx.AsyncClient = self._client  # type: ignore[attr-defined]  # both drivers have one
        assert client.auth is not None
        built = self._build(client, operation, request, Send(1, self.options.total_timeout))
        flow = client.auth.sync_auth_flow(built)
        signed = next(flow)
        flow.close()
        return Rehearsed(signed.method, str(signed.url), dict(signed.headers), signed.content)

    def _started(self, operation: Operation, request: httpx.Request, number: int) -> Callable[[Reply | Fault], None]:
        """Tell whoever listens that an attempt begins; returns what tells them how it ended."""
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
        client: httpx.Client | None = None,
    ) -> None:
        super().__init__(dialect, options or Options(), clock or ServiceClock(), budget or Budget(), limits)
        self._access = access
        self._sleep = sleep
        self._client = client or httpx.Client(event_hooks={"response": [_bound]}, **self._client_settings())

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
            client=self._client,
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
        built = self._build(self._client, operation, request, step)
        ended = self._started(operation, built, step.attempt)
        outcome: Reply | Fault
        try:
            outcome = _reply(self._client.send(built), step.attempt)
        except SkybindError as error:
            ended(Fault(Happened.NOT_SENT, type(error).__name__))  # it could not be signed
            raise
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            outcome = _fault(error)
        ended(outcome)
        return outcome

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


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
        client: httpx.AsyncClient | None = None,
    ) -> None:
        super().__init__(dialect, options or Options(), clock or ServiceClock(), budget or Budget(), limits)
        self._access = access
        self._sleep = sleep
        self._client = client or httpx.AsyncClient(**self._client_settings())

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
            client=self._client,
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
        built = self._build(self._client, operation, request, step)
        ended = self._started(operation, built, step.attempt)
        outcome: Reply | Fault
        try:
            async with asyncio.timeout(step.seconds_left):
                outcome = _reply(await self._client.send(built), step.attempt)
        except SkybindError as error:
            ended(Fault(Happened.NOT_SENT, type(error).__name__))  # it could not be signed
            raise
        except (httpx.HTTPError, httpx.StreamError, OSError, TimeoutError) as error:
            outcome = _fault(error)
        ended(outcome)
        return outcome

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()
