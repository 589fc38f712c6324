"""How far a model is: pure rules from what was observed to what is shown."""

from attrs import frozen

from skybind_emulators.flighthub.state import ModelStatus, ZipStatus
from skybind_emulators.speed import Speed

# Simulated time of a model: a start-up, and a share per file. Our assumption, as for TerraAPI.
BASE_S = 60.0
PER_FILE_S = 6.0

# Where compute is there, where the reconstruction is done, and where the archive is begun, as shares of the whole.
_COMPUTE, _RECONSTRUCTED, _ZIPPING = 0.1, 0.7, 0.8


@frozen
class Progress:
    """What a model shows that is being made.

    Attributes:
        status: state of the reconstruction.
        percent: its progress, 0 to 100.
        zip_status: state of the archive.
        zip_percent: its progress, 0 to 100.
        over: whether the time is up, so that the outcome is due.
    """

    status: ModelStatus
    percent: int
    zip_status: ZipStatus = ZipStatus.INITIAL
    zip_percent: int = 0
    over: bool = False


def duration_s(files: int) -> float:
    """Simulated seconds that a model of so many files takes."""
    return BASE_S + PER_FILE_S * files


def progress(speed: Speed, *, reads: int, elapsed_s: float, whole_s: float) -> Progress:
    """How far a model is.

    Args:
        speed: the rule.
        reads: how often its state was read.
        elapsed_s: simulated seconds since its start, pauses left out.
        whole_s: simulated seconds that it takes.
    """
    share = {"instant": 1.0, "polls": reads / max(speed.polls, 1), "time": elapsed_s / whole_s}[speed.rule]
    if share >= 1:
        return Progress(ModelStatus.RECONSTRUCTED, 100, ZipStatus.RUNNING, 99, over=True)
    if share < _COMPUTE:
        return Progress(ModelStatus.ASKING_FOR_COMPUTE, 0)
    if share < _RECONSTRUCTED:
        return Progress(ModelStatus.RECONSTRUCTING, round(100 * (share - _COMPUTE) / (_RECONSTRUCTED - _COMPUTE)))
    if share < _ZIPPING:
        return Progress(ModelStatus.RECONSTRUCTED, 100)
    zipped = round(100 * (share - _ZIPPING) / (1 - _ZIPPING))
    return Progress(ModelStatus.RECONSTRUCTED, 100, ZipStatus.RUNNING, zipped)
