"""The transfer engine against a store that nobody of us wrote, and against ours: what holds here holds there."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import pytest

from integration.houses import BUCKET, House, bending
from skybind.errors import DownloadIncomplete, UploadIncomplete
from skybind.options import Options
from skybind.transfers import listing, multipart, stores
from skybind.transfers.download import DownloadProgress, Wanted, download
from skybind.transfers.ledger import FlightParts, Ledger
from skybind.transfers.photos import Photo, scan
from skybind.transfers.signing import StoreKeys, presign_s3
from skybind.transfers.stores import Bucket, Refusal, RefusalKind, put
from unit.overlay.cards import photo_of
from unit.overlay.warehouse import QUICK, Run, Service, sender

PART = 5 * 1024 * 1024  # the smallest that S3 takes
PARTS = 6

#: Sends a large file until the third part is on record, and gets killed then.
KILLED_AT_THE_THIRD_PART = """
import os, signal, sys
from pathlib import Path
from skybind.options import Options
from skybind.transfers import multipart, stores
from skybind.transfers.ledger import FlightParts, Ledger
from skybind.transfers.photos import Photo
from skybind.transfers.signing import StoreKeys
from skybind.wire.bulk import Bulk
from skybind.wire.clock import ServiceClock
endpoint, bucket, region, key, path, ledger, part = sys.argv[1:]
multipart.PART = stores.MULTIPART_ABOVE = int(part)
keys = StoreKeys(os.environ["ID"], os.environ["SECRET"], os.environ["TOKEN"])

class Fatal(FlightParts):
    def arrived(self, name, number, etag):
        super().arrived(name, number, etag)
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)

with Ledger(Path(ledger)) as kept:
    stat = os.stat(path)
    photo = Photo("video.mp4", Path(path), stat.st_size, stat.st_mtime_ns)
    bucket = stores.Bucket("s3", endpoint, bucket, region)
    sender = stores.Sender(Bulk(Options()), ServiceClock(), lambda: False, lambda n: None, parts=Fatal(kept, "f"))
    stores.put(photo, bucket, keys, key, sender)
"""


@attrs.define
class Noting(FlightParts):
    """Keeps parts in a ledger, and notes which arrive now."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, "f")
        self.now: list[int] = []

    def arrived(self, name: str, number: int, etag: str) -> None:
        super().arrived(name, number, etag)
        self.now.append(number)


def card(folder: Path, count: int, size: int = 40_000) -> list[Photo]:
    folder.mkdir()
    chance = random.Random(8)
    for number in range(count):
        (folder / f"DJI_{number:04}.JPG").write_bytes(b"\xff\xd8\xff\xe0" + chance.randbytes(size))
    return scan(folder)


def service(house: House, **choices: object) -> Service:
    return Service(house, prefix=house.prefix, **choices)


def whole(house: House, photos: list[Photo]) -> bool:
    """Whether the photos lie in the store, byte for byte, and nothing else does."""
    assert house.names() == [photo.name for photo in photos]
    assert all(house.content(photo.name) == photo.path.read_bytes() for photo in photos)
    return True


@pytest.fixture
def one(tmp_path: Path) -> Photo:
    """One photo."""
    return card(tmp_path / "card", 1)[0]


@pytest.fixture
def video(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Photo:
    """A file of six parts, the last of them short."""
    monkeypatch.setattr(multipart, "PART", PART)
    monkeypatch.setattr(stores, "MULTIPART_ABOVE", PART)
    path = tmp_path / "video.mp4"
    path.write_bytes(os.urandom((PARTS - 1) * PART + 1000))
    return photo_of(path)


def test_thirty_photos(house: House, tmp_path: Path) -> None:
    """Thirty photos go up under temporary keys, each compared with the store's own digest when it arrives; and the
    listing that follows finds what is removed or written over afterwards."""
    photos = card(tmp_path / "card", 30)
    run = Run(service(house))
    run(photos, attrs.evolve(QUICK, workers=8))
    assert whole(house, photos)
    assert {name: etag for name, (etag, _) in run.recorded.items()} == {
        photo.name: hashlib.md5(photo.path.read_bytes()).hexdigest() for photo in photos
    }
    assert (run.progress.retries, run.progress.grants) == (0, 1)

    expected = {house.prefix + photo.name: (photo.size, run.recorded[photo.name][0]) for photo in photos}
    with sender() as sending:
        assert listing.differences(house.bucket, house.static, house.prefix, expected, sending) == {}
        gone, over, cut = (house.prefix + photo.name for photo in photos[:3])
        house.s3.delete_object(Bucket=BUCKET, Key=gone)
        house.s3.put_object(Bucket=BUCKET, Key=over, Body=photos[1].path.read_bytes()[::-1])
        house.s3.put_object(Bucket=BUCKET, Key=cut, Body=b"")
        found = listing.differences(house.bucket, house.static, house.prefix, expected, sending)
    assert found == {
        gone: "is not in the store any more",
        over: "has another content in the store than was sent",
        cut: f"has 0 bytes in the store, and {photos[2].size} here",
    }


def test_a_listing_in_pages(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A listing goes on from page to page, and keys come back as they were given."""
    monkeypatch.setattr(listing, "_PAGE", 7)
    names = [f"{number:02} ä+&%.jpg" for number in range(30)]
    for name in names:
        house.s3.put_object(Bucket=BUCKET, Key=house.prefix + name, Body=name.encode())
    with sender() as sending:
        found = list(listing.listed(house.bucket, house.static, house.prefix, sending))
    assert [(one.key, one.size, one.etag) for one in found] == [
        (house.prefix + name, len(name.encode()), hashlib.md5(name.encode()).hexdigest()) for name in names
    ]


@pytest.mark.parametrize("name", ["ä ö+ü.jpg", "a=b&c.jpg", "100% #1 ~(x).jpg", "深圳/航线 1.jpg"])
def test_names(house: House, tmp_path: Path, name: str) -> None:
    """Names with spaces, signs and letters of any script are signed as the store does it, and come back as they are."""
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\xff\xd8\xff" + name.encode())
    photo = photo_of(path, tmp_path)
    Run(service(house))([photo])
    assert whole(house, [photo])


def test_a_large_file_goes_on_after_a_kill(house: House, video: Photo, tmp_path: Path) -> None:
    """Killed with three of six parts on record, a large file goes on with the fourth; nothing is left over."""
    keys, ledger = house.keys(), tmp_path / "ledger.sqlite3"
    where = (house.bucket.endpoint, BUCKET, house.bucket.region, house.prefix + "video.mp4")
    environment = {"ID": keys.access_key_id, "SECRET": keys.secret_access_key, "TOKEN": keys.session_token or ""}
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AT_THE_THIRD_PART, *where, str(video.path), str(ledger), str(PART)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    (upload,) = house.open_uploads()
    assert house.parts("video.mp4", upload) == [1, 2, 3]
    assert house.names() == []
    with Ledger(ledger) as kept, sender() as sending:
        parts = Noting(kept)
        receipt = put(video, house.bucket, house.keys(), where[3], attrs.evolve(sending, parts=parts))
        assert parts.now == [4, 5, 6]
        assert parts.find("video.mp4") is None
    assert receipt.verified
    assert receipt.etag == house.etag("video.mp4")
    assert house.content("video.mp4") == video.path.read_bytes()
    assert house.open_uploads() == []


def test_a_large_file_that_is_given_up_leaves_nothing(house: House, video: Photo) -> None:
    """Without a record of parts, an upload that fails takes its parts with it: they would be paid for."""
    moved: list[int] = []

    def count(length: int) -> None:
        moved.append(length)
        if sum(moved) > 2 * PART:
            raise KeyboardInterrupt

    with sender(count) as sending, pytest.raises(KeyboardInterrupt):
        put(video, house.bucket, house.keys(), house.prefix + "video.mp4", sending)
    assert house.open_uploads() == []
    assert house.names() == []


def test_a_wrong_secret(house: House, tmp_path: Path) -> None:
    """With a wrong secret nothing goes up, nothing is tried twice, and the store's reason is passed on."""
    photos = card(tmp_path / "card", 3)
    wrong = attrs.evolve(house.static, secret_access_key=house.static.secret_access_key[::-1])
    run = Run(service(attrs.evolve(house, temporary=lambda _seconds: wrong)))
    with pytest.raises(UploadIncomplete) as caught:
        run(photos)
    assert set(caught.value.failed) == {photo.name for photo in photos}
    assert all("SignatureDoesNotMatch" in reason for reason in caught.value.failed.values())
    assert wrong.secret_access_key not in str(caught.value)
    assert run.progress.retries == 0
    assert house.names() == []


@pytest.mark.parametrize("lifetime", [0.0, 1.0], ids=["before the first photo", "on the way"])
def test_a_session_that_ends(house: House, tmp_path: Path, lifetime: float) -> None:
    """When the session token ends, before the first photo or while sixteen workers send, one of them asks for another
    and all go on with it. The stores say it differently: ours ExpiredToken, as AWS does, SeaweedFS
    InvalidAccessKeyId; see ``test_refusals.py``. It takes 5 s: longer than the shortest token of SeaweedFS lives, which
    counts whole seconds."""
    photos = card(tmp_path / "card", 48)
    run = Run(service(house, lifetimes=[lifetime, 600.0], promised=None))
    rate = sum(photo.size for photo in photos) / 4 if lifetime else None  # it lasts twice as long as a token
    run(photos, attrs.evolve(QUICK, workers=16, first=16), bwlimit=rate)
    assert whole(house, photos)
    assert run.progress.grants == 2
    assert run.progress.files_sent == len(photos)


def presigned(house: House, keys: StoreKeys, name: str, *, now: float | None = None, lifetime: int = 60) -> str:
    """A signed address to put a photo to."""
    url, host, path = house.bucket.address(house.prefix + name, {})
    moment = time.time() if now is None else now
    signed = presign_s3(
        keys, "PUT", path, host=host, region=house.bucket.region, unix_seconds=moment, lifetime=lifetime
    )
    return f"{url}?{signed}"


@pytest.mark.parametrize("token", [False, True], ids=["static keys", "temporary keys"])
def test_a_presigned_put(house: House, one: Photo, token: bool) -> None:
    """A photo goes to a signed address as it is, and its digest is compared."""
    address = presigned(house, house.keys() if token else house.static, one.name)
    with sender() as sending:
        receipt = put(one, Bucket("presigned", "", "", ""), StoreKeys("", ""), address, sending)
    assert receipt.verified
    assert whole(house, [one])


def test_a_presigned_put_that_is_late(house: House, one: Photo) -> None:
    """An address whose time is over asks for another one; one that was changed is refused for good."""
    late = presigned(house, house.static, one.name, now=time.time() - 120)
    bent = presigned(house, house.static, one.name).replace(one.name, "other.jpg")
    kinds = {}
    with sender() as sending:
        for name, address in {"late": late, "bent": bent}.items():
            with pytest.raises(Refusal) as caught:
                put(one, Bucket("presigned", "", "", ""), StoreKeys("", ""), address, sending)
            kinds[name] = caught.value.kind
    assert kinds == {"late": RefusalKind.CREDENTIALS, "bent": RefusalKind.FINAL}
    assert house.names() == []


@pytest.fixture
def bent(house: House) -> Iterator[House]:
    """The store behind a line that bends a bit of what is sent, 20,000 bytes from the beginning."""
    with bending(house.bucket.endpoint, 20_000) as endpoint:
        yield attrs.evolve(house, bucket=attrs.evolve(house.bucket, endpoint=endpoint))


def test_a_bit_that_is_bent_on_the_way(bent: House, tmp_path: Path) -> None:
    """A photo that arrives with one wrong bit is found out by digests, and goes again."""
    photos = card(tmp_path / "card", 4)
    run = Run(service(bent))
    run(photos)
    assert whole(bent, photos)
    assert run.progress.retries == 1


def test_a_bit_of_a_part_that_is_bent(bent: House, video: Photo) -> None:
    """A part that arrives with one wrong bit goes again, and no other part does."""
    moved: list[int] = []
    with sender(moved.append) as sending:
        put(video, bent.bucket, bent.keys(), bent.prefix + "video.mp4", sending)
    assert bent.content("video.mp4") == video.path.read_bytes()
    assert sum(length for length in moved if length < 0) == -PART


def wanted(house: House, contents: Mapping[str, bytes], *, lifetime: int = 60) -> list[Wanted]:
    """Files in the store, with links that are signed when they are asked for."""
    found = []
    for name, content in contents.items():
        key = house.prefix + name
        house.s3.put_object(Bucket=BUCKET, Key=key, Body=content)
        link = lambda key=key: house.bucket.link(house.static, key, time.time(), lifetime)  # noqa: E731
        found.append(Wanted(name, len(content), link))
    return found


def test_a_download_goes_on(house: House, tmp_path: Path) -> None:
    """What an earlier attempt brought is not brought again: the rest comes by range, and the whole is compared."""
    content = os.urandom(1_000_000)
    files = wanted(house, {"model.laz": content})
    (tmp_path / f".model.laz.{house.etag('model.laz')}.part").write_bytes(content[:600_000])
    progress = DownloadProgress()
    (path,) = download(files, tmp_path, options=Options(), progress=progress)
    assert path.read_bytes() == content
    assert progress.bytes_moved == 400_000
    assert list(tmp_path.glob(".*.part")) == []


def test_a_download_of_what_has_changed(house: House, tmp_path: Path) -> None:
    """What came of another version is thrown away, be it shorter or longer than the file is now."""
    for name, old in {"grown.laz": 600_000, "shrunk.laz": 2_000_000}.items():
        content = os.urandom(1_000_000)
        files = wanted(house, {name: content})
        (tmp_path / f".{name}.{'0' * 32}.part").write_bytes(os.urandom(old))
        (path,) = download(files, tmp_path, options=Options())
        assert path.read_bytes() == content
    assert list(tmp_path.glob(".*.part")) == []


def test_a_beginning_that_is_wrong(house: House, tmp_path: Path) -> None:
    """A beginning on disk with a wrong bit is found out by the store's digest when the rest is there; it all comes
    anew."""
    content = os.urandom(500_000)
    files = wanted(house, {"model.laz": content})
    (tmp_path / f".model.laz.{house.etag('model.laz')}.part").write_bytes(b"x" + content[1:1000])
    (path,) = download(files, tmp_path, options=Options())
    assert path.read_bytes() == content


def test_a_download_of_what_is_not_there(house: House, tmp_path: Path) -> None:
    """A file that is not in the store is named, and the others come."""
    files = wanted(house, {"model.laz": b"model"})
    lost = Wanted("lost.laz", 5, lambda: house.bucket.link(house.static, house.prefix + "lost", time.time(), 60))
    with pytest.raises(DownloadIncomplete) as caught:
        download([*files, lost], tmp_path, options=Options())
    assert set(caught.value.failed) == {"lost.laz"}
    assert (tmp_path / "model.laz").read_bytes() == b"model"
