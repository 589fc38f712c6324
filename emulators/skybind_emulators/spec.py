"""The specification of a service, as the emulator needs it: operations, schemas, codes."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from attrs import frozen

from skybind_emulators.bundle import SpecificationBroken, at_pointer, bundle

Schema = Mapping[str, Any]
Location = Literal["path", "query", "header"]
JSON = "application/json"
MULTIPART = "multipart/form-data"
URLENCODED = "application/x-www-form-urlencoded"
_MEDIA = (JSON, MULTIPART, URLENCODED)
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@frozen
class Parameter:
    """A declared parameter of an operation."""

    name: str
    location: Location
    required: bool
    schema: Schema


@frozen
class Operation:
    """One method of one path.

    Attributes:
        id: the specification's operationId.
        method: upper case.
        path: template without the server's prefix, such as ``/v2/jobs/{uuid}``.
        body: schema of the request body, None if the operation takes none.
        media: content types of the body that are taken, JSON or forms.
        answer: schema of the JSON answer with status 200, else 201, else 202; None if there is none of them.
        codes: the service's codes that its refusals may have.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: Schema | None
    body_required: bool
    media: tuple[str, ...]
    answer: Schema | None
    codes: tuple[int | str, ...]


@frozen
class ErrorCode:
    """A code of the service, from the document's ``x-errors``.

    Attributes:
        message: the service's own words, None where they are not documented.
    """

    code: int | str
    status: int
    meaning: str
    message: str | None = None


class Specification:
    """A loaded specification.

    Attributes:
        service: its short name.
        document: the whole document in one piece.
        prefix: path of the first server, before every path of the document.
        operations: by operationId, in the document's order.
        errors: the service's codes.

    Raises:
        SpecificationBroken: something that the emulator relies on is missing.
    """

    def __init__(self, service: str, document: dict[str, Any]) -> None:
        self.service = service
        self.document = document
        self.prefix = urlsplit(document["servers"][0]["url"]).path.rstrip("/")
        self.operations = {operation.id: operation for operation in self._operations()}
        self.errors = {
            entry["code"]: ErrorCode(entry["code"], entry["status"], entry["meaning"], entry.get("message"))
            for entry in document.get("x-errors", ())
        }

    def resolve(self, node: Schema) -> Schema:
        """The node itself, or what its ``$ref`` leads to."""
        while isinstance(reference := node.get("$ref"), str):
            node = at_pointer(self.document, reference.removeprefix("#"))
        return node

    def rooted(self, schema: Schema) -> dict[str, Any]:
        """The schema together with the components that its references need: a document of its own."""
        return {**schema, "components": self.document.get("components", {})}

    def component(self, name: str) -> dict[str, Any]:
        """A schema of the components by its name, rooted."""
        at_pointer(self.document, f"/components/schemas/{name}")
        return self.rooted({"$ref": f"#/components/schemas/{name}"})

    def without(self, *operation_ids: str) -> "Specification":
        """The same specification with some operations left out; they need not be there."""
        paths = {
            path: {key: node for key, node in item.items() if not _named(node, operation_ids)}
            for path, item in self.document["paths"].items()
        }
        return Specification(self.service, {**self.document, "paths": paths})

    def by_path(self) -> dict[str, dict[str, Operation]]:
        """Operations by path template, then by method."""
        paths: dict[str, dict[str, Operation]] = {}
        for operation in self.operations.values():
            paths.setdefault(operation.path, {})[operation.method] = operation
        return paths

    def _operations(self) -> Iterator[Operation]:
        for path, item in self.document["paths"].items():
            for method in _METHODS:
                if method in item:
                    yield self._operation(path, method, item)

    def _operation(self, path: str, method: str, item: Schema) -> Operation:
        node = item[method]
        if "operationId" not in node:
            raise SpecificationBroken(f"{method} {path} has no operationId")
        parameters: dict[tuple[str, str], Parameter] = {}
        for declared in (*item.get("parameters", ()), *node.get("parameters", ())):
            found = self.resolve(declared)
            location = cast("Location", found["in"])
            parameters[location, found["name"]] = Parameter(
                found["name"], location, bool(found.get("required", False)), found.get("schema", {})
            )
        body = self.resolve(node["requestBody"]) if "requestBody" in node else {}
        answers = node["responses"]
        success = self.resolve(next((answers[status] for status in ("200", "201", "202") if status in answers), {}))
        media = {name: kind for name, kind in body.get("content", {}).items() if name in _MEDIA}
        return Operation(
            id=node["operationId"],
            method=method.upper(),
            path=path,
            parameters=tuple(parameters.values()),
            body=next((kind.get("schema", {}) for kind in media.values()), None),
            body_required=bool(body.get("required", False)),
            media=tuple(media),
            answer=_json_schema(success),
            codes=tuple(node.get("x-errors", ())),
        )


def _named(node: Any, operation_ids: tuple[str, ...]) -> bool:
    return isinstance(node, Mapping) and node.get("operationId") in operation_ids


def _json_schema(node: Schema) -> Schema | None:
    schema = node.get("content", {}).get(JSON, {}).get("schema")
    return cast("Schema | None", schema)


def folder() -> Path:
    """Where the specifications lie: inside the installed package, else in the repository.

    Raises:
        SpecificationBroken: in neither.
    """
    here = Path(__file__).resolve().parent
    for candidate in (here / "specs", here.parents[1] / "specs"):
        if candidate.is_dir():
            return candidate
    raise SpecificationBroken(f"no specifications beside {here}; the package is not whole")


@cache
def load(service: str) -> Specification:
    """The specification of a service by its short name, such as ``terra``. It is read once.

    Raises:
        SpecificationBroken: there is none, or it cannot be used.
    """
    return Specification(service, bundle(folder() / service / "openapi.yaml"))
