"""The store as the other emulators use it, in process."""

import hashlib
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from fastcrc import crc64
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind_emulators.store import ObjectStore, StoredObject
from skybind_emulators.store.refusals import Refusal
from skybind_emulators.store.uploads import WantedPart


@pytest.fixture
def store(tmp_path: Path) -> ObjectStore:
    store = ObjectStore(tmp_path / "store", now=lambda: 1_800_000_000.0)
    store.create_bucket("photos")
    return store


def test_put_then_head(store: ObjectStore) -> None:
    """An object comes back with size, MD5, CRC-64, time and a path to its bytes."""
    stored = store.put("photos", "a/b.jpg", b"hello")
    assert store.head("photos", "a/b.jpg") == stored
    assert stored.path.read_bytes() == b"hello"
    assert (stored.size, stored.etag) == (5, "5d41402abc4b2a76b9719d911017c592")
    assert stored.crc64 == crc64.xz(b"hello")
    assert stored.last_modified == 1_800_000_000.0
    assert not stored.multipart


def test_put_a_file(store: ObjectStore, tmp_path: Path) -> None:
    """A file is copied: what happens to it afterwards does not show."""
    source = tmp_path / "source"
    source.write_bytes(b"x" * 3_000_000)
    stored = store.put("photos", "a", source)
    source.write_bytes(b"other")
    assert hashlib.md5(stored.path.read_bytes()).hexdigest() == stored.etag == hashlib.md5(b"x" * 3_000_000).hexdigest()


def test_overwriting_keeps_the_path(store: ObjectStore) -> None:
    """The path of a key stays and has the new bytes; who reads the old ones reads them to the end."""
    first = store.put("photos", "a", b"first")
    opened = store.open("photos", "a")
    assert opened is not None
    second = store.put("photos", "a", b"second")
    with opened[1] as file:
        assert file.read() == b"first"
    assert first.path == second.path
    assert second.path.read_bytes() == b"second"
    assert [item.key for item in store.list("photos")] == ["a"]


def test_delete(store: ObjectStore) -> None:
    """A deleted object is gone from index and disk; deleting nothing says so."""
    stored = store.put("photos", "a", b"x")
    assert store.delete("photos", "a")
    assert not stored.path.exists()
    assert store.head("photos", "a") is None
    assert not store.delete("photos", "a")


def test_copy(store: ObjectStore) -> None:
    """A copy has the bytes and headers of the original and outlives it; there is no copy of nothing."""
    store.create_bucket("results")
    store.put("photos", "a", b"x")
    copied = store.copy("photos", "a", "b", to_bucket="results")
    store.delete("photos", "a")
    assert copied.path.read_bytes() == b"x"
    assert store.head("results", "b") == copied
    with pytest.raises(KeyError):
        store.copy("photos", "a", "c")


def test_list_is_sorted_and_by_prefix(store: ObjectStore) -> None:
    """list() gives what begins with the prefix, in order of the keys."""
    for key in ("b/2", "a/1", "b/1", "é"):
        store.put("photos", key, b"")
    assert [item.key for item in store.list("photos")] == ["a/1", "b/1", "b/2", "é"]
    assert [item.key for item in store.list("photos", "b/")] == ["b/1", "b/2"]


HOSTILE = [
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    ".",
    "a/../../b",
    "x" * 1024,
    "a\0b",
    "é/日本/🛩",
    "a\nb",
    "~",
    "C:\\x",
]


@pytest.mark.parametrize("key", HOSTILE)
def test_no_key_reaches_out_of_the_root(store: ObjectStore, tmp_path: Path, key: str) -> None:
    """Whatever the key, the file lies under the root, and the key comes back as it was."""
    stored = store.put("photos", key, b"x")
    assert stored.path.resolve().is_relative_to((tmp_path / "store").resolve())
    assert {path.name for path in tmp_path.iterdir()} == {"store"}
    assert store.list("photos")[0].key == key


@settings(deadline=None, max_examples=30)
@given(keys=st.sets(st.text(max_size=8), max_size=8))
def test_keys_do_not_meet(tmp_path_factory: pytest.TempPathFactory, keys: set[str]) -> None:
    """Different keys are different objects, whatever their letters."""
    store = ObjectStore(tmp_path_factory.mktemp("store"))
    for bucket in ("one", "two"):
        store.create_bucket(bucket)
        for key in keys:
            store.put(bucket, key, f"{bucket}{key}".encode("utf-8", "surrogatepass"))
    for bucket in ("one", "two"):
        for item in store.list(bucket):
            assert item.path.read_bytes() == f"{bucket}{item.key}".encode("utf-8", "surrogatepass")
    assert len(store.list("one")) == len(keys)


def test_failed_put_leaves_nothing(store: ObjectStore, tmp_path: Path) -> None:
    """A put that fails changes neither the object nor the folder of temporary files."""
    store.put("photos", "a", b"old")
    with pytest.raises(FileNotFoundError):
        store.put("photos", "a", tmp_path / "missing")
    with pytest.raises(Refusal, match="NoSuchBucket"):
        store.put("nowhere", "a", b"x")
    assert list((tmp_path / "store" / "incoming").iterdir()) == []
    assert store.put("photos", "b", b"").etag == "d41d8cd98f00b204e9800998ecf8427e"
    stored = store.head("photos", "a")
    assert stored is not None
    assert stored.path.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["", "a/b"])
def test_bucket_names(store: ObjectStore, name: str) -> None:
    """A bucket needs a name that a path can hold."""
    with pytest.raises(ValueError, match="bucket"):
        store.create_bucket(name)


def test_creating_a_bucket_again_keeps_its_objects(store: ObjectStore) -> None:
    """create_bucket is safe to repeat."""
    store.put("photos", "a", b"x")
    store.create_bucket("photos")
    assert store.head("photos", "a") is not None


@pytest.mark.parametrize("lifetime", [0, 0.9, 604_801, -1])
@pytest.mark.parametrize("dialect", ["oss", "s3"])
def test_signed_urls_have_bounds(store: ObjectStore, dialect: str, lifetime: float) -> None:
    """A URL lives for one second to seven days; other lifetimes are a mistake of the caller."""
    with pytest.raises(ValueError, match="604800"):
        store.presign_get("photos", "a", base_url="http://h", lifetime_s=lifetime, dialect=dialect)  # type: ignore[arg-type]


def test_ids_derive_from_the_seed(tmp_path: Path) -> None:
    """Request and upload ids repeat under a seed."""
    numbers = itertools.count()
    make: Callable[[int], ObjectStore] = lambda seed: ObjectStore(tmp_path / str(next(numbers)), seed=seed)  # noqa: E731
    first, again, other = make(1), make(1), make(2)
    ids = [first.new_id(16) for _ in range(3)]
    assert ids == [again.new_id(16) for _ in range(3)]
    assert ids != [other.new_id(16) for _ in range(3)]
    assert all(len(found) == 16 for found in ids)


# --- multipart uploads ---


def begin(store: ObjectStore, *contents: bytes) -> tuple[str, list[WantedPart]]:
    upload = store.initiate("photos", "big", headers={})
    wanted = []
    for number, content in enumerate(contents, start=1):
        with store.receive() as incoming:
            incoming.write(memoryview(content))
            part = store.add_part(incoming, upload, number)
        wanted.append(WantedPart(number, part.md5))
    return upload.upload_id, wanted


def complete(store: ObjectStore, upload_id: str, wanted: list[WantedPart], size: int = 4) -> StoredObject:
    return store.complete("photos", "big", upload_id, wanted, min_part_size=size)


def test_parts_make_an_object(store: ObjectStore, tmp_path: Path) -> None:
    """The object is the parts in order; its ETag is the MD5 of their MD5s, and no part is left over."""
    upload_id, wanted = begin(store, b"aaaa", b"bbbb", b"c")
    stored = complete(store, upload_id, wanted)
    assert stored.path.read_bytes() == b"aaaabbbbc"
    md5s = b"".join(hashlib.md5(part).digest() for part in (b"aaaa", b"bbbb", b"c"))
    assert stored.etag == hashlib.md5(md5s).hexdigest() + "-3"
    assert stored.crc64 == crc64.xz(b"aaaabbbbc")
    assert stored.multipart
    assert list((tmp_path / "store" / "parts").iterdir()) == []
    assert list((tmp_path / "store" / "incoming").iterdir()) == []


def test_parts_may_be_left_out(store: ObjectStore) -> None:
    """Only the parts that the client names make the object."""
    upload_id, wanted = begin(store, b"aaaa", b"bbbb", b"cccc")
    assert complete(store, upload_id, [wanted[0], wanted[2]]).path.read_bytes() == b"aaaacccc"


@pytest.mark.parametrize(
    ("pick", "code"),
    [
        (lambda w: [w[1], w[0]], "InvalidPartOrder"),
        (lambda w: [w[0], w[0]], "InvalidPartOrder"),
        (lambda w: [w[0], WantedPart(9, w[1].etag)], "InvalidPart"),
        (lambda w: [w[0], WantedPart(2, w[0].etag)], "InvalidPart"),
    ],
)
def test_wrong_lists_of_parts(
    store: ObjectStore, pick: Callable[[list[WantedPart]], list[WantedPart]], code: str
) -> None:
    """Order, number and ETag of every part must fit; after a refusal the upload goes on."""
    upload_id, wanted = begin(store, b"aaaa", b"bbbb")
    with pytest.raises(Refusal, match=code):
        complete(store, upload_id, pick(wanted))
    assert store.head("photos", "big") is None
    assert complete(store, upload_id, wanted).size == 8


def test_small_parts(store: ObjectStore) -> None:
    """Every part but the last must have the minimum size."""
    upload_id, wanted = begin(store, b"aaa", b"b")
    with pytest.raises(Refusal, match="EntityTooSmall"):
        complete(store, upload_id, wanted)
    assert complete(store, upload_id, wanted[1:]).path.read_bytes() == b"b"


def test_a_part_can_be_sent_again(store: ObjectStore) -> None:
    """A second part of the same number takes the place of the first."""
    upload_id, wanted = begin(store, b"aaaa", b"bbbb")
    with store.receive() as incoming:
        incoming.write(memoryview(b"AAAA"))
        part = store.add_part(incoming, store.upload("photos", "big", upload_id), 1)
    with pytest.raises(Refusal, match="InvalidPart"):
        complete(store, upload_id, wanted)
    assert complete(store, upload_id, [WantedPart(1, part.md5), wanted[1]]).path.read_bytes() == b"AAAAbbbb"


def test_completed_and_aborted_uploads_are_gone(store: ObjectStore, tmp_path: Path) -> None:
    """After complete or abort the upload id means nothing, and a late part is refused and removed."""
    done, wanted = begin(store, b"aaaa")
    complete(store, done, wanted)
    gone, _ = begin(store, b"aaaa")
    upload = store.upload("photos", "big", gone)
    store.abort("photos", "big", gone)
    for upload_id in (done, gone):
        with pytest.raises(Refusal, match="NoSuchUpload"):
            complete(store, upload_id, wanted)
        with pytest.raises(Refusal, match="NoSuchUpload"):
            store.abort("photos", "big", upload_id)
    with store.receive() as incoming, pytest.raises(Refusal, match="NoSuchUpload"):
        store.add_part(incoming, upload, 2)
    assert [path for path in (tmp_path / "store").rglob("*") if path.is_file() and "objects" not in path.parts] == []


def test_an_upload_belongs_to_its_key(store: ObjectStore) -> None:
    """An upload id under another key is unknown."""
    upload_id, wanted = begin(store, b"aaaa")
    with pytest.raises(Refusal, match="NoSuchUpload"):
        store.complete("photos", "other", upload_id, wanted, min_part_size=1)


def test_a_refused_condition_keeps_the_upload(store: ObjectStore) -> None:
    """A complete that its condition refuses can be repeated."""

    def refuse(_: StoredObject | None) -> None:
        raise Refusal("PreconditionFailed")

    upload_id, wanted = begin(store, b"aaaa")
    with pytest.raises(Refusal, match="PreconditionFailed"):
        store.complete("photos", "big", upload_id, wanted, min_part_size=1, condition=refuse)
    assert complete(store, upload_id, wanted).size == 4


def test_commits_are_counted(store: ObjectStore) -> None:
    """commits_of tells how often a key got content, deletions aside."""
    assert store.commits_of("photos", "big") == 0
    store.put("photos", "big", b"x")
    store.delete("photos", "big")
    upload_id, wanted = begin(store, b"aaaa")
    complete(store, upload_id, wanted)
    assert store.commits_of("photos", "big") == 2
