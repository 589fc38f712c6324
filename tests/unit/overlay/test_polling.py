"""Waiting for many jobs from one place, on a simulated clock, in both worlds."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import AnswerLost, AuthenticationFailed, DeadlineExceeded, SkybindError
from skybind.jobs import JobState, Phase, Schedule
from skybind.polling import Outcome, poll, poll_async
from unit.overlay.dials import Clock
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

Answer = JobState | SkybindError


class Board:
    """Shows the states of many jobs, each going through its own course; the last answer stays.

    Attributes:
        asked: Jobs of each question, with its moment.
    """

    def __init__(
        self, clock: Clock, courses: Mapping[str, Sequence[Answer | Phase]], batch: int = 100, *, takes: float = 0.0
    ) -> None:
        self.clock = clock
        self._takes = takes
        self.courses = {job: list(course) for job, course in courses.items()}
        self.batch = batch
        self.asked: list[tuple[float, list[str]]] = []

    def __call__(self, job_ids: Sequence[str], _seconds: float) -> dict[str, Answer]:
        self.asked.append((self.clock(), list(job_ids)))
        self.clock.time += self._takes
        return {job: self._next(job) for job in job_ids}

    def _next(self, job: str) -> Answer:
        course = self.courses[job]
        answer = course.pop(0) if len(course) > 1 else course[0]
        return JobState(job, answer, native=answer) if isinstance(answer, Phase) else answer

    def times_asked(self, job: str) -> int:
        return sum(job in jobs for _, jobs in self.asked)


class Asker:
    """A board as a world asks it."""

    def __init__(self, world: World, board: Board) -> None:
        self.batch = board.batch
        self._call = world.wrap(board)

    def __call__(self, job_ids: Sequence[str], seconds: float) -> Any:
        return self._call(job_ids, seconds)


def polled(world: World, board: Board, **choices: Any) -> list[Outcome]:
    """The outcomes in the order in which they come."""
    poller: Any = poll_async if isinstance(world, AsyncWorld) else poll
    choices.setdefault("schedule", Schedule())
    outcomes: list[Outcome] = world.items(
        poller(
            list(board.courses),
            Asker(world, board),
            sleep=world.wrap(board.clock.sleep),
            monotonic=board.clock,
            **choices,
        )
    )
    return outcomes


RUN, DONE, FAILED = Phase.RUNNING, Phase.DONE, Phase.FAILED


def test_each_job_comes_out_when_it_ends(world: World) -> None:
    """Jobs come in the order in which they end, each once, with its final state, failed ones too."""
    board = Board(Clock(0.0), {"slow": [RUN] * 5 + [DONE], "fast": [DONE], "bad": [RUN, FAILED]})
    outcomes = polled(world, board)
    assert [outcome.job_id for outcome in outcomes] == ["fast", "bad", "slow"]
    assert [outcome.state and outcome.state.phase for outcome in outcomes] == [DONE, FAILED, DONE]
    assert all(outcome.error is None for outcome in outcomes)


def test_one_question_covers_many_jobs(world: World) -> None:
    """What is due is asked about together, up to the size of a question."""
    jobs = [f"j{number}" for number in range(250)]
    board = Board(Clock(0.0), {job: [DONE] for job in jobs})
    assert len(polled(world, board)) == 250
    assert [len(asked) for _, asked in board.asked] == [100, 100, 50]


def test_jobs_stay_together(world: World) -> None:
    """Thousands of jobs with the same rhythm cost a full question for a hundred of them, poll after poll."""
    jobs = [f"j{number}" for number in range(1000)]
    board = Board(Clock(0.0), {job: [RUN] * 20 + [DONE] for job in jobs})
    assert len(polled(world, board)) == 1000
    assert len(board.asked) == 21 * 10
    assert all(board.times_asked(job) == 21 for job in jobs[:5])


def test_jobs_that_fell_out_of_step_are_gathered_again(world: World) -> None:
    """Jobs that are due within a moment of each other share a question, though each has a rhythm of its own."""
    jobs = {f"j{number}": [Phase.QUEUED] * (number % 10) + [RUN] * 20 + [DONE] for number in range(100)}
    board = Board(Clock(0.0), jobs, takes=0.05)
    assert len(polled(world, board)) == 100
    answers = sum(len(asked) for _, asked in board.asked)
    assert answers == sum(len(course) for course in jobs.values())
    assert len(board.asked) < 100  # one by one it would be some hundred and fifty


def test_a_finished_job_is_not_asked_about_again(world: World) -> None:
    """Questions get smaller as jobs end."""
    board = Board(Clock(0.0), {"a": [DONE], "b": [RUN, RUN, DONE]})
    polled(world, board)
    assert [board.times_asked(job) for job in ("a", "b")] == [1, 3]


def test_the_same_job_twice_is_one_job(world: World) -> None:
    """A job that is named twice comes out once."""
    clock = Clock(0.0)
    board = Board(clock, {"a": [DONE]})
    poller: Any = poll_async if isinstance(world, AsyncWorld) else poll
    outcomes = world.items(
        poller(["a", "a"], Asker(world, board), schedule=Schedule(), sleep=world.wrap(clock.sleep), monotonic=clock)
    )
    assert len(outcomes) == 1


def test_no_jobs(world: World) -> None:
    """Without jobs nothing is asked."""
    board = Board(Clock(0.0), {})
    assert polled(world, board) == []
    assert board.asked == []


def test_one_bad_job_does_not_end_the_others(world: World) -> None:
    """A refusal about one job is its outcome; trouble on the way is waited out."""
    refused = AuthenticationFailed("no", service="probe", status=401)
    board = Board(Clock(0.0), {"bad": [RUN, refused], "good": [AnswerLost("cut")] * 3 + [DONE]})
    outcomes = {outcome.job_id: outcome for outcome in polled(world, board)}
    assert (outcomes["bad"].state, outcomes["bad"].error) == (None, refused)
    assert outcomes["good"].error is None


def test_time_runs_out_for_each(world: World) -> None:
    """Jobs that are not done by the deadline come out with it; nobody waits longer."""
    board = Board(Clock(0.0), {"never": [RUN], "soon": [RUN, DONE]})
    outcomes = {outcome.job_id: outcome for outcome in polled(world, board, timeout=60)}
    assert isinstance(outcomes["never"].error, DeadlineExceeded)
    assert outcomes["soon"].error is None
    assert board.clock() <= 60 + 1e-9


def test_progress_is_told_of_all(world: World) -> None:
    """The callback sees each answer about each job."""
    told: list[tuple[str, Phase]] = []
    board = Board(Clock(0.0), {"a": [RUN, DONE], "b": [DONE]})
    polled(world, board, progress=lambda state: told.append((state.job_id, state.phase)))
    assert sorted(told) == [("a", DONE), ("a", RUN), ("b", DONE)]


courses = st.lists(st.sampled_from([RUN, Phase.QUEUED, Phase.UNKNOWN, AnswerLost("cut")]), max_size=8).flatmap(
    lambda course: st.sampled_from([DONE, FAILED, RUN, AuthenticationFailed("no", service="p", status=401)]).map(
        lambda end: [*course, end]
    )
)


@settings(deadline=None, max_examples=100)
@given(
    st.sampled_from([SyncWorld, AsyncWorld]),
    st.lists(courses, max_size=12),
    st.integers(1, 5),
    st.floats(1, 200),
)
def test_every_job_comes_out_once_and_in_time(
    kind: type[Any], all_courses: list[list[Answer | Phase]], batch: int, timeout: float
) -> None:
    """Whatever happens to the jobs: each comes out exactly once, with a final state or an error, by the deadline.

    No question is larger than the service allows, and none repeats a job.
    """
    world = kind()
    board = Board(Clock(0.0), {f"j{number}": course for number, course in enumerate(all_courses)}, batch)
    outcomes = polled(world, board, timeout=timeout)
    assert sorted(outcome.job_id for outcome in outcomes) == sorted(board.courses)
    assert all((outcome.state is None) != (outcome.error is None) for outcome in outcomes)
    assert all(outcome.state.phase.final for outcome in outcomes if outcome.state)
    assert all(0 < len(asked) <= batch and len(set(asked)) == len(asked) for _, asked in board.asked)
    assert board.clock() <= timeout + 1e-6
    world.close()


def test_a_defect_comes_out(world: World) -> None:
    """An error that is none of ours ends the waiting of all."""
    board = Board(Clock(0.0), {"a": [RUN]})
    board.courses["a"] = []
    with pytest.raises(IndexError):
        polled(world, board)
