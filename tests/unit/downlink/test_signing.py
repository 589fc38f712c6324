"""The signature: vectors in two orders, and everything of its form that may differ as data."""

import json
from pathlib import Path
from typing import Any

import pytest

from skybind.downlink.dialect import DownlinkDialect
from skybind.downlink.signing import ORDER_A, ORDER_B, CanonicalForm, canonical_text, sign
from skybind.errors import UsageError

DATA: dict[str, Any] = json.loads(Path(__file__).parents[2].joinpath("data/downlink/signatures.json").read_text())
FORMS = {"order_a": CanonicalForm(), "order_b": CanonicalForm(order=ORDER_B)}


def text(form: CanonicalForm, target: str = "/api/v1/open/x?b=2&a=1", body: bytes = b"") -> str:
    return canonical_text(form, "get", target, body, api_id="id", timestamp="1", nonce="n")


@pytest.mark.parametrize("vector", DATA["vectors"], ids=lambda vector: vector["nonce"])
@pytest.mark.parametrize("order", FORMS)
def test_vectors(order: str, vector: dict[str, str]) -> None:
    """Each recorded request gets the recorded signature, in both orders."""
    headers = sign(
        FORMS[order],
        DATA["api_id"],
        DATA["api_key"],
        vector["method"],
        vector["target"],
        vector["body"].encode(),
        timestamp=DATA["timestamp"],
        nonce=vector["nonce"],
    )
    assert headers == {
        "X-Api-Id": "demo-api-id",
        "X-Api-Timestamp": "1776859200",
        "X-Api-Nonce": vector["nonce"],
        "X-Api-Signature": vector[order],
    }


def test_the_signed_text() -> None:
    """Eight lines without a last line feed; an empty query keeps its line, and no body has the hash of nothing."""
    lines = text(CanonicalForm(), "/api/v1/x").split("\n")
    assert lines[:7] == ["UTMOS-HMAC-SHA256", "GET", "/api/v1/x", "", "id", "1", "n"]
    assert lines[7].startswith("e3b0c442")
    assert len(lines) == len(ORDER_A) == 8


def test_queries() -> None:
    """A sorted query is sorted by name and then value and encoded anew; a raw one stays as it is sent."""
    target = "/api/x?b=%7e&b=1&a=x%20y&c"
    assert text(CanonicalForm(), target).split("\n")[3] == "a=x%20y&b=1&b=~&c="
    assert text(CanonicalForm(query="raw"), target).split("\n")[3] == "b=%7e&b=1&a=x%20y&c"


def test_a_path_before_the_platform_is_not_signed() -> None:
    """What a gateway puts before /api is not part of the text; percent-encoding stays as sent."""
    assert text(CanonicalForm(), "/tenant/api/v1/a%2Fb").split("\n")[2] == "/api/v1/a%2Fb"


def test_a_form_from_text() -> None:
    """Everything of a form can be said in one line; what is not named keeps its default."""
    assert CanonicalForm.of("") == CanonicalForm()
    assert CanonicalForm.of("order=B") == FORMS["order_b"]
    form = CanonicalForm.of("order=label, nonce,body_sha256; label=X-1; separator=|; query=raw; body_hash=base64")
    assert form == CanonicalForm(("label", "nonce", "body_sha256"), "X-1", "|", "raw", "base64")
    assert text(form) == "X-1|n|47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    assert text(CanonicalForm.of("order=body_sha256; body_hash=upper_hex")).startswith("E3B0C442")
    assert "\r\n" in text(CanonicalForm.of("separator=CRLF"))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("order=label,hash", "no part 'hash'"),
        ("order=label,label", "at most once"),
        ("query=none", "no query 'none'"),
        ("body_hash=md5", "no body_hash 'md5'"),
        ("colour=red", "no 'colour'"),
        ("order", "no 'order'"),
    ],
)
def test_a_form_that_cannot_be(said: str, words: str) -> None:
    """A form with something unknown in it is refused, and says what."""
    with pytest.raises(UsageError, match=words):
        CanonicalForm.of(said)


def test_each_signature_has_its_own_nonce() -> None:
    """Two requests of the same second differ in nonce and signature, so that a second attempt is no replay."""
    dialect = DownlinkDialect("https://example.com", "id", "key")
    first, second = (dialect.sign("GET", "/api/x", b"", 1776859200.9) for _ in range(2))
    assert first["X-Api-Timestamp"] == second["X-Api-Timestamp"] == "1776859200"
    assert first["X-Api-Nonce"] != second["X-Api-Nonce"]
    assert first["X-Api-Signature"] != second["X-Api-Signature"]


@pytest.mark.parametrize("spoilt", ["", "a b", "ключ", "key\n"])
def test_credentials_that_cannot_be(spoilt: str) -> None:
    """An ID or key with blanks, line breaks or foreign letters is refused without being shown."""
    with pytest.raises(UsageError, match="API key is empty") as refused:
        DownlinkDialect("https://example.com", "id", spoilt)
    assert spoilt == "" or spoilt not in str(refused.value)
    with pytest.raises(UsageError, match="API ID is empty"):
        DownlinkDialect("https://example.com", spoilt, "key")


def test_the_key_does_not_print() -> None:
    """Neither the dialect nor anything in its text shows the API key."""
    assert "s3cret" not in repr(DownlinkDialect("https://example.com", "id", "s3cret"))


def test_addresses() -> None:
    """Production is the default, both public hosts have short names, and what is no address is refused."""
    assert DownlinkDialect.address(None) == DownlinkDialect.address("prod") == "https://prod.utmos.dev"
    assert DownlinkDialect.address("dev") == "https://dev.utmos.dev"
    assert DownlinkDialect.address("http://127.0.0.1:8080/") == "http://127.0.0.1:8080"
    with pytest.raises(UsageError, match="is not an address"):
        DownlinkDialect.address("ftp://x")
