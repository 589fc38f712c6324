"""The ledger beside a model of it: whatever is written in whatever order, and however often it is opened anew."""

import tempfile
from pathlib import Path

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from skybind.errors import LedgerError
from skybind.transfers.ledger import Confirmed, FlightParts, Ledger
from skybind.transfers.multipart import Begun
from skybind.transfers.photos import Photo

FLIGHTS = st.sampled_from(["f", "g"])
NAMES = st.sampled_from(["a.jpg", "b/a.jpg", "Ä.jpg", "v.mp4"])
NUMBERS = st.integers(1, 5)
IDS = st.text(max_size=5)
SIZES = st.integers(0, 2**62)


@attrs.define
class Flight:
    """What a flight is, in the model."""

    resource: str | None = None
    generation: int = 0
    confirmed: dict[str, Confirmed] = attrs.field(factory=dict)
    uploads: dict[str, Begun] = attrs.field(factory=dict)


class Breaks(Exception):
    """Struck by a test in the middle of a batch."""


class LedgerMachine(RuleBasedStateMachine):
    """Everything that can be written, and everything that can be read back."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "ledger.sqlite3"
        self.ledger = Ledger(self.path)
        self.model = {key: Flight() for key in "fg"}
        for key in self.model:
            self.ledger.flight(key, "terra", "/card")

    @rule()
    def opened_anew(self) -> None:
        self.ledger.close()
        self.ledger = Ledger(self.path)

    @rule()
    def process_died(self) -> None:
        """The connection is left as it is, as by a process that was killed; another one opens the file."""
        left = self.ledger
        self.ledger = Ledger(self.path)
        left.close()

    @rule(key=FLIGHTS, names=st.lists(NAMES, unique=True), size=SIZES, resource=IDS, etag=IDS)
    def confirm(self, key: str, names: list[str], size: int, resource: str, etag: str) -> None:
        self.ledger.confirm(key, resource, [(Photo(name, Path(name), size, 7), etag, "id") for name in names])
        flight = self.model[key]
        flight.confirmed |= {name: Confirmed(name, size, 7, etag, "id", resource) for name in names}

    @rule(key=FLIGHTS, names=st.lists(NAMES, min_size=1, unique=True))
    def batch_breaks(self, key: str, names: list[str]) -> None:
        def files():
            yield from ((Photo(name, Path(name), 1, 1), "broken", "broken") for name in names)
            raise Breaks

        try:
            self.ledger.confirm(key, "broken", files())
        except Breaks:
            return
        raise AssertionError("the batch did not break")

    @rule(key=FLIGHTS, names=st.none() | st.lists(NAMES, unique=True))
    def forget_files(self, key: str, names: list[str] | None) -> None:
        self.ledger.forget_files(key, names)
        confirmed = self.model[key].confirmed
        for name in list(confirmed) if names is None else names:
            confirmed.pop(name, None)

    @rule(key=FLIGHTS, resource=IDS, members=st.lists(NAMES, unique=True))
    def set_resource(self, key: str, resource: str, members: list[str]) -> None:
        self.ledger.set_resource(key, resource, members)
        flight = self.model[key]
        flight.resource = resource
        for name in members:
            if name in flight.confirmed:
                flight.confirmed[name] = attrs.evolve(flight.confirmed[name], resource=resource)

    @rule(key=FLIGHTS)
    def begin_generation(self, key: str) -> None:
        flight = self.model[key]
        flight.resource, flight.generation = None, flight.generation + 1
        assert self.ledger.begin_generation(key).generation == flight.generation

    @rule(key=FLIGHTS, name=NAMES, upload=IDS, size=SIZES)
    def begin_upload(self, key: str, name: str, upload: str, size: int) -> None:
        begun = Begun("https://store/b", f"k/{name}", upload, 5, size, 9, {})
        FlightParts(self.ledger, key).begin(name, begun)
        self.model[key].uploads[name] = begun

    @precondition(lambda self: any(flight.uploads for flight in self.model.values()))
    @rule(key=FLIGHTS, name=NAMES, number=NUMBERS, etag=IDS)
    def part_arrived(self, key: str, name: str, number: int, etag: str) -> None:
        begun = self.model[key].uploads.get(name)
        if begun is not None:
            FlightParts(self.ledger, key).arrived(name, number, etag)
            self.model[key].uploads[name] = attrs.evolve(begun, etags={**begun.etags, number: etag})

    @rule(key=FLIGHTS, name=NAMES)
    def forget_upload(self, key: str, name: str) -> None:
        FlightParts(self.ledger, key).forget(name)
        self.model[key].uploads.pop(name, None)

    @rule(key=FLIGHTS)
    def kept_to_oneself(self, key: str) -> None:
        """While a flight is worked on nobody else gets at it, and the other flight is free."""
        other = Ledger(self.path)
        with self.ledger.exclusive(key), other.exclusive("g" if key == "f" else "f"):
            try:
                with other.exclusive(key):
                    raise AssertionError("two work on one flight")
            except LedgerError:
                pass
        other.close()

    @invariant()
    def the_ledger_is_the_model(self) -> None:
        for key, flight in self.model.items():
            record = self.ledger.find_flight(key)
            assert record is not None
            assert (record.resource, record.generation) == (flight.resource, flight.generation)
            assert self.ledger.confirmed(key) == flight.confirmed
            for name in ("a.jpg", "b/a.jpg", "Ä.jpg", "v.mp4"):
                assert FlightParts(self.ledger, key).find(name) == flight.uploads.get(name)

    def teardown(self) -> None:
        self.ledger.close()
        self.folder.cleanup()


TestLedger = LedgerMachine.TestCase
TestLedger.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
