"""What a run is to do, what it makes, and how it is told to fail."""

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen

from skybind_emulators.exchange import Call
from skybind_emulators.koomap.real3d.records import Detail
from skybind_emulators.koomap.real3d.states import Status


class NothingMade(Exception):
    """A run ends as failed; the text says why."""


@frozen
class Piece:
    """A file that a run made: the kind of entry it belongs to, its name, where it lies."""

    type: str
    name: str
    path: Path


@frozen
class Stored:
    """A piece that lies in the store."""

    type: str
    name: str
    size: int


@frozen
class Order:
    """What a run is to do.

    Attributes:
        work: makes files in a folder. Called in a thread, without the lock. Raises whatever keeps it from that.
        prefix: what the keys of those files begin with.
        publish: called with the lock held, once the files are stored and the record shows its new state.
        goal: the state at the end.
        files: how many go in; tells how long it takes.
        begin: share of the record's whole work that is done before.
        end: share that is done after.
    """

    work: Callable[[Path], Sequence[Piece]]
    prefix: str
    publish: Callable[[Sequence[Stored]], None]
    files: int
    goal: Status = Status.SUCCESS
    begin: float = 0.0
    end: float = 1.0


def doom(call: Call) -> Status | None:
    """The state that a fault of this call keeps its runs from getting through."""
    if call.struck("fail-start"):
        return Status.STARTING
    return Status.RUNNING if call.struck("fail") else None


def details_of(stored: Sequence[Stored]) -> list[Detail]:
    """Stored files as the entries of a product, one for each kind."""
    kinds = sorted({piece.type for piece in stored}, key=[piece.type for piece in stored].index)
    by_kind = {kind: [piece for piece in stored if piece.type == kind] for kind in kinds}
    return [
        Detail(kind, sum(piece.size for piece in pieces), [piece.name for piece in pieces])
        for kind, pieces in by_kind.items()
    ]
