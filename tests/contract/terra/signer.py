"""Signatures as DJI's quick start describes them: written for these tests, not taken from any client of ours."""

import base64
import hashlib
import hmac
import time
from collections.abc import Generator
from email.utils import formatdate
from urllib.parse import urlsplit

import httpx
import requests


def signed_headers(
    method: str, target: str, body: bytes, *, app_key: str, secret_key: str, date: str | None = None
) -> dict[str, str]:
    """Date, Digest and Authorization for a request; ``target`` is path and query as they go out."""
    date = date or formatdate(time.time(), usegmt=True)
    digest = "SHA-256=" + base64.b64encode(hashlib.sha256(body).digest()).decode()
    lines = f"date: {date}\n@request-target: {method.lower()} {target}\ndigest: {digest}"
    signature = base64.b64encode(hmac.digest(secret_key.encode(), lines.encode("latin-1"), "sha256")).decode()
    return {
        "Date": date,
        "Digest": digest,
        "Authorization": f'hmac username="{app_key}", algorithm="hmac-sha256", '
        f'headers="date @request-target digest", signature="{signature}"',
    }


class SignsForHttpx(httpx.Auth):
    """Signs the final bytes of an httpx request."""

    requires_request_body = True

    def __init__(self, app_key: str, secret_key: str) -> None:
        self._keys = {"app_key": app_key, "secret_key": secret_key}

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        target = request.url.raw_path.decode("ascii")
        date = formatdate(self.time(), usegmt=True)
        request.headers.update(signed_headers(request.method, target, request.content, **self._keys, date=date))
        yield request

    def time(self) -> float:
        """Unix seconds to sign with."""
        return time.time()


class SignsForRequests(requests.auth.AuthBase):
    """Signs a prepared request of the requests library, which is what schemathesis sends."""

    def __init__(self, app_key: str, secret_key: str) -> None:
        self._keys = {"app_key": app_key, "secret_key": secret_key}

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        url = urlsplit(request.url or "")
        target = f"{url.path}?{url.query}" if url.query else url.path
        body = request.body or b""
        assert isinstance(body, str | bytes)
        raw = body.encode() if isinstance(body, str) else body
        request.headers.update(signed_headers(request.method or "", target, raw, **self._keys))
        return request
