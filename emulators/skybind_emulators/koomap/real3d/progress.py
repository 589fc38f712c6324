"""How far a run is: pure rules from what was observed to what is shown."""

import math

from attrs import frozen

from skybind_emulators.koomap.real3d.states import Status
from skybind_emulators.speed import Speed

# Simulated time of a whole modelling, and of refining one: a start-up, and a share per photo or uploaded file. The
# manual's example took three minutes.
BASE_S, PER_FILE_S = 120.0, 10.0
# A modelling has ten steps (manual's example). How many belong to the aerial triangulation is our assumption.
STAGES = 10
TRIANGULATION_SHARE = 0.4

# Where each state begins, as a share of the whole run.
_PHASES = ((0.10, Status.RUNNING), (0.05, Status.STARTING), (0.00, Status.PENDING))
_POLLED = (Status.PENDING, Status.STARTING, Status.RUNNING)


@frozen
class Seen:
    """What a run shows.

    Attributes:
        status: PENDING, STARTING or RUNNING.
        share: of the run that is done, 0 to 1.
        over: whether the run's time is up, so that its outcome is due.
    """

    status: Status
    share: float
    over: bool = False


_OVER = Seen(Status.RUNNING, 0.99, over=True)


def duration_s(files: int) -> float:
    """Simulated seconds that a whole run with so many input files takes."""
    return BASE_S + PER_FILE_S * files


def seen(speed: Speed, *, reads: int, elapsed_s: float, whole_s: float) -> Seen:
    """How far a started run is.

    Args:
        speed: the rule.
        reads: how often it was looked at.
        elapsed_s: simulated seconds that it ran, pauses left out.
        whole_s: simulated seconds that it takes.
    """
    if speed.rule == "instant":
        return _OVER
    if speed.rule == "polls":
        return _by_reads(reads, speed.polls)
    if elapsed_s >= whole_s:
        return _OVER
    share = elapsed_s / whole_s
    return Seen(next(state for begin, state in _PHASES if share >= begin), share)


def waited(speed: Speed, *, reads: int, elapsed_s: float, whole_s: float) -> bool:
    """Whether a short wait is over, such as that for a stop: at once, at the second look, or after its time."""
    if speed.rule == "instant":
        return True
    if speed.rule == "polls":
        return reads >= min(2, speed.polls)
    return elapsed_s >= whole_s


def decimal_text(share: float | None) -> str | None:
    """A share as the service writes it: two places, cut, so that 1.00 is only shown when all is done."""
    return None if share is None else f"{math.floor(share * 100 + 1e-9) / 100:.2f}"


def stages_done(share: float | None) -> int | None:
    """Steps of a modelling that are done, of ``STAGES``."""
    return None if share is None else math.floor(share * STAGES + 1e-9)


def triangulation_share(share: float | None) -> float | None:
    """How much of the aerial triangulation is done when so much of the whole is."""
    return None if share is None else min(1.0, share / TRIANGULATION_SHARE)


def _by_reads(reads: int, needed: int) -> Seen:
    """The three states spread evenly over the reads before the last."""
    if reads >= needed:
        return _OVER
    earlier = max(reads - 1, 0)
    return Seen(_POLLED[earlier * 3 // max(needed - 1, 1)], earlier / needed)
