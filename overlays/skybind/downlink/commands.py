"""A command that the platform has accepted, and how one waits until its device took it.

Taken is not done: the device answers before it acts. How a flight goes is told by events of the device, which the
platform does not publish.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any, NoReturn

import attrs

from skybind.downlink.intents import TIMEOUT, Intent
from skybind.downlink.outcomes import failed, unanswered
from skybind.downlink.statuses import Fate, fate_of, output_of, status_of, words_of
from skybind.errors import DeadlineExceeded, NotOffered, UsageError
from skybind.jobs import AsyncJob, Job, JobState, Phase, Schedule
from skybind.steps import Workflow, ask
from skybind.tokens import read_token, write_token
from skybind_clients.downlink.facade import DownlinkGroups
from skybind_clients.downlink.models import AcceptedCommand, CommandState, CommandStatus

__all__ = ["SCHEDULE", "AsyncCommand", "Carry", "CarryAsync", "Command", "CommandRef"]

Carry = Callable[[Workflow[Any], float | None], Any]
CarryAsync = Callable[[Workflow[Any], float | None], Awaitable[Any]]
Timeout = timedelta | float | None
Progress = Callable[[CommandState], None]

#: Devices answer within seconds, so that commands are asked about more often than jobs.
SCHEDULE = Schedule(first=0.5, growth=1.4, longest=5.0, grace=10.0)
_AFTER = 30.0  # seconds that a wait goes on after the platform should have given the device up

_PHASES = {Fate.TAKEN: Phase.DONE, Fate.REFUSED: Phase.FAILED, Fate.SILENT: Phase.FAILED, Fate.UNCLEAR: Phase.FAILED}
_OPEN_PHASES = {
    CommandStatus.ACCEPTED: Phase.QUEUED,
    CommandStatus.DISPATCHING: Phase.RUNNING,
    CommandStatus.DELIVERED: Phase.RUNNING,
    CommandStatus.RUNNING: Phase.RUNNING,
}


@attrs.frozen
class CommandRef:
    """Names a command; all of it goes into its resume token.

    Attributes:
        id: The platform's id.
        command_type: Empty if only the id is known.
        device_id: The same.
        patience: Seconds that the platform waits for the device.
        idempotency_key: Empty if only the id is known.
        place: Address of the platform; empty for the client's own.
    """

    id: str
    command_type: str = ""
    device_id: str = ""
    patience: int = TIMEOUT
    idempotency_key: str = ""
    place: str = ""

    @classmethod
    def of_intent(cls, command_id: str, intent: Intent, place: str) -> CommandRef:
        """The command that came of an intent."""
        return cls(command_id, intent.command_type, intent.device_id, intent.patience, intent.idempotency_key, place)

    @classmethod
    def of(cls, token_or_id: str, place: str) -> CommandRef:
        """From a resume token or a bare id.

        Raises:
            UsageError: a token of another service or another platform, or a damaged one.
        """
        if not token_or_id.startswith("sb"):
            return cls(token_or_id, place=place)
        content = read_token(token_or_id, "downlink")
        if content.get("at", place) != place:
            raise UsageError(
                f"this command was sent to {content['at']}, and the client is for {place}",
                advice="Set SKYBIND_DOWNLINK_BASE_URL to the platform that it was sent to.",
            )
        if "c" not in content:
            raise UsageError("this token names no command", advice="Use the one that the command printed.")
        seconds = content.get("s", "")
        return cls(
            content["c"],
            content.get("t", ""),
            content.get("d", ""),
            int(seconds) if seconds.isdecimal() else TIMEOUT,
            content.get("k", ""),
            place,
        )

    @property
    def token(self) -> str:
        """Follows the command from another process; holds no secret."""
        content = {"c": self.id, "t": self.command_type, "d": self.device_id, "s": str(self.patience)}
        return write_token("downlink", {**content, "k": self.idempotency_key, "at": self.place})

    def __str__(self) -> str:
        words = self.command_type or "command"
        return f"{words} {self.id}{f' to {self.device_id}' if self.device_id else ''}"


class _Followed:
    """A command and what was last heard of it. No I/O."""

    def __init__(self, ref: CommandRef, accepted: AcceptedCommand | None) -> None:
        self.ref = ref
        self.last: AcceptedCommand | CommandState | None = accepted

    def asked(self) -> Workflow[CommandState]:
        def get(api: DownlinkGroups) -> CommandState:
            return api.commands.get(self.ref.id)

        state = yield from ask(get)
        # Never back from an end: an answer of a replica that lags behind must not open a command again.
        if self.last is None or fate_of(self.last) is Fate.OPEN or fate_of(state) is not Fate.OPEN:
            self.last = state
        return state

    def job_state(self) -> Workflow[JobState]:
        state = yield from self.asked()
        status, fate = status_of(state), fate_of(state)
        phase = _PHASES.get(fate) or _OPEN_PHASES.get(status, Phase.UNKNOWN)
        return JobState(self.ref.id, phase, status.value, message=words_of(state))

    def patience(self, timeout: Timeout) -> timedelta | float:
        return self.ref.patience + _AFTER if timeout is None else timeout

    def settled(self) -> CommandState:
        """The last answer if the device took the command; else raises."""
        assert isinstance(self.last, CommandState)
        fate = fate_of(self.last)
        if fate is Fate.TAKEN:
            return self.last
        if fate is Fate.REFUSED:
            raise failed(self.last, str(self.ref), self.ref.token)
        raise unanswered(self.last, str(self.ref), self.ref.token)

    def overdue(self, error: DeadlineExceeded) -> NoReturn:
        at = f"it is {status_of(self.last)}" if self.last is not None else "how far it is, is not known"
        words = error.message.partition(";")[0]
        raise DeadlineExceeded(
            f"{self.ref}: {words}; {at}, and the device may act yet",
            advice="It goes on at the platform; wait again, or look at the device.",
            token=self.ref.token,
        ) from error.__cause__


class _Seen:
    """What is known of a command without asking.

    Attributes:
        id: The platform's id.
        command_type: Name of the method; empty if the command was found by its bare id.
        device_id: The same.
        idempotency_key: The key that it was sent with; the same.
        token: Follows it from another process; holds no secret.
    """

    def __init__(self, followed: _Followed) -> None:
        self._followed = followed
        ref = followed.ref
        self.id = ref.id
        self.command_type = ref.command_type
        self.device_id = ref.device_id
        self.idempotency_key = ref.idempotency_key
        self.token = ref.token

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._followed.ref}>"

    @property
    def state(self) -> CommandState | None:
        """The last answer of the platform about it; None before it was asked."""
        last = self._followed.last
        return last if isinstance(last, CommandState) else None

    @property
    def status(self) -> CommandStatus | None:
        """How far it was when the platform was last asked; None if it never was.

        ``SUCCEEDED`` is the platform's word for "the device took it".
        """
        last = self._followed.last
        return None if last is None else status_of(last)

    @property
    def taken(self) -> bool:
        """Whether the device had taken the command when last asked. A flight has only begun by then."""
        last = self._followed.last
        return last is not None and fate_of(last) is Fate.TAKEN

    @property
    def ended(self) -> bool:
        """Whether the platform had ended it when last asked, in whatever way. An unknown status is no end."""
        last = self._followed.last
        return last is not None and fate_of(last) is not Fate.OPEN

    @property
    def output(self) -> Mapping[str, Any]:
        """What the device sent beside its code, as ``fileupload_list`` does; empty if nothing."""
        return output_of(self.state) if self.state is not None else {}


@attrs.frozen
class _Port:
    followed: _Followed
    carry: Carry

    def state(self, _job_id: str, seconds: float) -> JobState:
        state: JobState = self.carry(self.followed.job_state(), seconds)
        return state

    def stop(self, _job_id: str) -> None:
        _no_stop()

    def result(self, _job_id: str) -> CommandState:
        return self.followed.settled()

    def token(self, _job_id: str) -> str:
        return self.followed.ref.token


class Command(_Seen):
    """A command that the platform has accepted."""

    def __init__(
        self, ref: CommandRef, carry: Carry, schedule: Schedule = SCHEDULE, accepted: AcceptedCommand | None = None
    ) -> None:
        super().__init__(_Followed(ref, accepted))
        self._carry = carry
        self._job: Job[CommandState] = Job(ref.id, _Port(self._followed, carry), schedule=schedule)

    def poll(self) -> CommandState:
        """Ask once what has become of it."""
        state: CommandState = self._carry(self._followed.asked(), None)
        return state

    def updates(self, timeout: Timeout = None) -> Iterator[CommandState]:
        """Each answer of the platform until it has ended the command; arguments and errors as for :meth:`wait`."""
        try:
            for _ in self._job.updates(self._followed.patience(timeout)):
                assert self.state is not None
                yield self.state
        except DeadlineExceeded as error:
            self._followed.overdue(error)

    def wait(self, timeout: Timeout = None, *, progress: Progress | None = None) -> CommandState:
        """Wait until the device took the command. Taken is not done: a flight has only begun by then.

        Args:
            timeout: Seconds or timedelta for the whole wait; None waits as long as the platform waits for the device,
                and half a minute more.
            progress: Called with each answer of the platform.

        Returns:
            The platform's last answer, with the device's reply.

        Raises:
            CommandFailed: it was not taken; has the device's code, its meaning, and what to do.
            CommandTimedOut: the device did not reply in time, and may have acted all the same.
            CommandUnanswered: a reply came that says nothing certain; the same.
            DeadlineExceeded: time ran out; the command goes on at the platform.
        """
        for state in self.updates(timeout):
            if progress:
                progress(state)
        return self._followed.settled()


@attrs.frozen
class _AsyncPort:
    followed: _Followed
    carry: CarryAsync

    async def state(self, _job_id: str, seconds: float) -> JobState:
        state: JobState = await self.carry(self.followed.job_state(), seconds)
        return state

    async def stop(self, _job_id: str) -> None:
        _no_stop()

    async def result(self, _job_id: str) -> CommandState:
        return self.followed.settled()

    def token(self, _job_id: str) -> str:
        return self.followed.ref.token


class AsyncCommand(_Seen):
    """The same for asyncio; see :class:`Command`."""

    def __init__(
        self, ref: CommandRef, carry: CarryAsync, schedule: Schedule = SCHEDULE, accepted: AcceptedCommand | None = None
    ) -> None:
        super().__init__(_Followed(ref, accepted))
        self._carry = carry
        self._job: AsyncJob[CommandState] = AsyncJob(ref.id, _AsyncPort(self._followed, carry), schedule=schedule)

    async def poll(self) -> CommandState:
        """Ask once what has become of it."""
        state: CommandState = await self._carry(self._followed.asked(), None)
        return state

    async def updates(self, timeout: Timeout = None) -> AsyncIterator[CommandState]:
        """Each answer of the platform; see :meth:`Command.updates`."""
        try:
            async for _ in self._job.updates(self._followed.patience(timeout)):
                assert self.state is not None
                yield self.state
        except DeadlineExceeded as error:
            self._followed.overdue(error)

    async def wait(self, timeout: Timeout = None, *, progress: Progress | None = None) -> CommandState:
        """Wait until the device took the command; see :meth:`Command.wait`."""
        async for state in self.updates(timeout):
            if progress:
                progress(state)
        return self._followed.settled()


def _no_stop() -> NoReturn:
    raise NotOffered(
        "the platform has no call that takes a command back",
        advice="Send the command that undoes it: flighttask_undo, flighttask_pause, return_home and so on.",
    )
