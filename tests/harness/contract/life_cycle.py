"""State machines that live the life of a service's objects, beside a small model that says what must be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, ClassVar, Self

from hypothesis.stateful import RuleBasedStateMachine

__all__ = ["LifeCycle", "refused"]


class LifeCycle(RuleBasedStateMachine):
    """A machine that talks to a service through skybind's client.

    The account is not empty and may be used by others, so that models hold only what the machine itself made. At the
    end of each run it takes that away again.

    Attributes:
        client: skybind's client.
        known: see ``World.known``.
        spared: operations that must not be called.
        short_life: rules one after another, in which each fault that is planted into these objects shows.
    """

    client: ClassVar[Any]
    known: ClassVar[Mapping[str, Any]]
    spared: ClassVar[frozenset[str]]
    short_life: ClassVar[Callable[[Any], None] | None] = None

    @classmethod
    def over(cls, client: Any, known: Mapping[str, Any], spared: Collection[str]) -> type[Self]:
        """The machine for one client."""
        return type(cls.__name__, (cls,), {"client": client, "known": known, "spared": frozenset(spared)})


def refused(errors: type[Exception] | tuple[type[Exception], ...], call: Callable[[], Any]) -> None:
    """Make a call that must be refused with one of these errors."""
    try:
        call()
    except errors:
        return
    names = errors if isinstance(errors, tuple) else (errors,)
    raise AssertionError(f"should have been refused with {' or '.join(error.__name__ for error in names)}")
