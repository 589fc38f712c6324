"""The digest of a file behind its bytes, and how it is found out whether a store takes it there."""

import hashlib
from pathlib import Path

import pytest
from fastcrc import crc32
from hypothesis import given
from hypothesis import strategies as st

from skybind.transfers import trailing
from skybind.transfers.digests import Crc32c
from skybind.transfers.photos import Photo
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import Bucket, Refusal, RefusalKind, put
from skybind.transfers.trailing import Way, trailed, trailed_length
from skybind.wire.bulk import BulkFault
from unit.overlay.cards import photo_of, put_on
from unit.overlay.peers import Peer, Play, cuts, says
from unit.overlay.warehouse import PREFIX, sender, warehouse

KEYS = StoreKeys("canary-id", "canary-secret", "canary-token")
TRAILER = "x-amz-trailer"
HEADER = "x-amz-checksum-crc32c"


@pytest.fixture
def photo(tmp_path: Path) -> Photo:
    """Two blocks and a bit."""
    return photo_of(put_on(tmp_path / "card", "DJI_0001.JPG", size=1_100_000))


def crc(content: bytes) -> str:
    """As it stands in headers and trailers."""
    digest = Crc32c()
    digest.update(content)
    return digest.text


def undone(wire: bytes) -> tuple[bytes, dict[str, str]]:
    """Content and trailers of a body in ``aws-chunked`` coding."""
    content = bytearray()
    while True:
        size, _, wire = wire.partition(b"\r\n")
        if not int(size, 16):
            break
        content += wire[: int(size, 16)]
        assert wire[int(size, 16) :][:2] == b"\r\n"
        wire = wire[int(size, 16) + 2 :]
    lines, _, behind = wire.partition(b"\r\n\r\n")
    assert behind == b""
    return bytes(content), dict(line.split(":", 1) for line in lines.decode().split("\r\n"))


@given(st.lists(st.binary(min_size=1, max_size=9), max_size=9), st.integers(1, 20))
def test_any_body_comes_back_from_its_coding(blocks: list[bytes], chunk: int) -> None:
    """However long the body is and however it was read, its chunks hold it, and its length was told before."""
    content = b"".join(blocks)
    with pytest.MonkeyPatch.context() as given_:
        given_.setattr(trailing, "CHUNK", chunk)
        wire = b"".join(trailed(blocks, len(content), lambda: crc(content)))
        assert len(wire) == trailed_length(len(content))
    assert undone(wire) == (content, {HEADER: crc(content)})


def test_the_digest_is_that_of_the_standard() -> None:
    """The check value of CRC-32C, in the base64 that S3 wants."""
    assert crc32.iscsi(b"123456789") == 0xE3069283
    assert crc(b"123456789") == "4waSgw=="


def test_a_store_that_takes_it_gets_it(photo: Photo, tmp_path: Path) -> None:
    """After the first file, whose digest was answered, files are read once; what arrives is checked like the first."""
    with warehouse(tmp_path / "s", "s3") as house, sender() as sending:
        for name in ("1", "2", "3"):
            assert put(photo, house.bucket, house.keys(), PREFIX + name, sending).verified
            assert house.content(name) == photo.path.read_bytes()
        assert list(sending.ways.values()) == [Way.TRAILER]
        house.faults.add("store.put", "corrupt", count=1)
        with pytest.raises(Refusal) as caught:
            put(photo, house.bucket, house.keys(), PREFIX + "4", sending)
        assert caught.value.kind is RefusalKind.CORRUPT
        assert house.content("4") is None
    coded = trailed_length(photo.size)
    assert [seen.received for seen in house.seen] == [photo.size, coded, coded, coded]


def other_ways(photo: Photo, odd: Play) -> list[tuple[bool, bool]]:
    """Whether each request had its digest in a header, and behind; the second one, behind, meets an odd store."""
    good = says(200, "", x_amz_checksum_crc32c=crc(photo.path.read_bytes()))
    with Peer(good, odd, good, good) as peer, sender() as sending:
        bucket = Bucket("s3", peer.url, "b", "r")
        assert put(photo, bucket, KEYS, "1", sending).verified
        with pytest.raises((Refusal, BulkFault)) as caught:
            put(photo, bucket, KEYS, "2", sending)
        assert isinstance(caught.value, BulkFault) or caught.value.kind is not RefusalKind.FINAL
        for name in ("2", "3"):
            assert put(photo, bucket, KEYS, name, sending).verified
    return [(HEADER in request.headers, TRAILER in request.headers) for request in peer.requests]


@pytest.mark.parametrize(
    "odd",
    [
        says(501, "<Error><Code>NotImplemented</Code></Error>"),
        says(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>"),
        says(411, "<Error><Code>MissingContentLength</Code></Error>"),
        says(200, "", ETag='"' + hashlib.md5(b"the coding").hexdigest() + '"'),
        cuts(100, b"an answer"),
    ],
    ids=["not implemented", "signature", "length", "passed over", "cut"],
)
def test_a_store_that_does_not_take_it_gets_headers(photo: Photo, odd: Play) -> None:
    """Whatever happens to the first digest behind the bytes costs one attempt; all others go in headers."""
    assert other_ways(photo, odd) == [(True, False), (False, True), (True, False), (True, False)]


def test_a_busy_store_is_asked_again(photo: Photo) -> None:
    """That it is busy, or wants other credentials, says nothing of what it takes."""
    busy = says(503, "<Error><Code>SlowDown</Code></Error>")
    assert other_ways(photo, busy) == [(True, False), (False, True), (False, True), (False, True)]


def test_one_file_tries_for_all(photo: Photo, tmp_path: Path) -> None:
    """While the first digest behind the bytes is on its way, other files go with theirs in headers."""
    with warehouse(tmp_path / "s", "s3") as house:

        def moved(_count: int) -> None:
            seen.append(next(iter(sending.ways.values()), None))

        seen: list[Way | None] = []
        with sender(moved) as sending:
            for name in ("1", "2"):
                put(photo, house.bucket, house.keys(), PREFIX + name, sending)
            assert seen[-1] is Way.HEADER
            assert list(sending.ways.values()) == [Way.TRAILER]


def test_a_store_that_took_it_is_believed_when_it_refuses(photo: Photo) -> None:
    """A refusal of a later file is about that file; an answer without digest sends the file again."""
    good = says(200, "", x_amz_checksum_crc32c=crc(photo.path.read_bytes()))
    denied = says(403, "<Error><Code>AccessDenied</Code></Error>")
    with Peer(good, good, denied, says(200), good) as peer, sender() as sending:
        bucket = Bucket("s3", peer.url, "b", "r")
        for name in ("1", "2"):
            assert put(photo, bucket, KEYS, name, sending).verified
        for kind in (RefusalKind.FINAL, RefusalKind.CORRUPT):
            with pytest.raises(Refusal) as caught:
                put(photo, bucket, KEYS, "3", sending)
            assert caught.value.kind is kind
        assert put(photo, bucket, KEYS, "3", sending).verified
    assert HEADER in peer.requests[-1].headers


def test_what_is_coded_already_is_not_coded_again(photo: Photo, tmp_path: Path) -> None:
    """A file with a content encoding of its own goes with its digest in a header."""
    with warehouse(tmp_path / "s", "s3") as house, sender() as sending:
        for name in ("1", "2"):
            more = {"Content-Encoding": "gzip"}
            assert put(photo, house.bucket, house.keys(), PREFIX + name, sending, headers=more).verified
    assert [seen.received for seen in house.seen] == [photo.size] * 2
