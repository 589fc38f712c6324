"""Waiting for many jobs from one place: one poller, a question for a hundred jobs at a time.

Each job's wait takes the same course as a wait for one (:func:`skybind.jobs.course`). What is due is gathered and asked
about together, where the service can list; nothing here is a thread or a task for each job.
"""

from __future__ import annotations

import heapq
import itertools
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Protocol

import attrs

from skybind import notebook, waiting
from skybind.errors import SkybindError
from skybind.jobs import Ask, JobState, Pause, Schedule, Tell, course

__all__ = ["AsyncStates", "Outcome", "States", "asked", "asked_async", "poll", "poll_async"]

_ONE_QUESTION = 60.0  # seconds, with all its attempts
Progress = Callable[[JobState], None]
Answer = JobState | SkybindError
_Course = Generator[Ask | Pause | Tell, Answer | None, JobState]


class States(Protocol):
    """Asks about many jobs at once.

    Attributes:
        batch: Most jobs a question.
    """

    @property
    def batch(self) -> int: ...
    def __call__(self, job_ids: Sequence[str], seconds: float) -> Mapping[str, Answer]:
        """The state of each job, or the error that asking for it met."""
        ...


class AsyncStates(Protocol):
    """The same, awaited."""

    @property
    def batch(self) -> int: ...
    def __call__(self, job_ids: Sequence[str], seconds: float) -> Awaitable[Mapping[str, Answer]]: ...


@attrs.frozen
class Outcome:
    """How the wait for one job ended.

    Attributes:
        job_id: The service's id.
        state: Its final state, or None if the wait ended otherwise.
        error: Why it ended otherwise: the deadline, or a refusal that waiting cannot cure.
    """

    job_id: str
    state: JobState | None
    error: SkybindError | None = None

    def _repr_html_(self) -> str:
        if self.state is not None:
            return notebook.state(self.state)
        facts = {"error": type(self.error).__name__, "why": self.error} if self.error is not None else {}
        return notebook.card(f"Job {self.job_id}", facts)


@attrs.define(order=True)
class _Due:
    at: float
    number: int
    job_id: str = attrs.field(order=False)


class _Round:
    """The waits of all jobs, and which of them are due. No I/O."""

    # Jobs that are due within this share of the longest pause are asked about together, so that questions stay full.
    _SLACK = 0.2

    def __init__(
        self,
        job_ids: Iterable[str],
        schedule: Schedule,
        seconds: float | None,
        monotonic: Callable[[], float],
        progress: Progress,
    ) -> None:
        self._monotonic = monotonic
        self._progress = progress
        self._slack = schedule.longest * self._SLACK
        self._heap: list[_Due] = []
        self._courses: dict[str, _Course] = {}
        self._asked: set[str] = set()
        self._number = 0
        for job_id in dict.fromkeys(job_ids):
            steps = course(schedule, seconds, monotonic)
            next(steps)  # the first question is due at once
            self._courses[job_id] = steps
            self._push(job_id, 0.0)

    def __bool__(self) -> bool:
        return bool(self._heap)

    def _push(self, job_id: str, pause: float) -> None:
        self._number += 1
        heapq.heappush(self._heap, _Due(self._monotonic() + pause, self._number, job_id))

    def pause(self) -> float:
        """Seconds until a question is due."""
        return max(0.0, self._heap[0].at - self._monotonic())

    def due(self, most: int) -> tuple[list[str], list[Outcome]]:
        """Jobs to ask about now, and those whose time has run out meanwhile."""
        until = self._monotonic() + self._slack
        some: list[str] = []
        ended: list[Outcome] = []
        while self._heap and self._heap[0].at <= until and len(some) < most:
            job_id = heapq.heappop(self._heap).job_id
            try:
                if job_id in self._asked:
                    self._courses[job_id].send(None)  # its pause is over; it asks again, or has no time left
                self._asked.add(job_id)
                some.append(job_id)
            except SkybindError as error:
                ended.append(Outcome(job_id, None, error))
        return some, ended

    def take(self, job_id: str, answer: Answer) -> Outcome | None:
        """Go on with a job's wait; its end, if this is it."""
        steps = self._courses[job_id]
        try:
            step = steps.send(answer)
            while not isinstance(step, Ask):
                if isinstance(step, Tell):
                    self._progress(step.state)
                    step = steps.send(None)
                else:
                    self._push(job_id, step.seconds)
                    return None
        except StopIteration as end:
            return Outcome(job_id, end.value)
        except SkybindError as error:
            return Outcome(job_id, None, error)
        raise AssertionError("a question follows a pause")

    def take_all(self, answers: Mapping[str, Answer]) -> Iterator[Outcome]:
        """Go on with the waits of all that were asked about."""
        for job_id, answer in answers.items():
            outcome = self.take(job_id, answer)
            if outcome is not None:
                yield outcome


def _questions(job_ids: Iterable[str], batch: int) -> Iterator[list[str]]:
    ids = iter(dict.fromkeys(job_ids))
    while some := list(itertools.islice(ids, batch)):
        yield some


def _noted(answers: Mapping[str, Answer], progress: Progress) -> Mapping[str, Answer]:
    for answer in answers.values():
        if isinstance(answer, JobState):
            progress(answer)
    return answers


def asked(
    job_ids: Iterable[str], states: States, *, progress: Progress = lambda _state: None
) -> dict[str, JobState | SkybindError]:
    """Ask once about each job; by its id, the state or the error that asking for it met."""
    answers: dict[str, Answer] = {}
    for some in _questions(job_ids, states.batch):
        answers.update(_noted(states(some, _ONE_QUESTION), progress))
    return answers


async def asked_async(
    job_ids: Iterable[str], states: AsyncStates, *, progress: Progress = lambda _state: None
) -> dict[str, JobState | SkybindError]:
    """The same for asyncio."""
    answers: dict[str, Answer] = {}
    for some in _questions(job_ids, states.batch):
        answers.update(_noted(await states(some, _ONE_QUESTION), progress))
    return answers


def poll(
    job_ids: Iterable[str],
    states: States,
    *,
    schedule: Schedule,
    timeout: timedelta | float | None = None,
    progress: Progress = lambda _state: None,
    sleep: Callable[[float], None] = waiting.sleep,
    monotonic: Callable[[], float] = time.monotonic,
) -> Iterator[Outcome]:
    """Wait for many jobs; each is given out when its wait ends, in the order in which they end."""
    seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout
    jobs: _Round = _Round(job_ids, schedule, seconds, monotonic, progress)
    while jobs:
        if pause := jobs.pause():
            sleep(pause)
        some, ended = jobs.due(states.batch)
        yield from ended
        if some:
            yield from jobs.take_all(states(some, _ONE_QUESTION))


async def poll_async(
    job_ids: Iterable[str],
    states: AsyncStates,
    *,
    schedule: Schedule,
    timeout: timedelta | float | None = None,
    progress: Progress = lambda _state: None,
    sleep: Callable[[float], Awaitable[None]] = waiting.async_sleep,
    monotonic: Callable[[], float] = time.monotonic,
) -> AsyncIterator[Outcome]:
    """The same for asyncio."""
    seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout
    jobs: _Round = _Round(job_ids, schedule, seconds, monotonic, progress)
    while jobs:
        if pause := jobs.pause():
            await sleep(pause)
        some, ended = jobs.due(states.batch)
        for outcome in ended:
            yield outcome
        if some:
            for outcome in jobs.take_all(await states(some, _ONE_QUESTION)):
                yield outcome
