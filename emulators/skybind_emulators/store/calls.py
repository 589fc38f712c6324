"""What an operation gets to work with."""

from collections.abc import Collection

from attrs import frozen

from .bodies import Body
from .canonical import percent_encode
from .chunks import AwsChunkedBody
from .gate import Admission
from .incoming import Incoming
from .markup import Content
from .objects import ObjectStore
from .reception import Expected, check, expected_of, receive_document
from .refusals import Refusal
from .request import Request


@frozen
class Call:
    """An admitted request with its body still to be read.

    ``decoder`` is the ``aws-chunked`` decoder inside ``body``, where there is one: it knows the trailers.
    """

    store: ObjectStore
    request: Request
    admission: Admission
    body: Body
    decoder: AwsChunkedBody | None = None

    @property
    def expected(self) -> Expected:
        """The digests that the request declares."""
        return expected_of(self.request, self.admission.claim)

    def receive(self, incoming: Incoming, expected: Expected) -> None:
        """Take the body into a temporary file; refuse what does not fit its digests."""
        incoming.pour(self.body)
        check(expected, incoming.fingerprint, self.decoder.trailers if self.decoder else {})

    def document(self) -> bytes:
        """The body of an operation that takes XML or nothing."""
        return receive_document(self.expected, self.body, self.decoder)

    def open_incoming(self, expected: Expected, more: Collection[str] = ()) -> Incoming:
        """A temporary file that computes the declared checksums and ``more``."""
        return self.store.receive(expected.algorithms | frozenset(more))

    def require(self, action: str, key: str) -> None:
        """Refuse what the keys are not good for."""
        if not self.admission.grant.allows(action, self.request.bucket, key):
            raise Refusal("AccessDenied")

    def parameter(self, name: str) -> str:
        """A value of the query, empty if missing."""
        return self.request.query.get(name, "")

    def number(self, name: str, default: int, *, low: int, high: int) -> int:
        """A whole number of the query.

        S3 lowers what is above ``high`` to it, OSS refuses it: ``InvalidArgument``, as for what is no number.
        """
        text = self.request.query.get(name)
        if text is None or (text == "" and self.request.dialect == "s3"):
            return default
        if not (text.isascii() and text.isdigit() and len(text) <= 10):
            raise Refusal("InvalidArgument", ArgumentName=name, ArgumentValue=text)
        value = int(text)
        if self.request.dialect == "s3":
            value = min(value, high)
        if not low <= value <= high:
            raise Refusal("InvalidArgument", ArgumentName=name, ArgumentValue=text)
        return value

    def max_keys(self, name: str, *, default: int | None = None) -> int:
        """How many entries a listing may have: at most 1000; OSS gives 100 unless asked, S3 gives all 1000.

        OSS refuses 0, S3 answers with an empty page.
        """
        oss = self.request.dialect == "oss"
        return self.number(name, default or (100 if oss else 1000), low=1 if oss else 0, high=1000)

    @property
    def encodes_keys(self) -> bool:
        """Whether keys in the answer are to be percent-encoded, since not every key fits into XML."""
        asked = self.parameter("encoding-type")
        if asked not in ("", "url"):
            raise Refusal("InvalidArgument", ArgumentName="encoding-type", ArgumentValue=asked)
        return asked == "url"

    def encoded(self, key: str) -> str:
        """A key as it stands in the answer. S3 writes a space as ``+``, as forms do: botocore reads it so."""
        if not self.encodes_keys:
            return key
        encoded = percent_encode(key.encode("utf-8", "surrogateescape"), keep="/")
        return encoded.replace("%20", "+") if self.request.dialect == "s3" else encoded

    def encoding_type(self) -> list[tuple[str, Content]]:
        """The element that tells that keys are encoded, if they are."""
        return [("EncodingType", "url")] if self.encodes_keys else []
