"""boto3 as a foreign S3 client."""

import base64
import hashlib
import io
import os
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from boto3.s3.transfer import TransferConfig
from botocore.client import BaseClient
from botocore.exceptions import ClientError, FlexibleChecksumError

from skybind_emulators.store import Credential, Exchange, ObjectStore, StoreServer

MIB = 1024 * 1024
KEYS = ["plain.jpg", "flight 42/é+日本.jpg", "a//b", "../up", "q?a=b&c#d", "100%25", "~tilde'(x)*!", "x" * 1000]


def refused(call: Callable[..., Any], **arguments: Any) -> tuple[int, str]:
    """Status and code with which a call is refused."""
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    response: Any = caught.value.response
    return response["ResponseMetadata"]["HTTPStatusCode"], response["Error"]["Code"]


# --- objects ---


@pytest.mark.parametrize("key", KEYS)
def test_objects_come_back(s3: BaseClient, store: ObjectStore, key: str) -> None:
    """What is put under any key is got, headed, listed and deleted under it."""
    put = s3.put_object(Bucket="photos", Key=key, Body=b"hello", ContentType="image/jpeg", Metadata={"note": "x y"})
    assert put["ETag"] == '"5d41402abc4b2a76b9719d911017c592"'
    got = s3.get_object(Bucket="photos", Key=key)
    assert got["Body"].read() == b"hello"
    assert (got["ContentType"], got["Metadata"], got["ContentLength"]) == ("image/jpeg", {"note": "x y"}, 5)
    assert s3.head_object(Bucket="photos", Key=key)["LastModified"] == got["LastModified"]
    assert [item["Key"] for item in s3.list_objects_v2(Bucket="photos")["Contents"]] == [key]
    assert store.arrivals_of(key) == 1
    s3.delete_object(Bucket="photos", Key=key)
    assert refused(s3.get_object, Bucket="photos", Key=key) == (404, "NoSuchKey")


def test_keys_have_a_length(s3: BaseClient, store: ObjectStore) -> None:
    """A key of more than 1024 bytes is refused, and nothing is stored."""
    assert refused(s3.put_object, Bucket="photos", Key="é" * 513, Body=b"x") == (400, "KeyTooLongError")
    assert store.list("photos") == []


def test_ranges(s3: BaseClient) -> None:
    """A range is answered with 206 and its place in the whole, one behind the end with 416."""
    s3.put_object(Bucket="photos", Key="a", Body=bytes(range(100)))
    part = s3.get_object(Bucket="photos", Key="a", Range="bytes=10-19")
    assert part["ResponseMetadata"]["HTTPStatusCode"] == 206
    assert part["ContentRange"] == "bytes 10-19/100"
    assert part["Body"].read() == bytes(range(10, 20))
    assert refused(s3.get_object, Bucket="photos", Key="a", Range="bytes=100-") == (416, "InvalidRange")


def test_conditions(s3: BaseClient) -> None:
    """ETags make reads and writes conditional."""
    etag = s3.put_object(Bucket="photos", Key="a", Body=b"1", IfNoneMatch="*")["ETag"]
    assert refused(s3.put_object, Bucket="photos", Key="a", Body=b"2", IfNoneMatch="*") == (412, "PreconditionFailed")
    assert refused(s3.get_object, Bucket="photos", Key="a", IfMatch='"x"') == (412, "PreconditionFailed")
    assert refused(s3.get_object, Bucket="photos", Key="a", IfNoneMatch=etag) == (304, "304")
    assert s3.get_object(Bucket="photos", Key="a", IfMatch=etag)["Body"].read() == b"1"
    s3.put_object(Bucket="photos", Key="a", Body=b"3", IfMatch=etag)
    assert refused(s3.put_object, Bucket="photos", Key="a", Body=b"4", IfMatch=etag) == (412, "PreconditionFailed")


def test_response_overrides(s3: BaseClient) -> None:
    """A reader may ask for other content headers than were stored."""
    s3.put_object(Bucket="photos", Key="a", Body=b"1", CacheControl="no-store", ContentEncoding="identity")
    got = s3.get_object(Bucket="photos", Key="a", ResponseContentDisposition="attachment")
    assert (got["ContentDisposition"], got["CacheControl"]) == ("attachment", "no-store")
    assert got["ContentEncoding"] == "identity"


def test_content_md5(s3: BaseClient, store: ObjectStore) -> None:
    """A Content-MD5 that does not fit the body is BadDigest, and nothing is stored."""
    right = base64.b64encode(hashlib.md5(b"body").digest()).decode()
    wrong = base64.b64encode(hashlib.md5(b"other").digest()).decode()
    assert refused(s3.put_object, Bucket="photos", Key="a", Body=b"body", ContentMD5=wrong) == (400, "BadDigest")
    assert refused(s3.put_object, Bucket="photos", Key="a", Body=b"body", ContentMD5="x") == (400, "InvalidDigest")
    assert store.head("photos", "a") is None
    s3.put_object(Bucket="photos", Key="a", Body=b"body", ContentMD5=right)


def test_many_are_deleted_at_once(s3: BaseClient, store: ObjectStore) -> None:
    """DeleteObjects removes every key, also those that do not exist, and names them unless told to be quiet."""
    for key in KEYS:
        store.put("photos", key, b"")
    answer = s3.delete_objects(Bucket="photos", Delete={"Objects": [{"Key": key} for key in [*KEYS[1:], "nothing"]]})
    assert {item["Key"] for item in answer["Deleted"]} == {*KEYS[1:], "nothing"}
    quiet = s3.delete_objects(Bucket="photos", Delete={"Objects": [{"Key": KEYS[0]}], "Quiet": True})
    assert "Deleted" not in quiet
    assert store.list("photos") == []


# --- buckets ---


def test_listing_in_pages(s3: BaseClient, store: ObjectStore) -> None:
    """Both versions of the listing give every key once and in order, however small the pages."""
    keys = sorted(f"flight-{n % 3}/é {n}.jpg" for n in range(10))
    for key in keys:
        store.put("photos", key, b"12345")
    for operation in ("list_objects_v2", "list_objects"):
        pages = s3.get_paginator(operation).paginate(Bucket="photos", PaginationConfig={"PageSize": 3})
        found = [item for page in pages for item in page["Contents"]]
        assert [item["Key"] for item in found] == keys
        assert {item["Size"] for item in found} == {5}
        pages = s3.get_paginator(operation).paginate(Bucket="photos", Delimiter="/", PaginationConfig={"PageSize": 1})
        folders = [common["Prefix"] for page in pages for common in page["CommonPrefixes"]]
        assert folders == ["flight-0/", "flight-1/", "flight-2/"]
    assert s3.list_objects_v2(Bucket="photos", Delimiter="é ")["Delimiter"] == "é "
    assert s3.list_objects_v2(Bucket="photos", Prefix="flight-1/", StartAfter=keys[4])["KeyCount"] == 2
    assert refused(s3.list_objects_v2, Bucket="photos", ContinuationToken="!") == (400, "InvalidArgument")


def test_buckets(
    s3_client: Callable[..., BaseClient], store: ObjectStore, log: list[Exchange], eventually: Callable[..., bool]
) -> None:
    """A bucket tells its region, refuses signatures for another one, and may be missing."""
    store.create_bucket("regional", s3_region="eu-west-1")
    store.add_static("AK2", "SK2", ["regional", "missing"])
    keys = Credential("AK2", "SK2")
    right, wrong = s3_client(keys, region="eu-west-1"), s3_client(keys, region="us-west-2")
    assert right.get_bucket_location(Bucket="regional")["LocationConstraint"] == "eu-west-1"
    head = right.head_bucket(Bucket="regional")
    assert head["BucketRegion"] == "eu-west-1"
    log.clear()
    wrong.put_object(Bucket="regional", Key="a", Body=b"")  # boto3 signs again for the region in the refusal
    codes = ["AuthorizationHeaderMalformed", None]
    assert eventually(lambda: [entry.code for entry in log if entry.operation == "put"] == codes)
    assert refused(right.list_objects_v2, Bucket="missing") == (404, "NoSuchBucket")
    assert refused(right.list_objects_v2, Bucket="photos") == (403, "AccessDenied")
    assert refused(right.list_buckets) == (403, "AccessDenied")


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        ("copy_object", {"Key": "b", "CopySource": "photos/a"}),
        ("put_object_tagging", {"Key": "a", "Tagging": {"TagSet": []}}),
        ("get_bucket_acl", {}),
        ("put_object", {"Key": "b", "Body": b"", "ServerSideEncryption": "AES256"}),
        ("create_bucket", {}),
    ],
)
def test_what_the_store_does_not_do(s3: BaseClient, store: ObjectStore, operation: str, arguments: Any) -> None:
    """Operations outside of the store's are refused as not implemented, and store nothing."""
    store.put("photos", "a", b"x")
    assert refused(getattr(s3, operation), Bucket="photos", **arguments) == (501, "NotImplemented")
    assert store.head("photos", "b") is None


# --- keys and tokens ---


@pytest.mark.parametrize(
    ("credential", "expected"),
    [
        (Credential("AK", "wrong"), (403, "SignatureDoesNotMatch")),
        (Credential("nobody", "SK"), (403, "InvalidAccessKeyId")),
        (Credential("AK", "SK", "bogus"), (400, "InvalidToken")),
    ],
)
def test_wrong_keys(
    s3_client: Callable[..., BaseClient], store: ObjectStore, credential: Credential, expected: tuple[int, str]
) -> None:
    """Wrong keys are refused in Amazon's words and store nothing."""
    client = s3_client(credential)
    assert refused(client.put_object, Bucket="photos", Key="a", Body=b"x" * 100_000) == expected
    assert store.head("photos", "a") is None


def test_tokens_are_limited(s3_client: Callable[..., BaseClient], store: ObjectStore) -> None:
    """An upload token serves its prefix and its actions and nothing else."""
    store.put("photos", "other/a", b"x")
    client = s3_client(store.issue("photos", "flight/", lifetime_s=600))
    client.put_object(Bucket="photos", Key="flight/a", Body=b"x")
    assert client.get_object(Bucket="photos", Key="flight/a")["Body"].read() == b"x"
    assert client.list_objects_v2(Bucket="photos", Prefix="flight/")["KeyCount"] == 1
    denied = (403, "AccessDenied")
    assert refused(client.put_object, Bucket="photos", Key="other/b", Body=b"x") == denied
    assert refused(client.get_object, Bucket="photos", Key="other/a") == denied
    assert refused(client.list_objects_v2, Bucket="photos") == denied
    assert refused(client.delete_object, Bucket="photos", Key="flight/a") == denied
    assert refused(client.create_multipart_upload, Bucket="photos", Key="other/b") == denied
    answer = s3_client(store.issue("photos", "flight/", lifetime_s=600, actions={"delete"})).delete_objects(
        Bucket="photos", Delete={"Objects": [{"Key": "flight/a"}, {"Key": "other/a"}]}
    )
    assert [item["Key"] for item in answer["Deleted"]] == ["flight/a"]
    assert [(item["Key"], item["Code"]) for item in answer["Errors"]] == [("other/a", "AccessDenied")]
    assert store.head("photos", "other/a") is not None


def test_missing_keys_are_told_to_those_who_may_list(s3_client: Callable[..., BaseClient], store: ObjectStore) -> None:
    """Without permission to list, a missing key is AccessDenied rather than NoSuchKey."""
    may, may_not = (
        s3_client(store.issue("photos", "", lifetime_s=600, actions=actions)) for actions in ({"get", "list"}, {"get"})
    )
    assert refused(may.get_object, Bucket="photos", Key="a") == (404, "NoSuchKey")
    assert refused(may_not.get_object, Bucket="photos", Key="a") == (403, "AccessDenied")
    assert refused(may.head_object, Bucket="photos", Key="a") == (404, "404")


def test_tokens_expire(s3_client: Callable[..., BaseClient], store: ObjectStore) -> None:
    """An expired token is ExpiredToken with 400, by the store's clock."""
    client = s3_client(store.issue("photos", "", lifetime_s=0))
    assert refused(client.put_object, Bucket="photos", Key="a", Body=b"x") == (400, "ExpiredToken")


def test_skewed_clocks(s3_client: Callable[..., BaseClient], store: ObjectStore, clock: Any) -> None:
    """More than 15 minutes between the clocks is RequestTimeTooSkewed; the answer's Date is that of the store."""
    client = s3_client()
    clock.offset = 3600.0
    assert refused(client.put_object, Bucket="photos", Key="a", Body=b"x") == (403, "RequestTimeTooSkewed")
    clock.offset = -600.0
    client.put_object(Bucket="photos", Key="a", Body=b"x")


# --- signed URLs ---


def fetch(url: str, method: str = "GET", data: bytes | None = None) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, method=method), timeout=10) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_presigned_urls(s3: BaseClient, store: ObjectStore, clock: Any) -> None:
    """A presigned URL does what it was signed for, until it expires, and nothing else."""
    put = s3.generate_presigned_url("put_object", {"Bucket": "photos", "Key": "é +"}, ExpiresIn=60)
    get = s3.generate_presigned_url("get_object", {"Bucket": "photos", "Key": "é +"}, ExpiresIn=60)
    assert fetch(put, "PUT", b"hello")[0] == 200
    assert fetch(get) == (200, b"hello")
    assert fetch(get, "DELETE", None)[0] == 403
    status, body = fetch(get.replace("Expires=60", "Expires=61"))
    assert status == 403
    assert b"<Code>SignatureDoesNotMatch</Code>" in body
    assert fetch(get.replace("%C3%A9", "%C3%A8"))[0] == 403
    clock.offset = -1000.0
    status, body = fetch(get)
    assert (status, b"Request is not yet valid" in body) == (403, True)
    clock.offset = 61.0
    status, body = fetch(get)
    assert status == 403
    assert b"<Code>AccessDenied</Code><Message>Request has expired.</Message>" in body


def test_presigned_urls_of_tokens(s3_client: Callable[..., BaseClient], store: ObjectStore) -> None:
    """A URL signed with temporary keys carries their token and ends with it."""
    credential = store.issue("photos", "", lifetime_s=600)
    url = s3_client(credential).generate_presigned_url("get_object", {"Bucket": "photos", "Key": "a"})
    store.put("photos", "a", b"x")
    assert fetch(url) == (200, b"x")
    store.access.expire(credential.access_key_id)
    status, body = fetch(url)
    assert status == 400
    assert b"ExpiredToken" in body


@pytest.mark.parametrize("dialect", ["oss", "s3"])
def test_urls_signed_by_the_store(store: ObjectStore, server: StoreServer, clock: Any, dialect: Any) -> None:
    """presign_get gives URLs that the server takes, for any key, in both dialects, as long as they live."""
    for key in KEYS:
        store.put("photos", key, key.encode())
        url = store.presign_get("photos", key, base_url=server.s3_endpoint, lifetime_s=30, dialect=dialect)
        assert url.startswith(server.s3_endpoint + "/photos/")
        assert fetch(url) == (200, key.encode())
        assert fetch(url, "PUT", b"x")[0] == 403
        assert fetch(url[:-1] + ("0" if url[-1] != "0" else "1"))[0] == 403
    clock.offset = 31.0
    assert fetch(url)[0] == 403


# --- checksums ---


@pytest.mark.parametrize("algorithm", ["CRC32", "SHA1", "SHA256"])
def test_checksums_are_verified_and_kept(s3: BaseClient, algorithm: str) -> None:
    """boto3's checksum is checked on the way in and given back on the way out, where boto3 checks it in turn."""
    put = s3.put_object(Bucket="photos", Key="a", Body=b"hello", ChecksumAlgorithm=algorithm)
    got = s3.get_object(Bucket="photos", Key="a", ChecksumMode="ENABLED")
    assert got[f"Checksum{algorithm}"] == put[f"Checksum{algorithm}"]
    assert got["Body"].read() == b"hello"


@pytest.mark.parametrize("algorithm", ["CRC32", "CRC32C", "SHA1", "SHA256"])
def test_wrong_checksums_are_refused(s3: BaseClient, store: ObjectStore, algorithm: str) -> None:
    """A checksum that does not fit the body is BadDigest, and nothing is stored."""
    size = {"CRC32": 4, "CRC32C": 4, "SHA1": 20, "SHA256": 32}[algorithm]
    wrong = {f"Checksum{algorithm}": base64.b64encode(b"x" * size).decode()}
    assert refused(s3.put_object, Bucket="photos", Key="a", Body=b"hello", **wrong) == (400, "BadDigest")
    assert store.head("photos", "a") is None


def test_damage_in_the_store_is_found_by_boto3(s3: BaseClient, store: ObjectStore) -> None:
    """The checksum header is that of what was put: a byte that changes on disk shows at the reader."""
    s3.put_object(Bucket="photos", Key="a", Body=b"hello")
    stored = store.head("photos", "a")
    assert stored is not None
    stored.path.write_bytes(b"jello")
    with pytest.raises(FlexibleChecksumError):
        s3.get_object(Bucket="photos", Key="a")["Body"].read()


def test_without_checksums(s3_client: Callable[..., BaseClient]) -> None:
    """Clients that send no checksum get none back."""
    client = s3_client(request_checksum_calculation="when_required", response_checksum_validation="when_required")
    put = client.put_object(Bucket="photos", Key="a", Body=b"hello")
    assert not [name for name in put if name.startswith("Checksum")]
    assert client.get_object(Bucket="photos", Key="a")["Body"].read() == b"hello"


# --- multipart uploads ---


def test_upload_manager(s3: BaseClient, store: ObjectStore, log: list[Exchange]) -> None:
    """boto3's own multipart upload and ranged download work unchanged, in parallel."""
    content = os.urandom(12 * MIB)
    config = TransferConfig(multipart_threshold=5 * MIB, multipart_chunksize=5 * MIB, max_concurrency=3)
    s3.upload_fileobj(io.BytesIO(content), "photos", "big", ExtraArgs={"ContentType": "video/mp4"}, Config=config)
    back = io.BytesIO()
    s3.download_fileobj("photos", "big", back, Config=config)
    assert back.getvalue() == content
    head = s3.head_object(Bucket="photos", Key="big")
    md5s = b"".join(hashlib.md5(content[at : at + 5 * MIB]).digest() for at in range(0, len(content), 5 * MIB))
    assert head["ETag"] == f'"{hashlib.md5(md5s).hexdigest()}-3"'
    assert head["ContentType"] == "video/mp4"
    assert store.arrivals["part"] == 3
    assert store.arrivals["complete"] == 1
    assert store.commits_of("photos", "big") == 1


def upload_parts(s3: BaseClient, contents: list[bytes], **initiate: Any) -> tuple[str, list[dict[str, Any]]]:
    upload_id = s3.create_multipart_upload(Bucket="photos", Key="big", **initiate)["UploadId"]
    parts = []
    for number, content in enumerate(contents, start=1):
        arguments: dict[str, Any] = {"Bucket": "photos", "Key": "big", "UploadId": upload_id, "PartNumber": number}
        parts.append({"PartNumber": number, "ETag": s3.upload_part(Body=content, **arguments)["ETag"]})
    return upload_id, parts


def complete(s3: BaseClient, upload_id: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    return {"Bucket": "photos", "Key": "big", "UploadId": upload_id, "MultipartUpload": {"Parts": parts}}


def test_parts_by_hand(s3: BaseClient, store: ObjectStore) -> None:
    """Parts are listed in pages, checked at the end, and small ones refused."""
    upload_id, parts = upload_parts(s3, [b"a" * 5 * MIB, b"b" * 100, b"c"])
    first = s3.list_parts(Bucket="photos", Key="big", UploadId=upload_id, MaxParts=2)
    assert [part["Size"] for part in first["Parts"]] == [5 * MIB, 100]
    assert first["IsTruncated"]
    rest = s3.list_parts(Bucket="photos", Key="big", UploadId=upload_id, PartNumberMarker=first["NextPartNumberMarker"])
    assert [part["PartNumber"] for part in rest["Parts"]] == [3]

    def attempt(*chosen: dict[str, Any]) -> tuple[int, str]:
        return refused(s3.complete_multipart_upload, **complete(s3, upload_id, list(chosen)))

    assert attempt(*parts) == (400, "EntityTooSmall")
    assert attempt(parts[1], parts[0]) == (400, "InvalidPartOrder")
    assert attempt(parts[0], {"PartNumber": 2, "ETag": parts[0]["ETag"]}) == (400, "InvalidPart")
    assert attempt(parts[0], {"PartNumber": 4, "ETag": parts[0]["ETag"]}) == (400, "InvalidPart")
    done = s3.complete_multipart_upload(**complete(s3, upload_id, parts[:2]))
    assert done["ETag"].endswith('-2"')
    assert attempt(*parts[:2]) == (404, "NoSuchUpload")
    assert s3.get_object(Bucket="photos", Key="big", Range="bytes=-101")["Body"].read() == b"a" + b"b" * 100


@pytest.mark.parametrize(("kind", "suffix"), [("COMPOSITE", "-2"), ("FULL_OBJECT", "")])
def test_checksums_of_parts(s3: BaseClient, kind: str, suffix: str) -> None:
    """An upload has the kind of checksum that it was begun with: over the parts' values or over all bytes."""
    contents = [b"a" * 5 * MIB, b"b"]
    upload_id, parts = upload_parts(s3, contents, ChecksumAlgorithm="CRC32", ChecksumType=kind)
    listed = s3.list_parts(Bucket="photos", Key="big", UploadId=upload_id)
    values = [zlib.crc32(content).to_bytes(4, "big") for content in contents]
    assert [part["ChecksumCRC32"] for part in listed["Parts"]] == [base64.b64encode(v).decode() for v in values]
    whole = zlib.crc32(b"".join(values)) if kind == "COMPOSITE" else zlib.crc32(b"".join(contents))
    done = s3.complete_multipart_upload(**complete(s3, upload_id, parts))
    assert done["ChecksumCRC32"] == base64.b64encode(whole.to_bytes(4, "big")).decode() + suffix
    assert done["ChecksumType"] == kind


def test_uploads_are_listed_and_aborted(s3: BaseClient, store: ObjectStore, left_over: Callable[[], Any]) -> None:
    """Uploads under way can be found, page by page, and given up; their parts go with them."""
    ids = {}
    for key in ("a", "b", "b", "c"):
        ids.setdefault(key, []).append(s3.create_multipart_upload(Bucket="photos", Key=key)["UploadId"])
    s3.upload_part(Bucket="photos", Key="a", UploadId=ids["a"][0], PartNumber=1, Body=b"x")
    pages = s3.get_paginator("list_multipart_uploads").paginate(Bucket="photos", PaginationConfig={"PageSize": 1})
    found = [(upload["Key"], upload["UploadId"]) for page in pages for upload in page["Uploads"]]
    assert sorted(found) == sorted((key, upload_id) for key in ids for upload_id in ids[key])
    assert len(left_over()) == 1
    for key, upload_id in found:
        s3.abort_multipart_upload(Bucket="photos", Key=key, UploadId=upload_id)
    assert left_over() == []
    assert "Uploads" not in s3.list_multipart_uploads(Bucket="photos")
    abort = {"Bucket": "photos", "Key": "a", "UploadId": ids["a"][0]}
    assert refused(s3.abort_multipart_upload, **abort) == (404, "NoSuchUpload")
    assert refused(s3.upload_part, **abort, PartNumber=1, Body=b"x") == (404, "NoSuchUpload")


@pytest.mark.parametrize("number", [0, 10_001])
def test_part_numbers_have_bounds(s3: BaseClient, number: int) -> None:
    """Parts are numbered from 1 to 10000."""
    upload_id = s3.create_multipart_upload(Bucket="photos", Key="big")["UploadId"]
    part = {"Bucket": "photos", "Key": "big", "UploadId": upload_id, "PartNumber": number, "Body": b"x"}
    assert refused(s3.upload_part, **part) == (400, "InvalidArgument")
