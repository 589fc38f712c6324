"""Resume tokens: what another process needs to go on with some work, and no secret.

``sb1.<service>.<payload><check>``: version, service, JSON in base64url, and a checksum against typing errors.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Mapping

from skybind.errors import UsageError

__all__ = ["read_token", "token_service", "write_token"]

_VERSION = "sb1"
_CHECK_LENGTH = 6


def _check(service: str, payload: str) -> str:
    return f"{zlib.crc32(f'{service}.{payload}'.encode()) & 0xFFFFFF:06x}"


def write_token(service: str, content: Mapping[str, str]) -> str:
    """Put ``content`` into a token of ``service``; empty values are left out."""
    text = json.dumps({key: value for key, value in content.items() if value}, separators=(",", ":"), sort_keys=True)
    payload = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    return f"{_VERSION}.{service}.{payload}{_check(service, payload)}"


def token_service(token: str) -> str:
    """The service that a token belongs to.

    Raises:
        UsageError: this is not a token.
    """
    parts = token.strip().split(".")
    # A command line may hold bytes that are no text, so not even printing them is safe.
    if len(parts) != 3 or not parts[0].startswith("sb") or not token.isascii():
        raise UsageError(
            f"{token[:40]!r} is not a resume token",
            advice="A token looks like sb1.SERVICE.…; it is printed when work is interrupted.",
        )
    if parts[0] != _VERSION:
        raise UsageError(
            f"the token has version {parts[0]}; this skybind reads {_VERSION}",
            advice="Use the skybind that printed it.",
        )
    return parts[1]


def read_token(token: str, service: str) -> dict[str, str]:
    """What ``write_token`` put in.

    Raises:
        UsageError: not a token, of another service or version, or mistyped.
    """
    found = token_service(token)
    if found != service:
        raise UsageError(f"this token belongs to {found}, not to {service}", advice=f"Use it with {found}.")
    coded = token.strip().split(".")[2]
    payload, check = coded[:-_CHECK_LENGTH], coded[-_CHECK_LENGTH:]
    if _check(service, payload) != check:
        raise UsageError("the token is damaged", advice="Copy it whole; a character is missing or wrong.")
    try:
        content = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        return {str(key): str(value) for key, value in content.items()}
    except (binascii.Error, ValueError, AttributeError) as error:
        raise UsageError("the token is damaged") from error
