# Made by `python scripts/generate.py` from specs/flighthub/openapi.yaml;
# do not edit: change the spec or scripts/templates, and run it again.
"""Errors that the endpoint functions raise."""

from ..runtime import DecodeError


class UnexpectedStatus(Exception):
    """The service answered with a status that its spec does not list.

    Raised only if `Client.raise_on_unexpected_status` is set. The message leaves the body out, since it may hold
    credentials.
    """

    def __init__(self, status_code: int, content: bytes):
        self.status_code = status_code
        self.content = content
        super().__init__(f"unexpected status {status_code}, {len(content)} bytes of content")


class UndecodableAnswer(DecodeError):
    """The body of an answer is not what its spec says: HTML from a gateway, a bad date, a missing key.

    The message leaves the body out, since it may hold credentials; `content` has it. The first fault is the cause.
    """

    def __init__(self, status_code: int, content: bytes, fault: BaseException):
        self.status_code = status_code
        self.content = content
        super().__init__(f"status {status_code}, {len(content)} bytes of content", fault)


__all__ = ["DecodeError", "UndecodableAnswer", "UnexpectedStatus"]
