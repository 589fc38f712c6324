"""Whether a request may be sent again."""

import threading
import time
from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.wire.retry import Again, Budget, Effect, GiveUp, Happened, RetryPolicy, decide
from unit.overlay.dials import longest

EFFECTS = get_args(Effect)
REPEATABLE = ("safe", "idempotent", "keyed")
LOAD = (429, 502, 503, 504)

effects = st.sampled_from(EFFECTS)
happenings = st.sampled_from(Happened)
statuses = st.one_of(st.none(), st.integers(100, 599), st.sampled_from(LOAD))
waits = st.one_of(st.none(), st.floats(0, 1e6), st.just(float("inf")))
policies = st.builds(
    RetryPolicy,
    retries=st.integers(0, 6),
    base=st.floats(0.01, 5),
    cap=st.floats(0.01, 60),
    patience=st.floats(0, 300),
)
attempts = st.integers(1, 10)
quick = settings(deadline=None, max_examples=120)


@quick
@given(happenings, attempts, policies, statuses, waits)
def test_physical_is_never_sent_again(
    happened: Happened, attempt: int, policy: RetryPolicy, status: int | None, retry_after: float | None
) -> None:
    """What moves a machine is sent once, whatever happened, even if surely nothing arrived."""
    verdict = decide("physical", happened, attempt=attempt, policy=policy, status=status, retry_after=retry_after)
    assert isinstance(verdict, GiveUp)


@quick
@given(happenings, attempts, policies, statuses, waits)
def test_once_is_sent_again_only_if_nothing_was_sent(
    happened: Happened, attempt: int, policy: RetryPolicy, status: int | None, retry_after: float | None
) -> None:
    """What would be done twice goes again only after a connection that was never made."""
    verdict = decide("once", happened, attempt=attempt, policy=policy, status=status, retry_after=retry_after)
    if isinstance(verdict, Again):
        assert happened is Happened.NOT_SENT


def test_once_is_indeed_sent_again_after_no_connection() -> None:
    """A connection that was never made is no reason to give up."""
    assert isinstance(decide("once", Happened.NOT_SENT, attempt=1, policy=RetryPolicy()), Again)


@quick
@given(effects, happenings, policies, statuses, waits)
def test_no_more_retries_than_asked_for(
    effect: Effect, happened: Happened, policy: RetryPolicy, status: int | None, retry_after: float | None
) -> None:
    """After ``retries`` attempts beyond the first there is no other."""
    verdict = decide(
        effect, happened, attempt=policy.retries + 1, policy=policy, status=status, retry_after=retry_after
    )
    assert isinstance(verdict, GiveUp)


@pytest.mark.parametrize("effect", REPEATABLE)
@pytest.mark.parametrize("happened", [Happened.NOT_SENT, Happened.ANSWER_LOST])
def test_the_last_retry_is_still_made(effect: Effect, happened: Happened) -> None:
    """Harmless requests are tried ``retries`` times beyond the first, and not once less."""
    assert isinstance(decide(effect, happened, attempt=3, policy=RetryPolicy(retries=3)), Again)


@quick
@given(st.sampled_from(REPEATABLE), st.integers(100, 599))
def test_only_signs_of_load_are_tried_again(effect: Effect, status: int) -> None:
    """An answer is tried again for 429, 502, 503 and 504, and for nothing else."""
    verdict = decide(effect, Happened.ANSWERED, attempt=1, policy=RetryPolicy(), status=status)
    assert isinstance(verdict, Again) == (status in LOAD)


@quick
@given(effects, happenings, attempts, policies, statuses, waits)
def test_unknown_is_said_exactly_of_lost_answers_to_what_may_not_be_repeated(
    effect: Effect,
    happened: Happened,
    attempt: int,
    policy: RetryPolicy,
    status: int | None,
    retry_after: float | None,
) -> None:
    """``unknown`` means: sent, answer lost, and it matters whether it was done."""
    verdict = decide(
        effect,
        happened,
        attempt=attempt,
        policy=policy,
        status=status,
        retry_after=retry_after,
        may_spend=lambda: False,
    )
    assert isinstance(verdict, GiveUp)
    assert verdict.unknown == (happened is Happened.ANSWER_LOST and effect in {"once", "physical"})


@quick
@given(effects, happenings, attempts, policies, statuses, waits)
def test_the_budget_is_asked_last(
    effect: Effect,
    happened: Happened,
    attempt: int,
    policy: RetryPolicy,
    status: int | None,
    retry_after: float | None,
) -> None:
    """A retry is taken from the budget exactly when the request would go again otherwise, and then once."""
    taken: list[None] = []

    def spend() -> bool:
        taken.append(None)
        return True

    def ask(may_spend: Callable[[], bool]) -> Again | GiveUp:
        return decide(
            effect,
            happened,
            attempt=attempt,
            policy=policy,
            status=status,
            retry_after=retry_after,
            may_spend=may_spend,
            uniform=longest,
        )

    verdict = ask(spend)
    assert len(taken) == isinstance(verdict, Again)
    if isinstance(verdict, Again):
        assert isinstance(ask(lambda: False), GiveUp)


@quick
@given(st.sampled_from(REPEATABLE), st.sampled_from(LOAD), st.floats(0, 1000), policies)
def test_retry_after_is_obeyed_to_the_second_or_not_at_all(
    effect: Effect, status: int, retry_after: float, policy: RetryPolicy
) -> None:
    """A pause that the service asks for is made as asked; if it is beyond our patience, the call is given up."""
    verdict = decide(effect, Happened.ANSWERED, attempt=1, policy=policy, status=status, retry_after=retry_after)
    if policy.retries == 0 or retry_after > policy.patience:
        assert isinstance(verdict, GiveUp)
    else:
        assert verdict == Again(retry_after)


@quick
@given(attempts, policies)
def test_pauses_double_and_are_bounded(attempt: int, policy: RetryPolicy) -> None:
    """The longest pause doubles with each attempt up to ``cap``; the shortest is none."""
    policy = RetryPolicy(retries=attempt, base=policy.base, cap=policy.cap)
    high = decide("safe", Happened.NOT_SENT, attempt=attempt, policy=policy, uniform=longest)
    low = decide("safe", Happened.NOT_SENT, attempt=attempt, policy=policy, uniform=lambda low, _high: low)
    assert high == Again(min(policy.cap, policy.base * 2 ** (attempt - 1)))
    assert low == Again(0.0)


def test_pauses_are_not_the_same_for_all() -> None:
    """Without other dice, the pause is random over the whole of its range."""
    policy = RetryPolicy(retries=9, base=8.0, cap=8.0)
    pauses = [decide("safe", Happened.NOT_SENT, attempt=1, policy=policy) for _ in range(200)]
    seconds = [verdict.after for verdict in pauses if isinstance(verdict, Again)]
    assert len(seconds) == 200
    assert min(seconds) < 2
    assert 6 < max(seconds) <= 8


# --------------------------------------------------------------------------------------------------------------- budget


@quick
@given(st.lists(st.booleans(), max_size=400), st.integers(0, 60), st.integers(1, 10), st.integers(0, 3))
def test_a_budget_is_never_overspent(steps: list[bool], capacity: int, cost: int, refund: int) -> None:
    """Retries cost no more than there was plus what answers paid back; what is paid back never exceeds the capacity."""
    budget = Budget(capacity, cost=cost, refund=refund)
    left = float(capacity)
    for spends in steps:
        if spends:
            assert budget.spend() == (left >= cost)
            left -= cost if left >= cost else 0
        else:
            budget.earn()
            left = min(capacity, left + refund)


def test_threads_do_not_overspend_a_budget() -> None:
    """Retries that many threads take at once are no more than the budget holds."""

    class Slow(float):
        """A number that other threads overtake while it is looked at."""

        def __lt__(self, other: float) -> bool:
            time.sleep(0.02)
            return float(self) < other

    budget = Budget(5, cost=5)
    budget._left = Slow(5)
    taken: list[bool] = []
    threads = [threading.Thread(target=lambda: taken.append(budget.spend())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(taken) == 1
