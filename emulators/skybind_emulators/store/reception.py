"""Taking a request's body and holding it against the digests that the request declares."""

import base64
import binascii
import hmac
from collections.abc import Mapping

from attrs import frozen

from .bodies import Body, read_all
from .canonical import UNSIGNED
from .chunks import AwsChunkedBody
from .claims import Claim
from .digests import CHECKSUM_ALGORITHMS, Fingerprint, to_base64
from .refusals import Refusal
from .request import Request
from .sigv4 import STREAMING

MAX_DOCUMENT = 2 * 1024 * 1024
"""Bytes of an XML body: 10000 parts or 1000 long keys fit."""

_CHECKSUM = "x-amz-checksum-"
_NOT_VALUES = frozenset({_CHECKSUM + "mode", _CHECKSUM + "algorithm", _CHECKSUM + "type"})


@frozen
class Expected:
    """What the body must be. ``value`` is None where the checksum follows the body as a trailer."""

    md5: bytes | None = None
    sha256: str | None = None
    algorithm: str | None = None
    value: bytes | None = None
    trailer: bool = False

    @property
    def algorithms(self) -> frozenset[str]:
        """Checksums to compute on the way, MD5 aside."""
        wanted = {self.algorithm} if self.algorithm else set()
        return frozenset(wanted | ({"sha256"} if self.sha256 else set()))


def expected_of(request: Request, claim: Claim) -> Expected:
    """Read the declared digests.

    Raises:
        Refusal: one of them is malformed, or is a checksum that the store cannot compute.
    """
    md5 = _decode(request.header("content-md5"), 16, "InvalidDigest") if request.header("content-md5") else None
    if request.dialect == "oss":
        return Expected(md5=md5)
    sha256 = None if claim.payload == UNSIGNED or claim.payload in STREAMING else claim.payload
    given = [name for name in request.headers if name.startswith(_CHECKSUM) and name not in _NOT_VALUES]
    trailers = [name for name in request.header("x-amz-trailer").lower().replace(" ", "").split(",") if name]
    names = [*given, *(name for name in trailers if name.startswith(_CHECKSUM))]
    if len(names) > 1:
        raise Refusal("InvalidRequest", "Expecting a single x-amz-checksum- header.")
    if not names:
        return Expected(md5=md5, sha256=sha256)
    algorithm = known_algorithm(names[0].removeprefix(_CHECKSUM))
    if not given:
        return Expected(md5=md5, sha256=sha256, algorithm=algorithm, trailer=True)
    value = _decode_checksum(algorithm, request.header(names[0]))
    return Expected(md5=md5, sha256=sha256, algorithm=algorithm, value=value)


def known_algorithm(name: str) -> str:
    """A checksum algorithm by its S3 name, in lower case; ``NotImplemented`` if the store cannot compute it."""
    algorithm = name.lower()
    if algorithm not in CHECKSUM_ALGORITHMS:
        raise Refusal("NotImplemented", f"The store does not compute the checksum {name}.")
    return algorithm


def _decode(text: str, size: int, code: str) -> bytes:
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refusal(code) from error
    if len(value) != size:
        raise Refusal(code)
    return value


def _decode_checksum(algorithm: str, text: str) -> bytes:
    size = {"crc32": 4, "crc32c": 4, "sha1": 20, "sha256": 32}[algorithm]
    try:
        return _decode(text, size, "InvalidRequest")
    except Refusal as error:
        raise Refusal("InvalidRequest", f"Value for {_CHECKSUM}{algorithm} header is invalid.") from error


def check(expected: Expected, fingerprint: Fingerprint, trailers: Mapping[str, str]) -> None:
    """Hold what came against what was declared.

    Raises:
        Refusal: ``XAmzContentSHA256Mismatch``, ``BadDigest``, or ``MalformedTrailerError`` for a missing trailer.
    """
    if expected.sha256 is not None:
        computed = fingerprint.checksum("sha256").hex()
        if not hmac.compare_digest(computed, expected.sha256):
            raise Refusal(
                "XAmzContentSHA256Mismatch",
                ClientComputedContentSHA256=expected.sha256,
                S3ComputedContentSHA256=computed,
            )
    if expected.md5 is not None and expected.md5 != fingerprint.md5:
        raise Refusal("BadDigest", ExpectedDigest=to_base64(expected.md5), CalculatedDigest=to_base64(fingerprint.md5))
    if expected.algorithm is not None:
        value = expected.value
        if expected.trailer:
            text = trailers.get(_CHECKSUM + expected.algorithm)
            if text is None:
                raise Refusal("MalformedTrailerError")
            value = _decode_checksum(expected.algorithm, text)
        if value != fingerprint.checksum(expected.algorithm):
            raise Refusal(
                "BadDigest",
                f"The {expected.algorithm.upper()} you specified did not match the calculated checksum.",
            )


def receive_document(expected: Expected, body: Body, decoder: AwsChunkedBody | None) -> bytes:
    """Take a small body into memory and check it."""
    content = read_all(body, MAX_DOCUMENT)
    fingerprint = Fingerprint(expected.algorithms)
    fingerprint.update(memoryview(content))
    check(expected, fingerprint, decoder.trailers if decoder else {})
    return content
