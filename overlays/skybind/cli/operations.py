"""Operations of a service by the words that people type for them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from skybind.errors import UsageError

if TYPE_CHECKING:
    from skybind_clients.runtime import ErrorCode, Operation

__all__ = ["advice_for", "error_codes", "find_operation", "folded", "groups_of", "method_of", "operations"]


def operations(package: str) -> Mapping[str, Operation]:
    """All operations of a generated package, by operationId."""
    found: Mapping[str, Operation] = import_module(f"{package}.operations").OPERATIONS
    return found


def error_codes(package: str) -> Mapping[int | str, ErrorCode]:
    """What the codes of a service mean."""
    found: Mapping[int | str, ErrorCode] = import_module(f"{package}.operations").ERRORS
    return found


def folded(name: str) -> str:
    """A name without what people and programs spell differently: ``workspaceId`` is ``workspace_id``."""
    return name.replace("_", "").replace("-", "").casefold()


def advice_for(word: str, known: Iterable[str], *, many: int = 40) -> str:
    """The names that come near to a word; all of them, if they are few and none does."""
    names = list(known)
    by_folded = {folded(name): name for name in names}
    near = [by_folded[match] for match in difflib.get_close_matches(folded(word), by_folded, n=3, cutoff=0.6)]
    near += [name for name in names if folded(word) in folded(name) and name not in near][: 3 - len(near)]
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"There are: {', '.join(names)}." if 0 < len(names) <= many else ""


def find_operation(service: str, package: str, word: str) -> Operation:
    """An operation by group and method (``workspaces.create``) or by operationId, in any spelling.

    Raises:
        UsageError: there is no such operation; names the nearest.
    """
    table = operations(package)
    for operation in table.values():
        if folded(word) in {folded(operation.call), folded(operation.id)}:
            return operation
    names = [operation.call for operation in table.values()]
    near = advice_for(word, names, many=0) or advice_for(word, table, many=0)
    raise UsageError(
        f"{service} has no operation {word!r}", advice=f"{near} All of them: skybind api {service}".strip()
    )


def groups_of(package: str) -> Any:
    """The facade of a service without a connection, to look at."""
    facade = import_module(f"{package}.facade")
    (name,) = (name for name in facade.__all__ if name.endswith("Groups") and not name.startswith("Async"))
    return getattr(facade, name)(None)


def method_of(groups: Any, operation: Operation) -> Any:
    """The method that carries an operation out, of a facade or of a client."""
    group, method = operation.call.split(".")
    return getattr(getattr(groups, group), method)
