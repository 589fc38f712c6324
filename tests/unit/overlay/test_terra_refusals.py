"""How TerraAPI, its gateway and whatever stands in between say no."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    ClockSkew,
    Conflict,
    JobLimit,
    NotFound,
    PermissionDenied,
    QuotaExceeded,
    ServerError,
    ServiceError,
    Throttled,
)
from skybind.terra.dialect import TerraDialect
from skybind.wire.transport import Reply
from skybind_clients.terra.operations import ERRORS, OPERATIONS

DIALECT = TerraDialect.of("canary-key", "canary-secret", "cn", None)
GET_JOB = OPERATIONS["getJob"]


def refusal(status: int, body: Any, **headers: str) -> ServiceError | None:
    """What an answer stands for. Header names are written with underscores."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lower = {name.replace("_", "-"): value for name, value in headers.items()}
    return DIALECT.refusal(Reply(status, lower, content, attempt=2), GET_JOB)


def refused(status: int, body: Any, **headers: str) -> ServiceError:
    error = refusal(status, body, **headers)
    assert error is not None
    return error


def envelope(code: Any, **more: Any) -> dict[str, Any]:
    return {"result": {"code": code, **more}}


CLASSES: dict[int, type[ServiceError]] = {
    701: AuthenticationFailed,
    801: JobLimit,
    102000: ServerError,
    102001: BadRequest,
    102002: NotFound,
    102003: Conflict,
    102114: NotFound,
    102116: QuotaExceeded,
}


def test_every_documented_code_has_a_class() -> None:
    """The list below is that of the specification."""
    assert set(CLASSES) == set(ERRORS)


@pytest.mark.parametrize(("code", "kind"), CLASSES.items())
@pytest.mark.parametrize("status", [None, 200, 500])
def test_a_code_decides_whatever_the_status(code: int, kind: type[ServiceError], status: int | None) -> None:
    """The service's code names the error, also inside a success, with its meaning and what to do."""
    answer = envelope(code, msg="short", desc="long words")
    error = refused(ERRORS[code].status or 400 if status is None else status, answer)
    assert type(error) is kind
    assert (error.code, error.service, error.operation, error.attempt) == (code, "terra", "getJob", 2)
    assert (error.service_message, error.meaning, error.advice) == (
        "long words",
        ERRORS[code].meaning,
        ERRORS[code].advice,
    )
    assert error.body == json.dumps(answer).encode()
    assert "long words" in str(error)
    assert f"code {code}" in str(error)


@pytest.mark.parametrize(
    ("result", "words"),
    [({"desc": "d", "msg": "m"}, "d"), ({"msg": "m"}, "m"), ({"desc": "", "msg": "m"}, "m"), ({}, "")],
)
def test_whose_words(result: dict[str, str], words: str) -> None:
    """The description where there is one, else the message; without either, the meaning of the code."""
    error = refused(400, envelope(102001, **result))
    assert error.service_message == words
    assert (words or ERRORS[102001].meaning) in str(error)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequest),
        (401, AuthenticationFailed),
        (402, QuotaExceeded),
        (403, PermissionDenied),
        (404, NotFound),
        (409, Conflict),
        (413, BadRequest),
        (418, BadRequest),
        (422, BadRequest),
        (429, Throttled),
        (500, ServerError),
        (503, ServerError),
        (599, ServerError),
        (302, BadRequest),
        (200, BadRequest),
    ],
)
def test_a_code_that_nobody_documented(status: int, kind: type[ServiceError]) -> None:
    """An unknown code is kept, and the status decides."""
    error = refused(status, envelope(999999, desc="new"))
    assert type(error) is kind
    assert (error.code, error.meaning) == (999999, "")


# ---------------------------------------------------------------------------------------------------------- the gateway


@pytest.mark.parametrize("status", [401, 403])
def test_the_gateway_on_our_clock(status: int) -> None:
    """Kong's words for a date that it does not take are a matter of the clock, in old builds and new."""
    words = "HMAC signature cannot be verified, a valid date or x-date header is required for HMAC Authentication"
    error = refused(status, {"message": words})
    assert type(error) is ClockSkew
    assert (error.code, error.service_message) == (None, words)
    assert "clock" in error.advice


@pytest.mark.parametrize(
    ("status", "words", "kind"),
    [
        (401, "Unauthorized", AuthenticationFailed),
        (401, "HMAC signature cannot be verified", AuthenticationFailed),
        (401, "HMAC signature does not match", AuthenticationFailed),
        (403, "HMAC signature does not match", PermissionDenied),
        (429, "API rate limit exceeded", Throttled),
        (404, "no Route matched with those values", NotFound),
        (503, "failure to get a peer from the ring-balancer", ServerError),
    ],
)
def test_the_gateway_on_other_things(status: int, words: str, kind: type[ServiceError]) -> None:
    """The gateway's bare message goes with its status; it is never taken for skew."""
    error = refused(status, {"message": words})
    assert type(error) is kind
    assert error.service_message == words
    assert words in str(error)
    assert "gateway" in str(error)


@pytest.mark.parametrize(
    "body", [b"<html>502 Bad Gateway</html>", b"", b"{", b"{}", b"[1]", b'"x"', b"\xff\xfe", b"null"]
)
@pytest.mark.parametrize(("status", "kind"), [(502, ServerError), (403, PermissionDenied), (413, BadRequest)])
def test_something_else_in_the_way(body: bytes, status: int, kind: type[ServiceError]) -> None:
    """What is no envelope is judged by its status, and kept as it came."""
    error = refused(status, body)
    assert type(error) is kind
    assert (error.code, error.service_message, error.body) == (None, "", body)
    assert "without an explanation" in str(error)


# ------------------------------------------------------------------------------------------------------------ successes


@pytest.mark.parametrize(
    "body", [envelope(0), envelope(0, msg="OK") | {"data": {}}, {"data": {}}, {}, {"result": None}, {"result": "ok"}]
)
def test_a_success_is_no_refusal(body: Any) -> None:
    """Code 0, or no code at all, with a status of success."""
    assert refusal(200, body) is None


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]"])
def test_what_is_no_envelope_is_left_to_the_decoder(body: bytes) -> None:
    """A success that is no JSON object is not the dialect's to judge."""
    assert refusal(200, body) is None


@pytest.mark.parametrize("status", [400, 401, 429, 500])
def test_code_0_with_a_status_of_refusal(status: int) -> None:
    """HTTP and code must both say yes."""
    assert refused(status, envelope(0)).status == status


def test_blanks_before_the_envelope() -> None:
    """An envelope is read though blanks stand before it."""
    assert refused(200, b'\r\n  {"result": {"code": 102001}}').code == 102001


# -------------------------------------------------------------------------------------------------------------- details


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": "1.5"}, 1.5),
        ({"retry_after": "-3"}, 0.0),
        ({"retry_after": "soon"}, None),
        ({"retry_after": "inf"}, None),
        ({"retry_after": "nan"}, None),
        ({}, None),
        ({"retry_after": "Thu, 13 Feb 2025 08:00:30 GMT", "date": "Thu, 13 Feb 2025 08:00:00 GMT"}, 30.0),
        ({"retry_after": "Thu, 13 Feb 2025 07:00:00 GMT", "date": "Thu, 13 Feb 2025 08:00:00 GMT"}, 0.0),
        ({"retry_after": "Thu, 13 Feb 2025 08:00:30 GMT"}, None),
    ],
)
def test_how_long_to_wait(header: dict[str, str], expected: float | None) -> None:
    """Seconds, or a date by the service's own clock; what is neither a number nor a date is no wish."""
    assert refused(429, {"message": "slow down"}, **header).retry_after == expected
    assert refused(503, envelope(102000), **header).retry_after == expected


@pytest.mark.parametrize(
    ("result", "headers", "expected"),
    [
        ({"trace_id": "t-1"}, {"x_request_id": "r-1"}, "t-1"),
        ({}, {"x_request_id": "r-1"}, "r-1"),
        ({}, {"x_kong_request_id": "k-1"}, "k-1"),
        ({}, {}, None),
    ],
)
def test_the_id_of_a_request(result: dict[str, str], headers: dict[str, str], expected: str | None) -> None:
    """The service's own trace id, else the gateway's; it is in the message, for whoever asks DJI."""
    error = refused(400, envelope(102001, **result), **headers)
    assert error.request_id == expected
    assert expected is None or f"request {expected}" in str(error)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
results = st.fixed_dictionaries({}, optional=dict.fromkeys(("code", "msg", "desc", "trace_id"), json_values))
bodies = st.one_of(
    st.binary(max_size=100),
    json_values.map(lambda value: json.dumps(value).encode()),
    st.fixed_dictionaries({"result": results | json_values}, optional={"message": json_values}).map(
        lambda value: json.dumps(value).encode()
    ),
)


@settings(deadline=None, max_examples=120)
@given(st.integers(200, 599), bodies)
def test_no_answer_breaks_the_dialect(status: int, body: bytes) -> None:
    """Whatever comes, it is a success or one of our errors; a status of refusal is always a refusal."""
    error = refusal(status, body)
    assert error is None or (isinstance(error, ServiceError) and error.body == body and str(error))
    if status >= 300:
        assert error is not None
