"""Uploads where the service wants a word about each photo: announced, begun, arrived."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from attrs import define, evolve, field

from skybind.errors import PermissionDenied, UploadIncomplete
from skybind.options import Options
from skybind.transfers import stores
from skybind.transfers.ledger import Ledger
from skybind.transfers.photos import Photo, scan
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket, Refusal, RefusalKind, put, put_piece
from skybind.transfers.upload import Grant, NotPlaced, Place, Sent, UploadProgress, upload
from skybind.wire.clock import ServiceClock
from unit.overlay.cards import photo_of, put_on
from unit.overlay.peers import Peer, says
from unit.overlay.warehouse import PREFIX, QUICK, Service, Warehouse, sender, warehouse

REFUSAL = PermissionDenied("no", service="probe", status=403)


@define
class Places:
    """Announces photos under names of its own, and remembers what it was told.

    Attributes:
        kept: Photos that the service has already.
        lasts: Seconds that a place is good for.
        fails: What a step raises for a photo, counted down: (step, photo) to error and count.
    """

    kept: set[str] = field(factory=set)
    lasts: float = 100.0
    fails: dict[tuple[str, str], list[Exception]] = field(factory=dict)
    told: list[tuple[str, str]] = field(factory=list)
    _lock: threading.Lock = field(factory=threading.Lock)

    def _tell(self, step: str, name: str) -> None:
        with self._lock:
            self.told.append((step, name))
            waiting = self.fails.get((step, name))
            error = waiting.pop() if waiting else None
        if error is not None:
            raise error

    def steps(self, name: str) -> list[str]:
        """What was said of a photo, in order."""
        return [step for step, told in self.told if told == name]

    def place(self, photo: Photo, stopping: Callable[[], bool]) -> Place:
        self._tell("place", photo.name)
        until = time.monotonic() + self.lasts
        return Place(f"{PREFIX}stored-{photo.name}", photo.name, until, kept=photo.name in self.kept)

    def begin(self, place: Place) -> None:
        self._tell("begin", place.reference)

    def arrived(self, place: Place) -> None:
        self._tell("arrived", place.reference)

    def over(self, photo: Photo, place: Place | None) -> None:
        self.told.append(("over" if place else "given up", photo.name))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Warehouse]:
    with warehouse(tmp_path / "store") as opened:
        yield opened


class Announced(Service):
    """A service that was told of each photo already, and has nothing to confirm."""

    def confirm(self, grant: Grant, files: Sequence[Sent]) -> Mapping[str, str]:
        return {sent.photo.name: sent.place.reference for sent in files if sent.place is not None}


@define
class Run:
    """One upload with places."""

    house: Warehouse
    places: Places = field(factory=Places)
    progress: UploadProgress = field(factory=UploadProgress)
    recorded: dict[str, str] = field(factory=dict)

    def __call__(self, photos: list[Photo], **changes: int) -> None:
        upload(
            photos,
            Announced(self.house),
            plan=evolve(QUICK, **changes),
            options=Options(read_timeout=5.0),
            clock=ServiceClock(),
            record=lambda files: self.recorded.update({photo.name: file_id for photo, _, file_id in files}),
            progress=self.progress,
            placing=self.places,
        )


@pytest.fixture
def run(house: Warehouse) -> Run:
    return Run(house)


@pytest.fixture
def cards(photos: Path) -> list[Photo]:
    """Six photos."""
    return [photo_of(put_on(photos, f"p{number}.jpg", size=3000)) for number in range(6)]


def test_each_photo_in_its_order(run: Run, cards: list[Photo]) -> None:
    """Announced, begun, put where the announcement said, said to be there, let go; then on record."""
    run(cards)
    for photo in cards:
        assert run.places.steps(photo.name) == ["place", "begin", "arrived", "over"]
        assert run.house.content(f"stored-{photo.name}") == photo.path.read_bytes()
    assert run.recorded == {photo.name: photo.name for photo in cards}


def test_what_the_service_has_is_not_sent(run: Run, cards: list[Photo]) -> None:
    """It counts as there before, is put on record, and moves no byte."""
    run.places.kept = {"p1.jpg", "p4.jpg"}
    run(cards)
    assert run.places.steps("p1.jpg") == ["place", "over"]
    assert len(run.house.names()) == 4
    assert set(run.recorded) == {photo.name for photo in cards}
    progress = run.progress
    assert (progress.files_before, progress.files_sent, progress.files_confirmed) == (2, 4, 4)
    assert (progress.bytes_before, progress.bytes_moved) == (6000, 12000)


@pytest.mark.parametrize("step", ["place", "begin", "arrived"])
def test_a_step_that_may_be_tried_again(run: Run, cards: list[Photo], step: str) -> None:
    """The photo is announced anew, and counted once in the end."""
    run.places.fails[step, "p2.jpg"] = [NotPlaced("later", again=True)]
    run(cards)
    assert run.places.steps("p2.jpg").count("place") == 2
    assert run.places.steps("p2.jpg")[-2:] == ["arrived", "over"]
    assert run.progress.bytes_moved == 18000
    assert run.progress.retries == 1


@pytest.mark.parametrize("step", ["place", "begin", "arrived"])
def test_a_photo_that_is_not_taken(run: Run, cards: list[Photo], step: str) -> None:
    """It is named with the service's words; the others are safe."""
    run.places.fails[step, "p2.jpg"] = [NotPlaced("too large", again=False)]
    with pytest.raises(UploadIncomplete) as caught:
        run(cards)
    assert caught.value.failed == {"p2.jpg": "too large"}
    assert len(run.recorded) == 5
    assert run.places.steps("p2.jpg")[-1] == "given up"
    assert run.progress.bytes_moved == 15000


def test_a_refusal_that_is_not_about_one_photo(run: Run, cards: list[Photo]) -> None:
    """It ends the upload as it is."""
    run.places.fails["begin", "p0.jpg"] = [REFUSAL]
    with pytest.raises(PermissionDenied) as caught:
        run(cards, workers=1)
    assert caught.value is REFUSAL


def test_a_place_that_is_not_good_any_more(run: Run, cards: list[Photo]) -> None:
    """Before another attempt, a photo whose announcement is old is announced anew; one that is fresh is not."""
    run.house.faults.add("store.put", "status-503", count=1)
    run(cards[:1])
    assert run.places.steps("p0.jpg") == ["place", "begin", "begin", "arrived", "over"]
    other = Run(run.house, Places(lasts=0.0))
    run.house.faults.add("store.put", "status-503", count=1)
    other(cards[:1])
    assert other.places.steps("p0.jpg") == ["place", "begin", "place", "begin", "arrived", "over"]


# --------------------------------------------------------------------------------------------------- signed addresses


SIGNED = Bucket("presigned", "", "", "")
NO_KEYS = StoreKeys("", "")


def test_a_signed_address_is_used_as_it_is(cards: list[Photo], monkeypatch: pytest.MonkeyPatch) -> None:
    """One PUT, whatever the size; nothing is signed again; headers of the object go along."""
    monkeypatch.setattr(stores, "MULTIPART_ABOVE", 10)
    with Peer(says(200)) as peer, sender() as way:
        put(cards[0], SIGNED, NO_KEYS, f"{peer.url}/b/x%20y?sig=a%2Bb", way, headers={"content-type": "image/jpeg"})
    (received,) = peer.requests
    assert (received.method, received.target) == ("PUT", "/b/x%20y?sig=a%2Bb")
    assert received.body == cards[0].path.read_bytes()
    assert received.headers["content-type"] == "image/jpeg"
    assert received.headers["content-length"] == "3000"
    assert not any("auth" in name or name.startswith("x-amz") for name in received.headers)


def test_a_piece_of_a_file(cards: list[Photo]) -> None:
    """A piece is a body of its own."""
    with Peer(says(200)) as peer, sender() as way:
        put_piece(cards[0], 1000, 500, f"{peer.url}/p", way, headers={"host": "elsewhere"})
    assert peer.requests[0].body == cards[0].path.read_bytes()[1000:1500]
    assert peer.requests[0].headers["host"] == "elsewhere"


@pytest.mark.parametrize(
    ("message", "kind"),
    [("Request has expired", RefusalKind.CREDENTIALS), ("Access Denied", RefusalKind.FINAL)],
)
def test_an_address_that_has_ended(cards: list[Photo], message: str, kind: RefusalKind) -> None:
    """A store says so in words only; anything else it denies stays denied. No address is in the words."""
    body = f"<Error><Code>AccessDenied</Code><Message>{message}</Message></Error>"
    with Peer(says(403, body)) as peer, sender() as way, pytest.raises(Refusal) as caught:
        put(cards[0], SIGNED, NO_KEYS, f"{peer.url}/b/x?sig=canary", way)
    assert caught.value.kind is kind
    assert "canary" not in str(caught.value)
    assert "canary" not in repr(Place("http://x/?sig=canary", "1"))


# ------------------------------------------------------------------------------------------------------ beside the way


def test_the_ledger_forgets_single_files(tmp_path: Path, cards: list[Photo]) -> None:
    """Files of these names are forgotten, the others are not; sets on record are listed by service."""
    with Ledger(tmp_path / "l.sqlite3") as ledger:
        ledger.flight("k", "probe", "folder")
        ledger.confirm("k", "r", [(photo, "e", photo.name) for photo in cards])
        ledger.forget_files("k", ["p1.jpg", "p2.jpg", "unknown"])
        assert set(ledger.confirmed("k")) == {"p0.jpg", "p3.jpg", "p4.jpg", "p5.jpg"}
        ledger.set_resource("k", "r1")
        assert (ledger.resources("probe"), ledger.resources("other")) == ({"r1"}, set())


def test_a_png_is_looked_into(photos: Path) -> None:
    """A file that is called PNG and is none is refused before anything is sent."""
    put_on(photos, "a.png", b"\x89PNG\r\n\x1a\n")
    assert [photo.name for photo in scan(photos, suffixes=frozenset({".png"}))] == ["a.png"]
    put_on(photos, "b.png", b"\0\0\0\0")
    with pytest.raises(Exception, match=r"b\.png"):
        scan(photos, suffixes=frozenset({".png"}))
