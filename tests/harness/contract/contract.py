"""The terms of a service: all that the harness must know to hold it to its specification."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import attrs

from harness.contract.documents import Tolerance, read_document
from harness.contract.life_cycle import LifeCycle
from harness.contract.world import World

__all__ = ["EVERYWHERE", "Contract", "Exclusion", "Found", "Known", "Parts", "Step", "operations_of"]

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


@attrs.frozen
class Known:
    """Stands for something that no answer tells, in a step of the tour.

    Attributes:
        name: in ``World.known``. A real account that lacks it excuses the step.
    """

    name: str


@attrs.frozen(kw_only=True)
class Step:
    """One call of the tour: a valid one, whose answer must be a success.

    Attributes:
        operation: operationId.
        path: path parameters. In these and the next three, ``Found`` stands for what came before, ``Known`` for what
            the account has.
        query: query parameters.
        headers: header parameters.
        body: JSON body or fields of a form, None for none.
    """

    operation: str
    path: Mapping[str, Any] = attrs.field(factory=dict)
    query: Mapping[str, Any] = attrs.field(factory=dict)
    headers: Mapping[str, Any] = attrs.field(factory=dict)
    body: Any = None


@attrs.frozen(kw_only=True)
class Parts:
    """Operations on one kind of object, by the parts that they play in planted faults.

    Attributes:
        id: the field of an answer, and the path parameter, that names an object.
        read: shows an object, or a list of them. The emulated account has one.
        update: an empty body changes nothing. It, and the next four, are None where the service has no such thing.
        name: a field of ``create`` with the object's name, which is shown by ``read`` and can be changed by ``update``.
        body: a valid body of ``create``.
        done: what the service says of a deletion, without its envelope.
        machine: the life cycles of these objects.
        mismatch: what that machine says when an object is not as it was left.
    """

    id: str
    create: str
    read: str
    name: str
    body: Mapping[str, Any]
    update: str | None = None
    delete: str | None = None
    done: Any = None
    machine: type[LifeCycle] | None = None
    mismatch: str | None = None


def _by_status(response: Any) -> bool:
    return bool(200 <= response.status_code < 300)


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
        succeeded: whether an answer is a success; by default that is what its HTTP status says.
        arrange: makes the document as the harness needs it, where it is written otherwise.
        parts: who plays what in planted faults; None if the service keeps no objects.
        walks: tags whose operations are walked through along their links, each by itself; ``EVERYWHERE`` for all at
            once. A walk among few operations comes to the end of a life far more often.
        exclusions: checks that are off.
        tolerances: what requests may be like beyond the specification.
        examples: requests that are made up for an operation, beside those that schemathesis enumerates.
        walked: walks along links for each of ``walks``.
        lived: runs of each of ``life_cycles``.
        searches: operations that only read, though their method is another than GET.
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
    succeeded: Callable[[Any], bool] = _by_status
    arrange: Callable[[dict[str, Any]], dict[str, Any]] = lambda document: document
    parts: Parts | None = None
    walks: tuple[str, ...] = (EVERYWHERE,)
    exclusions: tuple[Exclusion, ...] = ()
    tolerances: tuple[Tolerance, ...] = ()
    searches: tuple[str, ...] = ()
    examples: int = 25
    walked: int = 15
    lived: int = 40
    tour: tuple[Step, ...] = ()
    untoured: Mapping[str, str] = attrs.field(factory=dict)
    costly: Mapping[str, str] = attrs.field(factory=dict)
    life_cycles: tuple[type[LifeCycle], ...] = ()
    readable: frozenset[str] = frozenset()

    @cached_property
    def document(self) -> dict[str, Any]:
        """The specification, read anew from its files."""
        return self.arrange(read_document(self.specification))

    @cached_property
    def operations(self) -> dict[str, OperationTerms]:
        """Operations by operationId, in the specification's order."""
        return operations_of(self.document, self.searches)

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
    """One operation, as far as the harness cares.

    Attributes:
        searches: whether it only reads, though its method is another than GET.
    """

    id: str
    method: str
    path: str
    effect: str
    node: Mapping[str, Any]
    searches: bool = False

    @property
    def label(self) -> str:
        """As schemathesis names it."""
        return f"{self.method} {self.path}"

    @property
    def reads(self) -> bool:
        """Whether it leaves the account as it is."""
        return self.effect == "safe" and (self.method == "GET" or self.searches)


def operations_of(document: Mapping[str, Any], searches: Collection[str] = ()) -> dict[str, OperationTerms]:
    """Operations of an OpenAPI document by operationId."""
    return {
        (name := node["operationId"]): OperationTerms(
            name, method.upper(), path, node["x-effect"], node, name in searches
        )
        for path, item in document["paths"].items()
        for method, node in item.items()
        if method in METHODS
    }
