import base64
import hashlib
import hmac
import json
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from skybind_emulators.exchange import Request, Turned
from skybind_emulators.settings import TerraRules
from skybind_emulators.terra.gateway import BAD_DATE, CANNOT_VERIFY, DOES_NOT_MATCH, UNAUTHORIZED, Gateway, parse_date
from skybind_emulators.terra.signatures import parse_authorization, signing_text

VECTORS = json.loads((Path(__file__).parents[2] / "data" / "vectors" / "dji-terra-hmac.json").read_text("utf-8"))
NOW = parse_date(VECTORS["fixed_date"]) or 0.0
KEY, SECRET = VECTORS["credentials"]["username"], VECTORS["credentials"]["secret"]
EMPTY_DIGEST = "SHA-256=" + base64.b64encode(hashlib.sha256(b"").digest()).decode()


def gateway(**rules: Any) -> Gateway:
    return Gateway("/terra-rescon-be", {KEY: SECRET}, TerraRules(**rules))


def request(vector: dict[str, Any], headers: dict[str, str]) -> Request:
    sent = vector["request"]
    path, _, query = sent["target"].encode("ascii").partition(b"?")
    lower = {name.lower(): value for name, value in headers.items()}
    return Request(sent["method"], path, query, lower, sent["body_utf8"].encode("utf-8"))


def authorization(names: str, signature: str, *, algorithm: str = "hmac-sha256", key: str = KEY) -> str:
    return f'hmac username="{key}", algorithm="{algorithm}", headers="{names}", signature="{signature}"'


def signed(
    names: str = "date @request-target digest",
    *,
    method: str = "GET",
    target: str = "/terra-rescon-be/v2/jobs",
    body: bytes = b"",
    **headers: str,
) -> Request:
    """A request whose signature covers exactly the names given."""
    given = {"date": VECTORS["fixed_date"], **{name.replace("_", "-"): value for name, value in headers.items()}}
    given.setdefault("digest", "SHA-256=" + base64.b64encode(hashlib.sha256(body).digest()).decode())
    lines = []
    for name in names.split():
        lines.append(f"{name}: {method.lower()} {target}" if name[0] == "@" else f"{name}: {given.get(name, '')}")
    mac = base64.b64encode(hmac.digest(SECRET.encode(), "\n".join(lines).encode(), "sha256")).decode()
    path, _, query = target.encode().partition(b"?")
    return Request(method, path, query, {**given, "authorization": authorization(names, mac)}, body)


def refusal(request: Request, *, now: float = NOW, **rules: Any) -> tuple[int, dict[str, Any]]:
    with pytest.raises(Turned) as caught:
        gateway(**rules).admit(request, now=now)
    return caught.value.answer.status, json.loads(caught.value.answer.body)


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["id"])
def test_every_vector_is_let_in(vector: dict[str, Any]) -> None:
    """A request signed as the vectors show passes, and its signing text is the one printed there."""
    sent = request(vector, vector["headers"])
    parsed = parse_authorization(vector["headers"]["Authorization"])
    assert parsed is not None
    assert signing_text(parsed.names, sent, sent.targets[0]).decode() == vector["signing_string"]
    gateway().admit(sent, now=NOW)


@pytest.mark.parametrize("vector", VECTORS["negative_vectors"], ids=lambda vector: vector["id"])
def test_every_negative_vector_is_refused(vector: dict[str, Any]) -> None:
    """A request signed in one of the known wrong ways is told that its signature does not match."""
    headers = {
        "Date": VECTORS["fixed_date"],
        "Digest": vector.get("digest_header", EMPTY_DIGEST),
        "Authorization": authorization("date @request-target digest", vector["signature_base64"]),
    }
    assert refusal(request(vector, headers)) == (401, {"message": DOES_NOT_MATCH})


def test_the_digest_of_undefined_passes_where_digests_are_not_checked() -> None:
    """With the check of digests switched off, a digest of other bytes is let in if it is signed."""
    vector = next(one for one in VECTORS["negative_vectors"] if one["id"] == "digest-of-undefined")
    headers = {
        "Date": VECTORS["fixed_date"],
        "Digest": vector["digest_header"],
        "Authorization": authorization("date @request-target digest", vector["signature_base64"]),
    }
    gateway(check_digest=False).admit(request(vector, headers), now=NOW)


@pytest.mark.parametrize("bits", ["1", "256", "384", "512"])
def test_four_algorithms_are_known(bits: str) -> None:
    """Each algorithm of the documented grammar verifies with its own hash."""
    lines = f"date: {VECTORS['fixed_date']}\n@request-target: get /terra-rescon-be/v2/jobs"
    mac = base64.b64encode(hmac.digest(SECRET.encode(), lines.encode(), f"sha{bits}")).decode()
    header = authorization("date @request-target", mac, algorithm=f"hmac-sha{bits}")
    headers = {"date": VECTORS["fixed_date"], "authorization": header}
    gateway().admit(Request("GET", b"/terra-rescon-be/v2/jobs", b"", headers, b""), now=NOW)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer abc",
        'hmac username="a", algorithm="hmac-md5", headers="date", signature="AA=="',
        'hmac username="a", algorithm="hmac-sha256", headers="date"',
        'hmac username="a" algorithm="hmac-sha256" headers="date" signature="AA=="',
        "hmac username=a, algorithm=hmac-sha256, headers=date, signature=AA==",
        'hmac algorithm="hmac-sha256", username="a", headers="date", signature="AA=="',
        'hmac username="", algorithm="hmac-sha256", headers="date", signature="AA=="',
        'hmac username="a\\b", algorithm="hmac-sha256", headers="date", signature="AA=="',
        'hmac username="ä", algorithm="hmac-sha256", headers="date", signature="AA=="',
        'hmac username="a", algorithm="hmac-sha256", headers="date", signature="AA==" x',
    ],
)
def test_the_grammar_is_strict(header: str) -> None:
    """A header that strays from the documented grammar is not read at all."""
    assert parse_authorization(header) is None


def test_without_authorization_a_request_is_unauthorized() -> None:
    """The gateway's answer to a request without Authorization is 401 with its own bare message and a challenge."""
    bare = Request("GET", b"/terra-rescon-be/v2/jobs", b"", {"date": VECTORS["fixed_date"]}, b"")
    assert refusal(bare) == (401, {"message": UNAUTHORIZED})
    with pytest.raises(Turned) as caught:
        gateway().admit(bare, now=NOW)
    assert caught.value.answer.headers == (("WWW-Authenticate", "hmac"),)


@pytest.mark.parametrize("off", [-300, -1, 0, 1, 300])
def test_a_date_within_the_skew_passes(off: float) -> None:
    """A date may be off by the allowed skew, either way."""
    gateway().admit(signed(), now=NOW + off)


@pytest.mark.parametrize("off", [-301, 301])
def test_a_date_beyond_the_skew_is_refused(off: float) -> None:
    """A date that is off by more than the allowed skew is refused, whatever its signature."""
    assert refusal(signed(), now=NOW + off) == (401, {"message": BAD_DATE})


def test_the_skew_can_be_chosen() -> None:
    """Another allowed skew moves the limit."""
    gateway(clock_skew_s=1000).admit(signed(), now=NOW + 900)
    assert refusal(signed(), now=NOW + 11, clock_skew_s=10)[0] == 401


@pytest.mark.parametrize(
    "date",
    [
        "Thu, 13 Feb 2025 08:00:00 +0000",
        "Thu, 13 Feb 2025 08:00:00",
        "Do, 13 Feb 2025 08:00:00 GMT",
        "Thu, 13 Feb 2025 8:00:00 GMT",
        "Thu, 33 Feb 2025 08:00:00 GMT",
        "2025-02-13T08:00:00Z",
        "",
    ],
)
def test_a_date_in_another_form_is_refused(date: str) -> None:
    """Only the fixed HTTP form with English names and GMT is a date."""
    assert refusal(signed(date=date)) == (401, {"message": BAD_DATE})


def test_x_date_is_looked_at_first_and_date_second() -> None:
    """One good date of the two is enough, as in Kong."""
    stale = formatdate(NOW - 9000, usegmt=True)
    gateway().admit(signed("x-date @request-target digest", x_date=VECTORS["fixed_date"], date=stale), now=NOW)
    gateway().admit(signed("date @request-target digest", x_date=stale), now=NOW)
    assert refusal(signed(x_date=stale, date=stale)) == (401, {"message": BAD_DATE})


@pytest.mark.parametrize(
    ("names", "body"), [("date digest", b""), ("@request-target digest", b""), ("date @request-target", b"{}")]
)
def test_date_target_and_body_must_be_signed(names: str, body: bytes) -> None:
    """A valid signature over too little cannot be verified."""
    assert refusal(signed(names, method="POST", body=body)) == (401, {"message": CANNOT_VERIFY})


def test_an_unknown_app_key_cannot_be_verified() -> None:
    """A stranger is told the same as somebody whose header is unreadable."""
    stranger = signed()
    headers = {**stranger.headers, "authorization": stranger.headers["authorization"].replace(KEY, "somebody")}
    assert refusal(Request("GET", stranger.path, b"", headers, b"")) == (401, {"message": CANNOT_VERIFY})


@pytest.mark.parametrize("change", [{"method": "PUT"}, {"path": b"/terra-rescon-be/v2/files"}, {"query": b"rows=1"}])
def test_a_signature_fits_one_method_and_target(change: dict[str, Any]) -> None:
    """Method, path and query are all covered."""
    right = signed()
    fields = {"method": right.method, "path": right.path, "query": right.query, **change}
    assert refusal(Request(**fields, headers=right.headers, body=b"")) == (401, {"message": DOES_NOT_MATCH})


def test_a_question_mark_without_a_query_may_be_signed_or_not() -> None:
    """`/v2/jobs?` and `/v2/jobs` look the same to a server behind its HTTP parser; both signatures fit."""
    for target in ("/terra-rescon-be/v2/jobs", "/terra-rescon-be/v2/jobs?"):
        gateway().admit(signed(target=target), now=NOW)


def test_a_signature_that_is_not_base64_does_not_match() -> None:
    """An unreadable signature is a wrong one."""
    right = signed()
    headers = {**right.headers, "authorization": authorization("date @request-target digest", "not base64!")}
    assert refusal(Request("GET", right.path, b"", headers, b"")) == (401, {"message": DOES_NOT_MATCH})


def test_another_body_than_the_signed_one_does_not_match() -> None:
    """The digest is compared with the bytes that came."""
    right = signed(method="POST", body=b'{"name":"a"}')
    swapped = Request("POST", right.path, b"", right.headers, b'{"name":"b"}')
    assert refusal(swapped) == (401, {"message": DOES_NOT_MATCH})


def test_a_body_without_digest_does_not_match() -> None:
    """Naming the digest as signed does not replace sending it."""
    names = "date @request-target digest"
    lines = f"date: {VECTORS['fixed_date']}\n@request-target: post /terra-rescon-be/v2/jobs\ndigest:"
    mac = base64.b64encode(hmac.digest(SECRET.encode(), lines.encode(), "sha256")).decode()
    headers = {"date": VECTORS["fixed_date"], "authorization": authorization(names, mac)}
    sent = Request("POST", b"/terra-rescon-be/v2/jobs", b"", headers, b"{}")
    assert refusal(sent) == (401, {"message": DOES_NOT_MATCH})


@pytest.mark.parametrize("path", [b"/", b"/v2/jobs", b"/terra-rescon-beyond/v2/jobs"])
def test_only_the_service_s_prefix_is_routed(path: bytes) -> None:
    """The gateway knows no route outside of the service's prefix, signed or not."""
    assert refusal(Request("GET", path, b"", {}, b"")) == (404, {"message": "no Route matched with those values"})


def test_no_secret_shows_in_a_repr() -> None:
    """Neither keys nor signatures are printed with the objects that hold them."""
    right = signed()
    parsed = parse_authorization(right.headers["authorization"])
    assert parsed is not None
    for shown in (repr(gateway()), repr(right), repr(parsed)):
        assert SECRET not in shown
        assert parsed.signature not in shown
