"""Every kind of fault, as a client meets it."""

import hashlib
import http.client
import time
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from botocore.client import BaseClient
from botocore.exceptions import ClientError

from contract.store.raw_http import Raw
from skybind_emulators.store import Exchange, ObjectStore, StoreServer

BODY = bytes(range(256)) * 4096  # 1 MiB


def put(raw: Raw, body: bytes = BODY, **signing: str) -> tuple[int, dict[str, str], bytes]:
    return raw.request("PUT", "/photos/a", body, **signing)


def get(raw: Raw) -> tuple[int, dict[str, str], bytes]:
    return raw.request("GET", "/photos/a")


def code(body: bytes) -> str | None:
    return ET.fromstring(body).findtext("Code")


@pytest.mark.parametrize(
    ("status", "expected"),
    [(500, "InternalError"), (503, "SlowDown"), (429, "ServiceUnavailable"), (502, "ServiceUnavailable")],
)
def test_status(raw: Raw, faults: Any, store: ObjectStore, status: int, expected: str) -> None:
    """status-<code> answers so without doing the work, with Retry-After if asked for; the arrival counts."""
    faults.plan("store.put", f"status-{status}", retry_after=1)
    answered, headers, body = put(raw)
    assert (answered, headers["retry-after"], code(body)) == (status, "1", expected)
    assert store.head("photos", "a") is None
    assert store.arrivals_of("a") == 1
    answered, headers, _ = put(raw)
    assert answered == 200
    assert "retry-after" not in headers


def test_drop(raw: Raw, faults: Any, store: ObjectStore, log: list[Exchange], eventually: Callable[..., bool]) -> None:
    """drop ends the connection before anything is done; the arrival counts."""
    faults.plan("store.put", "drop")
    with pytest.raises(ConnectionError):
        put(raw)
    assert store.head("photos", "a") is None
    assert store.arrivals["put"] == 1
    assert put(raw)[0] == 200
    assert eventually(lambda: [(entry.status, entry.fault) for entry in log] == [(None, "drop"), (200, None)])


def test_lose_answer(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """lose-answer stores the object and ends the connection without a word."""
    faults.plan("store.put", "lose-answer")
    with pytest.raises(ConnectionError):
        put(raw)
    stored = store.head("photos", "a")
    assert stored is not None
    assert stored.path.read_bytes() == BODY
    assert store.commits_of("photos", "a") == 1


def test_lose_answer_of_a_completed_upload(s3: BaseClient, faults: Any, store: ObjectStore) -> None:
    """A completed upload whose answer is lost is there: completing it again finds no upload."""
    upload_id = s3.create_multipart_upload(Bucket="photos", Key="a")["UploadId"]
    part = s3.upload_part(Bucket="photos", Key="a", UploadId=upload_id, PartNumber=1, Body=b"x")
    faults.plan("store.complete", "lose-answer")
    parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
    with pytest.raises(Exception, match=r"[Cc]onnection"):
        s3.complete_multipart_upload(Bucket="photos", Key="a", UploadId=upload_id, MultipartUpload=parts)
    assert store.head("photos", "a") is not None
    with pytest.raises(ClientError, match="NoSuchUpload"):
        s3.complete_multipart_upload(Bucket="photos", Key="a", UploadId=upload_id, MultipartUpload=parts)


@pytest.mark.parametrize("after", [0, 1, 300_000, len(BODY)])
def test_cut_put(
    raw: Raw, faults: Any, store: ObjectStore, log: list[Exchange], left_over: Callable[[], Any], after: int
) -> None:
    """cut resets the connection once so many bytes of the body have come; nothing is stored."""
    faults.plan("store.put", "cut", bytes=after)
    with pytest.raises(ConnectionError):
        put(raw)
    assert store.head("photos", "a") is None
    assert left_over() == []
    assert [entry.received for entry in log] == [after]


@pytest.mark.parametrize("after", [1, 300_000])
def test_cut_get(raw: Raw, faults: Any, store: ObjectStore, after: int) -> None:
    """cut resets the connection after so many bytes of the answer's body."""
    store.put("photos", "a", BODY)
    faults.plan("store.get", "cut", bytes=after)
    connection = http.client.HTTPConnection("127.0.0.1", raw.port, timeout=5)
    connection.request("GET", "/photos/a", headers=raw.headers("GET", "/photos/a"))
    response = connection.getresponse()
    assert response.getheader("Content-Length") == str(len(BODY))
    assert response.read(after) == BODY[:after]
    with pytest.raises((ConnectionResetError, http.client.IncompleteRead)):
        response.read()
    connection.close()


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE"])
def test_cut_before_the_answer(raw: Raw, faults: Any, method: str) -> None:
    """cut without bytes resets the connection before any answer, whether or not it would have a body."""
    faults.plan(f"store.{method.lower()}", "cut")
    with pytest.raises(ConnectionError):
        raw.request(method, "/photos/a")


def test_corrupt_put(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """corrupt changes one byte of what is stored: the ETag in the answer is that of the changed body."""
    faults.plan("store.put", "corrupt")
    status, headers, _ = put(raw)
    stored = store.head("photos", "a")
    assert stored is not None
    content = stored.path.read_bytes()
    assert sum(a != b for a, b in zip(content, BODY, strict=True)) == 1
    assert status == 200
    assert headers["etag"].strip('"') == hashlib.md5(content).hexdigest() != hashlib.md5(BODY).hexdigest()


def test_corrupt_put_with_a_digest(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """A body that is damaged on its way does not get past the digest that the client declared."""
    faults.plan("store.put", "corrupt")
    status, _, body = put(raw, payload=hashlib.sha256(BODY).hexdigest())
    assert (status, code(body)) == (400, "XAmzContentSHA256Mismatch")
    assert store.head("photos", "a") is None


def test_corrupt_get(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """corrupt changes one byte of what is sent; what is stored, and its ETag, stay."""
    store.put("photos", "a", BODY)
    faults.plan("store.get", "corrupt")
    _, headers, content = get(raw)
    assert sum(a != b for a, b in zip(content, BODY, strict=True)) == 1
    assert headers["etag"].strip('"') == hashlib.md5(BODY).hexdigest()
    assert get(raw)[2] == BODY


@pytest.mark.parametrize("after", [0, 300_000])
def test_stall_put(raw: Raw, faults: Any, store: ObjectStore, after: int) -> None:
    """stall stops reading for a while; then the upload goes on and is whole."""
    faults.plan("store.put", "stall", seconds=0.3, bytes=after)
    began = time.monotonic()
    assert put(raw)[0] == 200
    assert time.monotonic() - began >= 0.3
    stored = store.head("photos", "a")
    assert stored is not None
    assert stored.path.read_bytes() == BODY


@pytest.mark.parametrize(("method", "after"), [("GET", 0), ("GET", 300_000), ("HEAD", 0), ("DELETE", 0)])
def test_stall_answer(raw: Raw, faults: Any, store: ObjectStore, method: str, after: int) -> None:
    """stall stops before the answer, or in its body; then the rest follows."""
    store.put("photos", "a", BODY)
    faults.plan(f"store.{method.lower()}", "stall", seconds=0.3, bytes=after)
    began = time.monotonic()
    _, _, body = raw.request(method, "/photos/a")
    assert time.monotonic() - began >= 0.3
    assert body == (BODY if method == "GET" else b"")


def test_a_stall_ends_with_the_server(store: ObjectStore, faults: Any, raw: Raw) -> None:
    """stop() does not wait for a stall to be over."""
    faults.plan("store.get", "stall", seconds=60)
    with StoreServer(store, faults=faults) as server, Raw(server.port, "AK", "SK").connect() as connection:
        client = Raw(server.port, "AK", "SK")
        connection.sendall(client.head("GET", "/photos/a", client.headers("GET", "/photos/a")))
        while not store.arrivals["get"]:
            time.sleep(0.01)
        began = time.monotonic()
        server.stop()
        assert time.monotonic() - began < 5


def test_truncated_get(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """truncated announces the whole length, sends less and closes."""
    store.put("photos", "a", BODY)
    faults.plan("store.get", "truncated")
    with pytest.raises(http.client.IncompleteRead) as caught:
        get(raw)
    assert caught.value.partial == BODY[: len(BODY) // 2]


def test_truncated_listing(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """Answers that are documents can be truncated as well."""
    store.put("photos", "a", BODY)
    faults.plan("store.list", "truncated", bytes=30)
    with pytest.raises(http.client.IncompleteRead):
        raw.request("GET", "/photos?list-type=2")


def test_expire_token(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """expire-token ends the token that comes with the request, for all that follow, until a new one is issued."""

    def attempt(credential: Any) -> tuple[int, str | None]:
        keys = Raw(raw.port, credential.access_key_id, credential.secret_access_key)
        status, _, body = put(keys, b"x", x_amz_security_token=credential.session_token)
        return status, code(body) if body else None

    first, other = (store.issue("photos", "", lifetime_s=600) for _ in range(2))
    assert attempt(first) == (200, None)
    faults.plan("store.put", "expire-token")
    assert attempt(first) == (400, "ExpiredToken")
    assert attempt(first) == (400, "ExpiredToken")
    assert attempt(other) == (200, None)
    assert attempt(store.issue("photos", "", lifetime_s=600)) == (200, None)


def test_expire_token_of_keys_that_have_none(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """Permanent keys and signed URLs have no token to end: only the one request is refused as expired."""
    faults.plan("store.put", "expire-token")
    status, _, body = put(raw)
    assert (status, code(body)) == (400, "ExpiredToken")
    assert put(raw)[0] == 200
    base = f"http://127.0.0.1:{raw.port}"
    target = store.presign_get("photos", "a", base_url=base, lifetime_s=60, dialect="s3").removeprefix(base)
    faults.plan("store.get", "expire-token")
    for expected in (403, 200):
        connection = http.client.HTTPConnection("127.0.0.1", raw.port, timeout=5)
        connection.request("GET", target)
        assert connection.getresponse().status == expected
        connection.close()


def test_expire_token_needs_a_genuine_request(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """A request with a wrong signature cannot end anyone's token."""
    credential = store.issue("photos", "", lifetime_s=600)
    keys = Raw(raw.port, credential.access_key_id, credential.secret_access_key)
    faults.plan("store.put", "expire-token")
    assert put(keys, b"x", secret="wrong", x_amz_security_token=credential.session_token)[0] == 403
    assert put(keys, b"x", x_amz_security_token=credential.session_token)[0] == 200


def test_faults_are_asked_for_once_an_arrival(raw: Raw, faults: Any, store: ObjectStore) -> None:
    """Every arrival asks for the fault of its operation, also one that will be refused."""
    put(raw, b"x")
    put(raw, b"x", secret="wrong")
    get(raw)
    raw.request("HEAD", "/photos/a")
    raw.request("GET", "/photos?list-type=2")
    raw.request("DELETE", "/photos/a")
    assert faults.asked == ["store.put", "store.put", "store.get", "store.head", "store.list", "store.delete"]
    assert store.arrivals == {"put": 2, "get": 1, "head": 1, "list": 1, "delete": 1}


def test_unknown_kinds_are_loud(raw: Raw, faults: Any) -> None:
    """A fault that the store cannot play is an internal error that names it, not a quiet success."""
    faults.plan("store.get", "explode")
    status, _, body = get(raw)
    assert (status, code(body), b"explode" in body) == (500, "InternalError", True)
