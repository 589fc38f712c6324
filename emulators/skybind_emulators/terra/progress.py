"""How far a job is: pure rules from what was observed to what is shown."""

import math

from attrs import frozen

from skybind_emulators.speed import Speed
from skybind_emulators.terra.state import JobStatus

# Simulated time of a job: a start-up, and a share per photo. Published runs took 5.5 and 10 seconds a photo.
BASE_S = 60.0
PER_FILE_S = 6.0

# Where each state begins, as a share of the whole run.
_PHASES = (
    (0.90, JobStatus.PROCESSING_RESULTS),
    (0.15, JobStatus.EXECUTING),
    (0.05, JobStatus.PREPARING),
    (0.00, JobStatus.WAITING),
)

MESSAGES = {
    JobStatus.WAITING: "waiting for a machine",
    JobStatus.PREPARING: "preparing the input",
    JobStatus.EXECUTING: "reconstructing",
    JobStatus.PROCESSING_RESULTS: "writing the results",
    JobStatus.STOPPED: "stopped",
    JobStatus.FINISHED: "finished",
}


@frozen
class Progress:
    """What a running job shows.

    Attributes:
        status: one of the running states.
        percentage: share done, 0 to 1.
        remain_s: seconds left by the caller's clock, not simulated ones.
        over: whether the run's time is up, so that its outcome is due.
    """

    status: JobStatus
    percentage: float
    remain_s: int
    over: bool


# Not 1: that is for a job whose results are there.
_OVER = Progress(JobStatus.PROCESSING_RESULTS, 0.99, 0, over=True)


def duration_s(files: int) -> float:
    """Simulated seconds that a job with so many input files takes."""
    return BASE_S + PER_FILE_S * files


def progress(speed: Speed, *, reads: int, elapsed_s: float, whole_s: float) -> Progress:
    """How far a started job is.

    Args:
        speed: the rule.
        reads: how often its status was read.
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
    status = next(state for begin, state in _PHASES if share >= begin)
    return Progress(status, share, math.ceil((whole_s - elapsed_s) / speed.scale), over=False)


def _by_reads(reads: int, needed: int) -> Progress:
    """The running states spread evenly over the reads before the last; a second of estimate for each to come."""
    if reads >= needed:
        return _OVER
    earlier = max(reads - 1, 0)
    status = JobStatus(JobStatus.WAITING + earlier * 4 // max(needed - 1, 1))
    return Progress(status, earlier / needed, needed - reads, over=False)
