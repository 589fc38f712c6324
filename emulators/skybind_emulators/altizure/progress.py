"""How far a piece of work is: pure rules from what was observed to the step that is shown."""

from skybind_emulators.speed import Speed

# Simulated seconds.
FILE_S = 4.0
TASK_BASE_S, TASK_PER_IMAGE_S = 60.0, 6.0


def step(speed: Speed, steps: int, *, reads: int, worked_s: float, whole_s: float) -> int:
    """Which of so many steps the work is in, from 0; ``steps`` itself when it is over.

    Args:
        speed: the rule.
        steps: how many states are shown one after the other before the end.
        reads: how often the state was read.
        worked_s: simulated seconds that the work went on.
        whole_s: simulated seconds that it takes.
    """
    if speed.rule == "instant":
        return steps
    if speed.rule == "polls":
        if reads >= speed.polls:
            return steps
        # Spread evenly over the reads before the last one.
        return max(reads - 1, 0) * steps // max(speed.polls - 1, 1)
    return steps if worked_s >= whole_s else int(steps * worked_s / whole_s)
