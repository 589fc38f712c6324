"""Faults to plant in an emulator, each of a kind that the harness must catch.

They are put into a running application, in this process, by wrapping what its operations do. They know the
application that all emulators are made of, and a service only by its ``Parts``. Services without objects, which have
no ``Parts``, are not planted in.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import Any, Literal

import attrs
import pytest

from harness.contract.contract import Contract, Parts
from harness.contract.notes import disregard
from skybind_emulators.application import Application
from skybind_emulators.exchange import Answer, Call, Refusal, Reply
from skybind_emulators.validation import Invalid

__all__ = ["PLANTED", "PLANTS", "Plant", "Seen"]

Handler = Callable[[Call], Any]
Seen = Literal["create", "read", "update", "delete", "links", "life cycles"]


@attrs.frozen
class Plant:
    """A fault.

    Attributes:
        name: what goes wrong.
        into: plants it.
        seen: which run must fail: that of the operation which plays a part, the walks along links, the life cycles.
        needs: a part beside ``create`` and ``read`` that must be played for it.
        words: what the failing run must say, so that it does not fail for another reason. Schemathesis numbers its
            checks (ST101 and so on). Where there is more than one, each is enough; none for ``Parts.mismatch``.
        deletes: whether the objects must be such that can be deleted, too.
    """

    name: str
    into: Callable[[Application, Contract, Parts], None]
    seen: Seen
    words: tuple[str, ...]
    needs: Literal["update", "delete", "machine"] | None = None
    deletes: bool = False

    def fits(self, parts: Parts) -> bool:
        """Whether all parts that it needs are played."""
        return (self.needs is None or getattr(parts, self.needs) is not None) and (
            not self.deletes or bool(parts.delete)
        )

    def plant(self, application: Application, contract: Contract) -> None:
        """Make an emulator wrong."""
        assert contract.parts is not None
        disregard(application)
        self.into(application, contract, contract.parts)


#: The fault that the emulators of a run have, if they shall have one.
PLANTED = pytest.StashKey[Plant]()


def _wrap(application: Application, operation: str, wrapped: Callable[[Handler, Call], Any]) -> None:
    handlers: Mapping[str, Handler] = application._handlers
    genuine = handlers[operation]
    application._handlers = {**handlers, operation: lambda call: wrapped(genuine, call)}


def server_error(application: Application, contract: Contract, parts: Parts) -> None:
    """A certain input is too much for the service: a name that is longer than others."""

    def create(genuine: Handler, call: Call) -> Any:
        if len(call.body[parts.name]) > 3:
            raise RuntimeError("planted")
        return genuine(call)

    _wrap(application, parts.create, create)


def wrong_type(application: Application, contract: Contract, parts: Parts) -> None:
    """A field of an answer has another type than is specified."""
    _wrap(application, parts.read, lambda genuine, call: _renamed(genuine(call), parts.name, 7))


def undocumented_status(application: Application, contract: Contract, parts: Parts) -> None:
    """A success comes with a status that is not documented."""
    dialect = application._dialect
    genuine = dialect.answer

    def answer(wrapped: Any) -> Answer:
        return attrs.evolve(genuine(wrapped), status=202)

    dialect.answer = answer  # type: ignore[method-assign]


def unnamed_code(application: Application, contract: Contract, parts: Parts) -> None:
    """A refusal comes with a code that the operation does not have."""
    own = contract.operations[parts.update].node["x-errors"]
    other = next(code for code in application._specification.errors if code not in own)

    def update(genuine: Handler, call: Call) -> Any:
        try:
            return genuine(call)
        except Refusal as refusal:
            raise Refusal(other, "planted", status=404) from refusal

    _wrap(application, parts.update, update)


def missing_check(application: Application, contract: Contract, parts: Parts) -> None:
    """A body that breaks the specification is taken for a good one."""
    check = application._checks[parts.create]
    genuine = check.body

    def body(raw: bytes, content_type: str) -> Any:
        try:
            return genuine(raw, content_type)
        except Invalid:
            return dict(parts.body)

    check.body = body  # type: ignore[method-assign]


def open_door(application: Application, contract: Contract, parts: Parts) -> None:
    """Whoever asks is let in."""
    application._dialect.admit = lambda request, *, now: None  # type: ignore[method-assign]


def valid_refused(application: Application, contract: Contract, parts: Parts) -> None:
    """A body that the specification allows is refused as a bad one."""

    def update(genuine: Handler, call: Call) -> Any:
        if len(call.body) > 1:
            raise application._dialect.invalid(Invalid("planted"))
        return genuine(call)

    _wrap(application, parts.update, update)


def lost_creation(application: Application, contract: Contract, parts: Parts) -> None:
    """A creation is confirmed and not kept."""
    delete = application._handlers[parts.delete]

    def create(genuine: Handler, call: Call) -> Any:
        answer = genuine(call)
        path = attrs.evolve(call.arguments, path={parts.id: answer[parts.id]}, query={})
        delete(attrs.evolve(call, arguments=path))
        return answer

    _wrap(application, parts.create, create)


def use_after_delete(application: Application, contract: Contract, parts: Parts) -> None:
    """What was deleted is still there, though it may be deleted a second time."""
    update = application._handlers[parts.update]

    def delete(genuine: Handler, call: Call) -> Any:
        update(attrs.evolve(call, body={}))  # refuses what was never there
        return parts.done

    _wrap(application, parts.delete, delete)


def lost_update(application: Application, contract: Contract, parts: Parts) -> None:
    """A change is confirmed and not kept."""

    def update(genuine: Handler, call: Call) -> Any:
        answer = genuine(attrs.evolve(call, body={}))
        return {name: call.body.get(name, value) for name, value in answer.items()}

    _wrap(application, parts.update, update)


def update_of_another(application: Application, contract: Contract, parts: Parts) -> None:
    """A change also reaches the object that was made before it."""
    made: list[str] = []
    key = parts.id

    def create(genuine: Handler, call: Call) -> Any:
        answer = genuine(call)
        made.append((answer.payload if isinstance(answer, Reply) else answer)[key])
        return answer

    def update(genuine: Handler, call: Call) -> Any:
        answer = genuine(call)
        place = made.index(answer[key]) if answer[key] in made else 0
        if place:
            arguments = attrs.evolve(call.arguments, path={key: made[place - 1]})
            with contextlib.suppress(Refusal):
                genuine(attrs.evolve(call, arguments=arguments))
        return answer

    _wrap(application, parts.create, create)
    _wrap(application, parts.update, update)


PLANTS = (
    Plant("a server error on some input", server_error, "create", ("ST101",)),
    Plant("a field of a wrong type", wrong_type, "read", ("ST108",)),
    Plant("an undocumented status", undocumented_status, "read", ("ST103",)),
    Plant(
        "a code that the operation does not have", unnamed_code, "update", ("a code that the specification",), "update"
    ),
    Plant("a check that is missing", missing_check, "create", ("ST201",)),
    Plant("a request without signature that is let in", open_door, "read", ("ST401",)),
    Plant("a check that is too strict", valid_refused, "update", ("ST202", "a valid request was refused"), "update"),
    Plant("a lost creation", lost_creation, "links", ("ST302",), "delete"),
    Plant("use after delete, along links", use_after_delete, "links", ("succeeded on what was deleted",), "delete"),
    Plant(
        "use after delete, in life cycles",
        use_after_delete,
        "life cycles",
        ("should have been refused with NotFound",),
        "machine",
        deletes=True,
    ),
    Plant("a lost update", lost_update, "life cycles", (), "machine"),
    Plant("an update of another object", update_of_another, "life cycles", (), "machine"),
)


def _renamed(answer: Any, field: str, name: Any) -> Any:
    """The answer with every name in it replaced."""
    if isinstance(answer, dict):
        return {key: name if key == field else _renamed(value, field, name) for key, value in answer.items()}
    if isinstance(answer, list):
        return [_renamed(item, field, name) for item in answer]
    return answer
