"""Waiting for what takes hours: one deadline, honest progress, and a way to go on in another process.

How a wait proceeds is decided once, in :func:`course`, a generator without I/O. :class:`Job` and :class:`AsyncJob`
drive it. A service brings a *port*: how to ask for the state, stop, and fetch the result.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

import attrs

from skybind import notebook, waiting
from skybind.errors import (
    ActionNeeded,
    DeadlineExceeded,
    DecodeError,
    JobFailed,
    JobStopped,
    NotFound,
    ServerError,
    SkybindError,
    Throttled,
    TransportError,
)

__all__ = ["AsyncJob", "AsyncJobPort", "Job", "JobPort", "JobState", "Phase", "Record", "Schedule", "Seen"]

M_co = TypeVar("M_co", covariant=True)
ProgressCallback = Callable[["JobState"], None]


class Phase(StrEnum):
    """Where a job stands, in words that all services share."""

    CREATED = "created"
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
    #: Nothing more will happen until a person does something: marks control points, for example.
    HELD = "held"
    UNKNOWN = "unknown"

    @property
    def final(self) -> bool:
        """Whether nothing more will happen by itself. An unknown state is not final."""
        return self in {Phase.DONE, Phase.FAILED, Phase.STOPPED, Phase.HELD}


@attrs.frozen
class JobState:
    """A job at one moment.

    Attributes:
        job_id: The service's id.
        phase: Where it stands.
        native: The service's own word or number for it, as it came.
        progress: 0 to 1, or None if the service does not say. It may go backwards.
        remaining: The service's estimate, or None.
        message: The service's own words; may be empty.
    """

    job_id: str
    phase: Phase
    native: str
    progress: float | None = None
    remaining: timedelta | None = None
    message: str = ""

    def _repr_html_(self) -> str:
        return notebook.state(self)


@attrs.frozen
class Seen:
    """A state that was seen.

    Attributes:
        at: When, in UTC.
        state: What the service said.
    """

    at: datetime
    state: JobState


class Record(Protocol):
    """Where the states that are seen go, and where they are found again. It must not raise and not take long."""

    def note(self, state: JobState) -> None: ...
    def states(self, job_id: str) -> list[Seen]: ...


@attrs.frozen
class Schedule:
    """How often to ask.

    Attributes:
        first: Seconds before the second question; the first is asked at once.
        growth: Each pause is that much longer than the one before.
        longest: Longest pause in seconds.
        grace: Seconds after the start of the wait in which "not found" may mean "not yet".
    """

    first: float = 2.0
    growth: float = 1.5
    longest: float = 15.0
    grace: float = 30.0

    def pause(self, previous: float | None, state: JobState | None) -> float:
        """The next pause, in seconds; shorter when the service says that the end is near."""
        pause = self.first if previous is None else min(self.longest, previous * self.growth)
        if state is not None and state.remaining is not None:
            pause = min(pause, max(self.first, state.remaining.total_seconds() / 4))
        return pause


@attrs.frozen
class Ask:
    """Ask for the state; the answer must be there in ``seconds``."""

    seconds: float


@attrs.frozen
class Pause:
    """Wait."""

    seconds: float


@attrs.frozen
class Tell:
    """Tell the caller."""

    state: JobState


_UNREAD = 3  # answers in a row that cannot be read, after which the specification is taken to be wrong


def course(
    schedule: Schedule, seconds: float | None, monotonic: Callable[[], float]
) -> Generator[Ask | Pause | Tell, JobState | SkybindError | None, JobState]:
    """The course of a wait. Takes a state or the error that asking for it met; returns the final state.

    Trouble on the way (no connection, throttled, the service's own) does not end a wait of hours; the deadline does. An
    answer that cannot be read may be a portal's page, so that it is asked for again, a few times.

    Raises:
        DeadlineExceeded: time ran out; its cause is the last trouble, if there was any.
        SkybindError: a refusal that waiting cannot cure.
    """
    began = monotonic()
    deadline = began + seconds if seconds is not None else None
    pause: float | None = None
    trouble: SkybindError | None = None
    unread = 0
    state: JobState | None = None
    while True:
        left = float("inf") if deadline is None else deadline - monotonic()
        if left <= 0:
            where = f"the job is {state.phase} ({state.native})" if state else "its state is not known"
            raise DeadlineExceeded(f"time ran out after {seconds:g} s; {where}") from trouble
        answer = yield Ask(left)
        unread = unread + 1 if isinstance(answer, DecodeError) else 0
        if isinstance(answer, JobState):
            trouble = None
            if state is not None and answer.phase is not state.phase:
                pause = None  # things move: ask more often again
            state = answer
            yield Tell(state)
            if state.phase.final:
                return state
        elif (
            isinstance(answer, (TransportError, ServerError, Throttled))
            or (isinstance(answer, NotFound) and monotonic() - began < schedule.grace)
            or 0 < unread <= _UNREAD
        ):
            trouble = answer
        else:
            assert answer is not None
            raise answer
        pause = schedule.pause(pause, state)
        if isinstance(answer, Throttled) and answer.retry_after:
            pause = max(pause, answer.retry_after)
        left = pause if deadline is None else deadline - monotonic()
        yield Pause(min(pause, max(0.0, left)))


def _seconds(timeout: timedelta | float | None) -> float | None:
    return timeout.total_seconds() if isinstance(timeout, timedelta) else timeout


class JobPort(Protocol[M_co]):
    """What a service brings to a :class:`Job`."""

    def state(self, job_id: str, seconds: float) -> JobState: ...
    def stop(self, job_id: str) -> None: ...
    def result(self, job_id: str) -> M_co: ...
    def token(self, job_id: str) -> str: ...


class AsyncJobPort(Protocol[M_co]):
    """What a service brings to an :class:`AsyncJob`."""

    async def state(self, job_id: str, seconds: float) -> JobState: ...
    async def stop(self, job_id: str) -> None: ...
    async def result(self, job_id: str) -> M_co: ...
    def token(self, job_id: str) -> str: ...


class _JobBase:
    id: str
    token: str
    _record: Record | None
    _last: JobState | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"

    def _repr_html_(self) -> str:
        return notebook.job(type(self).__name__, self.id, self.token, self.last_known)

    @property
    def history(self) -> list[Seen]:
        """The states that were seen of this job on this machine, the oldest first; nothing is asked."""
        return self._record.states(self.id) if self._record is not None else []

    @property
    def last_known(self) -> JobState | None:
        """Its state when it was last asked for, in this process or in an earlier one; None if it never was."""
        if self._last is not None:
            return self._last
        history = self.history
        return history[-1].state if history else None

    def _see(self, state: JobState) -> JobState:
        self._last = state
        if self._record is not None:
            self._record.note(state)
        return state

    def _check_result(self, state: JobState) -> None:
        if state.phase is Phase.HELD:
            words = f": {state.message}" if state.message else ""
            raise ActionNeeded(f"job {self.id} waits for a person ({state.native}){words}", token=self.token)

    def _check(self, state: JobState) -> None:
        words = f": {state.message}" if state.message else ""
        if state.phase is Phase.FAILED:
            raise JobFailed(
                f"job {self.id} failed{words}", job_id=self.id, service_message=state.message, token=self.token
            )
        if state.phase is Phase.STOPPED:
            raise JobStopped(
                f"job {self.id} was stopped{words}", job_id=self.id, service_message=state.message, token=self.token
            )


_ONE_QUESTION = 120.0  # seconds for a single status() outside a wait, and the longest for one inside


class Job(_JobBase, Generic[M_co]):
    """A job at a service.

    Attributes:
        id: The service's id.
        token: Goes on with this job in another process; holds no secret.
    """

    def __init__(
        self,
        job_id: str,
        port: JobPort[M_co],
        *,
        schedule: Schedule | None = None,
        record: Record | None = None,
        sleep: Callable[[float], None] = waiting.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.id = job_id
        self.token = port.token(job_id)
        self._port = port
        self._schedule = schedule or Schedule()
        self._record = record
        self._sleep = sleep
        self._monotonic = monotonic

    def status(self) -> JobState:
        """Ask once."""
        return self._see(self._port.state(self.id, _ONE_QUESTION))

    def updates(self, timeout: timedelta | float | None = None) -> Iterator[JobState]:
        """Each answer of the service, until the job is done, failed or stopped.

        Raises:
            DeadlineExceeded: ``timeout`` (seconds or timedelta) ran out.
        """
        steps = course(self._schedule, _seconds(timeout), self._monotonic)
        answer: JobState | SkybindError | None = None
        try:
            step = next(steps)
            while True:
                answer = None
                if isinstance(step, Ask):
                    try:
                        answer = self._port.state(self.id, min(step.seconds, _ONE_QUESTION))
                    except SkybindError as error:
                        answer = error
                elif isinstance(step, Pause):
                    self._sleep(step.seconds)
                else:
                    yield self._see(step.state)
                step = steps.send(answer)
        except StopIteration:
            return
        except SkybindError as error:
            error.token = self.token
            raise

    def wait(self, timeout: timedelta | float | None = None, *, progress: ProgressCallback | None = None) -> JobState:
        """Wait until the job is done, or held: then nothing goes on until a person acts.

        Args:
            timeout: Seconds or timedelta for the whole wait; None waits as long as it takes.
            progress: Called with each answer of the service.

        Raises:
            DeadlineExceeded: time ran out; the job goes on.
            JobFailed, JobStopped: there is no result, and why.
        """
        state: JobState | None = None
        for state in self.updates(timeout):
            if progress:
                progress(state)
        assert state is not None
        self._check(state)
        return state

    def result(self, timeout: timedelta | float | None = None, *, progress: ProgressCallback | None = None) -> M_co:
        """Wait until the job is done, and get what it made.

        Raises what :meth:`wait` raises, and ``ActionNeeded`` if the job waits for a person.
        """
        self._check_result(self.wait(timeout, progress=progress))
        try:
            return self._port.result(self.id)
        except SkybindError as error:
            error.token = self.token
            raise

    def stop(self) -> None:
        """Stop the job. Raises ``Conflict`` if the service will not any more."""
        self._port.stop(self.id)


class AsyncJob(_JobBase, Generic[M_co]):
    """A job at a service, for asyncio; see :class:`Job`."""

    def __init__(
        self,
        job_id: str,
        port: AsyncJobPort[M_co],
        *,
        schedule: Schedule | None = None,
        record: Record | None = None,
        sleep: Callable[[float], Awaitable[None]] = waiting.async_sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.id = job_id
        self.token = port.token(job_id)
        self._port = port
        self._schedule = schedule or Schedule()
        self._record = record
        self._sleep = sleep
        self._monotonic = monotonic

    async def status(self) -> JobState:
        """Ask once."""
        return self._see(await self._port.state(self.id, _ONE_QUESTION))

    async def updates(self, timeout: timedelta | float | None = None) -> AsyncIterator[JobState]:
        """Each answer of the service, until the job is done, failed or stopped; see :meth:`Job.updates`."""
        steps = course(self._schedule, _seconds(timeout), self._monotonic)
        answer: JobState | SkybindError | None = None
        try:
            step = next(steps)
            while True:
                answer = None
                if isinstance(step, Ask):
                    try:
                        answer = await self._port.state(self.id, min(step.seconds, _ONE_QUESTION))
                    except SkybindError as error:
                        answer = error
                elif isinstance(step, Pause):
                    await self._sleep(step.seconds)
                else:
                    yield self._see(step.state)
                step = steps.send(answer)
        except StopIteration:
            return
        except SkybindError as error:
            error.token = self.token
            raise

    async def wait(
        self, timeout: timedelta | float | None = None, *, progress: ProgressCallback | None = None
    ) -> JobState:
        """Wait until the job is done; see :meth:`Job.wait`."""
        state: JobState | None = None
        async for state in self.updates(timeout):
            if progress:
                progress(state)
        assert state is not None
        self._check(state)
        return state

    async def result(
        self, timeout: timedelta | float | None = None, *, progress: ProgressCallback | None = None
    ) -> M_co:
        """Wait until the job is done, and get what it made; see :meth:`Job.result`."""
        self._check_result(await self.wait(timeout, progress=progress))
        try:
            return await self._port.result(self.id)
        except SkybindError as error:
            error.token = self.token
            raise

    async def stop(self) -> None:
        """Stop the job; see :meth:`Job.stop`."""
        await self._port.stop(self.id)
