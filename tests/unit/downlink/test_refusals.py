"""How the platform says no, and what is made of it."""

import json

import pytest

from skybind.downlink.refusals import refusal_of
from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    ClockSkew,
    Conflict,
    NotFound,
    PermissionDenied,
    ServerError,
    ServiceError,
    Throttled,
)
from skybind.wire.conversation import Reply
from skybind_clients.downlink.operations import ERRORS, OPERATIONS

GET, CREATE = OPERATIONS["getCommand"], OPERATIONS["createCommand"]


def refused(status: int, body: bytes = b"", operation: str = "getCommand", **headers: str) -> ServiceError:
    error = refusal_of(Reply(status, headers, body), OPERATIONS[operation])
    assert error is not None
    return error


def envelope(code: str, message: str = "no") -> bytes:
    return json.dumps({"code": code, "message": message, "request_id": "r-9"}).encode()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("INVALID_REQUEST_BODY", BadRequest),
        ("VALIDATION_FAILED", BadRequest),
        ("UNSUPPORTED_VENDOR", BadRequest),
        ("UNSUPPORTED_COMMAND", BadRequest),
        ("IDEMPOTENCY_CONFLICT", Conflict),
        ("COMMAND_NOT_FOUND", NotFound),
        ("DEVICE_REQUEST_NOT_FOUND", NotFound),
        ("OBJECT_POLICY_DENIED", PermissionDenied),
        ("OBJECT_SIGNING_FAILED", ServerError),
        ("CALLBACK_NOT_FOUND", NotFound),
        ("NATS_PRINCIPAL_CONFLICT", Conflict),
        ("NATS_SUBJECT_POLICY_INVALID", BadRequest),
        ("INTERNAL_ERROR", ServerError),
        ("UNAUTHORIZED", AuthenticationFailed),
        ("SIGNATURE_INVALID", AuthenticationFailed),
        ("TIMESTAMP_EXPIRED", ClockSkew),
        ("NONCE_REPLAYED", AuthenticationFailed),
        ("FORBIDDEN", PermissionDenied),
        ("RATE_LIMITED", Throttled),
    ],
)
def test_each_code_has_its_class(code: str, kind: type[ServiceError]) -> None:
    """Codes decide the class of the error, whatever the status; meaning and advice come along."""
    error = refused(418, envelope(code, "words"))
    assert type(error) is kind
    assert (error.code, error.service_message, error.request_id) == (code, "words", "r-9")
    assert error.meaning == ERRORS[code].meaning
    assert error.advice == ERRORS[code].advice


def test_no_code_is_forgotten() -> None:
    """The test above knows every code of the specification."""
    marks = [mark for mark in test_each_code_has_its_class.pytestmark if mark.name == "parametrize"]  # type: ignore[attr-defined]
    assert {code for code, _ in marks[0].args[1]} == set(ERRORS)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequest),
        (401, AuthenticationFailed),
        (403, PermissionDenied),
        (404, NotFound),
        (409, Conflict),
        (413, BadRequest),
        (429, Throttled),
        (500, ServerError),
        (503, ServerError),
        (302, BadRequest),
    ],
)
@pytest.mark.parametrize("body", [b"", b"<html>", b"{", b'["x"]', b'{"code": 7}', b'{"code": "NEW_ONE"}'])
def test_without_a_known_code_the_status_counts(status: int, kind: type[ServiceError], body: bytes) -> None:
    """A proxy's page, broken JSON and codes that nobody documented are judged by their status."""
    assert type(refused(status, body)) is kind


def test_a_success_is_no_refusal() -> None:
    """Any 2xx is a success: 202 for a new command, 200 for one that is there."""
    for status in (200, 202, 204):
        assert refusal_of(Reply(status, {}, b'{"code": "x"}'), GET) is None


def test_the_advice_of_a_wrong_clock() -> None:
    """What moves a machine is told that nothing was accepted and that it must be sent by hand."""
    skewed = envelope("TIMESTAMP_EXPIRED")
    assert "never sent again by itself" in refused(401, skewed, "createCommand").advice
    assert "never" not in refused(401, skewed).advice


def test_headers_that_count() -> None:
    """The request id may come as a header, and so does the time to wait."""
    error = refused(429, b"", **{"x-request-id": "r-1", "retry-after": "7"})
    assert (error.request_id, error.retry_after) == ("r-1", 7.0)
