"""Whether a request may be sent again. Pure: what the operation does, what happened, and how often already.

The specification says of each operation what sending it twice would do (``x-effect``):

=============  ==========================================================================
safe           reads; again after any fault
idempotent     the second time changes nothing; again after any fault
keyed          carries a key by which the service knows it again; again, with the same key
once           would be done twice; again only if surely nothing was sent
physical       moves a machine; never again
=============  ==========================================================================
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from enum import Enum
from typing import Literal

import attrs

__all__ = ["Again", "Budget", "Effect", "GiveUp", "Happened", "RetryPolicy", "decide"]

Effect = Literal["safe", "idempotent", "keyed", "once", "physical"]
RETRIED_STATUSES = frozenset({429, 502, 503, 504})


class Happened(Enum):
    """What became of an attempt."""

    ANSWERED = "an answer came"
    NOT_SENT = "no connection was made"
    ANSWER_LOST = "it was sent, and the answer did not come back whole"


@attrs.frozen
class Again:
    """Send again after a pause of ``after`` seconds."""

    after: float


@attrs.frozen
class GiveUp:
    """Do not send again; ``unknown`` says that the request may have been carried out."""

    unknown: bool = False


@attrs.frozen
class RetryPolicy:
    """Pauses between attempts.

    Attributes:
        retries: Attempts after the first.
        base: Longest first pause in seconds; doubles with each attempt.
        cap: Longest pause that is made up here. A service's ``Retry-After`` is obeyed up to ``patience``.
        patience: Longest pause that a service may ask for; beyond it the call is given up.
    """

    retries: int = 4
    base: float = 0.5
    cap: float = 20.0
    patience: float = 120.0


class Budget:
    """Retries that one client may spend; successes earn them back, so that an outage is not met with a storm.

    The scheme is that of the token bucket in the AWS SDKs: a retry costs, an answer pays back a little.
    """

    def __init__(self, capacity: float = 100.0, *, cost: float = 5.0, refund: float = 1.0) -> None:
        self._capacity = capacity
        self._left = capacity
        self._cost = cost
        self._refund = refund
        self._lock = threading.Lock()

    def spend(self) -> bool:
        """Take one retry; False if there is none left."""
        with self._lock:
            if self._left < self._cost:
                return False
            self._left -= self._cost
            return True

    def earn(self) -> None:
        """Pay back for an answer that was not a refusal."""
        with self._lock:
            self._left = min(self._capacity, self._left + self._refund)


def decide(
    effect: Effect,
    happened: Happened,
    *,
    attempt: int,
    policy: RetryPolicy,
    status: int | None = None,
    again: bool | None = None,
    retry_after: float | None = None,
    may_spend: Callable[[], bool] = lambda: True,
    uniform: Callable[[float, float], float] = random.uniform,
) -> Again | GiveUp:
    """Say whether to send again.

    Args:
        effect: The operation's ``x-effect``.
        happened: What became of the attempt.
        attempt: Its number; 1 is the first.
        policy: Pauses and their limits.
        status: HTTP status, if an answer came.
        again: Whether the answer says of itself that asking again may help; None leaves that to the status.
        retry_after: Seconds that the answer asks to wait.
        may_spend: Takes one retry from a budget; asked last, so that nothing is taken in vain.
        uniform: Source of jitter.
    """
    unknown = happened is Happened.ANSWER_LOST and effect in {"once", "physical"}
    if happened is Happened.ANSWERED and not (status in RETRIED_STATUSES if again is None else again):
        return GiveUp()
    if effect == "physical" or (effect == "once" and happened is not Happened.NOT_SENT):
        return GiveUp(unknown=unknown)
    if attempt > policy.retries:
        return GiveUp(unknown=unknown)
    if retry_after is not None and retry_after > policy.patience:
        return GiveUp(unknown=unknown)
    if not may_spend():
        return GiveUp(unknown=unknown)
    if retry_after is not None:
        return Again(retry_after)
    # "Full jitter": a crowd of clients that failed together does not come back together.
    return Again(uniform(0.0, min(policy.cap, policy.base * 2 ** (attempt - 1))))
