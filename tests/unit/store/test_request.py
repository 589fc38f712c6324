"""What a head means to the store."""

import pytest

from skybind_emulators.store.operations import resolve
from skybind_emulators.store.records import Dialect
from skybind_emulators.store.refusals import Refusal
from skybind_emulators.store.request import Head, Request, check_key, read_request

HOSTS = frozenset({"127.0.0.1", "localhost"})


def request_of(target: str, method: str = "GET", **headers: str) -> Request:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return read_request(Head(method, target, {"host": "127.0.0.1:80", **named}), HOSTS)


@pytest.mark.parametrize(
    ("target", "host", "bucket", "key"),
    [
        ("/", "127.0.0.1:80", "", ""),
        ("/b", "127.0.0.1:80", "b", ""),
        ("/b/", "127.0.0.1:80", "b", ""),
        ("/b/k/l", "127.0.0.1", "b", "k/l"),
        ("/b//k", "localhost:80", "b", "/k"),
        ("/b/%2e%2e/k%20%C3%A9+", "localhost", "b", "../k é+"),
        ("/k", "b.localhost:80", "b", "k"),
        ("/", "b.c.127.0.0.1:80", "b.c", ""),
        ("/b/k", "localhost.example.org", "b", "k"),
        ("http://127.0.0.1:80/b/k?x", "127.0.0.1:80", "b", "k"),
    ],
)
def test_addresses(target: str, host: str, bucket: str, key: str) -> None:
    """The bucket stands first in the path or in the host name; keys are decoded and never tidied up."""
    request = request_of(target, host=host)
    assert (request.bucket, request.key) == (bucket, key)


@pytest.mark.parametrize(
    ("target", "headers", "dialect"),
    [
        ("/", {}, "s3"),
        ("/", {"authorization": "AWS4-HMAC-SHA256 x"}, "s3"),
        ("/", {"authorization": "OSS4-HMAC-SHA256 x"}, "oss"),
        ("/", {"authorization": "OSS ak:x"}, "oss"),
        ("/?X-Amz-Algorithm=x", {}, "s3"),
        ("/?x-oss-signature-version=x", {}, "oss"),
        ("/?OSSAccessKeyId=x", {}, "oss"),
        ("/", {"x_oss_date": "x"}, "oss"),
        ("/", {"authorization": "AWS4-HMAC-SHA256 x", "x_oss_date": "x"}, "s3"),
    ],
)
def test_dialects(target: str, headers: dict[str, str], dialect: Dialect) -> None:
    """The authorization tells the dialect, else headers and query that begin with the vendor's letters."""
    assert request_of(target, **headers).dialect == dialect


def test_query() -> None:
    """Plus is a space, a bare name has an empty value, the first of equal names counts, their order is kept."""
    request = request_of("/b?a=1+2%2B&uploads&a=3")
    assert request.pairs == [("a", "1 2+"), ("uploads", ""), ("a", "3")]
    assert request.query == {"a": "1 2+", "uploads": ""}


def test_masked_target() -> None:
    """Signatures, tokens and key ids of either dialect, old schemes included, do not reach the log."""
    target = (
        "/b/k?X-Amz-Signature=canary&X-Amz-Security-Token=canary&X-Amz-Credential=canary&x-oss-signature=canary"
        "&x-oss-security-token=canary&x-oss-credential=canary&Signature=canary&security-token=canary"
        "&OSSAccessKeyId=canary&AWSAccessKeyId=canary&prefix=a%0Ab&uploads"
    )
    masked = request_of(target).masked_target
    assert "canary" not in masked
    assert masked.endswith("&prefix=a%0Ab&uploads")


@pytest.mark.parametrize(
    ("target", "dialect", "code"),
    [
        ("/b/" + "x" * 1024, "s3", None),
        ("/b/" + "x" * 1025, "s3", "KeyTooLongError"),
        ("/b/" + "%C3%A9" * 513, "s3", "KeyTooLongError"),
        ("/b/" + "x" * 1023, "oss", None),
        ("/b/" + "x" * 1024, "oss", "KeyTooLongError"),
        ("/b//x", "s3", None),
        ("/b//x", "oss", "InvalidURI"),
        ("/b/%5Cx", "oss", "InvalidURI"),
        ("/b/%ff", "s3", "InvalidURI"),
    ],
)
def test_keys(target: str, dialect: Dialect, code: str | None) -> None:
    """Keys are UTF-8 of at most 1024 (S3) or 1023 (OSS) bytes; those of OSS do not begin with a slash."""
    request = request_of(target, authorization="OSS4-HMAC-SHA256 x" if dialect == "oss" else "AWS4-HMAC-SHA256 x")
    if code is None:
        check_key(request)
    else:
        with pytest.raises(Refusal, match=code):
            check_key(request)


@pytest.mark.parametrize(
    ("method", "target", "name"),
    [
        ("GET", "/", "listBuckets"),
        ("GET", "/b", "list"),
        ("GET", "/b?list-type=2", "list"),
        ("GET", "/b?location", "location"),
        ("GET", "/b?uploads", "uploads"),
        ("HEAD", "/b", "headBucket"),
        ("POST", "/b?delete", "deleteMany"),
        ("PUT", "/b", "other"),
        ("GET", "/b?acl", "other"),
        ("PATCH", "/b", "other"),
        ("GET", "/b/k", "get"),
        ("HEAD", "/b/k", "head"),
        ("PUT", "/b/k", "put"),
        ("DELETE", "/b/k", "delete"),
        ("POST", "/b/k?uploads", "initiate"),
        ("PUT", "/b/k?partNumber=1&uploadId=x", "part"),
        ("PUT", "/b/k?partNumber=1", "part"),
        ("GET", "/b/k?uploadId=x", "parts"),
        ("POST", "/b/k?uploadId=x", "complete"),
        ("DELETE", "/b/k?uploadId=x", "abort"),
        ("PUT", "/b/k?acl", "other"),
        ("POST", "/b/k?append&position=0", "other"),
        ("POST", "/b/k", "other"),
        ("TRACE", "/b/k", "other"),
    ],
)
def test_operations(method: str, target: str, name: str) -> None:
    """Method and sub-resource tell the operation; what the store does not do is never taken for something else."""
    assert resolve(request_of(target, method)).name == name


@pytest.mark.parametrize("header", ["copy-source", "server-side-encryption", "callback"])
@pytest.mark.parametrize("vendor", ["amz", "oss"])
def test_headers_that_change_the_operation(header: str, vendor: str) -> None:
    """A PUT with a header that the store would have to act on is not stored as if it were a plain one."""
    scheme = "AWS4-HMAC-SHA256 x" if vendor == "amz" else "OSS4-HMAC-SHA256 x"
    head = Head("PUT", "/b/k", {"host": "localhost", "authorization": scheme, f"x-{vendor}-{header}": "x"})
    assert resolve(read_request(head, HOSTS)).name == "other"
