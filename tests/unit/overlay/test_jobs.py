"""Waiting for a job, on a simulated clock, in both worlds."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import (
    ActionNeeded,
    AnswerLost,
    AuthenticationFailed,
    DeadlineExceeded,
    DecodeError,
    JobFailed,
    JobStopped,
    NotFound,
    NotSent,
    OutcomeUnknown,
    ServerError,
    ServiceError,
    SkybindError,
    Throttled,
)
from skybind.jobs import AsyncJob, Job, JobState, Phase, Schedule
from unit.overlay.dials import Clock
from unit.overlay.worlds import AsyncWorld, SyncWorld, World

Answer = JobState | SkybindError
FINAL = [Phase.DONE, Phase.FAILED, Phase.STOPPED, Phase.HELD]
OPEN = [phase for phase in Phase if phase not in FINAL]


def at(phase: Phase, **facts: Any) -> JobState:
    return JobState("job-1", phase, native=f"{phase} (x)", **facts)


def refusal(kind: type[ServiceError], **facts: Any) -> ServiceError:
    return kind("no", service="probe", status=500, **facts)


class Desk:
    """Where a job is asked about: gives one answer after another, the last one for ever.

    Args:
        clock: Moves by ``takes`` with each question, at most by what the question may take.
        answers: States, or errors to raise.
    """

    def __init__(self, clock: Clock, *answers: Answer, takes: float = 0.0) -> None:
        self.clock = clock
        self.answers = list(answers)
        self.takes = takes
        self.asked_at: list[float] = []
        self.allowed: list[float] = []
        self.stopped: list[str] = []
        self.fetched: list[str] = []

    def state(self, job_id: str, seconds: float) -> JobState:
        self.asked_at.append(self.clock())
        self.allowed.append(seconds)
        self.clock.time += min(self.takes, seconds)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, SkybindError):
            raise answer
        return answer

    def stop(self, job_id: str) -> None:
        self.stopped.append(job_id)

    def result(self, job_id: str) -> str:
        self.fetched.append(job_id)
        return f"model of {job_id}"


class Port:
    """A desk as a world's jobs want it."""

    def __init__(self, world: World, desk: Desk) -> None:
        self.state = world.wrap(desk.state)
        self.stop = world.wrap(desk.stop)
        self.result = world.wrap(desk.result)

    def token(self, job_id: str) -> str:
        return f"token of {job_id}"


def job_at(world: World, desk: Desk, schedule: Schedule | None = None) -> Any:
    return world.job(
        "job-1", Port(world, desk), schedule=schedule, sleep=world.wrap(desk.clock.sleep), monotonic=desk.clock
    )


@pytest.fixture
def clock() -> Clock:
    return Clock(0.0)


@pytest.fixture
def begin(world: World, clock: Clock) -> Callable[..., tuple[Any, Desk]]:
    """A job whose desk gives certain answers."""

    def begin(*answers: Answer, schedule: Schedule | None = None, takes: float = 0.0) -> tuple[Any, Desk]:
        desk = Desk(clock, *answers, takes=takes)
        return job_at(world, desk, schedule), desk

    return begin


Begin = Callable[..., tuple[Any, Desk]]


# ------------------------------------------------------------------------------------------------------- what comes out


def test_a_job_that_is_done(world: World, begin: Begin) -> None:
    """``wait`` returns the final state, ``result`` what the service made; both have asked until it was done."""
    job, desk = begin(at(Phase.QUEUED), at(Phase.RUNNING), at(Phase.DONE))
    assert world.run(job.wait()) == at(Phase.DONE)
    assert desk.fetched == []
    assert len(desk.asked_at) == 3
    assert world.run(job.result()) == "model of job-1"
    assert desk.fetched == ["job-1"]


@pytest.mark.parametrize(("phase", "kind"), [(Phase.FAILED, JobFailed), (Phase.STOPPED, JobStopped)])
def test_a_job_without_a_result(world: World, begin: Begin, phase: Phase, kind: type[JobFailed]) -> None:
    """It is raised, with the service's words, the job's id and a token; no result is fetched."""
    job, desk = begin(at(Phase.RUNNING), at(phase, message="too few images"))
    with pytest.raises(kind, match=r"job-1.*too few images") as caught:
        world.run(job.result())
    assert type(caught.value) is kind
    error = caught.value
    assert (error.job_id, error.service_message, error.token) == ("job-1", "too few images", "token of job-1")
    assert desk.fetched == []


def test_updates_end_with_the_final_state_whatever_it_is(world: World, begin: Begin) -> None:
    """Each answer comes in its order, the final one too; a failure is a state here, not an error."""
    states = [at(Phase.CREATED), at(Phase.RUNNING, progress=0.5), at(Phase.RUNNING, progress=0.4), at(Phase.FAILED)]
    job, _ = begin(*states)
    assert world.items(job.updates()) == states


def test_progress_is_told_each_answer(world: World, begin: Begin) -> None:
    """The callback sees what ``updates`` would give."""
    told: list[JobState] = []
    job, _ = begin(at(Phase.RUNNING), at(Phase.DONE))
    world.run(job.wait(progress=told.append))
    assert told == [at(Phase.RUNNING), at(Phase.DONE)]


def test_asking_once_and_stopping(world: World, begin: Begin) -> None:
    """``status`` asks one question and waits for nothing; ``stop`` passes the order on."""
    job, desk = begin(at(Phase.RUNNING))
    assert world.run(job.status()) == at(Phase.RUNNING)
    world.run(job.stop())
    assert (len(desk.asked_at), desk.stopped, desk.clock.slept) == (1, ["job-1"], [])


def test_which_phases_are_final() -> None:
    """Done, failed, stopped and held are; what we do not know is not."""
    assert [phase for phase in Phase if phase.final] == FINAL


def test_a_job_that_waits_for_a_person(world: World, begin: Begin) -> None:
    """A wait ends when nothing goes on without a person; there is no result then, and the error carries the token."""
    job, _ = begin(at(Phase.RUNNING), at(Phase.HELD))
    assert world.run(job.wait()).phase is Phase.HELD
    with pytest.raises(ActionNeeded) as needed:
        world.run(job.result())
    assert needed.value.token == job.token


def test_an_unknown_state_does_not_end_a_wait(world: World, begin: Begin) -> None:
    """A state that this version does not know is waited out."""
    job, desk = begin(at(Phase.RUNNING), at(Phase.UNKNOWN), at(Phase.UNKNOWN), at(Phase.DONE))
    assert world.run(job.wait()).phase is Phase.DONE
    assert len(desk.asked_at) == 4


# --------------------------------------------------------------------------------------------------------------- rhythm


def test_the_rhythm_of_questions(world: World, begin: Begin) -> None:
    """The first question is asked at once; pauses grow by half up to the longest."""
    job, desk = begin(*[at(Phase.RUNNING)] * 7, at(Phase.DONE))
    world.run(job.wait())
    assert desk.asked_at[0] == 0
    assert desk.clock.slept == [2, 3, 4.5, 6.75, 10.125, 15, 15]


def test_the_rhythm_begins_anew_when_things_move(world: World, begin: Begin) -> None:
    """After a change of phase questions are frequent again."""
    job, desk = begin(*[at(Phase.QUEUED)] * 3, *[at(Phase.RUNNING)] * 2, at(Phase.DONE))
    world.run(job.wait())
    assert desk.clock.slept == [2, 3, 4.5, 2, 3]


def test_questions_are_denser_near_the_end(world: World, begin: Begin) -> None:
    """No pause is longer than a quarter of what the service says is left, nor shorter than the first one for it."""
    left = [400, 400, 400, 400, 400, 40, 12, 4, 1, 0, -5]
    answers = [at(Phase.RUNNING, remaining=timedelta(seconds=seconds)) for seconds in left]
    job, desk = begin(*answers, at(Phase.DONE))
    world.run(job.wait())
    assert desk.clock.slept == [2, 3, 4.5, 6.75, 10.125, 10, 3, 2, 2, 2, 2]


def test_a_rhythm_of_ones_own(world: World, begin: Begin) -> None:
    """First pause, growth and longest pause can be chosen."""
    job, desk = begin(*[at(Phase.RUNNING)] * 4, at(Phase.DONE), schedule=Schedule(first=1, growth=2, longest=3))
    world.run(job.wait())
    assert desk.clock.slept == [1, 2, 3, 3]


# -------------------------------------------------------------------------------------------------------------- trouble


@pytest.mark.parametrize(
    "trouble",
    [
        NotSent("no network"),
        AnswerLost("cut"),
        OutcomeUnknown("cut"),
        refusal(ServerError),
        refusal(Throttled),
    ],
    ids=lambda error: type(error).__name__,
)
def test_trouble_on_the_way_does_not_end_a_wait(world: World, begin: Begin, trouble: SkybindError) -> None:
    """A wait of hours outlives lost connections and a service that is busy or broken for a while."""
    job, desk = begin(*[trouble] * 5, at(Phase.RUNNING), *[trouble] * 5, at(Phase.DONE))
    assert world.run(job.wait()).phase is Phase.DONE
    assert len(desk.asked_at) == 12


@pytest.mark.parametrize(
    "error",
    [
        refusal(AuthenticationFailed),
        refusal(ServiceError),
        JobFailed("gone", job_id="job-1"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_waiting_cannot_cure_ends_it(world: World, begin: Begin, error: SkybindError) -> None:
    """Other errors are raised as they come, with a token to go on with."""
    job, desk = begin(at(Phase.RUNNING), error, at(Phase.DONE))
    with pytest.raises(type(error)) as caught:
        world.run(job.wait())
    assert caught.value is error
    assert caught.value.token == "token of job-1"
    assert len(desk.asked_at) == 2


def test_answers_that_cannot_be_read(world: World, begin: Begin) -> None:
    """A portal's page does not end a wait; the fourth answer in a row that cannot be read does."""
    page = DecodeError("what?", operation="getJob", body=b"<html>")
    job, _ = begin(at(Phase.RUNNING), page, page, page, at(Phase.RUNNING), page, page, page, at(Phase.DONE))
    assert world.run(job.wait()).phase is Phase.DONE
    stuck, desk = begin(at(Phase.RUNNING), page, page, page, page, at(Phase.DONE))
    with pytest.raises(DecodeError) as caught:
        world.run(stuck.wait())
    assert caught.value.token == "token of job-1"
    assert len(desk.asked_at) == 5


def test_not_found_right_after_the_start_may_mean_not_yet(world: World, begin: Begin) -> None:
    """Within the grace of the schedule a job that is not found is asked for again."""
    job, _ = begin(refusal(NotFound), refusal(NotFound), at(Phase.DONE), schedule=Schedule(first=5, grace=6))
    assert world.run(job.wait()).phase is Phase.DONE


def test_not_found_after_the_grace_is_not_found(world: World, begin: Begin) -> None:
    """Afterwards it is an error, also for a job that was there before."""
    job, desk = begin(refusal(NotFound), schedule=Schedule(first=4, growth=1, grace=6))
    with pytest.raises(NotFound) as caught:
        world.run(job.wait())
    assert desk.asked_at == [0, 4, 8]
    assert caught.value.token


def test_the_service_may_ask_for_longer_pauses(world: World, begin: Begin) -> None:
    """Retry-After stretches a pause; it never shortens one."""
    job, desk = begin(refusal(Throttled, retry_after=60.0), refusal(Throttled, retry_after=0.1), at(Phase.DONE))
    world.run(job.wait())
    assert desk.clock.slept == [60, 15]


def test_a_defect_is_not_trouble(world: World, begin: Begin) -> None:
    """What is none of our errors ends the wait at once, untouched."""
    job, desk = begin(at(Phase.RUNNING))
    desk.answers = []
    with pytest.raises(IndexError):
        world.run(job.wait())


def test_ctrl_c_in_a_pause_ends_the_wait(world: World, clock: Clock) -> None:
    """An interrupt is passed on, and nothing more is asked."""
    desk = Desk(clock, at(Phase.RUNNING))

    def interrupted(_seconds: float) -> None:
        raise KeyboardInterrupt

    job = world.job("job-1", Port(world, desk), sleep=world.wrap(interrupted), monotonic=clock)
    with pytest.raises(KeyboardInterrupt):
        world.run(job.wait())
    assert len(desk.asked_at) == 1


# ------------------------------------------------------------------------------------------------------------- deadline


@pytest.mark.parametrize("timeout", [60, 60.0, timedelta(minutes=1)])
def test_a_wait_that_runs_out(world: World, begin: Begin, timeout: Any) -> None:
    """It raises a timeout that says how long it was and where the job is, and that can be gone on with."""
    job, desk = begin(at(Phase.RUNNING), takes=1)
    with pytest.raises(DeadlineExceeded, match=r"60 s; the job is running \(running \(x\)\)") as caught:
        world.run(job.result(timeout))
    assert isinstance(caught.value, TimeoutError)
    assert caught.value.token == "token of job-1"
    assert desk.clock() == pytest.approx(60)
    assert desk.fetched == []


def test_the_last_trouble_is_the_cause(world: World, begin: Begin) -> None:
    """If the service could not be asked in the end, the timeout says so; trouble that passed does not count."""
    lost = AnswerLost("cut")
    job, _ = begin(at(Phase.RUNNING), lost)
    with pytest.raises(DeadlineExceeded) as caught:
        world.run(job.wait(10))
    assert caught.value.__cause__ is lost
    job, _ = begin(lost, at(Phase.RUNNING))
    with pytest.raises(DeadlineExceeded) as caught:
        world.run(job.wait(10))
    assert caught.value.__cause__ is None
    job, _ = begin(lost)
    with pytest.raises(DeadlineExceeded, match="its state is not known"):
        world.run(job.wait(10))


@pytest.mark.parametrize("timeout", [0, -5])
def test_no_time_at_all(world: World, begin: Begin, timeout: float) -> None:
    """A wait of no time asks nothing."""
    job, desk = begin(at(Phase.DONE))
    with pytest.raises(DeadlineExceeded):
        world.run(job.wait(timeout))
    assert desk.asked_at == []


def test_a_wait_without_a_deadline(world: World, begin: Begin) -> None:
    """Without a timeout it takes as long as it takes, but no single question does."""
    job, desk = begin(*[at(Phase.RUNNING)] * 3000, at(Phase.DONE))
    world.run(job.wait())
    assert desk.clock() > 36_000
    assert max(desk.allowed) <= 120


events = st.one_of(
    st.sampled_from(OPEN).map(at),
    st.builds(lambda s: at(Phase.RUNNING, remaining=timedelta(seconds=s)), st.floats(-10, 1e5)),
    st.sampled_from([NotSent("a"), AnswerLost("b"), refusal(ServerError)]),
    st.builds(lambda seconds: refusal(Throttled, retry_after=seconds), st.none() | st.floats(0, 1e4)),
    st.just(refusal(NotFound)),
)
ends = st.one_of(st.sampled_from(FINAL).map(at), st.just(refusal(AuthenticationFailed)), events)
schedules = st.builds(
    Schedule,
    first=st.floats(0.01, 30),
    growth=st.floats(1, 3),
    longest=st.floats(0.01, 60),
    grace=st.floats(0, 100),
)


@settings(deadline=None, max_examples=120)
@given(
    st.sampled_from([SyncWorld, AsyncWorld]),
    st.lists(events, max_size=20),
    ends,
    schedules,
    st.floats(0.5, 600),
    st.floats(0.001, 200),
)
def test_no_deadline_is_outlived_and_no_wait_returns_nothing(
    kind: type[Any], course: list[Answer], end: Answer, schedule: Schedule, timeout: float, takes: float
) -> None:
    """Whatever states and errors come: the wait ends by its deadline, with the finished job or with an error.

    No question may take longer than what is left, and questions are never closer than the schedule's shortest pause.
    """
    world = kind()
    clock = Clock(0.0)
    desk = Desk(clock, *course, end, takes=takes)
    try:
        state = world.run(job_at(world, desk, schedule).wait(timeout))
    except SkybindError as error:
        assert error.token == "token of job-1"  # noqa: PT017 - the other outcome is a value
        if isinstance(error, DeadlineExceeded):
            assert clock() >= timeout - 1e-6
    else:
        assert state.phase in {Phase.DONE, Phase.HELD}
    assert clock() <= timeout + 1e-6
    assert all(
        0 < allowed <= timeout - asked + 1e-6 for asked, allowed in zip(desk.asked_at, desk.allowed, strict=True)
    )
    shortest = min(schedule.first, schedule.longest)
    assert all(pause >= min(shortest, timeout - clock()) - 1e-6 for pause in clock.slept[:-1])
    world.close()


# ----------------------------------------------------------------------------------------------------------------- rest


def test_a_job_shows_its_id_and_nothing_else(world: World, begin: Begin) -> None:
    """The token is for whoever asks for it, not for logs."""
    job, _ = begin(at(Phase.DONE))
    assert repr(job) in {"<Job job-1>", "<AsyncJob job-1>"}
    assert (job.id, job.token) == ("job-1", "token of job-1")


def test_a_cancelled_task_stops_waiting() -> None:
    """Cancelling the task of an async wait ends it in the middle of a pause."""
    desk = Desk(Clock(0.0), at(Phase.RUNNING))
    world = AsyncWorld()
    job: AsyncJob[str] = AsyncJob("job-1", Port(world, desk))

    async def cancelled() -> None:
        task = asyncio.create_task(job.wait())
        while not desk.asked_at:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(task, 1)

    world.run(cancelled())
    world.close()


def test_leaving_updates_early_is_harmless() -> None:
    """A loop over the updates may be left at any time; nothing more is asked."""
    desk = Desk(Clock(0.0), at(Phase.RUNNING))
    job: Job[str] = Job("job-1", Port(SyncWorld(), desk), sleep=desk.clock.sleep, monotonic=desk.clock)
    for _ in job.updates():
        break
    assert len(desk.asked_at) == 1
