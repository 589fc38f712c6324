"""The ASGI application of a service, made of its specification.

There is one route per path. Each takes any verb, so that a wrong one is refused in the service's words with a right
``Allow`` header. What happens to a request, in this order: it is counted, faults strike, the gateway looks at it, it
is checked against its operation, a handler works on it in a thread of its own.
"""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping
from email.utils import formatdate
from typing import Any, Protocol
from urllib.parse import quote

from attrs import evolve, frozen
from starlette.routing import Route, Router

from skybind_emulators import distortion
from skybind_emulators.exchange import Answer, Call, Refusal, Reply, Request, Turned
from skybind_emulators.faults import Fault, Faults
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.severing import Message, Receive, Scope, Send, sever
from skybind_emulators.spec import Operation, Specification
from skybind_emulators.validation import Invalid, RequestCheck

Handler = Callable[[Call], Any]
UNMATCHED = "-"

_logger = logging.getLogger(__name__)


class Dialect(Protocol):
    """How a service and the gateway in front of it speak.

    Attributes:
        body_max: largest body that is read, bytes.
        booleans: what is read as a boolean parameter.
    """

    body_max: int
    booleans: Mapping[str, bool]

    def time(self) -> float:
        """Unix seconds, as the gateway tells and judges dates."""

    def admit(self, request: Request, *, now: float) -> None:
        """Let a request in. Raises ``Turned``."""

    def tolerate(self, body: Any, operation: Operation) -> Any:
        """A JSON body in the form that the specification declares, where the service takes others too."""

    def wrap(self, payload: Any) -> Any:
        """The whole JSON of a good answer; ``payload`` is what a handler returned."""

    def answer(self, wrapped: Any) -> Answer:
        """A good answer."""

    def refuse(self, refusal: Refusal) -> Answer:
        """A refusal by the service."""

    def unknown_path(self) -> Refusal:
        """The refusal of a path where nothing is."""

    def wrong_verb(self, allowed: str) -> Refusal:
        """The refusal of a method that a path does not know; ``allowed`` goes into ``Allow``."""

    def invalid(self, error: Invalid) -> Refusal:
        """The refusal of a request that does not fit its operation."""

    def too_large(self) -> Answer:
        """The answer to a body above ``body_max``."""

    def trouble(self, status: int, retry_after: float | None) -> Answer:
        """What stands in for an answer when a server fails or throttles."""

    def html(self) -> Answer:
        """What a proxy says when the service is gone."""

    def finish(self, answer: Answer, operation: Operation | None, headers: Mapping[str, str], /) -> Answer:
        """The answer with what every answer to such a request has. ``headers`` are the request's, in lower case."""


@frozen(eq=False)
class _Endpoint:
    """What lies at one path: operations by method; no path at all has none."""

    application: "Application"
    operations: Mapping[str, Operation]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.application.serve(self.operations, scope, receive, send)


class Application:
    """An ASGI application.

    Args:
        specification: the service.
        handlers: one per operationId; each is called in a worker thread and returns the payload of the answer.
        dialect: how the service speaks.
        faults: where misbehaviour is ordered.
        log: gets one line per request.

    Raises:
        ValueError: an operation has no handler, or a handler no operation.
    """

    def __init__(
        self,
        specification: Specification,
        handlers: Mapping[str, Handler],
        dialect: Dialect,
        faults: Faults,
        log: RequestLog,
    ) -> None:
        if odd := set(specification.operations) ^ set(handlers):
            raise ValueError(f"operations and handlers of {specification.service} do not match: {sorted(odd)}")
        self._specification = specification
        self._handlers = handlers
        self._dialect = dialect
        self._faults = faults
        self._log = log
        self._checks = {
            op.id: RequestCheck(op, specification, tolerate=dialect.tolerate, booleans=dialect.booleans)
            for op in specification.operations.values()
        }
        faults.learn({f"{specification.service}.{op.id}": op.codes for op in specification.operations.values()})
        self.arrivals: Counter[str] = Counter()
        routes = [
            Route(specification.prefix + path, endpoint=_Endpoint(self, operations))
            for path, operations in sorted(specification.by_path().items(), key=_templates)
        ]
        # A slash at the end is another path; a redirect would carry a signature that no longer fits.
        # The bare router, because Starlette's own error pages would answer before a cut connection is told.
        self._router = Router(routes=routes, redirect_slashes=False, default=_Endpoint(self, {}))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})
            return
        if scope["type"] == "http":
            # Routes are matched on the path as sent: an escaped slash belongs to its segment.
            raw = scope.get("raw_path") or quote(scope["path"]).encode("ascii")
            scope = {**scope, "path": raw.decode("latin-1"), "raw_path": raw}
        await self._router(scope, receive, send)

    async def serve(self, operations: Mapping[str, Operation], scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request to a path; the route calls this."""
        started = time.perf_counter()
        method: str = scope["method"]
        operation = operations.get(method)
        name = operation.id if operation else UNMATCHED
        strikes: tuple[Fault, ...] = ()
        if operation:
            self.arrivals[name] += 1
            strikes = self._faults.strikes(f"{self._specification.service}.{name}")
        outcome = "cut"
        try:
            outcome = await self._exchange(operations, operation, strikes, scope, receive, send)
        finally:
            seconds = time.perf_counter() - started
            self._log.write(self._specification.service, method, scope["raw_path"], name, outcome, seconds)

    async def _exchange(
        self,
        operations: Mapping[str, Operation],
        operation: Operation | None,
        strikes: tuple[Fault, ...],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> str:
        """Answer, or cut; return a word for the log."""
        by_kind = {fault.kind: fault for fault in reversed(strikes)}
        if delay := by_kind.get("delay"):
            await asyncio.sleep(delay.number("seconds", 0))
        if "drop" in by_kind:
            await sever(scope, receive)
            return "cut"
        now = self._dialect.time()
        if skew := by_kind.get("skew"):
            now += skew.number("seconds", 0)
        body = await _body(receive, self._dialect.body_max)
        headers = _headers(scope)
        answer = self._struck_down(operation, strikes)
        if answer is None and body is None:
            answer = self._dialect.too_large()
        if answer is None:
            target = (scope["method"], scope["raw_path"], scope["query_string"])
            request = Request(*target, headers, body or b"", operation, strikes)
            path = scope.get("path_params", {})
            if "duplicate" in by_kind:
                await self._worked(operations, request, path, now)
            answer = await self._worked(operations, request, path, now)
        answer = self._dialect.finish(answer, operation, headers)
        if "lose-answer" in by_kind:
            await sever(scope, receive)
            return "lost"
        await _send(send, answer, now, head=scope["method"] == "HEAD", half="truncated" in by_kind)
        if "truncated" in by_kind:
            await sever(scope, receive, after_flush=True)
            return "truncated"
        return str(answer.status)

    def _struck_down(self, operation: Operation | None, strikes: tuple[Fault, ...]) -> Answer | None:
        """The answer of a fault that keeps the request from the service."""
        for fault in strikes:
            if operation is not None and fault.code in operation.codes:
                known = self._specification.errors[fault.code]
                return self._dialect.refuse(Refusal(known.code, known.message or known.meaning, status=known.status))
            if fault.status is not None:
                retry_after = fault.args.get("retry_after")
                seconds = float(retry_after) if isinstance(retry_after, int | float) else None
                return self._dialect.trouble(fault.status, seconds)
            if fault.kind == "html":
                return self._dialect.html()
        return None

    async def _worked(
        self,
        operations: Mapping[str, Operation],
        request: Request,
        path: Mapping[str, str],
        now: float,
    ) -> Answer:
        operation = request.operation
        try:
            self._dialect.admit(request, now=now)
            if operation is None:
                return self._dialect.refuse(self._misdirected(operations))
            call = self._checked(operation, request, path)
            payload = await asyncio.get_running_loop().run_in_executor(None, self._handlers[operation.id], call)
            return self._good(operation, payload, request.strikes)
        except Turned as turned:
            return turned.answer
        except Refusal as refusal:
            return self._dialect.refuse(refusal)
        except Exception:
            # Were it passed on, the server would add its own answer, and in-process callers would see it twice.
            _logger.exception("the emulator failed at %s", operation.id if operation else UNMATCHED)
            return self._dialect.trouble(500, None)

    def _good(self, operation: Operation, payload: Any, strikes: tuple[Fault, ...]) -> Answer:
        reply = payload if isinstance(payload, Reply) else None
        wrapped = self._dialect.wrap(payload if reply is None else reply.payload)
        answer = self._dialect.answer(self._distorted(operation, wrapped, strikes))
        if reply is None:
            return answer
        return evolve(answer, status=reply.status, headers=(*answer.headers, *reply.headers))

    def _misdirected(self, operations: Mapping[str, Operation]) -> Refusal:
        if operations:
            return self._dialect.wrong_verb(", ".join(sorted(operations)))
        return self._dialect.unknown_path()

    def _checked(self, operation: Operation, request: Request, path: Mapping[str, str]) -> Call:
        check = self._checks[operation.id]
        try:
            arguments = check.arguments(path, request.query, request.headers)
            body = check.body(request.body, request.headers.get("content-type", ""))
        except Invalid as error:
            raise self._dialect.invalid(error) from None
        return Call(operation, arguments, body, request.strikes, request.headers)

    def _distorted(self, operation: Operation, wrapped: Any, strikes: tuple[Fault, ...]) -> Any:
        for fault in strikes:
            if fault.kind == "unlisted-enum" and operation.answer is not None:
                wrapped = distortion.unlisted_enums(wrapped, operation.answer, self._specification)
            elif fault.kind == "null-list":
                wrapped = distortion.null_lists(wrapped)
        return wrapped


def _templates(entry: tuple[str, object]) -> list[bool]:
    """Sorts fixed segments before templates: of two paths that fit a request, the more fixed one is meant."""
    return [segment.startswith("{") for segment in entry[0].split("/")]


def _headers(scope: Scope) -> dict[str, str]:
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


async def _body(receive: Receive, limit: int) -> bytes | None:
    """The whole body; None if it is larger. A little more than the limit is read and dropped, so that the sender is
    still listening when the refusal comes."""
    chunks: list[bytes] = []
    size = 0
    more = True
    while more and size <= 16 * limit:
        message: Message = await receive()
        if message["type"] != "http.request":
            break
        chunk: bytes = message.get("body", b"")
        size += len(chunk)
        if size <= limit:
            chunks.append(chunk)
        more = message.get("more_body", False)
    return b"".join(chunks) if size <= limit else None


async def _send(send: Send, answer: Answer, now: float, *, head: bool, half: bool) -> None:
    fields = {
        "date": formatdate(now, usegmt=True),
        "content-type": answer.content_type,
        "content-length": str(len(answer.body)),
    }
    fields |= {name.lower(): value for name, value in answer.headers}
    encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in fields.items()]
    await send({"type": "http.response.start", "status": answer.status, "headers": encoded})
    body = b"" if head else answer.body
    if half:
        await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
    else:
        await send({"type": "http.response.body", "body": body})
