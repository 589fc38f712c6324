"""Who gets past the gateway, and in which words others are turned away."""

import io
from typing import Any

import httpx
import pytest

from skybind_emulators.koomap.account import OTHER_REGION
from skybind_emulators.requestlog import RequestLog
from unit.emulators.koomap.harness import KooMap, MakeKooMap, specification_check
from unit.emulators.koomap.signer import HERE, Signs

PATH = "/v1/workspaces"
NO_TOKEN = {"X-Auth-Token": ""}
# One operation of each part: what it says when a token is missing, and when the caller may not.
AREAS = [
    ("GET", "/v1/workspaces", (401, "KMP.00011007"), (403, "KMP.00011002")),
    ("GET", "/v1/kmp-control/tasks", (403, "KMP.00051077"), (403, "KMP.00051077")),
    ("GET", "/v1/kmp-control/usages", (403, "KMP.00051077"), (403, "KMP.00051077")),
    ("POST", "/v1/kmp-data/imageinfo", (403, "KMP.00041001"), (403, "KMP.00041001")),
    ("GET", "/v1/real3d/products", (401, "KMP.00021007"), (403, "KMP.00021002")),
    ("POST", "/v1/algo/vps", (403, "GATEWAY.0002"), (403, "GATEWAY.0005")),
    ("POST", "/v1/algo/navi", (403, "GATEWAY.0002"), (403, "GATEWAY.0005")),
]


def signs(koomap: KooMap, **more: Any) -> Signs:
    account = koomap.emulator.account
    return Signs(account.ak, account.sk, koomap.wall, **more)


def signed(koomap: KooMap, auth: httpx.Auth, method: str = "GET", path: str = PATH, **more: Any) -> httpx.Response:
    response = koomap.http.request(method, path, auth=auth, **more)
    specification_check().check(response)
    return response


def told(response: httpx.Response) -> tuple[int, str, str]:
    body = response.json()
    return response.status_code, body["error_code"], body["error_msg"].removeprefix(AUTHENTICATION)


AUTHENTICATION = "Incorrect IAM authentication information: "
WRONG = (401, "APIGW.0301", "verify aksk signature fail")


# ---------------------------------------------------------------- tokens


@pytest.mark.parametrize(("method", "path", "missing", "_denied"), AREAS)
@pytest.mark.parametrize("headers", [{}, NO_TOKEN, {"X-Auth-Token": "MIInever-given-out"}])
def test_a_missing_token_is_told_by_the_part_that_is_asked(
    koomap: KooMap, method: str, path: str, missing: tuple[int, str], _denied: Any, headers: dict[str, str]
) -> None:
    """C-17: none, an empty one and a made-up one get the code of the area."""
    response = koomap.http.request(method, path, headers=headers)
    specification_check().check(response)
    assert told(response)[:2] == missing


@pytest.mark.parametrize(("method", "path", "_missing", "denied"), AREAS)
def test_a_token_without_a_project_may_not(
    koomap: KooMap, method: str, path: str, _missing: Any, denied: tuple[int, str]
) -> None:
    """A token for the whole account is not refused as a token, but as a caller without the right."""
    token = koomap.emulator.tokens.issue(None, lifetime_s=60)
    response = koomap.http.request(method, path, headers={"X-Auth-Token": token.text})
    specification_check().check(response)
    assert told(response)[:2] == denied


@pytest.mark.parametrize(
    ("account", "codes"),
    [("unopened", ("00011001", "00051029", "00021001")), ("abnormal", ("00011003", "00051060", "00021003"))],
)
def test_an_account_must_be_in_order(make_koomap: MakeKooMap, account: str, codes: tuple[str, str, str]) -> None:
    """Not opened, or frozen: each part has its code, for tokens and for signatures."""
    koomap = make_koomap(account=account)
    workspaces, satellite, real3d = (f"KMP.{code}" for code in codes)
    expected = [workspaces, satellite, satellite, "KMP.00041001", real3d, "GATEWAY.0003", "GATEWAY.0003"]
    assert [koomap.refused(method, path)[1] for method, path, _, _ in AREAS] == expected
    assert signed(koomap, signs(koomap)).json()["error_code"] == workspaces


def test_a_token_ends_after_24_hours(koomap: KooMap) -> None:
    """A second before it is good; then the gateway names the moment."""
    koomap.clock.advance(86_399)
    koomap.data("GET", PATH)
    koomap.clock.advance(1)
    assert told(koomap.send("GET", PATH)) == (
        401,
        "APIGW.0301",
        "token expires, expires_at: 2025-10-10T08:53:20Z",
    )


def test_a_new_token_leaves_the_old_one_valid(koomap: KooMap) -> None:
    """Asking again ends nothing; revoking ends all."""
    other = koomap.iam.post("/v3/auth/tokens", json=koomap.token_request()).headers["x-subject-token"]
    for token in (koomap.emulator.token.text, other):
        koomap.data("GET", PATH, headers={"X-Auth-Token": token})
    koomap.emulator.tokens.revoke()
    assert koomap.refused("GET", PATH, headers={"X-Auth-Token": other}) == (401, "KMP.00011007")


def test_a_token_of_another_region_must_be_renewed(koomap: KooMap) -> None:
    """A regional token works in its region only."""
    body = koomap.token_request(scope={"project": {"name": OTHER_REGION}})
    token = koomap.iam.post("/v3/auth/tokens", json=body).headers["x-subject-token"]
    assert koomap.refused("GET", PATH, headers={"X-Auth-Token": token}) == (401, "APIGW.0307")


def test_an_expire_token_fault_ends_a_good_token(koomap: KooMap) -> None:
    """The fault strikes the call, not the token: the next call is good again."""
    koomap.faults.add("koomap.listCommonWorkspace", "expire-token", count=1)
    assert koomap.refused("GET", PATH) == (401, "APIGW.0301")
    koomap.data("GET", PATH)


# ---------------------------------------------------------------- signatures


@pytest.mark.parametrize("derived", [None, HERE])
def test_a_signature_stands_for_a_token(koomap: KooMap, derived: tuple[str, str] | None) -> None:
    """C-04: every operation takes both; the two schemes both pass, with all that a signature covers."""
    auth = signs(koomap, derived=derived, names=("host", "content-type", "user-agent", "x-sdk-date"))
    made = signed(koomap, auth, "POST", json={"workspace_name": "测试"})
    assert made.status_code == 200
    query = {"workspace_name": "测 ~*+/", "workspace_ids": ["b" * 32, "a" * 32], "limit": "1"}
    auth = signs(koomap, derived=derived)
    assert signed(koomap, auth, params=query).json()["page"] == {"offset": 0, "limit": 1, "total": 0}


def test_the_content_type_need_not_be_signed(koomap: KooMap) -> None:
    """The Java SDK leaves it out."""
    auth = signs(koomap, names=("x-sdk-date",))
    assert signed(koomap, auth, "POST", json={"workspace_name": "unsigned_type"}).status_code == 200


def test_a_form_may_be_unsigned(koomap: KooMap) -> None:
    """Both SDKs announce UNSIGNED-PAYLOAD for what is not JSON."""
    auth = signs(koomap, extra={"X-Sdk-Content-Sha256": "UNSIGNED-PAYLOAD"})
    form = {"limit": (None, "1"), "offset": (None, "0")}
    assert signed(koomap, auth, "POST", "/v1/kmp-data/imageinfo", files=form).status_code == 200


@pytest.mark.parametrize("off", [-901, 901, 86_400])
def test_a_date_more_than_15_minutes_off_is_refused(koomap: KooMap, off: int) -> None:
    """Either way; exactly 15 minutes pass."""
    auth = signs(koomap)
    auth.wall = lambda: koomap.wall.at + off
    assert told(signed(koomap, auth)) == WRONG
    auth.wall = lambda: koomap.wall.at + (900 if off > 0 else -900)
    assert signed(koomap, auth).status_code == 200


def test_a_skewed_gateway_follows_its_own_clock(koomap: KooMap) -> None:
    """skew moves what counts as a right date, and the Date that tells so."""
    koomap.faults.add("koomap.*", "skew", seconds=-3600)
    refused = signed(koomap, signs(koomap))
    assert (told(refused), refused.headers["date"]) == (WRONG, "Thu, 09 Oct 2025 07:53:20 GMT")
    auth = signs(koomap)
    auth.wall = lambda: koomap.wall.at - 3600
    assert signed(koomap, auth).status_code == 200


@pytest.mark.parametrize(
    "changes",
    [{"sk": "wrong"}, {"names": ["host"]}, {"derived": ("cn-east-3", "koomap")}, {"derived": ("cn-north-4", "iam")}],
)
def test_what_was_signed_wrongly_is_refused(koomap: KooMap, changes: dict[str, Any]) -> None:
    """A wrong secret, an unsigned date, a derived key of another region or service."""
    auth = signs(koomap)
    for name, value in changes.items():
        setattr(auth, name, value)
    assert told(signed(koomap, auth)) == WRONG


@pytest.mark.parametrize("header", ["Bearer x", "SDK-HMAC-SHA256 Access=x", "SDK-HMAC-SM3 Access=a, SignedHeaders=b"])
def test_another_grammar_is_a_wrong_signature(koomap: KooMap, header: str) -> None:
    """An Authorization header that cannot be read is refused, if no token comes with it."""
    response = koomap.http.get(PATH, headers={"Authorization": header})
    assert told(response) == WRONG


def test_a_foreign_authorization_beside_a_token_is_passed_over(koomap: KooMap) -> None:
    """C-69: one of the two is enough."""
    koomap.data("GET", PATH, headers={"Authorization": "Bearer of-a-proxy"})


def test_an_unknown_key_is_told(koomap: KooMap) -> None:
    """There is no secret for it."""
    auth = signs(koomap)
    auth.ak = "NOSUCHKEY"
    assert told(signed(koomap, auth)) == (401, "APIGW.0301", "Get secretKey failed")


def test_more_than_five_failures_in_a_row_lock_the_key(koomap: KooMap) -> None:
    """The sixth locks it for five minutes, for right signatures too; a right one in between starts anew."""
    wrong = signs(koomap)
    wrong.sk = "wrong"
    for _ in range(5):
        signed(koomap, wrong)
    assert signed(koomap, signs(koomap)).status_code == 200
    for _ in range(6):
        assert told(signed(koomap, wrong)) == WRONG
    locked = (401, "APIGW.0301", "AK access failed to reach the limit,forbidden")
    assert told(signed(koomap, signs(koomap))) == locked
    koomap.clock.advance(299)
    assert told(signed(koomap, signs(koomap))) == locked
    koomap.clock.advance(1)
    assert signed(koomap, signs(koomap)).status_code == 200


def test_a_project_id_must_be_the_account_s(koomap: KooMap) -> None:
    """Every official SDK sends and signs it."""
    right = signs(koomap, extra={"X-Project-Id": koomap.emulator.account.project_id})
    assert signed(koomap, right).status_code == 200
    wrong = signs(koomap, extra={"X-Project-Id": "0" * 32})
    assert told(signed(koomap, wrong))[:2] == (403, "APIGW.0310")


def test_temporary_keys_need_their_token(koomap: KooMap) -> None:
    """With its security token, signed, a temporary key passes until it ends; without or unsigned it does not."""
    key = koomap.emulator.keys.issue_temporary(600)
    assert key.security_token is not None

    def auth(**more: Any) -> Signs:
        return Signs(key.ak, key.sk, koomap.wall, **more)

    token = {"X-Security-Token": key.security_token}
    assert signed(koomap, auth(extra=token)).status_code == 200
    refused = (401, "APIGW.0301", "decrypt token fail")
    assert told(signed(koomap, auth())) == refused
    assert told(signed(koomap, auth(extra={"X-Security-Token": "other"}))) == refused
    assert told(signed(koomap, auth(), headers=token)) == refused
    assert told(signed(koomap, signs(koomap, extra=token))) == refused
    koomap.clock.advance(600)
    assert told(signed(koomap, auth(extra=token)))[2] == "Get secretKey failed"


# ---------------------------------------------------------------- sizes and rates


def test_signed_bodies_have_a_limit_that_tokens_have_not(make_koomap: MakeKooMap) -> None:
    """C-77: 12 MB for AK/SK, more with a token, and a limit for all."""
    koomap = make_koomap(signed_body_max=1000, body_max=2000)
    body = {"workspace_name": "space", "padding": "x" * 1000}
    assert told(signed(koomap, signs(koomap), "POST", json=body))[:2] == (413, "APIGW.0201")
    koomap.data("POST", PATH, body)
    assert koomap.refused("POST", PATH, {**body, "padding": "x" * 2000}) == (413, "APIGW.0201")


def test_the_limit_of_signed_bodies_is_12_mb(koomap: KooMap) -> None:
    """One byte more is turned away before the service sees it."""
    auth = signs(koomap)
    headers = {"content-type": "application/json"}
    over = koomap.http.post(PATH, auth=auth, content=b" " * (12 * 1024 * 1024 + 1), headers=headers)
    assert told(over)[:2] == (413, "APIGW.0201")
    exactly = koomap.http.post(PATH, auth=auth, content=b" " * (12 * 1024 * 1024), headers=headers)
    assert told(exactly)[:2] == (400, "KMP.00011004")


def test_addresses_and_headers_have_limits(koomap: KooMap) -> None:
    """32 KB of path and query, 32 KB a header, 128 KB in all; whoever asks."""
    assert koomap.refused("GET", f"{PATH}?workspace_name={'a' * 32_768}") == (414, "APIGW.0201")
    assert koomap.refused("GET", PATH, headers={"X-Other": "a" * 32_768}) == (494, "APIGW.0201")
    many = {f"X-Other-{number}": "a" * 30_000 for number in range(5)}
    assert koomap.refused("GET", PATH, headers=many) == (494, "APIGW.0201")
    koomap.data("GET", PATH, headers={"X-Other": "a" * 30_000})


def test_an_operation_takes_so_many_requests_a_second(make_koomap: MakeKooMap) -> None:
    """200 by default, each operation for itself; a second later there is room again."""
    koomap = make_koomap(throttle_per_s=200)
    for _ in range(200):
        assert koomap.http.get(PATH, headers={"X-Auth-Token": koomap.emulator.token.text}).status_code == 200
    throttled = koomap.send("GET", PATH)
    assert told(throttled) == (
        429,
        "APIGW.0308",
        "The throttling threshold has been reached: policy api over ratelimit",
    )
    koomap.data("GET", "/v1/real3d/products")
    koomap.wall.at += 1.0
    koomap.data("GET", PATH)


def test_ar_operations_have_a_throttle_of_their_own(make_koomap: MakeKooMap) -> None:
    """GATEWAY.0006 in place of the gateway's code."""
    koomap = make_koomap(throttle_per_s=1)
    koomap.send("POST", "/v1/algo/navi", {})
    assert koomap.refused("POST", "/v1/algo/navi", {}) == (429, "GATEWAY.0006")


# ---------------------------------------------------------------- paths, ids, words


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/workspaces/", "/v1/workspaces/a/b", "/v1/kmp-control/workspaces"])
def test_an_unknown_path_is_told_before_who_asks(koomap: KooMap, path: str) -> None:
    """404 with the gateway's words, with a token and without; the path of an older API too (C-01)."""
    for headers in ({}, {"X-Auth-Token": koomap.emulator.token.text}):
        response = koomap.http.get(path, headers=headers)
        assert told(response)[:2] == (404, "APIGW.0101")
        assert response.json()["request_id"] == response.headers["x-request-id"]


@pytest.mark.parametrize("method", ["PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"])
def test_an_unknown_method_is_an_unknown_api(koomap: KooMap, method: str) -> None:
    """The gateway knows methods of a path, not paths alone."""
    response = koomap.http.request(method, PATH)
    assert response.status_code == 404
    if method != "HEAD":
        assert told(response)[1:] == ("APIGW.0101", "The API does not exist.")


def test_fixed_words_come_before_ids(koomap: KooMap) -> None:
    """`overview` is not the id of a task."""
    assert koomap.send("DELETE", f"/v1/real3d/{'0' * 32}/tasks/overview", {}).json()["error_code"] == "APIGW.0101"


def test_every_answer_has_its_own_request_id(koomap: KooMap) -> None:
    """Good answers, refusals, the gateway's answers and a proxy's page."""
    koomap.faults.add("koomap.listReal3DProducts", "html", count=1)
    answers = [
        koomap.send("GET", PATH),
        koomap.send("GET", f"{PATH}?limit=0"),
        koomap.http.get(PATH),
        koomap.send("GET", "/v1/nothing"),
        koomap.send("GET", "/v1/real3d/products", unchecked=True),
    ]
    assert answers[-1].headers["content-type"] == "text/html"
    assert len({answer.headers["x-request-id"] for answer in answers}) == 5


def test_a_trace_id_comes_back_from_ar_operations_only(koomap: KooMap) -> None:
    """It is echoed; a missing one is made up; other operations do not know it."""
    trace = {"X-Trace-Id": "trace-1"}
    assert koomap.send("POST", "/v1/algo/navi", {}, headers=trace).headers["x-trace-id"] == "trace-1"
    assert koomap.send("POST", "/v1/algo/vps", {}).headers["x-trace-id"]
    assert "x-trace-id" not in koomap.send("GET", PATH, headers=trace).headers


def test_the_log_has_no_secret(make_koomap: MakeKooMap) -> None:
    """Neither token, keys, signature, password nor query is written."""
    log = io.StringIO()
    koomap = make_koomap(log=RequestLog(log))
    koomap.iam.post("/v3/auth/tokens", json=koomap.token_request())
    koomap.send("GET", f"{PATH}?workspace_name=canary")
    signed(koomap, signs(koomap), "POST", json={"workspace_name": "canary"})
    lines = [line.rsplit(" ", 2)[0] for line in log.getvalue().splitlines()]
    assert lines == [
        "iam POST /v3/auth/tokens createToken 201",
        "koomap GET /v1/workspaces listCommonWorkspace 200",
        "koomap POST /v1/workspaces createCommonWorkspace 200",
    ]
    account = koomap.emulator.account
    shown = (
        repr(koomap.emulator)
        + repr(account)
        + repr(koomap.emulator.token)
        + repr(koomap.emulator.keys.issue_temporary(1))
    )
    for secret in (koomap.emulator.token.text, account.sk, account.password):
        assert secret not in log.getvalue()
        assert secret not in shown
