"""How Altizure says no, in all the ways of a GraphQL service."""

import json
from typing import Any

import pytest

from skybind.altizure.dialect import AltizureDialect
from skybind.errors import (
    AuthenticationFailed,
    BadRequest,
    Conflict,
    NotFound,
    PermissionDenied,
    QuotaExceeded,
    ServerError,
    ServiceError,
    Throttled,
    TokenRefused,
)
from skybind.wire.conversation import Reply
from skybind_clients.altizure.operations import OPERATIONS

DIALECT = AltizureDialect("http://127.0.0.1:1/graphql", "canary-key")


def judged(operation: str, content: Any, status: int = 200, **headers: str) -> ServiceError | None:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return DIALECT.refusal(Reply(status, headers, body), OPERATIONS[operation])


def refusal(operation: str, content: Any, status: int = 200) -> ServiceError:
    found = judged(operation, content, status)
    assert found is not None
    return found


def test_an_answer_with_data_is_a_success() -> None:
    """Data, and an empty or missing list of errors, is no refusal."""
    for more in ({}, {"errors": []}, {"errors": None}):
        assert judged("getProject", {"data": {"project": {"id": "1"}}, **more}) is None


@pytest.mark.parametrize("status", [200, 401, 500])
def test_an_authentication_error_names_the_token(status: int) -> None:
    """The documented words mean that the token is not taken, whatever the status; it may be fetched anew."""
    error = refusal(
        "createProject", {"data": {"createProject": None}, "errors": [{"message": "Authentication Error"}]}, status
    )
    assert type(error) is TokenRefused
    assert (error.code, error.status, error.operation) == ("Authentication Error", status, "createProject")
    assert "altitoken" in error.advice


def test_an_authentication_error_beside_data_does_not_repeat_the_call() -> None:
    """Where part of the work was done, a new token must not do it again: it is no TokenRefused."""
    content = {"data": {"createProject": {"id": "1", "name": None}}, "errors": [{"message": "Authentication Error"}]}
    error = refusal("createProject", content)
    assert type(error) is AuthenticationFailed
    assert error.data == content["data"]


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ('Cannot query field "gone" on type "Project".', BadRequest),
        ('Variable "$id" of required type "ID!" was not provided.', BadRequest),
        ("Syntax Error: Unexpected Name", BadRequest),
        ("first(-1) could not be negative", BadRequest),
        ("Not enough coins", QuotaExceeded),
        ("Project not found", NotFound),
        ("You have no permission", PermissionDenied),
        ("Too many requests", Throttled),
        ("Task is already running", Conflict),
    ],
)
def test_words_become_typed_errors(message: str, kind: type[ServiceError]) -> None:
    """What the words say decides on the class, and they are kept."""
    error = refusal("getProject", {"errors": [{"message": message}]})
    assert type(error) is kind
    assert error.service_message == message
    assert message in str(error)


def test_a_bad_request_with_a_graphql_body() -> None:
    """Status 400 with errors speaks in the errors' words, not in the status."""
    error = refusal("getProject", {"errors": [{"message": "Must provide query string."}]}, 400)
    assert type(error) is BadRequest
    assert "Must provide query string." in str(error)


@pytest.mark.parametrize("errors", [[{}], [{"message": None}], [{"message": 7}], [None], "broken", {"no": "list"}])
def test_an_error_without_a_message_is_one_all_the_same(errors: Any) -> None:
    """Whatever stands in the place of errors, it is told, and does not break the client."""
    assert isinstance(judged("getProject", {"data": {"project": None}, "errors": errors}), ServiceError)


def test_all_messages_are_told_once() -> None:
    """Several errors are all named; repeated ones once."""
    errors = [{"message": "one"}, {"message": "two"}, {"message": "one"}]
    assert refusal("getProject", {"errors": errors}).service_message == "one; two"


def test_partial_data_stays_with_the_error() -> None:
    """What came beside the errors can be read from the error."""
    data = {"my": {"self": {"id": "u1", "email": None}}}
    assert refusal("getMyself", {"data": data, "errors": [{"message": "boom"}]}).data == data


def test_null_where_a_result_should_be() -> None:
    """A null that means failure raises, and says what was not done."""
    error = refusal("createProject", {"data": {"createProject": None}})
    assert type(error) is ServiceError
    assert "it did not make an empty project" in str(error)
    assert error.again is False


def test_null_where_there_may_be_nothing() -> None:
    """A null that means absence is an answer."""
    assert judged("hasImage", {"data": {"hasImage": None}}) is None
    assert judged("getProject", {"data": {"project": None}}) is None


@pytest.mark.parametrize("operation", ["getUserToken", "getUserTokenByLoginCode"])
def test_no_token_is_a_failed_sign_in(operation: str) -> None:
    """Sign-in answers null for wrong credentials; that is an authentication error, and no token was refused."""
    error = refusal(operation, {"data": {operation: None}})
    assert type(error) is AuthenticationFailed


def test_an_error_object_beside_the_result() -> None:
    """An action's own error is typed by its words and keeps its number."""
    data = {"startReconstructionWithError": {"error": {"code": 3, "message": "Insufficient balance"}, "task": None}}
    error = refusal("startReconstructionWithError", {"data": data})
    assert (type(error), error.code, error.service_message) == (QuotaExceeded, 3, "Insufficient balance")
    data["startReconstructionWithError"]["error"] = {"code": 4, "message": None}
    error = refusal("startReconstructionWithError", {"data": data})
    assert (type(error), error.code) == (Conflict, 4)


def test_a_result_that_says_fail() -> None:
    """``Fail`` without a reason is a refusal too."""
    error = refusal("transferCoins", {"data": {"transferCoins": {"error": None, "result": "Fail"}}})
    assert "did not give coins" in str(error)
    assert judged("transferCoins", {"data": {"transferCoins": {"error": None, "result": "Success"}}}) is None


def test_reasons_of_an_image_are_no_error_object() -> None:
    """An image's list of reasons says how the image is, not that the call failed."""
    data = {"startImageUpload": {"id": "1", "state": "Invalid", "error": ["Download Error"]}}
    assert judged("startImageUpload", {"data": data}) is None


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, AuthenticationFailed), (403, PermissionDenied), (404, NotFound), (405, BadRequest), (429, Throttled),
     (500, ServerError), (503, ServerError)],
)  # fmt: skip
def test_a_gateway_speaks_by_its_status(status: int, kind: type[ServiceError]) -> None:
    """What is no GraphQL answer counts by its status; none of it is a code of the service."""
    error = refusal("getProject", b"<html>no</html>", status)
    assert (type(error), error.code, error.body) == (kind, None, b"<html>no</html>")


def test_each_request_carries_the_key() -> None:
    """The app key goes with everything, and does not print."""
    assert DIALECT.sign("POST", "/graphql", b"", 0.0) == {"key": "canary-key"}
    assert "canary" not in repr(DIALECT)
