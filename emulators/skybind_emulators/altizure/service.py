"""The ASGI application: GraphQL at one path, sign-in pages at two others."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Mapping
from email.utils import formatdate
from typing import Any, Protocol

from attrs import define, evolve, frozen
from graphql import ExecutionResult, GraphQLError, GraphQLSchema, OperationType, execute
from starlette.requests import Request

from skybind_emulators import distortion, jsontext
from skybind_emulators.altizure.asking import Ask, NotAsked, read
from skybind_emulators.altizure.schema import Document, Documents
from skybind_emulators.altizure.visit import Visit
from skybind_emulators.clock import SimulatedClock
from skybind_emulators.exchange import Answer, json_answer
from skybind_emulators.faults import Fault, Faults
from skybind_emulators.requestlog import RequestLog
from skybind_emulators.severing import Receive, Scope, Send, sever

SERVICE = "altizure"
UNMATCHED = "-"
_GRAPHQL = "/graphql"
_PREFLIGHT = (
    ("Access-Control-Allow-Methods", "GET, POST"),
    ("Access-Control-Allow-Headers", "Content-Type, key, altitoken"),
    ("Access-Control-Max-Age", "600"),
)
_PAGES = {502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}

_logger = logging.getLogger(__name__)


class Desk(Protocol):
    """Who lets visitors in."""

    def visit(self, headers: Mapping[str, str], base_url: str, strikes: Mapping[str, tuple[Fault, ...]]) -> Visit:
        """A visit by whoever sends these headers."""

    def turned_away(self, headers: Mapping[str, str]) -> Answer | None:
        """The answer to someone who may not even ask; None lets in."""


class Pages(Protocol):
    """The sign-in pages."""

    def answer(self, method: str, path: str, query: bytes, content_type: str, body: bytes) -> Answer | None:
        """What a page says; None where there is no page."""


@frozen
class _Errand:
    """A request that could be read, and the faults that strike it, by the keys of the answer."""

    request: Request
    ask: Ask
    document: Document
    strikes: Mapping[str, tuple[Fault, ...]]

    @property
    def faults(self) -> list[Fault]:
        """All faults, in the order of the fields."""
        return [fault for faults in self.strikes.values() for fault in faults]


@define
class _Note:
    """What the log is told of a request."""

    operation: str = UNMATCHED
    outcome: str = "cut"


class Service:
    """An ASGI application.

    Attributes:
        arrivals: how often each query and mutation was asked for, whatever became of it.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        desk: Desk,
        pages: Pages,
        faults: Faults,
        clock: SimulatedClock,
        log: RequestLog,
        *,
        body_max: int,
    ) -> None:
        self._schema = schema
        self._documents = Documents(schema)
        self._desk = desk
        self._pages = pages
        self._faults = faults
        self._clock = clock
        self._log = log
        self._body_max = body_max
        self.arrivals: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close"})
            return
        started = time.perf_counter()
        noted = _Note()
        try:
            await self._exchange(scope, receive, send, noted)
        finally:
            seconds = time.perf_counter() - started
            raw = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
            self._log.write(SERVICE, scope["method"], raw, noted.operation, noted.outcome, seconds)

    async def _exchange(self, scope: Scope, receive: Receive, send: Send, noted: _Note) -> None:
        """Answer, or cut."""
        request = Request(scope, receive)
        body = await self._body(request)
        if body is None:
            await self._send(send, request, _refused(413, "The body is too large."), noted)
            return
        if request.url.path != _GRAPHQL:
            answer = await asyncio.get_running_loop().run_in_executor(None, self._page, request, body)
            await self._send(send, request, answer, noted)
            return
        if request.method == "OPTIONS":
            await self._send(send, request, Answer(204, b"", headers=_PREFLIGHT), noted)
            return
        try:
            content_type = request.headers.get("content-type", "")
            ask = read(request.method, scope["query_string"], content_type, body)
        except NotAsked as error:
            headers = (("Allow", error.allow),) if error.allow else ()
            await self._send(send, request, _refused(error.status, str(error), headers), noted)
            return
        document = self._documents.read(ask.query)
        operation = document.operation(ask.operation_name)
        asked = document.asked(operation) if operation else []
        strikes = {key: self._arrived(name) for key, name in asked if not name.startswith("__")}
        noted.operation = ",".join(dict.fromkeys(name for _, name in asked)) or UNMATCHED
        await self._misbehaving(_Errand(request, ask, document, strikes), scope, receive, send, noted)

    async def _misbehaving(self, errand: _Errand, scope: Scope, receive: Receive, send: Send, noted: _Note) -> None:
        """Answer as the faults that strike this request want it."""
        by_kind = {fault.kind: fault for fault in reversed(errand.faults)}
        if delay := by_kind.get("delay"):
            await asyncio.sleep(delay.number("seconds", 0))
        if "drop" in by_kind:
            await sever(scope, receive)
            return
        answer = _struck_down(errand.faults)
        if answer is None:
            answer = await asyncio.get_running_loop().run_in_executor(None, self._worked, errand)
        if "null-list" in by_kind:
            answer = _without_lists(answer)
        skew = by_kind["skew"].number("seconds", 0) if "skew" in by_kind else 0.0
        if "lose-answer" in by_kind:
            noted.outcome = "lost"
            await sever(scope, receive)
            return
        half = "truncated" in by_kind
        await self._send(send, errand.request, answer, noted, half=half, skew_s=skew)
        if half:
            noted.outcome = "truncated"
            await sever(scope, receive, after_flush=True)

    def _arrived(self, name: str) -> tuple[Fault, ...]:
        self.arrivals[name] += 1
        return self._faults.strikes(f"{SERVICE}.{name}")

    def _worked(self, errand: _Errand) -> Answer:
        request, ask, document = errand.request, errand.ask, errand.document
        turned = self._desk.turned_away(request.headers) if errand.strikes else None
        if turned is not None:
            return turned
        if document.errors:
            return _errors(400, document.errors)
        operation = document.operation(ask.operation_name)
        if document.node is None or operation is None:
            return _refused(400, "The document has no such operation, or several and none is named.")
        if request.method == "GET" and operation.operation is not OperationType.QUERY:
            return _refused(405, "By GET there are queries only.", (("Allow", "POST"),))
        visit = self._desk.visit(request.headers, str(request.base_url).rstrip("/"), errand.strikes)
        try:
            result = execute(
                self._schema,
                document.node,
                context_value=visit,
                variable_values=ask.variables,
                operation_name=ask.operation_name,
            )
        except Exception:
            _logger.exception("the emulator failed at %s", list(errand.strikes))
            return _refused(500, "The server failed.")
        assert isinstance(result, ExecutionResult)
        return _answer(result, visit)

    def _page(self, request: Request, body: bytes) -> Answer:
        query = request.scope["query_string"]
        content_type = request.headers.get("content-type", "")
        found = self._pages.answer(request.method, request.url.path, query, content_type, body)
        return found or Answer(404, b"There is nothing here.\n", content_type="text/plain; charset=utf-8")

    async def _body(self, request: Request) -> bytes | None:
        """The whole body; None if it is larger than the server takes."""
        chunks, size = [], 0
        async for chunk in request.stream():
            size += len(chunk)
            if size <= self._body_max:
                chunks.append(chunk)
        return b"".join(chunks) if size <= self._body_max else None

    async def _send(
        self, send: Send, request: Request, answer: Answer, noted: _Note, *, half: bool = False, skew_s: float = 0.0
    ) -> None:
        noted.outcome = str(answer.status)
        fields = {
            "date": formatdate(self._clock.wall() + skew_s, usegmt=True),
            "content-length": str(len(answer.body)),
            # Demos on other hosts call from a browser; which origins may is not public.
            "access-control-allow-origin": "*",
        }
        if answer.body:
            fields["content-type"] = answer.content_type
        fields |= {name.lower(): value for name, value in answer.headers}
        encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in fields.items()]
        await send({"type": "http.response.start", "status": answer.status, "headers": encoded})
        body = b"" if request.method == "HEAD" else answer.body
        await send({"type": "http.response.body", "body": body[: len(body) // 2] if half else body, "more_body": half})


def _answer(result: ExecutionResult, visit: Visit) -> Answer:
    """As express-graphql does: 500 when no data came out, else 200, with or without errors."""
    for path, text in visit.replaced:
        _replace(result.data, path, text)
    payload: dict[str, Any] = {"data": result.data}
    if result.errors:
        payload["errors"] = [_told(error) for error in result.errors]
    return json_answer(500 if result.data is None else 200, payload)


def _told(error: GraphQLError) -> Mapping[str, Any]:
    """An error as the caller sees it. A mistake in the emulator goes to the log, and nothing of it to the caller."""
    cause = error.original_error
    if cause is None or isinstance(cause, GraphQLError):
        return error.formatted
    _logger.error("the emulator failed at %s", error.path, exc_info=cause)
    return {**error.formatted, "message": "The server failed."}


def _replace(data: Any, path: list[str | int], text: str) -> None:
    *way, last = path
    for step in way:
        if data is None:
            return
        data = data[step]
    if data is not None:
        data[last] = text


def _errors(status: int, errors: tuple[GraphQLError, ...]) -> Answer:
    return json_answer(status, {"errors": [error.formatted for error in errors]})


def _refused(status: int, message: str, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    return json_answer(status, {"errors": [{"message": message}]}, headers)


def _struck_down(strikes: list[Fault]) -> Answer | None:
    """The answer of a fault that keeps the request from the service."""
    for fault in strikes:
        if fault.status is not None:
            after = fault.args.get("retry_after")
            headers = (("Retry-After", f"{after:g}"),) if isinstance(after, int | float) else ()
            if fault.status in _PAGES:
                return evolve(_page_of(fault.status), headers=headers)
            return _refused(fault.status, "The server failed." if fault.status >= 500 else "Refused.", headers)
        if fault.kind == "html":
            return _page_of(502)
    return None


def _page_of(status: int) -> Answer:
    page = f"<html>\n<head><title>{status} {_PAGES[status]}</title></head>\n<body></body>\n</html>\n"
    return Answer(status, page.encode(), content_type="text/html")


def _without_lists(answer: Answer) -> Answer:
    payload = jsontext.read(answer.body)
    if isinstance(payload, dict) and payload.get("data"):
        payload["data"] = distortion.null_lists(payload["data"])
    return json_answer(answer.status, payload, answer.headers)
