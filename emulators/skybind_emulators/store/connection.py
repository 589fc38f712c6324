"""One connection: requests in, answers out, faults between."""

import socket
import threading
import time
from collections.abc import Callable
from io import BufferedReader

from attrs import define

from .answers import Answer, error_answer, http_date, refusal_answer
from .bodies import WireBody
from .digests import BLOCK_SIZE
from .faulting import (
    Blocks,
    Cut,
    Fault,
    FaultSource,
    check_kind,
    number,
    reset,
    status_of,
    strike_answer,
    strike_before_answer,
    strike_body,
)
from .operations import Operation, resolve
from .records import Exchange
from .refusals import Refusal, wording_of_status
from .request import Head, Request, read_request
from .service import StoreService
from .wire import MalformedRequest, body_length, keeps_alive, read_head, write_head

_READ_ON = 256 * 1024
"""Unread body bytes that are read and thrown away to keep the connection; for more it is closed."""

_LINGER_S = 2.0
_LINGER_BYTES = 64 * 1024 * 1024

Log = Callable[[Exchange], None]


@define
class _Course:
    """What happened to one request so far."""

    request: Request
    operation: Operation
    request_id: str
    wire: WireBody
    at: float
    fault: Fault | None = None
    status: int | None = None
    code: str | None = None
    access_key_id: str | None = None
    sent: int = 0
    keep: bool = True


class Connection:
    """Serves one socket until the peer goes, something breaks or ``stopping`` is set."""

    def __init__(
        self,
        connected: socket.socket,
        service: StoreService,
        *,
        hosts: frozenset[str],
        faults: FaultSource | None,
        log: Log | None,
        stopping: threading.Event,
        timeout_s: float,
    ) -> None:
        self._socket = connected
        self._service = service
        self._store = service.store
        self._hosts = hosts
        self._faults = faults
        self._log = log
        self._stopping = stopping
        connected.settimeout(timeout_s)
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def serve(self) -> None:
        """Answer request after request."""
        stream = self._socket.makefile("rb")
        try:
            while not self._stopping.is_set():
                head = read_head(stream)
                if head is None or not self._exchange(head, stream):
                    break
        except MalformedRequest:
            self._refuse_malformed()
        except Cut as cut:
            if cut.reset:
                reset(self._socket)
        except OSError:
            pass  # the peer is gone or silent, or the server stops: nobody is left to tell
        finally:
            stream.close()
            self._socket.close()

    def _exchange(self, head: Head, stream: BufferedReader) -> bool:
        """One request; returns whether another may follow."""
        request = read_request(head, self._hosts)
        length = body_length(head)
        waits = head.headers.get("expect", "").lower() == "100-continue"
        wire = WireBody(stream, length, self._say_continue if waits else lambda: None)
        course = _Course(
            request=request,
            operation=resolve(request),
            request_id=self._store.new_id(24 if request.dialect == "oss" else 16),
            wire=wire,
            at=self._store.now(),
            keep=keeps_alive(head),
        )
        self._store.count_arrival(course.operation.name, request.key)
        try:
            answer = self._answer(course)
            course.keep = course.keep and self._can_follow(wire, waits=waits)
            self._send(course, answer)
        finally:
            self._report(course)
        if not course.keep:
            self._linger(wire)
            return False
        return self._read_on(wire)

    # --- answering ---

    def _answer(self, course: _Course) -> Answer:
        try:
            return self._attempt(course)
        except Cut:
            raise
        except Exception as error:  # noqa: BLE001 - a defect must reach the client's test, not hang it
            refusal = Refusal("InternalError", f"{type(error).__name__}: {error}")
            return refusal_answer(refusal, course.request, course.request_id)

    def _attempt(self, course: _Course) -> Answer:
        fault = course.fault = self._faults.take(f"store.{course.operation.name}") if self._faults else None
        if fault is not None:
            check_kind(fault)
            if fault.kind == "drop":
                raise Cut(reset=False)
            if (status := status_of(fault)) is not None:
                return self._status_answer(course, status, fault)
        outcome = self._service.answer(
            course.operation,
            course.request,
            course.wire,
            course.request_id,
            wrap=lambda body: strike_body(fault, body, self._wait),
            token_expired=fault is not None and fault.kind == "expire-token",
        )
        course.access_key_id = outcome.access_key_id
        if fault is not None and fault.kind == "lose-answer":
            if outcome.answer.file is not None:
                outcome.answer.file.close()
            raise Cut(reset=False)
        return outcome.answer

    def _status_answer(self, course: _Course, status: int, fault: Fault) -> Answer:
        headers = {"Retry-After": f"{number(fault, 'retry_after', 0):g}"} if "retry_after" in fault.args else {}
        said = wording_of_status(status, course.request.dialect)
        return error_answer(said, course.request, course.request_id, headers=headers)

    def _wait(self, seconds: float) -> None:
        if self._stopping.wait(seconds):
            raise Cut(reset=False)

    def _say_continue(self) -> None:
        self._socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")

    # --- sending ---

    def _send(self, course: _Course, answer: Answer) -> None:
        try:
            self._send_open(course, answer)
        finally:
            if answer.file is not None:
                answer.file.close()

    def _send_open(self, course: _Course, answer: Answer) -> None:
        fault = course.fault
        # What strikes the body that comes in does not strike the answer as well.
        if fault is not None and not course.operation.takes_object:
            strike_before_answer(fault, self._wait)
        course.status, course.code = answer.status, answer.code
        oss = course.request.dialect == "oss"
        headers = {
            "Server": "AliyunOSS" if oss else "AmazonS3",
            "Date": http_date(self._store.wall()),
            "x-oss-request-id" if oss else "x-amz-request-id": course.request_id,
            **answer.headers,
        }
        if answer.status not in {204, 304}:
            headers["Content-Length"] = str(answer.content_length)
        headers["Connection"] = "keep-alive" if course.keep else "close"
        head = write_head(answer.status, headers)
        if course.request.method == "HEAD" or answer.status in {204, 304}:
            answer = Answer(answer.status)
        blocks = iter([memoryview(answer.body)]) if answer.file is None else _blocks_of(answer)
        struck = self._strike(course, blocks, answer.content_length)
        if struck is not None:
            self._socket.sendall(head)
            self._send_blocks(course, struck)
        elif answer.file is None:
            self._socket.sendall(head + answer.body)
            course.sent += len(answer.body)
        else:
            self._socket.sendall(head)
            if answer.length:
                course.sent += self._socket.sendfile(answer.file, answer.offset, answer.length)

    def _send_blocks(self, course: _Course, blocks: Blocks) -> None:
        for block in blocks:
            self._socket.sendall(block)
            course.sent += len(block)

    def _strike(self, course: _Course, blocks: Blocks, length: int) -> Blocks | None:
        fault = course.fault
        if fault is None or (course.operation.takes_object and fault.kind != "truncated"):
            return None
        return strike_answer(fault, blocks, length, self._wait)

    # --- what is left of the request's body ---

    def _can_follow(self, wire: WireBody, *, waits: bool) -> bool:
        """Whether the rest of the body can be read on, so that the connection stays usable."""
        if wire.over:
            return True
        if waits and not wire.started:
            return False  # the peer may send the body or not: its next byte would be anyone's guess
        return wire.left is not None and wire.left <= _READ_ON

    def _read_on(self, wire: WireBody) -> bool:
        view = memoryview(bytearray(64 * 1024)) if not wire.over else memoryview(b"")
        try:
            while not wire.over:
                wire.read_into(view)
        except Refusal:
            return False
        return True

    def _linger(self, wire: WireBody) -> None:
        """Close so that the peer can still read the answer: data that meets a closed socket would reset it."""
        self._socket.shutdown(socket.SHUT_WR)
        if wire.over:
            return
        self._socket.settimeout(_LINGER_S)
        deadline, left = time.monotonic() + _LINGER_S, _LINGER_BYTES
        while left > 0 and time.monotonic() < deadline:
            received = len(self._socket.recv(BLOCK_SIZE))
            if received == 0:
                break
            left -= received

    def _refuse_malformed(self) -> None:
        try:
            head = write_head(400, {"Content-Length": "0", "Connection": "close"})
            self._socket.sendall(head)
            self._socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def _report(self, course: _Course) -> None:
        if self._log is None:
            return
        request = course.request
        self._log(
            Exchange(
                at=course.at,
                dialect=request.dialect,
                operation=course.operation.name,
                method=request.method,
                target=request.masked_target,
                bucket=request.bucket,
                key=request.key,
                status=course.status,
                code=course.code,
                request_id=course.request_id,
                access_key_id=course.access_key_id,
                received=course.wire.received,
                sent=course.sent,
                fault=course.fault.kind if course.fault else None,
            )
        )


def _blocks_of(answer: Answer) -> Blocks:
    assert answer.file is not None
    answer.file.seek(answer.offset)
    left = answer.length
    view = memoryview(bytearray(min(BLOCK_SIZE, max(1, left))))
    while left > 0:
        count = answer.file.readinto(view[: min(left, len(view))])
        if not count:
            return
        yield view[:count]
        left -= count
