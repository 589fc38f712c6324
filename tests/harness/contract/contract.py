"""The terms of a service: all that the harness must know to hold it to its specification."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import attrs
import yaml

from harness.contract.life_cycle import LifeCycle
from harness.contract.world import World

__all__ = ["EVERYWHERE", "Contract", "Exclusion", "Found", "Parts", "Step", "operations_of"]

#: Stands for all tags of a specification.
EVERYWHERE = "everywhere"

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@attrs.frozen
class Exclusion:
    """A check of schemathesis that is off for some operations.

    Attributes:
        check: its name, such as ``ensure_resource_availability``.
        operations: operationIds; none for every operation.
        reason: why what it takes for a fault is none.
    """

    check: str
    operations: tuple[str, ...]
    reason: str


@attrs.frozen
class Found:
    """Stands for a value in an earlier answer of the tour.

    Attributes:
        operation: which operation answered.
        pointer: JSON pointer into its answer.
    """

    operation: str
    pointer: str


@attrs.frozen(kw_only=True)
class Step:
    """One call of the tour: a valid one, whose answer must be a success.

    Attributes:
        operation: operationId.
        path: path parameters. In these and the next three, ``Found`` stands for what came before.
        query: query parameters.
        headers: header parameters.
        body: JSON body, None for none.
    """

    operation: str
    path: Mapping[str, Any] = attrs.field(factory=dict)
    query: Mapping[str, Any] = attrs.field(factory=dict)
    headers: Mapping[str, Any] = attrs.field(factory=dict)
    body: Any = None


@attrs.frozen
class Parts:
    """Operations on one kind of object, by the parts that they play in planted faults.

    Attributes:
        id: the field of an answer, and the path parameter, that names an object.
        body: a valid body of ``create``; ``name`` is one of its fields, and can be changed by ``update``.
    """

    id: str
    create: str
    read: str
    update: str
    delete: str
    body: Mapping[str, Any]


class Speaks(Protocol):
    """A check of an answer; see ``Contract.speaks``."""

    def __call__(self, context: Any, response: Any, case: Any) -> None: ...


@attrs.frozen(kw_only=True, slots=False)
class Contract:
    """One entry of the table of services.

    Attributes:
        service: short name, as in ``SKYBIND_LIVE``.
        specification: file of the OpenAPI document.
        emulate: opens an emulator in this process, with a few things in its account; takes a folder of its own.
        connect: opens the real service with the user's credentials; takes what to call before each request, which
            keeps them apart. Raises ``CredentialsMissing``.
        speaks: what answers have in common that the specification cannot say: envelope, codes, headers.
        acquaint: puts ids that exist in place of made-up ones, for some of the cases; takes ``World.known``.
        parts: who plays what in planted faults.
        walks: tags whose operations are walked through along their links, each by itself; ``EVERYWHERE`` for all at
            once. A walk among few operations comes to the end of a life far more often.
        exclusions: checks that are off.
        tour: valid calls to every operation, in an order in which they succeed.
        untoured: operations that the tour leaves out, each with the reason.
        costly: operations that are never sent to the real service, each with the reason.
        life_cycles: state machines.
        readable: fields of answers that snapshots keep as they are, because they tell of the service and not of the
            account. Enumerated values are kept anyway.
    """

    service: str
    specification: Path
    emulate: Callable[[Path], AbstractContextManager[World]]
    connect: Callable[[Callable[[], Any]], AbstractContextManager[World]]
    speaks: Speaks
    acquaint: Callable[[Any, Mapping[str, Any]], None]
    parts: Parts
    walks: tuple[str, ...] = (EVERYWHERE,)
    exclusions: tuple[Exclusion, ...] = ()
    tour: tuple[Step, ...] = ()
    untoured: Mapping[str, str] = attrs.field(factory=dict)
    costly: Mapping[str, str] = attrs.field(factory=dict)
    life_cycles: tuple[type[LifeCycle], ...] = ()
    readable: frozenset[str] = frozenset()

    @cached_property
    def document(self) -> dict[str, Any]:
        """The specification, read anew from its file: the emulator's own reading is not trusted."""
        document: dict[str, Any] = yaml.safe_load(self.specification.read_text(encoding="utf-8"))
        return document

    @cached_property
    def operations(self) -> dict[str, OperationTerms]:
        """Operations by operationId, in the specification's order."""
        return operations_of(self.document)

    def labelled(self, label: str) -> OperationTerms:
        """The operation that schemathesis calls by method and path."""
        return next(operation for operation in self.operations.values() if operation.label == label)

    def refrains(self, operation: OperationTerms, *, writes: bool) -> str | None:
        """Why the real service is spared an operation; None if it is not."""
        if operation.id in self.costly:
            return self.costly[operation.id]
        if operation.effect == "physical":
            return "it moves a machine"
        if not (operation.reads or writes):
            return "it changes the account: --allow-writes"
        return None


@attrs.frozen
class OperationTerms:
    """One operation, as far as the harness cares."""

    id: str
    method: str
    path: str
    effect: str
    node: Mapping[str, Any]

    @property
    def label(self) -> str:
        """As schemathesis names it."""
        return f"{self.method} {self.path}"

    @property
    def reads(self) -> bool:
        """Whether it leaves the account as it is."""
        return self.method == "GET" and self.effect == "safe"


def operations_of(document: Mapping[str, Any]) -> dict[str, OperationTerms]:
    """Operations of an OpenAPI document by operationId."""
    return {
        node["operationId"]: OperationTerms(node["operationId"], method.upper(), path, node["x-effect"], node)
        for path, item in document["paths"].items()
        for method, node in item.items()
        if method in METHODS
    }
