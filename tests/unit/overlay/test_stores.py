"""One photo into an object store: sent whole, checked, or refused in a way that says what to do."""

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastcrc import crc64
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import PhotoError
from skybind.transfers import multipart, stores
from skybind.transfers.photos import Photo
from skybind.transfers.signing import StoreKeys
from skybind.transfers.stores import BLOCK, Bucket, Cancelled, Dialect, Receipt, Refusal, RefusalKind, put
from skybind.transfers.trailing import Way
from skybind.wire.bulk import BulkFault
from skybind.wire.clock import ServiceClock
from unit.overlay.cards import photo_of, put_on
from unit.overlay.peers import Exchange, Peer, Play, says
from unit.overlay.warehouse import PREFIX, Counter, Warehouse, sender, warehouse

KEYS = StoreKeys("canary-id", "canary-secret", "canary-token")
BOTH = pytest.mark.parametrize("dialect", ["oss", "s3"])


@pytest.fixture
def house(tmp_path: Path, dialect: Dialect) -> Iterator[Warehouse]:
    with warehouse(tmp_path / "store", dialect) as opened:
        yield opened


@pytest.fixture
def big(photos: Path) -> Photo:
    """A photo of two and a half blocks."""
    return photo_of(put_on(photos, "big.jpg", os.urandom(BLOCK * 5 // 2)))


def sent(photo: Photo, house: Warehouse, counter: Counter | None = None, **parts: Any) -> Receipt:
    with sender(counter, **parts) as sending:
        return put(photo, house.bucket, house.keys(), PREFIX + photo.name, sending)


# --------------------------------------------------------------------------------------------------------- what arrives


@BOTH
def test_a_photo_arrives_whole_and_is_checked(house: Warehouse, big: Photo) -> None:
    """The bytes in the store are those of the file, the receipt has the store's ETag, and digests were compared."""
    counter = Counter()
    receipt = sent(big, house, counter)
    content = big.path.read_bytes()
    assert house.content("big.jpg") == content
    assert (receipt.etag.lower(), receipt.verified) == (hashlib.md5(content).hexdigest(), True)
    assert (counter.bytes, counter.blocks) == (big.size, 3)
    assert house.store.arrivals == {"put": 1}


@BOTH
@pytest.mark.parametrize(
    "name",
    ["a b+c.jpg", "Fläche 图.jpg", "a/b/c.jpg", "100%.jpg", "a=b&c?d#e.jpg", "~'()!*;:@$,[].jpg", "\U0001f681.jpg"],
)
def test_any_name_finds_its_place(house: Warehouse, photos: Path, name: str) -> None:
    """A name with blanks, plus signs, slashes or letters of any script is signed as it is sent, and stored as it is."""
    photo = Photo(name, put_on(photos, "x.jpg"), 100, photo_of(photos / "x.jpg").mtime_ns)
    sent(photo, house)
    assert house.names() == [name]


@settings(deadline=None, max_examples=40)
@given(st.binary(min_size=1, max_size=3000), st.sampled_from(["oss", "s3"]))
def test_any_bytes_arrive_as_they_are(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, dialect: Dialect
) -> None:
    """Whatever a file holds, its digest is found equal, because its bytes are."""
    folder = tmp_path_factory.mktemp("bytes")
    photo = photo_of(put_on(folder, "p.jpg", content))
    with warehouse(folder / "store", dialect) as house:
        assert sent(photo, house).verified
        assert house.content("p.jpg") == content


# -------------------------------------------------------------------------------------------------------------- digests


def answers(photo: Photo, dialect: Dialect, **headers: str) -> Receipt:
    """The receipt for a photo whose store answers 200 with certain headers."""
    with Peer(says(200, "", **headers)) as peer, sender() as sending:
        return put(photo, Bucket(dialect, peer.url, "b", "r"), KEYS, photo.name, sending)


@pytest.fixture
def photo(photos: Path) -> Photo:
    return photo_of(put_on(photos, "p.jpg"))


def md5(photo: Photo) -> str:
    return hashlib.md5(photo.path.read_bytes()).hexdigest()


def test_a_wrong_digest_is_corruption(photo: Photo) -> None:
    """A store whose digest differs from the file's has something else than we sent."""
    for dialect, headers in (("oss", {"x_oss_hash_crc64ecma": "12345"}), ("s3", {"ETag": '"' + "0" * 32 + '"'})):
        with pytest.raises(Refusal) as caught:
            answers(photo, dialect, **headers)  # type: ignore[arg-type]
        assert caught.value.kind is RefusalKind.CORRUPT


def test_a_right_digest_is_told_as_such(photo: Photo) -> None:
    """OSS answers the CRC-64/XZ of the bytes in decimal, S3 their MD5 in hex, in any case."""
    crc = str(crc64.xz(photo.path.read_bytes()))
    assert answers(photo, "oss", x_oss_hash_crc64ecma=crc, ETag='"whatever"') == Receipt("whatever", verified=True)
    assert answers(photo, "s3", ETag=f'"{md5(photo).upper()}"').verified


def test_s3_is_given_a_crc_and_believed_by_its_answer(photo: Photo, tmp_path: Path) -> None:
    """S3 gets the CRC-32C of the bytes before them, compares it itself, and answers it; no MD5 is computed then."""
    with warehouse(tmp_path / "s", "s3") as house, sender() as sending:
        receipt = put(photo, house.bucket, house.keys(), PREFIX + photo.name, sending)
        assert receipt.verified
        assert sending.ways == {house.bucket.address("k", {})[1]: Way.TRAILER_FIRST}
        house.faults.add("store.put", "corrupt", count=1)
        with pytest.raises(Refusal) as caught:
            put(photo, house.bucket, house.keys(), PREFIX + photo.name, sending)
    assert caught.value.kind is RefusalKind.CORRUPT


def test_a_store_that_answers_no_crc_is_held_to_its_etag(photos: Path) -> None:
    """The first file shows that the store has not looked at the CRC: its MD5 is compared, and that of all others."""
    first, second = photo_of(put_on(photos, "1.jpg")), photo_of(put_on(photos, "2.jpg"))
    wrong = says(200, "", ETag='"' + "0" * 32 + '"')
    plays = [says(200, "", ETag=f'"{md5(first)}"'), says(200, "", ETag=f'"{md5(second)}"'), wrong]
    with Peer(*plays) as peer, sender() as sending:
        bucket = Bucket("s3", peer.url, "b", "r")
        assert put(first, bucket, KEYS, "1", sending).verified
        assert put(second, bucket, KEYS, "2", sending).verified
        with pytest.raises(Refusal):
            put(second, bucket, KEYS, "2", sending)
    assert ["x-amz-checksum-crc32c" in request.headers for request in peer.requests] == [True, False, False]


def test_a_wrong_digest_is_noticed_with_the_first_file(photo: Photo) -> None:
    """Neither a CRC that differs nor, where there is none, an ETag that differs is let pass."""
    for headers in ({"x_amz_checksum_crc32c": "AAAAAA=="}, {"ETag": '"' + "0" * 32 + '"'}):
        with pytest.raises(Refusal) as caught:
            answers(photo, "s3", **headers)
        assert caught.value.kind is RefusalKind.CORRUPT


def test_a_store_that_does_not_know_the_header(photo: Photo) -> None:
    """A refusal of the header costs an attempt; the next goes without it."""
    plays = [says(400, error("InvalidArgument")), says(200, "", ETag=f'"{md5(photo)}"')]
    with Peer(*plays) as peer, sender() as sending:
        bucket = Bucket("s3", peer.url, "b", "r")
        with pytest.raises(Refusal) as caught:
            put(photo, bucket, KEYS, "1", sending)
        assert caught.value.kind is not RefusalKind.FINAL
        assert put(photo, bucket, KEYS, "1", sending).verified
    assert "x-amz-checksum-crc32c" not in peer.requests[1].headers


@pytest.mark.parametrize(
    ("dialect", "headers"),
    [
        ("oss", {"ETag": '"x"'}),
        ("s3", {"ETag": '"abc-2"'}),
        ("s3", {}),
        ("s3", {"ETag": '"' + "0" * 32 + '"', "x_amz_server_side_encryption": "aws:kms"}),
        ("s3", {"ETag": '"' + "0" * 32 + '"', "x_amz_server_side_encryption": "aws:kms:dsse"}),
    ],
)
def test_no_digest_to_compare_is_no_corruption(photo: Photo, dialect: Dialect, headers: dict[str, str]) -> None:
    """Where the store gives no digest of the bytes, the receipt says that nothing was compared."""
    assert not answers(photo, dialect, **headers).verified


@BOTH
def test_bytes_that_change_on_the_way_are_noticed(house: Warehouse, big: Photo) -> None:
    """A bit that flips between us and the store is noticed by its digest; the counter goes back."""
    house.faults.add("store.put", "corrupt", count=1)
    counter = Counter()
    with pytest.raises(Refusal) as caught:
        sent(big, house, counter)
    assert caught.value.kind is RefusalKind.CORRUPT
    assert counter.bytes == 0


# ------------------------------------------------------------------------------------------------------------- refusals


def refused(photo: Photo, play: Play, dialect: Dialect = "s3") -> Refusal:
    """How a refusal is understood."""
    counter = Counter()
    with Peer(play) as peer, sender(counter) as sending, pytest.raises(Refusal) as caught:
        put(photo, Bucket(dialect, peer.url, "b", "r"), KEYS, photo.name, sending)
    assert counter.bytes == 0
    return caught.value


def error(code: str, message: str = "", *, namespace: str = "") -> str:
    return f"<?xml version='1.0'?><Error{namespace}><Code>{code}</Code><Message>{message}</Message></Error>"


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, "ExpiredToken", RefusalKind.CREDENTIALS),
        (400, "InvalidToken", RefusalKind.CREDENTIALS),
        (403, "InvalidTokenId", RefusalKind.CREDENTIALS),
        (403, "InvalidAccessKeyId", RefusalKind.CREDENTIALS),
        (403, "SecurityTokenExpired", RefusalKind.CREDENTIALS),
        (403, "InvalidSecurityToken", RefusalKind.CREDENTIALS),
        (403, "RequestTimeTooSkewed", RefusalKind.SKEW),
        (400, "BadDigest", RefusalKind.CORRUPT),
        (400, "InvalidDigest", RefusalKind.CORRUPT),
        (400, "IncompleteBody", RefusalKind.CORRUPT),
        (503, "SlowDown", RefusalKind.BUSY),
        (503, "ServiceUnavailable", RefusalKind.BUSY),
        (400, "RequestTimeout", RefusalKind.BUSY),
        (500, "InternalError", RefusalKind.BUSY),
        (502, "", RefusalKind.BUSY),
        (429, "", RefusalKind.BUSY),
        (403, "AccessDenied", RefusalKind.FINAL),
        (403, "SignatureDoesNotMatch", RefusalKind.FINAL),
        (404, "NoSuchBucket", RefusalKind.FINAL),
        (400, "EntityTooLarge", RefusalKind.FINAL),
        (307, "TemporaryRedirect", RefusalKind.FINAL),
    ],
)
def test_what_a_refusal_asks_of_us(photo: Photo, status: int, code: str, kind: RefusalKind) -> None:
    """Each code of the stores is put into one of five kinds; the words name status and code."""
    refusal = refused(photo, says(status, error(code, "in its words") if code else ""))
    assert refusal.kind is kind
    assert refusal.words == (f"HTTP {status} {code}: in its words" if code else f"HTTP {status}")


@pytest.mark.parametrize("body", ["<html><body>Bad Gateway</body>", "", "{}", "<a>" * 50, "\0", error("X")[:20]])
@pytest.mark.parametrize(("status", "kind"), [(502, RefusalKind.BUSY), (403, RefusalKind.FINAL)])
def test_a_refusal_that_is_no_error_document(photo: Photo, body: str, status: int, kind: RefusalKind) -> None:
    """A page of a proxy on the way is judged by its status."""
    assert refused(photo, says(status, body)).kind is kind


def test_error_documents_with_a_namespace(photo: Photo) -> None:
    """Some stores put their elements into Amazon's namespace."""
    body = error("ExpiredToken", namespace=' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"')
    assert refused(photo, says(400, body)).kind is RefusalKind.CREDENTIALS


@pytest.mark.parametrize(
    ("header", "expected"),
    [({"Retry_After": "3"}, 3.0), ({"Retry_After": "0.5"}, 0.5), ({}, None), ({"Retry_After": "soon"}, None)],
)
def test_a_busy_store_may_say_how_long(photo: Photo, header: dict[str, str], expected: float | None) -> None:
    """Retry-After in seconds goes along with the refusal."""
    assert refused(photo, says(503, error("SlowDown"), **header)).retry_after == expected


def test_a_refusal_prints_no_secret(photo: Photo) -> None:
    """Stores repeat what was signed in their refusals; the words keep to code and message, cut short."""
    body = error("SignatureDoesNotMatch", "no" * 500).replace(
        "</Error>", "<StringToSign>canary</StringToSign><AWSAccessKeyId>canary-id</AWSAccessKeyId></Error>"
    )
    refusal = refused(photo, says(403, body))
    assert "canary" not in str(refusal) + repr(refusal)
    assert len(refusal.words) < 200


def test_no_answer_is_not_a_refusal(photo: Photo) -> None:
    """A line that breaks is the engine's to judge; the counter goes back."""

    def breaks(exchange: Exchange) -> None:
        exchange.body()
        exchange.hang_up()

    counter = Counter()
    with Peer(breaks) as peer, sender(counter) as sending, pytest.raises(BulkFault):
        put(photo, Bucket("s3", peer.url, "b", "r"), KEYS, photo.name, sending)
    assert counter.bytes == 0


@BOTH
def test_a_wrong_clock_is_learnt_from_the_store(tmp_path: Path, photo: Photo, dialect: Dialect) -> None:
    """A refusal for skew teaches the store's time; the next request is signed for it and is taken."""
    clock = ServiceClock(lambda: time.time() - 7200)
    with warehouse(tmp_path / "store", dialect) as house, sender(clock=clock) as sending:
        keys = house.keys()
        with pytest.raises(Refusal) as caught:
            put(photo, house.bucket, keys, PREFIX + photo.name, sending)
        assert caught.value.kind is RefusalKind.SKEW
        assert put(photo, house.bucket, keys, PREFIX + photo.name, sending).verified


# ------------------------------------------------------------------------------------ files that change under our hands


class Meddler(Counter):
    """Does something to the file when the first block has gone."""

    def __init__(self, meddle: Any) -> None:
        super().__init__()
        self._meddle = meddle

    def __call__(self, count: int) -> None:
        super().__call__(count)
        if self.blocks == 1 and count > 0:
            self._meddle()


def truncate(photo: Photo) -> None:
    os.truncate(photo.path, BLOCK + 10)


def grow(photo: Photo) -> None:
    with photo.path.open("ab") as file:
        file.write(b"more")


def touch(photo: Photo) -> None:
    os.utime(photo.path, ns=(1, photo.mtime_ns + 1))


@pytest.mark.parametrize("dialect", ["oss"])
@pytest.mark.parametrize("meddle", [truncate, grow, touch])
def test_a_file_that_changes_while_it_is_read(house: Warehouse, big: Photo, meddle: Any) -> None:
    """Shorter, longer or newer than when the folder was read: it is not the photo that was planned."""
    counter = Meddler(lambda: meddle(big))
    with pytest.raises(PhotoError, match="changed while it was read"):
        sent(big, house, counter)
    assert counter.bytes == 0


@pytest.mark.parametrize("dialect", ["oss"])
def test_a_file_that_vanished(house: Warehouse, photo: Photo) -> None:
    """A file that is gone before it is sent is said to be unreadable; nothing is stored."""
    photo.path.unlink()
    with pytest.raises(PhotoError, match=r"p\.jpg: cannot be read: No such file"):
        sent(photo, house)
    assert house.names() == []


@pytest.mark.parametrize("dialect", ["oss"])
def test_a_file_that_changed_before_it_was_sent(house: Warehouse, photo: Photo) -> None:
    """The same holds for a change between planning and sending, also to the same size."""
    photo.path.write_bytes(bytes(photo.size))
    os.utime(photo.path, ns=(1, photo.mtime_ns + 1))
    with pytest.raises(PhotoError, match="changed"):
        sent(photo, house)


@pytest.mark.parametrize("dialect", ["oss"])
def test_a_photo_can_be_broken_off(house: Warehouse, big: Photo) -> None:
    """Between two blocks the caller is asked whether it still wants the photo."""
    counter = Counter()
    with pytest.raises(Cancelled):
        sent(big, house, counter, cancelled=lambda: counter.blocks == 2)
    assert (counter.bytes, counter.blocks) == (0, 2)
    assert house.names() == []


# ------------------------------------------------------------------------------------------------------------ multipart

PART = {"oss": 100 * 1024, "s3": 5 * 1024 * 1024}


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch, photos: Path, dialect: Dialect) -> Photo:
    """A photo of three parts and a bit, with the smallest parts that the store allows."""
    monkeypatch.setattr(multipart, "PART", PART[dialect])
    monkeypatch.setattr(stores, "MULTIPART_ABOVE", PART[dialect])
    return photo_of(put_on(photos, "video.jpg", os.urandom(PART[dialect] * 3 + 1000)))


@BOTH
def test_a_large_file_goes_in_parts(house: Warehouse, pieces: Photo) -> None:
    """Above the threshold the file is sent in parts, each checked, and put together in their order."""
    counter = Counter()
    receipt = sent(pieces, house, counter)
    assert house.content("video.jpg") == pieces.path.read_bytes()
    assert receipt.verified
    assert receipt.etag.endswith("-4")
    assert house.store.arrivals == {"initiate": 1, "part": 4, "complete": 1}
    assert counter.bytes == pieces.size


@pytest.mark.parametrize("dialect", ["oss"])
def test_at_the_threshold_it_is_still_one_piece(
    house: Warehouse, pieces: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is larger than the threshold goes in parts: one piece has an MD5 for an ETag."""
    monkeypatch.setattr(stores, "MULTIPART_ABOVE", pieces.size)
    sent(pieces, house)
    assert house.store.arrivals == {"put": 1}


@pytest.mark.parametrize("dialect", ["oss"])
def test_no_file_has_too_many_parts(house: Warehouse, pieces: Photo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts grow where a file would need more of them than the stores allow."""
    monkeypatch.setattr(multipart, "MOST_PARTS", 2)
    sent(pieces, house)
    assert house.store.arrivals["part"] == 2
    assert house.content("video.jpg") == pieces.path.read_bytes()


@pytest.mark.parametrize("dialect", ["oss"])
@pytest.mark.parametrize("kind", ["status-503", "corrupt", "cut", "drop", "lose-answer"])
def test_a_part_that_fails_goes_again(house: Warehouse, pieces: Photo, kind: str) -> None:
    """A fault in one part costs that part, not the file."""
    house.faults.add("store.part", kind, count=1, after=1, bytes=50_000)
    counter = Counter()
    assert sent(pieces, house, counter).verified
    assert house.content("video.jpg") == pieces.path.read_bytes()
    assert house.store.arrivals["part"] == 5
    assert house.store.arrivals["initiate"] == 1
    assert counter.bytes == pieces.size


@pytest.mark.parametrize("dialect", ["oss"])
@pytest.mark.parametrize("kind", ["status-503", "corrupt", "drop"])
def test_a_part_that_fails_for_good(house: Warehouse, pieces: Photo, kind: str) -> None:
    """The engine is told; the parts that are there already are given up, for they cost money, and not counted."""
    house.faults.add("store.part", kind, after=2)
    counter = Counter()
    with pytest.raises((Refusal, BulkFault)):
        sent(pieces, house, counter)
    assert house.open_uploads() == 0
    assert house.names() == []
    assert counter.blocks > 2
    assert counter.bytes == 0


@pytest.mark.parametrize("dialect", ["oss"])
def test_a_file_that_changes_between_two_parts(house: Warehouse, pieces: Photo) -> None:
    """A change is noticed in the part where it happened, and the upload is given up."""
    with pytest.raises(PhotoError, match="changed"):
        sent(pieces, house, Meddler(lambda: touch(pieces)))
    assert house.open_uploads() == 0


@pytest.mark.parametrize("dialect", ["oss"])
def test_breaking_off_between_two_parts(house: Warehouse, pieces: Photo) -> None:
    """Nothing is left in the store of a file that the caller does not want any more."""
    counter = Counter()
    with pytest.raises(Cancelled):
        sent(pieces, house, counter, cancelled=lambda: counter.blocks == 2)
    assert house.open_uploads() == 0


@pytest.mark.parametrize("dialect", ["oss"])
def test_giving_up_may_fail_too(house: Warehouse, pieces: Photo) -> None:
    """If the parts cannot be given up either, the first reason is told."""
    house.faults.add("store.part", "expire-token", after=1)
    house.faults.add("store.abort", "status-503")
    with pytest.raises(Refusal) as caught:
        sent(pieces, house)
    assert caught.value.kind is RefusalKind.CREDENTIALS


@BOTH
def test_a_completion_whose_answer_is_lost(house: Warehouse, pieces: Photo) -> None:
    """An upload that is gone when it is completed again has become an object, and nothing goes twice."""
    house.faults.add("store.complete", "lose-answer", count=1)
    assert sent(pieces, house).etag.lower() == house.store.head("photos", PREFIX + "video.jpg").etag
    assert house.store.arrivals["part"] == 4


@pytest.mark.parametrize("dialect", ["oss"])
@pytest.mark.parametrize("etag", ['"of-another-object-4"', None])
def test_an_upload_that_is_gone_for_another_reason(pieces: Photo, etag: str | None) -> None:
    """Where the object is not the one that the parts make, the file goes anew; it is no final refusal."""
    found = says(200, "", **({"ETag": etag} if etag else {}))
    plays = scripted(pieces, says(404, error("NoSuchUpload")), found, says(204))
    with Peer(*plays) as peer, sender() as sending, pytest.raises(Refusal) as caught:
        put(pieces, Bucket("s3", peer.url, "b", "r"), KEYS, "k", sending)
    assert caught.value.kind is RefusalKind.BUSY
    assert [request.method for request in peer.requests[-2:]] == ["HEAD", "DELETE"]


def scripted(photo: Photo, *last: Play) -> Iterator[Play]:
    """A store that takes all parts, and then does something else."""
    yield says(200, "<R><UploadId>u</UploadId></R>")
    for start in range(0, photo.size, multipart.PART):
        piece = photo.path.read_bytes()[start : start + multipart.PART]
        yield says(200, "", ETag=f'"{hashlib.md5(piece).hexdigest()}"')
    yield from last


@pytest.mark.parametrize("dialect", ["oss"])
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (error("InternalError"), RefusalKind.BUSY),
        ("   \n" + error("SlowDown"), RefusalKind.BUSY),
        (error("ExpiredToken"), RefusalKind.CREDENTIALS),
        ("<html>", RefusalKind.BUSY),
        ("<R></R>", RefusalKind.BUSY),
    ],
)
def test_a_success_that_is_an_error(pieces: Photo, body: str, kind: RefusalKind) -> None:
    """S3 may say 200 and put the error into the body of a completion; that is no success."""
    plays = scripted(pieces, says(200, body), says(204))
    with Peer(*plays) as peer, sender() as sending, pytest.raises(Refusal) as caught:
        put(pieces, Bucket("s3", peer.url, "b", "r"), KEYS, "k", sending)
    assert caught.value.kind is kind
    assert peer.requests[-1].method == "DELETE"


@pytest.mark.parametrize("dialect", ["oss"])
def test_what_a_completion_says(pieces: Photo) -> None:
    """All parts are listed by number with the ETags that the store gave them."""
    done = says(200, "<R><ETag>&quot;abc-4&quot;</ETag></R>")
    with Peer(*scripted(pieces, done)) as peer, sender() as sending:
        assert put(pieces, Bucket("s3", peer.url, "b", "r"), KEYS, "k", sending).etag == "abc-4"
    first, *parts, last = peer.requests
    assert (first.method, first.target) == ("POST", "/b/k?uploads=")
    assert [part.target for part in parts] == [f"/b/k?partNumber={n}&uploadId=u" for n in (1, 2, 3, 4)]
    assert (last.method, last.target) == ("POST", "/b/k?uploadId=u")
    etags = [hashlib.md5(part.body).hexdigest() for part in parts]
    listed = "".join(
        f'<Part><PartNumber>{n}</PartNumber><ETag>"{etag}"</ETag></Part>' for n, etag in enumerate(etags, 1)
    )
    assert last.body.decode() == f"<CompleteMultipartUpload>{listed}</CompleteMultipartUpload>"
