"""One request, read as far as its head: dialect, bucket, key, query."""

from collections.abc import Mapping
from functools import cached_property
from urllib.parse import unquote_to_bytes

from attrs import field, frozen

from .canonical import encode_query_piece, parse_query
from .records import Dialect
from .refusals import Refusal

_MAX_KEY_BYTES: Mapping[Dialect, int] = {"oss": 1023, "s3": 1024}

_SECRET_PARAMETERS = frozenset(
    {
        "awsaccesskeyid",
        "ossaccesskeyid",
        "security-token",
        "signature",
        "x-amz-credential",
        "x-amz-security-token",
        "x-amz-signature",
        "x-oss-credential",
        "x-oss-security-token",
        "x-oss-signature",
    }
)


@frozen
class Head:
    """Request line and headers as they came. Header names are in lower case, repeated ones joined by a comma."""

    method: str
    target: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    version: str = "HTTP/1.1"


@frozen
class Request:
    """A head and what it means to the store.

    ``raw_path`` is the path as sent, ``bucket`` and ``key`` are decoded; both are empty where the path has none.
    """

    method: str
    raw_path: str
    pairs: list[tuple[str, str]] = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    dialect: Dialect
    bucket: str = ""
    key: str = ""

    @cached_property
    def query(self) -> Mapping[str, str]:
        """The query by name; of repeated names the first counts."""
        return dict(reversed(self.pairs))

    @property
    def vendor(self) -> str:
        """What the dialect's own headers begin with."""
        return "x-oss-" if self.dialect == "oss" else "x-amz-"

    def header(self, name: str) -> str:
        """A header of any vendor, empty if missing."""
        return self.headers.get(name, "")

    def vendor_header(self, name: str) -> str:
        """A header of the dialect's vendor, named without its ``x-oss-`` or ``x-amz-``."""
        return self.headers.get(self.vendor + name, "")

    @property
    def masked_target(self) -> str:
        """Path and query for logs."""
        masked = "&".join(_masked(name, value) for name, value in self.pairs)
        return f"{self.raw_path}?{masked}" if masked else self.raw_path


def _masked(name: str, value: str) -> str:
    shown = "***" if name.lower() in _SECRET_PARAMETERS else encode_query_piece(value)
    return f"{encode_query_piece(name)}={shown}" if value else encode_query_piece(name)


def read_request(head: Head, hosts: frozenset[str]) -> Request:
    """Find dialect, bucket and key; ``hosts`` are the names without a bucket in front that the server answers to."""
    target = head.target
    if "://" in target.partition("?")[0]:  # absolute form, as proxies get it
        target = "/" + target.partition("://")[2].partition("/")[2]
    raw_path, _, raw_query = target.partition("?")
    pairs = parse_query(raw_query)
    return Request(
        method=head.method,
        raw_path=raw_path,
        pairs=pairs,
        headers=head.headers,
        dialect=_dialect(head.headers, {name.lower() for name, _ in pairs}),
        **_address(raw_path, head.headers.get("host", ""), hosts),
    )


def _dialect(headers: Mapping[str, str], parameters: set[str]) -> Dialect:
    scheme = headers.get("authorization", "").partition(" ")[0].upper()
    if scheme.startswith("OSS"):
        return "oss"
    if scheme.startswith("AWS"):
        return "s3"
    if "ossaccesskeyid" in parameters or any(name.startswith("x-oss-") for name in (*parameters, *headers)):
        return "oss"
    return "s3"


def _address(raw_path: str, host: str, hosts: frozenset[str]) -> dict[str, str]:
    name = host.rpartition(":")[0] or host
    bucket = next((name.removesuffix("." + known) for known in hosts if name.endswith("." + known)), "")
    rest = raw_path.removeprefix("/")
    if not bucket:
        bucket, _, rest = rest.partition("/")
    return {"bucket": _decode(bucket), "key": _decode(rest)}


def _decode(piece: str) -> str:
    return unquote_to_bytes(piece.encode("latin-1")).decode("utf-8", "surrogateescape")


def check_key(request: Request) -> None:
    """Refuse names that the service in hand cannot store.

    Raises:
        Refusal: ``InvalidURI`` for bytes that are no UTF-8 and, on OSS, a leading slash; ``KeyTooLongError``.
    """
    try:
        size = len(request.key.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise Refusal("InvalidURI") from error
    if size > _MAX_KEY_BYTES[request.dialect]:
        raise Refusal("KeyTooLongError")
    if request.dialect == "oss" and request.key.startswith(("/", "\\")):
        raise Refusal("InvalidURI")
