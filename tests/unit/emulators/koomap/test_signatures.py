"""Signatures against the vectors of the official signer."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.exchange import Request
from skybind_emulators.koomap import signatures
from skybind_emulators.koomap.signatures import parse_authorization, signature_fits

FILE = Path(__file__).parents[3] / "data" / "vectors" / "huawei-sdk-hmac-sha256.json"
WHOLE: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
VECTORS: list[dict[str, Any]] = WHOLE["vectors"]


def received(vector: dict[str, Any], **changes: Any) -> Request:
    """The request as a server reads it off the wire."""
    path, _, query = vector["expected"]["request_target"].encode("utf-8").partition(b"?")
    headers = {**vector["input"]["headers"], **vector["expected"]["headers_added"]}
    read = {name.lower(): value.encode("utf-8").decode("latin-1") for name, value in headers.items()}
    body = base64.b64decode(vector["input"]["body_base64"] or "")
    fields = {"method": vector["input"]["method"], "path": path, "query": query, "headers": read, "body": body}
    return Request(**{**fields, **changes})


def fits(vector: dict[str, Any], request: Request, sk: str = WHOLE["sk"]) -> bool:
    authorization = parse_authorization(vector["expected"]["authorization"])
    assert authorization is not None
    return signature_fits(authorization, sk, request)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_every_vector_is_verified(vector: dict[str, Any]) -> None:
    """Canonical request, its hash, the text that is signed and the signature are those of the official signer."""
    expected = vector["expected"]
    request = received(vector)
    authorization = parse_authorization(expected["authorization"])
    assert authorization is not None
    canonical = signatures.canonical_request(request, authorization.names, expected["payload_hash"])
    assert canonical is not None
    assert canonical.decode("utf-8") == expected["canonical_request"]
    assert hashlib.sha256(canonical).hexdigest() == expected["canonical_request_sha256"]
    signed = signatures.text_to_sign(authorization, WHOLE["x_sdk_date"], canonical)
    assert signed.decode("utf-8") == expected["string_to_sign"]
    assert expected["payload_hash"] in signatures.payloads(request)
    assert authorization.signature == expected["signature"]
    assert fits(vector, request)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_every_vector_fails_when_touched(vector: dict[str, Any]) -> None:
    """Another secret, method, path, query, signed header, date or body: none passes."""
    request = received(vector)
    headers = dict(request.headers)
    changes: list[dict[str, Any]] = [
        {"method": "PATCH"},
        {"path": request.path + b"x"},
        {"query": request.query + b"&x=1" if request.query else b"x=1"},
        {"headers": {**headers, "host": "elsewhere.test"}},
        {"headers": {**headers, "x-sdk-date": "20191115T033656Z"}},
    ]
    if signatures.UNSIGNED not in headers.values():
        changes.append({"body": request.body + b" "})
    assert not [change for change in changes if fits(vector, received(vector, **change))]
    assert not fits(vector, request, sk=WHOLE["sk"] + "x")


def vector_of(name: str) -> dict[str, Any]:
    return next(vector for vector in VECTORS if vector["id"] == name)


def test_all_43_vectors_are_there() -> None:
    """41 of the standard scheme, 2 of the derived one."""
    algorithms = [vector["algorithm"] for vector in VECTORS]
    assert (algorithms.count(signatures.PLAIN), algorithms.count(signatures.DERIVED)) == (41, 2)


@pytest.mark.parametrize(
    "query",
    [b"workspace_name=a%20b%2Bc*d%2Fe%3Df%26g%7Eh-i_j.k%25l", b"workspace_name=a+b%2Bc*d/e%3Df%26g~h-i_j.k%25l"],
)
def test_what_is_on_the_wire_is_encoded_anew(query: bytes) -> None:
    """okhttp sends %7E for ~ and leaves * bare, and signs ~ and %2A; a plus sign is a blank, as servers read it."""
    vector = vector_of("query-reserved")
    assert fits(vector, received(vector, query=query))


def test_pairs_are_sorted_by_name_only() -> None:
    """One SDK sorts the values of a repeated name, another keeps the caller's order: both are as they came."""
    assert signatures.canonical_query(b"b=2&a=9&b=1&a=10") == "a=9&a=10&b=2&b=1"
    vector = vector_of("query-repeated-keys")
    mixed = b"workspace_ids=a1&limit=10&workspace_ids=a10&workspace_ids=b2"
    assert fits(vector, received(vector, query=mixed))
    assert not fits(vector, received(vector, query=b"workspace_ids=b2&workspace_ids=a1&workspace_ids=a10&limit=10"))


def test_the_uri_ends_with_a_slash() -> None:
    """It is added where it is missing and not doubled where it is there."""
    assert signatures.canonical_uri(b"/v1/a") == signatures.canonical_uri(b"/v1/a/") == "/v1/a/"
    assert signatures.canonical_uri(b"/") == "/"


def test_bytes_that_are_no_text_keep_their_own_signature() -> None:
    """Escapes that are not UTF-8 are signed as the bytes that they are."""
    assert signatures.canonical_query(b"a=%FF") == "a=%FF"
    assert signatures.canonical_uri(b"/%FF") == "/%FF/"


@pytest.mark.parametrize(
    ("told", "body", "payloads"),
    [
        (None, b"{}", 1),
        (hashlib.sha256(b"{}").hexdigest(), b"{}", 1),
        (hashlib.sha256(b"other").hexdigest(), b"{}", 0),
        (signatures.UNSIGNED, b"{}", 1),
        (signatures.UNSIGNED, b"", 2),
    ],
)
def test_a_preset_hash_must_be_the_body_s(told: str | None, body: bytes, payloads: int) -> None:
    """A hash in the header counts if it is right; UNSIGNED-PAYLOAD stands for any body."""
    headers = {} if told is None else {"x-sdk-content-sha256": told}
    assert len(signatures.payloads(Request("POST", b"/", b"", headers, body))) == payloads


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bearer x",
        "SDK-HMAC-SHA256",
        "SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date",
        "SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=" + "G" * 64,
        "SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=" + "a" * 63,
        "SDK-HMAC-SHA256 Access=, SignedHeaders=x-sdk-date, Signature=" + "a" * 64,
        "SDK-HMAC-SHA256 Credential=AK/20191115/r/s, SignedHeaders=x-sdk-date, Signature=" + "a" * 64,
        "V11-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=" + "a" * 64,
        "V11-HMAC-SHA256 Credential=AK/20191115/r, SignedHeaders=x-sdk-date, Signature=" + "a" * 64,
        "SDK-HMAC-SM3 Access=AK, SignedHeaders=x-sdk-date, Signature=" + "a" * 64,
    ],
)
def test_another_grammar_is_not_read(text: str) -> None:
    """What follows the grammar of neither scheme is no authorization."""
    assert parse_authorization(text) is None


def test_a_signed_header_that_did_not_come_fails() -> None:
    """A name in SignedHeaders without its header cannot be verified."""
    vector = vector_of("guide-sample")
    headers = {name: value for name, value in received(vector).headers.items() if name != "content-type"}
    assert not fits(vector, received(vector, headers=headers))


def test_neither_key_nor_signature_is_printed() -> None:
    """The signature is not in the repr of what was parsed."""
    authorization = parse_authorization(VECTORS[0]["expected"]["authorization"])
    assert VECTORS[0]["expected"]["signature"] not in repr(authorization)
