"""SDK-HMAC-SHA256 and its derived variant V11-HMAC-SHA256, from the receiving side.

Written from the description of the scheme and from measured traffic, not from any client: whether a client signs
rightly is what it tells. What is on the wire differs from what was signed (one SDK sends ``%7E`` and a bare ``*`` where
it signs ``~`` and ``%2A``), so path and query are decoded and encoded anew.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, quote, unquote_to_bytes

from attrs import field, frozen

from skybind_emulators.exchange import Request

PLAIN = "SDK-HMAC-SHA256"
DERIVED = "V11-HMAC-SHA256"
DATE_HEADER = "x-sdk-date"
CONTENT_HEADER = "x-sdk-content-sha256"
UNSIGNED = "UNSIGNED-PAYLOAD"

_AUTHORIZATION = re.compile(
    rf"(?:(?P<plain>{PLAIN}) Access=(?P<ak>[^,/\s]+)"
    rf"|(?P<derived>{DERIVED}) Credential=(?P<derived_ak>[^,/\s]+)/(?P<scope>\d{{8}}/[^,/\s]+/[^,/\s]+))"
    r", *SignedHeaders=(?P<names>[^,\s]+), *Signature=(?P<signature>[0-9a-f]{64})"
)


@frozen
class Authorization:
    """A parsed ``Authorization`` header.

    Attributes:
        access: the access key.
        scope: ``date/region/service`` of the derived variant; empty in the plain one.
        names: signed headers, in lower case.
        signature: 64 hex digits.
    """

    access: str
    scope: str
    names: tuple[str, ...]
    signature: str = field(repr=False)

    @property
    def algorithm(self) -> str:
        """Which of the two schemes."""
        return DERIVED if self.scope else PLAIN


def parse_authorization(text: str) -> Authorization | None:
    """Read an ``Authorization`` header; None if it does not follow the grammar of either scheme."""
    found = _AUTHORIZATION.fullmatch(text.strip(" "))
    if found is None:
        return None
    names = tuple(found["names"].lower().split(";"))
    return Authorization(found["ak"] or found["derived_ak"], found["scope"] or "", names, found["signature"])


def canonical_uri(path: bytes) -> str:
    """The path decoded, split at slashes, each part encoded, with a slash at its end.

    An encoded slash becomes a plain one: the official signer decodes before it splits.
    """
    encoded = "/".join(quote(part, safe="") for part in unquote_to_bytes(path).split(b"/"))
    return encoded if encoded.endswith("/") else encoded + "/"


def canonical_query(query: bytes) -> str:
    """``name=value`` pairs, sorted by name only: one official signer sorts the values of a repeated name, another keeps
    the caller's order, and both send what they signed."""
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True, encoding="utf-8", errors="surrogateescape")
    return "&".join(f"{_encoded(name)}={_encoded(value)}" for name, value in sorted(pairs, key=lambda pair: pair[0]))


def canonical_request(request: Request, names: Sequence[str], payload: str) -> bytes | None:
    """What a signature is over; None if a header is named that did not come.

    Args:
        request: as it came.
        names: signed headers, in lower case.
        payload: the hash of the body, or the words that stand for it.
    """
    ordered = sorted(names)
    if any(name not in request.headers for name in ordered):
        return None
    lines = [
        request.method.upper(),
        canonical_uri(request.path),
        canonical_query(request.query),
        *(f"{name}:{request.headers[name].strip()}" for name in ordered),
        "",
        ";".join(ordered),
        payload,
    ]
    return "\n".join(lines).encode("latin-1")


def payloads(request: Request) -> tuple[str, ...]:
    """What may stand for the body in the canonical request.

    Empty if the header tells a hash that is not the body's. Without a body, one official signer announces an unsigned
    payload and signs the hash of nothing all the same.
    """
    whole = hashlib.sha256(request.body).hexdigest()
    told = request.headers.get(CONTENT_HEADER)
    if told == UNSIGNED:
        return (UNSIGNED,) if request.body else (UNSIGNED, whole)
    return (whole,) if told is None or told == whole else ()


def text_to_sign(authorization: Authorization, date: str, canonical: bytes) -> bytes:
    """The text that the HMAC is over."""
    scope = [authorization.scope] if authorization.scope else []
    lines = [authorization.algorithm, date, *scope, hashlib.sha256(canonical).hexdigest()]
    return "\n".join(lines).encode("latin-1")


def signing_key(authorization: Authorization, sk: str) -> bytes:
    """The key of the HMAC: the secret itself, or in the derived variant 32 bytes of HKDF over it, as hex text."""
    if not authorization.scope:
        return sk.encode("utf-8")
    extracted = hmac.digest(authorization.access.encode("utf-8"), sk.encode("utf-8"), "sha256")
    return hmac.digest(extracted, authorization.scope.encode("latin-1") + b"\x01", "sha256").hex().encode("ascii")


def signature_fits(authorization: Authorization, sk: str, request: Request) -> bool:
    """Whether the signature is that of the request."""
    date = request.headers.get(DATE_HEADER, "")
    key = signing_key(authorization, sk)
    for payload in payloads(request):
        canonical = canonical_request(request, authorization.names, payload)
        if canonical is not None:
            right = hmac.digest(key, text_to_sign(authorization, date, canonical), "sha256").hex()
            if hmac.compare_digest(right, authorization.signature):
                return True
    return False


def _encoded(text: str) -> str:
    return quote(text.encode("utf-8", "surrogateescape"), safe="")
