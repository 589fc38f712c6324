"""The canonical string, as data, against the four vectors; and who is let in, in which order it is looked at."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.downlink.canonical import canonical_text, signature, signature_fits
from skybind_emulators.exchange import Request
from skybind_emulators.settings import DownlinkRules
from unit.emulators.downlink_platform.harness import COMMANDS, Downlink, canonical

VECTORS = json.loads((Path(__file__).parents[3] / "data" / "vectors" / "utmos-hmac.json").read_text("utf-8"))
ORDERS = VECTORS["orders"]
Make = Callable[..., Downlink]


def rules(order: str = "A", **more: Any) -> DownlinkRules:
    return DownlinkRules(canonical_order=tuple(ORDERS[order]), **more)


def request(vector: dict[str, Any], **changed: Any) -> Request:
    headers = {
        "x-api-id": VECTORS["api_id"],
        "x-api-timestamp": str(VECTORS["timestamp"]),
        "x-api-nonce": vector["nonce"],
        "x-api-signature": vector["signature"]["A"],
    }
    fields = {"method": vector["method"], "path": vector["path"].encode(), "query": vector["query"].encode()}
    fields |= {"headers": headers, "body": vector["body"].encode("utf-8")}
    return Request(**{**fields, **changed})


@pytest.mark.parametrize("order", ["A", "B"])
@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["id"])
def test_every_vector_is_signed_as_printed(vector: dict[str, Any], order: str) -> None:
    """Each of the four requests has the printed signature in both orders, and in the other order another."""
    sent = request(vector)
    key = VECTORS["api_key"]
    assert signature(key, sent, rules(order)) == vector["signature"][order]
    assert signature(key, sent, rules("B" if order == "A" else "A")) != vector["signature"][order]


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["id"])
def test_the_text_has_eight_lines_in_the_rules_order(vector: dict[str, Any]) -> None:
    """Every line is where the list of items says; an empty query keeps its line."""
    lines = canonical_text(request(vector), rules("B")).split("\n")
    assert len(lines) == 8
    assert lines[:4] == ["UTMOS-HMAC-SHA256", VECTORS["api_id"], str(VECTORS["timestamp"]), vector["nonce"]]
    assert lines[4:6] == [vector["method"], vector["path"]]
    assert lines[7] == hashlib.sha256(vector["body"].encode()).hexdigest()
    assert (lines[6] == "") == (vector["query"] == "")


def test_label_separator_query_and_hash_are_data() -> None:
    """Each of the four can be changed alone."""
    vector = VECTORS["vectors"][3]
    text = canonical_text(request(vector), rules(canonical_label="UTMOS-HMAC-SHA256-V2"))
    assert text.startswith("UTMOS-HMAC-SHA256-V2\n")
    assert canonical_text(request(vector), rules(canonical_separator="|")).count("|") == 7
    assert f"\n{vector['query']}\n" in canonical_text(request(vector), rules(canonical_query="raw"))
    text = canonical_text(request(vector), rules(canonical_hash="base64"))
    assert text.endswith("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        ("b=2&a=1", "a=1&b=2"),
        ("a=2&a=1", "a=1&a=2"),
        ("a=%7e&A=x", "A=x&a=~"),
        ("a=b+c&d", "a=b%20c&d="),
        ("a=%E6%B5%8B&b=%FF", "a=%E6%B5%8B&b=%FF"),
        ("a=x%2fy", "a=x%2Fy"),
    ],
)
def test_a_sorted_query_is_encoded_anew(sent: str, line: str) -> None:
    """By name, then by value, in RFC 3986 form, whatever form it was sent in."""
    one = request(VECTORS["vectors"][3], query=sent.encode())
    assert canonical_text(one, rules()).split("\n")[3] == line


@pytest.mark.parametrize(
    "change",
    [{"method": "PUT"}, {"path": b"/api/v1/open/downlink/command"}, {"query": b"a=1"}, {"body": b"{}"}],
)
def test_a_signature_fits_one_request(change: dict[str, Any]) -> None:
    """Method, path, query and body are all covered."""
    vector = VECTORS["vectors"][1]
    assert signature_fits(VECTORS["api_key"], request(vector), rules())
    assert not signature_fits(VECTORS["api_key"], request(vector, **change), rules())


@pytest.mark.parametrize("name", ["x-api-id", "x-api-timestamp", "x-api-nonce"])
def test_id_time_and_nonce_are_covered(name: str) -> None:
    """None of the three can be changed on the way."""
    right = request(VECTORS["vectors"][1])
    changed = request(VECTORS["vectors"][1], headers={**right.headers, name: right.headers[name] + "1"})
    assert not signature_fits(VECTORS["api_key"], changed, rules())


def test_two_writers_of_the_text_agree() -> None:
    """The tests' own signer, written from the description, writes what the vectors print."""
    for vector in VECTORS["vectors"]:
        target = vector["path"] + (f"?{vector['query']}" if vector["query"] else "")
        given = (VECTORS["api_id"], str(VECTORS["timestamp"]), vector["nonce"], vector["body"].encode())
        assert canonical(vector["method"], target, *given) == canonical_text(request(vector), rules())


def test_the_platform_can_speak_the_other_order(make_downlink: Make) -> None:
    """With order B in the rules, a request signed in order B comes in and one in order A does not."""
    downlink = make_downlink(canonical_order=tuple(ORDERS["B"]))
    assert downlink.refused("GET", "/api/v1/open/device-requests") == (401, "SIGNATURE_INVALID")
    signs = downlink.sign()
    headers = signs.headers("GET", "/api/v1/open/device-requests", b"")
    given = {name.lower(): value for name, value in headers.items()}
    sent = Request("GET", b"/api/v1/open/device-requests", b"", given, b"")
    headers["X-Api-Signature"] = signature(signs.api_key, sent, rules("B"))
    downlink.data("GET", "/api/v1/open/device-requests", auth=None, headers=headers)


def test_an_order_must_name_all_eight_items() -> None:
    """A list with a missing, doubled or unknown item is told."""
    for order in (ORDERS["A"][:-1], [*ORDERS["A"], "label"], [*ORDERS["A"][:-1], "date"]):
        with pytest.raises(ValueError, match="canonical_order"):
            DownlinkRules(canonical_order=tuple(order))


def raw(downlink: Downlink, headers: dict[str, str], path: str = "/api/v1/open/device-requests") -> tuple[int, str]:
    """Send exactly these headers; status and code of the answer."""
    return downlink.refused("GET", path, auth=None, headers=headers)


def good(downlink: Downlink, path: str = "/api/v1/open/device-requests", **more: Any) -> dict[str, str]:
    return downlink.sign().headers("GET", path, b"", **more)


@pytest.mark.parametrize("name", ["X-Api-Id", "X-Api-Timestamp", "X-Api-Nonce", "X-Api-Signature"])
def test_each_header_is_needed(downlink: Downlink, name: str) -> None:
    """Without any one of the four nobody is let in."""
    headers = good(downlink)
    del headers[name]
    assert raw(downlink, headers) == (401, "UNAUTHORIZED")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("X-Api-Timestamp", "now", "UNAUTHORIZED"),
        ("X-Api-Timestamp", "1760000000.5", "UNAUTHORIZED"),
        ("X-Api-Timestamp", "-1760000000", "UNAUTHORIZED"),
        ("X-Api-Timestamp", "1760000000000", "TIMESTAMP_EXPIRED"),
        ("X-Api-Nonce", "n" * 129, "UNAUTHORIZED"),
        ("X-Api-Nonce", "a b", "UNAUTHORIZED"),
        ("X-Api-Signature", "A" * 64, "SIGNATURE_INVALID"),
        ("X-Api-Signature", "a" * 63, "SIGNATURE_INVALID"),
        ("X-Api-Signature", "a" * 64, "SIGNATURE_INVALID"),
    ],
)
def test_malformed_headers(downlink: Downlink, name: str, value: str, code: str) -> None:
    """Milliseconds are a time that is off; upper-case hex is no signature."""
    assert raw(downlink, good(downlink) | {name: value}) == (401, code)


def test_a_stranger_and_a_disabled_credential_are_told_the_same(downlink: Downlink) -> None:
    """Same code, same text: ids cannot be probed."""
    other = downlink.emulator.credentials.add("other", expires_at=downlink.clock.now() + 10)
    texts = set()
    stranger = good(downlink) | {"X-Api-Id": "somebody"}
    texts.add(downlink.send("GET", "/api/v1/open/device-requests", auth=None, headers=stranger).json()["message"])
    downlink.data("GET", "/api/v1/open/device-requests", auth=downlink.sign(other))
    downlink.clock.advance(11)
    texts.add(downlink.send("GET", "/api/v1/open/device-requests", auth=downlink.sign(other)).json()["message"])
    assert len(texts) == 1


@pytest.mark.parametrize("off", [-300, -1, 0, 1, 300])
def test_a_time_within_the_skew_passes(downlink: Downlink, off: int) -> None:
    """Both ways, the limit included."""
    headers = good(downlink, at=downlink.wall() + off)
    downlink.data("GET", "/api/v1/open/device-requests", auth=None, headers=headers)


@pytest.mark.parametrize("off", [-301, 301])
def test_a_time_beyond_the_skew_is_refused(downlink: Downlink, off: int) -> None:
    """Whatever its signature; and before that is looked at."""
    headers = good(downlink, at=downlink.wall() + off)
    assert raw(downlink, headers) == (401, "TIMESTAMP_EXPIRED")
    assert raw(downlink, headers | {"X-Api-Signature": "0" * 64}) == (401, "TIMESTAMP_EXPIRED")


def test_the_skew_is_the_credential_s_own(downlink: Downlink) -> None:
    """A credential with 10 s is held to 10 s."""
    strict = downlink.sign(downlink.emulator.credentials.add("strict", skew_s=10))
    path = "/api/v1/open/device-requests"
    assert raw(downlink, strict.headers("GET", path, b"", at=downlink.wall() - 11)) == (401, "TIMESTAMP_EXPIRED")
    downlink.data("GET", path, auth=None, headers=strict.headers("GET", path, b"", at=downlink.wall() - 10))


def test_a_nonce_is_used_up(downlink: Downlink) -> None:
    """The same request again is not let in, nor another with its nonce; another API ID may use it."""
    path = "/api/v1/open/device-requests"
    headers = good(downlink, nonce="once")
    downlink.data("GET", path, auth=None, headers=headers)
    assert raw(downlink, headers) == (401, "NONCE_REPLAYED")
    assert (
        raw(downlink, good(downlink, path + "?vendor=dji", nonce="once"), path + "?vendor=dji")[1] == "NONCE_REPLAYED"
    )
    other = downlink.sign(downlink.emulator.credentials.add("other"))
    downlink.data("GET", path, auth=None, headers=other.headers("GET", path, b"", nonce="once"))


def test_a_forged_request_burns_no_nonce(downlink: Downlink) -> None:
    """The signature is looked at first."""
    headers = good(downlink, nonce="mine")
    assert raw(downlink, headers | {"X-Api-Signature": "0" * 64})[1] == "SIGNATURE_INVALID"
    downlink.data("GET", "/api/v1/open/device-requests", auth=None, headers=headers)


@pytest.mark.parametrize(("skew_s", "window_s"), [(300, 300), (300, 1), (10, 600)])
@pytest.mark.parametrize("off", [-1, 0, 1])
def test_no_replay_slips_in_at_the_edge(downlink: Downlink, skew_s: int, window_s: int, off: int) -> None:
    """A request dated ahead by nearly the skew stays refused for as long as its time is good, at every second."""
    signs = downlink.sign(downlink.emulator.credentials.add("edge", skew_s=skew_s, replay_window_s=window_s))
    path = "/api/v1/open/device-requests"
    headers = signs.headers("GET", path, b"", at=downlink.wall() + skew_s + min(off, 0), nonce="edge")
    downlink.data("GET", path, auth=None, headers=headers)
    for step in (1, window_s, skew_s - 1, skew_s, 2 * skew_s - 1, 2 * skew_s, 2 * skew_s + 1, 5000):
        downlink.wall.at = 1_760_000_000.0 + step
        assert raw(downlink, headers)[1] in ("NONCE_REPLAYED", "TIMESTAMP_EXPIRED")


def test_a_nonce_may_be_used_again_much_later(downlink: Downlink) -> None:
    """After skew and window it is forgotten, with another time in the request."""
    path = "/api/v1/open/device-requests"
    downlink.data("GET", path, auth=None, headers=good(downlink, nonce="again"))
    downlink.wall.at += 599
    assert raw(downlink, good(downlink, nonce="again"))[1] == "NONCE_REPLAYED"
    downlink.wall.at += 2
    downlink.data("GET", path, auth=None, headers=good(downlink, nonce="again"))


@pytest.mark.parametrize(
    ("scope", "method", "path", "body"),
    [
        ("open:command:create", "POST", COMMANDS, {}),
        ("open:command:read", "GET", f"{COMMANDS}/676eda60-93c8-3534-3add-1e24d30c7d43", None),
        ("open:device-request:read", "GET", "/api/v1/open/device-requests", None),
        ("open:object:create", "POST", "/api/v1/open/objects/presign", {}),
        ("open:callback:disable", "DELETE", "/api/v1/open/callbacks/endpoints/a/subscriptions/b", None),
        ("platform:credential:create", "POST", "/api/v1/platform/tenants/tenant-001/credentials", {}),
    ],
)
def test_a_scope_is_needed(downlink: Downlink, scope: str, method: str, path: str, body: Any) -> None:
    """A credential without it is refused before the body is looked at, and one with nothing else gets further."""
    everything = downlink.emulator.first.scopes
    without = downlink.sign(downlink.emulator.credentials.add("without", scopes=everything - {scope}))
    only = downlink.sign(downlink.emulator.credentials.add("only", scopes={scope}))
    assert downlink.refused(method, path, body, auth=without) == (403, "FORBIDDEN")
    assert downlink.send(method, path, body, auth=only).status_code != 403


def test_too_many_requests_are_slowed_down(make_downlink: Make) -> None:
    """The third in a second of a credential that may send two; a second later it goes on."""
    downlink = make_downlink(requests_per_s=2)
    answers = [downlink.send("GET", "/api/v1/open/device-requests") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json()["code"] == "RATE_LIMITED"
    assert answers[2].headers["retry-after"] == "1"
    downlink.wall.at += 1
    downlink.data("GET", "/api/v1/open/device-requests")


def test_the_request_id_comes_back(downlink: Downlink) -> None:
    """The caller's own, in header and refusal; otherwise one that the platform makes, each time another."""
    answer = downlink.send("GET", f"{COMMANDS}/x", headers={"X-Request-Id": "trace-1"})
    assert (answer.headers["x-request-id"], answer.json()["request_id"]) == ("trace-1", "trace-1")
    made = {downlink.send("GET", "/api/v1/open/device-requests").headers["x-request-id"] for _ in range(2)}
    assert len(made) == 2
    odd = downlink.send("GET", "/api/v1/open/device-requests", headers={"X-Request-Id": "x" * 200})
    assert len(odd.headers["x-request-id"]) == 36


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/open/nothing", 404, "NOT_FOUND"),
        ("DELETE", COMMANDS, 405, "METHOD_NOT_ALLOWED"),
        ("GET", COMMANDS + "/", 404, "NOT_FOUND"),
    ],
)
def test_where_nothing_is(downlink: Downlink, method: str, path: str, status: int, code: str) -> None:
    """Any verb on any path is answered in the envelope, to those who sign."""
    assert downlink.refused(method, path) == (status, code)
    assert downlink.refused(method, path, auth=None) == (401, "UNAUTHORIZED")


def test_no_secret_shows_in_a_repr(downlink: Downlink) -> None:
    """Neither the key nor a signature is printed with what holds it."""
    shown = repr(
        [downlink.emulator, downlink.emulator.first, downlink.emulator.credentials, request(VECTORS["vectors"][0])]
    )
    assert downlink.emulator.api_key not in shown
    assert VECTORS["vectors"][0]["signature"]["A"] not in shown


def test_a_large_body_is_refused(downlink: Downlink) -> None:
    """In the envelope, too."""
    response = downlink.http.post(COMMANDS, content=b" " * (1024 * 1024 + 1))
    assert (response.status_code, response.json()["code"]) == (413, "PAYLOAD_TOO_LARGE")
