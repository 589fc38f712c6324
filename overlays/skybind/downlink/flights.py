"""A wayline flight from prepare to home, command by command, in the order in which a dock takes them.

What must come first is checked before anything is sent. A return home is never held back: whoever wants the aircraft
back shall not be told about order. Each step is a command, and tells only that the dock took it; where the aircraft is,
its own events tell.

Source: DJI's pages on wayline tasks (life of a task).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from skybind.downlink.commands import AsyncCommand, Command
from skybind.downlink.intents import Intent, Payload
from skybind.downlink.outcomes import CommandUnknown
from skybind.downlink.plans import FlightPlan
from skybind.errors import SkybindError, UsageError
from skybind_clients.downlink.models import (
    BreakPoint,
    FlighttaskExecute,
    FlighttaskPause,
    FlighttaskRecovery,
    FlighttaskUndo,
    ReturnHome,
    ReturnHomeCancel,
)

__all__ = ["AsyncFlight", "Flight", "Step"]


class Step(StrEnum):
    """What a flight is told, one command each."""

    PREPARE = "prepare"
    EXECUTE = "execute"
    PAUSE = "pause"
    RECOVER = "recover"
    RETURN_HOME = "return_home"
    CANCEL_RETURN = "cancel_return"
    UNDO = "undo"


# What must have been sent before; a lost answer counts as sent, so that an aircraft in the air can still be paused.
_AFTER = {
    Step.EXECUTE: Step.PREPARE,
    Step.PAUSE: Step.EXECUTE,
    Step.RECOVER: Step.PAUSE,
    Step.CANCEL_RETURN: Step.RETURN_HOME,
    Step.UNDO: Step.PREPARE,
}
_ONCE = frozenset({Step.PREPARE, Step.EXECUTE})


class _Course:
    """What of a flight was sent, and what became of it. No I/O."""

    def __init__(self, plan: FlightPlan, clock: Callable[[], float]) -> None:
        self.plan = plan
        self.clock = clock
        self.sent: dict[Step, Command | AsyncCommand | None] = {}

    def payload(self, step: Step) -> Payload:
        """What to send for a step. Raises UsageError if it is not its turn."""
        self._check(step)
        flight_id = self.plan.flight_id
        match step:
            case Step.PREPARE:
                return self.plan.prepare(self.clock())
            case Step.EXECUTE:
                self.plan.check_execute(self.clock())
                return FlighttaskExecute(flight_id=flight_id)
            case Step.PAUSE:
                return FlighttaskPause()
            case Step.RECOVER:
                return FlighttaskRecovery()
            case Step.RETURN_HOME:
                return ReturnHome()
            case Step.CANCEL_RETURN:
                return ReturnHomeCancel()
            case Step.UNDO:
                return FlighttaskUndo(flight_ids=[flight_id])

    def _check(self, step: Step) -> None:
        before = _AFTER.get(step)
        if before is not None and before not in self.sent:
            raise self._wrong(
                f"{step} comes after {before}, which this flight has not sent",
                f"Call {before}() first. For a flight that another process began, send() the command itself.",
            )
        if step in _ONCE and step in self.sent:
            command = self.sent[step]
            if command is None:
                raise self._wrong(f"{step} was sent, and no answer to it is known", "Call ask() with the error first.")
            if not command.ended or command.taken:
                raise self._wrong(f"{step} was sent already ({command.status})", "Wait for that command.")
        if step is Step.EXECUTE:
            prepared = self.sent[Step.PREPARE]
            if prepared is None or not prepared.taken:
                raise self._wrong("the dock is not known to have taken prepare", "Wait for it: prepare().wait().")
        if step is Step.UNDO and Step.EXECUTE in self.sent:
            executed = self.sent[Step.EXECUTE]
            if executed is None or executed.taken or not executed.ended:
                raise self._wrong("a task that was started cannot be undone", "Call pause() or return_home().")

    def _wrong(self, words: str, advice: str) -> UsageError:
        return UsageError(f"flight {self.plan.flight_id}: {words}", advice=advice)

    @contextlib.contextmanager
    def under_way(self, step: Step) -> Iterator[None]:
        """While a step is sent it counts as sent with an unknown end, and so it does after Ctrl-C or a lost answer."""
        before = dict(self.sent)
        self.sent[step] = None
        try:
            yield
        except CommandUnknown:
            raise
        except SkybindError:  # surely not accepted
            self.sent = before
            raise

    def step_of(self, intent: Intent) -> Step:
        """The step that an intent was sent for."""
        types = {
            "flighttask_prepare": Step.PREPARE,
            "flighttask_execute": Step.EXECUTE,
            "flighttask_pause": Step.PAUSE,
            "flighttask_recovery": Step.RECOVER,
            "return_home": Step.RETURN_HOME,
            "return_home_cancel": Step.CANCEL_RETURN,
            "flighttask_undo": Step.UNDO,
        }
        step = types.get(intent.command_type)
        if step is None or step not in self.sent:
            raise self._wrong(f"{intent.command_type} was not sent by this flight", "Ask the client itself.")
        return step


class Flight:
    """A wayline flight, told step by step; each step is sent at most once and gives a command.

    Attributes:
        plan: What is flown.
    """

    def __init__(
        self,
        plan: FlightPlan,
        clock: Callable[[], float],
        send: Callable[[Payload], Command],
        ask: Callable[[CommandUnknown], Command],
    ) -> None:
        self.plan = plan
        self._course = _Course(plan, clock)
        self._send = send
        self._ask = ask

    def _do(self, step: Step) -> Command:
        payload = self._course.payload(step)
        with self._course.under_way(step):
            command = self._course.sent[step] = self._send(payload)
        return command

    def prepare(self) -> Command:
        """Give the dock the task. An immediate one must reach it within 30 s, so its time is set now."""
        return self._do(Step.PREPARE)

    def execute(self) -> Command:
        """Start it: the aircraft takes off. The dock must have taken ``prepare``. Taken, the flight has only begun."""
        return self._do(Step.EXECUTE)

    def pause(self) -> Command:
        """Pause the wayline: the aircraft hovers."""
        return self._do(Step.PAUSE)

    def recover(self) -> Command:
        """Go on with the paused wayline."""
        return self._do(Step.RECOVER)

    def return_home(self) -> Command:
        """Return to home at once, whatever was sent before; the wayline ends."""
        return self._do(Step.RETURN_HOME)

    def cancel_return(self) -> Command:
        """Stop the return: the aircraft hovers."""
        return self._do(Step.CANCEL_RETURN)

    def undo(self) -> Command:
        """Take the task back before it began."""
        return self._do(Step.UNDO)

    def ask(self, about: CommandUnknown) -> Command:
        """Ask about a step whose answer was lost; see ``Downlink.ask`` for what that may do."""
        step = self._course.step_of(about.intent)
        command = self._course.sent[step] = self._ask(about)
        return command

    def resume_from(self, break_point: BreakPoint | Mapping[str, Any], *, flight_id: str) -> Flight:
        """A new flight from a break point on; nothing is sent before its own ``prepare``. See FlightPlan.resumed."""
        return Flight(self.plan.resumed(break_point, flight_id), self._course.clock, self._send, self._ask)


class AsyncFlight:
    """The same for asyncio; see :class:`Flight`."""

    def __init__(
        self,
        plan: FlightPlan,
        clock: Callable[[], float],
        send: Callable[[Payload], Any],
        ask: Callable[[CommandUnknown], Any],
    ) -> None:
        self.plan = plan
        self._course = _Course(plan, clock)
        self._send = send
        self._ask = ask

    async def _do(self, step: Step) -> AsyncCommand:
        payload = self._course.payload(step)
        with self._course.under_way(step):
            command: AsyncCommand = await self._send(payload)
            self._course.sent[step] = command
        return command

    async def prepare(self) -> AsyncCommand:
        """Give the dock the task; see :meth:`Flight.prepare`."""
        return await self._do(Step.PREPARE)

    async def execute(self) -> AsyncCommand:
        """Start it: the aircraft takes off; see :meth:`Flight.execute`."""
        return await self._do(Step.EXECUTE)

    async def pause(self) -> AsyncCommand:
        """Pause the wayline: the aircraft hovers."""
        return await self._do(Step.PAUSE)

    async def recover(self) -> AsyncCommand:
        """Go on with the paused wayline."""
        return await self._do(Step.RECOVER)

    async def return_home(self) -> AsyncCommand:
        """Return to home at once; see :meth:`Flight.return_home`."""
        return await self._do(Step.RETURN_HOME)

    async def cancel_return(self) -> AsyncCommand:
        """Stop the return: the aircraft hovers."""
        return await self._do(Step.CANCEL_RETURN)

    async def undo(self) -> AsyncCommand:
        """Take the task back before it began."""
        return await self._do(Step.UNDO)

    async def ask(self, about: CommandUnknown) -> AsyncCommand:
        """Ask about a step whose answer was lost; see ``Downlink.ask`` for what that may do."""
        step = self._course.step_of(about.intent)
        command: AsyncCommand = await self._ask(about)
        self._course.sent[step] = command
        return command

    def resume_from(self, break_point: BreakPoint | Mapping[str, Any], *, flight_id: str) -> AsyncFlight:
        """A new flight from a break point on; see :meth:`Flight.resume_from`."""
        return AsyncFlight(self.plan.resumed(break_point, flight_id), self._course.clock, self._send, self._ask)
