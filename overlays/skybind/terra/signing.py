"""DJI's gateway signature: HMAC over date, request target and body digest. One pure function.

Source: DJI's gateway and quick start pages; the grammar of the Authorization header is Kong's ``hmac-auth``. The
worked example that DJI prints does not verify (it signs a request line with another key); the tests use computed
vectors.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Sequence
from typing import Literal

from skybind.errors import UsageError

__all__ = ["ALGORITHMS", "digest_of", "sign"]

Algorithm = Literal["hmac-sha1", "hmac-sha256", "hmac-sha384", "hmac-sha512"]
ALGORITHMS: dict[str, str] = {
    "hmac-sha1": "sha1",
    "hmac-sha256": "sha256",
    "hmac-sha384": "sha384",
    "hmac-sha512": "sha512",
}

_QUOTABLE = re.compile(r"[\x20-\x7e]+")


def digest_of(body: bytes) -> str:
    """Value of the Digest header for these bytes."""
    return "SHA-256=" + base64.b64encode(hashlib.sha256(body).digest()).decode()


def sign(
    app_key: str,
    secret_key: str,
    method: str,
    target: str,
    body: bytes,
    date: str,
    *,
    date_header: Literal["Date", "X-Date"] = "Date",
    algorithm: Algorithm = "hmac-sha256",
    order: Sequence[Literal["date", "@request-target", "digest"]] = ("date", "@request-target", "digest"),
) -> dict[str, str]:
    """The three headers that authenticate a request.

    Args:
        app_key: Goes into the header as ``username``; printable ASCII without quotes and backslashes.
        secret_key: Key of the HMAC, as UTF-8.
        method: Any case; signed in lower case.
        target: Path with query, exactly as sent; no scheme, no host.
        body: Exactly the bytes that are sent; empty if there is none.
        date: HTTP date in GMT with English names.
        date_header: ``X-Date`` where ``Date`` cannot be set, as in a browser.
        algorithm: As the gateway's grammar lists them; public clients use ``hmac-sha256``.
        order: Order of the signed lines.

    Raises:
        UsageError: the app key has characters that the header cannot hold.
    """
    if not _QUOTABLE.fullmatch(app_key) or '"' in app_key or "\\" in app_key:
        raise UsageError("the app key has characters that no app key has", advice="Copy it again from the console.")
    digest = digest_of(body)
    lines = {
        "date": f"{date_header.lower()}: {date}",
        "@request-target": f"@request-target: {method.lower()} {target}",
        "digest": f"digest: {digest}",
    }
    text = "\n".join(lines[name] for name in order)
    mac = hmac.new(secret_key.encode(), text.encode(), ALGORITHMS[algorithm]).digest()
    names = " ".join(date_header.lower() if name == "date" else name for name in order)
    signature = base64.b64encode(mac).decode()
    return {
        date_header: date,
        "Digest": digest,
        "Authorization": (
            f'hmac username="{app_key}", algorithm="{algorithm}", headers="{names}", signature="{signature}"'
        ),
    }
