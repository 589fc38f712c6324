"""Where the open platform is, and how each request to it is signed."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

import attrs

from skybind.downlink.refusals import refusal_of
from skybind.downlink.signing import CanonicalForm, sign
from skybind.errors import ServiceError, UsageError
from skybind.wire.conversation import Reply
from skybind_clients.runtime import Operation

__all__ = ["HOSTS", "DownlinkDialect"]

#: Production and development.
HOSTS = {"prod": "https://prod.utmos.dev", "dev": "https://dev.utmos.dev"}

_HEADER_WORD = re.compile(r"[\x21-\x7e]+")
_ADVICE = "Copy it again: the API ID is public, the API key was shown once, when it was made."


def _word(_: object, attribute: attrs.Attribute[str], value: str) -> None:
    if not _HEADER_WORD.fullmatch(value):
        what = "API " + {"api_id": "ID", "api_key": "key"}[attribute.name]
        raise UsageError(f"the {what} is empty, or has characters that no {what} has", advice=_ADVICE)


def _nonce() -> str:
    return secrets.token_hex(16)


@attrs.frozen
class DownlinkDialect:
    """What the transport must know of the open platform.

    Attributes:
        base_url: Scheme and host; a gateway may put a path before ``/api``.
        api_id: Public half of the credential (``client_id``).
        api_key: Its private half; never leaves this machine.
        form: What is signed, and how it is written.
        nonce: Makes a text that was never used before. Each attempt gets its own: the platform refuses a nonce that it
            has seen.

    Raises:
        UsageError: ID or key cannot be what the platform gave.
    """

    base_url: str
    api_id: str = attrs.field(validator=_word)
    api_key: str = attrs.field(validator=_word, repr=False)
    form: CanonicalForm = attrs.field(factory=CanonicalForm)
    nonce: Callable[[], str] = attrs.field(default=_nonce, repr=False)
    service: str = attrs.field(default="downlink", init=False)

    @staticmethod
    def address(base_url: str | None) -> str:
        """The platform's address for ``prod``, ``dev``, an address, or None, which is production.

        Raises:
            UsageError: it is no address.
        """
        address = HOSTS.get(base_url or "prod") or str(base_url).rstrip("/")
        parts = urlsplit(address)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise UsageError(f"{address}: is not an address", advice="Say prod, dev, or an address with https://.")
        return address

    @property
    def host(self) -> str:
        """The platform's host, without a port."""
        return urlsplit(self.base_url).hostname or ""

    def sign(self, method: str, target: str, body: bytes, unix_seconds: float) -> dict[str, str]:
        """Headers that authenticate exactly these bytes, once."""
        stamp = str(int(unix_seconds))
        return sign(self.form, self.api_id, self.api_key, method, target, body, timestamp=stamp, nonce=self.nonce())

    def refusal(self, reply: Reply, operation: Operation) -> ServiceError | None:
        """The error that an answer stands for; None if it is a success."""
        return refusal_of(reply, operation)
