"""DJI's gateway signature, against computed vectors and against the ways to get it wrong."""

import base64
import hashlib
import hmac
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import UsageError
from skybind.terra.dialect import HOSTS, PREFIX, TerraDialect
from skybind.terra.signing import ALGORITHMS, digest_of, sign

FILE = json.loads((Path(__file__).parents[2] / "data" / "vectors" / "dji-terra-hmac.json").read_text("utf-8"))
KEY, SECRET, DATE = FILE["credentials"]["username"], FILE["credentials"]["secret"], FILE["fixed_date"]
POSITIVE: list[dict[str, Any]] = FILE["vectors"]
NEGATIVE: list[dict[str, Any]] = FILE["negative_vectors"]


def named(vector: dict[str, Any]) -> str:
    return str(vector["id"])


def authorization(headers: dict[str, str]) -> dict[str, str]:
    """Fields of an Authorization header."""
    return dict(re.findall(r'(\w+)="([^"]*)"', headers["Authorization"]))


def signed(vector: dict[str, Any]) -> dict[str, str]:
    """Our signature of a vector's request, in the manner that the vector's own header names."""
    request = vector["request"]
    fields = authorization(vector["headers"]) if "headers" in vector else {}
    names = fields.get("headers", "date @request-target digest").split()
    order = ["date" if name == "x-date" else name for name in names]
    return sign(
        KEY,
        SECRET,
        request["method"],
        request["target"],
        request["body_utf8"].encode(),
        DATE,
        date_header="X-Date" if "x-date" in names else "Date",
        algorithm=fields.get("algorithm", "hmac-sha256"),  # type: ignore[arg-type]
        order=order,  # type: ignore[arg-type]
    )


def test_the_vectors_are_all_there() -> None:
    """Eighteen requests that must verify, four that must not."""
    assert (len(POSITIVE), len(NEGATIVE)) == (18, 4)
    assert all(
        vector["request"]["body_length_bytes"] == len(vector["request"]["body_utf8"].encode()) for vector in POSITIVE
    )


@pytest.mark.parametrize("vector", POSITIVE, ids=named)
def test_headers_are_those_of_the_vector(vector: dict[str, Any]) -> None:
    """Each request is signed to the very headers that were computed for it elsewhere."""
    assert signed(vector) == vector["headers"]


@pytest.mark.parametrize("vector", NEGATIVE, ids=named)
def test_known_mistakes_are_not_ours(vector: dict[str, Any]) -> None:
    """A signature made in one of the known wrong ways differs from ours."""
    assert authorization(signed(vector))["signature"] != vector["signature_base64"]


def test_the_digest_of_undefined_is_not_ours() -> None:
    """An empty body is digested as no bytes, not as the word that a script makes of it."""
    (vector,) = [vector for vector in NEGATIVE if "digest_header" in vector]
    assert digest_of(b"") == "SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    assert signed(vector)["Digest"] != vector["digest_header"]


@settings(deadline=None, max_examples=120)
@given(
    st.sampled_from(["get", "POST", "Put", "delete"]),
    st.from_regex(r"/[!-~]{0,40}", fullmatch=True),
    st.binary(max_size=200),
    st.text(min_size=1, max_size=20).filter(lambda text: text.encode("utf-8", "ignore").decode() == text),
    st.sampled_from(sorted(ALGORITHMS)),
    st.permutations(["date", "@request-target", "digest"]),
    st.sampled_from(["Date", "X-Date"]),
)
def test_what_is_named_is_what_is_signed(
    method: str, target: str, body: bytes, secret: str, algorithm: Any, order: Any, date_header: Any
) -> None:
    """A verifier that rebuilds the text from the sent headers, in the order that they name, finds the signature."""
    headers = sign(KEY, secret, method, target, body, DATE, date_header=date_header, algorithm=algorithm, order=order)
    fields = authorization(headers)
    known = {
        date_header.lower(): headers[date_header],
        "@request-target": f"{method.lower()} {target}",
        "digest": headers["Digest"],
    }
    text = "\n".join(f"{name}: {known[name]}" for name in fields["headers"].split(" "))
    mac = hmac.new(secret.encode(), text.encode(), algorithm.removeprefix("hmac-")).digest()
    assert base64.b64decode(fields["signature"]) == mac
    assert (fields["username"], fields["algorithm"]) == (KEY, algorithm)
    assert base64.b64decode(headers["Digest"].removeprefix("SHA-256=")) == hashlib.sha256(body).digest()
    assert set(headers) == {date_header, "Digest", "Authorization"}


@pytest.mark.parametrize("key", ["", 'a"b', "a\\b", "a\nb", "ä", "a\x7f", "a\tb"])
def test_a_key_that_the_header_cannot_hold(key: str) -> None:
    """A key with characters that no key has is refused before it gets into a header; it is not repeated."""
    with pytest.raises(UsageError) as caught:
        sign(key, SECRET, "GET", "/", b"", DATE)
    assert not key or key not in str(caught.value)


def test_the_dialect_signs_for_the_moment_it_is_told() -> None:
    """The time of the transport goes into the header as an HTTP date in GMT."""
    vector = next(vector for vector in POSITIVE if vector["id"] == "post-json-body")
    request = vector["request"]
    dialect = TerraDialect.of(KEY, SECRET, "cn", None)
    body = request["body_utf8"].encode()
    assert dialect.sign(request["method"], request["target"], body, 1_739_433_600.7) == vector["headers"]


@pytest.mark.parametrize("region", ["cn", "us"])
def test_where_a_region_is(region: str) -> None:
    """The documented hosts, with the service's prefix."""
    assert TerraDialect.of(KEY, SECRET, region, None).base_url == HOSTS[region] + "/terra-rescon-be"


@pytest.mark.parametrize(
    "base", ["http://127.0.0.1:1", "http://127.0.0.1:1/", f"http://127.0.0.1:1{PREFIX}", f"http://127.0.0.1:1{PREFIX}/"]
)
def test_another_address_may_have_the_prefix_already(base: str) -> None:
    """What stands before the prefix may be given with or without it."""
    assert TerraDialect.of(KEY, SECRET, "", base).base_url == f"http://127.0.0.1:1{PREFIX}"


@pytest.mark.parametrize(("region", "base"), [("eu", None), ("", None), ("CN", None), ("cn", "openapi.example")])
def test_no_such_place(region: str, base: str | None) -> None:
    """An unknown region and an address without scheme are refused with what would do."""
    with pytest.raises(UsageError) as caught:
        TerraDialect.of(KEY, SECRET, region, base)
    assert caught.value.advice
