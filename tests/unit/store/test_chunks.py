"""Bodies in aws-chunked coding."""

import base64
import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind_emulators.store import sigv4
from skybind_emulators.store.access import ALL_ACTIONS, Grant
from skybind_emulators.store.bodies import WireBody
from skybind_emulators.store.chunks import aws_chunked
from skybind_emulators.store.claims import Claim
from skybind_emulators.store.gate import Admission
from skybind_emulators.store.records import Credential
from skybind_emulators.store.refusals import Refusal

SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
CONTENT = b"a" * 66_560


def admission_of(payload: str, seed: str = "") -> Admission:
    claim = Claim(
        access_key_id="AKIAIOSFODNN7EXAMPLE",
        day="20130524",
        region="us-east-1",
        timestamp="20130524T000000Z",
        at=0.0,
        signed_headers=(),
        payload=payload,
        signature=seed,
        session_token="",
    )
    grant = Grant(Credential("AKIAIOSFODNN7EXAMPLE", SECRET), None, "", ALL_ACTIONS)
    return Admission(grant, claim, sigv4.signing_key(SECRET, claim))


def decode(wire: bytes, length: int, admission: Admission, *, block: int = 4096) -> tuple[bytes, dict[str, str]]:
    body = aws_chunked(WireBody(io.BufferedReader(io.BytesIO(wire)), len(wire)), str(length), admission)
    view = memoryview(bytearray(block))
    content = b""
    while count := body.read_into(view):
        content += view[:count]
    return content, dict(body.trailers)


def signed_body(first: str, second: str, last: str, trailer: bytes = b"") -> bytes:
    return b"".join([
        f"10000;chunk-signature={first}\r\n".encode(), b"a" * 65_536, b"\r\n",
        f"400;chunk-signature={second}\r\n".encode(), b"a" * 1024, b"\r\n",
        f"0;chunk-signature={last}\r\n".encode(), trailer, b"\r\n",
    ])  # fmt: skip


# "Signature calculations ... transferring payload in multiple chunks" and "... including trailing headers", S3 API
# reference: the same 65 KiB of "a" in two examples.
SEED = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9"
PUBLISHED = signed_body(
    "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
    "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
    "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
)
TRAILER_SEED = "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e"
TRAILER = (
    b"x-amz-checksum-crc32c:sOO8/Q==\r\n"
    b"x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n"
)
PUBLISHED_TRAILER = signed_body(
    "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
    "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
    "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
    TRAILER,
)


def test_published_example_decodes() -> None:
    """The chunk signatures on Amazon's documentation page are verified."""
    content, trailers = decode(PUBLISHED, 66_560, admission_of(sigv4.SIGNED_CHUNKS, SEED))
    assert content == CONTENT
    assert trailers == {}


def test_published_example_with_trailer_decodes() -> None:
    """The chunk and trailer signatures on Amazon's documentation page are verified, and the trailer is handed on."""
    content, trailers = decode(PUBLISHED_TRAILER, 66_560, admission_of(sigv4.SIGNED_CHUNKS_TRAILER, TRAILER_SEED))
    assert content == CONTENT
    assert trailers == {"x-amz-checksum-crc32c": "sOO8/Q=="}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"aaaa\r\n400;", b"aaab\r\n400;"),
        (b"signature=0055", b"signature=1055"),
        (b"signature=b6c6", b"signature=c6c6"),
    ],
    ids=["content", "chunk signature", "last signature"],
)
def test_change_in_a_signed_chunk_is_refused(old: bytes, new: bytes) -> None:
    """A changed byte, or a changed signature of any chunk, also of the empty last one, is found."""
    assert PUBLISHED.count(old) == 1
    with pytest.raises(Refusal, match="SignatureDoesNotMatch"):
        decode(PUBLISHED.replace(old, new), 66_560, admission_of(sigv4.SIGNED_CHUNKS, SEED))


def test_chunks_may_not_change_places() -> None:
    """Each signature covers the one before: a stream with another seed is refused from its first chunk."""
    with pytest.raises(Refusal, match="SignatureDoesNotMatch"):
        decode(PUBLISHED, 66_560, admission_of(sigv4.SIGNED_CHUNKS, TRAILER_SEED))


@pytest.mark.parametrize(
    "trailer",
    [TRAILER.replace(b"sOO8", b"sOO9"), TRAILER.replace(b"d81f", b"e81f"), TRAILER.partition(b"\n")[0] + b"\n"],
    ids=["value", "signature", "signature missing"],
)
def test_changed_trailer_is_refused(trailer: bytes) -> None:
    """Trailers of a signed stream are signed as well."""
    wire = PUBLISHED_TRAILER.replace(TRAILER, trailer)
    with pytest.raises(Refusal, match="SignatureDoesNotMatch"):
        decode(wire, 66_560, admission_of(sigv4.SIGNED_CHUNKS_TRAILER, TRAILER_SEED))


UNSIGNED = admission_of(sigv4.UNSIGNED_CHUNKS_TRAILER)


def unsigned_body(content: bytes, size: int) -> bytes:
    chunks = [content[at : at + size] for at in range(0, len(content), size)]
    crc = base64.b64encode(zlib.crc32(content).to_bytes(4, "big")).decode()
    coded = b"".join(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n" for chunk in chunks)
    return coded + f"0\r\nx-amz-checksum-crc32:{crc}\r\n\r\n".encode()


@settings(deadline=None, max_examples=60)
@given(content=st.binary(max_size=300), size=st.integers(1, 80), block=st.integers(1, 100))
def test_content_comes_back_however_it_was_cut(content: bytes, size: int, block: int) -> None:
    """Chunk size and reading size do not show in the content."""
    decoded, trailers = decode(unsigned_body(content, size), len(content), UNSIGNED, block=block)
    assert decoded == content
    assert base64.b64decode(trailers["x-amz-checksum-crc32"]) == zlib.crc32(content).to_bytes(4, "big")


@settings(deadline=None, max_examples=60)
@given(cut=st.integers(0, 60))
def test_a_body_that_breaks_off_is_incomplete(cut: int) -> None:
    """Wherever the coded body ends too early, it is refused and never taken for a shorter one."""
    whole = unsigned_body(b"0123456789", 4)
    assert len(whole) == 61
    with pytest.raises(Refusal) as caught:
        decode(whole[:cut], 10, UNSIGNED)
    assert caught.value.code in {"IncompleteBody", "MalformedTrailerError"}


@pytest.mark.parametrize("declared", [9, 11])
def test_decoded_length_must_fit(declared: int) -> None:
    """x-amz-decoded-content-length is held against what the chunks bring."""
    with pytest.raises(Refusal, match="IncompleteBody"):
        decode(unsigned_body(b"0123456789", 4), declared, UNSIGNED)


@pytest.mark.parametrize("size", [b"", b"-1", b"g", b"0x10", b"1" * 17, b" "])
def test_chunk_sizes_are_hex_digits(size: bytes) -> None:
    """A chunk whose size is not plain hex is refused."""
    with pytest.raises(Refusal, match="IncompleteBody"):
        decode(size + b"\r\nabc\r\n0\r\n\r\n", 3, UNSIGNED)


@pytest.mark.parametrize("declared", ["", "-1", "ten", "１"])
def test_decoded_length_must_be_there(declared: str) -> None:
    """Without the length of the content S3 takes no coded body."""
    with pytest.raises(Refusal, match="MissingContentLength"):
        aws_chunked(WireBody(io.BufferedReader(io.BytesIO(b"")), 0), declared, UNSIGNED)
