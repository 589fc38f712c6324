"""Alibaba's signature version 4 for OSS, in the header and in the query.

Written after the OSS developer reference, "Include a V4 signature in the Authorization header" and "Include a V4
signature in a URL". Unlike SigV4 the resource always starts with the bucket, empty query values have no ``=``, and
the payload is never hashed.
"""

from attrs import evolve

from .canonical import (
    UNSIGNED,
    derive_key,
    encode_query_piece,
    format_timestamp,
    hmac_sha256,
    parse_timestamp,
    percent_encode,
    sha256_hex,
    timestamp_of_date_header,
)
from .claims import Claim, split_authorization, split_credential, split_expires
from .refusals import Refusal
from .request import Request

ALGORITHM = "OSS4-HMAC-SHA256"

_ALWAYS_SIGNED = frozenset({"content-type", "content-md5"})


def is_presigned(request: Request) -> bool:
    """Whether the query carries the signature."""
    return "x-oss-signature-version" in request.query or "x-oss-signature" in request.query


def read_claim(request: Request) -> Claim:
    """Take the claim out of header or query.

    Raises:
        Refusal: what is there is malformed or of another scheme.
    """
    return _claim_in_query(request) if is_presigned(request) else _claim_in_header(request)


def _claim_in_header(request: Request) -> Claim:
    authorization = request.header("authorization")
    if authorization.partition(" ")[0] != ALGORITHM:
        # Version 1 is closed to new accounts (2025-03) and buckets (2025-09); the code for it is our assumption.
        raise Refusal("AccessDenied", "Signature version 4 is required.")
    fields = split_authorization(authorization)
    access_key_id, day, region = _scope(fields.get("Credential", ""))
    if not fields.get("Signature"):
        raise Refusal("AuthorizationHeaderMalformed")
    timestamp = request.header("x-oss-date") or timestamp_of_date_header(request.header("date")) or ""
    at = parse_timestamp(timestamp)
    if at is None:
        raise Refusal("AccessDenied", "OSS authentication requires a valid Date.")
    if not timestamp.startswith(day):
        raise Refusal("InvalidArgument", "Invalid signing date in Authorization header.")
    if request.header("x-oss-content-sha256") != UNSIGNED:
        raise Refusal("InvalidArgument", "The x-oss-content-sha256 header is invalid.", ec="0002-00000214")
    return Claim(
        access_key_id=access_key_id,
        day=day,
        region=region,
        timestamp=timestamp,
        at=at,
        signed_headers=_names(fields.get("AdditionalHeaders", "")),
        payload=UNSIGNED,
        signature=fields["Signature"],
        session_token=request.header("x-oss-security-token"),
    )


def _claim_in_query(request: Request) -> Claim:
    query = request.query
    if query.get("x-oss-signature-version") != ALGORITHM:
        raise Refusal("AuthorizationQueryParametersError")
    signature = query.get("x-oss-signature")
    if not signature:
        raise Refusal("AuthorizationQueryParametersError", ec="0002-00000219")
    access_key_id, day, region = _scope(query.get("x-oss-credential", ""))
    timestamp = query.get("x-oss-date", "")
    at, expires_s = parse_timestamp(timestamp), split_expires(query.get("x-oss-expires", ""))
    if at is None or expires_s is None or not timestamp.startswith(day):
        raise Refusal("AuthorizationQueryParametersError")
    return Claim(
        access_key_id=access_key_id,
        day=day,
        region=region,
        timestamp=timestamp,
        at=at,
        signed_headers=_names(query.get("x-oss-additional-headers", "")),
        payload=request.header("x-oss-content-sha256") or UNSIGNED,
        signature=signature,
        session_token=query.get("x-oss-security-token", ""),
        expires_s=expires_s,
    )


def _scope(credential: str) -> tuple[str, str, str]:
    scope = split_credential(credential)
    if scope is None:
        raise Refusal("AuthorizationHeaderMalformed")
    access_key_id, day, region, product, terminator = scope
    # `oss-cn-hangzhou` names an endpoint; the region in a signature is `cn-hangzhou`.
    if region.startswith("oss-"):
        raise Refusal("InvalidArgument", "Invalid signing region in Authorization header.", ec="0002-00000226")
    if product != "oss":
        raise Refusal("InvalidArgument", "Invalid signing product in Authorization header.", ec="0002-00000227")
    if terminator != "aliyun_v4_request":
        raise Refusal("AuthorizationHeaderMalformed")
    return access_key_id, day, region


def _names(joined: str) -> tuple[str, ...]:
    return tuple(sorted(name.strip().lower() for name in joined.split(";") if name.strip()))


def canonical_request(request: Request, claim: Claim) -> str:
    """The request in the form that is hashed into the string to sign."""
    resource = f"/{request.bucket}/{request.key}" if request.bucket else "/"
    query = sorted(
        (encode_query_piece(name), encode_query_piece(value))
        for name, value in request.pairs
        if name != "x-oss-signature"
    )
    signed = sorted(
        name
        for name in request.headers
        if name.startswith("x-oss-") or name in _ALWAYS_SIGNED or name in claim.signed_headers
    )
    return "\n".join(
        [
            request.method,
            percent_encode(resource.encode("utf-8", "surrogateescape"), keep="/"),
            "&".join(f"{name}={value}" if value else name for name, value in query),
            "".join(f"{name}:{request.header(name).strip(' ')}\n" for name in signed),
            ";".join(claim.signed_headers),
            claim.payload,
        ]
    )


def scope(claim: Claim) -> str:
    """Day, region and product that the signing key is good for."""
    return f"{claim.day}/{claim.region}/oss/aliyun_v4_request"


def string_to_sign(request: Request, claim: Claim) -> str:
    """What the signing key signs."""
    return "\n".join([ALGORITHM, claim.timestamp, scope(claim), sha256_hex(canonical_request(request, claim))])


def signing_key(secret: str, claim: Claim) -> bytes:
    """The key for one day and region."""
    return derive_key("aliyun_v4" + secret, [claim.day, claim.region, "oss", "aliyun_v4_request"])


def presigned_query(
    request: Request, *, access_key_id: str, secret: str, region: str, now: float, lifetime_s: int
) -> str:
    """The query that makes ``request`` a presigned URL; no additional header is signed."""
    timestamp = format_timestamp(now)
    pairs = [
        ("x-oss-signature-version", ALGORITHM),
        ("x-oss-credential", f"{access_key_id}/{timestamp[:8]}/{region}/oss/aliyun_v4_request"),
        ("x-oss-date", timestamp),
        ("x-oss-expires", str(lifetime_s)),
    ]
    request = evolve(request, pairs=[*request.pairs, *pairs])
    claim = Claim(
        access_key_id=access_key_id,
        day=timestamp[:8],
        region=region,
        timestamp=timestamp,
        at=now,
        signed_headers=(),
        payload=UNSIGNED,
        signature="",
        session_token="",
        expires_s=lifetime_s,
    )
    signature = hmac_sha256(signing_key(secret, claim), string_to_sign(request, claim)).hex()
    return "&".join(
        f"{encode_query_piece(name)}={encode_query_piece(value)}"
        for name, value in [*request.pairs, ("x-oss-signature", signature)]
    )
