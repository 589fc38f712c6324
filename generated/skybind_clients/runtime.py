# Made by `python scripts/generate.py` from scripts/templates/skybind/runtime.py.jinja;
# do not edit: change the spec or scripts/templates, and run it again.
"""What the generated clients of all services share. It knows none of them, and imports no HTTP library."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, MutableMapping
from functools import wraps
from typing import IO, Any, BinaryIO, Final, Generic, Literal, Protocol, TypeVar

from attrs import define, field, frozen

T = TypeVar("T")

Effect = Literal["safe", "idempotent", "keyed", "once", "physical"]
Answer = Literal["json", "text", "bytes", "none"]


class Unset:
    """The type of `UNSET`."""

    _only: Unset | None = None

    def __new__(cls) -> Unset:
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"  # copies and unpickled models hold the same object, so that `is UNSET` stays true


#: Stands for a value that was not given, where None would say null. There is one for all services.
UNSET: Final[Unset] = Unset()


# ---------------------------------------------------------------------------------------------- what can be called


@frozen
class Paging:
    """How a list goes on.

    Attributes:
        style: `page` counts pages, `offset` counts entries, `cursor` is told by each answer how to go on.
        items: Path of the entries in an answer, for example `data.list`.
        page_param: Name of what is counted up, or of what takes the cursor.
        size_param: Name of the wish for the number of entries a page.
        total: Path of the number of entries in all.
        next: Path of the cursor for the next page.
        place: Where in a request the parameters go: `params` is the query, `json` the body, `files` a form,
            `variables` those of a GraphQL document.
        most: Entries that a page may have; None if that is not known.
        usual: Entries to ask for where the service sets no limit and the caller no number.
    """

    style: Literal["page", "offset", "cursor"]
    items: str
    page_param: str
    size_param: str | None = None
    total: str | None = None
    next: str | None = None
    place: Literal["params", "json", "files", "variables"] = "params"
    most: int | None = None
    usual: int | None = None


@frozen
class Operation:
    """One thing that a service can do.

    Attributes:
        id: The operationId of the spec.
        method: HTTP method, upper case.
        path: Below the service's base URL, with its `{parameters}`.
        tag: Group in the spec.
        call: Group and method of the facade, for example `jobs.get`.
        summary: One line.
        effect: What may be sent again when an answer is lost: `safe` and `idempotent` always, `keyed` with the same
            key, `once` not blindly, `physical` never.
        verified: How it was tried: `documented`, `emulated`, or `live` with a date.
        source: Where its description is from.
        answer: What a success brings.
        paging: How its list goes on; None if it is no list.
        errors: Codes that the service is known to refuse it with.
        root: Of a GraphQL operation, the key below `data` that its answer has; empty otherwise.
        null: What it means that this is null while no error is told: `absent`, there is no such thing; `failed`, it
            was not done; empty where nothing is known.
    """

    id: str
    method: str
    path: str
    tag: str
    call: str
    summary: str
    effect: Effect
    verified: str
    source: str
    answer: Answer = "json"
    paging: Paging | None = None
    errors: tuple[int | str, ...] = ()
    root: str = ""
    null: Literal["", "absent", "failed"] = ""


@frozen
class ErrorCode:
    """A code that a service refuses with.

    Attributes:
        code: As the service sends it.
        name: Ours.
        kind: Class of the refusal, for example `not_found`.
        status: HTTP status that goes with it; None if that is not known.
        meaning: What happened.
        advice: What to do.
        source: Where this is from.
        message: The service's own words; empty if they are not known.
        retry: Whether the same request may succeed later: `no`, `yes`, `maybe`, or `after_reauth`, once, with new
            credentials; empty if that is not known.
    """

    code: int | str
    name: str
    kind: str
    status: int | None = None
    meaning: str = ""
    advice: str = ""
    source: str = ""
    message: str = ""
    retry: str = ""


@frozen
class Request:
    """A request before it is signed and sent: what an endpoint module's `_get_kwargs` returns, by name.

    Attributes:
        operation: What is asked for.
        method: HTTP method, lower case.
        url: Path below the base URL, percent-encoded.
        params: Query.
        headers: Of this operation; may lack all that is common to a service.
        json: Body to be sent as JSON; UNSET if there is none.
        content: Body as bytes or as a file, to be sent as it is.
        data: Form fields.
        files: Parts of a multipart body.
        cookies: Cookies.
    """

    operation: Operation
    method: str
    url: str
    params: Mapping[str, Any] = field(factory=dict, repr=False)
    headers: Mapping[str, str] = field(factory=dict, repr=False)
    json: Any = field(default=UNSET, repr=False)
    content: Any = field(default=None, repr=False)
    data: Any = field(default=None, repr=False)
    files: Any = field(default=None, repr=False)
    cookies: Mapping[str, str] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, operation: Operation, kwargs: Mapping[str, Any]) -> Request:
        """The request that the keywords of an endpoint module describe."""
        return cls(operation=operation, **kwargs)


# ----------------------------------------------------------------------------------------- what the facade stands on


@frozen
class Page(Generic[T]):
    """One page of a list.

    Attributes:
        items: Its entries.
        total: Number of entries in all; None if the service does not say.
        next: How to ask for the next page, where the service says so.
        raw: The whole answer, as a model.
    """

    items: list[T]
    total: int | None = None
    next: Any = None
    raw: Any = field(default=None, repr=False)


class Pages(Protocol[T]):
    """A list that goes on over several pages. Nothing is asked for before it is iterated."""

    def __iter__(self) -> Iterator[T]:
        """Entry by entry."""
        ...

    def pages(self) -> Iterator[Page[T]]:
        """Page by page."""
        ...


class AsyncPages(Protocol[T]):
    """A list that goes on over several pages. Nothing is asked for before it is iterated."""

    def __aiter__(self) -> AsyncIterator[T]:
        """Entry by entry."""
        ...

    def pages(self) -> AsyncIterator[Page[T]]:
        """Page by page."""
        ...


@frozen
class Raw(Generic[T]):
    """An answer as it came. Nothing of it prints: headers and bodies may hold secrets.

    Attributes:
        status: HTTP status.
        headers: Names in lower case.
        body: The bytes.
        attempt: Which attempt got it; 1 is the first.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    attempt: int = 1
    _read: Callable[[], T] = field(alias="read", repr=False, kw_only=True)

    def parse(self) -> T:
        """What the call would have returned. Raises what it would have raised for an answer that cannot be read."""
        return self._read()


class Caller(Protocol):
    """Carries out operations: signs, sends, sends again where `effect` allows it, raises what the service refuses.

    `request` holds the keywords of an endpoint module's `_get_kwargs`. `decode` takes the content of a success, JSON
    already parsed, and may raise DecodeError.
    """

    def __call__(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], T]) -> T:
        """Do it, and return what `decode` makes of the answer."""
        ...

    def raw(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], T]) -> Raw[T]:
        """Do it, and return the answer as it came."""
        ...

    def pages(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], Page[T]]) -> Pages[T]:
        """A list to iterate over. `request` asks for its first page."""
        ...


class AsyncCaller(Protocol):
    """The same as `Caller`, awaited."""

    async def __call__(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], T]) -> T:
        """Do it, and return what `decode` makes of the answer."""
        ...

    async def raw(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], T]) -> Raw[T]:
        """Do it, and return the answer as it came."""
        ...

    def pages(
        self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], Page[T]]
    ) -> AsyncPages[T]:
        """A list to iterate over. `request` asks for its first page."""
        ...


# ------------------------------------------------------------------------------------------------ reading an answer


class DecodeError(ValueError):
    """An answer is not what the spec says.

    Attributes:
        models: Classes that were being read, from the whole answer inwards; the last one holds the fault.
        fault: What went wrong, for example the KeyError of a missing key.
    """

    def __init__(self, context: str, fault: BaseException) -> None:
        self.models = _models_being_read(fault)
        self.fault = fault
        where = ".".join(self.models) or "the answer"
        what = f"{fault} is missing" if isinstance(fault, KeyError) else f"{type(fault).__name__}: {fault}"
        super().__init__(f"{context}: cannot read {where}: {what}")


def _models_being_read(fault: BaseException) -> tuple[str, ...]:
    names = []
    trace = fault.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        if frame.f_code.co_name == "from_dict" and isinstance(frame.f_locals.get("cls"), type):
            names.append(frame.f_locals["cls"].__name__)
        trace = trace.tb_next
    return tuple(names)


def decoder(read: Callable[[Any], T]) -> Callable[[Any], T]:
    """Have a function that reads an answer raise DecodeError for whatever is wrong with it."""

    @wraps(read)
    def decode(payload: Any) -> T:
        try:
            return read(payload)
        except (AttributeError, KeyError, TypeError, ValueError) as fault:
            raise DecodeError(read.__name__, fault) from fault

    return decode


def reach(value: Any, *attributes: str) -> Any:
    """Follow attributes; None as soon as one is None or was left out."""
    for attribute in attributes:
        if value is None or isinstance(value, Unset):
            return None
        value = getattr(value, attribute)
    return None if isinstance(value, Unset) else value


# ------------------------------------------------------------------------------------------------------------ GraphQL


def graphql_request(documents: Mapping[str, str], name: str, variables: Mapping[str, Any]) -> dict[str, Any]:
    """The request for a GraphQL operation. Variables that are UNSET are not sent; None is sent as null."""
    given = {key: _plain(value) for key, value in variables.items() if not isinstance(value, Unset)}
    return {
        "method": "post",
        "url": "",
        "json": {"query": documents[name], "operationName": name, "variables": given},
    }


def graphql_data(payload: Any) -> Mapping[str, Any]:
    """What a GraphQL answer holds beside its errors; part of it may be null because of them."""
    data = payload.get("data") if isinstance(payload, Mapping) else None
    if not isinstance(data, Mapping):
        raise ValueError("it has no data")
    return data


def entries(values: Any) -> list[Any]:
    """A list without its nulls; empty for null."""
    return [value for value in values or () if value is not None]


def relay_page(connection: Any, answer: Any) -> Page[Any]:
    """A page of a relay connection; an empty one if there is no connection."""
    following = (
        reach(connection, "page_info", "end_cursor") if reach(connection, "page_info", "has_next_page") else None
    )
    return Page(
        items=entries(edge.node for edge in entries(reach(connection, "edges"))),
        total=reach(connection, "total_count"),
        next=following or None,
        raw=answer,
    )


def _plain(value: Any) -> Any:
    """A value of a variable as JSON; input models bring their own way of becoming that."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items() if not isinstance(part, Unset)}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


# ----------------------------------------------------------------------------------- types of the endpoint functions

FileContent = IO[bytes] | bytes | str
FileTypes = (
    # name, content, content type
    tuple[str | None, FileContent, str | None]
    # name, content, content type, headers
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """A file to upload."""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """As the HTTP library takes it in a multipart body."""
        return self.file_name, self.payload, self.mime_type


@define
class Response(Generic[T]):
    """What an endpoint function got.

    Attributes:
        status_code: Any number; services use ones that no standard lists.
        content: The body as it came.
        headers: Of the answer.
        parsed: The body as a model; None for a status that the spec does not list.
    """

    status_code: int
    content: bytes = field(repr=False)
    headers: MutableMapping[str, str] = field(repr=False)
    parsed: T | None
