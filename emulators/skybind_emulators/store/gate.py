"""The checks that stand before every operation: time, keys, token, signature."""

import hmac
from collections.abc import Callable

from attrs import field, frozen

from .access import Access, Grant
from .canonical import format_timestamp, hmac_sha256
from .claims import Claim
from .refusals import Refusal
from .request import Request
from .schemes import SCHEMES

MAX_SKEW_S = 15 * 60


@frozen
class Admission:
    """A request whose signature holds. ``signing_key`` goes on to verify signed chunks."""

    grant: Grant
    claim: Claim
    signing_key: bytes = field(repr=False)


class Gate:
    """Verifies requests of both dialects against the keys in ``access`` and two clocks.

    The dates of requests are held against ``wall``, by default ``now``; what expires does so by ``now``.
    """

    def __init__(self, access: Access, now: Callable[[], float], wall: Callable[[], float] | None = None) -> None:
        self._access = access
        self._now = now
        self._wall = wall or now

    def admit(self, request: Request) -> Admission:
        """Let a request in.

        The order of the checks (form, time, key, token, signature) is our assumption; the services document the
        answers, not which comes first.

        Raises:
            Refusal: the first check that fails.
        """
        claim = read_claim(request)
        self._check_time(claim)
        grant = self._access.find(claim.access_key_id)
        if grant is None:
            raise Refusal("InvalidAccessKeyId", **_key_detail(request, claim))
        self._check_token(claim, grant, request)
        return Admission(grant, claim, _check_signature(request, claim, grant))

    def _check_time(self, claim: Claim) -> None:
        if claim.expires_s is None:
            wall = self._wall()
            if abs(wall - claim.at) > MAX_SKEW_S:
                raise Refusal(
                    "RequestTimeTooSkewed",
                    RequestTime=claim.timestamp,
                    ServerTime=format_timestamp(wall),
                    MaxAllowedSkewMilliseconds=str(MAX_SKEW_S * 1000),
                )
            return
        now = self._now()
        if now > claim.at + claim.expires_s:
            raise expired_url(claim, now)
        if claim.at - now > MAX_SKEW_S:
            raise Refusal("AccessDenied", "Request is not yet valid", ServerTime=format_timestamp(now))

    def _check_token(self, claim: Claim, grant: Grant, request: Request) -> None:
        token, expected = claim.session_token, grant.credential.session_token
        if not token:
            if expected:  # temporary keys mean nothing without their token
                raise Refusal("InvalidAccessKeyId", **_key_detail(request, claim))
            return
        if not expected:
            # OSS takes the request for one of an STS, which has no such key (EC 0002-00000002).
            if request.dialect == "oss":
                raise Refusal("InvalidAccessKeyId", ec="0002-00000002", **_key_detail(request, claim))
            raise Refusal("InvalidToken")
        if not hmac.compare_digest(token.encode("utf-8", "replace"), expected.encode()):
            raise Refusal("TokenOfAnother" if self._access.knows_token(token) else "InvalidToken")
        if self._now() >= grant.credential.expires_at:
            raise Refusal("ExpiredToken")


def read_claim(request: Request) -> Claim:
    """The claim in the request's dialect; nobody signed: refused."""
    scheme = SCHEMES[request.dialect]
    if not request.header("authorization") and not scheme.is_presigned(request):
        old = {"AWSAccessKeyId", "OSSAccessKeyId"} & request.query.keys()
        raise Refusal("AccessDenied", "Signature version 4 is required." if old else None)
    return scheme.read_claim(request)


def expired_url(claim: Claim, now: float) -> Refusal:
    """How both services answer a presigned URL whose time is over."""
    lifetime_s = claim.expires_s or 0
    return Refusal(
        "AccessDenied",
        "Request has expired.",
        Expires=format_timestamp(claim.at + lifetime_s),
        ServerTime=format_timestamp(now),
    )


def _check_signature(request: Request, claim: Claim, grant: Grant) -> bytes:
    scheme = SCHEMES[request.dialect]
    key = scheme.signing_key(grant.credential.secret_access_key, claim)
    to_sign = scheme.string_to_sign(request, claim)
    if hmac.compare_digest(hmac_sha256(key, to_sign).hex(), claim.signature.encode("ascii", "replace").decode()):
        return key
    # Both services answer with what they signed, so that the client's author can compare. It may hold the token.
    raise Refusal(
        "SignatureDoesNotMatch",
        **_key_detail(request, claim),
        SignatureProvided=claim.signature,
        StringToSign=to_sign,
        CanonicalRequest=scheme.canonical_request(request, claim),
    )


def _key_detail(request: Request, claim: Claim) -> dict[str, str]:
    return {"OSSAccessKeyId" if request.dialect == "oss" else "AWSAccessKeyId": claim.access_key_id}


def check_region(request: Request, claim: Claim, expected: str | None) -> None:
    """The region in the scope must be the bucket's; ``expected`` None means that any will do.

    Raises:
        Refusal: in the words of the dialect, on S3 with the right region inside.
    """
    if expected is None or claim.region == expected:
        return
    if request.dialect == "oss":
        raise Refusal("InvalidArgument", "Invalid signing region in Authorization header.", ec="0002-00000226")
    code = "AuthorizationQueryParametersError" if claim.presigned else "AuthorizationHeaderMalformed"
    raise Refusal(code, f"The region '{claim.region}' is wrong; expecting '{expected}'", Region=expected)
