"""Work of several calls, written once for sync and async.

A workflow is a generator that yields what to do and is sent what came of it. :func:`ask` keeps the types: the
callable names a method of the sync facade, whose async twin has the same names.

    def rename(uuid: str, name: str) -> Workflow[Job]:
        yield from ask(lambda api: api.jobs.update(uuid, name=name))
        return (yield from ask(lambda api: api.jobs.get(uuid)))

Errors of a call are raised inside the workflow, at the ``yield``.
"""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable, Generator, Iterable
from typing import Any, TypeVar, cast

import attrs

from skybind import waiting
from skybind.errors import Conflict, OutcomeUnknown, ServerError, SkybindError, Throttled

__all__ = ["Workflow", "ask", "find_or_make", "first", "pause", "run", "run_async"]

G = TypeVar("G")
T = TypeVar("T")


@attrs.frozen
class _Call:
    call: Callable[[Any], Any]


@attrs.frozen
class _List:
    call: Callable[[Any], Any]
    most: int


@attrs.frozen
class _Pause:
    seconds: float


Step = _Call | _List | _Pause


Workflow = Generator[Step, Any, T]


def ask(call: Callable[[G], T]) -> Workflow[T]:
    """Make one call and get its answer. ``call`` returns what the facade's method returns: async, that is awaited."""
    return cast("T", (yield _Call(call)))


def first(call: Callable[[G], Iterable[T]], most: int = 1000) -> Workflow[list[T]]:
    """The first items of a paged list."""
    return cast("list[T]", (yield _List(call, most)))


def pause(seconds: float) -> Workflow[None]:
    """Wait."""
    yield _Pause(seconds)


_TRIES = 4


def find_or_make(
    find: Callable[[], Workflow[T | None]],
    make: Callable[[], Workflow[T]],
    *,
    taken: Callable[[Conflict], bool] = lambda _conflict: False,
) -> Workflow[T]:
    """Something that must exist once, whatever happens to answers: looked for before each try to make it.

    Args:
        find: Looks for it.
        make: Makes it, with a call that must not be repeated blindly.
        taken: Whether a conflict says that it exists by now.
    """
    trouble: SkybindError | None = None
    for attempt in range(_TRIES):
        if attempt:
            yield from pause(0.5 * 2**attempt)
        found = yield from find()
        if found is not None:
            return found
        try:
            return (yield from make())
        except Conflict as conflict:
            if not taken(conflict):
                raise
            trouble = conflict
        except (OutcomeUnknown, ServerError, Throttled) as error:
            trouble = error
    assert trouble is not None
    raise trouble


def run(workflow: Workflow[T], groups: object, sleep: Callable[[float], None] = waiting.sleep) -> T:
    """Carry a workflow out on a sync facade."""
    try:
        step = next(workflow)
        while True:
            result: Any = None
            try:
                if isinstance(step, _Call):
                    result = step.call(groups)
                elif isinstance(step, _List):
                    result = list(itertools.islice(step.call(groups), step.most))
                else:
                    sleep(step.seconds)
            except SkybindError as error:
                step = workflow.throw(error)
            else:
                step = workflow.send(result)
    except StopIteration as done:
        return cast("T", done.value)


async def run_async(
    workflow: Workflow[T],
    groups: object,
    sleep: Callable[[float], Awaitable[None]] = waiting.async_sleep,
) -> T:
    """Carry a workflow out on an async facade."""
    try:
        step = next(workflow)
        while True:
            result: Any = None
            try:
                if isinstance(step, _Call):
                    result = await step.call(groups)
                elif isinstance(step, _List):
                    result = []
                    async for item in step.call(groups):
                        result.append(item)
                        if len(result) >= step.most:
                            break
                else:
                    await sleep(step.seconds)
            except SkybindError as error:
                step = workflow.throw(error)
            else:
                step = workflow.send(result)
    except StopIteration as done:
        return cast("T", done.value)
