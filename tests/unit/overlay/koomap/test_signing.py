"""Huawei Cloud's AK/SK signature, against vectors of the official signer and against the ways to get it wrong."""

import base64
import hashlib
import json
import traceback
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import UsageError
from skybind.koomap.signing import MOST_SIGNED_BYTES, AccessKeys, Scope, canonical_request, sdk_date, sign
from skybind.wire.authentication import Outgoing

FILE = json.loads((Path(__file__).parents[3] / "data" / "vectors" / "huawei-sdk-hmac-sha256.json").read_text("utf-8"))
VECTORS: list[dict[str, Any]] = FILE["vectors"]
KEYS = AccessKeys(FILE["ak"], FILE["sk"])
T0 = 1_573_788_815.0
JSON = {"content-type": "application/json"}
EMPTY = hashlib.sha256(b"").hexdigest()


def named(vector: dict[str, Any]) -> str:
    return str(vector["id"])


def keys_of(vector: dict[str, Any]) -> AccessKeys:
    derived = vector["input"].get("derived")
    scope = Scope(derived["region_id"], derived["service_name"]) if derived else None
    return AccessKeys(FILE["ak"], FILE["sk"], scope=scope)


def headers_of(vector: dict[str, Any]) -> dict[str, str]:
    """Headers before signing; the date is the signer's."""
    given_ = {name: value for name, value in vector["input"]["headers"].items() if name != "X-Sdk-Date"}
    return {"Host": vector["input"]["host"], **given_}


def body_of(vector: dict[str, Any]) -> bytes:
    return base64.b64decode(vector["input"]["body_base64"] or "")


def outgoing(
    headers: dict[str, str] | None = None, body: bytes = b"", target: str = "/v1/workspaces", method: str = "GET"
) -> Outgoing:
    return Outgoing(method, "127.0.0.1:8080", target, headers or {}, body, T0)


def names_of(headers: dict[str, str]) -> list[str]:
    """The names that a signature covers."""
    return headers["Authorization"].partition("SignedHeaders=")[2].partition(",")[0].split(";")


@pytest.mark.parametrize("vector", VECTORS, ids=named)
def test_vectors(vector: dict[str, Any]) -> None:
    """Each vector of the official signer comes out byte by byte, with the headers that it adds."""
    request, expected = vector["input"], vector["expected"]
    made = sign(
        keys_of(vector),
        request["method"],
        expected["request_target"],
        headers_of(vector),
        body_of(vector),
        FILE["x_sdk_date"],
    )
    assert made.pop("Authorization") == expected["authorization"]
    assert made.pop("X-Sdk-Date") == FILE["x_sdk_date"]
    assert made == {name: value for name, value in expected["headers_added"].items() if name != "Host"}


@pytest.mark.parametrize("vector", VECTORS, ids=named)
def test_the_canonical_request_of_vectors(vector: dict[str, Any]) -> None:
    """What is signed is the text that the official signer signs."""
    expected = vector["expected"]
    text = expected["canonical_request"].split("\n")
    lines = [line.partition(":") for line in text[3:-3]]
    signed = {name: value for name, _, value in lines}
    made = canonical_request(vector["input"]["method"], expected["request_target"], signed, expected["payload_hash"])
    assert made == expected["canonical_request"]


CHANGES: dict[str, dict[str, Any]] = {
    "method": {"method": "PATCH"},
    "path": {"target": "/v1/kmp-control/task/archive?archived=true"},
    "query": {"target": "/v1/kmp-control/tasks/archive?archived=false"},
    "body": {"body": b'{"id": "other"}'},
    "host": {"headers": {"Host": "other.example", **JSON}},
    "header": {"headers": {"Host": "h", **JSON, "X-Project-Id": "p"}},
    "date": {"date": "20191115T033656Z"},
    "secret key": {"secret_key": "other"},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("scope", [None, Scope("cn-north-4", "koomap")], ids=["plain", "derived"])
def test_everything_counts(change: dict[str, Any], scope: Scope | None) -> None:
    """A change of any signed part changes the signature."""

    def signature(
        *,
        method: str = "POST",
        target: str = "/v1/kmp-control/tasks/archive?archived=true",
        headers: dict[str, str] | None = None,
        body: bytes = b'{"id": "1"}',
        date: str = FILE["x_sdk_date"],
        secret_key: str = FILE["sk"],
    ) -> str:
        keys = AccessKeys(FILE["ak"], secret_key, scope=scope)
        made = sign(keys, method, target, headers or {"Host": "h", **JSON}, body, date)
        return made["Authorization"].rpartition("Signature=")[2]

    assert signature(**change) != signature()


def test_a_derived_key_is_for_one_place() -> None:
    """The derived scheme signs differently for another access key, region, service or day."""
    scopes = [("ak", Scope("r", "s")), ("ak2", Scope("r", "s")), ("ak", Scope("r2", "s")), ("ak", Scope("r", "s2"))]
    made = [sign(AccessKeys(ak, "sk", scope=scope), "GET", "/", {}, b"", "20191115T033655Z") for ak, scope in scopes]
    assert len({headers["Authorization"].rpartition("Signature=")[2] for headers in made}) == len(scopes)


def test_values_of_a_repeated_name_keep_their_order() -> None:
    """Names are sorted, and values of one name are signed in the order in which they are sent."""
    made = canonical_request("GET", "/p?b=2&a=z&a=y&a=10", {}, EMPTY).split("\n")
    assert made[2] == "a=z&a=y&a=10&b=2"


@pytest.mark.parametrize(
    ("target", "query"),
    [("/p", ""), ("/p?", ""), ("/p?a", "a="), ("/p?a=", "a="), ("/p?a=1=2", "a=1%3D2"), ("/p?a=%7e%2a", "a=~%2A")],
)
def test_queries_as_they_may_be_sent(target: str, query: str) -> None:
    """However a query is written, it is decoded and encoded again."""
    assert canonical_request("GET", target, {}, EMPTY).split("\n")[2] == query


@settings(deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_can_be_signed(path: str, value: str) -> None:
    """Whatever is in a path or a query, the canonical form is one line of ASCII each, in the guide's alphabet."""
    from urllib.parse import quote

    target = f"/{quote(path)}?v={quote(value, safe='')}"
    _, uri, query, *_ = canonical_request("GET", target, {}, EMPTY).split("\n")
    assert uri.isascii()
    assert uri.startswith("/")
    assert uri.endswith("/")
    assert query == "v=" + quote(value, safe="~")


# ---------------------------------------------------------------------------------------------------------- credentials


def test_what_is_signed_of_a_request() -> None:
    """Host with port, content type, and headers of ours; nothing that the connection or a proxy writes anew."""
    ours = {"x-project-id": "p", "uuid": "u", "x_skipped": "1"}
    theirs = {"user-agent": "x", "accept": "*/*", "connection": "keep-alive", "content-length": "2", "host": "other"}
    made = KEYS.sign(outgoing({**JSON, **ours, **theirs}, b"{}", method="POST"))
    assert names_of(made) == ["content-type", "host", "uuid", "x-project-id", "x-sdk-date"]
    expected = sign(
        KEYS, "POST", "/v1/workspaces", {**JSON, **ours, "Host": "127.0.0.1:8080"}, b"{}", "20191115T033335Z"
    )
    assert made == expected


def test_a_request_that_is_signed_again() -> None:
    """What an earlier signature added is no part of the next one: only the date differs."""
    first = KEYS.sign(outgoing(JSON))
    again = KEYS.sign(outgoing({**JSON, **{name.lower(): value for name, value in first.items()}}))
    assert again == first


def test_a_form_that_is_signed_again() -> None:
    """The words that stand for an unsigned body are signed each time."""
    form = {"content-type": "multipart/form-data; boundary=x"}
    first = KEYS.sign(outgoing(form, b"--x", method="POST"))
    again = KEYS.sign(outgoing({**form, "x-sdk-content-sha256": first["X-Sdk-Content-Sha256"]}, b"--x", method="POST"))
    assert names_of(first) == names_of(again) == ["content-type", "host", "x-sdk-content-sha256", "x-sdk-date"]
    assert first["Authorization"] == again["Authorization"]


def test_temporary_keys_sign_their_token() -> None:
    """The security token goes along, and is signed."""
    made = AccessKeys("ak", "sk", "token-1").sign(outgoing(JSON))
    assert made["X-Security-Token"] == "token-1"
    assert "x-security-token" in names_of(made)


def test_the_date_is_utc() -> None:
    """The date is written in UTC, whole seconds."""
    assert sdk_date(T0 + 0.9) == "20191115T033335Z"


def test_a_body_that_is_too_large_to_be_signed() -> None:
    """12 MB may be signed, a byte more may not; the error says what to do instead."""
    body = bytes(MOST_SIGNED_BYTES)
    KEYS.sign(outgoing(JSON, body, method="POST"))
    with pytest.raises(UsageError, match="12,582,913") as caught:
        KEYS.sign(outgoing(JSON, body + b"1", method="POST"))
    assert "token" in caught.value.advice


@pytest.mark.parametrize("bad", ["", "a b", "a\n", "canary,", "кanary", "\x7f"])
@pytest.mark.parametrize("which", ["access_key", "secret_key", "security_token"])
def test_keys_that_no_console_gives(bad: str, which: str) -> None:
    """Blanks, line breaks and other letters (from careless copying) are told at once, and the key is not shown."""
    with pytest.raises(UsageError) as caught:
        AccessKeys(**{"access_key": "ak", "secret_key": "sk", which: bad})
    assert which.replace("_", " ") in str(caught.value)
    assert caught.value.advice
    assert not bad.strip() or bad not in "".join(traceback.format_exception_only(caught.value))


def test_keys_do_not_print() -> None:
    """Neither the keys nor a request with a token show what is secret."""
    keys = AccessKeys("canary-a", "canary-s", "canary-t")
    assert "canary" not in repr([keys, outgoing({"x-auth-token": "canary"}, b"canary")])
