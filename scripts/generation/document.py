"""One service's spec: found, read and, where it lies in several files, put together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .problems import GenerationError

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SINGLE = "openapi.yaml"
_PARTS = "*.openapi.yaml"
# Maps whose entries may come from any file, with the depth at which the entries lie.
_MERGED_MAPS = {"paths": 1, "components": 2, "x-device-advice": 1}
_MERGED_LISTS = ("tags", "x-errors", "servers", "x-device-codes", "x-break-reasons")


@dataclass(frozen=True)
class RawOperation:
    """An operation as it stands in the spec.

    Attributes:
        path: As in the spec, with its `{parameters}`.
        method: Lower case.
        pointer: JSON pointer of the operation.
        path_item: What the operation lies in; it may hold further parameters.
    """

    path: str
    method: str
    pointer: str
    path_item: Mapping[str, Any]
    operation: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The operationId, or method and path where there is none."""
        return str(self.operation.get("operationId") or f"{self.method.upper()} {self.path}")


@dataclass(frozen=True)
class Document:
    """A whole spec.

    Attributes:
        service: Name of the spec's folder, which becomes the name of the package.
        files: The files that it is made of, in the order of reading.
        root: The document.
        origins: Which file a part of the document is from, by JSON pointer; everything else is from the first file.
    """

    service: str
    files: tuple[Path, ...]
    root: Mapping[str, Any]
    origins: Mapping[str, Path] = field(default_factory=dict)

    def operations(self) -> Iterator[RawOperation]:
        """All operations, in the order of the spec."""
        for path, item in _as_map(self.root.get("paths")).items():
            for method in METHODS:
                operation = _as_map(item).get(method)
                if isinstance(operation, Mapping):
                    yield RawOperation(path, method, f"/paths/{escape(path)}/{method}", item, operation)

    def components(self, kind: str) -> Mapping[str, Any]:
        """The components of one kind, for example `schemas`."""
        return _as_map(_as_map(self.root.get("components")).get(kind))

    def resolve(self, node: Any) -> Any:
        """What a node stands for: itself, or the target of its `$ref`; None if that leads nowhere."""
        for _ in range(32):  # more than any sane chain; a circle ends here
            if not isinstance(node, Mapping) or "$ref" not in node:
                return node
            node = self.at(str(node["$ref"]))
        return None

    def at(self, reference: str) -> Any:
        """The target of a reference within the document, or None."""
        if not reference.startswith("#/"):
            return None
        node: Any = self.root
        for token in reference[2:].split("/"):
            key = token.replace("~1", "/").replace("~0", "~")
            if isinstance(node, Mapping) and key in node:
                node = node[key]
            elif isinstance(node, list) and key.isdecimal() and int(key) < len(node):
                node = node[int(key)]
            else:
                return None
        return node

    def file_of(self, pointer: str) -> Path:
        """The file that holds a part of the document."""
        for prefix, file in self.origins.items():
            if pointer == prefix or pointer.startswith(prefix + "/"):
                return file
        return self.files[0]

    def parameters(self, raw: RawOperation) -> dict[tuple[str, str], Mapping[str, Any]]:
        """An operation's parameters by place and name; its own go before those of its path."""
        found: dict[tuple[str, str], Mapping[str, Any]] = {}
        for holder in (raw.operation, raw.path_item):
            for node in holder.get("parameters") or []:
                parameter = _as_map(self.resolve(node))
                found.setdefault((str(parameter.get("in")), str(parameter.get("name"))), parameter)
        return found

    def digests(self) -> dict[str, str]:
        """SHA-256 of each file, by its name below the folder of specs."""
        return {f"{self.service}/{file.name}": sha256(file.read_bytes()).hexdigest() for file in self.files}


def escape(key: str) -> str:
    """A key as a token of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def find_documents(specs: Path) -> list[Document]:
    """Every service that has an OpenAPI spec below a folder, in the order of their names.

    Raises:
        GenerationError: One cannot be read.
    """
    services = sorted(folder for folder in specs.iterdir() if folder.is_dir()) if specs.is_dir() else []
    return [load_document(folder) for folder in services if spec_files(folder)]


def spec_files(folder: Path) -> list[Path]:
    """The files that make one spec: `openapi.yaml` first, then the parts by name."""
    single = folder / _SINGLE
    return ([single] if single.is_file() else []) + sorted(folder.glob(_PARTS))


def load_document(folder: Path) -> Document:
    """Read one service's spec.

    Parts (`<part>.openapi.yaml`) add paths, components, tags and error codes to the first file; the rest of the
    document is that of the first file.

    Raises:
        GenerationError: A file is not YAML, or two files define the same thing.
    """
    files = spec_files(folder)
    roots = [read_yaml(file) for file in files]
    merged = dict(roots[0])
    origins: dict[str, Path] = {}
    for file, root in zip(files[1:], roots[1:], strict=True):
        for key, depth in _MERGED_MAPS.items():
            if key in root:
                merged[key] = _merge(merged.get(key, {}), root[key], depth, f"/{key}", file, origins)
        for key in _MERGED_LISTS:
            if key in root:
                merged[key] = [*merged.get(key, []), *root[key]]
    return Document(service=folder.name, files=tuple(files), root=merged, origins=origins)


def _merge(
    first: Mapping[str, Any], second: Mapping[str, Any], depth: int, pointer: str, file: Path, origins: dict[str, Path]
) -> dict[str, Any]:
    merged = dict(first)
    for key, value in second.items():
        here = f"{pointer}/{escape(key)}"
        if key not in merged:
            origins[here] = file
            merged[key] = value
        elif depth > 1:
            merged[key] = _merge(merged[key], value, depth - 1, here, file, origins)
        else:
            raise GenerationError(f"{file}#{here}: another file of this service defines it too; keep one")
    return merged


def read_yaml(file: Path) -> dict[str, Any]:
    """One file, as YAML 1.2.

    Raises:
        GenerationError: It is not YAML, gives a key twice, or is no mapping.
    """
    try:
        # The pure reader follows YAML 1.2 and refuses a key given twice; the C one is not installed everywhere.
        root = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise GenerationError(f"{file}: not YAML: {error}") from error
    if not isinstance(root, dict):
        raise GenerationError(f"{file}: an OpenAPI document is a mapping, not {type(root).__name__}")
    return root


def _as_map(node: Any) -> Mapping[str, Any]:
    return node if isinstance(node, Mapping) else {}
