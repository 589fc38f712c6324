"""The main job as the command line does it, with any service that reconstructs, and on again from where it broke off.

What is the same everywhere is here: options that a service has not, the wait, Ctrl-C, resume tokens. How a service gets
from a source to a running job, and what it makes, is a :class:`Work`, one module each.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar, Protocol

import attrs

from skybind.cli.display import Display
from skybind.errors import ActionNeeded, SkybindError, UsageError
from skybind.jobs import Job, Phase

__all__ = ["Order", "Stopped", "Work", "carry_out", "check_options", "completed", "fetch", "stoppable"]


@attrs.frozen
class Order:
    """What was asked for.

    Attributes:
        source: A folder of photos, or what a service has in place of one.
        kind: ``2d``, ``3d``, ``lidar``; None takes the service's own.
        settings: Parameters of the reconstruction by name.
        request: The same as the service wants them; made by its work.
        out: Where the model goes; None leaves it at the service.
        name: Name at the service, or None for one that follows from the source.
        workers: Files on their way at a time.
        seconds: For the wait, or None.
        wait: Whether to wait at all.
        wait_for_slot: Whether to wait while the account has too many unfinished jobs.
        again: Whether to make another job even if there is one.
        workspace: Name or id of a workspace at the service, or None.
        model: Kind of model, or None.
        marks: File of mark points, or None.
        controlled: Whether mark points will follow.
    """

    source: str
    kind: str | None = None
    settings: Mapping[str, Any] = attrs.field(factory=dict)
    request: Any = None
    out: Path | None = None
    name: str | None = None
    workers: int = 8
    seconds: float | None = None
    wait: bool = True
    wait_for_slot: bool = False
    again: bool = False
    workspace: str | None = None
    model: str | None = None
    marks: Path | None = None
    controlled: bool = False


#: Options that not every service has, by the attribute of an order.
_OPTIONS = {
    "out": "--out",
    "wait_for_slot": "--wait-for-slot",
    "again": "--again",
    "workspace": "--workspace",
    "model": "--model",
    "marks": "--marks",
    "controlled": "--controlled",
}


class Work(Protocol):
    """What a service brings to the main job. It is made of the service's client.

    Attributes:
        name: Of the service.
        takes: Attributes of an order that it uses, of those that not every service has.
        refusals: Why it does not use others, by attribute, where there is more to say.
    """

    name: ClassVar[str]
    takes: ClassVar[frozenset[str]]
    refusals: ClassVar[Mapping[str, str]]

    @staticmethod
    def completed(order: Order) -> Order:
        """The order with its request. Raises UsageError for one that cannot work; nothing is sent for it."""
        ...

    def begin(self, order: Order, display: Display) -> dict[str, Any]:
        """Bring a job under way, and say which: at least ``job`` and ``token``."""
        ...

    def resume(self, token: str, order: Order, display: Display) -> dict[str, Any]:
        """Go on with what a token stands for, to its end."""
        ...

    def job(self, token: str) -> Job[Any]:
        """The job of a token."""
        ...

    def collect(self, job: Job[Any], order: Order, display: Display) -> dict[str, Any]:
        """What a job that is done has made; downloaded, where the service has downloads."""
        ...

    def told(self, result: Mapping[str, Any]) -> str:
        """The result for eyes."""
        ...


class Stopped(SkybindError):
    """Ctrl-C; the message says what is safe."""


def check_options(work: type[Work], order: Order) -> None:
    """Refuse options that a service has not.

    Raises:
        UsageError: there is one; says what to do instead.
    """
    for attribute, option in _OPTIONS.items():
        if getattr(order, attribute) and attribute not in work.takes:
            raise UsageError(
                f"{work.name} has no {option}", advice=work.refusals.get(attribute, f"Leave {option} out.")
            )


def completed(work: type[Work], order: Order) -> Order:
    """The order as a service takes it; nothing is sent to find out.

    Raises:
        UsageError: an option that the service has not, or a value that cannot be.
    """
    check_options(work, order)
    return work.completed(order)


@contextlib.contextmanager
def stoppable(said: Callable[[], str], token: str) -> Iterator[None]:
    """Have whatever ends this stage carry the token that goes on with it."""
    try:
        yield
    except KeyboardInterrupt:
        raise Stopped(said(), token=token) from None
    except SkybindError as error:
        error.token = token
        raise


def carry_out(work: Work, order: Order, display: Display) -> dict[str, Any]:
    """Bring a job under way, wait, get what it made; every stage goes on where an earlier run left it.

    Returns:
        What came of it, for ``--json``.

    Raises:
        Stopped: Ctrl-C; its token goes on.
        SkybindError: as the stages raise it; its token goes on.
    """
    result = work.begin(order, display)
    if not order.wait:
        job = work.job(result["token"])
        display.note(f"started job {job.id}\nask with: skybind status {job.token}")
        return {**result, "state": job.status().phase.value}
    return {**result, **fetch(work, result["token"], order, display)}


def fetch(work: Work, token: str, order: Order, display: Display) -> dict[str, Any]:
    """Wait for a job and get what it made.

    Raises:
        ActionNeeded: the job waits for a person.
    """
    job = work.job(token)
    with stoppable(lambda: "the job goes on at the service", job.token):
        timeout = timedelta(seconds=order.seconds) if order.seconds is not None else None
        state = job.wait(timeout, progress=display.job)
        if state.phase is Phase.HELD:
            raise ActionNeeded(f"job {job.id} waits for a person ({state.native}): {state.message}")
        result: dict[str, Any] = {"job": job.id, "token": job.token, "state": state.phase.value}
        return {**result, **work.collect(job, order, display)}
