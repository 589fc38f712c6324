"""Large files in parts: on from the last part that arrived, in the same process or in another."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

from skybind.errors import PhotoError
from skybind.transfers import multipart, stores
from skybind.transfers.ledger import FlightParts, Ledger
from skybind.transfers.photos import Photo
from skybind.transfers.stores import Cancelled, Dialect, Receipt, Refusal, put
from skybind.wire.bulk import BulkFault
from unit.overlay.cards import photo_of, put_on
from unit.overlay.warehouse import BUCKET, PREFIX, Counter, Warehouse, sender, warehouse

SMALLEST = 100 * 1024


@pytest.fixture
def dialect() -> Dialect:
    return "oss"


@pytest.fixture
def house(tmp_path: Path, dialect: Dialect) -> Iterator[Warehouse]:
    with warehouse(tmp_path / "store", dialect) as opened:
        yield opened


@pytest.fixture
def video(monkeypatch: pytest.MonkeyPatch, photos: Path, dialect: Dialect) -> Photo:
    """A file of five parts and a bit, with parts as small as the store takes."""
    part = SMALLEST if dialect == "oss" else 5 * 1024 * 1024
    monkeypatch.setattr(multipart, "PART", part)
    monkeypatch.setattr(stores, "MULTIPART_ABOVE", part)
    return photo_of(put_on(photos, "video.mp4", os.urandom(part * 5 + 1000)))


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[FlightParts]:
    with Ledger(tmp_path / "ledger.sqlite3") as ledger:
        yield FlightParts(ledger, "f")


def sent(
    video: Photo,
    house: Warehouse,
    parts: FlightParts,
    *,
    key: str = "video.mp4",
    counter: Counter | None = None,
    cancelled: Callable[[], bool] | None = None,
    pause: Callable[[float], object] = lambda _seconds: None,
) -> Receipt:
    with sender(counter, cancelled) as sending:
        sending = attrs.evolve(sending, parts=parts, pause=pause)
        return put(video, house.bucket, house.keys(), PREFIX + key, sending)


def broken_off(video: Photo, house: Warehouse, parts: FlightParts, *, after: int, kind: str = "status-503") -> None:
    """An attempt that comes so many parts far."""
    fault = house.faults.add("store.part", kind, after=after)
    with pytest.raises((Refusal, BulkFault)):
        sent(video, house, parts)
    house.faults.clear()
    assert fault


@pytest.mark.parametrize("dialect", ["oss", "s3"])
@pytest.mark.parametrize("kind", ["status-503", "drop", "expire-token"])
def test_a_file_goes_on_at_its_part(house: Warehouse, video: Photo, parts: FlightParts, kind: str) -> None:
    """After whatever ended the first attempt only the parts that had not arrived are sent; nothing is left over."""
    broken_off(video, house, parts, after=3, kind=kind)
    assert house.open_uploads() == 1
    before, counter = house.store.arrivals["part"], Counter()
    receipt = sent(video, house, parts, counter=counter)
    assert house.store.arrivals["part"] == before + 3
    assert house.store.arrivals["initiate"] == 1
    assert (house.content("video.mp4"), counter.bytes) == (video.path.read_bytes(), video.size)
    assert receipt.etag.endswith("-6")
    assert house.open_uploads() == 0
    assert parts.find("video.mp4") is None


def test_ctrl_c_keeps_the_parts(house: Warehouse, video: Photo, parts: FlightParts) -> None:
    """What was broken off by hand goes on as well."""
    counter = Counter()
    with pytest.raises(Cancelled):
        sent(video, house, parts, counter=counter, cancelled=lambda: counter.blocks == 2)
    begun = parts.find("video.mp4")
    assert begun is not None
    assert len(begun.etags) == 2
    sent(video, house, parts)
    assert house.store.arrivals["initiate"] == 1
    assert house.content("video.mp4") == video.path.read_bytes()


def test_a_completion_that_failed_is_all_that_is_left(house: Warehouse, video: Photo, parts: FlightParts) -> None:
    """When all parts have arrived, none is sent again."""
    house.faults.add("store.complete", "status-503", count=1)
    with pytest.raises(Refusal):
        sent(video, house, parts)
    sent(video, house, parts)
    assert (house.store.arrivals["part"], house.store.arrivals["complete"]) == (6, 2)


def test_a_file_that_changed_begins_anew(house: Warehouse, video: Photo, parts: FlightParts) -> None:
    """Parts of another version are given up before the new one begins."""
    broken_off(video, house, parts, after=3)
    video.path.write_bytes(os.urandom(video.size))
    now = photo_of(video.path)
    sent(now, house, parts)
    assert house.content("video.mp4") == now.path.read_bytes()
    assert (house.open_uploads(), house.store.arrivals["initiate"]) == (0, 2)


def test_another_place_begins_anew(house: Warehouse, video: Photo, parts: FlightParts) -> None:
    """A service that names another place has the parts sent there; those at the old place are given up."""
    broken_off(video, house, parts, after=3)
    sent(video, house, parts, key="elsewhere.mp4")
    assert house.names() == ["elsewhere.mp4"]
    assert (house.open_uploads(), house.store.arrivals["initiate"]) == (0, 2)


def test_an_upload_that_the_store_gave_up(house: Warehouse, video: Photo, parts: FlightParts) -> None:
    """Stores clear away old uploads: that is found out at the first part, and the next attempt begins anew."""
    broken_off(video, house, parts, after=3)
    begun = parts.find("video.mp4")
    assert begun is not None
    house.store.abort(BUCKET, begun.key, begun.upload)
    with pytest.raises(Refusal):
        sent(video, house, parts)
    assert parts.find("video.mp4") is None
    sent(video, house, parts)
    assert house.content("video.mp4") == video.path.read_bytes()


def test_a_file_that_vanished_leaves_nothing(house: Warehouse, video: Photo, parts: FlightParts) -> None:
    """What cannot be read any more is given up, in the store and on record: nobody pays for half of it."""
    broken_off(video, house, parts, after=3)
    video.path.unlink()
    with pytest.raises(PhotoError):
        sent(video, house, parts)
    assert house.open_uploads() == 0
    assert parts.find("video.mp4") is None


def test_between_tries_of_a_part_there_is_a_pause(house: Warehouse, video: Photo, parts: FlightParts) -> None:
    """A part that fails goes again after a pause, longer each time, and as long as the store asks for."""
    pauses: list[float] = []
    house.faults.add("store.part", "status-503", count=3, after=1)
    sent(video, house, parts, pause=pauses.append)
    assert len(pauses) == 3
    assert max(pauses) <= 2
    pauses.clear()
    house.faults.add("store.part", "status-503", count=1, retry_after=7)
    sent(video, house, parts, pause=pauses.append)
    assert pauses == [7]
