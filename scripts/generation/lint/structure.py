"""Rules on the document as a whole: that it is OpenAPI 3.1, reads the same everywhere, and refers to what exists."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any

import yaml

from ..document import Document, escape, read_yaml
from .findings import Finding, Rule, nodes


def follows_the_standard(document: Document) -> Iterator[Finding]:
    """The OpenAPI 3.1 meta-schema accepts the document. Schemathesis brings the meta-schema, already compiled."""
    if str(document.root.get("openapi", "")).startswith("3.1."):
        for error in _meta_schema().iter_errors(_string_keys(document.root)):
            pointer = "".join(f"/{escape(str(step))}" for step in error.instance_path)
            message = error.message if len(error.message) <= 160 else f"{error.message[:157]}..."
            yield Finding(pointer, f"not OpenAPI 3.1: {message}", "correct it; the standard has no such thing here")
    else:
        problem = f"openapi is {document.root.get('openapi')!r}"
        yield Finding("/openapi", problem, "write the spec in OpenAPI 3.1, as `openapi: 3.1.0`")


def reads_the_same(document: Document) -> Iterator[Finding]:
    """YAML 1.1, which the emulators read, and YAML 1.2, which the generator reads, give the same JSON."""
    for pointer, problem in _not_json(document.root, ""):
        yield Finding(pointer, problem, "put it in quotes")
    for file in document.files:
        other = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  # both are safe loaders
        for pointer in _differences(read_yaml(file), other, ""):
            yield Finding(pointer, "means something else to a reader of YAML 1.1", "put it in quotes")


def refers_to_what_exists(document: Document) -> Iterator[Finding]:
    """Every `$ref` and every link leads somewhere."""
    operations = {raw.operation.get("operationId") for raw in document.operations()}
    for pointer, node in nodes(document.root):
        reference = node.get("$ref")
        if isinstance(reference, str) and not reference.startswith("#"):
            yield Finding(pointer, f"{reference} is in another file", "bundle: the generator reads one document")
        elif isinstance(reference, str) and document.at(reference) is None:
            yield Finding(pointer, f"{reference} does not exist", "define it, or correct the reference")
        if "/links/" in pointer and "operationId" in node and node["operationId"] not in operations:
            yield Finding(pointer, f"there is no operation {node['operationId']}", "correct the link's operationId")


STRUCTURE_RULES: tuple[Rule, ...] = (follows_the_standard, reads_the_same, refers_to_what_exists)

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _meta_schema() -> Any:
    if find_spec("schemathesis") is None:
        raise ModuleNotFoundError("linting needs the group `dev`: pip install --group dev")
    # The name is not public; the project's bound on schemathesis (<5) and the tests of this rule keep it honest.
    from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR  # noqa: PLC0415  # slow to load

    return OPENAPI_31_VALIDATOR


def _string_keys(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {str(key): _string_keys(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_string_keys(value) for value in node]
    return node if node is None or isinstance(node, bool | int | float | str) else str(node)


def _not_json(node: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for key, value in node.items():
            here = f"{pointer}/{escape(str(key))}"
            if not isinstance(key, str):
                yield here, f"the key {key!r} is not a text"
            yield from _not_json(value, here)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _not_json(value, f"{pointer}/{index}")
    elif node is not None and not isinstance(node, bool | int | float | str):
        yield pointer, f"{node!r} has no counterpart in JSON"


def _differences(one: Any, other: Any, pointer: str) -> Iterator[str]:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in one.keys() - other.keys():
            yield f"{pointer}/{escape(str(key))}"
        for key in one:
            if key in other:
                yield from _differences(one[key], other[key], f"{pointer}/{escape(str(key))}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _differences(left, right, f"{pointer}/{index}")
    elif type(one) is not type(other) or one != other:
        yield pointer
