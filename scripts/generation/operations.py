"""The operations of a service: what the spec says of each, joined with what the generator made of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.responses import Response
from openapi_python_client.strings import PythonIdentifier

from .document import Document, RawOperation
from .naming import group_attribute, method_name
from .problems import GenerationError

EFFECTS = ("safe", "idempotent", "keyed", "once", "physical")
PAGING_STYLES = ("page", "offset", "cursor")
_PAGING_KEYS = {"style", "items", "page", "size", "most", "total", "next"}
_ANSWERS = {"response.json()": "json", "response.text": "text", "response.content": "bytes", "None": "none"}


@dataclass(frozen=True)
class Paging:
    """How a list goes on; see `Paging` in the generated runtime, which it becomes."""

    style: str
    items: str
    page_param: str
    size_param: str | None
    total: str | None
    next: str | None
    place: str
    most: int | None
    usual: int | None = None


@dataclass(frozen=True)
class OperationView:
    """One row of the operations table, with the endpoint that carries it out.

    Attributes:
        answer: What a success brings: `json`, `text`, `bytes` or `none`.
        success: The generator's success response, None if there is nothing in it.
        returns: Path of `x-result`; None for the whole answer, an empty text for nothing.
    """

    raw: RawOperation
    endpoint: Endpoint
    id: str
    tag: str
    group: str
    method: str
    source: str
    effect: str
    verified: str
    answer: str
    errors: tuple[str | int, ...]
    paging: Paging | None
    success: Response | None
    returns: str | None

    @property
    def call(self) -> str:
        """Where the facade has it, for example `jobs.get`."""
        return f"{self.group}.{self.method}"

    @property
    def http_method(self) -> str:
        """Upper case."""
        return self.raw.method.upper()

    @property
    def path(self) -> str:
        """As in the spec, with its `{parameters}`."""
        return self.raw.path

    @property
    def summary(self) -> str:
        """One line."""
        return str(self.raw.operation.get("summary", ""))

    @property
    def module(self) -> str:
        """The endpoint's module below `api`."""
        return f"{self.endpoint.tags[0]}.{PythonIdentifier(self.endpoint.name, 'field_')}"


def read_operations(document: Document, data: GeneratorData) -> list[OperationView]:
    """All operations, in the order of the spec.

    Raises:
        GenerationError: The generator left one out, two would have one method, or an `x-` key makes no sense.
    """
    endpoints = {
        (endpoint.method, str(endpoint.name)): endpoint
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    views: list[OperationView] = []
    seen: dict[str, str] = {}
    for raw in document.operations():
        endpoint = endpoints.get((raw.method, str(PythonIdentifier(raw.id, "field_"))))
        if endpoint is None:
            raise GenerationError(f"{document.service}: the generator made nothing of {raw.id}")
        view = _view(document, raw, endpoint)
        if view.call in seen:
            raise GenerationError(f"{seen[view.call]} and {view.id} would both be {view.call}: give one an x-method")
        seen[view.call] = view.id
        views.append(view)
    return views


def error_codes(document: Document) -> list[Mapping[str, Any]]:
    """The service's error codes, from the document's `x-errors`."""
    return [entry for entry in document.root.get("x-errors") or [] if isinstance(entry, Mapping)]


def _view(document: Document, raw: RawOperation, endpoint: Endpoint) -> OperationView:
    operation = raw.operation
    tags = operation.get("tags") or []
    if len(tags) != 1:
        raise GenerationError(f"{raw.id}: an operation has exactly one tag, this one has {len(tags)}")
    effect = operation.get("x-effect")
    if effect not in EFFECTS:
        raise GenerationError(f"{raw.id}: x-effect is {effect!r}: say one of {', '.join(EFFECTS)}")
    success = _success(raw, endpoint)
    answer = _ANSWERS[success.source["attribute"]] if success else "none"
    result = operation.get("x-result", ...)
    returns = None if result is ... else "" if result in (None, "none") else str(result)
    return OperationView(
        raw=raw,
        endpoint=endpoint,
        id=raw.id,
        tag=str(tags[0]),
        group=group_attribute(str(tags[0])),
        method=method_name(raw.id, str(tags[0]), operation.get("x-method")),
        source=_text(operation.get("x-source", "")),
        effect=effect,
        verified=_text(operation.get("x-verified", "")),
        answer=answer,
        errors=tuple(_error_code(raw, entry) for entry in operation.get("x-errors") or []),
        paging=_paging(document, raw),
        success=success if answer != "none" else None,
        returns=returns,
    )


def _success(raw: RawOperation, endpoint: Endpoint) -> Response | None:
    found = [
        response
        for response in endpoint.responses.patterns
        if response.status_code.range and 200 <= response.status_code.range[0] <= 299
    ]
    filled = [response for response in found if response.source["attribute"] != "None"]
    kinds = {response.prop.get_type_string().as_unembedded_code() for response in filled}
    if not found:
        raise GenerationError(f"{raw.id}: no 2xx response is described")
    if len(kinds) > 1:
        raise GenerationError(f"{raw.id}: its 2xx responses differ ({', '.join(sorted(kinds))}); give them one schema")
    return filled[0] if filled else None


def _paging(document: Document, raw: RawOperation) -> Paging | None:
    given = raw.operation.get("x-paging")
    if given is None:
        return None
    unknown = set(given) - _PAGING_KEYS
    if unknown or "items" not in given or "page" not in given or given.get("style") not in PAGING_STYLES:
        raise GenerationError(
            f"{raw.id}: x-paging needs style ({', '.join(PAGING_STYLES)}), items and page, and may have size, most, "
            f"total and next; it is {dict(given)}"
        )
    return Paging(
        style=given["style"],
        items=given["items"],
        page_param=given["page"],
        size_param=given.get("size"),
        total=given.get("total"),
        next=given.get("next"),
        place=_place_of_paging(document, raw, [given["page"], given.get("size")]),
        most=given.get("most"),
    )


def _place_of_paging(document: Document, raw: RawOperation, names: list[str | None]) -> str:
    wanted = {name for name in names if name}
    in_query = {name for place, name in document.parameters(raw) if place == "query"}
    if wanted <= in_query:
        return "params"
    body = document.resolve(raw.operation.get("requestBody")) or {}
    for kind, place in (("application/json", "json"), ("multipart/form-data", "files")):
        schema = document.resolve(body.get("content", {}).get(kind, {}).get("schema")) or {}
        if wanted <= set(schema.get("properties") or {}):
            return place
    unknown = ", ".join(sorted(wanted - in_query))
    raise GenerationError(f"{raw.id}: x-paging names {unknown}, which the call does not take")


def _error_code(raw: RawOperation, entry: object) -> str | int:
    code = entry.get("code") if isinstance(entry, Mapping) else entry
    if not isinstance(code, str | int) or isinstance(code, bool):
        raise GenerationError(f"{raw.id}: x-errors lists codes of the service, {entry!r} is none")
    return code


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_text(part) for part in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(part)}" for key, part in value.items())
    return " ".join(str(value).split())
