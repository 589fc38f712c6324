"""Signatures of object stores: AWS Signature Version 4 and Alibaba OSS Version 4. Pure functions over text.

Payloads are never hashed for the signature (``UNSIGNED-PAYLOAD``): that would read a file twice. Its integrity is
checked against the digest that the store answers.

Sources: AWS "Signature Version 4 signing process"; Alibaba "OSS V4 signature". Both are checked in the tests against
the vendors' own Python SDKs.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Mapping
from urllib.parse import quote

import attrs

__all__ = ["StoreKeys", "presign_oss", "presign_s3", "quoted_key", "quoted_query", "sign_oss", "sign_s3"]

UNSIGNED = "UNSIGNED-PAYLOAD"


@attrs.frozen
class StoreKeys:
    """Credentials of a store; ``session_token`` comes with temporary ones."""

    access_key_id: str = attrs.field(repr=False)
    secret_access_key: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)


def quoted_key(key: str) -> str:
    """An object key as it stands in a path: UTF-8, percent-encoded, slashes kept."""
    return quote(key, safe="/-_.~")


def quoted_query(query: Mapping[str, str], *, bare: bool = False) -> str:
    """A query string, sorted and percent-encoded; with ``bare`` a name without value has no ``=`` (OSS)."""
    pairs = sorted((quote(name, safe="-_.~"), quote(value, safe="-_.~")) for name, value in query.items())
    return "&".join(name if bare and not value else f"{name}={value}" for name, value in pairs)


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def _signature(secret: str, prefix: str, scope: str, algorithm: str, stamp: str, canonical: str) -> str:
    key = (prefix + secret).encode()
    for part in scope.split("/"):
        key = _hmac(key, part)
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    return _hmac(key, f"{algorithm}\n{stamp}\n{scope}\n{digest}").hex()


def _stamp(unix_seconds: float) -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(unix_seconds))


def sign_s3(
    keys: StoreKeys,
    method: str,
    path: str,
    query: Mapping[str, str],
    headers: Mapping[str, str],
    *,
    host: str,
    region: str,
    unix_seconds: float,
) -> dict[str, str]:
    """All headers to send to an S3 store, ``host`` and the signature included.

    Args:
        keys: Credentials.
        method: HTTP method.
        path: Path as sent, percent-encoded.
        query: Decoded names and values.
        headers: Further headers; they are signed. ``x-amz-content-sha256`` may tell of a coded body.
        host: Value of the Host header.
        region: Signing region, ``us-east-1``.
        unix_seconds: The store's time.
    """
    stamp = _stamp(unix_seconds)
    signed = {name.lower(): " ".join(value.split()) for name, value in headers.items()}
    signed = {"x-amz-content-sha256": UNSIGNED, **signed, "host": host, "x-amz-date": stamp}
    if keys.session_token:
        signed["x-amz-security-token"] = keys.session_token
    names = ";".join(sorted(signed))
    lines = "".join(f"{name}:{signed[name]}\n" for name in sorted(signed))
    canonical = f"{method}\n{path}\n{quoted_query(query)}\n{lines}\n{names}\n{signed['x-amz-content-sha256']}"
    scope = f"{stamp[:8]}/{region}/s3/aws4_request"
    signature = _signature(keys.secret_access_key, "AWS4", scope, "AWS4-HMAC-SHA256", stamp, canonical)
    credential = f"Credential={keys.access_key_id}/{scope}"
    return {
        **signed,
        "authorization": f"AWS4-HMAC-SHA256 {credential}, SignedHeaders={names}, Signature={signature}",
    }


def sign_oss(
    keys: StoreKeys,
    method: str,
    resource: str,
    query: Mapping[str, str],
    headers: Mapping[str, str],
    *,
    host: str,
    region: str,
    unix_seconds: float,
) -> dict[str, str]:
    """All headers to send to an OSS store, ``host`` and the signature included.

    Args:
        keys: Credentials.
        method: HTTP method.
        resource: ``/bucket/key``, percent-encoded, whatever the addressing style.
        query: Decoded names and values.
        headers: Further headers; ``content-type``, ``content-md5`` and ``x-oss-*`` are signed.
        host: Value of the Host header.
        region: Region without ``oss-``, ``cn-hangzhou``.
        unix_seconds: The store's time.
    """
    stamp = _stamp(unix_seconds)
    sent = {name.lower(): value.strip() for name, value in headers.items()}
    sent |= {"host": host, "x-oss-content-sha256": UNSIGNED, "x-oss-date": stamp}
    if keys.session_token:
        sent["x-oss-security-token"] = keys.session_token
    signed = sorted(name for name in sent if name in {"content-type", "content-md5"} or name.startswith("x-oss-"))
    lines = "".join(f"{name}:{sent[name]}\n" for name in signed)
    # The empty line names additional signed headers; there are none.
    canonical = f"{method}\n{resource}\n{quoted_query(query, bare=True)}\n{lines}\n\n{UNSIGNED}"
    scope = f"{stamp[:8]}/{region}/oss/aliyun_v4_request"
    signature = _signature(keys.secret_access_key, "aliyun_v4", scope, "OSS4-HMAC-SHA256", stamp, canonical)
    return {
        **sent,
        "authorization": f"OSS4-HMAC-SHA256 Credential={keys.access_key_id}/{scope}, Signature={signature}",
    }


def presign_s3(
    keys: StoreKeys, method: str, path: str, *, host: str, region: str, unix_seconds: float, lifetime: int
) -> str:
    """Query of a signed address of an S3 store; whoever has the address needs no header.

    Args:
        keys: Credentials.
        method: HTTP method.
        path: Path as sent, percent-encoded.
        host: Value of the Host header.
        region: Signing region, ``us-east-1``.
        unix_seconds: The store's time.
        lifetime: Seconds.
    """
    stamp = _stamp(unix_seconds)
    scope = f"{stamp[:8]}/{region}/s3/aws4_request"
    query = {
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": f"{keys.access_key_id}/{scope}",
        "X-Amz-Date": stamp,
        "X-Amz-Expires": str(lifetime),
        "X-Amz-SignedHeaders": "host",
    }
    if keys.session_token:
        query["X-Amz-Security-Token"] = keys.session_token
    canonical = f"{method}\n{path}\n{quoted_query(query)}\nhost:{host}\n\nhost\n{UNSIGNED}"
    signature = _signature(keys.secret_access_key, "AWS4", scope, "AWS4-HMAC-SHA256", stamp, canonical)
    return quoted_query({**query, "X-Amz-Signature": signature})


def presign_oss(keys: StoreKeys, method: str, resource: str, *, region: str, unix_seconds: float, lifetime: int) -> str:
    """Query of a signed address of an OSS store.

    Args:
        keys: Credentials.
        method: HTTP method.
        resource: ``/bucket/key``, percent-encoded, whatever the addressing style.
        region: Region without ``oss-``, ``cn-hangzhou``.
        unix_seconds: The store's time.
        lifetime: Seconds.
    """
    stamp = _stamp(unix_seconds)
    scope = f"{stamp[:8]}/{region}/oss/aliyun_v4_request"
    query = {
        "x-oss-credential": f"{keys.access_key_id}/{scope}",
        "x-oss-date": stamp,
        "x-oss-expires": str(lifetime),
        "x-oss-signature-version": "OSS4-HMAC-SHA256",
    }
    if keys.session_token:
        query["x-oss-security-token"] = keys.session_token
    canonical = f"{method}\n{resource}\n{quoted_query(query, bare=True)}\n\n\n{UNSIGNED}"
    signature = _signature(keys.secret_access_key, "aliyun_v4", scope, "OSS4-HMAC-SHA256", stamp, canonical)
    return quoted_query({**query, "x-oss-signature": signature})
