"""How each dialect words its refusals.

Inside the store a refusal carries the S3 code; `wording` turns it into the code, status and message of the dialect
in hand. S3: the "Error responses" page of the S3 API reference. OSS: the pages "HTTP 4xx errors" of the OSS user
guide and the single pages for EC numbers (for example 0002-00000007, an expired token).
"""

from collections.abc import Mapping

from attrs import frozen

from .records import Dialect


class Refusal(Exception):
    """The service says no. ``details`` become further elements of the error document."""

    def __init__(self, code: str, message: str | None = None, *, ec: str | None = None, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.ec = ec
        self.details: Mapping[str, str] = details


@frozen
class Wording:
    """A refusal in one dialect; ``ec`` is the number of its page in the OSS documentation, where we know it."""

    code: str
    status: int
    message: str
    ec: str | None = None


_S3 = {
    "AccessDenied": (403, "Access Denied"),
    "AuthorizationHeaderMalformed": (400, "The authorization header that you provided is not valid."),
    "AuthorizationQueryParametersError": (400, "The authorization query parameters that you provided are not valid."),
    "BadDigest": (400, "The Content-MD5 or checksum value that you specified did not match what the server received."),
    "EntityTooLarge": (400, "Your proposed upload exceeds the maximum allowed object size."),
    "EntityTooSmall": (400, "Your proposed upload is smaller than the minimum allowed object size."),
    "ExpiredToken": (400, "The provided token has expired."),
    "IncompleteBody": (400, "The request body terminated unexpectedly."),
    "InternalError": (500, "An internal error occurred. Try again."),
    "InvalidAccessKeyId": (403, "The AWS access key ID that you provided does not exist in our records."),
    "InvalidArgument": (400, "Invalid Argument"),
    "InvalidBucketName": (400, "The specified bucket is not valid."),
    "InvalidDigest": (400, "The Content-MD5 that you specified is not valid."),
    "InvalidPart": (
        400,
        "One or more of the specified parts could not be found. The part might not have been uploaded, "
        "or the specified entity tag might not have matched the part's entity tag.",
    ),
    "InvalidPartOrder": (400, "The list of parts was not in ascending order."),
    "InvalidRange": (416, "The requested range is not satisfiable"),
    "InvalidRequest": (400, "Invalid Request"),
    "InvalidToken": (400, "The provided token is malformed or otherwise not valid."),
    "InvalidURI": (400, "The specified URI couldn't be parsed."),
    "KeyTooLongError": (400, "Your key is too long."),
    "MalformedTrailerError": (400, "The request contained trailing data that was not well-formed."),
    "MalformedXML": (400, "The XML that you provided was not well formed or did not validate."),
    "MethodNotAllowed": (405, "The specified method is not allowed against this resource."),
    "MissingContentLength": (411, "You must provide the Content-Length HTTP header."),
    "NoSuchBucket": (404, "The specified bucket does not exist"),
    "NoSuchKey": (404, "The specified key does not exist."),
    "NoSuchUpload": (404, "The specified multipart upload does not exist. The upload ID might be invalid."),
    "NotImplemented": (501, "A header or query you provided implies functionality that is not implemented."),
    "PreconditionFailed": (412, "At least one of the preconditions that you specified did not hold."),
    "RequestTimeTooSkewed": (403, "The difference between the request time and the server's time is too large."),
    "RequestTimeout": (400, "Your socket connection to the server was not read from or written to in time."),
    "SignatureDoesNotMatch": (
        403,
        "The request signature that the server calculated does not match the signature that you provided.",
    ),
    "SlowDown": (503, "Please reduce your request rate."),
    "XAmzContentSHA256Mismatch": (400, "The provided 'x-amz-content-sha256' header does not match what was computed."),
}

# S3 code -> what OSS says instead. A code that is missing here exists on OSS under the same name and status.
_OSS = {
    "AccessDenied": Wording("AccessDenied", 403, "You have no right to access this object."),
    "AuthorizationHeaderMalformed": Wording("InvalidArgument", 400, "Invalid Authorization header."),
    "AuthorizationQueryParametersError": Wording("InvalidArgument", 400, "Invalid signature parameter in the query."),
    "BadDigest": Wording("InvalidDigest", 400, "The Content-MD5 you specified was invalid."),
    "ExpiredToken": Wording(
        "SecurityTokenExpired", 403, "The security token you provided has expired.", "0002-00000007"
    ),
    "InvalidAccessKeyId": Wording(
        "InvalidAccessKeyId", 403, "The OSS Access Key Id you provided does not exist in our records."
    ),
    "InvalidToken": Wording(
        "InvalidSecurityToken", 403, "The security token you provided is invalid.", "0002-00000006"
    ),
    "TokenOfAnother": Wording(
        "AccessKeyIdAndSecurityTokenNotMatch",
        403,
        "The OSS access key id and security token you provided does not match.",
        "0002-00000004",
    ),
    "KeyTooLongError": Wording("InvalidObjectName", 400, "The specified object is not valid."),
    "InvalidURI": Wording("InvalidObjectName", 400, "The specified object is not valid."),
    "MissingArgument": Wording("MissingArgument", 400, "Missing Some Required Arguments."),
    "FileAlreadyExists": Wording(
        "FileAlreadyExists", 409, "The object you specified already exists and can not be overwritten."
    ),
    # OSS documents separate codes per kind of traffic for 503; the general one is our assumption.
    "SlowDown": Wording("ServiceUnavailable", 503, "Please reduce your request rate."),
}

# S3 knows no such refusals; only our own OSS paths raise them.
_ONLY_OSS_AS_S3 = {"TokenOfAnother": "InvalidToken", "MissingArgument": "InvalidRequest"}


def wording(refusal: Refusal, dialect: Dialect) -> Wording:
    """Say ``refusal`` in ``dialect``."""
    if dialect == "oss" and (said := _OSS.get(refusal.code)) is not None:
        return Wording(said.code, said.status, refusal.message or said.message, refusal.ec or said.ec)
    code = _ONLY_OSS_AS_S3.get(refusal.code, refusal.code)
    status, message = _S3[code]
    return Wording(code, status, refusal.message or message, refusal.ec)


def wording_of_status(status: int, dialect: Dialect) -> Wording:
    """What the service would say with an HTTP ``status`` that was asked for by a fault."""
    if status == 503:
        return wording(Refusal("SlowDown"), dialect)
    if status == 500:
        return wording(Refusal("InternalError"), dialect)
    # Neither service documents a code for the others (429, 502, 504); the name is our assumption.
    return Wording("ServiceUnavailable", status, "The service cannot answer this request now. Try again.")
