"""How long tests look for what nobody thought of: briefly each time, or at length.

``SKYBIND_THOROUGH=1`` takes all the time it needs, and so does ``make contract``. Without it the same rules are checked
by fewer and the same examples, planted faults are shown by a life that is written down instead of being looked for,
and commands run in processes that are forked.
"""

import os

__all__ = ["SWITCH", "THOROUGH", "of"]

SWITCH = "SKYBIND_THOROUGH"
#: Whether this run takes its time.
THOROUGH = os.environ.get(SWITCH, "0") not in {"", "0"}
#: One of so many sequences is left in a brief run, and never fewer than the least.
_SHARE, _LEAST = 4, 3


def of(many: int) -> int:
    """So many sequences, or what is left of them in a brief run."""
    return many if THOROUGH else max(_LEAST, many // _SHARE)
