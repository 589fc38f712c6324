"""What the API gateway in front of KooMap says when it, and not the service, answers."""

from attrs import frozen

from skybind_emulators.exchange import Answer

NOT_FOUND = "APIGW.0101"
REQUEST = "APIGW.0201"
AUTHENTICATION = "APIGW.0301"
RENEW_TOKEN = "APIGW.0307"  # noqa: S105  a code
THROTTLED = "APIGW.0308"
PROJECT = "APIGW.0310"

NO_SUCH_PATH = "The API does not exist or has not been published in the environment."
NO_SUCH_METHOD = "The API does not exist."

# Status and text by what a proxy has to say. Those of 414 and above come from the table of the sibling codes APIG.*.
_TROUBLE = {
    401: (AUTHENTICATION, "Incorrect IAM authentication information."),
    403: (PROJECT, "The project is unavailable."),
    404: (NOT_FOUND, NO_SUCH_PATH),
    413: (REQUEST, "Request entity too large."),
    414: (REQUEST, "Request URI too large."),
    429: (THROTTLED, "The throttling threshold has been reached: policy api over ratelimit"),
    494: (REQUEST, "Request headers too large."),
    502: (REQUEST, "Backend unavailable."),
    503: (REQUEST, "Backend unavailable."),
    504: (REQUEST, "Backend timeout."),
}


@frozen
class GatewayAnswer(Answer):
    """An answer whose body still lacks the request id, which each request is given when it is answered.

    Attributes:
        code: ``error_code``.
        message: ``error_msg``.
    """

    code: str = ""
    message: str = ""


def gateway_answer(
    status: int, code: str | None = None, message: str | None = None, headers: tuple[tuple[str, str], ...] = ()
) -> GatewayAnswer:
    """An answer of the gateway; code and message are those that go with the status unless they are given."""
    usual_code, usual_message = _TROUBLE.get(status, (REQUEST, "API request error."))
    return GatewayAnswer(status, b"", headers=headers, code=code or usual_code, message=message or usual_message)


def unauthenticated(reason: str) -> GatewayAnswer:
    """APIGW.0301 with one of its reasons. That its status is 401 is inferred."""
    return gateway_answer(401, AUTHENTICATION, f"Incorrect IAM authentication information: {reason}")
