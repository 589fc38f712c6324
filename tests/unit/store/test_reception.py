"""Digests that a request declares, and the documents and refusals of both dialects."""

import base64
import hashlib
from xml.etree import ElementTree as ET

import pytest

from skybind_emulators.store.answers import refusal_answer
from skybind_emulators.store.claims import Claim
from skybind_emulators.store.digests import CHECKSUM_ALGORITHMS, Fingerprint, composite, new_checksum
from skybind_emulators.store.markup import document, parse
from skybind_emulators.store.reception import check, expected_of
from skybind_emulators.store.records import Dialect
from skybind_emulators.store.refusals import Refusal, wording, wording_of_status
from skybind_emulators.store.request import Request

DATA = b"123456789"


def claim_of(payload: str = "UNSIGNED-PAYLOAD") -> Claim:
    return Claim("ak", "20261122", "r", "20261122T000000Z", 0.0, (), payload, "sig", "")


def request_of(dialect: Dialect = "s3", method: str = "PUT", **headers: str) -> Request:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request(method, "/b/k", [], {"host": "h", **named}, dialect, "b", "k")


def hold(request: Request, payload: str = "UNSIGNED-PAYLOAD", trailers: dict[str, str] | None = None) -> None:
    expected = expected_of(request, claim_of(payload))
    fingerprint = Fingerprint(expected.algorithms)
    fingerprint.update(memoryview(DATA))
    check(expected, fingerprint, trailers or {})


# The check values of the CRC catalogue, and FIPS 180 digests by hashlib.
CHECKSUMS = {
    "crc32": bytes.fromhex("cbf43926"),
    "crc32c": bytes.fromhex("e3069283"),
    "sha1": hashlib.sha1(DATA).digest(),
    "sha256": hashlib.sha256(DATA).digest(),
}


@pytest.mark.parametrize("algorithm", sorted(CHECKSUM_ALGORITHMS))
def test_checksums(algorithm: str) -> None:
    """Each S3 checksum has its catalogue value, in one piece and in many."""
    whole, pieces = new_checksum(algorithm), new_checksum(algorithm)
    whole.update(memoryview(DATA))
    for at in range(len(DATA)):
        pieces.update(memoryview(DATA)[at : at + 1])
    assert whole.digest() == pieces.digest() == CHECKSUMS[algorithm]


def test_fingerprint() -> None:
    """MD5 and CRC-64/XZ run along, however the bytes come."""
    fingerprint = Fingerprint()
    for at in range(0, len(DATA), 4):
        fingerprint.update(memoryview(DATA)[at : at + 4])
    assert fingerprint.crc64 == 0x995DC9BBDF1939FA
    assert fingerprint.md5 == hashlib.md5(DATA).digest()
    assert fingerprint.size == 9


def test_composite_checksum() -> None:
    """The checksum of an object in parts is that of the parts' checksums, with their number."""
    parts = [hashlib.sha256(b"a").digest(), hashlib.sha256(b"b").digest()]
    expected = base64.b64encode(hashlib.sha256(b"".join(parts)).digest()).decode()
    assert composite("sha256", parts) == f"{expected}-2"


@pytest.mark.parametrize("algorithm", sorted(CHECKSUM_ALGORITHMS))
@pytest.mark.parametrize("as_trailer", [False, True])
def test_declared_checksums_are_held_against_the_body(algorithm: str, as_trailer: bool) -> None:
    """A right value passes, a wrong one is BadDigest, in the head or behind the body."""
    name = f"x-amz-checksum-{algorithm}"
    wrong = bytes([CHECKSUMS[algorithm][0] ^ 1]) + CHECKSUMS[algorithm][1:]
    for value, passes in ((CHECKSUMS[algorithm], True), (wrong, False)):
        text = base64.b64encode(value).decode()
        request = request_of(x_amz_trailer=name) if as_trailer else request_of(**{name: text})
        trailers = {name: text} if as_trailer else {}
        if passes:
            hold(request, trailers=trailers)
        else:
            with pytest.raises(Refusal, match="BadDigest"):
                hold(request, trailers=trailers)


def test_a_promised_trailer_must_come() -> None:
    """x-amz-trailer announces a checksum: without it the body is refused."""
    with pytest.raises(Refusal, match="MalformedTrailerError"):
        hold(request_of(x_amz_trailer="x-amz-checksum-crc32"))


@pytest.mark.parametrize(
    ("headers", "payload", "code"),
    [
        ({"content_md5": base64.b64encode(hashlib.md5(DATA).digest()).decode()}, None, None),
        ({"content_md5": base64.b64encode(hashlib.md5(b"x").digest()).decode()}, None, "BadDigest"),
        ({"content_md5": "not base64"}, None, "InvalidDigest"),
        ({"content_md5": "YWJj"}, None, "InvalidDigest"),
        ({}, hashlib.sha256(DATA).hexdigest(), None),
        ({}, hashlib.sha256(b"x").hexdigest(), "XAmzContentSHA256Mismatch"),
        ({"x_amz_checksum_crc32": "AAAAAA=="}, None, "BadDigest"),
        ({"x_amz_checksum_crc32": "AAAA"}, None, "InvalidRequest"),
        ({"x_amz_checksum_crc32": "y_"}, None, "InvalidRequest"),
        ({"x_amz_checksum_crc64nvme": "AAAAAAAAAAA="}, None, "NotImplemented"),
        ({"x_amz_checksum_crc32": "y/Q5Jg==", "x_amz_checksum_sha1": "x"}, None, "InvalidRequest"),
        ({"x_amz_checksum_mode": "ENABLED"}, None, None),
    ],
)
def test_declared_digests(headers: dict[str, str], payload: str | None, code: str | None) -> None:
    """Every digest that a request declares is checked, and one that cannot be checked is refused."""
    if code is None:
        hold(request_of(**headers), payload or "UNSIGNED-PAYLOAD")
    else:
        with pytest.raises(Refusal) as caught:
            hold(request_of(**headers), payload or "UNSIGNED-PAYLOAD")
        assert caught.value.code == code


def test_oss_has_one_code_for_md5() -> None:
    """A Content-MD5 that is malformed and one that does not fit are both InvalidDigest on OSS."""
    assert wording(Refusal("BadDigest"), "oss").code == wording(Refusal("InvalidDigest"), "oss").code == "InvalidDigest"


@pytest.mark.parametrize("dialect", ["oss", "s3"])
@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_ordered_statuses_have_words(dialect: Dialect, status: int) -> None:
    """Whatever status a fault asks for, the document has a code."""
    said = wording_of_status(status, dialect)
    assert said.status == status
    assert said.code


def test_error_documents() -> None:
    """Both dialects answer with an Error element that holds code, message and request id; S3 adds the place."""
    for dialect, code in (("oss", "SecurityTokenExpired"), ("s3", "ExpiredToken")):
        answer = refusal_answer(Refusal("ExpiredToken"), request_of(dialect), "REQ")
        tree = ET.fromstring(answer.body)
        assert (tree.tag, tree.findtext("Code"), tree.findtext("RequestId")) == ("Error", code, "REQ")
        assert answer.code == code
        assert tree.findtext("Key") == ("k" if dialect == "s3" else None)
        assert tree.findtext("EC") == ("0002-00000007" if dialect == "oss" else None)


def test_head_errors_of_oss_ride_in_a_header() -> None:
    """HEAD has no body: OSS puts the error document into x-oss-err."""
    answer = refusal_answer(Refusal("NoSuchKey"), request_of("oss", "HEAD"), "REQ")
    assert ET.fromstring(base64.b64decode(answer.headers["x-oss-err"])).findtext("Code") == "NoSuchKey"


def test_documents_escape() -> None:
    """Markup in keys stays text; a carriage return survives parsing."""
    root = ET.fromstring(document("R", [("Key", "<a>&\r\"'"), ("Yes", True), ("N", 3)], namespace="urn:x"))
    assert [(node.tag, node.text) for node in root] == [
        ("{urn:x}Key", "<a>&\r\"'"),
        ("{urn:x}Yes", "true"),
        ("{urn:x}N", "3"),
    ]


@pytest.mark.parametrize("body", [b"", b"<Delete>", b"<Other/>", b'<!DOCTYPE x [<!ENTITY a "b">]><Delete>&a;</Delete>'])
def test_documents_that_are_refused(body: bytes) -> None:
    """Broken XML, another root and documents with entities are MalformedXML."""
    with pytest.raises(Refusal, match="MalformedXML"):
        parse(body, "Delete")


def test_namespaces_do_not_matter() -> None:
    """Clients send their documents with and without a namespace."""
    tree = parse(b'<Delete xmlns="urn:x"><Object><Key>a</Key></Object></Delete>', "Delete")
    assert tree.findtext("Object/Key") == "a"
