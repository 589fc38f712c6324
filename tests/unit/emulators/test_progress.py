import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind_emulators.speed import Speed
from skybind_emulators.terra.progress import duration_s, progress
from skybind_emulators.terra.state import JobStatus

RUNNING = {JobStatus.WAITING, JobStatus.PREPARING, JobStatus.EXECUTING, JobStatus.PROCESSING_RESULTS}


def test_instant_is_over_at_once() -> None:
    """An instant job's outcome is due as soon as it is started."""
    assert progress(Speed("instant"), reads=0, elapsed_s=0, whole_s=60).over


@pytest.mark.parametrize(
    ("polls", "shown"),
    [(1, [1, "over"]), (2, [1, 1, "over"]), (3, [1, 1, 3, "over"]), (5, [1, 1, 2, 3, 4, "over"])],
)
def test_polls_spread_the_states_over_the_reads(polls: int, shown: list[object]) -> None:
    """The Nth read finds the outcome due; those before walk through the running states in order."""
    seen: list[object] = []
    for reads in range(polls + 1):
        now = progress(Speed("polls", polls), reads=reads, elapsed_s=0, whole_s=60)
        seen.append("over" if now.over else int(now.status))
    assert seen == shown


@pytest.mark.parametrize(("elapsed", "status"), [(0, 1), (4.9, 1), (5, 2), (15, 3), (89, 3), (90, 4), (99.9, 4)])
def test_time_walks_through_the_states(elapsed: float, status: int) -> None:
    """Each running state begins at its share of the whole time."""
    now = progress(Speed("time", scale=10), reads=0, elapsed_s=elapsed, whole_s=100)
    assert (now.status, now.over) == (status, False)


def test_the_time_left_is_told_in_the_caller_s_seconds() -> None:
    """At ten times the speed, 50 simulated seconds are 5 on the caller's clock."""
    assert progress(Speed("time", scale=10), reads=0, elapsed_s=50, whole_s=100).remain_s == 5


def test_more_files_take_longer() -> None:
    """A job takes a start-up time and a share per file."""
    assert duration_s(0) == 60
    assert duration_s(371) == 60 + 371 * 6


speeds = st.one_of(
    st.just(Speed("instant")),
    st.integers(1, 50).map(lambda count: Speed("polls", count)),
    st.floats(0.1, 1000).map(lambda scale: Speed("time", scale=scale)),
)


@settings(database=None, derandomize=True, deadline=None)
@given(
    speed=speeds, steps=st.lists(st.tuples(st.integers(0, 3), st.floats(0, 100)), max_size=30), whole=st.floats(1, 5000)
)
def test_progress_never_goes_back(speed: Speed, steps: list[tuple[int, float]], whole: float) -> None:
    """Status and percentage only grow, the time left only shrinks, and all stay within their bounds."""
    reads, elapsed = 0, 0.0
    before = progress(speed, reads=0, elapsed_s=0, whole_s=whole)
    for more_reads, more_seconds in steps:
        reads, elapsed = reads + more_reads, elapsed + more_seconds
        now = progress(speed, reads=reads, elapsed_s=elapsed, whole_s=whole)
        assert now.status in RUNNING
        assert 0 <= before.percentage <= now.percentage < 1
        assert before.status <= now.status
        assert before.remain_s >= now.remain_s >= 0
        assert now.over or not before.over
        before = now
