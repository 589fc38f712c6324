"""How callers write things with a generated facade. Type-checked, never run; a broken line is a broken promise."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, assert_type

from trap_clients.runtime import AsyncCaller, AsyncPages, Caller, Operation, Page, Pages, Raw, Unset
from trap_clients.traps import Client, models
from trap_clients.traps.facade import AsyncTrapsGroups, TrapsGroups
from trap_clients.traps.models import AnyCommand, GoTo, Land, Reply, Task, TaskStatus
from trap_clients.traps.operations import OPERATIONS

T = TypeVar("T")


class OwnCaller:
    """A caller of one's own satisfies the protocol by its shape."""

    def __call__(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], T]) -> T:
        return decode(request)

    def raw(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], T]) -> Raw[T]:
        return Raw(status=200, headers={}, body=b"", read=lambda: decode(request))

    def pages(self, operation: Operation, request: Mapping[str, Any], decode: Callable[[Any], Page[T]]) -> Pages[T]:
        raise LookupError(operation.id)


def sync(groups: TrapsGroups) -> None:
    assert_type(groups.tasks.get("t-1"), Task)
    assert_type(groups.tasks.copy("t-1", note="n"), str | None)
    assert_type(groups.tasks.list(status=TaskStatus.FAILED, rows=10), Pages[Task])
    for task in groups.tasks.list():
        assert_type(task.status, TaskStatus)
        assert_type(task.count, int | Unset)
    for page in groups.tasks.search(text="x").pages():
        assert_type(page, Page[Task])
    assert_type(groups.mark_points.fly_to("p", body=models.Land(method="land")), Reply)
    assert_type(groups.mark_points.fly_to("p", body=Land(method="land")).command, AnyCommand | GoTo | Land)
    assert_type(groups.mark_points.create(body=[]), list[str])
    assert_type(groups.blobs.send_form("n", body=models.Form(file=groups.blobs.get("n"), flag=True)), bool)
    assert_type(groups.tasks.with_raw.get("t-1"), Raw[Task])
    assert_type(groups.tasks.with_raw.get("t-1").parse(), Task)
    assert_type(groups.tasks.with_raw.list(rows=10).parse().items, list[Task])
    assert_type(groups.tasks.with_raw.delete("t-1"), Raw[None])
    created = groups.tasks.create(name="survey", labels=["a"], return_detail=True)
    assert_type(created, Task)


async def asynchronous(groups: AsyncTrapsGroups) -> None:
    assert_type(await groups.tasks.get("t-1"), Task)
    assert_type(groups.tasks.list(), AsyncPages[Task])
    async for task in groups.tasks.list():
        assert_type(task, Task)
    await groups.tasks.delete("t-1")
    assert_type(await groups.tasks.with_raw.get("t-1"), Raw[Task])
    assert_type(await groups.tasks.with_raw.list(), Raw[Page[Task]])


def mistakes(groups: TrapsGroups, awaited: AsyncCaller) -> None:
    groups.tasks.create()  # type: ignore[call-arg]  # a required keyword is missing
    groups.tasks.create(name=1)  # type: ignore[arg-type]
    groups.tasks.list(status="failed")  # type: ignore[arg-type]  # an enum is wanted
    groups.tasks.get("t-1", "t-2")  # type: ignore[call-arg]
    print(models.Tusk)  # type: ignore[attr-defined]  # a lazy module still knows its names
    TrapsGroups(awaited)  # type: ignore[arg-type]  # the worlds do not mix
    OPERATIONS["getTask"].effect = "once"  # type: ignore[misc]  # rows are frozen


def composed(caller: OwnCaller) -> tuple[Caller, TrapsGroups, Client]:
    return caller, TrapsGroups(caller), Client(base_url="http://traps.invalid")
