"""Huawei Cloud's AK/SK signature: HMAC over a canonical form of the request. Pure: no clock, no network.

Source: Huawei's API signing guide and its SDK core. Two schemes are known: ``SDK-HMAC-SHA256``, which the services
take, and ``V11-HMAC-SHA256``, whose key is derived for a day, a region and a service.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from collections.abc import Mapping
from urllib.parse import quote, unquote

import attrs

from skybind.errors import UsageError
from skybind.wire.authentication import Outgoing

__all__ = ["MOST_SIGNED_BYTES", "AccessKeys", "Scope", "canonical_request", "sdk_date", "sign"]

# The guide says "12 MB"; that a megabyte has 1024 × 1024 bytes is our assumption.
MOST_SIGNED_BYTES = 12 * 1024 * 1024
UNSIGNED = "UNSIGNED-PAYLOAD"

_HASHED_TYPES = ("application/json", "application/bson")
# What the HTTP library writes for the connection, and what a proxy on the way may rewrite: signed, each would break
# the signature for nothing. The guide asks for X-Sdk-Date alone.
_NOT_SIGNED = frozenset(
    {"accept", "accept-encoding", "authorization", "connection", "content-length", "cookie", "te", "transfer-encoding"}
    | {"user-agent", "x-sdk-date"}
)
_HEADER_WORD = re.compile(r"[\x21-\x2b\x2d-\x7e]+")  # visible ASCII without the comma that ends a field
_ADVICE = "Copy it again from the console (My Credentials, Access Keys)."


@attrs.frozen
class Scope:
    """What the key of ``V11-HMAC-SHA256`` is derived for.

    Attributes:
        region: ``cn-north-4``.
        service: The service's name in Huawei's table of derived keys.
    """

    region: str
    service: str


def _word(_: object, attribute: attrs.Attribute[str], value: str) -> None:
    if not _HEADER_WORD.fullmatch(value):
        what = attribute.name.replace("_", " ")
        raise UsageError(f"the {what} is empty, or has characters that no {what} has", advice=_ADVICE)


@attrs.frozen
class AccessKeys:
    """An access key pair (AK/SK), permanent or temporary; signs requests.

    Attributes:
        access_key: AK; goes into the header.
        secret_key: SK; never leaves this machine.
        security_token: Comes with temporary keys, and goes into a header that is signed too.
        scope: Set where ``V11-HMAC-SHA256`` is wanted.

    Raises:
        UsageError: one of them cannot be what the console gave: it is empty, or has blanks, line breaks or letters
            outside ASCII.
    """

    access_key: str = attrs.field(validator=_word, repr=False)
    secret_key: str = attrs.field(validator=_word, repr=False)
    security_token: str | None = attrs.field(default=None, validator=attrs.validators.optional(_word), repr=False)
    scope: Scope | None = None

    def sign(self, outgoing: Outgoing) -> dict[str, str]:
        """Headers that authenticate a request.

        Raises:
            UsageError: the body is larger than a signed one may be.
        """
        if len(outgoing.body) > MOST_SIGNED_BYTES:
            raise UsageError(
                f"the body has {len(outgoing.body):,} bytes, and one that is signed with AK/SK at most "
                f"{MOST_SIGNED_BYTES:,}",
                advice="Use a token for this call (auth='token'), or send less at once.",
            )
        more = {"X-Security-Token": self.security_token} if self.security_token else {}
        wanted = {name: value for name, value in outgoing.headers.items() if name.lower() not in _NOT_SIGNED}
        headers = {**wanted, "Host": outgoing.host, **more}
        date = sdk_date(outgoing.unix_seconds)
        return {**more, **sign(self, outgoing.method, outgoing.target, headers, outgoing.body, date)}


def sdk_date(unix_seconds: float) -> str:
    """``20191115T033655Z``."""
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(unix_seconds))


def sign(
    keys: AccessKeys, method: str, target: str, headers: Mapping[str, str], body: bytes, date: str
) -> dict[str, str]:
    """The headers that a signature adds to a request.

    Args:
        keys: Whose signature it is.
        method: Any case.
        target: Path with query, as sent; no scheme, no host.
        headers: Those to sign, ``Host`` among them (with its port, if that is not the scheme's own). Names with an
            underscore are left out, as gateways drop them. ``X-Sdk-Content-Sha256`` replaces the body's digest.
        body: Exactly the bytes that are sent; empty if there is none.
        date: As :func:`sdk_date` writes it.
    """
    signed = {name.lower(): value.strip() for name, value in headers.items() if "_" not in name}
    signed["x-sdk-date"] = date
    added = {"X-Sdk-Date": date}
    digest = signed.get("x-sdk-content-sha256")
    if digest is None:
        kind = signed.get("content-type", _HASHED_TYPES[0])
        unsigned = not kind.lower().startswith(_HASHED_TYPES)
        if unsigned:
            signed["x-sdk-content-sha256"] = added["X-Sdk-Content-Sha256"] = UNSIGNED
        # Without a body the SDK announces an unsigned one, and yet signs the digest of nothing.
        digest = UNSIGNED if unsigned and body else hashlib.sha256(body).hexdigest()
    request = canonical_request(method, target, signed, digest)
    added["Authorization"] = _authorization(keys, date, request, ";".join(sorted(signed)))
    return added


def canonical_request(method: str, target: str, signed: Mapping[str, str], digest: str) -> str:
    """The text that stands for a request.

    Args:
        method: Any case.
        target: As sent.
        signed: By name in lower case.
        digest: Of the body, or the words that replace it.
    """
    path, _, query = target.partition("?")
    uri = "/".join(_escaped(part) for part in unquote(path).split("/"))
    lines = "".join(f"{name}:{signed[name]}\n" for name in sorted(signed))
    return "\n".join(
        [
            method.upper(),
            uri if uri.endswith("/") else uri + "/",
            _canonical_query(query),
            lines,
            ";".join(sorted(signed)),
            digest,
        ]
    )


def _escaped(text: str) -> str:
    return quote(text, safe="~")


def _canonical_query(query: str) -> str:
    pairs = [part.partition("=") for part in query.split("&") if part]
    # A stable sort by name alone: values of a name that is repeated stay in the order in which they are sent.
    named = sorted(((unquote(name), unquote(value)) for name, _, value in pairs), key=lambda pair: pair[0])
    return "&".join(f"{_escaped(name)}={_escaped(value)}" for name, value in named)


def _authorization(keys: AccessKeys, date: str, request: str, names: str) -> str:
    digest = hashlib.sha256(request.encode()).hexdigest()
    if keys.scope is None:
        mac = _mac(keys.secret_key.encode(), f"SDK-HMAC-SHA256\n{date}\n{digest}").hex()
        return f"SDK-HMAC-SHA256 Access={keys.access_key}, SignedHeaders={names}, Signature={mac}"
    info = f"{date[:8]}/{keys.scope.region}/{keys.scope.service}"
    # HKDF with the AK as salt and one block of output. Its hexadecimal text, not its bytes, is the key that signs.
    derived = _mac(_mac(keys.access_key.encode(), keys.secret_key), f"{info}\x01").hex()
    mac = _mac(derived.encode(), f"V11-HMAC-SHA256\n{date}\n{info}\n{digest}").hex()
    return f"V11-HMAC-SHA256 Credential={keys.access_key}/{info}, SignedHeaders={names}, Signature={mac}"


def _mac(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")
