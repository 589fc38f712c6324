"""What ends an attempt at a store, and what a refusal asks of us."""

from __future__ import annotations

import re
from enum import Enum
from xml.etree import ElementTree as ET

from skybind.wire.bulk import BulkAnswer

__all__ = ["Cancelled", "Refusal", "RefusalKind", "refusal_of", "xml_text"]


class Cancelled(Exception):
    """The caller does not want the file any more. Never leaves the transfer room."""


class RefusalKind(Enum):
    """What a store's refusal asks of us."""

    CREDENTIALS = "new credentials are needed"
    SKEW = "our clock is off"
    BUSY = "try again later"
    CORRUPT = "what arrived is not what was sent"
    FINAL = "trying again will not help"


class Refusal(Exception):
    """A store said no. Never leaves the transfer room."""

    def __init__(
        self, kind: RefusalKind, words: str, *, retry_after: float | None = None, code: str = "", status: int = 0
    ) -> None:
        super().__init__(words)
        self.kind = kind
        self.words = words
        self.retry_after = retry_after
        self.code = code
        self.status = status

    @property
    def too_fast(self) -> bool:
        """Whether fewer requests at a time would help."""
        return self.kind is RefusalKind.BUSY and (self.status in {429, 503} or self.code == "SlowDown")


# Names differ by vendor and, for one vendor, by documentation and practice; what they ask of us does not.
_CREDENTIAL_CODES = frozenset(
    {"ExpiredToken", "InvalidToken", "InvalidTokenId", "TokenRefreshRequired", "InvalidAccessKeyId",
     "SecurityTokenExpired", "AccessKeyIdAndSecurityTokenNotMatch", "InvalidSecurityToken", "SecurityTokenNotSupported"}
)  # fmt: skip
_SKEW_CODES = frozenset({"RequestTimeTooSkewed", "RequestTimeTooSkew", "AccessDenied.RequestTimeTooSkewed"})
_CORRUPT_CODES = frozenset({"BadDigest", "InvalidDigest", "XAmzContentChecksumMismatch", "IncompleteBody"})
# NoSuchUpload: the answer to a completion was lost, and the upload was completed again. The file goes anew.
_BUSY_CODES = frozenset(
    {"SlowDown", "RequestTimeout", "InternalError", "ServiceUnavailable", "OperationAborted", "NoSuchUpload"}
)


def refusal_of(answer: BulkAnswer) -> Refusal:
    """What an answer that is no success asks of us."""
    code, message = "", ""
    try:
        root = ET.fromstring(answer.body)  # noqa: S314 - expat refuses external entities; the store is authenticated
        code = next((e.text or "" for e in root.iter() if e.tag.rpartition("}")[2] == "Code"), "")
        message = next((e.text or "" for e in root.iter() if e.tag.rpartition("}")[2] == "Message"), "")
    except ET.ParseError:
        pass
    words = f"HTTP {answer.status} {code}: {message[:120]}".rstrip(": ")
    retry_after = answer.headers.get("retry-after", "")
    seconds = float(retry_after) if re.fullmatch(r"\d+(\.\d+)?", retry_after) else None
    if code in _CREDENTIAL_CODES or (code == "AccessDenied" and "expired" in message.lower()):  # a signed address
        kind = RefusalKind.CREDENTIALS
    elif code in _SKEW_CODES:
        kind = RefusalKind.SKEW
    elif code in _CORRUPT_CODES:
        kind = RefusalKind.CORRUPT
    elif code in _BUSY_CODES or answer.status in {408, 429, 500, 502, 503, 504}:
        kind = RefusalKind.BUSY
    else:
        kind = RefusalKind.FINAL
    return Refusal(kind, words, retry_after=seconds, code=code, status=answer.status)


def xml_text(body: bytes, tag: str) -> str:
    """The text of the first element of this name.

    Raises:
        Refusal: there is none.
    """
    try:
        root = ET.fromstring(body)  # noqa: S314 - as above
    except ET.ParseError:
        raise Refusal(RefusalKind.BUSY, f"the store's answer is not XML: {body[:60]!r}") from None
    for element in root.iter():
        if element.tag.rpartition("}")[2] == tag:
            return element.text or ""
    raise Refusal(RefusalKind.BUSY, f"the store's answer has no {tag}")
