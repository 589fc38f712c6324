"""The text that a request's signature is over, and the signature, from the receiving side.

Public copies of the platform's page end inside the first of eight lines. So nothing here knows an order: which items
there are, in which order, and how they are joined are data (``DownlinkRules``).
"""

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, quote

from skybind_emulators.exchange import Request
from skybind_emulators.settings import DownlinkRules

API_ID = "x-api-id"
TIMESTAMP = "x-api-timestamp"
NONCE = "x-api-nonce"
SIGNATURE = "x-api-signature"


def canonical_text(request: Request, rules: DownlinkRules) -> str:
    """What is signed. A header that did not come counts as empty."""
    return rules.canonical_separator.join(_ITEMS[name](request, rules) for name in rules.canonical_order)


def signature(key: str, request: Request, rules: DownlinkRules) -> str:
    """HMAC-SHA256 of the canonical text, 64 hex digits in lower case."""
    return hmac.digest(key.encode("utf-8"), canonical_text(request, rules).encode("latin-1"), "sha256").hex()


def signature_fits(key: str, request: Request, rules: DownlinkRules) -> bool:
    """Whether the request's signature is its own."""
    return hmac.compare_digest(signature(key, request, rules), request.headers.get(SIGNATURE, ""))


def _query(request: Request, rules: DownlinkRules) -> str:
    if rules.canonical_query == "raw":
        return request.query.decode("latin-1")
    pairs = parse_qsl(request.query.decode("latin-1"), keep_blank_values=True, errors="surrogateescape")
    return "&".join(
        f"{name}={value}" for name, value in sorted((_encoded(name), _encoded(value)) for name, value in pairs)
    )


def _encoded(text: str) -> str:
    return quote(text.encode("utf-8", "surrogateescape"), safe="")


def _body_hash(request: Request, rules: DownlinkRules) -> str:
    digest = hashlib.sha256(request.body).digest()
    return digest.hex() if rules.canonical_hash == "hex" else base64.b64encode(digest).decode("ascii")


_ITEMS: Mapping[str, Callable[[Request, DownlinkRules], str]] = {
    "label": lambda _, rules: rules.canonical_label,
    "method": lambda request, _: request.method.upper(),
    "path": lambda request, _: request.path.decode("latin-1"),
    "query": _query,
    "api_id": lambda request, _: request.headers.get(API_ID, ""),
    "timestamp": lambda request, _: request.headers.get(TIMESTAMP, ""),
    "nonce": lambda request, _: request.headers.get(NONCE, ""),
    "body_sha256": _body_hash,
}
