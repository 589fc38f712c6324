"""The generated client, called with the manual's examples: what it would send, and what it makes of an answer."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Mapping
from enum import Enum
from types import ModuleType
from typing import Any, get_args
from urllib.parse import parse_qsl, urlsplit

import httpx
from attrs import fields

from skybind_clients.koomap import Client, decoders
from skybind_clients.koomap.facade import KoomapGroups
from skybind_clients.koomap.operations import OPERATIONS
from skybind_clients.runtime import UNSET, Operation, Page
from unit.specs_koomap.examples import Example


class TakesNotes:
    """A caller that sends nothing and keeps the request; what it returns is not to be looked at."""

    def __init__(self) -> None:
        self.request: Mapping[str, Any] = {}

    def __call__(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], Any]) -> Any:
        """Keep the request."""
        self.request = request

    raw = __call__
    pages = __call__


def sent(example: Example) -> Mapping[str, Any]:
    """The request that the client makes of an example: `method`, `url`, and `params`, `json` or `files`.

    Path, query and body of the example become the arguments of the method that users call.
    """
    operation = OPERATIONS[example.operation]
    notes = TakesNotes()
    group, _, method = operation.call.partition(".")
    call = getattr(getattr(KoomapGroups(notes), group), method)
    signature = inspect.signature(_endpoint(operation)._get_kwargs)
    arguments = {**_unprinted(call), **_in_the_url(operation, example, signature)}
    body = signature.parameters.get("body")
    if body is not None and _model(body.annotation).__name__ != "Nothing":
        content = dict(example.form) or example.body
        arguments |= _set_fields(_model(body.annotation).from_dict(content))
    call(**arguments)
    return notes.request


def decode(example: Example) -> Any:
    """What a caller gets for an answer of 200."""
    for name, function in vars(decoders).items():
        if plain(name) == plain(example.operation):
            return function(example.body)
    return decoders.nothing(example.body)


def encode(value: Any) -> Any:
    """The JSON of what was decoded."""
    if isinstance(value, Page):
        return value.raw.to_dict()
    if isinstance(value, list):
        return [encode(entry) for entry in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def answer_model(example: Example) -> Any:
    """What the generated endpoint makes of an answer, a refusal too."""
    client = Client(base_url="https://koomap.invalid")
    response = httpx.Response(example.status or 200, json=example.body)
    return _endpoint(OPERATIONS[example.operation])._build_response(client=client, response=response).parsed


def plain(name: str) -> str:
    """A name without the marks of its style."""
    return name.replace("_", "").lower()


def path_of(example: Example) -> str:
    """The path of an example's address."""
    return urlsplit(str(example.url)).path


def query_of(example: Example) -> list[tuple[str, str]]:
    """Names and values of an example's query."""
    return parse_qsl(urlsplit(str(example.url)).query, keep_blank_values=True)


def _endpoint(operation: Operation) -> ModuleType:
    package = importlib.import_module(f"skybind_clients.koomap.api.{operation.tag}")
    folder = next(iter(package.__path__))
    names = [module.name for module in pkgutil.iter_modules([folder])]
    name = next(name for name in names if plain(name) == plain(operation.id))
    return importlib.import_module(f"{package.__name__}.{name}")


def _unprinted(call: Callable[..., Any]) -> dict[str, Any]:
    """Something for `uuid`, a header that the calls for AR require and no example prints."""
    return {"uuid": "not-printed"} if "uuid" in inspect.signature(call).parameters else {}


def _in_the_url(operation: Operation, example: Example, signature: inspect.Signature) -> dict[str, Any]:
    match = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", operation.path), path_of(example))
    assert match is not None, f"{example.id}: the path is not that of {operation.id}"
    given = {**match.groupdict(), **dict(query_of(example))}
    return {name: _converted(signature.parameters[name].annotation, text) for name, text in given.items()}


def _converted(annotation: Any, text: str) -> Any:
    """A text of the URL as the argument that the client asks for."""
    for kind in (annotation, *get_args(annotation)):
        if kind is bool:
            return text == "true"
        if kind is int:
            return int(text)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return kind(text)
    return text


def _model(annotation: Any) -> Any:
    return next(kind for kind in (annotation, *get_args(annotation)) if hasattr(kind, "from_dict"))


def _set_fields(model: Any) -> dict[str, Any]:
    """What of a body was given, as arguments."""
    values = {field.name: getattr(model, field.name) for field in fields(type(model)) if field.init}
    return {name: _given(value) for name, value in values.items() if value is not UNSET}


def _given(value: Any) -> Any:
    """An object of nothing but free keys is given as a mapping."""
    free = hasattr(value, "to_dict") and not any(field.init for field in fields(type(value)))
    return value.to_dict() if free else value
