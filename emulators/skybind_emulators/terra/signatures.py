"""Kong's hmac-auth, from the receiving side.

Written from the description of the scheme, not from any client: whether a client signs rightly is what it tells.
"""

import base64
import binascii
import hashlib
import hmac
import re

from attrs import field, frozen

from skybind_emulators.exchange import Request

ALGORITHMS = {"hmac-sha1": "sha1", "hmac-sha256": "sha256", "hmac-sha384": "sha384", "hmac-sha512": "sha512"}
REQUEST_TARGET = "@request-target"

# Printable ASCII without the quote and the backslash.
_QUOTED = r'"([\x20\x21\x23-\x5b\x5d-\x7e]+)"'
_AUTHORIZATION = re.compile(
    rf"[Hh]mac +username={_QUOTED}, *algorithm={_QUOTED}, *headers={_QUOTED}, *signature={_QUOTED}"
)


@frozen
class Authorization:
    """A parsed ``Authorization`` header.

    Attributes:
        username: the app key.
        algorithm: a name of ``ALGORITHMS``.
        names: what was signed, in the order of the lines.
        signature: base64, as sent.
    """

    username: str
    algorithm: str
    names: tuple[str, ...]
    signature: str = field(repr=False)


def parse_authorization(text: str) -> Authorization | None:
    """Read an ``Authorization`` header; None if it does not follow the grammar or names an unknown algorithm."""
    found = _AUTHORIZATION.fullmatch(text.strip(" "))
    if found is None or found[2] not in ALGORITHMS:
        return None
    return Authorization(found[1], found[2], tuple(found[3].split()), found[4])


def signing_text(names: tuple[str, ...], request: Request, target: bytes) -> bytes:
    """The lines that a signature covers, joined by a line feed. A header that is missing leaves its line empty."""
    lines: list[bytes] = []
    for name in names:
        if name == REQUEST_TARGET:
            lines.append(f"{name}: {request.method.lower()} ".encode("latin-1") + target)
        else:
            value = request.headers.get(name.lower())
            lines.append((f"{name}:" if value is None else f"{name}: {value}").encode("latin-1"))
    return b"\n".join(lines)


def signature_fits(authorization: Authorization, secret: str, request: Request) -> bool:
    """Whether the signature is the HMAC of the lines that the header names."""
    try:
        given = base64.b64decode(authorization.signature, validate=True)
    except binascii.Error:
        return False
    key, algorithm = secret.encode("utf-8"), ALGORITHMS[authorization.algorithm]
    return any(
        hmac.compare_digest(given, hmac.digest(key, signing_text(authorization.names, request, target), algorithm))
        for target in request.targets
    )


def digest_fits(request: Request) -> bool:
    """Whether the ``Digest`` header is that of the body. Without a body it may be missing."""
    given = request.headers.get("digest")
    if given is None:
        return not request.body
    right = "SHA-256=" + base64.b64encode(hashlib.sha256(request.body).digest()).decode("ascii")
    return hmac.compare_digest(given.encode("latin-1"), right.encode("ascii"))
