"""What a request says about who signed it, before anyone has checked it."""

from attrs import field, frozen


@frozen
class Claim:
    """The signature and its scope.

    ``timestamp`` is as signed (``20261122T101500Z``), ``at`` the same in Unix seconds. ``expires_s`` is the lifetime
    of a presigned URL, None for a request that is signed in its headers. ``payload`` is what the request declares
    about its body: a SHA-256 in hex, ``UNSIGNED-PAYLOAD`` or one of the ``STREAMING-`` words.
    """

    access_key_id: str
    day: str
    region: str
    timestamp: str
    at: float
    signed_headers: tuple[str, ...]
    payload: str
    signature: str = field(repr=False)
    session_token: str = field(repr=False)
    expires_s: int | None = None

    @property
    def presigned(self) -> bool:
        """Whether the signature came in the query."""
        return self.expires_s is not None


def split_credential(value: str) -> tuple[str, str, str, str, str] | None:
    """``key/day/region/service/terminator``; None if it has not these five parts."""
    parts = value.rsplit("/", 4)
    if len(parts) != 5 or not all(parts):
        return None
    return parts[0], parts[1], parts[2], parts[3], parts[4]


def split_authorization(value: str) -> dict[str, str]:
    """The ``Name=value`` pairs after the scheme, separated by commas with or without blanks."""
    pairs = (piece.strip().partition("=") for piece in value.partition(" ")[2].split(","))
    return {name: content for name, _, content in pairs}


def split_expires(value: str) -> int | None:
    """Seconds of a presigned URL: 1 to 604800 (seven days) on both services; None for anything else."""
    if not (value.isascii() and value.isdigit() and len(value) <= 6):
        return None
    return int(value) if 1 <= int(value) <= 604_800 else None
