"""How KooMap, the gateway before it and whatever else stands in between say no."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    ClockSkew,
    Conflict,
    NotFound,
    PermissionDenied,
    QuotaExceeded,
    ServerError,
    ServiceError,
    Throttled,
    TokenRefused,
    UsageError,
)
from skybind.koomap.dialect import Access, KooMapDialect
from skybind.wire.clock import http_date
from skybind.wire.conversation import Reply
from skybind_clients.koomap.operations import ERRORS, OPERATIONS
from skybind_clients.runtime import ErrorCode

CREATE = OPERATIONS["createCommonWorkspace"]  # once
LIST = OPERATIONS["listCommonWorkspace"]  # safe
VALIDATE = OPERATIONS["validateImage"]
T0 = 1_739_433_600.0


def refusal(
    status: int,
    body: Any,
    *,
    access: Access = "login",
    operation: Any = CREATE,
    at: float | None = None,
    **headers: str,
) -> ServiceError | None:
    """What an answer stands for. Header names are written with underscores."""
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    lower = {name.replace("_", "-"): value for name, value in headers.items()}
    dialect = KooMapDialect.of("cn-north-4", None, access)
    return dialect.refusal(Reply(status, lower, content, attempt=2, signed_at=at), operation)


def refused(status: int, body: Any, **more: Any) -> ServiceError:
    error = refusal(status, body, **more)
    assert error is not None
    return error


def says(code: str, message: str = "文字") -> dict[str, str]:
    return {"error_code": code, "error_msg": message}


# ---------------------------------------------------------------------------------------------------------------- codes

CLASSES: dict[str, type[ServiceError]] = {
    "algorithm": BadRequest,
    "authentication": TokenRefused,
    "conflict": Conflict,
    "dependency": ServerError,
    "media_type": BadRequest,
    "not_found": NotFound,
    "permission": PermissionDenied,
    "server": ServerError,
    "state": Conflict,
    "throttled": Throttled,
    "validation": BadRequest,
}
TOO_MUCH_AT_ONCE = {"00042008", "00042011", "00042026", "00042030", "00042032", "00051003"}
TOO_MANY_IN_ALL = {
    "00011100", "00011101", "00021102", "00021142", "00042013", "00051011", "00051025", "00051034",
}  # fmt: skip


def expected(entry: ErrorCode) -> type[ServiceError]:
    """The class that a documented code has when its own status comes with it."""
    if entry.kind == "limit":
        return BadRequest if str(entry.code).removeprefix("KMP.") in TOO_MUCH_AT_ONCE else QuotaExceeded
    return CLASSES[entry.kind]


@pytest.mark.parametrize("code", ERRORS)
def test_every_documented_code(code: str) -> None:
    """Each code of the table gets its class, meaning and advice, and keeps the service's own words."""
    entry = ERRORS[code]
    error = refused(entry.status or 400, says(code), x_request_id="r-1")
    assert type(error) is expected(entry)
    assert (error.code, error.status, error.service, error.operation) == (
        code, entry.status, "koomap", "createCommonWorkspace",
    )  # fmt: skip
    assert (error.service_message, error.meaning, error.request_id, error.attempt) == ("文字", entry.meaning, "r-1", 2)
    assert error.advice
    assert entry.meaning.partition(";")[0].rstrip(".") in str(error)
    assert "文字" in str(error)
    assert f"code {code}" in str(error)


def test_which_limits_are_of_one_request() -> None:
    """A limit of one request is a bad request; one of what an account may hold is a quota. There are no others."""
    limits = {str(code).removeprefix("KMP.") for code, entry in ERRORS.items() if entry.kind == "limit"}
    assert limits == TOO_MUCH_AT_ONCE | TOO_MANY_IN_ALL
    assert type(refused(400, says("KMP.00042030"))) is BadRequest
    assert type(refused(400, says("KMP.00021102"))) is QuotaExceeded


def test_the_table_is_whole() -> None:
    """267 codes of the manual and ten of the gateway, of the kinds that have a class here."""
    areas = Counter(str(code).partition(".")[0] for code in ERRORS)
    assert areas.pop("APIGW") == 10
    assert sum(areas.values()) == 267
    assert {entry.kind for entry in ERRORS.values()} == {*CLASSES, "limit"}


@pytest.mark.parametrize("status", [200, 400, 403, 404, 429, 500, 502])
@pytest.mark.parametrize(("code", "kind"), [("KMP.00011105", Conflict), ("KMP.00021125", BadRequest)])
def test_a_code_decides_whatever_the_status(code: str, kind: type[ServiceError], status: int) -> None:
    """Codes come with other statuses than the manual says (C-09, C-16); the code counts, also inside a success."""
    assert type(refused(status, says(code))) is kind


@pytest.mark.parametrize(
    ("status", "kind", "again"),
    [
        (400, BadRequest, False),
        (402, QuotaExceeded, False),
        (403, PermissionDenied, False),
        (404, NotFound, False),
        (405, BadRequest, False),
        (409, Conflict, False),
        (415, BadRequest, False),
        (429, Throttled, True),
        (500, ServerError, False),
        (502, ServerError, True),
        (503, ServerError, True),
        (504, ServerError, True),
        (302, BadRequest, False),
    ],
)
@pytest.mark.parametrize("body", [says("KMP.00099999"), b"<html>", b"", {}, says("400")])
def test_a_code_that_nobody_documented(status: int, kind: type[ServiceError], again: bool, body: Any) -> None:
    """An unknown code is kept, and the status decides; so it does of an HTML page, and where there is no code."""
    error = refused(status, body)
    assert (type(error), error.again) == (kind, again)
    documented = isinstance(body, dict) and body.get("error_code") == "KMP.00099999"
    assert (error.code == "KMP.00099999") == documented


@pytest.mark.parametrize(
    ("status", "kind", "again", "word"),
    [
        (400, BadRequest, False, "not valid"),
        (413, BadRequest, False, "12 MB"),
        (414, BadRequest, False, "32 KB"),
        (494, BadRequest, False, "headers"),
        (502, ServerError, True, "reach"),
        (504, ServerError, True, "in time"),
    ],
)
@pytest.mark.parametrize("prefix", ["APIGW", "APIG"])
def test_one_code_with_many_statuses(
    prefix: str, status: int, kind: type[ServiceError], again: bool, word: str
) -> None:
    """0201 of the gateway means what its status says; both of its prefixes are the same."""
    error = refused(status, says(f"{prefix}.0201", "API request error."))
    assert (type(error), error.again, error.code) == (kind, again, f"{prefix}.0201")
    assert word in error.meaning
    assert "gateway" in str(error)


@pytest.mark.parametrize(("prefix", "number"), [("APIG", "0101"), ("APIG", "0308"), ("APIG", "0310")])
def test_both_prefixes_of_the_gateway(prefix: str, number: str) -> None:
    """APIG. and APIGW. are alike; the code is kept as it came."""
    error = refused(ERRORS[f"APIGW.{number}"].status or 400, says(f"{prefix}.{number}"))
    assert type(error) is expected(ERRORS[f"APIGW.{number}"])
    assert (error.code, error.meaning) == (f"{prefix}.{number}", ERRORS[f"APIGW.{number}"].meaning)


# ------------------------------------------------------------------------------------------------------- once more?


@pytest.mark.parametrize(
    ("code", "reading", "writing"),
    [
        ("KMP.00010000", True, True),  # trouble of the server; whether it may go again, its effect says
        ("GATEWAY.0006", True, True),
        ("KMP.00051057", False, False),  # the client's fault, with 500 (C-18)
        ("KMP.00041002", True, False),  # a database, with 400 (C-18)
        ("KMP.00042020", True, False),
        ("VPS.0002", False, False),  # the same image again finds nothing again
        ("KMP.00011105", False, False),
        ("KMP.00011007", False, False),
        ("APIGW.0308", True, True),
    ],
)
def test_what_may_succeed_later(code: str, reading: bool, writing: bool) -> None:
    """Whether another try may help is known of each code; what is doubtful is tried again only where it is safe."""
    status = ERRORS[code].status or 400
    assert refused(status, says(code), operation=LIST).again is reading
    assert refused(status, says(code), operation=CREATE).again is writing


def test_too_large_for_now() -> None:
    """413 with Retry-After passes; without, it does not."""
    error = refused(413, {}, retry_after="3")
    assert (error.again, error.retry_after) == (True, 3.0)
    assert refused(413, says("APIGW.0201"), retry_after="3").again is True
    assert refused(413, {}).again is False


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": "-3"}, 0.0),
        ({"retry_after": "soon"}, None),
        ({"retry_after": "nan"}, None),
        ({"retry_after": http_date(T0 + 30), "date": http_date(T0)}, 30.0),
        ({"retry_after": http_date(T0 - 30), "date": http_date(T0)}, 0.0),
        ({"retry_after": http_date(T0 + 30)}, None),
        ({}, None),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    """Seconds, or a date by the service's own clock."""
    assert refused(429, says("GATEWAY.0006"), **headers).retry_after == seconds


# ------------------------------------------------------------------------------------------------------- spellings


@pytest.mark.parametrize(
    "body",
    [
        {"error_code": "KMP.00011105", "error_msg": "m"},
        {"errorCode": "KMP.00011105", "errorMsg": "m"},
        {"code": "KMP.00011105", "message": "m"},
        {"error": {"code": "KMP.00011105", "message": "m"}},
        {"status": 409, "detail": {"error_code": "KMP.00011105", "error_msg": "m"}},
    ],
)
def test_spellings(body: dict[str, Any]) -> None:
    """Code and message are found in three spellings, in the body or one level below."""
    error = refused(409, body)
    assert (type(error), error.code, error.service_message) == (Conflict, "KMP.00011105", "m")


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({"error_code": "400", "error_msg": "m"}, None, "m"),
        ({"error_code": 400}, None, ""),
        ({"code": 1234, "message": "m"}, "1234", "m"),
        ({"error_code": None, "error_msg": "m"}, None, "m"),
        ({"error_code": True}, None, ""),
        ({"error_msg": ["m"]}, None, ""),
        ({"message": "m"}, None, "m"),
    ],
)
def test_codes_that_say_nothing(body: dict[str, Any], code: str | None, message: str) -> None:
    """A code that repeats the status says no more than it does (C-10); a message may stand alone."""
    error = refused(400, body)
    assert (error.code, error.service_message) == (code, message)


@pytest.mark.parametrize(
    ("body", "headers", "expected_id"),
    [
        ({"request_id": "b"}, {"x_request_id": "h"}, "h"),
        ({"request_id": "b"}, {}, "b"),
        ({}, {"x_trace_id": "t"}, "t"),
        ({"request_id": 7}, {}, None),
        ({}, {}, None),
    ],
)
def test_the_id_of_a_request(body: dict[str, Any], headers: dict[str, str], expected_id: str | None) -> None:
    """That of the header, else that of the gateway's body, else the trace id of AR calls."""
    assert refused(400, body, **headers).request_id == expected_id


# ----------------------------------------------------------------------------------------------- who are we?

AGAIN = ["KMP.00011007", "KMP.00021007", "KMP.00061007", "KMP.00051077", "KMP.00041001", "GATEWAY.0002"]
SIGNATURE = "Incorrect IAM authentication information: verify aksk signature fail, canary-token of the request"
LOCKED = "Incorrect IAM authentication information: AK access failed to reach the limit,forbidden"
EXPIRED = "Incorrect IAM authentication information: calc ak sk signature fail:signature expired"


@pytest.mark.parametrize("code", [*AGAIN, "APIGW.0301", "APIG.0301", "APIGW.0307"])
@pytest.mark.parametrize(("access", "word"), [("login", "region"), ("token", "24 hours")])
def test_codes_that_mean_authenticate_again(code: str, access: Access, word: str) -> None:
    """All of them say that the token does not count (C-17), whatever their status; the advice fits its origin."""
    name = code.replace("APIG.", "APIGW.")
    error = refused(ERRORS[name].status or 401, says(code), access=access)
    assert (type(error), error.again) == (TokenRefused, False)
    assert word in error.advice
    assert type(refused(ERRORS[name].status or 401, says(code), access="aksk")) is AuthenticationFailed


@pytest.mark.parametrize("code", ["KMP.00011001", "KMP.00011002", "KMP.00021003", "GATEWAY.0005", "APIGW.0310"])
def test_codes_that_no_token_helps(code: str) -> None:
    """Missing rights are told as such: a new token would have the same."""
    assert type(refused(403, says(code))) is PermissionDenied


def test_401_without_a_code() -> None:
    """A bare 401 is about the token, or about the keys."""
    assert type(refused(401, b"<html>")) is TokenRefused
    assert type(refused(401, says("NEW.1"))) is TokenRefused
    assert type(refused(401, b"", access="aksk")) is AuthenticationFailed


def test_a_refused_signature() -> None:
    """The reason is told, and what the gateway repeats of the request is not in the message."""
    error = refused(401, says("APIGW.0301", SIGNATURE), access="aksk")
    assert type(error) is AuthenticationFailed
    assert "verify aksk signature fail" in str(error)
    assert "canary" not in str(error)
    assert "secret key" in error.advice


@pytest.mark.parametrize("code", ["APIGW.0301", "APIG.0301"])
def test_a_locked_key(code: str) -> None:
    """More than five refused signatures lock a key for five minutes, and another try would only make it worse."""
    error = refused(401, says(code, LOCKED), access="aksk")
    assert (type(error), error.again) == (AuthenticationFailed, False)
    assert "locked for 5 minutes" in str(error)
    assert "five minutes" in error.advice


@pytest.mark.parametrize(
    ("words", "ahead", "kind"),
    [
        (SIGNATURE, 3600.0, ClockSkew),
        (SIGNATURE, -3600.0, ClockSkew),
        (SIGNATURE, 599.0, AuthenticationFailed),
        (SIGNATURE, None, AuthenticationFailed),
        (EXPIRED, 3600.0, ClockSkew),
        (EXPIRED, None, ClockSkew),
        (EXPIRED, 0.0, AuthenticationFailed),  # then it is the temporary keys that have ended
        (LOCKED, 3600.0, AuthenticationFailed),
    ],
)
def test_a_refused_signature_and_our_clock(words: str, ahead: float | None, kind: type[ServiceError]) -> None:
    """A signature that is refused by a service whose clock is far from ours is a matter of the clock."""
    date = {} if ahead is None else {"date": http_date(T0 + ahead)}
    assert type(refused(401, says("APIGW.0301", words), access="aksk", at=T0, **date)) is kind


def test_tokens_know_no_skew() -> None:
    """A token does not depend on our clock."""
    assert type(refused(401, says("APIGW.0301", EXPIRED), at=T0, date=http_date(T0 + 9999))) is TokenRefused


# -------------------------------------------------------------------------------------------------------------- images


def test_images_that_do_not_pass() -> None:
    """A list of checks in place of an error names the images and what is wrong with each (C-38)."""
    images = [
        {"name": "a.tif", "data_id": "1", "error_message": "no metadata"},
        {"name": "b.tif", "data_id": "2", "error_message": None},
        {"name": None, "data_id": "3", "error_message": "分辨率不一致"},
        "x",
    ]
    error = refused(400, images, operation=VALIDATE, x_request_id="r-1")
    assert (type(error), error.code, error.again, error.request_id) == (BadRequest, None, False, "r-1")
    assert "a.tif: no metadata; 3: 分辨率不一致" in str(error)
    assert "b.tif" not in str(error)
    assert error.advice


@pytest.mark.parametrize("body", [[], [{"name": "a.tif"}], [7]])
def test_a_list_that_names_nothing(body: list[Any]) -> None:
    """A list without hints is a bad request all the same."""
    assert "do not pass" in str(refused(400, body, operation=VALIDATE))


def test_a_list_with_another_status() -> None:
    """Only 400 comes with checks; a list with another status is judged by that."""
    assert type(refused(502, [{"name": "a.tif", "error_message": "x"}], operation=VALIDATE)) is ServerError


def test_an_error_object_for_images() -> None:
    """The same call may also answer an error object."""
    assert type(refused(400, says("KMP.00051013"), operation=VALIDATE)) is expected(ERRORS["KMP.00051013"])


def test_checks_that_pass_are_a_success() -> None:
    """The same list with 200 is what was asked for."""
    assert refusal(200, [{"name": "a.tif", "error_message": None}], operation=VALIDATE) is None


# ------------------------------------------------------------------------------------------------------------ successes


@pytest.mark.parametrize(
    "body",
    [
        b"true", b"", b"<html>", [], {}, {"workspace_id": "1"}, {"code": "OK", "message": "ok"}, {"error_code": "0"},
        {"error_code": ""}, {"error_code": "200"}, {"data": {"error_code": "KMP.00010000"}},
        {"error_msg": "nothing"}, {"errorCode": None},
    ],
)  # fmt: skip
def test_a_success_is_no_refusal(body: Any) -> None:
    """A success is one unless its body is an error outright; what is inside of data is data."""
    assert refusal(200, body) is None
    assert refusal(201, body) is None


def test_a_bare_false_is_a_refusal() -> None:
    """What says `true` when it was done has not done it when it says something else; that is not taken for success."""
    error = refused(200, b" false ", x_request_id="r-1")
    assert type(error) is ServerError
    assert (error.status, error.again, error.request_id) == (200, False, "r-1")
    assert "not done" in str(error)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
fields = ("error_code", "error_msg", "errorCode", "errorMsg", "code", "message", "request_id", "error", "error_message")
bodies = st.one_of(
    st.binary(max_size=100),
    json_values.map(lambda value: json.dumps(value).encode()),
    st.fixed_dictionaries({}, optional=dict.fromkeys(fields, json_values)).map(lambda v: json.dumps(v).encode()),
    st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(fields, json_values)), max_size=3).map(
        lambda value: json.dumps(value).encode()
    ),
)


@settings(deadline=None, max_examples=150)
@given(st.integers(200, 599), bodies, st.sampled_from(["login", "token", "aksk"]))
def test_no_answer_breaks_the_dialect(status: int, body: bytes, access: Access) -> None:
    """Whatever comes, it is a success or one of our errors; a status of refusal is always a refusal."""
    error = refusal(status, body, access=access)
    assert error is None or (isinstance(error, ServiceError) and error.body == body and str(error))
    if status >= 300:
        assert error is not None


# ------------------------------------------------------------------------------------------------------------- address


def test_where_koomap_is() -> None:
    """A region has its host; another address is used as it is."""
    assert KooMapDialect.of("cn-north-4", None).base_url == "https://koomap.cn-north-4.myhuaweicloud.com"
    assert KooMapDialect.of("any", "http://127.0.0.1:1/").base_url == "http://127.0.0.1:1"


@pytest.mark.parametrize(("region", "base"), [("cn-south-1", None), ("cn-north-4", "koomap.example")])
def test_where_koomap_is_not(region: str, base: str | None) -> None:
    """An unknown region and an address without a scheme are refused at once."""
    with pytest.raises(UsageError) as caught:
        KooMapDialect.of(region, base)
    assert caught.value.advice


def test_the_project_goes_along() -> None:
    """X-Project-Id is sent where the project is known."""
    assert KooMapDialect("http://h", project_id="p1").sign("GET", "/", b"", T0) == {"X-Project-Id": "p1"}
    assert KooMapDialect("http://h").sign("GET", "/", b"", T0) == {}
