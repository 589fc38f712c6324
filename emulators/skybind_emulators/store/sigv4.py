"""Amazon's Signature Version 4 for S3, in the header and in the query.

Written after the S3 API reference, "Authenticating Requests (AWS Signature Version 4)".
"""

import re

from attrs import evolve

from .canonical import (
    UNSIGNED,
    derive_key,
    encode_query_piece,
    format_timestamp,
    hmac_sha256,
    parse_timestamp,
    recode_path,
    sha256_hex,
    timestamp_of_date_header,
)
from .claims import Claim, split_authorization, split_credential, split_expires
from .refusals import Refusal
from .request import Request

ALGORITHM = "AWS4-HMAC-SHA256"
SIGNED_CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"
SIGNED_CHUNKS_TRAILER = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"
UNSIGNED_CHUNKS_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
STREAMING = frozenset({SIGNED_CHUNKS, SIGNED_CHUNKS_TRAILER, UNSIGNED_CHUNKS_TRAILER})

_SHA256 = re.compile(r"[0-9a-f]{64}")


def is_presigned(request: Request) -> bool:
    """Whether the query carries the signature."""
    return "X-Amz-Algorithm" in request.query or "X-Amz-Signature" in request.query


def read_claim(request: Request) -> Claim:
    """Take the claim out of header or query.

    Raises:
        Refusal: what is there is malformed or of another scheme.
    """
    claim = _claim_in_query(request) if is_presigned(request) else _claim_in_header(request)
    _require_signed(request, claim)
    return claim


def _claim_in_header(request: Request) -> Claim:
    authorization = request.header("authorization")
    if authorization.partition(" ")[0] != ALGORITHM:
        raise Refusal(
            "InvalidRequest",
            "The authorization mechanism that you provided is not supported. Use AWS4-HMAC-SHA256.",
        )
    fields = split_authorization(authorization)
    scope = split_credential(fields.get("Credential", ""))
    if scope is None or not fields.get("SignedHeaders") or not fields.get("Signature"):
        raise Refusal("AuthorizationHeaderMalformed")
    access_key_id, day, region, service, terminator = scope
    if service != "s3" or terminator != "aws4_request":
        raise Refusal("AuthorizationHeaderMalformed")
    timestamp = request.header("x-amz-date") or timestamp_of_date_header(request.header("date")) or ""
    at = parse_timestamp(timestamp)
    if at is None:
        raise Refusal("AccessDenied", "AWS authentication requires a valid Date or x-amz-date header")
    if not timestamp.startswith(day):
        raise Refusal("AuthorizationHeaderMalformed", "The day in the Credential is not that of the request's date.")
    payload = request.header("x-amz-content-sha256")
    if not payload:
        raise Refusal("InvalidRequest", "Missing required header for this request: x-amz-content-sha256")
    return Claim(
        access_key_id=access_key_id,
        day=day,
        region=region,
        timestamp=timestamp,
        at=at,
        signed_headers=tuple(fields["SignedHeaders"].split(";")),
        payload=_known_payload(payload),
        signature=fields["Signature"],
        session_token=request.header("x-amz-security-token"),
    )


def _claim_in_query(request: Request) -> Claim:
    query = request.query
    scope = split_credential(query.get("X-Amz-Credential", ""))
    timestamp = query.get("X-Amz-Date", "")
    at = parse_timestamp(timestamp)
    expires_s = split_expires(query.get("X-Amz-Expires", ""))
    signed_headers, signature = query.get("X-Amz-SignedHeaders"), query.get("X-Amz-Signature")
    whole = scope and at is not None and expires_s is not None and signed_headers and signature
    if query.get("X-Amz-Algorithm") != ALGORITHM or not whole:
        raise Refusal("AuthorizationQueryParametersError")
    assert scope is not None
    assert at is not None
    assert signed_headers is not None
    assert signature is not None
    access_key_id, day, region, service, terminator = scope
    if service != "s3" or terminator != "aws4_request" or not timestamp.startswith(day):
        raise Refusal("AuthorizationQueryParametersError")
    return Claim(
        access_key_id=access_key_id,
        day=day,
        region=region,
        timestamp=timestamp,
        at=at,
        signed_headers=tuple(signed_headers.split(";")),
        payload=_known_payload(request.header("x-amz-content-sha256") or query.get("X-Amz-Content-Sha256") or UNSIGNED),
        signature=signature,
        session_token=query.get("X-Amz-Security-Token", ""),
        expires_s=expires_s,
    )


def _known_payload(payload: str) -> str:
    if payload == UNSIGNED or payload in STREAMING or _SHA256.fullmatch(payload):
        return payload
    raise Refusal(
        "InvalidArgument",
        "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a supported STREAMING- value, or a valid sha256 value.",
    )


def _require_signed(request: Request, claim: Claim) -> None:
    must = {"host", *(name for name in request.headers if name.startswith("x-amz-"))}
    missing = sorted(must.difference(claim.signed_headers))
    if missing:
        raise Refusal(
            "AccessDenied",
            "There were headers present in the request which were not signed",
            HeadersNotSigned=", ".join(missing),
        )


def canonical_request(request: Request, claim: Claim) -> str:
    """The request in the form that is hashed into the string to sign."""
    query = sorted(
        (encode_query_piece(name), encode_query_piece(value))
        for name, value in request.pairs
        if name != "X-Amz-Signature"
    )
    headers = "".join(f"{name}:{_one_space(request.header(name))}\n" for name in claim.signed_headers)
    return "\n".join(
        [
            request.method,
            recode_path(request.raw_path),
            "&".join(f"{name}={value}" for name, value in query),
            headers,
            ";".join(claim.signed_headers),
            claim.payload,
        ]
    )


def _one_space(value: str) -> str:
    # Not str.split(): values are Latin-1 here, and it would eat the byte A0 of UTF-8 characters.
    return re.sub(" +", " ", value.strip(" \t"))


def scope(claim: Claim) -> str:
    """Day, region and service that the signing key is good for."""
    return f"{claim.day}/{claim.region}/s3/aws4_request"


def string_to_sign(request: Request, claim: Claim) -> str:
    """What the signing key signs."""
    return "\n".join([ALGORITHM, claim.timestamp, scope(claim), sha256_hex(canonical_request(request, claim))])


def signing_key(secret: str, claim: Claim) -> bytes:
    """The key for one day and region."""
    return derive_key("AWS4" + secret, [claim.day, claim.region, "s3", "aws4_request"])


def presigned_query(
    request: Request, *, access_key_id: str, secret: str, region: str, now: float, lifetime_s: int
) -> str:
    """The query that makes ``request`` a presigned URL; only ``host`` is signed."""
    timestamp = format_timestamp(now)
    pairs = [
        ("X-Amz-Algorithm", ALGORITHM),
        ("X-Amz-Credential", f"{access_key_id}/{timestamp[:8]}/{region}/s3/aws4_request"),
        ("X-Amz-Date", timestamp),
        ("X-Amz-Expires", str(lifetime_s)),
        ("X-Amz-SignedHeaders", "host"),
    ]
    request = evolve(request, pairs=[*request.pairs, *pairs])
    claim = Claim(
        access_key_id=access_key_id,
        day=timestamp[:8],
        region=region,
        timestamp=timestamp,
        at=now,
        signed_headers=("host",),
        payload=UNSIGNED,
        signature="",
        session_token="",
        expires_s=lifetime_s,
    )
    signature = hmac_sha256(signing_key(secret, claim), string_to_sign(request, claim)).hex()
    return "&".join(
        f"{encode_query_piece(name)}={encode_query_piece(value)}"
        for name, value in [*request.pairs, ("X-Amz-Signature", signature)]
    )
