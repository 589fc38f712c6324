"""Bodies in ``aws-chunked`` coding: decoded, and verified where the chunks are signed.

Written after the S3 API reference, "Signature calculations for the authorization header: transferring payload in
multiple chunks" and "... including trailing headers".
"""

import hashlib
import hmac
from collections.abc import Mapping

from . import sigv4
from .bodies import WireBody, hex_size
from .canonical import hmac_sha256
from .gate import Admission
from .refusals import Refusal

_NOTHING = hashlib.sha256(b"").hexdigest()
_MAX_TRAILERS = 16


class ChunkSignatures:
    """The chain of signatures: each chunk's covers the one before, the first one that of the head."""

    def __init__(self, admission: Admission) -> None:
        self._key = admission.signing_key
        self._timestamp = admission.claim.timestamp
        self._scope = sigv4.scope(admission.claim)
        self._previous = admission.claim.signature

    def verify_chunk(self, provided: str, payload_sha256: str) -> None:
        """Check one chunk and step on; ``SignatureDoesNotMatch`` if it was not signed with the key."""
        self._verify("AWS4-HMAC-SHA256-PAYLOAD", provided, [_NOTHING, payload_sha256])

    def verify_trailer(self, provided: str, lines: str) -> None:
        """Check the trailing headers, given as ``name:value`` lines that each end with a line feed."""
        self._verify("AWS4-HMAC-SHA256-TRAILER", provided, [hashlib.sha256(lines.encode("latin-1")).hexdigest()])

    def _verify(self, algorithm: str, provided: str, hashes: list[str]) -> None:
        to_sign = "\n".join([algorithm, self._timestamp, self._scope, self._previous, *hashes])
        expected = hmac_sha256(self._key, to_sign).hex()
        if not hmac.compare_digest(expected.encode(), provided.encode("latin-1")):
            raise Refusal("SignatureDoesNotMatch", SignatureProvided=provided, StringToSign=to_sign)
        self._previous = expected


class AwsChunkedBody:
    """The content of an ``aws-chunked`` body.

    ``trailers`` is filled once the body is over. ``length`` is what ``x-amz-decoded-content-length`` declares; a
    body of another length is refused as incomplete.
    """

    def __init__(self, wire: WireBody, length: int, signatures: ChunkSignatures | None) -> None:
        self.length: int = length
        self.trailers: Mapping[str, str] = {}
        self._wire = wire
        self._signatures = signatures
        self._decoded = 0
        self._left = 0
        self._over = False
        self._provided = ""
        self._hash = hashlib.sha256()

    def read_into(self, view: memoryview) -> int:
        """See `Body`."""
        if self._left == 0 and not self._over:
            self._next_chunk()
        if self._over:
            return 0
        part = view[: min(len(view), self._left)]
        count = self._wire.read_into(part)
        if count == 0:
            raise Refusal("IncompleteBody")
        if self._signatures is not None:
            self._hash.update(part[:count])
        self._left -= count
        self._decoded += count
        if self._left == 0:
            self._end_of_chunk()
        return count

    def _next_chunk(self) -> None:
        size, _, extension = self._wire.read_line().partition(b";")
        name, _, value = extension.strip().partition(b"=")
        self._provided = value.decode("latin-1") if name == b"chunk-signature" else ""
        self._hash = hashlib.sha256()
        self._left = hex_size(size.strip())
        if self._decoded + self._left > self.length:
            raise Refusal("IncompleteBody", "The request body is longer than x-amz-decoded-content-length.")
        if self._left == 0:
            if self._decoded != self.length:
                raise Refusal("IncompleteBody", "The request body is shorter than x-amz-decoded-content-length.")
            self._verify_chunk()
            self._read_trailers()
            self._over = True

    def _end_of_chunk(self) -> None:
        if self._wire.read_line() != b"":
            raise Refusal("IncompleteBody")
        self._verify_chunk()

    def _verify_chunk(self) -> None:
        if self._signatures is not None:
            self._signatures.verify_chunk(self._provided, self._hash.hexdigest())

    def _read_trailers(self) -> None:
        trailers: dict[str, str] = {}
        line = b"0"
        while not self._wire.over:
            line = self._wire.read_line()
            if not line:  # an empty line ends the trailers; some clients send one in front of them as well
                continue
            name, colon, value = line.decode("latin-1").partition(":")
            if not colon or len(trailers) >= _MAX_TRAILERS:
                raise Refusal("MalformedTrailerError")
            trailers[name.strip().lower()] = value.strip()
        if line:
            raise Refusal("IncompleteBody")
        provided = trailers.pop("x-amz-trailer-signature", None)
        if self._signatures is not None and (trailers or provided is not None):
            lines = "".join(f"{name}:{value}\n" for name, value in trailers.items())
            self._signatures.verify_trailer(provided or "", lines)
        self.trailers = trailers


def aws_chunked(wire: WireBody, decoded_length: str, admission: Admission) -> AwsChunkedBody:
    """The decoder for a body whose claim says ``STREAMING-...``."""
    if wire.length is None or not (decoded_length.isascii() and decoded_length.isdigit()):
        raise Refusal("MissingContentLength")
    signed = admission.claim.payload != sigv4.UNSIGNED_CHUNKS_TRAILER
    return AwsChunkedBody(wire, int(decoded_length), ChunkSignatures(admission) if signed else None)
