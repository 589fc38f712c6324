"""Parts of requests in the form that is signed; both V4 schemes share these rules of writing."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, unquote_plus, unquote_to_bytes

UNSIGNED = "UNSIGNED-PAYLOAD"


def percent_encode(value: str | bytes, *, keep: str = "") -> str:
    """RFC 3986: everything but letters, digits and ``-._~`` becomes ``%XX`` in upper case; ``keep`` stays too."""
    return quote(value, safe=keep)


def recode_path(raw_path: str) -> str:
    """A path as it came, decoded once and encoded once: ways of writing one path become the same."""
    return percent_encode(unquote_to_bytes(raw_path.encode("latin-1")), keep="/") or "/"


def parse_query(raw: str) -> list[tuple[str, str]]:
    """Names and values in order. A plus sign is a space, as in forms; a name without ``=`` has an empty value."""
    pairs = (piece.partition("=") for piece in raw.split("&") if piece)
    return [(_decode(name), _decode(value)) for name, _, value in pairs]


def _decode(piece: str) -> str:
    return unquote_plus(piece, errors="surrogateescape")


def encode_query_piece(piece: str) -> str:
    """One name or value as it stands in a canonical query."""
    return percent_encode(piece.encode("utf-8", "surrogateescape"))


def sha256_hex(text: str) -> str:
    """Header values come as Latin-1, so that this hashes the very bytes that were on the wire."""
    return hashlib.sha256(text.encode("latin-1", "replace")).hexdigest()


def hmac_sha256(key: bytes, text: str) -> bytes:
    """One step of a key derivation, or a signature."""
    return hmac.new(key, text.encode("latin-1", "replace"), hashlib.sha256).digest()


def derive_key(first: str, steps: Iterable[str]) -> bytes:
    """Fold ``steps`` (date, region, service, terminator) into the secret."""
    key = first.encode("latin-1", "replace")
    for step in steps:
        key = hmac_sha256(key, step)
    return key


def parse_timestamp(stamp: str) -> float | None:
    """``20261122T101500Z`` as Unix seconds; None if it is written in any other way."""
    try:
        return datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None


def format_timestamp(unix_seconds: float) -> str:
    """Unix seconds as ``20261122T101500Z``."""
    return datetime.fromtimestamp(unix_seconds, UTC).strftime("%Y%m%dT%H%M%SZ")


def timestamp_of_date_header(date: str) -> str | None:
    """An HTTP ``Date`` as a timestamp; None if it cannot be read."""
    try:
        return format_timestamp(parsedate_to_datetime(date).timestamp())
    except (TypeError, ValueError, OverflowError):
        return None
