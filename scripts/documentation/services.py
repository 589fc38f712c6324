"""Services that there are specifications of, and their operations as pages tell of them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs
import yaml

import skybind
from skybind.cli.arguments import Parameter, parameters_of_method
from skybind.cli.describing import described
from skybind.cli.operations import error_codes, groups_of, method_of, operations
from skybind_clients.runtime import ErrorCode, Operation

__all__ = ["Described", "Service", "services"]

_EFFECT = re.compile(r"^Effect: (.+)$", re.MULTILINE)


@attrs.frozen
class Described:
    """One operation.

    Attributes:
        operation: As the generated client has it.
        about: What `skybind api SERVICE OPERATION --describe --json` says.
        effect: What may be sent again, in words.
        parameters: What the Python method takes; those that can only be given by name are in `by_name`.
        by_name: Names of these.
    """

    operation: Operation
    about: Mapping[str, Any]
    effect: str
    parameters: tuple[Parameter, ...]
    by_name: frozenset[str]

    @property
    def anchor(self) -> str:
        """Id of its heading."""
        return self.operation.call.replace(".", "-").replace("_", "-")


@attrs.frozen(slots=False)
class Service:
    """A service with a specification and a client that was generated from it.

    Attributes:
        name: Folder of its specification.
        folder: The folder.
    """

    name: str
    folder: Path

    @property
    def package(self) -> str:
        """Its generated client."""
        return f"skybind_clients.{self.name}"

    @cached_property
    def title(self) -> str:
        """Its name for people."""
        document = import_module(f"{self.package}.facade").__doc__ or ""
        return document.partition(" as Python calls")[0].strip()

    @cached_property
    def client(self) -> str | None:
        """Class in `skybind` that people use, or None if there is only the generated client."""
        for name in skybind.__all__:
            kind = getattr(skybind, name)
            if isinstance(kind, type) and getattr(kind, "name", None) == self.name and not name.startswith("Async"):
                return name
        return None

    @cached_property
    def description(self) -> str:
        """What the specification says at its head."""
        file = self.folder / "openapi.yaml"
        if file.exists():
            return " ".join(self._head["info"].get("description", "").split())
        from graphql import parse  # noqa: PLC0415 - one service of five

        text = (self.folder / "schema.graphql").read_text(encoding="utf-8")
        heads = [one for one in parse(text).definitions if one.kind == "schema_definition"]
        return " ".join(one.description.value for one in heads if getattr(one, "description", None))  # type: ignore[attr-defined]

    @cached_property
    def servers(self) -> list[tuple[str, str]]:
        """Addresses with what each is for, where the specification names them."""
        return [(one["url"], one.get("description", "")) for one in self._head.get("servers", ())]

    @cached_property
    def _head(self) -> Mapping[str, Any]:
        file = self.folder / "openapi.yaml"
        if not file.exists():
            return {}
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        head: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), loader)  # noqa: S506 - a safe loader
        return head

    @cached_property
    def unknown(self) -> dict[str, list[str]]:
        """What no document says of an operation, by its id."""
        operations = (one for path in self._head.get("paths", {}).values() for one in path.values())
        return {
            one["operationId"]: one["x-unknown"]
            for one in operations
            if isinstance(one, Mapping) and "x-unknown" in one and "operationId" in one
        }

    @cached_property
    def groups(self) -> Mapping[str, str]:
        """What each group of operations is about."""
        facade = groups_of(self.package)
        names = dict.fromkeys(one.operation.call.partition(".")[0] for one in self.operations)
        return {name: inspect.getdoc(type(getattr(facade, name))) or "" for name in names}

    @cached_property
    def operations(self) -> tuple[Described, ...]:
        """All of them, in the order of the specification."""
        return tuple(self._described())

    def _described(self) -> Iterator[Described]:
        facade = groups_of(self.package)
        limits = import_module(f"{self.package}.limits").limits()
        for operation in operations(self.package).values():
            method = method_of(facade, operation)
            parameters = parameters_of_method(self.package, method)
            about = described(self.name, self.package, operation, method, parameters, limits.get(operation.id, {}))
            signature = inspect.signature(method).parameters.values()
            effect = _EFFECT.search(inspect.getdoc(method) or "")
            yield Described(
                operation,
                about,
                effect[1] if effect else f"{operation.effect}.",
                tuple(parameters),
                frozenset(one.name for one in signature if one.kind is one.KEYWORD_ONLY),
            )

    @cached_property
    def codes(self) -> tuple[ErrorCode, ...]:
        """Codes that it refuses with."""
        return tuple(error_codes(self.package).values())


def services(specs: Path) -> list[Service]:
    """Services by name: each folder of `specs` that a client was generated from."""
    return [
        Service(folder.name, folder)
        for folder in sorted(specs.iterdir())
        if folder.is_dir() and find_spec(f"skybind_clients.{folder.name}")
    ]
