"""Bodies that are coded on their way: aws-chunked with botocore's coder, over plain HTTP."""

import base64
import hashlib
import io
import zlib

import pytest
from botocore.httpchecksum import AwsChunkedWrapper, Crc32Checksum, Sha256Checksum

from contract.store.raw_http import Raw
from skybind_emulators.store import ObjectStore

TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
CONTENT = bytes(range(256)) * 2000


def coded(content: bytes, name: str, checksum: type) -> bytes:
    wrapper = AwsChunkedWrapper(
        io.BytesIO(content), checksum_cls=checksum, checksum_name=f"x-amz-checksum-{name}", chunk_size=100_000
    )
    return bytes(wrapper.read())


def send(raw: Raw, body: bytes, name: str, **more: str) -> tuple[int, dict[str, str], bytes]:
    signing = {
        "payload": TRAILER,
        "x_amz_decoded_content_length": str(len(CONTENT)),
        "x_amz_trailer": f"x-amz-checksum-{name}",
        "content_encoding": "aws-chunked",
        **more,
    }
    return raw.request("PUT", "/photos/a", body, **signing)


@pytest.mark.parametrize(
    ("name", "checksum", "value"),
    [
        ("crc32", Crc32Checksum, zlib.crc32(CONTENT).to_bytes(4, "big")),
        ("sha256", Sha256Checksum, hashlib.sha256(CONTENT).digest()),
    ],
)
def test_trailing_checksums(raw: Raw, store: ObjectStore, name: str, checksum: type, value: bytes) -> None:
    """The content is stored without its coding, the checksum behind it is verified and given back."""
    status, headers, _ = send(raw, coded(CONTENT, name, checksum), name)
    assert status == 200
    assert headers[f"x-amz-checksum-{name}"] == base64.b64encode(value).decode()
    stored = store.head("photos", "a")
    assert stored is not None
    assert stored.path.read_bytes() == CONTENT
    status, headers, body = raw.request("GET", "/photos/a")
    assert (status, body) == (200, CONTENT)
    assert "content-encoding" not in headers


def test_wrong_trailing_checksum(raw: Raw, store: ObjectStore) -> None:
    """A trailer that does not fit the content is BadDigest, and nothing is stored."""
    body = coded(CONTENT, "crc32", Crc32Checksum)
    at = body.rindex(b":") + 1
    status, _, answer = send(raw, body[:at] + b"AAAAAA==\r\n\r\n", "crc32")
    assert (status, b"<Code>BadDigest</Code>" in answer) == (400, True)
    assert store.head("photos", "a") is None


def test_wrong_decoded_length(raw: Raw, store: ObjectStore) -> None:
    """A content of another length than declared is an incomplete body."""
    body = coded(CONTENT, "crc32", Crc32Checksum)
    for declared in (len(CONTENT) - 1, len(CONTENT) + 1):
        status, _, answer = send(raw, body, "crc32", x_amz_decoded_content_length=str(declared))
        assert (status, b"<Code>IncompleteBody</Code>" in answer) == (400, True)
    status, _, answer = send(raw, body, "crc32", x_amz_decoded_content_length="?")
    assert (status, b"<Code>MissingContentLength</Code>" in answer) == (411, True)
    assert store.head("photos", "a") is None


def test_other_content_codings_stay(raw: Raw) -> None:
    """Of a list of codings only aws-chunked is undone."""
    send(raw, coded(CONTENT, "crc32", Crc32Checksum), "crc32", content_encoding="aws-chunked,gzip")
    assert raw.request("HEAD", "/photos/a")[1]["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    "payload", ["STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"]
)
def test_unsigned_chunks_under_a_signed_promise(raw: Raw, store: ObjectStore, payload: str) -> None:
    """Who says that chunks are signed must sign them."""
    body = coded(CONTENT, "crc32", Crc32Checksum)
    status, _, answer = send(raw, body, "crc32", payload=payload)
    assert (status, b"<Code>SignatureDoesNotMatch</Code>" in answer) == (403, True)
    assert store.head("photos", "a") is None


def test_signed_payload(raw: Raw, store: ObjectStore) -> None:
    """A declared SHA-256 is held against the body, also of requests that should have none."""
    right, wrong = hashlib.sha256(b"body").hexdigest(), hashlib.sha256(b"other").hexdigest()
    status, _, answer = raw.request("PUT", "/photos/a", b"body", payload=wrong)
    assert (status, b"<Code>XAmzContentSHA256Mismatch</Code>" in answer) == (400, True)
    assert store.head("photos", "a") is None
    assert raw.request("PUT", "/photos/a", b"body", payload=right)[0] == 200
    assert raw.request("GET", "/photos/a", payload=wrong)[0] == 400
    assert raw.request("GET", "/photos/a", payload=hashlib.sha256(b"").hexdigest())[0] == 200
