"""Both ways to authenticate at KooMap, written for these tests after Huawei's signing guide, with no client's code."""

import hashlib
import hmac
import time
from urllib.parse import quote, unquote, unquote_plus, urlsplit

import attrs
import requests

#: Of requests by turns: every fourth is signed, the others show a token.
SIGNED_OF = 4


def signed_headers(method: str, url: str, body: bytes, *, ak: str, sk: str, security_token: str = "") -> dict[str, str]:
    """Headers for a request; ``url`` is as it goes out."""
    parts = urlsplit(url)
    sent = {"host": parts.netloc, "x-sdk-date": time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())}
    sent |= {"x-security-token": security_token} if security_token else {}
    names = ";".join(sorted(sent))
    path = "/".join(quote(unquote(part), safe="") for part in parts.path.split("/"))
    canonical = [
        method.upper(),
        path if path.endswith("/") else f"{path}/",
        _query(parts.query),
        *(f"{name}:{sent[name]}" for name in sorted(sent)),
        "",
        names,
        hashlib.sha256(body).hexdigest(),
    ]
    digest = hashlib.sha256("\n".join(canonical).encode()).hexdigest()
    text = f"SDK-HMAC-SHA256\n{sent['x-sdk-date']}\n{digest}"
    signature = hmac.digest(sk.encode(), text.encode(), "sha256").hex()
    headers = {name: value for name, value in sent.items() if name != "host"}
    return {**headers, "Authorization": f"SDK-HMAC-SHA256 Access={ak}, SignedHeaders={names}, Signature={signature}"}


def _query(query: str) -> str:
    pairs = [pair.partition("=") for pair in query.split("&") if pair]
    named = sorted(((unquote_plus(name), unquote_plus(value)) for name, _, value in pairs), key=lambda pair: pair[0])
    return "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in named)


@attrs.frozen
class ShowsToken(requests.auth.AuthBase):
    """Shows an IAM token."""

    token: str = attrs.field(repr=False)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["X-Auth-Token"] = self.token
        return request


@attrs.frozen
class Signs(requests.auth.AuthBase):
    """Signs with an access key."""

    ak: str
    sk: str = attrs.field(repr=False)
    security_token: str = attrs.field(default="", repr=False)

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        keys = {"ak": self.ak, "sk": self.sk, "security_token": self.security_token}
        request.headers.update(signed_headers(request.method or "", request.url or "", body_of(request), **keys))
        return request


@attrs.frozen
class ByTurns(requests.auth.AuthBase):
    """Shows a token for most requests and signs some; the same request is always treated alike."""

    shows: ShowsToken
    signs: Signs

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        content = f"{request.method} {urlsplit(request.url or '')[2:4]}".encode()
        if not str(request.headers.get("Content-Type")).startswith("multipart"):  # its boundary is random
            content += body_of(request)
        signed = hashlib.sha256(content).digest()[0] % SIGNED_OF == 0
        return self.signs(request) if signed else self.shows(request)


def body_of(request: requests.PreparedRequest) -> bytes:
    """The bytes that go out."""
    body = request.body or b""
    assert isinstance(body, str | bytes)
    return body.encode() if isinstance(body, str) else body
