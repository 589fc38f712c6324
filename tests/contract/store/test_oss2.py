"""oss2 as a foreign OSS client."""

import hashlib
import os
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import oss2
import pytest
from fastcrc import crc64
from oss2.credentials import StaticCredentialsProvider
from oss2.exceptions import OssError

from skybind_emulators.store import Credential, ObjectStore, StoreServer

pytestmark = pytest.mark.filterwarnings("ignore:datetime.datetime.utcnow:DeprecationWarning:oss2")

KEYS = ["plain.jpg", "flight 42/é+日本.jpg", "a//b", "../up", "q?a=b&c#d", "100%25", "~tilde'(x)*!", "x" * 1000]
STATIC = Credential("AK", "SK")

BucketMaker = Callable[..., oss2.Bucket]


@pytest.fixture
def bucket_of(server: StoreServer) -> BucketMaker:
    def make(credential: Credential = STATIC, *, name: str = "photos", region: str = "cn-hangzhou") -> oss2.Bucket:
        provider = StaticCredentialsProvider(
            credential.access_key_id, credential.secret_access_key, credential.session_token or None
        )
        return oss2.Bucket(
            oss2.ProviderAuthV4(provider),
            server.oss_endpoint,
            name,
            region=region,
            is_path_style=True,
            connect_timeout=20,
        )

    return make


@pytest.fixture
def bucket(bucket_of: BucketMaker) -> oss2.Bucket:
    return bucket_of()


def refused(call: Callable[..., Any], *arguments: Any, **named: Any) -> tuple[int, str]:
    """Status and code with which a call is refused."""
    with pytest.raises(OssError) as caught:
        call(*arguments, **named)
    return caught.value.status, caught.value.code


@pytest.mark.parametrize("key", KEYS)
def test_objects_come_back(bucket: oss2.Bucket, store: ObjectStore, key: str) -> None:
    """What is put under any key is got, headed, listed and deleted under it; oss2 checks the CRC-64 itself."""
    put = bucket.put_object(key, b"hello", headers={"Content-Type": "image/jpeg", "x-oss-meta-note": "x y"})
    assert put.etag == "5D41402ABC4B2A76B9719D911017C592"
    assert put.crc == crc64.xz(b"hello")
    assert len(put.request_id) == 24
    got = bucket.get_object(key)
    assert got.read() == b"hello"
    assert (got.content_type, got.content_length) == ("image/jpeg", 5)
    assert got.headers["x-oss-meta-note"] == "x y"
    head = bucket.head_object(key)
    assert head.etag == put.etag
    assert head.object_type == "Normal"
    assert [item.key for item in bucket.list_objects_v2().object_list] == [key]
    assert store.arrivals_of(key) == 1
    bucket.delete_object(key)
    assert refused(bucket.get_object, key) == (404, "NoSuchKey")
    assert refused(bucket.head_object, key) == (404, "NoSuchKey")


@pytest.mark.parametrize("key", ["/a", "x" * 1024])
def test_names_that_oss_does_not_take(bucket: oss2.Bucket, store: ObjectStore, key: str) -> None:
    """A key that begins with a slash, or has more than 1023 bytes, is refused, and nothing is stored."""
    assert refused(bucket.put_object, key, b"x") == (400, "InvalidObjectName")
    assert store.list("photos") == []


def test_body_of_unknown_length(bucket: oss2.Bucket, store: ObjectStore) -> None:
    """OSS takes bodies in chunked transfer coding."""
    bucket.put_object("a", iter([b"hel", b"lo"]))
    stored = store.head("photos", "a")
    assert stored is not None
    assert stored.path.read_bytes() == b"hello"


def test_digests(bucket: oss2.Bucket, store: ObjectStore) -> None:
    """A Content-MD5 that does not fit is InvalidDigest, and nothing is stored."""
    wrong = oss2.utils.content_md5(b"other")
    assert refused(bucket.put_object, "a", b"body", headers={"Content-MD5": wrong}) == (400, "InvalidDigest")
    assert store.head("photos", "a") is None
    bucket.put_object("a", b"body", headers={"Content-MD5": oss2.utils.content_md5(b"body")})


def test_overwriting_can_be_forbidden(bucket: oss2.Bucket) -> None:
    """x-oss-forbid-overwrite keeps what is there: 409 FileAlreadyExists."""
    once = {"x-oss-forbid-overwrite": "true"}
    bucket.put_object("a", b"1", headers=once)
    assert refused(bucket.put_object, "a", b"2", headers=once) == (409, "FileAlreadyExists")
    assert bucket.get_object("a").read() == b"1"


def test_ranges(bucket: oss2.Bucket) -> None:
    """A range beyond the end gives the whole object, unless the standard behaviour is asked for."""
    bucket.put_object("a", bytes(range(100)))
    part = bucket.get_object("a", byte_range=(10, 19))
    assert (part.status, part.read()) == (206, bytes(range(10, 20)))
    whole = bucket.get_object("a", byte_range=(90, 200))
    assert (whole.status, whole.read()) == (200, bytes(range(100)))
    standard = {"x-oss-range-behavior": "standard"}
    part = bucket.get_object("a", byte_range=(90, 200), headers=standard)
    assert (part.status, part.read()) == (206, bytes(range(90, 100)))
    assert refused(bucket.get_object, "a", byte_range=(100, 200), headers=standard) == (416, "InvalidRange")


def test_conditions(bucket: oss2.Bucket) -> None:
    """If-Match and If-None-Match are heeded; a 304 has no body."""
    etag = bucket.put_object("a", b"1").etag
    assert bucket.get_object("a", headers={"If-Match": f'"{etag}"'}).read() == b"1"
    assert refused(bucket.get_object, "a", headers={"If-Match": '"x"'}) == (412, "PreconditionFailed")
    assert refused(bucket.get_object, "a", headers={"If-None-Match": f'"{etag}"'})[0] == 304


def test_listing(bucket: oss2.Bucket, store: ObjectStore) -> None:
    """Both versions of the listing give every key once and in order; 100 a page unless asked otherwise."""
    keys = sorted(f"flight-{n % 3}/é {n:03}.jpg" for n in range(120))
    for key in keys:
        store.put("photos", key, b"x")
    assert len(bucket.list_objects().object_list) == 100
    assert [item.key for item in oss2.ObjectIterator(bucket, max_keys=7)] == keys
    assert [item.key for item in oss2.ObjectIteratorV2(bucket, max_keys=50)] == keys
    folders = oss2.ObjectIterator(bucket, delimiter="/", max_keys=1)
    assert [item.key for item in folders] == ["flight-0/", "flight-1/", "flight-2/"]
    assert refused(bucket.list_objects, max_keys=1001) == (400, "InvalidArgument")
    assert refused(bucket.list_objects, max_keys=0) == (400, "InvalidArgument")


def test_many_are_deleted_at_once(bucket: oss2.Bucket, store: ObjectStore) -> None:
    """DeleteMultipleObjects removes every key and names them."""
    for key in KEYS:
        store.put("photos", key, b"")
    assert sorted(bucket.batch_delete_objects(KEYS).deleted_keys) == sorted(KEYS)
    assert store.list("photos") == []


# --- multipart ---


def test_resumable_upload(bucket: oss2.Bucket, store: ObjectStore, tmp_path: Path) -> None:
    """oss2's own resumable multipart upload works unchanged."""
    content = os.urandom(1_000_000)
    source = tmp_path / "big"
    source.write_bytes(content)
    result = oss2.resumable_upload(
        bucket,
        "é/big",
        str(source),
        store=oss2.ResumableStore(root=str(tmp_path)),
        multipart_threshold=200_000,
        part_size=200_000,
        num_threads=2,
    )
    md5s = b"".join(hashlib.md5(content[at : at + 200_000]).digest() for at in range(0, 1_000_000, 200_000))
    assert result.etag.strip('"') == hashlib.md5(md5s).hexdigest().upper() + "-5"
    assert result.crc == crc64.xz(content)
    assert bucket.get_object("é/big").read() == content
    assert bucket.head_object("é/big").object_type == "Multipart"
    assert store.arrivals["part"] == 5


def test_parts_by_hand(bucket: oss2.Bucket, left_over: Callable[[], list[Path]]) -> None:
    """Parts are listed, checked at the end, small ones refused (100 KB), and an aborted upload is gone."""
    upload_id = bucket.init_multipart_upload("big").upload_id
    sent = [bucket.upload_part("big", upload_id, n, content) for n, content in ((1, b"a" * 102_399), (2, b"b"))]
    assert sent[1].crc == crc64.xz(b"b")
    parts = [oss2.models.PartInfo(n, result.etag) for n, result in enumerate(sent, start=1)]
    assert refused(bucket.complete_multipart_upload, "big", upload_id, parts) == (400, "EntityTooSmall")
    # oss2 sorts the parts by itself, so it cannot send them in the wrong order.
    wrong = [parts[0], oss2.models.PartInfo(2, parts[0].etag)]
    assert refused(bucket.complete_multipart_upload, "big", upload_id, wrong) == (400, "InvalidPart")
    bucket.upload_part("big", upload_id, 1, b"A" * 102_400)
    listed = list(oss2.PartIterator(bucket, "big", upload_id, max_parts=1))
    assert [(part.part_number, part.size) for part in listed] == [(1, 102_400), (2, 1)]
    assert [upload.upload_id for upload in oss2.MultipartUploadIterator(bucket)] == [upload_id]
    done = bucket.complete_multipart_upload("big", upload_id, listed)
    assert done.crc == crc64.xz(b"A" * 102_400 + b"b")
    assert refused(bucket.complete_multipart_upload, "big", upload_id, listed) == (404, "NoSuchUpload")
    given_up = bucket.init_multipart_upload("big").upload_id
    bucket.upload_part("big", given_up, 1, b"x")
    bucket.abort_multipart_upload("big", given_up)
    assert refused(bucket.upload_part, "big", given_up, 1, b"x") == (404, "NoSuchUpload")
    assert left_over() == []


# --- keys, tokens, regions ---


@pytest.mark.parametrize(
    ("credential", "expected"),
    [
        (Credential("AK", "wrong"), (403, "SignatureDoesNotMatch")),
        (Credential("nobody", "SK"), (403, "InvalidAccessKeyId")),
        (Credential("AK", "SK", "bogus"), (403, "InvalidAccessKeyId")),
    ],
)
def test_wrong_keys(
    bucket_of: BucketMaker, store: ObjectStore, credential: Credential, expected: tuple[int, str]
) -> None:
    """Wrong keys are refused in Alibaba's words and store nothing."""
    assert refused(bucket_of(credential).put_object, "a", b"x" * 100_000) == expected
    assert store.head("photos", "a") is None


def test_tokens_are_limited(bucket_of: BucketMaker, store: ObjectStore) -> None:
    """An upload token serves its prefix and its actions and nothing else."""
    store.put("photos", "other/a", b"x")
    bucket = bucket_of(store.issue("photos", "flight/", lifetime_s=600))
    bucket.put_object("flight/a", b"x")
    assert bucket.get_object("flight/a").read() == b"x"
    assert len(bucket.list_objects(prefix="flight/").object_list) == 1
    denied = (403, "AccessDenied")
    assert refused(bucket.put_object, "other/b", b"x") == denied
    assert refused(bucket.get_object, "other/a") == denied
    assert refused(bucket.list_objects) == denied
    assert refused(bucket.delete_object, "flight/a") == denied
    assert refused(bucket.init_multipart_upload, "other/b") == denied
    # Whether a key exists is told to everyone who may read it.
    assert refused(bucket_of(store.issue("photos", "", lifetime_s=9, actions={"get"})).get_object, "b") == (
        404,
        "NoSuchKey",
    )


def test_tokens_expire(bucket_of: BucketMaker, store: ObjectStore) -> None:
    """An expired token is SecurityTokenExpired with 403 and the number of its documentation page."""
    bucket = bucket_of(store.issue("photos", "", lifetime_s=0))
    with pytest.raises(OssError) as caught:
        bucket.put_object("a", b"x")
    assert (caught.value.status, caught.value.code) == (403, "SecurityTokenExpired")
    assert caught.value.ec == "0002-00000007"


def test_skewed_clocks(bucket: oss2.Bucket, clock: Any) -> None:
    """More than 15 minutes between the clocks is RequestTimeTooSkewed."""
    clock.offset = -3600.0
    assert refused(bucket.put_object, "a", b"x") == (403, "RequestTimeTooSkewed")


def test_regions(bucket_of: BucketMaker, store: ObjectStore) -> None:
    """The region of a signature is that of the bucket, written without ``oss-``."""
    store.create_bucket("regional", oss_region="oss-cn-shenzhen")
    store.add_static("AK2", "SK2", ["regional", "missing"])
    keys = Credential("AK2", "SK2")
    bucket_of(keys, name="regional", region="cn-shenzhen").put_object("a", b"x")
    for region in ("cn-hangzhou", "oss-cn-shenzhen"):
        bucket = bucket_of(keys, name="regional", region=region)
        assert refused(bucket.put_object, "a", b"x") == (400, "InvalidArgument")
    right = bucket_of(keys, name="regional", region="cn-shenzhen")
    assert right.get_bucket_location().location == "oss-cn-shenzhen"
    assert refused(bucket_of(keys, name="missing").list_objects) == (404, "NoSuchBucket")
    assert refused(bucket_of(keys).list_objects) == (403, "AccessDenied")


def test_version_1_is_not_spoken(server: StoreServer) -> None:
    """Requests in the old signature version are refused."""
    old = oss2.Bucket(oss2.Auth("AK", "SK"), server.oss_endpoint, "photos", is_path_style=True)
    assert refused(old.put_object, "a", b"x") == (403, "AccessDenied")


@pytest.mark.parametrize(
    "call",
    [
        lambda bucket: bucket.append_object("b", 0, b"x"),
        lambda bucket: bucket.copy_object("photos", "a", "b"),
        lambda bucket: bucket.put_symlink("a", "b"),
        lambda bucket: bucket.get_bucket_acl(),
    ],
    ids=["append", "copy", "symlink", "acl"],
)
def test_what_the_store_does_not_do(
    bucket: oss2.Bucket, store: ObjectStore, call: Callable[[oss2.Bucket], Any]
) -> None:
    """Operations outside of the store's are refused as not implemented, and store nothing."""
    store.put("photos", "a", b"x")
    assert refused(call, bucket) == (501, "NotImplemented")
    assert store.head("photos", "b") is None


# --- signed URLs ---


def fetch(url: str, method: str = "GET", data: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    request = urllib.request.Request(url, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_signed_urls(bucket_of: BucketMaker, store: ObjectStore, clock: Any) -> None:
    """A signed URL does what it was signed for, until it expires; temporary keys put their token into it."""
    for credential in (STATIC, store.issue("photos", "", lifetime_s=3600)):
        clock.offset = 0.0
        bucket = bucket_of(credential)
        put = bucket.sign_url("PUT", "é +", 60, headers={"Content-Type": "text/plain"}, slash_safe=True)
        get = bucket.sign_url("GET", "é +", 60, slash_safe=True)
        assert fetch(put, "PUT", b"hello", **{"Content-Type": "text/plain"})[0] == 200
        assert fetch(put, "PUT", b"hello", **{"Content-Type": "image/jpeg"})[0] == 403
        assert fetch(get) == (200, b"hello")
        assert fetch(get, "DELETE")[0] == 403
        status, body = fetch(get.replace("expires=60", "expires=61"))
        assert (status, b"<Code>SignatureDoesNotMatch</Code>" in body) == (403, True)
        clock.offset = 61.0
        status, body = fetch(get)
        assert (status, b"Request has expired." in body) == (403, True)
