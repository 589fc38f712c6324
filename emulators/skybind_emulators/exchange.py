"""One request and its answer, as gateway, handlers and log see them."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from skybind_emulators import jsontext
from skybind_emulators.faults import Fault
from skybind_emulators.spec import Operation
from skybind_emulators.validation import Arguments


@frozen
class Request:
    """A request as it came over the wire.

    Attributes:
        method: as sent.
        path: percent-encoded, without the query.
        query: percent-encoded, without the question mark.
        headers: names in lower case; a repeated header is joined with a comma and a space.
        body: the bytes.
        operation: what it is a request for; None if path and method are those of no operation.
        strikes: faults that strike this very request.
    """

    method: str
    path: bytes
    query: bytes
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    operation: Operation | None = None
    strikes: tuple[Fault, ...] = ()

    @property
    def targets(self) -> tuple[bytes, ...]:
        """Path and query, byte for byte. Servers do not tell a question mark with nothing after it from none at all,
        so without a query there are two ways in which the target may have been sent."""
        return (self.path + b"?" + self.query,) if self.query else (self.path, self.path + b"?")

    def struck(self, kind: str) -> Fault | None:
        """The fault of this kind that strikes the request, if there is one."""
        return next((fault for fault in self.strikes if fault.kind == kind), None)


@frozen
class Call:
    """A request that was let in and fits its operation: what a handler gets.

    Attributes:
        body: the parsed JSON body or form, None where the operation takes none.
        strikes: faults that strike this very call.
        headers: of the request, names in lower case.
    """

    operation: Operation
    arguments: Arguments
    body: Any = field(repr=False)
    strikes: tuple[Fault, ...] = ()
    headers: Mapping[str, str] = field(factory=dict, repr=False)

    def struck(self, kind: str) -> Fault | None:
        """The fault of this kind that strikes the call, if there is one."""
        return next((fault for fault in self.strikes if fault.kind == kind), None)


@frozen
class Answer:
    """An answer, without the headers that every answer has."""

    status: int
    body: bytes = field(repr=False)
    content_type: str = "application/json; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


@frozen
class Reply:
    """What a handler returns when its payload alone does not say all.

    Attributes:
        payload: as a handler would return it.
        status: HTTP status in place of 200.
        headers: further headers of the answer.
    """

    payload: Any = field(repr=False)
    status: int = 200
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def json_answer(status: int, payload: Any, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """An answer with a JSON body."""
    return Answer(status, jsontext.write(payload), headers=headers)


class Refusal(Exception):
    """The service refuses a call with one of its codes.

    Attributes:
        code: the service's code.
        message: what to say.
        status: HTTP status, None for the one that goes with the code.
        headers: further headers of the answer.
    """

    def __init__(
        self, code: int | str, message: str, *, status: int | None = None, headers: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
        self.headers = headers


class Turned(Exception):
    """A request is turned away in other words than the service's usual ones, most often by the gateway before it.

    Attributes:
        answer: what to send.
    """

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"turned away with {answer.status}")
        self.answer = answer
