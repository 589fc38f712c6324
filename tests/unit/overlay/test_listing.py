"""What lies in a store, beside what should."""

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from skybind.transfers import listing, multipart, stores
from skybind.transfers.listing import differences, listed
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket, Dialect, Refusal, RefusalKind, put
from unit.overlay.cards import photo_of, put_on
from unit.overlay.peers import Peer, says
from unit.overlay.warehouse import BUCKET, PREFIX, Warehouse, sender, warehouse

BOTH = pytest.mark.parametrize("dialect", ["oss", "s3"])
LISTING = frozenset({"put", "list", "multipart"})


@pytest.fixture
def dialect() -> Dialect:
    return "oss"


@pytest.fixture
def house(tmp_path: Path, dialect: Dialect) -> Iterator[Warehouse]:
    with warehouse(tmp_path / "store", dialect) as opened:
        yield opened


def keys(house: Warehouse, actions: frozenset[str] = LISTING) -> StoreKeys:
    issued = house.store.issue(BUCKET, PREFIX, lifetime_s=600, actions=actions)
    return StoreKeys(issued.access_key_id, issued.secret_access_key, issued.session_token)


@BOTH
def test_what_was_sent_is_what_is_listed(
    house: Warehouse, photos: Path, dialect: Dialect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sizes and ETags of the listing are those of the receipts, whatever the names, in one piece or in parts."""
    monkeypatch.setattr(multipart, "PART", 5 * 1024 * 1024)
    monkeypatch.setattr(stores, "MULTIPART_ABOVE", 6_000_000)
    names = ["a b+c.jpg", "Fläche 图.jpg", "sub/x&y.jpg", "100%.jpg"]
    expected = {}
    with sender() as sending:
        for name in names:
            photo = photo_of(put_on(photos, "x.jpg", name.encode() * 100))
            receipt = put(photo, house.bucket, keys(house), PREFIX + name, sending)
            expected[PREFIX + name] = (photo.size, receipt.etag)
        video = photo_of(put_on(photos, "v.mp4", bytes(6_500_000)))
        receipt = put(video, house.bucket, keys(house), PREFIX + "v.mp4", sending)
        expected[PREFIX + "v.mp4"] = (video.size, receipt.etag)
        assert differences(house.bucket, keys(house), PREFIX, expected, sending) == {}


def test_all_pages_are_read(house: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """More objects than a call tells are listed all the same, each once."""
    monkeypatch.setattr(listing, "_PAGE", 10)
    names = [f"{PREFIX}{number:04}" for number in range(25)]
    for name in names:
        house.store.put(BUCKET, name, b"x")
    with sender() as sending:
        assert [found.key for found in listed(house.bucket, keys(house), PREFIX, sending)] == names
    assert house.store.arrivals["list"] == 3


def test_what_differs_is_named(house: Warehouse) -> None:
    """What is gone, has another size, or another content is told apart; what lies there besides does not matter."""
    for name in ("same", "size", "content", "besides"):
        house.store.put(BUCKET, PREFIX + name, b"12345")
    etag = house.store.head(BUCKET, PREFIX + "same").etag.upper()
    expected = {
        PREFIX + "same": (5, etag),
        PREFIX + "size": (6, etag),
        PREFIX + "content": (5, "0" * 32),
        PREFIX + "gone": (5, etag),
    }
    with sender() as sending:
        found = differences(house.bucket, keys(house), PREFIX, expected, sending)
    assert {key.removeprefix(PREFIX): reason for key, reason in found.items()} == {
        "size": "has 5 bytes in the store, and 6 here",
        "content": "has another content in the store than was sent",
        "gone": "is not in the store any more",
    }


def test_credentials_that_may_not_list(house: Warehouse) -> None:
    """They are refused for good, once: the caller goes on without a listing."""
    with sender() as sending, pytest.raises(Refusal) as caught:
        list(listed(house.bucket, keys(house, frozenset({"put"})), PREFIX, sending))
    assert caught.value.kind is RefusalKind.FINAL


def test_a_store_in_trouble_is_asked_again(house: Warehouse) -> None:
    """A listing that fails for a moment is asked for again, after a pause; a page of a proxy is no empty listing."""
    house.store.put(BUCKET, PREFIX + "a", b"x")
    house.faults.add("store.list", "status-503", count=2)
    pauses: list[float] = []
    with sender() as sending:
        patient = attrs.evolve(sending, pause=pauses.append)
        assert len(list(listed(house.bucket, keys(house), PREFIX, patient))) == 1
    assert len(pauses) == 2
    with Peer(says(200, "<html>")) as peer, sender() as sending, pytest.raises(Refusal):
        list(listed(Bucket("s3", peer.url, "b", "r"), StoreKeys("a", "b"), "", sending))


@pytest.mark.parametrize(
    ("dialect", "encoding", "said", "key"),
    [
        ("s3", "<EncodingType>url</EncodingType>", "a+b%2Bc%20d", "a b+c d"),
        ("oss", "<EncodingType>url</EncodingType>", "a%20b+c%2Bd", "a b+c+d"),
        ("s3", "", "100%25+x", "100%25+x"),
    ],
)
def test_keys_as_the_store_writes_them(dialect: Dialect, encoding: str, said: str, key: str) -> None:
    """Keys are read as the store in hand encodes them, and as they stand where it does not say that it does."""
    page = f'<R xmlns="urn:x"><Contents><Key>{said}</Key><Size>1</Size><ETag>"E"</ETag></Contents>{encoding}</R>'
    with Peer(says(200, page)) as peer, sender() as sending:
        found = list(listed(Bucket(dialect, peer.url, "b", "r"), StoreKeys("a", "b"), "", sending))
    assert found == [listing.Listed(key, 1, "e")]
