"""The steps of a task in each generation's numbering, and what the dock says at them.

Source: `current_step` and `wayline_mission_state` of ``flighttask_progress`` (Cloud API 1.11.3 and 1.15). The second
and third generation have no number for the flight itself; 25 follows from the shift of the others and is our
assumption.
"""

from collections.abc import Mapping
from enum import IntEnum

from .rules import Generation

#: Step: number on the first generation, number on the second and third.
_NUMBERS: Mapping[str, tuple[int, int]] = {
    "initial": (0, 0),
    "check running": (1, 1),
    "check working mode": (2, 2),
    "waiting for the task": (5, 5),
    "entering working mode": (6, 6),
    "opening the cover": (7, 7),
    "flight system": (8, 9),
    "rtk source": (9, 10),
    "taking control": (12, 13),
    "flight areas": (13, 14),
    "file address": (15, 16),
    "file download": (16, 17),
    "file to aircraft": (17, 18),
    "tagging": (18, 19),
    "take-off parameters": (19, 20),
    "home point": (21, 23),
    "trigger": (22, 24),
    "flying": (23, 25),
    "return check": (24, 26),
    "landing": (25, 27),
    "closing the cover": (26, 28),
    "leaving working mode": (27, 29),
    "counting media": (31, 33),
    "announcing": (33, 35),
}

BEFORE_FILE = (
    "check running",
    "check working mode",
    "waiting for the task",
    "entering working mode",
    "opening the cover",
    "flight system",
    "rtk source",
    "taking control",
    "flight areas",
)
AFTER_FILE = ("file download", "file to aircraft", "tagging", "take-off parameters", "home point", "trigger")
AT_HOME = ("closing the cover", "leaving working mode", "counting media", "announcing")

#: Percent told at the last step of the preparation, and when the last waypoint is reached.
PREPARED_PERCENT, FLOWN_PERCENT = 15, 90


def number(step: str, generation: Generation) -> int:
    """The step's number on a dock of this generation."""
    return _NUMBERS[step][0 if generation == "dock1" else 1]


class Mission(IntEnum):
    """``wayline_mission_state``."""

    READY = 2
    UPLOADING = 3
    STARTING = 4
    ENTERING = 5
    FLYING = 6
    INTERRUPTED = 7
    RESUMING = 8
    ENDED = 9


class Break(IntEnum):
    """``break_reason``: the ones that this dock gives."""

    NONE = 0
    LOW_BATTERY = 773
    INTERRUPTED = 1282
    SENT_HOME = 1283
