"""How far a satellite task is: pure rules from what was observed to what is shown."""

from attrs import frozen

from skybind_emulators.koomap.satellite.tasks import Run, Status
from skybind_emulators.speed import Speed

# Simulated time of a task: a start-up and a share per image. Our assumptions.
BASE_S, PER_IMAGE_S = 60.0, 120.0
_WAITING_SHARE = 0.10


@frozen
class Seen:
    """What a run shows. ``over``: its time is up, so that its outcome is due."""

    status: Status
    progress: float
    over: bool = False


def duration_s(images: int) -> float:
    """Simulated seconds that a task with so many images takes."""
    return BASE_S + PER_IMAGE_S * images


def seen(speed: Speed, run: Run) -> Seen:
    """How far a started task is. The time of a stopping one is what its stop takes."""
    if run.stopping:
        return Seen(Status.STOPPING, 0.0, over=_stopped(speed, run))
    if speed.rule == "instant":
        return Seen(Status.RUNNING, 0.99, over=True)
    if speed.rule == "polls":
        if run.reads >= speed.polls:
            return Seen(Status.RUNNING, 0.99, over=True)
        # The first read shows it waiting, if there is another before the last.
        waiting = run.reads <= 1 and speed.polls > 2
        return Seen(Status.START_RUNNING if waiting or not run.reads else Status.RUNNING, run.reads / speed.polls)
    share = run.elapsed_s / run.whole_s
    if share >= 1.0:
        return Seen(Status.RUNNING, 0.99, over=True)
    return Seen(Status.START_RUNNING if share < _WAITING_SHARE else Status.RUNNING, share)


def _stopped(speed: Speed, run: Run) -> bool:
    """At once, at the second read, or after a while."""
    if speed.rule == "polls":
        return run.reads >= min(2, speed.polls)
    return speed.rule == "instant" or run.elapsed_s >= run.whole_s
