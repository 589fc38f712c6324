"""The course of one call as a decision without I/O: what is sent when, whatever happens."""

from typing import get_args

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import AnswerLost, NotSent, OutcomeUnknown, ServiceError, SkybindError
from skybind.options import Options
from skybind.wire.retry import Budget, Effect, Happened
from skybind.wire.transport import Fault, Pause, Reply, Send, conversation
from unit.overlay.dials import Clock
from unit.overlay.probing import Probe, operation

TOTAL = 100.0

outcomes = st.one_of(
    st.builds(Fault, st.sampled_from([Happened.NOT_SENT, Happened.ANSWER_LOST]), st.just("no")),
    st.builds(
        lambda status, wait: Reply(status, {} if wait is None else {"retry-after": str(wait)}, b"no"),
        st.sampled_from([400, 404, 429, 500, 502, 503, 504]),
        st.one_of(st.none(), st.floats(0, 200)),
    ),
)
courses = st.lists(st.tuples(outcomes, st.floats(0, 60)), min_size=1, max_size=12)
DONE = Reply(200, {}, b"{}")


@frozen
class Told:
    """How a conversation went."""

    sends: list[Send]
    pauses: list[float]
    ended: Reply | SkybindError
    after: float


def hold(effect: Effect, course: list[tuple[Reply | Fault, float]], options: Options, budget: Budget) -> Told:
    """Lead a conversation on a simulated clock: each outcome takes its seconds; after the last one, all is well."""
    clock = Clock(0.0)
    steps = conversation(operation(effect), Probe("http://probe"), options, budget, clock)
    sends: list[Send] = []
    left = list(course)
    try:
        step = next(steps)
        while True:
            if isinstance(step, Pause):
                clock.sleep(step.seconds)
                step = steps.send(None)
            else:
                sends.append(step)
                outcome, seconds = left.pop(0) if left else (DONE, 0.1)
                clock.time += min(seconds, step.seconds_left)
                step = steps.send(outcome)
    except StopIteration as end:
        return Told(sends, clock.slept, end.value, clock.time)
    except SkybindError as error:
        return Told(sends, clock.slept, error, clock.time)


@settings(deadline=None, max_examples=120)
@given(st.sampled_from(get_args(Effect)), courses, st.integers(0, 5))
def test_no_call_outlasts_its_time(effect: Effect, course: list[tuple[Reply | Fault, float]], retries: int) -> None:
    """Attempts and pauses together stay within ``total_timeout``; each attempt is told what is left of it."""
    told = hold(effect, course, Options(total_timeout=TOTAL, retries=retries), Budget())
    assert told.after <= TOTAL + 0.001 * len(told.sends)
    assert all(0 < send.seconds_left <= TOTAL for send in told.sends)
    assert [send.attempt for send in told.sends] == list(range(1, len(told.sends) + 1))
    assert len(told.sends) <= retries + 1
    assert len(told.pauses) == len(told.sends) - 1


@settings(deadline=None, max_examples=120)
@given(courses, st.integers(0, 5))
def test_what_moves_a_machine_is_sent_once(course: list[tuple[Reply | Fault, float]], retries: int) -> None:
    """No sequence of faults and refusals makes a physical request go twice; success or an error ends it."""
    told = hold("physical", course, Options(total_timeout=TOTAL, retries=retries), Budget())
    assert len(told.sends) == 1
    assert isinstance(told.ended, SkybindError)


@settings(deadline=None, max_examples=120)
@given(st.sampled_from(get_args(Effect)), courses, st.integers(0, 5))
def test_the_error_is_that_of_the_last_attempt(
    effect: Effect, course: list[tuple[Reply | Fault, float]], retries: int
) -> None:
    """What is raised says what became of the last attempt, and how many there were."""
    told = hold(effect, course, Options(total_timeout=TOTAL, retries=retries), Budget())
    if isinstance(told.ended, Reply):
        assert told.ended is DONE
        return
    last, _ = course[len(told.sends) - 1]
    if isinstance(last, Reply):
        assert isinstance(told.ended, ServiceError)
        assert told.ended.status == last.status
    elif last.happened is Happened.NOT_SENT:
        assert isinstance(told.ended, NotSent)
    else:
        assert isinstance(told.ended, OutcomeUnknown if effect in {"once", "physical"} else AnswerLost)
    assert told.ended.attempt == len(told.sends)


def test_a_call_that_has_run_out_of_time_is_not_tried_again() -> None:
    """An attempt that used up the time of the call is the last one, even where a retry would be harmless."""
    told = hold("safe", [(Fault(Happened.ANSWER_LOST, "no"), 1000.0)], Options(total_timeout=TOTAL), Budget())
    assert len(told.sends) == 1
    assert isinstance(told.ended, AnswerLost)


@pytest.mark.parametrize("refunds", [0, 1])
def test_only_a_success_pays_back(refunds: int) -> None:
    """A refusal earns nothing, so that an outage does not finance its own storm; a success earns."""
    budget = Budget(5, cost=5, refund=5)
    hold("safe", [(Reply(503, {}, b""), 0.0)] * (2 if refunds == 0 else 1), Options(retries=1), budget)
    assert budget.spend() == bool(refunds)
