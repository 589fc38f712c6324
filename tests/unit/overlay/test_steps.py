"""Work of several calls, carried out in both worlds."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from skybind.errors import OutcomeUnknown, SkybindError
from skybind.steps import Workflow, ask, first, pause
from unit.overlay.dials import Pauses
from unit.overlay.worlds import World


class Shop:
    """A facade: two calls and a list, as the world wants them."""

    def __init__(self, world: World, count: int = 10) -> None:
        self.given: list[int] = []
        self.called: list[str] = []
        self._world = world
        self._count = count
        self.greet = world.wrap(self._greet)
        self.fail = world.wrap(self._fail)

    def _greet(self, name: str) -> str:
        self.called.append(name)
        return f"hello {name}"

    def _fail(self, error: Exception) -> str:
        raise error

    def _numbers(self) -> Iterator[int]:
        for number in range(self._count):
            self.given.append(number)
            yield number

    def numbers(self) -> Any:
        return self._world.listed(self._numbers())


def greeting(name: str) -> Callable[[Shop], str]:
    return lambda shop: shop.greet(name)


def failing(error: Exception) -> Callable[[Shop], str]:
    return lambda shop: shop.fail(error)


def numbers(shop: Shop) -> Any:
    return shop.numbers()


def carry_out(world: World, workflow: Workflow[Any], shop: Shop, pauses: Pauses | None = None) -> Any:
    return world.carry_out(workflow, shop, pauses or Pauses())


def test_answers_come_back_to_where_they_were_asked_for(world: World) -> None:
    """Calls are made in their order, each with what the one before brought, and the result is returned."""

    def work() -> Workflow[str]:
        one = yield from ask(greeting("a"))
        two = yield from ask(greeting(one))
        return two + "!"

    shop = Shop(world)
    assert carry_out(world, work(), shop) == "hello hello a!"
    assert shop.called == ["a", "hello a"]


def test_errors_are_raised_where_they_can_be_handled(world: World) -> None:
    """An error of a call is raised at its ``yield``; the workflow may go on with other calls."""

    def work() -> Workflow[str]:
        try:
            yield from ask(failing(OutcomeUnknown("lost")))
        except OutcomeUnknown as error:
            words = error.message
        return (yield from ask(greeting(words)))

    assert carry_out(world, work(), Shop(world)) == "hello lost"


def test_an_error_may_be_the_last_step(world: World) -> None:
    """A workflow may return from the handling of an error without another step."""

    def work() -> Workflow[str]:
        try:
            yield from ask(failing(SkybindError("no")))
        except SkybindError:
            return "handled"
        raise AssertionError("unreachable")

    assert carry_out(world, work(), Shop(world)) == "handled"


def test_errors_that_nobody_handles_reach_the_caller(world: World) -> None:
    """What a workflow does not catch, or raises itself, comes out; it was raised inside of it first."""
    cleaned: list[str] = []

    def work(error: Exception) -> Workflow[None]:
        try:
            yield from ask(failing(error))
        finally:
            cleaned.append(str(error))

    with pytest.raises(SkybindError, match="no"):
        carry_out(world, work(SkybindError("no")), Shop(world))
    assert cleaned == ["no"]

    def raises_itself() -> Workflow[None]:
        try:
            yield from ask(failing(SkybindError("first")))
        except SkybindError:
            raise SkybindError("second") from None

    with pytest.raises(SkybindError, match="second"):
        carry_out(world, raises_itself(), Shop(world))


def test_a_defect_is_not_a_refusal(world: World) -> None:
    """What is not one of our errors is not offered to the workflow's handlers."""

    def work() -> Workflow[str]:
        try:
            yield from ask(failing(ZeroDivisionError()))
        except ZeroDivisionError:
            return "swallowed"
        raise AssertionError("unreachable")

    with pytest.raises(ZeroDivisionError):
        carry_out(world, work(), Shop(world))


@pytest.mark.parametrize(("count", "most"), [(10, 3), (3, 3), (2, 3), (0, 3), (10, 1)])
def test_lists_are_limited(world: World, count: int, most: int) -> None:
    """No more items are taken than wanted, and none beyond them is asked for."""

    def work() -> Workflow[list[int]]:
        return (yield from first(numbers, most))

    shop = Shop(world, count)
    assert carry_out(world, work(), shop) == list(range(min(count, most)))
    assert shop.given == list(range(min(count, most)))


def test_pauses_are_made_by_the_driver(world: World) -> None:
    """A pause asks the sleep that was given, for so many seconds, and brings nothing."""

    def work() -> Workflow[Any]:
        return (yield from pause(1.5))

    pauses = Pauses()
    assert carry_out(world, work(), Shop(world), pauses) is None
    assert pauses.asked == [1.5]
